// SPDX-License-Identifier: Apache-2.0
// The features that entries may have. A test compares them with schema/packs/README.md.
#include "pack/pack.hpp"

#include <array>

namespace nom::pack {

namespace {

using View = std::string_view;

constexpr auto title = std::to_array<View>(
    {"acting", "alone",  "apart", "bare",    "body",      "cap",   "degree",   "district",
     "field",  "fused",  "home",  "implies", "level",     "needs", "occasion", "of",
     "one",    "party",  "place", "plural",  "portfolio", "royal", "seat",     "sent",
     "served", "status", "style", "trade",   "vice",      "weak",  "whole"});
constexpr auto modifier = std::to_array<View>({"after", "counted", "field", "name", "ordinal"});
constexpr auto status = std::to_array<View>({"adverb", "after", "old"});
constexpr auto honorific =
    std::to_array<View>({"he", "name", "occupation", "peer", "plural", "she"});
constexpr auto rank = std::to_array<View>({"abbr", "after", "post"});
constexpr auto head = std::to_array<View>(
    {"abbr",  "abroad", "alone", "base",     "before", "counted", "country", "ends",
     "field", "first",  "form",  "full",     "inside", "kind",    "level",   "local",
     "lower", "name",   "named", "national", "number", "of",      "part",    "placed",
     "post",  "small",  "topic", "under",    "venue",  "weak"});
constexpr auto body = std::to_array<View>({"base", "country", "kind", "level", "local", "under"});
constexpr auto level = std::to_array<View>({"bare", "name", "numbered", "stop"});
constexpr auto place = std::to_array<View>({"country", "from", "kind", "to", "within"});
constexpr auto cue = std::to_array<View>({"kind"});
constexpr auto document = std::to_array<View>({"code", "event", "named"});
constexpr auto ending = std::to_array<View>({"activity", "adjective", "alone"});
constexpr auto stop = std::to_array<View>({"direction", "function", "named"});

}  // namespace

std::span<const std::string_view> features_of(Lex type) {
  switch (type) {
    case Lex::title:
      return title;
    case Lex::modifier:
      return modifier;
    case Lex::status:
      return status;
    case Lex::honorific:
      return honorific;
    case Lex::rank:
      return rank;
    case Lex::head:
      return head;
    case Lex::body:
      return body;
    case Lex::level:
      return level;
    case Lex::place:
      return place;
    case Lex::cue:
      return cue;
    case Lex::document:
      return document;
    case Lex::stop:
      return stop;
    case Lex::ending:
      return ending;
    default:
      return {};
  }
}

}  // namespace nom::pack
