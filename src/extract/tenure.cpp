// SPDX-License-Identifier: Apache-2.0
// Stage tenure: items and rules → assertions. Rules work in three layers over each sentence: time
// rules give a title its dates; phrase rules attach titles to people and shorten the sentence;
// clause rules read what remains. Of the matches of one layer that compete for the same title the
// longest wins, then the rule that stands first in the packs, then the one further left.
#include "extract/analysis.hpp"
#include "extract/contest.hpp"
#include "extract/frame.hpp"
#include "extract/layout.hpp"
#include "extract/life.hpp"
#include "extract/probe.hpp"

#include <algorithm>
#include <tuple>

namespace nom::extract {

namespace {

class Tenures {
 public:
  Tenures(Analysis& a, const Rulebook& rules)
      : a_(a), rules_(rules), lives_(a), programme_(is_programme()) {}

  void run(std::size_t sentence) {
    sentence_ = sentence;
    items_ = &a_.sentences[sentence].items;
    language_ = a_.sentences[sentence].language;
    const Line line = a_.sentences[sentence].line;
    if (line == Line::row) {
      read_row();
      if (language_ == Language::vi) {
        read_member();
      }
      return;
    }
    if (is_in_ballot() || is_ballot()) {
      return;
    }
    if (line == Line::career) {
      const std::size_t before = a_.assertions.size();
      read_career();
      if (a_.assertions.size() > before || !lives_.name_subject(sentence_)) {
        return;
      }
    }
    const auto is_person = [](const Item& item) { return item.kind == ItemKind::person; };
    auto person = std::find_if(items_->begin(), items_->end(), is_person);
    if (a_.sentences[sentence].holder != none) {
      if (language_ == Language::en) {
        join_titles();
        reduce(Rule::Layer::time);
      }
      read_card();
      return;
    }
    if (person == items_->end() && lives_.name_subject(sentence_)) {
      person = std::find_if(items_->begin(), items_->end(), is_person);
    }
    if (language_ == Language::en && read_summary()) {
      return;
    }
    if (person == items_->end()) {
      read_biography();
      if (language_ == Language::en) {
        find_open_title();
      }
      return;
    }
    close_open_title(*person);
    if (language_ == Language::en) {
      find_open_title();
    }
    before_ = bearer_;
    bearer_ = a_.person(person->people[0]).entity;
    for (const Item& item : *items_) {
      if (item.people.empty()) {
        continue;  // no person after all
      }
      for (const int t : item.attached) {
        say(a_.person(item.people[0]).entity, t, "suffix", "");
      }
    }
    if (language_ == Language::en) {
      read_ranks();
    }
    drop_terms();
    read_delegates();
    drop_asides();
    drop_styles();
    if (language_ == Language::vi) {  // its titles are joined where they are parsed
      reduce(Rule::Layer::phrase);
      read_member();
      read_clauses();
      return;
    }
    read_each();
    share_seat();
    join_titles();
    reduce(Rule::Layer::time);
    drop_article();
    read_then();
    drop_post_nouns();
    part_titles();
    place_destinations();
    read_posts_first();
    read_labels();
    reduce(Rule::Layer::phrase);
    if (std::any_of(items_->begin(), items_->end(),
                    [](const Item& item) { return item.kind == ItemKind::title; })) {
      // "Chair: Gen. X": a post before what the first pass makes a person of.
      reduce(Rule::Layer::phrase);
    }
    read_list_line();
    read_clauses();
    read_fields();
    read_those();
  }

 private:
  /// "Candidates for officers of the Union:", "The following were nominated: X, president": none of
  /// them holds the post.
  [[nodiscard]] bool is_ballot() const {
    constexpr std::size_t longest_lead = 12;  // items
    const auto& items = *items_;
    bool wished = false;
    for (std::size_t i = 0; i < items.size() && i < longest_lead; ++i) {
      if (is_mark(items[i], ':') || (wished && items[i].is(a_.pack.cues().be))) {
        // "Two candidates were named: X, dean of Bend College;": posts that they have
        return wished && language_ == Language::en &&
               std::none_of(items.begin(), items.end(), [&](const Item& item) {
                 return item.kind == ItemKind::title && (a_.title(item.titles[0]).body != none ||
                                                         a_.title(item.titles[0]).place != none);
               });
      }
      if (items[i].kind == ItemKind::person) {
        return false;
      }
      wished = wished || items[i].is(a_.pack.cues().candidate) ||
               (items[i].is(a_.pack.cues().nominate) && !a_.capital(items[i].range.begin));
    }
    return false;
  }

  /// "Her previous roles include director of the Water Board and chair of the Seed Fund": the posts
  /// up to the next name or verb.
  bool read_summary() {
    const std::optional<Summary> summary = summary_of(a_, a_.sentences[sentence_]);
    const int whose = !summary                   ? none
                      : summary->subject == none ? bearer_
                                                 : entity_of(summary->subject);
    if (whose == none) {
      return false;
    }
    join_titles();
    reduce(Rule::Layer::time);
    const GrammarCues& cues = a_.pack.cues();
    const auto first = std::find_if(items_->begin(), items_->end(),
                                    [](const Item& item) { return item.kind == ItemKind::title; });
    const auto begin = static_cast<std::size_t>(first - items_->begin());
    for (std::size_t i = begin; i < items_->size(); ++i) {
      std::size_t before = i;  // "adviser to the president": whom one serves
      while (before > 0 && (*items_)[before - 1].is(cues.det)) {
        --before;
      }
      const Item& item = (*items_)[i];
      const Item& last = (*items_)[before - 1];
      const bool own = i == begin || last.kind == ItemKind::mark || last.kind == ItemKind::title ||
                       last.is(cues.conjunction) || last.is(cues.summary_link);
      const bool named = i + 1 < items_->size() && (*items_)[i + 1].kind == ItemKind::person;
      if (!own && !named) {
        continue;
      }
      for (const int t : item.titles) {
        const bool told = named || !a_.title(t).status.empty();
        say(named ? entity_of(static_cast<int>(i) + 1) : whose, t, "summary",
            told ? "" : std::string(summary->status));
      }
    }
    bearer_ = whose;
    return true;
  }

  /// Items of one kind in a row from item i, parted by commas and one "and": "X, Y and Z".
  [[nodiscard]] std::vector<std::size_t> in_a_row(std::size_t i, ItemKind kind) const {
    const auto& items = *items_;
    std::vector<std::size_t> row;
    bool last = false;
    while (i < items.size() && items[i].kind == kind) {
      row.push_back(i);
      std::size_t next = i + 1;
      next += next < items.size() && is_mark(items[next], ',') ? 1U : 0U;
      const bool joined = next < items.size() && is_and(items[next]);
      next += joined ? 1U : 0U;
      if (last || next == i + 1) {
        break;
      }
      last = joined;
      i = next;
    }
    return last ? row : std::vector<std::size_t>();
  }

  /// "X and Y, president and secretary of the Guild,": to each the post in the same place of the
  /// row.
  void read_each() {
    auto& items = *items_;
    for (std::size_t i = 0; i + 4 < items.size(); ++i) {
      const std::vector<std::size_t> people = in_a_row(i, ItemKind::person);
      const std::size_t comma = people.empty() ? items.size() : people.back() + 1;
      if (comma >= items.size() || !is_mark(items[comma], ',')) {
        continue;
      }
      const std::vector<std::size_t> posts = in_a_row(comma + 1, ItemKind::title);
      const std::size_t end = posts.empty() ? items.size() : posts.back() + 1;
      const std::size_t word = end < items.size() && is_mark(items[end], ',') ? end + 1 : end;
      const bool told = word < items.size() && items[word].is(a_.pack.cues().respectively);
      if (posts.size() != people.size() || !is_one_each(posts, told) ||
          (i > 0 && (items[i - 1].kind == ItemKind::title || is_mark(items[i - 1], ','))) ||
          (!told && end < items.size() && items[end].kind != ItemKind::mark)) {
        continue;
      }
      const TitleMention& last = a_.title(items[posts.back()].titles[0]);
      int body = last.body;
      const std::size_t after = told ? word + 1 : end;
      for (std::size_t k = after; told && body == none && k < items.size() && k < after + 4; ++k) {
        body = items[k].kind == ItemKind::body ? items[k].index : none;  // "respectively, of B"
      }
      for (std::size_t k = 0; k < people.size(); ++k) {
        const int t = items[posts[k]].titles[0];
        TitleMention& post = a_.title(t);
        post.body = post.body == none && post.place == none ? body : post.body;
        for (const int mention : items[people[k]].people) {
          say(a_.person(mention).entity, t, "each", post.status);
        }
      }
      erase(comma, after);
    }
  }

  /// Are these posts such as different people hold? Two may be one's, if a word does not say no:
  /// "chairman and chief executive".
  [[nodiscard]] bool is_one_each(const std::vector<std::size_t>& posts, bool told) const {
    for (std::size_t k = 0; k < posts.size(); ++k) {
      const Item& item = (*items_)[posts[k]];
      const TitleMention& post = a_.title(item.titles[0]);
      const LexEntry& head = a_.pack.entry(post.head);
      const bool single = head.has("one") || head.has("bare") || head.has("party");
      if (item.titles.size() != 1 || post.plural ||
          (!told && (!single || (posts.size() == 2 && head.has("whole"))))) {
        return false;
      }
    }
    return true;
  }

  /// "Prof. X, Weston University", "Professor X of the University of Bend": a post there.
  void read_ranks() {
    const auto& items = *items_;
    for (std::size_t i = 0; i + 2 < items.size(); ++i) {
      if (items[i].kind != ItemKind::person || items[i].people.size() != 1) {
        continue;
      }
      const bool listed = is_mark(items[i + 1], ',');
      const bool of =
          items[i + 1].is(a_.pack.cues().link) && items[i + 1].is(a_.pack.cues().oblique);
      const std::size_t at = i + (items[i + 2].is(a_.pack.cues().det) ? 3 : 2);
      if ((!listed && !of) || at >= items.size() || items[at].kind != ItemKind::body ||
          items[at].index == none || a_.body(items[at].index).kind != "university" ||
          (at + 1 < items.size() && items[at + 1].kind == ItemKind::word &&
           a_.capital(items[at + 1].range.begin)) ||  // "University of Weston Press"
          (listed && at + 1 < items.size() && items[at + 1].kind != ItemKind::mark)) {
        continue;
      }
      const Range address = {items[i].range.begin, a_.person(items[i].people[0]).range.begin};
      for (std::size_t t = address.begin; t < address.end; ++t) {
        const auto rank = a_.find(t, Lex::rank, address.end);
        const auto post = rank ? a_.entry(*rank).feature("post") : std::nullopt;
        if (!post) {
          continue;
        }
        TitleMention held = Analysis::untold_title({t, t + rank->length}, std::string(*post), 0);
        held.body = items[at].index;
        const auto status = i > 0 && items[i - 1].kind == ItemKind::word
                                ? a_.find(items[i - 1].range.begin, Lex::status, items[i].range.end)
                                : std::nullopt;  // "the late Professor X"
        say(a_.person(items[i].people[0]).entity, a_.add_title(std::move(held)), "rank",
            status ? a_.entry(*status).canonical : "");
        break;
      }
    }
  }

  [[nodiscard]] int entity_of(int item) const {
    return a_.person((*items_)[static_cast<std::size_t>(item)].people[0]).entity;
  }

  /// "Nominees: • X, president • Y, treasurer": the bullets inside the line of a ballot.
  [[nodiscard]] bool is_in_ballot() {
    const Sentence& line = a_.sentences[sentence_];
    const auto& items = *items_;
    const auto wished = [&](const Item& item) {
      return item.is(a_.pack.cues().candidate) || item.is(a_.pack.cues().nominate);
    };
    if (items.empty() || !is_mark(items[0], '*') ||
        a_.tokens[line.tokens.begin].is(shape_line_start)) {
      in_ballot_ = !items.empty() && (is_mark(items.back(), ':') || is_mark(items.back(), '-')) &&
                   std::any_of(items.begin(), items.end(), wished);
      return false;
    }
    return in_ballot_;
  }

  void erase(std::size_t from, std::size_t to) {
    items_->erase(items_->begin() + static_cast<std::ptrdiff_t>(from),
                  items_->begin() + static_cast<std::ptrdiff_t>(to));
  }

  /// "term 2020 - 2025", "term XVII, 2020 - 2025", "12th term (2020 - 2025)"
  [[nodiscard]] bool is_after_term(const std::vector<Item>& items, std::size_t i) const {
    const std::uint8_t term = a_.pack.cues().term;
    const std::size_t years = i;
    if (i > 0 && (is_mark(items[i - 1], ',') || is_mark(items[i - 1], '('))) {
      --i;
    }
    if (i > 0 && items[i - 1].is(term)) {
      // "12th term (2020 - 2025)", but "served one term (2015 - 2019)", "in her second term, 2015"
      return i == years || i < 2 || !items[i - 2].is(a_.pack.cues().own_term);
    }
    const bool counted = i > 1 && items[i - 2].is(term) &&
                         (items[i - 1].kind == ItemKind::number || is_numeral(items[i - 1]));
    return counted;
  }

  /// "XVII"
  [[nodiscard]] bool is_numeral(const Item& item) const {
    return item.kind == ItemKind::word && item.range.end - item.range.begin == 1 &&
           a_.token_text(item.range.begin).find_first_not_of("IVXLC") == std::string_view::npos;
  }

  /// "for the 2020-2025 term": the years of a body, not of a post.
  void drop_terms() {
    auto& items = *items_;
    const std::uint8_t term = a_.pack.cues().term;
    const auto is_year = [&](std::size_t i) {
      return i < items.size() &&
             (items[i].kind == ItemKind::date || items[i].kind == ItemKind::number);
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].kind != ItemKind::date || items[i].date->month != 0) {
        continue;
      }
      const std::size_t last =
          i + 2 < items.size() && is_mark(items[i + 1], '-') && is_year(i + 2) ? i + 2 : i;
      const bool before = is_after_term(items, i);
      const bool after = last + 1 < items.size() && items[last + 1].is(term);
      if (before || after) {
        items[i].kind = items[last].kind = ItemKind::word;
      }
    }
  }

