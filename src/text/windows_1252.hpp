// SPDX-License-Identifier: Apache-2.0
// Windows-1252, and UTF-8 that was once read as it: "JosÃ©", "Itâ€™s".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nom::text {

/// The character of a byte from 0x80 to 0x9F; 0 where Windows-1252 has none.
char32_t windows_1252(std::uint8_t byte);

/// Valid UTF-8 → the same with the characters that its bytes once stood for put back, where most of
/// what is not ASCII can have come about only so; else unchanged. Cost: one search for a byte where
/// nothing is wrong, one pass more where there may be.
std::string mend_encoding(std::string_view utf8);

}  // namespace nom::text
