// SPDX-License-Identifier: Apache-2.0
// Bytes of a file before they are a text: are they UTF-8, and if not, where not?
#pragma once

#include "fault/fault.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nom::text {

/// Place of a byte: line (ended by LF, CR LF or CR) and column in code points, without a BOM.
Where where_of(std::string_view bytes, std::size_t offset, const std::string& file);

/// The fault of bytes that cannot become a text: UTF-16, not UTF-8, or more than 1 GiB.
std::optional<Fault> check(std::string_view bytes, const std::string& file);

/// The bytes without a leading UTF-8 byte order mark.
std::string_view without_bom(std::string_view bytes);

}  // namespace nom::text
