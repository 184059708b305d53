// SPDX-License-Identifier: Apache-2.0
// Writes graphs in every format, for other people's readers (consumers_test.py).
//
//   write_worlds FOLDER   →  FOLDER/<world>.<extension>, and on standard output one line a world:
//                            its name and its numbers of nodes, edges and triples
#include "format/format.hpp"
#include "support/world.hpp"

#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

class Count : public nom::rdf::Visitor {
 public:
  nom::Result<nom::Done> describe(const nom::Iri&,
                                  std::span<const nom::rdf::Statement> statements) override {
    triples += statements.size();
    return nom::Done{};
  }
  std::size_t triples = 0;
};

bool succeeded(const nom::Result<nom::Done>& done) {
  if (!done) {
    std::cerr << nom::to_string(done.error()) << '\n';
  }
  return done.has_value();
}

nom::Result<nom::Done> write_file(const nom::Format& format, const nom::Graph& graph,
                                  const std::string& path) {
  const auto file = nom::FileSink::open(path);
  if (!file) {
    return file.error();
  }
  if (nom::Result<nom::Done> done = format.write(graph, {}, **file); !done) {
    return done;
  }
  return (*file)->finish();
}

nom::Graph many() {
  nom::support::World w;
  const auto body = w.add("body/b", "Body", nom::BodyData{});
  for (int i = 0; i < 3000; ++i) {
    const std::string n = std::to_string(i);
    const auto person = w.add("person/p" + n, "Person " + n, nom::PersonData{});
    const auto post = w.add("post/" + n, "Post " + n, nom::PostData{w.id("Member")});
    nom::TenureData data;
    data.title = w.id("Member");
    data.period.from = nom::PartialDate{static_cast<std::int16_t>(1900 + i % 120), 0, 0};
    const auto tenure = w.add("tenure/" + n, "Person " + n + ", Member", data);
    w.connect(tenure, nom::Relation::holder, person);
    w.connect(tenure, nom::Relation::of_post, post);
    w.connect(post, nom::Relation::in_body, body);
  }
  return std::move(w).finish();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_worlds FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder(argv[1]);
  std::vector<std::pair<std::string, nom::Graph>> worlds;
  worlds.emplace_back("empty", nom::Graph());
  worlds.emplace_back("whole", nom::support::whole_world());
  worlds.emplace_back("hostile", nom::support::hostile_world());
  worlds.emplace_back("many", many());
  bool good = true;
  for (const auto& [name, graph] : worlds) {
    for (const nom::Format* format : nom::format::all()) {
      if (!format->parts.empty()) {
        continue;  // folders are written by write_exports
      }
      const auto path = folder / (name + "." + std::string(format->extension));
      good = succeeded(write_file(*format, graph, path)) && good;
    }
    Count count;
    good = succeeded(nom::rdf::walk(graph, nom::rdf::default_base(), count)) && good;
    std::cout << name << ' ' << graph.size() << ' ' << graph.edge_count() << ' ' << count.triples
              << '\n';
  }
  return good ? 0 : 1;
}
