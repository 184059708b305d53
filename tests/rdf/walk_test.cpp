// SPDX-License-Identifier: Apache-2.0
#include "rdf/rdf.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using nom::Iri;
using nom::rdf::Literal;
using nom::rdf::Statement;

const Iri& base() {
  static const Iri made = *nom::rdf::check_base("https://a.example/");
  return made;
}

// IRIs under the base without it, others with their prefix.
std::string shortened(const Iri& iri) {
  if (iri.str().starts_with(base().str())) {
    return "<" + iri.str().substr(base().str().size()) + ">";
  }
  for (const nom::rdf::Prefix& prefix : nom::rdf::prefixes()) {
    if (iri.str().starts_with(prefix.iri)) {
      return std::string(prefix.name) + ":" + iri.str().substr(prefix.iri.size());
    }
  }
  return "<" + iri.str() + ">";
}

std::string shortened(const Literal& literal) {
  const std::string quoted = '"' + literal.text() + '"';
  switch (literal.type()) {
    case Literal::Type::string:
      return quoted;
    case Literal::Type::language:
      return quoted + "@" + literal.language();
    default:
      return quoted + "^^" + shortened(nom::rdf::datatype(literal.type()));
  }
}

class Lines : public nom::rdf::Visitor {
 public:
  nom::Result<nom::Done> describe(const Iri& subject,
                                  std::span<const Statement> statements) override {
    EXPECT_LT(last, subject.str());
    EXPECT_FALSE(statements.empty());
    EXPECT_TRUE(std::is_sorted(statements.begin(), statements.end()));
    EXPECT_EQ(std::adjacent_find(statements.begin(), statements.end()), statements.end());
    last = subject.str();
    for (const Statement& s : statements) {
      all.push_back(shortened(subject) + " " + shortened(s.predicate) + " " +
                    std::visit([](const auto& object) { return shortened(object); }, s.object));
    }
    return nom::Done{};
  }

  std::string last;
  std::vector<std::string> all;
};

std::vector<std::string> lines_of(const nom::Graph& graph) {
  Lines lines;
  const nom::Result<nom::Done> done = nom::rdf::walk(graph, base(), lines);
  EXPECT_TRUE(done) << done.error().message;
  return lines.all;
}

// The lines about a subject and its parts, joined.
std::string about(const nom::Graph& graph, const std::string& key, bool parts = true) {
  std::string out;
  for (const std::string& line : lines_of(graph)) {
    if (line.starts_with("<" + key + ">") || (parts && line.starts_with("<" + key + "#"))) {
      out += line + "\n";
    }
  }
  return out;
}

TEST(Walk, ATenureIsAMembershipWithItsDaysAndItsSentence) {
  const std::string t = "<tenure/dang-olene.vel/vel/council/secretary>";
  const std::string during = "<tenure/dang-olene.vel/vel/council/secretary#during>";
  const std::string evidence =
      "<tenure/dang-olene.vel/vel/council/secretary#evidence/vel-2021-11-04/0-69/since%3A2>";
  EXPECT_EQ(about(nom::support::whole_world(), "tenure/dang-olene.vel/vel/council/secretary"),
            t + " rdf:type org:Membership\n" + t +
                " skos:prefLabel \"Đặng Olenė, Secretary of the Vel Council\"\n" + t +
                " org:member <person/dang-olene.vel>\n" + t + " org:memberDuring " + during + "\n" +
                t + " org:organization <body/vel/council>\n" + t +
                " org:role <concept/role/secretary>\n" + t + " prov:wasDerivedFrom " + evidence +
                "\n" + t + " nom:begunBy \"2021-11-04\"^^xsd:date\n" + t +
                " nom:certainFrom \"2021-11-04\"^^xsd:date\n" + t +
                " nom:certainUntil \"2021-11-05\"^^xsd:date\n" + t +
                " nom:confidence \"stated\"\n" + t + " nom:firstCited \"2021-11-04\"^^xsd:date\n" +
                t + " nom:lastCited \"2021-11-04\"^^xsd:date\n" + t + " nom:open \"ongoing\"\n" +
                t + " nom:overFrom \"2021-11-05\"^^xsd:date\n" + t +
                " nom:possibleFrom \"2021-11-01\"^^xsd:date\n" + t +
                " nom:post <post/vel/council/secretary>\n" + t +
                " nom:start \"2021-11\"^^xsd:gYearMonth\n" + t +
                " nom:startEarliest \"2021-11-01\"^^xsd:date\n" + t +
                " nom:startLatest \"2021-11-30\"^^xsd:date\n" + t + " nom:status \"current\"\n" +
                t + " nom:title \"Secretary\"\n" + during + " rdf:type time:Interval\n" + during +
                " time:hasBeginning <tenure/dang-olene.vel/vel/council/secretary#during/start>\n"
                "<tenure/dang-olene.vel/vel/council/secretary#during/start> rdf:type time:Instant\n"
                "<tenure/dang-olene.vel/vel/council/secretary#during/start> time:inXSDgYearMonth "
                "\"2021-11\"^^xsd:gYearMonth\n" +
                evidence + " rdf:type oa:Annotation\n" + evidence +
                " oa:hasTarget <document/vel-2021-11-04#at-0-69>\n" + evidence +
                " nom:rule \"since:2\"\n");
}

