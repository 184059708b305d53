// SPDX-License-Identifier: Apache-2.0
#include "extract/layout.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

constexpr std::size_t longest_head = 7;    ///< items of the head of a column: "Sl. Officer (batch)"
constexpr std::size_t fewest_rows = 3;     ///< of a table without a head
constexpr std::size_t longest_line = 90;   ///< tokens of a line of a list
constexpr std::size_t career_length = 12;  ///< items of a line that ends in the years of a post

/// Code points from the begin of the line to a cell.
std::size_t offset_of(const Analysis& a, const Sentence& sentence, const Cell& cell) {
  return count_code_points(
      a.document.text.view({a.tokens[sentence.tokens.begin].begin,
                            a.tokens[sentence.items[cell.begin].range.begin].begin}));
}

class Layout {
 public:
  explicit Layout(Analysis& a) : a_(a), cues_(a.pack.cues()) {}

  void run() {
    find_plain_tables();
    for (std::size_t s = 0; s < a_.sentences.size(); ++s) {
      Sentence& sentence = a_.sentences[s];
      if (sentence.line == Line::row) {
        continue;  // of a table without a head
      }
      if (sentence.holder != none) {
        sentence.heading = heading_;
        continue;
      }
      if (sentence.language == Language::vi) {
        read_head_first(s);
        continue;
      }
      if (s > 0) {
        for (const Item& item : a_.sentences[s - 1].items) {
          const bool committee = item.kind == ItemKind::body &&
                                 a_.body(item.index).kind == "committee" &&
                                 !a_.body(item.index).reference;
          committee_ = committee ? item.index : committee_;
        }
      }
      if (introduces(s)) {
        heading_ = static_cast<int>(s);
        continue;
      }
      const bool at_line = a_.tokens[sentence.tokens.begin].is(shape_line_start);
      if (!at_line) {
        if (composes(sentence.items) && is_heading(s)) {
          heading_ = static_cast<int>(s);
        } else {
          sentence.heading = heading_;  // a further sentence of the same line
        }
        continue;
      }
      if (in_table(sentence) || in_table_of_names(sentence)) {
        continue;
      }
      repeat_above(s);
      name_members(sentence);
      name_bracketed(sentence);
      if (is_mark(sentence.items, 0, '|') && is_rule(sentence)) {
        continue;  // "| --- | --- |" under a heading
      }
      if (heading_ != none && (is_figures(sentence) || is_stretch(sentence))) {
        continue;  // a cell of a table whose cells have lines of their own
      }
      if (is_career(sentence)) {
        sentence.line = Line::career;
        name_employers(sentence);
        continue;
      }
      note_past(s);
      if (is_heading(s)) {
        take_from_above(s);
        heading_ = static_cast<int>(s);
        last_heading_ = heading_;
        sentence.line = Line::heading;
        continue;
      }
      if (heading_ != none && is_beside_entry(s)) {
        name_entry(sentence);
      }
      const bool listed = is_listed(sentence);
      if (goes_on_ != none && listed) {
        sentence.line = Line::listed;
        sentence.heading = goes_on_;
        goes_on_ = ends_open(sentence) ? goes_on_ : none;
        continue;
      }
      goes_on_ = opens_list(s) ? static_cast<int>(s) : none;
      heading_ = ends_list(s) ? none : heading_;
      const bool prose = sentence.tokens.end - sentence.tokens.begin > longest_heading;
      last_heading_ = prose && !listed ? none : last_heading_;
      if (heading_ != none && listed) {
        sentence.line = Line::listed;
        sentence.heading = heading_;
        continue;
      }
      heading_ = is_below_heading(s) || is_unread_entry(s) || is_beside_entry(s) ? heading_ : none;
    }
    list_holders();
  }

 private:
  /// "X | PL | Prime Minister", line by line below no head: where a column has the names and
  /// another, not beside it, the posts, who stands in a row holds its post.
  void find_plain_tables() {
    for (const char bar : {'|', ',', ';', '-'}) {
      for (std::size_t s = 0; s < a_.sentences.size();) {
        const std::size_t columns = columns_at(s, bar);
        std::size_t end = s + 1;
        while (columns > 0 && end < a_.sentences.size() &&
               (columns_at(end, bar) == columns ||
                (bar == '|' && is_rule(a_.sentences[end]) && !a_.sentences[end].items.empty()))) {
          ++end;
        }
        if (columns > 0 && end - s >= fewest_rows) {
          read_plain_table(s, end, columns, bar);
        }
        s = end;
      }
    }
  }

  /// The cells of a line that may be a row, if it has at least three; else 0.
  [[nodiscard]] std::size_t columns_at(std::size_t s, char bar) const {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t most = 12;
    const Sentence& line = a_.sentences[s];
    if (line.language != Language::en || line.line != Line::prose || line.holder != none ||
        !is_whole_line(a_, s) || !has(line, bar)) {
      return 0;
    }
    const std::size_t cells = cells_between(line, bar).size();
    return cells >= fewest && cells <= most ? cells : 0;
  }

  static bool has(const Sentence& line, char mark) {
    return std::any_of(line.items.begin(), line.items.end(), [&](const Item& item) {
      return item.kind == ItemKind::mark && item.mark == mark;
    });
  }

