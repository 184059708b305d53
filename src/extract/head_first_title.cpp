// SPDX-License-Identifier: Apache-2.0
// Titles of a head-first language, and the walk over a sentence.
#include "extract/calendar.hpp"
#include "extract/head_first.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

/// The number of words that a feature gives, if there are so many.
std::optional<std::size_t> count_of(const LexEntry& entry, std::string_view key, std::size_t most) {
  const auto value = entry.feature(key);
  const auto number = value ? to_number(*value) : std::nullopt;
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > most) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(*number);
}

}  // namespace

/// "từ năm 2014 đến 2019", "(2019 - 2024)", ", giai đoạn 2015-2020".
HeadFirst::At HeadFirst::title_time(At t, TitleMention& m) const {
  At at = mark_is(t, ',') && is(t + 1, stage_) ? t + 1 : t;
  const bool bracket = mark_is(at, '(');
  at += bracket ? std::size_t{1} : std::size_t{0};
  at += is(at, since_) ? std::size_t{1} : std::size_t{0};
  const bool from = is(at, from_);
  const bool stage = is(at, stage_);
  if (from) {
    ++at;
  } else if (stage) {
    at += 2;
  } else if (!bracket) {
    return t;
  }
  std::optional<PartialDate> begin;
  std::optional<PartialDate> end;
  At next = at < end_ ? date_after_words(at, begin) : at;
  if (next == at) {
    return t;
  }
  at = next;
  if (mark_is(at, '-') || is(at, to_)) {
    next = at + 1 < end_ ? date_after_words(at + 1, end) : at + 1;
    if (next > at + 1) {
      at = next;
    } else if (is(at + 1, now_)) {
      at += 2;
    }
  } else if (!from) {
    return t;
  }
  if (bracket) {
    if (!mark_is(at, ')')) {
      return t;
    }
    ++at;
  }
  m.from = begin;
  m.to = end;
  return at;
}

/// "Vụ trưởng Vụ Pháp chế, Bộ Y tế", "Trưởng Ban Pháp chế, HĐND tỉnh": the body of which one is a
/// part, after a comma at t; the token after it, t if there is none.
HeadFirst::At HeadFirst::whole_after_comma(At t, int part) {
  const BodyMention m = a_.body(part);
  const bool committee = m.kind == "committee" && m.level.empty() && m.place.empty();
  if (!mark_is(t, ',') || !cap(t + 1) || m.parent != none || !(m.part || committee)) {
    return t;
  }
  int whole = none;
  const At next = body(t + 1, whole);
  if (next == t + 1 || a_.body(whole).reference || a_.body(whole).part) {
    return t;
  }
  const std::string& kind = a_.body(whole).kind;
  const bool over = kind == "legislature" || kind == "ministry" || kind == "government";
  if (!m.part && !(over && (next >= end_ || a_.tokens[next].mark != 0))) {
    return t;
  }
  a_.body(part).parent = whole;
  return next;
}

