// SPDX-License-Identifier: Apache-2.0
// Cards: rosters that set a name and its posts on lines of their own.
#include "extract/layout.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace nom::extract {

namespace {

constexpr std::size_t most_words_of_card = 1;  ///< unknown words in a line of posts
constexpr std::size_t most_words_among_cards = 3;
constexpr std::size_t most_words_of_dates = 4;

/// What a line of such a roster is. A unit is the body of the posts straight above it; a rule is a
/// line of marks and numbers, an address one of "Comrade" alone.
enum class Part : std::uint8_t { other, name, post, unit, dates, address, rule };

bool is_title(const Item& item) { return item.kind == ItemKind::title; }

class Cards {
 public:
  explicit Cards(Analysis& a) : a_(a), cues_(a.pack.cues()) {}

  /// A name on one line, its posts on those below it, perhaps with their dates on one more; or each
  /// name straight under its posts. Which of the two it is, the first line tells, and the last.
  void run() {
    constexpr std::size_t fewest_parted = 3;
    std::vector<Part> parts(a_.sentences.size());
    for (std::size_t s = 0; s < parts.size(); ++s) {
      parts[s] = part_of(s);
      if (parts[s] == Part::unit) {
        units_.emplace(s, body_behind(a_.sentences[s], colon_of_field(a_.sentences[s])));
      }
    }
    read_cabinet(parts);
    std::vector<std::size_t> unnamed;     // third lines of no body that a pack knows
    std::map<std::string, int> repeated;  // "Read More" under each
    std::size_t thirds = 0;
    for (std::size_t s = 1; s < parts.size(); ++s) {
      // "Executive Director", "Ana Weston", "Weston Coffee Association"
      const bool third = s > 1 && parts[s - 1] == Part::name && parts[s - 2] == Part::post &&
                         lines_between(a_, s - 2, s - 1) == 1;
      const bool below = parts[s] == Part::other && (parts[s - 1] == Part::post || third) &&
                         lines_between(a_, s - 1, s) == 1;
      if (const int unit = below ? body_with_address(s) : none; unit != none) {
        parts[s] = Part::unit;
        units_.emplace(s, unit);
        thirds += third ? 1U : 0U;
      } else if (below && is_employer(parts, s)) {
        parts[s] = Part::unit;
        const auto& items = a_.sentences[s].items;
        units_.emplace(
            s, a_.add_body({items.front().range.begin, items.back().range.end}, "company", true));
      } else if (below && third && is_words(a_.sentences[s])) {
        unnamed.push_back(s);
        ++repeated[a_.text_of(a_.sentences[s].tokens)];
      }
    }
    for (const std::size_t s : unnamed) {  // "Northbank", where most name a body there
      if (thirds > 2 && thirds > unnamed.size() &&
          repeated[a_.text_of(a_.sentences[s].tokens)] == 1 &&
          (s + 1 == parts.size() || lines_between(a_, s, s + 1) > 1)) {
        parts[s] = Part::unit;
        const auto& items = a_.sentences[s].items;
        units_.emplace(
            s, a_.add_body({items.front().range.begin, items.back().range.end}, "body", true));
      }
    }
    read_unknown(parts);
    read_blocks(parts);
    trust_names(parts);
    std::size_t parted_pairs = 0;  // names that a blank line parts from their posts
    for (std::size_t s = 0; s + 1 < parts.size(); ++s) {
      parted_pairs +=
          parts[s] == Part::name && parts[s + 1] == Part::post && lines_between(a_, s, s + 1) > 1
              ? 1U
              : 0U;
    }
    for (std::size_t s = 0; s < parts.size();) {
      if (parts[s] == Part::other) {
        ++s;
        continue;
      }
      std::size_t end = s;
      std::size_t posts = 0;
      std::size_t names = 0;
      std::size_t last = s;  // name or post
      std::optional<std::size_t> first;
      for (; end < parts.size() && parts[end] != Part::other; ++end) {
        posts += parts[end] == Part::post ? 1U : 0U;
        names += parts[end] == Part::name ? 1U : 0U;
        if (parts[end] == Part::post || parts[end] == Part::name) {
          first = first.value_or(end);
          last = end;
        }
      }
      // Posts first and last: the first is a heading where it stands further from the name than
      // that from its post.
      const bool below =
          first &&
          (parts[*first] == Part::name ||
           (parts[last] == Part::post && (is_heading_above(parts, *first) ||
                                          (*first > s && parts[*first - 1] == Part::address))));
      // A blank line parts a name from what is not its post, unless all the roster is set so.
      const bool parted = names == 1 && parted_pairs < fewest_parted && first &&
                          parts[*first] == Part::name && *first + 1 < end &&
                          lines_between(a_, *first, *first + 1) > 1;
      if (names > 0 && posts > 0 && below && !parted) {
        read_cards(parts, s, end);
      } else if (names > 0 && posts > 0 && is_above(parts, s, end)) {
        read_cards_above(parts, s, end);
      }
      s = end;
    }
    read_forms();
  }

