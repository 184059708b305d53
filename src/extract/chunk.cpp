// SPDX-License-Identifier: Apache-2.0
// Stage chunk: tokens → items. Bodies and titles are parsed, not listed:
//   body  := premodifier* head ((of|for|…) complement)?      premodifiers: places, levels, nouns
//   title := status* (modifier | portfolio | body | place)* head ((of|for|…) complement)?
#include "extract/chunk.hpp"

#include "extract/calendar.hpp"

#include <algorithm>
#include <array>

namespace nom::extract {

namespace {

constexpr std::size_t longest_name = 7;  ///< tokens in a person's name

std::string join(const std::string& left, std::string_view right) {
  return left.empty() ? std::string(right) : left + ' ' + std::string(right);
}

/// Does a surface of the packs begin with a small letter of the alphabet?
bool is_small(std::string_view surface) { return surface.front() >= 'a' && surface.front() <= 'z'; }

}  // namespace

Chunker::Chunker(Analysis& a) : a_(a) {
  const auto w = [&](std::string_view text) {
    const WordId word = a.pack.word(text);
    return word == 0 ? ~WordId{0} : word;  // a word no pack has never matches
  };
  of_ = w("of");
  for_ = w("for");
  the_ = w("the");
  and_ = w("and");
  to_ = w("to");
  at_ = w("at");
  in_ = w("in");
  on_ = w("on");
  no_ = w("no");
  s_ = w("s");
  dated_ = w("dated");
  from_ = w("from");
  charge_ = w("charge");
  its_ = w("its");
  his_ = w("his");
  her_ = w("her");
  their_ = w("their");
  chief_ = w("chief");
  st_ = w("st");
  jr_ = w("jr");
  sr_ = w("sr");
  officer_ = w("officer");
  whose_ = w("whose");
  he_ = w("he");
  a_article_ = w("a");
  an_article_ = w("an");
}

/// A known name as the text writes it, if the two differ in diacritics and case alone.
std::string Chunker::worded(const std::string& canonical, Range range) const {
  std::string text = a_.text_of(range);
  return fold(text) == fold(canonical) ? text : canonical;
}

bool Chunker::is_function(At t) const {
  const auto stop = a_.find(t, Lex::stop, t + 1);
  return stop && a_.entry(*stop).has("function");
}

/// May the token be part of a person's name?
bool Chunker::is_name_token(At t) const {
  const Token& token = a_.tokens[t];
  if (!token.is(shape_word) || !token.is(shape_capital)) {
    return false;
  }
  if (token.is(shape_initial) || (token.is(shape_all_capitals) && t > begin_ && is_addressed(t))) {
    return true;
  }
  constexpr LexMask never =
      mask_of(Lex::stop) | mask_of(Lex::head) | mask_of(Lex::body) | mask_of(Lex::month) |
      mask_of(Lex::weekday) | mask_of(Lex::level) | mask_of(Lex::title) | mask_of(Lex::document) |
      mask_of(Lex::event) | mask_of(Lex::honorific) | mask_of(Lex::rank) | mask_of(Lex::demonym) |
      mask_of(Lex::placekind) | mask_of(Lex::modifier) | mask_of(Lex::portfolio) |
      mask_of(Lex::cue) | mask_of(Lex::status) | mask_of(Lex::caption);
  constexpr LexMask name = mask_of(Lex::surname) | mask_of(Lex::given);
  for (std::uint32_t m = a_.first_match[t]; m < a_.first_match[t + 1]; ++m) {
    const Lex type = a_.matches[m].type;
    if (type == Lex::cue && a_.pack.entry(a_.matches[m].entry).cue == a_.pack.cues().inner) {
      continue;  // "Ng", "Na"
    }
    if (a_.matches[m].length == 1 && (mask_of(type) & never) != 0) {
      return (a_.lex[t] & name) != 0;
    }
  }
  return true;
}

/// "President Bill Weston said", "Senator Will Harker, who", "Minister Sunday Eze": may a word that
/// means something else be a given name after a post? In a headline more capitals follow.
bool Chunker::is_word_of_name(At t) const {
  constexpr LexMask part = mask_of(Lex::head) | mask_of(Lex::body) | mask_of(Lex::title) |
                           mask_of(Lex::portfolio) | mask_of(Lex::level) | mask_of(Lex::demonym) |
                           mask_of(Lex::modifier) | mask_of(Lex::status);
  return a_.capital(t) && a_.tokens[t].is(shape_word) && (a_.lex[t] & part) == 0 && t + 2 < end_ &&
         is_name_token(t + 1) && !a_.capital(t + 2);
}

/// A family name that comes first, followed by one to four more syllables.
bool Chunker::begins_vietnamese_name(At t) const {
  return a_.find(t, Lex::surname, t + 1).has_value() && t + 1 < end_ && is_name_token(t + 1);
}

/// A family name that is another word besides, at the end of a name: "John Hall".
bool Chunker::is_last_name(At t) const {
  return a_.has(t, Lex::lastname) && a_.capital(t) &&
         (t + 1 == end_ || (!a_.capital(t + 1) && !word_is(t + 1, of_)));
}

/// "… and Country Liberal Party": a name that ends in a noun of its own.
bool Chunker::whole_name(At t) const {
  for (At at = t; at < end_ && at - t < 5 && a_.capital(at) && a_.tokens[at].is(shape_word); ++at) {
    const auto noun = at > t ? a_.find(at, Lex::head, end_) : std::nullopt;
    if (noun && a_.entry(*noun).has("kind") && !a_.entry(*noun).has("weak") &&
        !a_.has(t, Lex::portfolio)) {
      return true;
    }
  }
  return false;
}

/// A given name with more of a name after it: "and Eva Lund".
bool Chunker::begins_given_name(At t) const {
  constexpr LexMask other = mask_of(Lex::portfolio) | mask_of(Lex::place) | mask_of(Lex::stop);
  return a_.has(t, Lex::given) && (a_.lex[t] & other) == 0 && t + 1 < end_ &&
         is_name_token(t + 1) && !a_.has(t + 1, Lex::head);
}

std::optional<Found> Chunker::head_at(At t) const {
  std::optional<Found> body = a_.find(t, Lex::body, end_);
  const std::optional<Found> head = a_.find(t, Lex::head, end_);
  if (head && (!body || head->length > body->length)) {
    return head;
  }
  return body;
}

/// Does the name of a body begin at t?
bool Chunker::is_body_name(At t) const {
  BodyMention m;
  std::optional<Found> noun;
  return body_run(t, m, noun) > t && noun.has_value();
}

/// "Dr. X", "Gen X": a rank before a name.
bool Chunker::begins_addressed(At t) const {
  if (!a_.has(t, Lex::rank) || !a_.capital(t)) {
    return false;
  }
  const bool dot = mark_is(t + 1, '.') && !a_.tokens[t + 1].is(shape_space_before);
  return (dot && t + 2 < end_ && a_.capital(t + 2)) ||
         (t + 1 < end_ && a_.tokens[t].end - a_.tokens[t].begin <= 4 && a_.capital(t + 1));
}

/// "Ulric Fallow | and People's …": two capitalised words that no pack knows, as a person's name
/// has.
bool Chunker::is_unknown_pair(At begin, At end) const {
  return end - begin == 2 && a_.capital(begin) && a_.capital(begin + 1) && a_.lex[begin] == 0 &&
         a_.lex[begin + 1] == 0;
}

/// "St" of "St. Augustine"
bool Chunker::is_saint(At t) const {
  const std::string_view word = a_.token_text(t);
  return (word == "St" || word == "Sts" || word == "Ste") && mark_is(t + 1, '.') &&
         !a_.tokens[t + 1].is(shape_space_before) && t + 2 < end_ && a_.capital(t + 2);
}

/// Two capitals and a name after a degree: "Dr. | PS Salim".
bool Chunker::is_addressed(At t) const {
  const At before = mark_is(t - 1, '.') && t > begin_ + 1 ? t - 2 : t - 1;
  return a_.tokens[t].end - a_.tokens[t].begin == 2 && a_.has(before, Lex::rank) && t + 1 < end_ &&
         is_name_token(t + 1);
}

/// Behind a hyphen, no part of a name: "-led"
bool Chunker::is_compound(At t) const {
  return a_.is_of_set({t, t + 1}, Lex::cue, a_.pack.cues().compound);
}

/// Does a post at t take a field of work before it: minister?
bool Chunker::takes_field(At t) const {
  const auto post = a_.find(t, Lex::title, end_);
  return post && a_.entry(*post).has("portfolio");
}

/// ", Inc.", ", LLC": does a comma at t stand before the legal form of a company?
bool Chunker::is_legal_form(At t) const {
  const auto form = mark_is(t, ',') ? a_.find(t + 1, Lex::head, end_) : std::nullopt;
  return form && a_.entry(*form).has("form") && a_.capital(t + 1);
}

/// A noun that ends a body's name, but for one that goes on: "… and International Cooperation".
bool Chunker::noun_at(At t) const {
  const auto head = head_at(t);
  return head &&
         !(a_.entry(*head).has("weak") && t + head->length < end_ && a_.capital(t + head->length) &&
           a_.tokens[t + head->length].is(shape_word) && !a_.has(t, Lex::title));
}

/// "Natural Resources and Environment", "Labor, Invalids & Social Affairs": capitalised words with
/// and, &, of between them; commas only in a series that an "and" closes.
Chunker::At Chunker::cap_sequence(At t) const {
  At at = t;
  At good = t;
  bool series = false;
  while (at < end_) {
    const Token& token = a_.tokens[at];
    const bool word = token.is(shape_word) && (token.is(shape_capital) || token.is(shape_glued));
    if (word &&
        !(at > t &&
          (a_.has(at, Lex::honorific) || begins_vietnamese_name(at) || begins_addressed(at))) &&
        !(a_.has(at, Lex::title) && at > t && !a_.has(at, Lex::portfolio))) {
      if (series && is_and(good)) {
        series = false;
      }
      good = ++at;
      continue;
    }
    if (at == t) {
      return t;
    }
    if (mark_is(at, '\'') && at + 1 < end_ && a_.capital(at + 1) &&
        !a_.find(at + 1, Lex::head, end_)) {
      ++at;
      continue;
    }
    // "COVID-19 Prevention", "COVID-19 epidemic Prevention"
    if (mark_is(at, '-') && a_.tokens[at - 1].is(shape_all_capitals) && at + 1 < end_ &&
        a_.tokens[at + 1].is(shape_number) && !token.is(shape_space_before) &&
        !a_.tokens[at + 1].is(shape_space_before)) {
      const bool noun = at + 3 < end_ && !a_.capital(at + 2) && a_.tokens[at + 2].mark == 0 &&
                        !is_function(at + 2) && a_.capital(at + 3) && !a_.has(at + 2, Lex::cue);
      good = at + 2;
      at += noun ? 3U : 2U;
      continue;
    }
    const bool post_next = at + 2 < end_ && a_.has(at + 1, Lex::modifier) &&
                           a_.has(at + 2, Lex::title);  // "… and Second Minister"
    if ((is_and(at) || word_is(at, of_)) && at + 1 < end_ && a_.capital(at + 1) && !post_next &&
        a_.tokens[at + 1].is(shape_word) && !begins_vietnamese_name(at + 1) &&
        !a_.has(at + 1, Lex::honorific) && !noun_at(at + 1) &&
        // "Law and Justice", but "… and Justice Minister", "… and Justice X"
        (!a_.has(at + 1, Lex::title) ||
         (a_.has(at - 1, Lex::portfolio) && a_.has(at + 1, Lex::portfolio) &&
          !(at + 2 < end_ && a_.capital(at + 2) && a_.has(at + 2, Lex::title)))) &&
        !(is_and(at) && (begins_given_name(at + 1) || whole_name(at + 1)))) {
      ++at;
      continue;
    }
    // "Finance and the Public Service"
    if (is_and(at) && word_is(at + 1, the_) && at + 2 < end_ && a_.capital(at + 2) &&
        a_.has(at - 1, Lex::portfolio) && a_.has(at + 2, Lex::portfolio) &&
        !a_.has(at + 2, Lex::title) && !head_at(at + 2)) {
      at += 2;
      continue;
    }
    // "Labor - Invalids and Social Affairs": a field of two parts
    if (mark_is(at, '-') && at + 1 < end_ && a_.capital(at + 1) &&
        a_.tokens[at + 1].is(shape_word) && a_.has(at - 1, Lex::portfolio) &&
        !a_.has(at + 1, Lex::title) && !a_.has(at + 1, Lex::honorific) && !head_at(at + 1) &&
        !begins_vietnamese_name(at + 1) &&
        (a_.has(at + 1, Lex::portfolio) ||
         (is_and(at + 2) && at + 3 < end_ && a_.capital(at + 3)))) {
      ++at;
      continue;
    }
    if (mark_is(at, ',') && at + 1 < end_ && a_.capital(at + 1)) {
      // A series: Cap, Cap and Cap.
      At look = at;
      while (mark_is(look, ',')) {
        At next = look + 1;
        while (next < end_ && a_.capital(next) && a_.tokens[next].is(shape_word) &&
               (!a_.has(next, Lex::title) || a_.has(next, Lex::portfolio)) &&
               !a_.has(next, Lex::surname) && !a_.has(next, Lex::honorific) && next - look <= 3) {
          ++next;
        }
        if (next == look + 1) {
          return good;
        }
        look = next;
      }
      if (is_and(look) && look + 1 < end_ && a_.capital(look + 1) &&
          !a_.has(look + 1, Lex::title) && !a_.has(look + 1, Lex::surname) &&
          !a_.has(look + 1, Lex::honorific) && !head_at(look + 1)) {
        at = look + 1;
        good = at;
        series = true;
        continue;
      }
    }
    return good;
  }
  return good;
}

/// A field of work in small letters: one word or more up to a mark, a verb or a function word.
Chunker::At Chunker::small_field(At t) const {
  At at = t;
  if (const auto known = a_.find(t, Lex::portfolio, end_)) {
    at = t + known->length;
  }
  while (at < end_ && at - t < 6) {
    const Token& token = a_.tokens[at];
    const bool link = is_and(at) && at > t && at + 1 < end_ && !a_.capital(at + 1) &&
                      !is_function(at + 1) && a_.tokens[at + 1].is(shape_word);
    if (link && a_.has(at + 1, Lex::cue)) {
      break;
    }
    if (!link && (!token.is(shape_word) || a_.capital(at) || is_function(at) ||
                  a_.has(at, Lex::cue) || a_.has(at, Lex::title) || a_.has(at, Lex::status))) {
      break;  // "the cabinet of outgoing premier X" is of no field
    }
    ++at;
  }
  return at;
}

/// "finance ministry", "home affairs committee": a field of work in small letters before the noun
/// of a body.
bool Chunker::ministry_at(At t) const {
  const auto field = a_.find(t, Lex::portfolio, end_);
  if (!field || t + field->length >= end_) {
    return false;
  }
  const auto head = a_.find(t + field->length, Lex::head, end_);
  return head && (a_.entry(*head).feature("kind") == "ministry" ||
                  (a_.entry(*head).feature("kind") == "committee" && !a_.entry(*head).has("weak")));
}

/// Does a cue phrase that opens a frame begin here?
bool Chunker::is_verb(At t) const {
  const auto cue = a_.find(t, Lex::cue, end_);
  std::bitset<max_cue_sets> sets;
  if (cue) {
    sets.set(a_.entry(*cue).cue);
  }
  return a_.pack.frame_of(sets) != nullptr;
}

/// "public security department": words in small letters that lead to the noun of a body.
bool Chunker::small_noun(At t) const {
  for (At at = t; at < end_ && at - t < 4 && a_.tokens[at].is(shape_word) && !a_.capital(at) &&
                  !is_function(at) && !is_verb(at);
       ++at) {
    const auto noun = head_at(at);
    if (noun && at > t && a_.entry(*noun).has("kind")) {
      return true;
    }
  }
  return false;
}

/// Premodifiers and the last head among them. Returns the token after the head.
Chunker::At Chunker::body_run(At t, BodyMention& m, std::optional<Found>& head) const {
  At at = t;
  At after = t;
  bool level_seen = false;
  bool named_small = false;  // "the committee on appropriations"
  bool small_run = false;    // words in small letters between level and head
  At part = t;               // where the words after a possessor begin
  bool linked = false;       // an "and" among the premodifiers
  if (a_.tokens[t].is(shape_line_start) && a_.tokens[t].is(shape_initial)) {
    return t;  // "B. LEGAL AFFAIRS COMMITTEE": it counts
  }
  while (at < end_) {
    const Token& token = a_.tokens[at];
    if (at > t && token.mark == '\'') {
      if (after == t && a_.has(t, Lex::given) && at - t > 1) {
        return t;  // "Elena Ruiz's Cabinet"
      }
      ++at;
      part = at;
      continue;
    }
    if (token.is(shape_glued) && is_compound(at) && at > t && a_.tokens[at - 1].is(shape_glued)) {
      head.reset();  // "the Kim Ae-sol-led Government": a person's name comes first
      return t;
    }
    if (at > t && mark_is(at, '.') && is_saint(at - 1)) {  // "St. Augustine's Seminary"
      ++at;
      continue;
    }
    const bool company = head && a_.entry(*head).feature("kind") == "company";
    if (at > t && (after == t || company) && is_legal_form(at)) {  // "Lumira Foods, Inc."
      ++at;
      continue;
    }
    // "the Economic - Budget Committee"
    const bool dash = mark_is(at, '-') && token.is(shape_space_before) &&
                      (part > t || (t > begin_ && (word_is(t - 1, the_) || is_connector(t - 1))));
    if (at > t && (is_and(at) || dash)) {
      // Only among the words before a head: "… Committee's Propaganda and Training Department".
      if ((after > t && part == t) || linked || at + 1 >= end_ || !a_.capital(at + 1) ||
          a_.has(part, Lex::surname) || a_.has(part, Lex::given) || at - part > 3 || at == part ||
          a_.has(at + 1, Lex::demonym) || is_unknown_pair(part, at) ||
          (head_at(at + 1) && !dash && !(part > t && after <= part))) {
        break;
      }
      linked = true;
      ++at;
      continue;
    }
    if (token.is(shape_number)) {
      const std::string_view text = a_.token_text(at);
      const bool ordinal = text.ends_with("th") || text.ends_with("st") || text.ends_with("nd") ||
                           text.ends_with("rd");
      // "District 3 Party Committee"
      const bool counted = at > t && a_.has(at - 1, Lex::level) && a_.capital(at - 1) &&
                           at + 1 < end_ && a_.capital(at + 1);
      if ((!ordinal && !counted) || after > t) {
        break;
      }
      ++at;
      continue;
    }
    const std::optional<Found> found = head_at(at);
    level_seen = level_seen || (at > t && a_.has(at - 1, Lex::level));
    const bool small = !token.is(shape_capital) && (!token.is(shape_glued) || at == t);
    if (small) {
      // "provincial Party Committee", "Dong Tran district Party Committee".
      const At beyond =
          mark_is(at + 1, '\'') ? at + 2 : at + 1;  // "Van Son district's Party Committee"
      const bool inner_level = at > t && at - t <= 3 && after == t && a_.has(at, Lex::level) &&
                               beyond < end_ && (a_.capital(beyond) || small_noun(beyond));
      named_small = at == t && t > begin_ && word_is(t - 1, the_) && found &&
                    a_.entry(*found).has("of") && !a_.entry(*found).has("weak") &&
                    at + found->length + 1 < end_ &&
                    (is_connector(at + found->length) || word_is(at + found->length, on_)) &&
                    small_field(at + found->length + 1) > at + found->length + 1;
      const bool level = named_small || inner_level ||
                         (at == t && (a_.has(at, Lex::level) ||
                                      (found && a_.entry(*found).has("lower") &&
                                       (a_.entry(*found).has("number") || found->length > 1)))) ||
                         (at == t && ministry_at(at));
      // "the Foreign Ministry's Asia department"
      const bool owned = at > t + 1 && a_.capital(at - 1) && after > t && at > after;
      // "the Popular Renewal bloc": an everyday noun ends a name only after a word of one
      const bool named = at > t && a_.capital(at - 1) && !a_.has(at - 1, Lex::demonym) &&
                         (a_.lex[at - 1] & mask_of(Lex::stop)) == 0 && a_.tokens[at - 1].mark == 0;
      const bool small_head =
          found && at > t &&
          ((a_.has(at - 1, Lex::level) && !a_.entry(*found).has("weak")) ||
           (a_.entry(*found).has("named") && named) ||
           (a_.entry(*found).has("lower") && (named || !a_.entry(*found).has("weak"))) || owned ||
           ministry_at(t));
      // "Shandong provincial public security department", "provincial health commission"
      bool small_word = false;
      if (!level && !small_head && at > t && (level_seen || part > t) && !is_function(at) &&
          (!a_.has(at, Lex::title) || a_.has(at, Lex::portfolio)) && token.is(shape_word)) {
        small_word = small_noun(at);
      }
      const bool ends_small = (level_seen || part > t) && found && at > t && small_run;
      if (!level && !small_head && !small_word && !ends_small) {
        break;
      }
      small_run = small_run || small_word;
      if (at == t && !found && ministry_at(t)) {  // "home affairs committee"
        at += a_.find(t, Lex::portfolio, end_)->length;
        continue;
      }
    } else if (const auto title = a_.find(at, Lex::title, end_);
               title &&
               (!found || found->length < title->length ||
                (at > t && found->length == title->length)) &&
               !(found && at > t && title->length > found->length &&
                 (found->length > 1
                      ? a_.has(at + found->length, Lex::title)  // "Delhi | High Court | judge"
                      : names_party(at - 1, at + 1)))) {
      const bool royal = at == t && a_.entry(*title).has("royal") && at + 1 < end_ &&
                         a_.capital(at + 1);  // "King Khalid University"
      const At owned = at + title->length;    // "President's Advisory Committee on the Arts"
      const bool owner = at == t && mark_is(owned, '\'') && owned + 1 < end_ &&
                         a_.capital(owned + 1) && a_.capital(at) &&
                         (!a_.entry(*title).has("royal") || head_at(owned + 1));
      if ((!found || a_.entry(*found).type == Lex::head) && !a_.has(at, Lex::portfolio) && !royal &&
          !owner) {
        break;
      }
      at += owner ? std::size_t{title->length} - 1 : std::size_t{0};
    } else if (at == t && is_function(at) && !found && !a_.has(at, Lex::place) &&
               !(t > begin_ && at + 1 < end_ && a_.capital(at + 1) &&
                 a_.has(at + 1, Lex::place))) {  // "the All Nepal Trade Union"
      return t;
    } else if ((at > t && ((a_.has(at, Lex::honorific) &&
                            !(at + 1 < end_ && a_.capital(at + 1) && a_.has(at + 1, Lex::head))) ||
                           a_.has(at, Lex::month))) ||
               (after > t && !found &&
                (begins_vietnamese_name(at) || at - std::max(after, part) > (linked ? 4U : 3U)))) {
      break;
    }
    if (found && at > t && after == t && a_.entry(*found).type == Lex::body && found->length == 1 &&
        a_.tokens[at].is(shape_all_capitals) && a_.tokens[at - 1].mark == 0 &&
        !a_.has(t, Lex::place) && !a_.has(t, Lex::demonym)) {
      return t;  // "the Ninth ASEAN Meeting"
    }
    if (found && at == t + 1 && a_.has(t, Lex::given) && !a_.has(t, Lex::place) &&
        is_last_name(at)) {
      return t;  // "Ellen Church"
    }
    if (found && (at > t || a_.capital(at) || a_.entry(*found).has("number") || named_small ||
                  (a_.entry(*found).has("lower") && found->length > 1))) {
      head = found;
      m.range.begin = t;
      at += found->length;
      after = at;
    } else {
      ++at;
    }
  }
  return after;
}

Chunker::At Chunker::body_complement(At t, BodyMention& m, const LexEntry& head, int depth) {
  if (mark_is(t, '.') && !a_.tokens[t].is(shape_space_before) && a_.has(t - 1, Lex::abbreviation) &&
      is_connector(t + 1)) {
    ++t;  // "Dept. of …"
  }
  // "Group 1", "Hospital No. 1".
  if (word_is(t, no_)) {
    const At number = mark_is(t + 1, '.') ? t + 2 : t + 1;
    if (number < end_ && a_.tokens[number].is(shape_number)) {
      m.range.end = number + 1;
      return number + 1;
    }
  }
  const bool office = head.feature("kind") == "department" && t < end_ && a_.capital(t - 1) &&
                      m.range.begin + 1 < t &&
                      a_.tokens[t].end - a_.tokens[t].begin <= 2;  // "Police Regional Office 3"
  if ((head.has("number") || office) && t < end_ && a_.tokens[t].is(shape_number)) {
    m.range.end = t + 1;
    return t + 1;
  }
  // National Company "QazLogistics" JSC
  if (mark_is(t, '"') && t + 2 < end_ && a_.capital(t + 1)) {
    At close = t + 2;
    while (close < end_ && close - t < 6 && a_.tokens[close].mark == 0) {
      ++close;
    }
    if (mark_is(close, '"')) {
      At next = close + 1;
      if (const auto form = a_.find(next, Lex::head, end_); form && a_.capital(next)) {
        next += form->length;
      }
      m.range.end = next;
      return next;
    }
  }
  const bool of = is_connector(t) || (word_is(t, on_) && head.has("of")) ||
                  ((word_is(t, to_) || word_is(t, in_)) && head.has("abroad"));
  if (!of || depth > 3) {
    return t;
  }
  At at = t + 1;
  if (word_is(at, the_)) {
    ++at;
  }
  if (at >= end_ || a_.has(at, Lex::weekday) || a_.has(at, Lex::month) ||
      (word_is(t, for_) && begins_given_name(at))) {
    return t;
  }
  // "Office of the Prime Minister", "Office of the Auditor-General for the Federation": it is named
  // after a post.
  constexpr int deepest_office = 2;  // "Office of the Secretary of the Office of …"
  if (head.has("post") && offices_ < deepest_office && a_.capital(t - 1) && a_.capital(at) &&
      (a_.has(at, Lex::title) || a_.has(at, Lex::modifier))) {
    const std::size_t titles = a_.titles.size();
    int post = none;
    ++offices_;
    const At next = title(at, post);
    --offices_;
    if (next > at && a_.capital(next - 1)) {
      const TitleMention& holder = a_.title(post);
      if (holder.place != none) {
        m.place = a_.place(holder.place).name;
        m.placekind = a_.place(holder.place).kind;
      }
      m.parent = holder.body != none && !a_.body(holder.body).reference ? holder.body : none;
      m.range.end = next;
      a_.titles.resize(titles);
      return next;
    }
    a_.titles.resize(titles);
  }
  // "Ministry of Local Government and Rural Development": a field, though "Local Government" may
  // name a body elsewhere.
  const auto kind = head.feature("kind");
  const bool field = kind && (*kind == "ministry" || *kind == "department") && a_.capital(at) &&
                     a_.has(at, Lex::portfolio);
  int inner = none;
  if (const At next = field ? at : body(at, inner, depth + 1);
      next > at && !a_.body(inner).reference) {
    m.parent = inner;
    m.range.end = next;
    return next;
  }
  int where = none;
  const At place_end = place(at, where);
  if (const At next = place_end; next > at) {
    const PlaceMention& p = a_.place(where);
    // "Committee for Culture and …": a place only if nothing of the name follows it.
    if (const At more = cap_sequence(at); more <= next || begins_given_name(next)) {
      m.place = p.name;
      m.placekind = p.kind;
      m.range.end = next;
      return next;
    }
  }
  if (!a_.capital(at) && !a_.capital(m.range.end - 1)) {
    // "provincial department of finance", "the committee on appropriations"
    if (const At next = small_field(at); next > at) {
      m.range.end = next;
      return next;
    }
  }
  if (!a_.capital(at) || (a_.has(at, Lex::title) && !field) || a_.has(at, Lex::month) ||
      a_.has(at, Lex::honorific) || (!head.has("of") && !word_is(t, of_) && !word_is(t, for_)) ||
      (begins_vietnamese_name(at) && place_end == at)) {
    return t;
  }
  At next = cap_sequence(at);
  if (place_end > at) {
    next = std::max(next, cap_sequence(place_end));
  }
  if (next == at) {
    return t;
  }
  // "the supervisory board of Northwind": of a company that no pack knows
  if (word_is(t, of_) && !a_.capital(t - 1) && a_.token_text(t - 1) == "board") {
    m.parent = a_.add_body({at, next}, "company", true);
  }
  m.range.end = next;
  // "Committee on the Port and the Environment"
  if (is_and(next) && word_is(next + 1, the_) && next + 2 < end_ && a_.capital(next + 2) &&
      !a_.has(next + 2, Lex::title) && !a_.has(next + 2, Lex::place) && !head_at(next + 2) &&
      head.feature("kind") == "committee") {
    if (const At far = cap_sequence(next + 2); far > next + 2) {
      next = far;
      m.range.end = far;
    }
  }
  // "… for the Salvation of the People", "… for Policies of the Party Central Committee".
  const At more = is_connector(next) ? body_complement(next, m, head, depth + 1) : next;
  return more;
}

void Chunker::describe(BodyMention& m, At head_begin, At head_end, const LexEntry& head) {
  const auto kind = head.feature("kind");
  m.kind = kind ? std::string(*kind) : "body";
  m.head = fold(a_.text_of({head_end - 1, head_end}));
  m.country = head.feature("country").value_or("");
  if (const auto level = head.feature("level")) {
    m.level = *level;
  }
  At base_begin = m.range.begin;
  // "Provincial Party Committee's Organization Board": the possessor is the parent.
  for (At t = m.range.begin + 1; t < head_begin; ++t) {
    if (a_.tokens[t].mark != '\'') {
      continue;
    }
    BodyMention owner;
    std::optional<Found> owner_head;
    const At keep = end_;
    end_ = t;
    const At after = body_run(m.range.begin, owner, owner_head);
    end_ = keep;
    if (owner_head && after == t && t - m.range.begin > 0) {
      owner.range.end = t;
      const At owner_head_begin = t - owner_head->length;
      describe(owner, owner_head_begin, t, a_.entry(*owner_head));
      if (!owner.reference || a_.capital(m.range.begin)) {
        m.parent = static_cast<int>(a_.bodies.size());
        a_.bodies.push_back(owner);
        base_begin = t + 1;
      }
    }
  }
  // Level and place before the base.
  if (m.parent == none || base_begin == m.range.begin) {
    for (At t = base_begin; t < head_begin; ++t) {
      const auto level = a_.find(t, Lex::level, head_begin);
      if (!level) {
        continue;
      }
      m.level = a_.entry(*level).canonical;
      At place_end = t;
      if (t > base_begin && (a_.entry(*level).has("name"))) {
        place_end = t;  // "Phu An City", "Vu Thu District"
      }
      if (const At number = t + level->length;
          place_end == base_begin && number < head_begin && a_.tokens[number].is(shape_number)) {
        m.place = a_.text_of({t, number + 1});
        m.placekind = m.level;
        base_begin = number + 1;
        break;
      }
      // "DECISIONS OF THE PROVINCIAL COMMITTEE" in capitals: no place ends in "the".
      if (place_end > base_begin && !word_is(place_end - 1, the_)) {
        const auto known = a_.find(base_begin, Lex::place, place_end);
        m.place = known && base_begin + known->length == place_end
                      ? worded(a_.entry(*known).canonical, {base_begin, place_end})
                      : a_.text_of({base_begin, place_end});
        m.placekind = m.level;
      }
      base_begin = t + level->length;
      if (a_.tokens[base_begin].mark == '\'') {
        ++base_begin;  // "the city's finance department"
      }
      break;
    }
    // A known place, or a demonym, that begins the name: "Hanoi People's Committee".
    if (m.place.empty() && base_begin == m.range.begin && base_begin < head_begin) {
      if (const auto known = a_.find(base_begin, Lex::place, head_begin)) {
        m.place = worded(a_.entry(*known).canonical, {base_begin, base_begin + known->length});
        m.placekind = a_.entry(*known).feature("kind").value_or("");
        base_begin += known->length;
      } else if (const auto of_country = a_.find(base_begin, Lex::demonym, head_begin)) {
        m.place = a_.entry(*of_country).canonical;
        m.placekind = "country";
      } else if (head.has("local")) {
        m.place = a_.text_of({base_begin, head_begin});
        base_begin = head_begin;
      }
    }
  }
  m.national = head.type == Lex::body && base_begin == head_begin && !head.has("local");
  const auto base = head.feature("base");
  if (base && base_begin == head_begin) {
    m.base = *base;
  } else if (base_begin < head_begin) {
    m.base = a_.text_of({base_begin, head_end});
  } else {
    m.base = head.type == Lex::body ? head.canonical : a_.text_of({head_begin, head_end});
  }
  if (m.range.end > head_end) {
    // A province has one Party Committee; that of its agencies is another body.
    const bool others =
        m.parent != none && head.has("local") && a_.body(m.parent).range.begin >= head_end;
    if ((m.parent == none && m.place.empty()) || others) {
      m.base = join(m.base, a_.text_of({head_end, m.range.end}));
    }
  }
}

Chunker::At Chunker::body(At t, int& index, int depth) {
  // "the city's Department of Finance": the level, no owner.
  if (const auto level = t < end_ && !a_.capital(t) ? a_.find(t, Lex::level, t + 1) : std::nullopt;
      level && mark_is(t + 1, '\'') && t + 2 < end_ && a_.capital(t + 2)) {
    const At next = body(t + 2, index, depth);
    if (next > t + 2) {
      BodyMention& m = a_.body(index);
      m.level = m.level.empty() && m.place.empty() ? a_.entry(*level).canonical : m.level;
      return next;
    }
    return t;
  }
  if (const At next = head_first_name(t, index); next > t) {
    return next;
  }
  // "Opposition Congress Party" at the begin of a sentence
  if (t == begin_ && t + 1 < end_ && a_.capital(t + 1) && is_side(t)) {
    const auto bodies = a_.bodies.size();
    int named = none;
    const bool named_body = body(t + 1, named, depth) > t + 1 && !a_.body(named).reference;
    a_.bodies.resize(bodies);
    if (named_body) {
      return t;
    }
  }
  BodyMention m;
  std::optional<Found> head;
  const At run = body_run(t, m, head);
  const At after = run == t && t > begin_ && word_is(t - 1, the_) ? series(t, head) : run;
  if (!head) {
    return t;
  }
  const LexEntry& entry = a_.entry(*head);
  const At head_begin = after - head->length;
  m.range = {t, after};
  At next = body_complement(after, m, entry, depth);
  const bool bare = head_begin == t && next == after;
  if (!a_.capital(t) && head_begin == t && next > after && !entry.has("number") &&
      !(t > begin_ && (word_is(t - 1, the_) || word_is(t - 1, its_)))) {
    return t;  // "a committee on …" is any one
  }
  if (bare && entry.type == Lex::head && head->length == 1 &&
      !(entry.has("alone") && a_.capital(t))) {
    m.reference = true;
  }
  if (entry.has("venue")) {
    return t;
  }
  // "the Board", "the fund's chairman": a common noun that stands for a body named before.
  const bool the = t > begin_ && (word_is(t - 1, the_) || word_is(t - 1, its_));
  const bool of_post = t > begin_ + 2 && word_is(t - 2, of_) && a_.has(t - 3, Lex::title);
  const bool meant = (the && (a_.capital(t) || of_post || mark_is(next, '\''))) ||
                     (a_.capital(t) && next < end_ && a_.has(next, Lex::title));
  if (entry.has("weak") && bare && !meant) {
    return t;
  }
  if (!bare && entry.has("weak") && next == after && after - t < 2) {
    return t;
  }
  describe(m, head_begin, after, entry);
  next = bare && entry.type == Lex::body ? branch(next, m) : next;
  // "the 16th Congress of …" is an event.
  if (entry.has("counted")) {
    for (At i = t; i < head_begin; ++i) {
      m.kind = a_.tokens[i].is(shape_number) ? "event" : m.kind;
    }
  }
  // "<Office>": "Party Standing Committee" is the Standing Committee under the Party Committee.
  if (const auto under = entry.feature("under"); under && m.parent == none) {
    BodyMention parent;
    parent.range = m.range;
    parent.base = *under;
    parent.kind = "party";
    parent.level = m.level;
    parent.place = m.place;
    parent.placekind = m.placekind;
    parent.country = m.country;
    parent.reference = false;
    parent.national = m.national;
    parent.range.end = parent.range.begin;  // not a mention: no words of its own
    m.parent = static_cast<int>(a_.bodies.size());
    a_.bodies.push_back(parent);
  }
  index = static_cast<int>(a_.bodies.size());
  a_.bodies.push_back(std::move(m));
  return part_in_small_letters(join_acronym(next, index, depth), index);
}

/// "the Construction, Forestry, Mining and Energy Union": fields of work or trades in a row before
/// the noun of a body. The token after the noun, t if there is none.
Chunker::At Chunker::series(At t, std::optional<Found>& head) const {
  constexpr LexMask other = mask_of(Lex::title) | mask_of(Lex::place) | mask_of(Lex::demonym) |
                            mask_of(Lex::body) | mask_of(Lex::honorific) | mask_of(Lex::rank) |
                            mask_of(Lex::given) | mask_of(Lex::month) | mask_of(Lex::weekday) |
                            mask_of(Lex::head);
  constexpr At longest = 2;  // words of each
  bool listed = false;
  for (At at = t; at < end_;) {
    const At begin = at;
    while (at < end_ && a_.capital(at) && a_.tokens[at].is(shape_word) &&
           (a_.lex[at] & other) == 0 && at - begin < longest) {
      ++at;
    }
    if (listed && is_and(begin - 1)) {
      head =
          at > begin && at < end_ && a_.capital(at) ? a_.find(at, Lex::head, end_) : std::nullopt;
      return head ? at + head->length : t;
    }
    if (at == begin || !(mark_is(at, ',') || (listed && is_and(at)))) {
      return t;
    }
    listed = true;
    at += mark_is(at, ',') && is_and(at + 1) ? 2U : 1U;
  }
  return t;
}

/// "Unilever Vietnam", "UNICEF Ghana representative": a company or an international body in a
/// country, of which the body before t becomes the branch.
Chunker::At Chunker::branch(At t, BodyMention& m) const {
  const bool company = m.kind == "company";
  const auto country = t < end_ && a_.capital(t) && (company || m.kind == "international")
                           ? a_.find(t, Lex::place, end_)
                           : std::nullopt;
  if (!country || a_.entry(*country).feature("kind") != "country") {
    return t;
  }
  const At next = t + country->length;
  const bool closed = next >= end_ || a_.tokens[next].mark != 0 || is_and(next) ||
                      field_of_post(next) < end_;  // "ASEAN China summit"
  // "the UN Norway ambassador": Norway's
  const At at = company ? end_ : field_of_post(next);
  const auto post = at < end_ ? a_.find(at, Lex::title, end_) : std::nullopt;
  const bool sent =
      post && a_.entry(*post).has("sent") && !a_.entry(*post).canonical.ends_with("Representative");
  if (!company && (!closed || sent || (post && a_.entry(*post).has("portfolio")))) {
    return t;
  }
  m.range.end = next;
  m.base = a_.text_of(m.range);
  m.country.clear();
  m.level.clear();
  return next;
}

/// Where a post begins at t or after the fields of work that stand there: "director", "peace and
/// security | commissioner"; the end if none does.
Chunker::At Chunker::field_of_post(At t) const {
  At at = t;
  while (at < end_) {
    if (a_.has(at, Lex::title) || a_.has(at, Lex::modifier) || a_.has(at, Lex::status)) {
      return at;
    }
    const auto field = a_.find(at, Lex::portfolio, end_);
    if (!field) {
      break;
    }
    at += field->length;
    at += at < end_ && is_and(at) ? 1U : 0U;
  }
  return end_;
}

/// "Labour", "Liberal Democrat": the end of what a party and its supporters are called; t if
/// nothing of the kind begins there.
Chunker::At Chunker::party_name(At t) const {
  At end = t;
  for (std::uint32_t m = a_.first_match[t]; a_.capital(t) && m < a_.first_match[t + 1]; ++m) {
    const At next = t + a_.matches[m].length;
    if (a_.matches[m].type == Lex::cue && next <= end_ &&
        a_.pack.entry(a_.matches[m].entry).cue == a_.pack.cues().party) {
      end = std::max(end, next);
    }
  }
  return end;
}

/// "Labour leader", "Liberal Democrat health spokeswoman": where the name of a party ends that its
/// supporters have too, before a post that parties have; t if there is none.
Chunker::At Chunker::party_of_post(At t) const {
  const At next = party_name(t);
  if (next == t || head_at(next)) {
    return t;  // "Labour Party leader"
  }
  At at = field_of_post(next);
  while (const auto modifier = a_.find(at, Lex::modifier, end_)) {
    if (a_.has(at, Lex::title) && !a_.has(at + modifier->length, Lex::title)) {
      break;
    }
    at += modifier->length;
  }
  const auto post = a_.find(at, Lex::title, end_);
  return post && a_.entry(*post).has("party") && !word_is(at + post->length, of_) ? next : t;
}

/// "Labour | home secretary", "Conservative | MP": where a party's name ends before a post that is
/// not the party's; t if there is none.
Chunker::At Chunker::supporters(At t) const {
  const At next = party_name(t);
  if (next == t) {
    return t;
  }
  const At post = field_of_post(next);
  const auto title = post < end_ ? a_.find(post, Lex::title, end_) : std::nullopt;
  // "Labour Minister": of labour
  const bool field = a_.has(t, Lex::portfolio) && post == next && title && title->length == 1 &&
                     (a_.entry(*title).has("portfolio") || a_.entry(*title).has("field"));
  return title && !field && !head_at(next) ? next : t;
}

/// "Managing Council | Member", "National Transport Board | Chairman": the body whose noun begins a
/// post of several words; the token after it, t if there is none.
Chunker::At Chunker::body_before_post(At t, int& index) {
  constexpr LexMask other = mask_of(Lex::title) | mask_of(Lex::status);
  constexpr At longest = 5;  // words
  bool named = false;        // by a word that is not of the post: "Deputy Board Chairman"
  for (At at = t; at < end_ && at - t < longest && a_.capital(at) && a_.tokens[at].is(shape_word);
       ++at) {
    const auto post = at > t ? a_.find(at, Lex::title, end_) : std::nullopt;
    const auto noun = post && post->length > 1 && !a_.tokens[at + 1].is(shape_glued)
                          ? a_.find(at, Lex::head, at + 1)
                          : std::nullopt;
    if (noun) {
      const auto office = a_.find(at + 1, Lex::title, end_);
      const bool whole = office && office->length + 1U == post->length &&
                         (a_.entry(*office).has("party") || a_.entry(*office).has("seat"));
      const bool ours = a_.has(at - 1, Lex::level) && a_.entry(*noun).feature("kind") == "party";
      if (!whole || ours || (!named && a_.entry(*noun).has("weak"))) {
        return t;  // "the provincial Party leader"
      }
      const At end = std::exchange(end_, at + 1);
      const At next = body(t, index);
      end_ = end;
      return next == at + 1 && !a_.body(index).reference ? next : t;
    }
    const auto modifier = a_.find(at, Lex::modifier, end_);
    if (((a_.lex[at] & other) != 0 && !modifier) ||
        (modifier && (a_.entry(*modifier).has("ordinal") ||
                      a_.is_of_set({at, at + 1}, Lex::cue, a_.pack.cues().deputy)))) {
      return t;
    }
    named = named || !modifier;
  }
  return t;
}

/// "Serbian Radical | Party | leader": does the word at t name a party, whose post begins at
/// `post`?
bool Chunker::names_party(At t, At post) const {
  constexpr LexMask other = mask_of(Lex::level) | mask_of(Lex::place) | mask_of(Lex::demonym) |
                            mask_of(Lex::modifier) | mask_of(Lex::title) | mask_of(Lex::status);
  const auto title = post < end_ ? a_.find(post, Lex::title, end_) : std::nullopt;
  if (mark_is(t, '\'') && t > begin_ && a_.tokens[t - 1].is(shape_capital)) {
    --t;  // "Spanish People's"
  }
  const bool known = party_name(t) == t + 1;
  return title && a_.entry(*title).has("party") && a_.capital(t) && a_.capital(post - 1) &&
         (a_.lex[t] & other) == 0 && (known || !a_.capital(post));
}

/// "trustee of the Water Trust | and the Land Trust.", "Ambassador to Iran | and Turkey,": a post
/// that one may hold in several bodies or places, in each that stands in a row after the first and
/// closes a part of the sentence; the token after them, t if there are none.
Chunker::At Chunker::more_of_post(At t, std::vector<int>& titles) {
  const TitleMention first = a_.title(titles.front());
  const LexEntry& head = a_.pack.entry(first.head);
  const bool placed = first.body == none && first.place != none;
  if (first.plural || head.has("one") || first.range.end != t ||
      !(placed ? head.has("place") : first.body != none)) {
    return t;
  }
  if (!placed && a_.body(first.body).parent != none) {
    return t;  // "Deputy Chief of the Office of the Delegation and the Council": of one office
  }
  const std::size_t bodies = a_.bodies.size();
  const std::size_t places = a_.places.size();
  std::vector<int> others;
  bool last = false;
  At at = t;
  while (!last && at + 1 < end_) {
    At next = mark_is(at, ',') ? at + 1 : at;
    last = is_and(next);
    next += last ? 1U : 0U;
    const At begin = word_is(next, the_) ? next + 1 : next;
    int other = none;
    if (next == at || begin >= end_ || !a_.capital(begin)) {
      break;
    }
    const At end = placed ? place(begin, other) : body(begin, other);
    if (end == begin || (!placed && a_.body(other).reference)) {
      break;
    }
    others.push_back(other);
    at = end;
  }
  const bool closed = at >= end_ || mark_is(at, '.') || mark_is(at, ';') || mark_is(at, ')') ||
                      (mark_is(at, ',') && !(at + 1 < end_ && a_.has(at + 1, Lex::given)));
  if (!last || !closed || others.empty()) {
    a_.bodies.resize(bodies);
    a_.places.resize(places);
    return t;
  }
  for (const int other : others) {
    TitleMention m = first;
    (placed ? m.place : m.body) = other;
    titles.push_back(static_cast<int>(a_.titles.size()));
    a_.titles.push_back(std::move(m));
  }
  return at;
}

/// "the Commons | transport committee", "the USAID | education office": the part, by its field and
/// its noun in small letters, of a body that ends at t; t if there is none.
Chunker::At Chunker::part_in_small_letters(At t, int& index) {
  const auto field = t < end_ && !a_.capital(t) ? a_.find(t, Lex::portfolio, end_) : std::nullopt;
  const auto noun = field ? head_at(t + field->length) : std::nullopt;
  if (!noun || a_.capital(t + field->length) || a_.body(index).range.end != t) {
    return t;
  }
  const LexEntry& entry = a_.entry(*noun);
  const At next = t + field->length + noun->length;
  const auto kind = entry.feature("kind");
  if (entry.type != Lex::head || !kind || (*kind != "committee" && *kind != "department")) {
    return t;
  }
  BodyMention part;
  part.range = {a_.body(index).range.begin, next};
  part.parent = index;
  describe(part, t + field->length, next, entry);
  index = static_cast<int>(a_.bodies.size());
  a_.bodies.push_back(std::move(part));
  return next;
}

/// "Universidad Central de Loja", "Parti Hijau": a noun of another language that its name follows,
/// with the small words of that language inside it.
Chunker::At Chunker::head_first_name(At t, int& index) {
  const auto head = t < end_ && a_.capital(t) ? a_.find(t, Lex::head, end_) : std::nullopt;
  if (!head || !a_.entry(*head).has("first")) {
    return t;
  }
  const auto is_inner = [&](At at) {
    const auto cue = a_.find(at, Lex::cue, at + 1);
    return !a_.capital(at) && cue && a_.entry(*cue).cue == a_.pack.cues().inner;
  };
  const At begin = t + head->length;
  At next = begin;
  for (At at = begin; at < end_ && at - t < 10;) {
    if (a_.tokens[at].is(shape_word) && (a_.capital(at) || a_.tokens[at].is(shape_glued)) &&
        !a_.has(at, Lex::honorific) && !a_.has(at, Lex::title)) {
      next = ++at;
    } else if (is_inner(at)) {
      ++at;
    } else {
      break;
    }
  }
  if (next == begin) {
    return t;
  }
  BodyMention m;
  m.range = {t, next};
  m.base = a_.text_of(m.range);
  m.kind = a_.entry(*head).feature("kind").value_or("body");
  m.head = fold(a_.text_of({t, begin}));
  m.national = !a_.entry(*head).has("local");
  index = static_cast<int>(a_.bodies.size());
  a_.bodies.push_back(std::move(m));
  return next;
}

/// "the agency", "its board": a noun in small letters that stands for a body named before. Any such
/// noun may; an everyday word only where a body of that noun has been named.
Chunker::At Chunker::reference(At t, int& index) {
  const bool after_article =
      t > begin_ && (word_is(t - 1, the_) || word_is(t - 1, its_) || word_is(t - 1, their_) ||
                     word_is(t - 1, his_) || word_is(t - 1, her_));
  const auto head =
      t < end_ && after_article && !a_.capital(t) ? a_.find(t, Lex::head, end_) : std::nullopt;
  if (!head || a_.entry(*head).has("venue") || a_.has(t, Lex::level)) {
    return t;
  }
  const At next = t + head->length;
  BodyMention m;
  m.range = {t, next};
  m.kind = a_.entry(*head).feature("kind").value_or("body");
  m.head = fold(a_.text_of({next - 1, next}));
  m.base = a_.text_of(m.range);
  m.reference = true;
  if (a_.entry(*head).has("weak") &&
      std::none_of(a_.bodies.begin(), a_.bodies.end(),
                   [&](const BodyMention& b) { return !b.reference && b.head == m.head; })) {
    return t;
  }
  index = static_cast<int>(a_.bodies.size());
  a_.bodies.push_back(std::move(m));
  return next;
}

/// "Communist Party of China (CPC) Shanxi Provincial Committee": one body, though a bracket with
/// the acronym of its first part stands inside.
Chunker::At Chunker::join_acronym(At next, int& index, int depth) {
  if (!mark_is(next, '(') || !mark_is(next + 2, ')') || next + 3 >= end_ ||
      !a_.tokens[next + 1].is(shape_all_capitals) || !a_.capital(next + 3) || depth > 2) {
    return next;
  }
  const int first = index;
  int second = none;
  const At far = body(next + 3, second, depth + 1);
  if (far == next + 3 || a_.body(second).reference) {
    index = first;
    return next;
  }
  BodyMention& whole = a_.body(second);
  whole.range.begin = a_.body(first).range.begin;
  index = second;
  return far;
}

/// "the central province of X", "the Mekong Delta province of X": the token of the noun after words
/// that say where it lies; t if there is none.
Chunker::At Chunker::kind_of_place(At t) const {
  constexpr std::size_t most = 4;
  for (At at = t; at < end_ && at - t < most; ++at) {
    if (at > t && !a_.capital(at) && a_.has(at, Lex::placekind) && word_is(at + 1, of_) &&
        at + 2 < end_ && a_.capital(at + 2)) {
      return at;
    }
    const bool region = a_.capital(at) ? (a_.lex[at] & (mask_of(Lex::title) | mask_of(Lex::head) |
                                                        mask_of(Lex::honorific))) == 0
                                       : !is_function(at) && !a_.has(at, Lex::title);
    if (!a_.tokens[at].is(shape_word) || !region) {
      break;
    }
  }
  return t;
}

Chunker::At Chunker::place(At t, int& index) {
  if (const At kind = kind_of_place(t); kind > t) {
    const At next = place(kind, index);
    return next > kind ? next : t;
  }
  PlaceMention m;
  At next = t;
  const auto known = a_.find(t, Lex::place, end_);
  const auto fill = [&](const LexEntry& e) {
    m.name = worded(e.canonical, {t, t + known->length});
    m.kind = e.feature("kind").value_or("");
    m.country = e.feature("country").value_or("");
    m.within = e.feature("within").value_or("");
  };
  if (known) {
    fill(a_.entry(*known));
    next = t + known->length;
  }
  // Name + kind: "Lam Hoa province", "Priozersk Region"; kind + of + name.
  if (const auto kind = a_.find(t, Lex::placekind, end_); kind && word_is(t + kind->length, of_) &&
                                                          t + kind->length + 1 < end_ &&
                                                          a_.capital(t + kind->length + 1)) {
    const At begin = t + kind->length + 1;
    At at = begin;
    while (at < end_ && a_.capital(at) && a_.tokens[at].is(shape_word) && at - begin < 3 &&
           !a_.has(at, Lex::title) && !(at > begin && a_.has(at, Lex::placekind))) {
      ++at;
    }
    if (at > begin) {
      m.name = a_.text_of({begin, at});
      m.kind = a_.entry(*kind).canonical;
      next = at;
      // "the bridge of Phu An City", "the centre of Kim Giang district": the place inside.
      if (const auto inner = at < end_ ? a_.find(at, Lex::placekind, end_) : std::nullopt;
          inner && !head_at(at + inner->length)) {
        m.kind = a_.entry(*inner).canonical;
        next = at + inner->length;
      }
    }
  } else {
    At at = known ? next : t;
    if (!known) {
      while (at < end_ && a_.capital(at) && a_.tokens[at].is(shape_word) && at - t < 4 &&
             !a_.has(at, Lex::title) && !(at == t && is_function(at)) &&
             !(at > t && a_.has(at, Lex::placekind))) {
        ++at;
      }
    }
    if (at > t && at < end_) {
      if (const auto after = a_.find(at, Lex::placekind, end_);
          after && !(head_at(at + after->length))) {
        if (!known || m.kind.empty() || m.kind == a_.entry(*after).canonical) {
          m.name = a_.text_of({t, at});
          m.kind = a_.entry(*after).canonical;
        } else if (m.kind != a_.entry(*after).canonical) {
          m.within.clear();
          m.kind = a_.entry(*after).canonical;
        }
        next = at + after->length;
      }
    }
  }
  if (next == t) {
    return t;
  }
  m.range = {t, next};
  index = static_cast<int>(a_.places.size());
  a_.places.push_back(m);
  return next;
}

/// "of east China's Shandong Province": the token after the country that owns the place.
Chunker::At Chunker::place_owner(At t) {
  At at = t;
  if (at + 1 < end_ && !a_.capital(at) && a_.has(at + 1, Lex::place) && a_.capital(at + 1)) {
    ++at;  // east, central …
  }
  const auto known = at < end_ ? a_.find(at, Lex::place, end_) : std::nullopt;
  if (known && mark_is(at + known->length, '\'') && at + known->length + 1 < end_ &&
      a_.capital(at + known->length + 1) &&
      (a_.has(at + known->length + 1, Lex::place) || !head_at(at + known->length + 1))) {
    int inner = none;
    const auto places = a_.places.size();
    const bool place_next = place(at + known->length + 1, inner) > at + known->length + 1;
    a_.places.resize(places);
    if (place_next) {
      return at + known->length + 1;
    }
  }
  return t;
}

bool Chunker::is_ordinal(At t) const {
  const auto modifier = a_.find(t, Lex::modifier, end_);
  return modifier && a_.entry(*modifier).has("ordinal");
}

/// "Minister of Justice Delano Marsh": where a known field ends, if nothing but a name can follow.
Chunker::At Chunker::after_field(At begin, At end) const {
  const auto field = a_.find(begin, Lex::portfolio, end);
  if (!field) {
    return end;
  }
  const At rest = begin + field->length;
  if (end - rest < 2 || end - rest > 4) {
    return end;
  }
  for (At t = rest; t < end; ++t) {
    constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::particle);
    if ((a_.lex[t] & ~name) != 0 || !a_.capital(t)) {
      return end;
    }
  }
  return rest;
}

