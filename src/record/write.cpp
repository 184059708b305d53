// SPDX-License-Identifier: Apache-2.0
#include "record/record.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace nom::record {

namespace {

/// Writes the parts of one record. RapidJSON escapes what JSON asks for and leaves UTF-8 as it is.
class Printer {
 public:
  explicit Printer(const Record& record) : points_(record.document.text.str()), writer_(buffer_) {
    writer_.StartObject();
    document(record.document);
    list("places", record.places, [this](const PlaceEntry& e) { place(e); });
    list("people", record.people, [this](const PersonEntry& e) { person(e); });
    list("bodies", record.bodies, [this](const BodyEntry& e) { body(e); });
    list("tenures", record.tenures, [this](const TenureEntry& e) { tenure(e); });
    list("resolutions", record.resolutions, [this](const ResolutionEntry& e) { resolution(e); });
    list("events", record.events, [this](const EventEntry& e) { event(e); });
    list("hierarchy", record.hierarchy, [this](const HierarchyEntry& e) { hierarchy(e); });
    writer_.EndObject();
  }

  [[nodiscard]] std::string text() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  void key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void text(std::string_view value) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void must(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }

  void may(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      must(name, value);
    }
  }

  void may(std::string_view name, const std::optional<PartialDate>& date) {
    if (date) {
      must(name, to_iso(*date));
    }
  }

  template <class T, class Write>
  void list(std::string_view name, const std::vector<T>& values, Write write) {
    if (values.empty()) {
      return;
    }
    key(name);
    writer_.StartArray();
    for (const T& value : values) {
      write(value);
    }
    writer_.EndArray();
  }

  template <class T, class Write>
  void objects(std::string_view name, const std::vector<T>& values, Write write) {
    list(name, values, [this, &write](const T& value) {
      writer_.StartObject();
      write(value);
      writer_.EndObject();
    });
  }

  void span(Span s) {
    key("start");
    writer_.Uint(points_.from_bytes(s.begin));
    key("end");
    writer_.Uint(points_.from_bytes(s.end));
  }

  void strings(std::string_view name, const std::vector<std::string>& values) {
    list(name, values, [this](const std::string& value) { text(value); });
  }

  void forms(const std::vector<std::string>& values) { strings("forms", values); }

  void mentions(const std::vector<Span>& spans) {
    objects("mentions", spans, [this](Span s) { span(s); });
  }

  void evidence(const std::vector<Evidence>& all) {
    objects("evidence", all, [this](const Evidence& e) {
      span(e.span);
      must("quote", e.quote);
      may("rule", e.rule);
    });
  }

  void document(const Document& d) {
    key("document");
    writer_.StartObject();
    must("id", d.id);
    may("title", d.title);
    may("date", d.date);
    may("lang", d.lang);
    may("source", d.source);
    must("text", d.text.str());
    writer_.EndObject();
  }

  void place(const PlaceEntry& e) {
    writer_.StartObject();
    must("id", e.id);
    must("name", e.name);
    may("kind", e.kind);
    may("within", e.within);
    may("country", e.country);
    forms(e.forms);
    may("until", e.until);
    writer_.EndObject();
  }

  void person(const PersonEntry& e) {
    writer_.StartObject();
    must("id", e.id);
    must("name", e.name);
    forms(e.forms);
    mentions(e.mentions);
    writer_.EndObject();
  }

  void body(const BodyEntry& e) {
    writer_.StartObject();
    must("id", e.id);
    must("name", e.name);
    forms(e.forms);
    may("base", e.base);
    may("kind", e.kind);
    may("level", e.level);
    may("place", e.place);
    mentions(e.mentions);
    writer_.EndObject();
  }

  void tenure(const TenureEntry& e) {
    writer_.StartObject();
    must("person", e.person);
    may("title", e.title);
    must("role", e.role);
    may("body", e.body);
    may("place", e.place);
    must("status", name_of(e.status));
    may("from", e.period.from);
    may("to", e.period.to);
    must("open", name_of(e.period.open));
    if (e.one_seat) {
      key("one_seat");
      writer_.Bool(true);
    }
    must("confidence", name_of(e.confidence));
    evidence(e.evidence);
    writer_.EndObject();
  }

  void resolution(const ResolutionEntry& e) {
    writer_.StartObject();
    must("id", e.id);
    must("name", e.name);
    forms(e.forms);
    may("kind", e.kind);
    may("number", e.number);
    may("date", e.date);
    may("issuer", e.issuer);
    may("subject", e.subject);
    evidence(e.evidence);
    writer_.EndObject();
  }

  void event(const EventEntry& e) {
    writer_.StartObject();
    must("id", e.id);
    must("name", e.name);
    may("kind", e.kind);
    may("date", e.date);
    may("organiser", e.organiser);
    objects("participants", e.participants, [this](const Participation& p) {
      must("person", p.person);
      may("part", p.part);
    });
    strings("died", e.died);
    strings("dissolved", e.dissolved);
    strings("founded", e.founded);
    evidence(e.evidence);
    writer_.EndObject();
  }

  void hierarchy(const HierarchyEntry& e) {
    writer_.StartObject();
    must("child", e.child);
    must("parent", e.parent);
    must("confidence", name_of(e.confidence));
    may("rule", e.rule);
    evidence(e.evidence);
    writer_.EndObject();
  }

  CodePoints points_;
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace

std::string to_json(const Record& record) { return Printer(record).text(); }

}  // namespace nom::record