  void read_plain_table(std::size_t begin, std::size_t end, std::size_t columns, char bar) {
    std::vector<std::size_t> people(columns, 0);
    std::vector<std::size_t> posts(columns, 0);
    std::vector<std::size_t> bodies(columns, 0);
    std::size_t rows = 0;
    bool entries = false;  // are read line by line, as far as they go
    for (std::size_t s = begin; s < end; ++s) {
      const std::vector<Cell> cells = cells_between(a_.sentences[s], bar);
      if (cells.size() != columns) {
        continue;
      }
      ++rows;
      entries = entries || a_.sentences[s].entry;
      for (std::size_t c = 0; c < columns; ++c) {
        const Item& first = a_.sentences[s].items[cells[c].begin];
        people[c] += is_somebody(first) && cells[c].end == cells[c].begin + 1 ? 1U : 0U;
        posts[c] += first.kind == ItemKind::title ? 1U : 0U;
        bodies[c] += first.kind == ItemKind::body && cells[c].end == cells[c].begin + 1 ? 1U : 0U;
      }
    }
    const auto most = [](const std::vector<std::size_t>& counts) {
      return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                      counts.begin());
    };
    const std::size_t names = most(people);
    const std::size_t held = most(posts);
    const std::size_t owners = most(bodies);
    const bool owned =
        bodies[owners] > 1 && 2 * bodies[owners] >= rows && owners > held;  // "X | Secretary | B"
    // "X - Secretary - Weston", "Secretary | X | Weston" are read line by line.
    const bool beside = held == names + 1 || (names == held + 1 && (bar == '|' || bar == ','));
    std::size_t elsewhere = 0;  // posts in columns that have few
    std::size_t columns_of_posts = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      const bool full = 3 * posts[c] >= 2 * rows;
      columns_of_posts += full ? 1U : 0U;
      elsewhere += full ? 0 : posts[c];
    }
    if ((((beside && columns_of_posts < 2) || entries) && !owned) || 3 * people[names] < 2 * rows ||
        3 * posts[held] < 2 * rows || people[names] < fewest_rows || posts[held] < fewest_rows ||
        3 * elsewhere > rows) {
      return;
    }
    Table table;
    table.bar = bar;
    table.columns.resize(columns);
    for (std::size_t c = 0; c < columns; ++c) {
      table.columns[c].kind = 3 * posts[c] >= 2 * rows ? Table::Kind::post : Table::Kind::other;
    }
    table.columns[names].kind = Table::Kind::person;
    if (owned) {
      table.columns[owners].kind = Table::Kind::body;
    }
    const int index = static_cast<int>(a_.tables.size());
    a_.tables.push_back(std::move(table));
    for (std::size_t s = begin; s < end; ++s) {
      Sentence& row = a_.sentences[s];
      if (cells_between(row, bar).size() == columns) {
        row.line = Line::row;
        row.table = index;
        if (owned) {
          const auto cells = cells_between(row, bar);
          name_owner(row, row.items[cells[held].begin], cells[owners]);
        }
        read_cells(row);
      }
    }
  }

  /// The cell of a column of bodies is one, also if no pack knows its words: "Kentland Rail"; that
  /// of a mayor is a place.
  void name_owner(Sentence& row, const Item& post, const Cell& cell) {
    Item& first = row.items[cell.begin];
    if (post.kind == ItemKind::title && a_.pack.entry(a_.title(post.titles[0]).head).has("place") &&
        a_.title(post.titles[0]).place == none) {
      a_.title(post.titles[0]).place =
          first.kind == ItemKind::place ? first.index : a_.add_place(first.range);
      return;
    }
    const bool words = std::all_of(
        row.items.begin() + static_cast<std::ptrdiff_t>(cell.begin),
        row.items.begin() + static_cast<std::ptrdiff_t>(cell.end), [&](const Item& item) {
          return (item.kind == ItemKind::word || a_.is_weak_name(item)) &&
                 a_.capital(item.range.begin);
        });
    if (words && cell.end > cell.begin) {
      first.range.end = row.items[cell.end - 1].range.end;
      first.kind = ItemKind::body;
      first.people.clear();
      first.index = a_.add_body(first.range, "company", true);
      row.items.erase(row.items.begin() + static_cast<std::ptrdiff_t>(cell.begin) + 1,
                      row.items.begin() + static_cast<std::ptrdiff_t>(cell.end));
    }
  }

  /// "### Term ends in October" below "## Members": a heading that leaves the one above it open.
  [[nodiscard]] bool is_below_heading(std::size_t s) const {
    const std::size_t above =
        heading_ == none ? 0 : rank_of(a_, static_cast<std::size_t>(heading_));
    const std::size_t rank = rank_of(a_, s);
    if (rank == 0 && above > 0 && above <= most_marks && static_cast<int>(s) == heading_ + 1) {
      return true;  // a sentence between them
    }
    return above > 0 && above < rank && rank <= most_marks;
  }

  /// "Past Officers", "# Former Board Members": those in the lists below are no longer in post, up
  /// to a heading beside it, to one that says otherwise, or to prose.
  void note_past(std::size_t s) {
    constexpr std::size_t longest_past = 4;  // tokens
    const Range line = a_.sentences[s].tokens;
    const std::size_t rank = rank_of(a_, s);
    const std::size_t length = line.end - line.begin;
    const auto status = a_.find(line.begin, Lex::status, line.end);
    if (status && is_whole_line(a_, s) && length <= longest_past && length > status->length) {
      // "Past Events" are not of people
      const Range rest{line.begin + status->length, line.end};
      bool people = a_.has_caption(rest, cues_.column_person);
      for (std::size_t t = rest.begin; t < rest.end; ++t) {
        people = people || a_.has(t, Lex::title) || a_.pack.entry_of(singular(t), Lex::title);
      }
      const bool over = people && a_.entry(*status).canonical == "former";
      past_ = over ? static_cast<int>(s) : none;
      past_people_ = over && a_.has_caption(rest, cues_.officers) &&
                     !a_.has_caption(rest, cues_.column_person) &&
                     !a_.pack.entry_of(singular(rest.end - 1), Lex::honorific);
      const auto seat = a_.pack.entry_of(singular(rest.end - 1), Lex::title);
      past_people_ = past_people_ && !(seat && a_.pack.entry(*seat).has("seat"));
    } else if (past_ != none) {
      const std::size_t above = rank_of(a_, static_cast<std::size_t>(past_));
      const bool beside = rank > 0 && (above == 0 || rank <= above);
      past_ = beside || length > longest_line ? none : past_;
      const auto& items = a_.sentences[s].items;
      past_people_ = past_people_ && !items.empty() && items.front().kind == ItemKind::person;
      if (past_ != none && past_people_ && is_whole_line(a_, s)) {
        end_posts(a_.sentences[s]);
      }
    }
  }

  /// "officers" → "officer"
  [[nodiscard]] std::string singular(std::size_t t) const {
    std::string word = fold(a_.token_text(t));
    if (word.ends_with('s')) {
      word.pop_back();
    }
    return word;
  }

  /// "Ana Weston, president", under "Former officers": a name and its posts alone.
  void end_posts(const Sentence& line) {
    const bool listed = line.items.front().kind == ItemKind::person &&
                        std::all_of(line.items.begin(), line.items.end(), [](const Item& item) {
                          return item.kind != ItemKind::word || item.cues.none();
                        });
    for (const Item& item : line.items) {
      for (const int t : item.titles) {
        TitleMention& title = a_.title(t);
        const bool bare = title.body == none && title.place == none && title.portfolio.empty();
        title.status = listed && bare && title.status.empty() ? "former" : title.status;
      }
    }
  }

  /// What a heading leaves open, the one above it may tell: "Chairs" under "Members of the Budget
  /// Committee", "Presidents" under "Past Officers".
  void take_from_above(std::size_t s) {
    Heading& heading = a_.headings[s];
    const int body = heading.title == none ? heading.body : a_.title(heading.title).body;
    if (past_ != none && heading.status.empty()) {
      heading.status = "former";
    }
    if (body != none) {
      above_ = static_cast<int>(s);
      above_body_ = body;
      return;
    }
    if (above_ == none || heading.title == none || !a_.title(heading.title).plural ||
        a_.title(heading.title).place != none) {
      return;
    }
    const std::size_t outer = rank_of(a_, static_cast<std::size_t>(above_));
    const std::size_t inner = rank_of(a_, s);
    if (outer > 0 && outer <= most_marks && inner > outer && inner <= most_marks) {
      a_.title(heading.title).body = above_body_;
      heading.told = true;
    } else {
      above_ = none;
    }
  }

  /// Of a page that is called by a post, "Governor of Hull", "List of governors of Hull": the
  /// sentence of its title, if it is among the first.
  [[nodiscard]] int title_of_page() const {
    constexpr std::size_t opening = 3;
    for (std::size_t s = 0; s < std::min(opening, a_.sentences.size()); ++s) {
      const auto& items = a_.sentences[s].items;
      const auto post = std::find_if(items.begin(), items.end(), [](const Item& item) {
        return item.kind == ItemKind::title && item.titles.size() == 1;
      });
      if (post == items.end() || !is_whole_line(a_, s) ||
          a_.sentences[s].tokens.end - a_.sentences[s].tokens.begin > longest_heading) {
        continue;
      }
      const TitleMention& title = a_.title(post->titles[0]);
      const bool listed = (post == items.begin() || title.plural) && title.status.empty();
      const bool rest = std::all_of(items.begin(), items.end(), [&](const Item& item) {
        return &item == &*post || item.kind == ItemKind::place || a_.is_weak_name(item) ||
               (item.kind == ItemKind::word && (&item < &*post || is_of_name(item))) ||
               (item.kind == ItemKind::mark && (item.mark == '(' || item.mark == ')'));
      });
      const auto next = post + 1;  // "Deputy Minister Visits Port"
      const bool told =
          next != items.end() && next->kind == ItemKind::word && a_.capital(next->range.begin);
      return listed && rest && !told && a_.sentences[s].language == Language::en
                 ? static_cast<int>(s)
                 : none;
    }
    return none;
  }

  /// "of the Chess Federation": a word of what a post is of.
  [[nodiscard]] bool is_of_name(const Item& item) const {
    const std::string word = a_.text_of(item.range);
    return a_.capital(item.range.begin) || word == "of" || word == "the" || word == "for" ||
           cue(item, cues_.conjunction);
  }

  /// "Comments", "World champions", "Related stories": below it the page tells of something else.
  [[nodiscard]] bool is_of_other_things(std::size_t s) const {
    constexpr std::size_t longest_caption = 4;  // tokens
    const Sentence& line = a_.sentences[s];
    const Range range = line.tokens;
    return is_whole_line(a_, s) && !line.items.empty() &&
           range.end - range.begin <= longest_caption &&
           std::all_of(line.items.begin(), line.items.end(),
                       [](const Item& item) { return item.kind == ItemKind::word; }) &&
           !a_.has_caption(range, cues_.column_person) &&
           !a_.has_caption(range, cues_.column_from) &&
           !a_.is_of_set(range, Lex::caption, cues_.column_term);
  }

  /// "3. Ana Moss  16 January 1941  Reform Party", "1950-54 | Will Grey": a name and when somebody
  /// held a post, perhaps with what is said of them.
  [[nodiscard]] bool is_of_holder(std::size_t s) const {
    constexpr std::size_t longest_row = 14;  // items
    const Sentence& line = a_.sentences[s];
    const auto& items = line.items;
    if (line.language != Language::en || line.holder != none || line.table != none ||
        items.size() > longest_row || !is_whole_line(a_, s) || line.line == Line::heading) {
      return false;
    }
    std::size_t name = 0;
    bool dated = false;  // before the name
    while (name < items.size() && (items[name].kind == ItemKind::mark || is_time(items[name]))) {
      dated = dated || is_time(items[name]);
      ++name;
    }
    if (name >= items.size() || !is_name(items[name])) {
      return false;
    }
    std::size_t next = name + 1;
    next += next < items.size() && items[next].kind == ItemKind::mark ? 1U : 0U;
    dated = dated || (next < items.size() && is_time(items[next]));
    return dated && std::none_of(items.begin(), items.end(), [&](const Item& item) {
             return item.kind == ItemKind::title ||
                    (item.kind == ItemKind::word && a_.pack.frame_of(item.cues) != nullptr);
           });
  }

  /// A day, a year, or "1950-54".
  static bool is_time(const Item& item) {
    return item.kind == ItemKind::date || item.kind == ItemKind::number;
  }

  /// "Name Took office Party": the heads of columns, between which no more than a blank is left.
  [[nodiscard]] bool names_columns(std::size_t s) const {
    const Range line = a_.sentences[s].tokens;
    return a_.has_caption(line, cues_.column_person) &&
           (a_.has_caption(line, cues_.column_from) || a_.has_caption(line, cues_.column_term));
  }

  /// The rows of a page that is called by a post and tells who has held it.
  void list_holders() {
    constexpr std::size_t fewest = 2;
    const int page = title_of_page();
    if (page == none) {
      return;
    }
    std::vector<std::size_t> rows;
    std::size_t dates = 0;
    bool others = false;
    for (std::size_t s = static_cast<std::size_t>(page) + 1; s < a_.sentences.size(); ++s) {
      const Sentence& line = a_.sentences[s];
      others = !names_columns(s) && (others || is_of_other_things(s));
      if (others) {
        continue;
      }
      const bool open = a_.heading_of(line) == nullptr || line.heading == page ||
                        names_columns(static_cast<std::size_t>(line.heading));
      if (open && is_of_holder(s)) {
        rows.push_back(s);
        dates += std::any_of(line.items.begin(), line.items.end(),
                             [](const Item& item) { return item.kind == ItemKind::date; })
                     ? 1U
                     : 0U;
      }
    }
    if (rows.size() < fewest || 2 * dates < rows.size()) {
      return;
    }
    const auto& title = a_.sentences[static_cast<std::size_t>(page)].items;
    Heading heading;
    heading.title = std::find_if(title.begin(), title.end(), [](const Item& item) {
                      return item.kind == ItemKind::title;
                    })->titles[0];
    heading.told = heading.dated = true;
    a_.headings[static_cast<std::size_t>(page)] = heading;
    for (const std::size_t s : rows) {
      a_.sentences[s].line = Line::listed;
      a_.sentences[s].heading = page;
    }
  }

  /// The items before the last bar of a row, and the bar.
  static std::size_t after_last_bar(const std::vector<Item>& row) {
    std::size_t i = row.size();
    while (i > 0 && !is_mark(row, i - 1, '|')) {
      --i;
    }
    return i;
  }

  /// 'Ana Moss | "': the post of the row above is that of this one, too.
  void repeat_above(std::size_t s) {
    auto& items = a_.sentences[s].items;
    const std::size_t ditto = after_last_bar(items);
    std::size_t end = ditto;
    while (is_mark(items, end, '"')) {
      ++end;
    }
    if (s == 0 || ditto == 0 || end == ditto) {
      return;
    }
    const auto& above = a_.sentences[s - 1].items;
    const std::size_t posts = after_last_bar(above);
    if (posts == 0 || posts == above.size() || above[posts].kind != ItemKind::title) {
      return;
    }
    std::vector<Item> row(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(ditto));
    for (std::size_t i = posts; i < above.size(); ++i) {
      row.push_back(above[i]);
      row.back().range = items[ditto].range;
    }
    row.insert(row.end(), items.begin() + static_cast<std::ptrdiff_t>(end), items.end());
    items = std::move(row);
  }

  /// "are Ana Moss (Finance), Xanthe Qarth (Works) and Will Grey (Trade)": capitalised words with a
  /// bracket behind them, in a row of names with brackets, are a name, too.
  void name_bracketed(Sentence& sentence) {
    constexpr std::size_t fewest = 2;
    constexpr std::size_t longest_name = 3;
    auto& items = sentence.items;
    std::size_t known = 0;
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
      known += is_name(items[i]) && is_mark(items, i + 1, '(') ? 1U : 0U;
    }
    for (std::size_t open = items.size(); known >= fewest && open-- > 1;) {
      if (!is_mark(items, open, '(') ||
          !(items[open - 1].kind == ItemKind::word || a_.is_weak_name(items[open - 1]))) {
        continue;
      }
      if (items[open - 1].kind == ItemKind::person) {
        PersonMention& who = a_.person(items[open - 1].people[0]);
        who.strong = who.strong || who.range.end - who.range.begin > 1;
        continue;
      }
      std::size_t begin = open;
      while (begin > 0 && items[begin - 1].kind == ItemKind::word && items[begin - 1].cues.none() &&
             a_.capital(items[begin - 1].range.begin)) {
        --begin;
      }
      const bool opens =
          begin > 0 &&
          (is_mark(items, begin - 1, ',') || is_mark(items, begin - 1, ':') ||
           is_mark(items, begin - 1, ';') ||
           (items[begin - 1].kind == ItemKind::word && !a_.capital(items[begin - 1].range.begin)));
      if (opens && open - begin > 1 && open - begin <= longest_name &&
          make_name(a_, sentence, begin, open)) {
        open = begin;
      }
    }
  }

  /// "Audit Committee: Ana Moss, Erin Fold": between the commas stand names, also those that no
  /// pack knows, if one is known.
  void name_members(Sentence& sentence) {
    auto& items = sentence.items;
    const std::size_t first = !items.empty() && items[0].kind == ItemKind::mark ? 3 : 2;
    const bool opens = first < items.size() && items[first - 2].kind == ItemKind::body &&
                       items[first - 2].index != none &&
                       (is_mark(items, first - 1, ':') || is_mark(items, first - 1, '-'));
    if (!opens || !is_manned(a_.body(items[first - 2].index)) ||
        std::none_of(items.begin(), items.end(), [&](const Item& item) { return is_name(item); })) {
      return;
    }
    for (std::size_t end = items.size(); end > first;) {
      std::size_t begin = end;
      while (begin > first && items[begin - 1].kind != ItemKind::mark &&
             !cue(items[begin - 1], cues_.conjunction)) {
        --begin;
      }
      if (end > begin + 1) {
        make_name(a_, sentence, begin, end);
      }
      end = std::max(begin, first + 1) - 1;
    }
  }

  /// "Will Weston University of Bend" between two listed names: an entry whose name was not read.
  [[nodiscard]] bool is_unread_entry(std::size_t s) const {
    const auto& items = a_.sentences[s].items;
    const auto body = std::find_if(items.begin(), items.end(),
                                   [](const Item& item) { return item.kind == ItemKind::body; });
    return heading_ != none && is_whole_line(a_, s) && body != items.end() &&
           body != items.begin() && s > 0 && a_.sentences[s - 1].line == Line::listed &&
           s + 1 < a_.sentences.size() && !a_.sentences[s + 1].items.empty() &&
           a_.sentences[s + 1].items[0].kind == ItemKind::person &&
           a_.sentences[s].tokens.end - a_.sentences[s].tokens.begin <= longest_heading;
  }

  /// "- Erin Fold [@erin]" after "- Ana Moss [@ana]", which was listed: a line with the same
  /// bullet.
  [[nodiscard]] bool is_beside_entry(std::size_t s) const {
    const auto& items = a_.sentences[s].items;
    return heading_ != none && s > 0 && a_.sentences[s - 1].line == Line::listed &&
           items.size() > 1 && items[0].kind == ItemKind::mark && items[0].mark != '|' &&
           is_mark(a_.sentences[s - 1].items, 0, items[0].mark) && is_whole_line(a_, s);
  }

  /// The two or three capitalised words with which an entry begins are a name, if nobody is named
  /// in it.
  void name_entry(Sentence& sentence) {
    constexpr std::size_t longest_name = 3;
    const auto& items = sentence.items;
    if (std::any_of(items.begin(), items.end(), [](const Item& item) {
          return item.kind == ItemKind::person || item.kind == ItemKind::title;
        })) {
      return;
    }
    std::size_t end = 1;
    while (end < items.size() && items[end].kind == ItemKind::word &&
           a_.capital(items[end].range.begin) &&
           !a_.tokens[items[end].range.begin].is(shape_all_capitals)) {
      ++end;
    }
    const bool ends = end == items.size() || items[end].kind == ItemKind::mark;
    if (end > 2 && end <= longest_name + 1 && ends) {
      make_name(a_, sentence, 1, end);
    }
  }

  static bool cue(const Item& item, std::uint8_t set) {
    return item.kind == ItemKind::word && item.is(set);
  }

  [[nodiscard]] bool cell_has(const Sentence& sentence, const Cell& cell, std::uint8_t set) const {
    return a_.has_caption(
        {sentence.items[cell.begin].range.begin, sentence.items[cell.end - 1].range.end}, set);
  }

  [[nodiscard]] bool cell_is(const Sentence& sentence, const Cell& cell, std::uint8_t set) const {
    return a_.is_of_set(
        {sentence.items[cell.begin].range.begin, sentence.items[cell.end - 1].range.end},
        Lex::caption, set);
  }

  /// Is it a word for a post that heads a column of those who hold one: "Officer", "Member"?
  [[nodiscard]] bool heads_people(const Item& title) const {
    return a_.is_of_set(title.range, Lex::caption, cues_.column_person);
  }

  [[nodiscard]] std::optional<Table> header(const Sentence& sentence) const {
    const std::vector<Cell> cells = cells_of(a_, sentence);
    if (cells.size() < 2) {
      return std::nullopt;
    }
    Table table;
    bool person = false;
    bool post = false;
    std::size_t titles = 0;
    const bool tells_posts = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
      return cell_has(sentence, cell, cues_.column_post);
    });
    for (const Cell& cell : cells) {
      if (cell.end - cell.begin > longest_head) {
        return std::nullopt;
      }
      Table::Column column;
      column.offset = offset_of(a_, sentence, cell);
      const Item& first = sentence.items[cell.begin];
      const bool of_people =
          tells_posts &&
          std::any_of(
              sentence.items.begin() + static_cast<std::ptrdiff_t>(cell.begin),
              sentence.items.begin() + static_cast<std::ptrdiff_t>(cell.end),
              [&](const Item& item) { return item.kind == ItemKind::title && heads_people(item); });
      // "Officer (batch)" beside "Posted as" is a column of people.
      if (first.kind == ItemKind::title && cell.end - cell.begin == 1 && !of_people) {
        column.kind = Table::Kind::title;
        column.title = first.titles[0];
        ++titles;
      } else if (cell_is(sentence, cell, cues_.beside)) {
        column.kind = Table::Kind::other;  // "Left office", which is no post
      } else if (cell_has(sentence, cell, cues_.column_from)) {
        column.kind = Table::Kind::from;
      } else if (cell_has(sentence, cell, cues_.column_term)) {
        column.kind = Table::Kind::term;
      } else if (cell_has(sentence, cell, cues_.column_post)) {
        column.kind = Table::Kind::post;
        column.status = cell_has(sentence, cell, cues_.column_former) ? "former" : "";
        column.moves = cell_has(sentence, cell, cues_.column_new);
        column.field = cell_has(sentence, cell, cues_.column_field) && speaks_of_cabinet(a_);
        post = true;
      } else if (of_people || cell_has(sentence, cell, cues_.column_person)) {
        column.kind = Table::Kind::person;
        person = true;
      } else if (cell_has(sentence, cell, cues_.column_body)) {
        column.kind = Table::Kind::body;
      }
      table.columns.push_back(column);
    }
    // Beside a new post the present one is given up.
    const bool moves = std::any_of(table.columns.begin(), table.columns.end(),
                                   [](const Table::Column& c) { return c.moves; });
    for (Table::Column& column : table.columns) {
      if (moves && column.kind == Table::Kind::post && !column.moves) {
        column.status = "former";
      }
    }
    // "Committee | Chair | Deputy Chair": the posts are the columns.
    const bool names = std::any_of(sentence.items.begin(), sentence.items.end(), is_somebody);
    const ItemKind begin = sentence.items[cells[0].begin].kind;
    const bool dated = begin == ItemKind::date || begin == ItemKind::number;  // "2005-2011 | Chair"
    const bool addresses =  // "Đ/c | | Bí thư Tỉnh ủy": a row of which the name is left out
        a_.has(sentence.items[cells[0].begin].range.begin, Lex::honorific);
    const bool by_title = titles > 0 && !names && !post && !dated && !addresses &&
                          table.columns[0].kind != Table::Kind::title &&
                          table.columns[0].kind != Table::Kind::person;
    const bool all_titles = titles == cells.size() && heads_names(sentence, cells.size());
    return (person && post) || by_title || all_titles ? std::optional(table) : std::nullopt;
  }

  /// "President | Secretary | Treasurer" above as many names.
  [[nodiscard]] bool heads_names(const Sentence& sentence, std::size_t columns) const {
    const auto next = static_cast<std::size_t>(&sentence - a_.sentences.data()) + 1;
    if (next >= a_.sentences.size()) {
      return false;
    }
    const Sentence& below = a_.sentences[next];
    const std::vector<Cell> cells = cells_of(a_, below);
    return cells.size() == columns &&
           std::all_of(cells.begin(), cells.end(), [&](const Cell& cell) {
             return cell.end == cell.begin + 1 && is_somebody(below.items[cell.begin]);
           });
  }

  /// A name of several words; one alone may be the head of a column.
  static bool is_somebody(const Item& item) {
    return item.kind == ItemKind::person && item.range.end - item.range.begin > 1;
  }

  /// Marks alone: a line between the rows of a table, or an empty row.
  static bool is_rule(const Sentence& sentence) {
    return std::all_of(sentence.items.begin(), sentence.items.end(),
                       [](const Item& item) { return item.kind == ItemKind::mark; });
  }

  /// May a line be the head of a table? Below another, a line with names, numbers or posts is a row
  /// of that: "X | Position 3 | Member".
  [[nodiscard]] bool may_head(const Sentence& sentence) const {
    if (table_ == none) {
      return true;
    }
    const bool alike =
        cells_of(a_, sentence).size() == a_.tables[static_cast<std::size_t>(table_)].columns.size();
    return std::none_of(sentence.items.begin(), sentence.items.end(), [&](const Item& item) {
      return is_somebody(item) || item.kind == ItemKind::number ||
             (item.kind == ItemKind::title && alike);
    });
  }

  /// A cell that begins with a body and goes on in words is its name, all of it.
  void extend_body(Sentence& sentence, Cell& cell) {
    Item& first = sentence.items[cell.begin];
    const bool words =
        std::all_of(sentence.items.begin() + static_cast<std::ptrdiff_t>(cell.begin) + 1,
                    sentence.items.begin() + static_cast<std::ptrdiff_t>(cell.end),
                    [](const Item& item) { return item.kind == ItemKind::word; });
    if (sentence.language == Language::vi && first.kind == ItemKind::body && first.index != none &&
        words && cell.end > cell.begin + 1) {
      first.range.end = sentence.items[cell.end - 1].range.end;
      const std::string kind = a_.body(first.index).kind;
      first.index = a_.add_body(first.range, kind, true);
      sentence.items.erase(sentence.items.begin() + static_cast<std::ptrdiff_t>(cell.begin) + 1,
                           sentence.items.begin() + static_cast<std::ptrdiff_t>(cell.end));
      cell.end = cell.begin + 1;
    }
  }

  /// A cell under "Name" names somebody, also if no pack knows the words; one under "Position" a
  /// post.
  void read_cells(Sentence& sentence) {
    std::vector<Cell> cells = cells_of(a_, sentence);
    const Table& table = a_.tables[static_cast<std::size_t>(sentence.table)];
    for (std::size_t c = cells.size(); c-- > 0;) {  // from behind, as cells grow shorter
      extend_body(sentence, cells[c]);
      if (const auto column = column_of(a_, sentence, cells, c)) {
        if (table.columns[*column].kind == Table::Kind::person) {
          make_name(a_, sentence, cells[c].begin, cells[c].end);
        } else if (table.columns[*column].kind == Table::Kind::post) {
          const bool minister = table.columns[*column].field &&
                                make_minister(a_, sentence, cells[c].begin, cells[c].end);
          if (!minister) {
            make_post(a_, sentence, cells[c].begin, cells[c].end);
          }
        }
      }
    }
  }

  /// Under a heading that gives a post or the membership, a table that has no column of posts: its
  /// rows are the list.
  bool in_table_of_names(Sentence& sentence) {
    const std::vector<Cell> cells = heading_ == none ? std::vector<Cell>() : cells_of(a_, sentence);
    if (cells.size() < 2) {
      names_.reset();
      return false;
    }
    if (names_ && is_rule(sentence)) {
      return true;
    }
    if (!names_) {
      const bool nobody = std::none_of(sentence.items.begin(), sentence.items.end(), is_somebody);
      const auto column = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
        return cell_has(sentence, cell, cues_.column_person);
      });
      const bool of_people = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
        return cell_has(sentence, cell, cues_.beside) ||
               cell_has(sentence, cell, cues_.column_term) ||
               cell_has(sentence, cell, cues_.column_from) ||
               cell_has(sentence, cell, cues_.column_body);
      });
      if (!nobody || column == cells.end() || !of_people) {
        return false;
      }
      names_ = static_cast<std::size_t>(column - cells.begin());
      sentence.line = Line::header;
      return true;
    }
    sentence.line = Line::listed;
    sentence.heading = heading_;
    for (std::size_t c = cells.size(); c-- > 0;) {  // from behind, as cells grow shorter
      if (c == *names_) {
        make_name(a_, sentence, cells[c].begin, cells[c].end);
        continue;
      }
      for (std::size_t i = cells[c].begin; i < cells[c].end; ++i) {
        Item& item = sentence.items[i];
        item.kind = item.kind == ItemKind::person ? ItemKind::word : item.kind;
      }
    }
    return true;
  }

  bool in_table(Sentence& sentence) {
    if (std::optional<Table> found = may_head(sentence) ? header(sentence) : std::nullopt) {
      table_ = static_cast<int>(a_.tables.size());
      a_.tables.push_back(*std::move(found));
      // "Seed Board Members" straight above it
      const auto above =
          heading_ != none && &a_.sentences[static_cast<std::size_t>(heading_)] + 1 == &sentence
              ? a_.headings.find(static_cast<std::size_t>(heading_))
              : a_.headings.end();
      const int members = above == a_.headings.end() ? none : above->second.title;
      if (members != none && a_.title(members).plural && a_.title(members).is_membership() &&
          a_.title(members).body != none &&
          (a_.body(a_.title(members).body).kind == "committee" ||
           a_.body(a_.title(members).body).kind == "body")) {
        a_.tables.back().member = members;
      }
      sentence.line = Line::header;
      return true;
    }
    if (table_ == none) {
      return false;
    }
    if (is_rule(sentence)) {
      return true;
    }
    if (cells_of(a_, sentence).size() < 2) {
      table_ = none;
      return false;
    }
    sentence.line = Line::row;
    sentence.table = table_;
    read_cells(sentence);
    return true;
  }

  /// In a line of a career that names nobody, a name after the post is where it was held.
  void name_employers(Sentence& sentence) {
    for (Item& item : sentence.items) {
      if (item.kind == ItemKind::person) {
        item.kind = ItemKind::body;
        item.people.clear();
        item.index = a_.add_body(item.range, "body", true);
      }
    }
  }

  /// "2001-2008 - engineer", "January 2022 to date: chairperson", "From 2010 to 2014, Head of …".
  [[nodiscard]] bool is_career(const Sentence& sentence) const {
    const auto& items = sentence.items;
    std::size_t i = 0;
    while (i < items.size() && items[i].kind == ItemKind::mark && items[i].mark != '|') {
      ++i;
    }
    if (i < items.size() && (cue(items[i], cues_.since) || cue(items[i], cues_.origin))) {
      ++i;
    }
    if (i < items.size() && ends_in_years(items)) {
      return true;
    }
    if (i >= items.size() || items[i].kind != ItemKind::date ||
        a_.has(items[i].range.begin, Lex::weekday)) {
      return false;
    }
    bool post = false;
    for (; i < items.size(); ++i) {
      if (items[i].kind == ItemKind::person && a_.person(items[i].people[0]).strong) {
        return false;
      }
      post = post || items[i].kind == ItemKind::title;
    }
    return post;
  }

  /// "Member of the Board, Red Cross, 2009-2014": a line without a verb, a full stop or a name that
  /// ends in the years of its post.
  [[nodiscard]] bool ends_in_years(const std::vector<Item>& items) const {
    std::size_t end = items.size();
    while (end > 0 && (is_mark(items, end - 1, ')') || is_mark(items, end - 1, ';'))) {
      --end;
    }
    if (end < 3 || end > career_length ||
        (items[end - 1].kind != ItemKind::date && !cue(items[end - 1], cues_.present))) {
      return false;
    }
    bool post = false;
    for (std::size_t k = 0; k < end; ++k) {
      const Item& item = items[k];
      if (item.kind == ItemKind::person ||
          (item.kind == ItemKind::word && a_.pack.frame_of(item.cues) != nullptr) ||
          (item.kind == ItemKind::date && (item.date->month != 0 || k == 0)) ||
          (item.kind == ItemKind::title && a_.title(item.titles[0]).plural)) {
        return false;
      }
      post = post || item.kind == ItemKind::title;
    }
    const std::size_t before = end - 2;  // a comma, a bracket or a dash after the post
    return post && items[before].kind == ItemKind::mark;
  }

  /// "Ban Thường vụ Tỉnh ủy hiện có 10 đồng chí, gồm:"
  [[nodiscard]] bool consists(const std::vector<Item>& items) const {
    if (items.size() < 3 || items.front().kind != ItemKind::body ||
        !is_mark(items, items.size() - 1, ':') || !cue(items[items.size() - 2], cues_.list_size)) {
      return false;
    }
    constexpr std::ptrdiff_t most_words = 3;
    const auto other = std::count_if(items.begin() + 1, items.end(), [&](const Item& item) {
      return item.kind == ItemKind::word && !cue(item, cues_.list_size);
    });
    return other <= most_words && std::none_of(items.begin() + 1, items.end(), [](const Item& i) {
             return i.kind == ItemKind::person || i.kind == ItemKind::title;
           });
  }

  /// Vietnamese: "Danh sách Ban Thường vụ …:" and the numbered lines of its members.
  void read_head_first(std::size_t s) {
    Sentence& sentence = a_.sentences[s];
    const auto& items = sentence.items;
    const bool at_line = a_.tokens[sentence.tokens.begin].is(shape_line_start);
    if (items.empty() || (!at_line && !consists(items))) {
      return;
    }
    if (at_line && in_table(sentence)) {
      sentence.heading = sentence.line == Line::row ? members_ : none;
      return;
    }
    // A bullet, a number, or a name with nothing but its posts: no sentence that goes on in words.
    const bool named = items[0].kind == ItemKind::person &&
                       std::none_of(items.begin(), items.end(),
                                    [](const Item& i) { return i.kind == ItemKind::word; });
    const bool under_post =
        members_ != none && a_.headings.at(static_cast<std::size_t>(members_)).title != none;
    const bool listed =
        (items.size() > 1 && (items[0].kind == ItemKind::number || is_mark(items, 0, '-') ||
                              is_mark(items, 0, '*') || named)) ||
        (named && under_post);
    if (members_ != none && listed) {
      sentence.line = Line::listed;
      sentence.heading = members_;
      return;
    }
    // "STT   Họ và tên   Chức vụ": the head of a table of them
    bool columns = false;
    for (std::size_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
      columns = columns || a_.tokens[t].is(shape_column);
    }
    if (members_ != none && members_ == static_cast<int>(s) - 1 && columns) {
      return;
    }
    if (members_ != none && members_ == static_cast<int>(s) - 1 && is_term_line(s)) {
      members_ = static_cast<int>(s);
      a_.headings[s] = a_.headings[s - 1];
      return;
    }
    members_ = none;
    // The body straight after, and nothing but its term and their number: "Danh sách ứng cử viên
    // HĐND …" lists no members of it, nor does "Danh sách Sở Y tế khen thưởng".
    auto body = std::find_if(items.begin(), items.end(),
                             [&](const Item& item) { return cue(item, cues_.list_of); });
    const auto words = body;
    do {
      body += body == items.end() ? 0 : 1;
    } while (body != items.end() && body->kind == ItemKind::mark && body->mark == ':');
    const bool lists = body != items.end() && body->kind == ItemKind::body &&
                       has_members(a_.body(body->index)) &&
                       std::none_of(body + 1, items.end(), [&](const Item& item) {
                         return item.kind == ItemKind::word && !cue(item, cues_.list_size);
                       });
    if (heads_names(s)) {
      Heading heading;
      heading.title = items[0].titles[0];
      a_.headings[s] = heading;
      members_ = static_cast<int>(s);
      return;
    }
    // "Danh sách Bí thư Đảng ủy qua các thời kỳ": each of those under it held the post.
    const auto post = std::find_if(items.begin(), items.end(), [](const Item& item) {
      return item.kind == ItemKind::title && item.titles.size() == 1;
    });
    if (post != items.end() && is_whole_line(a_, s) &&
        a_.has_caption({post->range.end, sentence.tokens.end}, cues_.ages)) {
      Heading heading;
      heading.title = post->titles[0];
      heading.status = "former";
      a_.headings[s] = heading;
      members_ = static_cast<int>(s);
      return;
    }
    if (lists || consists(items)) {
      Heading heading;
      heading.body = lists ? body->index : items.front().index;
      heading.members = true;
      heading.member = member_named(lists ? *words : items.back());
      a_.headings[s] = heading;
      members_ = static_cast<int>(s);
    }
  }

  /// "Các Phó Chủ tịch", "Bốn Phó Bí thư Thành ủy:": a post on a line of its own, with several
  /// names on the lines below it.
  [[nodiscard]] bool heads_names(std::size_t s) const {
    const auto& items = a_.sentences[s].items;
    const std::size_t marks = is_mark(items, items.size() - 1, ':') ? 1 : 0;
    if (items.size() != 1 + marks || items[0].kind != ItemKind::title ||
        items[0].titles.size() != 1 || !is_whole_line(a_, s)) {
      return false;
    }
    const auto is_name_line = [&](std::size_t k) {
      return k < a_.sentences.size() && is_whole_line(a_, k) && a_.sentences[k].holder == none &&
             begins_with_name(a_.sentences[k].items);
    };
    const bool plural = a_.title(items[0].titles[0]).plural;
    return is_name_line(s + 1) && (plural || is_name_line(s + 2));
  }

  /// "NHIỆM KỲ 2020 - 2025" under the first line of a heading.
  [[nodiscard]] bool is_term_line(std::size_t s) const {
    const auto& items = a_.sentences[s].items;
    return is_whole_line(a_, s) && items.size() > 1 &&
           a_.has_caption(a_.sentences[s].tokens, cues_.column_term) &&
           std::all_of(items.begin(), items.end(), [](const Item& item) {
             return item.kind == ItemKind::word || item.kind == ItemKind::date ||
                    item.kind == ItemKind::number || item.kind == ItemKind::mark;
           });
  }

  /// "2. Trần Quốc Khải", "Ngô Quang Định": a name after no more than its number.
  static bool begins_with_name(const std::vector<Item>& items) {
    const auto first = std::find_if(items.begin(), items.end(), [](const Item& item) {
      return item.kind != ItemKind::number && item.kind != ItemKind::mark;
    });
    return first != items.end() && first->kind == ItemKind::person;
  }

  /// Is it a body of members: not a department?
  static bool has_members(const BodyMention& body) {
    return body.kind != "department" && body.kind != "ministry" && body.kind != "company" &&
           body.kind != "university";
  }

  /// "Danh sách thành viên": the title in the words before the body; 0 if there is none.
  [[nodiscard]] EntryId member_named(const Item& words) const {
    for (std::size_t t = words.range.begin; t < words.range.end; ++t) {
      if (const auto found = a_.find(t, Lex::title, words.range.end)) {
        return found->entry;
      }
    }
    return 0;
  }

  static bool ends_open(const Sentence& sentence) {
    return !sentence.items.empty() && (is_mark(sentence.items, sentence.items.size() - 1, ';') ||
                                       is_mark(sentence.items, sentence.items.size() - 1, ','));
  }

  /// "Members: X, Department of Labour;": a post of many, of those in the lines that follow, too,
  /// as long as each ends in a semicolon or a comma.
  bool opens_list(std::size_t s) {
    const auto& items = a_.sentences[s].items;
    if (items.size() < 4 || items[0].kind != ItemKind::title || !is_mark(items, 1, ':') ||
        !a_.title(items[0].titles[0]).plural || !ends_open(a_.sentences[s])) {
      return false;
    }
    Heading heading;
    heading.title = items[0].titles[0];
    if (heading_ != none) {
      heading.body = a_.headings[static_cast<std::size_t>(heading_)].body;
    }
    a_.headings[s] = heading;
    return true;
  }

  /// "B.", "IV" at the begin of a line
  [[nodiscard]] bool counts(const Item& item) const {
    const Token& token = a_.tokens[item.range.begin];
    const std::string_view text = a_.token_text(item.range.begin);
    return token.is(shape_line_start) && item.range.end - item.range.begin == 1 &&
           (token.is(shape_initial) || text.find_first_not_of("IVXLC") == std::string_view::npos);
  }

  /// "consists of", "as follows": a list is to come.
  [[nodiscard]] bool announces(const Item& item) const {
    return cue(item, cues_.compose) || cue(item, cues_.as_follows);
  }

  /// "The Standing Committee consists of 7 comrades:"
  [[nodiscard]] bool composes(const std::vector<Item>& items) const {
    return items.size() > 2 && is_mark(items, items.size() - 1, ':') &&
           std::any_of(items.begin(), items.end(),
                       [&](const Item& item) { return announces(item); }) &&
           std::any_of(items.begin(), items.end(),
                       [](const Item& item) { return item.kind == ItemKind::number; }) &&
           std::any_of(items.begin(), items.end(),
                       [](const Item& item) { return item.kind == ItemKind::body; });
  }

  /// "The President has appointed the following persons as members of the Seed Board:", "announced
  /// her intent to appoint the following individuals:": a sentence that heads the list under it.
  bool introduces(std::size_t s) {
    const auto& items = a_.sentences[s].items;
    const auto following = std::find_if(
        items.begin(), items.end(), [&](const Item& item) { return cue(item, cues_.following); });
    if (s + 1 >= a_.sentences.size() || following == items.end() ||
        !is_mark(items, items.size() - 1, ':') ||
        !a_.tokens[a_.sentences[s + 1].tokens.begin].is(shape_line_start)) {
      return false;
    }
    Heading heading;
    heading.told = true;
    bool void_of_posts = false;
    for (auto item = items.begin(); item != items.end(); ++item) {
      const Frame* const frame =
          item->kind == ItemKind::word ? a_.pack.frame_of(item->cues) : nullptr;
      if (cue(*item, cues_.intend)) {
        heading.status = "elect";
      } else if (frame != nullptr && frame->kind == Frame::Kind::no) {
        heading = Heading();  // "nominated the following persons": none of them has the post
        void_of_posts = true;
        break;
      }
      // "the following as Director", "the following members", not "have applied for the post of".
      const bool post = item > following && item->kind == ItemKind::title &&
                        (item + 1)->kind != ItemKind::person &&
                        (a_.title(item->titles.back()).plural || cue(*(item - 1), cues_.as));
      heading.title = post ? item->titles.back() : heading.title;
    }
    if (heading.title == none && heading.status.empty() && !void_of_posts) {
      return false;
    }
    a_.headings[s] = heading;
    return true;
  }

  /// A line that ends in a colon, or a short one without a full stop, that names a post or a body
  /// and nobody, and has lines under it.
  bool is_heading(std::size_t s) {
    const Sentence& sentence = a_.sentences[s];
    const auto& items = sentence.items;
    if (s + 1 >= a_.sentences.size() || items.empty()) {
      return false;
    }
    const bool colon = is_mark(items, items.size() - 1, ':');
    const std::size_t length = sentence.tokens.end - sentence.tokens.begin;
    const bool open = items.back().kind != ItemKind::mark;
    if (!colon && (!open || length > longest_heading)) {
      return false;
    }
    int title = none;
    int body = none;
    std::size_t words = 0;
    for (const Item& item : items) {
      if (counts(item)) {
        continue;
      }
      if (is_name(item)) {
        return false;
      }
      if (item.kind == ItemKind::title && item.titles.size() == 1) {
        title = item.titles[0];
      } else if (item.kind == ItemKind::body && !is_bare_noun(a_, a_.body(item.index))) {
        body = item.index;
      } else if (item.kind == ItemKind::word) {
        // What stands before a title or body counts for little: "Also present: members of …".
        words += announces(item) || cue(item, cues_.det) ? std::size_t{0} : std::size_t{1};
      }
    }
    const bool announced =
        std::any_of(items.begin(), items.end(), [&](const Item& item) { return announces(item); });
    const bool composed = (colon && items.size() > 1 && cue(items[items.size() - 2], cues_.be)) ||
                          std::any_of(items.begin(), items.end(),
                                      [&](const Item& i) { return cue(i, cues_.compose); });
    if (composed && colon && body == none && title == none) {
      body = committee_;  // "Section 2 sets out the membership:"
    }
    Heading heading;
    // A plural post is that of each; a single one only where it is all the line says.
    if (title != none && (a_.title(title).plural || words == 0)) {
      heading.title = title;
      heading.single = !a_.title(title).plural && items.size() == 1;
      heading.told = composed && colon;
    } else if (body != none && (announced || words == 0)) {
      heading.body = body;
      const std::string& kind = a_.body(body).kind;
      heading.told = announced || colon;
      heading.members = heading.told || kind == "committee" || kind == "legislature";
    }
    // "Absent:" after "Directors present:": the others of the same
    if (heading.title == none && heading.body == none && last_heading_ != none &&
        a_.has_caption(sentence.tokens, cues_.absent)) {
      const Heading& present = a_.headings[static_cast<std::size_t>(last_heading_)];
      heading = present.members || (present.title != none && a_.title(present.title).plural)
                    ? present
                    : heading;
    }
    if (heading.title == none && heading.body == none && !colon) {
      return false;
    }
    a_.headings[s] = heading;
    return true;
  }

  /// Is it a name, and no word alone that no pack knows: "Guests"?
  [[nodiscard]] bool is_name(const Item& item) const {
    if (item.kind != ItemKind::person) {
      return false;
    }
    const PersonMention& who = a_.person(item.people[0]);
    return who.strong || who.addressed || item.range.end - item.range.begin > 1;
  }

  /// "Guests", "2. Annual Dinner" after "1. Board of Directors": what follows is no part of the
  /// list above.
  [[nodiscard]] bool ends_list(std::size_t s) const {
    if (heading_ == none) {
      return false;
    }
    const auto& items = a_.sentences[s].items;
    const std::size_t rank = rank_of(a_, s);
    return std::none_of(items.begin(), items.end(),
                        [&](const Item& item) {
                          return item.kind == ItemKind::title || (item.kind == ItemKind::person &&
                                                                  a_.person(item.people[0]).strong);
                        }) &&
           (is_of_outsiders(a_, s) ||
            (rank > 0 && rank == rank_of(a_, static_cast<std::size_t>(heading_))));
  }

  /// A line of a list: it begins with a bullet, a number, a name or a post, and is not long.
  [[nodiscard]] bool is_listed(const Sentence& sentence) const {
    const auto& items = sentence.items;
    if (items.empty() || sentence.tokens.end - sentence.tokens.begin > longest_line) {
      return false;
    }
    const Item& first = items.front();
    const bool person =
        std::any_of(items.begin(), items.end(), [&](const Item& item) { return is_name(item); });
    return person && (first.kind == ItemKind::mark || first.kind == ItemKind::number ||
                      first.kind == ItemKind::person || first.kind == ItemKind::title ||
                      a_.has(first.range.begin, Lex::portfolio) ||
                      sentence.tokens.end - sentence.tokens.begin < longest_heading);
  }

  Analysis& a_;
  const GrammarCues& cues_;
  int table_ = none;
  std::optional<std::size_t> names_;  ///< in a table of names alone: their column
  int heading_ = none;
  int last_heading_ = none;   ///< also if its list has ended
  int members_ = none;        ///< Vietnamese: sentence of the heading of a list of members
  int goes_on_ = none;        ///< sentence that began a list which the next line goes on with
  int committee_ = none;      ///< body mention: the committee named last
  int past_ = none;           ///< sentence of the heading of those no longer in post
  bool past_people_ = false;  ///< it speaks of several: "Former officers"
  int above_ = none;          ///< sentence of the heading that names the body of those below it
  int above_body_ = none;     ///< body mention
};

}  // namespace