bool Chunker::is_company(At t) const { return company_noun(t) != nullptr; }

/// The noun at t that says what bears the name after it; nullptr if it is none.
const LexEntry* Chunker::company_noun(At t) const {
  for (std::uint32_t m = a_.first_match[t]; m < a_.first_match[t + 1]; ++m) {
    const LexEntry& entry = a_.pack.entry(a_.matches[m].entry);
    if (a_.matches[m].type == Lex::cue && a_.matches[m].length == 1 &&
        entry.cue == a_.pack.cues().company_noun) {
      return &entry;
    }
  }
  return nullptr;
}

/// "Chief Operations Officer", "chief nuclear negotiator": the token of its last word, or t.
Chunker::At Chunker::officer(At t) const {
  if (a_.words[t] != chief_) {
    return t;
  }
  for (At at = t + 1; at < end_ && at - t <= 3 && a_.tokens[at].is(shape_word); ++at) {
    if (a_.words[at] == officer_ && a_.capital(t) && a_.capital(at - 1)) {
      return at;
    }
    const bool post = at > t + 1 && a_.has(at, Lex::title);
    if (post && a_.pack.entry_of(fold(a_.text_of({t, t + 1}) + " " + a_.text_of({at, at + 1})),
                                 Lex::title)) {
      return at;
    }
    if (is_function(at) || post || a_.has(at, Lex::given)) {
      break;
    }
  }
  return t;
}

