// SPDX-License-Identifier: Apache-2.0
// assemble: statements → the graph that they describe.
#include "rdf/encode.hpp"
#include "rdf/rdf.hpp"
#include "rdf/vocabulary.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <unordered_map>

namespace nom::rdf {

namespace {

using Said = Statements::Said;

/// Faults of one kind that are told one by one; of more the number is.
constexpr std::size_t most_told = 10;

auto order(const Said& s) { return std::tuple(s.subject, s.predicate, s.object, s.type, s.graph); }

std::string as_text(std::string_view subject, std::string_view predicate, std::string_view object,
                    std::string_view type) {
  std::string text = "<" + std::string(subject) + "> <" + std::string(predicate) + "> ";
  if (type.empty()) {
    return text + "<" + std::string(object) + ">";
  }
  constexpr std::size_t enough = 80;  // bytes of a literal in a message
  std::size_t size = std::min(object.size(), enough);
  while (size > 0 && size < object.size() && (object[size] & 0xC0) == 0x80) {
    --size;  // not within a code point
  }
  text += '"';
  for (const char c : object.substr(0, size)) {
    text += c == '\n' || c == '\t' ? ' ' : c;
  }
  text += size < object.size() ? "…\"" : "\"";
  if (type.starts_with('@')) {
    return text + std::string(type);
  }
  return type == datatype(Literal::Type::string).str() ? text
                                                       : text + "^^<" + std::string(type) + ">";
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    unsigned byte = 0;
    const std::string_view digits = text.substr(i + 1, 2);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    if (error != std::errc() || end != digits.data() + 2) {
      return std::nullopt;
    }
    out += static_cast<char>(byte);
    i += 2;
  }
  return out;
}

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                  : std::nullopt;
}

/// The value of an enumeration that has this name, else its first.
template <class E>
E named(std::string_view name, E last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<E>(i)) == name) {
      return static_cast<E>(i);
    }
  }
  return E{};
}

/// What is said of each subject; sorted, each once.
class Index {
 public:
  Index(Names names, std::vector<Said> all) : names_(std::move(names)), all_(std::move(all)) {
    std::sort(all_.begin(), all_.end(), [](const Said& a, const Said& b) {
      return std::tuple(order(a), a.line) < std::tuple(order(b), b.line);
    });
    const auto same = [](const Said& a, const Said& b) { return order(a) == order(b); };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
  }

  [[nodiscard]] const std::vector<Said>& all() const { return all_; }

  [[nodiscard]] std::string_view text(NameId id) const { return names_.text(id); }

  /// An id that nothing has if the text is nowhere.
  [[nodiscard]] NameId id(std::string_view text) const { return names_.find(text); }

  [[nodiscard]] std::span<const Said> of(NameId subject, const Iri& predicate) const {
    const NameId p = id(predicate.str());
    const auto before = [](const Said& s, const std::pair<NameId, NameId>& key) {
      return std::pair(s.subject, s.predicate) < key;
    };
    const auto first = std::lower_bound(all_.begin(), all_.end(), std::pair(subject, p), before);
    auto last = first;
    while (last != all_.end() && last->subject == subject && last->predicate == p) {
      ++last;
    }
    return {first, last};
  }

  /// The first object, if it is a literal; else empty.
  [[nodiscard]] std::string_view literal(NameId subject, const Iri& predicate) const {
    for (const Said& s : of(subject, predicate)) {
      if (s.type != no_name) {
        return text(s.object);
      }
    }
    return {};
  }

  /// The first object that is an IRI.
  [[nodiscard]] std::optional<NameId> iri(NameId subject, const Iri& predicate) const {
    for (const Said& s : of(subject, predicate)) {
      if (s.type == no_name) {
        return s.object;
      }
    }
    return std::nullopt;
  }

 private:
  Names names_;
  std::vector<Said> all_;
};

/// Makes the vertices and edges. What does not fit is left out: `Comparison` finds it.
class Assembly {
 public:
  Assembly(const Index& index, std::string base) : index_(index), base_(std::move(base)) {}

  Graph run() {
    find_vertices();
    find_claims();
    for (Found& found : found_) {
      found.vertex.cited = citations_of(found);
    }
    for (Found& found : found_) {
      builder_.add(std::move(found.vertex));
    }
    for (std::size_t v = 0; v < found_.size(); ++v) {
      add_edges(static_cast<VertexId>(v));
      add_participations(static_cast<VertexId>(v));
    }
    return std::move(builder_).finish();
  }

