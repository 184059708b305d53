// SPDX-License-Identifier: Apache-2.0
#include "resolve/choice.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

namespace nom::resolving {

void Tally::add(const std::string& text, int weight) {
  if (!text.empty()) {
    count_[text] += weight;
  }
}

void Tally::add_all(const Tally& other) {
  for (const auto& [text, count] : other.count_) {
    count_[text] += count;
  }
}

std::string Tally::best() const {
  const auto better = [](const auto& a, const auto& b) {
    return std::tuple(-a.second, -static_cast<long>(a.first.size()), a.first) <
           std::tuple(-b.second, -static_cast<long>(b.first.size()), b.first);
  };
  const auto best = std::min_element(count_.begin(), count_.end(), better);
  return best == count_.end() ? std::string() : best->first;
}

namespace {

// Appends the qualifiers chosen by `choose` to the keys of a group, if that tells them apart.
template <class Choose>
bool qualify(std::vector<Keyed>& keys, const std::vector<std::size_t>& group,
             std::set<std::string>& used, Choose choose) {
  std::vector<std::string> made;
  std::set<std::string> distinct;
  for (const std::size_t i : group) {
    const std::string qualifier = choose(keys[i]);
    made.push_back(qualifier.empty() ? keys[i].key : keys[i].key + "." + qualifier);
    if (used.contains(made.back()) || !distinct.insert(made.back()).second) {
      return false;
    }
  }
  for (std::size_t n = 0; n < group.size(); ++n) {
    keys[group[n]].key = made[n];
  }
  used.merge(distinct);
  return true;
}

}  // namespace

void make_unique(std::vector<Keyed>& keys) {
  std::map<std::string, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    groups[keys[i].key].push_back(i);
  }
  std::set<std::string> used;
  for (const auto& [key, group] : groups) {
    if (group.size() == 1) {
      used.insert(key);
    }
  }
  for (auto& [key, group] : groups) {
    if (group.size() == 1) {
      continue;
    }
    std::size_t most = 0;
    for (const std::size_t i : group) {
      most = std::max(most, keys[i].qualifiers.size());
    }
    bool done = false;
    for (std::size_t q = 0; q < most && !done; ++q) {
      done = qualify(keys, group, used, [q](const Keyed& k) {
        return q < k.qualifiers.size() ? k.qualifiers[q] : std::string();
      });
    }
    done = done || qualify(keys, group, used, [](const Keyed& k) {
             std::string all;
             for (const std::string& q : k.qualifiers) {
               if (!q.empty()) {
                 all += (all.empty() ? "" : ".") + q;
               }
             }
             return all;
           });
    if (!done) {
      std::stable_sort(group.begin(), group.end(), [&keys](std::size_t a, std::size_t b) {
        return keys[a].content < keys[b].content;
      });
      int number = 1;
      for (const std::size_t i : group) {
        std::string made = key;
        while (!used.insert(made).second) {
          made = key + "." + std::to_string(++number);
        }
        keys[i].key = made;
      }
    }
  }
}

std::vector<std::string> keys_kept(const std::vector<Moved>& moved, std::size_t count,
                                   const std::set<std::string>& preferred) {
  std::vector<std::string> kept(count);
  const auto rank = [&preferred](const std::string& key) {
    return std::pair(!preferred.contains(key), key);
  };
  for (const auto& [key, to] : moved) {
    if (kept[to].empty() || rank(key) < rank(kept[to])) {
      kept[to] = key;
    }
  }
  return kept;
}

Sets::Sets(std::size_t size) : up_(size) { std::iota(up_.begin(), up_.end(), 0); }

std::size_t Sets::find(std::size_t i) {
  while (up_[i] != i) {
    up_[i] = up_[up_[i]];
    i = up_[i];
  }
  return i;
}

void Sets::unite(std::size_t a, std::size_t b) {
  a = find(a);
  b = find(b);
  up_[std::max(a, b)] = std::min(a, b);
}

std::vector<std::string> split(const std::string& folded) {
  std::vector<std::string> words;
  std::istringstream in(folded);
  for (std::string word; in >> word;) {
    words.push_back(std::move(word));
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

bool has_words(std::string_view hay, std::string_view needle) {
  if (needle.empty()) {
    return false;
  }
  for (std::size_t at = hay.find(needle); at != std::string_view::npos;
       at = hay.find(needle, at + 1)) {
    const std::size_t end = at + needle.size();
    const bool starts = at == 0 || hay[at - 1] == ' ';
    const bool ends = end == hay.size() || hay[end] == ' ' ||
                      (hay[end] == 's' && (end + 1 == hay.size() || hay[end + 1] == ' '));
    if (starts && ends) {
      return true;
    }
  }
  return false;
}

}  // namespace nom::resolving