/// A bracket after a title: "Additional Chief Secretary (Home)", "(Administration):". A field of
/// work counts where the post has one; the rest is left out.
Chunker::At Chunker::title_bracket(At t, TitleMention& m, const LexEntry& head) const {
  if (!mark_is(t, '(') || a_.has(t + 1, Lex::honorific) || begins_given_name(t + 1)) {
    return t;  // "The Attorney General (Mrs Ana Weston): I thank the member."
  }
  At close = t + 1;
  while (close < end_ && close - t < 7 && a_.tokens[close].mark == 0) {
    ++close;
  }
  if (!mark_is(close, ')') || close == t + 1) {
    return t;
  }
  const At after = close + 1;
  const auto same = close == t + 2 ? a_.find(t + 1, Lex::title, close) : std::nullopt;
  if (same && a_.entry(*same).canonical == head.canonical) {
    return after;  // "District Police Officer (DPO)"
  }
  if (head.has("portfolio") && m.portfolio.empty() && a_.has(t + 1, Lex::portfolio)) {
    m.portfolio = a_.text_of({t + 1, close});  // "posted as ACS (home)."
    m.portfolio_of = true;
    return after;
  }
  if (after >= end_) {
    return t;
  }
  const bool name_next = a_.capital(after) && a_.tokens[after].is(shape_word);
  const bool goes_on = name_next || is_connector(after) || mark_is(after, ',') ||
                       mark_is(after, ':') || mark_is(after, '-') || word_is(after, in_) ||
                       a_.tokens[after].is(shape_number) ||  // "GOC (…) 7 Division"
                       word_is(after, at_);
  if (!goes_on) {
    return t;
  }
  // "Joint Secretary (Naval Systems) Anil Rao": what no name is, before one
  bool name = false;
  for (At at = t + 1; at < close; ++at) {
    name = name || a_.has(at, Lex::given) || a_.has(at, Lex::surname) ||
           a_.tokens[at].is(shape_initial);
  }
  const bool named = a_.has(after, Lex::given) || a_.has(after, Lex::honorific) ||
                     a_.has(after, Lex::rank) || a_.has(after, Lex::surname);
  if (name_next && a_.capital(t + 1) && (name || !named)) {
    return t;  // "Secretary (Health) X" without a field we know: another's
  }
  return after;
}