TEST(Walk, TheEndOfATenureIsTheFirstDayAfterIt) {
  const std::string lines =
      about(nom::support::whole_world(), "tenure/bo-rask/vel/council/secretary", false);
  for (const char* expected :
       {"nom:start \"2016\"^^xsd:gYear", "nom:startEarliest \"2016-01-01\"^^xsd:date",
        "nom:startLatest \"2016-12-31\"^^xsd:date", "nom:end \"2021-11-03\"^^xsd:date",
        "nom:endEarliest \"2021-11-03\"^^xsd:date", "nom:endLatest \"2021-11-03\"^^xsd:date",
        "nom:open \"ended\"", "nom:status \"former\"", "nom:confidence \"implied\"",
        "nom:citedAsOver \"2021-11-04\"^^xsd:date", "nom:possibleUntil \"2021-11-03\"^^xsd:date",
        "nom:certainFrom \"2016-12-31\"^^xsd:date", "nom:certainUntil \"2021-11-03\"^^xsd:date"}) {
    EXPECT_NE(lines.find(expected), std::string::npos) << expected << "\n" << lines;
  }
}

TEST(Walk, AnUndatedTenureHasNoIntervalAndNoDays) {
  const std::string t = "<tenure/ann-lee/vel/governor>";
  EXPECT_EQ(about(nom::support::whole_world(), "tenure/ann-lee/vel/governor", false),
            t + " rdf:type org:Membership\n" + t +
                " skos:prefLabel \"Ann Lee, Governor of Vel\"\n" + t +
                " org:member <person/ann-lee>\n" + t + " org:role <concept/role/governor>\n" + t +
                " prov:wasDerivedFrom "
                "<tenure/ann-lee/vel/governor#evidence/vel-2021-11-04/227-256>\n" +
                t + " nom:confidence \"inferred\"\n" + t + " nom:open \"unknown\"\n" + t +
                " nom:post <post/vel/governor>\n" + t + " nom:status \"acting\"\n" + t +
                " nom:title \"Governor\"\n");
}

TEST(Walk, OnlyCertainHoldersHold) {
  const std::vector<std::string> lines = lines_of(nom::support::whole_world());
  std::vector<std::string> holding;
  for (const std::string& line : lines) {
    if (line.find(" org:hold") != std::string::npos ||
        line.find(" org:held") != std::string::npos) {
      holding.push_back(line);
    }
  }
  EXPECT_EQ(holding, (std::vector<std::string>{
                         "<person/dang-olene.vel> org:holds <post/vel/council/secretary>",
                         "<post/vel/council/secretary> org:heldBy <person/dang-olene.vel>"}));
}

