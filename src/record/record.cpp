// SPDX-License-Identifier: Apache-2.0
#include "record/record.hpp"

#include <array>

namespace nom {

std::string_view name_of(Confidence confidence) {
  constexpr std::array<std::string_view, 3> names{"stated", "implied", "inferred"};
  return names.at(static_cast<std::size_t>(confidence));
}

std::string_view name_of(Status status) {
  constexpr std::array<std::string_view, 4> names{"current", "former", "acting", "elect"};
  return names.at(static_cast<std::size_t>(status));
}

}  // namespace nom
