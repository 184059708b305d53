// SPDX-License-Identifier: Apache-2.0
// Runs the program on records written by hand: what it prints, and its exit codes.
#include "command/command.hpp"

#include "format/format.hpp"
#include "pack/pack.hpp"
#include "record/record.hpp"
#include "support/sketch.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
using nom::support::Sketch;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

class Command : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "nomenclator-test-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }

  void TearDown() override { fs::remove_all(folder_); }

  void file(const std::string& name, const std::string& content) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }

  [[nodiscard]] std::string read(const std::string& name) const {
    std::ostringstream content;
    content << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
    return content.str();
  }

  // Runs the program in the folder, through the shell; `arguments` may redirect and pipe.
  [[nodiscard]] Ran ran(const std::string& arguments) const {
    const std::string line =
        "cd '" + folder_.string() + "' && { '" NOM_PROGRAM "' " + arguments + "; } > .out 2> .err";
    const int status = std::system(line.c_str());  // NOLINT(cert-env33-c)
    Ran result{WEXITSTATUS(status), read(".out"), read(".err")};
    fs::remove(folder_ / ".out");
    fs::remove(folder_ / ".err");
    return result;
  }

  // one.jsonl and two.jsonl: a record of province_records() each.
  void files_of_province() const;

  fs::path folder_;
};

// Two documents of one province, as JSON Lines of records.
std::string province_records() {
  std::string lines;
  for (const std::string date : {"2022-05-01", "2023-11-13"}) {
    const bool later = date == "2023-11-13";
    Sketch s(later ? "b" : "a", date);
    const std::string l =
        s.place("Bac Son", "province", s.place("Vietnam", "country", "", "VN"), "VN");
    const std::string party =
        s.body("Provincial Party Committee", "Party Committee", "party", "province", l);
    const std::string council =
        s.body("Provincial People's Council", "People's Council", "legislature", "province", l);
    const std::string standing =
        s.body("Standing Committee", "Standing Committee", "party", "province", l);
    s.under(standing, party);
    s.tenure(s.person("Ngô Thị Mai"), later ? "Secretary" : "Deputy Secretary", party);
    s.tenure("p1", "Member", standing);
    s.tenure(s.person("Do Thu Ha"), "Chairman", council, {.title = "Chairwoman"});
    if (later) {
      s.tenure("p1", "Deputy Secretary", party, {.status = nom::Status::former});
      s.resolution("Resolution No. 03-NQ/TU", "resolution", "03-NQ/TU", "2021-11-25", party);
    }
    lines += nom::record::to_json(s.record()) + "\n";
  }
  return lines;
}

void Command::files_of_province() const {
  const std::string both = province_records();
  const std::size_t end = both.find('\n') + 1;
  file("one.jsonl", both.substr(0, end));
  file("two.jsonl", both.substr(end));
}

constexpr auto head = "person\tpost\tbody\tstatus\tfrom\tto\tfirst_cited\tlast_cited\tended_by\n";
constexpr auto chairman =
    "Do Thu Ha\tChairman of the Bac Son Provincial People's Council\tBac Son Provincial People's "
    "Council\tcurrent\t\t\t2022-05-01\t2023-11-13\t\n";

TEST_F(Command, AnswersWho) {
  file("records.jsonl", province_records());
  const Ran r = ran("who \"chairman, provincial people's council\" records.jsonl");
  EXPECT_EQ(r.out, std::string(head) + chairman);
  EXPECT_EQ(r.err, "");
  EXPECT_EQ(r.code, 0);
}

TEST_F(Command, AnswersFromStandardInputAndFolders) {
  file("in/deep/records.jsonl", province_records());
  file("in/notes.md", "not read");
  for (const char* arguments :
       {"- < in/deep/records.jsonl", "in", "in/deep in", "in/deep in/deep/"}) {
    const Ran r = ran("who 'chair peoples council' " + std::string(arguments));
    EXPECT_EQ(r.out, std::string(head) + chairman) << arguments;
    EXPECT_EQ(r.err, "") << arguments;
    EXPECT_EQ(r.code, 0) << arguments;
  }
}

TEST_F(Command, AnswersPostsWithSentences) {
  file("records.jsonl", province_records());
  const Ran r = ran("posts 'ngo thi mai' records.jsonl --explain --results table");
  EXPECT_EQ(
      r.out,
      R"(person       post                                                                        status   first_cited  last_cited
Ngô Thị Mai  Deputy Secretary of the Bac Son Provincial Party Committee                  former   2022-05-01   2022-05-01
    a, 2022-05-01: "Deputy Secretary p1." [sketch]
    b, 2023-11-13: "Deputy Secretary p1." [sketch]
Ngô Thị Mai  Member of the Standing Committee of the Bac Son Provincial Party Committee  current  2022-05-01   2023-11-13
    a, 2022-05-01: "Member p1." [sketch]
    b, 2023-11-13: "Member p1." [sketch]
Ngô Thị Mai  Secretary of the Bac Son Provincial Party Committee                         current  2023-11-13   2023-11-13
    b, 2023-11-13: "Secretary p1." [sketch]
)");
  EXPECT_EQ(r.err, "");
  EXPECT_EQ(r.code, 0);
}

TEST_F(Command, AnswersForADay) {
  file("records.jsonl", province_records());
  EXPECT_EQ(ran("who 'deputy secretary party committee' records.jsonl").code, 1);
  const Ran r = ran("who 'deputy secretary party committee' records.jsonl --on 2022-05-01");
  EXPECT_EQ(r.code, 0);
  EXPECT_NE(r.out.find("\tformer\t\t\t2022-05-01\t2022-05-01\t\tcertain\tcited on 2022-05-01\n"),
            std::string::npos)
      << r.out;
}