HeadFirst::At HeadFirst::title_complement(At t, TitleMention& m, const LexEntry& head, Range noun) {
  const std::size_t length = noun.end - noun.begin;
  if (const auto words = count_of(head, "body", length)) {
    // "Tỉnh ủy viên" has its body in its first words.
    int index = none;
    const At keep = end_;
    end_ = noun.begin + *words;
    const At next = body(noun.begin, index);
    end_ = keep;
    if (next > noun.begin) {
      m.body = index;
    }
    BodyMention where;
    At after = level_and_place(t, where);
    std::size_t n = after == t && cap(t) ? place_length(t, false) : 0;
    if (m.body != none && (after > t || n > 0)) {
      BodyMention& b = a_.body(m.body);
      b.place = n > 0 ? a_.text_of({t, t + n}) : where.place;
      b.placekind = b.level;
      return std::max(after, t + n);
    }
    return t;
  }
  At at = t;
  int index = none;
  if (const auto words = count_of(head, "fused", length); words && t == noun.end) {
    // "Trưởng Ban Tổ chức": the last words of the title begin the body.
    fused_ = true;
    const At next = body(t - *words, index);
    if (next > t || (next == t && !a_.body(index).reference)) {
      m.body = index;
      return next;
    }
  }
  if (const auto name = head.feature("implies")) {
    m.body = add(implied(*name));
    a_.bodies.back().range = {m.words.begin, m.words.begin};
    int whole = none;  // "UVBTV Tỉnh ủy"
    if (const At next = body(at, whole); next > at && a_.body(whole).kind == "party") {
      a_.body(m.body).parent = whole;
      a_.body(m.body).name += " " + a_.text_of({at, next});
      return next;
    }
    return find(at, Lex::head) && a_.entry(*find(at, Lex::head)).surface == "Đảng" ? at + 1 : at;
  }
  if (is(at, of_) || ((is(at, at_) || is(at, in_)) && head_at(at + 1))) {
    ++at;
  }
  if (at >= end_ || a_.tokens[at].is(shape_line_start)) {
    return t;
  }
  if (const At next = body(at, index); next > at) {
    m.body = index;
    return next;
  }
  if (head.has("portfolio")) {
    std::string of;
    if (const At next = field(at, of); next > at && !of.empty()) {
      BodyMention b = implied("Bộ");  // "Bộ trưởng Y tế"
      b.range = {at, at};
      b.base += " of " + of;
      b.name += " " + a_.text_of({at, next});
      b.national = true;
      m.body = add(b);
      return next;
    }
  }
  if (const auto level = find(at, Lex::level); level && head.has("level")) {
    // "Chủ tịch huyện": colloquial for the chairman of its People's Committee.
    BodyMention b = implied(*head.feature("level"));
    b.range = {at, at};
    const At next = level_and_place(at, b);
    b.name =
        b.base == "Party Committee" ? name_of_committee(b) : b.name + " " + a_.text_of({at, next});
    m.body = add(b);
    return next;
  }
  if (const std::size_t n = head.has("level") ? place_length(at, false) : 0; n > 0) {
    BodyMention b = implied(*head.feature("level"));  // "Chủ tịch Hà Nội"
    b.range = {at, at};
    b.place = place_name(at, n);
    const auto known = a_.find(at, Lex::place, at + n);
    b.placekind = known ? std::string(a_.entry(*known).feature("kind").value_or("")) : "";
    b.level = b.placekind;
    b.name = b.base == "Party Committee" ? name_of_committee(b)
                                         : b.name + " " + a_.text_of({at, at + n});
    m.body = add(b);
    return at + n;
  }
  if (head.has("place")) {
    int where = none;
    if (const At next = place(at, where, true); next > at) {
      m.place = where;
      return next;
    }
  }
  if (const At next = acronym(at); next > at && !head.has("alone")) {
    BodyMention b;  // "Tổng giám đốc EVN", "Chủ tịch FISU Việt Nam"
    b.range = {at, next};
    b.base = a_.text_of(b.range);
    b.head = fold(b.base);
    b.kind = "body";
    b.national = true;
    m.body = add(b);
    return next;
  }
  // "Bí thư chi bộ", "Giám đốc sở": of a body of that kind, which one is not said.
  const auto kind = head_at(at);
  return kind && lower(at) ? at + kind->length : t;
}

/// "EVN", "FISU Việt Nam", "VINASA" before a name: letters that no pack knows, straight after a
/// post in a line that is not all in capitals, with a country; t if there are none.
HeadFirst::At HeadFirst::acronym(At t) const {
  const std::string_view text = t < end_ ? a_.token_text(t) : std::string_view();
  if (!cap(t) || !a_.tokens[t].is(shape_all_capitals) || text.size() < 2 || text.size() > 6 ||
      stops(t) || surname(t) || breaks_name(t) || a_.tokens[t].is(shape_line_start) ||
      a_.tokens[t - 1].is(shape_all_capitals) ||
      (cap(t + 1) && !has(t + 1, Lex::place) && !begins_person(t + 1))) {
    return t;
  }
  const auto country = find(t + 1, Lex::place);
  return country && cap(t + 1) ? t + 1 + country->length : t + 1;
}

