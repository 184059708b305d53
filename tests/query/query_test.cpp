// SPDX-License-Identifier: Apache-2.0
#include "query/query.hpp"

#include "resolve/resolve.hpp"
#include "support/sketch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using nom::Answer;
using nom::Filter;
using nom::PartialDate;
using nom::Status;
using nom::query::Results;
using nom::support::Sketch;

// Two provinces with the same bodies, the first with a city of its own name.
nom::Graph provinces() {
  std::vector<nom::Record> records;
  for (const std::string place : {"Bac Son", "Nam Hai"}) {
    const bool north = place == "Bac Son";
    Sketch s(north ? "north" : "south", north ? "2023-11-13" : "2024-02-01");
    const std::string vn = s.place("Vietnam", "country", "", "VN");
    const std::string l = s.place(place, "province", vn, "VN");
    const std::string party =
        s.body("Provincial Party Committee", "Party Committee", "party", "province", l);
    const std::string standing =
        s.body("Standing Committee", "Standing Committee", "party", "province", l);
    const std::string council =
        s.body("Provincial People's Council", "People's Council", "legislature", "province", l);
    s.under(standing, party);
    s.tenure(s.person(north ? "Ngô Thị Mai" : "Tran Van Binh"), "Secretary", party);
    s.tenure(s.person(north ? "Do Thu Ha" : "Vu Minh Anh"), "Deputy Secretary", party);
    s.tenure("p2", "Chairman", council, {.title = "Chairwoman"});
    s.tenure("p2", "Member", standing);
    s.tenure("p1", "Member", standing);
    if (north) {
      const std::string city = s.place("Bac Son", "city", l, "VN");
      const std::string city_council =
          s.body("City People's Council", "People's Council", "legislature", "city", city);
      s.tenure(s.person("Hoang Le"), "Chairman", city_council);
      s.tenure(s.person("Do Van Cu"), "Secretary", party,
               {.status = Status::former, .from = "2015", .to = "2020-10-14"});
    } else {
      s.person("Ngo Thi Mai");  // a byline
    }
    records.push_back(s.record());
  }
  Sketch s("cabinet", "2024-03-01");
  const std::string land = s.place("Ruritania", "country", "", "XR");
  const std::string ministry =
      s.body("Ministry of Finance", "Ministry of Finance", "ministry", "country", land);
  s.tenure(s.person("Ann Rassendyll"), "Minister", ministry, {.from = "2022-06"});
  s.tenure(s.person("Otto Zeta"), "Deputy Minister", ministry, {.title = "Vice Minister"});
  s.tenure(s.person("Max Zeta"), "Governor", "",
           {.place = s.place("Zenda", "province", land, "XR")});
  records.push_back(s.record());
  nom::Faults faults;
  nom::Graph graph = nom::resolve(std::move(records), faults);
  EXPECT_TRUE(faults.empty());
  return graph;
}

// "person: post [answer]" for each row, or "? label" for each candidate.
std::string brief(const Answer& answer) {
  std::string out;
  for (const nom::Row& row : answer.rows) {
    out += (out.empty() ? "" : "; ") + row.cells[0] + ": " + row.cells[1];
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (answer.columns[c].name == "answer") {
        out += " [" + row.cells[c] + "]";
      }
    }
  }
  for (const nom::Candidate& candidate : answer.candidates) {
    out += (out.empty() ? "? " : "; ? ") + candidate.label;
  }
  return out;
}

struct Asked {
  const char* question;
  const char* place;
  const char* answer;
};