 private:
  struct Found {
    NameId subject;
    Kind kind;
    Vertex vertex;
  };

  struct RelationSaid {
    Relation relation;
    const Iri& predicate;
    std::vector<Kind> sources;
    Kind target;
  };

  // --- vertices -----------------------------------------------------------------------------

  NameId keep(std::string_view text) { return builder_.names().intern(text); }

  NameId keep_literal(NameId subject, const Iri& predicate) {
    return keep(index_.literal(subject, predicate));
  }

  [[nodiscard]] std::optional<PartialDate> date(NameId subject, const Iri& predicate) const {
    return parse_iso(index_.literal(subject, predicate));
  }

  [[nodiscard]] std::optional<std::string> key_of(std::string_view iri) const {
    if (!iri.starts_with(base_) || iri.size() == base_.size()) {
      return std::nullopt;
    }
    return percent_decoded(iri.substr(base_.size()));
  }

  /// The words of a thing's type or role: its own, else the label of the concept.
  NameId keep_kind(NameId subject, const Iri& predicate, const Iri& wording) {
    const std::string_view own = index_.literal(subject, wording);
    const std::optional<NameId> labelled = index_.iri(subject, predicate);
    return keep(own.empty() && labelled ? index_.literal(*labelled, v_.pref_label) : own);
  }

  void find_vertices() {
    const std::vector<std::tuple<const Iri&, Kind, const Iri&>> classes = {
        {v_.person, Kind::person, v_.name},
        {v_.formal_organization, Kind::body, v_.pref_label},
        {v_.organizational_unit, Kind::body, v_.pref_label},
        {v_.post, Kind::post, v_.pref_label},
        {v_.membership, Kind::tenure, v_.pref_label},
        {v_.legal_resource, Kind::resolution, v_.resolution_title},
        {v_.event, Kind::event, v_.schema_name},
        {v_.place, Kind::place, v_.pref_label},
        {v_.news_article, Kind::document, v_.title},
    };
    const NameId type = index_.id(v_.type.str());
    for (const Said& said : index_.all()) {
      const auto described = std::find_if(classes.begin(), classes.end(), [&](const auto& one) {
        return said.predicate == type && said.type == no_name &&
               index_.text(said.object) == std::get<0>(one).str();
      });
      if (described == classes.end() || vertex_of_.contains(said.subject.value)) {
        continue;
      }
      const auto& [class_, kind, label] = *described;
      const std::optional<std::string> key = key_of(index_.text(said.subject));
      const std::string_view name = index_.literal(said.subject, label);
      if (!key || percent_encoded(*key) != index_.text(said.subject).substr(base_.size()) ||
          name.empty()) {
        continue;
      }
      Vertex vertex;
      vertex.key = keep(*key);
      vertex.label = keep(name);
      for (const Said& other : index_.of(said.subject, v_.alt_label)) {
        vertex.also.push_back(keep(index_.text(other.object)));
      }
      for (const Said& other : index_.of(said.subject, v_.same_as)) {
        if (const auto merged = key_of(index_.text(other.object))) {
          vertex.merged.push_back(keep(*merged));
        }
      }
      vertex_of_.emplace(said.subject.value, static_cast<VertexId>(found_.size()));
      set_data(vertex, kind, said.subject);
      found_.push_back({said.subject, kind, std::move(vertex)});
    }
  }

  void set_data(Vertex& vertex, Kind kind, NameId s) {
    switch (kind) {
      case Kind::person:
        vertex.data = PersonData{};
        break;
      case Kind::body:
        vertex.data = BodyData{keep_kind(s, v_.classification, v_.wording),
                               keep_kind(s, v_.level, v_.level_wording)};
        break;
      case Kind::post:
        vertex.data =
            PostData{keep_kind(s, v_.in_role, v_.wording), index_.literal(s, v_.seats) == "1"};
        break;
      case Kind::tenure:
        vertex.data = tenure_of(s);
        break;
      case Kind::resolution:
        vertex.data =
            ResolutionData{keep_kind(s, v_.type_document, v_.wording), keep_literal(s, v_.id_local),
                           keep_literal(s, v_.description), date(s, v_.date)};
        break;
      case Kind::event:
        vertex.data = EventData{keep_kind(s, v_.kind_of_thing, v_.wording), date(s, v_.start_date)};
        break;
      case Kind::place:
        vertex.data = PlaceData{keep_kind(s, v_.kind_of_thing, v_.wording),
                                keep_literal(s, v_.country_code), date(s, v_.until)};
        break;
      case Kind::document: {
        const std::span<const Said> source = index_.of(s, v_.source);
        vertex.data = DocumentData{
            keep_literal(s, v_.identifier), keep_literal(s, v_.in_language),
            keep(source.empty() ? std::string_view() : index_.text(source.front().object)),
            keep_literal(s, v_.article_body), date(s, v_.issued)};
        break;
      }
    }
  }

