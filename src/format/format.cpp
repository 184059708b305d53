// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"

namespace nom::format {

const Format* find(std::string_view name_or_extension) {
  for (const Format* format : all()) {
    const bool is_folder = !format->parts.empty();
    if (format->name == name_or_extension ||
        (!is_folder && format->extension == name_or_extension)) {
      return format;
    }
  }
  return nullptr;
}

}  // namespace nom::format
