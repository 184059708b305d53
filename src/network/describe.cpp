// SPDX-License-Identifier: Apache-2.0
// What is told of nodes and ties, and when they are there.
#include "network/network.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace nom::network {

namespace {

using Type = Attribute::Type;

/// The facts of a tenure, told of the node that it is or of the tie that it is part of.
constexpr std::array<Attribute, 17> tenure_facts = {{
    {"title", Type::text},
    {"status", Type::text},
    {"confidence", Type::text},
    {"from", Type::text},
    {"to", Type::text},
    {"open", Type::text},
    {"start_earliest", Type::day},
    {"start_latest", Type::day},
    {"end_earliest", Type::day},
    {"end_latest", Type::day},
    {"first_cited", Type::text},
    {"last_cited", Type::text},
    {"cited_as_over", Type::text},
    {"answer", Type::text},
    {"document", Type::text},
    {"evidence", Type::text},
    {"evidence_count", Type::integer},
}};

constexpr std::array<Attribute, 14> other_facts = {{
    {"also", Type::text},
    {"merged", Type::text},
    {"type", Type::text},
    {"level", Type::text},
    {"country", Type::text},
    {"role", Type::text},
    {"number", Type::text},
    {"subject", Type::text},
    {"date", Type::text},
    {"lang", Type::text},
    {"source", Type::text},
    {"mention_count", Type::integer},
    {"part", Type::text},
    {"rule", Type::text},
}};

using TenureFacts = std::array<std::string, tenure_facts.size()>;

std::string iso(const std::optional<PartialDate>& date) { return date ? to_iso(*date) : ""; }

std::string iso(const std::optional<Day>& day) { return day ? to_iso(date_of(*day)) : ""; }

TenureFacts facts_of(const Network& network, VertexId v) {
  const Graph& graph = network.graph();
  const Vertex& vertex = graph[v];
  const auto& tenure = std::get<TenureData>(vertex.data);
  const Ends ends = ends_of(tenure.period, tenure.cited);
  const auto& on = network.options().on;
  const bool cited = !vertex.cited.empty();
  return {std::string(graph.text(tenure.title)),
          std::string(name_of(tenure.status)),
          std::string(name_of(tenure.confidence)),
          iso(tenure.period.from),
          iso(tenure.period.to),
          std::string(name_of(tenure.period.open)),
          iso(ends.start.first),
          iso(ends.start.last),
          iso(ends.end.first),
          iso(ends.end.last),
          iso(tenure.cited.first),
          iso(tenure.cited.last),
          iso(tenure.cited.over),
          on ? std::string(name_of(holds_on(tenure.period, tenure.cited, *on))) : "",
          documents_of(graph, vertex.cited),
          cited ? std::string(graph.text(vertex.cited.front().quote)) : "",
          cited ? std::to_string(vertex.cited.size()) : ""};
}

/// Hands on what says something.
class Teller {
 public:
  Teller(const Graph& graph, const Take& take) : graph_(graph), take_(take) {}

  void tell(std::string_view name, std::string_view value) const {
    if (!value.empty()) {
      take_(name, value);
    }
  }

  void tell(std::string_view name, NameId value) const { tell(name, graph_.text(value)); }

  void tell(std::string_view name, const std::optional<PartialDate>& date) const {
    tell(name, iso(date));
  }

  void tell(const TenureFacts& facts) const {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      tell(tenure_facts.at(i).name, facts.at(i));
    }
  }

  /// The documents, the first sentence and how many there are.
  void tell_evidence(const std::vector<Citation>& cited) const {
    if (!cited.empty()) {
      tell("document", documents_of(graph_, cited));
      tell("evidence", cited.front().quote);
      tell("evidence_count", std::to_string(cited.size()));
    }
  }

  void operator()(const PersonData& /*person*/) const {}

  void operator()(const BodyData& body) const {
    tell("type", body.type);
    tell("level", body.level);
  }

  void operator()(const PostData& post) const { tell("role", post.role); }

  void operator()(const TenureData& /*tenure*/) const {}  // told as facts

  void operator()(const ResolutionData& resolution) const {
    tell("type", resolution.type);
    tell("number", resolution.number);
    tell("subject", resolution.subject);
    tell("date", resolution.date);
  }

  void operator()(const EventData& event) const {
    tell("type", event.type);
    tell("date", event.date);
  }

  void operator()(const PlaceData& place) const {
    tell("type", place.type);
    tell("country", place.country);
  }

  void operator()(const DocumentData& document) const {
    tell("date", document.date);
    tell("lang", document.lang);
    tell("source", document.source);
  }

