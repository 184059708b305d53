// SPDX-License-Identifier: Apache-2.0
// Stage lexicon: text → tokens, the phrases of the packs at each token, and sentences.
#include "extract/analysis.hpp"

#include <algorithm>
#include <array>

namespace nom::extract {

namespace {

/// What a byte of a token becomes in its word: itself, a small letter, nothing (`drops`), or what
/// only `fold` can tell (0).
constexpr char drops = 1;
constexpr auto folded_bytes = [] {
  std::array<char, 256> table{};
  for (char c = '0'; c <= '9'; ++c) {
    table[static_cast<unsigned char>(c)] = c;
  }
  for (char c = 'a'; c <= 'z'; ++c) {
    table[static_cast<unsigned char>(c)] = c;
    table[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  }
  table['\''] = table['.'] = drops;
  return table;
}();

/// The word of a token: ASCII is folded in place, the rest through `fold`.
WordId word_of(const Pack& pack, std::string_view text) {
  std::array<char, 48> buffer{};
  if (text.size() > buffer.size()) {
    return pack.word(fold(text));
  }
  std::size_t size = 0;
  for (const char c : text) {
    const char folded = folded_bytes[static_cast<unsigned char>(c)];
    if (folded == 0) {
      return pack.word(fold(text));
    }
    buffer[size] = folded;
    size += folded != drops ? 1U : 0U;
  }
  return size == 0 ? 0 : pack.word({buffer.data(), size});
}

/// Types whose entries name something: a token in small letters is not one of them.
constexpr LexMask named = mask_of(Lex::body) | mask_of(Lex::place) | mask_of(Lex::demonym) |
                          mask_of(Lex::surname) | mask_of(Lex::given) | mask_of(Lex::month) |
                          mask_of(Lex::weekday);

constexpr std::size_t longest_abbreviation = 5;  ///< bytes: "Assoc"
constexpr std::size_t least_wrapped = 30;        ///< bytes of a line of a list that goes on

/// Does the entry speak of texts like this one, and does a Vietnamese word mean what it means
/// there? `tokens` are those of its words. Folded, "bộ" (ministry) is "bờ" (shore); where the text
/// has diacritics they tell. Places of several words pass without: "Dak Lak".
bool applies(const Analysis& a, EntryId id, Pack::Brief brief, const std::size_t* tokens) {
  const Language language = a.languages[*tokens];
  if (brief.language != Language::any && brief.language != language) {
    return false;
  }
  if (language != Language::vi || !a.marked) {
    return true;
  }
  const LexEntry& entry = a.pack.entry(id);
  if (entry.type == Lex::place && entry.marks.size() > 1 && entry.language == Language::any) {
    return true;
  }
  return std::all_of(entry.marks.begin(), entry.marks.end(),
                     [&](std::uint32_t marks) { return a.marks[*tokens++] == marks; });
}

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Does a word in small letters begin here?
bool is_small(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
  const std::vector<Token> first = tokenise(text.substr(at, end - at));
  return !first.empty() && first[0].is(shape_word) && !first[0].is(shape_capital);
}

/// The width, in code points, of the lines of a text that is set in lines of a fixed one, so that a
/// line end says nothing; else 0. Many a line of such a text goes on in small letters; the lines of
/// a roster begin with names and posts.
std::size_t width_of_wrapped(std::string_view text) {
  constexpr std::size_t narrowest = 30;
  std::size_t widest = 0;
  std::size_t long_lines = 0;
  std::size_t wrapped = 0;
  std::size_t goes_on = 0;
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t to = text.find('\n', from);
    to = to == std::string_view::npos ? text.size() : to;
    const std::string_view line = text.substr(from, to - from);
    const std::size_t width = count_code_points(line);
    if (width > 90) {
      ++long_lines;
    } else if (width > narrowest && to + 1 < text.size() && text[to + 1] != '\n') {
      widest = std::max(widest, width);
      const char last = line.back();
      if (last != '.' && last != ':' && last != ';') {
        ++wrapped;
        const std::size_t word = text.find_first_not_of(" \t", to + 1);
        goes_on += word != std::string_view::npos && is_small(text, word) ? 1U : 0U;
      }
    }
    from = to + 1;
  }
  // Narrow columns look like rosters: more of their lines must go on in small letters.
  const std::size_t least = widest > 50 ? 8 : 2;
  return wrapped >= 4 && wrapped > 3 * long_lines && least * goes_on >= wrapped ? widest : 0;
}

}  // namespace

namespace {

/// Is it a bullet, with blanks around it and a capital after it?
bool is_bullet(const Analysis& a, std::size_t t) {
  return a.tokens[t].mark == '*' && a.tokens[t].is(shape_space_before) && t + 1 < a.tokens.size() &&
         a.tokens[t + 1].is(shape_space_before) && a.capital(t + 1);
}

/// Does the line of this token have columns?
bool token_in_columns(const Analysis& a, std::size_t t) {
  std::size_t begin = t;
  while (begin > 0 && !a.tokens[begin].is(shape_line_start)) {
    --begin;
  }
  for (std::size_t k = begin + 1; k < a.tokens.size() && !a.tokens[k].is(shape_line_start); ++k) {
    if (a.tokens[k].is(shape_column) && a.tokens[k - 1].mark == 0) {
      return true;
    }
  }
  return false;
}

/// "… : • Ana Moss, chair • Tom Bell, clerk": do bullets inside its line part what each says of
/// somebody? `t`: the first token of the line.
bool has_bullets_inside(const Analysis& a, std::size_t t) {
  constexpr std::size_t fewest = 2;
  std::size_t told = 0;  // items that a comma, a dash or a colon divides
  bool inside = false;
  for (std::size_t k = t; k < a.tokens.size() && (k == t || !a.tokens[k].is(shape_line_start));
       ++k) {
    if (a.tokens[k].mark == '*') {
      inside = is_bullet(a, k);
    } else if (inside && (a.tokens[k].mark == ',' || a.tokens[k].mark == ':' ||
                          (a.tokens[k].mark == '-' && a.tokens[k].is(shape_space_before)))) {
      ++told;
      inside = false;
    }
  }
  return told >= fewest;
}

}  // namespace

std::string Analysis::text_of(Range r) const {
  if (r.end <= r.begin) {
    return "";  // who is meant in the line of a life
  }
  const std::string_view raw = document.text.view(span_of(r));
  // Most ranges are words with single blanks between them.
  const auto white = [&raw](std::size_t i) {
    const auto c = static_cast<unsigned char>(raw[i]);
    return c == '\n' || c == '\t' || c == 0xC2 || (c == ' ' && i > 0 && raw[i - 1] == ' ');
  };
  std::size_t i = 0;
  while (i < raw.size() && !white(i)) {
    ++i;
  }
  std::string out(raw.substr(0, i));
  for (; i < raw.size(); ++i) {
    const auto c = static_cast<unsigned char>(raw[i]);
    const bool nbsp =
        c == 0xC2 && i + 1 < raw.size() && static_cast<unsigned char>(raw[i + 1]) == 0xA0;
    if (c == ' ' || c == '\n' || c == '\t' || nbsp) {
      if (!out.empty() && out.back() != ' ') {
        out.push_back(' ');
      }
      i += nbsp ? 1 : 0;
    } else {
      out.push_back(raw[i]);
    }
  }
  return out;
}

int Analysis::add_body(Range words_of, std::string_view kind, bool national) {
  BodyMention b;
  b.range = words_of;
  b.base = text_of(words_of);
  b.head = fold(b.base);
  b.kind = kind;
  b.national = national;
  bodies.push_back(std::move(b));
  return static_cast<int>(bodies.size()) - 1;
}

int Analysis::add_place(Range words_of) {
  PlaceMention p;
  p.range = words_of;
  p.name = text_of(words_of);
  places.push_back(std::move(p));
  return static_cast<int>(places.size()) - 1;
}

int Analysis::add_title(TitleMention title) {
  titles.push_back(std::move(title));
  return static_cast<int>(titles.size()) - 1;
}

void Analysis::put_before(TitleMention& post, Range before) const {
  const std::string leading = text_of(before) + " ";
  post.range.begin = post.words.begin = before.begin;
  post.title = leading + post.title;
  post.role = leading + post.role;
}

TitleMention Analysis::untold_title(Range words_of, std::string role, EntryId head) {
  TitleMention t;
  t.range = t.words = words_of;
  t.title = t.role = std::move(role);
  t.head = head;
  return t;
}

std::optional<Found> Analysis::find_among(std::size_t t, Lex type, std::size_t end) const {
  std::optional<Found> best;
  for (std::uint32_t m = first_match[t]; m < first_match[t + 1]; ++m) {
    const Found& f = matches[m];
    if (f.type == type && t + f.length <= end && (!best || f.length > best->length)) {
      best = f;
    }
  }
  return best;
}

bool Analysis::is_of_set(Range phrase, Lex type, std::uint8_t set) const {
  return std::any_of(matches.begin() + first_match[phrase.begin],
                     matches.begin() + first_match[phrase.begin + 1], [&](const Found& f) {
                       return f.type == type && f.length == phrase.end - phrase.begin &&
                              entry(f).cue == set;
                     });
}

bool Analysis::is_short_acronym(std::size_t t) const {
  constexpr std::size_t longest = 6;  // bytes
  const std::string_view text = token_text(t);
  return text.size() <= longest &&
         std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
}

bool Analysis::is_common_noun(const Item& item) const {
  const std::size_t t = item.range.begin;
  const auto stop = find(t, Lex::stop, item.range.end);
  return item.kind == ItemKind::word && capital(t) && item.cues.none() && stop &&
         !entry(*stop).has("function") && !has(t, Lex::demonym) &&
         !token_text(t).ends_with("ed");  // "Embattled"
}

bool Analysis::has_caption(Range among, std::uint8_t set) const {
  for (std::size_t t = among.begin; t < among.end; ++t) {
    const auto longest = find(t, Lex::caption, among.end);
    if (longest && is_of_set({t, t + longest->length}, Lex::caption, set)) {
      return true;
    }
  }
  return false;
}

void find_words(Analysis& a) {
  const std::string_view text = a.document.text.str();
  a.tokens = tokenise(text);
  const std::size_t n = a.tokens.size();
  a.words.resize(n);
  a.lex.assign(n + 1, 0);
  a.first_match.assign(n + 2, 0);
  for (std::size_t t = 0; t < n; ++t) {
    if (a.tokens[t].mark == 0 || a.tokens[t].mark == '\'') {
      a.words[t] = word_of(a.pack, a.token_text(t));
    }
  }
  find_languages(a);
  // Phrases are matched over the words without the full stops of abbreviations: "Lt. Gov.".
  std::vector<WordId> words;
  std::vector<std::size_t> token_of;
  words.reserve(n);
  token_of.reserve(n + 1);
  a.matches.reserve(2 * n);
  const auto is_letter = [&a](std::size_t t) {
    return a.tokens[t].is(shape_initial) || a.tokens[t].end - a.tokens[t].begin == 1;
  };
  const auto is_stop = [&](std::size_t t) {  // of what may be an abbreviation
    const auto is_after_letter = [&](std::size_t k) {
      return k > 1 && k < n && a.tokens[k].mark == '.' && is_letter(k - 1) &&
             a.tokens[k - 1].is(shape_word) && !a.tokens[k].is(shape_space_before);
    };
    const bool letters =  // "a.i."
        is_after_letter(t) &&
        ((is_after_letter(t - 2) && !a.tokens[t - 1].is(shape_space_before)) ||
         (is_after_letter(t + 2) && !a.tokens[t + 1].is(shape_space_before)));
    return t > 0 && a.tokens[t].mark == '.' && !a.tokens[t].is(shape_space_before) &&
           a.tokens[t - 1].is(shape_word) && (a.capital(t - 1) || letters) &&
           a.tokens[t - 1].end - a.tokens[t - 1].begin <= longest_abbreviation;
  };
  const auto joins = [&a, n](std::size_t t) {
    return t + 1 < n && a.tokens[t].mark == '-' && !a.tokens[t].is(shape_space_before) &&
           a.tokens[t + 1].is(shape_word) && !a.tokens[t + 1].is(shape_space_before);
  };
  const auto is_inside = [&](std::size_t t) {  // "Lt. Gov.", "Maj.-Gen."
    const bool word_next =
        t + 1 < n && a.tokens[t + 1].is(shape_word) && !a.tokens[t + 1].is(shape_line_start);
    return (is_stop(t) && (word_next || joins(t + 1))) || (joins(t) && t > 0 && is_stop(t - 1));
  };
  std::vector<std::size_t> word_at(n);
  for (std::size_t t = 0; t < n; ++t) {
    word_at[t] = words.size();
    if (!is_inside(t)) {
      words.push_back(a.words[t] != 0 || a.tokens[t].mark == 0
                          ? a.words[t]
                          : a.pack.word_of_mark(a.tokens[t].mark));
      token_of.push_back(t);
    }
  }
  token_of.push_back(n);
  // A level of one letter is an abbreviation, straight before a name or a number: "Q.7", "H.Can
  // Gio".
  const auto abbreviates = [&a, n](std::size_t t) {
    return a.tokens[t].is(shape_initial) && t + 1 < n && !a.tokens[t + 1].is(shape_space_before) &&
           (a.capital(t + 1) || a.tokens[t + 1].is(shape_number));
  };
  std::vector<Pack::Match> found;
  // "Who" is no WHO; nor is "WHO" in a line of capitals.
  const auto is_function_word = [&a, n](const Pack::Match& match, std::size_t t) {
    const bool letters = a.tokens[t].is(shape_all_capitals) &&
                         !(t + 1 < n && a.tokens[t + 1].is(shape_all_capitals));
    return match.length == 1 && !letters &&
           std::any_of(match.entries.begin(), match.entries.end(),
                       [&a](EntryId id) { return a.pack.entry(id).has("function"); });
  };
  // "the SEC chairman": letters, among words that are not in capitals, are no "Sec.".
  const auto is_acronym = [&a, n](std::size_t t) {
    constexpr LexMask apart = mask_of(Lex::status) | mask_of(Lex::place) | mask_of(Lex::demonym);
    return a.tokens[t].is(shape_all_capitals) &&
           !(t > 0 && a.tokens[t - 1].is(shape_all_capitals)) && t + 1 < n &&
           !(t > 0 && a.capital(t - 1) && (a.lex[t - 1] & apart) == 0) &&  // "Siemens AG"
           a.tokens[t + 1].is(shape_word) && !a.tokens[t + 1].is(shape_line_start) &&
           !a.tokens[t + 1].is(shape_all_capitals);
  };
  const auto is_short_for = [&a](const Pack::Match& match) {
    return match.length == 1 &&
           std::any_of(match.entries.begin(), match.entries.end(), [&a](EntryId id) {
             const LexEntry& entry = a.pack.entry(id);
             return entry.type == Lex::abbreviation && has_small_letter(entry.surface);
           });
  };
  for (std::size_t t = 0; t < n; ++t) {
    a.first_match[t] = static_cast<std::uint32_t>(a.matches.size());
    if (a.words[t] == 0) {
      continue;
    }
    a.pack.all(words, word_at[t], found);
    const bool letters = !found.empty() && is_acronym(t) && is_short_for(found.front());
    for (const Pack::Match& match : found) {
      const std::size_t end = token_of[word_at[t] + match.length - 1] + 1;
      if (match.length > 1 && is_letter(t) && is_letter(end - 1) &&
          a.capital(t) != a.capital(end - 1)) {
        continue;  // "Weston L.P. a" is no "P.A."
      }
      for (const EntryId id : match.entries) {
        const Pack::Brief brief = a.pack.brief(id);
        if (letters && match.length == 1 && has_small_letter(a.pack.entry(id).surface)) {
          continue;
        }
        if (((mask_of(brief.type) & named) != 0 && !a.capital(t)) ||
            (brief.type == Lex::body && is_function_word(match, t)) ||
            !applies(a, id, brief, &token_of[word_at[t]]) ||
            (brief.type == Lex::level && is_letter(t) && !abbreviates(t))) {
          continue;
        }
        a.matches.push_back({static_cast<std::uint16_t>(end - t), brief.type, id});
        a.lex[t] |= mask_of(brief.type);
      }
    }
  }
  a.first_match[n] = a.first_match[n + 1] = static_cast<std::uint32_t>(a.matches.size());

  // Sentences: a full stop ends one unless it belongs to an abbreviation or the next word is in
  // small letters; so does a line end, unless the lines are wrapped or the next goes on in small
  // letters or had no room; so does an empty line.
  const std::size_t width = width_of_wrapped(text);
  std::size_t begin = 0;
  std::size_t bullet = std::string_view::npos;  // where the bullet of the item stands in its line
  const auto close = [&](std::size_t end) {
    if (end > begin) {
      Sentence& sentence = a.sentences.emplace_back();
      sentence.tokens = {begin, end};
      sentence.language = a.languages[begin];
    }
    begin = end;
  };
  bool bullets = false;  // inside the line
  for (std::size_t t = 0; t < n; ++t) {
    const Token& token = a.tokens[t];
    if (t == 0 || token.is(shape_line_start)) {
      bullets = has_bullets_inside(a, t);
    } else if (bullets && is_bullet(a, t)) {
      close(t);
    }
    if (token.is(shape_line_start) && t > begin) {
      const std::string_view gap =
          text.substr(a.tokens[t - 1].end, token.begin - a.tokens[t - 1].end);
      const bool blank_line = std::count(gap.begin(), gap.end(), '\n') > 1;
      // In a table every line is a row.
      const bool row = token.mark == '|' || token_in_columns(a, t) || token_in_columns(a, t - 1);
      const bool goes_on = !row && token.is(shape_word) && !token.is(shape_capital) &&
                           a.tokens[t - 1].mark != ':' && a.tokens[t - 1].mark != ';' &&
                           a.tokens[t - 1].mark != '.';
      const bool bulleted = token.mark == '*' || token.mark == '-';
      const std::string_view margin = gap.substr(std::min(gap.rfind('\n') + 1, gap.size()));
      const bool blanks = margin.find_first_not_of(" \t") == std::string_view::npos;  // no markup
      // A line that is indented under the words of a bullet goes on with its item, if the line
      // above is so long that it may have been wrapped.
      const std::size_t above = text.substr(0, a.tokens[t - 1].end).rfind('\n') + 1;
      const bool full = a.tokens[t - 1].end - above >= least_wrapped || a.tokens[t - 1].mark == ',';
      const bool inside = !bulleted && !row && blanks && full && bullet != std::string_view::npos &&
                          margin.size() > bullet;
      const bool indented = blanks && (margin.ends_with("  ") || margin.ends_with('\t'));
      const bool numbered = token.is(shape_number) && t + 1 < n && a.tokens[t + 1].mark == '.' &&
                            a.tokens[t - 1].mark == ':';
      const bool listed = bulleted || numbered || (!inside && indented);
      const bool roomy = token.is(shape_capital) && width > 0 && !inside &&
                         3 * count_code_points(text.substr(above, token.end - above)) < 2 * width;
      const bool wrapped = width > 0 && !roomy;
      // "=====" above a heading
      const bool ruled =
          token.mark == 0 && std::none_of(a.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                          a.tokens.begin() + static_cast<std::ptrdiff_t>(t),
                                          [](const Token& before) { return before.mark == 0; });
      if (blank_line || (!goes_on && !wrapped && !inside) || (wrapped && listed) || ruled) {
        close(t);
      } else if (!row && (wrapped || inside)) {
        a.tokens[t].shape &= static_cast<std::uint16_t>(~unsigned{shape_line_start});
      }
      bullet = bulleted && begin == t  ? margin.size()
               : blank_line || !inside ? std::string_view::npos
                                       : bullet;
    } else if (token.is(shape_line_start)) {
      bullet = token.mark == '*' || token.mark == '-' ? 0 : std::string_view::npos;
    }
    if (token.mark == '!' || token.mark == '?' || (token.mark == '.' && t > begin)) {
      if (token.mark == '.') {
        // "Gov. Ma. Corazon X", but "She succeeds Jack Ma. Ida", "Mr Ma. She"
        const bool name =
            a.has(t - 1, Lex::surname) && ((t > begin + 1 && a.has(t - 2, Lex::given)) ||
                                           !(t + 1 < n && a.has(t + 1, Lex::given)));
        const bool abbreviation =
            a.has(t - 1, Lex::abbreviation) && !token.is(shape_space_before) && !name;
        const bool small_next = t + 1 < n && a.tokens[t + 1].is(shape_word) && !a.capital(t + 1) &&
                                !a.tokens[t + 1].is(shape_line_start);
        const bool inner = t + 1 < n && !a.tokens[t + 1].is(shape_space_before) &&
                           a.tokens[t + 1].mark != '"' && a.tokens[t + 1].mark != ')';
        // "(b. 1960)"
        const bool born = t > begin + 1 && a.tokens[t - 2].mark == '(' &&
                          a.tokens[t - 1].end - a.tokens[t - 1].begin == 1 && t + 1 < n &&
                          a.tokens[t + 1].is(shape_number);
        // "1. Health": the number of an item.
        const bool item = a.tokens[t - 1].is(shape_number) && t - 1 == begin &&
                          a.tokens[t - 1].is(shape_line_start);
        if (abbreviation || small_next || inner || item || born) {
          continue;
        }
      }
      std::size_t end = t + 1;
      while (end < n && !a.tokens[end].is(shape_space_before) &&
             (a.tokens[end].mark == '"' || a.tokens[end].mark == ')')) {
        ++end;
      }
      close(end);
      t = end - 1;
    }
  }
  close(n);
  for (Sentence& sentence : a.sentences) {
    std::size_t count = 0;
    sentence.capitals = true;
    for (std::size_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (a.tokens[t].is(shape_word)) {
        ++count;
        const bool letter = a.tokens[t].end - a.tokens[t].begin == 1 && a.capital(t);
        sentence.capitals = sentence.capitals && (letter || a.tokens[t].is(shape_all_capitals));
      }
    }
    sentence.capitals = sentence.capitals && count > 4;
  }
}

}  // namespace nom::extract