std::ptrdiff_t lines_between(const Analysis& a, std::size_t s, std::size_t next) {
  const std::string_view gap =
      a.document.text.view({a.tokens[a.sentences[s].tokens.end - 1].end,
                            a.tokens[a.sentences[next].tokens.begin].begin});
  return std::count(gap.begin(), gap.end(), '\n');
}

std::vector<Cell> cells_between(const Sentence& sentence, char bar) {
  std::vector<Cell> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= sentence.items.size(); ++i) {
    if (i == sentence.items.size() || is_mark(sentence.items, i, bar)) {
      std::size_t end = i;  // "\"X\",\"Secretary\""
      while (begin < end && is_mark(sentence.items, begin, '"')) {
        ++begin;
      }
      while (end > begin && is_mark(sentence.items, end - 1, '"')) {
        --end;
      }
      if (end > begin) {
        cells.push_back({begin, end});
      }
      begin = i + 1;
    }
  }
  return cells;
}

std::vector<Cell> cells_of(const Analysis& a, const Sentence& sentence) {
  if (sentence.table != none && a.tables[static_cast<std::size_t>(sentence.table)].bar != 0) {
    return cells_between(sentence, a.tables[static_cast<std::size_t>(sentence.table)].bar);
  }
  std::vector<Cell> cells;
  std::size_t begin = 0;
  const auto& items = sentence.items;
  // Columns stand apart by bars and blanks, or, where there are none, by dashes.
  std::size_t dashes = 0;
  bool bars = false;
  bool blanks = false;  // in a head-first language, where they are no items
  const auto after_blanks = [&](std::size_t i) {
    return i > 0 && items[i].range.end > items[i].range.begin &&
           a.tokens[items[i].range.begin].is(shape_column);
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    bars = bars || is_mark(items, i, '|');
    blanks = blanks || (sentence.language == Language::vi && after_blanks(i));
    dashes += is_mark(items, i, '-') ? std::size_t{1} : std::size_t{0};
  }
  if (blanks && !bars) {
    for (std::size_t i = 1; i <= items.size(); ++i) {
      if (i == items.size() || after_blanks(i)) {
        cells.push_back({begin, i});
        begin = i;
      }
    }
    return cells;
  }
  if (!bars && dashes < 2) {
    return {{0, items.size()}};
  }
  return cells_between(sentence, bars ? '|' : '-');
}