TEST_F(Command, ChecksComparesAndFindsWays) {
  file("a.jsonl", province_records());
  Sketch s("c", "2023-12-01");
  s.tenure(s.person("Le Van Tam"), "Head", s.body("Harbour Board", "Harbour Board", "", ""));
  file("more/b.jsonl", province_records() + nom::record::to_json(s.record()) + "\n");

  const Ran sound = ran("check a.jsonl --results table");
  EXPECT_EQ(sound.out + sound.err, "nomenclator: findings 0\n");
  EXPECT_EQ(sound.code, 0);
  const Ran found = ran("check more --kind unplaced --kind ring --explain");
  EXPECT_EQ(found.out,
            "kind\twhat\tdocuments\tdocument\tdocument_date\tsentence\trule\n"
            "unplaced\tHarbour Board\tc\tc\t2023-12-01\tHead p1.\tsketch\n");
  EXPECT_EQ(found.code, 1);
  EXPECT_EQ(ran("check more --kind undated").code, 0);
  const Ran wrong = ran("check a.jsonl --kind odd");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_EQ(wrong.err,
            "nomenclator: error: --kind: there is no kind \"odd\"\n"
            "  hint: the kinds are start-after-end, two-holders, after-death, after-dissolution, "
            "ring, contradiction, unplaced, undated\n");

  const Ran same = ran("diff a.jsonl a.jsonl");
  EXPECT_EQ(same.out, "change\tkind\tname\tbefore\tafter\tkey\n");
  EXPECT_EQ(same.code, 0);
  EXPECT_EQ(ran("build more -g g").code, 0);
  const Ran other = ran("diff a.jsonl g");
  EXPECT_EQ(other.out,
            "change\tkind\tname\tbefore\tafter\tkey\n"
            "came\tperson\tLe Van Tam\t\tHead of the Harbour Board\tperson/le-van-tam\n"
            "new\tbody\tHarbour Board\t\t\tbody/harbour-board\n"
            "new\tpost\tHead of the Harbour Board\t\t\tpost/harbour-board/head\n");
  EXPECT_EQ(other.code, 1);
  EXPECT_EQ(ran("diff a.jsonl none").code, 3);

  const Ran way = ran("path 'mai ngo thi' 'harbour board' -g g");
  EXPECT_EQ(way.code, 1);
  EXPECT_EQ(way.err, "nomenclator: there is no way from Ngô Thị Mai to Harbour Board\n");
  const Ran nobody = ran("path 'mai ngo thi' zeno -g g");
  EXPECT_EQ(nobody.err,
            "nomenclator: no person or body fits \"zeno\"\n  hint: ask with fewer words\n");
  EXPECT_EQ(ran("path 'mai ngo thi' 'standing committee' -g g").code, 0);
  const Ran here = ran("path 'mai ngo thi' 'ngo thi mai' -g g");
  EXPECT_EQ(here.err, "nomenclator: both are Ngô Thị Mai\n");
  EXPECT_EQ(here.code, 1);

  const Ran drawing = ran("chart 'harbour board' -g g --results dot");
  EXPECT_NE(drawing.out.find("b0 [label=\"Harbour Board\\nHead: Le Van Tam\\l\"];"),
            std::string::npos)
      << drawing.out;
  EXPECT_EQ(ran("who head -g g --results dot").code, 2);

  const Ran central = ran("rank -g g --results csv");
  EXPECT_TRUE(
      central.out.starts_with("kind,name,degree,betweenness,key\r\n"
                              "person,Ngô Thị Mai,2,0.000,person/ngo-thi-mai.bac-son\r\n"))
      << central.out;
  EXPECT_EQ(central.code, 0);
}

// Ada Brook twice, in two posts of nobody knows where.
std::string two_clerks() {
  std::string lines;
  for (const auto& [id, role] : {std::pair("a", "Head"), std::pair("b", "Clerk")}) {
    Sketch s(id, "2022-05-01");
    s.tenure(s.person("Ada Brook"), role, s.body(role, role, "company", ""));
    lines += nom::record::to_json(s.record()) + "\n";
  }
  return lines;
}

TEST_F(Command, TheLedgerBesideAGraphFileIsReadWhereverTheFileStands) {
  file("a.jsonl", two_clerks());
  EXPECT_EQ(ran("build a.jsonl -g g").code, 0);
  const std::string keys = "person/ada-brook.a person/ada-brook.b";
  EXPECT_EQ(ran("posts 'ada brook' g").code, 1) << "they are two";
  EXPECT_EQ(ran("same " + keys + " g").code, 0);
  for (const char* input : {"-g g", "g", "./g", "g -g g", "a.jsonl g"}) {
    const Ran judged = ran("posts 'ada brook' " + std::string(input));
    EXPECT_EQ(judged.err, "") << input;
    EXPECT_EQ(judged.code, 0) << input;
  }
  EXPECT_EQ(ran("posts 'ada brook' a.jsonl").code, 1) << "no graph file, no ledger";
  const Ran apart = ran("diff a.jsonl g");
  EXPECT_EQ(apart.err, "");
  EXPECT_EQ(ran("diff g g").code, 0);
  EXPECT_EQ(ran("build a.jsonl -g h").code, 0);
  const Ran several = ran("same " + keys + " g h");
  EXPECT_EQ(several.code, 2);
  EXPECT_EQ(several.err,
            "nomenclator: error: each of the graph files may have a ledger\n"
            "  hint: say which: --ledger FILE\n");
  EXPECT_EQ(ran("undo -g g").code, 0);
  EXPECT_EQ(ran("posts 'ada brook' g").code, 1);
}

