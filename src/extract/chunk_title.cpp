// SPDX-License-Identifier: Apache-2.0
// Stage chunk, posts.
//   title := status* (modifier | portfolio | body | place)* head ((of|for|…) complement)?
#include "extract/calendar.hpp"
#include "extract/chunk.hpp"

#include <algorithm>

namespace nom::extract {

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

/// "Labour and Industrial Relations | Minister": where the post begins after several fields of
/// which the first is known; t if it does not.
Chunker::At Chunker::fields_before_post(At t) const {
  if (!a_.has(t, Lex::portfolio) || !a_.capital(t)) {
    return t;
  }
  const At post = cap_sequence(t);
  if (post >= end_ || !a_.capital(post) || !a_.has(post, Lex::title)) {
    return t;
  }
  const auto head = a_.find(post, Lex::title, end_);
  bool several = false;
  for (At at = t + 1; at < post; ++at) {
    several = several || is_and(at);
    if ((a_.has(at, Lex::given) && !a_.has(at, Lex::portfolio)) || a_.has(at, Lex::head)) {
      return t;
    }
  }
  return several && head && a_.entry(*head).has("portfolio") ? post : t;
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
  At next = party_name(t);
  if (next == t || head_at(next)) {
    return t;  // "Labour Party leader"
  }
  next += mark_is(next, '\'') ? 1U : 0U;  // "Labour's leader"
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
  if (next < end_ && a_.has(next, Lex::status) && !a_.capital(next)) {
    return next;  // "Republican | former senator"
  }
  const auto country = a_.find(next, Lex::place, end_);  // "Republican | U.S. senator"
  const At post = field_of_post(country ? next + country->length : next);
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
      const bool line = at > t && t == begin_ && at_line_end(at + post->length);
      if (!whole || ours || (!named && !line && a_.entry(*noun).has("weak"))) {
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

/// "and", "as well as": the token after them, t if they are not there.
Chunker::At Chunker::joins_one_more(At t) const {
  if (is_and(t)) {
    return t + 1;
  }
  const auto cue = t < end_ ? a_.find(t, Lex::cue, end_) : std::nullopt;
  return cue && cue->length > 1 && a_.entry(*cue).cue == a_.pack.cues().as_well_as ? t + cue->length
                                                                                   : t;
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
    const At joined = joins_one_more(next);
    last = joined > next;
    next = joined;
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
Chunker::At Chunker::title_bracket(At t, TitleMention& m, const LexEntry& head) {
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
  // "Dean (Center for Postgraduate Studies)": where the post is
  if (m.body == none && m.place == none && close > t + 2 &&
      (ends_phrase(after) || at_line_end(after))) {
    int where = none;
    const auto bodies = a_.bodies.size();
    if (body(t + 1, where) == close && !a_.body(where).reference) {
      m.body = where;
      return after;
    }
    a_.bodies.resize(bodies);
    // "Dean (Kulliyyah of Education)": a noun that no pack knows
    if (a_.capital(t + 1) && a_.lex[t + 1] == 0 && word_is(t + 2, of_) &&
        open_name(t + 1) == close) {
      m.body = a_.add_body({t + 1, close}, "body", true);
      return after;
    }
  }
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
  if (const auto where = a_.find(t + 1, Lex::place, close);
      where && t + 1 + where->length == close && m.place == none && m.body == none && !name_next) {
    place(t + 1, m.place);  // "Vice President (Asia): Ana Weston"
    return after;
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

/// "Ambassador | from Norland to Sudland"
bool Chunker::is_from_to(At t) const {
  constexpr At longest = 8;  // tokens of the name of a country
  if (!word_is(t, from_)) {
    return false;
  }
  for (At at = t + 1; at < end_ && at - t < longest && a_.tokens[at].mark == 0; ++at) {
    if (word_is(at, to_)) {
      return true;
    }
  }
  return false;
}

Chunker::At Chunker::title_complement(At t, TitleMention& m, const LexEntry& head) {
  const bool charge = word_is(t, in_) && word_is(t + 1, charge_) && word_is(t + 2, of_);
  // "Director General-NWA": of the body whose letters a hyphen joins
  if (t < end_ && a_.tokens[t].is(shape_glued) && a_.is_short_acronym(t) &&
      !a_.tokens[t - 1].is(shape_all_capitals)) {
    m.body = a_.add_body({t, t + 1}, "body", true);
    return t + 1;
  }
  const bool of = is_connector(t) || charge || (head.has("sent") && is_from_to(t));
  // "an economist with the Weston Bank", but "the minister with the World Bank"
  const bool with = word_is(t, with_) && !head.has("one") && !head.has("portfolio");
  const bool loose =
      word_is(t, to_) || word_is(t, at_) || word_is(t, in_) || word_is(t, on_) || with;
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
  // "a lawyer for President X": whom one serves
  if (at >= end_ || (head.has("needs") && (a_.has(at, Lex::title) || a_.has(at, Lex::modifier) ||
                                           a_.has(at, Lex::honorific) || a_.has(at, Lex::rank)))) {
    return t;
  }
  at = of && !plain_nation_ ? after_nationality(at) : at;
  at = seat_of_company(at);
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
      const auto noun = head_at(look);
      const bool whole = noun && noun->length > 1;  // "far-right National Front"
      const At next = look > at && (formed || whole || !noun) ? body(look, named) : look;
      if (next > look && !a_.body(named).reference) {
        m.body = named;
        return next;
      }
      break;
    }
    const bool participle = a_.tokens[look].is(shape_word) && a_.token_text(look).ends_with("ed") &&
                            !a_.has(look, Lex::head);
    const bool glued = a_.tokens[look].is(shape_glued) ||  // "far-right"
                       (look + 1 < end_ && a_.tokens[look + 1].is(shape_glued));
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
    const bool named = a_.capital(at) || a_.tokens[at].is(shape_number);
    if ((!b.reference || article) && (!with || (named && !owns_more(next)))) {
      m.body = inner;
      return next;
    }
  }
  if (with) {
    const At next = described_company(at, m);
    return next > at ? next : t;
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
  if (const At next = of || word_is(t, at_) ? described_company(at, m) : at; next > at) {
    return next;
  }
  // "special rapporteur on human rights", "adviser on legal and international affairs"
  if (word_is(t, on_) && a_.has(at, Lex::portfolio) && !article) {
    if (const At next = a_.capital(at) ? cap_sequence(at) : small_field(at); next > at) {
      // "… on human rights in Lakonia"
      const bool there = word_is(next, in_) && next + 1 < end_ && a_.capital(next + 1);
      return there ? cap_sequence(next + 1) : next;
    }
  }
  if (const At next =
          word_is(t, in_) && !article && !head.has("place") ? employer_there(at, m) : at;
      next > at) {
    return next;
  }
  if (!of && !word_is(t, at_) && !head.has("place")) {
    return t;
  }
  int where = none;
  if (At next = place(at, where); next > at && (of || head.has("place"))) {
    // "general director of the Weston Brewery": no place
    const bool country = a_.places[static_cast<std::size_t>(where)].kind == "country";
    // "president of Norland National Dairy Platform"
    const At whole = of && next < end_ && a_.capital(next) &&
                             (a_.has(next, Lex::modifier) || a_.has(next, Lex::level))
                         ? cap_sequence(at)
                         : next;
    if (whole > next + 1) {
      m.body = a_.add_body({at, whole}, "body");
      return whole;
    }
    // "director of Weston Nanopore": one more word, with which the phrase ends
    const bool one_more = of && !head.has("place") && next + 1 < end_ && a_.capital(next) &&
                          a_.tokens[next].is(shape_word) && a_.lex[next] == 0 &&
                          !a_.tokens[next].is(shape_glued) &&
                          !a_.tokens[next + 1].is(shape_glued) &&
                          (is_function(next + 1) || a_.tokens[next + 1].mark != 0);
    if (one_more) {
      m.body = a_.add_body({at, next + 1}, "body");
      return next + 1;
    }
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
      !begins_vietnamese_name(at) && !a_.has(at, Lex::honorific) && !a_.has(at, Lex::month) &&
      !(word_is(t, for_) && head.has("needs") && begins_given_name(at))) {  // "lawyer for Ana Moss"
    const auto noun = a_.find(at, Lex::head, end_);
    At next = noun && !a_.entry(*noun).has("ends")      ? at + 1
              : head.has("place") || head.has("degree") ? cap_sequence(at)
                                                        : open_name(at);
    if (!word_is(t, at_)) {
      next = before_name(at, next);
    }
    // "Vice-Rector for International Relations": what one does, no body
    bool nouns = word_is(t, for_) && !article && next > at;
    for (At i = at; i < next && nouns; ++i) {
      constexpr LexMask common =
          mask_of(Lex::portfolio) | mask_of(Lex::stop) | mask_of(Lex::modifier);
      nouns = (a_.lex[i] & common) != 0 || is_and(i) || mark_is(i, ',');
    }
    if (head.has("degree") && of) {
      return next;  // "Professor of Medical Biochemistry"
    }
    if (nouns) {
      m.title = join(m.title, a_.text_of({t, next}));
      m.role = join(m.role, a_.text_of({t, next}));
      return next;
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
/// given name of its holder, or, where the post is one of a place, before two words that no pack
/// knows; t if there is none.
Chunker::At Chunker::place_before_holder(At t, int& where, bool of_place) {
  constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::lastname);
  if (t >= end_ || !a_.capital(t) || !a_.has(t, Lex::place)) {
    return t;
  }
  int found = none;
  const std::size_t places = a_.places.size();
  const At next = place(t, found);
  const bool addressed =
      next > t && next < end_ && (a_.has(next, Lex::honorific) || begins_addressed(next));
  const bool given = next > t && next + 1 < end_ && (a_.lex[t] & name) == 0 &&
                     (begins_given_name(next) || (of_place && a_.lex[next] == 0 &&
                                                  is_name_token(next) && is_name_token(next + 1)));
  if (!addressed && !given) {
    a_.places.resize(places);
    return t;
  }
  where = found;
  return next;
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

/// "researcher in | Lakonia for the Weston Institute": whose post it is that one holds in a place
/// that begins at t; the token after the body, t if none is named.
Chunker::At Chunker::employer_there(At t, TitleMention& m) {
  const std::size_t places = a_.places.size();
  int where = none;
  At there = place(t, where);
  a_.places.resize(places);
  if (there == t && t < end_ && a_.capital(t) && a_.lex[t] == 0 && a_.tokens[t].is(shape_word)) {
    ++there;  // a place that no pack knows
  }
  if (there == t || !(word_is(there, for_) || word_is(there, at_) || word_is(there, with_) ||
                      word_is(there, of_))) {
    return t;
  }
  int found = none;
  const At next = named_body(there + 1, found);
  m.body = next > there + 1 ? found : m.body;
  return next > there + 1 ? next : t;
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
  const Frame* const verb = whole && word_is(t - 1, the_) ? frame_of(at - 1, 1) : nullptr;
  if (verb != nullptr && verb->kind == Frame::Kind::state) {
    return true;  // "is the chair and"
  }
  return a_.tokens[begin_].is(shape_number) || a_.has(begin_, Lex::month);
}

/// "Head | of Sales and Marketing", "director | of public affairs": what an officer has charge of
/// belongs to the post and names no body; the token after it, t if it is not so.
Chunker::At Chunker::officer_field(At t, TitleMention& m, const LexEntry& head) {
  if (!word_is(t, of_) || t + 1 >= end_ || m.plural || !m.portfolio.empty() ||
      head.has("portfolio") || head.has("field") || head.has("degree") || head.has("place") ||
      head.has("alone") || head.has("party") || head.has("seat") || head.has("royal")) {
    return t;
  }
  // "president of Cloud, a start-up": whoever heads the whole of a body has charge of no field
  if (a_.capital(t + 1) && (head.has("whole") || (head.has("one") && head.has("bare")))) {
    return t;
  }
  bool field = false;
  At at = t + 1;
  for (;;) {
    const auto modifier = a_.find(at, Lex::modifier, end_);
    const auto portfolio = a_.find(at, Lex::portfolio, end_);
    if (modifier && a_.entry(*modifier).has("field")) {
      field = true;
      at += modifier->length;
    } else if (portfolio) {  // alone it may be a body: "Director of Fisheries"
      at += portfolio->length;
    } else {
      break;
    }
    if (at + 1 < end_ && is_and(at)) {
      ++at;
    } else if (at >= end_ || a_.capital(at) != a_.capital(t + 1)) {
      break;
    }
  }
  const bool small = !a_.capital(t + 1);
  const bool open =
      at < end_ && a_.tokens[at].is(shape_word) && !is_function(at) && a_.tokens[at].mark == 0;
  const bool holder =
      open && a_.capital(at) &&
      (small || begins_given_name(at) || a_.has(at, Lex::honorific) || begins_addressed(at));
  if (!field || is_and(at - 1) || (open && !holder)) {
    return t;
  }
  m.title = join(m.title, a_.text_of({t, at}));
  m.role = join(m.role, a_.text_of({t, at}));
  return at;
}

/// "Principal Secretary, Medical and Health": the field of work after the comma at t, the last word
/// of which is one; the token after it, t if there is none.
Chunker::At Chunker::field_after_comma(At t, TitleMention& m, const LexEntry& head) {
  if (!(head.has("portfolio") || head.has("field")) || !m.portfolio.empty() || m.place != none ||
      m.body != none || !mark_is(t, ',') || t + 1 >= end_ || !a_.capital(t + 1)) {
    return t;
  }
  const auto field = a_.find(t + 1, Lex::portfolio, end_);
  const At words = cap_sequence(t + 1);
  if (!field && !(words > t + 2 && is_and(words - 2) && a_.has(words - 1, Lex::portfolio))) {
    return t;
  }
  const At next = std::max(t + 1 + (field ? field->length : 0), words);
  for (At i = t + 1; i < next; ++i) {
    if (a_.has(i, Lex::head) && !a_.has(i, Lex::portfolio)) {
      return t;  // "Permanent Secretary, Ministry of Trade and Industry"
    }
  }
  if (!ends_phrase(next)) {
    return t;
  }
  m.portfolio = a_.text_of({t + 1, next});
  m.portfolio_of = true;
  return next;
}

/// "Deputy Director-General | : Corporate Management in the Department of Trade": what one directs,
/// after a colon, and whose post it is; the token after it, t if it is not so.
Chunker::At Chunker::field_after_colon(At t, TitleMention& m) {
  if (!mark_is(t, ':') || m.body != none || t + 1 >= end_ || !a_.capital(t + 1)) {
    return t;
  }
  const At field = cap_sequence(t + 1);
  if (field == t + 1 || !(word_is(field, in_) || word_is(field, at_) || word_is(field, of_)) ||
      a_.has(t + 1, Lex::given) || a_.has(t + 1, Lex::honorific)) {
    return t;
  }
  const At begin = word_is(field + 1, the_) ? field + 2 : field + 1;
  int whole = none;
  const At next = begin < end_ ? body(begin, whole) : begin;
  if (next == begin || a_.body(whole).reference) {
    return t;
  }
  m.title = join(m.title + ":", a_.text_of({t + 1, field}));
  m.role = join(m.role + ":", a_.text_of({t + 1, field}));
  m.body = whole;
  return next;
}

/// The body that stands straight after a post; the token after it, t if none does.
Chunker::At Chunker::body_after_post(At t, TitleMention& m, const PostWords& post) {
  const LexEntry& head = post.entry;
  const bool spelt = a_.tokens[post.words.begin].is(shape_all_capitals);
  // "Director General Coast Guard", "Chairman Weston Council,", "MEMBER 5TH GOVERNING COUNCIL": at
  // least two words, with which the phrase ends.
  const bool ordinal =
      t + 1 < end_ && a_.tokens[t].is(shape_number) && !to_number(a_.token_text(t));  // "5TH"
  if (const At whole = ordinal ? t + 1 : t;
      whole < end_ && a_.capital(whole) && !a_.tokens[whole].is(shape_column)) {
    int inner = none;
    const std::size_t bodies = a_.bodies.size();
    const At next = body(whole, inner);
    const bool closed =
        ends_phrase(next) || a_.has(next, Lex::honorific) || a_.has(next, Lex::rank);
    const bool plain = !head.has("bare") && !head.has("place") && !head.has("portfolio") &&
                       !post.prefixed && a_.capital(post.words.begin);
    if (next > whole && !a_.body(inner).reference &&
        (post.words.end - post.words.begin > 2 || (closed && plain && next - whole > 1))) {
      m.body = inner;
      return next;
    }
    a_.bodies.resize(bodies);
  }
  // "Commander 16 Brigade", "GOC 3 Armoured Division", "Brigade Commander, 13 Brigade"
  const At unit = mark_is(t, ',') ? t + 1 : t;
  if (const At next = numbered_unit(unit, m.body); next > unit) {
    return next;
  }
  // "Deputy Commander SEACOM Lt. Gen. X": letters that no pack knows, before a rank or a name
  if (t + 1 < end_ && !post.prefixed && a_.tokens[t].is(shape_all_capitals) &&
      a_.tokens[t].end - a_.tokens[t].begin > 2 &&  // "Spokesman SP X": his rank
      a_.lex[t] == 0 && (!spelt || a_.has(t + 1, Lex::rank)) &&
      !a_.tokens[t + 1].is(shape_all_capitals) &&
      (a_.has(t + 1, Lex::rank) || a_.has(t + 1, Lex::honorific) ||
       (a_.has(t + 1, Lex::given) && a_.capital(t + 1)))) {
    m.body = a_.add_body({t, t + 1}, "body", true);
    return t + 1;
  }
  return t;
}

/// "X, Governor Norland,", "as Governor Norland": the place that stands straight after a post; the
/// token after it, t if none does.
Chunker::At Chunker::place_after_post(At t, TitleMention& m, const PostWords& post) {
  if (const At next = place_before_holder(
          t, m.place, post.entry.has("place") && post.words.end - post.words.begin > 1);
      next > t) {
    return next;
  }
  const At begin = post.begin;
  const LexEntry& head = post.entry;
  const bool beside = begin > begin_ + 2 && mark_is(begin - 1, ',') && is_name_token(begin - 2) &&
                      is_name_token(begin - 3) && !a_.has(begin - 2, Lex::place);
  const bool as = begin > begin_ && a_.is_of_set({begin - 1, begin}, Lex::cue, a_.pack.cues().as) &&
                  !mark_is(t + 1, ',');  // "as Governor X, who"
  const bool long_enough =
      post.words.end - post.words.begin > 1 || a_.tokens[post.words.begin].is(shape_all_capitals);
  if (!head.has("place") || head.has("alone") || !(beside || as) || m.place != none ||
      !long_enough || !is_unknown_place(t)) {
    return t;
  }
  m.place = a_.add_place({t, t + 1});
  return t + 1;
}

/// Does a phrase end before t: with the sentence, or at a mark that is no apostrophe?
bool Chunker::ends_phrase(At t) const {
  return t >= end_ || (a_.tokens[t].mark != 0 && a_.tokens[t].mark != '\'');
}

/// Whose post it is, where that stands after the comma at t; the token after it, t if it does not.
Chunker::At Chunker::after_comma(At t, TitleMention& m, const PostWords& post) {
  const LexEntry& head = post.entry;
  const bool capital = a_.capital(post.words.begin);
  if (t + 1 >= end_) {
    return t;
  }
  // "Director, General Hospital": where nothing else follows it
  if (!post.prefixed && capital) {
    int inner = none;
    const At begin = word_is(t + 1, the_) && t + 2 < end_ ? t + 2 : t + 1;
    const At next = body(begin, inner);
    const bool numbered = next < end_ && a_.tokens[next].is(shape_number);  // "…, Embassy of X 2."
    if (next > begin && !a_.body(inner).reference &&
        (ends_phrase(next) || numbered || word_is(next, and_))) {
      m.body = inner;
      return next;
    }
  }
  if (m.body != none) {
    return t;
  }
  const At words = a_.capital(t + 1) ? open_name(t + 1) : t + 1;
  if (!post.prefixed && words > t + 1) {
    if (const At next = workplace_after_field(t, words, m, head); next > t) {
      return next;
    }
    const bool bracket = post.begin > begin_ && mark_is(post.begin - 1, '(');
    const bool open =
        m.portfolio.empty() && !head.has("place") && !head.has("alone") && (capital || bracket);
    const bool unit = open && is_unit(t + 1, words, post);
    if (unit || (open && is_listed_company(t + 1, words, post))) {
      m.body = a_.add_body({t + 1, words}, unit ? "department" : "body", true);
      return words;
    }
  }
  if (head.has("place") && is_place_after_comma(t + 1, words, post)) {
    m.place = a_.add_place({t + 1, words});
    return words;
  }
  return t;
}

/// "Managing Director | , Asia Pacific, at Orion Capital": a field or a region between commas,
/// which ends at `field`, and then whose post it is; the token after that, t if it is not so.
Chunker::At Chunker::workplace_after_field(At t, At field, TitleMention& m, const LexEntry& head) {
  constexpr At longest_field = 6;
  constexpr LexMask field_word =
      mask_of(Lex::portfolio) | mask_of(Lex::stop) | mask_of(Lex::place) | mask_of(Lex::modifier);
  constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::honorific) | mask_of(Lex::rank);
  if (field - t >= longest_field || !mark_is(field, ',') || !word_is(field + 1, at_) ||
      field + 2 >= end_ || a_.has(field + 2, Lex::weekday)) {
    return t;
  }
  for (At i = t + 1; i < field; ++i) {
    if (const auto where = a_.find(i, Lex::place, field)) {
      i += where->length - std::size_t{1};
    } else if (a_.tokens[i].mark == 0 && !is_and(i) &&
               ((a_.lex[i] & field_word) == 0 || (a_.lex[i] & name) != 0)) {
      return t;
    }
  }
  const At next = workplace(field + 1, m, head);
  return next > field + 1 ? next : t;
}

/// "- X, Chief Executive Officer, | Northwind", "X (chief executive, | Northwind)": are the words
/// between t and `end` a name that no pack knows, with which a line of a name and its post ends, or
/// a bracket after a name?
bool Chunker::is_listed_company(At t, At end, const PostWords& post) const {
  constexpr LexMask other = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::honorific) |
                            mask_of(Lex::rank) | mask_of(Lex::title) | mask_of(Lex::modifier) |
                            mask_of(Lex::portfolio) | mask_of(Lex::stop) | mask_of(Lex::month) |
                            mask_of(Lex::weekday) | mask_of(Lex::demonym);
  // "| Assistant Professor, | RSFA |", "Dr. X, President, | NWUTE, Lakonia": letters alone behind
  // a post that is a cell, or that stands behind a name
  constexpr std::size_t fewest_letters = 3;
  const bool letters = end == t + 1 && a_.lex[t] == 0 && a_.is_short_acronym(t) &&
                       a_.token_text(t).size() >= fewest_letters;
  const bool cell = post.begin == begin_ && a_.tokens[begin_].is(shape_column) && end == end_;
  const bool named = post.begin > begin_ + 1 && mark_is(post.begin - 1, ',') &&
                     a_.capital(post.begin - 2) &&
                     (end == end_ || mark_is(end, ',') || mark_is(end, '.'));
  if (letters && (cell || named)) {
    return true;
  }
  if (post.begin == begin_ || (a_.lex[t] & other) != 0 || (a_.has(t, Lex::place) && end == t + 1)) {
    return false;
  }
  if (mark_is(post.begin - 1, '(') && mark_is(end, ')')) {
    return true;
  }
  const bool beside =
      mark_is(post.begin - 1, ',') || is_and(post.begin - 1) || mark_is(post.begin - 1, '-');
  const bool ends = end == end_ || (mark_is(end, ';') && end + 1 == end_);
  if (!beside || !ends || !at_line_end(end_)) {
    return false;
  }
  constexpr At most = 6;  // words
  bool listed = a_.tokens[begin_].mark == '-' || a_.tokens[begin_].mark == '*' ||
                a_.tokens[begin_].is(shape_number);
  if (!listed && a_.tokens[begin_].is(shape_line_start) && post.begin - begin_ <= most) {
    listed = true;
    for (At at = begin_; at + 1 < post.begin; ++at) {
      listed = listed && (a_.tokens[at].mark == '.' || a_.capital(at));
    }
  }
  return listed;
}

/// "Director, | Pollution Control" on a line of its own: are the words between t and `end` a unit
/// that no noun names, at least one of them no part of a name?
bool Chunker::is_unit(At t, At end, const PostWords& post) const {
  constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::honorific) | mask_of(Lex::title) |
                           mask_of(Lex::month) | mask_of(Lex::weekday) | mask_of(Lex::place);
  constexpr LexMask noun = mask_of(Lex::portfolio) | mask_of(Lex::stop) | mask_of(Lex::head);
  constexpr At longest_unit = 8;
  if (post.entry.has("bare") || post.entry.has("home") || post.begin != begin_ ||
      !a_.tokens[begin_].is(shape_line_start) || !at_line_end(end_) || end != end_ ||
      end_ - t >= longest_unit) {
    return false;
  }
  bool known = false;
  for (At i = t; i < end; ++i) {
    if (a_.tokens[i].mark == 0 && !is_function(i)) {
      if ((a_.lex[i] & name) != 0) {
        return false;
      }
      known = known || (a_.lex[i] & noun) != 0;
    }
  }
  return known;
}

/// "Camat (District Head), | Lamboya Timur" at the end of a line or a cell, "X - Collector, |
/// Kollam - Director", "X, Collector, | Barmer, has been transferred": are the words up to `end`
/// where the post is?
bool Chunker::is_place_after_comma(At t, At end, const PostWords& post) const {
  const bool cell = end == end_ && end_ < a_.tokens.size() && column_end_;
  const bool dashes =
      (end == end_ || (mark_is(end, '-') && a_.tokens[end].is(shape_space_before))) &&
      post.begin > begin_ && mark_is(post.begin - 1, '-');
  const bool between = end == t + 1 && mark_is(end, ',') && post.begin > begin_ &&
                       mark_is(post.begin - 1, ',') && a_.lex[t] == 0;
  // "X, Collector, | Kollam is transferred and posted as Collector, | Idukki."
  const auto is_of = [this](At at, std::uint8_t set) {
    return at < end_ && a_.is_of_set({at, at + 1}, Lex::cue, set);
  };
  const GrammarCues& cues = a_.pack.cues();
  const bool ordered =
      end == t + 1 && (a_.lex[t] == 0 || a_.has(t, Lex::place)) && post.begin > begin_ &&
      ((mark_is(post.begin - 1, ',') && (is_of(end, cues.be) || is_of(end, cues.has))) ||
       (is_of(post.begin - 1, cues.as) && (ends_phrase(end) || is_function(end))));
  return end > t && (cell || dashes || between || ordered) && !begins_vietnamese_name(t) &&
         !a_.has(t, Lex::honorific) && !a_.has(t, Lex::given);
}

/// "of the British | drinks company Diageo", "of the Kenyan | parliament": past a country's
/// adjective before a noun in small letters; t if none stands there.
Chunker::At Chunker::after_nationality(At t) const {
  const auto country = a_.find(t, Lex::demonym, end_);
  const At noun = country ? t + country->length : t;
  return noun > t && noun + 1 < end_ && !a_.capital(noun) && a_.tokens[noun].is(shape_word) &&
                 !a_.tokens[noun].is(shape_glued) && !is_function(noun) && !is_and(noun)
             ? noun
             : t;
}

/// "the Kenyan parliament" after "parliament" alone: whose it is.
void Chunker::add_nationality(int index) {
  BodyMention& b = a_.body(index);
  const At begin = b.range.begin;
  if (begin > begin_ && !a_.capital(begin) && b.place.empty() && a_.has(begin - 1, Lex::demonym)) {
    const auto country = a_.find(begin - 1, Lex::demonym, begin);
    --b.range.begin;
    b.place = country ? a_.entry(*country).canonical : b.place;
    b.placekind = country ? "country" : b.placekind;
    b.reference = false;
  }
}

/// "Minister of Finance of Japan", "Minister of Health of the Republic of Kenya": the country after
/// the field, which ends at t, is no part of it. Past the country; t if there is none.
Chunker::At Chunker::country_of_field(At t, TitleMention& m) {
  if (m.portfolio.empty() || m.place != none || m.body != none) {
    return t;
  }
  At of = t;
  constexpr At longest_country = 5;  // words
  while (of > begin_ && t - of < longest_country && !word_is(of - 1, of_)) {
    --of;
  }
  const bool inside = of > begin_ && word_is(of - 1, of_) && of < t;
  const auto known = inside ? a_.find(of, Lex::place, t) : std::nullopt;
  if (known && of + known->length == t && a_.entry(*known).feature("kind") == "country") {
    const std::string suffix = " of " + a_.text_of({of, t});
    if (m.portfolio.ends_with(suffix)) {
      m.portfolio.resize(m.portfolio.size() - suffix.size());
      place(of, m.place);
      return t;
    }
  }
  if (!word_is(t, of_)) {
    return t;
  }
  const At name = t + (word_is(t + 1, the_) ? 2 : 1);
  int country = none;
  const At end = name < end_ ? place(name, country) : t;
  if (end <= name || a_.place(country).kind != "country") {
    return t;
  }
  m.place = country;
  return end;
}

/// Past "'s" and the number of who has the post, "Canada's 21st Prime Minister"; t if there is
/// none.
Chunker::At Chunker::after_possessive(At t) const {
  if (!mark_is(t, '\'')) {
    return t;
  }
  const bool ordinal = t + 2 < end_ && a_.tokens[t + 1].is(shape_number) &&
                       a_.token_text(t + 1).back() > '9' && a_.has(t + 2, Lex::title);
  return t + (ordinal ? 2 : 1);
}

/// "chief economist of | insurer X", "leader of the | junior coalition partner X", "president of |
/// investment manager X": the token after the name; t if there is none.
Chunker::At Chunker::described_company(At t, TitleMention& m) {
  constexpr At longest = 6;  // words before the name
  for (At look = t; look < end_ && look - t < longest && !a_.capital(look); ++look) {
    std::optional<Found> noun;
    for (std::uint32_t k = a_.first_match[look]; k < a_.first_match[look + 1]; ++k) {
      const Found& found = a_.matches[k];
      if (found.type == Lex::cue && a_.entry(found).cue == a_.pack.cues().company_noun &&
          (!noun || found.length > noun->length)) {
        noun = found;
      }
    }
    const At name = noun ? look + noun->length : end_;
    if (name < end_ && a_.capital(name) && a_.tokens[name].is(shape_word) &&
        !a_.has(name, Lex::honorific) && !begins_given_name(name) && !a_.has(name, Lex::surname)) {
      int known = none;
      if (const At next = body(name, known); next > name && !a_.body(known).reference) {
        m.body = known;
        return next;
      }
      const At next = before_name(name, cap_sequence(name));
      m.body = a_.add_body({name, next}, a_.entry(*noun).feature("kind").value_or("company"), true);
      return next;
    }
    if ((is_function(look) && !is_and(look)) || a_.has(look, Lex::title)) {
      return t;
    }
  }
  return t;
}

/// "U.S. representative from | Kansas": is it part of the country that the post names, if any?
bool Chunker::is_within(int region, int country) const {
  const PlaceMention& part = a_.place(region);
  return country == none || (part.kind != "country" && !part.country.empty() &&
                             part.country == a_.place(country).country);
}

/// "Weston Bank | chairman X", "the Law Society's | backing": does what follows a body say that it
/// is no employer: a post of it, or what it has?
bool Chunker::owns_more(At t) const {
  return t < end_ && (a_.has(t, Lex::title) || a_.has(t, Lex::modifier) || a_.has(t, Lex::status) ||
                      (mark_is(t, '\'') && t + 1 < end_));
}

/// "First | Vice President": one of several, whom an ordinal before it tells apart.
bool Chunker::is_counted(At t) const {
  const auto modifier = a_.find(t, Lex::modifier, end_);
  return modifier && a_.entry(*modifier).has("counted");
}

/// "Lakonian": a country by its adjective; the token after it, t if there is none.
Chunker::At Chunker::demonym(At t, int& index) {
  const auto country = a_.find(t, Lex::demonym, end_);
  if (!country) {
    return t;
  }
  PlaceMention p;
  p.range = {t, t + country->length};
  p.name = a_.entry(*country).canonical;
  p.kind = "country";
  p.demonym = true;
  index = static_cast<int>(a_.places.size());
  a_.places.push_back(std::move(p));
  return t + country->length;
}

/// Of which place a post is that follows: "Accra", "U.S.", "Lakonian"; the token after it.
Chunker::At Chunker::country_before_post(At t, int& index) {
  const At next = place(t, index);
  return next > t ? next : demonym(t, index);
}

/// What stands before the head of a post that begins at t: its status, modifiers, a field of work,
/// a body or a place. The token of the head; if there is none, `start.head` stays empty.
Chunker::At Chunker::before_head(At t, TitleMention& m, PostStart& start) {
  At at = t;
  std::size_t steps = 0;
  if (const At office = a_.capital(t) ? body_before_post(t, m.body) : t; office > t) {
    at = office;
    start.prefixed = true;
  }
  const auto pass_field = [&](At past) {
    start.field = at;
    start.before_field = start.modifiers;
    start.roles_before_field = start.roles;
    start.prefixed = true;
    at = past;
  };
  while (at < end_ && steps++ < 12) {
    if (const auto status = a_.find(at, Lex::status, end_)) {
      const LexEntry& e = a_.entry(*status);
      const At more = at + status->length;  // "OIC Director", "the OIC of the office"
      // "Ag Director" is acting, "Siemens AG" is not
      const bool letters = a_.tokens[at].is(shape_all_capitals) && e.surface.size() == 2;
      const bool post = a_.has(at, Lex::title) &&
                        !(more < end_ && (a_.has(more, Lex::title) || a_.has(more, Lex::modifier)));
      // "the then mayor", but "dean of Leeds and then bishop of Hull": afterwards
      const bool afterwards = e.has("adverb") && at > begin_ && is_and(at - 1);
      if (!e.has("after") && !post && !letters && !afterwards) {
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
      // "Scottish Labour leader", "NSW Labor leader"
      const bool nation = m.place != none && a_.place(m.place).range.end == at;
      const At end = mark_is(next - 1, '\'') ? next - 1 : next;
      m.body = a_.add_body({nation ? a_.place(m.place).range.begin : at, end}, "party", true);
      m.place = nation ? none : m.place;
      start.prefixed = field_of_post(next) == next;
      at = next;
      continue;
    }
    if (const At next = m.body == none && !start.prefixed ? supporters(at) : at; next > at) {
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
      if (start.modifiers.empty()) {
        start.words = at;
      }
      start.modifiers = join(start.modifiers, a_.text_of({at, last}));
      start.roles = join(start.roles, a_.text_of({at, last}));
      at = last;
      found = a_.find(at, Lex::title, end_);
    }
    // "U.S. | attorney general"
    if (found && found->length > 1 && a_.has(at, Lex::place)) {
      for (At inside = at + 1; found && inside < at + found->length; ++inside) {
        const auto longer = a_.find(inside, Lex::title, end_);
        if (longer && inside + longer->length > at + found->length) {
          found.reset();
        }
      }
    }
    // "MCA president": letters that are a post elsewhere
    if (found && found->length == 1 && a_.tokens[at].is(shape_all_capitals) && at + 1 < end_ &&
        !a_.capital(at + 1) && a_.has(at + 1, Lex::title) && !a_.entry(*found).has("alone") &&
        !a_.entry(*found).has("seat") && !a_.entry(*found).has("whole")) {
      found.reset();
    }
    // "DPP Roger X", but "the DPP chairman"
    if (found && found->length == 1 && a_.tokens[at].is(shape_all_capitals) &&
        a_.has(at, Lex::body) &&
        !(at + 1 < end_ && (begins_given_name(at + 1) || a_.has(at + 1, Lex::honorific)))) {
      found.reset();
    }
    // "as the first Assistant Secretary of …" says how many there were.
    if (!found && !a_.capital(at) && start.modifiers.empty() && at + 1 < end_ &&
        a_.capital(at + 1) && is_ordinal(at) && a_.tokens[at].is(shape_word) &&
        (a_.has(at + 1, Lex::title) || a_.has(at + 1, Lex::modifier)) && !is_counted(at + 1)) {
      ++at;
      continue;
    }
    // "its third interior minister in five years" is the interior minister.
    const auto counted = !found && !a_.capital(at) && start.modifiers.empty() && at + 1 < end_ &&
                                 a_.has(at, Lex::modifier) && is_ordinal(at)
                             ? a_.find(at + 1, Lex::title, end_)
                             : std::nullopt;
    if (counted && !a_.has(at + 1, Lex::modifier) && a_.entry(*counted).has("one") &&
        !a_.entry(*counted).has("field")) {  // "its first vice-chancellor"
      ++at;
      continue;
    }
    if (!found && !a_.capital(at) && start.modifiers.empty() && at + 1 < end_ &&
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
      if (at == t && at > begin_ && word_is(at - 1, to_) && !a_.capital(at) && after < end_ &&
          a_.capital(after)) {
        return t;  // "were sent to | support President X"
      }
      // "Federal Bureau of Prisons director": the name of a body begins with it
      if (start.modifiers.empty() && a_.capital(at) && after < end_ && a_.capital(after) &&
          m.body == none && a_.entry(*modifier).has("name")) {
        int named = none;
        const auto bodies = a_.bodies.size();
        const At owner = body(at, named);
        const At post = owner > after ? after_possessive(owner) : owner;
        if (owner > after && !a_.body(named).reference && post < end_ &&
            (a_.has(post, Lex::title) || a_.has(post, Lex::modifier) ||
             a_.has(post, Lex::status))) {
          m.body = named;
          at = post;
          start.prefixed = true;
          continue;
        }
        a_.bodies.resize(bodies);
      }
      if (mark_is(after, '.') && a_.has(after - 1, Lex::abbreviation)) {
        ++after;  // "Addl. Commissioner"
      }
      // "Northgate Software Chairwoman", "Delta Music director": the last word of a name
      if (const auto post = a_.entry(*modifier).has("field") && after < end_
                                ? a_.find(after, Lex::title, end_)
                                : std::nullopt;
          post && a_.capital(at) && at > begin_ && a_.capital(at - 1) &&
          a_.tokens[at - 1].mark == 0 &&
          (a_.entry(*post).has("whole") || a_.entry(*post).canonical == "Chairman" ||
           !a_.capital(after))) {
        return t;
      }
      if (mark_is(after, '-') && !a_.tokens[after].is(shape_space_before)) {
        ++after;  // "Vice- Chancellor", at the end of a line
      }
      const bool more =
          after < end_ && (a_.has(after, Lex::title) || a_.has(after, Lex::modifier) ||
                           a_.has(after, Lex::portfolio) || a_.has(after, Lex::level));
      // "Deputy Accra Regional Commander", "deputy Lakonian foreign minister"
      if (int where = none; !more && found && after < end_ && m.place == none && m.body == none &&
                            (a_.has(after, Lex::place) || a_.has(after, Lex::demonym))) {
        const At there = country_before_post(after, where);
        const bool field = there < end_ && a_.has(there, Lex::portfolio);
        if (there > after && there < end_ && a_.capital(there) == a_.capital(at) &&
            (a_.has(there, Lex::title) || a_.has(there, Lex::modifier) || field)) {
          start.words = start.modifiers.empty() ? there : start.words;
          start.modifiers = join(start.modifiers, a_.text_of({at, after}));
          start.roles = join(start.roles, a_.entry(*modifier).canonical);
          m.place = where;
          at = there;
          continue;
        }
      }
      if (more || !found) {
        if (!more && !a_.has(after, Lex::place) && !a_.capital(after < end_ ? after : at)) {
          return t;
        }
        if (start.modifiers.empty()) {
          start.words = at;
        }
        start.modifiers = join(start.modifiers, a_.text_of({at, after}));
        start.roles = join(start.roles, a_.entry(*modifier).canonical);
        at = after;
        continue;
      }
    }
    if (found) {
      start.head = found;
      const At next = at + found->length;
      // "Secretary of Labor and Employment", "head of security firm X": the words of the longer
      // post belong to what comes after it.
      if (found->length > 1 && next + 1 < end_ && a_.capital(next + 1) &&
          ((is_and(next) && a_.capital(next - 1) && a_.has(next + 1, Lex::portfolio)) ||
           (!a_.capital(next) && (is_company(next) || a_.has(next, Lex::head))))) {
        const auto shorter = a_.find(at, Lex::title, at + 1);
        start.head = shorter ? shorter : start.head;
      }
      // "chairman of the Board of Directors | of Weston Foods": of a board that says whose it is
      constexpr At with_board = 4;  // words: "chairman of the board"
      const auto of_whom = found->length == with_board && word_is(next, of_) && next + 1 < end_
                               ? a_.find(next + 1, Lex::title, end_)
                               : std::nullopt;
      if ((of_whom && a_.entry(*of_whom).has("plural")) ||
          (found->length > with_board && word_is(next, of_) && a_.has(at + 3, Lex::head))) {
        const auto shorter = a_.find(at, Lex::title, at + 1);
        start.head = shorter ? shorter : start.head;
      }
      break;
    }
    if (const At post = m.portfolio.empty() ? fields_before_post(at) : at; post > at) {
      m.portfolio = a_.text_of({at, post});
      pass_field(post);
      continue;
    }
    if (const auto field = a_.find(at, Lex::portfolio, end_)) {
      // Only straight before the title: "Public Works Minister", "peace and security commissioner".
      const At after = m.body != none ? field_of_post(at) : at + field->length;
      const bool title_next =
          after < end_ && (a_.has(after, Lex::title) || a_.has(after, Lex::modifier));
      if (title_next) {
        m.portfolio =
            after == at + field->length ? a_.entry(*field).canonical : a_.text_of({at, after});
        pass_field(after);
        continue;
      }
    }
    if (start.prefixed) {
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
      start.prefixed = true;
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
          (a_.is_short_acronym(owner + 1) ||
           (a_.capital(owner + 1) && a_.lex[owner + 1] == 0 && a_.has(owner + 3, Lex::title)));
      owner += acronym ? std::size_t{3} : std::size_t{0};
      const At post = after_possessive(owner);
      const bool status = post < end_ && a_.has(post, Lex::status);  // "'s new leader"
      if (const At party = post < end_ ? party_of_post(post) : post; party > post) {
        m.body = inner;  // "Senate Republican leader"
        at = party;
        start.prefixed = field_of_post(party) == party;
        continue;
      }
      const bool known = status || a_.has(post, Lex::title) || a_.has(post, Lex::modifier);
      if (post < end_ && (known || (!a_.capital(post) && field_of_post(post) < end_))) {
        m.body = inner;
        at = post;
        start.prefixed = known;
        continue;
      }
      return t;
    }
    if (const At next = place(at, inner); next > at) {
      const At post = after_possessive(next);
      if (post < end_ && (a_.has(post, Lex::title) || a_.has(post, Lex::modifier) ||
                          a_.has(post, Lex::portfolio) || a_.has(post, Lex::status) ||
                          party_of_post(post) > post)) {
        m.place = inner;
        at = post;
        start.prefixed = !a_.has(post, Lex::portfolio);
        continue;
      }
      return t;
    }
    if (const At next = demonym(at, inner); next > at) {
      m.place = inner;
      at = next;
      continue;
    }
    if (const auto level = a_.find(at, Lex::level, end_);
        level && at + level->length < end_ &&
        (a_.has(at + level->length, Lex::title) || a_.has(at + level->length, Lex::modifier))) {
      // "state Deputy Chief Minister X": of which state, not what post
      At head = at + level->length;
      auto post = a_.find(head, Lex::title, end_);
      for (auto word = a_.find(head, Lex::modifier, end_);
           word && (!post || post->length <= word->length) &&
           a_.has(head + word->length, Lex::title);
           word = a_.find(head, Lex::modifier, end_)) {
        head += word->length;
        post = a_.find(head, Lex::title, end_);
      }
      // "provincial Party Secretary": the level is the body's.
      const bool of_body = post && a_.find(head, Lex::head, head + post->length).has_value();
      if (!of_body && !a_.capital(at) && a_.capital(at + level->length) &&
          start.modifiers.empty() && m.level.empty() && (!post || a_.entry(*post).has("place"))) {
        m.level = a_.entry(*level).canonical;
        at += level->length;
        continue;
      }
      if (start.modifiers.empty()) {
        start.words = at;
      }
      start.modifiers = join(start.modifiers, a_.text_of({at, at + level->length}));
      start.roles = join(start.roles, a_.entry(*level).surface);
      at += level->length;
      continue;
    }
    return t;
  }
  return at;
}

Chunker::At Chunker::title(At t, int& index) {
  if (t > begin_ && a_.tokens[t].is(shape_all_capitals) && is_addressed(t)) {
    return t;  // "Dr. PS Salim": initials
  }
  TitleMention m;
  PostStart start;
  start.words = start.field = t;
  const At at = before_head(t, m, start);
  if (!start.head) {
    return t;
  }
  if (a_.entry(*start.head).has("cap") &&
      (!a_.capital(at) || (at == t && t > begin_ && time_before(t)))) {
    return t;  // "8 pm", "11.52 PM"
  }
  const LexEntry& e = a_.entry(*start.head);
  const At head_end = at + start.head->length;
  if (a_.tokens[at].is(shape_all_capitals) && start.head->length == 1 && head_end < end_ &&
      !a_.capital(head_end) && a_.has(head_end, Lex::title)) {
    return t;  // "MP spokesman": no post of his own
  }
  if (!m.portfolio.empty() && !e.has("portfolio") && !(e.has("field") && a_.capital(at))) {
    if (e.has("seat") && !a_.capital(start.field)) {
      return t;  // "family members", "community members"
    }
    // "Communications Director": no ministry.
    m.portfolio.clear();
    const std::string field = a_.text_of({start.field, at});
    start.words = start.before_field.empty() ? start.field : start.words;
    start.modifiers = join(start.before_field, field);
    start.roles = join(start.roles_before_field, field);  // "Deputy | Health | Director"
  }
  m.head = start.head->entry;
  m.words = {start.modifiers.empty() ? at : start.words, head_end};
  m.title = join(start.modifiers, a_.text_of({at, head_end}));
  m.role = join(start.roles, e.canonical);
  m.plural = e.has("plural");
  if (e.has("seat") && ((is_ordinal(start.words) && start.words < at) ||
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
    const bool worded = one.size() > 3 && start.head->length == 1 &&
                        !a_.tokens[at].is(shape_all_capitals) && fold(one) != fold(e.canonical) &&
                        a_.pack.entry_of(fold(one), Lex::title);
    m.title = worded ? join(start.modifiers, one) : m.role;  // "vice chairpersons"
  }
  At next = title_bracket(head_end, m, e);
  // "Deputy Chief Minister II Ana Weston"
  if (next == head_end && next + 1 < end_ && a_.tokens[next].is(shape_all_capitals) &&
      a_.token_text(next).find_first_not_of("IVX") == std::string_view::npos &&
      is_name_token(next + 1)) {
    m.title = join(m.title, a_.token_text(next));
    m.role = join(m.role, a_.token_text(next));
    m.words.end = ++next;
  }
  if (mark_is(next, '.') && !a_.tokens[next].is(shape_space_before) && next + 1 < end_ &&
      a_.has(next - 1, Lex::abbreviation)) {
    ++next;
  }
  if (const auto status = a_.find(next, Lex::status, end_);
      status && a_.entry(*status).has("after")) {
    m.status = a_.entry(*status).canonical;
    next += status->length;
    const bool letter = a_.tokens[next - 1].end - a_.tokens[next - 1].begin == 1;
    next += letter && mark_is(next, '.') && next + 1 < end_ ? 1U : 0U;  // "a.i. in Lakonia"
  }
  if (word_is(next, of_) && word_is(next + 1, the_) && next + 2 < end_ &&
      a_.is_of_set({next + 2, next + 3}, Lex::cue, a_.pack.cues().span)) {
    return t;  // "Manager of the Year": an award
  }
  next = officer_field(next, m, e);
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
  if (!elsewhere && after == next) {  // "commander of the Kenyan army", which is no body here
    plain_nation_ = true;
    after = title_complement(next, m, e);
    plain_nation_ = false;
  }
  if (after == next) {
    after = field_after_comma(next, m, e);
  }
  if (after == next) {
    after = field_after_colon(next, m);
  }
  if (after > next) {
    after = country_of_field(after, m);
  }
  if (after > next && m.body != none) {
    add_nationality(m.body);
  }
  const PostWords post = {t, {at, head_end}, start.prefixed, e};
  if (after == next) {
    after = body_after_post(next, m, post);
  }
  if (after == next && !start.prefixed && m.body == none) {
    after = place_after_post(next, m, post);
  }
  const bool seat = !m.plural && (e.has("seat") || (e.has("sent") && m.place != none));
  if (after == next && m.body == none && (m.place == none || seat) && word_is(next, from_)) {
    int region = none;  // "Vice President from Africa: Ana Weston", "senator from Kansas"
    if (const At end = next + 1 < end_ ? place(next + 1, region) : next;
        end > next + 1 && ((seat && is_within(region, m.place)) || mark_is(end, ':'))) {
      m.place = region;
      after = end;
    }
  }
  if (e.has("needs") && m.body == none &&
      !(is_and(next) && next + 1 < end_ && a_.has(next + 1, Lex::title))) {  // "MD and CEO of …"
    return t;
  }
  if (e.has("needs") && after > next && owns_more(after)) {
    return t;  // "a lawyer for Weston Bank chairman X"
  }
  const bool complement = after > next;
  next = after;
  if (m.plural && e.has("weak") && complement && m.body != none) {
    const Range whose = a_.body(m.body).range;  // "Heads of Agencies": of what is not said
    if (whose.end - whose.begin == 1 && a_.token_text(whose.begin).ends_with('s') &&
        !a_.tokens[whose.begin].is(shape_all_capitals)) {
      return t;
    }
  }
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
  if (!complement && m.place == none && mark_is(next, ',')) {
    next = after_comma(next, m, post);
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
  const bool address = next < end_ && (is_name_token(next) || a_.has(next, Lex::honorific) ||
                                       a_.has(next, Lex::rank) ||
                                       (mark_is(next, ',') && a_.has(next + 1, Lex::rank)));
  if (a_.has(at, Lex::rank) && e.has("trade") && at == t && !complement && address) {
    return t;  // "Officer X"
  }
  if (e.has("degree") && !complement && address) {
    return t;  // "Professor X", "Associate Professor, Dr. X": a form of address
  }
  const bool before_name =
      next < end_ && a_.tokens[next].is(shape_word) && a_.capital(next) && !e.has("trade");
  // "who heads Delta University": a verb.
  const bool verb = m.plural && !capital && m.body == none && t > begin_ && a_.has(at, Lex::cue) &&
                    a_.has(t - 1, Lex::cue);
  m.weak = e.has("weak") && !complement && !start.prefixed && start.modifiers.empty() && !capital &&
           (!before_name || verb) && !expected(t);
  if (t > begin_) {
    // "its Secretary", "its two vice-chairs", "its 12th president"
    const bool nth = a_.tokens[t - 1].is(shape_number) && a_.token_text(t - 1).back() > '9';
    const bool counted = t > begin_ + 1 && ((is_function(t - 1) && m.plural) || nth);
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

}  // namespace nom::extract