std::optional<std::size_t> column_of(const Analysis& a, const Sentence& sentence,
                                     const std::vector<Cell>& cells, std::size_t cell) {
  const Table& table = a.tables[static_cast<std::size_t>(sentence.table)];
  constexpr std::size_t most_cells = 64;
  if (cells.size() > most_cells) {
    return std::nullopt;  // no row of such a table
  }
  // Rows are numbered, where the head has "Sl. Officer" in one.
  if (cells.size() == table.columns.size() + 1 &&
      sentence.items[cells.front().begin].kind == ItemKind::number) {
    return cell > 0 ? std::optional(cell - 1) : std::nullopt;
  }
  if (cells.size() == table.columns.size()) {
    return cell;
  }
  // A cell is missing or empty: its place by the tabs or the bars before it.
  const std::string_view text = a.document.text.str();
  const std::size_t line = a.tokens[sentence.tokens.begin].begin;
  const std::string_view before =
      text.substr(line, a.tokens[sentence.items[cells[cell].begin].range.begin].begin - line);
  const auto tabs = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\t'));
  const auto bars = static_cast<std::size_t>(std::count(before.begin(), before.end(), '|'));
  if (const std::size_t led = before.starts_with('|') ? 1 : 0;
      tabs + bars > led && tabs + bars - led < table.columns.size()) {
    return tabs + bars - led;
  }
  // Blanks set the columns: the one that begins last before it.
  const std::size_t at = offset_of(a, sentence, cells[cell]);
  std::optional<std::size_t> found;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].offset <= at + 1) {
      found = c;
    }
  }
  return found;
}