  /// Ages and brackets that say nothing of posts: ", 54," and "(left)" after a person.
  void drop_asides() {
    for (std::size_t i = 0; i + 2 < items_->size(); ++i) {
      const ItemKind kind = (*items_)[i].kind;
      if (kind != ItemKind::person && kind != ItemKind::title && kind != ItemKind::body) {
        continue;
      }
      while (i + 2 < items_->size() && drop_aside(i)) {
      }
    }
  }

  /// "the Secretary, Chief X", "Commissioner Engineer X": forms of address between a post and a
  /// name.
  void drop_styles() {
    auto& items = *items_;
    for (std::size_t i = 1; i + 1 < items.size(); ++i) {
      if (items[i].kind != ItemKind::title || items[i].titles.size() != 1 ||
          items[i + 1].kind != ItemKind::person || !a_.capital(items[i].range.begin)) {
        continue;
      }
      const TitleMention& style = a_.title(items[i].titles[0]);
      const std::size_t comma = is_mark(items[i - 1], ',') && i > 1 ? 1U : 0U;
      if (items[i - 1 - comma].kind == ItemKind::title && a_.pack.entry(style.head).has("style") &&
          style.body == none && style.place == none && style.portfolio.empty() &&
          style.range.end - style.range.begin == 1) {
        a_.person(items[i + 1].people[0]).addressed = true;
        erase(i, i + 1);
      }
    }
  }

  /// "the representatives of Norland (Ms. X), Sudland (Mr. Y) and …": each of one country.
  void read_delegates() {
    auto& items = *items_;
    for (std::size_t i = 0; i + 3 < items.size(); ++i) {
      if (items[i].kind != ItemKind::title || items[i].titles.size() != 1 ||
          !a_.title(items[i].titles[0]).plural) {
        continue;
      }
      const TitleMention title = a_.title(items[i].titles[0]);
      int place = title.place;
      std::size_t k = i + 1;
      while (k + 2 < items.size() && is_mark(items[k], '(') &&
             items[k + 1].kind == ItemKind::person && is_mark(items[k + 2], ')') && place != none) {
        TitleMention made = title;
        made.plural = false;
        made.place = place;
        const int made_title = a_.add_title(std::move(made));
        for (const int mention : items[k + 1].people) {
          say(a_.person(mention).entity, made_title, "delegates", "");
        }
        k += 3;
        while (k < items.size() &&
               (is_mark(items[k], ',') || is_mark(items[k], ';') ||
                items[k].is(a_.pack.cues().conjunction) || items[k].is(a_.pack.cues().det))) {
          ++k;
        }
        if (k >= items.size()) {
          break;
        }
        if (items[k].kind == ItemKind::place) {
          place = items[k].index;
        } else if (items[k].kind == ItemKind::word && a_.capital(items[k].range.begin)) {
          place = a_.add_place(items[k].range);
        } else {
          break;
        }
        ++k;
      }
    }
  }

  /// Takes out one aside after an item; true if there was one.
  bool drop_aside(std::size_t i) {
    auto& items = *items_;
    // "Vũ Văn Tùng | Đại tá, Chỉ huy trưởng": a rank in the column of posts
    if (items[i].kind == ItemKind::person && items[i + 1].kind == ItemKind::word) {
      const std::size_t begin = items[i + 1].range.begin;
      const auto rank = a_.find(begin, Lex::rank, a_.sentences[sentence_].tokens.end);
      std::size_t comma = i + 2;
      while (rank && comma < items.size() && items[comma].range.begin < begin + rank->length) {
        ++comma;
      }
      if (rank && comma + 1 < items.size() && is_mark(items[comma], ',') &&
          items[comma].range.begin == begin + rank->length &&
          items[comma + 1].kind == ItemKind::title) {
        erase(i + 1, comma + 1);
        return true;
      }
    }
    // "X, left, mayor of Bend," of a picture
    if (items[i].kind == ItemKind::person && is_mark(items[i + 1], ',') && aside(items[i + 2]) &&
        i + 3 < items.size() && is_mark(items[i + 3], ',')) {
      erase(i + 1, i + 3);
      return true;
    }
    if (is_mark(items[i + 1], ',') && items[i + 2].kind == ItemKind::number &&
        items[i + 2].range.end - items[i + 2].range.begin == 1 &&
        a_.token_text(items[i + 2].range.begin).size() == 2) {
      std::size_t end = i + 3;  // ", 52 years old,"
      constexpr std::size_t longest_age = 7;
      while (i + 3 < items.size() && items[i + 3].is(a_.pack.cues().span) && end < items.size() &&
             end - i < longest_age && items[end].kind == ItemKind::word) {
        ++end;
      }
      erase(i + 1, end < items.size() && is_mark(items[end], ',') ? end : i + 3);
      return true;
    }
    // ", D-Ore.," after a name
    if (items[i].kind == ItemKind::person && is_mark(items[i + 1], ',') && items[i + 2].party) {
      erase(i + 1, i + 3);
      return true;
    }
    if (const std::size_t end = home_end(i); end != 0) {
      place_title(i, end);
      erase(i + 1, end);
      return true;
    }
    // ", born in 1965," after a name
    if (items[i].kind == ItemKind::person && is_mark(items[i + 1], ',') &&
        items[i + 2].is(a_.pack.cues().born)) {
      std::size_t end = i + 3;
      while (end < items.size() && end - i < 9 && !is_mark(items[end], ',') &&
             items[end].kind != ItemKind::person && items[end].kind != ItemKind::title) {
        ++end;
      }
      if (end < items.size() && is_mark(items[end], ',')) {
        erase(i + 1, end);
        return true;
      }
    }
    // "X, Bend (chair)": where one lives, before the post in a list
    if (items[i].kind == ItemKind::person && is_mark(items[i + 1], ',') && i + 4 < items.size() &&
        (items[i + 2].kind == ItemKind::place ||
         (items[i + 2].kind == ItemKind::word && a_.capital(items[i + 2].range.begin))) &&
        is_mark(items[i + 3], '(') && items[i + 4].kind == ItemKind::title) {
      erase(i + 1, i + 3);
      return true;
    }
    if (const std::size_t end = alias_end(i); end != 0) {
      erase(i + 1, end);
      return true;
    }
    if (!is_mark(items[i + 1], '(')) {
      return false;
    }
    if (items[i + 2].is(a_.pack.cues().term)) {  // "(term expires Jan. 31)"
      std::size_t close = i + 3;
      while (close < items.size() && !is_mark(items[close], ')')) {
        ++close;
      }
      if (close < items.size()) {
        erase(i + 1, close + 1);
        return true;
      }
    }
    if (items[i].kind == ItemKind::person) {
      if (const std::size_t end = field_end(i + 2); end != 0) {
        items[i].field = a_.text_of({items[i + 2].range.begin, items[end - 1].range.end});
        erase(i + 1, end + 1);
        return true;
      }
    }
    if (place_in_bracket(i)) {
      return true;
    }
    std::size_t close = i + 2;
    bool plain = true;
    bool bare = true;  // places, numbers and acronyms alone
    while (close < items.size() && !is_mark(items[close], ')') && close - i < 8) {
      const Item& inner = items[close];
      const bool word = inner.kind == ItemKind::word;
      plain = plain && (word || inner.kind == ItemKind::mark || inner.kind == ItemKind::place);
      // "X (Lab, Eastfield)", "X (Con)": party and ward
      constexpr std::size_t longest_party = 4;  // bytes
      const bool seat = word && items[i].kind == ItemKind::person && inner.cues.none() &&
                        a_.capital(inner.range.begin) && close - i < 5 &&
                        a_.token_text(items[i + 2].range.begin).size() <= longest_party;
      // "(ALDE, DE)": letters that were read as a name
      const bool letters = items[i].kind == ItemKind::person && inner.kind == ItemKind::person &&
                           inner.range.end - inner.range.begin == 1 &&
                           a_.tokens[inner.range.begin].is(shape_all_capitals);
      bare = bare && (inner.kind == ItemKind::place || inner.kind == ItemKind::number ||
                      is_mark(inner, ',') || seat || letters ||
                      (word && (a_.tokens[inner.range.begin].is(shape_all_capitals) ||
                                (items[i].kind == ItemKind::title &&
                                 a_.is_short_acronym(inner.range.begin)))));  // "(CoP)"
      ++close;
    }
    const bool closed = close < items.size() && is_mark(items[close], ')') && close - i > 2;
    std::size_t last = close - 1;  // "(Ret.)"
    last -= last > i + 2 && is_mark(items[last], '.') ? std::size_t{1} : std::size_t{0};
    const bool said =
        plain && items[i].kind == ItemKind::person && close > i + 2 && aside(items[last]);
    if (closed && (bare || said)) {
      erase(i + 1, close + 1);
      return true;
    }
    return false;
  }

  /// "Vice President (Asia)", "Permanent Secretary for Development (Works)": whose the post is, or
  /// more of its field.
  bool place_in_bracket(std::size_t i) {
    auto& items = *items_;
    if (items[i].kind != ItemKind::title || items[i].titles.size() != 1 || i + 3 >= items.size() ||
        !is_mark(items[i + 3], ')')) {
      return false;
    }
    TitleMention& post = a_.title(items[i].titles[0]);
    const Item& inner = items[i + 2];
    const bool open = post.body == none || post.inherited;
    if (inner.kind == ItemKind::place && open && (post.place == none || post.inherited) &&
        post.portfolio.empty()) {
      post.place = inner.index;
      post.body = none;
      post.inherited = false;
    } else if (inner.kind != ItemKind::word || post.portfolio.empty() ||
               !a_.capital(inner.range.begin) ||
               a_.tokens[inner.range.begin].is(shape_all_capitals)) {
      return false;
    }
    erase(i + 1, i + 4);
    return true;
  }

  /// "- The Dean - Ana Weston": the article says nothing.
  void drop_article() {
    const auto& items = *items_;
    std::size_t i = 0;
    while (i < items.size() &&
           (items[i].kind == ItemKind::mark || items[i].kind == ItemKind::number)) {
      ++i;
    }
    if (i + 3 < items.size() && items[i].is(a_.pack.cues().det) &&
        items[i + 1].kind == ItemKind::title &&
        (is_mark(items[i + 2], '-') || is_mark(items[i + 2], ':')) &&
        items[i + 3].kind == ItemKind::person) {
      erase(i, i + 1);
    }
  }

  /// "Mayor X and then Vice President Y": before a name the word says how the post is held, while
  /// in "was mayor and then vice president" it says when.
  void read_then() {
    const auto& items = *items_;
    for (std::size_t i = 0; i + 2 < items.size(); ++i) {
      if (items[i].kind != ItemKind::word || items[i + 1].kind != ItemKind::title ||
          items[i + 2].kind != ItemKind::person) {
        continue;
      }
      const auto status = a_.find(items[i].range.begin, Lex::status, items[i].range.end);
      if (status && a_.entry(*status).has("adverb")) {
        for (const int t : items[i + 1].titles) {
          a_.title(t).status = a_.entry(*status).canonical;
        }
      }
    }
  }

  /// "named X to the prime minister's post": the post itself.
  void drop_post_nouns() {
    const auto& items = *items_;
    for (std::size_t i = 0; i + 2 < items.size(); ++i) {
      if (items[i].kind == ItemKind::title && is_mark(items[i + 1], '\'') &&
          items[i + 2].is(a_.pack.cues().post_noun)) {
        erase(i + 1, i + 3);
      }
    }
  }

  /// "MP X was elected as treasurer and MP Y as secretary": the first post is that of X, though it
  /// stands in a row with what stands before Y.
  void part_titles() {
    auto& items = *items_;
    const auto is_as = [&](std::size_t i) { return items[i].is(a_.pack.cues().as); };
    for (std::size_t i = 2; i + 2 < items.size(); ++i) {
      const bool after_as = is_as(i - 1) || (items[i - 1].is(a_.pack.cues().det) && is_as(i - 2));
      if (items[i].kind != ItemKind::title || items[i].titles.size() != 2 || !after_as ||
          items[i + 1].kind != ItemKind::person || !is_as(i + 2)) {
        continue;
      }
      Item second = items[i];
      second.titles = {items[i].titles[1]};
      second.range = a_.title(second.titles[0]).range;
      items[i].titles.pop_back();
      items[i].range.end = a_.title(items[i].titles[0]).range.end;
      Item comma;
      comma.kind = ItemKind::mark;
      comma.mark = ',';
      comma.range = {items[i].range.end, second.range.begin};
      const auto at = items.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      items.insert(items.insert(at, std::move(second)), std::move(comma));
    }
  }

  /// "is moved to the Ashanti Region as the Regional Commander": the post is there.
  void place_destinations() {
    const auto& items = *items_;
    for (std::size_t i = 1; i + 2 < items.size(); ++i) {
      if (items[i].kind != ItemKind::place || items[i].index == none ||
          !items[i + 1].is(a_.pack.cues().as)) {
        continue;
      }
      const std::string& kind = a_.place(items[i].index).kind;
      const std::size_t post =
          items[i + 2].is(a_.pack.cues().det) && i + 3 < items.size() ? i + 3 : i + 2;
      if (kind.empty() || kind == "city" || kind == "town" || items[post].kind != ItemKind::title) {
        continue;
      }
      for (const int t : items[post].titles) {
        TitleMention& title = a_.title(t);
        const LexEntry& head = a_.pack.entry(title.head);
        const bool bare = (title.body == none && title.place == none) || title.inherited;
        if (bare && !title.served && title.portfolio.empty() && head.has("place") &&
            !head.has("alone")) {
          title.place = items[i].index;
          title.body = none;
          title.inherited = false;
        }
      }
    }
  }