TEST_F(Command, AJudgementThatSaysNothingIsNotWritten) {
  file("a.jsonl", two_clerks());
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"different body/x body/y",
       "error: bodies cannot be told apart by hand\n"
       "  hint: only people can; give the records of these bodies a place or a level each\n"},
      {"same foo person/x",
       "error: \"foo\" is no key of a person or a body\n"
       "  hint: a key is person/… or body/…, as posts and exports have it\n"},
      {"same body/x person/y",
       "error: a person and a body are not judged together\n"
       "  hint: give two people, or two bodies\n"},
  };
  for (const auto& [judgement, fault] : cases) {
    const Ran r = ran(judgement + " a.jsonl --ledger new.ledger");
    EXPECT_EQ(r.err, fault + "nomenclator: nothing was written\nnomenclator: 1 fault\n");
    EXPECT_EQ(r.code, 3) << judgement;
    EXPECT_FALSE(fs::exists(folder_ / "new.ledger")) << judgement;
  }
}

TEST_F(Command, AFolderIsNoTextFile) {
  file("a.jsonl", two_clerks());
  fs::create_directories(folder_ / "gold" / "a.json");
  for (const std::string arguments :
       {"posts 'ada brook' a.jsonl --ledger gold", "same person/a person/b a.jsonl --ledger gold",
        "rules --stats a.jsonl --gold gold"}) {
    const Ran r = ran(arguments);
    EXPECT_NE(r.err.find("error: cannot read this file: Is a directory\n"), std::string::npos)
        << arguments << '\n'
        << r.err;
    EXPECT_EQ(r.code, 3) << arguments;
  }
}

TEST_F(Command, ANewGraphFileIsCompared) {
  file("a.jsonl", two_clerks());
  EXPECT_EQ(ran("build a.jsonl -g g").code, 0);
  EXPECT_EQ(ran("build --remove a --remove b -g g").code, 0);
  const Ran all = ran("diff g a.jsonl");
  EXPECT_EQ(all.err, "");
  EXPECT_NE(all.out.find("came\tperson\tAda Brook\t\tHead of Head"), std::string::npos) << all.out;
  EXPECT_EQ(all.code, 1);
  EXPECT_EQ(ran("diff g g").code, 0);
  EXPECT_EQ(ran("diff g none").code, 3);
}

TEST_F(Command, AnRdfFileIsCheckedAndCompared) {
  file("a.jsonl", province_records());
  EXPECT_EQ(ran("export a.jsonl --format turtle -o a.ttl").code, 0);
  const Ran same = ran("diff a.jsonl a.ttl");
  EXPECT_EQ(same.err, "");
  EXPECT_EQ(same.code, 0);
  const Ran whole = ran("check a.ttl");
  EXPECT_EQ(whole.err,
            "a.ttl: warning: an RDF file does not say which of its sources contradict each other\n"
            "  hint: ring and contradiction are found in the records from which it was built\n"
            "nomenclator: findings 0\n");
  EXPECT_EQ(whole.code, 0);
  EXPECT_EQ(ran("check a.ttl --kind unplaced").err, "nomenclator: findings 0\n");
  for (const std::string command : {"extract a.ttl", "same person/a person/b a.ttl --ledger l"}) {
    const Ran r = ran(command);
    EXPECT_NE(r.err.find("a.ttl: error: an RDF file is a graph, which is read alone\n"
                         "  hint: give it and nothing else to build, export, check, diff or a "
                         "question; records can be put together\n"),
              std::string::npos)
        << r.err;
    EXPECT_EQ(r.code, 3) << command;
    EXPECT_EQ(ran(command.substr(0, command.find(' ')) + " --help").out.find("RDF"),
              std::string::npos)
        << command;
  }
}

TEST_F(Command, AsksForTheChangesOfAPlace) {
  file("a.jsonl", province_records());
  EXPECT_EQ(ran("changes --from 2020 --to 2024 --in 'bac son' a.jsonl").err.find("no place"),
            std::string::npos);
  const Ran nowhere = ran("changes --from 2020 --to 2024 --in zenda a.jsonl");
  EXPECT_EQ(nowhere.err, "nomenclator: no place fits \"zenda\"\n  hint: ask with fewer words\n");
  EXPECT_EQ(nowhere.code, 1);
}

TEST_F(Command, SaysWhatIsNotFound) {
  file("records.jsonl", province_records());
  const Ran nobody = ran("who archbishop records.jsonl --results table");
  EXPECT_EQ(nobody.code, 1);
  EXPECT_EQ(nobody.out, "");
  EXPECT_EQ(nobody.err, "nomenclator: no post fits \"archbishop\"\n  hint: ask with fewer words\n");
  const Ran left = ran("who 'deputy secretary party committee' records.jsonl --results json");
  EXPECT_EQ(left.code, 1);
  EXPECT_EQ(left.out, "[]\n");
  EXPECT_EQ(left.err,
            "nomenclator: no holder is known of Deputy Secretary of the Bac Son Provincial Party "
            "Committee\n");
  const Ran many = ran("who party records.jsonl --results json");
  EXPECT_EQ(many.code, 1);
  EXPECT_EQ(many.err,
            "nomenclator: \"party\" fits 3 posts; ask for one of them:\n"
            "  Deputy Secretary of the Bac Son Provincial Party Committee (Bac Son)  "
            "post/bac-son/party-committee/deputy-secretary\n"
            "  Secretary of the Bac Son Provincial Party Committee (Bac Son)  "
            "post/bac-son/party-committee/secretary\n"
            "  Member of the Standing Committee of the Bac Son Provincial Party Committee (Bac Son)"
            "  post/bac-son/party-committee/standing-committee/member\n");
}

