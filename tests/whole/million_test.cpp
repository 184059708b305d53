// SPDX-License-Identifier: Apache-2.0
// What every format of the registry makes of a graph of a million things: all of it is written, and
// little of it is held. What is written is counted as it passes and kept nowhere.
#include "format/format.hpp"
#include "support/measured.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using nom::Graph;
using nom::Kind;
using nom::Relation;

constexpr std::size_t count_of_things = 1'000'000;

/// Counts how often each of some texts passes, and what memory is in use meanwhile.
class CountingSink : public nom::Sink {
 public:
  explicit CountingSink(const std::map<std::string, std::size_t>& texts) {
    for (const auto& [text, expected] : texts) {
      counts_.emplace_back(text, 0);
      longest_ = std::max(longest_, text.size());
    }
  }

  nom::Result<nom::Done> write(std::string_view bytes) override {
    // What may be the beginning of a text stays for the next time.
    const std::size_t kept = window_.size();
    window_ += bytes;
    for (auto& [text, count] : counts_) {
      // The occurrences that end in the new bytes.
      const char* const end = window_.data() + window_.size();
      const char* at = window_.data() + kept - std::min(kept, text.size() - 1);
      while (const void* found =
                 memmem(at, static_cast<std::size_t>(end - at), text.data(), text.size())) {
        ++count;
        at = static_cast<const char*>(found) + text.size();
      }
    }
    window_.erase(0, window_.size() - std::min(window_.size(), longest_ - 1));
    total_ += bytes.size();
    if (total_ >= next_look_) {  // a look at the memory takes its time
      most_ = std::max(most_, nom::support::memory_in_use());
      next_look_ = total_ + (1U << 22U);
    }
    return nom::Done{};
  }

  [[nodiscard]] std::size_t count(const std::string& text) const {
    const auto found = std::find_if(counts_.begin(), counts_.end(),
                                    [&text](const auto& one) { return one.first == text; });
    return found->second;
  }

  [[nodiscard]] std::size_t total() const { return total_; }

  [[nodiscard]] std::size_t most_in_use() const { return most_; }

 private:
  std::vector<std::pair<std::string, std::size_t>> counts_;
  std::size_t longest_ = 1;
  std::string window_;
  std::size_t total_ = 0;
  std::size_t next_look_ = 0;
  std::size_t most_ = 0;
};