const Item* name_alone(const Analysis& a, const Sentence& sentence) {
  const Item* person = nullptr;
  std::size_t first = after_number(sentence.items);
  // "Ts Dr. X": what no pack knows before a form of address
  const std::span<const Item> items = sentence.items;
  if (first + 1 < items.size() && items[first].kind == ItemKind::word &&
      items[first + 1].kind == ItemKind::person && a.person(items[first + 1].people[0]).addressed &&
      a.capital(items[first].range.begin) && a.lex[items[first].range.begin] == 0 &&
      a.token_text(items[first].range.begin).size() <= 3) {
    ++first;
  }
  for (const Item& item : items.subspan(first)) {
    // "EGH" may have been read as a name; "E.G.H."
    const Token& letters = a.tokens[item.range.begin];
    const bool one = item.range.end - item.range.begin == 1;
    const bool honour = person != nullptr &&
                        (item.kind == ItemKind::word || item.kind == ItemKind::person) &&
                        ((one && letters.is(shape_all_capitals)) || letters.is(shape_initial));
    if (item.kind == ItemKind::person && person == nullptr) {
      person = &item;
    } else if (item.kind != ItemKind::mark && !honour) {
      return nullptr;
    }
  }
  return person;
}

std::size_t portfolio_end(const Analysis& a, const Sentence& sentence) {
  const auto& items = sentence.items;
  if (sentence.language == Language::vi) {
    return 0;  // its fields of work follow the title
  }
  bool portfolio = false;
  for (std::size_t i = 0; i < items.size() && i < 12; ++i) {
    const Item& item = items[i];
    if (item.kind == ItemKind::mark && (item.mark == '-' || item.mark == ':' || item.mark == '|')) {
      if (portfolio && i + 1 < items.size() && items[i + 1].kind == ItemKind::person) {
        return i;
      }
      if (i > 0 && item.mark != '|') {
        return 0;
      }
      continue;  // a bullet
    }
    const bool part = item.kind == ItemKind::word || item.kind == ItemKind::person ||
                      item.kind == ItemKind::number || is_mark(items, i, ',') ||
                      is_mark(items, i, '&') || is_mark(items, i, '*') || is_mark(items, i, '.') ||
                      is_mark(items, i, '(') || is_mark(items, i, ')');
    if (!part) {
      return 0;
    }
    if (item.kind == ItemKind::word || item.kind == ItemKind::person) {
      // The field comes first: "External Examiner in Law" is none.
      portfolio =
          portfolio || (a.has(item.range.begin, Lex::portfolio) && a.capital(item.range.begin));
      if (!portfolio) {
        return 0;
      }
    }
  }
  return 0;
}

