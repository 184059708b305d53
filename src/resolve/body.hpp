// SPDX-License-Identifier: Apache-2.0
// body: which bodies of the records are one body.
#pragma once

#include "record/record.hpp"
#include "resolve/ledger.hpp"
#include "resolve/place.hpp"

#include <set>
#include <string>
#include <vector>

namespace nom::resolving {

struct Body {
  Tally names;  ///< as the texts have them
  Tally bases;  ///< without place and level
  std::string label;
  std::string kind;
  std::string level;
  std::string chain;         ///< "thai-binh/party-committee/standing-committee"
  int place = nothing;       ///< `nothing` if unplaced
  std::string country = {};  ///< if unplaced: in the news of which it is named; ISO code or empty
  int parent = nothing;      ///< the body whose name is needed to tell which one it is, if any
  std::set<std::string> merged = {};  ///< keys of what is judged to be the same
  /// Is it known to be one body? False if what has its name in several documents may be several: a
  /// "City Council" or a "Board of Directors" that neither a place, a country nor a parent tells
  /// apart, a "Ministry of Finance" of an unknown country if those of others are known.
  bool is_one = false;
};

struct Bodies {
  std::vector<Body> all;
  std::vector<std::vector<int>> of;  ///< by record, by entry
};

/// Two bodies are one if their words without place are the same but for order, links and spelling
/// ("Department of Home Affairs", "Home Affairs Department"), they are in the same place
/// (and of the same parent, if their words are too common to stand alone: "Standing Committee"),
/// and their kinds and levels agree. Unplaced bodies are one only with unplaced bodies; those below
/// the level of a country ("Provincial Party Committee") only within their document, and organs
/// that every country has ("Ministry of Finance", "National Assembly") only if their documents
/// speak of the same country before all others; one whose document does not tell is that of the
/// only country that has one of the words, if there is only one. What is judged the same is one,
/// and so are then their bodies of the same words; `before` is how the rules alone have it, and
/// gives the keys. Cost: linear in entries but for sorting.
Bodies resolve_bodies(const std::vector<Record>& records, const std::vector<Local>& local,
                      const Places& places, const Judged& judged = {},
                      const Bodies* before = nullptr);

/// Is a body of this label named with "the" ("the Ministry of Finance", but "Vinamilk")?
bool takes_article(const Body& body);

/// Does the name already say the place: "Bavarian State Parliament" for Bavaria?
bool says_place(const std::string& name, const std::string& place);

}  // namespace nom::resolving