/// "Peace Operations Nils Berg": where the name of a person begins in capitalised words.
Chunker::At Chunker::before_name(At begin, At end) const {
  const auto field = a_.find(begin, Lex::portfolio, end);  // "Panchayati Raj" is all field
  for (At t = begin + (field ? field->length : std::size_t{1}); t + 1 < end && end - begin > 2;
       ++t) {
    // "Fisheries and Marine Resources": after an "and" the field goes on.
    if (a_.has(t, Lex::given) && !a_.has(t, Lex::portfolio) && !a_.tokens[t].is(shape_glued) &&
        !is_and(t - 1)) {
      return t;
    }
  }
  return end;
}

Chunker::At Chunker::title_complement(At t, TitleMention& m, const LexEntry& head) {
  const bool charge = word_is(t, in_) && word_is(t + 1, charge_) && word_is(t + 2, of_);
  const bool of = is_connector(t) || charge;
  const bool loose = word_is(t, to_) || word_is(t, at_) || word_is(t, in_) || word_is(t, on_);
  if (!of && !loose) {
    return t;
  }
  At at = charge ? t + 3 : t + 1;
  bool article = false;
  if (word_is(at, the_) || word_is(at, its_) || word_is(at, his_) || word_is(at, their_)) {
    ++at;
    article = true;
  }
  at = place_owner(at);
  if (at >= end_) {
    return t;
  }
  at = of && article ? kind_of_place(at) : at;
  // "Secretary of Trade and Industry Maria Roque"
  if (const At words = cap_sequence(at), name = after_field(at, before_name(at, words));
      of && name < words && a_.has(name - 1, Lex::portfolio)) {
    const At end = std::exchange(end_, name);
    const At next = title_complement(t, m, head);
    end_ = end;
    return next;
  }
  // "governor of the province": of the one the text is about.
  if (of && article && !a_.capital(at) && head.has("place") &&
      (a_.has(at, Lex::placekind) || a_.has(at, Lex::level)) &&
      !(at + 1 < end_ && head_at(at + 1)) && !mark_is(at + 1, '\'') &&
      !(word_is(at + 1, of_) && at + 2 < end_ && a_.capital(at + 2))) {
    const auto level = a_.find(at, a_.has(at, Lex::level) ? Lex::level : Lex::placekind, end_);
    m.level = a_.entry(*level).canonical;
    return at + level->length;
  }
  // "leader of the main opposition Democratic Party", "head of the newly formed Seed Authority",
  // "chairman of the state-owned Gas Company"
  bool formed = false;
  for (At look = at; article && of && look < end_ && look - at < 4; ++look) {
    if (a_.capital(look)) {
      int named = none;
      const At next = look > at && (formed || !head_at(look)) ? body(look, named) : look;
      if (next > look && !a_.body(named).reference) {
        m.body = named;
        return next;
      }
      break;
    }
    const bool participle = a_.tokens[look].is(shape_word) && a_.token_text(look).ends_with("ed") &&
                            !a_.has(look, Lex::head);
    const bool glued = look + 1 < end_ && a_.tokens[look + 1].is(shape_glued);
    formed = formed || participle;
    if (!participle && !glued && !a_.has(look, Lex::cue) && !a_.has(look, Lex::status)) {
      break;
    }
  }
  if (const At next = of ? numbered_unit(at, m.body) : at; next > at) {
    return next;  // "Commander of the 24 Infantry Division"
  }
  // "Professor of Law at the University of Bend": of the body that follows the field.
  // "Head of Cooperation at the Embassy of Lakonia"
  if (of && !article && !head.has("place") && a_.capital(at)) {
    const At field = cap_sequence(at);
    bool known = head.has("degree") || word_is(field, at_);  // no company that no pack knows
    for (At i = at; i < field; ++i) {
      known = known && (head.has("degree") || a_.tokens[i].mark != 0 || a_.lex[i] != 0);
    }
    known = known && (word_is(field, at_) || word_is(field, in_)) && !is_body_name(at);
    if (const At next = known ? employer(field, m) : field; next > field) {
      if (!head.has("degree")) {
        m.title = join(m.title, a_.text_of({t, field}));
        m.role = join(m.role, a_.text_of({t, field}));
      }
      return next;
    }
  }
  // A field of work: "Minister of Planning and Investment", "minister of health".
  if (of && head.has("portfolio")) {
    int inner = none;
    const auto field = a_.find(at, Lex::portfolio, end_);  // "Law and Justice" is a party, too
    if (const At next = body(at, inner); next > at + (field ? field->length : 0) &&
                                         !a_.body(inner).reference &&
                                         a_.body(inner).kind != "body") {
      m.body = inner;
      return next;
    }
    At next = cap_sequence(at);
    if (next == at && field) {
      next = at + field->length;
    }
    next = after_field(at, before_name(at, next));
    if (next > at) {
      int where = none;
      if (const At after = place(at, where); after >= next) {
        m.place = where;
        return after;
      }
      m.portfolio = a_.text_of({at, next});
      m.portfolio_of = true;
      // "of the Armed Forces of Ghana" and the like keep the place.
      return next;
    }
    return t;
  }
  int inner = none;
  if (const At next = body(at, inner); next > at) {
    const BodyMention& b = a_.body(inner);
    if (!b.reference || article) {
      m.body = inner;
      return next;
    }
  }
  if (const At next = of && article ? company_name(at) : at; next > at) {
    m.body = add_company(at, next);  // "of the federation COTUSA"
    return next;
  }
  // "head of the parliamentary health committee"
  if (of && article && at + 1 < end_ && a_.has(at, Lex::modifier) && ministry_at(at + 1)) {
    if (const At next = body(at + 1, inner); next > at + 1 && !a_.body(inner).reference) {
      a_.body(inner).range.begin = at;
      a_.body(inner).base = a_.text_of(a_.body(inner).range);
      m.body = inner;
      return next;
    }
  }
  if (const At next = of && article ? part_of_body(at, inner) : at; next > at) {
    m.body = inner;  // "of the organization department of the Party Committee"
    return next;
  }
  if (const At next = reference(at, inner); next > at) {
    m.body = inner;
    // "head of the committee's Organization Department"
    if (mark_is(next, '\'') && next + 1 < end_ && a_.capital(next + 1)) {
      int part = none;
      if (const At far = body(next + 1, part); far > next + 1 && !a_.body(part).reference) {
        a_.body(part).parent = inner;
        m.body = part;
        return far;
      }
    }
    // "head of the department of the Ministry of …": of one of its departments.
    const At over = word_is(next, of_) && word_is(next + 1, the_) ? next + 2 : next;
    int whole = none;
    if (const At far = over > next && over < end_ ? body(over, whole) : over;
        far > over && !a_.body(whole).reference) {
      if (next > at + 1 && a_.body(inner).kind == "committee") {
        // "chairman of the standing committee of the provincial congress": which one it is
        BodyMention& committee = a_.body(inner);
        committee.range = {at, far};
        committee.base = a_.text_of(committee.range);
        committee.parent = whole;
        committee.reference = false;
        return far;
      }
      m.body = whole;
      return far;
    }
    return next;
  }
  // "Secretary to the President": whom one serves is no post of one's own.
  if (article && (word_is(t, to_) || word_is(t, of_))) {
    const auto served = a_.titles.size();
    int whom = none;
    if (const At next = title(at, whom); next > at) {
      const TitleMention over = a_.title(whom);
      a_.titles.resize(served);
      // "to the Prime Minister, X,": X is the one served.
      const bool named = mark_is(next, ',') && next + 1 < end_ && is_name_token(next + 1) &&
                         a_.pack.entry(over.head).has("alone");
      if (!over.plural && !named) {
        m.served = true;
        m.body = over.body;
        int there = none;
        if (const At far = word_is(next, in_) && next + 1 < end_ ? place(next + 1, there) : next;
            far > next + 1) {
          m.place = there;
          return far;
        }
        return next;
      }
    }
  }
  // "Vice President for Public Affairs at the Weston Bank"
  if (word_is(t, for_) && !article && a_.capital(at) && !head.has("portfolio")) {
    const At field = cap_sequence(at);
    if (const At next = field > at ? employer(field, m) : field; next > field) {
      return next;
    }
  }
  // "Secretary of the Interior", "Commissioner for Trade and Investment".
  if (of && head.has("field")) {
    if (const auto field = a_.find(at, Lex::portfolio, end_); field && a_.capital(at)) {
      const At next = std::max(at + field->length, cap_sequence(at));
      m.portfolio = a_.text_of({at, next});
      m.portfolio_of = true;
      return next;
    }
    // "commissioner for trade X", "the secretary for health, Y"
    const At next = !article && !a_.capital(at) ? small_field(at) : at;
    if (next > at && a_.has(at, Lex::portfolio) &&
        (mark_is(next, ',') || (next < end_ && is_name_token(next)))) {
      m.portfolio = a_.text_of({at, next});
      m.portfolio_of = true;
      return next;
    }
  }
  // "professor of education at Acorn College"
  if (of && !article && !a_.capital(at)) {
    const At field = small_field(at);
    if (const At next = field > at ? employer(field, m) : field; next > field) {
      if (head.has("one")) {  // "head of strategy at the Audit Board" is not its head
        m.title = join(m.title, a_.text_of({t, field}));
        m.role = join(m.role, a_.text_of({t, field}));
      }
      return next;
    }
  }
  // "chief economist of insurer X", "leader of the junior coalition partner X"
  for (At look = at; of && look + 1 < end_ && look - at < 4 && !a_.capital(look); ++look) {
    if (is_company(look) && a_.capital(look + 1) && a_.tokens[look + 1].is(shape_word) &&
        !a_.has(look + 1, Lex::honorific)) {
      const At next = before_name(look + 1, cap_sequence(look + 1));
      m.body = add_company(look, next);
      return next;
    }
    if (is_function(look) || a_.has(look, Lex::title)) {
      break;
    }
  }
  // "special rapporteur on human rights", "adviser on legal and international affairs"
  if (word_is(t, on_) && a_.has(at, Lex::portfolio) && !article) {
    if (const At next = a_.capital(at) ? cap_sequence(at) : small_field(at); next > at) {
      // "… on human rights in Lakonia"
      const bool there = word_is(next, in_) && next + 1 < end_ && a_.capital(next + 1);
      return there ? cap_sequence(next + 1) : next;
    }
  }
  if (!of && !word_is(t, at_) && !head.has("place")) {
    return t;
  }
  int where = none;
  if (At next = place(at, where); next > at && (of || head.has("place"))) {
    // "general director of the Weston Brewery": no place
    const bool country = a_.places[static_cast<std::size_t>(where)].kind == "country";
    if (const At far = of && article && !country && next < end_ && a_.capital(next) &&
                               a_.tokens[next].is(shape_word) &&
                               !a_.tokens[next].is(shape_all_capitals) &&
                               (a_.lex[next] & ~mask_of(Lex::stop)) == 0
                           ? cap_sequence(at)
                           : next;
        far > next) {
      m.body = a_.add_body({at, far}, "body");
      return far;
    }
    m.place = where;
    if (const At tail = place_tail(next); tail > next) {
      PlaceMention& longer = a_.places[static_cast<std::size_t>(where)];
      longer = PlaceMention();
      longer.range = {at, tail};
      longer.name = a_.text_of(longer.range);
      next = tail;
    }
    if (word_is(t, for_)) {  // "chief economist for the Asia region at investment bank X"
      const At at_work = next < end_ && a_.has(next, Lex::placekind) ? next + 1 : next;
      if (const At far = workplace(at_work, m, head); far > at_work) {
        m.place = none;
        return far;
      }
    }
    return head.has("place") ? destination(next, m) : next;
  }
  if (const At next = head.has("place") ? destination(t, m) : t; next > t) {
    return next;
  }
  if ((of || word_is(t, at_)) && a_.capital(at) && a_.tokens[at].is(shape_word) &&
      !begins_vietnamese_name(at) && !a_.has(at, Lex::honorific) && !a_.has(at, Lex::month)) {
    At next = a_.has(at, Lex::head) ? at + 1 : cap_sequence(at);
    if (!word_is(t, at_)) {
      next = before_name(at, next);
    }
    if (next > at) {
      // A name that no pack knows: of a place if the post takes one, else of a body.
      if (head.has("place")) {
        next = std::max(next, place_tail(next));
        m.place = a_.add_place({at, next});
        return destination(next, m);
      }
      // "Secretary of Trade and Industry": whose every word is one of a field
      bool field = head.has("field");
      for (At i = at; i < next; ++i) {
        field = field && (a_.has(i, Lex::portfolio) || is_and(i));
      }
      if (field) {
        m.portfolio = a_.text_of({at, next});
        m.portfolio_of = true;
        return next;
      }
      m.body = a_.add_body({at, next}, "body");
      return part_in_small_letters(next, m.body);
    }
  }
  return t;
}

/// "Inspector General of Police Punjab Dr X": a place between a post and the form of address or the
/// given name of its holder; t if there is none.
Chunker::At Chunker::place_before_holder(At t, int& where) {
  constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::lastname);
  if (t >= end_ || !a_.capital(t) || !a_.has(t, Lex::place)) {
    return t;
  }
  int found = none;
  const std::size_t places = a_.places.size();
  const At next = place(t, found);
  const bool addressed =
      next > t && next < end_ && (a_.has(next, Lex::honorific) || begins_addressed(next));
  const bool given = next > t && next < end_ && (a_.lex[t] & name) == 0 &&
                     a_.has(next, Lex::given) && begins_given_name(next);
  if (!addressed && !given) {
    a_.places.resize(places);
    return t;
  }
  where = found;
  return next;
}

/// "| the Ministry of Health", no reference and no description ("state power company X"): the token
/// after the body; t if there is none.
Chunker::At Chunker::named_body(At t, int& index) {
  const At there = word_is(t, the_) ? t + 1 : t;
  const At next = there < end_ && a_.capital(there) ? body(there, index) : there;
  return next > there && !a_.body(index).reference ? next : t;
}

/// "organization department of the Party Committee": a part in small letters, up to three words and
/// a noun of a body, with the whole after it; t if there is none.
Chunker::At Chunker::part_of_body(At t, int& index) {
  constexpr At longest = 3;
  At noun = t;
  while (noun < end_ && noun - t < longest && !a_.capital(noun) && a_.tokens[noun].is(shape_word) &&
         !is_function(noun) && !(noun > t && a_.has(noun, Lex::head))) {
    ++noun;
  }
  if (noun == t || noun >= end_ || a_.capital(noun) || !a_.has(noun, Lex::head) ||
      a_.has(t, Lex::level) || !word_is(noun + 1, of_)) {
    return t;
  }
  int whole = none;
  const At end = named_body(noun + 2, whole);
  if (end == noun + 2) {
    return t;
  }
  const auto head = a_.find(noun, Lex::head, end_);
  index = a_.add_body({t, end}, a_.entry(*head).feature("kind").value_or("department"), true);
  a_.body(index).parent = whole;
  return end;
}

