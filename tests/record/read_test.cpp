// SPDX-License-Identifier: Apache-2.0
#include "record/record.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

namespace nom {

namespace {

const Where where{"in.jsonl", 3, 0, {}};

/// The fault of a line as the user sees it; "a document" or "a record" if there is none.
std::string said_of(std::string_view json) {
  const Result<record::Line> line = record::read_line(json, where);
  if (!line) {
    return to_string(line.error());
  }
  return std::holds_alternative<Record>(*line) ? "a record" : "a document";
}

Record record_of(std::string_view json) {
  const Result<record::Line> line = record::read_line(json, where);
  EXPECT_TRUE(line) << (line ? "" : to_string(line.error()));
  return line && std::holds_alternative<Record>(*line) ? std::get<Record>(*line) : Record{};
}

Document document_of(std::string_view json) {
  const Result<record::Line> line = record::read_line(json, where);
  EXPECT_TRUE(line) << (line ? "" : to_string(line.error()));
  return line && std::holds_alternative<Document>(*line) ? std::get<Document>(*line) : Document{};
}

struct Case {
  std::string name;
  std::string json;
  std::string said;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

std::string name_of_case(const testing::TestParamInfo<Case>& info) { return info.param.name; }

class ReadLine : public testing::TestWithParam<Case> {};

TEST_P(ReadLine, SaysWhatIsWrongAndWhere) { EXPECT_EQ(said_of(GetParam().json), GetParam().said); }

const std::string one_object = "\n  hint: give one JSON object a line";
const std::string cut_off = "\n  hint: the line may be cut off: one object, one line";
const std::string halves = "\n  hint: write the character itself, or both halves: \\ud83d\\ude00";

INSTANTIATE_TEST_SUITE_P(
    Syntax, ReadLine,
    testing::Values(Case{"EmptyLine", "", "in.jsonl:3:1: error: the line is empty" + one_object},
                    Case{"Blanks", "   ", "in.jsonl:3:4: error: the line is empty" + one_object},
                    Case{"Array", R"([{"text":"a"}])",
                         "in.jsonl:3: error: a line must be a JSON object, not an array"
                         "\n  hint: give one document or record a line"},
                    Case{"String", R"("a")",
                         "in.jsonl:3: error: a line must be a JSON object, not a string"
                         "\n  hint: give one document or record a line"},
                    Case{"TwoObjects", R"({"text":"a"} {"text":"b"})",
                         "in.jsonl:3:14: error: something follows the JSON object" + one_object},
                    Case{"PlainText", "The Council met.",
                         "in.jsonl:3:1: error: not a JSON value"
                         "\n  hint: strings and keys stand in double quotation marks"},
                    Case{"SingleQuotes", "{'text':'a'}",
                         "in.jsonl:3:2: error: a key in quotation marks is missing"
                         "\n  hint: a comma stands before keys only"},
                    Case{"CommaAtTheEnd", R"({"text":"a",})",
                         "in.jsonl:3:13: error: a key in quotation marks is missing"
                         "\n  hint: a comma stands before keys only"},
                    Case{"NoColon", R"({"text" "a"})",
                         "in.jsonl:3:9: error: the colon after the key is missing"},
                    Case{"NoComma", R"({"text":"a" "id":"b"})",
                         "in.jsonl:3:13: error: a comma or } is missing" + cut_off},
                    Case{"NoCommaInArray", R"({"text":["a" "b"]})",
                         "in.jsonl:3:14: error: a comma or ] is missing" + cut_off},
                    Case{"CutOffInString", R"({"text":"a)",
                         "in.jsonl:3:11: error: the string does not end" + cut_off},
                    Case{"ColumnsAreCodePoints", "{\"title\":\"Trần 😀\",\"text\":x}",
                         "in.jsonl:3:26: error: not a JSON value"
                         "\n  hint: strings and keys stand in double quotation marks"},
                    Case{"LineInsideAPrettyRecord", "{\n  \"title\": \"Đ\",\n  \"text\": x}",
                         "in.jsonl:5:11: error: not a JSON value"
                         "\n  hint: strings and keys stand in double quotation marks"},
                    Case{"UnknownEscape", R"({"text":"a\qb"})",
                         "in.jsonl:3:11: error: an escape that JSON does not know"
                         "\n  hint: after a backslash stands one of \" \\ / b f n r t u"},
                    Case{"ShortEscape", R"({"text":"\u12"})",
                         "in.jsonl:3:10: error: \\u must be followed by four hexadecimal digits"},
                    Case{"RawLineBreak", "{\"text\":\"a\nb\"}",
                         "in.jsonl:3:11: error: a control character in a string"
                         "\n  hint: write it as an escape: \\n, \\t, \\u001f"},
                    Case{"UnfinishedNumber", R"({"text":1.})",
                         "in.jsonl:3:11: error: the number is not finished"},
                    Case{"HugeNumber", R"({"text":1e999})",
                         "in.jsonl:3:9: error: the number is too big"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Hostile, ReadLine,
    testing::Values(
        Case{"InvalidUtf8", "{\"title\":\"Hải\",\"text\":\"a\xC3(\"}",
             "in.jsonl:3:25: error: a byte that is not UTF-8\n  hint: save the file as UTF-8"},
        Case{"Utf8Surrogate", "{\"text\":\"\xED\xA0\x80\"}",
             "in.jsonl:3:10: error: a byte that is not UTF-8\n  hint: save the file as UTF-8"},
        Case{"OverlongUtf8", "{\"text\":\"\xC0\x80\"}",
             "in.jsonl:3:10: error: a byte that is not UTF-8\n  hint: save the file as UTF-8"},
        Case{"InvalidUtf8OutsideStrings", "{\xFF}",
             "in.jsonl:3:2: error: a byte that is not UTF-8\n  hint: save the file as UTF-8"},
        Case{"CutOffInsideACharacter", "{\"text\":\"\xF0",
             "in.jsonl:3:10: error: a byte that is not UTF-8\n  hint: save the file as UTF-8"},
        Case{"LoneLowSurrogate", R"({"text":"a\udc00"})",
             "in.jsonl:3:11: error: a surrogate without its other half" + halves},
        Case{"LoneHighSurrogate", R"({"text":"a\ud800b"})",
             "in.jsonl:3:11: error: a surrogate without its other half" + halves},
        Case{"TwoHighSurrogates", R"({"text":"\ud800\ud800"})",
             "in.jsonl:3:10: error: a surrogate without its other half" + halves},
        Case{"LoneSurrogateInAKey", R"({"text":"a","\uDfff":1})",
             "in.jsonl:3:14: error: a surrogate without its other half" + halves},
        Case{"SurrogatePair", R"({"text":"\ud83d\ude00 \\udc00"})", "a document"},
        Case{"NulByte", std::string("{\"text\":\"a\0b\"}", 14),
             "in.jsonl:3:11: error: a NUL byte"
             "\n  hint: the file may be UTF-16: save it as UTF-8"},
        Case{"NulAfterTheObject", std::string("{\"text\":\"a\"}\0{", 14),
             "in.jsonl:3:13: error: a NUL byte"
             "\n  hint: the file may be UTF-16: save it as UTF-8"},
        Case{"EscapedNul", R"({"text":"a\u0000b"})",
             "in.jsonl:3:11: error: a string has a NUL character"
             "\n  hint: leave \\u0000 out: it is no part of any text"},
        Case{"RepeatedKey", R"({"text":"a","id":"1","text":"b"})",
             "in.jsonl:3: error: the key \"text\" is there twice (at /text)"
             "\n  hint: each key of an object may be there once"},
        Case{"RepeatedKeyBehindAnEscape", R"({"text":"a","\u0074ext":"b"})",
             "in.jsonl:3: error: the key \"text\" is there twice (at /text)"
             "\n  hint: each key of an object may be there once"},
        Case{"RepeatedKeyDeepDown", R"({"text":"a","x":[0,{"y/z":[[],[{"~":1,"k":2,"~":3}]]}]})",
             "in.jsonl:3: error: the key \"~\" is there twice (at /x/1/y~1z/1/0/~0)"
             "\n  hint: each key of an object may be there once"},
        Case{"SameKeyInTwoObjects", R"({"text":"a","x":{"k":{"k":1}},"y":[{"k":1},{"k":1}]})",
             "a document"}),
    name_of_case);

std::string with(const std::string& lists) {
  return R"({"document":{"id":"a","text":"Ann Lee chairs the Council."},)"
         R"("people":[{"id":"p1","name":"Ann Lee"}],"bodies":[{"id":"b1","name":"Council"}],)" +
         lists + "}";
}

std::string tenure(const std::string& more, const std::string& span = R"("start":0,"end":7)",
                   const std::string& quote = "Ann Lee") {
  return with(R"("tenures":[{"person":"p1","role":"Chairman",)" + more + R"("evidence":[{)" + span +
              R"(,"quote":")" + quote + R"("}]}])");
}

INSTANTIATE_TEST_SUITE_P(
    Facts, ReadLine,
    testing::Values(
        Case{"Sound", tenure(""), "a record"},
        Case{
            "IdTwice",
            R"({"document":{"id":"a","text":""},"people":[{"id":"p","name":"A"},{"id":"q","name":"B"},{"id":"p","name":"C"}]})",
            "in.jsonl:3: error: the id \"p\" is there twice (at /people/2/id)"
            "\n  hint: the first is at /people/0; give each entry of a list an id of its own"},
        Case{
            "SameIdInTwoLists",
            R"({"document":{"id":"a","text":""},"people":[{"id":"1","name":"A"}],"bodies":[{"id":"1","name":"B"}]})",
            "a record"},
        Case{
            "UnknownPerson",
            with(
                R"("tenures":[{"person":"p9","role":"Chairman","evidence":[{"start":0,"end":3,"quote":"Ann"}]}])"),
            "in.jsonl:3: error: there is no person with the id \"p9\" (at /tenures/0/person)"
            "\n  hint: give an id of the list \"people\""},
        Case{"APersonIsNoBody", tenure(R"("body":"p1",)"),
             "in.jsonl:3: error: there is no body with the id \"p1\" (at /tenures/0/body)"
             "\n  hint: give an id of the list \"bodies\""},
        Case{"UnknownPlace", tenure(R"("place":"l1",)"),
             "in.jsonl:3: error: there is no place with the id \"l1\" (at /tenures/0/place)"
             "\n  hint: give an id of the list \"places\""},
        Case{
            "UnknownIssuer",
            with(
                R"("resolutions":[{"id":"r1","name":"R","issuer":"b2","evidence":[{"start":0,"end":3,"quote":"Ann"}]}])"),
            "in.jsonl:3: error: there is no body with the id \"b2\" (at /resolutions/0/issuer)"
            "\n  hint: give an id of the list \"bodies\""},
        Case{
            "UnknownParticipant",
            with(
                R"("events":[{"id":"e1","name":"E","participants":[{"person":"p1"},{"person":"p2"}],"evidence":[{"start":0,"end":3,"quote":"Ann"}]}])"),
            "in.jsonl:3: error: there is no person with the id \"p2\""
            " (at /events/0/participants/1/person)"
            "\n  hint: give an id of the list \"people\""},
        Case{
            "UnknownParent",
            with(
                R"("hierarchy":[{"child":"b1","parent":"b2","confidence":"inferred","rule":"r"}])"),
            "in.jsonl:3: error: there is no body with the id \"b2\" (at /hierarchy/0/parent)"
            "\n  hint: give an id of the list \"bodies\""},
        Case{
            "UnderItself",
            with(
                R"("hierarchy":[{"child":"b1","parent":"b1","confidence":"inferred","rule":"r"}])"),
            "in.jsonl:3: error: the body \"b1\" is under itself (at /hierarchy/0/parent)"
            "\n  hint: child and parent must be two bodies"},
        Case{
            "StatedWithoutEvidence",
            R"({"document":{"id":"a","text":""},"bodies":[{"id":"b1","name":"A"},{"id":"b2","name":"B"}],"hierarchy":[{"child":"b1","parent":"b2","rule":"r"}]})",
            "in.jsonl:3: error: there is no evidence for it (at /hierarchy/0)"
            "\n  hint: give the evidence, or the confidence \"inferred\" and the rule that "
            "inferred it"},
        Case{
            "InferredWithoutRule",
            R"({"document":{"id":"a","text":""},"bodies":[{"id":"b1","name":"A"},{"id":"b2","name":"B"}],"hierarchy":[{"child":"b1","parent":"b2","confidence":"inferred"}]})",
            "in.jsonl:3: error: there is no evidence for it (at /hierarchy/0)"
            "\n  hint: give the evidence, or the confidence \"inferred\" and the rule that "
            "inferred it"},
        Case{
            "PlaceWithinItself",
            R"({"document":{"id":"a","text":""},"places":[{"id":"k","name":"K","within":"l"},{"id":"l","name":"L","within":"m"},{"id":"m","name":"M","within":"l"}]})",
            "in.jsonl:3: error: the place \"l\" is within itself (at /places/1/within)"
            "\n  hint: leave one \"within\" of the circle out"},
        Case{
            "PlacesInARow",
            R"({"document":{"id":"a","text":""},"places":[{"id":"k","name":"K","within":"l"},{"id":"l","name":"L","within":"m"},{"id":"m","name":"M"},{"id":"n","name":"N","within":"l"}]})",
            "a record"},
        Case{"SpanPastTheEnd", tenure("", R"("start":0,"end":28)"),
             "in.jsonl:3: error: the span ends at 28, after the end of the text at 27"
             " (at /tenures/0/evidence/0/end)"
             "\n  hint: offsets count code points of document.text from 0"},
        Case{"EmptySpan", tenure("", R"("start":7,"end":7)"),
             "in.jsonl:3: error: the span ends at 7, not after its start at 7"
             " (at /tenures/0/evidence/0/end)"
             "\n  hint: the end is the code point after the last one of the span"},
        Case{
            "MentionPastTheEnd",
            R"({"document":{"id":"a","text":"Ann"},"people":[{"id":"p1","name":"Ann","mentions":[{"start":0,"end":3},{"start":4,"end":7}]}]})",
            "in.jsonl:3: error: the span ends at 7, after the end of the text at 3"
            " (at /people/0/mentions/1/end)"
            "\n  hint: offsets count code points of document.text from 0"},
        Case{"QuoteMismatch", tenure("", R"("start":1,"end":8)"),
             "in.jsonl:3: error: \"Ann Lee\" is not what the text says there: \"nn Lee \""
             " (at /tenures/0/evidence/0/quote)"
             "\n  hint: it stands at 0 to 7; offsets count code points, not bytes"},
        Case{"QuoteNowhere", tenure("", R"("start":0,"end":7)", "ann lee"),
             "in.jsonl:3: error: \"ann lee\" is not what the text says there: \"Ann Lee\""
             " (at /tenures/0/evidence/0/quote)"
             "\n  hint: quote the text exactly, with its line breaks and spaces"},
        Case{
            "ByteOffsets",
            R"({"document":{"id":"a","text":"Đỗ Hà chairs it. 😀 Ann too."},"people":[{"id":"p1","name":"Ann"}],"tenures":[{"person":"p1","role":"Chairman","evidence":[{"start":27,"end":30,"quote":"Ann"}]}]})",
            "in.jsonl:3: error: the span ends at 30, after the end of the text at 27"
            " (at /tenures/0/evidence/0/end)"
            "\n  hint: offsets count code points of document.text from 0"},
        Case{"ImpossibleDay", tenure(R"("from":"2021-02-30",)"),
             "in.jsonl:3: error: \"2021-02-30\" is not in the calendar (at /tenures/0/from)"
             "\n  hint: write a day that exists, or only its month or year"},
        Case{"ImpossibleMonth", R"({"document":{"id":"a","text":"","date":"2021-13"}})",
             "in.jsonl:3: error: \"2021-13\" is not in the calendar (at /document/date)"
             "\n  hint: write a day that exists, or only its month or year"},
        Case{"LeapDay", tenure(R"("from":"2020-02-29",)"), "a record"},
        Case{"EndBeforeBegin", tenure(R"("from":"2021-05","to":"2020",)"),
             "in.jsonl:3: error: the tenure ends on 2020, before it begins on 2021-05"
             " (at /tenures/0/to)"
             "\n  hint: are from and to swapped?"},
        Case{"EndInTheYearOfTheBegin", tenure(R"("from":"2021-05","to":"2021",)"), "a record"},
        Case{"ControlCharacterInAName",
             R"({"document":{"id":"a","text":""},"people":[{"id":"p1","name":"Ann\u0001Lee"}]})",
             "in.jsonl:3: error: a control character in \"Ann?Lee\" (at /people/0/name)"
             "\n  hint: write a space in its place"},
        Case{
            "ControlCharacterInAForm",
            R"({"document":{"id":"a","text":""},"people":[{"id":"p1","name":"Ann","forms":["A","B\nC"]}]})",
            "in.jsonl:3: error: a control character in \"B?C\" (at /people/0/forms/1)"
            "\n  hint: write a space in its place"}),
    name_of_case);

INSTANTIATE_TEST_SUITE_P(
    Documents, ReadLine,
    testing::Values(
        Case{"NeitherTextNorDocument", R"({"id":"a","body":"b"})",
             "in.jsonl:3: error: neither \"text\" nor \"document\" is there"
             "\n  hint: a document has \"text\"; a record has \"document\""
             " (see schema/record.schema.json)"},
        Case{"TextIsNoString", R"({"text":["a"]})",
             "in.jsonl:3: error: must be a string (at /text)"
             "\n  hint: text: the whole text of the document"},
        Case{"IdIsANumber", R"({"text":"a","id":17})",
             "in.jsonl:3: error: must be a string (at /id)\n  hint: put it in quotation marks"},
        Case{"TitleIsAnObject", R"({"text":"a","title":{}})",
             "in.jsonl:3: error: must be a string (at /title)"
             "\n  hint: leave the key out where there is nothing to say"},
        Case{"DateInWords", R"({"text":"a","date":"13 May 2021"})",
             "in.jsonl:3: error: \"13 May 2021\" is not a date (at /date)"
             "\n  hint: write YYYY-MM-DD, or only YYYY-MM or YYYY"},
        Case{"DateNotInTheCalendar", R"({"text":"a","date":"2021-02-30T10:00:00Z"})",
             "in.jsonl:3: error: \"2021-02-30T10:00:00Z\" is not a date (at /date)"
             "\n  hint: write YYYY-MM-DD, or only YYYY-MM or YYYY"},
        Case{"UnknownKeys", R"({"text":"a","tags":["x",{"y":1.5}],"n":null})", "a document"}),
    name_of_case);

TEST(ReadDocument, TakesMetadataAndText) {
  const Document d = document_of(
      R"({"id":"7","title":"Rin\n&amp; Oss","date":"2023-11-13T23:30:00+07:00","lang":"en","source":null,"text":"A\r\nB &amp; C"})");
  EXPECT_EQ(d.id, "7");
  EXPECT_EQ(d.title, "Rin & Oss");
  EXPECT_EQ(d.date, (PartialDate{2023, 11, 13}));
  EXPECT_EQ(d.lang, "en");
  EXPECT_EQ(d.source, "");
  EXPECT_EQ(d.text.str(), "A\nB & C");
}

TEST(ReadDocument, NeedsOnlyText) {
  const Document d = document_of(R"({"text":"a"})");
  EXPECT_EQ(d.id, "");
  EXPECT_FALSE(d.date);
  EXPECT_EQ(d.text.str(), "a");
}

TEST(ReadDocument, DropsAByteOrderMarkOnTheFirstLineOnly) {
  const std::string line = "\xEF\xBB\xBF{\"text\":\"a\"}";
  EXPECT_TRUE(record::read_line(line, {"in.jsonl", 1, 0, {}}));
  EXPECT_EQ(said_of(line),
            "in.jsonl:3:1: error: not a JSON value"
            "\n  hint: strings and keys stand in double quotation marks");
}

TEST(ReadHostile, NestsNoDeeperThan200) {
  const auto nested = [](std::size_t depth) {
    return R"({"text":"a","x":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  const std::string too_deep =
      "in.jsonl:3: error: nested deeper than 200 levels\n  hint: a record needs 5";
  EXPECT_EQ(said_of(nested(199)), "a document");
  EXPECT_EQ(said_of(nested(200)), too_deep);
  EXPECT_EQ(said_of(nested(100'000)), too_deep);
  EXPECT_EQ(said_of(R"({"text":"a","x":)" + std::string(100'000, '[')), too_deep);
  std::string objects = R"({"text":"a")";
  for (int i = 0; i < 100'000; ++i) {
    objects += R"(,"x":{"k":0)";
  }
  EXPECT_EQ(said_of(objects), too_deep);
  EXPECT_EQ(said_of(std::string(100'000, '[')),
            "in.jsonl:3: error: a line must be a JSON object, not an array"
            "\n  hint: give one document or record a line");
}

TEST(ReadHostile, FindsARepeatedKeyAmongMany) {
  std::string json = R"({"text":"a")";
  for (int i = 0; i < 100'000; ++i) {
    json += ",\"k" + std::to_string(i) + "\":0";
  }
  EXPECT_EQ(said_of(json + "}"), "a document");
  EXPECT_EQ(said_of(json + R"(,"k777":1})"),
            "in.jsonl:3: error: the key \"k777\" is there twice (at /k777)"
            "\n  hint: each key of an object may be there once");
}

TEST(ReadHostile, ManyPlacesInARowAreNoCircle) {
  std::string json = R"({"document":{"id":"a","text":""},"places":[{"id":"0","name":"x"})";
  for (int i = 1; i < 50'000; ++i) {
    json += R"(,{"id":")" + std::to_string(i) + R"(","name":"x","within":")" +
            std::to_string(i - 1) + "\"}";
  }
  EXPECT_EQ(said_of(json + "]}"), "a record");
}

TEST(ReadRecord, CountsCodePointsAndKeepsBytes) {
  const Record r = record_of(
      R"({"document":{"id":"a","text":"Đỗ Hà 😀 chairs it."},"people":[{"id":"p1","name":"Đỗ Hà","mentions":[{"start":0,"end":5}]}],"tenures":[{"person":"p1","role":"Chairman","evidence":[{"start":6,"end":18,"quote":"😀 chairs it."}]}]})");
  ASSERT_EQ(r.people.size(), 1U);
  EXPECT_EQ(r.people[0].mentions, (std::vector<Span>{{0, 9}}));
  ASSERT_EQ(r.tenures.size(), 1U);
  const Evidence& e = r.tenures[0].evidence.at(0);
  EXPECT_EQ(e.span, (Span{10, 25}));
  EXPECT_EQ(r.document.text.view(e.span), e.quote);
}

TEST(ReadRecord, FillsInWhatIsLeftOut) {
  struct Row {
    std::string given;
    Status status;
    Open open;
  };
  const std::vector<Row> rows{
      {"", Status::current, Open::ongoing},
      {R"("status":"acting",)", Status::acting, Open::ongoing},
      {R"("status":"elect",)", Status::elect, Open::unknown},
      {R"("status":"former",)", Status::former, Open::ended},
      {R"("to":"2021",)", Status::current, Open::ended},
      {R"("to":"2021","open":"ongoing",)", Status::current, Open::ongoing},
      {R"("status":"former","open":"unknown",)", Status::former, Open::unknown},
  };
  for (const Row& row : rows) {
    const Record r = record_of(tenure(row.given));
    ASSERT_EQ(r.tenures.size(), 1U) << row.given;
    const TenureEntry& e = r.tenures[0];
    EXPECT_EQ(e.title, "Chairman") << row.given;
    EXPECT_EQ(e.status, row.status) << row.given;
    EXPECT_EQ(e.period.open, row.open) << row.given;
    EXPECT_EQ(e.confidence, Confidence::stated) << row.given;
  }
}

TEST(ReadRecord, TakesAnEmptyReferenceAsNone) {
  const Record r = record_of(tenure(R"("body":"","place":"","title":"",)"));
  ASSERT_EQ(r.tenures.size(), 1U);
  EXPECT_EQ(r.tenures[0].body, "");
  EXPECT_EQ(r.tenures[0].title, "Chairman");
}

TEST(ReadRecord, LeavesReferencesInTheTextAlone) {
  const Record r = record_of(
      R"({"document":{"id":"a","text":"AT&amp;T"},"people":[{"id":"p","name":"T","mentions":[{"start":7,"end":8}]}]})");
  EXPECT_EQ(r.document.text.str(), "AT&amp;T");
  EXPECT_EQ(r.document.text.view(r.people.at(0).mentions.at(0)), "T");
}

/// A record whose text is not in the form of our texts: line ends, decomposed letters.
std::string foreign(const std::string& span, const std::string& quote) {
  return R"({"document":{"id":"a","text":"Ha\u0300 left.\r\nAnn took over."},)"
         R"("people":[{"id":"p1","name":"Ann","mentions":[{"start":11,"end":14}]}],)"
         R"("tenures":[{"person":"p1","role":"Chairman","evidence":[{)" +
         span + R"(,"quote":")" + quote + R"("}]}]})";
}

TEST(ReadRecord, MovesTheSpansOfATextThatIsNormalised) {
  const Record r =
      record_of(foreign(R"("start":0,"end":24)", R"(Ha\u0300 left.\r\nAnn took over)"));
  EXPECT_EQ(r.document.text.str(), "Hà left.\nAnn took over.");
  EXPECT_EQ(r.document.text.view(r.people.at(0).mentions.at(0)), "Ann");
  const Evidence& e = r.tenures.at(0).evidence.at(0);
  EXPECT_EQ(e.quote, "Hà left.\nAnn took over");
  EXPECT_EQ(r.document.text.view(e.span), e.quote);
}

TEST(ReadRecord, TakesANormalisedQuotationOfSuchAText) {
  const Record r = record_of(foreign(R"("start":0,"end":9)", "Hà left."));
  EXPECT_EQ(r.tenures.at(0).evidence.at(0).quote, "Hà left.");
}

TEST(ReadRecord, RefusesASpanThatNormalisingCutsThrough) {
  EXPECT_EQ(said_of(foreign(R"("start":0,"end":2)", "Ha")),
            "in.jsonl:3: error: a span begins or ends inside a character or a line end of the text"
            " (at /document/text)"
            "\n  hint: give the text in NFC with LF line ends and without a byte order mark");
}

TEST(ReadRecord, GivesTheSameInEveryThread) {
  const std::string good = R"({"document":{"id":"a","text":"","date":"2021-05-03"}})";
  const std::string broken = R"({"document":{"id":"a","text":"","date":"2021-05-3"}})";
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) {
        wrong += record::read_line(good, where).has_value() ? 0 : 1;
        wrong += record::read_line(broken, where).has_value() ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(wrong, 0);
}

}  // namespace

}  // namespace nom