 private:
  /// Capitalised words alone, at most five.
  [[nodiscard]] bool is_words(const Sentence& line) const {
    constexpr std::size_t most = 5;
    return line.language == Language::en && line.items.size() <= most &&
           std::all_of(line.items.begin(), line.items.end(), [&](const Item& item) {
             return (item.kind == ItemKind::word || a_.is_weak_name(item)) && item.cues.none() &&
                    a_.capital(item.range.begin);
           });
  }

  /// Is the line a name, and no words that only may be one?
  [[nodiscard]] bool is_surely_name(const Sentence& line) const {
    const Item* const name = name_alone(a_, line);
    return name != nullptr &&
           (a_.person(name->people[0]).strong || a_.person(name->people[0]).addressed);
  }

  /// "Mr. X", "Managing Director", "Orange Consultants": words that no pack knows, the last line of
  /// a card whose first is a name, under the post of one who leads what they name.
  [[nodiscard]] bool is_employer(const std::vector<Part>& parts, std::size_t s) const {
    const Sentence& line = a_.sentences[s];
    bool known = true;  // "Read More"
    const bool words = std::all_of(line.items.begin(), line.items.end(), [&](const Item& item) {
      known = known && a_.lex[item.range.begin] != 0;
      return (item.kind == ItemKind::mark && item.mark == '&') ||
             ((item.kind == ItemKind::word || a_.is_weak_name(item)) && item.cues.none() &&
              a_.capital(item.range.begin));
    });
    const bool street = a_.has(line.tokens.end - 1, Lex::stop);  // "Weston Road"
    constexpr std::size_t most = 6;                              // items
    const Item& above = a_.sentences[s - 1].items.back();
    const bool leads = above.kind == ItemKind::title &&
                       a_.title(above.titles.back()).body == none &&
                       a_.pack.entry(a_.title(above.titles.back()).head).has("whole");
    const bool last = s + 1 == parts.size() || lines_between(a_, s, s + 1) > 1;
    if (!words || known || street || line.items.size() > most || line.language != Language::en ||
        !leads || !last) {
      return false;
    }
    std::size_t top = s;
    while (top > 0 && lines_between(a_, top - 1, top) == 1) {
      --top;
    }
    return parts[top] == Part::name && is_surely_name(a_.sentences[top]);
  }

  /// Below the name of a cabinet, fields of work under names are the posts of its ministers:
  /// "Ana Weston", "Health & Family Welfare".
  void read_cabinet(std::vector<Part>& parts) {
    const auto is_cabinet = [&](const Item& item) {
      return item.kind == ItemKind::body && item.index != none &&
             a_.body(item.index).kind == "government";
    };
    if (!speaks_of_cabinet(a_)) {
      return;
    }
    bool cabinet = false;
    for (std::size_t s = 0; s + 1 < parts.size(); ++s) {
      Sentence& next = a_.sentences[s + 1];
      const auto& items = a_.sentences[s].items;
      const bool heading = parts[s] == Part::other && is_whole_line(a_, s) && !items.empty() &&
                           items.front().kind == ItemKind::body &&
                           items.back().kind != ItemKind::mark;
      cabinet = heading ? std::any_of(items.begin(), items.end(), is_cabinet) : cabinet;
      const bool open = parts[s + 1] == Part::other || is_weak_name(parts, s + 1);
      if (cabinet && parts[s] == Part::name && open && is_whole_line(a_, s + 1) &&
          make_minister(a_, next, 0, next.items.size())) {
        parts[s + 1] = Part::post;
      }
    }
  }

