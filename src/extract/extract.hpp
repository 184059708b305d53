// SPDX-License-Identifier: Apache-2.0
// extract: document → record, in named stages.
//
// In:   a checked document and the compiled packs. Out: its record. Nothing is invented: every
// claim points at the sentence that states it and names the rule that read it. Same document and
// packs, same record. The extractor is immutable and may be used by many threads at once.
#pragma once

#include "pack/pack.hpp"
#include "record/record.hpp"
#include "text/text.hpp"

#include <memory>
#include <string>

namespace nom {

namespace extract {
class Rulebook;
}

class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const Pack> pack);

  /// Cost: linear in the text.
  [[nodiscard]] Record extract(const Document& document) const;

  /// Every sentence with its items, before and after the phrase rules, and the facts that the
  /// rules read in it, each with its rule.
  [[nodiscard]] std::string explain(const Document& document) const;

 private:
  std::shared_ptr<const Pack> pack_;
  std::shared_ptr<const extract::Rulebook> rules_;
};

}  // namespace nom