TEST(Walk, InferredAndStatedHierarchyAreToldApart) {
  const nom::Graph graph = nom::support::whole_world();
  const std::string guild = "<body/guild#under/body/vel/council>";
  EXPECT_EQ(about(graph, "body/guild"),
            "<body/guild> rdf:type org:FormalOrganization\n"
            "<body/guild> skos:prefLabel \"Guild\"\n"
            "<body/guild> org:subOrganizationOf <body/vel/council>\n" +
                guild + " rdf:object <body/vel/council>\n" + guild +
                " rdf:predicate org:subOrganizationOf\n" + guild + " rdf:subject <body/guild>\n" +
                guild + " rdf:type rdf:Statement\n" + guild + " nom:confidence \"inferred\"\n" +
                guild + " nom:rule \"guilds are under councils\"\n");
  const std::string board = about(graph, "body/vel/harbour-board");
  EXPECT_NE(board.find("<body/vel/harbour-board> rdf:type org:OrganizationalUnit\n"),
            std::string::npos);
  EXPECT_NE(board.find("<body/vel/harbour-board#under/body/vel/council> nom:confidence "
                       "\"stated\"\n"),
            std::string::npos);
  EXPECT_NE(board.find("<body/vel/harbour-board#under/body/vel/council> prov:wasDerivedFrom "
                       "<body/vel/harbour-board#under/body/vel/council/evidence/vel-2021-11-04/"),
            std::string::npos)
      << board;
}

TEST(Walk, AnEventHasItsPeopleAndTheirParts) {
  const std::string e = "<event/spring-meeting>";
  const std::string rask = "<event/spring-meeting#part/bo-rask/chair>";
  const std::string lines = about(nom::support::whole_world(), "event/spring-meeting");
  for (const std::string& expected :
       {e + " rdf:type schema:Event\n", e + " schema:attendee <person/bo-rask>\n",
        e + " schema:attendee <person/dang-olene.vel>\n",
        e + " schema:organizer <body/vel/council>\n",
        e + " schema:startDate \"2021-04\"^^xsd:gYearMonth\n",
        e + " nom:dateLatest \"2021-04-30\"^^xsd:date\n", e + " nom:participation " + rask + "\n",
        rask + " rdf:type nom:Participation\n", rask + " nom:part \"chair\"\n",
        rask + " nom:participant <person/bo-rask>\n"}) {
    EXPECT_NE(lines.find(expected), std::string::npos) << expected << "\n" << lines;
  }
}

TEST(Walk, AResolutionHasACompleteDateOrNoneForEli) {
  const nom::Graph graph = nom::support::whole_world();
  const std::string seven = about(graph, "resolution/vel/council/7", false);
  for (const char* expected :
       {" rdf:type eli:LegalResource\n", " eli:date_document \"2021-05-06\"^^xsd:date\n",
        " eli:id_local \"7\"\n", " eli:passed_by <body/vel/council>\n",
        " eli:title \"Resolution No. 7\"\n", " eli:type_document <concept/resolution/resolution>\n",
        " dcterms:description \"clean quays\"\n", " skos:altLabel \"the quays resolution\"\n"}) {
    EXPECT_NE(seven.find(expected), std::string::npos) << expected << "\n" << seven;
  }
  const std::string old = about(graph, "resolution/old", false);
  EXPECT_NE(old.find(" dcterms:date \"1999\"^^xsd:gYear\n"), std::string::npos);
  EXPECT_EQ(old.find("eli:date_document"), std::string::npos);
}

