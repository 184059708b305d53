// SPDX-License-Identifier: Apache-2.0
#include "query/match.hpp"

#include "name/name.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

namespace nom::query {

namespace {

constexpr std::array<std::string_view, 9> small_words = {"a",  "an", "and", "for", "in",
                                                         "of", "s",  "the", "to"};

// Wordings of one thing; singulars, as compared.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> same_words = {{
    {"chair", "chairman"},
    {"chairperson", "chairman"},
    {"chairwoman", "chairman"},
    {"defence", "defense"},
    {"labour", "labor"},
    {"municipal", "city"},
    {"national", "country"},
    {"organisation", "organization"},
    {"provincial", "province"},
    {"spokesperson", "spokesman"},
    {"spokeswoman", "spokesman"},
    {"vice", "deputy"},
}};

std::string as_compared(std::string word) {
  constexpr std::size_t shortest_plural = 4;
  if (word.size() >= shortest_plural && word.back() == 's') {
    word.pop_back();
  }
  for (const auto& [from, to] : same_words) {
    if (word == from) {
      return std::string(to);
    }
  }
  return word;
}

// The part of a key after the last slash, without what makes it unique.
std::string_view last_segment(std::string_view key) {
  key.remove_prefix(key.rfind('/') + 1);
  return key.substr(0, key.find('.'));
}

}  // namespace