  /// Where names stand above their posts, a line under a name is a post, and one above a post a
  /// name, also if no pack knows its words.
  void read_unknown(std::vector<Part>& parts) {
    constexpr std::size_t fewest_pairs = 2;
    std::size_t pairs = 0;
    std::ptrdiff_t gap = 0;  // lines between a name and its post
    for (std::size_t s = 0; s + 1 < parts.size(); ++s) {
      const bool name = parts[s] == Part::name || is_address(a_.sentences[s]);
      if (name && part_of(s + 1, most_words_among_cards) == Part::post) {
        gap = pairs == 0 ? lines_between(a_, s, s + 1) : gap;
        ++pairs;
      }
    }
    if (pairs < fewest_pairs) {
      return;
    }
    for (std::size_t s = 0; s < parts.size(); ++s) {
      Sentence& line = a_.sentences[s];
      const bool last = s + 1 == parts.size();
      const bool open = parts[s] == Part::other || is_weak_name(parts, s);
      if (!open || !is_whole_line(a_, s)) {
        continue;
      }
      if (s > 0 && parts[s - 1] == Part::name && lines_between(a_, s - 1, s) == gap &&
          (last || parts[s + 1] == Part::name || lines_between(a_, s, s + 1) > 1)) {
        make_post(a_, line, 0, line.items.size());
        parts[s] = part_of(s, most_words_among_cards);
        continue;
      }
      const bool begins = s == 0 || parts[s - 1] == Part::post || lines_between(a_, s - 1, s) > 1 ||
                          is_below_place(s);
      const Part next = begins && !last && lines_between(a_, s, s + 1) == gap
                            ? part_of(s + 1, most_words_among_cards)
                            : Part::other;
      if (next == Part::post && is_one_name(line)) {
        Item& name = line.items[0];
        name.kind = ItemKind::person;
        name.people = {static_cast<int>(a_.people.size())};
        a_.people.push_back({name.range, true, true, none});  // the post below addresses it
        parts[s] = Part::name;
        parts[s + 1] = next;
        continue;
      }
      if (next == Part::post && (drop_address(line) || make_name(a_, line, 0, end_of_name(line)))) {
        parts[s] = part_of(s);
        parts[s + 1] = next;
      }
    }
  }

  /// "Indonesia", on a line of its own above each name of those who are from there.
  [[nodiscard]] bool is_below_place(std::size_t s) const {
    const auto& above = a_.sentences[s - 1].items;
    return above.size() == 1 && above[0].kind == ItemKind::place && is_whole_line(a_, s - 1) &&
           (s == 1 || lines_between(a_, s - 2, s - 1) > 1);
  }

  /// Where each name stands straight under its posts, and blank lines part one from the next: the
  /// line above a name is a post, also if no pack knows its words. What is read is `other` from
  /// then on.
  void read_blocks(std::vector<Part>& parts) {
    constexpr std::size_t fewest_posts = 2;  // above a name
    constexpr std::size_t fewest_blocks = 3;
    const auto is_parted = [&](std::size_t s) {  // from the line above it
      return s == 0 || lines_between(a_, s - 1, s) > 1;
    };
    const auto is_block_end = [&](std::size_t s) {
      std::size_t next = s + 1;  // behind an address or a telephone number
      while (next < parts.size() && parts[next] == Part::rule && !is_parted(next)) {
        ++next;
      }
      return parts[s] == Part::name && !is_parted(s) && (next == parts.size() || is_parted(next));
    };
    std::size_t blocks = 0;
    std::size_t above = 0;
    std::size_t below = 0;
    for (std::size_t s = 0; s < parts.size(); ++s) {
      const bool end = is_block_end(s);
      blocks += end && parts[s - 1] != Part::name ? 1U : 0U;
      above += end && parts[s - 1] == Part::post ? 1U : 0U;
      below += parts[s] == Part::name && s + 1 < parts.size() && parts[s + 1] == Part::post &&
                       !is_parted(s + 1)
                   ? 1U
                   : 0U;
    }
    if (above <= below || (above < fewest_posts && blocks < fewest_blocks)) {
      return;
    }
    for (std::size_t s = 1; s < parts.size(); ++s) {
      if (!is_block_end(s)) {
        continue;
      }
      Sentence& line = a_.sentences[s - 1];
      const bool open = parts[s - 1] == Part::other || is_weak(line);
      if (open && is_parted(s - 1) && is_whole_line(a_, s - 1) &&
          make_post(a_, line, 0, line.items.size())) {
        parts[s - 1] = part_of(s - 1, most_words_among_cards);
      }
      for (std::size_t post = s; post > 0 && parts[post - 1] == Part::post && !is_parted(post);
           --post) {
        a_.sentences[post - 1].holder = static_cast<int>(s);
        join_leading_word(a_.sentences[post - 1]);
        parts[post - 1] = Part::other;
      }
      parts[s] = Part::other;
    }
  }

  /// Where two names that are surely some stand straight above their posts, so are those of which
  /// no pack knows a word: "Humam HAMDAN", "Chairman of the Supreme Council".
  void trust_names(const std::vector<Part>& parts) {
    constexpr std::size_t fewest = 2;
    constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::lastname) |
                             mask_of(Lex::particle);
    std::size_t sure = 0;
    std::vector<int> others;
    for (std::size_t s = 0; s + 1 < parts.size(); ++s) {
      if (parts[s] != Part::name || parts[s + 1] != Part::post ||
          lines_between(a_, s, s + 1) != 1) {
        continue;
      }
      if (is_surely_name(a_.sentences[s])) {
        ++sure;
        continue;
      }
      const Item* const item = name_alone(a_, a_.sentences[s]);
      if (item == nullptr) {
        continue;
      }
      const PersonMention& who = a_.person(item->people[0]);
      bool unknown = true;
      for (std::size_t t = who.range.begin; t < who.range.end; ++t) {
        unknown = unknown && (a_.lex[t] & ~name) == 0;
      }
      if (unknown) {
        others.push_back(item->people[0]);
      }
    }
    for (const int mention : others) {
      a_.person(mention).strong = sure >= fewest;
    }
  }

