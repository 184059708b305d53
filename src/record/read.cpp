// SPDX-License-Identifier: Apache-2.0
#include "record/check.hpp"
#include "record/record.hpp"

#include <rapidjson/document.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace nom::record {

namespace {

using Json = rapidjson::Value;

std::string_view view_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

/// Where we are in the line: a pointer that costs nothing until a fault needs it.
struct Path {
  const Path* up = nullptr;
  std::string_view key;  ///< empty: an element of an array
  std::size_t index = 0;

  void print(std::string& out) const {
    if (up != nullptr) {
      up->print(out);
      append_token(out, key.empty() ? std::to_string(index) : std::string(key));
    }
  }
};

/// Member of an object, or nullptr.
const Json* member(const Json& object, const char* key) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// Text of a record: as Text::from_bytes makes it, but references ("&amp;") stay what they are, for
/// the text has been read once already and the spans count in it as it is.
Result<Text> text_as_is(std::string_view given, const std::string& file) {
  if (given.find('&') == std::string_view::npos) {
    return Text::from_bytes(given, file);
  }
  std::string escaped;
  escaped.reserve(given.size() + given.size() / 16);
  for (const char c : given) {
    if (c == '&') {
      escaped += "&amp;";
    } else {
      escaped += c;
    }
  }
  return Text::from_bytes(escaped, file);
}

/// All spans of a record, in its order.
template <class F>
void for_each_span(Record& record, F f) {
  const auto in_mentions = [&f](auto& entries) {
    for (auto& entry : entries) {
      std::for_each(entry.mentions.begin(), entry.mentions.end(), f);
    }
  };
  const auto in_evidence = [&f](auto& entries) {
    for (auto& entry : entries) {
      for (Evidence& e : entry.evidence) {
        f(e.span);
      }
    }
  };
  in_mentions(record.people);
  in_mentions(record.bodies);
  in_evidence(record.tenures);
  in_evidence(record.resolutions);
  in_evidence(record.events);
  in_evidence(record.hierarchy);
}

/// Reads a line that has passed `check`. Remembers the first fault and reads on.
class LineReader {
 public:
  explicit LineReader(const Where& where) : where_(where) {}

 protected:
  void fail(FaultKind kind, const Path& path, std::string message, std::string hint) {
    if (fault_) {
      return;
    }
    Where where{where_.file, where_.line, 0, {}};
    path.print(where.pointer);
    fault_ = Fault{kind, std::move(message), std::move(where), std::move(hint)};
  }

  const Where& where_;
  std::optional<Fault> fault_;
};

class DocumentReader : LineReader {
 public:
  using LineReader::LineReader;

  Result<Document> read(const Json& line) {
    const Path root;
    const Json* text = member(line, "text");
    if (text == nullptr) {
      fail(FaultKind::schema, root, R"(neither "text" nor "document" is there)",
           R"(a document has "text"; a record has "document" (see schema/record.schema.json))");
      return *std::move(fault_);
    }
    Document document;
    document.id = line_of(line, "id", root);
    document.title = line_of(line, "title", root);
    document.lang = line_of(line, "lang", root);
    document.source = line_of(line, "source", root);
    document.date = date(line, root);
    const Path path{&root, "text"};
    if (!text->IsString()) {
      fail(FaultKind::schema, path, "must be a string", "text: the whole text of the document");
    } else if (Result<Text> checked = Text::from_bytes(view_of(*text), where_.file)) {
      document.text = *std::move(checked);
    } else {
      fail(checked.error().kind, path, checked.error().message, checked.error().hint);
    }
    if (fault_) {
      return *std::move(fault_);
    }
    return document;
  }

 private:
  /// A string without line breaks and control characters; empty if it is missing or null.
  std::string line_of(const Json& line, const char* key, const Path& root) {
    const Json* value = member(line, key);
    if (value == nullptr || value->IsNull()) {
      return {};
    }
    const Path path{&root, key};
    if (!value->IsString()) {
      fail(FaultKind::schema, path, "must be a string",
           value->IsNumber() ? "put it in quotation marks"
                             : "leave the key out where there is nothing to say");
      return {};
    }
    Result<Text> checked = Text::from_bytes(view_of(*value), where_.file);
    if (!checked) {
      fail(checked.error().kind, path, checked.error().message, checked.error().hint);
      return {};
    }
    std::string out = checked->str();
    std::replace_if(out.begin(), out.end(), is_control, ' ');
    return out;
  }