Words words_of(std::string_view text) {
  Words words;
  std::istringstream in(fold(text));
  for (std::string word; in >> word;) {
    if (std::find(small_words.begin(), small_words.end(), word) == small_words.end()) {
      words.push_back(as_compared(std::move(word)));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

Words united(const Words& a, const Words& b) {
  Words both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

Words without(const Words& words, const Words& gone) {
  Words left;
  std::set_difference(words.begin(), words.end(), gone.begin(), gone.end(),
                      std::back_inserter(left));
  return left;
}

bool within(const Words& part, const Words& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

Words Matcher::names(VertexId v) const {
  Words all = words_of(graph_.label(v));
  for (const NameId name : graph_[v].also) {
    all = united(all, words_of(graph_.text(name)));
  }
  return all;
}

// Names of a place and of those around it, and its own kind.
Words Matcher::place_words(std::optional<VertexId> place) const {
  Words all;
  if (place) {
    all = words_of(graph_.text(std::get<PlaceData>(graph_[*place].data).type));
  }
  for (; place; place = graph_.one(*place, Relation::within)) {
    all = united(all, names(*place));
  }
  return all;
}

std::optional<VertexId> Matcher::place_of_post(VertexId post) const {
  if (const auto body = graph_.one(post, Relation::in_body)) {
    return place_of(graph_, *body);
  }
  return graph_.one(post, Relation::located);
}

Words Matcher::body_words(VertexId body) const {
  const Words level = words_of(graph_.text(std::get<BodyData>(graph_[body].data).level));
  return united(united(names(body), level), place_words(place_of(graph_, body)));
}

// What the body is called apart from its place, as its key has it.
Words Matcher::base_of(VertexId body) const { return words_of(last_segment(graph_.key(body))); }

Fit Matcher::fit_post(const Words& question, VertexId post) const {
  const auto body = graph_.one(post, Relation::in_body);
  const Words label = words_of(graph_.label(post));
  if (question == label) {
    return Fit::same_label;
  }
  const Words place = place_words(place_of_post(post));
  std::vector<Words> roles = {words_of(graph_.text(std::get<PostData>(graph_[post].data).role))};
  for (const VertexId tenure : graph_.in(post, Relation::of_post)) {
    Words title = words_of(graph_.text(std::get<TenureData>(graph_[tenure].data).title));
    if (std::find(roles.begin(), roles.end(), title) == roles.end()) {
      roles.push_back(std::move(title));
    }
  }
  Words around = place;
  Words own;
  Words level;
  if (body) {
    around = united(around, body_words(*body));
    own = base_of(*body);
    level = words_of(graph_.text(std::get<BodyData>(graph_[*body].data).level));
  }
  Fit best = Fit::none;
  for (const Words& role : roles) {
    if (within(question, united(united(role, around), label))) {
      const bool has_all = within(united(role, own), question) ||
                           within(without(without(label, place), level), question);
      best = std::min(best, has_all ? Fit::exact : Fit::contains);
    }
  }
  return best;
}

Fit Matcher::fit_body(const Words& question, VertexId body) const {
  if (question == words_of(graph_.label(body))) {
    return Fit::same_label;
  }
  if (!within(question, body_words(body))) {
    return Fit::none;
  }
  return within(base_of(body), question) ? Fit::exact : Fit::contains;
}

Fit Matcher::fit_person(const Words& question, VertexId person) const {
  Fit best = Fit::none;
  const auto compare = [&](std::string_view name, Fit whole) {
    const Words words = words_of(name);
    if (words == question) {
      best = std::min(best, whole);
    } else if (within(question, words)) {
      best = std::min(best, Fit::contains);
    }
  };
  compare(graph_.label(person), Fit::exact);
  for (const NameId name : graph_[person].also) {
    const std::string_view text = graph_.text(name);
    // A surname alone names many.
    compare(text, text.find(' ') == std::string_view::npos ? Fit::contains : Fit::exact);
  }
  return best;
}

Matcher::Ranks Matcher::find_places(std::string_view question) const {
  const Words asked = words_of(question);
  std::set<VertexId> found;
  const auto [first, last] = graph_.of_kind(Kind::place);
  for (VertexId place = first; place < last; ++place) {
    std::vector<std::string_view> forms = {graph_.label(place)};
    for (const NameId name : graph_[place].also) {
      forms.push_back(graph_.text(name));
    }
    const bool named = std::any_of(forms.begin(), forms.end(), [&asked](std::string_view form) {
      return within(words_of(form), asked);
    });
    if (graph_.key(place) == question || (named && within(asked, place_words(place)))) {
      found.insert(place);
    }
  }
  Ranks ranks;
  for (VertexId place = first; place < last; ++place) {
    for (std::optional<VertexId> up = place; up; up = graph_.one(*up, Relation::within)) {
      if (found.contains(*up)) {
        ranks[place] = *up == place ? 0 : 1;  // the last, widest one counts
      }
    }
  }
  return ranks;
}

template <class FitOf, class RankOf>
std::vector<VertexId> Matcher::best(Kind kind, std::string_view question, FitOf fit_of,
                                    RankOf rank_of) const {
  // By its key, or by one that was merged into it.
  if (const auto v = graph_.find(question); v && graph_[*v].kind() == kind) {
    return {*v};
  }
  const Words asked = words_of(question);
  std::vector<VertexId> found;
  std::pair<Fit, int> least{Fit::none, 0};
  const auto [first, last] = graph_.of_kind(kind);
  for (VertexId v = first; v < last; ++v) {
    std::pair<Fit, int> fit{Fit::none, 0};
    if (!asked.empty()) {
      fit.first = fit_of(asked, v);
    }
    if (fit.first == Fit::none) {
      continue;
    }
    const std::optional<int> rank = rank_of(v);
    if (!rank) {
      continue;
    }
    fit.second = *rank;
    if (fit < least) {
      least = fit;
      found.clear();
    }
    if (fit == least) {
      found.push_back(v);
    }
  }
  return found;
}

namespace {

template <class Ranks>
std::optional<int> rank_in(const Ranks& ranks, const std::optional<VertexId>& place, bool asked) {
  if (!asked) {
    return 0;
  }
  if (!place) {
    return std::nullopt;
  }
  const auto found = ranks.find(*place);
  return found == ranks.end() ? std::nullopt : std::optional<int>(found->second);
}

}  // namespace

std::vector<VertexId> Matcher::find_posts(std::string_view question, std::string_view place) const {
  const Ranks ranks = find_places(place);
  return best(
      Kind::post, question, [this](const Words& q, VertexId v) { return fit_post(q, v); },
      [&](VertexId v) { return rank_in(ranks, place_of_post(v), !place.empty()); });
}

std::optional<std::vector<VertexId>> Matcher::posts_in(std::string_view place) const {
  const Ranks ranks = find_places(place);
  if (ranks.empty() && !place.empty()) {
    return std::nullopt;
  }
  std::vector<VertexId> found;
  const auto [first, last] = graph_.of_kind(Kind::post);
  for (VertexId post = first; post < last; ++post) {
    if (rank_in(ranks, place_of_post(post), !place.empty())) {
      found.push_back(post);
    }
  }
  return found;
}

std::vector<VertexId> Matcher::find_bodies(std::string_view question,
                                           std::string_view place) const {
  const Ranks ranks = find_places(place);
  return best(
      Kind::body, question, [this](const Words& q, VertexId v) { return fit_body(q, v); },
      [&](VertexId v) { return rank_in(ranks, place_of(graph_, v), !place.empty()); });
}

std::vector<VertexId> Matcher::find_people(std::string_view question,
                                           std::string_view place) const {
  const Ranks ranks = find_places(place);
  std::vector<VertexId> found = best(
      Kind::person, question, [this](const Words& q, VertexId v) { return fit_person(q, v); },
      [&](VertexId v) -> std::optional<int> {
        if (place.empty()) {
          return 0;
        }
        for (const VertexId tenure : graph_.in(v, Relation::holder)) {
          if (const auto post = graph_.one(tenure, Relation::of_post);
              post && rank_in(ranks, place_of_post(*post), true)) {
            return 0;
          }
        }
        return std::nullopt;
      });
  // Of namesakes of whom only one has posts, that one is meant.
  std::vector<VertexId> with_posts;
  for (const VertexId person : found) {
    if (!graph_.in(person, Relation::holder).empty()) {
      with_posts.push_back(person);
    }
  }
  return with_posts.size() == 1 ? with_posts : found;
}

std::optional<VertexId> the_one(Answer& answer, const Graph& graph,
                                const std::vector<VertexId>& found,
                                const std::function<std::string(VertexId)>& note_of) {
  if (found.size() == 1) {
    answer.subject = graph.label(found.front());
    return found.front();
  }
  for (const VertexId v : found) {
    answer.candidates.push_back(
        {std::string(graph.key(v)), std::string(graph.label(v)), note_of(v)});
  }
  return std::nullopt;
}

}  // namespace nom::query