  TenureData tenure_of(NameId s) {
    TenureData tenure;
    tenure.title = keep_literal(s, v_.tenure_title);
    tenure.status = named(index_.literal(s, v_.status), Status::elect);
    tenure.confidence = named(index_.literal(s, v_.confidence), Confidence::inferred);
    tenure.period = {date(s, v_.tenure_start), date(s, v_.tenure_end),
                     named(index_.literal(s, v_.open), Open::ended)};
    tenure.cited = {date(s, v_.first_cited), date(s, v_.last_cited), date(s, v_.cited_as_over),
                    date(s, v_.predecessor_held), date(s, v_.successor_held)};
    tenure.acting =
        tenure.status == Status::acting || index_.literal(s, v_.held) == name_of(Status::acting);
    return tenure;
  }

  [[nodiscard]] std::optional<VertexId> vertex(NameId subject, Kind kind) const {
    const auto found = vertex_of_.find(subject.value);
    const bool good = found != vertex_of_.end() && found_[found->second].kind == kind;
    return good ? std::optional(found->second) : std::nullopt;
  }

  // --- evidence -----------------------------------------------------------------------------

  /// What stands in a document at <document#at-12-34>.
  std::optional<Citation> citation(NameId stretch, NameId rule) {
    constexpr std::string_view mark = "#at-";
    const std::string_view iri = index_.text(stretch);
    const std::size_t at = iri.rfind(mark);
    if (at == std::string_view::npos) {
      return std::nullopt;
    }
    const auto document = vertex(index_.id(iri.substr(0, at)), Kind::document);
    const std::string_view span = iri.substr(at + mark.size());
    const std::size_t dash = std::min(span.find('-'), span.size());
    const auto start = number_in(span.substr(0, dash));
    const auto end = number_in(span.substr(std::min(dash + 1, span.size())));
    if (!document || !start || !end) {
      return std::nullopt;
    }
    auto counted = counted_.find(*document);
    const NameId text = std::get<DocumentData>(found_[*document].vertex.data).text;
    const std::string_view whole = builder_.names().text(text);
    if (counted == counted_.end()) {
      counted = counted_.emplace(*document, CodePoints(whole)).first;
    }
    if (*start > *end || *end > counted->second.size()) {
      return std::nullopt;
    }
    const std::uint32_t begin = counted->second.to_bytes(*start);
    const std::uint32_t size = counted->second.to_bytes(*end) - begin;
    return Citation{*document, *start, *end, keep(std::string(whole.substr(begin, size))), rule};
  }

  std::vector<Citation> evidence_of(NameId subject) {
    std::vector<Citation> cited;
    for (const Said& said : index_.of(subject, v_.was_derived_from)) {
      const std::optional<NameId> target = index_.iri(said.object, v_.has_target);
      if (target) {
        const NameId rule = keep_literal(said.object, v_.rule);
        if (const std::optional<Citation> one = citation(*target, rule)) {
          cited.push_back(*one);
        }
      }
    }
    return cited;
  }

  std::vector<Citation> citations_of(const Found& found) {
    std::vector<Citation> cited = evidence_of(found.subject);
    for (const Said& said : index_.of(found.subject, v_.mention)) {
      if (const std::optional<Citation> one = citation(said.object, no_name)) {
        cited.push_back(*one);
      }
    }
    return cited;
  }

  // --- edges --------------------------------------------------------------------------------

  void find_claims() {
    const NameId statement = index_.id(v_.statement.str());
    const NameId type = index_.id(v_.type.str());
    for (const Said& said : index_.all()) {
      if (said.predicate == type && said.object == statement && said.type == no_name) {
        const auto subject = index_.iri(said.subject, v_.subject);
        const auto predicate = index_.iri(said.subject, v_.predicate);
        const auto object = index_.iri(said.subject, v_.object);
        if (subject && predicate && object) {
          claims_.emplace(std::tuple(*subject, *predicate, *object), said.subject);
        }
      }
    }
  }

