// SPDX-License-Identifier: Apache-2.0
// What tables, FollowTheMoney and Popolo say.
#include "format/format.hpp"
#include "support/printed.hpp"
#include "support/world.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using nom::support::printed;

nom::Graph one_person(std::string_view key, std::string_view name) {
  nom::support::World w;
  w.add(key, name, nom::PersonData{});
  return std::move(w).finish();
}

/// The line that begins so.
std::string line(const std::string& text, std::string_view begin) {
  std::size_t at = 0;
  while (at != std::string::npos && text.compare(at, begin.size(), begin) != 0) {
    at = text.find('\n', at);
    at += at == std::string::npos ? 0 : 1;
  }
  return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

struct Cell {
  std::string name, spreadsheet, tool;
};

TEST(Rows, QuoteWhatTheyMustAndHaveNoFormulas) {
  const std::vector<Cell> cells = {
      {"Ann Lee", "Ann Lee", "Ann Lee"},
      {"Lee, Ann", "\"Lee, Ann\"", "\"Lee, Ann\""},
      {"a;b", "\"a;b\"", "\"a;b\""},
      {"\"A\"", "\"\"\"A\"\"\"", "\"\"\"A\"\"\""},
      {"two\nlines", "\"two\nlines\"", "\"two\nlines\""},
      {"two\rlines", "\"two\nlines\"", "\"two\nlines\""},
      {" space", "\" space\"", "\" space\""},
      {"=1+1", "'=1+1", "=1+1"},
      {"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"},
      {"=\"a\",1", "\"'=\"\"a\"\",1\"", "\"=\"\"a\"\",1\""},
      {"+84 1", "'+84 1", "+84 1"},
      {"-1", "'-1", "-1"},
      {"@sum", "'@sum", "@sum"},
      {"\t=1", "\"'\t=1\"", "\"\t=1\""},
      {"\n=1", "\"'\n=1\"", "\"\n=1\""},
      {"＝1", "'＝1", "＝1"},
      {"a=1", "a=1", "a=1"},
      {"'tis", "'tis", "'tis"},
  };
  for (const Cell& cell : cells) {
    const nom::Graph graph = one_person("person/a", cell.name);
    EXPECT_EQ(printed("csv", graph, {}, "people.csv"),
              "id,name,also,merged,tenure_count,ended_in,ended_in_name,mention_count,documents,iri"
              "\r\nperson/a," +
                  cell.spreadsheet + ",,,0,,,0,,https://nomenclator.example/id/person/a\r\n");
    EXPECT_EQ(printed("gephi", graph, {}, "nodes.csv"),
              "Id,Label,kind,iri,also,merged,mention_count,document\r\nperson/a," + cell.tool +
                  ",person,https://nomenclator.example/id/person/a,,,,\r\n");
  }
}

TEST(Tables, ATenureIsARowWithItsSentence) {
  const nom::Graph world = nom::support::whole_world();
  const std::string tenures = printed("csv", world, {}, "tenures.csv");
  EXPECT_EQ(
      line(tenures, "id,"),
      "id,person,person_name,post,post_name,role,body,body_name,title,status,confidence,from,"
      "to,open,start_earliest,start_latest,end_earliest,end_latest,first_cited,last_cited,"
      "cited_as_over,ended_by,ended_by_rule,also,merged,evidence_count,documents,evidence,rule,"
      "iri\r");
  EXPECT_EQ(
      line(tenures, "tenure/bo-rask"),
      "tenure/bo-rask/vel/council/secretary,person/bo-rask,Bo Rask,post/vel/council/secretary,"
      "Secretary of the Vel Council,Secretary,body/vel/council,Vel Council,Secretary,former,"
      "implied,2016,2021-11-03,ended,2016-01-01,2016-12-31,2021-11-03,2021-11-03,,,2021-11-04,"
      "tenure/dang-olene.vel/vel/council/secretary,one-seat,,,1,"
      "document/vel-2021-11-04,\"She follows Bo Rask, who left.\",follows,"
      "https://nomenclator.example/id/tenure/bo-rask/vel/council/secretary\r");
  EXPECT_EQ(line(printed("csv", world, {}, "bodies.csv"), "body/guild"),
            "body/guild,Guild,,,,,,,body/vel/council,Vel Council,inferred,guilds are under "
            "councils,,,event/merger,merger of the "
            "guilds,0,,https://nomenclator.example/id/body/guild\r");
  EXPECT_EQ(line(printed("csv", world, {}, "resolutions.csv"), "resolution/old"),
            "resolution/old,Old Law,,,law,,1999,1999-01-01,1999-12-31,,,,0,,,,"
            "https://nomenclator.example/id/resolution/old\r");
  EXPECT_EQ(line(printed("csv", world, {}, "evidence.csv"), "body/vel/harbour-board,under"),
            "body/vel/harbour-board,under,body/vel/council,document/vel-2021-11-04,101,140,The "
            "Harbour Board is under the Council.,under:1\r");
  EXPECT_EQ(line(printed("csv", world, {}, "participations.csv"), "person/dang"),
            "person/dang-olene.vel,Đặng Olenė,event/spring-meeting,spring meeting,,0,,,\r");
  EXPECT_EQ(line(printed("csv", world, {}, "possibly-same.csv"), "person/bo"),
            "person/bo-rask,Bo Rask,person/bo-rask.2,Bo Rask,\"same name, no place\"\r");
}

TEST(Tables, TellEveryRelation) {
  nom::support::World w;
  const auto board = w.add("body/board", "Board", nom::BodyData{});
  const auto guild = w.add("body/guild", "Guild", nom::BodyData{});
  const auto merger = w.add("event/merger", "merger", nom::EventData{});
  const auto split = w.add("event/split", "split", nom::EventData{});
  w.connect(guild, nom::Relation::begun_in, split);
  w.connect(guild, nom::Relation::ended_in, merger);
  w.connect(guild, nom::Relation::under, board);
  w.connect(guild, nom::Relation::under, w.add("body/court", "Court", nom::BodyData{}));
  w.connect(w.add("person/a", "Ann", nom::PersonData{}), nom::Relation::ended_in, merger);
  w.add("place/p", "P", nom::PlaceData{}, {}, {}, {"place/q"});
  const nom::Graph graph = std::move(w).finish();
  EXPECT_EQ(
      line(printed("csv", graph, {}, "bodies.csv"), "body/guild"),
      "body/guild,Guild,,,,,,,\"body/board; body/court\",\"Board; Court\",\"stated; stated\","
      ",event/split,split,event/merger,merger,0,,https://nomenclator.example/id/body/guild\r");
  EXPECT_EQ(line(printed("csv", graph, {}, "people.csv"), "person/a"),
            "person/a,Ann,,,0,event/merger,merger,0,,https://nomenclator.example/id/person/a\r");
  EXPECT_EQ(line(printed("csv", graph, {}, "places.csv"), "place/p"),
            "place/p,P,,place/q,,,,,,0,,https://nomenclator.example/id/place/p\r");
}

TEST(Tables, OfADayHaveTheAnswer) {
  nom::FormatOptions options;
  options.on = nom::parse_iso("2021-11-02");
  const std::string tenures = printed("csv", nom::support::whole_world(), options, "tenures.csv");
  EXPECT_NE(tenures.find(",body_name,answer,title,"), std::string::npos);
  EXPECT_NE(line(tenures, "tenure/bo-rask").find(",Vel Council,certain,Secretary,"),
            std::string::npos);
  EXPECT_NE(line(tenures, "tenure/dang").find(",Vel Council,possible,Secretary,"),
            std::string::npos);
  options.on = nom::parse_iso("2021-11-03");
  EXPECT_EQ(
      line(printed("csv", nom::support::whole_world(), options, "tenures.csv"), "tenure/bo-rask"),
      "");
}

TEST(Tables, HaveTheKeysThatWereUnited) {
  nom::GraphBuilder builder;
  nom::Vertex person;
  person.key = builder.names().intern("person/a");
  person.label = builder.names().intern("A");
  person.merged = {builder.names().intern("person/b"), builder.names().intern("person/c")};
  builder.add(std::move(person));
  const nom::Graph graph = std::move(builder).finish();
  EXPECT_EQ(line(printed("csv", graph, {}, "people.csv"), "person/a"),
            "person/a,A,,\"person/b; person/c\",0,,,0,,https://nomenclator.example/id/person/a\r");
  EXPECT_NE(printed("graphml", graph).find("<data key=\"merged\">person/b; person/c</data>"),
            std::string::npos);
  EXPECT_NE(printed("popolo", graph)
                .find(R"("identifiers":[{"scheme":"nomenclator","identifier":"person/b"},)"),
            std::string::npos);
}

TEST(FollowTheMoney, IdsHaveFewCharactersAndStayApart) {
  const std::string long_key = "person/" + std::string(250, 'a');
  const std::vector<std::pair<std::string, std::string>> ids = {
      {"person/ann-lee", "person.ann-lee"},
      {"person/ann-lee.thai-binh", "person.ann-lee--thai-binh"},
      {"person/ann--lee", "xperson.ann--lee-h"},
      {"person/a./b", "xperson.a--.b-h"},
      {"person/ann_lee", "xperson.annlee-h"},
      {"person/annlee", "person.annlee"},
      {"person/ann-", "xperson.ann--h"},
      {long_key, "xperson." + std::string(173, 'a') + "-h"},
  };
  for (const auto& [key, id] : ids) {
    const std::string entity = printed("ftm", one_person(key, "Ann Lee"));
    const std::string found = entity.substr(7, entity.find('"', 7) - 7);
    EXPECT_LE(found.size(), 200U);
    const std::size_t number = id.find("-h");
    if (number == std::string::npos) {
      EXPECT_EQ(found, id);
    } else {
      EXPECT_EQ(found.substr(0, number + 2), id.substr(0, number + 2));
      EXPECT_EQ(found.size(), number + 2 + 16);
    }
  }
}

// Ann died as secretary; Bo was followed by Cy as master, and then the guild was merged.
nom::Graph ended_world() {
  nom::support::World w;
  const auto guild = w.add("body/guild", "Guild", nom::BodyData{});
  const auto secretary = w.add("post/secretary", "Secretary", nom::PostData{});
  const auto master = w.add("post/master", "Master", nom::PostData{});
  w.connect(secretary, nom::Relation::in_body, guild);
  w.connect(master, nom::Relation::in_body, guild);
  const auto tenure = [&w](const std::string& holder, nom::VertexId post, std::string_view from,
                           std::string_view successor = {}) {
    nom::TenureData data;
    data.period.from = nom::parse_iso(from);
    data.cited.successor = nom::parse_iso(successor);
    const auto made = w.add("tenure/" + holder, holder, data);
    const auto person = w.add("person/" + holder, holder, nom::PersonData{});
    w.connect(made, nom::Relation::holder, person);
    w.connect(made, nom::Relation::of_post, post);
    return std::pair(made, person);
  };
  const auto ann = tenure("ann", secretary, "2018").second;
  const auto bo = tenure("bo", master, "2017", "2019-03").first;
  w.connect(bo, nom::Relation::ended_by, tenure("cy", master, "2019-03").first);
  const auto on = [](std::string_view day) {
    return nom::EventData{nom::no_name, nom::parse_iso(day)};
  };
  w.connect(ann, nom::Relation::ended_in, w.add("event/death", "death", on("2020-02-03")));
  w.connect(guild, nom::Relation::ended_in, w.add("event/merger", "merger", on("2021-05")));
  return std::move(w).finish();
}

TEST(Entities, SayWhenSomethingEnded) {
  const nom::Graph world = ended_world();
  const auto says = [&](const char* format, const std::string& begin, const std::string& words) {
    const std::string of = line(printed(format, world), begin);
    EXPECT_NE(of.find(words), std::string::npos) << format << ": " << of;
  };
  says("ftm", "{\"id\":\"person.ann", R"("deathDate":["2020-02-03"])");
  says("ftm", "{\"id\":\"body.guild", R"("dissolutionDate":["2021-05"])");
  says("ftm", "{\"id\":\"tenure.ann", R"("endDate":["2020-02-03"],"status":["ended"])");
  says("ftm", "{\"id\":\"tenure.bo", R"("endDate":["2019-03"],"status":["ended"])");
  says("ftm", "{\"id\":\"tenure.cy", R"("endDate":["2021-05"],"status":["ended"])");
  says("popolo", "{\"id\":\"person/ann", R"("death_date":"2020-02-03")");
  says("popolo", "{\"id\":\"body/guild", R"("dissolution_date":"2021-05")");
  says("popolo", "{\"id\":\"tenure/ann", R"("end_date":"2020-02-03")");
  says("popolo", "{\"id\":\"tenure/bo",
       R"("end_date":"2019-03","status":"current","open":"ended")");
  says("popolo", "{\"id\":\"tenure/cy",
       R"("end_date":"2021-05","status":"current","open":"ended")");
  const std::string chart = printed("dot", world);
  for (const char* holder : {"ann, current, 2018 to 2020-02-03", "bo, current, 2017 to 2019-03",
                             "cy, current, 2019-03 to 2021-05"}) {
    EXPECT_NE(chart.find(holder), std::string::npos) << chart;
  }
}

TEST(FollowTheMoney, ReadsLikeThis) {
  const std::string lines = printed("ftm", nom::support::whole_world());
  EXPECT_EQ(
      line(lines, "{\"id\":\"tenure.bo-rask"),
      R"({"id":"tenure.bo-rask.vel.council.secretary","schema":"Occupancy","properties":{)"
      R"("holder":["person.bo-rask"],"post":["post.vel.council.secretary"],)"
      R"("startDate":["2016"],"endDate":["2021-11-03"],"status":["ended"],)"
      R"("summary":["Secretary, former"],"recordId":["tenure/bo-rask/vel/council/secretary"],)"
      R"("description":["She follows Bo Rask, who left."],)"
      R"("sourceUrl":["https://news.example/2021/vel?id=4"]}})");
  EXPECT_EQ(line(lines, "{\"id\":\"post.vel.governor"),
            R"({"id":"post.vel.governor","schema":"Position","properties":{"name":)"
            R"(["Governor of Vel"],"country":["ar"],"subnationalArea":["Vel"]}})");
  EXPECT_EQ(line(lines, "{\"id\":\"document.letter"),
            R"({"id":"document.letter","schema":"Article","properties":{"name":["A letter"],)"
            R"("title":["A letter"],"publishedAt":["2022"],"publisher":["a reader"]}})");
}

TEST(Popolo, ReadsLikeThis) {
  const std::string json = printed("popolo", nom::support::whole_world());
  EXPECT_EQ(line(json, "{\"id\":\"tenure/dang"),
            R"({"id":"tenure/dang-olene.vel/vel/council/secretary",)"
            R"("label":"Đặng Olenė, Secretary of the Vel Council","role":"Secretary",)"
            R"("person_id":"person/dang-olene.vel","organization_id":"body/vel/council",)"
            R"("post_id":"post/vel/council/secretary","start_date":"2021-11","end_date":null,)"
            R"("status":"current","open":"ongoing","confidence":"stated","links":[{"url":)"
            R"("https://nomenclator.example/id/tenure/dang-olene.vel/vel/council/secretary"}],)"
            R"("sources":[{"url":"https://news.example/2021/vel?id=4","note":)"
            R"("Đặng Olenė has been Secretary of the Vel Council since November 2021."}]})");
  EXPECT_EQ(line(json, "{\"id\":\"post/vel/governor"),
            R"({"id":"post/vel/governor","label":"Governor of Vel","role":"Governor",)"
            R"("organization_id":null,"area_id":"place/arland/vel","links":[{"url":)"
            R"("https://nomenclator.example/id/post/vel/governor"}]})");
  EXPECT_EQ(printed("popolo", nom::Graph()),
            "{\n\"persons\": [\n],\n\"organizations\": [\n],\n\"posts\": [\n],\n\"memberships\": "
            "[\n],\n\"areas\": [\n],\n\"events\": [\n]\n}\n");
}

}  // namespace
