// SPDX-License-Identifier: Apache-2.0
// encode: keys as parts of IRIs.
#pragma once

#include <string>
#include <string_view>

namespace nom::rdf {

/// Each byte but ASCII letters, digits and "-._~/" as % and two hexadecimal digits.
std::string percent_encoded(std::string_view text);

/// Is the encoded form of `a` before that of `b`, bytewise? (Encodes neither.)
bool encodes_before(std::string_view a, std::string_view b);

}  // namespace nom::rdf