  /// What is said of the edge by a statement about it, or of a part in an event.
  Edge edge_of(Relation relation, NameId about) {
    Edge edge;
    edge.relation = relation;
    edge.confidence = named(index_.literal(about, v_.confidence), Confidence::inferred);
    edge.rule = keep_literal(about, v_.rule);
    edge.part = keep_literal(about, v_.part);
    edge.cited = evidence_of(about);
    return edge;
  }

  void add_edges(VertexId source) {
    for (const RelationSaid& one : relations_) {
      const auto& kinds = one.sources;
      if (std::find(kinds.begin(), kinds.end(), found_[source].kind) == kinds.end()) {
        continue;
      }
      for (const Said& said : index_.of(found_[source].subject, one.predicate)) {
        const auto target = vertex(said.object, one.target);
        const bool climbs = one.relation == Relation::under || one.relation == Relation::within;
        if (!target || said.type != no_name || (climbs && closes_ring(source, *target))) {
          continue;
        }
        const auto claim = claims_.find(std::tuple(said.subject, said.predicate, said.object));
        Edge edge;
        edge.relation = one.relation;
        builder_.connect(source, *target,
                         claim == claims_.end() ? edge : edge_of(one.relation, claim->second));
      }
    }
  }

  /// Nothing is under or within itself: questions climb until they reach the top. Notes the edge if
  /// it is good.
  bool closes_ring(VertexId source, VertexId target) {
    std::vector<VertexId> open = {target};
    std::set<VertexId> seen;
    while (!open.empty()) {
      const VertexId v = open.back();
      open.pop_back();
      if (v == source) {
        return true;
      }
      if (seen.insert(v).second) {
        const auto [first, last] = above_.equal_range(v);
        for (auto up = first; up != last; ++up) {
          open.push_back(up->second);
        }
      }
    }
    above_.emplace(source, target);
    return false;
  }

  void add_participations(VertexId event) {
    if (found_[event].kind != Kind::event) {
      return;
    }
    for (const Said& said : index_.of(found_[event].subject, v_.has_participation)) {
      const auto participant = index_.iri(said.object, v_.participant);
      const auto person = participant ? vertex(*participant, Kind::person) : std::nullopt;
      if (person) {
        builder_.connect(*person, event, edge_of(Relation::took_part, said.object));
      }
    }
  }

  const Index& index_;
  const std::string base_;
  const Vocabulary& v_ = vocabulary();
  const std::vector<RelationSaid> relations_ = {
      {Relation::holder, v_.member, {Kind::tenure}, Kind::person},
      {Relation::of_post, v_.of_post, {Kind::tenure}, Kind::post},
      {Relation::in_body, v_.post_in, {Kind::post}, Kind::body},
      {Relation::under, v_.sub_organization_of, {Kind::body}, Kind::body},
      {Relation::located, v_.spatial, {Kind::body, Kind::post}, Kind::place},
      {Relation::within, v_.contained_in_place, {Kind::place}, Kind::place},
      {Relation::issued_by, v_.passed_by, {Kind::resolution}, Kind::body},
      {Relation::organised_by, v_.organizer, {Kind::event}, Kind::body},
      {Relation::same_maybe, v_.possibly_same_as, {Kind::person}, Kind::person},
      {Relation::ended_by, v_.ended_by, {Kind::tenure}, Kind::tenure},
      {Relation::ended_in, v_.ended_in, {Kind::person, Kind::body}, Kind::event},
      {Relation::begun_in, v_.begun_in, {Kind::body}, Kind::event},
  };
  GraphBuilder builder_;
  std::vector<Found> found_;                               ///< as the builder numbers them
  std::unordered_map<std::uint32_t, VertexId> vertex_of_;  ///< by subject
  std::map<std::tuple<NameId, NameId, NameId>, NameId> claims_;
  std::unordered_map<VertexId, CodePoints> counted_;
  std::unordered_multimap<VertexId, VertexId> above_;  ///< bodies and places
};

/// Holds what a graph says against what was read.
class Comparison : public Visitor {
 public:
  explicit Comparison(const Index& index) : index_(index), met_(index.all().size(), false) {}

  Result<Done> in_graph(const Iri& name) override {
    graph_ = index_.id(name.str());
    return Done{};
  }

