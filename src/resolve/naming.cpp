// SPDX-License-Identifier: Apache-2.0
#include "resolve/naming.hpp"

#include "name/name.hpp"
#include "resolve/choice.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nom::resolving {

namespace {

// The word without what stands for an apostrophe, which is no mark of a letter.
std::string without_apostrophes(std::string word) {
  constexpr std::array<std::string_view, 4> apostrophes = {"’", "‘", "ʼ", "´"};
  for (const std::string_view apostrophe : apostrophes) {
    for (std::size_t at = word.find(apostrophe); at != std::string::npos;
         at = word.find(apostrophe)) {
      word.erase(at, apostrophe.size());
    }
  }
  return word;
}

bool is_initial(const std::string& word) {
  return word.ends_with('.') && count_code_points(to_nfc(word)) == 2;
}

using Marks = std::map<std::string, unsigned>;

// Do initials and marks contradict each other nowhere?
bool spelled_alike(const std::string& initials, const Marks& mark,
                   const std::string& other_initials, const Marks& other_mark) {
  if (!initials.empty() && !other_initials.empty() && initials != other_initials) {
    return false;
  }
  return std::all_of(mark.begin(), mark.end(), [&other_mark](const auto& own) {
    const auto found = other_mark.find(own.first);
    return found == other_mark.end() || found->second == own.second;
  });
}

}  // namespace

Naming naming_of(const std::string& name) {
  std::string spaced = name;
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  const std::vector<std::string> raw = split(spaced);
  Naming naming;
  std::vector<std::string> words;
  std::vector<std::string> marked;
  std::size_t with_marks = 0;
  const auto others = static_cast<std::size_t>(
      std::count_if(raw.begin(), raw.end(), [](const auto& word) { return !is_initial(word); }));
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const std::string folded = fold(raw[i]);
    if (folded.empty()) {
      continue;
    }
    if (is_initial(raw[i]) && others > 1 && i > 0 && i + 1 < raw.size()) {
      naming.initials += folded;
      continue;
    }
    const unsigned marks = mark_key(without_apostrophes(to_nfc(raw[i])));
    if (marks != 0) {
      ++with_marks;
      naming.mark.emplace(folded, marks);
    }
    words.push_back(folded);
    marked.push_back(folded + ":" + std::to_string(marks));
  }
  for (std::size_t turn = 0; turn < std::max<std::size_t>(words.size(), 1); ++turn) {
    const std::string turned = joined(words);
    naming.key = turn == 0 ? turned : std::min(naming.key, turned);
    if (!words.empty()) {
      std::rotate(words.begin(), std::next(words.begin()), words.end());
    }
  }
  constexpr std::size_t enough = 3;
  if (words.size() >= enough && 2 * with_marks >= words.size()) {
    std::sort(marked.begin(), marked.end());
    naming.full = joined(marked);
  }
  std::sort(words.begin(), words.end());
  naming.words = std::move(words);
  return naming;
}

bool may_be_one(const Naming& a, const Naming& b) {
  if (a.key == b.key) {
    return Written(a).agrees(Written(b));
  }
  return (std::includes(a.words.begin(), a.words.end(), b.words.begin(), b.words.end()) ||
          std::includes(b.words.begin(), b.words.end(), a.words.begin(), a.words.end())) &&
         spelled_alike(a.initials, a.mark, b.initials, b.mark);
}

bool Written::agrees(const Written& other) const {
  return (full_.empty() || other.full_.empty() || full_ == other.full_) &&
         spelled_alike(initials_, mark_, other.initials_, other.mark_);
}

void Written::add(const Written& other) {
  initials_ = std::max(initials_, other.initials_);
  full_ = std::max(full_, other.full_);
  mark_.insert(other.mark_.begin(), other.mark_.end());
}

std::string Written::signature() const {
  std::string all = initials_ + "|" + full_;
  for (const auto& [word, marks] : mark_) {
    all += "|" + word + ":" + std::to_string(marks);
  }
  return all;
}

}  // namespace nom::resolving
