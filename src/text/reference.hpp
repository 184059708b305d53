// SPDX-License-Identifier: Apache-2.0
// HTML character references that were left over in plain text.
#pragma once

#include <cstddef>
#include <string_view>

namespace nom::text {

struct Reference {
  char32_t code_point = 0;
  std::size_t size = 0;  ///< of the reference in bytes; 0: there is none
};

/// The reference that begins at the '&' at `at`: &#233; &#xE9; or a name with its semicolon. Names
/// are those of HTML 4 for Latin-1 and for the punctuation of articles. Numbers 128 to 159 mean
/// Windows-1252, as in browsers; numbers that are no character are no reference.
Reference read_reference(std::string_view text, std::size_t at);

}  // namespace nom::text