  /// "President: Ana Moss Secretary: Erin Fold (Bend), Treasurer: Will Grey", "President | Ana Moss
  /// | Secretary | Erin Fold": a line whose labels are posts, each of the name that follows.
  void read_labels() {
    auto& items = *items_;
    char link = 0;
    const auto labels = [&](std::size_t i) {
      return i + 2 < items.size() && items[i].kind == ItemKind::title &&
             items[i].titles.size() == 1 && is_mark(items[i + 1], link) &&
             items[i + 2].kind == ItemKind::person;
    };
    const auto past_bracket = [&](std::size_t i) {
      std::size_t end = i;
      while (end < items.size() && is_mark(items[i], '(') && !is_mark(items[end], ')')) {
        ++end;
      }
      return end > i && end < items.size() ? end + 1 : i;
    };
    const auto next_label = [&](std::size_t i) {
      std::size_t end = past_bracket(i);
      end += is_mark(items[std::min(end, items.size() - 1)], ')') ? 1U : 0U;
      const bool parted = end < items.size() && items[end].kind == ItemKind::mark &&
                          !is_mark(items[end], ':') && !is_mark(items[end], '(');
      return parted ? end + 1 : end;
    };
    bool row = false;  // a label straight after the name of another
    for (std::size_t i = 0; i + 3 < items.size() && !row; ++i) {
      constexpr std::string_view links = ":|-=(";
      if (items[i].kind != ItemKind::title || items[i + 1].kind != ItemKind::mark ||
          links.find(items[i + 1].mark) == std::string_view::npos) {
        continue;
      }
      link = items[i + 1].mark;
      // "Ida Moss, President - Karl Lund, Secretary": the post is of the name before it
      const bool held = i > 1 && link != ':' && items[i - 1].kind == ItemKind::mark &&
                        items[i - 2].kind == ItemKind::person;
      row = !held && labels(i) && labels(next_label(i + 3));
    }
    if (!row) {
      return;
    }
    const auto told = std::find_if(items.begin(), items.end(), [](const Item& item) {
      return item.kind == ItemKind::title || item.kind == ItemKind::person;
    });
    if (a_.has_caption({a_.sentences[sentence_].tokens.begin, told->range.begin},
                       a_.pack.cues().outsiders)) {
      return;  // "Candidates for President: X Secretary: Y"
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!labels(i)) {
        continue;
      }
      const int post = items[i].titles[0];
      erase(i, i + 2);
      do {  // "Members: Ana Moss (Bend) Will Grey (Hull)"
        for (const int mention : items[i].people) {
          say(a_.person(mention).entity, post, "label-row", "");
        }
        items[i].attached.push_back(post);
        i = past_bracket(i + 1);
      } while (a_.title(post).plural && i < items.size() && items[i].kind == ItemKind::person);
      --i;
    }
  }

  /// "X (aka Johnny Lee) was", "X, better known as Ann, is": past the other name of X; 0 if there
  /// is none.
  [[nodiscard]] std::size_t alias_end(std::size_t i) const {
    constexpr std::size_t longest_alias = 6;  // items
    const auto& items = *items_;
    const bool bracket = is_mark(items[i + 1], '(');
    if (items[i].kind != ItemKind::person || !(bracket || is_mark(items[i + 1], ',')) ||
        !items[i + 2].is(a_.pack.cues().alias)) {
      return 0;
    }
    std::size_t end = i + 3;
    while (end < items.size() && end - i < longest_alias &&
           !is_mark(items[end], bracket ? ')' : ',')) {
      ++end;
    }
    return end < items.size() && is_mark(items[end], bracket ? ')' : ',') ? end + (bracket ? 1 : 0)
                                                                          : 0;
  }

  /// "Mayor X of Malabon": the place is that of the post before the name, where it takes one.
  void place_title(std::size_t i, std::size_t end) {
    const auto& items = *items_;
    if (i == 0 || items[i - 1].kind != ItemKind::title || items[i - 1].titles.size() != 1 ||
        end != i + 3) {
      return;
    }
    TitleMention& title = a_.title(items[i - 1].titles[0]);
    const bool bare = (title.body == none || title.inherited) && title.place == none &&
                      title.portfolio.empty() && !title.plural;
    if (bare && a_.pack.entry(title.head).has("place")) {
      title.place = items[end - 1].kind == ItemKind::place ? items[end - 1].index
                                                           : a_.add_place(items[end - 1].range);
      title.body = none;
      title.inherited = false;
    }
  }

  /// "of Zimbabwe", ", of Tucson,", "of Littleton," after a name, the last a place that no pack
  /// knows: the item after it, 0 if there is none.
  [[nodiscard]] std::size_t home_end(std::size_t i) const {
    const auto& items = *items_;
    const std::size_t of = is_mark(items[i + 1], ',') ? i + 2 : i + 1;
    if (items[i].kind != ItemKind::person || of + 1 >= items.size() ||
        items[of].kind != ItemKind::word) {
      return 0;
    }
    const Item& home = items[of + 1];
    const bool known = home.kind == ItemKind::place;
    const bool ruled = i > 0 && items[i - 1].kind == ItemKind::title &&
                       a_.pack.entry(a_.title(items[i - 1].titles[0]).head).has("place");
    const bool closed =
        of + 2 < items.size() &&
        ((items[of + 2].kind == ItemKind::mark && (of == i + 1 || is_mark(items[of + 2], ','))) ||
         (of == i + 1 && ruled));
    const bool wished = of + 3 < items.size() && items[of + 3].is(a_.pack.cues().to_be);
    if (a_.text_of(items[of].range) == "of" && closed && !wished &&
        (known || (home.kind == ItemKind::word && a_.capital(home.range.begin)))) {
      return of + 2;
    }
    const GrammarCues& cues = a_.pack.cues();
    return of == i + 1 && known && items[of].is(cues.oblique) && items[of].is(cues.link) ? of + 2
                                                                                         : 0;
  }

  /// "(Foreign Affairs)": the item that closes the bracket around a field of work, else 0.
  [[nodiscard]] std::size_t field_end(std::size_t i) const {
    const auto& items = *items_;
    bool field = false;
    for (std::size_t k = i; k < items.size() && k - i < 8; ++k) {
      if (is_mark(items[k], ')')) {
        return field ? k : 0;
      }
      if (items[k].kind != ItemKind::word && items[k].kind != ItemKind::mark) {
        return 0;
      }
      for (std::size_t t = items[k].range.begin; t < items[k].range.end; ++t) {
        field = field || (a_.has(t, Lex::portfolio) && a_.capital(t));
      }
    }
    return 0;
  }

  /// The title with the field of work in the bracket after its holder's name.
  int with_field(const Item& who, int title) {
    const TitleMention& t = a_.title(title);
    const LexEntry& head = a_.pack.entry(t.head);
    if (who.field.empty() || t.body != none || !t.portfolio.empty() ||
        !(head.has("portfolio") || head.has("field"))) {
      return title;
    }
    TitleMention made = t;
    made.portfolio = who.field;
    made.portfolio_of = true;
    return a_.add_title(std::move(made));
  }

  /// "Six judges took their oaths as judges of appeal. They are X, Y and Z": who they are of whom
  /// the sentence before says what they have become.
  void read_those() {
    const auto& items = *items_;
    const bool told = sentence_ > 0 && items.size() > 2 && items[0].is(a_.pack.cues().those) &&
                      items[1].is(a_.pack.cues().be);
    for (std::size_t i = 2; told && i < items.size(); ++i) {
      const Item& item = items[i];
      if (item.kind == ItemKind::title ||
          (item.kind == ItemKind::word && !item.is(a_.pack.cues().conjunction))) {
        return;
      }
    }
    if (!told) {
      return;
    }
    const auto& before = a_.sentences[sentence_ - 1].items;
    int old = none;  // what they were
    int post = none;
    bool gained = false;
    for (const Item& item : before) {
      if (item.kind == ItemKind::person) {
        return;  // "X was elected chair. They are …"
      }
      const Frame* const frame = a_.pack.frame_of(item.cues);
      gained = gained || (frame != nullptr && frame->kind == Frame::Kind::gain);
      if (item.kind == ItemKind::title && a_.title(item.titles[0]).plural) {
        (gained ? post : old) = item.titles[0];
      }
    }
    // a judge of one court who becomes a judge of another
    const bool left = old != none && post != none && a_.title(old).role == a_.title(post).role &&
                      a_.title(old).body != none && a_.title(post).body != none;
    for (std::size_t i = 2; post != none && i < items.size(); ++i) {
      for (const int mention : items[i].people) {
        say(a_.person(mention).entity, post, "those", "");
        if (left) {
          say(a_.person(mention).entity, old, "those", "former");
        }
      }
    }
  }

  /// "Some others are X (Trade), Y (Works) and Z (Health)", in a text on ministers: who has which
  /// field, where the sentence says nothing else of them.
  void read_fields() {
    constexpr std::ptrdiff_t fewest = 3;
    const auto told = [&](const Item& who) {
      const int person = a_.person(who.people[0]).entity;
      return std::any_of(a_.assertions.rbegin(), a_.assertions.rend(), [&](const Assertion& x) {
        return x.sentence == sentence_ && x.person == person;
      });
    };
    const auto open = [&](const Item& item) {
      return item.kind == ItemKind::person && !item.field.empty() && item.people.size() == 1;
    };
    // "Also among those sworn in are X (Trade)", but "Journalists at the event included X (Trade)"
    const auto first = std::find_if(items_->begin(), items_->end(), open);
    if (std::count_if(first, items_->end(), open) < fewest ||
        std::any_of(items_->begin(), first,
                    [&](const Item& item) { return a_.text_of(item.range) == "at"; }) ||
        std::any_of(items_->begin(), items_->end(), [&](const Item& item) {
          const Frame* const frame = a_.pack.frame_of(item.cues);
          return frame != nullptr && frame->kind == Frame::Kind::no;
        })) {
      return;
    }
    int ministers = none;
    for (std::size_t t = 0; t < a_.titles.size(); ++t) {
      const TitleMention& title = a_.titles[t];
      const bool before = title.range.begin < a_.sentences[sentence_].tokens.begin;
      if (before && title.plural && title.portfolio.empty() && title.body == none &&
          a_.pack.entry(title.head).has("portfolio")) {
        ministers = static_cast<int>(t);
      }
    }
    for (std::size_t i = 0; ministers != none && i < items_->size(); ++i) {
      if (const Item& who = (*items_)[i]; open(who) && !told(who)) {
        say(a_.person(who.people[0]).entity, with_field(who, ministers), "field-in-row", "");
      }
    }
  }

  [[nodiscard]] bool aside(const Item& item) const { return item.is(a_.pack.cues().aside); }

  /// "Secretary of X and Chairman of Y": titles in a row are one item, unless the last belongs to
  /// a person of its own.
  void join_titles() {
    auto& items = *items_;
    const std::uint8_t det = a_.pack.cues().det;
    for (std::size_t i = 0; i + 2 < items.size(); ++i) {
      if (items[i].kind != ItemKind::title) {
        continue;
      }
      while (i + 2 < items.size()) {
        std::size_t j = i + 1;
        // "X, Deputy Commander - Chief of Staff", but "talks with the Mayor - President X stayed
        // away"
        const bool dash = is_mark(items[j], '-') && (i == 0 || items[i - 1].kind == ItemKind::mark);
        if (is_mark(items[j], ',') || dash) {
          ++j;
        }
        if (j < items.size() && (is_mark(items[j], '&') || is_and(items[j]))) {
          ++j;
          // "Head of … and a former president of …"
          if (j + 1 < items.size() && items[j].is(det) && items[j + 1].kind == ItemKind::title) {
            ++j;
          }
        }
        if (j == i + 1 || j >= items.size() || items[j].kind != ItemKind::title) {
          break;
        }
        const bool comma_only = is_mark(items[j - 1], ',') || is_mark(items[j - 1], '-');
        const bool comma = is_mark(items[i + 1], ',') || is_mark(items[i + 1], '-');
        const bool person_before = i > 1 && items[i - 1].kind == ItemKind::mark &&
                                   !is_mark(items[i - 1], ';') && !is_mark(items[i - 1], ':') &&
                                   items[i - 2].kind == ItemKind::person;
        const bool person_after = j + 1 < items.size() && items[j + 1].kind == ItemKind::person;
        // "Secretary of the Party Committee, Director of the Department X": all are the person's
        // unless one before has them.
        const bool opens = i == 0 || items[i - 1].kind == ItemKind::word ||
                           is_mark(items[i - 1], ';') || is_mark(items[i - 1], ':');
        // "elected as vice-president of the Council, Union president X said": X is another
        const bool said =
            i > 0 && items[i - 1].is(a_.pack.cues().as) &&
            std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i),
                        [](const Item& item) { return item.kind == ItemKind::person; });
        if (person_after &&
            (person_before || (comma && !(comma_only && opens)) || (comma_only && said))) {
          break;
        }
        if (a_.title(items[j].titles[0]).plural != a_.title(items[i].titles[0]).plural) {
          break;
        }
        share_body(items[i].titles, items[j].titles);
        auto& left = items[i].titles;
        left.insert(left.end(), items[j].titles.begin(), items[j].titles.end());
        items[i].range.end = items[j].range.end;
        erase(i + 1, j + 1);
      }
    }
  }

  /// "the Minister of Health, A, Bank President, B, and the Speaker, C": where post and holder take
  /// turns and a post begins, each post is of the name that follows. The commas between are
  /// dropped.
  void read_posts_first() {
    auto& items = *items_;
    const std::uint8_t det = a_.pack.cues().det;
    const auto kind = [&items](std::size_t k) {
      return k < items.size() ? items[k].kind : ItemKind::word;
    };
    const auto is_post = [&](std::size_t k) {
      return kind(k) == ItemKind::title && !a_.title(items[k].titles[0]).plural;
    };
    const auto is_one = [&](std::size_t k) {
      return kind(k) == ItemKind::person && items[k].people.size() == 1 &&
             items[k].attached.empty() && a_.capital(items[k].range.begin);
    };
    for (std::size_t i = 0; i + 6 < items.size(); ++i) {
      const std::size_t whole = i > 0 && items[i - 1].is(det) ? i - 1 : i;
      if (!is_post(i) || (whole > 1 && items[whole - 1].kind == ItemKind::mark &&
                          items[whole - 2].kind == ItemKind::person)) {
        continue;
      }
      std::vector<std::size_t> commas;
      std::size_t pairs = 0;
      std::size_t k = i;
      bool closed = false;
      while (is_post(k)) {
        const bool comma = k + 1 < items.size() && is_mark(items[k + 1], ',');
        const std::size_t who = comma ? k + 2 : k + 1;
        if (!is_one(who)) {
          closed = false;
          break;
        }
        // "Mayor X, chairman of A, Y, clerk of B" is not clear, "Mayor X, the chairman of A, Dr. Y"
        // is.
        if (pairs == 1 && commas.empty() && !items[k - 1].is(det) &&
            !a_.person(items[who].people[0]).addressed) {
          closed = false;
          break;
        }
        if (comma) {
          commas.push_back(k + 1);
        }
        ++pairs;
        k = who + 1;
        closed = !comma || k >= items.size() || items[k].kind == ItemKind::mark || is_and(items[k]);
        while (k < items.size() && (is_mark(items[k], ',') || is_mark(items[k], ';') ||
                                    is_and(items[k]) || items[k].is(det))) {
          ++k;
        }
        if (k == who + 1) {
          break;
        }
      }
      if (closed && pairs > 1) {
        std::reverse(commas.begin(), commas.end());
        for (const std::size_t at : commas) {
          erase(at, at + 1);
        }
      }
      i += closed && pairs > 1 ? 2 * pairs - 1 : 0;
    }
  }

  /// "a member of the Seed Board, the Water Trust and the Port Council", "trustee of A and B": a
  /// seat in each.
  void share_seat() {
    auto& items = *items_;
    const GrammarCues& cues = a_.pack.cues();
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool seat = items[i].kind == ItemKind::title && items[i].titles.size() == 1 &&
                        a_.title(items[i].titles[0]).body != none &&
                        (a_.pack.entry(a_.title(items[i].titles[0]).head).has("seat") ||
                         a_.pack.entry(a_.title(items[i].titles[0]).head).has("trade"));
      std::vector<int> bodies;
      std::size_t at = i + 1;
      bool closed = false;  // the last of them after "and"
      while (seat && !closed) {
        std::size_t k = at;
        k += k < items.size() && is_mark(items[k], ',') ? 1U : 0U;
        closed = k < items.size() && is_and(items[k]);
        k += closed ? 1U : 0U;
        const bool parted = k > at;
        k += k < items.size() && items[k].is(cues.det) ? 1U : 0U;
        if (!parted || k >= items.size() || items[k].kind != ItemKind::body) {
          closed = false;
          break;
        }
        bodies.push_back(items[k].index);
        at = k + 1;
      }
      // "a member of the Council, and the Ministry said": a clause of its own
      const bool ends = at == items.size() || items[at].kind == ItemKind::mark ||
                        items[at].is(cues.oblique) || items[at].is(cues.conjunction);
      if (!closed || !ends || bodies.empty()) {
        continue;
      }
      for (const int body : bodies) {
        TitleMention made = a_.title(items[i].titles[0]);
        made.body = body;
        items[i].titles.push_back(a_.add_title(std::move(made)));
      }
      items[i].range.end = items[at - 1].range.end;
      erase(i + 1, at);
    }
  }

  /// "Chairman and Chief Executive of Northwind": both are of it.
  void share_body(const std::vector<int>& left, const std::vector<int>& right) {
    const TitleMention& last = a_.title(right.front());
    if ((last.body == none && last.place == none) || last.inherited || right.size() != 1) {
      return;
    }
    for (const int t : left) {
      TitleMention& title = a_.title(t);
      const LexEntry& head = a_.pack.entry(title.head);
      if (last.place != none && head.has("place") && title.place == none && title.body == none &&
          title.portfolio.empty()) {
        title.place = last.place;
        continue;
      }
      // "Deputy Secretary, Chairman of the People's Committee": secretaries are the party's
      const bool apart =
          last.body != none && head.canonical.ends_with("Secretary") &&
          !a_.pack.entry(last.head).canonical.ends_with("Secretary") &&
          (a_.body(last.body).kind == "government" || a_.body(last.body).kind == "legislature");
      if (last.body != none && (title.body == none || title.inherited) && title.place == none &&
          title.portfolio.empty() && !title.served && !head.has("alone") && !head.has("place") &&
          !apart) {
        title.body = last.body;
        title.inherited = false;
      }
    }
  }

  [[nodiscard]] bool is_and(const Item& item) const {
    return item.kind == ItemKind::word && item.is(a_.pack.cues().conjunction);
  }

  void say(int person, int title, const char* rule, const std::string& status,
           bool clause = false) {
    if (person == none) {
      return;
    }
    const TitleMention& t = a_.title(title);
    Assertion x;
    x.person = person;
    x.title = title;
    x.status = status;
    x.from = t.from;
    x.to = t.to;
    x.rule = rule;
    x.sentence = sentence_;
    x.clause = clause;
    a_.assertions.push_back(std::move(x));
  }

  /// A row of a table: the posts of the person in it, as their columns say.
  void read_row() {
    const Sentence& sentence = a_.sentences[sentence_];
    const std::vector<Cell> cells = cells_of(a_, sentence);
    const Table& table = a_.tables[static_cast<std::size_t>(sentence.table)];
    std::vector<int> people;
    std::optional<PartialDate> since;
    std::optional<PartialDate> begun;  // "1974 - 1977", in one cell
    std::optional<PartialDate> ended;
    // Where the posts of the row are: what its column of bodies says, or its first cell where the
    // posts are the columns.
    const bool numbered = (*items_)[cells[0].begin].kind == ItemKind::number;
    int body = none;
    for (std::size_t c = 0; c < cells.size() && body == none; ++c) {
      const Item& item = (*items_)[cells[c].begin];
      const auto column = column_of(a_, sentence, cells, c);
      const bool bodies =
          c == (numbered ? 1U : 0U) || (column && table.columns[*column].kind == Table::Kind::body);
      body = bodies && item.kind == ItemKind::body ? item.index : none;
    }
    const std::size_t before = a_.assertions.size();
    for (const bool posts : {false, true}) {
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto column = column_of(a_, sentence, cells, c);
        if (!column) {
          continue;
        }
        const Table::Column& at = table.columns[*column];
        for (std::size_t i = cells[c].begin; i < cells[c].end; ++i) {
          const Item& item = (*items_)[i];
          // "Sara Weston, MPH", "Arjun Weston (Retd)": the word after the name is none.
          const bool honour = i > cells[c].begin && item.range.end - item.range.begin == 1;
          if (!posts && at.kind == Table::Kind::person && item.kind == ItemKind::person &&
              !honour) {
            people.push_back(a_.person(item.people[0]).entity);
          } else if (posts && at.kind == Table::Kind::post && item.kind == ItemKind::title) {
            for (const int person : people) {
              for (const int t : item.titles) {
                say(person, t, "table-row", at.status);
              }
            }
          } else if (posts && at.kind == Table::Kind::title && item.kind == ItemKind::person) {
            TitleMention made = a_.title(at.title);
            made.body = body != none ? body : made.body;
            say(a_.person(item.people[0]).entity, a_.add_title(std::move(made)), "table-row", "");
          } else if (at.kind == Table::Kind::from && item.kind == ItemKind::date) {
            since = item.date;
          } else if (posts && at.kind == Table::Kind::term && item.kind == ItemKind::date &&
                     i + 1 < cells[c].end && is_mark((*items_)[i + 1], '-') && !begun) {
            begun = item.date;
            ended = i + 2 < cells[c].end ? (*items_)[i + 2].date : std::nullopt;
          }
        }
      }
    }
    const bool seated = std::any_of(
        a_.assertions.begin() + static_cast<std::ptrdiff_t>(before), a_.assertions.end(),
        [&](const Assertion& x) {
          const TitleMention& t = a_.title(x.title);  // its chair and secretary have told theirs
          return t.is_membership() || a_.pack.entry(t.head).has("party") ||
                 t.role.ends_with("Secretary");
        });
    const std::size_t told = a_.assertions.size();
    for (const int person : people) {
      if (table.member != none && !seated) {
        say(person, table.member, "table-row", "");
      }
    }
    for (std::size_t x = before; x < a_.assertions.size(); ++x) {
      a_.assertions[x].body = x < told ? body : a_.assertions[x].body;
      if (since && a_.assertions[x].status != "former") {
        a_.assertions[x].from = since;
      }
      if (begun) {
        a_.assertions[x].from = begun;
        a_.assertions[x].to = ended;
      }
    }
  }

  /// "Peru's interior minister stepped down on Tuesday.", "The president fired his finance minister
  /// on Tuesday.": the holder is named in what follows.
  void find_open_title() {
    const std::uint8_t resign = a_.pack.cues().resign;
    for (std::size_t i = 2; i < items_->size(); ++i) {
      const auto& items = *items_;
      const bool det =
          items[i - 1].is(a_.pack.cues().det) || items[i - 1].is(a_.pack.cues().personal);
      const bool fired = det && items[i - 2].is(a_.pack.cues().lose_active);
      std::size_t holder = i + 1;
      while (holder < items.size() && holder < i + 3 &&
             (is_mark(items[holder], ',') || items[holder].is(a_.pack.cues().det))) {
        ++holder;  // "dismissed the health secretary, the physician X"
      }
      const bool named = holder < items.size() && items[holder].kind == ItemKind::person;
      if (items[i].kind == ItemKind::title && items[i].titles.size() == 1 && fired && !named &&
          !a_.title(items[i].titles[0]).plural) {
        open_ = items[i].titles[0];
        open_at_ = sentence_;
        return;
      }
    }
    for (std::size_t i = 0; i + 1 < items_->size() && i <= opening; ++i) {
      const Item& item = (*items_)[i];
      if (item.kind == ItemKind::person) {
        return;
      }
      if (item.kind == ItemKind::title && item.titles.size() == 1 &&
          !a_.title(item.titles[0]).plural && (*items_)[i + 1].kind == ItemKind::word &&
          (*items_)[i + 1].is(resign)) {
        open_ = item.titles[0];
        open_at_ = sentence_;
        return;
      }
    }
  }

  /// The first person after such a sentence, if nothing else is said of the name.
  void close_open_title(const Item& person) {
    if (open_ == none) {
      return;
    }
    if (&person != &items_->front() && (&person - 1)->is(a_.pack.cues().byline)) {
      return;  // who wrote it
    }
    const int title = open_;
    open_ = none;
    const bool beside = &person != &items_->front() && (&person - 1)->kind == ItemKind::title;
    // "X, the treasurer of the Board": somebody else
    const Item* after = &person + 1;
    const Item* const end = items_->data() + items_->size();
    const bool comma = after < end && is_mark(*after, ',');
    after += comma ? 1 : 0;
    after += comma && after < end && after->is(a_.pack.cues().det) ? 1 : 0;
    const bool other = comma && after < end && after->kind == ItemKind::title;
    if (sentence_ - open_at_ > 2 || beside || other) {
      return;
    }
    // "X, an economist who ran the Reserve Bank, replaces Y"
    for (const Item* item = &person + 1; item + 1 < items_->data() + items_->size(); ++item) {
      if (item->is(a_.pack.cues().replace) && (item + 1)->kind == ItemKind::person) {
        say(a_.person(person.people[0]).entity, title, "named-later", "current", true);
        say(a_.person((item + 1)->people[0]).entity, title, "named-later", "former", true);
        return;
      }
      if (item->kind == ItemKind::person) {
        break;
      }
    }
    say(a_.person(person.people[0]).entity, title, "named-later", "former", true);
  }

  /// "Minister", where the next line of the card says of what.
  [[nodiscard]] bool is_told_below(int title) const {
    const TitleMention& t = a_.title(title);
    if (t.place != none || !t.portfolio.empty() || sentence_ + 1 >= a_.sentences.size() ||
        a_.sentences[sentence_ + 1].holder != a_.sentences[sentence_].holder) {
      return false;
    }
    const auto& below = a_.sentences[sentence_ + 1].items;
    return std::any_of(below.begin(), below.end(), [&](const Item& item) {
      return item.kind == ItemKind::title &&
             std::any_of(item.titles.begin(), item.titles.end(), [&](int other) {
               const TitleMention& u = a_.title(other);
               return u.role == t.role && (u.place != none || !u.portfolio.empty());
             });
    });
  }

  /// The posts on a line under the line of a name: a signature, an entry of a roster.
  void read_card() {
    const Sentence& line = a_.sentences[static_cast<std::size_t>(a_.sentences[sentence_].holder)];
    const Item* const alone = name_alone(a_, line);  // else "Full name: X"
    const Item* const holder = alone != nullptr ? alone : &line.items.back();
    if (holder->kind != ItemKind::person) {
      return;
    }
    for (const Item& item : *items_) {
      if (item.is(a_.pack.cues().candidate)) {
        return;  // "Position: Candidate for Mayor"
      }
      if (item.kind != ItemKind::title) {
        continue;
      }
      for (const int t : item.titles) {
        if (is_told_below(t)) {
          continue;
        }
        const std::optional<PartialDate>& to = a_.title(t).to;
        const bool over = to && (!a_.document.date || latest(*to) < earliest(*a_.document.date));
        say(a_.person(holder->people[0]).entity, t, "card", over ? "former" : "");
      }
    }
  }

  /// "1984-86", "1998-02": the year that the two digits stand for.
  static std::optional<PartialDate> short_year(PartialDate from, std::string_view digits) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.size() != 2 || !is_digit(digits[0]) || !is_digit(digits[1])) {
      return std::nullopt;
    }
    int year = from.year / 100 * 100 + (digits[0] - '0') * 10 + (digits[1] - '0');
    year += year < from.year ? 100 : 0;
    return PartialDate{static_cast<std::int16_t>(year), 0, 0};
  }

  /// "Chief Impact Officer at X. Served as Director of Y.": the posts that open the sentences of
  /// the paragraph under a card, which names nobody.
  bool read_life_of_card() {
    const Sentence& sentence = a_.sentences[sentence_];
    const bool at_line = a_.tokens[sentence.tokens.begin].is(shape_line_start);
    const bool under_card = at_line && sentence_ > 0 && a_.sentences[sentence_ - 1].holder != none;
    if (language_ != Language::en || (!under_card && (at_line || life_ + 1 != sentence_))) {
      return false;
    }
    if (under_card) {
      const Item* const holder = name_alone(
          a_, a_.sentences[static_cast<std::size_t>(a_.sentences[sentence_ - 1].holder)]);
      life_of_ = holder == nullptr ? none : a_.person(holder->people[0]).entity;
    }
    const auto& items = *items_;
    const bool prose = is_mark(items.back(), '.') && items.size() > 1;
    if (life_of_ == none || !prose) {
      return false;
    }
    life_ = sentence_;
    // "Served as State Secretary of the Ministry …"
    const bool served = items.front().is(a_.pack.cues().was);
    std::size_t first = served ? 1 : 0;
    first += served && items[first].is(a_.pack.cues().det) ? 1U : 0U;
    if (first >= items.size() || items[first].kind != ItemKind::title) {
      return false;
    }
    join_titles();
    reduce(Rule::Layer::time);
    std::vector<int> posts;
    std::size_t end = first;
    for (; end < items.size(); ++end) {
      const Item& item = items[end];
      const bool joint =
          is_mark(item, ',') || item.is(a_.pack.cues().conjunction) || is_mark(item, '&');
      if (item.kind != ItemKind::title && !joint) {
        break;
      }
      posts.insert(posts.end(), item.titles.begin(), item.titles.end());
    }
    // "The Mayor of Weston opened the office" tells of somebody else.
    const bool closed = end == items.size() || items[end].kind == ItemKind::mark ||
                        items[end].kind == ItemKind::date ||
                        items[end].is(a_.pack.cues().oblique) ||
                        items[end].is(a_.pack.cues().since);
    for (const int t : posts) {
      const TitleMention& post = a_.title(t);
      if (closed && !post.plural &&
          (post.body != none || post.place != none || !post.portfolio.empty())) {
        const bool over =
            post.to && a_.document.date && latest(*post.to) < earliest(*a_.document.date);
        say(life_of_, t, "card-life", over || served ? "former" : "");
      }
    }
    return true;
  }

  /// "Born in 1937; hometown: …; former Secretary of …": what the person named before has been. It
  /// goes on in the sentences that name nobody.
  void read_biography() {
    if (items_->empty()) {
      return;
    }
    if (read_life_of_card()) {
      return;
    }
    if (bearer_ == none) {
      return;
    }
    const bool begins = items_->front().is(a_.pack.cues().born);
    const bool goes_on = biography_ + 1 == sentence_ && items_->front().kind == ItemKind::title;
    if (!begins && !goes_on) {
      return;
    }
    biography_ = sentence_;
    // What opens a part of the sentence, or stands in a row with it: not "the son of a former
    // mayor".
    bool opens = true;
    for (const Item& item : *items_) {
      if (item.kind == ItemKind::title && opens) {
        for (const int t : item.titles) {
          if (a_.title(t).status == "former") {
            say(bearer_, t, "biography", "");
          }
        }
      } else {
        opens = is_mark(item, ';') || (opens && is_mark(item, ','));
      }
    }
  }

  /// Of whom the lines of a career speak: the person of the sentence above them; under a heading
  /// that names nobody, the person whom the text has named most.
  [[nodiscard]] int bearer_of_career() const {
    std::size_t above = sentence_;
    while (above > 0 && a_.sentences[above].line == Line::career) {
      --above;
    }
    const auto& items = a_.sentences[above].items;
    const bool named = std::any_of(items.begin(), items.end(),
                                   [](const Item& item) { return item.kind == ItemKind::person; });
    if (named || bearer_ == none) {
      return bearer_;
    }
    std::vector<std::size_t> mentions(a_.persons.size(), 0);
    for (std::size_t s = 0; s < sentence_; ++s) {
      for (const Item& item : a_.sentences[s].items) {
        for (const int mention : item.people) {
          if (const int person = a_.person(mention).entity; person != none) {
            ++mentions[static_cast<std::size_t>(person)];
          }
        }
      }
    }
    const auto most = std::max_element(mentions.begin(), mentions.end());
    return *most > mentions[static_cast<std::size_t>(bearer_)]
               ? static_cast<int>(most - mentions.begin())
               : bearer_;
  }

  /// A dated line of a career.
  void read_career() {
    const int bearer = bearer_of_career();
    if (bearer == none) {
      return;
    }
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;
    bool open = false;
    const std::uint8_t now = a_.pack.cues().present;
    join_titles();
    int employer = none;
    const auto title = std::find_if(items_->begin(), items_->end(),
                                    [](const Item& item) { return item.kind == ItemKind::title; });
    for (auto item = items_->begin(); item != items_->end(); ++item) {
      // Dates before the post, or, where there are none, after it.
      if (item->kind == ItemKind::date && (item < title || !from || !to)) {
        (from ? to : from) = item->date;
      } else if (item->kind == ItemKind::number && from && !to && from->month == 0) {
        to = short_year(*from, a_.token_text(item->range.begin));
      } else if (item->kind == ItemKind::word && item->is(now)) {
        open = true;
      } else if (item->kind == ItemKind::body) {
        employer = item->index;
      }
      // "2022–  Chair of the Board"
      const auto next = std::find_if(item + 1, items_->end(), [](const Item& after) {
        return after.kind != ItemKind::mark || after.mark != '|';
      });
      open = open || (is_mark(*item, '-') && item != items_->begin() &&
                      (item - 1)->kind == ItemKind::date && from && !to && next == title);
    }
    const bool dated_before =
        from && title != items_->begin() && items_->front().kind != ItemKind::body;
    const bool last =
        sentence_ + 1 >= a_.sentences.size() || a_.sentences[sentence_ + 1].line != Line::career;
    for (const Item& item : *items_) {
      if (item.kind != ItemKind::title) {
        continue;
      }
      for (const int t : item.titles) {
        TitleMention& held = a_.title(t);
        if (held.body == none && held.place == none && held.portfolio.empty()) {
          held.body = employer;
        }
        held.from = from;
        held.to = to;
        say(bearer, t, "career-line", open || (!to && last && dated_before) ? "current" : "former");
      }
    }
  }

  /// Vietnamese: a numbered line or a row under "Danh sách Ban Thường vụ:" names a member of it.
  void read_member() {
    const Sentence& sentence = a_.sentences[sentence_];
    const auto member = a_.pack.entry_of("uy vien", Lex::title);
    const Heading* const heading = a_.heading_of(sentence);
    if ((sentence.line != Line::listed && sentence.line != Line::row) || heading == nullptr ||
        !member) {
      return;
    }
    const auto who = std::find_if(items_->begin(), items_->end(),
                                  [](const Item& item) { return item.kind == ItemKind::person; });
    if (who == items_->end()) {
      return;
    }
    if (heading->title != none) {
      read_holder(*who, *heading);
      return;
    }
    if (heading->body == none) {
      return;
    }
    // "X - Trưởng ban": the line gives the post in the body.
    const bool told = std::any_of(who->attached.begin(), who->attached.end(),
                                  [&](int t) { return a_.title(t).body == heading->body; });
    if (told) {
      return;
    }
    const EntryId called = heading->member != 0 ? heading->member : *member;
    const LexEntry& entry = a_.pack.entry(called);
    TitleMention made =
        Analysis::untold_title(a_.body(heading->body).range, entry.canonical, called);
    made.title = entry.surface;
    made.body = heading->body;
    say(a_.person(who->people[0]).entity, a_.add_title(std::move(made)), "list-line", "");
  }

  /// "3. X   1970 - 1974" under "Secretaries of all times": with the dates of the line.
  void read_holder(const Item& who, const Heading& heading) {
    TitleMention held = a_.title(heading.title);
    held.from.reset();
    held.to.reset();
    bool now = false;
    for (std::size_t i = 0; i + 2 < items_->size(); ++i) {  // the last stretch of the line
      const auto& items = *items_;
      const bool open = items[i + 2].is(a_.pack.cues().present);
      if (items[i].kind == ItemKind::date && is_mark(items[i + 1], '-') &&
          (items[i + 2].kind == ItemKind::date || open)) {
        held.from = items[i].date;
        held.to = items[i + 2].date;
        now = open;
      }
    }
    now = now || std::any_of(items_->begin(), items_->end(),
                             [&](const Item& item) { return item.is(a_.pack.cues().present); });
    say(a_.person(who.people[0]).entity, a_.add_title(std::move(held)), "list-line",
        now ? "" : heading.status);
  }

  /// "* Award Committee: X, Y, Z": a line of a body and names alone tells its members.
  bool read_members_of_line() {
    const auto& items = *items_;
    const std::size_t at = !items.empty() && items[0].kind == ItemKind::mark ? 1 : 0;
    if (at + 2 >= items.size() || items[at].kind != ItemKind::body || items[at].index == none ||
        !(is_mark(items[at + 1], ':') || is_mark(items[at + 1], '-')) ||
        items[at + 2].kind != ItemKind::person || !is_manned(a_.body(items[at].index))) {
      return false;
    }
    std::vector<std::size_t> people;
    for (std::size_t i = at + 2; i < items.size(); ++i) {
      if (items[i].kind == ItemKind::person) {
        people.push_back(i);
      } else if (items[i].kind != ItemKind::mark && !items[i].is(a_.pack.cues().conjunction)) {
        return false;
      }
    }
    // "National Assembly - Ana Moss and Erin Fold" may be a byline
    const std::size_t fewest = is_mark(items[at + 1], ':') ? 2 : 3;
    std::size_t named = 0;
    for (const std::size_t i : people) {
      named += items[i].people.size();
    }
    if (named < fewest) {
      return false;  // "Audit Committee: Ana Moss" may be its chair
    }
    const int body = items[at].index;
    TitleMention member = Analysis::untold_title(items[at].range, "Member", 0);
    member.body = body;
    const int title = a_.add_title(std::move(member));
    for (const std::size_t i : people) {
      // "Ana Moss (Chair)": of this committee, of which a chair is no plain member
      bool placed = !items[i].attached.empty();
      for (const int t : items[i].attached) {
        TitleMention& post = a_.title(t);
        const bool bare = (post.body == none || post.inherited) && post.place == none;
        post.body = bare ? body : post.body;
        post.inherited = post.inherited && !bare;
        placed = placed && post.body == body;
      }
      for (const int mention : items[i].people) {
        if (!placed) {
          say(a_.person(mention).entity, title, "members-line", "");
        }
      }
    }
    return true;
  }

  /// A line of a list gives the post of its heading, or the field of work before a dash, to those
  /// of whom it says nothing else.
  void read_list_line() {
    Sentence& sentence = a_.sentences[sentence_];
    auto& items = *items_;
    const std::size_t dash = portfolio_end(a_, sentence);
    const Heading* const heading = a_.heading_of(sentence);
    const bool has_card = sentence_ + 1 < a_.sentences.size() &&
                          a_.sentences[sentence_ + 1].holder == static_cast<int>(sentence_);
    const bool has_card_above =
        sentence_ > 0 && a_.sentences[sentence_ - 1].holder == static_cast<int>(sentence_);
    if (has_card || has_card_above || read_ministry_line() || read_members_of_line()) {
      return;
    }
    if (dash == 0 && (heading == nullptr || sentence.line != Line::listed)) {
      return;
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= items.size(); ++i) {
      if (i < items.size() && !is_mark(items[i], ';')) {
        continue;
      }
      std::vector<std::size_t> people;
      std::size_t others = 0;
      bool verb = false;
      for (std::size_t k = begin; k < i; ++k) {
        if (items[k].kind == ItemKind::person) {
          if (items[k].attached.empty() || !has_post_of(items[k], heading)) {
            people.push_back(k);
          }
        } else if (items[k].kind != ItemKind::mark && items[k].kind != ItemKind::number &&
                   items[k].kind != ItemKind::place && k > dash) {
          ++others;
          verb = verb || is_verb(items[k]);
        }
      }
      const std::size_t most = is_described(begin) ? most_said : most_others;
      // "* Retired General X, who served …" under "Its members include:"
      const bool told =
          heading != nullptr && heading->told && dash == 0 && !people.empty() &&
          (heading->dated ||
           (people.front() <= begin + 2 &&
            (people.front() + 1 >= i || items[people.front() + 1].kind == ItemKind::mark)));
      begin = i + 1;
      if (!told && (verb || others > most)) {
        continue;
      }
      // After other words a name stands for something else: "* NAME, Bellingham. Reappointed".
      if (others > 0 && people.size() > 1) {
        people.resize(1);
      }
      for (const std::size_t k : people) {
        for (const int mention : items[k].people) {
          const int person = a_.person(mention).entity;
          if (dash == 0 && items[k].field.empty()) {
            items[k].field = field_after(k, heading);
          }
          if (const int line = title_of_line(dash, heading); line != none) {
            const int t = with_field(items[k], line);
            say(person, t, dash != 0 ? "portfolio-line" : "list-line",
                heading == nullptr ? "" : heading->status);
            a_.assertions.back().announced = true;
            date_line(k, a_.assertions.back(), heading != nullptr && heading->dated);
          }
        }
      }
    }
  }

  /// From when to when, as a stretch of items says: "1950 - 1954", "1950-54", "1950 to present";
  /// `end` is past it.
  struct Stretch {
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;
    bool open = false;  ///< up to the present
    std::size_t end = 0;
  };

  [[nodiscard]] Stretch stretch_at(std::size_t i) const {
    const auto& items = *items_;
    Stretch found;
    found.end = i;
    if (i >= items.size()) {
      return found;
    }
    if (items[i].kind == ItemKind::number) {  // "1950-54"
      const std::string_view text = a_.token_text(items[i].range.begin);
      constexpr std::size_t size = 7;
      if (text.size() == size && text[4] == '-' &&
          text.find_first_not_of("0123456789-") == std::string_view::npos) {
        const int year = std::stoi(std::string(text.substr(0, 4)));
        found.from = PartialDate{static_cast<std::int16_t>(year), 0, 0};
        found.to = short_year(*found.from, text.substr(5));
        found.end = found.to ? i + 1 : i;
      }
      return found;
    }
    if (items[i].kind != ItemKind::date) {
      return found;
    }
    found.from = items[i].date;
    found.end = i + 1;
    if (i + 1 >= items.size() ||
        !(is_mark(items[i + 1], '-') || a_.text_of(items[i + 1].range) == "to")) {
      return found;
    }
    const bool last = i + 2 >= items.size() || is_mark(items[i + 2], ')');
    if (!last && items[i + 2].kind == ItemKind::date) {
      found.to = items[i + 2].date;
      found.end = i + 3;
    } else if (!last && items[i + 2].kind == ItemKind::number && found.from->month == 0) {
      found.to = short_year(*found.from, a_.token_text(items[i + 2].range.begin));
      found.end = found.to ? i + 3 : i + 1;
    } else if (last || items[i + 2].is(a_.pack.cues().present)) {
      found.open = true;
      found.end = i + (last ? 2 : 3);
    }
    return found;
  }

  /// "X (1950-1954)", "1950-54 X", "| X | Dec 5, 2020 - June 23, 2023 |": when the one whom a line
  /// of a list names was in post. A day alone after the name may be another's, one before it is
  /// not.
  void date_line(std::size_t k, Assertion& x, bool dated) const {
    const auto& items = *items_;
    Stretch when;
    for (std::size_t i = k + 1; i < items.size() && i <= k + 2 && when.end == 0; ++i) {
      Stretch after = stretch_at(i);
      if (dated && after.from && !after.to && !after.open) {  // "| 1 May 1950 | 3 June 1954"
        const bool bar = after.end < items.size() && is_mark(items[after.end], '|');
        const std::size_t next = after.end + (bar ? 1U : 0U);
        after.to = next < items.size() && items[next].kind == ItemKind::date ? items[next].date
                                                                             : std::nullopt;
      }
      when = after.to || after.open || (dated && after.from) ? after : when;
      if (when.end != 0 && dated && i == k + 2 && is_mark(items[k + 1], '(')) {
        when = stretch_behind(when);
      }
      if (items[i].kind != ItemKind::mark) {
        break;
      }
    }
    for (std::size_t i = 0; i < k && when.end == 0; ++i) {
      const Stretch before = stretch_at(i);
      const bool joined =
          before.end == k || (before.end + 1 == k && items[before.end].kind == ItemKind::mark);
      when = before.end > i && joined ? before : when;
    }
    if (when.end == 0) {
      when = stretch_below();
    }
    if (when.end == 0) {
      return;
    }
    x.from = x.from ? x.from : when.from;
    x.to = x.to ? x.to : when.to;
    // Years are of those who have held a post; a term with its days may go on, and so may that of
    // one of several in a list of all. "Presidents of Ghana" have been one at a time.
    const TitleMention& title = a_.title(x.title);
    const std::string& canonical = a_.pack.entry(title.head).canonical;
    const auto single = a_.pack.entry_of(fold(canonical), Lex::title);
    const bool one = single && a_.pack.entry(*single).has("one") && title.role == canonical;
    const bool over =
        x.to && (a_.document.date ? latest(*x.to) < earliest(*a_.document.date)
                                  : (dated ? one || later_in_list(*x.to) : x.to->month == 0));
    const bool followed =
        one && x.status.empty() && !when.open && !when.to && is_followed_in_post();
    x.status = over || followed ? "former" : when.open ? "" : x.status;
  }

  /// "X (1930-2001) | 1993-2001": of two stretches the first, in brackets, is a life.
  [[nodiscard]] Stretch stretch_behind(const Stretch& life) const {
    for (std::size_t i = life.end; i < items_->size(); ++i) {
      if (const Stretch found = stretch_at(i); found.to || found.open) {
        return found;
      }
    }
    return life;
  }

  /// The first day that a line names.
  static std::optional<PartialDate> first_date(const std::vector<Item>& items) {
    const auto date = std::find_if(items.begin(), items.end(),
                                   [](const Item& item) { return item.kind == ItemKind::date; });
    return date == items.end() ? std::nullopt : std::optional<PartialDate>(date->date);
  }

  /// Does another line of the list begin with a day after this one?
  [[nodiscard]] bool later_in_list(const PartialDate& day) const {
    return std::any_of(a_.sentences.begin(), a_.sentences.end(), [&](const Sentence& line) {
      const auto first =
          line.line == Line::listed && line.heading == a_.sentences[sentence_].heading
              ? first_date(line.items)
              : std::nullopt;
      return first && latest(day) <= latest(*first);
    });
  }

  /// The stretch on a line of its own below a name.
  [[nodiscard]] Stretch stretch_below() const {
    Stretch found;
    if (sentence_ + 1 >= a_.sentences.size() || !is_stretch(a_.sentences[sentence_ + 1])) {
      return found;
    }
    for (const Item& item : a_.sentences[sentence_ + 1].items) {
      if (item.kind == ItemKind::date) {
        (found.from ? found.to : found.from) = item.date;
        ++found.end;
      }
      found.open = found.open || item.is(a_.pack.cues().present);
    }
    return found;
  }

  /// Has the next line of the list a later day: "1950 X" above "1954 Y"?
  [[nodiscard]] bool is_followed_in_post() const {
    const auto own = first_date(*items_);
    for (std::size_t s = sentence_ + 1; own && s < a_.sentences.size(); ++s) {
      const Sentence& line = a_.sentences[s];
      if (line.line == Line::listed && line.heading == a_.sentences[sentence_].heading) {
        const auto next = first_date(line.items);
        return next && earliest(*own) < earliest(*next);
      }
    }
    return false;
  }

  /// "* X of Weston, representing beef producers, through 2032": a bullet, a name, and what is said
  /// of it.
  [[nodiscard]] bool is_described(std::size_t begin) const {
    const auto& items = *items_;
    return begin == 0 && items.size() > 2 && items[0].kind == ItemKind::mark &&
           items[1].kind == ItemKind::person &&
           (items[2].kind == ItemKind::mark || items[2].is(a_.pack.cues().oblique));
  }

  /// "X – Health Services" under "Committee Members": the field of work after the name of one of
  /// those who have one each.
  [[nodiscard]] std::string field_after(std::size_t k, const Heading* heading) const {
    const auto& items = *items_;
    if (heading == nullptr || heading->title == none || k + 2 >= items.size()) {
      return "";
    }
    const bool parted = is_mark(items[k + 1], '-') || is_mark(items[k + 1], ',') ||
                        is_mark(items[k + 1], ':') || is_mark(items[k + 1], '|');
    const std::size_t begin = items[k + 2].range.begin;
    if (!parted || !a_.capital(begin) || !a_.has(begin, Lex::portfolio)) {
      return "";
    }
    // Capitalised words, with commas and "and" between them: "Lands, Physical Planning & Housing".
    std::size_t end = begin;
    for (std::size_t at = begin; at < items.back().range.end; ++at) {
      const char mark = a_.tokens[at].mark;
      const auto field = a_.find(at, Lex::portfolio, items.back().range.end);
      if (a_.capital(at) && (field || !(a_.has(at, Lex::given) || a_.has(at, Lex::head)))) {
        at += field ? std::size_t{field->length} - 1 : 0;
        end = at + 1;
      } else if (mark != ',' && mark != '&' && a_.token_text(at) != "and") {
        break;
      }
    }
    const bool closed = end == items.back().range.end || a_.tokens[end].mark != 0 ||
                        a_.tokens[end].is(shape_column);
    return closed ? a_.text_of({begin, end}) : "";
  }

  /// Do the posts beside the name say what the heading would: one of its body, or any where the
  /// heading gives a post itself?
  [[nodiscard]] bool has_post_of(const Item& who, const Heading* heading) const {
    if (const Heading* const seat = a_.seat_above(sentence_)) {
      // "Chairman", and below it "X, Mayor of Weston": both
      return std::any_of(who.attached.begin(), who.attached.end(),
                         [&](int t) { return a_.title(t).role == a_.title(seat->title).role; });
    }
    // "Dana Whitlock, MP" under "Vice-Chairs": letters behind a name are no post of the list.
    const bool letters = std::all_of(who.attached.begin(), who.attached.end(), [&](int t) {
      return a_.tokens[a_.title(t).words.begin].is(shape_all_capitals) &&
             a_.pack.entry(a_.title(t).head).has("seat");
    });
    if (letters && std::none_of(items_->begin(), items_->end(),
                                [](const Item& item) { return item.kind == ItemKind::title; })) {
      return false;
    }
    bool members = heading != nullptr && heading->title == none && heading->members;
    if (const int seat = heading != nullptr && heading->told ? heading->title : none;
        seat != none && a_.title(seat).body != none) {
      // "the following as members of the Seed Board: X, Mayor of Weston": a member, besides
      return std::any_of(who.attached.begin(), who.attached.end(),
                         [&](int t) { return a_.title(t).body == a_.title(seat).body; });
    }
    if (!members) {
      return true;
    }
    const int body = heading->body;
    if (std::any_of(who.attached.begin(), who.attached.end(),
                    [&](int t) { return a_.title(t).body == body; })) {
      return true;
    }
    // "Anna Kral    Governor": the line itself gives the post, unless it says of what else.
    const bool elsewhere =
        heading->told && std::any_of(who.attached.begin(), who.attached.end(), [&](int t) {
          const int of = a_.title(t).body;
          return of != none && a_.body(of).range.end > a_.body(of).range.begin;
        });
    for (std::size_t t = who.range.begin + 1; t < who.range.end && !elsewhere; ++t) {
      members = members && !a_.tokens[t].is(shape_column) && a_.tokens[t].mark != ':' &&
                a_.tokens[t].mark != '-';
    }
    return !members;
  }

  /// "3. Ministry of Defence - Hon. X": its minister.
  bool read_ministry_line() {
    const auto& items = *items_;
    std::size_t i = 0;
    while (i < items.size() &&
           (items[i].kind == ItemKind::mark || items[i].kind == ItemKind::number)) {
      ++i;
    }
    const auto minister = a_.pack.entry_of("minister", Lex::title);
    if (i + 2 >= items.size() || items[i].kind != ItemKind::body || items[i].index == none ||
        a_.body(items[i].index).kind != "ministry" || !minister ||
        !(is_mark(items[i + 1], '-') || is_mark(items[i + 1], ':') || is_mark(items[i + 1], '|')) ||
        items[i + 2].kind != ItemKind::person) {
      return false;
    }
    TitleMention made =
        Analysis::untold_title(items[i].range, a_.pack.entry(*minister).canonical, *minister);
    made.body = items[i].index;
    const int title = a_.add_title(std::move(made));
    for (const int mention : items[i + 2].people) {
      say(a_.person(mention).entity, title, "ministry-line", "");
      a_.assertions.back().announced = true;
    }
    return true;
  }

  /// "* X, Bend, reappointed (replacing Y)" says no more than that X is on the list.
  [[nodiscard]] bool is_verb(const Item& item) const {
    const Frame* const frame = item.kind == ItemKind::word ? a_.pack.frame_of(item.cues) : nullptr;
    return frame != nullptr && frame->kind != Frame::Kind::gain &&
           frame->kind != Frame::Kind::replace;
  }

  /// "Observers: X, Y", "Minutes taken by X": words before the names.
  [[nodiscard]] bool is_labelled() const {
    std::size_t words = 0;
    for (const Item& item : *items_) {
      if (item.kind == ItemKind::person) {
        return words > 1;
      }
      if (words > 0 && is_mark(item, ':')) {
        return true;
      }
      words += item.kind == ItemKind::word ? 1U : 0U;
    }
    return false;
  }

  int title_of_line(std::size_t dash, const Heading* heading) {
    const bool headed = heading != nullptr;
    TitleMention made;
    if (dash != 0) {
      // The post is that of those the text speaks of: "nine councillors … Finance - NAME".
      int role = headed ? heading->title : none;
      for (std::size_t t = 0; t < a_.titles.size() && role == none; ++t) {
        const TitleMention& title = a_.titles[t];
        const bool named =
            a_.pack.entry(title.head).has("portfolio") || title.words.end - title.words.begin > 1;
        if (title.plural && named && title.range.end <= a_.sentences[sentence_].tokens.begin) {
          role = static_cast<int>(t);
        }
      }
      std::size_t first = 0;  // after a bullet, a number
      while (first + 1 < dash && ((*items_)[first].kind == ItemKind::mark ||
                                  (*items_)[first].kind == ItemKind::number)) {
        ++first;
      }
      const Range field = {(*items_)[first].range.begin, (*items_)[dash - 1].range.end};
      // A minister's, in a text that speaks of ministers.
      const auto minister = a_.pack.entry_of("minister", Lex::title);
      const bool cabinet =
          std::any_of(a_.titles.begin(), a_.titles.end(),
                      [&](const TitleMention& t) {
                        return a_.pack.entry(t.head).canonical.ends_with("Minister");
                      }) ||
          std::any_of(a_.bodies.begin(), a_.bodies.end(), [](const BodyMention& b) {
            return b.kind == "ministry" || b.head == "cabinet" || b.head == "government";
          });
      if (role == none && (!minister || !cabinet)) {
        return none;
      }
      if (role != none) {
        made = a_.title(role);
        made.title = made.role;
      } else {
        made.head = *minister;
        made.title = made.role = a_.pack.entry(*minister).canonical;
      }
      made.plural = false;
      made.range = made.words = field;
      if (a_.pack.entry(made.head).has("portfolio")) {
        made.portfolio = a_.text_of(field);
        made.portfolio_of = true;
      }
    } else if (headed && heading->title != none) {
      // "Lusaka Province: Hon. X" under "Provincial Ministers".
      const auto& items = *items_;
      const TitleMention& of = a_.title(heading->title);
      if (items.size() < 3 || items[0].kind != ItemKind::place || items[1].kind != ItemKind::mark ||
          of.body != none || of.place != none) {
        return heading->title;
      }
      made = of;
      made.place = items[0].index;
    } else if (headed && heading->members && heading->body != none && !is_labelled()) {
      const int body = heading->body;
      made = Analysis::untold_title(a_.body(body).range, "Member", 0);
      made.body = body;
    } else {
      return none;
    }
    return a_.add_title(std::move(made));
  }

  // ---------------------------------------------------------------- for those who ask

  /// Which rule of a layer comes nearest to what is looked for, if this sentence has both.
  void probe(Rule::Layer layer) {
    if (a_.probe == nullptr) {
      return;
    }
    Matcher::Reach wanted;
    bool person = false;
    bool title = false;
    for (const Item& item : *items_) {
      const bool who = std::any_of(item.people.begin(), item.people.end(),
                                   [&](int m) { return a_.person(m).entity == a_.probe->person; });
      const bool what = std::any_of(item.titles.begin(), item.titles.end(), [&](int t) {
        const auto& titles = a_.probe->titles;
        return std::find(titles.begin(), titles.end(), t) != titles.end();
      });
      person = person || who;
      title = title || what;
      wanted.wanted.push_back(who || what);
    }
    if (!person || !title) {
      return;
    }
    Matcher matcher(a_, *items_);
    for (const Rule& rule : a_.pack.rules()) {
      if (rule.layer != layer || (rule.language != Language::any && rule.language != language_)) {
        continue;
      }
      for (std::size_t i = 0; i < items_->size(); ++i) {
        Matcher::Reach reach = wanted;
        const bool whole = matcher.reach(rule, i, reach);
        const std::size_t all = needed(rule.pattern);
        Probe::Near near{&rule, reach.found, all - std::min(all, reach.depth), reach.failed, ""};
        if (whole) {
          near.missing = 0;
          near.failed = nullptr;
        } else if (reach.at < items_->size()) {
          near.instead = a_.text_of((*items_)[reach.at].range);
        }
        const auto [known, fresh] = a_.probe->near.try_emplace(sentence_, near);
        if (!fresh && std::tuple(known->second.found, near.missing) <
                          std::tuple(near.found, known->second.missing)) {
          known->second = near;
        }
      }
    }
  }

  /// "the nominee for Labour Secretary, X": a post that a candidate stands for.
  [[nodiscard]] bool is_wished_for(std::size_t i) const {
    const auto& items = *items_;
    const GrammarCues& cues = a_.pack.cues();
    std::size_t k = i;
    while (k > 0 && (items[k - 1].is(cues.det) || items[k - 1].is(cues.adjective))) {
      --k;
    }
    return items[i].kind == ItemKind::title && k > 0 && items[k - 1].is(cues.candidate);
  }

  /// "X as Deputy Commissioner, Y as clerk": the post of X, though Y follows the comma.
  [[nodiscard]] bool is_of_one_before(std::size_t i) const {
    const auto& items = *items_;
    const GrammarCues& cues = a_.pack.cues();
    const std::size_t as = i > 1 && items[i - 1].is(cues.det) ? i - 1 : i;
    return items[i].kind == ItemKind::title && as > 1 && items[as - 1].is(cues.as) &&
           items[as - 2].kind == ItemKind::person && i + 2 < items.size() &&
           is_mark(items[i + 1], ',') && items[i + 2].kind == ItemKind::person;
  }

  /// "was attended by judges, Senate Chairman X, ministers and guests": posts in a row of guests,
  /// of which that of the next is another.
  [[nodiscard]] bool is_beside_others(std::size_t i) const {
    const auto& items = *items_;
    if (items[i].kind != ItemKind::title || !a_.title(items[i].titles[0]).plural ||
        i + 2 >= items.size() || !is_mark(items[i + 1], ',') ||
        items[i + 2].kind != ItemKind::person || items[i + 2].attached.empty()) {
      return false;
    }
    return a_.title(items[i + 2].attached[0]).range.begin <
           a_.person(items[i + 2].people[0]).range.begin;
  }

  void reduce(Rule::Layer layer) {
    auto& items = *items_;
    probe(layer);
    Contest contest(a_, sentence_, rules_.of(language_, layer), room_);
    for (std::size_t i = 0; i < items.size();) {
      const bool begins = items[i].kind == ItemKind::person || items[i].kind == ItemKind::title ||
                          items[i].kind == ItemKind::body;
      const std::optional<Match> best =
          begins && !is_wished_for(i) && !is_of_one_before(i) && !is_beside_others(i)
              ? contest.best(i)
              : std::nullopt;
      if (!best) {
        ++i;
        continue;
      }
      Item kept;
      bool keep = false;
      apply(*best, layer, kept, keep);
      if (keep || best->rule->emissions.front().type == Emission::Type::nothing) {
        contest.keep(*best);
      }
      if (!keep) {
        ++i;
        continue;
      }
      // A comma that closes the match may open what follows.
      const std::size_t end =
          is_mark(items[best->end - 1], ',') || is_mark(items[best->end - 1], ';') ? best->end - 1
                                                                                   : best->end;
      kept.range = {items[best->begin].range.begin, items[end - 1].range.end};
      items[best->begin] = std::move(kept);
      erase(best->begin + 1, end);
      contest.look_again();
    }
  }

  [[nodiscard]] static const Capture* capture(const Match& m, const std::string& name) {
    for (const Capture& c : m.captures) {
      if (*c.name == name) {
        return &c;
      }
    }
    return nullptr;
  }

  /// Does a post of several stand behind the names, which it is not said of: behind that of one
  /// person, or, with an article, behind some of a list that goes on, "X, Y, the heads of
  /// agencies"?
  [[nodiscard]] bool is_of_several(const Match& match, const Capture& who,
                                   const std::vector<int>& titles) const {
    if (match.rule->pattern.front().type != PatternElement::Type::people || titles.empty() ||
        !a_.title(titles.front()).plural ||
        a_.title(titles.front()).range.begin < item_of(who).range.begin) {
      return false;
    }
    bool joined = false;
    bool article = false;
    for (std::size_t i = who.items.front(); i < match.end; ++i) {
      const Item& item = (*items_)[i];
      const bool among = i < who.items.back();
      joined = joined || (among && (item.is(a_.pack.cues().conjunction) || is_mark(item, '&')));
      article = article || (!among && item.is(a_.pack.cues().det));
    }
    return (who.items.size() == 1 && item_of(who).people.size() == 1) || (article && !joined);
  }

  [[nodiscard]] const Item& item_of(const Capture& capture) const {
    return (*items_)[capture.items.front()];
  }

  /// Executes the statements of a match. `kept` becomes the item that stands for it.
  void apply(const Match& match, Rule::Layer layer, Item& kept, bool& keep) {
    const auto& items = *items_;
    for (const Emission& e : match.rule->emissions) {
      const Capture* who = capture(match, e.who);
      if (who == nullptr) {
        continue;
      }
      if (e.type == Emission::Type::from || e.type == Emission::Type::to) {
        const Capture* when = capture(match, e.what);
        // What "the former mayor" was ended before: not when he died.
        const auto is_over = [&](const TitleMention& title) {
          return e.type == Emission::Type::to && layer == Rule::Layer::clause &&
                 title.status == "former";
        };
        for (const std::size_t i : who->items) {
          for (const int t :
               items[i].kind == ItemKind::title ? items[i].titles : items[i].attached) {
            TitleMention& title = a_.title(t);
            if (when != nullptr && !is_over(title)) {
              (e.type == Emission::Type::from ? title.from : title.to) = items[when->items[0]].date;
            }
          }
        }
        if (layer == Rule::Layer::time) {
          kept = items[who->items[0]];
          keep = true;
        } else if (when != nullptr) {
          for (Assertion& x : a_.assertions) {
            if (x.sentence == sentence_ && in(who, x.person) && !is_over(a_.title(x.title))) {
              (e.type == Emission::Type::from ? x.from : x.to) = items[when->items[0]].date;
            }
          }
        }
        continue;
      }
      if (e.type == Emission::Type::nothing) {
        continue;
      }
      if (e.type == Emission::Type::leave) {
        leave(match, *who, layer);
        continue;
      }
      std::vector<int> titles = titles_of(match, e);
      if (is_of_several(match, *who, titles)) {
        continue;  // "Governor X, the representatives of the banks"
      }
      const bool seat = !titles.empty() && a_.title(titles[0]).is_membership() &&
                        a_.title(titles[0]).body != none && layer == Rule::Layer::clause;
      const Emission& first = match.rule->emissions.front();
      const bool shared = &e != &first && e.type == Emission::Type::hold && e.what == first.what &&
                          e.status == first.status;
      for (const std::size_t i : who->items) {
        if (shared && !items[i].attached.empty()) {
          continue;  // "was elected president along with Y, treasurer"
        }
        if (e.type == Emission::Type::member && !titles.empty() &&
            takes_body(items[i], a_.title(titles[0]).body)) {
          continue;
        }
        // "The members of the Seed Board are X (chair), Y …": of the board.
        const bool chairs = seat && items[i].attached.size() == 1 &&
                            a_.title(items[i].attached[0]).role.ends_with("Chairman");
        if (chairs) {
          takes_body(items[i], a_.title(titles[0]).body);
        }
        std::vector<int> own = e.what == "*" ? items[i].attached : titles;
        for (const int mention : items[i].people) {
          for (const int t : own) {
            hold(a_.person(mention).entity, with_field(items[i], t), e, match, layer);
          }
        }
      }
      if (layer != Rule::Layer::clause) {
        if (!keep) {  // a second statement adds to what the first has attached
          kept = items[who->items[0]];
          for (std::size_t k = 1; k < who->items.size(); ++k) {
            const auto& more = items[who->items[k]].people;
            kept.people.insert(kept.people.end(), more.begin(), more.end());
          }
        }
        kept.attached.insert(kept.attached.end(), titles.begin(), titles.end());
        keep = true;
      }
    }
  }

  /// Who gains a post gives up the one that the sentence names beside the person, but for seats in
  /// a body and the leadership of the party on the same level.
  void leave(const Match& match, const Capture& who, Rule::Layer layer) {
    const auto body_of = [&](const TitleMention& t) {
      return t.body == none ? nullptr : &a_.body(t.body);
    };
    const BodyMention* gained = nullptr;
    for (const Emission& e : match.rule->emissions) {
      const Capture* what = e.type == Emission::Type::hold ? capture(match, e.what) : nullptr;
      if (what != nullptr && gained == nullptr) {
        gained = body_of(a_.title((*items_)[what->items[0]].titles[0]));
      }
    }
    Emission former;
    former.type = Emission::Type::hold;
    former.status = "former";
    for (const std::size_t i : who.items) {
      const Item& item = (*items_)[i];
      for (const int t : item.attached) {
        const TitleMention& title = a_.title(t);
        const BodyMention* left = body_of(title);
        const bool party = left != nullptr && left->kind == "party" &&
                           title.role.ends_with("Secretary") && gained != nullptr &&
                           gained->kind != "ministry" &&
                           (gained->level == left->level || gained->level.empty());
        for (const int mention : item.people) {
          if (!title.is_membership() && !party && gained != nullptr && left != nullptr) {
            hold(a_.person(mention).entity, t, former, match, layer);
          }
        }
      }
    }
  }

  [[nodiscard]] bool in(const Capture* who, int person) const {
    for (const std::size_t i : who->items) {
      for (const int mention : (*items_)[i].people) {
        if (a_.person(mention).entity == person) {
          return true;
        }
      }
    }
    return false;
  }

  /// "The Board includes President X": the post beside the name that says of no body is one of this
  /// body. Is there such a post?
  bool takes_body(const Item& who, int body) {
    bool taken = false;
    for (const int t : who.attached) {
      TitleMention& post = a_.title(t);
      const LexEntry& head = a_.pack.entry(post.head);
      taken = taken || (post.body != none && post.body == body);
      if (post.body == none && post.place == none && post.portfolio.empty() && post.level.empty() &&
          !head.has("alone") && !head.has("place") && !head.has("degree") && !head.has("seat")) {
        post.body = body;
        taken = true;
      }
    }
    return taken;
  }

  /// The titles a statement speaks of; head and member make one over a body.
  std::vector<int> titles_of(const Match& match, const Emission& e) {
    const auto& items = *items_;
    const Capture* what = capture(match, e.what);
    if (e.type == Emission::Type::head || e.type == Emission::Type::member) {
      if (what == nullptr || items[what->items[0]].index == none) {
        return {};
      }
      const Item& body = items[what->items[0]];
      const Capture* who = capture(match, e.who);
      if (e.type == Emission::Type::head && e.status != "former" && who != nullptr &&
          std::any_of(who->items.begin(), who->items.end(),
                      [&](std::size_t i) { return takes_body(items[i], body.index); })) {
        return {};  // "the Water Board, led by director X"
      }
      // "In the Senate X replaced Y": who comes and goes in a body of many is one of its members.
      const auto& all = match.rule->emissions;
      const bool swapped = is_manned(a_.body(body.index)) &&
                           std::any_of(all.begin(), all.end(), [](const Emission& other) {
                             return other.type == Emission::Type::head && other.status == "former";
                           });
      const bool member = e.type == Emission::Type::member || swapped;
      const char* const role = member            ? "Member"
                               : e.title.empty() ? a_.body(body.index).role_of_head()
                                                 : "Head";
      TitleMention t = Analysis::untold_title(body.range, role, 0);
      if (!e.title.empty()) {
        t.title = e.title;
        std::replace(t.title.begin(), t.title.end(), '_', ' ');
      }
      std::vector<int> titles;
      for (const std::size_t i : what->items) {  // "of the boards of A, B and C"
        if (items[i].index != none) {
          t.body = items[i].index;
          titles.push_back(a_.add_title(t));
        }
      }
      return titles;
    }
    if (e.type == Emission::Type::replace) {
      // The person replaced held what the other gains.
      if (const Capture* title = capture(match, e.title)) {
        return items[title->items[0]].titles;
      }
      const Capture* winner = capture(match, e.what);
      // A seat in a body is hardly what somebody else has left.
      const auto seat = [&](const Assertion& x) {
        return language_ == Language::vi && a_.title(x.title).is_membership();
      };
      for (const bool told : {true, false}) {  // by a verb, else beside the name
        for (auto x = a_.assertions.rbegin(); winner != nullptr && x != a_.assertions.rend(); ++x) {
          if (in(winner, x->person) && x->status != "former" &&
              a_.title(x->title).status != "former" && (!told || (x->clause && !seat(*x)))) {
            return {x->title};
          }
        }
      }
      return {};
    }
    if (what == nullptr) {
      return {};
    }
    std::vector<int> all;
    for (const std::size_t i : what->items) {
      all.insert(all.end(), items[i].titles.begin(), items[i].titles.end());
    }
    return all;
  }

  /// A title that says neither where nor over what, of a head that refers to some body of its kind.
  /// "được bầu giữ chức Bí thư" says enough of a post of which there is one.
  [[nodiscard]] bool is_bare(int title, const Emission& e, Rule::Layer layer) const {
    const TitleMention& t = a_.title(title);
    const LexEntry& head = a_.pack.entry(t.head);
    return t.body == none && t.place == none && t.portfolio.empty() && e.body.empty() &&
           (head.has("of") || head.has("level") || head.has("fused")) && !head.has("alone") &&
           !(layer == Rule::Layer::clause && head.has("one"));
  }

  /// "Speaker: X, Chairman of …": the part that somebody with a post plays at an event.
  [[nodiscard]] bool is_occasion(int title, const Match& match) const {
    const auto& items = *items_;
    const TitleMention& t = a_.title(title);
    const std::size_t i = match.begin;
    const bool labelled = t.body == none && t.place == none && i + 2 < items.size() &&
                          items[i].kind == ItemKind::title && items[i].titles.front() == title &&
                          is_mark(items[i + 1], ':') && items[i + 2].kind == ItemKind::person;
    const bool speaker = a_.pack.entry(t.head).has("occasion") && i + 4 < items.size() &&
                         is_mark(items[i + 3], ',') && items[i + 4].kind == ItemKind::title;
    return labelled &&
           (speaker || (programme_ && (t.role == "Chairman" || t.role == "Co-Chairman" ||
                                       t.role == "Moderator")));
  }

  /// "9:00-9:10  Welcome" at the begin of several lines: a programme, whose sessions have chairs.
  [[nodiscard]] bool is_programme() const {
    constexpr std::size_t fewest = 4;
    std::size_t times = 0;
    for (std::size_t t = 0; t < a_.tokens.size(); ++t) {
      times += a_.tokens[t].is(shape_line_start) && a_.tokens[t].is(shape_number) &&
                       a_.token_text(t).find(':') != std::string_view::npos
                   ? 1U
                   : 0U;
    }
    return times >= fewest;
  }

  void hold(int person, int title, const Emission& e, const Match& match, Rule::Layer layer) {
    const Sentence& line = a_.sentences[sentence_];
    const auto& items = *items_;
    const bool told = match.begin <= 1 && items[match.begin].kind == ItemKind::title;
    // "Tổng Biên tập: X" says all there is to say, "Tổng Biên tập X" in a sentence does not.
    const bool label = told && nom::extract::is_mark(items, match.begin + 1, ':');
    // "Before becoming mayor, X's mother sold fish": nothing is said of X
    const bool owner = layer == Rule::Layer::clause && match.end >= 2 &&
                       nom::extract::is_mark(items, match.end, '\'') &&
                       items[match.end - 1].kind == ItemKind::person &&
                       items[match.end - 2].kind != ItemKind::title;
    if (person == none || owner || is_occasion(title, match) ||
        (language_ == Language::vi && !label && is_bare(title, e, layer))) {
      return;
    }
    Assertion x;
    x.person = person;
    x.title = title;
    x.status = e.type == Emission::Type::replace ? "former" : e.status;
    if (x.status.empty()) {
      const Heading* const heading = line.line == Line::listed ? a_.heading_of(line) : nullptr;
      x.status = heading != nullptr ? heading->status : "";
    }
    if (x.status == "former" && a_.title(title).status == "elect") {
      x.status = "elect";  // "X was president and Y president-elect"
    }
    x.rule = match.rule->id;
    x.sentence = sentence_;
    x.clause = layer == Rule::Layer::clause;
    x.implied = e.type == Emission::Type::replace;
    x.announced = told && (line.line == Line::listed || line.entry);
    const TitleMention& t = a_.title(title);
    if (!e.body.empty()) {
      const Capture* const body = capture(match, e.body);
      // "Governor X of the Labour Party": whose member, not whose governor
      const LexEntry& head = a_.pack.entry(t.head);
      const bool state = head.has("place") || head.has("alone") || head.has("seat") ||
                         head.has("portfolio") || head.has("occasion") ||
                         (head.has("bare") && t.status == "former");
      if (body != nullptr && !(state && a_.body((*items_)[body->items[0]].index).kind == "party")) {
        x.body = (*items_)[body->items[0]].index;
      }
    }
    if (!x.implied) {
      x.from = t.from;
      x.to = t.to;
    }
    a_.assertions.push_back(std::move(x));
  }

  /// The accepted match that has taken an item of another.
  static const Match& holder_of(const Match& m, const std::vector<Match>& accepted) {
    const auto found = std::find_if(accepted.begin(), accepted.end(), [&](const Match& other) {
      return other.begin < m.end && m.begin < other.end;
    });
    return found != accepted.end() ? *found : accepted.front();
  }

  void read_clauses() {
    std::vector<Match> matches;
    probe(Rule::Layer::clause);
    Contest contest(a_, sentence_, rules_.of(language_, Rule::Layer::clause), room_);
    for (std::size_t i = 0; i < items_->size(); ++i) {
      contest.each(i, [&matches](Match&& match) { matches.push_back(std::move(match)); });
    }
    std::sort(matches.begin(), matches.end(), [](const Match& x, const Match& y) {
      return std::tuple(y.end - y.begin, x.order, x.begin) <
             std::tuple(x.end - x.begin, y.order, y.begin);
    });
    // Accepted left to right, so that "replacing" finds what was gained before it.
    std::vector<bool> taken(items_->size(), false);
    std::vector<Match> accepted;
    for (Match& m : matches) {
      bool free = true;
      for (const Capture& c : m.captures) {
        for (const std::size_t i : c.items) {
          const ItemKind kind = (*items_)[i].kind;
          free = free && (kind == ItemKind::person || !taken[i]);
        }
      }
      // Of two matches with the same words, the longer one.
      const Match* longer = nullptr;
      for (const Match& other : accepted) {
        const bool same = other.begin <= m.begin && m.end <= other.end && other.rule != m.rule &&
                          other.begin == m.begin;
        longer = longer == nullptr && same ? &other : longer;
      }
      if (!free || longer != nullptr) {
        contest.lose(m, longer != nullptr ? *longer : holder_of(m, accepted));
        continue;
      }
      contest.keep(m);
      for (const Capture& c : m.captures) {
        for (const std::size_t i : c.items) {
          taken[i] = true;
        }
      }
      accepted.push_back(std::move(m));
    }
    std::sort(accepted.begin(), accepted.end(), [](const Match& x, const Match& y) {
      return std::tuple(x.begin, x.end, x.order) < std::tuple(y.begin, y.end, y.order);
    });
    // A frame reads what no rule has read.
    if (language_ == Language::en) {
      read_frames(a_, sentence_, taken, before_);
    }
    for (const Match& m : accepted) {
      Item kept;
      bool keep = false;
      apply(m, Rule::Layer::clause, kept, keep);
      if (language_ == Language::vi) {
        go_on(m, taken);
      }
    }
  }

  /// "từng giữ các chức vụ A, phụ trách phía Nam; B rồi C; D": what one has been goes on in the
  /// posts that stand alone between semicolons and commas.
  void go_on(const Match& match, std::vector<bool>& taken) {
    constexpr std::size_t most = 6;  // items after a post that belong to it
    const Emission& last = match.rule->emissions.back();
    const Capture* const who = capture(match, last.who);
    const Capture* const what = capture(match, last.what);
    if (last.type != Emission::Type::hold || last.status != "former" || who == nullptr ||
        what == nullptr || what->items.size() != 1) {
      return;
    }
    std::size_t at = what->items[0];
    for (std::size_t k = at + 1; k < items_->size() && k - at <= most; ++k) {
      const Item& item = (*items_)[k];
      if (item.kind == ItemKind::person || is_mark(item, ':') || is_mark(item, '.')) {
        return;
      }
      if (item.kind != ItemKind::title) {
        continue;
      }
      const Item& before = (*items_)[k - 1];
      const bool next = is_mark(before, ';') || is_mark(before, ',') || is_mark(before, '&') ||
                        before.is(a_.pack.cues().also);
      // A post alone: "…, the Chairman said" begins a clause of its own.
      const bool alone = k + 1 == items_->size() || is_mark((*items_)[k + 1], ';') ||
                         is_mark((*items_)[k + 1], ',') || is_mark((*items_)[k + 1], '.');
      const bool closed = alone || is_mark(before, ';') || before.is(a_.pack.cues().also);
      const bool other = k + 1 < items_->size() && ((*items_)[k + 1].kind == ItemKind::person ||
                                                    is_mark((*items_)[k + 1], ':'));
      if (!next || !closed || other || taken[k]) {
        return;
      }
      taken[k] = true;
      for (const std::size_t p : who->items) {
        for (const int mention : (*items_)[p].people) {
          for (const int t : item.titles) {
            hold(a_.person(mention).entity, t, last, match, Rule::Layer::clause);
          }
        }
      }
      at = k;
    }
  }

  Analysis& a_;
  const Rulebook& rules_;
  Lives lives_;
  bool programme_;                                        ///< the text is that of an event
  std::size_t biography_ = static_cast<std::size_t>(-2);  ///< sentence of the last one
  std::size_t life_ = static_cast<std::size_t>(-2);       ///< last sentence of a card's paragraph
  int life_of_ = none;                                    ///< whose
  std::vector<Triggers::Ordered> room_;
  Language language_ = Language::en;
  std::vector<Item>* items_ = nullptr;
  std::size_t sentence_ = 0;
  static constexpr std::size_t most_others = 3;  ///< items beside the names in a line of a list
  static constexpr std::size_t most_said = 10;   ///< items after a bullet and a name
  static constexpr std::size_t opening = 8;      ///< items: dateline, place and title of a lead
  int open_ = none;                              ///< title given up by somebody not yet named
  std::size_t open_at_ = 0;
  int before_ = none;       ///< the bearer of the sentence before
  int bearer_ = none;       ///< person named first in the last sentence that names one
  bool in_ballot_ = false;  ///< the lead of the bullets inside a line says that they are nominees
};