TEST(Query, WhoHoldsAPost) {
  const nom::Graph graph = provinces();
  const std::vector<Asked> cases = {
      {"Secretary of the Bac Son Provincial Party Committee", "",
       "Ngô Thị Mai: Secretary of the Bac Son Provincial Party Committee"},
      {"secretary, provincial party committee", "bac son",
       "Ngô Thị Mai: Secretary of the Bac Son Provincial Party Committee"},
      {"deputy secretary party committee", "nam hai",
       "Vu Minh Anh: Deputy Secretary of the Nam Hai Provincial Party Committee"},
      {"secretary of the provincial party committee", "",
       "? Secretary of the Bac Son Provincial Party Committee; "
       "? Secretary of the Nam Hai Provincial Party Committee"},
      // A city of the province's name lies within it; the province is meant unless it is said.
      {"chairman people's council", "Bac Son",
       "Do Thu Ha: Chairman of the Bac Son Provincial People's Council"},
      {"Chairperson, City People's Council", "Bac Son",
       "Hoang Le: Chairman of the Bac Son City People's Council"},
      {"chair people's council", "Bac Son city",
       "Hoang Le: Chairman of the Bac Son City People's Council"},
      {"chairwoman of the people's council of nam hai", "",
       "Vu Minh Anh: Chairman of the Nam Hai Provincial People's Council"},
      {"member standing committee", "nam hai, vietnam",
       "Tran Van Binh: Member of the Standing Committee of the Nam Hai Provincial Party Committee; "
       "Vu Minh Anh: Member of the Standing Committee of the Nam Hai Provincial Party Committee"},
      {"minister of finance", "", "Ann Rassendyll: Minister of Finance"},
      {"minister, ministry of finance", "", "Ann Rassendyll: Minister of Finance"},
      {"vice minister of finance", "ruritania", "Otto Zeta: Deputy Minister of Finance"},
      {"Governor of Zenda", "", "Max Zeta: Governor of Zenda"},
      {"governor", "", "Max Zeta: Governor of Zenda"},
      {"post/ruritania/zenda/governor", "", ""},
      {"post/zenda/governor", "", "Max Zeta: Governor of Zenda"},
      {"governor", "nam hai", ""},
      {"governor", "atlantis", ""},
      {"archbishop", "", ""},
      {"", "", ""},
  };
  for (const Asked& c : cases) {
    Filter filter;
    filter.place = c.place;
    EXPECT_EQ(brief(nom::query::who(graph, c.question, filter)), c.answer) << c.question;
  }
}

TEST(Query, WhoHeldItOnADay) {
  const nom::Graph graph = provinces();
  const std::string mai = "Ngô Thị Mai: Secretary of the Bac Son Provincial Party Committee";
  const std::string cu = "Do Van Cu: Secretary of the Bac Son Provincial Party Committee";
  const std::vector<std::pair<PartialDate, std::string>> cases = {
      {{2023, 11, 13}, mai + " [certain]"},
      {{2018, 5, 1}, cu + " [certain]; " + mai + " [possible]"},
      {{2020, 10, 13}, cu + " [certain]; " + mai + " [possible]"},
      {{2020, 10, 14}, mai + " [possible]"},  // on the day of a handover the successor holds
      {{2020, 0, 0}, cu + " [certain]; " + mai + " [possible]"},
      {{2014, 0, 0}, mai + " [possible]"},
  };
  for (const auto& [on, answer] : cases) {
    EXPECT_EQ(brief(nom::query::who(graph, "secretary party committee", {"bac son", on, false})),
              answer)
        << to_iso(on);
  }
  EXPECT_EQ(brief(nom::query::who(graph, "secretary party committee", {"bac son", {}, true})),
            cu + "; " + mai);
}

TEST(Query, PostsOfAPerson) {
  const nom::Graph graph = provinces();
  const std::string mai =
      "Ngô Thị Mai: Secretary of the Bac Son Provincial Party Committee; "
      "Ngô Thị Mai: Member of the Standing Committee of the Bac Son Provincial Party Committee";
  const std::vector<Asked> cases = {
      {"Ngô Thị Mai", "", mai.c_str()},
      {"ngo thi mai", "", mai.c_str()},
      {"Mai Ngo Thi", "", mai.c_str()},
      {"ngo", "", mai.c_str()},
      {"Do Van Cu", "", "Do Van Cu: Secretary of the Bac Son Provincial Party Committee"},
      {"do", "", "? Do Thu Ha; ? Do Van Cu"},
      {"zeta", "", "? Max Zeta; ? Otto Zeta"},
      {"zeta", "zenda", "Max Zeta: Governor of Zenda"},
      {"person/max-zeta.zenda", "", "Max Zeta: Governor of Zenda"},
      {"nobody", "", ""},
  };
  for (const Asked& c : cases) {
    Filter filter;
    filter.place = c.place;
    Answer answer = nom::query::posts(graph, c.question, filter);
    EXPECT_EQ(brief(answer), c.answer) << c.question;
  }
  const Answer zetas = nom::query::posts(graph, "zeta");
  ASSERT_EQ(zetas.candidates.size(), 2U);
  EXPECT_EQ(zetas.candidates[0].key, "person/max-zeta.zenda");
  EXPECT_EQ(zetas.candidates[0].note, "Governor of Zenda");
}