 private:
  const Graph& graph_;
  const Take& take_;
};

/// One fact of several terms: theirs between "; ", or what all say.
std::string of_all(const std::vector<TenureFacts>& terms, std::size_t fact) {
  const auto same = [&](const TenureFacts& t) { return t.at(fact) == terms.front().at(fact); };
  if (std::all_of(terms.begin(), terms.end(), same)) {
    return terms.front().at(fact);
  }
  std::string all;
  for (const TenureFacts& term : terms) {
    all.append(all.empty() ? "" : "; ").append(term.at(fact).empty() ? "-" : term.at(fact));
  }
  return all;
}

using Wanted = std::vector<std::string_view>;

Wanted told_of(Kind kind) {
  switch (kind) {
    case Kind::person:
      return {"also", "merged", "document", "mention_count"};
    case Kind::body:
      return {"also", "merged", "document", "mention_count", "type", "level"};
    case Kind::post:
      return {"also", "merged", "document", "mention_count", "role"};
    case Kind::tenure:
      return {};  // `tenure_facts`
    case Kind::resolution:
      return {"also", "type",     "number",   "subject",
              "date", "document", "evidence", "evidence_count"};
    case Kind::event:
      return {"also", "type", "date", "document", "evidence", "evidence_count"};
    case Kind::place:
      return {"also", "type", "country", "document", "mention_count"};
    case Kind::document:
      return {"also", "date", "lang", "source"};
  }
  return {};
}

void add(Wanted& to, const Wanted& names) { to.insert(to.end(), names.begin(), names.end()); }

void add_tenure(Wanted& to, const Network& network) {
  for (const Attribute& fact : tenure_facts) {
    if (fact.name != "answer" || network.options().on) {
      to.push_back(fact.name);
    }
  }
}

/// Those of the names that are attributes, each once, in the order of all.
std::vector<Attribute> in_order(const Wanted& names) {
  std::vector<Attribute> out;
  const auto pick = [&](const Attribute& attribute) {
    if (std::find(names.begin(), names.end(), attribute.name) != names.end()) {
      out.push_back(attribute);
    }
  };
  std::for_each(other_facts.begin(), other_facts.end(), pick);
  std::for_each(tenure_facts.begin(), tenure_facts.end(), pick);
  return out;
}

Spell spell_of_tenure(const TenureData& tenure) {
  const Ends ends = ends_of(tenure.period, tenure.cited);
  Spell spell{ends.start.first, ends.end.last};
  if (spell.last) {
    --*spell.last;  // the day on which it is over belongs to the successor
  }
  if (spell.first && spell.last && *spell.last < *spell.first) {
    spell.last = spell.first;
  }
  return spell;
}

Spell spell_of_date(PartialDate date) { return {earliest(date), latest(date)}; }

}  // namespace

std::string documents_of(const Graph& graph, const std::vector<Citation>& cited) {
  std::string documents;
  std::optional<VertexId> last;
  for (const Citation& c : cited) {  // sorted by document
    if (last != c.document) {
      documents.append(documents.empty() ? "" : "; ").append(graph.key(c.document));
      last = c.document;
    }
  }
  return documents;
}

std::string joined(const Graph& graph, const std::vector<NameId>& texts) {
  std::string all;
  for (const NameId text : texts) {
    all.append(all.empty() ? "" : "; ").append(graph.text(text));
  }
  return all;
}

std::vector<Attribute> node_attributes(const Network& network) {
  std::array<bool, kind_count> there{};
  for (const Network::Node& node : network.nodes()) {
    there.at(static_cast<std::size_t>(network.graph()[node.vertex].kind())) = true;
  }
  Wanted names;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (there.at(kind)) {
      add(names, told_of(static_cast<Kind>(kind)));
      if (static_cast<Kind>(kind) == Kind::tenure) {
        add_tenure(names, network);
      }
    }
  }
  return in_order(names);
}

std::vector<Attribute> tie_attributes(const Network& network) {
  std::array<bool, 4> there{};
  for (const Network::Tie& tie : network.ties()) {
    there.at(static_cast<std::size_t>(tie.says)) = true;
  }
  const auto has = [&there](Network::Says says) {
    return there.at(static_cast<std::size_t>(says));
  };
  Wanted names;
  if (has(Network::Says::relation)) {
    add(names, {"part", "rule", "confidence", "document", "evidence", "evidence_count"});
  }
  if (has(Network::Says::holds)) {
    add_tenure(names, network);
  }
  std::vector<Attribute> out = in_order(names);
  for (Attribute& attribute : out) {
    if (attribute.type == Type::day) {
      attribute.type = Type::text;  // several terms have several
    }
  }
  const auto rests_on = [&out](std::string_view name) { out.push_back({name, Type::text}); };
  if (has(Network::Says::holds)) {
    rests_on("tenure");
  }
  if (has(Network::Says::co_tenure) || has(Network::Says::shared_people)) {
    rests_on("in_common");
  }
  return out;
}

