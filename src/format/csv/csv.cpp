// SPDX-License-Identifier: Apache-2.0
// Tables for spreadsheets, R and pandas: a folder with one file for each kind of thing, a row for
// each thing. `id` is its key in the graph, and what refers to another thing has its id and its
// name. A tenure has the days between which it began and ended (an end is the first day on which
// the post is no longer held): possible from start_earliest until before end_latest, certain from
// start_latest until before end_earliest. Rows show the first piece of evidence; evidence.csv has
// all of it. Comma-separated, UTF-8 without a byte order mark, line ends CR LF (RFC 4180); nothing
// is a formula.
#include "format/rows.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace nom::format {

namespace {

class Tables {
 public:
  Tables(const Graph& graph, const FormatOptions& options, Sink& sink)
      : graph_(graph), options_(options), out_(sink), row_(out_, Rows::For::spreadsheets) {}

  Result<Done> people() {
    row_.head({"id", "name", "also", "merged", "tenure_count", "ended_in", "ended_in_name",
               "mention_count", "documents", "iri"});
    return each(Kind::person, [this](VertexId v) {
      begin(v);
      row_ << graph_.in(v, Relation::holder).size();
      others(v, Relation::ended_in);
      mentioned(v);
    });
  }

  Result<Done> bodies() {
    row_.head({"id", "name", "also", "merged", "type", "level", "place", "place_name", "under",
               "under_name", "under_confidence", "under_rule", "begun_in", "begun_in_name",
               "ended_in", "ended_in_name", "mention_count", "documents", "iri"});
    return each(Kind::body, [this](VertexId v) {
      const auto& body = std::get<BodyData>(graph_[v].data);
      begin(v);
      row_ << text(body.type) << text(body.level);
      others(v, Relation::located);
      others(v, Relation::under);
      of_edges(v, Relation::under, [](const Edge& edge) { return name_of(edge.confidence); });
      of_edges(v, Relation::under, [this](const Edge& edge) { return text(edge.rule); });
      others(v, Relation::begun_in);
      others(v, Relation::ended_in);
      mentioned(v);
    });
  }

  Result<Done> posts() {
    row_.head({"id", "name", "also", "merged", "role", "body", "body_name", "place", "place_name",
               "tenure_count", "iri"});
    return each(Kind::post, [this](VertexId v) {
      begin(v);
      row_ << text(std::get<PostData>(graph_[v].data).role);
      others(v, Relation::in_body);
      others(graph_.one(v, Relation::in_body).value_or(v), Relation::located);
      row_ << graph_.in(v, Relation::of_post).size();
    });
  }

  Result<Done> tenures() {
    row_ << "id"
         << "person"
         << "person_name"
         << "post"
         << "post_name"
         << "role"
         << "body"
         << "body_name";
    if (options_.on) {
      row_ << "answer";
    }
    row_.head({"title",
               "status",
               "confidence",
               "from",
               "to",
               "open",
               "start_earliest",
               "start_latest",
               "end_earliest",
               "end_latest",
               "first_cited",
               "last_cited",
               "cited_as_over",
               "ended_by",
               "ended_by_rule",
               "also",
               "merged",
               "evidence_count",
               "documents",
               "evidence",
               "rule",
               "iri"});
    return each(Kind::tenure, [this](VertexId v) { tenure(v); });
  }

  Result<Done> resolutions() {
    row_.head({"id", "name", "also", "merged", "type", "number", "date", "date_earliest",
               "date_latest", "issuer", "issuer_name", "subject", "evidence_count", "documents",
               "evidence", "rule", "iri"});
    return each(Kind::resolution, [this](VertexId v) {
      const auto& resolution = std::get<ResolutionData>(graph_[v].data);
      begin(v);
      row_ << text(resolution.type) << text(resolution.number);
      date(resolution.date);
      others(v, Relation::issued_by);
      row_ << text(resolution.subject);
      stated(graph_[v].cited);
    });
  }