HeadFirst::At HeadFirst::title(At t, int& index) {
  TitleMention m;
  At at = t;
  if (is(at, many_) || number_at(at)) {
    if (!has(at + 1, Lex::title) && !has(at + 1, Lex::modifier) && !has(at + 1, Lex::status)) {
      return t;
    }
    if (number_at(at) && a_.token_text(at).size() > 2) {
      return t;
    }
    m.plural = true;
    ++at;
  } else if (const auto some = find(at, Lex::cue);
             some && a_.entry(*some).canonical == "several" &&
             (has(at + some->length, Lex::title) || has(at + some->length, Lex::modifier))) {
    m.plural = true;
    at += some->length;
  }
  while (const auto status = find(at, Lex::status)) {
    const LexEntry& e = a_.entry(*status);
    const At after = at + status->length + (mark_is(at + status->length, '.') ? 1 : 0);
    if (e.has("after") ||
        (!has(after, Lex::title) && !has(after, Lex::modifier) && !has(after, Lex::status))) {
      break;
    }
    m.status = e.canonical == "current" ? m.status : e.canonical;
    at = after;
  }
  const At words_begin = at;
  std::string before;
  while (const auto modifier = find(at, Lex::modifier)) {
    const auto whole = find(at, Lex::title);
    if ((whole && whole->length > modifier->length) || a_.entry(*modifier).has("after") ||
        (!has(at + modifier->length, Lex::title) && !has(at + modifier->length, Lex::modifier))) {
      break;
    }
    before = join(before, a_.entry(*modifier).canonical);
    at += modifier->length;
  }
  auto head = find(at, Lex::title);
  if (!head) {
    return t;
  }
  const LexEntry& e = a_.entry(*head);
  const bool small = lower(at);
  const bool deputy = before.ends_with("Deputy");
  if (deputy && e.has("vice")) {
    before.replace(before.size() - 6, 6, "Vice");
  }
  At next = at + head->length;
  m.head = head->entry;
  m.words = {words_begin, next};
  // "Thường trực", "phụ trách", "đương nhiệm" after the head.
  std::string after;
  At body_at = next;
  while (true) {
    if (const auto modifier = find(next, Lex::modifier);
        modifier && a_.entry(*modifier).has("after")) {
      after = join(after, a_.entry(*modifier).canonical);
      next += modifier->length;
      m.words.end = next;
      continue;
    }
    if (const auto status = find(next, Lex::status); status && a_.entry(*status).has("after")) {
      const std::string& told = a_.entry(*status).canonical;
      const bool charge = told == "acting" && !before.empty();  // "Phó Giám đốc phụ trách Sở Y tế"
      m.in_charge = charge ? status->entry : m.in_charge;
      m.status = told == "current" || charge ? m.status : told;
      next += status->length;
      continue;
    }
    break;
  }
  if (next > body_at) {
    body_at = next;
  }
  if (mark_is(next, '.') && has(next - 1, Lex::abbreviation) &&
      !a_.tokens[next].is(shape_space_before)) {
    body_at = ++next;  // "PCT. UBND xã"
  }
  m.title = a_.text_of(m.words);
  m.role = join(join(after, before), e.canonical);
  if (const auto status = e.feature("status")) {
    m.status = *status;
  }
  At end = title_complement(body_at, m, e, {at, at + head->length});
  // "Trưởng Khoa, Khoa Công nghệ thông tin"
  if (m.body == none && m.place == none && m.portfolio.empty() && !e.has("alone") &&
      mark_is(end, ',') && cap(end + 1) && !a_.tokens[end + 1].is(shape_line_start)) {
    const auto noun = find(end + 1, Lex::head);
    const bool same = noun && fold(a_.entry(*noun).surface) ==
                                  fold(a_.text_of({at + head->length - 1, at + head->length}));
    int whole = none;
    const At beyond = same ? body(end + 1, whole) : end + 1;
    if (beyond > end + 1 && !a_.body(whole).reference) {
      m.body = whole;
      end = beyond;
    }
  }
  if (e.has("needs") && m.body == none) {
    return t;
  }
  if (m.body != none && a_.body(m.body).reference && small && e.has("weak")) {
    return t;
  }
  if (m.body != none && !a_.body(m.body).place.empty()) {
    end = places_around(end);
  }
  end = m.body != none ? whole_after_comma(end, m.body) : end;
  const At before_term = end;
  end = term(end);
  // "Trưởng Đoàn đại biểu Quốc hội khóa XV tỉnh Lâm Hà"
  if (m.body != none && end > before_term && !e.has("district") && a_.body(m.body).level.empty() &&
      a_.body(m.body).place.empty() && !a_.body(m.body).national) {
    BodyMention where;
    if (const At further = level_and_place(end, where); further > end) {
      BodyMention& b = a_.body(m.body);
      b.level = where.level;
      b.place = where.place;
      b.placekind = where.placekind;
      end = further;
    }
  }
  // "đại biểu Quốc hội khóa XV tỉnh Lâm Hà": the district is no part of the body.
  if (m.body != none && e.has("district")) {
    BodyMention where;
    const At further = level_and_place(end, where);
    end = !where.place.empty() ? further : end;
  }
  // "(cũ)", and dates.
  if (mark_is(end, '(') && mark_is(end + 2, ')')) {
    if (const auto status = find(end + 1, Lex::status)) {
      m.status = a_.entry(*status).has("old") ? m.status : a_.entry(*status).canonical;
      end += 3;
    }
  }
  end = title_time(end, m);
  // "Giám đốc Quốc gia Ngân hàng Thế giới tại Việt Nam".
  if (is(end, at_) && (m.body != none || m.place != none)) {
    int where = none;
    const At beyond = place(end + 1, where, true);
    end = beyond > end + 1 ? beyond : end;
  }
  m.weak = e.has("weak") && m.body == none && m.place == none && m.portfolio.empty() &&
           before.empty() && after.empty() && small;
  m.range = {t, end};
  index = static_cast<int>(a_.titles.size());
  a_.titles.push_back(m);
  return end;
}