TEST_F(Command, BuildsTheSameFolderWhateverTheOrder) {
  files_of_province();
  const Ran r = ran("build one.jsonl two.jsonl -o x/y");
  EXPECT_EQ(r.code, 0) << r.err;
  EXPECT_EQ(r.out, "");
  EXPECT_EQ(r.err.substr(0, r.err.rfind(',')),
            "nomenclator: documents 2, people 2, bodies 3, posts 4, tenures 4, resolutions 1, "
            "events 0, places 2");
  EXPECT_EQ(ran("build two.jsonl one.jsonl -o z").code, 0);
  std::string names;
  for (const char* name : {"records.jsonl", "graph.ttl", "graph.nt", "graph.graphml"}) {
    EXPECT_FALSE(read(std::string("x/y/") + name).empty()) << name;
    EXPECT_EQ(read(std::string("x/y/") + name), read(std::string("z/") + name)) << name;
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "z"), fs::directory_iterator()), 4);
  EXPECT_EQ(read("x/y/records.jsonl"), province_records());
  // What build wrote answers.
  EXPECT_EQ(ran("who 'chairman people council' z").out, std::string(head) + chairman);
  const Ran exported = ran("export z --format ntriples");
  EXPECT_EQ(exported.code, 0) << exported.err;
  EXPECT_EQ(exported.out, read("z/graph.nt"));
}

TEST_F(Command, ExportsAFolderOfSeveralFiles) {
  file("a.jsonl", province_records());
  const Ran r = ran("export a.jsonl --format csv -o x/tables");
  EXPECT_EQ(r.code, 0);
  EXPECT_EQ(r.out + r.err, "");
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_ / "x/tables")) {
    names.insert(entry.path().filename());
  }
  EXPECT_EQ(names, (std::set<std::string>{"bodies.csv", "documents.csv", "events.csv",
                                          "evidence.csv", "participations.csv", "people.csv",
                                          "places.csv", "possibly-same.csv", "posts.csv",
                                          "resolutions.csv", "tenures.csv"}));
  EXPECT_TRUE(read("x/tables/tenures.csv").starts_with("id,person,person_name,"));
  // The same from a graph file.
  EXPECT_EQ(ran("build a.jsonl -g g").code, 0);
  EXPECT_EQ(ran("export -g g --format csv -o y").code, 0);
  EXPECT_EQ(read("y/tenures.csv"), read("x/tables/tenures.csv"));
  const Ran in_the_way = ran("export a.jsonl --format csv -o a.jsonl");
  EXPECT_EQ(in_the_way.code, 3);
  EXPECT_EQ(in_the_way.err,
            "a.jsonl: error: cannot make this folder: Not a directory\n"
            "  hint: check that you may write there\n"
            "nomenclator: 1 fault\n");
}

TEST_F(Command, ExportsProjectionsAndDays) {
  file("a.jsonl", province_records());
  const auto count = [this](const std::string& options, const std::string& what) {
    return ran("export a.jsonl --format " + options + " | grep -c '" + what + "'").out;
  };
  EXPECT_EQ(count("graphml --project bodies", "<node "), "3\n");
  EXPECT_EQ(count("gexf --project holders", "label=\"holds\""), "4\n");
  EXPECT_EQ(count("gexf --project holders --gexf-version 1.2", "version=\"1.2\""), "1\n");
  const std::string day = ran("export a.jsonl --format gexf --project holders --on 2023-11-13").out;
  EXPECT_NE(day.find("<attvalue for=\"answer\" value=\"certain\"/>"), std::string::npos);
}

TEST_F(Command, SaysWhatAFormatHasNoWordsFor) {
  file("a.jsonl", province_records());
  const Ran chart = ran("export a.jsonl --format dot -o chart.gv");
  EXPECT_EQ(chart.code, 0);
  EXPECT_EQ(
      chart.err,
      "nomenclator: dot has no words for these things: resolution 1, place 2, document 2\n"
      "nomenclator: dot has no words for these relations: located 3, within 1, issued_by 1\n");
  EXPECT_EQ(ran("export a.jsonl --format dot --project bodies -o bodies.gv").err, "");
  EXPECT_EQ(ran("export a.jsonl --format ftm -o a.ftm").err,
            "nomenclator: ftm has no words for these relations: within 1\n");
  for (const char* all : {"csv", "gexf", "gephi", "graphml", "neo4j", "trig"}) {
    EXPECT_EQ(ran(std::string("export a.jsonl -o out --format ") + all).err, "") << all;
    fs::remove_all(folder_ / "out");
  }
  file("event.jsonl", R"({"document":{"id":"d","text":"Ann Lee chaired the meeting."},)"
                      R"("people":[{"id":"p1","name":"Ann Lee"}],"events":[{"id":"e1",)"
                      R"("name":"the meeting","kind":"meeting","evidence":[{"start":8,"end":28,)"
                      R"("quote":"chaired the meeting."}],"participants":[{"person":"p1",)"
                      R"("part":"chair"}],"died":["p1"]}]})"
                      "\n");
  EXPECT_EQ(ran("export event.jsonl --format popolo -o a.json").err,
            "nomenclator: popolo has no words for these things: document 1\n"
            "nomenclator: popolo has no words for these relations: ended_in 1, part 1\n");
  EXPECT_EQ(ran("export event.jsonl --format ftm -o a.ftm").err,
            "nomenclator: ftm has no words for these relations: ended_in 1, part 1\n");
}

