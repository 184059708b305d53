// SPDX-License-Identifier: Apache-2.0
// The features that entries may have. A test compares them with schema/packs/README.md.
#include "pack/pack.hpp"

namespace nom::pack {

namespace {

using View = std::string_view;

constexpr View title[] = {"acting", "alone", "bare",  "body",    "degree",    "district",
                          "field",  "fused", "home",  "implies", "level",     "needs",
                          "of",     "one",   "place", "plural",  "portfolio", "seat",
                          "status", "trade", "vice",  "weak"};
constexpr View modifier[] = {"after", "ordinal"};
constexpr View status[] = {"after", "old"};
constexpr View honorific[] = {"name", "peer", "plural"};
constexpr View rank[] = {"abbr", "after"};
constexpr View head[] = {"abbr",   "abroad", "alone", "base",     "before", "counted", "country",
                         "field",  "first",  "full",  "inside",   "kind",   "level",   "local",
                         "lower",  "name",   "named", "national", "number", "of",      "part",
                         "placed", "small",  "topic", "under",    "venue",  "weak"};
constexpr View body[] = {"base", "country", "kind", "level", "local", "under"};
constexpr View level[] = {"bare", "name", "numbered", "stop"};
constexpr View place[] = {"country", "from", "kind", "to", "within"};
constexpr View cue[] = {"kind"};
constexpr View document[] = {"code", "event", "named"};
constexpr View stop[] = {"function", "named"};

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
    default:
      return {};
  }
}

}  // namespace nom::pack