// ---------------------------------------------------------------- the sentence

Item& HeadFirst::add_item(Sentence& sentence, ItemKind kind, At begin, At end) const {
  Item& item = sentence.items.emplace_back();
  item.kind = kind;
  item.range = {begin, end};
  return item;
}

/// A word, or the longest phrase of a cue or an event.
HeadFirst::At HeadFirst::plain_word(At t, Sentence& sentence) const {
  Item& word = add_item(sentence, ItemKind::word, t, t + 1);
  word.word = a_.words[t];
  auto cue = find(t, Lex::cue);
  // "giữ chức | Vụ trưởng": the last word begins a post
  if (cue && cue->length > 1 && lower(t)) {
    const At last = t + cue->length - 1;
    const auto post = cap(last) ? find(last, Lex::title) : std::nullopt;
    cue = post && post->length > 1 ? a_.find(t, Lex::cue, last) : cue;
  }
  const auto event = find(t, Lex::event);
  if (event && (!cue || event->length > cue->length)) {
    word.range.end = t + event->length;
    return word.range.end;
  }
  if (!cue) {
    return t + 1;
  }
  word.range.end = t + cue->length;
  for (std::uint32_t m = a_.first_match[t]; m < a_.first_match[t + 1]; ++m) {
    const LexEntry& e = a_.entry(a_.matches[m]);
    if (e.type == Lex::cue && a_.matches[m].length == cue->length) {
      word.cues.set(e.cue);
    }
  }
  if (cue->length > 1) {
    word.word = 0;
  }
  return word.range.end;
}

/// What is said of a person beside posts: "(SN 1975, quê Nghệ An)", ", 52 tuổi,", ", sinh năm
/// 1975".
void HeadFirst::drop_asides(Sentence& sentence) const {
  auto& items = sentence.items;
  const auto mark = [&](std::size_t i, char c) {
    return i < items.size() && items[i].kind == ItemKind::mark && items[i].mark == c;
  };
  for (std::size_t i = 0; i + 2 < items.size(); ++i) {
    const bool person = items[i].kind == ItemKind::person;
    if (!person && items[i].kind != ItemKind::title) {
      continue;
    }
    // "Ông Bình 59 tuổi"
    if (person && items[i + 1].kind == ItemKind::number && items[i + 2].is(a_.pack.cues().aside)) {
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i + 1),
                  items.begin() + static_cast<std::ptrdiff_t>(i + 3));
    }
    while (i + 2 < items.size()) {
      const bool bracket = mark(i + 1, '(');
      if (!bracket && !(person && mark(i + 1, ','))) {
        break;
      }
      std::size_t end = i + 2;
      bool says = bracket;
      while (end < items.size() && end < i + 14 && items[end].kind != ItemKind::title &&
             items[end].kind != ItemKind::person && !mark(end, ';') &&
             !(bracket ? mark(end, ')') : mark(end, ',') || mark(end, '('))) {
        says = says || items[end].is(a_.pack.cues().aside);
        ++end;
      }
      const bool closed =
          bracket ? mark(end, ')') : mark(end, ',') || mark(end, '(') || mark(end, ';');
      if (!says || !closed) {
        break;
      }
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i + 1),
                  items.begin() + static_cast<std::ptrdiff_t>(bracket ? end + 1 : end));
    }
  }
}