/// "as Regional Police Officer | Sargodha,": one capitalised word that no pack knows, after which
/// the phrase ends.
bool Chunker::is_unknown_place(At t) const {
  if (t >= end_ || !a_.capital(t) || !a_.tokens[t].is(shape_word) || a_.lex[t] != 0) {
    return false;
  }
  const At next = t + 1;
  return next == end_ || (a_.tokens[next].mark != 0 && a_.tokens[next].mark != '\'') ||
         a_.token_text(next) == "vice" || a_.token_text(next) == "while" || word_is(next, and_) ||
         word_is(next, on_);
}

/// "… of Law at the University of Bend": the body after a field of work that ends at t; the token
/// after it, t if there is none.
Chunker::At Chunker::employer(At t, TitleMention& m) {
  if (!word_is(t, at_) && !word_is(t, in_)) {
    return t;
  }
  int found = none;
  const At next = named_body(t + 1, found);
  if (next == t + 1) {
    return t;
  }
  m.body = found;
  return next;
}

/// "at Nordbank", "at investment bank Nordbank": whose post it is; the token after it, t if none is
/// named.
Chunker::At Chunker::workplace(At t, TitleMention& m, const LexEntry& head) {
  if (!word_is(t, at_)) {
    return t;
  }
  for (At look = t + 1; look < end_ && look - t < 4 && !a_.capital(look); ++look) {
    if (const At far = company_name(look); far > look) {
      m.body = add_company(look, far);
      return far;
    }
  }
  const At next = title_complement(t, m, head);
  return m.body != none ? next : t;
}

/// "Santa Clara | del Monte,", "Surrey | Bend,": the rest of the name of a place of which a pack
/// knows the begin, up to a mark; t if there is none.
Chunker::At Chunker::place_tail(At t) const {
  constexpr LexMask known = mask_of(Lex::title) | mask_of(Lex::head) | mask_of(Lex::honorific) |
                            mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::stop) |
                            mask_of(Lex::month) | mask_of(Lex::weekday) | mask_of(Lex::rank);
  At at = t;
  while (at < end_ && a_.has(at, Lex::particle) && !a_.capital(at)) {
    ++at;
  }
  if (at >= end_ || !a_.capital(at) || !a_.tokens[at].is(shape_word) || (a_.lex[at] & known) != 0) {
    return t;
  }
  ++at;
  return at == end_ || a_.tokens[at].mark == ',' || a_.tokens[at].mark == '.' ? at : t;
}

/// "ambassador of Kazakhstan to the Kyrgyz Republic": where one is sent.
Chunker::At Chunker::destination(At t, TitleMention& m) {
  const At there = word_is(t + 1, the_) ? t + 2 : t + 1;
  int other = none;
  if (!word_is(t, to_) || there >= end_) {
    return t;
  }
  if (const At next = a_.pack.entry(m.head).has("sent") ? body(there, other) : there;
      next > there && !a_.body(other).reference) {
    m.body = other;  // "of Spain to the World Trade Organization"
    m.place = none;
    return next;
  }
  if (const At next = place(there, other); next > there) {
    m.place = other;
    return next;
  }
  constexpr LexMask known = mask_of(Lex::title) | mask_of(Lex::head) | mask_of(Lex::body) |
                            mask_of(Lex::honorific) | mask_of(Lex::given) | mask_of(Lex::stop) |
                            mask_of(Lex::month) | mask_of(Lex::demonym);
  if (a_.capital(there) && a_.tokens[there].is(shape_word) && (a_.lex[there] & known) == 0 &&
      (there + 1 == end_ || !a_.capital(there + 1))) {
    m.place = a_.add_place({there, there + 1});  // that no pack knows
    return there + 1;
  }
  return t;
}

/// "opposition"
bool Chunker::is_side(At t) const {
  return a_.is_of_set({t, t + 1}, Lex::cue, a_.pack.cues().side);
}

/// "8", "11.52" before the token: "PM" is no post.
bool Chunker::time_before(At t) const {
  const std::string_view before = a_.token_text(t - 1);
  return a_.tokens[t - 1].is(shape_number) && before.size() <= 5 &&
         (before.size() <= 2 || before.find_first_of(".:") != std::string_view::npos);
}

/// Is a post expected here: after "as a", "elected", "whose", or a date that begins the line?
bool Chunker::expected(At t) const {
  At at = t;
  while (at > begin_ && (a_.has(at - 1, Lex::status) || word_is(at - 1, the_) ||
                         a_.words[at - 1] == a_article_ || a_.words[at - 1] == an_article_)) {
    --at;
  }
  if (at == begin_) {
    return false;
  }
  if (mark_is(at - 1, '(')) {
    const auto head = a_.find(t, Lex::title, end_);
    return head && (mark_is(t + head->length, ')') || mark_is(t + head->length, ','));
  }
  if (mark_is(at - 1, '\'') && !a_.tokens[at - 1].is(shape_space_before) && at > begin_ + 1 &&
      is_mixed_case(at - 2)) {
    return true;  // "WeWork's founder"
  }
  if (word_is(at - 1, its_) || word_is(at - 1, his_) || word_is(at - 1, her_) ||
      word_is(at - 1, their_) || word_is(at - 1, whose_)) {
    return true;
  }
  const GrammarCues& cues = a_.pack.cues();
  if (at > begin_ + 1) {
    const auto two = a_.find(at - 2, Lex::cue, at);  // "until now head of the youth wing"
    if (two && two->length == 2 && a_.entry(*two).cue == cues.until_now) {
      return true;
    }
  }
  // "elected Peter Quist chair", but "elected Ida Bang principal dancer"
  const auto post = a_.find(t, Lex::title, end_);
  const At after = post ? t + post->length : end_;
  const bool whole =
      after == end_ || a_.tokens[after].mark != 0 || a_.has(after, Lex::cue) || is_function(after);
  At name = at;
  while (whole && name > begin_ && at - name < longest_name && is_name_token(name - 1)) {
    --name;
  }
  if (name < at && name > begin_) {
    for (std::uint32_t m = a_.first_match[name - 1]; m < a_.first_match[name]; ++m) {
      const Found& before = a_.matches[m];
      if (before.type == Lex::cue && a_.entry(before).cue == cues.gain) {
        return true;
      }
    }
  }
  for (std::uint32_t m = a_.first_match[at - 1]; m < a_.first_match[at]; ++m) {
    const LexEntry& entry = a_.entry(a_.matches[m]);
    if (entry.type == Lex::cue && (entry.cue == cues.as || entry.cue == cues.gain ||
                                   entry.cue == cues.become || entry.cue == cues.been)) {
      return true;
    }
  }
  return a_.tokens[begin_].is(shape_number) || a_.has(begin_, Lex::month);
}

/// "82 Division", "'1' Division", "3 Armoured Division": a unit by its number; the token after it,
/// t if there is none.
Chunker::At Chunker::numbered_unit(At t, int& index) {
  const auto quote = [&](At at) { return mark_is(at, '"') || mark_is(at, '\''); };
  const At number = quote(t) ? t + 1 : t;
  if (number + 1 >= end_ || !a_.tokens[number].is(shape_number)) {
    return t;
  }
  At at = quote(number + 1) ? number + 2 : number + 1;
  for (const At first = at; at < end_ && at - first < 3 && a_.capital(at); ++at) {
    const auto unit = a_.find(at, Lex::head, end_);
    if (!unit || !a_.entry(*unit).has("number")) {
      continue;
    }
    BodyMention b;
    b.range = {number, at + unit->length};
    describe(b, at, b.range.end, a_.entry(*unit));
    index = static_cast<int>(a_.bodies.size());
    a_.bodies.push_back(std::move(b));
    return a_.bodies.back().range.end;
  }
  return t;
}

/// "NP", "PaC": a word of at least two capitals among at most six letters.
bool Chunker::is_acronym(At t) const {
  const std::string_view text = a_.token_text(t);
  const auto capitals =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return text.size() <= 6 && capitals >= 2;
}

/// Does a line end before the token?
bool Chunker::at_line_end(At t) const {
  return t >= a_.tokens.size() || a_.tokens[t].is(shape_line_start);
}