std::size_t after_number(const std::vector<Item>& items) {
  const auto counts = [&](std::size_t i) {  // "1", "a", "iv"
    return i < items.size() &&
           (items[i].kind == ItemKind::number ||
            (items[i].kind == ItemKind::word && items[i].range.end - items[i].range.begin == 1));
  };
  if (items.size() > 2 && items[0].kind == ItemKind::number && is_mark(items, 1, '.')) {
    return 2;
  }
  const std::size_t open = is_mark(items, 0, '(') ? 1 : 0;
  return items.size() > open + 2 && counts(open) && is_mark(items, open + 1, ')') ? open + 2 : 0;
}

std::size_t rank_of(const Analysis& a, std::size_t s) {
  constexpr std::size_t by_number = most_marks + 1;
  constexpr std::size_t by_capitals = most_marks + 2;
  const Sentence& line = a.sentences[s];
  if (!is_whole_line(a, s) || line.tokens.end - line.tokens.begin > longest_heading) {
    return 0;
  }
  const std::string_view text = a.document.text.str();
  const std::size_t begin = a.tokens[line.tokens.begin].begin;
  const std::size_t after = text.rfind('\n', begin) + 1;  // 0 where there is none
  const auto marks =
      static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(after),
                                          text.begin() + static_cast<std::ptrdiff_t>(begin), '#'));
  if (marks > 0) {
    return std::min(marks, most_marks);
  }
  return after_number(line.items) > 0 ? by_number : line.capitals ? by_capitals : 0;
}