  /// A line that was read as a name only since no pack knows its words, under a name.
  [[nodiscard]] bool is_weak_name(const std::vector<Part>& parts, std::size_t s) const {
    return s > 0 && parts[s] == Part::name && parts[s - 1] == Part::name &&
           lines_between(a_, s - 1, s) == 1 && is_weak(a_.sentences[s]);
  }

  [[nodiscard]] bool is_weak(const Sentence& line) const {
    return line.items.size() == 1 && a_.is_weak_name(line.items[0]);
  }

  /// The items before ", CFA": what stands after a name.
  [[nodiscard]] std::size_t end_of_name(const Sentence& line) const {
    std::size_t end = line.items.size();
    while (end > 2 && is_mark(line.items, end - 2, ',') &&
           line.items[end - 1].range.end - line.items[end - 1].range.begin == 1 &&
           a_.tokens[line.items[end - 1].range.begin].is(shape_all_capitals)) {
      end -= 2;
    }
    return end;
  }

  /// "Chief Daniel Matthew" above his post: the word before the name is none.
  [[nodiscard]] bool is_address(const Sentence& line) const {
    return line.items.size() == 2 && line.items[0].kind == ItemKind::title &&
           line.items[1].kind == ItemKind::person &&
           a_.pack.entry(a_.title(line.items[0].titles[0]).head).has("weak");
  }