TEST_F(Command, ReadsAPlaceOfTwoKeysAndDrawsIt) {
  file("a.jsonl", province_records());
  ASSERT_EQ(ran("export a.jsonl --format ntriples -o a.nt").code, 0);
  const std::string triples = read("a.nt");
  const std::string type = " <http://schema.org/containedInPlace>";
  const std::size_t place = triples.rfind("\n<", triples.find(type)) + 1;
  const std::string subject = triples.substr(place, triples.find(' ', place) - place);
  file("b.nt", triples + subject + " <http://www.w3.org/2002/07/owl#sameAs> " +
                   subject.substr(0, subject.size() - 1) + "-of-old> .\n");
  for (const char* format : {"gephi", "neo4j", "graphml", "gexf", "csv"}) {
    const Ran r =
        ran(std::string("export b.nt -o out --format ") + format + " && grep -rc -e -of-old out");
    EXPECT_EQ(r.code, 0) << format << r.err;
    fs::remove_all(folder_ / "out");
  }
}

// "dot, gexf"
std::string formats_that(bool (*can)(const nom::Format&)) {
  std::string names;
  for (const nom::Format* format : nom::format::all()) {
    if (can(*format)) {
      names += (names.empty() ? "" : ", ") + std::string(format->name);
    }
  }
  return names;
}

TEST_F(Command, RefusesWhatAFormatCannotDo) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"csv",
       "csv is a folder of 11 files\n"
       "  hint: say which folder: -o DIR\n"},
      {"csv -o -",
       "csv is a folder of 11 files\n"
       "  hint: say which folder: -o DIR\n"},
      {"gexf --project people",
       "--project: there is no projection \"people\"\n"
       "  hint: the projections are whole, holders, co-tenure, bodies\n"},
      {"popolo --project holders",
       "--project: popolo is no format for networks\n"
       "  hint: these are: " +
           formats_that([](const nom::Format& f) { return f.projects; }) + "\n"},
      {"turtle --on 2023",
       "--on: turtle has the whole time, and no snapshots\n"
       "  hint: these have: " +
           formats_that([](const nom::Format& f) { return f.on_a_day; }) + "\n"},
      {"gexf --on yesterday",
       "--on: \"yesterday\" is not a date\n"
       "  hint: give a day, a month or a year: 2023-11-13, 2023-11, 2023\n"},
      {"gexf --gexf-version 1.1",
       "--gexf-version: there is no version \"1.1\" here\n"
       "  hint: 1.3 is for Gephi and gephi-lite, 1.2 for networkx\n"},
      {"graphml --gexf-version 1.2",
       "--gexf-version: the format is graphml\n"
       "  hint: add --format gexf\n"},
  };
  for (const auto& [options, message] : cases) {
    const Ran r = ran("export a.jsonl --format " + options);
    EXPECT_EQ(r.code, 2) << options;
    EXPECT_EQ(r.out, "") << options;
    EXPECT_EQ(r.err, "nomenclator: error: " + message) << options;
  }
}

TEST_F(Command, GrowsAGraphFile) {
  files_of_province();
  EXPECT_EQ(ran("build one.jsonl -g g").code, 0);
  EXPECT_EQ(ran("build one.jsonl two.jsonl -g g").code, 0);
  EXPECT_EQ(ran("who 'chairman people council' -g g").out, std::string(head) + chairman);
  EXPECT_EQ(ran("build one.jsonl two.jsonl -o at-once").code, 0);
  EXPECT_EQ(ran("export -g g --format ntriples").out, read("at-once/graph.nt"));
  EXPECT_EQ(ran("info -g g | grep -P '^(what|documents)\t'").out, "what\tvalue\ndocuments\t2\n");
  const Ran changed = ran("changes --from 2021 --to 2023 -g g");
  EXPECT_NE(changed.err.find(" starts and ends may lie there "), std::string::npos) << changed.err;
  EXPECT_EQ(changed.code, 0);
  EXPECT_EQ(ran("build --remove b -g g").code, 0);
  EXPECT_EQ(ran("build one.jsonl -o alone").code, 0);
  EXPECT_EQ(ran("export -g g --format ntriples").out, read("alone/graph.nt"));
}

// Two people of one name, whose provinces keep them two.
std::string namesakes() {
  std::string lines;
  for (const std::string place : {"Bac Son", "Nam Hai"}) {
    Sketch s(place.substr(0, 3), "2023-11-13");
    const std::string l = s.place(place, "province", s.place("Vietnam", "country", "", "VN"), "VN");
    s.tenure(s.person("Le Van Duc"), "Secretary",
             s.body("Provincial Party Committee", "Party Committee", "party", "province", l));
    lines += nom::record::to_json(s.record()) + "\n";
  }
  return lines;
}