TEST(Walk, OffsetsCountCodePointsOfTheTextAsPublished) {
  const std::string d = "<document/letter>";
  const std::string at = "<document/letter#at-0-7>";
  const std::string lines = about(nom::support::whole_world(), "document/letter");
  EXPECT_EQ(lines,
            d + " dcterms:identifier \"letter\"\n" + d + " dcterms:issued \"2022\"^^xsd:gYear\n" +
                d + " dcterms:source \"a reader\"\n" + d + " dcterms:title \"A letter\"\n" + d +
                " schema:articleBody \"Bo Rask was here. 𝒱el!\"\n" + d +
                " schema:inLanguage \"not a tag\"\n" + d + " rdf:type schema:NewsArticle\n" + d +
                " rdf:type prov:Entity\n" + d + " nom:dateEarliest \"2022-01-01\"^^xsd:date\n" + d +
                " nom:dateLatest \"2022-12-31\"^^xsd:date\n" + at +
                " rdf:type oa:SpecificResource\n" + at +
                " oa:hasSelector <document/letter#at-0-7-position>\n" + at +
                " oa:hasSelector <document/letter#at-0-7-quote>\n" + at +
                " oa:hasSource <document/letter>\n"
                "<document/letter#at-0-7-position> rdf:type oa:TextPositionSelector\n"
                "<document/letter#at-0-7-position> oa:end \"7\"^^xsd:nonNegativeInteger\n"
                "<document/letter#at-0-7-position> oa:start \"0\"^^xsd:nonNegativeInteger\n"
                "<document/letter#at-0-7-quote> rdf:type oa:TextQuoteSelector\n"
                "<document/letter#at-0-7-quote> oa:exact \"Bo Rask\"\n"
                "<document/letter#at-0-7-quote> oa:suffix \" was here. 𝒱el!\"\n");
}

TEST(Walk, QuotationsHave32CodePointsAround) {
  const std::string lines = about(nom::support::whole_world(), "document/vel-2021-11-04");
  EXPECT_NE(lines.find("> oa:exact \"She follows Bo Rask, who left.\"\n"), std::string::npos);
  EXPECT_NE(lines.find("> oa:prefix \"el Council since November 2021. \"\n"), std::string::npos)
      << lines;
  EXPECT_NE(lines.find("> oa:suffix \" The Harbour Board is under the \"\n"), std::string::npos);
}

TEST(Walk, TheOrderOfBuildingChangesNothing) {
  const auto built = [](bool backwards) {
    nom::support::World w;
    std::vector<std::string> keys = {"a", "a.b", "a-b", "a/b", "ab", "a b", "a%b", "é", "a/b/c"};
    if (backwards) {
      std::reverse(keys.begin(), keys.end());
    }
    for (const std::string& key : keys) {
      w.add("place/" + key, key, nom::PlaceData{w.id("province"), w.id(key)});
      w.add("post/" + key, key,
            nom::PostData{w.id(key.size() > 1 ? "Deputy Head" : "deputy head")});
    }
    return std::move(w).finish();
  };
  EXPECT_EQ(lines_of(built(false)), lines_of(built(true)));
}

TEST(Walk, ARoleWrittenInSeveralWaysIsOneConcept) {
  nom::support::World w;
  w.add("post/a", "A", nom::PostData{w.id("Vice Chairman")});
  w.add("post/b", "B", nom::PostData{w.id("vice-chairman")});
  EXPECT_EQ(about(std::move(w).finish(), "concept/role/vice-chairman"),
            "<concept/role/vice-chairman> rdf:type skos:Concept\n"
            "<concept/role/vice-chairman> rdf:type org:Role\n"
            "<concept/role/vice-chairman> skos:altLabel \"vice-chairman\"\n"
            "<concept/role/vice-chairman> skos:prefLabel \"Vice Chairman\"\n");
}

TEST(Walk, SourcesAreAddressesOrWords) {
  const auto source = [](std::string_view text) {
    nom::support::World w;
    w.document("d", "D", "x", {}, "en", text);
    std::string lines = about(std::move(w).finish(), "document/d");
    const std::size_t at = lines.find(" dcterms:source ");
    return at == std::string::npos ? "" : lines.substr(at + 16, lines.find('\n', at) - at - 16);
  };
  EXPECT_EQ(source(""), "");
  EXPECT_EQ(source("The Vel Times"), "\"The Vel Times\"");
  EXPECT_EQ(source("https://b.example/x?y=1#z"), "<https://b.example/x?y=1#z>");
  EXPECT_EQ(source("https://b.example/a b"), "\"https://b.example/a b\"");
  EXPECT_EQ(source("ftp://b.example/"), "\"ftp://b.example/\"");
  EXPECT_EQ(source("https://b.example/a/../b"), "<https://b.example/a/../b>");
  // On the host of the base.
  EXPECT_EQ(source("https://a.example/x:y"), "\"https://a.example/x:y\"");
  EXPECT_EQ(source("https://a.example"), "<https://a.example>");
}

