// SPDX-License-Identifier: Apache-2.0
// Rosters: names and posts that no pack knows, read by what stands in the same place of the lines
// around them.
#include "extract/layout.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

constexpr std::size_t longest_name = 5;    ///< words of a name
constexpr std::size_t longest_post = 5;    ///< words of a post, without its complement
constexpr std::size_t fewest_entries = 3;  ///< lines that make a roster

/// A line in two parts: "X, Sexton", "Sexton: X".
struct Entry {
  std::size_t sentence = 0;
  char mark = 0;          ///< what parts them
  std::size_t begin = 0;  ///< items of the first part
  std::size_t split = 0;  ///< the mark
  std::size_t end = 0;    ///< of the second part: the next mark of columns, or all
};

class Roster {
 public:
  explicit Roster(Analysis& a) : a_(a) {}

  void run() {
    part_names();
    std::vector<Entry> entries;
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      const std::optional<Entry> entry = entry_of(s);
      if (entry && (entries.empty() || entries.back().mark == entry->mark)) {
        entries.push_back(*entry);
        continue;
      }
      if (!entry && !entries.empty() && name_alone(a_, a_.sentences[s]) != nullptr) {
        continue;  // one without a post among them
      }
      const Sentence& line = a_.sentences[s];
      const bool inside = is_short(s) || is_mark(line.items, 0, '*') ||
                          is_mark(line.items, 0, '-') ||
                          !a_.tokens[line.tokens.begin].is(shape_line_start);
      if (!entry && inside) {
        continue;  // a heading or another item between them, or the rest of a line
      }
      read(entries);
      entries.clear();
      if (entry) {
        entries.push_back(*entry);
      }
    }
    read(entries);
    mark_pairs();
  }

 private:
  /// "Secretary Ana Weston", "Ana Weston / Secretary" and nothing else on a line.
  [[nodiscard]] bool is_pair(std::size_t s) const {
    const auto& items = a_.sentences[s].items;
    const std::size_t first = after_number(items);
    const std::size_t last = items.size() - 1;
    const bool parted = first + 3 == items.size() && items[first + 1].kind == ItemKind::mark &&
                        items[first + 1].mark != '.';
    return is_whole_line(a_, s) && (first + 2 == items.size() || parted) &&
           ((items[first].kind == ItemKind::title && items[last].kind == ItemKind::person) ||
            (items[first].kind == ItemKind::person && items[last].kind == ItemKind::title));
  }

  /// Several pairs, one below the other, are entries of a roster, whatever parts them.
  void mark_pairs() {
    for (std::size_t s = 0; s < a_.sentences.size();) {
      std::size_t end = s;
      while (end < a_.sentences.size() && is_pair(end)) {
        ++end;
      }
      for (std::size_t k = s; k < end && end - s >= fewest_entries; ++k) {
        a_.sentences[k].entry = true;
      }
      s = end + 1;
    }
  }

  /// Where the name ends with which a line begins that has been read as one body: "Ana Weston
  /// University of Bend"; 0 if it begins with what is in no name.
  [[nodiscard]] std::size_t end_of_leading_name(std::size_t s) const {
    constexpr std::size_t shortest = 4;  // tokens of a name and a body
    const auto& items = a_.sentences[s].items;
    if (a_.sentences[s].language != Language::en || !is_whole_line(a_, s) || items.empty() ||
        items[0].kind != ItemKind::body || items[0].index == none) {
      return 0;
    }
    const Range words = items[0].range;
    if (words.end - words.begin < shortest || a_.has(words.begin, Lex::head) ||
        a_.has(words.begin, Lex::place) || a_.has(words.begin, Lex::portfolio) ||
        a_.has(words.begin, Lex::level)) {
      return 0;
    }
    std::size_t end = words.begin + 1;
    while (end + 1 < words.end && a_.tokens[end].is(shape_initial)) {
      ++end;
    }
    while (end + 1 < words.end && a_.has(end, Lex::particle)) {
      ++end;
    }
    return end + 1 < words.end && a_.capital(end) && !a_.has(end, Lex::head) ? end + 1 : 0;
  }

  /// Parts the names from the bodies in a list of them without marks, where half of the names or
  /// more begin as names are known to.
  void part_names() {
    for (std::size_t s = 0; s < a_.sentences.size();) {
      std::size_t end = s;
      std::size_t lines = 0;
      std::size_t given = 0;
      for (; end < a_.sentences.size(); ++end) {
        const auto& items = a_.sentences[end].items;
        const bool led = end_of_leading_name(end) != 0;
        if (!led && (items.empty() || items[0].kind != ItemKind::person)) {
          break;
        }
        lines += led ? 1U : 0U;
        given += led && a_.has(items[0].range.begin, Lex::given) ? 1U : 0U;
      }
      const bool list = given >= fewest_entries && 2 * given >= lines;
      for (std::size_t k = s; list && k < end; ++k) {
        auto& items = a_.sentences[k].items;
        const std::size_t parting = end_of_leading_name(k);
        if (parting == 0) {
          continue;
        }
        const BodyMention& read = a_.body(items[0].index);
        const std::string kind = read.kind;
        Item name;
        name.kind = ItemKind::person;
        name.range = {items[0].range.begin, parting};
        name.people = {static_cast<int>(a_.people.size())};
        a_.people.push_back({name.range, true, false, none});
        items[0].range.begin = parting;
        items[0].index = a_.add_body(items[0].range, kind, true);
        items.insert(items.begin(), std::move(name));
      }
      s = end + 1;
    }
  }

  Sentence& line(const Entry& entry) { return a_.sentences[entry.sentence]; }
  std::vector<Item>& items(const Entry& entry) { return line(entry).items; }

  [[nodiscard]] std::optional<Entry> entry_of(std::size_t s) const {
    const Sentence& sentence = a_.sentences[s];
    const auto& items = sentence.items;
    if (!is_whole_line(a_, s)) {
      return std::nullopt;
    }
    Entry entry;
    entry.sentence = s;
    entry.begin = after_number(items);
    while (entry.begin < items.size() && (items[entry.begin].kind == ItemKind::number ||
                                          items[entry.begin].kind == ItemKind::mark)) {
      ++entry.begin;
    }
    constexpr std::string_view parting = "|-:,(";
    constexpr std::string_view closing = "|();";
    const auto is_one_of = [&](std::size_t i, std::string_view marks) {
      return items[i].kind == ItemKind::mark && marks.find(items[i].mark) != std::string_view::npos;
    };
    entry.split = entry.begin;
    while (entry.split < items.size() && !is_one_of(entry.split, parting)) {
      ++entry.split;
    }
    entry.end = entry.split + 1;
    while (entry.end < items.size() && !is_one_of(entry.end, closing)) {
      ++entry.end;
    }
    if (entry.split == entry.begin || entry.split + 1 >= items.size()) {
      return std::nullopt;
    }
    entry.mark = items[entry.split].mark;
    return entry;
  }

  /// Half the names and half the posts are known: what stands beside a name is a post, and beside a
  /// post a name.
  void read(const std::vector<Entry>& entries) {
    std::size_t posted = 0;
    std::size_t led = 0;
    std::size_t posts = 0;  // "Secretary: vacant" as well
    for (const Entry& entry : entries) {
      posted += is_posted(entry) ? 1U : 0U;
      led += begins_with_post(entry) ? 1U : 0U;
      posts += items(entry)[entry.begin].kind == ItemKind::title && entry.split == entry.begin + 1
                   ? 1U
                   : 0U;
    }
    if (std::max(posted, led) < 2) {
      return;
    }
    const bool many = entries.size() >= fewest_entries;
    for (Entry entry : entries) {
      if (many && 2 * posted >= entries.size()) {
        if (items(entry)[entry.split + 1].kind == ItemKind::title && !is_name(entry)) {
          const std::size_t before = items(entry).size();
          make_name(a_, line(entry), entry.begin, entry.split);
          entry.split -= before - items(entry).size();
          entry.end -= before - items(entry).size();
        }
        if (is_name(entry) && entry.mark != '(') {
          make_post(a_, line(entry), entry.split + 1, entry.end);
        }
      } else if (many && led > 1 && 2 * posts >= entries.size()) {
        if (items(entry)[entry.begin].kind == ItemKind::title) {
          make_name(a_, line(entry), entry.split + 1, entry.end);
        } else if (items(entry)[entry.split + 1].kind == ItemKind::person) {
          make_post(a_, line(entry), entry.begin, entry.split);
          entry = entry_of(entry.sentence).value_or(entry);
        }
      }
      line(entry).entry = (posted > 1 && is_posted(entry)) || (led > 1 && begins_with_post(entry));
    }
  }

  /// "X, Secretary"
  [[nodiscard]] bool is_posted(const Entry& entry) {
    return is_name(entry) && items(entry)[entry.split + 1].kind == ItemKind::title;
  }

  /// "Secretary: X".
  [[nodiscard]] bool begins_with_post(const Entry& entry) {
    return items(entry)[entry.begin].kind == ItemKind::title && entry.split == entry.begin + 1 &&
           items(entry)[entry.split + 1].kind == ItemKind::person;
  }

  /// A line that may be a heading: short, and nobody in it.
  [[nodiscard]] bool is_short(std::size_t s) const {
    const Sentence& sentence = a_.sentences[s];
    return is_whole_line(a_, s) && sentence.tokens.end - sentence.tokens.begin <= longest_heading &&
           std::none_of(sentence.items.begin(), sentence.items.end(),
                        [](const Item& item) { return item.kind == ItemKind::person; });
  }

  [[nodiscard]] bool is_name(const Entry& entry) {
    return entry.split == entry.begin + 1 && items(entry)[entry.begin].kind == ItemKind::person;
  }

  Analysis& a_;
};

}  // namespace

