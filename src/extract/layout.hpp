// SPDX-License-Identifier: Apache-2.0
// Layout: what the lines of a text say before their words do: headings with the lists under
// them, tables with their columns, rosters of names and posts, dated lines of a career.
#pragma once

#include "extract/analysis.hpp"

#include <algorithm>

namespace nom::extract {

inline constexpr std::size_t longest_heading = 14;  ///< tokens of a line that may head what follows

/// Is there this mark at item i?
inline bool is_mark(const Item& item, char mark) {
  return item.kind == ItemKind::mark && item.mark == mark;
}

inline bool is_mark(const std::vector<Item>& items, std::size_t i, char mark) {
  return i < items.size() && is_mark(items[i], mark);
}

/// Numbers and marks alone: "+84 4 3936 2222", "442 (89%)", or marks alone.
inline bool is_figures(const Sentence& sentence) {
  return std::all_of(sentence.items.begin(), sentence.items.end(), [](const Item& item) {
    return item.kind == ItemKind::mark || item.kind == ItemKind::number;
  });
}

/// "February 21, 2019 to February 20, 2022": days alone, and what joins them.
inline bool is_stretch(const Sentence& sentence) {
  const auto& items = sentence.items;
  return !items.empty() && items.size() <= 4 && items.front().kind == ItemKind::date &&
         std::all_of(items.begin(), items.end(), [](const Item& item) {
           return item.kind == ItemKind::date || item.kind == ItemKind::mark ||
                  (item.kind == ItemKind::word && item.range.end - item.range.begin == 1);
         });
}

/// A cell of a table row, as a half-open range of items.
struct Cell {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The cells of a line between marks of this kind, without the empty ones.
std::vector<Cell> cells_between(const Sentence& sentence, char bar);

/// The cells of a line, without the empty ones at literal bars.
std::vector<Cell> cells_of(const Analysis& a, const Sentence& sentence);

/// Has it members rather than posts: a committee, a group, a council?
inline bool is_manned(const BodyMention& body) {
  return body.kind == "committee" || body.kind == "group" || body.kind == "legislature";
}

/// The column of the table that a cell stands in: by count, in a row with fewer cells by the tabs
/// and bars before it or by position where blanks set the columns. No value if the table has none
/// there, or the row more cells than tables of people have.
std::optional<std::size_t> column_of(const Analysis& a, const Sentence& sentence,
                                     const std::vector<Cell>& cells, std::size_t cell);

/// "Education, Human Capital - NAME": the item of the dash or colon after a field of work that
/// begins a line; 0 if the line is no such one.
std::size_t portfolio_end(const Analysis& a, const Sentence& sentence);

/// The person of a sentence that says nothing but a name, with honours after it: "X, EGH". nullptr
/// if it says more.
const Item* name_alone(const Analysis& a, const Sentence& sentence);

/// Is the sentence a line, and all of it?
bool is_whole_line(const Analysis& a, std::size_t s);

inline constexpr std::size_t most_marks = 6;  ///< "#" of a heading of Markdown

/// How many lines one sentence begins below the end of another.
std::ptrdiff_t lines_between(const Analysis& a, std::size_t s, std::size_t next);

/// How a heading is marked: by as many "#", above `most_marks` by a number or by capitals; 0 if it
/// is not. Headings that are marked alike stand beside one another.
std::size_t rank_of(const Analysis& a, std::size_t s);

/// The items of a line after its number: "5.".
std::size_t after_number(const std::vector<Item>& items);

/// A short line that speaks of people who belong to no body above it: "Guests", "Our Partners".
bool is_of_outsiders(const Analysis& a, std::size_t s);

/// Is the body no more than the noun of its kind: "Organisation"?
bool is_bare_noun(const Analysis& a, const BodyMention& body);

/// "Senior Leadership Team": a group whose members have posts in the whole.
bool is_team(const BodyMention& body);

/// The body that a line alone names, with few words beside it, and of which the posts in the lists,
/// tables and cards below it are; none if it is no such line. Where the line says more of its name
/// than was read ("Ministry of Culture, Media and Sport") the body is a new mention, all of it.
int body_alone(Analysis& a, std::size_t s);

/// Makes these items one person, if their words are capitalised as a name's are and no pack knows
/// them as something else. Did it?
bool make_name(Analysis& a, Sentence& sentence, std::size_t begin, std::size_t end);

/// Makes a title of the capitalised words with which these items begin, with the title or the body
/// that follows, if they end as words for people do. Did it?
bool make_post(Analysis& a, Sentence& sentence, std::size_t begin, std::size_t end);

/// Does the text name a cabinet, a council of ministers? Looks at each body that it names.
bool speaks_of_cabinet(const Analysis& a);

/// Makes the items from begin to end, if they are a field of work and no more, the post of the
/// minister of it: "Health & Family Welfare" in the list of a cabinet. True if they are.
bool make_minister(Analysis& a, Sentence& sentence, std::size_t begin, std::size_t end);

/// Makes names and posts of what no pack knows, where most of the like lines around have one in
/// that place.
void find_rosters(Analysis& a);

/// Gives each line of posts in a roster to the name above it, as `Sentence::holder`, and its titles
/// the dates on a line of their own; a place that stands where a name must becomes a person.
void find_cards(Analysis& a);

}  // namespace nom::extract
