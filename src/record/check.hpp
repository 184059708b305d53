// SPDX-License-Identifier: Apache-2.0
// check: is a line JSON, and does it keep to the schema?
#pragma once

#include "fault/fault.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace nom::record {

enum class Shape { document, record };

/// Deepest nesting of arrays and objects that is read: records need 5.
inline constexpr std::size_t deepest = 200;

/// Checks a line in one pass without building it in memory: UTF-8, no NUL (raw or escaped), no lone
/// surrogate, JSON syntax, depth, no key twice in an object, and if there is a "document" at the
/// top, schema/record.schema.json. Faults of syntax have line and column, the others a pointer.
/// Never recursive; linear but for the keys of an object, which are sorted where there are many.
Result<Shape> check(std::string_view json, const Where& where);

/// The text in quotation marks, as messages show it: cut at 60 code points, control characters as
/// "?".
std::string quoted(std::string_view text);

/// Appends "/token" to a JSON pointer, with "~" and "/" escaped (RFC 6901).
void append_token(std::string& pointer, std::string_view token);

}  // namespace nom::record