Chunker::At Chunker::title(At t, int& index) {
  if (t > begin_ && a_.tokens[t].is(shape_all_capitals) && is_addressed(t)) {
    return t;  // "Dr. PS Salim": initials
  }
  TitleMention m;
  At at = t;
  std::string modifiers;
  std::string role_modifiers;
  bool prefixed = false;
  std::size_t steps = 0;
  std::optional<Found> head;
  At words_begin = t;
  At field_begin = t;
  std::string before_field;  // the modifiers before it, as worded
  std::string role_before_field;
  if (const At office = a_.capital(t) ? body_before_post(t, m.body) : t; office > t) {
    at = office;
    prefixed = true;
  }
  while (at < end_ && steps++ < 12) {
    if (const auto status = a_.find(at, Lex::status, end_)) {
      const LexEntry& e = a_.entry(*status);
      const At more = at + status->length;  // "OIC Director", "the OIC of the office"
      // "Ag Director" is acting, "Siemens AG" is not
      const bool letters = a_.tokens[at].is(shape_all_capitals) && e.surface.size() == 2;
      const bool post = a_.has(at, Lex::title) &&
                        !(more < end_ && (a_.has(more, Lex::title) || a_.has(more, Lex::modifier)));
      if (!e.has("after") && !post && !letters) {
        if (e.canonical != "current") {
          m.status = e.canonical;
        }
        at += status->length;
        at += mark_is(at, '.') ? std::size_t{1} : std::size_t{0};
        const auto again = mark_is(at, '(') && at + 2 < end_  // "Plt. (acting)"
                               ? a_.find(at + 1, Lex::status, end_)
                               : std::nullopt;
        at += again && mark_is(at + 1 + again->length, ')') ? again->length + 2 : std::size_t{0};
        continue;
      }
    }
    if (const At next = m.body == none ? party_of_post(at) : at; next > at) {
      const bool nation = m.place != none && a_.place(m.place).demonym;  // "Scottish Labour leader"
      m.body = a_.add_body({nation ? a_.place(m.place).range.begin : at, next}, "party", true);
      m.place = nation ? none : m.place;
      prefixed = field_of_post(next) == next;
      at = next;
      continue;
    }
    if (const At next = m.body == none && !prefixed ? supporters(at) : at; next > at) {
      at = next;
      continue;
    }
    auto found = a_.find(at, Lex::title, end_);
    // "police commissioner General X": his rank
    if (found && found->length > 1 && !a_.capital(at) && a_.capital(at + found->length - 1) &&
        a_.has(at + found->length - 1, Lex::rank)) {
      const auto shorter = a_.find(at, Lex::title, at + found->length - 1);
      found = shorter ? shorter : found;
    }
    // "state deputy chief minister": of the chief minister
    if (found && found->length > 1 && a_.has(at + found->length - 1, Lex::modifier) &&
        at + found->length < end_ && a_.has(at + found->length, Lex::title) &&
        a_.has(at, Lex::level)) {
      found.reset();
    }
    if (const At last = found ? officer(at) : at; last > at + 1 && found->length <= last - at) {
      // The words between are part of the post.
      if (modifiers.empty()) {
        words_begin = at;
      }
      modifiers = join(modifiers, a_.text_of({at, last}));
      role_modifiers = join(role_modifiers, a_.text_of({at, last}));
      at = last;
      found = a_.find(at, Lex::title, end_);
    }
    // "MCA president": letters that are a post elsewhere
    if (found && found->length == 1 && a_.tokens[at].is(shape_all_capitals) && at + 1 < end_ &&
        !a_.capital(at + 1) && a_.has(at + 1, Lex::title) && !a_.entry(*found).has("alone") &&
        !a_.entry(*found).has("seat") && !a_.entry(*found).has("whole")) {
      found.reset();
    }
    // "its third interior minister in five years" is the interior minister.
    const auto counted = !found && !a_.capital(at) && modifiers.empty() && at + 1 < end_ &&
                                 a_.has(at, Lex::modifier) && is_ordinal(at)
                             ? a_.find(at + 1, Lex::title, end_)
                             : std::nullopt;
    if (counted && !a_.has(at + 1, Lex::modifier) && a_.entry(*counted).has("one") &&
        !a_.entry(*counted).has("field")) {  // "its first vice-chancellor"
      ++at;
      continue;
    }
    if (!found && !a_.capital(at) && modifiers.empty() && at + 1 < end_ &&
        a_.has(at, Lex::modifier) && is_ordinal(at) && a_.has(at + 1, Lex::portfolio)) {
      ++at;
      m.counted = true;
      continue;
    }
    if (const auto field = found ? a_.find(at, Lex::portfolio, end_) : std::nullopt;
        field && field->length >= found->length && at + field->length < end_ &&
        (a_.has(at + field->length, Lex::title) || a_.has(at + field->length, Lex::head)) &&
        (a_.capital(at + field->length) == a_.capital(at) || takes_field(at + field->length))) {
      found.reset();  // "Justice Minister", "Justice minister", "Justice Department spokesman"
    }
    const auto modifier = a_.find(at, Lex::modifier, end_);
    const auto body_noun = head_at(at);  // "Standing Committee Member": no modifier
    // "Deputy Director-General" is no Deputy Director.
    const auto longer = modifier && found && found->length > modifier->length
                            ? a_.find(at + modifier->length, Lex::title, end_)
                            : std::nullopt;
    if (modifier &&
        (!found || found->length <= modifier->length ||
         (longer && modifier->length + longer->length > found->length)) &&
        !(body_noun && body_noun->length > modifier->length)) {
      // "deputy" is both; it is a modifier only before a title.
      At after = at + modifier->length;
      if (mark_is(after, '.') && a_.has(after - 1, Lex::abbreviation)) {
        ++after;  // "Addl. Commissioner"
      }
      if (mark_is(after, '-') && !a_.tokens[after].is(shape_space_before)) {
        ++after;  // "Vice- Chancellor", at the end of a line
      }
      const bool more =
          after < end_ && (a_.has(after, Lex::title) || a_.has(after, Lex::modifier) ||
                           a_.has(after, Lex::portfolio) || a_.has(after, Lex::level));
      if (more || !found) {
        if (!more && !a_.has(after, Lex::place) && !a_.capital(after < end_ ? after : at)) {
          return t;
        }
        if (modifiers.empty()) {
          words_begin = at;
        }
        modifiers = join(modifiers, a_.text_of({at, after}));
        role_modifiers = join(role_modifiers, a_.entry(*modifier).canonical);
        at = after;
        continue;
      }
    }
    if (found) {
      head = found;
      const At next = at + found->length;
      // "Secretary of Labor and Employment", "head of security firm X": the words of the longer
      // post belong to what comes after it.
      if (found->length > 1 && next + 1 < end_ && a_.capital(next + 1) &&
          ((is_and(next) && a_.capital(next - 1) && a_.has(next + 1, Lex::portfolio)) ||
           (!a_.capital(next) && (is_company(next) || a_.has(next, Lex::head))))) {
        const auto shorter = a_.find(at, Lex::title, at + 1);
        head = shorter ? shorter : head;
      }
      break;
    }
    if (const auto field = a_.find(at, Lex::portfolio, end_)) {
      // Only straight before the title: "Public Works Minister", "peace and security commissioner".
      const At after = m.body != none ? field_of_post(at) : at + field->length;
      const bool title_next =
          after < end_ && (a_.has(after, Lex::title) || a_.has(after, Lex::modifier));
      if (title_next) {
        m.portfolio =
            after == at + field->length ? a_.entry(*field).canonical : a_.text_of({at, after});
        field_begin = at;
        before_field = modifiers;
        role_before_field = role_modifiers;
        at = after;
        prefixed = true;
        continue;
      }
    }
    if (prefixed) {
      return t;
    }
    // "BJP spokesperson": an acronym that no pack knows.
    constexpr LexMask letters = mask_of(Lex::cue) | mask_of(Lex::rank) | mask_of(Lex::title);
    if (a_.tokens[at].is(shape_all_capitals) && at + 1 < end_ && (a_.lex[at] & ~letters) == 0 &&
        !found &&
        (a_.has(at + 1, Lex::title) ||
         ((a_.has(at + 1, Lex::modifier) || a_.has(at + 1, Lex::status)) && at + 2 < end_ &&
          a_.has(at + 2, Lex::title))) &&
        !a_.tokens[at + 1].is(shape_all_capitals)) {
      m.body = a_.add_body({at, at + 1}, "body", true);
      ++at;
      prefixed = true;
      continue;
    }
    // A body, a place or a country's adjective before the title; "the agency's director".
    int inner = none;
    At owner = body(at, inner);
    owner = owner == at && at == t ? reference(at, inner) : owner;
    if (owner > at) {
      // "National Party (NP) leader", "Party Committee (PaC) Secretary", "Department … (Dotri)
      // head"
      const bool acronym =
          mark_is(owner, '(') && owner + 3 < end_ && mark_is(owner + 2, ')') &&
          (is_acronym(owner + 1) ||
           (a_.capital(owner + 1) && a_.lex[owner + 1] == 0 && a_.has(owner + 3, Lex::title)));
      owner += acronym ? std::size_t{3} : std::size_t{0};
      const At post = mark_is(owner, '\'') ? owner + 1 : owner;
      const bool status = post < end_ && a_.has(post, Lex::status);  // "'s new leader"
      if (const At party = post < end_ ? party_of_post(post) : post; party > post) {
        m.body = inner;  // "Senate Republican leader"
        at = party;
        prefixed = field_of_post(party) == party;
        continue;
      }
      const bool known = status || a_.has(post, Lex::title) || a_.has(post, Lex::modifier);
      if (post < end_ && (known || (!a_.capital(post) && field_of_post(post) < end_))) {
        m.body = inner;
        at = post;
        prefixed = known;
        continue;
      }
      return t;
    }
    if (const At next = place(at, inner); next > at) {
      const At post = mark_is(next, '\'') ? next + 1 : next;
      if (post < end_ && (a_.has(post, Lex::title) || a_.has(post, Lex::modifier) ||
                          a_.has(post, Lex::portfolio) || a_.has(post, Lex::status))) {
        m.place = inner;
        at = post;
        prefixed = !a_.has(post, Lex::portfolio);
        continue;
      }
      return t;
    }
    if (const auto country = a_.find(at, Lex::demonym, end_)) {
      PlaceMention p;
      p.range = {at, at + country->length};
      p.name = a_.entry(*country).canonical;
      p.kind = "country";
      p.demonym = true;
      m.place = static_cast<int>(a_.places.size());
      a_.places.push_back(p);
      at += country->length;
      continue;
    }
    if (const auto level = a_.find(at, Lex::level, end_);
        level && at + level->length < end_ &&
        (a_.has(at + level->length, Lex::title) || a_.has(at + level->length, Lex::modifier))) {
      if (modifiers.empty()) {
        words_begin = at;
      }
      modifiers = join(modifiers, a_.text_of({at, at + level->length}));
      role_modifiers = join(role_modifiers, a_.entry(*level).surface);
      at += level->length;
      continue;
    }
    return t;
  }
  if (!head) {
    return t;
  }
  if (a_.entry(*head).has("cap") &&
      (!a_.capital(at) || (at == t && t > begin_ && time_before(t)))) {
    return t;  // "8 pm", "11.52 PM"
  }
  const LexEntry& e = a_.entry(*head);
  const At head_end = at + head->length;
  if (a_.tokens[at].is(shape_all_capitals) && head->length == 1 && head_end < end_ &&
      !a_.capital(head_end) && a_.has(head_end, Lex::title)) {
    return t;  // "GOC president": the letters are a body's
  }
  if (!m.portfolio.empty() && !e.has("portfolio") && !(e.has("field") && a_.capital(at))) {
    if (e.has("seat") && !a_.capital(field_begin)) {
      return t;  // "family members", "community members"
    }
    // "Communications Director": no ministry.
    m.portfolio.clear();
    const std::string field = a_.text_of({field_begin, at});
    words_begin = before_field.empty() ? field_begin : words_begin;
    modifiers = join(before_field, field);
    role_modifiers = join(role_before_field, field);  // "Deputy | Health | Director"
  }
  m.head = head->entry;
  m.words = {modifiers.empty() ? at : words_begin, head_end};
  m.title = join(modifiers, a_.text_of({at, head_end}));
  m.role = join(role_modifiers, e.canonical);
  m.plural = e.has("plural");
  if (e.has("seat") && ((is_ordinal(words_begin) && words_begin < at) ||
                        (t > begin_ && !a_.capital(t) && is_ordinal(t - 1)))) {
    return t;  // "the third member of the Cabinet to quit" is none of its posts
  }
  m.served = e.has("served");
  if (e.has("acting") && m.status.empty()) {
    m.status = "acting";
  }
  if (m.plural) {  // each of them holds one
    const std::string text = a_.text_of({at, head_end});
    const std::string one = text.ends_with('s') ? text.substr(0, text.size() - 1) : "";
    const bool worded = one.size() > 3 && head->length == 1 &&
                        !a_.tokens[at].is(shape_all_capitals) && fold(one) != fold(e.canonical) &&
                        a_.pack.entry_of(fold(one), Lex::title);
    m.title = worded ? join(modifiers, one) : m.role;  // "vice chairpersons"
  }
  At next = title_bracket(head_end, m, e);
  if (mark_is(next, '.') && !a_.tokens[next].is(shape_space_before) && next + 1 < end_ &&
      a_.has(next - 1, Lex::abbreviation)) {
    ++next;
  }
  if (const auto status = a_.find(next, Lex::status, end_);
      status && a_.entry(*status).has("after")) {
    m.status = a_.entry(*status).canonical;
    next += status->length;
  }
  // "the party's spokesman in parliament": of the party.
  const bool elsewhere = m.body != none && !is_connector(next) && !word_is(next, on_);
  if (elsewhere && word_is(next, in_)) {  // "the WHO representative in Viet Nam Angela Prat"
    const auto country = next + 1 < end_ ? a_.find(next + 1, Lex::place, end_) : std::nullopt;
    const At far = country ? next + 1 + country->length : next;
    next = country && far < end_ && a_.entry(*country).feature("kind") == "country" &&
                   is_name_token(far)
               ? far
               : next;
  }
  At after = elsewhere ? next : title_complement(next, m, e);
  if (after == next && (e.has("portfolio") || e.has("field")) && m.portfolio.empty() &&
      m.place == none && m.body == none && mark_is(next, ',') && next + 1 < end_ &&
      a_.capital(next + 1)) {
    const auto field = a_.find(next + 1, Lex::portfolio, end_);
    const At words = cap_sequence(next + 1);
    // "Principal Secretary, Medical and Health": its last word is a field of work.
    if (field || (words > next + 2 && is_and(words - 2) && a_.has(words - 1, Lex::portfolio))) {
      const At far = std::max(next + 1 + (field ? field->length : 0), words);
      bool office = false;  // "Permanent Secretary, Ministry of Trade and Industry"
      for (At i = next + 1; i < far; ++i) {
        office = office || (a_.has(i, Lex::head) && !a_.has(i, Lex::portfolio));
      }
      if ((far == end_ || (a_.tokens[far].mark != 0 && a_.tokens[far].mark != '\'')) && !office) {
        m.portfolio = a_.text_of({next + 1, far});
        m.portfolio_of = true;
        after = far;
      }
    }
  }
  // "Director General Coast Guard", "Chairman Weston Council,", "MEMBER 5TH GOVERNING COUNCIL": the
  // body straight after the post, where it is at least two words and the phrase ends with it.
  const bool ordinal = next + 1 < end_ && a_.tokens[next].is(shape_number) &&
                       !to_number(a_.token_text(next));  // "5TH"
  if (const At whole = ordinal ? next + 1 : next;
      after == next && whole < end_ && a_.capital(whole) && !a_.tokens[whole].is(shape_column)) {
    int inner = none;
    const std::size_t bodies = a_.bodies.size();
    const At far = body(whole, inner);
    const bool closed = far >= end_ || (a_.tokens[far].mark != 0 && a_.tokens[far].mark != '\'') ||
                        a_.has(far, Lex::honorific) || a_.has(far, Lex::rank);
    const bool plain = !e.has("bare") && !e.has("place") && !e.has("portfolio") && !prefixed;
    if (far > whole && !a_.body(inner).reference &&
        (head->length > 2 || (closed && plain && a_.capital(at) && far - whole > 1))) {
      m.body = inner;
      after = far;
    } else {
      a_.bodies.resize(bodies);
    }
  }
  // "Commander 16 Brigade", "GOC 3 Armoured Division", "Brigade Commander, 13 Brigade"
  if (const At unit = mark_is(next, ',') ? next + 1 : next; after == next) {
    if (const At far = numbered_unit(unit, m.body); far > unit) {
      after = far;
    }
  }
  // "Deputy Commander SEACOM Lt. Gen. X": letters that no pack knows, before a rank or a name
  if (after == next && next + 1 < end_ && !prefixed && a_.tokens[next].is(shape_all_capitals) &&
      a_.tokens[next].end - a_.tokens[next].begin > 2 &&  // "Spokesman SP X": his rank
      a_.lex[next] == 0 && !a_.tokens[at].is(shape_all_capitals) &&
      !a_.tokens[next + 1].is(shape_all_capitals) &&
      (a_.has(next + 1, Lex::rank) || a_.has(next + 1, Lex::honorific) ||
       (a_.has(next + 1, Lex::given) && a_.capital(next + 1)))) {
    m.body = a_.add_body({next, next + 1}, "body", true);
    after = next + 1;
  }
  if (after == next && !prefixed && m.body == none) {
    after = place_before_holder(next, m.place);
    const bool beside = t > begin_ + 2 && mark_is(t - 1, ',') && is_name_token(t - 2) &&
                        is_name_token(t - 3) && !a_.has(t - 2, Lex::place);
    const bool as = t > begin_ && a_.is_of_set({t - 1, t}, Lex::cue, a_.pack.cues().as) &&
                    !mark_is(next + 1, ',');  // "as Governor X, who"
    const bool told = beside || as;
    if (after == next && e.has("place") && !e.has("alone") && told && m.place == none &&
        (head->length > 1 || a_.tokens[at].is(shape_all_capitals)) && is_unknown_place(next)) {
      m.place = a_.add_place({next, next + 1});
      after = next + 1;
    }
  }
  const bool complement = after > next;
  next = after;
  // "Chairwoman of the Fatherland Front Committee of the province X"
  if (m.body != none && complement && word_is(next, of_) && word_is(next + 1, the_) &&
      next + 2 < end_ && !a_.capital(next + 2) &&
      (a_.has(next + 2, Lex::placekind) || a_.has(next + 2, Lex::level))) {
    const Lex kind = a_.has(next + 2, Lex::level) ? Lex::level : Lex::placekind;
    const auto level = a_.find(next + 2, kind, end_);
    BodyMention& b = a_.body(m.body);
    if (b.place.empty() && b.level.empty()) {
      b.level = a_.entry(*level).canonical;
    }
    next += level->length + std::size_t{2};
  }
  // "Director, General Hospital": the body after a comma, where nothing else follows it.
  if (!complement && !prefixed && m.place == none && a_.capital(at) && mark_is(next, ',')) {
    int inner = none;
    const At far = next + 1 < end_ ? body(next + 1, inner) : next + 1;
    if (far > next + 1 && !a_.body(inner).reference &&
        (far == end_ || (a_.tokens[far].mark != 0 && a_.tokens[far].mark != '\'') ||
         word_is(far, and_))) {
      m.body = inner;
      next = far;
    }
  }
  // "X, Chief Executive Officer, Northwind": a name that no pack knows, where the line ends with
  // it.
  if (!complement && !prefixed && m.place == none && m.body == none && m.portfolio.empty() &&
      mark_is(next, ',') && !e.has("place") && !e.has("alone") && a_.capital(at) && t > begin_ &&
      (mark_is(t - 1, ',') || is_and(t - 1)) && next + 1 < end_ && a_.capital(next + 1)) {
    constexpr LexMask other = mask_of(Lex::given) | mask_of(Lex::surname) |
                              mask_of(Lex::honorific) | mask_of(Lex::rank) | mask_of(Lex::place) |
                              mask_of(Lex::title) | mask_of(Lex::modifier) |
                              mask_of(Lex::portfolio) | mask_of(Lex::stop) | mask_of(Lex::month) |
                              mask_of(Lex::weekday) | mask_of(Lex::demonym);
    const At far = cap_sequence(next + 1);
    const bool ends = far == end_ || (mark_is(far, ';') && far + 1 == end_);
    const bool listed = a_.tokens[begin_].mark == '-' || a_.tokens[begin_].mark == '*' ||
                        a_.tokens[begin_].is(shape_number);
    if (far > next + 1 && ends && listed && (a_.lex[next + 1] & other) == 0 && at_line_end(end_)) {
      m.body = a_.add_body({next + 1, far}, "body", true);
      next = far;
    }
  }
  // "Managing Director, Asia Pacific, at Orion Capital"
  if (!complement && !prefixed && m.place == none && m.body == none && mark_is(next, ',') &&
      next + 1 < end_ && a_.capital(next + 1)) {
    constexpr At longest_field = 6;
    constexpr LexMask field_word =
        mask_of(Lex::portfolio) | mask_of(Lex::stop) | mask_of(Lex::place) | mask_of(Lex::modifier);
    constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::honorific) | mask_of(Lex::rank);
    const At field = cap_sequence(next + 1);
    bool known = field - next < longest_field && mark_is(field, ',') && word_is(field + 1, at_) &&
                 field + 2 < end_ && !a_.has(field + 2, Lex::weekday);
    for (At i = next + 1; known && i < field; ++i) {
      if (const auto where = a_.find(i, Lex::place, field)) {
        i += where->length - std::size_t{1};
        continue;
      }
      known = a_.tokens[i].mark != 0 || is_and(i) ||
              ((a_.lex[i] & field_word) != 0 && (a_.lex[i] & name) == 0);
    }
    if (const At far = known ? workplace(field + 1, m, e) : next; far > field + 1) {
      next = far;
    }
  }
  // "Director, Pollution Control" on a line of its own: a unit that no noun names, of words at
  // least one of which is no part of a name.
  if (!complement && !prefixed && m.place == none && m.body == none && m.portfolio.empty() &&
      mark_is(next, ',') && !e.has("place") && !e.has("alone") && !e.has("bare") &&
      !e.has("home") && a_.capital(at) && t == begin_ && a_.tokens[t].is(shape_line_start) &&
      next + 1 < end_ && a_.capital(next + 1) && at_line_end(end_)) {
    constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::honorific) | mask_of(Lex::title) |
                             mask_of(Lex::month) | mask_of(Lex::weekday) | mask_of(Lex::place);
    constexpr LexMask noun = mask_of(Lex::portfolio) | mask_of(Lex::stop) | mask_of(Lex::head);
    constexpr At longest_unit = 7;
    const bool whole = end_ - next <= longest_unit + 1 && cap_sequence(next + 1) == end_;
    bool known = false;
    bool other = false;
    for (At i = next + 1; whole && i < end_; ++i) {
      const bool link = a_.tokens[i].mark != 0 || is_function(i);
      other = other || (!link && (a_.lex[i] & name) != 0);
      known = known || (!link && (a_.lex[i] & noun) != 0);
    }
    if (whole && known && !other) {
      m.body = a_.add_body({next + 1, end_}, "department", true);
      next = end_;
    }
  }
  if (!complement && m.place == none && m.body == none && mark_is(next, ',') && e.has("place") &&
      next + 1 < end_) {
    // "Camat (District Head), Lamboya Timur" at the end of a line or a cell.
    const At far = cap_sequence(next + 1);
    const bool dashes =
        (far == end_ || (mark_is(far, '-') && a_.tokens[far].is(shape_space_before))) &&
        t > begin_ && mark_is(t - 1, '-');  // "X - Collector, Kollam - Director"
    // "X, Collector, Barmer, has been transferred"
    const bool between = far == next + 2 && mark_is(far, ',') && t > begin_ &&
                         mark_is(t - 1, ',') && a_.lex[next + 1] == 0;
    if (((far == end_ && end_ < a_.tokens.size() && column_end_) || dashes || between) &&
        far > next + 1 && !begins_vietnamese_name(next + 1) && !a_.has(next + 1, Lex::honorific) &&
        !a_.has(next + 1, Lex::given)) {
      m.place = a_.add_place({next + 1, far});
      next = far;
    }
  }
  if (m.body != none && m.place != none) {
    // "Party Committee Secretary of Tan Phu Commune": the place of the body.
    BodyMention& b = a_.body(m.body);
    if (b.place.empty()) {
      b.place = a_.place(m.place).name;
      b.placekind = a_.place(m.place).kind;
    }
    m.place = none;
  }
  const bool capital = a_.capital(at);
  if (e.has("royal") && !capital && !complement && !(t > begin_ && word_is(t - 1, the_)) &&
      !(m.place != none && a_.place(m.place).demonym)) {
    return t;  // "beauty queen", "the king of", "the Saudi king"
  }
  const bool address =
      next < end_ && (is_name_token(next) || (mark_is(next, ',') && a_.has(next + 1, Lex::rank)));
  if (e.has("degree") && !complement && address) {
    return t;  // "Professor X", "Associate Professor, Dr. X": a form of address
  }
  const bool before_name =
      next < end_ && a_.tokens[next].is(shape_word) && a_.capital(next) && !e.has("trade");
  // "who heads Delta University": a verb.
  const bool verb = m.plural && !capital && m.body == none && t > begin_ && a_.has(t - 1, Lex::cue);
  m.weak = e.has("weak") && !complement && !prefixed && modifiers.empty() && !capital &&
           (!before_name || verb) && !expected(t);
  if (t > begin_) {
    // "its Secretary", "its two vice-chairs"
    const bool counted = t > begin_ + 1 && is_function(t - 1) && m.plural;
    const WordId before = a_.words[counted ? t - 2 : t - 1];
    // "her deputy chief of staff" is the person's; "his deputy", of the body
    m.own = before == its_ || before == their_ || before == whose_ ||
            ((before == his_ || before == her_) && e.canonical == "Deputy");
    m.whose = before == whose_;
  }
  m.range = {t, next};
  index = static_cast<int>(a_.titles.size());
  a_.titles.push_back(std::move(m));
  return next;
}

Chunker::At Chunker::honorifics(At t, bool& any) const {
  At at = t;
  while (at < end_) {
    auto found = a_.find(at, Lex::honorific, end_);
    const auto rank = a_.find(at, Lex::rank, end_);
    if (rank && (!found || rank->length > found->length) && a_.capital(at) &&
        !(a_.entry(*rank).has("after") &&
          a_.token_text(at).size() < 3)) {  // "Md Karim", "JP Weston"
      found = rank;
    }
    if (!found || (a_.words[at] == he_ && !a_.tokens[at].is(shape_all_capitals))) {
      break;  // "HE" is an honorific, "He" none
    }
    at += found->length;
    any = true;
    if (mark_is(at, '.') || (mark_is(at, '\'') && a_.token_text(at).size() <= 3 && word_is(at, 0) &&
                             at + 1 < end_ && a_.capital(at + 1))) {
      ++at;  // "Dr.", "Dato'"
    }
    // "(rtd)" and the like after a rank.
    if (mark_is(at, '(') && mark_is(at + 2, ')')) {
      at += 3;
    } else if (mark_is(at, '(') && mark_is(at + 2, '.') && mark_is(at + 3, ')')) {
      at += 4;
    }
  }
  return at;
}

/// Parts of a name that are no capitalised word: a nickname in quotation marks, "a/l", "St.", "@".
Chunker::At Chunker::name_part(At t, At begin, std::size_t words) const {
  if (words == 0 || t + 1 >= end_) {
    return t;
  }
  const bool bracket = mark_is(t, '(');
  const At quote = bracket ? t + 1 : t;
  if (mark_is(quote, '"') && quote + 1 < end_ && a_.capital(quote + 1)) {
    At close = quote + 2;
    while (close < end_ && close - quote < 4 &&
           (a_.capital(close) || a_.tokens[close].is(shape_glued))) {  // "Jun-jun"
      ++close;
    }
    const At after = bracket ? close + 2 : close + 1;
    if (mark_is(close, '"') && (!bracket || mark_is(close + 1, ')')) && after < end_ &&
        is_name_token(after)) {
      return after;
    }
    return t;
  }
  // Malaysian "son of", "daughter of": a/l, a/p; Thai and Malay "also known as": @.
  if (a_.tokens[t].end - a_.tokens[t].begin == 1 && mark_is(t + 1, '/') && t + 3 < end_ &&
      a_.tokens[t + 2].end - a_.tokens[t + 2].begin == 1 && is_name_token(t + 3)) {
    return t + 3;
  }
  if (mark_is(t, '@') && is_name_token(t + 1)) {
    return t + 1;
  }
  // "Mary St. James": a short capitalised word with a full stop, straight before more of the name.
  if (t > begin && mark_is(t, '.') && !a_.tokens[t].is(shape_space_before) &&
      a_.has(t - 1, Lex::abbreviation) && is_name_token(t + 1)) {
    return t + 1;
  }
  return t;
}

