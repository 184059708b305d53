// SPDX-License-Identifier: Apache-2.0
// naming: when two written names may be one name.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace nom::resolving {

/// A person's name as compared.
struct Naming {
  /// Folded, the smallest of its rotations (family name first or last), without the initials
  /// between the others: "Wilma P. Ottridge" and "Ottridge Wilma" are "ottridge wilma".
  std::string key;
  std::string initials;                  ///< those left out: "p"
  std::map<std::string, unsigned> mark;  ///< folded word → its marks, of those that have any
  /// Words and marks, if the name is written with all its marks (three words or more, half of them
  /// with marks): then a word without marks has none. Else empty.
  std::string full;
  std::vector<std::string> words = {};  ///< those of the key, sorted
};

/// May two names be one person's, of whom one is written with fewer words? `nom::may_be_one`.
bool may_be_one(const Naming& a, const Naming& b);

Naming naming_of(const std::string& name);

/// How a name has been written by several: what they have left undecided, the others say.
class Written {
 public:
  explicit Written(const Naming& naming)
      : initials_(naming.initials), mark_(naming.mark), full_(naming.full) {}

  /// May both stand for one name? "Tuấn" is not "Tuân", and either may be "Tuan"; "Ann P. Lee" is
  /// not "Ann Q. Lee".
  [[nodiscard]] bool agrees(const Written& other) const;

  void add(const Written& other);

  /// The same for those that agree with the same names.
  [[nodiscard]] std::string signature() const;

 private:
  std::string initials_;
  std::map<std::string, unsigned> mark_;
  std::string full_;
};

}  // namespace nom::resolving
