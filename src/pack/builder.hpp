// SPDX-License-Identifier: Apache-2.0
// Reads the files of packs into a Pack.
#pragma once

#include "pack/pack.hpp"

namespace nom {

class PackBuilder {
 public:
  /// With `faults`, a line that is wrong is left out and its fault added; else the first ends it.
  explicit PackBuilder(Faults* faults = nullptr)
      : pack_(std::make_shared<Pack>()), faults_(faults) {
    pack_->nodes_.emplace_back();
    pack_->entries_.emplace_back();  // 0: no entry
  }

  /// Reads one lexicon file.
  Result<Done> add_lexicon(const std::string& file, std::string_view content);
  /// Reads one rules file; all lexicons must have been read before it.
  Result<Done> add_rules(const std::string& file, std::string_view content);
  /// Reads one file of examples; all rules must have been read before it.
  Result<Done> add_examples(const std::string& file, std::string_view content,
                            std::vector<Example>& out) const;

  std::shared_ptr<const Pack> finish() &&;

 private:
  WordId intern(const std::string& folded);
  void add_phrase(std::string_view surface, EntryId entry);
  void note_function_word(const LexEntry& entry);
  std::uint8_t intern_cue(const std::string& set);
  Result<std::vector<PatternElement>> pattern(std::string_view text, std::size_t& at,
                                              const Where& where, bool inside);
  Result<PatternElement> element(std::string_view text, std::size_t& at, const Where& base);
  Result<Done> add_frame(Frame frame, std::string_view cue, std::string_view words,
                         const Where& where);
  static Result<std::vector<Emission>> emissions(std::string_view text, const Where& base,
                                                 const std::vector<PatternElement>& pattern);

  std::shared_ptr<Pack> pack_;
  std::vector<std::pair<std::uint32_t, EntryId>> phrases_;  ///< node and entry, as they came
  Faults* faults_;
};

}  // namespace nom
