// SPDX-License-Identifier: Apache-2.0
#include "graph/graph.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

namespace nom {

namespace {

constexpr std::array<std::string_view, kind_count> kind_names = {
    "person", "body", "post", "tenure", "resolution", "event", "place", "document"};

constexpr std::array<std::string_view, relation_count> relation_names = {
    "holder",       "of_post",   "in_body",    "under",    "located",  "within",  "issued_by",
    "organised_by", "took_part", "same_maybe", "ended_by", "ended_in", "begun_in"};

// Citations in canonical order, each once.
void put_in_order(std::vector<Citation>& cited, const Names& names) {
  const auto key = [&names](const Citation& c) {
    return std::tuple(c.document, c.start, c.end, names.text(c.rule), names.text(c.quote));
  };
  std::sort(cited.begin(), cited.end(),
            [&key](const Citation& a, const Citation& b) { return key(a) < key(b); });
  cited.erase(
      std::unique(cited.begin(), cited.end(),
                  [&key](const Citation& a, const Citation& b) { return key(a) == key(b); }),
      cited.end());
}

// Names in order of their texts, each once, without the one that stands elsewhere.
void put_in_order(std::vector<NameId>& also, NameId label, const Names& names) {
  std::sort(also.begin(), also.end(),
            [&names](NameId a, NameId b) { return names.text(a) < names.text(b); });
  also.erase(std::unique(also.begin(), also.end()), also.end());
  also.erase(std::remove(also.begin(), also.end(), label), also.end());
}

std::vector<VertexId> without_repeats(std::vector<VertexId> sorted) {
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + '"';
}

// Writes the data of a vertex: " name=value" for each field that says something.
class DumpData {
 public:
  DumpData(std::string& out, const Names& names) : out_(out), names_(names) {}

  void operator()(const PersonData& /*person*/) {}

  void operator()(const BodyData& body) {
    field("type", names_.text(body.type));
    field("level", names_.text(body.level));
  }

  void operator()(const PostData& post) {
    field("role", names_.text(post.role));
    field("seats", post.one_seat ? "one" : "");
  }

  void operator()(const TenureData& tenure) {
    field("title", names_.text(tenure.title));
    field("status", name_of(tenure.status));
    field("held", tenure.acting && tenure.status != Status::acting ? "acting" : "");
    field("confidence", name_of(tenure.confidence));
    date("from", tenure.period.from);
    date("to", tenure.period.to);
    field("open", name_of(tenure.period.open));
    date("first", tenure.cited.first);
    date("last", tenure.cited.last);
    date("over", tenure.cited.over);
    date("predecessor", tenure.cited.predecessor);
    date("successor", tenure.cited.successor);
    date("gone", tenure.cited.gone);
  }

  void operator()(const ResolutionData& resolution) {
    field("type", names_.text(resolution.type));
    field("number", names_.text(resolution.number));
    field("subject", names_.text(resolution.subject));
    date("date", resolution.date);
  }

  void operator()(const EventData& event) {
    field("type", names_.text(event.type));
    date("date", event.date);
  }

  void operator()(const PlaceData& place) {
    field("type", names_.text(place.type));
    field("country", names_.text(place.country));
    date("until", place.until);
  }

  void operator()(const DocumentData& document) {
    field("id", names_.text(document.id));
    field("lang", names_.text(document.lang));
    field("source", names_.text(document.source));
    date("date", document.date);
  }

 private:
  void field(std::string_view name, std::string_view value) {
    if (value.empty()) {
      return;
    }
    out_.append(" ").append(name).append("=");
    const bool plain = value.find_first_of(" \"\\\n") == std::string_view::npos;
    out_ += plain ? std::string(value) : quoted(value);
  }

  void date(std::string_view name, const std::optional<PartialDate>& value) {
    if (value) {
      field(name, to_iso(*value));
    }
  }