TEST_F(Command, KeepsJudgementsBesideTheGraphFile) {
  const std::string bac = "person/le-van-duc.bac-son";
  const std::string nam = "person/le-van-duc.nam-hai";
  const std::string title =
      "# Who is who, judged by hand: same or different, two keys, and why. Comments begin with "
      "#.\n";
  file("a.jsonl", namesakes());
  EXPECT_EQ(ran("build a.jsonl -g g").code, 0);
  EXPECT_EQ(ran("posts '" + bac + "' -g g | wc -l").out, "2\n");

  const Ran same = ran("same " + nam + " " + bac + " -g g --reason 'one career'");
  EXPECT_EQ(same.err, "nomenclator: Le Van Duc (" + nam + ") stands for both now\n");
  EXPECT_EQ(same.code, 0);
  const std::string line = "same\t" + nam + "\t" + bac + "\tone career\n";
  EXPECT_EQ(read("g.ledger"), title + line);
  // The other key leads to it, in the graph file and where the ledger is given by name.
  EXPECT_EQ(ran("posts '" + bac + "' -g g | wc -l").out, "3\n");
  EXPECT_EQ(ran("posts 'le van duc' a.jsonl --ledger g.ledger | wc -l").out, "3\n");

  const Ran against = ran("different " + nam + " " + bac + " -g g");
  EXPECT_NE(against.err.find("these two are the same by line 2"), std::string::npos) << against.err;
  EXPECT_EQ(against.code, 3);
  const Ran nobody = ran("same " + nam + " person/nobody -g g");
  EXPECT_NE(nobody.err.find("nothing has the key \"person/nobody\" now"), std::string::npos)
      << nobody.err;
  EXPECT_EQ(nobody.code, 3);
  EXPECT_EQ(read("g.ledger"), title + line);

  const Ran back = ran("undo -g g");
  EXPECT_EQ(back.err, "nomenclator: taken back: " + line);
  EXPECT_EQ(back.code, 0);
  EXPECT_EQ(read("g.ledger"), title);
  EXPECT_EQ(ran("posts '" + bac + "' -g g | wc -l").out, "2\n");
  EXPECT_EQ(ran("undo -g g").code, 1);
}

TEST_F(Command, KeepsWhatOthersWriteInALedger) {
  const std::string bac = "person/le-van-duc.bac-son";
  const std::string nam = "person/le-van-duc.nam-hai";
  file("a.jsonl", namesakes());
  file("mine", "# mine\nsame " + bac + " " + nam + " as they say\n\n# end");
  EXPECT_EQ(ran("undo " + nam + " " + bac + " --ledger mine").code, 0);
  EXPECT_EQ(read("mine"), "# mine\n\n# end");
  EXPECT_EQ(ran("same " + nam + " " + bac + " a.jsonl --ledger mine").code, 0);
  EXPECT_EQ(read("mine"), "# mine\n\n# end\nsame\t" + nam + "\t" + bac + "\n");
  file("wrong", "same person/a body/b\n");
  const Ran asked = ran("posts " + bac + " a.jsonl --ledger wrong");
  EXPECT_TRUE(
      asked.err.starts_with("wrong:1:15: error: a person and a body are not judged together\n"
                            "  hint: give two people, or two bodies\n"))
      << asked.err;
  EXPECT_EQ(asked.code, 3);
  EXPECT_EQ(ran("undo --ledger nowhere").code, 3);
  EXPECT_EQ(ran("undo").code, 2);
}

TEST_F(Command, RecordsPassThroughExtract) {
  file("records.jsonl", province_records());
  EXPECT_EQ(ran("extract records.jsonl -j 3").out, province_records());
  EXPECT_EQ(ran("extract records.jsonl -o copy.jsonl").code, 0);
  EXPECT_EQ(read("copy.jsonl"), province_records());
}

TEST_F(Command, SaysWhichExportsAreNotReadBack) {
  file("a.jsonl", province_records());
  for (const nom::Format* format : nom::format::all()) {
    const std::string extension(format->extension);
    if (!format->parts.empty() || nom::format::reads(extension) || extension == "json") {
      continue;
    }
    const std::string name = "g." + extension;
    ASSERT_EQ(ran("export a.jsonl --format " + std::string(format->name) + " -o " + name).code, 0);
    const std::string fault = name + ": error: " + std::string(format->name) +
                              " is not read back\n"
                              "  hint: export turtle, or give the records from which it was made\n";
    const Ran built = ran("build " + name + " -o o");
    EXPECT_EQ(built.err.substr(0, fault.size()), fault);
    EXPECT_TRUE(built.err.ends_with("nomenclator: 1 fault\nnomenclator: nothing was built\n"))
        << built.err;
    EXPECT_EQ(built.code, 3);
    EXPECT_FALSE(fs::exists(folder_ / "o"));
    const Ran asked = ran("who 'chair peoples council' " + name + " a.jsonl");
    EXPECT_EQ(asked.out, std::string(head) + chairman);
    EXPECT_EQ(asked.err.substr(0, fault.size()), fault);
    EXPECT_EQ(asked.code, 3);
  }
  const Ran table = ran("who x tenures.csv");
  EXPECT_TRUE(table.err.starts_with("tenures.csv: error: csv is not read back\n")) << table.err;
}

TEST_F(Command, GoesOnAfterWhatItCannotRead) {
  file("a.jsonl", province_records());
  file("empty.txt", "");
  file("blank.jsonl", "\n\n");
  file("bytes.txt", "good\nb\xFF");
  fs::create_directories(folder_ / "none");
  const Ran r =
      ran("who 'chair peoples council' empty.txt missing.txt blank.jsonl bytes.txt none a.jsonl");
  EXPECT_EQ(r.code, 3);
  EXPECT_EQ(r.out, std::string(head) + chairman);
  EXPECT_NE(r.err.find("none: error: no input in this folder\n  hint: files are read that end in "
                       ".txt, .html, .htm, .json or .jsonl\n"),
            std::string::npos)
      << r.err;
  EXPECT_NE(r.err.find("empty.txt: error: nothing in this file\n"
                       "  hint: give a file with text, or leave it out\n"
                       "missing.txt: error: cannot open this file: No such file or directory\n"
                       "  hint: check the path and that it may be read\n"
                       "blank.jsonl: error: nothing in this file\n"
                       "  hint: give a file with text, or leave it out\n"
                       "bytes.txt:2:2: error: "),
            std::string::npos)
      << r.err;
  EXPECT_TRUE(r.err.ends_with("nomenclator: 5 faults\n")) << r.err;
}

