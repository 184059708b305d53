// SPDX-License-Identifier: Apache-2.0
// FollowTheMoney, the model of Aleph and OpenSanctions: an entity a line.
// https://followthemoney.tech/explorer/
//
// A person is a Person, a body a PublicBody, Company or Organization, a post a Position, a tenure
// an Occupancy, a body under another a Membership, a resolution a Document, an event an Event, a
// document an Article, a place an Address, people who may be the same an UnknownLink, and who or
// which body is named in a document a Mention. Ids may have few characters: "/" is ".", "." is
// "--", and a key that cannot be told apart so has a number made of it at its end. `recordId` is
// the key where the model has room for it; there is none for IRIs. Dates are ISO dates at their
// precision; that of the end of a tenure is end_date_of. The sentences are `description`.
// There are no words for what a place lies in and until when it was there, for the event that began
// or ended a thing (its day is the date of a death or dissolution), for the part that somebody has
// in an event, and for keys that were united.
#include "format/json.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom::format {

namespace {

constexpr std::size_t longest_id = 200;

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// FNV-1a, 64 bits, in hexadecimal.
std::string number_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) {
    digits += "0123456789abcdef"[hash >> shift & 0xFU];
  }
  return digits;
}

/// An id of FollowTheMoney: letters, digits, "." and "-" inside, at most 200 of them.
std::string id_of(std::string_view key) {
  std::string id;
  bool plain = !key.empty();
  char before = '/';
  for (const char c : key) {
    const bool mark = c == '/' || c == '.' || c == '-';
    const bool after_mark = before == '/' || before == '.' || before == '-';
    plain = plain && (is_alphanumeric(c) || (mark && !after_mark));
    id += c == '/'                         ? "."
          : c == '.'                       ? "--"
          : is_alphanumeric(c) || c == '-' ? std::string(1, c)
                                           : "";
    before = c;
  }
  plain = plain && is_alphanumeric(before) && id.size() <= longest_id;
  if (plain) {
    return id;
  }
  // Begins with a letter and ends with a digit, whatever the key.
  return "x" + id.substr(0, longest_id - 20) + "-h" + number_of(key);
}

std::string_view schema_of(std::string_view body_type) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> others = {{
      {"company", "Company"},
      {"media", "Organization"},
      {"party", "Organization"},
      {"union", "Organization"},
      {"university", "Organization"},
  }};
  for (const auto& [type, schema] : others) {
    if (type == body_type) {
      return schema;
    }
  }
  return body_type.empty() ? "Organization" : "PublicBody";
}

class Writer {
 public:
  Writer(const Graph& graph, Sink& sink) : graph_(graph), out_(sink), json_(out_) {}

  Result<Done> run() {
    each_of(graph_, Kind::person, out_, [this](VertexId v) { person(v); });
    each_of(graph_, Kind::body, out_, [this](VertexId v) { body(v); });
    each_of(graph_, Kind::post, out_, [this](VertexId v) { position(v); });
    each_of(graph_, Kind::tenure, out_, [this](VertexId v) { occupancy(v); });
    each_of(graph_, Kind::resolution, out_, [this](VertexId v) { resolution(v); });
    each_of(graph_, Kind::event, out_, [this](VertexId v) { event(v); });
    each_of(graph_, Kind::place, out_, [this](VertexId v) { place(v); });
    each_of(graph_, Kind::document, out_, [this](VertexId v) { article(v); });
    each_of(graph_, Kind::person, out_, [this](VertexId v) {
      for (const auto& [other, edge] : graph_.edges(v, Relation::same_maybe)) {
        link(v, other, "same-maybe", "UnknownLink", "subject", "object");
        property("role", "possibly the same");
        property("summary", text(edge->rule));
        end();
      }
      mentions(v);
    });
    each_of(graph_, Kind::body, out_, [this](VertexId v) {
      for (const auto& [other, edge] : graph_.edges(v, Relation::under)) {
        link(v, other, "under", "Membership", "member", "organization");
        property("role", "under");
        property("summary", name_of(edge->confidence));
        evidence(edge->cited);
        end();
      }
      mentions(v);
    });
    return out_.finish();
  }

 private:
  [[nodiscard]] std::string_view text(NameId id) const { return graph_.text(id); }

  // --- an entity ----------------------------------------------------------------------------

  void begin(std::string_view id, std::string_view schema) {
    json_.begin_object().field("id", id).field("schema", schema);
    json_.key("properties").begin_object();
  }

  void end() {
    json_.end_object().end_object();
    out_ << json_.take() << "\n";
  }