void describe(const Network& network, const Network::Node& node, const Take& take) {
  const Graph& graph = network.graph();
  const Vertex& vertex = graph[node.vertex];
  const Teller teller(graph, take);
  teller.tell("also", joined(graph, vertex.also));
  teller.tell("merged", joined(graph, vertex.merged));
  std::visit(teller, vertex.data);
  switch (vertex.kind()) {
    case Kind::tenure:
      teller.tell(facts_of(network, node.vertex));
      break;
    case Kind::resolution:
    case Kind::event:
      teller.tell_evidence(vertex.cited);
      break;
    case Kind::person:
    case Kind::body:
    case Kind::post:
    case Kind::place:
    case Kind::document:
      if (!vertex.cited.empty()) {
        teller.tell("mention_count", std::to_string(vertex.cited.size()));
        teller.tell("document", documents_of(graph, vertex.cited));
      }
  }
}

void describe(const Network& network, const Network::Tie& tie, const Take& take) {
  const Graph& graph = network.graph();
  const Teller teller(graph, take);
  if (tie.says == Network::Says::relation) {
    teller.tell("part", tie.edge->part);
    teller.tell("rule", tie.edge->rule);
    teller.tell("confidence", name_of(tie.edge->confidence));
    teller.tell_evidence(tie.edge->cited);
    return;
  }
  std::string grounds;
  if (tie.says == Network::Says::holds) {
    std::vector<TenureFacts> terms;
    for (const VertexId v : network.grounds(tie)) {
      terms.push_back(facts_of(network, v));
      grounds.append(grounds.empty() ? "" : "; ").append(graph.key(v));
    }
    for (std::size_t fact = 0; fact < tenure_facts.size(); ++fact) {
      if (tenure_facts.at(fact).name != "evidence_count") {
        teller.tell(tenure_facts.at(fact).name, of_all(terms, fact));
      }
    }
    std::size_t count = 0;
    for (const VertexId v : network.grounds(tie)) {
      count += graph[v].cited.size();
    }
    teller.tell("evidence_count", std::to_string(count));
    teller.tell("tenure", grounds);
    return;
  }
  for (const VertexId v : network.grounds(tie)) {
    grounds.append(grounds.empty() ? "" : "; ").append(graph.label(v));
  }
  teller.tell("in_common", grounds);
}

std::optional<Spell> spell_of(const Network& network, const Network::Node& node) {
  const Vertex& vertex = network.graph()[node.vertex];
  if (const auto* tenure = std::get_if<TenureData>(&vertex.data)) {
    return spell_of_tenure(*tenure);
  }
  if (const auto* event = std::get_if<EventData>(&vertex.data); event != nullptr && event->date) {
    return spell_of_date(*event->date);
  }
  std::optional<PartialDate> date;
  if (const auto* resolution = std::get_if<ResolutionData>(&vertex.data)) {
    date = resolution->date;
  } else if (const auto* document = std::get_if<DocumentData>(&vertex.data)) {
    date = document->date;
  }
  return date ? std::optional(Spell{earliest(*date), std::nullopt}) : std::nullopt;
}

std::vector<Spell> spells_of(const Network& network, const Network::Tie& tie) {
  if (tie.says != Network::Says::holds) {
    return {};
  }
  std::vector<Spell> all;
  for (const VertexId v : network.grounds(tie)) {
    all.push_back(spell_of_tenure(std::get<TenureData>(network.graph()[v].data)));
  }
  std::sort(all.begin(), all.end(), [](const Spell& a, const Spell& b) {
    // No start is before every start.
    return a.first.has_value() != b.first.has_value() ? b.first.has_value() : a.first < b.first;
  });
  std::vector<Spell> out;
  for (const Spell& spell : all) {
    if (out.empty() || (out.back().last && spell.first && *out.back().last < *spell.first)) {
      out.push_back(spell);
    } else if (!spell.last || !out.back().last) {
      out.back().last.reset();
    } else {
      out.back().last = std::max(*out.back().last, *spell.last);
    }
  }
  if (out.size() == 1 && !out.front().first && !out.front().last) {
    out.clear();
  }
  return out;
}

}  // namespace nom::network