/// "died on Sunday", "died in Weston on 3 May": the date after the verb at `verb`, unless somebody
/// or another verb stands between: "has died, her family said on Monday".
std::optional<PartialDate> day_after(const Pack& pack, const std::vector<Item>& items,
                                     std::size_t verb) {
  constexpr std::size_t reach = 12;
  for (std::size_t i = verb + 1; i < items.size() && i <= verb + reach; ++i) {
    if (items[i].kind == ItemKind::date) {
      return items[i].date;
    }
    if (items[i].kind == ItemKind::person || items[i].kind == ItemKind::title ||
        pack.frame_of(items[i].cues) != nullptr) {
      break;
    }
  }
  return std::nullopt;
}

/// Who has died holds no post any more: "X, who died on Sunday".
void end_by_death(Analysis& a) {
  const GrammarCues& cues = a.pack.cues();
  std::vector<bool> dead(a.persons.size(), false);
  const std::uint8_t died = cues.died;
  for (std::size_t s = 0; s < a.sentences.size(); ++s) {
    const auto& items = a.sentences[s].items;
    for (std::size_t i = 0; i + 1 < items.size() && died != 0; ++i) {
      if (items[i].kind != ItemKind::person) {
        continue;
      }
      std::size_t before = i;
      while (before > 0 &&
             (items[before - 1].kind == ItemKind::title || items[before - 1].is(cues.det))) {
        --before;
      }
      const bool of = before > 0 && items[before - 1].is(cues.oblique);
      // "X died", "X, who died", "X, 82, has died", "X, the mayor, died"
      std::size_t k = i + 1;
      while (k < items.size() && k - i < 7 &&
             (items[k].kind == ItemKind::mark || items[k].kind == ItemKind::number ||
              items[k].kind == ItemKind::title || items[k].is(cues.det) ||
              items[k].is(cues.relative))) {
        ++k;
      }
      // "The wife of Governor X died", but "of Governor X, who died"
      if (k < items.size() && items[k].is(died) && (!of || items[k - 1].is(cues.relative))) {
        for (const int mention : items[i].people) {
          const int person = a.person(mention).entity;
          if (person != none) {
            dead[static_cast<std::size_t>(person)] = true;
            a.changes.push_back(
                {"death", {person}, {}, {}, day_after(a.pack, items, k), "died", s});
          }
        }
      }
    }
  }
  for (Assertion& x : a.assertions) {
    if (x.person != none && dead[static_cast<std::size_t>(x.person)] && x.status != "former") {
      x.status = "former";
    }
  }
}

