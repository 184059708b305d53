// SPDX-License-Identifier: Apache-2.0
// ledger: what is judged by hand, as entries of the records.
#pragma once

#include "record/record.hpp"
#include "resolve/resolve.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nom::resolving {

/// A person or a body as one document has it: record, entry.
using Entry = std::pair<std::size_t, std::size_t>;

/// The judgements on people, or those on bodies, that can be applied.
struct Judged {
  std::vector<std::pair<Entry, Entry>> same;
  std::vector<std::pair<Entry, Entry>> different;  ///< with the second go only those that must
  std::set<std::string> kept;          ///< keys (without kind) that stand first and never second
  std::map<std::string, Entry> named;  ///< all keys, as the ledger has them

  [[nodiscard]] bool empty() const { return same.empty() && different.empty(); }
};

/// People or bodies as the rules alone have them.
struct Ruled {
  const char* kind = "";                      ///< "person", "body"
  std::vector<std::string> keys;              ///< without kind; unique
  const std::vector<std::vector<int>>& of;    ///< by record, by entry
  std::vector<std::vector<std::string>> own;  ///< the key of each entry alone; may be empty
};

/// What each judgement on things of this kind speaks of. A key stands for an entry of the records,
/// so that it means the same whatever is judged besides: the first entry that would have the key
/// alone, else the first of the thing that has it; "KEY.DOCUMENT" for the thing's entry in that
/// document, whose id is written as in keys. Faults: a key that fits several; both keys mean one
/// entry, and it is to be two; a judgement `different` that chains of `same` contradict (then none
/// of these is applied); a key that nothing has is a warning. Cost: linear in entries.
Judged judged(const Ledger& ledger, const Ruled& ruled, const std::vector<Record>& records,
              Faults& faults);

}  // namespace nom::resolving