  /// A partial date, or the day of a date with a time: "2023-11-13T08:00:00+07:00".
  std::optional<PartialDate> date(const Json& line, const Path& root) {
    const std::string given = line_of(line, "date", root);
    if (given.empty()) {
      return std::nullopt;
    }
    constexpr std::size_t day_size = 10;
    std::string_view day = given;
    if (day.size() > day_size && std::string_view("Tt ").find(day[day_size]) < 3) {
      day = day.substr(0, day_size);
    }
    std::optional<PartialDate> read = parse_iso(day);
    if (!read) {
      fail(FaultKind::data, {&root, "date"}, quoted(given) + " is not a date",
           "write YYYY-MM-DD, or only YYYY-MM or YYYY");
    }
    return read;
  }
};

class RecordReader : LineReader {
 public:
  RecordReader(const Where& where, const Json& line)
      : LineReader(where),
        line_(line),
        given_(view_of(line["document"]["text"])),
        points_(given_) {}

  Result<Record> read() {
    document(line_["document"]);
    index("places", places_);
    index("people", people_);
    index("bodies", bodies_);
    Ids resolutions;
    Ids events;
    index("resolutions", resolutions);
    index("events", events);
    list(line_, "places", root_, record_.places, &RecordReader::place);
    list(line_, "people", root_, record_.people, &RecordReader::person);
    list(line_, "bodies", root_, record_.bodies, &RecordReader::body);
    list(line_, "tenures", root_, record_.tenures, &RecordReader::tenure);
    list(line_, "resolutions", root_, record_.resolutions, &RecordReader::resolution);
    list(line_, "events", root_, record_.events, &RecordReader::event);
    list(line_, "hierarchy", root_, record_.hierarchy, &RecordReader::hierarchy);
    check_places();
    if (!fault_ && changed_) {
      move_spans();
    }
    if (fault_) {
      return *std::move(fault_);
    }
    return std::move(record_);
  }

 private:
  using Ids = std::unordered_map<std::string_view, std::size_t>;

  void index(const char* name, Ids& ids) {
    const Json* values = member(line_, name);
    if (values == nullptr) {
      return;
    }
    const Path path{&root_, name};
    ids.reserve(values->Size());
    for (rapidjson::SizeType i = 0; i < values->Size(); ++i) {
      const std::string_view id = view_of((*values)[i]["id"]);
      const auto [first, fresh] = ids.emplace(id, i);
      if (!fresh) {
        const Path element{&path, {}, i};
        fail(FaultKind::data, {&element, "id"}, "the id " + quoted(id) + " is there twice",
             "the first is at /" + std::string(name) + '/' + std::to_string(first->second) +
                 "; give each entry of a list an id of its own");
      }
    }
  }

  template <class T>
  void list(const Json& object, const char* name, const Path& up, std::vector<T>& out,
            T (RecordReader::*entry_of)(const Json&, const Path&)) {
    const Json* values = member(object, name);
    if (values == nullptr) {
      return;
    }
    const Path path{&up, name};
    out.reserve(values->Size());
    for (rapidjson::SizeType i = 0; i < values->Size(); ++i) {
      out.push_back((this->*entry_of)((*values)[i], {&path, {}, i}));
    }
  }

  /// A name or another short string: no control characters.
  std::string checked(const Json& value, const Path& path) {
    const std::string_view text = view_of(value);
    if (std::any_of(text.begin(), text.end(), is_control)) {
      fail(FaultKind::data, path, "a control character in " + quoted(text),
           "write a space in its place");
    }
    return std::string(text);
  }

  std::string text(const Json& object, const char* key, const Path& up) {
    const Json* value = member(object, key);
    return value == nullptr ? std::string() : checked(*value, {&up, key});
  }

  std::optional<PartialDate> date(const Json& object, const char* key, const Path& up) {
    const Json* value = member(object, key);
    if (value == nullptr) {
      return std::nullopt;
    }
    std::optional<PartialDate> read = parse_iso(view_of(*value));
    if (!read) {
      fail(FaultKind::data, {&up, key}, quoted(view_of(*value)) + " is not in the calendar",
           "write a day that exists, or only its month or year");
    }
    return read;
  }

