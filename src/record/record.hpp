// SPDX-License-Identifier: Apache-2.0
// record: the parsed entities of one document, and their JSON form.
//
// In:   a line of JSON (from our own extractor or anyone else's). Out: `Record`, a plain value:
// people, bodies, places, tenures, resolutions, events and the hierarchy that one document
// states, each with its evidence; and back to a line of JSON. `schema/record.schema.json` is the
// public contract. In memory offsets are bytes; in JSON they are code points of `document.text`.
// Every list is in the order of first occurrence in the text; ids are local to the record.
#pragma once

#include "date/date.hpp"
#include "fault/fault.hpp"
#include "text/text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nom {

/// The sentence that states a claim.
struct Evidence {
  Span span;          ///< of the document's text
  std::string quote;  ///< text[span], exactly
  std::string rule;   ///< which rule read it ("apposition"), or who said so ("gpt", "by hand")

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class Confidence : std::uint8_t {
  stated,    ///< the sentence says it
  implied,   ///< the sentence makes it certain without saying it (a successor's predecessor)
  inferred,  ///< from a rule about the world or from another sentence
};

enum class Status : std::uint8_t { current, former, acting, elect };

std::string_view name_of(Confidence confidence);
std::string_view name_of(Status status);

struct PlaceEntry {
  std::string id;      ///< "l1"
  std::string name;    ///< "Quynh Phu"
  std::string kind;    ///< country, province, city, district, commune, region …; empty if unknown
  std::string within;  ///< id of the place around it; empty if unknown
  std::string country;                  ///< ISO 3166-1 alpha-2; empty if unknown
  std::vector<std::string> forms = {};  ///< other forms that occur: "Quynh Phu District"

  friend bool operator==(const PlaceEntry&, const PlaceEntry&) = default;
};

struct PersonEntry {
  std::string id;                  ///< "p1"
  std::string name;                ///< fullest form, without titles and honorifics
  std::vector<std::string> forms;  ///< other forms that occur: surname alone, other spelling
  std::vector<Span> mentions;

  friend bool operator==(const PersonEntry&, const PersonEntry&) = default;
};

struct BodyEntry {
  std::string id;                  ///< "b1"
  std::string name;                ///< fullest form in the text, without "the"
  std::vector<std::string> forms;  ///< other forms that occur or are fair fuller forms
  std::string base;   ///< the name without its place and level: "Party Committee"; may be empty
  std::string kind;   ///< party, legislature, government, ministry, department, committee, court,
                      ///< procuracy, police, military, union, university, company, media,
                      ///< international, group or body
  std::string level;  ///< country, province, city, district, commune …; empty if unknown
  std::string place;  ///< id of its place; empty if unplaced
  std::vector<Span> mentions;

  friend bool operator==(const BodyEntry&, const BodyEntry&) = default;
};

struct TenureEntry {
  std::string person;  ///< id
  std::string title;   ///< as in the text: "Chairwoman"
  std::string role;    ///< the post apart from body, canonical and in English: "Chairman"
  std::string body;    ///< id; empty if none is named
  std::string place;   ///< id of the jurisdiction where no body is named ("governor of Goa")
  Status status = Status::current;
  Period period;
  Confidence confidence = Confidence::stated;
  std::vector<Evidence> evidence;  ///< at least one
  bool one_seat = false;           ///< the post has one holder at a time; false: not known

  friend bool operator==(const TenureEntry&, const TenureEntry&) = default;
};

struct ResolutionEntry {
  std::string id;                  ///< "r1"
  std::string name;                ///< "Resolution No. 03-NQ/TU"
  std::vector<std::string> forms;  ///< other forms that occur
  std::string kind;                ///< resolution, decree, decision, directive, law, …
  std::string number;              ///< as printed, without "No."; empty if none
  std::optional<PartialDate> date;
  std::string issuer;   ///< body id; empty if unknown
  std::string subject;  ///< "building and developing Thai Binh city to 2030 …"; empty if none
  std::vector<Evidence> evidence;

  friend bool operator==(const ResolutionEntry&, const ResolutionEntry&) = default;
};

struct Participation {
  std::string person;  ///< id
  std::string part;    ///< chair, speaker, attendee, presenter …

  friend bool operator==(const Participation&, const Participation&) = default;
};

struct EventEntry {
  std::string id;    ///< "e1"
  std::string name;  ///< "expanded meeting of the Provincial Party Executive Committee"
  std::string kind;  ///< conference, meeting, congress, session, death, merger …
  std::optional<PartialDate> date;
  std::string organiser;  ///< body id; empty if unknown
  std::vector<Participation> participants;
  std::vector<Evidence> evidence;
  std::vector<std::string> died = {};       ///< ids of people
  std::vector<std::string> dissolved = {};  ///< ids of bodies: no longer there from that day on
  std::vector<std::string> founded = {};    ///< ids of bodies: founded, or in the place of those

  friend bool operator==(const EventEntry&, const EventEntry&) = default;
};

struct HierarchyEntry {
  std::string child;   ///< body id
  std::string parent;  ///< body id
  Confidence confidence = Confidence::stated;
  std::string rule;                ///< the rule that inferred it, or the rule that read it
  std::vector<Evidence> evidence;  ///< empty only if inferred

  friend bool operator==(const HierarchyEntry&, const HierarchyEntry&) = default;
};

struct Record {
  Document document;
  std::vector<PlaceEntry> places;
  std::vector<PersonEntry> people;
  std::vector<BodyEntry> bodies;
  std::vector<TenureEntry> tenures;
  std::vector<ResolutionEntry> resolutions;
  std::vector<EventEntry> events;
  std::vector<HierarchyEntry> hierarchy;
};

namespace record {

/// What people say that a text states of one tenure; all that is listed is accepted.
struct GoldTenure {
  std::vector<std::string> people;  ///< forms of the person's name
  std::vector<std::string> posts;
  std::vector<std::string> bodies;  ///< an empty one: no body
  std::string status;
};

struct Gold {
  std::string id;  ///< of the document
  std::vector<GoldTenure> tenures;
};

/// Reads a gold file as in tests/corpus: one text's facts in JSON.
Result<Gold> read_gold(std::string_view json, const Where& where);

/// One line of JSON Lines is either a document to be read (it has "text": id, title, date, lang,
/// source, text) or a record (it has "document").
using Line = std::variant<Document, Record>;

/// Reads one line. UTF-8 is checked, repeated keys and nesting beyond 200 levels are refused,
/// parsing is iterative (no stack overflow on deep nesting), records are checked against
/// schema/record.schema.json and then for what a schema cannot say: ids unique, references
/// resolved, spans inside the text, every quotation equal to its span, dates real, no control
/// characters in names. What may be left out, and what it then means, is in the schema's
/// descriptions. If a record's text is not as Text::from_bytes makes it, it is normalised (but
/// "&amp;" stays) and its spans and quotations move along. Of a document only the text is needed,
/// null counts as left out and unknown keys are ignored; the date may have a time behind it. Its id
/// is empty if the line brings none. Faults carry `where` (file and line given) plus a JSON
/// pointer, or the column for a syntax fault; a line that spans several (a pretty-printed record)
/// counts on from `where.line`. Cost: linear, 180 to 500 MB/s. May be called from many threads; the
/// first call in a thread compiles the schema (0.3 ms).
Result<Line> read_line(std::string_view json, const Where& where);

/// The record as one line of JSON without the line end. Keys in the order of the schema, optional
/// keys left out when empty, offsets in code points.
std::string to_json(const Record& record);

}  // namespace record

}  // namespace nom