  std::string& out_;
  const Names& names_;
};

void dump_cited(std::string& out, const Graph& graph, const std::vector<Citation>& cited) {
  for (const Citation& c : cited) {
    out.append(" @").append(graph.key(c.document)).append(":");
    out.append(std::to_string(c.start)).append("-").append(std::to_string(c.end));
    if (const std::string_view rule = graph.text(c.rule); !rule.empty()) {
      out.append(":").append(rule);
    }
  }
}

}  // namespace

std::string_view name_of(Kind kind) { return kind_names.at(static_cast<std::size_t>(kind)); }

std::string_view name_of(Relation relation) {
  return relation_names.at(static_cast<std::size_t>(relation));
}

std::optional<VertexId> Graph::find(std::string_view key) const {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    return std::nullopt;
  }
  return found->second;
}

std::pair<VertexId, VertexId> Graph::of_kind(Kind kind) const {
  if (first_of_kind_.empty()) {
    return {0, 0};
  }
  const auto i = static_cast<std::size_t>(kind);
  return {first_of_kind_[i], first_of_kind_[i + 1]};
}

std::vector<VertexId> Graph::out(VertexId v, Relation relation) const {
  std::vector<VertexId> found;
  for (const auto& [target, edge] : edges(v, relation)) {
    found.push_back(target);
  }
  return without_repeats(std::move(found));
}

std::vector<VertexId> Graph::in(VertexId v, Relation relation) const {
  std::vector<VertexId> found;
  for (auto [e, end] = in_edges(v, graph_); e != end; ++e) {
    if (graph_[*e].relation == relation) {
      found.push_back(static_cast<VertexId>(source(*e, graph_)));
    }
  }
  return without_repeats(std::move(found));
}

std::vector<std::pair<VertexId, const Edge*>> Graph::edges(VertexId v, Relation relation) const {
  std::vector<std::pair<VertexId, const Edge*>> found;
  for (auto [e, end] = out_edges(v, graph_); e != end; ++e) {
    if (graph_[*e].relation == relation) {
      found.emplace_back(static_cast<VertexId>(target(*e, graph_)), &graph_[*e]);
    }
  }
  return found;
}

std::optional<VertexId> Graph::one(VertexId v, Relation relation) const {
  for (auto [e, end] = out_edges(v, graph_); e != end; ++e) {
    if (graph_[*e].relation == relation) {
      return static_cast<VertexId>(target(*e, graph_));
    }
  }
  return std::nullopt;
}

VertexId GraphBuilder::add(Vertex vertex) {
  vertices_.push_back(std::move(vertex));
  return static_cast<VertexId>(vertices_.size() - 1);
}

void GraphBuilder::connect(VertexId source, VertexId target, Edge edge) {
  links_.push_back({source, target, std::move(edge)});
}

