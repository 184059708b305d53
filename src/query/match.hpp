// SPDX-License-Identifier: Apache-2.0
// match: the words of questions and of the things they ask for.
#pragma once

#include "graph/graph.hpp"
#include "query/query.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nom::query {

/// Distinct words, sorted, as compared.
using Words = std::vector<std::string>;

Words words_of(std::string_view text);
Words united(const Words& a, const Words& b);
Words without(const Words& words, const Words& gone);
bool within(const Words& part, const Words& whole);

/// How well a question fits: less is better.
enum class Fit { same_label, exact, contains, none };

/// Words of the places, bodies and posts of one graph, for matching questions.
class Matcher {
 public:
  explicit Matcher(const Graph& graph) : graph_(graph) {}

  /// Ids of the best fitting things, by key; empty if nothing fits or the place is unknown.
  [[nodiscard]] std::vector<VertexId> find_posts(std::string_view question,
                                                 std::string_view place) const;
  [[nodiscard]] std::vector<VertexId> find_bodies(std::string_view question,
                                                  std::string_view place) const;
  [[nodiscard]] std::vector<VertexId> find_people(std::string_view question,
                                                  std::string_view place) const;

  /// All posts in a place and within it, or of the whole graph if none is asked for; no value if no
  /// place fits.
  [[nodiscard]] std::optional<std::vector<VertexId>> posts_in(std::string_view place) const;

  /// Its own place or that of its body.
  [[nodiscard]] std::optional<VertexId> place_of_post(VertexId post) const;

 private:
  using Ranks = std::map<VertexId, int>;  // place → 0 as asked for, 1 within it

  [[nodiscard]] Ranks find_places(std::string_view question) const;
  [[nodiscard]] Words names(VertexId v) const;
  [[nodiscard]] Words place_words(std::optional<VertexId> place) const;
  [[nodiscard]] Words body_words(VertexId body) const;
  [[nodiscard]] Words base_of(VertexId body) const;
  [[nodiscard]] Fit fit_post(const Words& question, VertexId post) const;
  [[nodiscard]] Fit fit_body(const Words& question, VertexId body) const;
  [[nodiscard]] Fit fit_person(const Words& question, VertexId person) const;

  template <class FitOf, class RankOf>
  std::vector<VertexId> best(Kind kind, std::string_view question, FitOf fit_of,
                             RankOf rank_of) const;

  const Graph& graph_;
};

/// The one thing asked for, which is the subject of the answer then; several are noted in it as
/// candidates.
std::optional<VertexId> the_one(Answer& answer, const Graph& graph,
                                const std::vector<VertexId>& found,
                                const std::function<std::string(VertexId)>& note_of);

}  // namespace nom::query