bool is_whole_line(const Analysis& a, std::size_t s) {
  return a.tokens[a.sentences[s].tokens.begin].is(shape_line_start) &&
         (s + 1 == a.sentences.size() ||
          a.tokens[a.sentences[s + 1].tokens.begin].is(shape_line_start));
}

bool make_name(Analysis& a, Sentence& sentence, std::size_t begin, std::size_t end) {
  auto& items = sentence.items;
  if (begin >= end) {
    return false;
  }
  while (end > begin + 1 && is_mark(items, end - 1, '.')) {
    --end;
  }
  if (end == begin + 1 && items[begin].kind == ItemKind::person) {
    return false;
  }
  Range name = {items[begin].range.begin, items[end - 1].range.end};
  for (std::size_t i = begin; i < end; ++i) {
    const Item& item = items[i];
    const bool part = item.kind == ItemKind::word || item.kind == ItemKind::person ||
                      ((item.kind == ItemKind::place || item.kind == ItemKind::body) &&
                       a.has(item.range.begin, Lex::given)) ||
                      (is_mark(items, i, '.') && i > begin);
    if (!part) {
      return false;
    }
  }
  if (items[begin].kind == ItemKind::person) {
    name.begin = a.person(items[begin].people[0]).range.begin;
  }
  std::size_t words = 0;
  for (std::size_t t = name.begin; t < name.end; ++t) {
    const Token& token = a.tokens[t];
    constexpr LexMask other = mask_of(Lex::title) | mask_of(Lex::head) | mask_of(Lex::portfolio) |
                              mask_of(Lex::stop) | mask_of(Lex::level) | mask_of(Lex::status) |
                              mask_of(Lex::month) | mask_of(Lex::weekday);
    const bool word = token.is(shape_word);
    if (word && (!a.capital(t) || ((a.lex[t] & other) != 0 && !token.is(shape_initial) &&
                                   !a.has(t, Lex::given) && !a.has(t, Lex::surname)))) {
      return false;
    }
    if (!word && token.mark != '.' && token.mark != '\'' && token.mark != '-') {
      return false;
    }
    words += word ? 1U : 0U;
  }
  if (words < 2 || words > longest_name) {
    return false;
  }
  Item item;
  item.kind = ItemKind::person;
  item.range = {items[begin].range.begin, name.end};
  item.people = {static_cast<int>(a.people.size())};
  a.people.push_back({name, true, item.range.begin < name.begin, none});
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
              items.begin() + static_cast<std::ptrdiff_t>(end));
  items[begin] = std::move(item);
  return true;
}