/// Half of the things are people, three twentieths tenures; each relation is there.
Graph million() {
  nom::support::World w;
  const auto ids = [](std::size_t count, auto add) {
    std::vector<nom::VertexId> made;
    made.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      made.push_back(add(i, std::to_string(i)));
    }
    return made;
  };
  const auto documents = ids(50'000, [&](std::size_t, const std::string& n) {
    nom::DocumentData data;
    data.id = w.id("n" + n);
    data.text = w.id("Note " + n);
    return w.add("document/n" + n, "News " + n, data);
  });
  // Some are cited, with all of their text.
  const auto cites = [&](std::size_t document) {
    if (document % 10 != 0) {
      return std::vector<nom::Citation>();
    }
    nom::Citation cited;
    cited.document = documents[document];
    const std::string text = "Note " + std::to_string(document);
    cited.quote = w.id(text);
    cited.end = static_cast<std::uint32_t>(text.size());
    return std::vector{cited};
  };
  const auto places = ids(10'000, [&](std::size_t, const std::string& n) {
    return w.add("place/l" + n, "Land " + n, nom::PlaceData{});
  });
  const auto bodies = ids(100'000, [&](std::size_t, const std::string& n) {
    return w.add("body/b" + n, "Body " + n, nom::BodyData{});
  });
  const auto posts = ids(100'000, [&](std::size_t, const std::string& n) {
    return w.add("post/b" + n + "/chair", "Chair " + n, nom::PostData{});
  });
  const auto people = ids(500'000, [&](std::size_t, const std::string& n) {
    return w.add("person/p" + n, "Person " + n, nom::PersonData{});
  });
  const auto tenures = ids(150'000, [&](std::size_t, const std::string& n) {
    return w.add("tenure/p" + n + "/chair", "Tenure " + n, nom::TenureData{});
  });
  const auto resolutions = ids(50'000, [&](std::size_t i, const std::string& n) {
    return w.add("resolution/r" + n, "Law " + n, nom::ResolutionData{}, {}, cites(i));
  });
  const auto events = ids(40'000, [&](std::size_t i, const std::string& n) {
    return w.add("event/e" + n, "Meeting " + n, nom::EventData{}, {}, cites(i));
  });
  for (std::size_t i = 0; i < tenures.size(); ++i) {
    w.connect(tenures[i], Relation::holder, people[i]);
    w.connect(tenures[i], Relation::of_post, posts[i % posts.size()]);
  }
  for (std::size_t i = 0; i < posts.size(); ++i) {
    if (i % 100 == 0) {
      w.connect(posts[i], Relation::located, places[i % places.size()]);
    } else {
      w.connect(posts[i], Relation::in_body, bodies[i]);
    }
  }
  for (std::size_t i = 1; i < bodies.size(); ++i) {
    w.connect(bodies[i], Relation::under, bodies[i / 10]);
    w.connect(bodies[i], Relation::located, places[i % places.size()]);
  }
  for (std::size_t i = 1; i < places.size(); ++i) {
    w.connect(places[i], Relation::within, places[i / 10]);
  }
  for (std::size_t i = 0; i < resolutions.size(); ++i) {
    w.connect(resolutions[i], Relation::issued_by, bodies[i]);
  }
  for (std::size_t i = 0; i < events.size(); ++i) {
    w.connect(events[i], Relation::organised_by, bodies[i]);
  }
  for (std::size_t i = 0; i < 10'000; ++i) {
    w.connect(people[i], Relation::took_part, events[i / 100]);
  }
  for (std::size_t i = 0; i < 1'000; ++i) {
    w.connect(people[i], Relation::same_maybe, people[i + 1'000]);
    w.connect(people[i], Relation::ended_in, events[i]);
    w.connect(bodies[i], Relation::begun_in, events[i]);
    w.connect(tenures[i], Relation::ended_by, tenures[i + posts.size()]);
  }
  return std::move(w).finish();
}

/// How often a text must be in what is written.
using Marks = std::map<std::string, std::size_t>;

/// The graph, and how much of everything is in it.
class Million {
 public:
  Million() {
    for (nom::VertexId v = 0; v < graph.size(); ++v) {
      ++kinds_[graph[v].kind()];
      cited += graph[v].cited.size();
    }
    for (auto [e, end] = edges(graph.boost()); e != end; ++e) {
      ++relations_[graph.boost()[*e].relation];
    }
    EXPECT_TRUE(nom::rdf::walk(graph, nom::rdf::default_base(), statements));
  }

  [[nodiscard]] std::size_t of(Kind kind) const { return kinds_.at(kind); }

  [[nodiscard]] std::size_t of(Relation relation) const { return relations_.at(relation); }

  [[nodiscard]] const std::map<Kind, std::size_t>& kinds() const { return kinds_; }

  [[nodiscard]] const std::map<Relation, std::size_t>& relations() const { return relations_; }

  const Graph graph = million();
  std::size_t cited = 0;
  nom::support::StatementCounter statements;

 private:
  std::map<Kind, std::size_t> kinds_;
  std::map<Relation, std::size_t> relations_;
};

const Million& all() {
  static const Million made;
  return made;
}

/// Of networks: a text for each kind of node and each relation of ties, with names in its middle.
Marks of_network(const std::string& before_kind, const std::string& after_kind,
                 const std::string& before_relation, const std::string& after_relation) {
  Marks marks;
  for (const auto& [kind, count] : all().kinds()) {
    marks[before_kind + std::string(name_of(kind)) + after_kind] = count;
  }
  for (const auto& [relation, count] : all().relations()) {
    marks[before_relation + std::string(name_of(relation)) + after_relation] = count;
  }
  return marks;
}

/// Of RDF: the class of each kind of thing, and the properties of which no subject has two.
constexpr std::array<std::pair<Kind, std::string_view>, 8> classes = {{
    {Kind::person, "foaf:Person"},
    {Kind::body, "org:FormalOrganization"},
    {Kind::post, "org:Post"},
    {Kind::tenure, "org:Membership"},
    {Kind::resolution, "eli:LegalResource"},
    {Kind::event, "schema:Event"},
    {Kind::place, "dcterms:Location"},
    {Kind::document, "schema:NewsArticle"},
}};
constexpr std::array<std::pair<Relation, std::string_view>, 11> properties = {{
    {Relation::holder, "org:member"},
    {Relation::of_post, "nom:post"},
    {Relation::in_body, "org:postIn"},
    {Relation::under, "org:subOrganizationOf"},
    {Relation::located, "dcterms:spatial"},
    {Relation::within, "schema:containedInPlace"},
    {Relation::issued_by, "eli:passed_by"},
    {Relation::organised_by, "schema:organizer"},
    {Relation::ended_by, "nom:endedBy"},
    {Relation::ended_in, "nom:endedIn"},
    {Relation::begun_in, "nom:begunIn"},
}};

std::string whole(std::string_view prefixed) {
  const std::size_t colon = prefixed.find(':');
  for (const nom::rdf::Prefix& prefix : nom::rdf::prefixes()) {
    if (prefix.name == prefixed.substr(0, colon)) {
      return std::string(prefix.iri).append(prefixed.substr(colon + 1));
    }
  }
  return {};
}

/// As RDF/XML has it, relative to the base.
std::string from_base(const std::string& name) {
  constexpr std::string_view host = "https://nomenclator.example/";
  const std::string iri = whole(name);
  return '"' + (iri.starts_with(host) ? "../" + iri.substr(host.size()) : iri) + '"';
}

template <class Class, class Property>
Marks of_rdf(Class of_class, Property of_property) {
  Marks marks;
  for (const auto& [kind, name] : classes) {
    marks[of_class(std::string(name))] = all().of(kind);
  }
  marks[of_class(std::string("nom:Participation"))] = all().of(Relation::took_part);
  for (const auto& [relation, name] : properties) {
    marks[of_property(std::string(name))] = all().of(relation);
  }
  return marks;
}

Marks of_lines() {
  const auto term = [](const std::string& name) { return "<" + whole(name) + "> "; };
  Marks marks = of_rdf(term, term);
  marks["\n"] = all().statements.count;
  return marks;
}

Marks of_turtle() {
  const auto term = [](const std::string& name) { return name + " "; };
  return of_rdf(term, term);
}

/// What must be in a format, or in one file of it, how often.
Marks marks_of(std::string_view format, std::string_view part) {
  const Million& m = all();
  const auto row = [](std::size_t count) { return Marks{{"\r\n", 1 + count}}; };
  if (format == "csv") {
    const std::map<std::string_view, std::size_t> rows = {
        {"tenures.csv", m.of(Kind::tenure)},
        {"people.csv", m.of(Kind::person)},
        {"bodies.csv", m.of(Kind::body)},
        {"posts.csv", m.of(Kind::post)},
        {"resolutions.csv", m.of(Kind::resolution)},
        {"events.csv", m.of(Kind::event)},
        {"participations.csv", m.of(Relation::took_part)},
        {"places.csv", m.of(Kind::place)},
        {"documents.csv", m.of(Kind::document)},
        {"evidence.csv", m.cited},
        {"possibly-same.csv", m.of(Relation::same_maybe)},
    };
    return row(rows.at(part));
  }
  if (format == "gephi" || format == "neo4j") {
    return row(part == "nodes.csv" ? m.graph.size() : m.graph.edge_count());
  }
  if (format == "graphml") {
    Marks marks = of_network("<data key=\"kind\">", "<", "<data key=\"edge_label\">", "<");
    marks["<node "] = m.graph.size();
    marks["<edge "] = m.graph.edge_count();
    return marks;
  }
  if (format == "gexf") {  // tenures are ties there, each of another person
    Marks marks = of_network("for=\"kind\" value=\"", "\"", "\" label=\"", "\"");
    marks["for=\"kind\" value=\"tenure\""] = 0;
    for (const Relation gone : {Relation::holder, Relation::of_post, Relation::ended_by}) {
      marks["\" label=\"" + std::string(name_of(gone)) + "\""] = 0;
    }
    marks["\" label=\"holds\""] = m.of(Kind::tenure);
    marks["<node "] = m.graph.size() - m.of(Kind::tenure);
    return marks;
  }
  if (format == "dot") {  // holders are lines of their posts
    return {{" [label=",
             m.of(Kind::body) + m.of(Kind::post) + m.of(Kind::person) - m.of(Relation::holder)},
            {"\\nPerson ", m.of(Kind::tenure)},
            {" -> ", m.of(Relation::under) + m.of(Relation::in_body)}};
  }
  if (format == "ftm") {
    return {{"\n", m.graph.size() + m.of(Relation::under) + m.of(Relation::same_maybe)},
            {R"("schema":"Person")", m.of(Kind::person)},
            {R"("schema":"Organization")", m.of(Kind::body)},
            {R"("schema":"Position")", m.of(Kind::post)},
            {R"("schema":"Occupancy")", m.of(Kind::tenure)},
            {R"("schema":"Document")", m.of(Kind::resolution)},
            {R"("schema":"Event")", m.of(Kind::event)},
            {R"("schema":"Address")", m.of(Kind::place)},
            {R"("schema":"Article")", m.of(Kind::document)},
            {R"("schema":"Membership")", m.of(Relation::under)},
            {R"("schema":"UnknownLink")", m.of(Relation::same_maybe)},
            {R"("holder":[)", m.of(Relation::holder)},
            {R"("description":[)", m.cited}};
  }
  if (format == "popolo") {
    return {{R"({"id":"person/)", m.of(Kind::person) + m.of(Relation::took_part)},
            {R"({"id":"body/)", m.of(Kind::body)},
            {R"({"id":"post/)", m.of(Kind::post)},
            {R"({"id":"tenure/)", m.of(Kind::tenure)},
            {R"({"id":"place/)", m.of(Kind::place)},
            {R"({"id":"event/)", m.of(Kind::event)},
            {R"("person_id":"person/)", m.of(Relation::holder)}};
  }
  if (format == "ntriples" || format == "nquads") {
    return of_lines();
  }
  if (format == "rdfxml") {
    Marks marks = of_rdf(from_base, [](const std::string& name) { return '<' + name + ' '; });
    marks["<rdf:Description "] = m.statements.count;
    return marks;
  }
  if (format == "jsonld") {
    Marks marks = of_rdf([](const std::string& name) { return '"' + name + '"'; },
                         [](const std::string& name) { return '"' + name + "\":\""; });
    marks["\n{\"id\":"] = m.statements.subjects;
    return marks;
  }
  if (format == "turtle" || format == "trig") {
    return of_turtle();
  }
  return {};
}

class AMillionThings : public testing::TestWithParam<const nom::Format*> {};

TEST_P(AMillionThings, AreAllWrittenAndLittleIsHeld) {
  const nom::Format& format = *GetParam();
  ASSERT_EQ(all().graph.size(), count_of_things);
  const auto check = [&](std::string_view part, nom::Write write) {
    const Marks marks = marks_of(format.name, part);
    ASSERT_FALSE(marks.empty()) << "what is to be counted in " << format.name << "?";
    CountingSink sink(marks);
    const std::size_t before = nom::support::memory_in_use();
    const auto start = std::chrono::steady_clock::now();
    const nom::Result<nom::Done> done = write(all().graph, {}, sink);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_TRUE(done) << nom::to_string(done.error());
    for (const auto& [text, count] : marks) {
      EXPECT_EQ(sink.count(text), count) << format.name << ' ' << part << ' ' << text;
    }
    // Networks have nodes and ties; the others at most the order in which they go.
    EXPECT_LT(sink.most_in_use(), before + (format.projects ? 100'000'000U : 40'000'000U));
    std::cout << format.name << ' ' << part << ": " << sink.total() / 1'000'000 << " MB in "
              << took.count() << " s, held " << (sink.most_in_use() - before) / 1'000 << " kB\n";
  };
  if (format.parts.empty()) {
    check("", format.write);
  }
  for (const nom::Part& part : format.parts) {
    check(part.name, part.write);
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, AMillionThings,
                         testing::ValuesIn(nom::format::all().begin(), nom::format::all().end()),
                         [](const auto& test) { return std::string(test.param->name); });

}  // namespace