  /// An id of another list; empty if the key is missing or empty.
  std::string reference(const Json& object, const char* key, const Path& up, const Ids& ids,
                        std::string_view what, std::string_view list_name) {
    const Json* value = member(object, key);
    return value == nullptr ? std::string() : reference(*value, {&up, key}, ids, what, list_name);
  }

  std::string reference(const Json& value, const Path& path, const Ids& ids, std::string_view what,
                        std::string_view list_name) {
    const std::string_view id = view_of(value);
    if (!id.empty() && !ids.contains(id)) {
      fail(FaultKind::data, path, "there is no " + std::string(what) + " with the id " + quoted(id),
           "give an id of the list \"" + std::string(list_name) + '"');
    }
    return std::string(id);
  }

  std::string person_id(const Json& object, const char* key, const Path& up) {
    return reference(object, key, up, people_, "person", "people");
  }

  std::string body_id(const Json& object, const char* key, const Path& up) {
    return reference(object, key, up, bodies_, "body", "bodies");
  }

  std::string listed_person(const Json& value, const Path& path) {
    return reference(value, path, people_, "person", "people");
  }

  std::string listed_body(const Json& value, const Path& path) {
    return reference(value, path, bodies_, "body", "bodies");
  }

  std::string place_id(const Json& object, const char* key, const Path& up) {
    return reference(object, key, up, places_, "place", "places");
  }

  /// One of the words that the schema lists; the first of `all` if the key is missing.
  template <class E, std::size_t N>
  static E word(const Json& object, const char* key, const std::array<E, N>& all) {
    if (const Json* value = member(object, key)) {
      for (const E e : all) {
        if (name_of(e) == view_of(*value)) {
          return e;
        }
      }
    }
    return all.front();
  }

  static Confidence confidence(const Json& object) {
    return word(object, "confidence",
                std::array{Confidence::stated, Confidence::implied, Confidence::inferred});
  }

  std::vector<std::string> forms(const Json& object, const Path& up) {
    std::vector<std::string> out;
    list(object, "forms", up, out, &RecordReader::checked);
    return out;
  }

  /// Code points → bytes of the text as given.
  Span span(const Json& object, const Path& path) {
    const unsigned start = object["start"].GetUint();
    const unsigned end = object["end"].GetUint();
    if (end > points_.size()) {
      fail(FaultKind::data, {&path, "end"},
           "the span ends at " + std::to_string(end) + ", after the end of the text at " +
               std::to_string(points_.size()),
           "offsets count code points of document.text from 0");
      return {};
    }
    if (end <= start) {
      fail(FaultKind::data, {&path, "end"},
           "the span ends at " + std::to_string(end) + ", not after its start at " +
               std::to_string(start),
           "the end is the code point after the last one of the span");
      return {};
    }
    return {points_.to_bytes(start), points_.to_bytes(end)};
  }

  std::vector<Span> mentions(const Json& object, const Path& up) {
    std::vector<Span> out;
    list(object, "mentions", up, out, &RecordReader::span);
    return out;
  }

  /// A string in the form that texts have.
  std::string normal(std::string_view text) const {
    const Result<Text> checked = text_as_is(text, where_.file);
    return checked ? checked->str() : std::string(text);
  }

  Evidence quotation(const Json& object, const Path& path) {
    Evidence evidence;
    evidence.span = span(object, path);
    const std::string_view quote = view_of(object["quote"]);
    const std::string_view said =
        given_.substr(evidence.span.begin, evidence.span.end - evidence.span.begin);
    const bool alike = quote == said || (changed_ && normal(quote) == normal(said));
    if (!alike) {
      fail(FaultKind::data, {&path, "quote"},
           quoted(quote) + " is not what the text says there: " + quoted(said), advice(quote));
    }
    evidence.quote = quote;
    evidence.rule = text(object, "rule", path);
    return evidence;
  }

  /// Where the quotation does stand, for someone who counted in other units.
  [[nodiscard]] std::string advice(std::string_view quote) const {
    const std::size_t at = given_.find(quote);
    if (at == std::string_view::npos) {
      return "quote the text exactly, with its line breaks and spaces";
    }
    const auto begin = static_cast<std::uint32_t>(at);
    const auto end = static_cast<std::uint32_t>(at + quote.size());
    return "it stands at " + std::to_string(points_.from_bytes(begin)) + " to " +
           std::to_string(points_.from_bytes(end)) + "; offsets count code points, not bytes";
  }