TEST_F(Command, AsksNothingWhereNothingCouldBeRead) {
  const Ran r = ran("who mayor missing.jsonl");
  EXPECT_EQ(r.code, 3);
  EXPECT_EQ(r.out, "");
  EXPECT_EQ(r.err,
            "missing.jsonl: error: cannot open this file: No such file or directory\n"
            "  hint: check the path and that it may be read\n"
            "nomenclator: 1 fault\n"
            "nomenclator: there is nothing to ask\n");
}

TEST_F(Command, StopsAtTheFirstFaultIfStrict) {
  file("a.jsonl", province_records());
  file("empty.txt", "");
  const Ran r = ran("extract a.jsonl empty.txt a.jsonl missing.txt --strict -o out.jsonl");
  EXPECT_EQ(r.code, 3);
  EXPECT_EQ(r.err,
            "empty.txt: error: nothing in this file\n"
            "  hint: give a file with text, or leave it out\n"
            "nomenclator: 1 fault, stopped at the first (--strict)\n");
  EXPECT_FALSE(fs::exists(folder_ / "out.jsonl"));
}

TEST_F(Command, ABrokenRecordIsNamedByLine) {
  file("a.jsonl", province_records() + "{\"document\": 1}\n{\n");
  const Ran r = ran("who 'chair peoples council' a.jsonl");
  EXPECT_EQ(r.code, 3);
  EXPECT_EQ(r.out, std::string(head) + chairman);
  EXPECT_NE(r.err.find("a.jsonl:3"), std::string::npos) << r.err;
  EXPECT_NE(r.err.find("a.jsonl:4"), std::string::npos) << r.err;
  EXPECT_TRUE(r.err.ends_with("nomenclator: 2 faults\n")) << r.err;
}

TEST_F(Command, RefusesWrongUsage) {
  file("a.jsonl", province_records());
  const std::array<std::pair<const char*, const char*>, 11> cases = {{
      {"who x a.jsonl --frobnicate",
       "nomenclator: error: The following argument was not expected: --frobnicate\n"
       "  hint: see nomenclator who --help\n"},
      {"who x",
       "nomenclator: error: FILE or --graph is required\n  hint: see nomenclator who --help\n"},
      {"build a.jsonl",
       "nomenclator: error: --output or --graph is required\n  hint: see nomenclator build "
       "--help\n"},
      {"who x a.jsonl --on 2023-13-01",
       "nomenclator: error: --on: \"2023-13-01\" is not a date\n"
       "  hint: give a day, a month or a year: 2023-11-13, 2023-11, 2023\n"},
      {"who x a.jsonl --results xml",
       "nomenclator: error: --results: there is no form \"xml\"; the forms are table, csv, tsv, "
       "json, jsonl\n"
       "  hint: see nomenclator who --help\n"},
      {"who x a.jsonl --results 'csv, tsv'",
       "nomenclator: error: --results: there is no form \"csv, tsv\"; the forms are table, csv, "
       "tsv, json, jsonl\n"
       "  hint: see nomenclator who --help\n"},
      {"who x a.jsonl --results dot",
       "nomenclator: error: --results: there is no form \"dot\"; the forms are table, csv, tsv, "
       "json, jsonl\n"
       "  hint: see nomenclator who --help\n"},
      {"chart x a.jsonl --results xml",
       "nomenclator: error: --results: there is no form \"xml\"; the forms are table, csv, tsv, "
       "json, jsonl, dot\n"
       "  hint: see nomenclator chart --help\n"},
      {"chart x a.jsonl --results dot --explain",
       "nomenclator: error: --explain: a drawing has no room for sentences\n"
       "  hint: leave it out, or ask for another form\n"},
      {"explain a.jsonl --expect 'Clara Quill'",
       "nomenclator: error: --expect: \"Clara Quill\" is not a fact\n"
       "  hint: write a person, a post and, if you like, a body: --expect \"Ada "
       "Quill|Precentor|Choir Council\"\n"},
      {"who x a.jsonl -j 0",
       "nomenclator: error: --threads: Value 0 not in range 1 to 1024\n"
       "  hint: see nomenclator who --help\n"},
  }};
  for (const auto& [arguments, message] : cases) {
    const Ran r = ran(arguments);
    EXPECT_EQ(r.code, 2) << arguments;
    EXPECT_EQ(r.out, "") << arguments;
    EXPECT_EQ(r.err, message) << arguments;
  }
}

TEST_F(Command, RefusesABaseThatIsNone) {
  file("records.jsonl", province_records());
  for (const char* command : {"build records.jsonl -o x", "export records.jsonl --format turtle"}) {
    const Ran r = ran(std::string(command) + " --base 'my elites'");
    EXPECT_EQ(r.out, "") << command;
    EXPECT_EQ(r.err,
              "nomenclator: error: --base: the base \"my elites\" is no IRI\n"
              "  hint: give an address of your own, for instance "
              "https://data.my-institute.org/elites/\n")
        << command;
    EXPECT_EQ(r.code, 2) << command;
  }
}

TEST_F(Command, HelpAndVersionAreData) {
  const Ran version = ran("--version");
  EXPECT_EQ(version.code, 0);
  EXPECT_EQ(version.out.substr(0, 12), "nomenclator ");
  for (const char* command : {"", "extract ", "build ", "who ", "posts ", "chart ", "export "}) {
    const Ran help = ran(std::string(command) + "--help");
    EXPECT_EQ(help.code, 0);
    EXPECT_EQ(help.err, "");
    EXPECT_NE(help.out.find("Usage:"), std::string::npos);
  }
}