  Result<Done> events() {
    row_.head({"id", "name", "also", "merged", "type", "date", "date_earliest", "date_latest",
               "organiser", "organiser_name", "evidence_count", "documents", "evidence", "rule",
               "iri"});
    return each(Kind::event, [this](VertexId v) {
      const auto& event = std::get<EventData>(graph_[v].data);
      begin(v);
      row_ << text(event.type);
      date(event.date);
      others(v, Relation::organised_by);
      stated(graph_[v].cited);
    });
  }

  Result<Done> places() {
    row_.head({"id", "name", "also", "merged", "type", "country", "until", "within", "within_name",
               "mention_count", "documents", "iri"});
    return each(Kind::place, [this](VertexId v) {
      const auto& place = std::get<PlaceData>(graph_[v].data);
      begin(v);
      row_ << text(place.type) << text(place.country) << place.until;
      others(v, Relation::within);
      mentioned(v);
    });
  }

  Result<Done> documents() {
    row_.head({"id", "title", "also", "merged", "document", "date", "date_earliest", "date_latest",
               "language", "source", "iri"});
    return each(Kind::document, [this](VertexId v) {
      const auto& document = std::get<DocumentData>(graph_[v].data);
      begin(v);
      row_ << text(document.id);
      date(document.date);
      row_ << text(document.lang) << text(document.source);
    });
  }

  /// People and events; people who may be the same.
  Result<Done> participations() {
    row_.head({"person", "person_name", "event", "event_name", "part", "evidence_count",
               "documents", "evidence", "rule"});
    return each_edge(Relation::took_part, [this](const Edge& edge) {
      row_ << text(edge.part);
      stated(edge.cited);
    });
  }

  Result<Done> possibly_same() {
    row_.head({"person", "person_name", "other", "other_name", "reason"});
    return each_edge(Relation::same_maybe, [this](const Edge& edge) { row_ << text(edge.rule); });
  }

  Result<Done> evidence() {
    row_.head({"of", "relation", "to", "document", "start", "end", "quote", "rule"});
    for (VertexId v = 0; v < graph_.size() && !out_.failed(); ++v) {
      out_.about(graph_.key(v));
      pieces(graph_.key(v), "", "", graph_[v].cited);
      const Graph::Boost& boost = graph_.boost();
      for (auto [e, end] = out_edges(v, boost); e != end; ++e) {
        pieces(graph_.key(v), name_of(boost[*e].relation),
               graph_.key(static_cast<VertexId>(target(*e, boost))), boost[*e].cited);
      }
    }
    return out_.finish();
  }

 private:
  [[nodiscard]] std::string_view text(NameId id) const { return graph_.text(id); }

  /// A row for each vertex of a kind, with its IRI at the end; `write` may leave the row out by not
  /// beginning it.
  template <class Write>
  Result<Done> each(Kind kind, Write write) {
    each_of(graph_, kind, out_, [&](VertexId v) {
      begun_ = false;
      write(v);
      if (begun_) {
        row_ << out_.iri(options_.base, graph_.key(v));
        row_.end_row();
      }
    });
    return out_.finish();
  }

  template <class Write>
  Result<Done> each_edge(Relation relation, Write write) {
    each_of(graph_, Kind::person, out_, [&](VertexId v) {
      for (const auto& [target, edge] : graph_.edges(v, relation)) {
        other(v);
        other(target);
        write(*edge);
        row_.end_row();
      }
    });
    return out_.finish();
  }

  /// id, name, also, merged
  void begin(VertexId v) {
    begun_ = true;
    row_ << graph_.key(v) << graph_.label(v);
    known_as(v);
  }

  /// also, and merged: the keys that stand for it as well
  void known_as(VertexId v) {
    row_ << network::joined(graph_, graph_[v].also) << network::joined(graph_, graph_[v].merged);
  }

  /// id and name of another vertex
  void other(std::optional<VertexId> v) {
    row_ << (v ? graph_.key(*v) : "") << (v ? graph_.label(*v) : "");
  }

  void date(const std::optional<PartialDate>& date) {
    row_ << date << (date ? std::optional(earliest(*date)) : std::nullopt)
         << (date ? std::optional(latest(*date)) : std::nullopt);
  }