  Result<Done> describe(const Iri& subject, std::span<const Statement> statements) override {
    for (const Statement& statement : statements) {
      std::string_view object;
      std::string type;
      if (const auto* iri = std::get_if<Iri>(&statement.object)) {
        object = iri->str();
      } else {
        const auto& literal = std::get<Literal>(statement.object);
        object = literal.text();
        type = literal.type() == Literal::Type::language ? "@" + literal.language()
                                                         : datatype(literal.type()).str();
      }
      const Said said{index_.id(subject.str()),
                      index_.id(statement.predicate.str()),
                      index_.id(object),
                      index_.id(type),
                      graph_,
                      0};
      const std::vector<Said>& all = index_.all();
      const auto found =
          std::lower_bound(all.begin(), all.end(), said,
                           [](const Said& a, const Said& b) { return order(a) < order(b); });
      if (found != all.end() && order(*found) == order(said)) {
        met_[static_cast<std::size_t>(found - all.begin())] = true;
      } else if (missing_++ < most_told) {
        missing_texts_.push_back(as_text(subject.str(), statement.predicate.str(), object, type));
      }
    }
    return Done{};
  }

  /// What differs, by line.
  void tell(const std::string& file, Faults& faults) const {
    std::vector<const Said*> over;
    for (std::size_t i = 0; i < met_.size(); ++i) {
      if (!met_[i]) {
        over.push_back(&index_.all()[i]);
      }
    }
    std::stable_sort(over.begin(), over.end(),
                     [](const Said* a, const Said* b) { return a->line < b->line; });
    const std::string hint =
        "only what nomenclator wrote can be read back; change the documents "
        "or records and build anew";
    for (std::size_t i = 0; i < std::min(over.size(), most_told); ++i) {
      const Said& s = *over[i];
      std::string text = as_text(index_.text(s.subject), index_.text(s.predicate),
                                 index_.text(s.object), index_.text(s.type));
      if (s.graph != no_name) {
        text += " in <" + std::string(index_.text(s.graph)) + ">";
      }
      faults.add({FaultKind::data,
                  "this does not fit into the graph: " + text,
                  {file, s.line, 0, {}},
                  i == 0 ? hint : ""});
    }
    add_rest(over.size(), "do not fit into the graph", file, faults);
    for (const std::string& text : missing_texts_) {
      faults.add({FaultKind::data, "this is missing: " + text, {file, 0, 0, {}}, ""});
    }
    add_rest(missing_, "are missing", file, faults);
  }

 private:
  static void add_rest(std::size_t count, const char* what, const std::string& file,
                       Faults& faults) {
    if (count > most_told) {
      faults.add({FaultKind::data,
                  std::to_string(count - most_told) + " more statements " + what,
                  {file, 0, 0, {}},
                  ""});
    }
  }

  const Index& index_;
  std::vector<bool> met_;  ///< by statement read
  NameId graph_ = no_name;
  std::size_t missing_ = 0;
  std::vector<std::string> missing_texts_;
};

/// The IRI under which all things are: exactly one is named.
Result<Iri> base_in(const Index& index, const std::string& file) {
  const NameId uri_space = index.id(vocabulary().uri_space.str());
  std::vector<const Said*> found;
  for (const Said& said : index.all()) {
    if (said.predicate == uri_space) {
      found.push_back(&said);
    }
  }
  if (found.size() != 1) {
    return Fault{FaultKind::schema,
                 found.empty() ? "this is no graph of ours: no void:uriSpace names its base"
                               : "this is more than one graph: void:uriSpace names several bases",
                 {file, found.empty() ? 0 : found.back()->line, 0, {}},
                 "give a file that nomenclator wrote"};
  }
  Result<Iri> base = check_base(index.text(found.front()->object));
  if (!base) {
    return Fault{FaultKind::schema,
                 base.error().message,
                 {file, found.front()->line, 0, {}},
                 "give a file that nomenclator wrote"};
  }
  return base;
}

}  // namespace

void Statements::add(std::string_view subject, std::string_view predicate, std::string_view object,
                     std::string_view type, std::string_view graph, int line) {
  all_.push_back({names_.intern(subject), names_.intern(predicate), names_.intern(object),
                  names_.intern(type), names_.intern(graph), line});
}

Result<ReadGraph> assemble(Statements statements, bool in_graphs, const std::string& file,
                           Faults& faults) {
  const Index index(std::move(statements.names_), std::move(statements.all_));
  const Result<Iri> base = base_in(index, file);
  if (!base) {
    return base.error();
  }
  ReadGraph read{Assembly(index, base->str()).run(), *base};
  Comparison comparison(index);
  const Result<Done> walked =
      in_graphs ? walk_graphs(read.graph, *base, comparison) : walk(read.graph, *base, comparison);
  if (!walked) {
    Fault fault = walked.error();
    fault.where.file = file;
    return fault;
  }
  comparison.tell(file, faults);
  return read;
}

}  // namespace nom::rdf
