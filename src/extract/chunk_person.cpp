// SPDX-License-Identifier: Apache-2.0
// Stage chunk, names of people with what stands around them: honorifics, ranks, suffixes.
#include "extract/chunk.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

bool is_all_capitals(std::string_view letters) {
  return std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Does a surface of the packs begin with a small letter of the alphabet?
bool is_small(std::string_view surface) { return surface.front() >= 'a' && surface.front() <= 'z'; }

}  // namespace

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
         (t + 1 == end_ || mark_is(t + 1, '|') || a_.tokens[t + 1].is(shape_line_start) ||
          (!a_.capital(t + 1) && !word_is(t + 1, of_)));
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

/// "Ana Weston | Steps Down", "Ana Weston | To Retire": a phrase of several words that the packs
/// know, in the capitals of a headline.
bool Chunker::begins_action(At t) const {
  if (word_is(t, to_) && t + 1 < end_ && a_.capital(t + 1) && a_.has(t + 1, Lex::cue)) {
    return true;
  }
  for (std::uint32_t m = a_.first_match[t]; m < a_.first_match[t + 1]; ++m) {
    const Found& found = a_.matches[m];
    if (found.type == Lex::cue && found.length > 1 && t + found.length <= end_ &&
        a_.capital(t + found.length - 1)) {
      return true;
    }
  }
  return false;
}