/// "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy": titles in a row are one item, also before a
/// name, unless the first belongs to the name before it.
void HeadFirst::join_titles(Sentence& sentence) const {
  auto& items = sentence.items;
  std::vector<Item> out;
  out.reserve(items.size());
  const auto kind = [&](std::size_t i, ItemKind k) {
    return i < items.size() && items[i].kind == k;
  };
  const auto mark = [&](std::size_t i, char c) {
    return kind(i, ItemKind::mark) && items[i].mark == c;
  };
  const auto joins = [&](std::size_t i) {
    return mark(i, ',') || mark(i, '&') || mark(i, '-') || mark(i, '/') ||
           (kind(i, ItemKind::word) && items[i].is(a_.pack.cues().also));
  };
  for (std::size_t i = 0; i < items.size();) {
    if (!kind(i, ItemKind::title)) {
      out.push_back(std::move(items[i++]));
      continue;
    }
    Item joined = std::move(items[i++]);
    const auto after_person = [&] {
      const std::size_t n = out.size();
      return n > 0 && (out[n - 1].kind == ItemKind::person ||
                       (n > 1 && out[n - 1].kind == ItemKind::mark && out[n - 1].mark != ';' &&
                        out[n - 1].mark != ':' && out[n - 1].mark != '&' &&
                        out[n - 2].kind == ItemKind::person));
    };
    // "Thừa ủy quyền của Thủ tướng, Bộ trưởng Bộ Nội vụ …": another's title.
    const bool other =
        !out.empty() && out.back().kind == ItemKind::word && is(out.back().range.begin, of_);
    while (i < items.size() && !other) {
      std::size_t j = i;
      while (j < i + 3 && joins(j)) {
        ++j;
      }
      // "các chức vụ Chủ tịch …; Bí thư …": a post alone between semicolons.
      if (j == i && mark(i, ';') && kind(i + 1, ItemKind::title) && !after_person() &&
          (i + 2 == items.size() || mark(i + 2, ';') || mark(i + 2, ',') || mark(i + 2, '.'))) {
        ++j;
      }
      if (j == i || !kind(j, ItemKind::title)) {
        break;
      }
      const TitleMention& left = a_.title(joined.titles.back());
      const TitleMention& right = a_.title(items[j].titles[0]);
      if (left.plural != right.plural || (kind(j + 1, ItemKind::person) && after_person())) {
        break;
      }
      if (mark(i, '/') && right.status.empty() && !left.status.empty()) {
        for (const int t : items[j].titles) {
          a_.title(t).status = left.status;  // "nguyên UVBTV/Trưởng Ban Dân vận"
        }
      }
      joined.titles.insert(joined.titles.end(), items[j].titles.begin(), items[j].titles.end());
      joined.range.end = items[j].range.end;
      i = j + 1;
    }
    // "các đồng chí Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng: X, Y"
    const auto several = !out.empty() && out.back().kind == ItemKind::word
                             ? find(out.back().range.begin, Lex::honorific)
                             : std::nullopt;
    if (several && mark(i, ':') && a_.title(joined.titles.front()).is_membership() &&
        a_.entry(*several).has("plural") &&
        out.back().range.begin + several->length == joined.range.begin) {
      for (const int t : joined.titles) {
        a_.title(t).plural = true;
      }
    }
    // "Thứ trưởng Bộ Quốc phòng, Thượng tướng Lê Văn Bình", but "ông X làm Bí thư, ông Y được bầu
    // làm Phó Bí thư"
    const GrammarCues& cues = a_.pack.cues();
    const auto begins_clause = [&](std::size_t k) {
      while (kind(k, ItemKind::person) || mark(k, ',') || mark(k, '&')) {
        ++k;
      }
      const bool gains = kind(k, ItemKind::word) &&
                         (items[k].is(cues.be) || items[k].is(cues.gain) || items[k].is(cues.as));
      return gains && std::any_of(out.begin(), out.end(),
                                  [](const Item& item) { return item.kind == ItemKind::person; });
    };
    // "do ông X làm Trưởng ban, ông Y làm Phó": X's
    const bool held =
        out.size() > 1 && out.back().is(cues.as) && out[out.size() - 2].kind == ItemKind::person;
    if (!other && !held && mark(i, ',') && kind(i + 1, ItemKind::person) && !after_person() &&
        a_.person(items[i + 1].people[0]).addressed && !begins_clause(i + 1)) {
      ++i;
    }
    out.push_back(std::move(joined));
  }
  items = std::move(out);
}