constexpr int news_days = 31;  ///< an appointment is news for so long

/// "All those appointed will be sworn in on Friday", "The appointments of X and Y are subject to
/// confirmation": those who gained a post in this document have yet to take it up; the people named
/// before the words, or, where there are none, all.
void await_inauguration(Analysis& a) {
  const GrammarCues& cues = a.pack.cues();
  const auto is_recent = [&](const PartialDate& day) {
    return a.document.date && latest(day) - earliest(*a.document.date) > -news_days;
  };
  for (const Sentence& sentence : a.sentences) {
    const auto& items = sentence.items;
    const auto first = [&items](std::uint8_t cue) {
      return std::find_if(items.begin(), items.end(),
                          [cue](const Item& item) { return item.is(cue); });
    };
    const auto inauguration = first(cues.inauguration);
    const auto confirmation = first(cues.confirmation);
    const bool subject_to = confirmation != items.end() && first(cues.subject_to) != items.end();
    const bool will = inauguration != items.end() && first(cues.will) != items.end();
    if (!subject_to && !will) {
      continue;
    }
    std::vector<int> people;
    for (auto item = items.begin(); item != (will ? inauguration : confirmation); ++item) {
      for (const int mention : item->people) {
        people.push_back(a.person(mention).entity);
      }
    }
    for (Assertion& x : a.assertions) {
      // Who is confirmed must be said; of those in a list some may be in office already.
      const bool named = std::find(people.begin(), people.end(), x.person) != people.end();
      const bool meant =
          people.empty() ? x.announced && (x.gained || !subject_to) : x.gained && named;
      const TitleMention& title = a.title(x.title);
      if (meant && (!x.from || is_recent(*x.from)) && x.status != "former" &&
          x.status != "acting" && (title.status.empty() || title.status == "elect")) {
        x.status = "elect";
        x.from.reset();  // the day of the appointment
      }
    }
  }
}

}  // namespace

void assert_tenures(Analysis& a, const Rulebook& rules) {
  Tenures tenures(a, rules);
  for (std::size_t s = 0; s < a.sentences.size(); ++s) {
    tenures.run(s);
  }
  share_bodies(a);
  await_inauguration(a);
  end_by_death(a);
  // In Vietnamese what begins or ends after the day of the report is told in the same words.
  for (Assertion& x : a.assertions) {
    if (a.sentences[x.sentence].language != Language::vi || !a.document.date) {
      continue;
    }
    const Day reported = latest(*a.document.date);
    if (x.from && x.status != "former" && earliest(*x.from) > reported) {
      x.status = "elect";
    } else if (x.to && x.status == "former" && earliest(*x.to) > reported) {
      x.status = "current";
    }
  }
}

}  // namespace nom::extract
