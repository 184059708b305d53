// SPDX-License-Identifier: Apache-2.0
#include "query/query.hpp"

#include "query/match.hpp"
#include "query/tell.hpp"
#include "query/why.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace nom::query {

namespace {

// Of what a filter leaves over: the answer for the day (`certain` if there is no day), or nothing
// if the tenure is not asked for.
std::optional<Truth> answer_for(const Graph& graph, VertexId v, const Filter& filter,
                                bool with_ended) {
  const auto& tenure = std::get<TenureData>(graph[v].data);
  if (filter.on) {
    const Truth truth = holds_on(tenure.period, tenure.cited, *filter.on);
    return truth == Truth::no && !filter.history ? std::nullopt : std::optional(truth);
  }
  return has_ended(graph, v) && !with_ended ? std::nullopt : std::optional(Truth::certain);
}

std::vector<Column> tenure_columns(const Filter& filter) {
  std::vector<Column> columns;
  for (const char* name : {"person", "post", "body", "status", "from", "to", "first_cited",
                           "last_cited", "ended_by"}) {
    columns.push_back({name});
  }
  if (filter.on) {
    columns.push_back({"answer"});
    columns.push_back({"why"});
  }
  return columns;
}

void add_tenures(Answer& answer, const Graph& graph, std::vector<VertexId> tenures,
                 const Filter& filter, bool with_ended) {
  for (const VertexId v : by_time(graph, std::move(tenures))) {
    const auto& tenure = std::get<TenureData>(graph[v].data);
    const std::optional<Truth> truth = answer_for(graph, v, filter, with_ended);
    if (!truth) {
      continue;
    }
    const auto post = graph.one(v, Relation::of_post);
    const auto body = post ? graph.one(*post, Relation::in_body) : std::nullopt;
    const End end = end_of(graph, v);
    Row row;
    row.cells = {label_of(graph, graph.one(v, Relation::holder)),
                 label_of(graph, post),
                 label_of(graph, body),
                 std::string(name_of(tenure.status)),
                 to_iso(tenure.period.from),
                 to_iso(end.to),
                 to_iso(tenure.cited.first),
                 to_iso(tenure.cited.last),
                 end.by};
    if (filter.on) {
      row.cells.emplace_back(name_of(*truth));
      row.cells.push_back(why(graph, v, *filter.on, *truth));
    }
    row.proofs = *truth == Truth::no ? proofs_of_end(graph, v) : proofs_of(graph, graph[v].cited);
    answer.rows.push_back(std::move(row));
  }
}

// Walks down from a body, writing its posts and their holders.
class ChartWriter {
 public:
  ChartWriter(const Graph& graph, const Filter& filter, Answer& answer)
      : graph_(graph), filter_(filter), answer_(answer) {}

  void write(VertexId body, std::size_t depth, const std::string& under,
             const std::vector<Citation>& under_cited) {
    // A body may be under two others; it is written below each, but not below itself.
    if (!open_.insert(body).second) {
      return;
    }
    const std::size_t before = answer_.rows.size();
    const std::optional<Ending> ending = ending_of(graph_, body);
    const bool is_gone = ending && (filter_.on ? latest(ending->date) <= earliest(*filter_.on)
                                               : is_past(graph_, *ending));
    for (const VertexId post : graph_.in(body, Relation::in_body)) {
      const auto& data = std::get<PostData>(graph_[post].data);
      const std::string role(graph_.text(data.role));
      bool vacant = data.one_seat && !is_gone;
      for (const VertexId v : by_time(graph_, graph_.in(post, Relation::of_post))) {
        const auto& tenure = std::get<TenureData>(graph_[v].data);
        if (const auto truth = answer_for(graph_, v, filter_, filter_.history)) {
          const End end = end_of(graph_, v);
          add(body, depth, under,
              {role, label_of(graph_, graph_.one(v, Relation::holder)),
               std::string(name_of(tenure.status)), to_iso(tenure.period.from), to_iso(end.to),
               end.by},
              name_of(*truth), graph_[v].cited);
          vacant = vacant && (filter_.on ? *truth == Truth::no : has_ended(graph_, v));
        }
      }
      if (vacant) {
        // Nobody who is known; there may be somebody of whom no source speaks.
        add(body, depth, under, {role, "", "vacant", "", "", ""}, name_of(Truth::possible), {});
      }
    }
    if (answer_.rows.size() == before) {
      add(body, depth, under, {"", "", "", "", "", ""}, "", under_cited);
    }
    const Graph::Boost& boost = graph_.boost();
    for (auto [e, end] = in_edges(body, boost); e != end; ++e) {
      const Edge& edge = boost[*e];
      if (edge.relation == Relation::under) {
        write(static_cast<VertexId>(source(*e, boost)), depth + 1,
              std::string(name_of(edge.confidence)), edge.cited);
      }
    }
    open_.erase(body);
  }

