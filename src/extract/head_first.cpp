// SPDX-License-Identifier: Apache-2.0
// Names of a head-first language: people, places, bodies.
#include "extract/head_first.hpp"

#include <algorithm>
#include <utility>

namespace nom::extract {

namespace {

constexpr std::size_t longest_name = 6;    ///< syllables in a Vietnamese name
constexpr std::size_t longest_topic = 16;  ///< words that say what a committee is for

}  // namespace

HeadFirst::HeadFirst(Analysis& a) : a_(a) {
  of_ = word("của");
  and_ = word("và");
  with_ = word("cùng");
  day_ = word("ngày");
  month_ = word("tháng");
  year_ = word("năm");
  number_ = word("số");
  term_ = word("khóa");
  tenure_ = word("nhiệm");
  from_ = word("từ");
  to_ = word("đến");
  since_ = word("kể");
  stage_ = word("giai");
  now_ = word("nay");
  about_ = word("về");
  by_ = word("do");
  at_ = word("tại");
  in_ = word("ở");
  many_ = word("các");
  also_ = word("kiêm");
  at_the_same_ = word("đồng");
  time_ = word("thời");
  then_ = word("rồi");
  study_ = word("học");
  is_ = word("là");
  dated_ = word("ký");
  end_ = a_.tokens.size();
  learn_names();
}

HeadFirst::Word HeadFirst::word(std::string_view text) const {
  return {a_.pack.word(fold(text)), mark_key(text)};
}

/// "Y Biêr", "H'Yim", "K'Brêu": a syllable that begins names of peoples of the Central Highlands.
bool HeadFirst::ethnic(At t) const {
  const std::string_view text = a_.token_text(t);
  return text == "Y" || (text.size() > 2 && (text[0] == 'H' || text[0] == 'K') &&
                         (text[1] == '\'' || text.substr(1, 3) == "\xE2\x80\x99"));
}

/// Does a function word, or a verb that a rule knows, begin here? No name goes on over it.
bool HeadFirst::stops(At t) const {
  if (t >= end_ || a_.tokens[t].mark != 0) {
    return true;
  }
  return has(t, Lex::stop) || has(t, Lex::cue) || has(t, Lex::honorific);
}

// ---------------------------------------------------------------- people and places

/// Names that their surroundings make certain, before any sentence is read.
void HeadFirst::learn_names() {
  for (At t = 0; t < end_; ++t) {
    if (a_.languages[t] != Language::vi) {
      continue;
    }
    const auto honorific = find(t, Lex::honorific);
    const auto rank = honorific ? honorific : find(t, Lex::rank);
    if (rank) {
      At at = t + rank->length;
      at += mark_is(at, '.') || mark_is(at, ':') ? std::size_t{1} : std::size_t{0};
      const At end = cap_run(at);
      if (end - at >= 2 && end - at <= longest_name && surname(at) &&
          known_place(at, end - at) == 0) {
        people_.insert(fold(a_.text_of({at, end})));
      }
    } else if (const auto kind = find(t, Lex::placekind)) {
      const At at = t + kind->length;
      if (at < end_ && (a_.tokens[at].is(shape_line_start) || a_.tokens[at].is(shape_column))) {
        continue;
      }
      const std::size_t run = cap_run(at) - at;
      if ((run == 2 && !ethnic(at)) || (run == 3 && !surname(at))) {
        places_.insert(fold(a_.text_of({at, at + run})));
      }
    }
  }
}

bool HeadFirst::known_person(At begin, At end) const {
  return !people_.empty() && people_.contains(fold(a_.text_of({begin, end})));
}

/// A noun phrase, no name, begins at this capitalised word: "Phó Chủ tịch", "Ủy ban nhân dân".
/// Words that are capitalised throughout may be a name.
bool HeadFirst::breaks_name(At t) const {
  constexpr LexMask nouns = mask_of(Lex::title) | mask_of(Lex::head) | mask_of(Lex::body) |
                            mask_of(Lex::document) | mask_of(Lex::event) | mask_of(Lex::rank) |
                            mask_of(Lex::honorific) | mask_of(Lex::modifier) | mask_of(Lex::level) |
                            mask_of(Lex::placekind) | mask_of(Lex::status);
  if ((a_.lex[t] & nouns) == 0) {
    return false;
  }
  for (std::uint32_t m = a_.first_match[t]; m < a_.first_match[t + 1]; ++m) {
    const Found& f = a_.matches[m];
    const LexEntry& e = a_.entry(f);
    if ((mask_of(e.type) & nouns) == 0 || t + f.length > end_) {
      continue;
    }
    if (e.type == Lex::modifier || e.type == Lex::status) {
      if (has(t + f.length, Lex::title)) {
        return true;
      }
      continue;
    }
    if (e.has("abbr") || (e.type == Lex::body && f.length == 1)) {
      return true;  // an abbreviation, a company: "UBND", "TS", "Eximbank"
    }
    for (At u = t + 1; u < t + f.length; ++u) {
      if (!a_.capital(u)) {
        return true;
      }
    }
  }
  return false;
}

/// "-Phó Giám đốc" straight behind a name
bool HeadFirst::begins_glued_post(At t) const {
  return a_.tokens[t].is(shape_glued) && (has(t, Lex::title) || has(t, Lex::modifier));
}

/// The end of the capitalised words that begin here.
HeadFirst::At HeadFirst::cap_run(At t) const {
  At at = t;
  while (cap(at) && !breaks_name(at)) {
    if (at > t) {
      // Not over a line end, nor over the gap between two columns, nor into "Ảnh:", nor, after a
      // name, into "Trưởng Phòng".
      if (a_.tokens[at].is(shape_line_start) || a_.tokens[at].is(shape_column) ||
          a_.tokens[at].begin - a_.tokens[at - 1].end >= 3) {
        break;
      }
      if (begins_glued_post(at)) {
        break;  // "Trịnh Thị Xuân-Phó Giám đốc"
      }
      const auto post =
          at > t + 1 && !a_.tokens[at].is(shape_all_capitals) ? find(at, Lex::title) : std::nullopt;
      if (post && post->length > 1) {
        break;
      }
      const auto caption =
          a_.tokens[at].is(shape_all_capitals) ? find(at, Lex::caption) : std::nullopt;
      if (caption && caption->length > 1) {
        break;  // "BÍ THƯ XÃ VĂN KHÊ QUA CÁC THỜI KỲ"
      }
      const auto cue = mark_is(at + 1, ':') ? find(at, Lex::cue) : std::nullopt;
      if (cue && a_.entry(*cue).cue == a_.pack.cues().byline) {
        break;
      }
    }
    ++at;
  }
  return at;
}

/// Length of the longest place at t that packs or the document know, of at most `most` words.
std::size_t HeadFirst::known_place(At t, std::size_t most) const {
  std::size_t best = 0;
  most = std::min(most, t < end_ ? end_ - t : 0);
  if (has(t, Lex::place)) {
    for (std::uint32_t m = a_.first_match[t]; m < a_.first_match[t + 1]; ++m) {
      const Found& f = a_.matches[m];
      if (a_.entry(f).type == Lex::place && f.length <= most) {
        best = std::max<std::size_t>(best, f.length);
      }
    }
  }
  for (std::size_t k = std::min<std::size_t>(most, 3); k > best && k >= 2 && !places_.empty();
       --k) {
    if (places_.contains(fold(a_.text_of({t, t + k})))) {
      return k;
    }
  }
  return best;
}

/// How many of the capitalised words at t are the name of a place; a person may follow it. A name
/// that nobody knows is taken for a place only where one is expected, after "tỉnh" or "Tỉnh ủy".
std::size_t HeadFirst::place_length(At t, bool expected) const {
  const std::size_t n = cap_run(t) - t;
  if (n == 0 || (n >= 2 && ethnic(t))) {
    return 0;
  }
  const auto person_follows = [&](std::size_t k) {
    return k == n || (n - k >= 2 && (surname(t + k) || known_person(t + k, t + n)));
  };
  for (std::size_t k = n; k > 0; --k) {
    k = known_place(t, k);
    if (k == 0) {
      break;
    }
    if (person_follows(k)) {
      return k == n && known_person(t, t + n) ? 0 : k;
    }
  }
  if (!expected || known_person(t, t + n)) {
    return 0;
  }
  const bool doubled = n >= 4 && surname(t) && surname(t + 1);  // "Phan Nguyễn Như Mai"
  for (std::size_t k = doubled ? 2 : 1; k + 2 <= n; ++k) {
    if (known_person(t + k, t + n)) {
      return k;
    }
  }
  if (n <= 2) {
    return n;
  }
  const bool first = surname(t);
  if (n == 3) {
    return first ? 0 : 3;
  }
  if (surname(t + 2) && (!first || n >= 5)) {
    return 2;
  }
  if (!first && n >= 5 && surname(t + 3)) {
    return 3;
  }
  return first ? 0 : n;
}

/// A place as the text writes it, or as the packs do where the two differ in more than diacritics
/// and case: "Hà Nội" is Hanoi in English texts too.
std::string HeadFirst::place_name(At t, std::size_t n) const {
  std::string text = a_.text_of({t, t + n});
  const auto known = a_.find(t, Lex::place, t + n);
  if (known && known->length == n && a_.entry(*known).feature("kind") != "country" &&
      fold(text) != fold(a_.entry(*known).canonical)) {
    return a_.entry(*known).canonical;
  }
  return text;
}

/// The end of a proper name inside a body ("Trường THPT Chu Văn An"), before a person's.
HeadFirst::At HeadFirst::name_end(At t) const {
  const At end = cap_run(t);
  const std::size_t n = end - t;
  for (std::size_t k = 1; k + 2 <= n; ++k) {
    if (known_person(t + k, end)) {
      return t + k;
    }
  }
  // "Trường Đại học Vinh | Nguyễn Huy Bang", "Công ty Sao Mai | Trần Văn An"
  const bool short_name = a_.tokens[t].is(shape_all_capitals) || known_place(t, 1) == 1;
  for (std::size_t k = short_name ? 1 : 2; k + 3 <= n; ++k) {
    if (surname(t + k) && (!surname(t + k - 1) || (k == 2 && n <= 6 && !surname(t)))) {
      return t + k;
    }
  }
  return end;
}

HeadFirst::At HeadFirst::honorifics(At t, bool& any) const {
  At at = t;
  while (at < end_) {
    auto found = find(at, Lex::honorific);
    const auto rank = find(at, Lex::rank);
    found = !found || (rank && rank->length > found->length) ? rank : found;
    if (!found || (at > t && a_.tokens[at].is(shape_line_start))) {
      break;
    }
    at += found->length;
    any = true;
    if (mark_is(at, '.') || mark_is(at, '-') ||
        (mark_is(at, ',') && (has(at + 1, Lex::rank) || has(at + 1, Lex::honorific)))) {
      ++at;
    }
  }
  return at;
}

HeadFirst::At HeadFirst::person(At t, int& index, bool after_title) {
  bool addressed = false;
  const At begin = honorifics(t, addressed);
  const bool ranked = addressed && !has(t, Lex::honorific);
  if (!cap(begin)) {
    return t;
  }
  At end = cap_run(begin);
  if (end == begin) {
    return t;
  }
  // "phố Lê Hồng Phong": a street, but "Chủ tịch HĐND thành phố Lê Hồng Phong"
  if (const auto before = begin > begin_ ? find(begin - 1, Lex::cue) : std::nullopt;
      before && before->length == 1 && a_.entry(*before).canonical == "street") {
    const auto level = begin > begin_ + 1 ? find(begin - 2, Lex::level) : std::nullopt;
    if (!level || level->length == 1) {
      return t;
    }
  }
  // "N.T.K.": initials alone name nobody.
  At letters = begin;
  while (letters < end && a_.tokens[letters].is(shape_initial)) {
    ++letters;
  }
  if (letters == end) {
    return t;
  }
  const bool family = surname(begin);
  int whole = none;
  const std::size_t bodies = a_.bodies.size();
  const bool unit = family && end - begin == 3 && head_at(begin) && head_at(begin + 1) &&
                    body(begin + 1, whole) > end;  // "Đoàn Sở Y | tế"
  a_.bodies.resize(bodies);
  if (unit) {
    return t;
  }
  if (!family && ((!addressed && head_at(begin)) || (ranked && lower(end)))) {
    return t;  // "Cục Thuế", "Tiến sĩ Kinh tế"
  }
  std::size_t n = end - begin;
  if (family && n > longest_name) {
    end = begin + 4;
    n = 4;
  }
  // A name from elsewhere: "Pieter van den Bosch", "Jean-Paul".
  while (a_.marked && (addressed || after_title || !family) && end < end_) {
    if (a_.tokens[end].is(shape_glued) && cap(end) && !begins_glued_post(end)) {
      ++end;
      continue;
    }
    At look = end;
    while (has(look, Lex::particle) && lower(look)) {
      ++look;
    }
    if (look == end || !cap(look)) {
      break;
    }
    end = std::max(look + 1, cap_run(look));
  }
  n = end - begin;
  const bool known = known_person(begin, end);
  if (!addressed && !known) {
    const std::size_t place = known_place(begin, n);
    if (family && n >= 3 && !byline_ && known_place(begin + 1, n - 1) == n - 1 && head_at(begin)) {
      return t;  // "Đoàn Đà Nẵng"
    }
    if ((place == n && !(byline_ && n >= 2)) || (place > 0 && !family && !byline_)) {
      return t;
    }
    if (const auto heading = find(begin, Lex::stop); heading && heading->length > 1) {
      return t;  // "LÝ LỊCH TRÍCH NGANG"
    }
    // "QUÁ TRÌNH CÔNG TÁC": a heading; the next column is another thing.
    const auto capitals = [&](At at) { return a_.tokens[at].is(shape_all_capitals); };
    if (capitals(begin) && !after_title &&
        ((begin > begin_ && capitals(begin - 1)) ||
         (end < end_ && capitals(end) && !a_.tokens[end].is(shape_column)))) {
      return t;
    }
    // After a title a single word is a name only if it is from elsewhere.
    if (after_title && n == 1 &&
        (family || capitals(begin) || a_.marks[begin] != 0 || a_.token_text(begin).size() < 5)) {
      return t;
    }
    const bool listed =
        listed_ && n >= 2 && n <= 5 && begin > begin_ && a_.tokens[begin - 1].mark != 0;
    // "Ủy ban … tỉnh | Đầu Thanh Tùng | Phó Chủ tịch": a cell before that of the post
    constexpr LexMask post = mask_of(Lex::title) | mask_of(Lex::modifier);
    const bool celled = n >= 3 && n <= 4 && end == end_ && end < a_.tokens.size() &&
                        a_.tokens[end].is(shape_column) && (a_.lex[end] & post) != 0 &&
                        (begin == begin_ || a_.tokens[begin].is(shape_column));
    if (!family && !after_title && !byline_ && !listed && !celled) {
      // A given name alone may come back later; other capitals are no name.
      if (n != 1 || begin == begin_ || a_.tokens[begin].is(shape_all_capitals) ||
          (a_.lex[begin] & ~(mask_of(Lex::surname) | mask_of(Lex::given))) != 0) {
        return t;
      }
    }
    if (byline_ && !family && (n == 1 || n > 4)) {
      return t;
    }
  }
  PersonMention m;
  m.range = {begin, end};
  m.addressed = addressed;
  m.strong = (addressed && (n >= 2 || (!family && !ranked))) || (family && n >= 2) || known ||
             ((byline_ || listed_ || after_title || end == end_) && n >= 2);
  index = static_cast<int>(a_.people.size());
  a_.people.push_back(m);
  return end;
}

HeadFirst::At HeadFirst::place(At t, int& index, bool expected) {
  PlaceMention m;
  At next = t;
  auto kind = find(t, Lex::placekind);
  const auto whole = find(t, Lex::place);
  if (kind && whole && whole->length > kind->length) {
    kind.reset();  // "TP Hồ Chí Minh"
  }
  const At name = kind ? t + kind->length + (mark_is(t + kind->length, '.') ? 1 : 0) : t;
  std::size_t n = cap(name) ? place_length(name, kind.has_value()) : 0;
  if (whole && !kind && whole->length > n && lower(t)) {
    n = whole->length;  // "thành phố Hồ Chí Minh"
  }
  if (n == 0 && expected && !kind) {
    n = known_place(name, end_ - name);  // "Đại sứ Hà Lan Joost Hoek"
  }
  if (n == 0) {
    return t;
  }
  next = name + n;
  m.name = place_name(name, n);
  if (const auto known = a_.find(name, Lex::place, next); known && known->length == n) {
    const LexEntry& e = a_.entry(*known);
    m.kind = e.feature("kind").value_or("");
    m.country = e.feature("country").value_or("");
    m.within = e.feature("within").value_or("");
  }
  if (kind && m.kind != a_.entry(*kind).canonical) {
    m.kind = a_.entry(*kind).canonical;
    m.within.clear();
  }
  m.range = {t, next};
  index = static_cast<int>(a_.places.size());
  a_.places.push_back(m);
  return next;
}

// ---------------------------------------------------------------- bodies

int HeadFirst::add(BodyMention m) {
  a_.bodies.push_back(std::move(m));
  return static_cast<int>(a_.bodies.size()) - 1;
}

std::string name_of_committee(const BodyMention& m) {
  std::string name = m.level == "province"   ? "Tỉnh ủy"
                     : m.level == "city"     ? "Thành ủy"
                     : m.level == "district" ? "Huyện ủy"
                     : m.level == "town"     ? "Thị ủy"
                     : m.level == "commune"  ? "Đảng ủy xã"
                     : m.level == "ward"     ? "Đảng ủy phường"
                     : m.level == "township" ? "Đảng ủy thị trấn"
                                             : "Đảng ủy";
  if (!m.place.empty()) {
    name += ' ' + m.place;
  }
  return name;
}

/// The body that a title stands for: "UVTW" is a member of the "Trung ương Đảng".
BodyMention HeadFirst::implied(std::string_view name) const {
  std::vector<WordId> words;
  for (const Token& token : tokenise(name)) {
    words.push_back(a_.pack.word(fold(name.substr(token.begin, token.end - token.begin))));
  }
  BodyMention m;
  m.name = name;
  m.base = name;
  for (const EntryId id : a_.pack.longest(words, 0).entries) {
    const LexEntry& e = a_.pack.entry(id);
    if (e.type == Lex::head || e.type == Lex::body) {
      m.base = e.feature("base").value_or(e.canonical);
      m.kind = e.feature("kind").value_or("body");
      m.level = e.feature("level").value_or("");
      m.national = e.type == Lex::body;
    }
  }
  return m;
}

std::optional<Found> HeadFirst::head_at(At t) const {
  auto body = find(t, Lex::body);
  const auto head = find(t, Lex::head);
  return head && (!body || head->length > body->length) ? head : body;
}

/// "GD&ĐT", "LĐ-TB&XH": a field by its letters.
HeadFirst::At HeadFirst::letters_of_field(At t, std::string& canonical) const {
  std::vector<WordId> words;
  At at = t;
  At end = t;
  while (cap(at) && a_.tokens[at].is(shape_all_capitals)) {
    words.push_back(a_.words[at++]);
    end = at;
    const bool link = mark_is(at, '&') || mark_is(at, ',') || mark_is(at, '-');
    if (link && at + 1 < end_ && !a_.tokens[at].is(shape_space_before) &&
        !a_.tokens[at + 1].is(shape_space_before)) {
      ++at;
    } else if (at >= end_ || !a_.tokens[at].is(shape_glued)) {
      break;
    }
  }
  const Pack::Match match = words.size() > 1 ? a_.pack.longest(words, 0) : Pack::Match{};
  for (const EntryId id : match.entries) {
    const LexEntry& e = a_.pack.entry(id);
    if (e.type == Lex::portfolio && e.language == Language::vi && match.length == words.size()) {
      canonical = e.canonical;
      return end;
    }
  }
  return t;
}

/// "Chánh Văn phòng Bộ Lâm Chí Quang", "Phó Trưởng Ban Hồ Thị Bạch Yến": a person, no field.
bool HeadFirst::begins_person(At t) const {
  const std::size_t n = cap_run(t) - t;
  return n >= 3 && n <= longest_name && surname(t) && !a_.tokens[t].is(shape_all_capitals) &&
         !has(t, Lex::portfolio) && known_place(t, n) == 0;
}

/// A field of work: known ones, joined by "và", commas and dashes. `canonical` is its name in
/// English, empty if a part of it is not known.
HeadFirst::At HeadFirst::field(At t, std::string& canonical) const {
  if (const At end = letters_of_field(t, canonical); end > t) {
    return end;
  }
  const bool small = lower(t);
  At at = t;
  At good = t;
  std::string link;
  while (at < end_) {
    const auto part = find(at, Lex::portfolio);
    if (!part || (at == t && small && !cap(t - 1))) {
      break;
    }
    const std::string& next = a_.entry(*part).canonical;
    if (link == ",") {
      link = next.find(" and ") == std::string::npos && !is_and(at + part->length) ? " and " : ", ";
    }
    canonical += link + next;
    at += part->length;
    good = at;
    if (at < end_ && a_.tokens[at].is(shape_glued) && cap(at) && has(at, Lex::portfolio) &&
        !head_at(at) && !has(at, Lex::title)) {
      link = ",";  // "Kinh tế-Ngân sách"
      continue;
    }
    const bool series = is_and(at) || mark_is(at, '-') || mark_is(at, ',') || mark_is(at, '&');
    if (!series || !has(at + 1, Lex::portfolio) || head_at(at + 1) || has(at + 1, Lex::title)) {
      break;
    }
    link = is_and(at) ? " and " : ",";
    ++at;
  }
  // Words that no pack knows have no name in English.
  At end = good;
  if (good == t && !small && !begins_person(t)) {
    end = words_of_name(t);
  } else if (is_and(good) && cap(good + 1) && lower(good + 2) && !breaks_name(good + 1)) {
    end = words_of_name(good + 1);
  }
  if (end == good && good > t && names_more(good)) {
    const At whole = words_of_name(t);
    end = whole > good && closes_name(whole) ? whole : good;
  }
  if (end > good) {
    canonical.clear();
  }
  return end;
}

/// Do common nouns go on with a field of work here: "Công nghệ | thông tin", "Hành chính | - Lưu
/// trữ", "Kỹ thuật | Lưới điện"? No place, nobody's name.
bool HeadFirst::names_more(At t) const {
  const auto noun = [&](At at) {
    return at < end_ && !stops(at) && !a_.tokens[at].is(shape_line_start) && !head_at(at) &&
           (a_.lex[at] & (mask_of(Lex::title) | mask_of(Lex::modifier) | mask_of(Lex::status) |
                          mask_of(Lex::level) | mask_of(Lex::placekind) | mask_of(Lex::rank) |
                          mask_of(Lex::document) | mask_of(Lex::event))) == 0;
  };
  if (lower(t)) {
    return noun(t);
  }
  const bool link = is_and(t) || mark_is(t, '-') || mark_is(t, '&');
  const At at = link ? t + 1 : t;
  return cap(at) && noun(at) && lower(at + 1) && !stops(at + 1) && known_place(at, 4) == 0;
}

/// May a name end here: before a mark, dates, a place, another body or the line end?
bool HeadFirst::closes_name(At t) const {
  return t >= end_ || a_.tokens[t].is(shape_line_start) || a_.tokens[t].mark != 0 || is(t, from_) ||
         has(t, Lex::level) || head_at(t).has_value() || (cap(t) && known_place(t, 4) > 0);
}

/// Is there an "và" soon after, that ends a series: "Văn hóa, Thể thao và Du lịch"?
bool HeadFirst::joined_later(At t) const {
  for (At at = t; at < end_ && at < t + 6 && a_.tokens[at].mark == 0; ++at) {
    if (is_and(at)) {
      return true;
    }
  }
  return false;
}

/// "Công ty CP | sách | Omega", "Công ty TNHH | xây dựng | Hòa Bình": the name after the trade in
/// small letters; t if there is none.
HeadFirst::At HeadFirst::after_trade(At t) const {
  constexpr std::size_t most = 4;
  At at = t;
  while (lower(at) && at - t < most && !stops(at) && !a_.tokens[at].is(shape_line_start) &&
         !has(at, Lex::level) && !has(at, Lex::placekind) && !has(at, Lex::title)) {
    ++at;
  }
  return cap(at) && !breaks_name(at) && !surname(at) && !a_.tokens[at].is(shape_line_start) ? at
                                                                                            : t;
}

/// May a name end here that goes on in small letters: before a comma, a dash, a bracket, dates, a
/// level, a known place or the line end?
bool HeadFirst::ends_name(At t) const {
  if (t >= a_.tokens.size() || a_.tokens[t].is(shape_line_start)) {
    return true;
  }
  const char mark = a_.tokens[t].mark;
  return is(t, from_) || is(t, tenure_) || mark == '(' || mark == ',' || mark == '-' ||
         mark == ';' || mark == ')' || has(t, Lex::level) || (cap(t) && known_place(t, 4) > 0);
}

/// "Kỹ thuật mật mã,", "Hệ thống điện Quốc gia": up to five words in small letters that go on with
/// a name, where it ends with them, or with one more capitalised word; t if there are none.
HeadFirst::At HeadFirst::small_end(At t) const {
  constexpr std::size_t most = 5;
  At at = t;
  while (at < end_ && at - t < most && lower(at) && a_.tokens[at].mark == 0 && !stops(at) &&
         !a_.tokens[at].is(shape_line_start) && !has(at, Lex::level) &&
         !(has(at, Lex::placekind) && !lower(at + 1)) && !has(at, Lex::title) &&
         !has(at, Lex::modifier) && !has(at, Lex::status) && !has(at, Lex::document) &&
         !has(at, Lex::event)) {
    ++at;
  }
  if (at == t) {
    return t;
  }
  if (cap(at) && !a_.tokens[at].is(shape_line_start) && !breaks_name(at) && !surname(at) &&
      !ends_name(at)) {
    at = cap_run(at);
    at += lower(at) && !stops(at) ? std::size_t{1} : std::size_t{0};  // "Quốc gia"
  }
  return ends_name(at) ? at : t;
}

/// The words of a name that a noun like "Công ty" begins: common nouns, of which the first syllable
/// alone is capitalised, and proper names.
HeadFirst::At HeadFirst::words_of_name(At t) const {
  At at = t;
  while (at < end_) {
    if (at > t && a_.tokens[at].is(shape_line_start)) {
      break;
    }
    if (at > t && lower(at) && has(at, Lex::cue) && has(at, Lex::stop)) {
      break;  // a verb: "Trường Đại học Y Dược tổ chức"
    }
    if (const auto part = find(at, Lex::portfolio);
        part &&
        !(part->length == 1 && lower(at + 1) && !stops(at + 1) && !has(at + 1, Lex::level))) {
      at += part->length;
      if (surname(at) && cap_run(at) - at >= 3) {
        break;  // a person's name
      }
      continue;
    }
    if (number_at(at) && (at == t || is(at - 1, number_)) && a_.token_text(at).size() <= 3) {
      ++at;
      continue;
    }
    if (is(at, number_) && number_at(at + 1)) {
      ++at;
      continue;
    }
    if (at == t && lower(at) && number_at(at + 1) && !stops(at)) {
      at += 2;  // "lớp 11A2"
      continue;
    }
    if (const auto place = find(at, Lex::place); place && place->length >= 3 && cap(at)) {
      at += place->length;  // "Đồng bằng sông Cửu Long"
      continue;
    }
    if (at > t && surname(at) && cap_run(at) - at >= 3 && known_place(at, 4) == 0 &&
        lower(at - 1)) {
      break;  // "Tạp chí Cộng sản Trần Văn Bình": a person's name
    }
    if (cap(at) && !breaks_name(at)) {
      At end = at == t && lower(at + 1) ? at + 1 : name_end(at);
      for (At u = at + 1; u < end; ++u) {
        if (const auto place = find(u, Lex::place); place && place->length >= 3) {
          end = u;
        }
      }
      if (end == at) {
        break;
      }
      const bool single = end == at + 1;
      at = end;
      // "Dược phẩm": a second syllable in small letters.
      if (lower(at) && !stops(at) && !has(at, Lex::level) && !has(at, Lex::placekind) &&
          (single || !lower(at + 1) || stops(at + 1))) {
        ++at;
      }
      if (is(at, study_) && at > t + 1 && !(lower(at + 1) && !stops(at + 1))) {
        ++at;  // "Tâm lý học"
      }
      if (cap(at) && !breaks_name(at) && end == at) {
        break;  // a person's name
      }
      continue;
    }
    // "Khoa học và xã hội,"
    if (at > t && is_and(at) && lower(at + 1) && lower(at + 2) && !stops(at + 1) &&
        !stops(at + 2) && !has(at + 1, Lex::title) && ends_name(at + 3)) {
      at += 3;
      break;
    }
    const bool link = is_and(at) || mark_is(at, '-') || mark_is(at, '&') ||
                      (mark_is(at, ',') && (has(at + 1, Lex::portfolio) && joined_later(at + 1)));
    if (at > t && link && cap(at + 1) && !has(at + 1, Lex::title) && !has(at + 1, Lex::modifier) &&
        !has(at + 1, Lex::status) && !has(at + 1, Lex::rank) &&
        (!head_at(at + 1) || (mark_is(at, '-') && has(at + 1, Lex::portfolio))) &&
        !has(at + 1, Lex::honorific) && !(surname(at + 1) && cap(at + 2))) {
      ++at;
      continue;
    }
    break;
  }
  return at > t ? small_end(at) : at;
}

/// What a committee is for, in small letters: "chuyển đổi số", "quốc gia về phòng, chống tham
/// nhũng".
HeadFirst::At HeadFirst::topic(At t) const {
  At at = t;
  while (at < end_ && at - t < longest_topic && !(at > t && a_.tokens[at].is(shape_line_start))) {
    if (const auto part = find(at, Lex::portfolio)) {
      at += part->length;
      continue;
    }
    const bool inner = is(at, about_) || is_and(at) || is(at, many_);
    const bool comma = mark_is(at, ',') && lower(at + 1) && !stops(at + 1) && at > t;
    if (inner && at + 1 < end_ && (!stops(at + 1) || has(at + 1, Lex::portfolio)) &&
        !has(at + 1, Lex::title)) {
      ++at;
      continue;
    }
    if (comma) {
      ++at;
      continue;
    }
    if (number_at(at) && at == t && a_.token_text(at).size() <= 3) {
      ++at;
      continue;
    }
    const auto thing = find(at, Lex::stop);
    const bool named = thing && a_.entry(*thing).has("named");  // "các khu công nghiệp"
    if (at >= end_ || (stops(at) && !named) || has(at, Lex::level) ||
        !a_.tokens[at].is(shape_word) || has(at, Lex::title) || has(at, Lex::document)) {
      break;
    }
    if (const std::size_t known = cap(at) ? known_place(at, end_ - at) : 0; known > 0) {
      at += known;
      continue;
    }
    if (cap(at)) {
      const std::size_t n = cap_run(at) - at;
      if (n == 0 || (surname(at) && n >= 2)) {
        break;
      }
    }
    ++at;
  }
  return at;
}

bool HeadFirst::numeral(At t) const {
  return number_at(t) ||
         (cap(t) && a_.token_text(t).find_first_not_of("IVXLC") == std::string::npos);
}

/// "khóa XV", "nhiệm kỳ 2021 - 2026": the term, which is no part of the name.
HeadFirst::At HeadFirst::term(At t) const {
  At at = t;
  for (bool more = true; more;) {
    more = false;
    const At comma = at > t && mark_is(at, ',') ? at + 1 : at;
    const At open = mark_is(comma, '(') ? comma + 1 : comma;
    At next = open;
    if (is(open, term_) && (cap(open + 1) || number_at(open + 1))) {
      next = open + 2;
      while (mark_is(next, '-') && numeral(next + 1)) {
        next += 2;  // "khóa VI - VII - VIII"
      }
    } else if (is(open, tenure_) && open + 2 < end_ && number_at(open + 2)) {
      next = open + 3;
      if ((mark_is(next, '-') || is(next, to_)) && number_at(next + 1)) {
        next += 2;
      }
    }
    if (next > open) {
      at = open > comma && mark_is(next, ')') ? next + 1 : next;
      more = true;
    }
  }
  return at;
}

/// "tỉnh Lâm Hà", "TP. Huế", "huyện", "Trung ương".
HeadFirst::At HeadFirst::level_and_place(At t, BodyMention& m) const {
  const auto level = find(t, Lex::level);
  const auto noun = level ? head_at(t) : std::nullopt;
  if (!level || (noun && noun->length > level->length)) {
    return t;
  }
  const LexEntry& e = a_.entry(*level);
  At at = t + level->length;
  if (const auto whole = find(t, Lex::place); whole && whole->length > level->length) {
    m.level = e.canonical;  // "TP Hồ Chí Minh"
    m.place = a_.entry(*whole).canonical;
    m.placekind = e.canonical;
    return t + whole->length;
  }
  if (e.has("bare")) {
    m.level = e.canonical;
    m.national = e.canonical == "country";
    return at;
  }
  const At name = mark_is(at, '.') && cap(at + 1) ? at + 1 : at;
  std::size_t n = cap(name) ? place_length(name, true) : 0;
  if (n == 0 && number_at(name) && a_.token_text(name).size() <= 2 && e.has("numbered")) {
    n = 1;  // "Quận 3"
  }
  m.level = e.canonical;
  // "phường Móng Cái 3,": one of several that a place was divided into
  if (const At number = name + n;
      n > 0 && e.has("numbered") && number_at(number) && a_.token_text(number).size() <= 2 &&
      (number + 1 >= end_ || a_.tokens[number + 1].mark != 0 || lower(number + 1))) {
    n += number == name + 1 && number_at(name) ? 0U : 1U;
  }
  if (n > 0) {
    m.place = place_name(name, n);
    m.placekind = e.canonical;
    return name + n;
  }
  return mark_is(at, '.') && e.has("stop") ? at + 1 : at;
}

/// What follows the head of a body; `of` becomes its field in English.
HeadFirst::At HeadFirst::body_complement(At t, BodyMention& m, const LexEntry& head, int depth,
                                         std::string& of, At& named_end) {
  At at = t;
  if (at < end_ && a_.tokens[at].is(shape_line_start)) {
    return at;
  }
  if (head.has("field")) {
    at = field(at, of);
    // "Vụ Kinh tế tổng hợp": two more syllables, where nothing else follows.
    if (at > t && head.has("full") && lower(at) && lower(at + 1) && !stops(at) && !stops(at + 1) &&
        !has(at, Lex::level) && !has(at, Lex::title) &&
        (at + 2 >= end_ || a_.tokens[at + 2].mark != 0 || has(at + 2, Lex::level) ||
         head_at(at + 2))) {
      at += 2;
      of.clear();
    }
    // "Cục quản lý chất lượng giáo dục,": its field in small letters, inside the sentence.
    if (at == t && head.has("part") && head.has("full") && cap(t - 1) && lower(t) &&
        t - 1 > begin_) {
      at = small_end(t);
    }
  } else if (head.has("topic")) {
    at = topic(at);
  } else if (head.has("number") && number_at(at)) {
    ++at;  // "Quân khu 5"
  } else if (head.has("name") && !(head.has("alone") && surname(at) && cap(at + 1))) {
    const At name = m.kind == "company" ? after_trade(at) : at;
    const At end = words_of_name(name);
    at = end == name ? at : end;
  }
  named_end = at;
  // Level, place, country and the body it belongs to, in any order.
  for (int parts = 0; parts < 4 && at < end_ && !a_.tokens[at].is(shape_line_start); ++parts) {
    if (m.level.empty() || m.place.empty()) {
      BodyMention where = m;
      const At next = level_and_place(at, where);
      const bool says_more = m.level.empty() || !where.place.empty();
      if (next > at && says_more && (m.parent == none || where.level == "country")) {
        const bool under = where.level != m.level && !m.level.empty();
        if (!under) {
          m.level = where.level;
          m.place = where.place;
          m.placekind = where.placekind;
          m.national = m.national || where.national;
        }
        at = next;
        if (head.has("topic") && is(at, about_)) {
          at = topic(at);  // "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng"
        }
        continue;
      }
    }
    if (const auto country = find(at, Lex::place);
        country && a_.entry(*country).feature("kind") == "country" && m.place.empty()) {
      m.country = a_.entry(*country).feature("country").value_or("");
      m.national = m.level.empty();
      at += country->length;
      continue;
    }
    if (m.place.empty() && cap(at) && (head.has("local") || at > t) && m.parent == none) {
      if (const std::size_t n = place_length(at, head.has("placed")); n > 0) {
        m.place = place_name(at, n);
        if (const auto known = a_.find(at, Lex::place, at + n); known && known->length == n) {
          m.placekind = a_.entry(*known).feature("kind").value_or("");
        }
        m.placekind = m.level.empty() ? m.placekind : m.level;
        if (m.level.empty() && head.has("local") &&
            (m.placekind == "province" || m.placekind == "city")) {
          m.level = m.placekind;
        }
        at += n;
        continue;
      }
    }
    // "Đảng ủy Than Quảng Ninh", "Công đoàn Xi măng Hải Phòng": of a firm, by its trade and place
    if (at == t && m.parent == none && m.place.empty() && m.level.empty() &&
        (m.kind == "party" || m.kind == "union") && cap(at) && !surname(at) && !breaks_name(at)) {
      const At where = lower(at + 1) && !stops(at + 1) ? at + 2 : at + 1;
      if (const std::size_t n = cap(where) ? known_place(where, 4) : 0; n > 1) {
        at = named_end = where + n;
        m.national = true;
        continue;
      }
    }
    const At inner = is(at, of_) ? at + 1 : at;
    const auto other = inner < end_ ? head_at(inner) : std::nullopt;
    if (m.parent == none && depth < 3 && other && m.place.empty() &&
        (head.has("under") || head.has("inside") || inner > at) &&
        (cap(inner) || a_.entry(*other).has("small"))) {
      int parent = none;
      if (const At next = body(inner, parent, depth + 1); next > inner) {
        const BodyMention& p = a_.body(parent);
        if (!p.reference || inner == at) {
          m.parent = p.reference ? none : parent;
          at = next;
          continue;
        }
      }
    }
    break;
  }
  m.range.end = at;
  return at;
}

/// ", huyện Hải Hà, tỉnh Lâm Sơn" after a place: the places around it.
HeadFirst::At HeadFirst::places_around(At t) const {
  At at = t;
  while (mark_is(at, ',')) {
    BodyMention around;
    const At next = level_and_place(at + 1, around);
    if (next == at + 1 || around.place.empty()) {
      break;
    }
    at = next;
  }
  return at;
}

/// "Văn phòng Đoàn đại biểu Quốc hội | và HĐND tỉnh X", "Văn phòng HĐND | - UBND xã X": one office
/// of two bodies, which ends at `end`. Then no part of either: its name tells.
bool HeadFirst::joins_councils(BodyMention& m, At t, int depth, At& end) {
  const auto council = [&](int index) {
    const std::string& kind = a_.body(index).kind;
    return kind == "legislature" || kind == "government";
  };
  const bool link = is_and(t) || mark_is(t, '-') || mark_is(t, ',');
  if (depth > 2 || !link || !cap(t + 1) || !council(m.parent) ||
      a_.tokens[t + 1].is(shape_line_start)) {
    return false;
  }
  const std::size_t bodies = a_.bodies.size();
  int other = none;
  const At next = body(t + 1, other, depth + 1);
  if (next == t + 1 || !council(other) ||
      (mark_is(t, ',') && a_.body(other).head == a_.body(m.parent).head)) {
    a_.bodies.resize(bodies);
    return false;
  }
  const BodyMention& second = a_.body(other);
  m.level = second.level;
  m.place = second.place;
  m.placekind = second.placekind;
  m.range.end = next;
  m.name = a_.text_of({m.range.begin, next});
  m.parent = none;
  end = next;
  return true;
}

HeadFirst::At HeadFirst::body(At t, int& index, int depth) {
  const bool fused = std::exchange(fused_, false);  // of this body alone, not of those inside it
  const auto found = head_at(t);
  if (!found) {
    return t;
  }
  const LexEntry& head = a_.entry(*found);
  const At head_end = t + found->length;
  const bool small = lower(t) && !a_.tokens[t].is(shape_number);
  BodyMention m;
  m.range = {t, head_end};
  m.kind = head.feature("kind").value_or("body");
  m.level = head.feature("level").value_or("");
  m.country = head.feature("country").value_or("");
  m.national = head.has("national") || (head.type == Lex::body && !head.has("local"));
  std::string of;
  At named_end = head_end;
  At next = body_complement(head_end, m, head, depth, of, named_end);
  if (At both = next; m.parent != none && joins_councils(m, next, depth, both)) {
    next = both;
  }
  const bool bare = next == head_end;
  if (small && !head.has("small") && !(fused && cap(head_end) && !head_at(head_end)) &&
      (bare || (lower(head_end) && (m.level.empty() || found->length == 1)) ||
       (found->length == 1 && !has(head_end, Lex::portfolio)))) {
    return t;  // "sở", "ban hành", "cán bộ xã"
  }
  if (bare && is(head_end, many_)) {
    return t;  // "UBND các tỉnh"
  }
  if (found->length == 1 && a_.tokens[t].is(shape_all_capitals) && !head.has("abbr") &&
      head.has("name")) {
    return t;  // a heading in capitals
  }
  if (bare && (head.has("full") || (head.has("weak") && small))) {
    return t;
  }
  m.head = fold(head.surface);
  m.part = head.has("part");
  m.leveled = head.has("level");
  m.reference = bare && !head.has("alone") && head.type == Lex::head;
  const std::string base(head.feature("base").value_or(""));
  const bool plain = !head.has("field") && !head.has("topic") && !head.has("name");
  if ((head.type == Lex::body || plain || bare) && named_end == head_end) {
    m.base = base.empty() ? head.canonical : base;
  } else if (!of.empty() && !base.empty()) {
    m.base = head.has("before") ? of + " " + base : base + " of " + of;
  } else {
    // The words of the name, without what says where it is.
    m.base = named_end == head_end && !base.empty() ? base : a_.text_of({t, named_end});
  }
  if (const auto under = head.feature("under");
      under && !under->empty() && m.parent == none && !bare) {
    BodyMention parent = party_above(m, *under);
    parent.name = name_of_committee(m);
    m.parent = add(parent);
  }
  index = add(m);
  return next;
}

/// "các bộ: Tài chính, Xây dựng": a body for each field.
HeadFirst::At HeadFirst::list_of_bodies(At t, Sentence& sentence) {
  if (!is(t, many_)) {
    return t;
  }
  const auto found = find(t + 1, Lex::head);
  if (!found || !a_.entry(*found).has("field")) {
    return t;
  }
  const LexEntry& head = a_.entry(*found);
  At at = t + 1 + found->length;
  at += mark_is(at, ':') ? std::size_t{1} : std::size_t{0};
  if (!has(at, Lex::portfolio) || !cap(at)) {
    return t;
  }
  plain_word(t, sentence);
  At good = t;
  while (at < end_ && cap(at)) {
    std::string canonical;
    const auto first = find(at, Lex::portfolio);
    if (!first) {
      break;
    }
    canonical = a_.entry(*first).canonical;
    BodyMention m;
    m.range = {at, at + first->length};
    m.kind = head.feature("kind").value_or("department");
    m.base = std::string(head.feature("base").value_or(head.surface)) + " of " + canonical;
    m.national = head.has("national");
    good = at + first->length;
    add_item(sentence, ItemKind::body, at, good).index = add(m);
    const bool link = mark_is(good, ',') || mark_is(good, ';') || is_and(good);
    if (!link) {
      break;
    }
    if (find(good + 1, Lex::portfolio) && cap(good + 1)) {
      add_item(sentence, ItemKind::mark, good, good + 1).mark = is_and(good) ? '&' : ',';
    }
    at = good + 1;
  }
  return good;
}

}  // namespace nom::extract