TEST(Query, ChartOfABody) {
  const nom::Graph graph = provinces();
  const Answer answer = nom::query::chart(graph, "Provincial Party Committee", {"bac son", {}, {}});
  EXPECT_EQ(
      nom::query::render(answer, Results::table, false),
      R"(body                                                            under     post              person       status
Bac Son Provincial Party Committee                                        Deputy Secretary  Do Thu Ha    current
                                                                          Secretary         Ngô Thị Mai  current
  Standing Committee of the Bac Son Provincial Party Committee  inferred  Member            Do Thu Ha    current
                                                                          Member            Ngô Thị Mai  current
)") << brief(answer);
}

TEST(Query, ABodyIsWhereAnyOfThoseAboveItIs) {
  Sketch s("a", "2020-01-01");
  const std::string shared = s.body("Joint Service", "Joint Service", "company", "");
  s.under(shared, s.body("Alpha Ltd", "Alpha Ltd", "company", ""));
  s.under(shared,
          s.body("Port Council", "Port Council", "", "province", s.place("Bac Son", "province")));
  s.tenure(s.person("Ada Brook"), "Head", shared);
  nom::Faults faults;
  const nom::Graph graph = nom::resolve({s.record()}, faults);
  const auto body = graph.find("body/joint-service");
  ASSERT_TRUE(body);
  EXPECT_EQ(graph.out(*body, nom::Relation::under).size(), 2U);
  const auto place = nom::query::place_of(graph, *body);
  ASSERT_TRUE(place);
  EXPECT_EQ(graph.label(*place), "Bac Son");
  EXPECT_EQ(brief(nom::query::who(graph, "head", {"bac son", {}, false})),
            "Ada Brook: Head of Joint Service");
}

TEST(Query, ResultsInEveryForm) {
  Answer answer;
  answer.columns = {{"depth", true}, {"body"}, {"person"}};
  answer.rows.push_back({{"0", "A \"B\", C", ""}, {}, "a", 0});
  answer.rows.push_back(
      {{"1", "Đ\tE", "F\nG"}, {{"doc", "2023-01", "It is\nso.", "by hand", 3, 9}}, "e", 1});
  const std::vector<std::pair<Results, std::pair<std::string, std::string>>> cases = {
      {Results::table,
       {"body      person\n"
        "A \"B\", C\n"
        "  Đ E     F G\n",
        "body      person\n"
        "A \"B\", C\n"
        "  Đ E     F G\n"
        "    doc, 2023-01: \"It is so.\" [by hand]\n"}},
      {Results::csv,
       {"depth,body,person\r\n0,\"A \"\"B\"\", C\",\r\n1,Đ\tE,\"F\nG\"\r\n",
        "depth,body,person,document,document_date,sentence,rule\r\n"
        "0,\"A \"\"B\"\", C\",,,,,\r\n1,Đ\tE,\"F\nG\",doc,2023-01,\"It is\nso.\",by hand\r\n"}},
      {Results::tsv,
       {"depth\tbody\tperson\n0\tA \"B\", C\t\n1\tĐ\\tE\tF\\nG\n",
        "depth\tbody\tperson\tdocument\tdocument_date\tsentence\trule\n"
        "0\tA \"B\", C\t\t\t\t\t\n1\tĐ\\tE\tF\\nG\tdoc\t2023-01\tIt is\\nso.\tby hand\n"}},
      {Results::json,
       {"[\n{\"depth\":0,\"body\":\"A \\\"B\\\", C\",\"person\":null},\n"
        "{\"depth\":1,\"body\":\"Đ\\tE\",\"person\":\"F\\nG\"}\n]\n",
        "[\n{\"depth\":0,\"body\":\"A \\\"B\\\", C\",\"person\":null,\"evidence\":[]},\n"
        "{\"depth\":1,\"body\":\"Đ\\tE\",\"person\":\"F\\nG\",\"evidence\":[{\"document\":\"doc\","
        "\"document_date\":\"2023-01\",\"start\":3,\"end\":9,\"sentence\":\"It is\\nso.\","
        "\"rule\":\"by hand\"}]}\n]\n"}},
      {Results::jsonl,
       {"{\"depth\":0,\"body\":\"A \\\"B\\\", C\",\"person\":null}\n"
        "{\"depth\":1,\"body\":\"Đ\\tE\",\"person\":\"F\\nG\"}\n",
        "{\"depth\":0,\"body\":\"A \\\"B\\\", C\",\"person\":null,\"evidence\":[]}\n"
        "{\"depth\":1,\"body\":\"Đ\\tE\",\"person\":\"F\\nG\",\"evidence\":[{\"document\":\"doc\","
        "\"document_date\":\"2023-01\",\"start\":3,\"end\":9,\"sentence\":\"It is\\nso.\","
        "\"rule\":\"by hand\"}]}\n"}},
  };
  for (const auto& [results, texts] : cases) {
    EXPECT_EQ(nom::query::render(answer, results, false), texts.first);
    EXPECT_EQ(nom::query::render(answer, results, true), texts.second);
  }
  EXPECT_EQ(nom::query::render({{{"a"}}, {}, {}, {}}, Results::json, false), "[]\n");
  EXPECT_EQ(nom::query::results_from("xml"), std::nullopt);
  EXPECT_EQ(nom::query::results_from("tsv"), Results::tsv);
}