  /// ids and names of those to which edges of the relation lead
  void others(VertexId v, Relation relation) {
    std::vector<NameId> ids;
    std::vector<NameId> names;
    for (const VertexId target : graph_.out(v, relation)) {
      ids.push_back(graph_[target].key);
      names.push_back(graph_[target].label);
    }
    row_ << network::joined(graph_, ids) << network::joined(graph_, names);
  }

  /// What is said of each of these edges, a hyphen where it is nothing; nothing if that is so of
  /// all.
  template <class Says>
  void of_edges(VertexId v, Relation relation, Says says) {
    std::string all;
    bool any = false;
    for (const auto& [target, edge] : graph_.edges(v, relation)) {
      const std::string_view said = says(*edge);
      any = any || !said.empty();
      all.append(all.empty() ? "" : "; ").append(said.empty() ? "-" : said);
    }
    row_ << (any ? all : "");
  }

  void mentioned(VertexId v) {
    row_ << graph_[v].cited.size() << network::documents_of(graph_, graph_[v].cited);
  }

  void stated(const std::vector<Citation>& cited) {
    row_ << cited.size() << network::documents_of(graph_, cited);
    row_ << (cited.empty() ? "" : text(cited.front().quote))
         << (cited.empty() ? "" : text(cited.front().rule));
  }

  void tenure(VertexId v) {
    const auto& tenure = std::get<TenureData>(graph_[v].data);
    const auto& on = options_.on;
    const Truth truth = on ? holds_on(tenure.period, tenure.cited, *on) : Truth::possible;
    if (truth == Truth::no) {
      return;
    }
    begun_ = true;
    const auto post = graph_.one(v, Relation::of_post);
    const auto body = post ? graph_.one(*post, Relation::in_body) : std::nullopt;
    row_ << graph_.key(v);
    other(graph_.one(v, Relation::holder));
    other(post);
    row_ << (post ? text(std::get<PostData>(graph_[*post].data).role) : "");
    other(body);
    if (on) {
      row_ << name_of(truth);
    }
    const Ends ends = ends_of(tenure.period, tenure.cited);
    row_ << text(tenure.title) << name_of(tenure.status) << name_of(tenure.confidence)
         << tenure.period.from << tenure.period.to << name_of(tenure.period.open)
         << ends.start.first << ends.start.last << ends.end.first << ends.end.last
         << tenure.cited.first << tenure.cited.last << tenure.cited.over;
    std::vector<NameId> successors;
    for (const VertexId successor : graph_.out(v, Relation::ended_by)) {
      successors.push_back(graph_[successor].key);
    }
    row_ << network::joined(graph_, successors);
    of_edges(v, Relation::ended_by, [this](const Edge& edge) { return text(edge.rule); });
    known_as(v);
    stated(graph_[v].cited);
  }

  void pieces(std::string_view of, std::string_view relation, std::string_view to,
              const std::vector<Citation>& cited) {
    for (const Citation& c : cited) {
      row_ << of << relation << to << graph_.key(c.document) << std::size_t{c.start}
           << std::size_t{c.end} << text(c.quote) << text(c.rule);
      row_.end_row();
    }
  }

  const Graph& graph_;
  const FormatOptions& options_;
  Out out_;
  Rows row_;
  bool begun_ = false;
};

template <Result<Done> (Tables::*table)()>
Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  return (Tables(graph, options, sink).*table)();
}

constexpr std::array<Part, 11> parts = {{
    {"tenures.csv", write<&Tables::tenures>},
    {"people.csv", write<&Tables::people>},
    {"bodies.csv", write<&Tables::bodies>},
    {"posts.csv", write<&Tables::posts>},
    {"resolutions.csv", write<&Tables::resolutions>},
    {"events.csv", write<&Tables::events>},
    {"participations.csv", write<&Tables::participations>},
    {"places.csv", write<&Tables::places>},
    {"documents.csv", write<&Tables::documents>},
    {"evidence.csv", write<&Tables::evidence>},
    {"possibly-same.csv", write<&Tables::possibly_same>},
}};

}  // namespace

extern const Format csv_format;
const Format csv_format = {
    .name = "csv",
    .extension = "csv",
    .media_type = "text/csv",
    .help = "Tables: tenures, people, bodies, posts, resolutions and more, with their evidence",
    .parts = parts,
    .on_a_day = true};

}  // namespace nom::format
