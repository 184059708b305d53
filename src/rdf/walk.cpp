// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"
#include "rdf/encode.hpp"
#include "rdf/holding.hpp"
#include "rdf/rdf.hpp"
#include "rdf/vocabulary.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace nom::rdf {

namespace {

/// Code points before and after a quotation that tell it from the same words elsewhere.
constexpr std::uint32_t context = 32;

struct Description {
  Iri subject;
  std::vector<Statement> statements;
};

/// Who cites: a vertex, or the edge that leaves `source`.
struct Citing {
  VertexId source;
  VertexId target = 0;
  const Edge* edge = nullptr;
};

/// A stretch of a document that something cites.
struct Mark {
  const Citation* cited;
  std::uint32_t citing;  ///< index of a Citing
};

/// What is described at one place of the order: a vertex, or a concept that vertices share.
struct Stop {
  std::string_view key;
  std::optional<VertexId> vertex;
};

/// Everything after the first slash: "person/a.b" → "a.b".
std::string_view without_kind(std::string_view key) {
  const std::size_t slash = key.find('/');
  return slash == std::string_view::npos ? key : key.substr(slash + 1);
}

class Walk {
 public:
  Walk(const Graph& graph, const Iri& base, Visitor& visitor)
      : graph_(graph), base_(base), visitor_(visitor), certain_(certain_holders(graph)) {
    for (VertexId v = 0; v < graph_.size(); ++v) {
      std::visit([this](const auto& data) { find_concepts(data); }, graph_[v].data);
      find_marks({v}, graph_[v].cited);
    }
    const Graph::Boost& boost = graph_.boost();
    for (auto [e, end] = edges(boost); e != end; ++e) {
      find_marks({static_cast<VertexId>(source(*e, boost)),
                  static_cast<VertexId>(target(*e, boost)), &boost[*e]},
                 boost[*e].cited);
    }
    std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
      const auto place = [](const Mark& m) {
        return std::tuple(m.cited->document, m.cited->start, m.cited->end, m.citing);
      };
      return place(a) < place(b);
    });
  }

  /// All in one graph.
  Result<Done> run() {
    for (const Stop& stop : stops()) {
      if (Result<Done> done = describe_stop(stop); !done) {
        return done;
      }
    }
    return Done{};
  }

  /// First what no one document says by itself, then each document with what cites it.
  Result<Done> run_apart() {
    apart_ = true;
    const std::vector<Stop> all = stops();
    const auto is_document = [this](const Stop& stop) {
      return stop.vertex && graph_[*stop.vertex].kind() == Kind::document;
    };
    for (const Stop& stop : all) {
      if (is_document(stop)) {
        continue;
      }
      if (Result<Done> done = describe_stop(stop); !done) {
        return done;
      }
    }
    for (const Stop& stop : all) {
      if (!is_document(stop)) {
        continue;
      }
      if (Result<Done> done = visitor_.in_graph(iri(*stop.vertex)); !done) {
        return done;
      }
      if (Result<Done> done = describe_stop(stop); !done) {
        return done;
      }
    }
    return Done{};
  }

 private:
  /// What is described, in order: the graph as a whole, whose key is empty, comes first.
  [[nodiscard]] std::vector<Stop> stops() const {
    std::vector<Stop> stops = {{"", std::nullopt}};
    stops.reserve(1 + graph_.size() + concepts_.size());
    for (VertexId v = 0; v < graph_.size(); ++v) {
      stops.push_back({graph_.key(v), v});
    }
    for (const auto& [key, names] : concepts_) {
      stops.push_back({key, std::nullopt});
    }
    std::sort(stops.begin(), stops.end(),
              [](const Stop& a, const Stop& b) { return encodes_before(a.key, b.key); });
    return stops;
  }

  Result<Done> describe_stop(const Stop& stop) {
    made_.clear();
    if (stop.vertex) {
      describe(*stop.vertex);
    } else if (stop.key.empty()) {
      describe_dataset();
    } else {
      describe_concept(stop.key);
    }
    if (fault_) {
      fault_->message = std::string(stop.key) + ": " + fault_->message;
      return *fault_;
    }
    return hand_over();
  }

  void describe_dataset() {
    Description made{base_, {}};
    say(made, v_.type, v_.dataset);
    say(made, v_.conforms_to, v_.ontology);
    say_text(made, v_.uri_space, base_.str());
    add(std::move(made));
  }

  // --- terms; the first fault is kept and ends the walk -------------------------------------

  template <class T>
  T checked(Result<T> result, T otherwise) {
    if (result) {
      return *std::move(result);
    }
    if (!fault_) {
      fault_ = result.error();
    }
    return otherwise;
  }

  Iri iri(std::string_view key) { return checked(mint(base_, key), base_); }

  Iri iri(VertexId v) { return iri(graph_.key(v)); }

  /// A thing that belongs to another: its fragment, or a part of that fragment.
  Iri part_of(const Iri& whole, const std::string& name) {
    const bool has_fragment = whole.str().find('#') != std::string::npos;
    return checked(Iri::from(whole.str() + (has_fragment ? "/" : "#") + name), base_);
  }

  static void say(Description& of, const Iri& predicate, std::variant<Iri, Literal> object) {
    of.statements.push_back({predicate, std::move(object)});
  }

  void say_text(Description& of, const Iri& predicate, std::string_view text,
                std::string_view language = {}) {
    if (!text.empty()) {
      say(of, predicate, checked(Literal::of_text(text, language), Literal::of_number(0)));
    }
  }

  void say_text(Description& of, const Iri& predicate, NameId text) {
    say_text(of, predicate, graph_.text(text));
  }

  void say_date(Description& of, const Iri& predicate, const std::optional<PartialDate>& date) {
    if (date) {
      say(of, predicate, checked(Literal::of_date(*date), Literal::of_number(0)));
    }
  }

  /// A day beyond the calendar's (year 9999) is as good as none.
  void say_day(Description& of, const Iri& predicate, const std::optional<Day>& day) {
    if (day && is_valid(date_of(*day))) {
      say_date(of, predicate, date_of(*day));
    }
  }

  void say_bounds(Description& of, const Iri& from, const Iri& to,
                  const std::optional<PartialDate>& date) {
    if (date && is_valid(*date)) {
      say_day(of, from, earliest(*date));
      say_day(of, to, latest(*date));
    }
  }

  /// The language of a document as a tag, or nothing if it is none: then `schema:inLanguage` still
  /// says what it is said to be.
  [[nodiscard]] std::string_view language_of(const DocumentData& document) const {
    const std::string_view language = graph_.text(document.lang);
    return Literal::of_text("", language) ? language : std::string_view();
  }

  // --- concepts: the kinds of things, and the roles -----------------------------------------

  static std::string concept_key(std::string_view group, std::string_view name) {
    return "concept/" + std::string(group) + "/" + slug(name);
  }

  void find_concept(std::string_view group, NameId name) {
    if (const std::string_view text = graph_.text(name); !text.empty()) {
      concepts_[concept_key(group, text)].insert(as_carried(text));
    }
  }

  /// Text that cannot be carried is a fault once it is said.
  static std::string as_carried(std::string_view text) {
    const Result<std::string> good = carried(text);
    return good ? *good : std::string(text);
  }

  void find_concepts(const PersonData&) {}
  void find_concepts(const TenureData&) {}
  void find_concepts(const DocumentData&) {}
  void find_concepts(const PostData& post) { find_concept("role", post.role); }
  void find_concepts(const ResolutionData& data) { find_concept("resolution", data.type); }
  void find_concepts(const EventData& data) { find_concept("event", data.type); }
  void find_concepts(const PlaceData& data) { find_concept("place", data.type); }

  void find_concepts(const BodyData& body) {
    find_concept("body", body.type);
    find_concept("level", body.level);
  }

  void say_concept(Description& of, const Iri& predicate, std::string_view group, NameId name) {
    if (const std::string_view text = graph_.text(name); !text.empty()) {
      say(of, predicate, iri(concept_key(group, text)));
    }
  }

  /// The concept of a thing's type or role; and its words, where they are not the concept's label.
  void say_kind(Description& of, const Iri& predicate, std::string_view group, NameId name,
                const Iri& wording) {
    say_concept(of, predicate, group, name);
    if (const std::string_view text = graph_.text(name); !text.empty()) {
      if (*concepts_.find(concept_key(group, text))->second.begin() != as_carried(text)) {
        say_text(of, wording, text);
      }
    }
  }

  void describe_concept(std::string_view key) {
    Description made{iri(key), {}};
    say(made, v_.type, v_.concept_);
    if (key.starts_with("concept/role/")) {
      say(made, v_.type, v_.role);
    }
    const std::set<std::string>& names = concepts_.find(key)->second;
    say_text(made, v_.pref_label, *names.begin());
    for (auto name = std::next(names.begin()); name != names.end(); ++name) {
      say_text(made, v_.alt_label, *name);
    }
    add(std::move(made));
  }

  // --- evidence -----------------------------------------------------------------------------

  void find_marks(Citing citing, const std::vector<Citation>& cited) {
    if (cited.empty()) {
      return;
    }
    const auto index = static_cast<std::uint32_t>(citing_.size());
    citing_.push_back(citing);
    for (const Citation& c : cited) {
      marks_.push_back({&c, index});
    }
  }

  static std::string offsets(std::uint32_t start, std::uint32_t end) {
    return std::to_string(start) + "-" + std::to_string(end);
  }

  Iri stretch(VertexId document, std::uint32_t start, std::uint32_t end) {
    return part_of(iri(document), "at-" + offsets(start, end));
  }

  /// Where a thing is named.
  void say_mention(Description& of, const Citation& c) {
    say(of, v_.mention, stretch(c.document, c.start, c.end));
  }

  void say_mentions(Description& of, const std::vector<Citation>& cited) {
    for (const Citation& c : cited) {
      if (!apart_) {
        say_mention(of, c);
      }
    }
  }

  /// What states a claim: an annotation for each stretch of text and rule.
  void say_one_evidence(Description& of, const Citation& c) {
    std::string name = "evidence/" + percent_encoded(without_kind(graph_.key(c.document))) + "/" +
                       offsets(c.start, c.end);
    if (c.rule != no_name) {
      name += "/" + percent_encoded(as_carried(graph_.text(c.rule)));
    }
    Description made{part_of(of.subject, name), {}};
    say(of, v_.was_derived_from, made.subject);
    say(made, v_.type, v_.annotation);
    say(made, v_.has_target, stretch(c.document, c.start, c.end));
    say_text(made, v_.rule, c.rule);
    add(std::move(made));
  }

  void say_evidence(Description& of, const std::vector<Citation>& cited) {
    for (const Citation& c : cited) {
      if (!apart_) {
        say_one_evidence(of, c);
      }
    }
  }

  /// In a document's own graph: what cites it, by that citation.
  void say_citing(const Mark& mark) {
    const Citing& citing = citing_[mark.citing];
    if (citing.edge != nullptr) {
      const bool part = citing.edge->relation == Relation::took_part;
      Description of{part ? participation(citing.target, citing.source, *citing.edge)
                          : claim(iri(citing.source), *citing.edge, citing.target),
                     {}};
      say_one_evidence(of, *mark.cited);
      add(std::move(of));
      return;
    }
    Description of{iri(citing.source), {}};
    const Kind kind = graph_[citing.source].kind();
    if (kind == Kind::tenure || kind == Kind::resolution || kind == Kind::event) {
      say_one_evidence(of, *mark.cited);
    } else {
      say_mention(of, *mark.cited);
    }
    add(std::move(of));
  }

  void describe_marks(VertexId document, std::string_view text) {
    const auto before = [](const Mark& mark, VertexId d) { return mark.cited->document < d; };
    const CodePoints offsets_of(text);
    auto mark = std::lower_bound(marks_.begin(), marks_.end(), document, before);
    const Citation* last = nullptr;
    for (; mark != marks_.end() && mark->cited->document == document; ++mark) {
      const Citation& cited = *mark->cited;
      if (last == nullptr || last->start != cited.start || last->end != cited.end) {
        describe_mark(cited, text, offsets_of);
      }
      last = &cited;
      check_quote(cited, text, offsets_of);
      if (apart_) {
        say_citing(*mark);
      }
    }
  }

  void check_quote(const Citation& mark, std::string_view text, const CodePoints& offsets_of) {
    const std::uint32_t begin = offsets_of.to_bytes(mark.start);
    const std::uint32_t end = offsets_of.to_bytes(mark.end);
    const bool inside = mark.start <= mark.end && mark.end <= offsets_of.size();
    if (!fault_ && !(inside && text.substr(begin, end - begin) == graph_.text(mark.quote))) {
      fault_ = Fault{FaultKind::data,
                     "a quotation is not in the text at " + offsets(mark.start, mark.end),
                     {},
                     "offsets count code points of the text as published"};
    }
  }

  void describe_mark(const Citation& mark, std::string_view text, const CodePoints& offsets_of) {
    const Iri document = iri(mark.document);
    Description made{stretch(mark.document, mark.start, mark.end), {}};
    Description position{checked(Iri::from(made.subject.str() + "-position"), base_), {}};
    Description quote{checked(Iri::from(made.subject.str() + "-quote"), base_), {}};
    say(made, v_.type, v_.specific_resource);
    say(made, v_.has_source, document);
    say(made, v_.has_selector, position.subject);
    say(made, v_.has_selector, quote.subject);

    say(position, v_.type, v_.text_position);
    say(position, v_.start, Literal::of_number(mark.start));
    say(position, v_.end, Literal::of_number(mark.end));

    const auto slice = [&](std::uint32_t from, std::uint32_t to) {
      const std::uint32_t begin = offsets_of.to_bytes(from);
      return text.substr(begin, offsets_of.to_bytes(to) - begin);
    };
    say(quote, v_.type, v_.text_quote);
    say_text(quote, v_.exact, mark.quote);
    say_text(quote, v_.prefix, slice(mark.start - std::min(mark.start, context), mark.start));
    say_text(quote, v_.suffix, slice(mark.end, std::min(mark.end + context, offsets_of.size())));
    add(std::move(made));
    add(std::move(position));
    add(std::move(quote));
  }

  // --- edges --------------------------------------------------------------------------------

  [[nodiscard]] const Iri& predicate_of(Relation relation) const {
    switch (relation) {
      case Relation::holder:
        return v_.member;
      case Relation::of_post:
        return v_.of_post;
      case Relation::in_body:
        return v_.post_in;
      case Relation::under:
        return v_.sub_organization_of;
      case Relation::located:
        return v_.spatial;
      case Relation::within:
        return v_.contained_in_place;
      case Relation::issued_by:
        return v_.passed_by;
      case Relation::organised_by:
        return v_.organizer;
      case Relation::took_part:
        return v_.attendee;
      case Relation::ended_by:
        return v_.ended_by;
      case Relation::ended_in:
        return v_.ended_in;
      case Relation::begun_in:
        return v_.begun_in;
      case Relation::same_maybe:
        break;
    }
    return v_.possibly_same_as;
  }

  Iri claim(const Iri& subject, const Edge& edge, VertexId target) {
    return part_of(subject,
                   std::string(name_of(edge.relation)) + "/" + percent_encoded(graph_.key(target)));
  }

  Iri participation(VertexId event, VertexId person, const Edge& edge) {
    std::string name = "part/" + percent_encoded(without_kind(graph_.key(person)));
    if (edge.part != no_name) {
      name += "/" + percent_encoded(as_carried(graph_.text(edge.part)));
    }
    return part_of(iri(event), name);
  }

  /// Edges leave the subject, but for taking part, which the event tells. An edge of which more is
  /// known than that it is there is a statement about which things are said.
  void say_edges(Description& of, VertexId v) {
    const Graph::Boost& boost = graph_.boost();
    for (auto [e, end] = out_edges(v, boost); e != end; ++e) {
      const Edge& edge = boost[*e];
      if (edge.relation == Relation::took_part) {
        continue;
      }
      const auto other = static_cast<VertexId>(target(*e, boost));
      const Iri& predicate = predicate_of(edge.relation);
      say(of, predicate, iri(other));
      if (edge.confidence == Confidence::stated && edge.rule == no_name && edge.cited.empty()) {
        continue;
      }
      Description made{claim(of.subject, edge, other), {}};
      say(made, v_.type, v_.statement);
      say(made, v_.subject, of.subject);
      say(made, v_.predicate, predicate);
      say(made, v_.object, iri(other));
      say_text(made, v_.confidence, name_of(edge.confidence));
      say_text(made, v_.rule, edge.rule);
      say_evidence(made, edge.cited);
      add(std::move(made));
    }
  }

  void say_participations(Description& event, VertexId v) {
    const Graph::Boost& boost = graph_.boost();
    for (auto [e, end] = in_edges(v, boost); e != end; ++e) {
      const Edge& edge = boost[*e];
      if (edge.relation != Relation::took_part) {
        continue;
      }
      const auto person = static_cast<VertexId>(source(*e, boost));
      Description made{participation(v, person, edge), {}};
      say(event, predicate_of(edge.relation), iri(person));
      say(event, v_.has_participation, made.subject);
      say(made, v_.type, v_.participation);
      say(made, v_.participant, iri(person));
      say_text(made, v_.part, edge.part);
      say_text(made, v_.confidence, name_of(edge.confidence));
      say_text(made, v_.rule, edge.rule);
      say_evidence(made, edge.cited);
      add(std::move(made));
    }
  }

  // --- vertices, by kind --------------------------------------------------------------------

  void describe(VertexId v) {
    Description made{iri(v), {}};
    for (const NameId name : graph_[v].also) {
      if (as_carried(graph_.text(name)) != as_carried(graph_.label(v))) {
        say_text(made, v_.alt_label, name);
      }
    }
    for (const NameId key : graph_[v].merged) {
      say(made, v_.same_as, iri(graph_.text(key)));
    }
    say_edges(made, v);
    std::visit([this, &made, v](const auto& data) { say_data(made, v, data); }, graph_[v].data);
    add(std::move(made));
  }

  void say_data(Description& of, VertexId v, const PersonData&) {
    say(of, v_.type, v_.person);
    say_text(of, v_.name, graph_.label(v));
    say_mentions(of, graph_[v].cited);
    for (const VertexId tenure : graph_.in(v, Relation::holder)) {
      if (const auto post = graph_.one(tenure, Relation::of_post); post && certain_[tenure]) {
        say(of, v_.holds, iri(*post));
      }
    }
  }

  void say_data(Description& of, VertexId v, const BodyData& body) {
    const std::string_view type = graph_.text(body.type);
    const bool of_another = graph_.one(v, Relation::under).has_value();
    const bool unit =
        of_another && (type == "department" || type == "committee" || type == "group");
    say(of, v_.type, unit ? v_.organizational_unit : v_.formal_organization);
    say_text(of, v_.pref_label, graph_.label(v));
    say_kind(of, v_.classification, "body", body.type, v_.wording);
    say_kind(of, v_.level, "level", body.level, v_.level_wording);
    say_mentions(of, graph_[v].cited);
  }

  void say_data(Description& of, VertexId v, const PostData& post) {
    say(of, v_.type, v_.post);
    say_text(of, v_.pref_label, graph_.label(v));
    say_kind(of, v_.in_role, "role", post.role, v_.wording);
    if (post.one_seat) {
      say(of, v_.seats, Literal::of_number(1));
    }
    say_mentions(of, graph_[v].cited);
    for (const VertexId tenure : graph_.in(v, Relation::of_post)) {
      if (const auto person = graph_.one(tenure, Relation::holder); person && certain_[tenure]) {
        say(of, v_.held_by, iri(*person));
      }
    }
  }

  void say_data(Description& of, VertexId v, const TenureData& tenure) {
    say(of, v_.type, v_.membership);
    say_text(of, v_.pref_label, graph_.label(v));
    if (const auto post = graph_.one(v, Relation::of_post)) {
      if (const auto body = graph_.one(*post, Relation::in_body)) {
        say(of, v_.organization, iri(*body));
      }
      if (const auto* data = std::get_if<PostData>(&graph_[*post].data)) {
        say_concept(of, v_.in_role, "role", data->role);
      }
    }
    say_text(of, v_.tenure_title, tenure.title);
    say_text(of, v_.status, name_of(tenure.status));
    say_text(of, v_.confidence, name_of(tenure.confidence));
    say_text(of, v_.open, name_of(tenure.period.open));
    say_date(of, v_.tenure_start, tenure.period.from);
    say_bounds(of, v_.tenure_start_earliest, v_.tenure_start_latest, tenure.period.from);
    say_date(of, v_.tenure_end, tenure.period.to);
    say_bounds(of, v_.tenure_end_earliest, v_.tenure_end_latest, tenure.period.to);
    say_date(of, v_.first_cited, tenure.cited.first);
    say_date(of, v_.last_cited, tenure.cited.last);
    say_date(of, v_.cited_as_over, tenure.cited.over);
    say_date(of, v_.predecessor_held, tenure.cited.predecessor);
    say_date(of, v_.successor_held, tenure.cited.successor);
    if (tenure.acting && tenure.status != Status::acting) {
      say_text(of, v_.held, name_of(Status::acting));
    }
    const Ends ends = ends_of(tenure.period, tenure.cited);
    const Stretches days = stretches_of(ends);
    say_day(of, v_.possible_from, days.possible_from);
    say_day(of, v_.possible_until, days.possible_until);
    say_day(of, v_.certain_from, days.certain_from);
    say_day(of, v_.certain_until, days.certain_until);
    say_day(of, v_.begun_by, ends.start.last);
    say_day(of, v_.over_from, ends.end.first);
    say_interval(of, tenure.period);
    say_evidence(of, graph_[v].cited);
  }

  void say_interval(Description& tenure, const Period& period) {
    if (!period.from && !period.to) {
      return;
    }
    Description made{part_of(tenure.subject, "during"), {}};
    say(tenure, v_.member_during, made.subject);
    say(made, v_.type, v_.interval);
    say_instant(made, v_.has_beginning, "start", period.from);
    say_instant(made, v_.has_end, "end", period.to);
    add(std::move(made));
  }

  void say_instant(Description& interval, const Iri& predicate, const char* name,
                   const std::optional<PartialDate>& date) {
    if (date) {
      Description made{part_of(interval.subject, name), {}};
      say(interval, predicate, made.subject);
      say(made, v_.type, v_.instant);
      say_date(made,
               date->day != 0     ? v_.in_xsd_date
               : date->month != 0 ? v_.in_xsd_month
                                  : v_.in_xsd_year,
               date);
      add(std::move(made));
    }
  }

  void say_data(Description& of, VertexId v, const ResolutionData& resolution) {
    say(of, v_.type, v_.legal_resource);
    say_text(of, v_.resolution_title, graph_.label(v));
    say_kind(of, v_.type_document, "resolution", resolution.type, v_.wording);
    say_text(of, v_.id_local, resolution.number);
    say_text(of, v_.description, resolution.subject);
    say_date(of, v_.date, resolution.date);
    if (resolution.date && resolution.date->day != 0) {  // ELI takes complete dates only
      say_date(of, v_.date_document, resolution.date);
    }
    say_bounds(of, v_.date_earliest, v_.date_latest, resolution.date);
    say_evidence(of, graph_[v].cited);
  }

  void say_data(Description& of, VertexId v, const EventData& event) {
    say(of, v_.type, v_.event);
    say_text(of, v_.schema_name, graph_.label(v));
    say_kind(of, v_.kind_of_thing, "event", event.type, v_.wording);
    say_date(of, v_.start_date, event.date);
    say_bounds(of, v_.date_earliest, v_.date_latest, event.date);
    say_participations(of, v);
    say_evidence(of, graph_[v].cited);
  }

  void say_data(Description& of, VertexId v, const PlaceData& place) {
    say(of, v_.type, v_.location);
    say(of, v_.type, v_.place);
    say_text(of, v_.pref_label, graph_.label(v));
    say_kind(of, v_.kind_of_thing, "place", place.type, v_.wording);
    say_text(of, v_.country_code, place.country);
    say_date(of, v_.until, place.until);
    say_mentions(of, graph_[v].cited);
  }

  void say_data(Description& of, VertexId v, const DocumentData& document) {
    const std::string_view language = language_of(document);
    const std::string_view text = graph_.text(document.text);
    say(of, v_.type, v_.entity);
    say(of, v_.type, v_.news_article);
    say_text(of, v_.title, graph_.label(v), language);
    say_text(of, v_.identifier, document.id);
    say_text(of, v_.in_language, document.lang);
    say_date(of, v_.issued, document.date);
    say_bounds(of, v_.date_earliest, v_.date_latest, document.date);
    say_source(of, graph_.text(document.source));
    say_text(of, v_.article_body, text, language);
    say_mentions(of, graph_[v].cited);
    describe_marks(v, text);
  }

  /// An address, or where it is none the words. On the host of the base only plain addresses are
  /// IRIs: Turtle has them relative to the base, and dots, colons and empty parts would be
  /// resolved.
  void say_source(Description& of, std::string_view source) {
    const std::optional<Iri> on_the_web = address(source);
    if (!on_the_web) {
      say_text(of, v_.source, source);
      return;
    }
    const std::string_view base = base_.str();
    const std::size_t path = base.find('/', base.find("://") + 3);
    const std::string_view rest = source.substr(std::min(path, source.size()));
    const bool same_host = source.starts_with(base.substr(0, path));
    const bool plain = rest.find("//") == std::string_view::npos &&
                       rest.find("/.") == std::string_view::npos && !source.starts_with(base);
    if (same_host && !plain) {
      say_text(of, v_.source, source);
    } else {
      say(of, v_.source, *on_the_web);
    }
  }

  // --- handing over -------------------------------------------------------------------------

  void add(Description made) { made_.push_back(std::move(made)); }

  Result<Done> hand_over() {
    std::stable_sort(made_.begin(), made_.end(), [](const Description& a, const Description& b) {
      return a.subject < b.subject;
    });
    for (auto made = made_.begin(); made != made_.end();) {
      std::vector<Statement>& all = made->statements;
      auto next = std::next(made);
      for (; next != made_.end() && next->subject == made->subject; ++next) {
        std::move(next->statements.begin(), next->statements.end(), std::back_inserter(all));
      }
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      if (!all.empty()) {
        if (Result<Done> done = visitor_.describe(made->subject, all); !done) {
          return done;
        }
      }
      made = next;
    }
    return Done{};
  }

  const Graph& graph_;
  const Iri& base_;
  Visitor& visitor_;
  const Vocabulary& v_ = vocabulary();
  std::vector<bool> certain_;
  bool apart_ = false;  ///< what cites a document is said in the document's graph, not with its own
  std::map<std::string, std::set<std::string>, std::less<>> concepts_;  ///< key → names
  std::vector<Citing> citing_;
  std::vector<Mark> marks_;        ///< by document and place
  std::vector<Description> made_;  ///< of one stop
  std::optional<Fault> fault_;
};

}  // namespace

Result<Done> walk(const Graph& graph, const Iri& base, Visitor& visitor) {
  return Walk(graph, base, visitor).run();
}

Result<Done> walk_graphs(const Graph& graph, const Iri& base, Visitor& visitor) {
  return Walk(graph, base, visitor).run_apart();
}

}  // namespace nom::rdf