TEST_F(Command, ChecksPacks) {
  const std::string packs = "'" NOM_SOURCE_DIR "/schema/packs/";
  const Ran clean = ran("check-pack " + packs + "en' " + packs + "vi' " + packs + "vn' " + packs +
                        "world' '" NOM_SOURCE_DIR "/examples/packs/id'");
  EXPECT_EQ(clean.out, "");
  EXPECT_EQ(clean.err.substr(0, 24), "nomenclator: findings 0,");
  EXPECT_EQ(clean.code, 0);

  file("choirs/titles.tsv", "precentor\ttitle\tPrecentor\tone;loud\ncantor\ttitle\n");
  file("choirs/examples.tsv",
       "apposition\t+\tClara Quill, Precentor, sang.\tClara Quill | Cantor | - | current\n");
  const Ran wrong = ran("check-pack choirs");
  std::string features;
  for (const std::string_view feature : nom::pack::features_of(nom::Lex::title)) {
    features += (features.empty() ? "" : ", ") + std::string(feature);
  }
  EXPECT_EQ(wrong.out,
            "choirs/examples.tsv:1:14: error: the example fails: \"Clara Quill | Cantor | - | "
            "current\" did not come\n"
            "  hint: what came: Clara Quill | Precentor | - | current, by apposition\n"
            "choirs/titles.tsv:1:31: error: a title has no feature \"loud\"\n"
            "  hint: its features are " +
                features +
                "\n"
                "choirs/titles.tsv:2:1: error: a lexicon line has 3 or 4 columns, this one has 2\n"
                "  hint: write surface, type, canonical, features with tabs between\n");
  EXPECT_EQ(wrong.err, "nomenclator: findings 3, examples 1\n");
  EXPECT_EQ(wrong.code, 1);

  const Ran missing = ran("check-pack nowhere");
  EXPECT_EQ(missing.code, 3);
  EXPECT_EQ(missing.err,
            "nowhere: error: cannot read the pack: No such file or directory\n"
            "  hint: give the folder that holds the pack's .tsv files\n");
}

TEST_F(Command, TakesOneFolderAfterEachPack) {
  file("choirs/titles.tsv", "precentor\ttitle\tPrecentor\tone\n");
  file("bells/titles.tsv", "ringer\ttitle\tRinger\tone\n");
  file("a.txt", "Clara Quill, Precentor, sang.");
  const Ran r = ran("explain --pack choirs --pack bells a.txt | grep fact");
  EXPECT_EQ(r.out.substr(0, 49), "  fact    Clara Quill | Precentor | - | current  ");
  EXPECT_EQ(r.err, "");
}

TEST_F(Command, ExplainsWhatWasExpected) {
  file("a.txt", "Clara Quill, Minister of Trade, sang.");
  const Ran came = ran("explain a.txt --expect 'Clara Quill | minister | Ministry of Trade'");
  EXPECT_EQ(came.out.substr(0, 53), "a\ncame    Clara Quill | Minister | Trade | current  [");
  EXPECT_EQ(came.code, 0);
  const Ran missing = ran("explain a.txt --expect 'Clara Quill|Mayor'");
  EXPECT_EQ(missing.out,
            "a\nmissing Clara Quill | Mayor\n"
            "person  read as a person in sentence 1\n"
            "post    these words stand in no sentence\n");
  EXPECT_EQ(missing.code, 1);
}

TEST_F(Command, CountsWhatBecomesOfRules) {
  file("a.txt", "Clara Quill, Minister of Trade, sang. Bela Marsh, Mayor of Oslo, left.");
  file("gold/a.json",
       R"({"id":"a","people":[["Clara Quill","Quill"]],"holdings":[{"person":"Clara Quill",)"
       R"("post":["Minister","Minister of Trade"],"body":[null],"status":"former"}]})");
  const Ran plain = ran("rules --stats a.txt | grep -P '^(rule|apposition)\\t' | cut -f -7");
  EXPECT_EQ(plain.out,
            "rule\tlayer\ttried\tfired\tkept\tlost\tfacts\napposition\tphrase\t4\t2\t2\t0\t2\n");
  const Ran gold =
      ran("rules --stats a.txt --gold gold | grep -P '^(rule|apposition)\\t' | cut -f 8-10");
  EXPECT_EQ(gold.out, "right\tother_status\twrong\n0\t1\t1\n");
  EXPECT_EQ(gold.err, "");
  const Ran none = ran("rules --stats a.txt --gold nowhere");
  EXPECT_EQ(none.code, 3);
  EXPECT_EQ(ran("rules --results jsonl | head -n 1").out.substr(0, 39),
            R"({"rule":"title-from-to","layer":"time",)");
  EXPECT_EQ(ran("rules --stats").code, 2);
}

TEST_F(Command, AClosedPipeIsNoFault) {
  std::string many;
  for (int i = 0; i < 3000; ++i) {
    Sketch s("document-" + std::to_string(i));
    s.person("Ann Rassendyll");
    many += nom::record::to_json(s.record()) + "\n";
  }
  file("many.jsonl", many);
  const Ran r = ran("extract many.jsonl 2> messages; echo $? > code; } | { head -c 10");
  EXPECT_EQ(r.out.size(), 10U);
  EXPECT_EQ(read("messages"), "");
  EXPECT_EQ(read("code"), "0\n");
}

TEST_F(Command, AFullDiskIsAFault) {
  file("a.jsonl", province_records());
  const Ran r = ran("extract a.jsonl > /dev/full");
  EXPECT_EQ(r.code, 3);
  EXPECT_EQ(r.err,
            "<stdout>: error: cannot write: No space left on device\n"
            "  hint: make room on the disk\n"
            "nomenclator: 1 fault\n");
}

}  // namespace