  /// "Ketaki" above a post, where names stand above theirs: a word that no pack knows.
  [[nodiscard]] bool is_one_name(const Sentence& line) const {
    constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::surname);
    if (line.items.size() != 1) {
      return false;
    }
    const Item& item = line.items[0];
    return item.range.end - item.range.begin == 1 &&
           (item.kind == ItemKind::person ||
            (item.kind == ItemKind::word && a_.capital(item.range.begin) &&
             a_.tokens[item.range.begin].is(shape_word) &&
             (a_.lex[item.range.begin] & ~name) == 0));
  }

  bool drop_address(Sentence& line) const {
    if (!is_address(line)) {
      return false;
    }
    line.items.erase(line.items.begin());
    return true;
  }

  /// The body straight behind the colon of a field, "Organisation: Wool Council"; none if there is
  /// none.
  [[nodiscard]] static int body_behind(const Sentence& line, std::size_t colon) {
    const bool body = colon + 1 < line.items.size() && line.items[colon + 1].kind == ItemKind::body;
    return body ? line.items[colon + 1].index : none;
  }

  /// "Dept of Neurology, Weston University, Bend 560021", under a post: the first body of a line
  /// that says no more than where it is; none if the line says more.
  [[nodiscard]] int body_with_address(std::size_t s) {
    if (const int alone = body_alone(a_, s); alone != none) {
      return alone;
    }
    const auto& items = a_.sentences[s].items;
    constexpr std::size_t longest = 14;  // items
    if (!is_whole_line(a_, s) || items.size() > longest || items.front().kind != ItemKind::body ||
        items.front().index == none) {
      return none;
    }
    const bool address = std::all_of(items.begin() + 1, items.end(), [&](const Item& item) {
      return item.kind == ItemKind::body || item.kind == ItemKind::place ||
             item.kind == ItemKind::number || a_.is_weak_name(item) ||
             (item.kind == ItemKind::word && item.cues.none() && a_.capital(item.range.begin)) ||
             (item.kind == ItemKind::mark &&
              std::string_view(",-().").find(item.mark) != std::string_view::npos);
    });
    return address && items.size() > 1 && items[1].kind == ItemKind::mark ? items.front().index
                                                                          : none;
  }

  /// ", Weston Cruises", behind the posts of a line under a name: where a name that no pack knows
  /// begins; the number of items if there is none.
  [[nodiscard]] std::size_t employer_behind(std::size_t s) const {
    constexpr std::size_t longest = 4;  // words
    const Sentence& line = a_.sentences[s];
    const auto& items = line.items;
    std::size_t begin = items.size();
    while (begin > 0 && items[begin - 1].cues.none() && may_name_employer(items[begin - 1])) {
      --begin;
    }
    const std::size_t words = items.size() - begin;
    const bool behind = line.language == Language::en && words > 0 && words <= longest &&
                        begin > 1 && is_mark(items, begin - 1, ',') &&
                        items[begin - 2].kind == ItemKind::title;
    if (!behind || s == 0 || lines_between(a_, s - 1, s) != 1) {
      return items.size();
    }
    // "Chairman, Ana Moss", under the name of another
    return is_surely_name(a_.sentences[s - 1]) && is_whole_line(a_, s - 1) ? begin : items.size();
  }

  /// Words with capitals that are neither a name of people nor of everyday language.
  [[nodiscard]] bool may_name_employer(const Item& item) const {
    constexpr LexMask other = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::lastname) |
                              mask_of(Lex::stop) | mask_of(Lex::honorific) | mask_of(Lex::rank);
    if (item.kind != ItemKind::word && !a_.is_weak_name(item)) {
      return false;
    }
    for (std::size_t t = item.range.begin; t < item.range.end; ++t) {
      if (!a_.capital(t) || (a_.lex[t] & other) != 0) {
        return false;
      }
    }
    return true;
  }

  /// Makes it a body, that of the post before it and of those joined to that by "and".
  void name_employer(std::size_t s) {
    Sentence& line = a_.sentences[s];
    const std::size_t begin = employer_behind(s);
    if (begin == line.items.size()) {
      return;
    }
    const Range words = {line.items[begin].range.begin, line.items.back().range.end};
    const int body = a_.add_body(words, "company", true);
    for (std::size_t i = begin - 1; i-- > 0 && line.items[i].kind == ItemKind::title;) {
      for (const int t : line.items[i].titles) {
        TitleMention& post = a_.title(t);
        post.body = post.body == none && post.place == none ? body : post.body;
      }
      if (i < 2 || !(line.items[i - 1].is(cues_.conjunction) || is_mark(line.items, i - 1, '&'))) {
        break;
      }
      --i;
    }
    line.items.resize(begin - 1);
  }

  /// "Role in the Ethics Committee: Member": the body of the label is that of the post.
  void place_posts_of_field(Sentence& line) {
    const std::size_t colon = colon_of_field(line);
    const auto body = std::find_if(
        line.items.begin(), line.items.begin() + static_cast<std::ptrdiff_t>(colon),
        [&](const Item& item) {
          return item.kind == ItemKind::body ||
                 (item.kind == ItemKind::title && a_.title(item.titles[0]).body != none);
        });
    if (colon == 0) {
      return;
    }
    const auto of = static_cast<std::size_t>(body - line.items.begin());
    const Item& item = line.items[of];
    const int whose = of == colon                   ? none
                      : item.kind == ItemKind::body ? item.index
                                                    : a_.title(item.titles[0]).body;
    line.items.erase(line.items.begin(),
                     line.items.begin() + static_cast<std::ptrdiff_t>(colon) + 1);
    for (const Item& post_item : line.items) {
      for (const int t : post_item.titles) {
        TitleMention& post = a_.title(t);
        post.body = post.body == none && post.place == none ? whose : post.body;
      }
    }
  }

  /// The item of the colon after the label of a field, "Date of birth: …"; 0 if there is none.
  [[nodiscard]] static std::size_t colon_of_field(const Sentence& line) {
    constexpr std::size_t longest_label = 6;  // items
    std::size_t colon = 0;
    while (colon < line.items.size() && colon < longest_label && !is_mark(line.items, colon, ':')) {
      ++colon;
    }
    return is_mark(line.items, colon, ':') ? colon : 0;
  }

  /// The first word of a line, after a bullet or a number.
  [[nodiscard]] std::size_t first_word(const Sentence& line) const {
    std::size_t t = line.tokens.begin;
    while (t < line.tokens.end && !a_.tokens[t].is(shape_word)) {
      ++t;
    }
    return t;
  }

  /// Does a label speak of what is over: "Previous positions"?
  [[nodiscard]] bool is_past(Range label) const {
    return a_.begins_former(label) || a_.has_caption(label, cues_.column_former);
  }

  /// "Full name: X", "Position: Chairman of …": the post of a form is that of the name above it.
  void read_forms() {
    int name = none;
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      Sentence& line = a_.sentences[s];
      const auto& items = line.items;
      const std::size_t colon = colon_of_field(line);
      if (colon == 0 || !a_.tokens[line.tokens.begin].is(shape_line_start)) {
        name = none;
        continue;
      }
      const Range label = {first_word(line), items[colon].range.begin};
      if (a_.is_of_set(label, Lex::caption, cues_.column_person)) {
        const bool alone = colon + 2 == items.size() && items[colon + 1].kind == ItemKind::person;
        name = alone ? static_cast<int>(s) : none;
      } else if (name != none && line.holder == none &&  // no "Position applied for"
                 a_.is_of_set(label, Lex::caption, cues_.column_post)) {
        line.holder = name;
      }
    }
  }

  /// Are these words the name of a place that the packs know, with its diacritics where the text
  /// has them: "Lâm Đồng", but not "LÂM ĐÔNG"?
  [[nodiscard]] bool is_place(Range words) const {
    for (std::uint32_t m = a_.first_match[words.begin]; m < a_.first_match[words.begin + 1]; ++m) {
      const std::vector<std::uint32_t>& marks = a_.entry(a_.matches[m]).marks;
      if (a_.matches[m].type == Lex::place && a_.matches[m].length == words.end - words.begin &&
          (a_.marks.empty() ||
           std::equal(marks.begin(), marks.end(),
                      a_.marks.begin() + static_cast<std::ptrdiff_t>(words.begin)))) {
        return true;
      }
    }
    return false;
  }

  /// A place on a line of its own that is spelt as a family name and a given name.
  [[nodiscard]] bool is_name_like_place(const Sentence& sentence) const {
    if (sentence.language != Language::vi || sentence.items.size() != 1 ||
        sentence.items[0].kind != ItemKind::place) {
      return false;
    }
    const Range words = sentence.items[0].range;
    return words.end - words.begin > 1 && a_.has(words.begin, Lex::surname) && !is_place(words);
  }

  /// Where a bracket at the end of a line begins that follows its post, "Vice President (Founding
  /// Member)"; the number of items if there is none.
  [[nodiscard]] static std::size_t aside_of(const Sentence& line) {
    const auto& items = line.items;
    const std::size_t size = items.size();
    std::size_t open = size;
    while (open > 0 && !is_mark(items, open - 1, '(')) {
      --open;
    }
    const bool post = open > 1 && open < size && items[open - 2].kind == ItemKind::title &&
                      items[open].kind != ItemKind::title &&
                      std::none_of(items.begin() + static_cast<std::ptrdiff_t>(open), items.end(),
                                   [](const Item& item) { return item.kind == ItemKind::date; });
    return post && is_mark(items, size - 1, ')') ? open - 1 : size;
  }

  /// What a line is; `most`: the unknown words that one of posts may have.
  [[nodiscard]] Part part_of(std::size_t s, std::size_t most = most_words_of_card) const {
    const Sentence& sentence = a_.sentences[s];
    if (!is_whole_line(a_, s) || sentence.items.empty()) {
      return Part::other;
    }
    if (const std::size_t colon = colon_of_field(sentence); colon > 0) {
      const Range label = {first_word(sentence), sentence.items[colon].range.begin};
      if (a_.has_caption(label, cues_.life)) {
        return Part::rule;
      }
      const auto begin = sentence.items.begin() + static_cast<std::ptrdiff_t>(colon);
      const bool post = a_.has_caption(label, cues_.column_post) &&
                        std::any_of(begin, sentence.items.end(), is_title);
      const bool single = begin + 1 < sentence.items.end() && is_title(begin[1]);
      if (post && (is_past(label) || single)) {
        return Part::post;
      }
      if (a_.has_caption(label, cues_.column_body) && body_behind(sentence, colon) != none) {
        return Part::unit;
      }
    }
    if (const Item* const name = name_alone(a_, sentence); name != nullptr) {
      // A word alone, or a place, is nobody's name here.
      const PersonMention& who = a_.person(name->people[0]);
      const bool word = who.range.end - who.range.begin == 1;
      return who.addressed || (!word && !is_place(who.range)) ? Part::name : Part::other;
    }
    if (is_name_like_place(sentence)) {
      return Part::name;
    }
    std::size_t titles = 0;
    std::size_t dates = 0;
    std::size_t words = 0;
    std::size_t names = 0;
    bool address = true;
    bool small = false;  // an unknown word in small letters
    bool whose = false;  // a post says of what body it is
    const std::size_t aside = std::min(aside_of(sentence), employer_behind(s));
    for (const Item& item : std::span(sentence.items).first(aside)) {
      if (&item == sentence.items.data() && is_led(sentence)) {
        ++words;
        address = false;
        continue;
      }
      const bool known = item.is(cues_.det) || item.is(cues_.in) || item.is(cues_.term) ||
                         item.is(cues_.oblique) || item.is(cues_.link) ||
                         item.is(cues_.conjunction) || item.is(cues_.adverb) || item.is(cues_.also);
      address =
          address && (item.kind == ItemKind::mark ||
                      (item.kind == ItemKind::word && a_.has(item.range.begin, Lex::honorific)));
      switch (item.kind) {
        case ItemKind::person:
          if (titles == 0 || !is_acronym_in_brackets(sentence.items, &item)) {
            return Part::other;
          }
          break;
        case ItemKind::document:
          return Part::other;
        case ItemKind::title:
          if (a_.title(item.titles[0]).plural || a_.title(item.titles[0]).weak) {
            return Part::other;
          }
          ++titles;
          whose = whose || a_.title(item.titles[0]).body != none;
          break;
        case ItemKind::date:
          ++dates;
          break;
        case ItemKind::word:
          small = small || (!known && !a_.capital(item.range.begin) &&
                            !a_.has(item.range.begin, Lex::status));
          words += known ? 0U : 1U;
          break;
        case ItemKind::place:
          // "Prime Minister in Paris", but "Head, Weston College, Paris", "Professor at the Weston
          // University in Paris"
          if (sentence.language != Language::vi &&
              !(titles > 0 && (((&item - 1)->kind == ItemKind::mark && (&item - 1)->mark == ',') ||
                               ((&item - 1)->is(cues_.in) && whose)))) {
            return Part::other;
          }
          ++names;
          break;
        case ItemKind::mark:
          if (item.mark == '|' || item.mark == '"' || item.mark == '!' || item.mark == '?') {
            return Part::other;
          }
          break;
        default:
          ++names;
          break;
      }
    }
    if (is_figures(sentence)) {
      return Part::rule;
    }
    if (address) {
      return Part::address;  // "Comrade", on a line of its own
    }
    if (sentence.items.back().kind == ItemKind::mark && sentence.items.back().mark == ':') {
      return Part::other;
    }
    if (titles > 0 && small && !(sentence.language == Language::vi && most > most_words_of_card)) {
      return Part::other;  // "… to visit Hanoi": a headline
    }
    if (titles > 0) {
      const bool first = sentence.items.front().kind == ItemKind::title || is_led(sentence) ||
                         (sentence.items.size() > 1 && words == 0);
      return first && words <= most ? Part::post : Part::other;
    }
    return dates > 0 && names == 0 && words <= most_words_of_dates ? Part::dates : Part::other;
  }

  /// "(PCC)", letters that no pack knows.
  [[nodiscard]] bool is_acronym_in_brackets(const std::vector<Item>& items,
                                            const Item* letters) const {
    const auto i = static_cast<std::size_t>(letters - items.data());
    return i > 0 && is_mark(items, i - 1, '(') && is_mark(items, i + 1, ')') &&
           letters->range.end - letters->range.begin == 1 &&
           a_.tokens[letters->range.begin].is(shape_all_capitals);
  }

  /// "Diocesan Chancellor", "Social Secretary": a capitalised word before the post, that no pack
  /// knows or that is a common noun.
  [[nodiscard]] bool is_led(const Sentence& sentence) const {
    const auto& items = sentence.items;
    if (sentence.language != Language::en || items.size() < 2 || items[1].kind != ItemKind::title ||
        items[0].range.end - items[0].range.begin != 1 || !a_.capital(items[0].range.begin) ||
        a_.tokens[items[0].range.begin].mark != 0) {
      return false;
    }
    const TitleMention& post = a_.title(items[1].titles[0]);
    const bool name = items[0].kind == ItemKind::person && !a_.person(items[0].people[0]).addressed;
    const bool word = items[0].kind == ItemKind::word && items[0].cues.none() &&
                      (a_.lex[items[0].range.begin] == 0 || a_.is_common_noun(items[0]));
    return post.words.begin == items[0].range.end && (name || word);
  }

  /// The word before the post belongs to it.
  void join_leading_word(Sentence& sentence) {
    if (!is_led(sentence)) {
      return;
    }
    const Range word = sentence.items[0].range;
    a_.put_before(a_.title(sentence.items[1].titles[0]), word);
    sentence.items[1].range.begin = word.begin;
    sentence.items.erase(sentence.items.begin());
  }

  /// Does more space stand between a line of posts and the name after it than between that name and
  /// its posts?
  [[nodiscard]] bool is_heading_above(const std::vector<Part>& parts, std::size_t post) const {
    std::size_t name = post;
    while (name < parts.size() && parts[name] != Part::name) {
      ++name;
    }
    return name > post && name + 1 < parts.size() && parts[name + 1] == Part::post &&
           lines_between(a_, name - 1, name) > lines_between(a_, name, name + 1);
  }

  /// Does each name stand straight under a post of its own?
  [[nodiscard]] bool is_above(const std::vector<Part>& parts, std::size_t begin,
                              std::size_t end) const {
    bool post = false;
    for (std::size_t s = begin; s < end; ++s) {
      if (parts[s] == Part::name && (!post || lines_between(a_, s - 1, s) > 1)) {
        return false;
      }
      post = parts[s] == Part::post || (post && parts[s] == Part::address);
    }
    return !post;
  }

  /// A post parted by a blank line from the name above it, with a name straight below: a heading.
  [[nodiscard]] bool heads_names(const std::vector<Part>& parts, std::size_t s) const {
    return lines_between(a_, s - 1, s) > 1 && s + 1 < parts.size() && parts[s + 1] == Part::name &&
           lines_between(a_, s, s + 1) == 1;
  }

  /// Gives the lines of posts to the name below them.
  void read_cards_above(const std::vector<Part>& parts, std::size_t begin, std::size_t end) {
    std::size_t from = begin;
    for (std::size_t s = begin; s < end; ++s) {
      if (parts[s] != Part::name) {
        continue;
      }
      for (std::size_t post = from; post < s; ++post) {
        if (parts[post] == Part::post) {
          a_.sentences[post].holder = static_cast<int>(s);
          join_leading_word(a_.sentences[post]);
        }
      }
      if (s + 1 < parts.size() && parts[s + 1] == Part::unit && lines_between(a_, s, s + 1) == 1) {
        place_posts(from, s + 1);
        a_.sentences[s + 1].holder = static_cast<int>(s);
      }
      from = s + 1;
    }
  }

  /// Gives the lines of posts to the name above each.
  void read_cards(const std::vector<Part>& parts, std::size_t begin, std::size_t end) {
    int name = none;
    std::size_t post = end;  // the first line of posts that dates may follow
    std::size_t unit = end;  // a line above the posts that says of what they are
    for (std::size_t s = begin; s < end; ++s) {
      if (Item& item = a_.sentences[s].items[0];
          parts[s] == Part::name && item.kind == ItemKind::place) {
        item.kind = ItemKind::person;
        item.people = {static_cast<int>(a_.people.size())};
        a_.people.push_back({item.range, true, true, none});  // the post below addresses it
      }
      if (parts[s] == Part::name || parts[s] == Part::address) {
        name = parts[s] == Part::name ? static_cast<int>(s) : none;  // "Comrade", and no name
        post = unit = end;
      } else if (parts[s] == Part::post && name != none && !heads_names(parts, s)) {
        a_.sentences[s].holder = name;
        a_.sentences[s].items.resize(aside_of(a_.sentences[s]));
        join_leading_word(a_.sentences[s]);
        name_employer(s);
        end_posts_of_field(a_.sentences[s]);
        place_posts_of_field(a_.sentences[s]);
        post = post == end ? s : post;
        if (unit != end) {  // "Organisation: …" above "Position: …"
          place_posts(s, unit);
        }
      } else if (parts[s] == Part::unit && post == end) {
        unit = s;
      } else if (parts[s] == Part::unit && post < s) {
        place_posts(post, s);
        a_.sentences[s].holder = name;
      } else if (parts[s] == Part::dates && post < s) {
        date_posts(post, s);
        post = end;
      }
    }
  }

  /// "Previous positions: …": the posts are over.
  void end_posts_of_field(Sentence& line) {
    const std::size_t colon = colon_of_field(line);
    if (colon == 0 || !is_past({first_word(line), line.items[colon].range.begin})) {
      return;
    }
    for (const Item& item : line.items) {
      for (const int t : item.titles) {
        TitleMention& post = a_.title(t);
        post.status = post.status.empty() ? "former" : post.status;
      }
    }
  }

  /// "Ministry of Finance" under "Permanent Secretary": of what the posts are.
  void place_posts(std::size_t post, std::size_t unit) {
    const int body = units_.at(unit);
    for (std::size_t s = post; s < std::max(unit, post + 1); ++s) {
      for (const Item& item : a_.sentences[s].items) {
        for (const int t : item.titles) {
          TitleMention& title = a_.title(t);
          title.body = title.body == none && title.place == none ? body : title.body;
        }
      }
    }
  }

  /// "(from 9/1999 to 6/2004)" under a post: the time in which it was held.
  void date_posts(std::size_t post, std::size_t dates) {
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;
    const auto& items = a_.sentences[dates].items;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].kind != ItemKind::date || to) {
        continue;
      }
      const bool until =
          i > 0 && items[i - 1].kind == ItemKind::word && items[i - 1].is(cues_.ending);
      (from || until ? to : from) = items[i].date;
    }
    for (std::size_t s = post; s < dates; ++s) {
      for (const Item& item : a_.sentences[s].items) {
        for (const int t : item.titles) {
          TitleMention& title = a_.title(t);
          if (!title.from && !title.to) {
            title.from = from;
            title.to = to;
          }
        }
      }
    }
  }

  Analysis& a_;
  const GrammarCues& cues_;
  std::map<std::size_t, int> units_;  ///< sentence of each unit → body mention
};

}  // namespace

void find_cards(Analysis& a) { Cards(a).run(); }

}  // namespace nom::extract
