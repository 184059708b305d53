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

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nom {

/// The fault of two documents with one id, of which one is left out.
Fault same_id(const std::string& id);

/// Sorted by document id, each id once. Two documents with one id are a fault (the second is left
/// out and reported), unless they are the same record.
std::vector<Record> by_document(std::vector<Record> records, Faults& faults);

/// What sources say of one thing that cannot be so together. The graph follows some of them.
struct Contradiction {
  /// One of the sentences.
  struct Source {
    std::string document;  ///< id
    std::optional<PartialDate> date;
    std::string quote;  ///< empty if it is inferred
    std::string rule;
    std::uint32_t start = 0;  ///< code points of the document's text
    std::uint32_t end = 0;
  };

  enum class Kind : std::uint8_t {
    dates,  ///< several starts, or several ends, of one term
    ring    ///< a body under itself, by way of others
  };

  Kind kind = Kind::dates;
  std::string what;  ///< "Ada Brook, Chairman of the Board: from 2015 or from 2016-03"
  std::vector<Source> sources;
};

/// Takes the records as `by_document` leaves them. Contradictions are added to the list where one
/// is given, in an order that does not depend on the input's; without it those that cost the graph
/// a claim, the rings, are faults.
Graph resolve(std::vector<Record> records, Faults& faults,
              std::vector<Contradiction>* contradictions = nullptr);

}  // namespace nom
