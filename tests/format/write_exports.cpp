// SPDX-License-Identifier: Apache-2.0
// Writes graphs in every form, for other people's readers (exports_test.py, consumers_test.py,
// virtuoso_test.py, jena_test.py, rdf_consumers_test.mjs).
//
//   write_exports FOLDER   →  FOLDER/<world>/<projection>.<extension> for the formats that project
//                             (GEXF also as <projection>-1.2.gexf),
//                             FOLDER/<world>/<format>[-<projection>]/ for those that are folders,
//                             FOLDER/<world>/<format>.<extension> for the others. On standard
//                             output lines of three forms:
//     network WORLD PROJECTION NODES TIES NODES TIES     the second pair with tenures as ties
//     things WORLD PERSON BODY POST TENURE RESOLUTION EVENT PLACE DOCUMENT EVIDENCE
//     triples WORLD TRIPLES
#include "format/format.hpp"
#include "network/network.hpp"
#include "support/measured.hpp"
#include "support/world.hpp"

#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

bool succeeded(const nom::Result<nom::Done>& done) {
  if (!done) {
    std::cerr << nom::to_string(done.error()) << '\n';
  }
  return done.has_value();
}

bool write_file(nom::Write write, const nom::Graph& graph, const nom::FormatOptions& options,
                const fs::path& path) {
  const auto file = nom::FileSink::open(path.string());
  return file ? succeeded(write(graph, options, **file)) && succeeded((*file)->finish())
              : succeeded(file.error());
}

/// The file `stem`.extension, or the files of the folder `stem`.
bool write(const nom::Format& format, const nom::Graph& graph, const nom::FormatOptions& options,
           const fs::path& folder, const std::string& stem) {
  if (format.parts.empty()) {
    return write_file(format.write, graph, options,
                      folder / (stem + "." + std::string(format.extension)));
  }
  fs::create_directories(folder / stem);
  bool good = true;
  for (const nom::Part& part : format.parts) {
    good = write_file(part.write, graph, options, folder / stem / part.name) && good;
  }
  return good;
}

/// People who follow one another in the posts of bodies, three levels of them.
nom::Graph many() {
  nom::support::World w;
  std::vector<nom::VertexId> bodies;
  for (std::size_t i = 0; i < 100; ++i) {
    const std::string n = std::to_string(i);
    bodies.push_back(
        w.add("body/" + n, "Body " + n, nom::BodyData{w.id("ministry"), nom::no_name}));
    if (i > 0) {
      w.connect(bodies[i], nom::Relation::under, bodies[i / 20]);
    }
  }
  std::vector<nom::VertexId> people;
  for (std::size_t i = 0; i < 500; ++i) {
    const std::string n = std::to_string(i);
    people.push_back(w.add("person/p" + n, "Person " + n, nom::PersonData{}));
  }
  for (std::size_t i = 0; i < 1000; ++i) {
    const std::string n = std::to_string(i);
    const auto post = w.add("post/" + n, "Post " + n, nom::PostData{w.id("Member")});
    w.connect(post, nom::Relation::in_body, bodies[i % bodies.size()]);
    nom::TenureData data;
    data.title = w.id("Member");
    data.period.from = nom::PartialDate{static_cast<std::int16_t>(1900 + i % 100), 5, 1};
    data.period.to = nom::PartialDate{static_cast<std::int16_t>(1910 + i % 100), 5, 1};
    const auto tenure = w.add("tenure/" + n, "Member " + n, data);
    w.connect(tenure, nom::Relation::holder, people[i % people.size()]);
    w.connect(tenure, nom::Relation::of_post, post);
  }
  return std::move(w).finish();
}

std::size_t pieces_of_evidence(const nom::Graph& graph) {
  std::size_t count = 0;
  for (nom::VertexId v = 0; v < graph.size(); ++v) {
    count += graph[v].cited.size();
    for (auto [e, end] = out_edges(v, graph.boost()); e != end; ++e) {
      count += graph.boost()[*e].cited.size();
    }
  }
  return count;
}

bool write_all(const std::string& world, const nom::Graph& graph, const fs::path& folder) {
  bool good = true;
  fs::create_directories(folder);
  for (const std::string_view projection : nom::network::projection_names()) {
    const std::string name(projection);
    nom::FormatOptions options;
    options.project = *nom::network::projection_from(name);
    const nom::Network nodes = nom::network::of(graph, {options.project, {}, false});
    const nom::Network ties = nom::network::of(graph, {options.project, {}, true});
    std::cout << "network " << world << ' ' << name << ' ' << nodes.nodes().size() << ' '
              << nodes.ties().size() << ' ' << ties.nodes().size() << ' ' << ties.ties().size()
              << '\n';
    for (const nom::Format* format : nom::format::all()) {
      if (format->projects) {
        const std::string of = format->parts.empty() ? "" : std::string(format->name) + "-";
        good = write(*format, graph, options, folder, of + name) && good;
      }
    }
    options.gexf_version = nom::GexfVersion::v1_2;
    good = write(*nom::format::find("gexf"), graph, options, folder, name + "-1.2") && good;
  }
  for (const nom::Format* format : nom::format::all()) {
    if (!format->projects) {
      good = write(*format, graph, {}, folder, std::string(format->name)) && good;
    }
  }
  std::cout << "things " << world;
  for (int kind = 0; kind < nom::kind_count; ++kind) {
    const auto [first, last] = graph.of_kind(static_cast<nom::Kind>(kind));
    std::cout << ' ' << last - first;
  }
  std::cout << ' ' << pieces_of_evidence(graph) << '\n';
  nom::support::StatementCounter statements;
  good = succeeded(nom::rdf::walk(graph, nom::rdf::default_base(), statements)) && good;
  std::cout << "triples " << world << ' ' << statements.count << '\n';
  return good;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_exports FOLDER\n";
    return 2;
  }
  std::vector<std::pair<std::string, nom::Graph>> worlds;
  worlds.emplace_back("empty", nom::Graph());
  worlds.emplace_back("whole", nom::support::whole_world());
  worlds.emplace_back("hostile", nom::support::hostile_world());
  worlds.emplace_back("many", many());
  bool good = true;
  for (const auto& [name, graph] : worlds) {
    good = write_all(name, graph, fs::path(argv[1]) / name) && good;
  }
  return good ? 0 : 1;
}
