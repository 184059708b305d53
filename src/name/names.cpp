// SPDX-License-Identifier: Apache-2.0
#include "name/name.hpp"

namespace nom {

Names::Names() { intern({}); }

NameId Names::intern(std::string_view text) {
  if (const NameId known = find(text); known.valid()) {
    return known;
  }
  const NameId id{static_cast<std::uint32_t>(strings_.size())};
  // A deque never moves its strings, so the index may hold views of them.
  index_.emplace(strings_.emplace_back(text), id);
  return id;
}

NameId Names::find(std::string_view text) const {
  const auto it = index_.find(text);
  return it == index_.end() ? NameId{} : it->second;
}

}  // namespace nom
