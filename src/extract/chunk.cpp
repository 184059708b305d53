// SPDX-License-Identifier: Apache-2.0
// Stage chunk: tokens → items. Bodies, posts and people are parsed, not listed: chunk_body.cpp,
// chunk_title.cpp, chunk_person.cpp; chunk_posts.cpp has the passes over the items.
#include "extract/chunk.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

constexpr std::size_t longest_row = 30;  ///< tokens of a line whose columns two blanks may part
constexpr std::size_t most_blanks_after_stop = 3;  ///< where no column follows

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
  with_ = w("with");
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
  all_ = w("all");
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

/// "St" of "St. Augustine"
bool Chunker::is_saint(At t) const {
  const std::string_view word = a_.token_text(t);
  return (word == "St" || word == "Sts" || word == "Ste") && mark_is(t + 1, '.') &&
         !a_.tokens[t + 1].is(shape_space_before) && t + 2 < end_ && a_.capital(t + 2);
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

/// "Weston | District Attorney": does a post begin here that is longer than the kind of place?
bool Chunker::begins_longer_post(At t, std::size_t kind) const {
  const auto post = a_.find(t, Lex::title, end_);
  return post && post->length > kind && a_.entry(*post).has("apart");
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
          after && !head_at(at + after->length) && !begins_longer_post(at, after->length)) {
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
  // "Newport West", but "Norland South Korea"
  const auto side = known && next == t + known->length && next < end_ && a_.capital(next)
                        ? a_.find(next, Lex::stop, end_)
                        : std::nullopt;
  if (side && a_.entry(*side).has("direction") && !a_.find(next, Lex::place, end_)) {
    m = PlaceMention();
    m.name = a_.text_of({t, ++next});
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

/// "opposition"
bool Chunker::is_side(At t) const {
  return a_.is_of_set({t, t + 1}, Lex::cue, a_.pack.cues().side);
}

/// Does a line end before the token?
bool Chunker::at_line_end(At t) const {
  return t >= a_.tokens.size() || a_.tokens[t].is(shape_line_start);
}

void Chunker::chunk(Sentence& sentence) {
  sentence.items.reserve(sentence.tokens.end - sentence.tokens.begin);
  At begin = sentence.tokens.begin;
  // Where most words stand so far apart, blanks are no columns.
  std::size_t gaps = 0;
  for (At t = begin; t < sentence.tokens.end; ++t) {
    gaps += a_.tokens[t].is(shape_column) ? 1U : 0U;
  }
  const bool spread = gaps > 4 && 2 * gaps > sentence.tokens.end - sentence.tokens.begin;
  for (At t = begin; t < sentence.tokens.end && !spread; ++t) {
    if (t == begin || !a_.tokens[t].is(shape_column) || a_.tokens[t].mark == ':') {
      continue;
    }
    // After a full stop or a comma typists, too, leave two blanks; so do machines within prose.
    const char last = a_.tokens[t - 1].mark;
    const auto gap = a_.tokens[t].begin - a_.tokens[t - 1].end;
    const bool wide = gap > most_blanks_after_stop;
    const bool barred = last == '|' || a_.tokens[t].mark == '|';
    const bool prose = gap == 2 && sentence.tokens.end - sentence.tokens.begin > longest_row &&
                       a_.document.text.str()[a_.tokens[t - 1].end] == ' ';
    if (barred || prose) {
      continue;
    }
    if (wide || (last != '.' && last != ',' && last != ':')) {
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
  join_unknown_fields(sentence);
  join_body_before_field(sentence);
  find_employers(sentence);
  find_counterparts(sentence);
}

/// Is t the first token of the cell, but for one mark: "- Joined"?
bool Chunker::opens_line(At t) const {
  return t == begin_ || (t == begin_ + 1 && a_.tokens[begin_].mark != 0);
}

/// The frame that so many words at t open; nullptr if they open none.
const Frame* Chunker::frame_of(At t, std::size_t words) const {
  std::bitset<max_cue_sets> sets;
  for (std::uint32_t m = a_.first_match[t]; m < a_.first_match[t + 1]; ++m) {
    const LexEntry& e = a_.entry(a_.matches[m]);
    if (e.type == Lex::cue && a_.matches[m].length == words) {
      sets.set(e.cue);
    }
  }
  return a_.pack.frame_of(sets);
}

/// Do so many words at t say what one does or what is done to one, in a list of a life?
bool Chunker::is_verb_of_life(At t, std::size_t words) const {
  const Frame* const frame = frame_of(t, words);
  return frame != nullptr && frame->is_of_life();
}

/// "led the", "joined the": before the body that is the object of such a verb.
bool Chunker::after_head_verb(At t) const {
  if (t < begin_ + 2 || !(word_is(t - 1, the_) || word_is(t - 1, its_) || word_is(t - 1, their_))) {
    return false;
  }
  const Frame* const frame = frame_of(t - 2, 1);
  return frame != nullptr &&
         (frame->kind == Frame::Kind::head || frame->kind == Frame::Kind::leave ||
          frame->kind == Frame::Kind::join);
}

/// "New York-based | Moravia Partners": past the place where a company sits; t if none stands
/// there.
Chunker::At Chunker::seat_of_company(At t) const {
  constexpr std::size_t longest_place = 3;
  for (At at = t; at < end_ && at < t + longest_place && a_.capital(at); ++at) {
    if (at + 2 < end_ && a_.tokens[at + 1].is(shape_glued) && a_.capital(at + 2) &&
        a_.is_of_set({at + 1, at + 2}, Lex::cue, a_.pack.cues().based)) {
      return at + 2;
    }
  }
  return t;
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
      if (const At next = part_after_verb(t, index); next > t) {
        add(ItemKind::body, next).index = index;
      } else {
        add_word(sentence, t);
      }
      continue;
    }
    // "- Worked as director": a verb, not a name
    if (const auto verb = opens_line(t) ? a_.find(t, Lex::cue, end_) : std::nullopt;
        verb && verb->length > 1 && is_verb_of_life(t, verb->length)) {
      add_word(sentence, t);
      continue;
    }
    if (const At next = name ? t : document(t, index); next > t) {
      add(ItemKind::document, next).index = index;
      continue;
    }
    if (token.is(shape_number)) {
      // "1st Vice President"
      const bool day =
          t > begin_ && (a_.has(t - 1, Lex::month) ||  // "On March 1st Vice Mayor X"
                         (word_is(t - 1, the_) && t > begin_ + 1 && word_is(t - 2, on_)));
      const bool counts =
          a_.has(t, Lex::modifier) && t + 1 < end_ && a_.has(t + 1, Lex::modifier) && !day;
      if (const At next = counts ? title(t, index) : t; next > t + 1) {
        Item& post = add(ItemKind::title, next);
        post.titles.push_back(index);
        t = post.range.end = more_of_post(next, post.titles);
        continue;
      }
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
    // "heads the | finance department of the Weston Bank"
    if (const At next = after_head_verb(t) ? part_of_body(t, index) : t; next > t) {
      add(ItemKind::body, next).index = index;
      continue;
    }
    if (const At next = part_after_verb(t, index); next > t) {
      add(ItemKind::body, next).index = index;
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
        seated = seated || seat_after_name(at, suffix_end).has_value();
      }
      best = seated ? constituency(best) : best;
      Item& person = add(ItemKind::person, best);
      person.people.push_back(index);
      // "Harriet Lane MP": the suffix is a post.
      for (At at = name_end; at < suffix_end; ++at) {
        if (const auto seat = seat_after_name(at, suffix_end)) {
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