 private:
  void add(VertexId body, std::size_t depth, const std::string& under,
           std::vector<std::string> held, std::string_view truth,
           const std::vector<Citation>& cited) {
    Row row;
    row.cells = {std::to_string(depth), std::string(graph_.label(body)), under};
    row.cells.insert(row.cells.end(), std::make_move_iterator(held.begin()),
                     std::make_move_iterator(held.end()));
    if (filter_.on) {
      row.cells.emplace_back(truth);
    }
    row.proofs = proofs_of(graph_, cited);
    row.of = graph_.key(body);
    row.depth = depth;
    answer_.rows.push_back(std::move(row));
  }

  const Graph& graph_;
  const Filter& filter_;
  Answer& answer_;
  std::set<VertexId> open_;
};

}  // namespace

Answer who(const Graph& graph, std::string_view post, const Filter& filter) {
  Answer answer;
  answer.columns = tenure_columns(filter);
  const Matcher matcher(graph);
  const auto note = [&](VertexId v) { return label_of(graph, matcher.place_of_post(v)); };
  const std::vector<VertexId> found = matcher.find_posts(post, filter.place);
  if (const auto one = the_one(answer, graph, found, note)) {
    add_tenures(answer, graph, graph.in(*one, Relation::of_post), filter, filter.history);
  }
  return answer;
}

Answer posts(const Graph& graph, std::string_view person, const Filter& filter) {
  Answer answer;
  answer.columns = tenure_columns(filter);
  const Matcher matcher(graph);
  const auto note = [&graph](VertexId v) {
    const std::vector<VertexId> tenures = by_time(graph, graph.in(v, Relation::holder));
    return tenures.empty() ? std::string()
                           : label_of(graph, graph.one(tenures.back(), Relation::of_post));
  };
  const std::vector<VertexId> found = matcher.find_people(person, filter.place);
  if (const auto one = the_one(answer, graph, found, note)) {
    add_tenures(answer, graph, graph.in(*one, Relation::holder), filter, true);
  }
  return answer;
}

Answer chart(const Graph& graph, std::string_view body, const Filter& filter) {
  Answer answer;
  answer.columns = {{"depth", true}};
  for (const char* name : {"body", "under", "post", "person", "status", "from", "to", "ended_by"}) {
    answer.columns.push_back({name});
  }
  if (filter.on) {
    answer.columns.push_back({"answer"});
  }
  const Matcher matcher(graph);
  const auto note = [&](VertexId v) { return label_of(graph, place_of(graph, v)); };
  const std::vector<VertexId> found = matcher.find_bodies(body, filter.place);
  if (const auto one = the_one(answer, graph, found, note)) {
    ChartWriter(graph, filter, answer).write(*one, 0, "", {});
  }
  return answer;
}

Answer changes(const Graph& graph, PartialDate from, PartialDate to, std::string_view place) {
  Answer answer;
  for (const char* name : {"change", "person", "post", "body", "earliest", "latest", "answer"}) {
    answer.columns.push_back({name});
  }
  const auto posts = Matcher(graph).posts_in(place);
  if (!posts) {
    return answer;
  }
  answer.subject = to_iso(from) + " to " + to_iso(to);
  const Day begin = earliest(from);
  const Day end = latest(to);
  std::vector<std::pair<std::tuple<Day, Day, bool>, Row>> rows;  // day, day, entered; row
  const auto add = [&](VertexId tenure, VertexId post, const Stretch& when, bool entered) {
    if ((when.last && *when.last < begin) || (when.first && *when.first > end)) {
      return;
    }
    if (!when.first || !when.last) {
      ++answer.undated;
      return;
    }
    const bool inside = *when.first >= begin && *when.last <= end;
    Row row;
    row.cells = {entered ? "entered" : "left",
                 label_of(graph, graph.one(tenure, Relation::holder)),
                 label_of(graph, post),
                 label_of(graph, graph.one(post, Relation::in_body)),
                 to_iso(date_of(*when.first)),
                 to_iso(date_of(*when.last)),
                 std::string(name_of(inside ? Truth::certain : Truth::possible))};
    row.proofs = entered ? proofs_of(graph, graph[tenure].cited) : proofs_of_end(graph, tenure);
    rows.emplace_back(std::tuple(*when.first, *when.last, entered), std::move(row));
  };
  for (const VertexId post : *posts) {
    for (const VertexId v : graph.in(post, Relation::of_post)) {
      const auto& tenure = std::get<TenureData>(graph[v].data);
      const Ends ends = ends_of(tenure.period, tenure.cited);
      add(v, post, ends.start, true);
      add(v, post, ends.end, false);
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [when, row] : rows) {
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

}  // namespace nom::query
