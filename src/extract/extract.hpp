// SPDX-License-Identifier: Apache-2.0
// extract: document → record, in named stages.
//
// In:   a checked document and the compiled packs. Out: its record. Nothing is invented: every
// claim points at the sentence that states it and names the rule that read it. Same document and
// packs, same record. The extractor is immutable and may be used by many threads at once.
#pragma once

#include "extract/trace.hpp"
#include "pack/pack.hpp"
#include "record/record.hpp"
#include "text/text.hpp"

#include <memory>
#include <span>
#include <string>

namespace nom {

namespace extract {
class Rulebook;
}

class Extractor {
 public:
  explicit Extractor(std::shared_ptr<const Pack> pack);

  /// Cost: linear in the text. Counts what becomes of the rules in `trace`, if there is one.
  [[nodiscard]] Record extract(const Document& document, RuleTrace* trace = nullptr) const;

  /// Every sentence with its items, before and after the phrase rules, the facts that the rules
  /// read in it, each with its rule, and the rules that fitted but lost to others.
  [[nodiscard]] std::string explain(const Document& document) const;

  /// A fact that somebody expects; without a body if it is empty. Matched folded.
  struct Expected {
    std::string person;
    std::string post;
    std::string body;
  };

  struct Expectation {
    bool came = false;
    std::string text;  ///< the rule that made it; or what was read instead, and what came nearest
  };

  [[nodiscard]] Expectation expect(const Document& document, const Expected& fact) const;

  [[nodiscard]] const std::shared_ptr<const Pack>& pack() const { return pack_; }

 private:
  std::shared_ptr<const Pack> pack_;
  std::shared_ptr<const extract::Rulebook> rules_;
};

namespace extract {

/// "person | post | body or place | status [from..to]", as examples write it.
std::string fact_of(const Record& record, const TenureEntry& tenure);

/// "bodies that ended | kind | bodies in their place | date", as examples write it.
std::string fact_of(const Record& record, const EventEntry& event);

/// Reads each example as a document of 15 January 2024. A fault for each that does not show what
/// it should, in their order.
Faults check_examples(const Extractor& extractor, std::span<const Example> examples);

}  // namespace extract

}  // namespace nom
