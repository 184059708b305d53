// SPDX-License-Identifier: Apache-2.0
// rules: what became of each rule in documents, and how often it was right.
#pragma once

#include "extract/extract.hpp"
#include "query/query.hpp"
#include "record/record.hpp"

#include <map>
#include <string>
#include <vector>

namespace nom::command {

/// Gold facts by the id of their document.
using GoldById = std::map<std::string, record::Gold, std::less<>>;

class RuleStats {
 public:
  explicit RuleStats(const GoldById& gold) : gold_(gold) {}

  /// Extracts a document and counts.
  void read(const Extractor& extractor, const Document& document);

  /// A row for each rule and frame, in the order of the packs, then for each reader of the grammar
  /// that is no rule of a pack: rule, layer, tried, fired, kept, lost, facts; with gold also right,
  /// wrong and other_status, of the documents that have gold; and where the rule stands.
  [[nodiscard]] Answer answer(const Pack& pack) const;

 private:
  struct Facts {
    std::size_t all = 0;
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t other_status = 0;  ///< right but for the status
  };

  const GoldById& gold_;
  RuleTrace trace_;
  std::map<std::string, Facts> facts_;  ///< by rule
};

/// All rules and frames of a pack: rule, layer, pattern, where it stands.
Answer list_rules(const Pack& pack);

}  // namespace nom::command
