// SPDX-License-Identifier: Apache-2.0
// term: which of the claims that someone holds a post speak of one stretch of time.
#pragma once

#include "record/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace nom::resolving {

/// One document's claim that a person holds, held or will hold a post.
struct Claim {
  const TenureEntry* entry = nullptr;
  std::optional<PartialDate> date;  ///< of the document
};

/// Sorts the claims of one person and one post into terms, in order of time. Claims are of one term
/// unless they cannot be: one is over before the other begins or is cited as holding, or one is of
/// an acting holder and the other of a full one. An undated claim belongs to the latest term that
/// it fits. The claims must come in an order that does not depend on the input's. Cost: claims ×
/// terms.
std::vector<std::vector<std::size_t>> into_terms(const std::vector<Claim>& claims);

/// What the claims of one term say together.
struct Term {
  Status status = Status::current;
  Confidence confidence = Confidence::inferred;
  Period period;
  Citations cited;
  bool acting = false;  ///< of an acting holder, even if that is over
};

Term sum_up(const std::vector<Claim>& claims, const std::vector<std::size_t>& of_term);

}  // namespace nom::resolving