TEST(Query, TheSentenceBehindAnAnswer) {
  const nom::Graph graph = provinces();
  const Answer answer = nom::query::who(graph, "governor of zenda");
  ASSERT_EQ(answer.rows.size(), 1U);
  ASSERT_EQ(answer.rows[0].proofs.size(), 1U);
  const nom::Proof& proof = answer.rows[0].proofs[0];
  EXPECT_EQ(proof.document + "|" + proof.date + "|" + proof.sentence + "|" + proof.rule,
            "cabinet|2024-03-01|Governor p3.|sketch");
}

TEST(Query, WhoCameAndWhoLeft) {
  const nom::Graph graph = provinces();
  const auto asked = [&graph](std::string_view from, std::string_view to,
                              std::string_view place = {}) {
    const Answer answer =
        nom::query::changes(graph, *nom::parse_iso(from), *nom::parse_iso(to), place);
    std::string out;
    for (const nom::Row& row : answer.rows) {
      EXPECT_EQ(row.proofs.size(), 1U);
      out += row.cells[0] + " " + row.cells[1] + " " + row.cells[4] + " " + row.cells[5] + " " +
             row.cells[6] + "; ";
    }
    return out + std::to_string(answer.undated);
  };
  EXPECT_EQ(asked("2022", "2022-12", "Ruritania"),
            "entered Ann Rassendyll 2022-06-01 2022-06-30 certain; 2");
  EXPECT_EQ(asked("2022-06-15", "2023", "Ruritania"),
            "entered Ann Rassendyll 2022-06-01 2022-06-30 possible; 2");
  EXPECT_EQ(asked("2020-10-14", "2020-10-14", "Bac Son"),
            "left Do Van Cu 2020-10-14 2020-10-14 certain; 6");
  EXPECT_EQ(asked("2020-10-15", "2021", "Bac Son"), "6");
  EXPECT_EQ(asked("2014", "2015-03", "Bac Son"),
            "entered Do Van Cu 2015-01-01 2015-12-31 possible; 6");
  EXPECT_EQ(asked("2024-03", "2024-12", "Bac Son"), "6");
  EXPECT_EQ(nom::query::changes(graph, {2020, 0, 0}, {2021, 0, 0}, "Elbonia").subject, "");
  EXPECT_EQ(nom::query::changes(graph, {1990, 0, 0}, {1991, 0, 0}, "Bac Son").subject,
            "1990 to 1991");
}

}  // namespace
