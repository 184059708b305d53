// SPDX-License-Identifier: Apache-2.0
// Stage chunk, dates and normative documents.
#include "extract/calendar.hpp"
#include "extract/chunk.hpp"

#include <algorithm>

namespace nom::extract {

Chunker::At Chunker::date(At t, std::optional<PartialDate>& date) const {
  const auto number = [&](At at) -> std::optional<int> {
    return at < end_ && a_.tokens[at].is(shape_number) ? to_number(a_.token_text(at))
                                                       : std::nullopt;
  };
  const auto month_at = [&](At at, At& after) {
    const auto found = at < end_ ? a_.find(at, Lex::month, end_) : std::nullopt;
    if (!found) {
      return 0;
    }
    after = at + found->length;
    if (mark_is(after, '.') && !a_.tokens[after].is(shape_space_before)) {
      ++after;
    }
    return *to_number(a_.entry(*found).canonical);
  };
  const auto year_at = [&](At at) {
    return at < end_ && a_.tokens[at].is(shape_number) ? year_of(a_.token_text(at)) : 0;
  };
  const auto day_or_year_unknown = [&](int month, int day) {
    return in_year_of(a_.document.date, month, day);
  };
  At after = t;
  if (const int month = month_at(t, after)) {
    const auto day = number(after);
    if (day && *day >= 1 && *day <= 31) {
      At next = after + 1;
      const At comma = mark_is(next, ',') ? next + 1 : next;
      if (const int year = year_at(comma)) {
        date = make_date(year, month, *day);
        return date ? comma + 1 : t;
      }
      date = day_or_year_unknown(month, *day);
      return date ? next : t;
    }
    const At comma = mark_is(after, ',') ? after + 1 : after;
    if (const int year = year_at(comma)) {
      date = make_date(year, month, 0);
      return comma + 1;
    }
    // "January-October 2015", "July – November 2021": the year stands behind the second month.
    if (At end = after; mark_is(after, '-') && month_at(after + 1, end) != 0) {
      if (const int year = year_at(end)) {
        date = make_date(year, month, 0);
        return after;
      }
    }
    // A bare month: only after a word that asks for a time, "May" being a word too and "Jan Kral" a
    // name.
    if (t > begin_ && (word_is(t - 1, in_) || (a_.has(t - 1, Lex::cue) && !begins_given_name(t)))) {
      date = day_or_year_unknown(month, 0);
      return date ? after : t;
    }
    return t;
  }
  if (const auto weekday_found = a_.find(t, Lex::weekday, end_)) {
    if (!a_.document.date || a_.document.date->day == 0) {
      return t;
    }
    const int wanted = *to_number(a_.entry(*weekday_found).canonical);
    const int back = (weekday(*a_.document.date) - wanted + 7) % 7;
    date = plus_days(*a_.document.date, -back);
    return t + weekday_found->length;
  }
  if (!a_.tokens[t].is(shape_number)) {
    return t;
  }
  const std::string_view text = a_.token_text(t);
  if (const auto day = to_number(text); day && *day >= 1 && *day <= 31) {
    At at = t + 1;
    if (word_is(at, of_)) {
      ++at;
    }
    if (const int month = month_at(at, after)) {
      const At comma = mark_is(after, ',') ? after + 1 : after;
      if (const int year = year_at(comma)) {
        date = make_date(year, month, *day);
        return date ? comma + 1 : t;
      }
      date = day_or_year_unknown(month, *day);
      return date ? after : t;
    }
    return t;
  }
  if (const int year = year_of(text)) {
    date = make_date(year, 0, 0);
    return t + 1;
  }
  date = numeric_date(text);
  return date ? t + 1 : t;
}

/// "[No.] 03-NQ/TU", "2794 (2023)", "23 of 2014", "(EU) 2021/1147".
Chunker::At Chunker::number_of_document(At t, DocumentMention& m) const {
  At at = t;
  const bool marked = word_is(at, no_);
  if (marked) {
    at += mark_is(at + 1, '.') ? std::size_t{2} : std::size_t{1};
  }
  if (mark_is(at, '(') && mark_is(at + 2, ')') && at + 3 < end_ &&
      a_.tokens[at + 1].is(shape_all_capitals) && a_.tokens[at + 3].is(shape_number)) {
    at += 3;
  }
  // "No. A/417": a letter and a number
  if (marked && at + 2 < end_ && a_.tokens[at].is(shape_word) &&
      a_.tokens[at].end - a_.tokens[at].begin <= 2 && a_.capital(at) && mark_is(at + 1, '/') &&
      a_.tokens[at + 2].is(shape_number)) {
    m.number = a_.text_of({at, at + 3});
    return at + 3;
  }
  if (at >= end_) {
    return t;
  }
  const std::string_view text = a_.token_text(at);
  const bool digits =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || (!marked && year_of(text) != 0)) {
    return t;
  }
  m.number = text;
  ++at;
  if (word_is(at, of_) && at + 1 < end_ && year_of(a_.token_text(at + 1)) != 0) {
    m.number = a_.text_of({at - 1, at + 2});
    m.date = make_date(year_of(a_.token_text(at + 1)), 0, 0);
    return at + 2;
  }
  if (mark_is(at, '(') && mark_is(at + 2, ')') && year_of(a_.token_text(at + 1)) != 0) {
    m.date = make_date(year_of(a_.token_text(at + 1)), 0, 0);
    return at + 3;
  }
  // "No. 12, s. 2018": the series of that year.
  if (mark_is(at, ',') && word_is(at + 1, s_) && mark_is(at + 2, '.') && at + 3 < end_ &&
      year_of(a_.token_text(at + 3)) != 0) {
    m.date = make_date(year_of(a_.token_text(at + 3)), 0, 0);
    return at + 4;
  }
  return at;
}

