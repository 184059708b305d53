// SPDX-License-Identifier: Apache-2.0
// Stage tenure: lines of a life under a name, which speak of the one so named without saying it.
//   "- Joined the Water Board in 2007 as chief accountant", "* Former dean of Bend College"
#pragma once

#include "extract/analysis.hpp"

#include <map>
#include <optional>
#include <string_view>

namespace nom::extract {

/// Follows whose life is told while the sentences of one document are read in order.
class Lives {
 public:
  explicit Lives(Analysis& a) : a_(a) {}

  /// Puts before an English line of a life the person whose life it is; false, and nothing
  /// changes, if it is no such line. Items may move: iterators into the sentence end.
  bool name_subject(std::size_t sentence);

 private:
  [[nodiscard]] std::size_t start_of_line(std::size_t sentence) const;
  [[nodiscard]] bool says_posts(std::size_t sentence) const;
  [[nodiscard]] bool ends_posts(std::size_t sentence, std::size_t i) const;
  [[nodiscard]] bool opens_with(const Sentence& line, std::uint8_t set) const;
  [[nodiscard]] bool is_name_line(const Sentence& line) const;
  [[nodiscard]] bool is_heading(const Sentence& line) const;
  [[nodiscard]] bool heads_life(const Sentence& line) const;
  [[nodiscard]] bool is_past(const Sentence& line) const;
  [[nodiscard]] int named_above(std::size_t sentence, bool& over) const;

  /// Of whom a line was found to speak.
  struct Subject {
    int whose = none;   ///< entity
    bool over = false;  ///< the heading above says that the posts are former
  };

  Analysis& a_;
  std::map<std::size_t, Subject> lives_;  ///< by sentence
};

/// What a sentence that sums up posts says: "Her previous roles include director of the Water Board
/// and chair of the Seed Fund", "X has held several positions including …".
struct Summary {
  int subject = none;       ///< item of whom it names; none: "his", "her"
  std::string_view status;  ///< current or former
};

/// No value if the English sentence is none.
std::optional<Summary> summary_of(const Analysis& a, const Sentence& line);

}  // namespace nom::extract
