// SPDX-License-Identifier: Apache-2.0
// The files of the built-in packs and of folders over them.
#pragma once

#include "pack/builder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace nom::pack {

struct File {
  std::string path;
  std::string content;
  bool given = false;  ///< of a folder that was given, not built in

  [[nodiscard]] bool is_rules() const { return path.ends_with("rules.tsv"); }

  [[nodiscard]] bool is_examples() const { return path.ends_with("examples.tsv"); }
};

/// All files, by pack and name.
Result<std::vector<File>> gather(const std::vector<std::string>& folders);

/// Reads the lexicons, then the rules. With `faults` a file that is not UTF-8 is left out.
Result<Done> read(const std::vector<File>& files, PackBuilder& builder, Faults* faults);

}  // namespace nom::pack