/// Date, issuer and subject after the name of a document, in any order.
Chunker::At Chunker::document_tail(At t, DocumentMention& m) {
  At at = t;
  for (int parts = 0; parts < 4 && at < end_; ++parts) {
    At look = at;
    if (mark_is(look, ',')) {
      ++look;
    }
    const bool dated = word_is(look, dated_);
    const bool of = word_is(look, of_);
    const bool from = word_is(look, from_);
    if (dated || of || from) {
      At inner = look + 1;
      while (word_is(inner, the_) || word_is(inner, on_)) {
        ++inner;
      }
      std::optional<PartialDate> when;
      if (inner < end_) {
        if (const At next = date(inner, when); next > inner) {
          m.date = m.date && m.date->month != 0 ? m.date : when;
          at = next;
          continue;
        }
        int index = none;
        if (of && m.issuer == none) {
          if (const At next = body(inner, index); next > inner) {
            m.issuer = index;
            at = next;
            continue;
          }
        }
      }
      return at;
    }
    if (word_is(look, on_) && m.subject.empty()) {
      std::optional<PartialDate> when;
      if (const At next = look + 1 < end_ ? date(look + 1, when) : look + 1; next > look + 1) {
        m.date = m.date && m.date->month != 0 ? m.date : when;
        at = next;
        continue;
      }
      At stop = look + 1;
      while (stop < end_ && a_.tokens[stop].mark != '.' && a_.tokens[stop].mark != ';' &&
             a_.tokens[stop].mark != ',' && stop - look < 40) {
        ++stop;
      }
      if (stop > look + 1) {
        m.subject = a_.text_of({look + 1, stop});
      }
      return at;
    }
    return at;
  }
  return at;
}