Graph GraphBuilder::finish() && {
  std::vector<VertexId> order(vertices_.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [this](VertexId a, VertexId b) {
    const Vertex& x = vertices_[a];
    const Vertex& y = vertices_[b];
    return x.kind() != y.kind() ? x.kind() < y.kind() : names_.text(x.key) < names_.text(y.key);
  });
  std::vector<VertexId> new_id(order.size());
  for (VertexId i = 0; i < order.size(); ++i) {
    new_id[order[i]] = i;
  }
  const auto renumber = [&new_id](std::vector<Citation>& cited) {
    for (Citation& c : cited) {
      c.document = new_id[c.document];
    }
  };

  Graph graph;
  graph.graph_ = Graph::Boost(order.size());
  graph.first_of_kind_.assign(kind_count + 1, 0);
  for (VertexId i = 0; i < order.size(); ++i) {
    Vertex& vertex = vertices_[order[i]];
    renumber(vertex.cited);
    put_in_order(vertex.cited, names_);
    put_in_order(vertex.also, vertex.label, names_);
    put_in_order(vertex.merged, vertex.key, names_);
    ++graph.first_of_kind_[static_cast<std::size_t>(vertex.kind()) + 1];
    graph.graph_[i] = std::move(vertex);
  }
  std::partial_sum(graph.first_of_kind_.begin(), graph.first_of_kind_.end(),
                   graph.first_of_kind_.begin());

  // Among edges that say the same, the surest comes first and gives its confidence and rule.
  for (Link& link : links_) {
    link.source = new_id[link.source];
    link.target = new_id[link.target];
    renumber(link.edge.cited);
  }
  const auto says = [this](const Link& l) {
    return std::tuple(l.source, l.edge.relation, l.target, names_.text(l.edge.part));
  };
  std::sort(links_.begin(), links_.end(), [&](const Link& a, const Link& b) {
    const auto x = says(a);
    const auto y = says(b);
    return x != y ? x < y
                  : std::tuple(a.edge.confidence, names_.text(a.edge.rule)) <
                        std::tuple(b.edge.confidence, names_.text(b.edge.rule));
  });
  for (auto link = links_.begin(); link != links_.end();) {
    auto next = std::next(link);
    for (; next != links_.end() && says(*next) == says(*link); ++next) {
      link->edge.cited.insert(link->edge.cited.end(), next->edge.cited.begin(),
                              next->edge.cited.end());
    }
    put_in_order(link->edge.cited, names_);
    add_edge(link->source, link->target, link->edge, graph.graph_);
    link = next;
  }

  graph.names_ = std::move(names_);
  graph.by_key_.reserve(order.size());
  for (VertexId i = 0; i < order.size(); ++i) {
    graph.by_key_.emplace(graph.key(i), i);
  }
  for (VertexId i = 0; i < order.size(); ++i) {
    for (const NameId key : graph[i].merged) {
      graph.by_key_.emplace(graph.text(key), i);
    }
  }
  const auto [first_document, last_document] = graph.of_kind(Kind::document);
  for (VertexId v = first_document; v < last_document; ++v) {
    if (const auto& date = std::get<DocumentData>(graph.graph_[v].data).date) {
      graph.newest_ = std::max(graph.newest_, std::optional<Day>(latest(*date)));
    }
  }
  const auto [first, last] = graph.of_kind(Kind::tenure);
  for (VertexId tenure = first; tenure < last; ++tenure) {
    if (const auto ending = ending_of_tenure(graph, tenure)) {
      std::get<TenureData>(graph.graph_[tenure].data).cited.gone = ending->date;
    }
  }
  return graph;
}

std::string dump(const Graph& graph) {
  std::string out;
  for (VertexId v = 0; v < graph.size(); ++v) {
    const Vertex& vertex = graph[v];
    out.append(graph.key(v)).append(" ").append(quoted(graph.label(v)));
    for (const NameId name : vertex.also) {
      out.append(" also=").append(quoted(graph.text(name)));
    }
    for (const NameId key : vertex.merged) {
      out.append(" merged=").append(graph.text(key));
    }
    std::visit(DumpData(out, graph.names()), vertex.data);
    dump_cited(out, graph, vertex.cited);
    out += '\n';
    const Graph::Boost& boost = graph.boost();
    for (auto [e, end] = out_edges(v, boost); e != end; ++e) {
      const Edge& edge = boost[*e];
      out.append("  ").append(name_of(edge.relation)).append(" ");
      out.append(graph.key(static_cast<VertexId>(target(*e, boost))));
      if (edge.confidence != Confidence::stated) {
        out.append(" confidence=").append(name_of(edge.confidence));
      }
      if (const std::string_view part = graph.text(edge.part); !part.empty()) {
        out.append(" part=").append(part);
      }
      if (const std::string_view rule = graph.text(edge.rule); !rule.empty()) {
        out.append(" rule=").append(quoted(rule));
      }
      dump_cited(out, graph, edge.cited);
      out += '\n';
    }
  }
  return out;
}

}  // namespace nom
