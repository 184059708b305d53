// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace nom::text {

enum class References : bool { keep, decode };

/// Valid UTF-8 → the form that every Text has: LF line ends, control characters as spaces, no soft
/// hyphens and zero-width spaces, NFC; what was once read as Windows-1252 mended ("Itâ€™s");
/// character references decoded on demand. Cost: one pass and a copy; a second one for NFC only
/// where a character occurs that may not be in NFC.
std::string normalise(std::string_view as_read, References references);

/// Appends a code point as UTF-8.
void append(std::string& out, char32_t code_point);

}  // namespace nom::text