TEST(Walk, AQuotationThatIsNotInItsTextIsAFault) {
  nom::support::World w;
  const auto document = w.document("d", "D", "One two.");
  nom::Citation cited = w.cite(document, "two");
  cited.start = 3;
  w.add("person/a", "A", nom::PersonData{}, {}, {cited});
  Lines lines;
  const auto done = nom::rdf::walk(std::move(w).finish(), base(), lines);
  ASSERT_FALSE(done);
  EXPECT_EQ(nom::to_string(done.error()),
            "error: document/d: a quotation is not in the text at 3-7\n"
            "  hint: offsets count code points of the text as published");
}

TEST(Walk, BadTextIsAFaultThatNamesItsVertex) {
  nom::support::World w;
  w.add("person/a", "A\xFF", nom::PersonData{});
  Lines lines;
  const auto done = nom::rdf::walk(std::move(w).finish(), base(), lines);
  ASSERT_FALSE(done);
  EXPECT_EQ(nom::to_string(done.error()), "error: person/a: byte 1 of a text is not UTF-8");
}

TEST(Walk, TheVisitorsFaultEndsTheWalk) {
  class Refuses : public nom::rdf::Visitor {
   public:
    nom::Result<nom::Done> describe(const Iri&, std::span<const Statement>) override {
      ++calls;
      return nom::Fault{nom::FaultKind::io, "full", {}, ""};
    }
    int calls = 0;
  };
  Refuses refuses;
  const auto done = nom::rdf::walk(nom::support::whole_world(), base(), refuses);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "full");
  EXPECT_EQ(refuses.calls, 1);
}

// Terms of ours that the triples use and terms that the ontology defines.
TEST(Ontology, DefinesWhatIsUsedAndNothingElse) {
  nom::support::World worded;  // one thing in two wordings
  worded.add("body/a", "A", nom::BodyData{worded.id("Court"), worded.id("City")});
  worded.add("body/b", "B", nom::BodyData{worded.id("court"), worded.id("city")});
  std::vector<std::string> lines = lines_of(std::move(worded).finish());
  for (const std::string& line : lines_of(nom::support::whole_world())) {
    lines.push_back(line);
  }
  std::set<std::string> used;
  for (const std::string& line : lines) {
    std::istringstream words(line);
    std::string subject;
    std::string predicate;
    std::string object;
    words >> subject >> predicate >> object;
    for (const std::string& word : {predicate, object}) {
      if (word.starts_with("nom:")) {
        used.insert(word);
      }
    }
  }
  std::set<std::string> defined;
  std::ifstream file(NOM_SOURCE_DIR "/schema/nomenclator.ttl");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("nom:")) {
      defined.insert(line.substr(0, line.find(' ')));
    }
  }
  EXPECT_EQ(used, defined);
  EXPECT_GT(used.size(), 20U);
}

TEST(Ontology, HasTheNamespaceOfTheProgram) {
  std::ifstream file(NOM_SOURCE_DIR "/schema/nomenclator.ttl");
  std::stringstream all;
  all << file.rdbuf();
  for (const nom::rdf::Prefix& prefix : nom::rdf::prefixes()) {
    if (prefix.name != "time") {  // aligned with nothing of ours
      EXPECT_NE(all.str().find("@prefix " + std::string(prefix.name) + ": <" +
                               std::string(prefix.iri) + "> ."),
                std::string::npos)
          << prefix.name;
    }
  }
}

