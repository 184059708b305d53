// SPDX-License-Identifier: Apache-2.0
// Popolo: one JSON document with persons, organizations, posts, memberships, areas and events.
// https://www.popoloproject.com/specs/
//
// Ids are the keys of the graph, `links` their IRIs, `identifiers` keys that were united with them.
// A membership has its organisation beside its post, and null where there is none; dates are ISO
// dates at their precision, or null, never "". That of the end of a tenure is
// end_date_of. `sources` are the pieces of evidence: where (the address of the document if it has
// one, else its IRI) and the sentence. Beyond Popolo a membership has status, open and confidence,
// in the words of this program. Resolutions have no class in Popolo, documents are its sources, and
// there are no words for people who may be the same, for the event that began or ended a thing (its
// day is the date of a death or dissolution), for until when a place was there, and for the part
// that somebody has in an event.
#include "format/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom::format {

namespace {

class Writer {
 public:
  Writer(const Graph& graph, const Iri& base, Sink& sink)
      : graph_(graph), base_(base), out_(sink), json_(out_) {}

  Result<Done> run() {
    out_ << "{";
    list("persons", Kind::person, [this](VertexId v) {
      names("name", v);
      gone("death_date", v);
    });
    out_ << ",";
    list("organizations", Kind::body, [this](VertexId v) {
      const auto& body = std::get<BodyData>(graph_[v].data);
      names("name", v);
      json_.field("classification", text(body.type));
      gone("dissolution_date", v);
      reference("parent_id", graph_.one(v, Relation::under));
      reference("area_id", graph_.one(v, Relation::located));
    });
    out_ << ",";
    list("posts", Kind::post, [this](VertexId v) {
      json_.field("label", graph_.label(v));
      json_.field("role", text(std::get<PostData>(graph_[v].data).role));
      const auto body = graph_.one(v, Relation::in_body);
      reference("organization_id", body);
      reference("area_id", graph_.one(body.value_or(v), Relation::located));
    });
    out_ << ",";
    list("memberships", Kind::tenure, [this](VertexId v) { membership(v); });
    out_ << ",";
    list("areas", Kind::place, [this](VertexId v) {
      names("name", v);
      json_.field("classification", text(std::get<PlaceData>(graph_[v].data).type));
      reference("parent_id", graph_.one(v, Relation::within));
    });
    out_ << ",";
    list("events", Kind::event, [this](VertexId v) { event(v); });
    out_ << "\n}\n";
    return out_.finish();
  }

 private:
  [[nodiscard]] std::string_view text(NameId id) const { return graph_.text(id); }

  /// All vertices of a kind, an object a line; `write` fills in what is between id and links.
  template <class Write>
  void list(std::string_view name, Kind kind, Write write) {
    out_ << "\n\"" << name << "\": [";
    const char* between = "\n";
    each_of(graph_, kind, out_, [&](VertexId v) {
      json_.begin_object().field("id", graph_.key(v));
      write(v);
      identifiers(v);
      if (kind != Kind::place) {  // an area has none
        json_.key("links").begin_array().begin_object();
        json_.field("url", out_.iri(base_, graph_.key(v))).end_object().end_array();
      }
      sources(graph_[v].cited);
      json_.end_object();
      out_ << std::exchange(between, ",\n") << json_.take();
    });
    out_ << "\n]";
  }

  void names(std::string_view name, VertexId v) {
    json_.field(name, graph_.label(v));
    if (graph_[v].also.empty()) {
      return;
    }
    json_.key("other_names").begin_array();
    for (const NameId other : graph_[v].also) {
      json_.begin_object().field("name", text(other)).end_object();
    }
    json_.end_array();
  }

  /// The keys that stand for it as well.
  void identifiers(VertexId v) {
    if (graph_[v].merged.empty()) {
      return;
    }
    json_.key("identifiers").begin_array();
    for (const NameId key : graph_[v].merged) {
      json_.begin_object().field("scheme", "nomenclator").field("identifier", text(key));
      json_.end_object();
    }
    json_.end_array();
  }

  void reference(std::string_view name, std::optional<VertexId> v) {
    json_.key(name);
    if (v) {
      json_.text(graph_.key(*v));
    } else {
      json_.null();
    }
  }

  void date(std::string_view name, const std::optional<PartialDate>& date) {
    json_.key(name);
    if (date) {
      json_.text(to_iso(*date));
    } else {
      json_.null();
    }
  }

  /// Most are there, of which nothing is said.
  void gone(std::string_view name, VertexId v) {
    if (const auto since = gone_since(graph_, v)) {
      json_.field(name, to_iso(*since));
    }
  }

  void membership(VertexId v) {
    const auto& tenure = std::get<TenureData>(graph_[v].data);
    const auto post = graph_.one(v, Relation::of_post);
    json_.field("label", graph_.label(v));
    json_.field("role", text(tenure.title));
    reference("person_id", graph_.one(v, Relation::holder));
    reference("organization_id", post ? graph_.one(*post, Relation::in_body) : std::nullopt);
    reference("post_id", post);
    date("start_date", tenure.period.from);
    date("end_date", end_date_of(graph_, v));
    json_.field("status", name_of(tenure.status));
    json_.field("open", name_of(has_ended(graph_, v) ? Open::ended : tenure.period.open));
    json_.field("confidence", name_of(tenure.confidence));
  }

  void event(VertexId v) {
    const auto& event = std::get<EventData>(graph_[v].data);
    names("name", v);
    json_.field("classification", text(event.type));
    reference("organization_id", graph_.one(v, Relation::organised_by));
    date("start_date", event.date);
    json_.key("attendees").begin_array();
    for (const VertexId person : graph_.in(v, Relation::took_part)) {
      json_.begin_object().field("id", graph_.key(person));
      json_.field("name", graph_.label(person)).end_object();
    }
    json_.end_array();
  }

  void sources(const std::vector<Citation>& cited) {
    if (cited.empty()) {
      return;
    }
    json_.key("sources").begin_array();
    for (const Citation& c : cited) {
      const std::string_view source = text(std::get<DocumentData>(graph_[c.document].data).source);
      json_.begin_object();
      json_.field("url", rdf::address(source) ? std::string(source)
                                              : out_.iri(base_, graph_.key(c.document)));
      json_.field("note", text(c.quote));
      json_.end_object();
    }
    json_.end_array();
  }

  const Graph& graph_;
  const Iri& base_;
  Out out_;
  Json json_;
};

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return Writer(graph, options.base, sink).run();
}

constexpr Kinds told =
    kinds_of({Kind::person, Kind::body, Kind::post, Kind::tenure, Kind::place, Kind::event});

constexpr Relations told_relations = relations_of(
    {Relation::holder, Relation::of_post, Relation::in_body, Relation::under, Relation::located,
     Relation::within, Relation::organised_by, Relation::took_part});

}  // namespace

extern const Format popolo_format;
const Format popolo_format = {.name = "popolo",
                              .extension = "json",
                              .media_type = "application/json",
                              .help = "Popolo: persons, organizations, posts and memberships",
                              .write = write,
                              .holds = told,
                              .tells = told_relations,
                              .tells_parts_in_events = false};

}  // namespace nom::format
