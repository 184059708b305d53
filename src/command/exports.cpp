// SPDX-License-Identifier: Apache-2.0
#include "command/exports.hpp"

#include "command/output.hpp"
#include "date/date.hpp"
#include "network/network.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <utility>
#include <vector>

namespace nom::command {

namespace {

Fault misuse(std::string message, std::string hint) {
  return {FaultKind::usage, std::move(message), {}, std::move(hint)};
}

/// The names of the formats that `wanted` picks: "csv, dot, gexf".
template <class Wanted>
std::string formats_that(Wanted wanted) {
  std::vector<std::string_view> names;
  for (const Format* one : format::all()) {
    if (wanted(*one)) {
      names.push_back(one->name);
    }
  }
  return joined(names);
}

/// Counts, as they are said: "place 2, document 5".
class Counted {
 public:
  void add(std::string_view name, std::size_t count) {
    if (count > 0) {
      said_ += (said_.empty() ? "" : ", ") + std::string(name) + " " + std::to_string(count);
    }
  }

  void say(std::string_view format, const std::string& what) const {
    if (!said_.empty()) {
      std::cerr << "nomenclator: " + std::string(format) + " has no words for these " + what +
                       ": " + said_ + "\n";
    }
  }

 private:
  std::string said_;
};

/// Says how many things of which kinds the format has no words for, and how many of which
/// relations.
void say_what_is_left_out(const Graph& graph, const Format& as) {
  Counted things;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    const auto [first, last] = graph.of_kind(static_cast<Kind>(kind));
    things.add(name_of(static_cast<Kind>(kind)), (as.holds >> kind & 1U) == 0 ? last - first : 0);
  }
  things.say(as.name, "things");

  const Graph::Boost& boost = graph.boost();
  std::array<std::size_t, relation_count> edges_of{};
  std::size_t parts = 0;
  for (auto [e, end] = edges(boost); e != end; ++e) {
    const Edge& edge = boost[*e];
    const auto relation = static_cast<std::size_t>(edge.relation);
    edges_of.at(relation) += (as.tells >> relation & 1U) == 0 ? 1U : 0U;
    parts += edge.part != no_name && !as.tells_parts_in_events ? 1U : 0U;
  }
  std::size_t merged = 0;
  for (VertexId v = 0; v < graph.size(); ++v) {
    merged += as.tells_merged ? 0 : graph[v].merged.size();
  }
  Counted relations;
  for (std::size_t relation = 0; relation < relation_count; ++relation) {
    relations.add(name_of(static_cast<Relation>(relation)), edges_of.at(relation));
  }
  relations.add("part", parts);
  relations.add("merged", merged);
  relations.say(as.name, "relations");
}

}  // namespace

std::string joined(std::span<const std::string_view> names) {
  std::string all;
  for (const std::string_view name : names) {
    all.append(all.empty() ? "" : ", ").append(name);
  }
  return all;
}

Result<Export> check(const ExportWishes& wishes) {
  Export to;
  to.as = format::find(wishes.format);
  if (to.as == nullptr) {
    return misuse("--format: there is no format \"" + wishes.format + "\"",
                  "the formats are " + formats_that([](const Format&) { return true; }));
  }
  const std::string name(to.as->name);
  if (!wishes.project.empty()) {
    const auto project = network::projection_from(wishes.project);
    if (!project) {
      return misuse("--project: there is no projection \"" + wishes.project + "\"",
                    "the projections are " + joined(network::projection_names()));
    }
    if (!to.as->projects) {
      return misuse("--project: " + name + " is no format for networks",
                    "these are: " + formats_that([](const Format& f) { return f.projects; }));
    }
    to.options.project = *project;
  }
  if (!wishes.on.empty()) {
    to.options.on = parse_iso(wishes.on);
    if (!to.options.on) {
      return misuse("--on: \"" + wishes.on + "\" is not a date",
                    "give a day, a month or a year: 2023-11-13, 2023-11, 2023");
    }
    if (!to.as->on_a_day) {
      return misuse("--on: " + name + " has the whole time, and no snapshots",
                    "these have: " + formats_that([](const Format& f) { return f.on_a_day; }));
    }
  }
  if (!wishes.gexf_version.empty()) {
    const auto* const version =
        std::find(gexf_versions.begin(), gexf_versions.end(), wishes.gexf_version);
    if (version == gexf_versions.end()) {
      return misuse("--gexf-version: there is no version \"" + wishes.gexf_version + "\" here",
                    "1.3 is for Gephi and gephi-lite, 1.2 for networkx");
    }
    if (name != "gexf") {
      return misuse("--gexf-version: the format is " + name, "add --format gexf");
    }
    to.options.gexf_version = static_cast<GexfVersion>(version - gexf_versions.begin());
  }
  if (!to.as->parts.empty() && (wishes.out.empty() || wishes.out == "-")) {
    return misuse(name + " is a folder of " + std::to_string(to.as->parts.size()) + " files",
                  "say which folder: -o DIR");
  }
  to.out = wishes.out;
  return to;
}

void write_graph(const Graph& graph, const Export& to, Report& report) {
  namespace fs = std::filesystem;
  const auto write = [&](const std::string& path, Write writer) {
    write_to(path, report, [&](Output& out) { return writer(graph, to.options, out); });
  };
  if (to.as->parts.empty()) {
    write(to.out, to.as->write);
  } else {
    if (!make_folder(to.out, report)) {
      return;
    }
    for (const Part& part : to.as->parts) {
      write((fs::path(to.out) / part.name).string(), part.write);
    }
  }
  if (to.options.project == Projection::whole) {
    say_what_is_left_out(graph, *to.as);
  } else if (to.options.project == Projection::co_tenure) {
    const std::size_t count =
        network::without_a_certain_day(graph, {to.options.project, to.options.on, false});
    if (count > 0) {
      std::cerr << "nomenclator: tenures that are on no day certain, and so tie nobody: " +
                       std::to_string(count) + "\n";
    }
  }
}

}  // namespace nom::command
