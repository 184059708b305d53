// SPDX-License-Identifier: Apache-2.0
// Two people of one name in one document.
#pragma once

#include "record/record.hpp"

namespace nom::extract {

/// A list that names two people of one name: two of its items begin with the same full name and
/// state posts that are held now in provinces that differ. Each gets an entry of their own, with
/// the mentions and the tenures of their items; a mention elsewhere goes with the item before it.
/// Whoever is named once at the head of an item, or always with one province, stays one. Ids are
/// given anew, in the order of first occurrence. Cost: linear in mentions and tenures.
void tell_namesakes_apart(Record& record);

}  // namespace nom::extract
