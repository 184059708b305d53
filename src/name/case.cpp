// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"

#include <utf8proc.h>

namespace nom {

bool is_upper(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

}  // namespace nom