  std::vector<Evidence> evidence(const Json& object, const Path& up) {
    std::vector<Evidence> out;
    list(object, "evidence", up, out, &RecordReader::quotation);
    return out;
  }

  void document(const Json& object) {
    const Path path{&root_, "document"};
    Document& d = record_.document;
    d.id = text(object, "id", path);
    d.title = text(object, "title", path);
    d.date = date(object, "date", path);
    d.lang = text(object, "lang", path);
    d.source = text(object, "source", path);
    Result<Text> checked = text_as_is(given_, where_.file);
    if (checked) {
      d.text = *std::move(checked);
      changed_ = d.text.str() != given_;
    } else {
      fail(checked.error().kind, {&path, "text"}, checked.error().message, checked.error().hint);
    }
  }

  PlaceEntry place(const Json& v, const Path& path) {
    return {text(v, "id", path),         text(v, "name", path),    text(v, "kind", path),
            place_id(v, "within", path), text(v, "country", path), forms(v, path),
            date(v, "until", path)};
  }

  PersonEntry person(const Json& v, const Path& path) {
    return {text(v, "id", path), text(v, "name", path), forms(v, path), mentions(v, path)};
  }

  BodyEntry body(const Json& v, const Path& path) {
    return {text(v, "id", path),        text(v, "name", path), forms(v, path),
            text(v, "base", path),      text(v, "kind", path), text(v, "level", path),
            place_id(v, "place", path), mentions(v, path)};
  }

  TenureEntry tenure(const Json& v, const Path& path) {
    TenureEntry e;
    e.person = person_id(v, "person", path);
    e.role = text(v, "role", path);
    e.title = text(v, "title", path);
    e.title = e.title.empty() ? e.role : e.title;
    e.body = body_id(v, "body", path);
    e.place = place_id(v, "place", path);
    e.status = word(v, "status",
                    std::array{Status::current, Status::former, Status::acting, Status::elect});
    e.period.from = date(v, "from", path);
    e.period.to = date(v, "to", path);
    if (e.period.from && e.period.to && latest(*e.period.to) < earliest(*e.period.from)) {
      fail(FaultKind::data, {&path, "to"},
           "the tenure ends on " + to_iso(*e.period.to) + ", before it begins on " +
               to_iso(*e.period.from),
           "are from and to swapped?");
    }
    if (member(v, "open") != nullptr) {
      e.period.open = word(v, "open", std::array{Open::unknown, Open::ongoing, Open::ended});
    } else if (e.period.to || e.status == Status::former) {
      e.period.open = Open::ended;
    } else {
      e.period.open = e.status == Status::elect ? Open::unknown : Open::ongoing;
    }
    e.confidence = confidence(v);
    e.evidence = evidence(v, path);
    const Json* one_seat = member(v, "one_seat");
    e.one_seat = one_seat != nullptr && one_seat->GetBool();
    return e;
  }

  ResolutionEntry resolution(const Json& v, const Path& path) {
    return {text(v, "id", path),        text(v, "name", path),    forms(v, path),
            text(v, "kind", path),      text(v, "number", path),  date(v, "date", path),
            body_id(v, "issuer", path), text(v, "subject", path), evidence(v, path)};
  }

  Participation participation(const Json& v, const Path& path) {
    return {person_id(v, "person", path), text(v, "part", path)};
  }

  EventEntry event(const Json& v, const Path& path) {
    EventEntry e{text(v, "id", path),
                 text(v, "name", path),
                 text(v, "kind", path),
                 date(v, "date", path),
                 body_id(v, "organiser", path),
                 {},
                 {}};
    list(v, "participants", path, e.participants, &RecordReader::participation);
    e.evidence = evidence(v, path);
    list(v, "died", path, e.died, &RecordReader::listed_person);
    list(v, "dissolved", path, e.dissolved, &RecordReader::listed_body);
    list(v, "founded", path, e.founded, &RecordReader::listed_body);
    return e;
  }

