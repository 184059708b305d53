// SPDX-License-Identifier: Apache-2.0
// Frames: what a verb says of a person and of the posts that follow it, however far apart they
// stand. Read after the rules, over the titles that no rule has taken.
#pragma once

#include "extract/analysis.hpp"

namespace nom::extract {

/// Walks the items of a sentence once. A person becomes the subject, or the object of an active
/// verb; a verb of the packs' frames opens a frame; each title in an open frame is asserted of
/// that person. `taken` marks items a rule has used; `bearer` is the person that the sentence
/// before spoke of, for "her predecessor". Adds to the assertions. Cost: linear.
void read_frames(Analysis& a, std::size_t sentence, const std::vector<bool>& taken, int bearer);

}  // namespace nom::extract