bool make_post(Analysis& a, Sentence& sentence, std::size_t begin, std::size_t end) {
  auto& items = sentence.items;
  const auto is_word =
      [&](std::size_t i) {  // words that no pack knows may have been read as a name
        if (i >= end || !a.capital(items[i].range.begin)) {
          return false;
        }
        const bool name = items[i].kind == ItemKind::person &&
                          !a.person(items[i].people[0]).strong &&
                          !a.person(items[i].people[0]).addressed;
        return name ||
               (items[i].kind == ItemKind::word && a.pack.frame_of(items[i].cues) == nullptr);
      };
  std::size_t stop = begin;
  while (is_word(stop)) {
    ++stop;
  }
  if (sentence.language != Language::en || stop == begin || stop - begin > longest_post) {
    return false;
  }
  const Range words = {items[begin].range.begin, items[stop - 1].range.end};
  const auto at = items.begin() + static_cast<std::ptrdiff_t>(begin);
  if (stop < end && items[stop].kind == ItemKind::title) {  // "Lay Eucharistic | Minister"
    TitleMention& post = a.title(items[stop].titles[0]);
    if (post.words.begin != words.end) {
      return false;
    }
    a.put_before(post, words);
    items[stop].range.begin = words.begin;
    items.erase(at, at + static_cast<std::ptrdiff_t>(stop - begin));
    return true;
  }
  const std::size_t last = words.end - 1;
  const bool closed = stop == end || items[stop].kind == ItemKind::mark ||
                      items[stop].is(a.pack.cues().oblique) || items[stop].is(a.pack.cues().link);
  if (!closed || a.has(last, Lex::head) || a.has(last, Lex::portfolio) || a.has(last, Lex::stop) ||
      !a.pack.ends_like_post(fold(a.token_text(last)), words.end - words.begin == 1)) {
    return false;
  }
  TitleMention post = Analysis::untold_title(words, a.text_of(words), 0);
  // "Sexton of the Old Cathedral", "Sexton, Old Cathedral"
  std::size_t of = stop + 1;
  of += of < end && items[of].is(a.pack.cues().det) ? std::size_t{1} : std::size_t{0};
  std::size_t consumed = stop;
  if (of < end && items[of].kind == ItemKind::body && items[of].index != none &&
      !a.body(items[of].index).reference) {
    post.body = items[of].index;
    consumed = of + 1;
  }
  post.range.end = items[consumed - 1].range.end;
  Item item;
  item.kind = ItemKind::title;
  item.range = post.range;
  item.titles = {a.add_title(std::move(post))};
  items.erase(at + 1, at + static_cast<std::ptrdiff_t>(consumed - begin));
  items[begin] = std::move(item);
  return true;
}