void HeadFirst::chunk(Sentence& sentence) {
  begin_ = sentence.tokens.begin;
  end_ = sentence.tokens.end;
  byline_ = listed_ = false;
  At last_word = begin_;  // where the last word item begins
  // The last lines may be nothing but the name of who wrote them.
  byline_ = end_ + 12 > a_.tokens.size() && end_ - begin_ <= 4 && cap_run(begin_) == end_;
  end_ = begin_;  // of the cell
  for (At t = begin_; t < sentence.tokens.end;) {
    end_ = t < end_ ? end_ : cell_end(t, sentence.tokens.end);
    const Token& token = a_.tokens[t];
    if (token.mark != 0) {
      const auto& items = sentence.items;
      if (token.mark == ':' && !items.empty() && items.back().kind == ItemKind::word &&
          items.back().is(a_.pack.cues().byline)) {
        byline_ = true;
      }
      if (token.mark == ':' && t > begin_) {
        const auto plural = find(last_word, Lex::honorific);
        listed_ = listed_ ||
                  (plural && a_.entry(*plural).has("plural") && last_word + plural->length == t);
      }
      add_item(sentence, ItemKind::mark, t, t + 1).mark = token.mark;
      ++t;
      continue;
    }
    std::optional<PartialDate> when;
    const bool announced = t > begin_ && (is(t - 1, from_) || is(t - 1, to_));
    if (const At next = announced ? date_after_words(t, when) : date(t, when); next > t) {
      add_item(sentence, ItemKind::date, t, next).date = when;
      t = next;
      continue;
    }
    int index = none;
    At next = own_number(t, index);
    next = next > t ? next : document(t, index);
    if (next > t) {
      add_item(sentence, ItemKind::document, t, next).index = index;
      t = next;
      continue;
    }
    if (next = title(t, index); next > t && !a_.title(index).weak) {
      if (token.is(shape_glued) && !sentence.items.empty() &&
          sentence.items.back().kind == ItemKind::person) {
        add_item(sentence, ItemKind::mark, t, t).mark = '-';  // "X-Giám đốc"
      }
      // "các đồng chí Phó Bí thư Tỉnh ủy: X; Y"
      const auto several = find(last_word, Lex::honorific);
      if (mark_is(next, ':') && several && a_.entry(*several).has("plural") &&
          last_word + several->length == t) {
        a_.title(index).plural = true;
      }
      // "ứng cử viên Tổng thống": whoever it is has no such post.
      const bool candidate =
          !sentence.items.empty() && sentence.items.back().is(a_.pack.cues().candidate);
      Item& item = add_item(sentence, candidate ? ItemKind::word : ItemKind::title, t, next);
      if (!candidate) {
        item.titles.push_back(index);
        if (const TitleMention deputy = a_.title(index); deputy.in_charge != 0) {
          TitleMention charge =
              Analysis::untold_title(deputy.range, a_.pack.entry(deputy.in_charge).surface, 0);
          charge.body = deputy.body;
          charge.status = deputy.status.empty() ? "acting" : deputy.status;
          charge.from = deputy.from;
          charge.to = deputy.to;
          item.titles.push_back(a_.add_title(std::move(charge)));
        }
      }
      t = next;
      continue;
    }
    if (token.is(shape_number)) {
      add_item(sentence, ItemKind::number, t, t + 1);
      ++t;
      continue;
    }
    if (next = list_of_bodies(t, sentence); next > t) {
      t = next;
      continue;
    }
    // "cán bộ", "tổ chức": no name begins inside it.
    if (const auto phrase = find(t, Lex::stop); lower(t) && phrase && phrase->length > 1) {
      const auto cue = find(t, Lex::cue);
      const auto noun = head_at(t);
      if ((!noun || noun->length < phrase->length) && !has(t, Lex::event) &&
          (!cue || cue->length < phrase->length) && !a_.entry(*phrase).has("named")) {
        add_item(sentence, ItemKind::word, t, t + phrase->length);
        t += phrase->length;
        continue;
      }
    }
    const bool after_title =
        !sentence.items.empty() && sentence.items.back().kind == ItemKind::title;
    int where = none;
    const auto people = a_.people.size();
    const At person_end = person(t, where, after_title);
    const bool named = person_end > t && a_.people.back().strong;
    const auto noun = head_at(t);
    if (next = body(t, index);
        next > t && !(named && person_end >= next && noun && noun->length == 1)) {
      a_.people.resize(people);
      add_item(sentence, ItemKind::body, t, next).index = index;
      t = a_.body(index).place.empty() ? next : places_around(next);
      t = term(t);
      continue;
    }
    if (is_and(t) || (is(t, with_) && (cap(t + 1) || has(t + 1, Lex::honorific)))) {
      add_item(sentence, ItemKind::mark, t, t + 1).mark = '&';
      ++t;
      continue;
    }
    if (person_end > t) {
      add_item(sentence, ItemKind::person, t, person_end).people.push_back(where);
      t = person_end;
      continue;
    }
    if (next = place(t, where); next > t) {
      add_item(sentence, ItemKind::place, t, next).index = where;
      t = next;
      continue;
    }
    // "đường Nguyễn Huệ", "Giải thưởng Lê Quý Đôn": names of things.
    const auto said = find(t, Lex::cue);
    if (const auto thing = find(t, Lex::stop);
        thing && a_.entry(*thing).has("named") && !(said && said->length > thing->length)) {
      add_item(sentence, ItemKind::word, t, t + thing->length);
      t += thing->length;
      // "Khu lưu niệm Tổng Bí thư Lê Văn Bình": whose name it bears holds nothing.
      const auto people_before = a_.people.size();
      const At post = title(t, index);
      const At bearer = person(post, where, true);
      if (bearer > post && (post > t || has(t, Lex::honorific))) {
        add_item(sentence, ItemKind::word, t, bearer);
        t = bearer;
      } else if (cap(t) && !head_at(t)) {
        const At end = cap_run(t);
        add_item(sentence, ItemKind::word, t, std::max(end, t + 1));
        t = std::max(end, t + 1);
      }
      a_.people.resize(people_before);
      continue;
    }
    const At begin = last_word = t;
    if (const auto plural = find(t, Lex::honorific);
        plural && plural->length > 1 && !(said && said->length == plural->length)) {
      add_item(sentence, ItemKind::word, t, t + plural->length);
      t += plural->length;  // "các đồng chí"
      continue;
    }
    t = plain_word(t, sentence);
    // "ông" is a pronoun by itself, but not in "các ông" and "29 ông".
    Item& word = sentence.items.back();
    const bool counted = begin > begin_ && (is(begin - 1, many_) || number_at(begin - 1) ||
                                            has(begin - 1, Lex::honorific));
    if (counted || cap(t)) {
      word.cues.reset(a_.pack.cues().pronoun);
    }
  }
  end_ = sentence.tokens.end;
  join_cell_of_body(sentence);
  drop_asides(sentence);
  join_titles(sentence);
}