  HierarchyEntry hierarchy(const Json& v, const Path& path) {
    HierarchyEntry e{body_id(v, "child", path), body_id(v, "parent", path), confidence(v),
                     text(v, "rule", path), evidence(v, path)};
    if (e.child == e.parent) {
      fail(FaultKind::data, {&path, "parent"}, "the body " + quoted(e.child) + " is under itself",
           "child and parent must be two bodies");
    }
    if (e.evidence.empty() && (e.confidence != Confidence::inferred || e.rule.empty())) {
      fail(FaultKind::data, path, "there is no evidence for it",
           "give the evidence, or the confidence \"inferred\" and the rule that inferred it");
    }
    return e;
  }

  /// Is some place within itself, directly or around a circle?
  void check_places() {
    std::vector<std::size_t> walk_of(record_.places.size(), 0);
    const Path path{&root_, "places"};
    for (std::size_t i = 0; i < record_.places.size() && !fault_; ++i) {
      std::size_t at = i;
      while (walk_of[at] == 0 && !record_.places[at].within.empty()) {
        walk_of[at] = i + 1;
        at = places_.at(record_.places[at].within);
      }
      if (walk_of[at] == i + 1) {
        const Path element{&path, {}, at};
        fail(FaultKind::data, {&element, "within"},
             "the place " + quoted(record_.places[at].id) + " is within itself",
             "leave one \"within\" of the circle out");
      }
      if (walk_of[at] == 0) {
        walk_of[at] = i + 1;
      }
    }
  }

  /// The spans count in the text as given, the record has it in the form of all texts: cuts the
  /// given text at every end of a span and sees where the pieces are after that.
  void move_spans() {
    std::vector<std::uint32_t> cuts{0, static_cast<std::uint32_t>(given_.size())};
    for_each_span(record_, [&cuts](Span& s) {
      cuts.push_back(s.begin);
      cuts.push_back(s.end);
    });
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::string pieces;
    std::vector<std::uint32_t> moved{0};
    for (std::size_t i = 1; i < cuts.size(); ++i) {
      pieces += normal(given_.substr(cuts[i - 1], cuts[i] - cuts[i - 1]));
      moved.push_back(static_cast<std::uint32_t>(pieces.size()));
    }
    const Text& now = record_.document.text;
    bool fits = pieces == now.str();
    for_each_span(record_, [&](Span& s) {
      const auto new_place = [&](std::uint32_t offset) {
        const auto at = std::lower_bound(cuts.begin(), cuts.end(), offset);
        return moved[static_cast<std::size_t>(at - cuts.begin())];
      };
      s = {new_place(s.begin), new_place(s.end)};
      fits = fits && s.begin < s.end;
    });
    if (!fits) {
      const Path document{&root_, "document"};
      fail(FaultKind::data, {&document, "text"},
           "a span begins or ends inside a character or a line end of the text",
           "give the text in NFC with LF line ends and without a byte order mark");
      return;
    }
    const auto quote_again = [&now](auto& entries) {
      for (auto& entry : entries) {
        for (Evidence& e : entry.evidence) {
          e.quote = now.view(e.span);
        }
      }
    };
    quote_again(record_.tenures);
    quote_again(record_.resolutions);
    quote_again(record_.events);
    quote_again(record_.hierarchy);
  }

  const Json& line_;
  std::string_view given_;  ///< the text as given
  CodePoints points_;
  bool changed_ = false;  ///< is the text another one than the one given?
  Path root_;
  Record record_;
  Ids places_;
  Ids people_;
  Ids bodies_;
};

}  // namespace

Result<Line> read_line(std::string_view json, const Where& where) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (where.line <= 1 && json.starts_with(mark)) {
    json.remove_prefix(mark.size());
  }
  const Result<Shape> shape = check(json, where);
  if (!shape) {
    return shape.error();
  }
  std::string in_place(json);
  rapidjson::Document line;
  line.ParseInsitu<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(
      in_place.data());
  if (*shape == Shape::document) {
    Result<Document> document = DocumentReader(where).read(line);
    return document ? Result<Line>(Line(*std::move(document))) : Result<Line>(document.error());
  }
  Result<Record> record = RecordReader(where, line).read();
  return record ? Result<Line>(Line(*std::move(record))) : Result<Line>(record.error());
}

}  // namespace nom::record