bool speaks_of_cabinet(const Analysis& a) {
  return std::any_of(a.bodies.begin(), a.bodies.end(), [](const BodyMention& b) {
    return b.kind == "government" && (b.head == "cabinet" || b.head == "ministers");
  });
}

bool make_minister(Analysis& a, Sentence& sentence, std::size_t begin, std::size_t end) {
  auto& items = sentence.items;
  const auto minister = a.pack.entry_of("minister", Lex::title);
  if (!minister || begin >= end || sentence.language != Language::en) {
    return false;
  }
  const Range words = {items[begin].range.begin, items[end - 1].range.end};
  bool field = false;
  for (std::size_t t = words.begin; t < words.end; ++t) {
    field = field || a.has(t, Lex::portfolio);
  }
  const bool all = std::all_of(
      items.begin() + static_cast<std::ptrdiff_t>(begin),
      items.begin() + static_cast<std::ptrdiff_t>(end), [&](const Item& item) {
        const std::size_t t = item.range.begin;
        return item.kind == ItemKind::mark
                   ? item.mark == ',' || item.mark == '&'
                   : (item.kind == ItemKind::word ||
                      (a.is_weak_name(item) && a.has(t, Lex::portfolio))) &&
                         (a.capital(t) || item.is(a.pack.cues().conjunction)) &&
                         (a.has(t, Lex::portfolio) ||
                          (a.lex[t] & (mask_of(Lex::given) | mask_of(Lex::surname))) == 0);
      });
  const std::string last = fold(a.token_text(words.end - 1));
  if (!field || !a.capital(words.begin) || !all || items[end - 1].kind == ItemKind::mark ||
      a.pack.ends_like_post(last, true)) {
    return false;
  }
  TitleMention post = Analysis::untold_title(words, a.pack.entry(*minister).canonical, *minister);
  post.portfolio = a.text_of(words);
  post.portfolio_of = true;
  Item item;
  item.kind = ItemKind::title;
  item.range = words;
  item.titles = {a.add_title(std::move(post))};
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
              items.begin() + static_cast<std::ptrdiff_t>(end));
  items[begin] = std::move(item);
  return true;
}

void find_rosters(Analysis& a) { Roster(a).run(); }

}  // namespace nom::extract