/// "Nguyễn Văn An | Trưởng phòng | Phòng Nội vụ": the next cell says of what the post is.
void HeadFirst::join_cell_of_body(Sentence& sentence) {
  auto& items = sentence.items;
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    const Item& body = items[i + 1];
    if (items[i].kind != ItemKind::title || body.kind != ItemKind::body || body.index == none ||
        body.range.begin != items[i].range.end || !a_.tokens[body.range.begin].is(shape_column)) {
      continue;
    }
    const bool whole =
        i + 2 == items.size() || a_.tokens[items[i + 2].range.begin].is(shape_column);
    TitleMention& post = a_.title(items[i].titles.back());
    if (!whole || post.body != none || post.place != none) {
      continue;
    }
    post.body = body.index;
    post.range.end = items[i].range.end = body.range.end;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// Where the column of a table ends that token t is in: no name goes on past a tab.
HeadFirst::At HeadFirst::cell_end(At t, At end) const {
  const std::string_view text = a_.document.text.str();
  for (At at = t + 1; at < end; ++at) {
    if (a_.tokens[at].is(shape_column) &&
        text.substr(a_.tokens[at - 1].end, a_.tokens[at].begin - a_.tokens[at - 1].end)
                .find('\t') != std::string_view::npos) {
      return at;
    }
  }
  return end;
}

}  // namespace nom::extract