bool is_bare_noun(const Analysis& a, const BodyMention& body) {
  return body.range.end - body.range.begin == 1 && a.has(body.range.begin, Lex::head) &&
         !body.national;
}

bool is_team(const BodyMention& body) {
  return body.kind == "group" && fold(body.base).ends_with("team");
}

bool is_of_outsiders(const Analysis& a, std::size_t s) {
  const Sentence& line = a.sentences[s];
  return line.tokens.end - line.tokens.begin <= longest_heading && is_whole_line(a, s) &&
         std::none_of(line.items.begin(), line.items.end(),
                      [](const Item& item) { return item.kind == ItemKind::body; }) &&
         a.has_caption(line.tokens, a.pack.cues().outsiders);
}

namespace {

/// "MBBS, MD (Paediatrics)", under a name: degrees alone.
bool is_of_degrees(const Analysis& a, const Sentence& line) {
  bool degree = false;
  for (std::size_t t = line.tokens.begin; t < line.tokens.end; ++t) {
    const Token& token = a.tokens[t];
    const auto rank = a.find(t, Lex::rank, line.tokens.end);
    const bool letters = token.is(shape_all_capitals) || token.is(shape_initial);
    const bool known = rank && a.entry(*rank).has("after") && a.capital(t);
    const bool inside = token.mark != 0 && token.mark != ':' && token.mark != '-';
    const auto post = a.find(t, Lex::title, line.tokens.end);
    degree = degree || known;
    if ((!known && !letters && !inside) || (post && !a.entry(*post).has("needs"))) {
      return false;
    }
  }
  return degree;
}

/// A name that stands twice, as the words of a portrait and under it, stands once; degrees on a
/// line of their own belong to the name above them.
void join_lines_of_names(Analysis& a) {
  std::size_t kept = 0;
  for (std::size_t s = 1; s < a.sentences.size(); ++s) {
    Sentence& line = a.sentences[s];
    Sentence& last = a.sentences[kept];
    const bool name = is_whole_line(a, s) && name_alone(a, last) != nullptr;
    if (name && name_alone(a, line) != nullptr &&
        a.text_of(last.tokens) == a.text_of(line.tokens)) {
      last = std::move(line);
    } else if (name && last.language == Language::en && is_of_degrees(a, line)) {
      last.tokens.end = line.tokens.end;
    } else if (++kept != s) {
      a.sentences[kept] = std::move(line);
    }
  }
  a.sentences.resize(a.sentences.empty() ? 0 : kept + 1);
}

}  // namespace

void find_layout(Analysis& a) {
  join_lines_of_names(a);
  find_rosters(a);
  find_cards(a);
  Layout(a).run();
}

}  // namespace nom::extract