  void property(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      json_.key(name).begin_array().text(value).end_array();
    }
  }

  /// Each once, in order.
  void properties(std::string_view name, std::vector<std::string> values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    if (values.empty()) {
      return;
    }
    json_.key(name).begin_array();
    for (const std::string& value : values) {
      json_.text(value);
    }
    json_.end_array();
  }

  void property(std::string_view name, const std::optional<PartialDate>& date) {
    property(name, date ? to_iso(*date) : std::string());
  }

  void reference(std::string_view name, std::optional<VertexId> v) {
    if (v) {
      property(name, id_of(graph_.key(*v)));
    }
  }

  /// Begins an entity with its names.
  void thing(VertexId v, std::string_view schema) {
    begin(id_of(graph_.key(v)), schema);
    property("name", graph_.label(v));
    std::vector<std::string> also;
    for (const NameId name : graph_[v].also) {
      also.emplace_back(text(name));
    }
    properties("alias", std::move(also));
  }

  void country(std::optional<VertexId> place) {
    if (place) {
      std::string code(text(std::get<PlaceData>(graph_[*place].data).country));
      std::transform(code.begin(), code.end(), code.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      });
      property("country", code);
    }
  }

  /// The sentences, and the addresses of the documents that have one.
  void evidence(const std::vector<Citation>& cited) {
    std::vector<std::string> quotes;
    std::vector<std::string> addresses;
    for (const Citation& c : cited) {
      quotes.emplace_back(text(c.quote));
      const std::string_view source = text(std::get<DocumentData>(graph_[c.document].data).source);
      if (rdf::address(source)) {
        addresses.emplace_back(source);
      }
    }
    properties("description", std::move(quotes));
    properties("sourceUrl", std::move(addresses));
  }

  // --- what there is ------------------------------------------------------------------------

  void person(VertexId v) {
    thing(v, "Person");
    property("deathDate", gone_since(graph_, v));
    end();
  }

  void body(VertexId v) {
    const auto& data = std::get<BodyData>(graph_[v].data);
    thing(v, schema_of(text(data.type)));
    property("classification", text(data.type));
    property("dissolutionDate", gone_since(graph_, v));
    const auto place = graph_.one(v, Relation::located);
    country(place);
    reference("addressEntity", place);
    end();
  }

  void position(VertexId v) {
    thing(v, "Position");
    const auto body = graph_.one(v, Relation::in_body);
    reference("organization", body);
    const auto place = graph_.one(body.value_or(v), Relation::located);
    country(place);
    if (place) {
      property("subnationalArea", graph_.label(*place));
    }
    end();
  }

  void occupancy(VertexId v) {
    const auto& tenure = std::get<TenureData>(graph_[v].data);
    begin(id_of(graph_.key(v)), "Occupancy");
    reference("holder", graph_.one(v, Relation::holder));
    reference("post", graph_.one(v, Relation::of_post));
    property("startDate", tenure.period.from);
    property("endDate", end_date_of(graph_, v));
    const bool over = has_ended(graph_, v) || tenure.cited.over.has_value();
    const bool holds = tenure.period.open == Open::ongoing &&
                       (tenure.status == Status::current || tenure.status == Status::acting);
    property("status", over ? "ended" : holds ? "current" : "unknown");
    std::string summary(text(tenure.title));
    summary.append(summary.empty() ? "" : ", ").append(name_of(tenure.status));
    property("summary", summary);
    property("recordId", graph_.key(v));
    evidence(graph_[v].cited);
    end();
  }

  void resolution(VertexId v) {
    const auto& data = std::get<ResolutionData>(graph_[v].data);
    thing(v, "Document");
    property("title", graph_.label(v));
    property("fileName", graph_.label(v));  // which the model demands of a document
    property("keywords", text(data.type));
    property("date", data.date);
    property("summary", text(data.subject));
    if (const auto issuer = graph_.one(v, Relation::issued_by)) {
      property("author", graph_.label(*issuer));
    }
    evidence(graph_[v].cited);
    end();
  }

  void event(VertexId v) {
    const auto& data = std::get<EventData>(graph_[v].data);
    thing(v, "Event");
    property("keywords", text(data.type));
    property("date", data.date);
    reference("organizer", graph_.one(v, Relation::organised_by));
    std::vector<std::string> people;
    for (const VertexId person : graph_.in(v, Relation::took_part)) {
      people.push_back(id_of(graph_.key(person)));
    }
    properties("involved", std::move(people));
    property("recordId", graph_.key(v));
    evidence(graph_[v].cited);
    end();
  }

  void place(VertexId v) {
    thing(v, "Address");
    property("full", graph_.label(v));
    country(v);
    end();
  }

  void article(VertexId v) {
    const auto& data = std::get<DocumentData>(graph_[v].data);
    thing(v, "Article");
    property("title", graph_.label(v));
    property("publishedAt", data.date);
    const std::string_view source = text(data.source);
    property(rdf::address(source) ? "sourceUrl" : "publisher", source);
    end();
  }

  void link(VertexId source, VertexId target, std::string_view how, std::string_view schema,
            std::string_view from, std::string_view to) {
    std::string key(graph_.key(source));
    key.append("/").append(how).append("/").append(graph_.key(target));
    begin(id_of(key), schema);
    reference(from, source);
    reference(to, target);
  }

  /// Where a person or a body is named: one for each document.
  void mentions(VertexId v) {
    std::optional<VertexId> last;
    for (const Citation& c : graph_[v].cited) {  // sorted by document
      if (last != c.document) {
        link(v, c.document, "in", "Mention", "resolved", "document");
        property("name", graph_.label(v));
        end();
        last = c.document;
      }
    }
  }

  const Graph& graph_;
  Out out_;
  Json json_;
};

Result<Done> write(const Graph& graph, const FormatOptions& /*options*/, Sink& sink) {
  return Writer(graph, sink).run();
}

constexpr Relations told = relations_of(
    {Relation::holder, Relation::of_post, Relation::in_body, Relation::under, Relation::located,
     Relation::issued_by, Relation::organised_by, Relation::took_part, Relation::same_maybe});

}  // namespace

extern const Format ftm_format;
const Format ftm_format = {.name = "ftm",
                           .extension = "ftm",
                           .media_type = "application/json",
                           .help = "FollowTheMoney: entities for Aleph and OpenSanctions' tools",
                           .write = write,
                           .tells = told,
                           .tells_merged = false,
                           .tells_parts_in_events = false};

}  // namespace nom::format
