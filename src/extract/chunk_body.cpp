// SPDX-License-Identifier: Apache-2.0
// Stage chunk, bodies and companies.
//   body := premodifier* head ((of|for|…) complement)?      premodifiers: places, levels, nouns
#include "extract/chunk.hpp"

#include <algorithm>

namespace nom::extract {

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
    if (mark_is(at, '.') && is_saint(at - 1)) {  // "Cathedral Church of St. Luke"
      ++at;
      continue;
    }
    if (const auto firm = mark_is(at, '&') ? a_.find(at + 1, Lex::head, end_) : std::nullopt;
        firm && a_.capital(at + 1) && a_.entry(*firm).feature("kind") == "company") {
      good = at = at + 1 + firm->length;  // "Moss & Company"
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
      std::size_t commas = 0;
      while (mark_is(look, ',')) {
        ++commas;
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
          !a_.has(look + 1, Lex::honorific) &&
          (!head_at(look + 1) || commas > 1)) {  // "Press, Publication, Film and Television"
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

/// Is it a form of address, and not the occupation of many: "Council of | Farmer Cooperatives"?
bool Chunker::is_address(At t) const {
  const auto address = a_.find(t, Lex::honorific, end_);
  return address && !(a_.entry(*address).has("occupation") && !begins_given_name(t + 1) &&
                      !begins_vietnamese_name(t + 1));
}

/// "Friends of the Earth", "Bread for the World", "Women in Film", "Teamsters Local 117": the end
/// of a name that no pack knows, where a body must stand; t if no capitalised word does.
Chunker::At Chunker::open_name(At t) const {
  constexpr LexMask other = mask_of(Lex::title) | mask_of(Lex::place) | mask_of(Lex::body) |
                            mask_of(Lex::month) | mask_of(Lex::weekday) | mask_of(Lex::given) |
                            mask_of(Lex::honorific) | mask_of(Lex::rank) | mask_of(Lex::surname) |
                            mask_of(Lex::demonym);
  At at = cap_sequence(t);
  while (at > t && at + 1 < end_) {
    const std::string_view number =
        a_.tokens[at].is(shape_number) ? a_.token_text(at) : std::string_view();
    constexpr std::size_t longest_number = 3;  // digits; four are a year
    if (!number.empty()) {
      return number.size() <= longest_number && a_.tokens[at - 1].mark == 0 &&
                     (is_function(at + 1) || ends_phrase(at + 1))
                 ? at + 1
                 : at;
    }
    const bool of = word_is(at, of_);
    const bool in = word_is(at, in_);
    if (!of && !in && !word_is(at, for_)) {
      return at;
    }
    const At word =
        word_is(at + 1, the_) || word_is(at + 1, a_article_) || word_is(at + 1, an_article_)
            ? at + 2
            : at + 1;
    // "in Bend": where it is; "for Finance": what one does there
    const LexMask barred = of                     ? other & ~mask_of(Lex::place)
                           : in && word == at + 1 ? other
                                                  : other | mask_of(Lex::portfolio);
    if (word >= end_ || !a_.capital(word) || !a_.tokens[word].is(shape_word) ||
        (a_.lex[word] & barred) != 0 ||
        (in && word == at + 1 && a_.lex[word] == 0 && a_.lex[at - 1] == 0) || head_at(word)) {
      return at;
    }
    at = cap_sequence(word);
  }
  return at;
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
    const bool noun = at > t && word_is(at + 1, at_);  // "technology transfer at the University"
    if (!link &&
        (!token.is(shape_word) || a_.capital(at) || is_function(at) ||
         (a_.has(at, Lex::cue) && !noun) || a_.has(at, Lex::title) || a_.has(at, Lex::status))) {
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

/// "House | Ways and Means Committee": fields in a series with an "and", and the noun of a
/// committee after them.
std::optional<Chunker::Ending> Chunker::committee_after(At t) const {
  constexpr At longest = 12;  // tokens
  bool joined = false;
  for (At at = t; at < end_ && at - t < longest; ++at) {
    const auto noun = a_.capital(at) ? a_.find(at, Lex::head, end_) : std::nullopt;
    if (noun && at > t && a_.entry(*noun).feature("kind") == "committee") {
      return joined ? std::optional(Ending{*noun, at + noun->length}) : std::nullopt;
    }
    const bool word = a_.capital(at) && a_.tokens[at].is(shape_word) &&
                      !a_.has(at, Lex::honorific) && !begins_given_name(at) &&
                      !a_.has(at, Lex::title);
    joined = joined || is_and(at);
    if (!word && !is_and(at) && !mark_is(at, ',')) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// "Commons | home affairs select committee": a committee whose name is in small letters.
std::optional<Chunker::Ending> Chunker::small_committee_after(At t) const {
  constexpr At longest = 7;  // tokens
  for (At at = t; at < end_ && at - t < longest && !a_.capital(at); ++at) {
    const auto noun = a_.find(at, Lex::head, end_);
    if (noun && a_.entry(*noun).feature("kind") == "committee" && !a_.entry(*noun).has("weak")) {
      return Ending{*noun, at + noun->length};
    }
    if (a_.tokens[at].mark != 0 || (is_function(at) && !is_and(at)) || is_verb(at)) {
      return std::nullopt;
    }
  }
  return std::nullopt;
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
  if (opens_line(t) && a_.has(t, Lex::cue) && is_verb_of_life(t, 1) && !head_at(t)) {
    return t;  // "- Joined | Weston Bank in 2010"
  }
  if (t + 1 < end_ && a_.tokens[t + 1].is(shape_glued) && !a_.capital(t + 1) &&
      is_compound(t + 1) && !head_at(t)) {
    return t;  // "the Weston-based | Seed Institute"
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
          (after_title_ && t == part && at - t > 1) ||  // "Chair KP Weston and Union Centre"
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
    if (at > t && after == t && word_is(at, the_) && a_.capital(at)) {
      return t;  // "OFFICERS OF THE LAKESIDE ASSOCIATION"
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
      // "the ECOWAS parliament", "the BJP parliamentary board": of the body that letters name
      const bool after_letters = at > t && a_.tokens[t].is(shape_all_capitals) &&
                                 a_.tokens[t].end - a_.tokens[t].begin > 2 &&
                                 (a_.has(t, Lex::body) || a_.lex[t] == 0);
      const bool small_head =
          found && at > t &&
          ((a_.has(at - 1, Lex::level) && !a_.entry(*found).has("weak")) ||
           (a_.entry(*found).has("named") && named) ||
           (a_.entry(*found).has("lower") && (named || !a_.entry(*found).has("weak"))) || owned ||
           ministry_at(t) || (after_letters && !a_.entry(*found).has("weak")));
      // "Shandong provincial public security department", "provincial health commission"
      bool small_word = false;
      if (!level && !small_head && at > t && (level_seen || part > t || after_letters) &&
          !is_function(at) && (!a_.has(at, Lex::title) || a_.has(at, Lex::portfolio)) &&
          token.is(shape_word)) {
        small_word = small_noun(at);
      }
      const bool ends_small =
          (level_seen || part > t || after_letters) && found && at > t && small_run;
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
      const bool field = a_.has(at, Lex::portfolio) && title->length < 3;
      // "the South West Governors Forum", "the Council Leaders' Association"
      const At group = mark_is(owned, '\'') ? owned + 1 : owned;
      const bool several = a_.entry(*title).has("plural") && a_.capital(at) && group < end_ &&
                           a_.capital(group) && a_.has(group, Lex::head) && !found;
      if ((!found || a_.entry(*found).type == Lex::head) && !field && !royal && !owner &&
          !several) {
        break;
      }
      at += several ? std::size_t{title->length} - 1 : std::size_t{0};
      at += owner ? std::size_t{title->length} - 1 : std::size_t{0};
    } else if (at == t && is_function(at) && !found && !a_.has(at, Lex::place) &&
               !((t > begin_ || word_is(t, all_)) && at + 1 < end_ && a_.capital(at + 1) &&
                 a_.has(at + 1, Lex::place))) {  // "the All Nepal Trade Union"
      return t;
    } else if ((at > t && ((a_.has(at, Lex::honorific) &&
                            !(at + 1 < end_ && a_.capital(at + 1) && a_.has(at + 1, Lex::head))) ||
                           a_.has(at, Lex::month))) ||
               (after > t && !found &&
                (begins_vietnamese_name(at) || at - std::max(after, part) > (linked ? 4U : 3U)))) {
      break;
    }
    // "House Ways and Means Committee", "Senate Health, Education and Labor Committee", "Culture
    // and Society Committee"
    const auto kind = found && a_.capital(at) ? a_.entry(*found).feature("kind") : std::nullopt;
    const bool house = kind == "legislature";
    const bool field = at == t && !found && a_.capital(t) && is_and(t + 1) &&
                       a_.has(t, Lex::portfolio) && t + 2 < end_ && a_.has(t + 2, Lex::head);
    auto committee = house   ? committee_after(at + found->length)
                     : field ? committee_after(t)
                             : std::nullopt;
    if (!committee && (house || kind == "ministry")) {  // "Treasury select committee"
      committee = small_committee_after(at + found->length);
    }
    if (committee) {
      head = committee->noun;
      m.range.begin = t;
      after = committee->end;
      at = after;
      continue;
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
                      a_.tokens[t].end - a_.tokens[t].begin <= 3;  // "Police Regional Office 4-A"
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
  if (word_is(at, the_) ||
      (word_is(t, for_) && (word_is(at, a_article_) || word_is(at, an_article_)))) {
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
  if (const At next = word_is(t, of_) && a_.capital(t - 1) ? of_officers(at) : at; next > at) {
    m.range.end = next;
    return body_complement(next, m, head, depth + 1);
  }
  if (!a_.capital(at) || (a_.has(at, Lex::title) && !field) || a_.has(at, Lex::month) ||
      is_address(at) || (!head.has("of") && !word_is(t, of_) && !word_is(t, for_)) ||
      (begins_vietnamese_name(at) && place_end == at)) {
    return t;
  }
  At next = cap_sequence(at);
  if (place_end > at) {
    next = std::max(next, cap_sequence(place_end));
  }
  if (field) {  // "at the Department of Finance | Ana Weston"
    next = after_field(at, before_name(at, next));
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

/// "Association of | Mayors", "Institute of | Company Directors": the end of capitalised words the
/// last of which is a post of several; t if there are none.
Chunker::At Chunker::of_officers(At t) const {
  constexpr At longest = 4;  // words
  for (At at = t; at < end_ && at - t < longest && a_.capital(at) && a_.tokens[at].is(shape_word) &&
                  !begins_given_name(at);
       ++at) {
    const auto post = a_.find(at, Lex::title, end_);
    if (post && a_.entry(*post).has("plural") && a_.capital(at + post->length - 1)) {
      return at + post->length;
    }
  }
  return t;
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
  const bool listed = run == t && t > begin_ && word_is(t - 1, the_);
  At after = listed ? series(t, head) : run;
  // "the Finance, Administration and Investments Committee"; "the Rules Committee, | Trade,
  // Commerce and Technology Committee"
  const auto beside = t > begin_ + 1 && mark_is(t - 1, ',') && a_.capital(t - 2)
                          ? a_.find(t - 2, Lex::head, t - 1)
                          : std::nullopt;
  const bool again = beside && a_.entry(*beside).feature("kind") == "committee";
  if (const auto committee = (listed || again) && (after == t || again) && mark_is(t + 1, ',')
                                 ? committee_after(t)
                                 : std::nullopt) {
    head = committee->noun;
    after = committee->end;
  }
  if (!head) {
    return t;
  }
  const LexEntry& entry = a_.entry(*head);
  const At head_begin = after - head->length;
  m.range = {t, after};
  At next = body_complement(after, m, entry, depth);
  const bool bare = head_begin == t && next == after;
  // "Board of Control for Cricket in India (BCCI)"
  if (const auto where = !bare && word_is(next, in_) && next + 1 < end_
                             ? a_.find(next + 1, Lex::place, end_)
                             : std::nullopt;
      where && mark_is(next + 1 + where->length, '(') && mark_is(next + 3 + where->length, ')') &&
      a_.is_short_acronym(next + 2 + where->length) &&
      a_.token_text(next + 2 + where->length).back() == a_.token_text(next + 1).front()) {
    next += where->length + std::size_t{1};
    m.range.end = next;
  }
  if (!a_.capital(t) && head_begin == t && next > after && !entry.has("number") &&
      !(t > begin_ && (word_is(t - 1, the_) || word_is(t - 1, its_)))) {
    return t;  // "a committee on …" is any one
  }
  if (bare && entry.type == Lex::head && head->length == 1 &&
      !(entry.has("alone") && a_.capital(t))) {
    m.reference = true;
  }
  if (entry.has("venue") || (bare && entry.has("ends"))) {
    return t;  // "International Relations"
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
  // "Workers Party Lakonia"
  const bool party = m.kind == "party" && next == after && m.place.empty() && a_.capital(t);
  next = party || (bare && entry.type == Lex::body) ? branch(next, m) : next;
  // "the 16th Congress of …" is an event.
  if (entry.has("counted")) {
    for (At i = t; i < head_begin; ++i) {
      m.kind = a_.tokens[i].is(shape_number) ? "event" : m.kind;
    }
  }
  // "<Office>": "Party Standing Committee" is the Standing Committee under the Party Committee.
  if (const auto under = entry.feature("under"); under && m.parent == none) {
    m.parent = static_cast<int>(a_.bodies.size());
    a_.bodies.push_back(party_above(m, *under));
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

/// "Unilever Vietnam", "UNICEF Ghana representative": a company, party or international body in a
/// country, of which the body before t becomes the branch.
Chunker::At Chunker::branch(At t, BodyMention& m) const {
  const bool company = m.kind == "company";
  const auto country =
      t < end_ && a_.capital(t) && (company || m.kind == "international" || m.kind == "party")
          ? a_.find(t, Lex::place, end_)
          : std::nullopt;
  if (!country || a_.entry(*country).feature("kind") != "country") {
    return t;
  }
  const At next = t + country->length;
  if (!company) {
    const At at = field_of_post(next);
    if (at == end_ && next < end_ && a_.tokens[next].mark == 0 && !is_and(next)) {
      return t;  // "ASEAN China summit"
    }
    if (const auto post = at < end_ ? a_.find(at, Lex::title, end_) : std::nullopt) {
      // "the UN Norway ambassador", "the WTO China Trade Minister": the country's
      const LexEntry& head = a_.entry(*post);
      if (head.has("portfolio") ||
          (head.has("sent") && !head.canonical.ends_with("Representative"))) {
        return t;
      }
    }
  }
  m.range.end = next;
  m.base = a_.text_of(m.range);
  m.country.clear();
  m.level.clear();
  return next;
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

/// "| the Ministry of Health", no reference and no description ("state power company X"): the token
/// after the body; t if there is none.
Chunker::At Chunker::named_body(At t, int& index) {
  const At there = word_is(t, the_) ? t + 1 : t;
  const At next = there < end_ && a_.capital(there) ? body(there, index) : there;
  return next > there && !a_.body(index).reference ? next : t;
}

/// "heads the | research division", "chairs its | audit committee", "leads the | firm's tax
/// department": a part in small letters of a body that the sentence need not name; the token after
/// it, t if there is none.
Chunker::At Chunker::part_after_verb(At t, int& index) {
  if (!after_head_verb(t)) {
    return t;
  }
  constexpr At longest = 4;  // words
  const At owner = mark_is(t + 1, '\'') ? t + 2 : t;
  if (owner > t && owner < end_ && a_.capital(owner)) {
    const At next = body(owner, index);
    return next > owner ? next : t;
  }
  for (At noun = owner; noun < end_ && noun - owner <= longest && !a_.capital(noun) &&
                        a_.tokens[noun].is(shape_word) && (!is_function(noun) || is_and(noun));
       ++noun) {
    const auto head = noun > owner ? a_.find(noun, Lex::head, end_) : std::nullopt;
    if (!head) {
      continue;
    }
    const At end = noun + head->length;
    const std::string_view kind = a_.entry(*head).feature("kind").value_or("");
    const bool whole = end >= end_ || ends_phrase(end) || is_function(end) || a_.has(end, Lex::cue);
    if (whole && (kind == "department" || kind == "committee")) {
      index = a_.add_body({owner, end}, kind, true);
      return end;
    }
  }
  return t;
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
  const bool surname = a_.has(t, Lex::surname) && !a_.tokens[t].is(shape_all_capitals);
  if ((a_.capital(t) && t > begin_) || surname || t + 1 >= end_ || !a_.has(t, Lex::cue) ||
      !is_company(t) || !a_.capital(t + 1) || !a_.tokens[t + 1].is(shape_word) ||
      (a_.lex[t + 1] & other) != 0) {
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

}  // namespace nom::extract
