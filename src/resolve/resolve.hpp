// SPDX-License-Identifier: Apache-2.0
// resolve: records → the graph: who is who.
//
// In:   the records of all documents, in any order. Out: one Graph. Places by name and the place
// around them; bodies by words × kind × place; posts by role × body (or place); people by folded
// name and agreeing context; tenures by person × post × term. Never merges people on the name
// alone. Order of input changes nothing: every choice is made on sorted content.
//
// A ledger of judgements made by hand goes in beside the records and wins over every rule. Who is
// who is found twice then: by the rules alone, which gives the keys that the judgements speak of,
// and again with the judgements, so that neither their order nor what they lead to changes what one
// of them means. Of what is judged the same the key named first stays; the others lead to it.
#pragma once

#include "fault/fault.hpp"
#include "graph/graph.hpp"
#include "record/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nom {

/// The fault of two documents with one id, of which one is left out.
Fault same_id(const std::string& id);

/// Sorted by document id, each id once. Two documents with one id are a fault (the second is left
/// out and reported), unless they are the same record.
std::vector<Record> by_document(std::vector<Record> records, Faults& faults);

/// What sources say of one thing that cannot be so together. The graph follows some of them.
struct Contradiction {
  enum class Kind : std::uint8_t {
    dates,  ///< several starts, or several ends, of one term
    ring    ///< a body under itself, by way of others
  };

  Kind kind = Kind::dates;
  std::string what;  ///< "Ada Brook, Chairman of the Board: from 2015 or from 2016-03"
  std::vector<Proof> proofs;
};

/// May two written names be one person's: are the words of one among those of the other, and do
/// neither marks nor initials contradict? "Ada Brook" and "Ada Marie Brook", not "Tuấn" and "Tuân".
bool may_be_one(const std::string& a, const std::string& b);

/// "These two are the same", or "these two are different", by somebody who knows.
struct Judgement {
  struct Key {
    std::string text;  ///< "person/le-thi-mai.bac-son", or with a document of it behind a dot
    Where where;
  };

  bool same = true;
  Key one;
  Key other;
  std::string reason;
};

/// In the order of the file, which says nothing.
using Ledger = std::vector<Judgement>;

/// Reads a ledger: on each line `same` or `different`, two keys of people or of bodies (bodies can
/// only be the same) and a reason, which may be left out, between spaces or tabs; empty lines and
/// those that begin with # say nothing. What cannot be used is a fault with file, line and column;
/// the rest is read.
Ledger read_ledger(std::string_view text, const std::string& file, Faults& faults);

/// Sorts the records as `by_document` does, and makes the graph. A judgement that cannot be applied
/// is a fault, one with a key that nothing has is a warning, with the place in the ledger.
/// Contradictions are added to the list where one is given, in an order that does not depend on the
/// input's; without it those that cost the graph a claim, the rings, are faults.
Graph resolve(std::vector<Record> records, const Ledger& ledger, Faults& faults,
              std::vector<Contradiction>* contradictions = nullptr);
Graph resolve(std::vector<Record> records, Faults& faults);

}  // namespace nom
