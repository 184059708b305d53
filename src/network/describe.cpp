// SPDX-License-Identifier: Apache-2.0
// What is told of nodes and ties, and when they are there.
#include "network/network.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <string>
#include <type_traits>

namespace nom::network {

namespace {

using Type = Attribute::Type;

std::string shown(const Graph& graph, NameId text) { return std::string(graph.text(text)); }

std::string shown(const Graph& /*graph*/, const std::optional<PartialDate>& date) {
  return date ? to_iso(*date) : "";
}

std::string shown(const Graph& /*graph*/, const std::optional<Day>& day) {
  return day ? to_iso(date_of(*day)) : "";
}

template <class Named>
requires std::is_enum_v<Named> std::string shown(const Graph& /*graph*/, Named value) {
  return std::string(name_of(value));
}

template <class Data, class Value>
Data class_of(Value Data::*member);

std::string count_of(const std::vector<Citation>& cited) {
  return cited.empty() ? "" : std::to_string(cited.size());
}

std::string first_quote(const Graph& graph, const std::vector<Citation>& cited) {
  return cited.empty() ? "" : std::string(graph.text(cited.front().quote));
}

/// What a vertex of one kind says in this member of its data.
template <auto member>
std::string field(const Network& network, const Vertex& of) {
  return shown(network.graph(), std::get<decltype(class_of(member))>(of.data).*member);
}

/// The same of a member within it.
template <auto member, auto within>
std::string field(const Network& network, const Vertex& of) {
  const auto& data = std::get<decltype(class_of(member))>(of.data).*member;
  return shown(network.graph(), data.*within);
}

/// The same of the days between which a tenure began or ended.
template <Stretch Ends::*which, std::optional<Day> Stretch::*day>
std::string bound(const Network& network, const Vertex& of) {
  const auto& tenure = std::get<TenureData>(of.data);
  return shown(network.graph(), (ends_of(tenure.period, tenure.cited).*which).*day);
}

/// What is told of the nodes of some kinds: its name, and what it says, which may be nothing.
struct Fact {
  Attribute attribute;
  Kinds kinds;
  std::string (*says)(const Network& network, const Vertex& of);
  bool of_a_day = false;  ///< told only of a network on a day
};

constexpr Kinds of_tenures = kinds_of({Kind::tenure});
constexpr Kinds with_evidence = kinds_of({Kind::tenure, Kind::resolution, Kind::event});
constexpr auto with_mentions = static_cast<Kinds>(all_kinds & ~with_evidence);

/// All of them, in the order in which they are declared and told.
constexpr std::array<Fact, 30> facts = {{
    {{"also", Type::text},
     all_kinds,
     [](const Network& n, const Vertex& v) { return joined(n.graph(), v.also); }},
    {{"merged", Type::text},
     all_kinds,
     [](const Network& n, const Vertex& v) { return joined(n.graph(), v.merged); }},
    {{"type", Type::text},
     kinds_of({Kind::body, Kind::resolution, Kind::event, Kind::place}),
     [](const Network& n, const Vertex& v) {
       return std::visit(
           [&n](const auto& data) -> std::string {
             if constexpr (requires { data.type; }) {
               return shown(n.graph(), data.type);
             }
             return {};
           },
           v.data);
     }},
    {{"level", Type::text}, kinds_of({Kind::body}), field<&BodyData::level>},
    {{"country", Type::text}, kinds_of({Kind::place}), field<&PlaceData::country>},
    {{"until", Type::text}, kinds_of({Kind::place}), field<&PlaceData::until>},
    {{"role", Type::text}, kinds_of({Kind::post}), field<&PostData::role>},
    {{"number", Type::text}, kinds_of({Kind::resolution}), field<&ResolutionData::number>},
    {{"subject", Type::text}, kinds_of({Kind::resolution}), field<&ResolutionData::subject>},
    {{"date", Type::text},
     kinds_of({Kind::resolution, Kind::event, Kind::document}),
     [](const Network& n, const Vertex& v) {
       return std::visit(
           [&n](const auto& data) -> std::string {
             if constexpr (requires { data.date; }) {
               return shown(n.graph(), data.date);
             }
             return {};
           },
           v.data);
     }},
    {{"lang", Type::text}, kinds_of({Kind::document}), field<&DocumentData::lang>},
    {{"source", Type::text}, kinds_of({Kind::document}), field<&DocumentData::source>},
    {{"mention_count", Type::integer},
     with_mentions,
     [](const Network&, const Vertex& v) { return count_of(v.cited); }},
    {{"title", Type::text}, of_tenures, field<&TenureData::title>},
    {{"status", Type::text}, of_tenures, field<&TenureData::status>},
    {{"confidence", Type::text}, of_tenures, field<&TenureData::confidence>},
    {{"from", Type::text}, of_tenures, field<&TenureData::period, &Period::from>},
    {{"to", Type::text}, of_tenures, field<&TenureData::period, &Period::to>},
    {{"open", Type::text}, of_tenures, field<&TenureData::period, &Period::open>},
    {{"start_earliest", Type::day}, of_tenures, bound<&Ends::start, &Stretch::first>},
    {{"start_latest", Type::day}, of_tenures, bound<&Ends::start, &Stretch::last>},
    {{"end_earliest", Type::day}, of_tenures, bound<&Ends::end, &Stretch::first>},
    {{"end_latest", Type::day}, of_tenures, bound<&Ends::end, &Stretch::last>},
    {{"first_cited", Type::text}, of_tenures, field<&TenureData::cited, &Citations::first>},
    {{"last_cited", Type::text}, of_tenures, field<&TenureData::cited, &Citations::last>},
    {{"cited_as_over", Type::text}, of_tenures, field<&TenureData::cited, &Citations::over>},
    {{"answer", Type::text},
     of_tenures,
     [](const Network& n, const Vertex& v) {
       const auto& data = std::get<TenureData>(v.data);
       return std::string(name_of(holds_on(data.period, data.cited, *n.options().on)));
     },
     true},
    {{"document", Type::text},
     all_kinds,
     [](const Network& n, const Vertex& v) { return documents_of(n.graph(), v.cited); }},
    {{"evidence", Type::text},
     with_evidence,
     [](const Network& n, const Vertex& v) { return first_quote(n.graph(), v.cited); }},
    {{"evidence_count", Type::integer},
     with_evidence,
     [](const Network&, const Vertex& v) { return count_of(v.cited); }},
}};

/// The same of edges of the graph.
struct EdgeFact {
  Attribute attribute;
  std::string (*says)(const Graph& graph, const Edge& of);
};

constexpr std::array<EdgeFact, 6> edge_facts = {{
    {{"part", Type::text}, [](const Graph& g, const Edge& e) { return shown(g, e.part); }},
    {{"rule", Type::text}, [](const Graph& g, const Edge& e) { return shown(g, e.rule); }},
    {{"confidence", Type::text},
     [](const Graph& g, const Edge& e) { return shown(g, e.confidence); }},
    {{"document", Type::text},
     [](const Graph& g, const Edge& e) { return documents_of(g, e.cited); }},
    {{"evidence", Type::text},
     [](const Graph& g, const Edge& e) { return first_quote(g, e.cited); }},
    {{"evidence_count", Type::integer},
     [](const Graph&, const Edge& e) { return count_of(e.cited); }},
}};

bool is_told_of_edges(std::string_view name) {
  return std::any_of(edge_facts.begin(), edge_facts.end(),
                     [name](const EdgeFact& fact) { return fact.attribute.name == name; });
}

/// Is it told in this network of nodes of one of the kinds?
bool is_told_of(const Network& network, const Fact& fact, Kinds kinds) {
  return (fact.kinds & kinds) != 0 && (!fact.of_a_day || network.options().on.has_value());
}

/// One fact of several terms: theirs between "; ", or what all say.
std::string of_all(const std::vector<std::string>& terms) {
  if (std::adjacent_find(terms.begin(), terms.end(), std::not_equal_to<>()) == terms.end()) {
    return terms.front();
  }
  std::string all;
  for (const std::string& term : terms) {
    all.append(all.empty() ? "" : "; ").append(term.empty() ? "-" : term);
  }
  return all;
}

void tell(const Take& take, std::string_view name, std::string_view value) {
  if (!value.empty()) {
    take(name, value);
  }
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
  unsigned there = 0;
  for (const Network::Node& node : network.nodes()) {
    there |= kinds_of({network.graph()[node.vertex].kind()});
  }
  std::vector<Attribute> out;
  for (const Fact& fact : facts) {
    if (is_told_of(network, fact, static_cast<Kinds>(there))) {
      out.push_back(fact.attribute);
    }
  }
  return out;
}

std::vector<Attribute> tie_attributes(const Network& network) {
  std::array<bool, 4> there{};
  for (const Network::Tie& tie : network.ties()) {
    there.at(static_cast<std::size_t>(tie.says)) = true;
  }
  const auto has = [&there](Network::Says says) {
    return there.at(static_cast<std::size_t>(says));
  };
  const bool of_edges = has(Network::Says::relation);
  std::vector<Attribute> out;
  if (of_edges) {
    out = {edge_facts[0].attribute, edge_facts[1].attribute};  // which no tenure has
  }
  for (const Fact& fact : facts) {
    if ((has(Network::Says::holds) && is_told_of(network, fact, of_tenures)) ||
        (of_edges && is_told_of_edges(fact.attribute.name))) {
      out.push_back(fact.attribute);
    }
  }
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
  const Vertex& vertex = network.graph()[node.vertex];
  for (const Fact& fact : facts) {
    if (is_told_of(network, fact, kinds_of({vertex.kind()}))) {
      tell(take, fact.attribute.name, fact.says(network, vertex));
    }
  }
}

void describe(const Network& network, const Network::Tie& tie, const Take& take) {
  const Graph& graph = network.graph();
  if (tie.says == Network::Says::relation) {
    for (const EdgeFact& fact : edge_facts) {
      tell(take, fact.attribute.name, fact.says(graph, *tie.edge));
    }
    return;
  }
  const bool holds = tie.says == Network::Says::holds;
  std::string grounds;
  for (const VertexId v : network.grounds(tie)) {
    grounds.append(grounds.empty() ? "" : "; ").append(holds ? graph.key(v) : graph.label(v));
  }
  if (!holds) {
    tell(take, "in_common", grounds);
    return;
  }
  for (const Fact& fact : facts) {
    if (fact.attribute.name != "evidence_count" && is_told_of(network, fact, of_tenures)) {
      std::vector<std::string> terms;
      for (const VertexId v : network.grounds(tie)) {
        terms.push_back(fact.says(network, graph[v]));
      }
      tell(take, fact.attribute.name, of_all(terms));
    }
  }
  std::size_t count = 0;
  for (const VertexId v : network.grounds(tie)) {
    count += graph[v].cited.size();
  }
  tell(take, "evidence_count", std::to_string(count));
  tell(take, "tenure", grounds);
}

Day start_of(const TenureData& tenure) {
  const Stretch start = ends_of(tenure.period, tenure.cited).start;
  const std::optional<Day> day = start.first ? start.first : start.last;
  return day.value_or(std::numeric_limits<Day>::max());
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