/// Two capitals and a name after a degree: "Dr. | PS Salim".
bool Chunker::is_addressed(At t) const {
  const At before = mark_is(t - 1, '.') && t > begin_ + 1 ? t - 2 : t - 1;
  return a_.tokens[t].end - a_.tokens[t].begin == 2 && a_.has(before, Lex::rank) && t + 1 < end_ &&
         is_name_token(t + 1);
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
    if (const At next = at + found->length;
        next < end_ && a_.tokens[next].is(shape_glued) && a_.tokens[next].is(shape_word)) {
      break;  // "Ing-wen"
    }
    if (a_.tokens[at].is(shape_initial) && a_.tokens[at].end - a_.tokens[at].begin > 2) {
      break;  // "Kh.R. Karimov"
    }
    at += found->length;
    any = true;
    if (mark_is(at, ',') && a_.tokens[at - 1].is(shape_all_capitals) && found->length == 1 &&
        at + 1 < end_ && is_name_token(at + 1)) {
      ++at;  // "HRM, Ana Weston"
    }
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
  // "Francis 'Mac' Weston", "Robert (Bob) Weston"
  const char close = mark_is(t, '(') ? ')' : '\'';
  if ((mark_is(t, '(') || (mark_is(t, '\'') && a_.tokens[t].is(shape_space_before))) &&
      t + 3 < end_ && a_.capital(t + 1) && a_.tokens[t + 1].is(shape_word) &&
      !a_.tokens[t + 1].is(shape_all_capitals) && !a_.has(t + 1, Lex::title) &&
      mark_is(t + 2, close) && is_name_token(t + 3) &&
      (close == '\'' || a_.has(t + 1, Lex::given))) {
    return t + 3;
  }
  const bool bracket = mark_is(t, '(');
  const At quote = bracket ? t + 1 : t;
  if (mark_is(quote, '"') && quote + 1 < end_ && a_.capital(quote + 1)) {
    At end = quote + 2;
    while (end < end_ && end - quote < 4 &&
           (a_.capital(end) || a_.tokens[end].is(shape_glued))) {  // "Jun-jun"
      ++end;
    }
    const At after = bracket ? end + 2 : end + 1;
    if (mark_is(end, '"') && (!bracket || mark_is(end + 1, ')')) && after < end_ &&
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

/// "COP | Tom Moss": three letters or more that no pack knows, before a given name and another.
bool Chunker::is_unknown_rank(At t) const {
  constexpr std::size_t fewest = 3;   // bytes
  constexpr std::size_t longest = 5;  // bytes
  return t + 2 < end_ && a_.tokens[t].is(shape_all_capitals) && a_.lex[t] == 0 &&
         a_.token_text(t).size() >= fewest && a_.token_text(t).size() <= longest &&
         begins_given_name(t + 1) && !a_.tokens[t + 1].is(shape_all_capitals) &&
         !a_.tokens[t + 1].is(shape_glued);
}

Chunker::At Chunker::person(At t, int& index) {
  bool addressed = false;
  At begin = honorifics(t, addressed);
  if (is_unknown_rank(begin)) {
    ++begin;
    addressed = true;
  }
  At at = begin;
  std::size_t words = 0;
  bool given = false;
  while (at < end_ && words < longest_name) {
    const Token& token = a_.tokens[at];
    // "Ana Weston SAN": what stands after a name, though it is a word of names elsewhere
    if (words > 1 && token.is(shape_all_capitals) && !a_.tokens[at - 1].is(shape_all_capitals)) {
      const auto letters = a_.find(at, Lex::rank, end_);
      if (letters && a_.entry(*letters).has("after")) {
        break;
      }
    }
    if ((words > 1 || (words == 0 && at > begin_ && !addressed && !after_title_)) &&
        begins_action(at)) {
      break;
    }
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
    // "He Jianzhong was", where no headline is
    const bool begins = a_.words[at] == he_ && at == begin_ && at + 2 < end_ &&
                        !a_.tokens[at + 1].is(shape_all_capitals) && !a_.capital(at + 2) &&
                        a_.tokens[at + 2].is(shape_word);
    const bool surname = words == 0 && is_function(at) && a_.capital(at) &&
                         (at > begin_ || begins) && at + 1 < end_ && is_name_token(at + 1) &&
                         (a_.words[at] == he_ ||
                          ((addressed || after_title_) && at + 2 < end_ && is_name_token(at + 2)));
    const bool word = words == 0 && (addressed || after_title_) && is_word_of_name(at);
    // "Lim Guan Eng was": the letters of a rank, before no name
    const auto letters = words > 0 && token.is(shape_capital) && !token.is(shape_all_capitals) &&
                                 token.end - token.begin <= 4
                             ? a_.find(at, Lex::rank, at + 1)
                             : std::nullopt;
    const bool ranklike = letters && !a_.entry(*letters).has("after") && !mark_is(at + 1, '.') &&
                          !(at + 1 < end_ && is_name_token(at + 1));
    // "Lee In-young"
    const bool hyphened = words > 0 && (is_function(at) || a_.has(at, Lex::honorific)) &&
                          a_.capital(at) && at + 1 < end_ && a_.tokens[at + 1].is(shape_glued) &&
                          !a_.capital(at + 1);
    // "Ustaz Karim Hakim," though a hakim is a judge elsewhere
    constexpr LexMask personal =
        mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::lastname);
    const bool closing = addressed && words > 0 && a_.has(at, Lex::title) && a_.capital(at) &&
                         (at + 1 == end_ || a_.tokens[at + 1].mark != 0) &&
                         (words == 1 || (a_.lex[at] & personal) != 0);
    // "Secretary of State Tom Reid China's troubles": the next thing
    if (given && words >= 2 && mark_is(at + 1, '\'') && a_.has(at, Lex::place) &&
        (a_.lex[at] & (mask_of(Lex::given) | mask_of(Lex::surname))) == 0) {
      break;
    }
    // "Sheikh Sultan bin Weston"
    const bool royal = addressed && words == 0 && a_.has(at, Lex::title) && a_.capital(at) &&
                       at + 1 < end_ && a_.has(at + 1, Lex::particle) && !a_.capital(at + 1);
    const bool he = words == 1 && a_.words[at] == he_ && a_.capital(at) && begin > begin_;
    const bool senior = words > 1 && word_is(at, sr_) &&  // "Mark Ross Sr. said"
                        (at + 1 == end_ || !a_.capital(at + 1));
    if (is_name_token(at) || senior || syllable || hyphened || surname || word || closing || he ||
        royal || ranklike || (given && words > 0 && is_last_name(at))) {
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
  // "AGI Chemical Sector": letters and words that no pack knows name nobody, nor does a letter;
  // "KJS Gurna" may.
  constexpr LexMask of_name = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::lastname);
  const std::string_view opener = a_.token_text(begin);
  const bool letters = words > 2 && opener.size() > 2 && a_.tokens[begin].is(shape_all_capitals) &&
                       (a_.lex[begin] & of_name) == 0 &&
                       !a_.tokens[begin + 1].is(shape_all_capitals) &&
                       (a_.lex[begin + 1] & of_name) == 0;
  if (!addressed && !given && (letters || (words == 1 && opener.size() == 1))) {
    return t;
  }
  // "Dr.Phil, Doctor X": a degree, whose parts no blank parts
  if (words == 1 && addressed && at == begin + 1 && begin > t && mark_is(begin - 1, '.') &&
      !a_.tokens[begin].is(shape_space_before) && mark_is(at, ',')) {
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
  // "Mark Ross Jr., chairman of"
  if (words >= 2 && mark_is(at, '.') && at + 1 < end_ && !a_.tokens[at].is(shape_space_before) &&
      (word_is(at - 1, jr_) || word_is(at - 1, sr_)) && !a_.capital(at + 1)) {
    ++at;
  }
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
  // "Weston MP Tamba Reid": the post of who is named next
  const At named = mark_is(at, ',') ? at + 1 : at;  // "Weston MP, Tamba Reid,"
  if (words == 1 && !addressed && at == name_end + 1 && a_.has(name_end, Lex::title) &&
      named + 1 < end_ && is_name_token(named) &&
      (is_name_token(named + 1) || a_.has(named + 1, Lex::particle)) &&
      (named == at ||
       (!after_title_ && mark_is(named + 2, ',') && named + 3 < end_ && !a_.capital(named + 3)))) {
    at = name_end;
  }
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

/// "Harriet Lane | MP": the post that a suffix is; none if it is no post without its body, ", MD".
std::optional<Found> Chunker::seat_after_name(At t, At end) const {
  const auto seat = suffix(t, Lex::title, end);
  return seat && !a_.entry(*seat).has("needs") ? seat : std::nullopt;
}

/// "Ana Moss, PhD | , P.E., F.ASCE,": letters that no pack knows, behind a degree at t or after it;
/// the token after them, `at` if there are none.
Chunker::At Chunker::letters_after(At at, At t) const {
  constexpr std::size_t longest = 6;  // bytes
  constexpr LexMask other =
      mask_of(Lex::title) | mask_of(Lex::body) | mask_of(Lex::place) | mask_of(Lex::head);
  if (at == t || !mark_is(at, ',')) {
    return at;
  }
  At end = at + 1;
  while (end < end_ && (a_.lex[end] & other) == 0 &&
         (a_.tokens[end].is(shape_initial) ||
          (a_.tokens[end].is(shape_all_capitals) && a_.token_text(end).size() <= longest)) &&
         (end == at + 1 || !a_.tokens[end].is(shape_space_before))) {
    ++end;
  }
  return end > at + 1 && (end == end_ || mark_is(end, ',')) ? end : at;
}

/// Honours and degrees after a name: "KC", ", PhD". The seat a suffix names is a title of its own.
Chunker::At Chunker::suffixes(At t) const {
  At at = t;
  while (at < end_) {
    const At look = mark_is(at, ',') ? at + 1 : at;
    const auto rank = look < end_ ? suffix(look, Lex::rank, end_) : std::nullopt;
    // "Wang Guoqiang, Ma Xiaowei": no degree, whose letters are capitals
    if (rank && a_.tokens[look].is(shape_word) && rank->length == 1 &&
        !a_.tokens[look].is(shape_all_capitals) && !a_.tokens[look].is(shape_initial) &&
        is_all_capitals(a_.entry(*rank).surface)) {
      break;
    }
    if (const At more = rank ? at : letters_after(at, t); more > at) {
      at = more;
      continue;
    }
    // "psc" after a comma: written in small letters in the pack too
    const bool small = rank && look > at && is_small(a_.entry(*rank).surface);
    if (!rank || !a_.entry(*rank).has("after") || !(a_.capital(look) || small) ||
        (look > at && a_.has(look, Lex::title) &&
         (is_connector(look + rank->length) || is_and(look + rank->length)))) {
      break;
    }
    // "X, IRS Commissioner,": of a body
    const At after = look + rank->length;
    if (look > at && after < end_ && !mark_is(after, ',') &&
        (a_.has(after, Lex::title) || a_.has(after, Lex::status) || a_.has(after, Lex::modifier))) {
      break;
    }
    // "Bend MP Tom Reid": the post of who is named next
    if (look == at && a_.has(look, Lex::title) && begins_given_name(look + rank->length)) {
      break;
    }
    at = look + rank->length;
    if (mark_is(at, '(') && mark_is(at + 2, ')') && a_.capital(at + 1) &&
        a_.tokens[at + 1].end - a_.tokens[at + 1].begin <= 2) {
      at += 3;  // "OAS (S)": the grade
    }
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

}  // namespace nom::extract