Chunker::At Chunker::document(At t, int& index) {
  DocumentMention m;
  if (begins_given_name(t)) {
    return t;  // "Bill Thompson"
  }
  At noun = t;
  // Capitalised words before the noun belong to the name: "Executive Decree", "Water Supply Act".
  std::optional<Found> kind;
  while (noun < end_ && noun - t < 10) {
    kind = a_.find(noun, Lex::document, end_);
    if (kind && (noun == t || a_.capital(noun))) {
      break;
    }
    kind.reset();
    const Token& token = a_.tokens[noun];
    const bool inner = noun > t && (is_and(noun) || word_is(noun, of_) || token.mark == '\'') &&
                       noun + 1 < end_ && a_.capital(noun + 1);
    // "Public Appointments (Parliamentary Approval) Act".
    if (noun > t && token.mark == '(' && noun + 3 < end_ && a_.capital(noun + 1)) {
      At close = noun + 1;
      while (close < end_ && close - noun < 5 && a_.capital(close)) {
        ++close;
      }
      if (mark_is(close, ')')) {
        noun = close + 1;
        continue;
      }
      return t;
    }
    if (!inner && !(token.is(shape_word) && a_.capital(noun) && !is_function(noun) &&
                    !a_.has(noun, Lex::honorific))) {
      return t;
    }
    ++noun;
  }
  if (!kind) {
    return t;
  }
  // "Former Law Society president", "Incoming Act Party leader": no document.
  if (const At body_noun = noun + kind->length;
      a_.has(t, Lex::status) ||
      (body_noun < end_ && a_.capital(body_noun) && a_.has(body_noun, Lex::head))) {
    return t;
  }
  // "President Bill Weston"
  if (noun == t + 1 && a_.has(t, Lex::title) && is_word_of_name(noun)) {
    return t;
  }
  // "Minister of Law", "Jan Law": no document.
  if ((noun > t + 1 && a_.has(t, Lex::title) && word_is(noun - 1, of_)) ||
      (noun == t + 1 && a_.has(t, Lex::given) && is_last_name(noun))) {
    return t;
  }
  // "Master of Law", "Faculty of Law": no document.
  for (std::uint32_t i = a_.first_match[t]; i < a_.first_match[t + 1]; ++i) {
    const LexEntry& degree = a_.entry(a_.matches[i]);
    if (degree.type == Lex::cue && degree.cue == a_.pack.cues().degree) {
      return t;
    }
  }
  const LexEntry& entry = a_.entry(*kind);
  m.kind = entry.canonical;
  At at = noun + kind->length;
  const At numbered = number_of_document(at, m);
  if (numbered > at) {
    m.range = {t, numbered};
    m.name = a_.text_of(m.range);
    const At tail = document_tail(numbered, m);
    index = static_cast<int>(a_.documents.size());
    a_.documents.push_back(m);
    return tail;
  }
  // "Resolution of the 13th National Party Congress", "13th … Congress Resolution".
  if (entry.has("event") && a_.capital(noun)) {
    At inner = at;
    if (word_is(inner, of_)) {
      ++inner;
      if (word_is(inner, the_)) {
        ++inner;
      }
      At end = inner;
      bool event = false;
      bool ordinal = false;
      while (end < end_ && end - inner < 8 &&
             (a_.capital(end) || a_.tokens[end].is(shape_number) || a_.tokens[end].mark == '\'')) {
        ordinal = ordinal || a_.tokens[end].is(shape_number);
        event = a_.has(end, Lex::event);
        ++end;
      }
      if (event && ordinal) {
        m.range = {t, end};
        m.name = a_.text_of(m.range);
        BodyMention issuer;
        issuer.range = {inner, end};
        issuer.base = a_.text_of(issuer.range);
        issuer.kind = "event";
        m.issuer = static_cast<int>(a_.bodies.size());
        a_.bodies.push_back(issuer);
        index = static_cast<int>(a_.documents.size());
        a_.documents.push_back(m);
        return end;
      }
    }
    return t;
  }
  if (!entry.has("named") || !a_.capital(noun)) {
    return t;
  }
  // A law by name: words before it, or "on …" after it.
  const auto year_tail = [&](At from) {
    At end = from;
    const At comma = mark_is(end, ',') ? end + 1 : end;
    if (const int year = comma < end_ ? year_of(a_.token_text(comma)) : 0) {
      m.date = make_date(year, 0, 0);
      end = comma + 1;
    } else if (end < end_ && a_.tokens[end].is(shape_number) && word_is(end + 1, of_)) {
      end = number_of_document(end, m);
    }
    if (mark_is(end, '(') && mark_is(end + 3, ')') && a_.find(end + 1, Lex::document, end_) &&
        a_.tokens[end + 2].is(shape_number)) {
      m.number = a_.token_text(end + 2);
      end += 4;
    }
    return end;
  };
  At end = at;
  if (word_is(at, on_) && at + 1 < end_ && a_.capital(at + 1)) {
    end = cap_sequence(at + 1);
    while (end + 1 < end_ && !a_.tokens[end].is(shape_capital) && a_.tokens[end].is(shape_word) &&
           (word_is(end, of_) || word_is(end, the_) || word_is(end, for_) || word_is(end, in_) ||
            a_.token_text(end) == "along") &&
           (a_.capital(end + 1) || word_is(end + 1, the_))) {
      const At more = word_is(end + 1, the_) ? end + 2 : end + 1;
      const At next = more < end_ ? cap_sequence(more) : more;
      if (next == more) {
        break;
      }
      end = next;
    }
  } else if (noun == t) {
    return t;
  }
  if (noun > t && noun - t == 1 && end == at && (a_.has(t, Lex::stop) || is_function(t))) {
    return t;
  }
  const At year = year_tail(end);
  // "She attended Harvard Law": a school; "the Press Law", "Vietnam's Land Law", "Press Law 2016"
  const bool told = year > end || noun - t > 1 || end > at || t == begin_ || a_.has(t, Lex::stop) ||
                    a_.has(t, Lex::portfolio) || word_is(t - 1, the_) || mark_is(t - 1, '\'') ||
                    a_.tokens[t - 1].mark != 0;
  if (!told && a_.has(t, Lex::body)) {
    return t;
  }
  end = year;
  m.range = {t, end};
  m.name = a_.text_of(m.range);
  index = static_cast<int>(a_.documents.size());
  a_.documents.push_back(m);
  return end;
}

}  // namespace nom::extract