Chunker::At Chunker::person(At t, int& index) {
  bool addressed = false;
  const At begin = honorifics(t, addressed);
  At at = begin;
  std::size_t words = 0;
  bool given = false;
  while (at < end_ && words < longest_name) {
    const Token& token = a_.tokens[at];
    // "Ly A Pao": a short word inside a Vietnamese name is a syllable of it.
    // "Wang Jun": so may a month be, unless a day or a year follows.
    const bool month = words > 0 && a_.has(at, Lex::month) &&
                       !(at + 1 < end_ && a_.tokens[at + 1].is(shape_number));
    // "Bui Thi Sen": a name of two syllables goes on, whatever the third means elsewhere.
    constexpr LexMask noun = mask_of(Lex::placekind) | mask_of(Lex::level) | mask_of(Lex::head) |
                             mask_of(Lex::month) | mask_of(Lex::document) | mask_of(Lex::event);
    // "Tan Lao Sieu", "Le Thai Ho"
    const bool second = words == 1 && a_.has(at, Lex::demonym) && token.end - token.begin <= 4 &&
                        at + 1 < end_ && is_name_token(at + 1);
    const bool third = words == 2 && token.end - token.begin <= 4 && (a_.lex[at] & noun) == 0;
    const bool syllable =
        words > 0 && token.is(shape_word) && token.is(shape_capital) &&
        ((a_.has(begin, Lex::surname) && (is_function(at) || second || third)) || month);
    // "Ms. So Thu Ha"; "He Ping" inside a sentence, where the pronoun has no capital
    const bool surname = words == 0 && is_function(at) && a_.capital(at) && at > begin_ &&
                         at + 1 < end_ && is_name_token(at + 1) &&
                         (a_.words[at] == he_ ||
                          ((addressed || after_title_) && at + 2 < end_ && is_name_token(at + 2)));
    const bool word = words == 0 && (addressed || after_title_) && is_word_of_name(at);
    // "Ustaz Karim Hakim," though a hakim is a judge elsewhere
    const bool closing = addressed && words == 1 && a_.has(at, Lex::title) && a_.capital(at) &&
                         (at + 1 == end_ || a_.tokens[at + 1].mark != 0);
    const bool he = words == 1 && a_.words[at] == he_ && a_.capital(at) && begin > begin_;
    if (is_name_token(at) || syllable || surname || word || closing || he ||
        (given && words > 0 && is_last_name(at))) {
      given = given || a_.has(at, Lex::given);
      ++words;
      ++at;
      continue;
    }
    if (const At next = name_part(at, begin, words); next > at) {
      at = next;
      continue;
    }
    if (words > 0 && token.mark == '\'' && !token.is(shape_space_before) &&
        a_.token_text(at).size() <= 3 && word_is(at, 0) && at + 1 < end_ && is_name_token(at + 1) &&
        a_.words[at + 1] == 0) {
      ++at;  // Otieng' Ouma
      continue;
    }
    if (a_.has(at, Lex::particle) && at + 1 < end_ && (words > 0 || a_.capital(at))) {
      // "van der Berg", "bin Abdullah": particles only before more of the name.
      At look = at + 1;
      while (look < end_ && a_.has(look, Lex::particle) && !a_.capital(look)) {
        ++look;
      }
      // "binti Haji Salim"
      if (const auto address = look < end_ ? a_.find(look, Lex::honorific, end_) : std::nullopt;
          address && look + address->length < end_ && is_name_token(look + address->length)) {
        look += address->length;
      }
      if (look < end_ && (is_name_token(look) || a_.tokens[look].is(shape_glued))) {
        at = look;
        continue;
      }
    }
    if (token.is(shape_glued) && token.is(shape_word) && words > 0) {
      if (is_compound(at) && (words == 1 || a_.tokens[at - 1].is(shape_glued))) {
        words = words == 1 ? 0 : words;  // "Brexit-driven", "Kim Ae-sol-led"
        break;
      }
      ++at;
      continue;
    }
    break;
  }
  // A name does not end in a possessive mark taken by mistake.
  if (words == 0) {
    return t;
  }
  // "Patron II", "Member IV": a number
  if (words == 1 && at == begin + 1 && a_.tokens[begin].is(shape_all_capitals) && !addressed &&
      a_.token_text(begin).find_first_not_of("IVX") == std::string_view::npos) {
    return t;
  }
  // "Mark Ross, Jr."
  if (words >= 2 && mark_is(at, ',') && at + 1 < end_ && a_.capital(at + 1) &&
      (word_is(at + 1, jr_) || word_is(at + 1, sr_))) {
    at += mark_is(at + 2, '.') && !a_.tokens[at + 2].is(shape_space_before) ? 3U : 2U;
  }
  if (const auto known = a_.find(begin, Lex::place, at);
      known && begin + known->length == at && !addressed && !given &&
      !(begins_vietnamese_name(begin) && words > 2)) {
    return t;
  }
  // "the Hale-Brand Administration": two names before a noun
  if (words == 1 && at == begin + 2 && a_.tokens[at - 1].is(shape_glued) && !addressed &&
      at < end_ && a_.capital(at) && a_.has(at, Lex::head)) {
    return t;
  }
  // "St Patrick's" is a school or a church, "St Andrew" a place.
  if (words == 2 && !addressed && a_.words[begin] != 0 && a_.words[begin] == st_) {
    return t;
  }
  // "Lord Marsden of Ripley"
  At name_begin = begin;
  if (addressed && begin > t && word_is(at, of_) && at + 1 < end_ && is_name_token(at + 1)) {
    const auto peer = a_.find(begin - 1, Lex::honorific, begin);
    if (peer && a_.entry(*peer).has("peer")) {
      at += 2;
      name_begin = begin - 1;
    }
  } else if (addressed && begin > t && words == 1) {
    // "Baroness Carrick": the whole name of a peeress.
    const auto peer = a_.find(begin - 1, Lex::honorific, begin);
    if (peer && a_.entry(*peer).has("name")) {
      name_begin = begin - 1;
    }
  }
  At initials_begin = at;  // "Tom Weston M.P."
  while (initials_begin > begin && a_.tokens[initials_begin - 1].is(shape_initial)) {
    --initials_begin;
  }
  if (const auto last = at > initials_begin + 1 && initials_begin > begin
                            ? suffix(initials_begin, Lex::rank, at)
                            : std::nullopt;
      last && last->length == at - initials_begin && a_.entry(*last).has("after")) {
    words -= last->length;
    at = initials_begin;
  }
  PersonMention m;
  m.range = {name_begin, at};
  m.addressed = addressed;
  const At name_end = at;
  const bool vietnamese = begins_vietnamese_name(begin) && words >= 2 && words <= 6;
  bool initials = false;
  bool spelled = false;  // "U.S." is no name
  for (At i = begin; i < name_end && words >= 2; ++i) {
    initials = initials || a_.tokens[i].is(shape_initial);
    spelled = spelled || !a_.tokens[i].is(shape_initial);
  }
  initials = initials && spelled;
  at = suffixes(at);
  // "K'Brieu", "N'Golo", "O'Brien": what begins so is the name of a person
  const std::string_view first = a_.token_text(begin);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool apostrophe =
      first.size() > 3 && is_capital(first[0]) && first[1] == '\'' && is_capital(first[2]);
  m.strong = addressed || vietnamese || apostrophe || initials || (given && words >= 2) ||
             (at > name_end && words >= 2);
  index = static_cast<int>(a_.people.size());
  a_.people.push_back(m);
  return at;
}

/// The entry of a word after a name, also where it is written with full stops: "M.P.", "Q.C.".
std::optional<Found> Chunker::suffix(At t, Lex type, At end) const {
  std::string letters;
  At at = t;
  while (at < end && a_.tokens[at].is(shape_initial) &&
         (at == t || !a_.tokens[at].is(shape_space_before))) {
    const std::string_view letter = a_.token_text(at);
    letters += letter.substr(0, letter.size() - 1);  // without its full stop
    ++at;
  }
  if (at < t + 2 || a_.has(t, type)) {
    return a_.find(t, type, end);
  }
  const auto entry = a_.pack.entry_of(fold(letters), type);
  return entry ? std::optional(Found{static_cast<std::uint16_t>(at - t), type, *entry})
               : std::nullopt;
}

/// Honours and degrees after a name: "KC", ", PhD". The seat a suffix names is a title of its own.
Chunker::At Chunker::suffixes(At t) const {
  At at = t;
  while (at < end_) {
    const At look = mark_is(at, ',') ? at + 1 : at;
    const auto rank = look < end_ ? suffix(look, Lex::rank, end_) : std::nullopt;
    // "psc" after a comma: written in small letters in the pack too
    const bool small = rank && look > at && is_small(a_.entry(*rank).surface);
    if (!rank || !a_.entry(*rank).has("after") || !(a_.capital(look) || small) ||
        (look > at && a_.has(look, Lex::title) && is_connector(look + rank->length))) {
      break;
    }
    at = look + rank->length;
  }
  return at;
}

/// "X, MP (Dowa North East)": where the seat is; t if there is no such bracket.
Chunker::At Chunker::constituency(At t) const {
  constexpr std::size_t longest = 7;
  if (!mark_is(t, '(')) {
    return t;
  }
  for (At at = t + 1; at < end_ && at - t < longest; ++at) {
    if (mark_is(at, ')')) {
      return at > t + 1 ? at + 1 : t;
    }
    const bool name = a_.tokens[at].is(shape_word) && (a_.capital(at) || is_and(at)) &&
                      !a_.has(at, Lex::title);  // "X MP (Chair)"
    if (!name && !mark_is(at, '-') && !mark_is(at, '&') && !a_.tokens[at].is(shape_glued)) {
      return t;
    }
  }
  return t;
}

void Chunker::chunk(Sentence& sentence) {
  sentence.items.reserve(sentence.tokens.end - sentence.tokens.begin);
  At begin = sentence.tokens.begin;
  for (At t = begin; t < sentence.tokens.end; ++t) {
    // After a full stop or a comma typists, too, leave two blanks.
    if (t > begin && a_.tokens[t].is(shape_column) && a_.tokens[t - 1].mark != '.' &&
        a_.tokens[t - 1].mark != ',' && a_.tokens[t - 1].mark != ':' && a_.tokens[t].mark != ':') {
      chunk_cell(sentence, begin, t);
      Item column;
      column.kind = ItemKind::mark;
      column.range = {t, t};
      column.mark = '|';
      sentence.items.push_back(std::move(column));
      begin = t;
    }
  }
  chunk_cell(sentence, begin, sentence.tokens.end);
  find_places(sentence);
  find_appointer(sentence);
  join_seats(sentence);
  find_employers(sentence);
  find_counterparts(sentence);
}

/// "led the", "joined the": before the body that is the object of such a verb.
bool Chunker::after_head_verb(At t) const {
  if (t < begin_ + 2 || !word_is(t - 1, the_)) {
    return false;
  }
  std::bitset<max_cue_sets> sets;
  for (std::uint32_t m = a_.first_match[t - 2]; m < a_.first_match[t - 1]; ++m) {
    const LexEntry& e = a_.entry(a_.matches[m]);
    if (e.type == Lex::cue && a_.matches[m].length == 1) {
      sets.set(e.cue);
    }
  }
  const Frame* const frame = a_.pack.frame_of(sets);
  return frame != nullptr &&
         (frame->kind == Frame::Kind::head || frame->kind == Frame::Kind::leave ||
          frame->kind == Frame::Kind::join);
}

void Chunker::chunk_cell(Sentence& sentence, At begin, At end) {
  begin_ = begin;
  end_ = end;
  column_end_ = end < sentence.tokens.end || begin > sentence.tokens.begin;
  At t = begin_;
  const auto add = [&](ItemKind kind, At next) -> Item& {
    Item item;
    item.kind = kind;
    item.range = {t, next};
    t = next;
    return sentence.items.emplace_back(std::move(item));
  };
  while (t < end_) {
    const Token& token = a_.tokens[t];
    if (token.mark != 0) {
      add(ItemKind::mark, t + 1).mark = token.mark;
      continue;
    }
    const auto& items = sentence.items;
    const bool comma = items.size() > 1 && items.back().mark == ',' && mark_is(t + 2, ',') &&
                       (a_.has(t, Lex::weekday) || a_.has(t, Lex::month));
    after_title_ = !items.empty() &&
                   items.back().range.end == t &&  // "the Minister, Sunday X, said"
                   items[items.size() - (comma ? 2U : 1U)].kind == ItemKind::title;
    const bool name = after_title_ && is_word_of_name(t);
    std::optional<PartialDate> when;
    if (const At next = name ? t : date(t, when); next > t) {
      add(ItemKind::date, next).date = when;
      continue;
    }
    int index = none;
    if (const At next = company_name(t); next > t) {
      index = add_company(t, next);
      add_word(sentence, t);
      add(ItemKind::body, next).index = index;
      continue;
    }
    if (!begins_phrase(t)) {
      add_word(sentence, t);
      continue;
    }
    if (const At next = name ? t : document(t, index); next > t) {
      add(ItemKind::document, next).index = index;
      continue;
    }
    if (token.is(shape_number)) {
      // "13th Party Central Committee" begins a body.
      if (const At next = body(t, index); next > t) {
        add(ItemKind::body, next).index = index;
        continue;
      }
      add(ItemKind::number, t + 1);
      continue;
    }
    // Each kind of phrase is tried where it may begin; the longest wins, a title before a body
    // before a person before a place.
    const auto people = a_.people.size();
    At best = t;
    if (const At next = title(t, index); next > t) {
      const TitleMention& m = a_.title(index);
      // "King Khalid University", "the Governor's Office"
      const bool royal =
          a_.pack.entry(m.head).has("royal") && next == t + 1 && next < end_ && a_.capital(next);
      if (int named = none; royal || (mark_is(next, '\'') && m.range.begin == m.words.begin)) {
        if (const At far = body(t, named); far > next + 1) {
          add(ItemKind::body, far).index = named;
          continue;
        }
      }
      if (!a_.title(index).weak) {
        Item& post = add(ItemKind::title, next);
        post.titles.push_back(index);
        t = post.range.end = more_of_post(next, post.titles);
        continue;
      }
    }
    if (const At next = body(t, index); next > t && (!a_.body(index).reference || a_.capital(t) ||
                                                     (t > begin_ && word_is(t - 1, the_)))) {
      add(ItemKind::body, next).index = index;
      continue;
    }
    if (token.is(shape_capital) && token.end - token.begin == 1 && t + 1 < end_ &&
        a_.tokens[t + 1].is(shape_glued)) {
      // "D-Ore.": a party and a state, no name.
      At next = t + 2;
      while (next < end_ && a_.tokens[next].is(shape_glued)) {
        ++next;
      }
      if (mark_is(next, '.') && next + 1 < end_) {
        ++next;
      }
      add(ItemKind::word, next).party = true;
      continue;
    }
    if (const At next = after_head_verb(t) ? reference(t, index) : t; next > t) {
      add(ItemKind::body, next).index = index;
      continue;
    }
    if (const At next = after_head_verb(t) && a_.capital(t) ? cap_sequence(t) : t;
        next > t + 1 && !a_.has(t, Lex::place) && !a_.has(t, Lex::demonym) &&
        (next == end_ || a_.tokens[next].mark != 0 || is_function(next))) {
      index = a_.add_body({t, next}, "body", true);  // "who heads the Disaster Cell"
      add(ItemKind::body, next).index = index;
      continue;
    }
    int where = none;
    const At place_end = token.is(shape_capital) || a_.has(t, Lex::placekind) ? place(t, where) : t;
    best = person(t, index);
    if (best > t && best >= place_end) {
      const At name_end = a_.person(index).range.end;
      const At suffix_end = best;
      bool seated = false;
      for (At at = name_end; at < suffix_end; ++at) {
        seated = seated || suffix(at, Lex::title, suffix_end).has_value();
      }
      best = seated ? constituency(best) : best;
      Item& person = add(ItemKind::person, best);
      person.people.push_back(index);
      // "Harriet Lane MP": the suffix is a post.
      for (At at = name_end; at < suffix_end; ++at) {
        if (const auto seat = suffix(at, Lex::title, suffix_end)) {
          TitleMention m;
          m.range = m.words = {at, at + seat->length};
          m.head = seat->entry;
          m.title = a_.text_of(m.range);
          m.role = a_.entry(*seat).canonical;
          person.attached.push_back(static_cast<int>(a_.titles.size()));
          a_.titles.push_back(std::move(m));
        }
      }
      continue;
    }
    a_.people.resize(people);
    if (place_end > t) {
      add(ItemKind::place, place_end).index = where;
      continue;
    }
    add_word(sentence, t);
  }
}

/// The body that is named after the noun at t, up to `end`: a company, or what the noun says.
int Chunker::add_company(At t, At end) {
  const LexEntry* const noun = company_noun(t);
  return a_.add_body({t + 1, end}, noun->feature("kind").value_or("company"), true);
}

/// "radio station Ñandutí", "insurer Moravia": the end of a name that no pack knows after the noun
/// that says what bears it; t if there is none.
Chunker::At Chunker::company_name(At t) const {
  constexpr LexMask other = mask_of(Lex::title) | mask_of(Lex::honorific) | mask_of(Lex::given) |
                            mask_of(Lex::month) | mask_of(Lex::weekday) | mask_of(Lex::stop) |
                            mask_of(Lex::place) | mask_of(Lex::rank) | mask_of(Lex::surname) |
                            mask_of(Lex::demonym) | mask_of(Lex::head) | mask_of(Lex::body) |
                            mask_of(Lex::modifier) | mask_of(Lex::portfolio) | mask_of(Lex::level);
  if ((a_.capital(t) && t > begin_) || t + 1 >= end_ || !a_.has(t, Lex::cue) || !is_company(t) ||
      !a_.capital(t + 1) || !a_.tokens[t + 1].is(shape_word) || (a_.lex[t + 1] & other) != 0) {
    return t;
  }
  const auto head = a_.find(t, Lex::head, end_);
  const auto post = a_.find(t, Lex::title, end_);
  if ((head && head->length > 1) || (post && post->length > 1)) {
    return t;  // "Party Cell Secretary"
  }
  const At next = before_name(t + 1, cap_sequence(t + 1));
  return next - t <= 4 ? next : t;
}

/// "WeWork", "eBay": a capital within a word, as companies spell their names; not "McDonald".
bool Chunker::is_mixed_case(At t) const {
  constexpr auto particles = std::to_array<std::string_view>(
      {"Mc", "Mac", "De", "Le", "La", "Di", "Da", "Du", "Al", "El", "Van", "Fitz"});
  const std::string_view word = a_.token_text(t);
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i - 1] >= 'a' && word[i - 1] <= 'z' && word[i] >= 'A' && word[i] <= 'Z') {
      return std::find(particles.begin(), particles.end(), word.substr(0, i)) == particles.end();
    }
  }
  return false;
}

