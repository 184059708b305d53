// SPDX-License-Identifier: Apache-2.0
// Dates and normative documents of a head-first language.
#include "extract/calendar.hpp"
#include "extract/head_first.hpp"

#include <algorithm>

namespace nom::extract {

/// "9/2021": month and year.
static std::optional<PartialDate> month_and_year(std::string_view text) {
  const std::size_t slash = text.find_first_of("/-.");
  if (slash == std::string_view::npos) {
    return std::nullopt;
  }
  const auto month = to_number(text.substr(0, slash));
  const int year = year_of(text.substr(slash + 1));
  return month && *month >= 1 && *month <= 12 && year != 0 ? make_date(year, *month, 0)
                                                           : std::nullopt;
}

/// A date where a word has announced one, so that "13/11" and "9-10" are days.
HeadFirst::At HeadFirst::date_after_words(At t, std::optional<PartialDate>& date) const {
  At at = t;
  const bool day = is(at, day_);
  at += day ? std::size_t{1} : std::size_t{0};
  if (is(at, month_) || is(at, year_)) {
    return this->date(at, date);
  }
  if (!number_at(at)) {
    return t;
  }
  const std::string_view text = a_.token_text(at);
  if (const auto whole = numeric_date(text)) {
    date = whole;
    return at + 1;
  }
  if (const auto month = month_and_year(text)) {
    date = month;
    return at + 1;
  }
  const std::size_t mark = text.find_first_of("/-");
  if (mark != std::string_view::npos) {
    const auto d = to_number(text.substr(0, mark));
    const auto m = to_number(text.substr(mark + 1));
    if (!d || !m || *d < 1 || *m < 1) {
      return t;
    }
    if (is(at + 1, year_) && number_at(at + 2)) {
      date = make_date(year_of(a_.token_text(at + 2)), *m, *d);
      return date ? at + 3 : t;
    }
    date = in_year_of(a_.document.date, *m, *d);
    return date ? at + 1 : t;
  }
  const auto d = to_number(text);
  if (d && *d >= 1 && *d <= 31 && is(at + 1, month_) && number_at(at + 2)) {
    const std::string_view next = a_.token_text(at + 2);
    if (const auto month = month_and_year(next)) {
      date = make_date(month->year, month->month, *d);
      return date ? at + 3 : t;
    }
    const auto m = to_number(next);
    if (!m || *m < 1) {
      return t;
    }
    if (is(at + 3, year_) && number_at(at + 4)) {
      date = make_date(year_of(a_.token_text(at + 4)), *m, *d);
      return date ? at + 5 : t;
    }
    date = in_year_of(a_.document.date, *m, *d);
    return date ? at + 3 : t;
  }
  if (const int year = year_of(text); year != 0 && !day) {
    date = make_date(year, 0, 0);
    return at + 1;
  }
  return t;
}

HeadFirst::At HeadFirst::date(At t, std::optional<PartialDate>& date) const {
  At at = t;
  if (const auto hour = find(at, Lex::weekday)) {
    at += hour->length;  // "sáng 13/11", "sáng ngày 13/11"
    if (!number_at(at) && !is(at, day_)) {
      return t;
    }
    const At next = date_after_words(at, date);
    return next > at && date && date->day != 0 ? next : t;
  }
  if (is(at, day_)) {
    const At next = date_after_words(at, date);
    return next > at ? next : t;
  }
  if (is(at, month_) && number_at(at + 1)) {
    const std::string_view text = a_.token_text(at + 1);
    if (const auto month = month_and_year(text)) {
      date = month;
      return at + 2;
    }
    const auto m = to_number(text);
    if (!m || *m < 1 || *m > 12) {
      return t;
    }
    if (is(at + 2, year_) && number_at(at + 3)) {
      date = make_date(year_of(a_.token_text(at + 3)), *m, 0);
      return date ? at + 4 : t;
    }
    date = in_year_of(a_.document.date, *m, 0);
    return date ? at + 2 : t;
  }
  if (is(at, year_) && number_at(at + 1)) {
    const int year = year_of(a_.token_text(at + 1));
    date = make_date(year, 0, 0);
    return year != 0 && date ? at + 2 : t;
  }
  if (!number_at(at)) {
    return t;
  }
  const std::string_view text = a_.token_text(at);
  if (const auto whole = numeric_date(text)) {
    date = whole;
    return at + 1;
  }
  // "8/2004"; "(4.1997-11.1997)", but a plain "4.1997" may be any number
  const bool stretch =
      mark_is(at + 1, '-') || (at > begin_ && (mark_is(at - 1, '-') || mark_is(at - 1, '(')));
  if (const auto month = month_and_year(text);
      month && (stretch || text.find('/') != std::string_view::npos)) {
    date = month;
    return at + 1;
  }
  if (const auto d = to_number(text); d && *d <= 31 && is(at + 1, month_)) {
    return date_after_words(at, date);
  }
  if (const int year = year_of(text); year >= 1900 && year < 2100) {
    date = make_date(year, 0, 0);
    return at + 1;
  }
  return t;
}

// ---------------------------------------------------------------- documents

/// "số 19/NQ-HĐND", "812/QĐ-TTg", "số 18 - NQ/TW".
HeadFirst::At HeadFirst::number_of_document(At t, DocumentMention& m, bool capital) const {
  At at = t;
  const bool marked = is(at, number_);
  at += marked ? std::size_t{1} : std::size_t{0};
  at += marked && (mark_is(at, ':') || mark_is(at, '.')) ? std::size_t{1} : std::size_t{0};
  if (!number_at(at)) {
    return t;
  }
  const std::string_view text = a_.token_text(at);
  // "12 - NQ/TU", "12 /QĐ-UBND": set with spaces.
  At end = at + 1;
  if ((mark_is(end, '-') || mark_is(end, '/')) && end + 1 < end_ &&
      a_.tokens[end + 1].is(shape_all_capitals)) {
    end += 2;
    while ((mark_is(end, '/') || mark_is(end, '-')) && cap(end + 1) &&
           !a_.tokens[end].is(shape_space_before)) {
      end += 2;
    }
    while (end < end_ && a_.tokens[end].is(shape_glued)) {
      ++end;
    }
  }
  // "Nghị quyết 57", but not "Nghị quyết 2021-2025" or "kết luận 3 nội dung".
  const bool letters =
      std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool short_form = text.size() >= 2 && text.size() <= 3 && to_number(text) && capital;
  if (end == at + 1 && !marked && !letters && !short_form) {
    return t;
  }
  m.number = a_.text_of({at, end});
  m.number.erase(std::remove(m.number.begin(), m.number.end(), ' '), m.number.end());
  return end;
}

/// Date, issuer and subject after the name of a document.
HeadFirst::At HeadFirst::document_tail(At t, DocumentMention& m) {
  At at = t;
  for (int parts = 0; parts < 4 && at < end_ && !a_.tokens[at].is(shape_line_start); ++parts) {
    At look = mark_is(at, ',') ? at + 1 : at;
    const bool bracket = mark_is(look, '(');
    look += bracket ? std::size_t{1} : std::size_t{0};
    look += is(look, dated_) ? std::size_t{1} : std::size_t{0};
    std::optional<PartialDate> when;
    if (is(look, day_) || is(look, year_)) {
      if (const At next = date(look, when); next > look) {
        m.date = m.date && m.date->month != 0 ? m.date : when;
        at = bracket && mark_is(next, ')') ? next + 1 : next;
        continue;
      }
    }
    if (is(at, of_) && m.issuer == none) {
      int index = none;
      if (const At next = body(at + 1, index); next > at + 1) {
        m.issuer = index;
        at = term(next);
        continue;
      }
      // "của Thủ tướng Chính phủ": the body of the post.
      if (const At next = title(at + 1, index); next > at + 1) {
        m.issuer = a_.title(index).body;
        a_.titles.pop_back();
        at = next;
        continue;
      }
    }
    if (is(at, about_) && m.subject.empty()) {
      At stop = at + 1;
      while (stop < end_ && a_.tokens[stop].mark != '.' && a_.tokens[stop].mark != ';' &&
             a_.tokens[stop].mark != '"' && stop - at < 40 &&
             !(is(stop, and_) && has(stop + 1, Lex::document)) &&
             !(a_.tokens[stop].mark == ',' && cap(stop + 1))) {
        ++stop;
      }
      if (stop > at + 1) {
        m.subject = a_.text_of({at + 1, stop});
      }
    }
    break;
  }
  return at;
}

HeadFirst::At HeadFirst::document(At t, int& index) {
  const auto kind = find(t, Lex::document);
  if (!kind || a_.entry(*kind).has("code")) {
    return t;
  }
  const LexEntry& entry = a_.entry(*kind);
  DocumentMention m;
  m.kind = entry.canonical;
  const At at = t + kind->length;
  const auto finish = [&](At end) {
    m.range = {t, end};
    m.name = a_.text_of(m.range);
    const At tail = document_tail(end, m);
    index = static_cast<int>(a_.documents.size());
    a_.documents.push_back(m);
    return tail;
  };
  if (const At numbered = number_of_document(at, m, cap(t)); numbered > at) {
    return finish(numbered);
  }
  if (!cap(t)) {
    return t;
  }
  // "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV", "Nghị quyết Trung ương 4".
  if (const auto event = find(at, Lex::event); event && entry.has("event") && cap(at)) {
    At end = at + event->length;
    int inner = none;
    const auto bodies = a_.bodies.size();
    if (cap(end)) {
      end = std::max(end, body(end, inner));
    }
    a_.bodies.resize(bodies);
    if (const auto ordinal = find(end, Lex::cue);
        ordinal && a_.entry(*ordinal).canonical == "ordinal" &&
        (cap(end + ordinal->length) || number_at(end + ordinal->length))) {
      end += ordinal->length + std::size_t{1};
    } else if (cap(end) && a_.tokens[end].is(shape_all_capitals)) {
      ++end;  // "Đại hội XIII"
    }
    return finish(end);
  }
  // "Luật sửa đổi, bổ sung một số điều của Luật Đất đai".
  if (entry.has("named") && lower(at) && has(at, Lex::cue) &&
      a_.entry(*find(at, Lex::cue)).canonical == "amend") {
    for (At next = at; next < end_ && next < at + 14; ++next) {
      const auto law = cap(next) ? find(next, Lex::document) : std::nullopt;
      if (!law) {
        continue;
      }
      int inner = none;
      const auto documents = a_.documents.size();
      if (document(next, inner) > next) {
        const At end = a_.documents.back().range.end;
        a_.documents.resize(documents);
        return finish(end);
      }
    }
    return t;
  }
  if (entry.has("named") && cap(at) && !(surname(at) && cap(at + 1))) {
    // "Luật Tổ chức chính quyền địa phương": until a function word or a verb.
    const auto phrase = find(at, Lex::stop);
    At end = phrase ? at + phrase->length : at;  // "Luật Tổ chức …"
    const auto stop_at = [&](At u) { return has(u, Lex::stop) || has(u, Lex::honorific); };
    bool comma_seen = false;
    while (end < end_ && end - at < 12 && !(end > at && a_.tokens[end].is(shape_line_start))) {
      if (const auto part = find(end, Lex::portfolio)) {
        end += part->length;
        continue;
      }
      const bool comma = mark_is(end, ',') && lower(end + 1) && !stop_at(end + 1) && !comma_seen;
      const bool link = is_and(end) && !stop_at(end + 1) && !has(end + 1, Lex::document);
      const bool word = a_.tokens[end].is(shape_word) && (end == at || !stop_at(end)) &&
                        !is(end, year_) && !is(end, day_) &&
                        !(end > at && cap(end) && surname(end));
      if (!comma && !link && !word) {
        break;
      }
      comma_seen = comma_seen || comma;
      ++end;
    }
    if (is(end, number_) && number_at(end + 1)) {
      m.number = a_.token_text(end + 1);
      end += 2;
    }
    return finish(end);
  }
  return t;
}

/// "Số: 734/QĐ-UBND" at the head of a document: its own number, of which the letters tell the kind.
HeadFirst::At HeadFirst::own_number(At t, int& index) {
  if (t != begin_ || !is(t, number_) || !mark_is(t + 1, ':')) {
    return t;
  }
  DocumentMention m;
  const At end = number_of_document(t, m, false);
  if (end == t) {
    return t;
  }
  for (std::size_t from = 0; from < m.number.size() && m.kind.empty();) {
    const std::size_t to = std::min(m.number.find_first_of("/-", from), m.number.size());
    if (const WordId code = a_.pack.word(fold(m.number.substr(from, to - from))); code != 0) {
      for (const EntryId id : a_.pack.longest(std::vector<WordId>{code}, 0).entries) {
        const LexEntry& e = a_.pack.entry(id);
        if (e.type == Lex::document && e.has("code")) {
          m.kind = e.canonical;
          m.name = *e.feature("code");
        }
      }
    }
    from = to + 1;
  }
  if (m.kind.empty()) {
    return t;
  }
  m.name += " số " + m.number;
  m.range = {t, end};
  index = static_cast<int>(a_.documents.size());
  a_.documents.push_back(m);
  return end;
}

}  // namespace nom::extract
