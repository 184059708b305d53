// SPDX-License-Identifier: Apache-2.0
// resolve: records → the graph: who is who.
//
// In:   the records of all documents, in any order. Out: one Graph. Places by name and the place
// around them; bodies by words × kind × place; posts by role × body (or place); people by folded
// name and agreeing context; tenures by person × post × term. Never merges people on the name
// alone. Order of input changes nothing: every choice is made on sorted content.
#pragma once

#include "fault/fault.hpp"
#include "graph/graph.hpp"
#include "record/record.hpp"

#include <string>
#include <vector>

namespace nom {

/// The fault of two documents with one id, of which one is left out.
Fault same_id(const std::string& id);

/// Sorted by document id, each id once. Two documents with one id are a fault (the second is left
/// out and reported), unless they are the same record.
std::vector<Record> by_document(std::vector<Record> records, Faults& faults);

/// Takes the records as `by_document` leaves them.
Graph resolve(std::vector<Record> records, Faults& faults);

}  // namespace nom