/// Where the capitalised words begin that end before item `end` and that no pack knows; `end` if
/// there are none. A name of one word, or of words that are no given name, may be a company's;
/// known words end one ("Brightwell Energy"), and a known company may begin it ("Toyota Motor").
std::size_t Chunker::employer_before(const Sentence& sentence, std::size_t end) const {
  constexpr std::size_t longest = 4;  // words
  const auto& items = sentence.items;
  const auto is_unknown = [&](const Item& item) {
    return item.kind == ItemKind::person || a_.lex[item.range.begin] == 0;
  };
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest) {
    const Item& item = items[begin - 1];
    constexpr LexMask inside =
        mask_of(Lex::portfolio) | mask_of(Lex::head) | mask_of(Lex::body) | mask_of(Lex::surname);
    const bool name = a_.is_weak_name(item);
    const bool word = item.kind == ItemKind::word && item.cues.none() &&
                      (a_.lex[item.range.begin] & ~inside) == 0 &&
                      a_.tokens[item.range.begin].mark == 0;
    if (!(name || word) || !a_.capital(item.range.begin) || a_.has(item.range.begin, Lex::given)) {
      break;
    }
    --begin;
  }
  const bool known = begin < end && begin > 0 && items[begin - 1].kind == ItemKind::body &&
                     a_.body(items[begin - 1].index).kind == "company" &&
                     items[begin - 1].range.end == items[begin].range.begin;
  while (!known && begin < end && !is_unknown(items[begin])) {
    ++begin;
  }
  begin -= known ? 1U : 0U;
  // "Weston's" after "Ana Weston"
  const bool somebody =
      begin + 1 == end &&
      std::any_of(a_.people.begin(), a_.people.end(), [&](const PersonMention& who) {
        return who.range.end - who.range.begin > 1 && who.range.end <= items[begin].range.begin &&
               a_.token_text(who.range.end - 1) == a_.token_text(items[begin].range.end - 1);
      });
  return somebody ? end : begin;
}

/// A post that a company may have and that is none of another body yet.
bool Chunker::is_unplaced(const TitleMention& post) const {
  const LexEntry& head = a_.pack.entry(post.head);
  return post.body == none && post.place == none && !head.has("place") && !head.has("portfolio") &&
         !head.has("alone");
}

/// "Mayor X of", "chief economist X of": do the holder and an "of" follow the post at item i?
bool Chunker::is_followed_by_whose(const Sentence& sentence, std::size_t i) const {
  const auto& items = sentence.items;
  return i + 3 < items.size() && items[i + 1].kind == ItemKind::person &&
         items[i + 2].kind == ItemKind::word && word_is(items[i + 2].range.begin, of_);
}

/// "Lacs", "Rooij & Partners" after the holder of a post: where it is, or whose, if no pack knows.
void Chunker::place_after_holder(const Item& whose, bool of_place, int post) {
  const At name = whose.range.begin;
  if (of_place && whose.kind == ItemKind::place) {
    a_.title(post).place = whose.index;
  } else if ((whose.kind == ItemKind::word || a_.is_weak_name(whose)) && a_.capital(name) &&
             a_.lex[name] == 0) {
    const Range words = {name, cap_sequence(name)};
    if (of_place) {
      a_.title(post).place = a_.add_place(words);
    } else {
      a_.title(post).body = a_.add_body(words, "company", true);
    }
  }
}

/// "Oracle's chief executive", "Dane Hollow's longtime fire chief", "joined Hershey as managing
/// director": the posts of a company or a place that no pack knows.
void Chunker::find_employers(Sentence& sentence) {
  auto& items = sentence.items;
  const GrammarCues& cues = a_.pack.cues();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != ItemKind::title) {
      continue;
    }
    const int t = items[i].titles[0];
    const LexEntry& head = a_.pack.entry(a_.title(t).head);
    const bool of_place = head.has("place") && !head.has("seat") && a_.title(t).place == none &&
                          a_.title(t).body == none;
    if (!is_unplaced(a_.title(t)) && !of_place) {
      continue;
    }
    if ((of_place || head.has("whole")) && is_followed_by_whose(sentence, i)) {
      place_after_holder(items[i + 3], of_place, t);
      continue;
    }
    // "insurer Lumina | co-founder X": of the body that stands straight before
    if (i > 0 && i + 1 < items.size() && !of_place && items[i - 1].kind == ItemKind::body &&
        items[i + 1].kind == ItemKind::person && items[i - 1].range.end == items[i].range.begin &&
        !a_.body(items[i - 1].index).reference &&
        !(i > 1 && items[i - 2].kind == ItemKind::word && a_.capital(items[i - 2].range.begin) &&
          (!is_company(items[i - 2].range.begin) || a_.has(items[i - 2].range.begin, Lex::head)) &&
          items[i - 2].range.end == items[i - 1].range.begin)) {
      a_.title(t).body = items[i - 1].index;
      continue;
    }
    if (i < 2) {
      continue;
    }
    std::size_t k = i - 1;  // "'s", "as"
    while (k > 1 && items[k].kind == ItemKind::word &&
           (items[k].is(cues.adjective) || items[k].is(cues.adverb) || items[k].is(cues.gain))) {
      --k;  // "recently named"
    }
    const Item& before = items[k];
    const bool owned = before.kind == ItemKind::mark && before.mark == '\'' &&
                       !a_.tokens[before.range.begin].is(shape_space_before);
    const bool as = k + 1 == i && !of_place && before.kind == ItemKind::word && before.is(cues.as);
    if (owned && !of_place && items[k - 1].kind == ItemKind::body &&
        !a_.body(items[k - 1].index).reference) {  // "the Water Board's longtime director"
      a_.title(t).body = items[k - 1].index;
      continue;
    }
    const std::size_t begin = owned || as ? employer_before(sentence, k) : k;
    if (begin == k) {
      continue;
    }
    const Range name = {items[begin].range.begin, items[k - 1].range.end};
    const bool one_word = name.end - name.begin == 1;
    const bool run = head.has("whole") || is_mixed_case(name.begin) ||
                     (i + 2 < items.size() && items[i + 1].is(cues.conjunction) &&
                      items[i + 2].kind == ItemKind::title &&
                      a_.pack.entry(a_.title(items[i + 2].titles[0]).head).has("whole"));
    if (owned ? one_word && !run : !is_joined(sentence, begin)) {
      continue;  // "Weston's director" may be Weston's
    }
    TitleMention& post = a_.title(t);
    const auto at = items.begin() + static_cast<std::ptrdiff_t>(begin);
    if (of_place) {
      post.place = a_.add_place(name);
    } else {
      post.body = a_.add_body(name, "company", true);
    }
    const int company = post.body;
    if (as) {
      at->kind = ItemKind::body;
      at->people.clear();
      at->range = name;
      at->index = company;
      items.erase(at + 1, items.begin() + static_cast<std::ptrdiff_t>(k));
      i = begin + 2;
    } else {  // the name is part of the post
      items[i].range.begin = post.range.begin = name.begin;
      items.erase(at, items.begin() + static_cast<std::ptrdiff_t>(i));
      i = begin;
    }
    if (company != none && i + 2 < items.size() && items[i + 1].is(cues.conjunction) &&
        items[i + 2].kind == ItemKind::title) {  // "as president and chief executive"
      TitleMention& other = a_.title(items[i + 2].titles[0]);
      other.body = is_unplaced(other) ? company : other.body;
    }
  }
}

/// "in six communes: Phu Gia, Giang Hai and Vinh Hung": names after a plural noun of places are
/// places, not people.
void Chunker::find_places(Sentence& sentence) {
  auto& items = sentence.items;
  const auto is_listed = [&](const Item& item) {
    return item.kind == ItemKind::place ||
           (item.kind == ItemKind::person && !a_.person(item.people[0]).addressed);
  };
  for (std::size_t i = 0; i + 2 < items.size(); ++i) {
    const std::string_view word =
        items[i].kind == ItemKind::word ? a_.token_text(items[i].range.begin) : std::string_view();
    const Item& after = items[i + 1];
    if (!word.ends_with('s') || (!word_is(after.range.begin, of_) &&
                                 !(after.kind == ItemKind::mark && after.mark == ':'))) {
      continue;
    }
    const std::string one = fold(word.substr(0, word.size() - 1));
    if (a_.capital(items[i].range.begin) ||
        (!a_.pack.entry_of(one, Lex::placekind) && !a_.pack.entry_of(one, Lex::level))) {
      continue;
    }
    std::size_t end = i + 2;
    bool people = false;  // "leaders of three towns: Anna Weston, mayor of Bend"
    while (end < items.size() &&
           (is_listed(items[end]) || items[end].is(a_.pack.cues().conjunction) ||
            (items[end].kind == ItemKind::mark && items[end].mark == ','))) {
      people = people || (items[end].kind == ItemKind::person &&
                          a_.has(a_.person(items[end].people[0]).range.begin, Lex::given));
      ++end;
    }
    people = people || (end < items.size() && items[end].kind == ItemKind::title);
    for (std::size_t k = i + 2; k < end && !people; ++k) {
      if (items[k].kind == ItemKind::person) {
        items[k].kind = ItemKind::place;
        items[k].people.clear();
        items[k].index = a_.add_place(items[k].range);
      }
    }
  }
}

/// "Provost of the College, Zaria, Dr X", "the bank's Head, Corporate Affairs, X": what stands
/// between commas after a post and before its holder, its seat or its field, is part of the post.
void Chunker::join_seats(Sentence& sentence) {
  constexpr std::size_t longest = 3;  // words
  auto& items = sentence.items;
  const auto comma = [&](std::size_t i) {
    return i < items.size() && items[i].kind == ItemKind::mark && items[i].mark == ',';
  };
  for (std::size_t i = 0; i + 4 < items.size(); ++i) {
    if (items[i].kind != ItemKind::title || items[i].titles.size() != 1 || !comma(i + 1)) {
      continue;
    }
    TitleMention& post = a_.title(items[i].titles[0]);
    std::size_t end = i + 2;
    bool field = true;
    while (end < items.size() && end - i - 2 < longest && a_.capital(items[end].range.begin) &&
           (items[end].kind == ItemKind::word || items[end].kind == ItemKind::place ||
            (a_.is_weak_name(items[end]) && items[end].range.end - items[end].range.begin == 1) ||
            (items[end].kind == ItemKind::body && items[end].index != none &&
             a_.body(items[end].index).kind == "department"))) {
      field = field && items[end].kind == ItemKind::word &&
              (a_.has(items[end].range.begin, Lex::portfolio) ||
               (a_.lex[items[end].range.begin] & mask_of(Lex::stop)) != 0);
      ++end;
    }
    const bool holder = end > i + 2 && comma(end) && end + 1 < items.size() &&
                        items[end + 1].kind == ItemKind::person && !post.plural;
    if (!holder || post.served) {
      continue;
    }
    const PersonMention& who = a_.person(items[end + 1].people[0]);
    const Range between = {items[i + 2].range.begin, items[end - 1].range.end};
    // "the Chairman of the Board, Weston, Mr X and Mr Y": the first of several who attend
    const bool several = end + 2 < items.size() &&
                         !(items[end + 2].kind == ItemKind::mark && items[end + 2].mark != ',');
    const bool seat = post.body != none && who.addressed && !several;
    const bool bare = post.body == none && post.place == none && post.portfolio.empty();
    if (!seat && !(bare && field && (who.addressed || who.strong))) {
      continue;
    }
    if (!seat) {
      post.words.end = between.end;
      post.title = join(post.title + ",", a_.text_of(between));
      post.role = join(post.role + ",", a_.text_of(between));
    }
    items[i].range.end = post.range.end = between.end;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                items.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

/// "Kestrel has named X as its next president": what no pack knows, and who names or dismisses
/// whoever runs it.
void Chunker::find_appointer(Sentence& sentence) {
  constexpr std::size_t longest = 4;  // words
  auto& items = sentence.items;
  const auto frame_at = [&](std::size_t i) {
    return i < items.size() && items[i].kind == ItemKind::word ? a_.pack.frame_of(items[i].cues)
                                                               : nullptr;
  };
  // "Lakonia's Northbank has named"
  const bool of_country = items.size() > 2 && a_.capital(items[0].range.begin) &&
                          (items[0].kind == ItemKind::place || items[0].kind == ItemKind::word ||
                           a_.is_weak_name(items[0])) &&
                          items[1].kind == ItemKind::mark && items[1].mark == '\'';
  const std::size_t begin = of_country ? 2 : 0;
  std::size_t verb = begin + 1;
  while (verb < begin + longest && verb < items.size() && a_.capital(items[verb].range.begin)) {
    ++verb;
  }
  const std::size_t end = verb;
  while (verb < items.size() && verb < end + longest &&
         (items[verb].is(a_.pack.cues().has) || items[verb].is(a_.pack.cues().adverb))) {
    ++verb;  // "has today named"
  }
  const Frame* const frame = frame_at(verb);
  if (frame == nullptr || frame->voice == Frame::Voice::own ||
      (frame->kind != Frame::Kind::gain && frame->kind != Frame::Kind::lose) ||
      employer_before(sentence, end) != begin) {
    return;
  }
  const At last = items[end - 1].range.end - 1;  // "Orion Capital", no name of a person
  constexpr LexMask personal = mask_of(Lex::given) | mask_of(Lex::surname);
  const bool noun = end - begin > 1 && a_.lex[last] != 0 && (a_.lex[last] & personal) == 0;
  const bool runs = std::any_of(
      items.begin() + static_cast<std::ptrdiff_t>(verb), items.end(), [&](const Item& item) {
        return item.kind == ItemKind::title &&
               (word_is(item.range.begin - 1, its_) ||
                (is_unplaced(a_.title(item.titles[0])) &&
                 (noun || a_.pack.entry(a_.title(item.titles[0]).head).has("whole"))));
      });
  if (!runs) {
    return;
  }
  Item name;
  name.kind = ItemKind::body;
  name.range = {items[begin].range.begin, items[end - 1].range.end};
  name.index = a_.add_body(name.range, "company", true);
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
              items.begin() + static_cast<std::ptrdiff_t>(end));
  items[begin] = std::move(name);
}

/// "joined Hershey as": does the name at item `begin` follow such a verb?
bool Chunker::is_joined(const Sentence& sentence, std::size_t begin) const {
  const Frame* const frame = begin > 0 ? a_.pack.frame_of(sentence.items[begin - 1].cues) : nullptr;
  return frame != nullptr && frame->kind == Frame::Kind::join;
}

/// "Foreign Minister X met her Kenyan counterpart, Y": the same post in another country.
void Chunker::find_counterparts(Sentence& sentence) {
  auto& items = sentence.items;
  std::size_t post = 0;  // the item after the last post before
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind == ItemKind::title && items[i].titles.size() == 1) {
      post = i + 1;
    }
    if (post == 0 || i + 1 >= items.size() || !items[i].is(a_.pack.cues().counterpart)) {
      continue;
    }
    // "his counterpart in Weston, X"
    const bool there = i + 2 < items.size() && word_is(items[i + 1].range.begin, in_) &&
                       (items[i + 2].kind == ItemKind::place ||
                        (a_.capital(items[i + 2].range.begin) &&
                         items[i + 2].range.end - items[i + 2].range.begin == 1));
    const std::size_t after = there ? i + 3 : i + 1;
    const bool comma =
        after < items.size() && items[after].kind == ItemKind::mark && items[after].mark == ',';
    const std::size_t holder = after + (comma ? 1U : 0U);
    const At word = items[i].range.begin;
    std::size_t first = i;  // of the words of the country: "South Korean"
    std::optional<Found> country;
    for (std::size_t k = i; k > post && i - k < 3; --k) {
      const auto found = a_.find(items[k - 1].range.begin, Lex::demonym, word);
      if (found && items[k - 1].range.begin + found->length == word) {
        country = found;
        first = k - 1;
      }
    }
    TitleMention same = a_.title(items[post - 1].titles[0]);
    if ((!country && !there) || holder >= items.size() || items[holder].kind != ItemKind::person ||
        same.plural) {
      continue;
    }
    if (country) {
      PlaceMention place;
      place.range = {items[first].range.begin, word};
      place.name = a_.entry(*country).canonical;
      place.kind = "country";
      place.demonym = true;
      same.place = static_cast<int>(a_.places.size());
      a_.places.push_back(std::move(place));
    } else {
      same.place = items[i + 2].kind == ItemKind::place ? items[i + 2].index
                                                        : a_.add_place(items[i + 2].range);
      items[i].range.end = items[i + 2].range.end;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  items.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    }
    same.range = same.words = {items[first].range.begin, items[i].range.end};
    same.body = none;
    same.status.clear();
    same.from.reset();
    same.to.reset();
    items[i].kind = ItemKind::title;
    items[i].range = same.range;
    items[i].titles = {a_.add_title(std::move(same))};
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(first),
                items.begin() + static_cast<std::ptrdiff_t>(i));
    i = first;
    post = i + 1;
  }
}

/// May a date, a document, a post, a body, a person or a place begin at this token? Most words in
/// small letters begin none.
bool Chunker::begins_phrase(At t) const {
  constexpr LexMask begin = mask_of(Lex::title) | mask_of(Lex::modifier) | mask_of(Lex::status) |
                            mask_of(Lex::portfolio) | mask_of(Lex::level) | mask_of(Lex::head) |
                            mask_of(Lex::body) | mask_of(Lex::place) | mask_of(Lex::placekind) |
                            mask_of(Lex::document) | mask_of(Lex::honorific) | mask_of(Lex::rank) |
                            mask_of(Lex::event);
  return (a_.lex[t] & begin) != 0 || a_.capital(t) || !a_.tokens[t].is(shape_word) ||
         a_.tokens[t].is(shape_glued);
}

/// Adds a word as an item; the longest cue phrase is one item.
void Chunker::add_word(Sentence& sentence, At& t) {
  Item& word = sentence.items.emplace_back();
  word.range = {t, t + 1};
  word.word = a_.words[t];
  const bool joined = a_.tokens[t].is(shape_glued) && is_compound(t);  // "Ae-sol-led": no verb
  if (const auto cue = joined ? std::nullopt : a_.find(t, Lex::cue, end_)) {
    word.range.end = t + cue->length;
    for (std::uint32_t m = a_.first_match[t]; m < a_.first_match[t + 1]; ++m) {
      if (a_.matches[m].type == Lex::cue && a_.matches[m].length == cue->length) {
        word.cues.set(a_.pack.entry(a_.matches[m].entry).cue);
      }
    }
    if (cue->length > 1) {
      word.word = 0;
    }
  }
  t = word.range.end;
}

}  // namespace nom::extract