TEST(Walk, TheGraphTellsItsBase) {
  EXPECT_EQ(about(nom::Graph(), ""),
            "<> dcterms:conformsTo <https://nomenclator.example/ns>\n"
            "<> void:uriSpace \"https://a.example/\"\n"
            "<> rdf:type void:Dataset\n");
}

TEST(Walk, WordsThatShareAConceptAreKept) {
  nom::support::World w;
  w.add("post/a", "A", nom::PostData{w.id("Vice-Chairman")});
  w.add("post/b", "B", nom::PostData{w.id("Vice Chairman")});
  const nom::Graph graph = std::move(w).finish();
  EXPECT_EQ(about(graph, "concept/role/vice-chairman"),
            "<concept/role/vice-chairman> rdf:type skos:Concept\n"
            "<concept/role/vice-chairman> rdf:type org:Role\n"
            "<concept/role/vice-chairman> skos:altLabel \"Vice-Chairman\"\n"
            "<concept/role/vice-chairman> skos:prefLabel \"Vice Chairman\"\n");
  EXPECT_NE(about(graph, "post/a").find("nom:wording \"Vice-Chairman\""), std::string::npos);
  EXPECT_EQ(about(graph, "post/b").find("nom:wording"), std::string::npos);
}

TEST(Walk, NamesThatAreCarriedAlikeAreOne) {
  nom::support::World w;
  w.add("person/a", "A\x07", nom::PersonData{}, {"A\x08"});
  EXPECT_EQ(about(std::move(w).finish(), "person/a"),
            "<person/a> rdf:type foaf:Person\n<person/a> foaf:name \"A\uFFFD\"\n");
}

class GraphLines : public nom::rdf::Visitor {
 public:
  nom::Result<nom::Done> in_graph(const Iri& name) override {
    EXPECT_LT(graph, shortened(name));
    graph = shortened(name);
    last.clear();
    return nom::Done{};
  }

  nom::Result<nom::Done> describe(const Iri& subject,
                                  std::span<const Statement> statements) override {
    EXPECT_LT(last, subject.str());
    EXPECT_TRUE(std::is_sorted(statements.begin(), statements.end()));
    last = subject.str();
    for (const Statement& s : statements) {
      const std::string line =
          shortened(subject) + " " + shortened(s.predicate) + " " +
          std::visit([](const auto& object) { return shortened(object); }, s.object);
      EXPECT_TRUE(graph_of.emplace(line, graph).second) << line;
    }
    return nom::Done{};
  }

  std::string graph;
  std::string last;
  std::map<std::string, std::string> graph_of;  ///< by statement
};

TEST(WalkGraphs, SaysTheSameEachInOneGraph) {
  const nom::Graph world = nom::support::whole_world();
  GraphLines lines;
  ASSERT_TRUE(nom::rdf::walk_graphs(world, base(), lines));
  std::vector<std::string> all = lines_of(world);
  std::sort(all.begin(), all.end());
  std::vector<std::string> found;
  for (const auto& [line, graph] : lines.graph_of) {
    found.push_back(line);
  }
  EXPECT_EQ(found, all);
}

TEST(WalkGraphs, WithoutTheGraphOfADocumentNothingPointsAtIt) {
  GraphLines lines;
  ASSERT_TRUE(nom::rdf::walk_graphs(nom::support::whole_world(), base(), lines));
  std::set<std::string> graphs;
  for (const auto& [line, graph] : lines.graph_of) {
    graphs.insert(graph);
    const std::size_t at = line.find("<document/");
    if (at != std::string::npos) {
      const std::string document = line.substr(at, line.find_first_of("#>", at) - at) + ">";
      EXPECT_EQ(graph, document) << line;
    }
    if (line.find("#evidence/") != std::string::npos) {
      EXPECT_NE(graph, "") << line;
    }
  }
  EXPECT_EQ(graphs, (std::set<std::string>{"", "<document/letter>", "<document/vel-2021-11-04>"}));
  EXPECT_EQ(lines.graph_of.at("<person/bo-rask> nom:mention <document/letter#at-0-7>"),
            "<document/letter>");
}

}  // namespace
