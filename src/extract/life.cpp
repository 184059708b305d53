// SPDX-License-Identifier: Apache-2.0
#include "extract/life.hpp"

#include "extract/layout.hpp"

#include <algorithm>

namespace nom::extract {

namespace {

bool is_post(const Item& item) { return item.kind == ItemKind::title; }

/// "previous" → "former"; empty if the item is no such word.
std::string_view status_at(const Analysis& a, const Item& item) {
  if (item.kind == ItemKind::word) {
    if (const auto status = a.find(item.range.begin, Lex::status, item.range.end)) {
      return a.entry(*status).canonical;
    }
  }
  return "";
}

}  // namespace

bool Lives::name_subject(std::size_t sentence) {
  Sentence& line = a_.sentences[sentence];
  auto& items = line.items;
  const std::size_t first = start_of_line(sentence);
  if (first >= items.size() || !says_posts(sentence)) {
    return false;
  }
  const Item& opener = items[first];
  const GrammarCues& cues = a_.pack.cues();
  const bool word = opener.kind == ItemKind::word;
  const Frame* const verb = word ? a_.pack.frame_of(opener.cues) : nullptr;
  const bool does = verb != nullptr && verb->is_of_life();
  const bool once = word && (opener.is(cues.adverb) || opener.is(cues.until_now)) &&
                    first + 1 < items.size() && is_post(items[first + 1]);
  if (!does && !once && !(is_post(opener) && ends_posts(sentence, first))) {
    return false;
  }
  bool over = false;  // a heading says so
  const int whose = named_above(sentence, over);
  if (whose == none) {
    return false;
  }
  const Range label = {items[0].range.begin, opener.range.begin};  // "Former roles: …"
  over = over || (first > 1 && is_mark(items[first - 1], ':') &&
                  (a_.begins_former(label) || a_.has_caption(label, cues.column_former)));
  lives_[sentence] = {whose, over};
  if (over || (once && opener.is(cues.until_now))) {  // "Previously director of the Guild; …"
    for (const Item& item : items) {
      for (const int t : item.titles) {
        std::string& status = a_.title(t).status;
        status = status.empty() ? "former" : status;
      }
    }
  }
  // "Appointed director": who was
  const bool was = !does || (verb->voice == Frame::Voice::both &&
                             (verb->kind == Frame::Kind::gain || verb->kind == Frame::Kind::lose));
  const std::size_t at = opener.range.begin;
  for (std::size_t i = 0; i < items.size(); ++i) {
    // "Director | Weston Bank | 2010-2014", "Director of the Guild; and treasurer of …"
    const std::size_t next =
        i + 1 < items.size() && items[i + 1].is(cues.conjunction) ? i + 2 : i + 1;
    const bool more = is_mark(items[i], ';') && next < items.size() && is_post(items[next]);
    items[i].mark = is_mark(items[i], '|') || more ? ',' : items[i].mark;
  }
  std::vector<Item> subject(was ? 2 : 1);
  subject[0].kind = ItemKind::person;
  subject[0].range = {at, at};
  subject[0].people = {static_cast<int>(a_.people.size())};
  a_.people.push_back({subject[0].range, true, false, whose});
  if (was) {
    subject[1].kind = ItemKind::mark;
    subject[1].range = {at, at};
    subject[1].mark = ',';
  }
  items.insert(items.begin() + static_cast<std::ptrdiff_t>(first), subject.begin(), subject.end());
  return true;
}

/// The item that opens what a line of a life says, behind its bullet and its label ("Position:
/// Minister of Health"); the number of items if the sentence can be no such line.
std::size_t Lives::start_of_line(std::size_t sentence) const {
  const Sentence& line = a_.sentences[sentence];
  const auto& items = line.items;
  if (line.language != Language::en || items.empty() || line.line == Line::header ||
      line.line == Line::row || line.capitals) {
    return items.size();
  }
  if (line.line == Line::heading && sentence + 1 < a_.sentences.size()) {
    const auto& below = a_.sentences[sentence + 1].items;  // "Treasurer" above who holds it
    if (std::any_of(below.begin(), below.end(),
                    [](const Item& item) { return item.kind == ItemKind::person; })) {
      return items.size();
    }
  }
  if (sentence > 0 && a_.sentences[sentence - 1].holder != none && is_mark(items.back(), '.')) {
    return items.size();  // the life of a card
  }
  std::size_t first = 0;
  while (first < items.size() && items[first].kind == ItemKind::mark &&
         !is_mark(items[first], '(') && !is_mark(items[first], '"')) {
    ++first;
  }
  constexpr std::size_t longest_label = 3;  // items
  for (std::size_t i = first + 1; i < items.size() && i <= first + longest_label; ++i) {
    if (!is_mark(items[i], ':')) {
      continue;
    }
    // "Current position", not "Position applied for"
    const std::size_t end = items[i].range.begin;
    for (std::size_t t = items[first].range.begin; t < end; ++t) {
      if (a_.is_of_set({t, end}, Lex::caption, a_.pack.cues().column_post)) {
        return i + 1;
      }
    }
    break;
  }
  return first;
}

/// Does the line say a post and of what? "Treasurer" alone is no line of a life, though the section
/// says of what; "Joined the Water Board in 2010 as treasurer" is one.
bool Lives::says_posts(std::size_t sentence) const {
  const Sentence& line = a_.sentences[sentence];
  const auto& items = line.items;
  const bool whole = std::any_of(items.begin(), items.end(), [&](const Item& item) {
    if (!is_post(item) || a_.title(item.titles[0]).plural) {
      return false;
    }
    const TitleMention& t = a_.title(item.titles[0]);
    return t.place != none || !t.portfolio.empty() ||
           (t.body != none && a_.body(t.body).range.begin >= line.tokens.begin &&
            a_.body(t.body).range.end <= line.tokens.end);
  });
  return whole || (std::any_of(items.begin(), items.end(), is_post) &&
                   std::any_of(items.begin(), items.end(), [](const Item& item) {
                     return item.kind == ItemKind::body && item.index != none;
                   }));
}

/// Do the posts from item i on end a phrase: not "The director of finance to follow up"?
bool Lives::ends_posts(std::size_t sentence, std::size_t i) const {
  const auto& items = a_.sentences[sentence].items;
  const GrammarCues& cues = a_.pack.cues();
  const auto is_part = [&](std::size_t k) {  // "Head of Nutrition, Weston Hospital, Bend"
    return (items[k].kind == ItemKind::body || items[k].kind == ItemKind::place) && k > 0 &&
           is_mark(items[k - 1], ',');
  };
  while (i < items.size() &&
         (items[i].kind == ItemKind::title || is_mark(items[i], ',') || is_part(i) ||
          items[i].is(cues.conjunction) || is_mark(items[i], '&'))) {
    ++i;
  }
  if (i + 1 < items.size() && items[i].is(cues.in) && items[i + 1].kind == ItemKind::place) {
    i += 2;  // "coordinator of the Health Survey in Lakonia."
  }
  // "President, Arden Club: nominated"
  return i == items.size() || (items[i].kind == ItemKind::mark && !is_mark(items[i], ':')) ||
         items[i].kind == ItemKind::date || items[i].is(cues.since) ||
         (items[i].is(cues.oblique) && !items[i].is(cues.link));
}

/// Is the first word of a line, behind its marks, the first of a caption of the set?
bool Lives::opens_with(const Sentence& line, std::uint8_t set) const {
  for (const Item& item : line.items) {
    if (item.kind != ItemKind::mark) {
      const auto longest = a_.find(item.range.begin, Lex::caption, line.tokens.end);
      return longest && a_.is_of_set({item.range.begin, item.range.begin + longest->length},
                                     Lex::caption, set);
    }
  }
  return false;
}

/// A line that is little more than a name, behind its label or its post: not "Motion by X" or
/// "Action: X". Years after a name may be those of a life that is over.
bool Lives::is_name_line(const Sentence& line) const {
  std::size_t i = 0;
  while (i < line.items.size() && line.items[i].kind == ItemKind::mark) {
    ++i;
  }
  if (i == line.items.size() || line.items.back().kind == ItemKind::date ||
      (line.items.size() > 1 && line.items[line.items.size() - 2].kind == ItemKind::date)) {
    return false;
  }
  const Item& opener = line.items[i];
  // "Assoc. Prof-Dr. X", "Master - X", "Professor, Doctor X"; "Dear Ms X," is no head of a life
  std::size_t name = i;
  while (name < line.items.size() &&
         (is_mark(line.items[name], '-') || is_mark(line.items[name], '.') ||
          is_mark(line.items[name], ',') ||
          (line.items[name].kind == ItemKind::word && a_.capital(line.items[name].range.begin)))) {
    ++name;
  }
  const bool styled = name < line.items.size() && line.items[name].kind == ItemKind::person &&
                      !is_mark(line.items.back(), ',');
  return opener.kind == ItemKind::person || is_post(opener) || styled ||
         opens_with(line, a_.pack.cues().column_person) ||
         opens_with(line, a_.pack.cues().column_post);
}

/// A line that says what those below it are of: "Agenda", "cc:", "Current positions".
bool Lives::is_heading(const Sentence& line) const {
  if (line.items.empty()) {
    return false;
  }
  constexpr std::size_t longest = 5;  // tokens
  const bool colon = is_mark(line.items.back(), ':');
  const bool shown = line.items[0].kind == ItemKind::mark && !colon;
  const bool told = std::any_of(line.items.begin(), line.items.end(), [](const Item& item) {
    return is_post(item) || item.kind == ItemKind::body || item.kind == ItemKind::place ||
           item.kind == ItemKind::date || item.kind == ItemKind::number || item.party;
  });
  return colon || (line.tokens.end - line.tokens.begin <= longest && !told && !shown &&
                   !is_mark(line.items.back(), '.'));
}

/// Does a heading say that the lines below it are of the life of a person: no "Agenda", "Open
/// positions"?
bool Lives::heads_life(const Sentence& line) const {
  return opens_with(line, a_.pack.cues().life) || opens_with(line, a_.pack.cues().column_post) ||
         is_past(line);
}

/// "Previous positions", "Posts previously held", above the lines of a life: they are over.
bool Lives::is_past(const Sentence& line) const {
  if (line.items.empty() || line.items[0].kind == ItemKind::mark) {
    return false;
  }
  const Range words = {line.items[0].range.begin, line.tokens.end};
  return a_.has_caption(words, a_.pack.cues().column_post) &&
         (a_.begins_former(words) || a_.has_caption(words, a_.pack.cues().column_former));
}

/// Whose life the lines below a name tell: the only person in the nearest line above that names
/// any, if it is little more than a name, or the one whom such a line was about; else none. `over`:
/// the heading above the lines says that their posts are former.
int Lives::named_above(std::size_t sentence, bool& over) const {
  constexpr std::size_t reach = 40;         // sentences
  constexpr std::size_t longest_head = 12;  // tokens: "Executive Director: X"
  bool headed = false;
  for (std::size_t s = sentence; s-- > 0 && sentence - s < reach;) {
    if (const auto known = lives_.find(s); known != lives_.end()) {
      over = over || (!headed && known->second.over);
      return known->second.whose;
    }
    const Sentence& line = a_.sentences[s];
    const std::size_t length = line.tokens.end - line.tokens.begin;
    int who = none;
    for (const Item& item : line.items) {
      for (const int mention : item.people) {
        const int entity = a_.person(mention).entity;
        if (entity == none || (who != none && who != entity)) {
          return none;
        }
        who = entity;
      }
    }
    if (who != none) {
      const bool told = line.items[0].kind == ItemKind::person && line.items.size() > 1 &&
                        line.items[1].is(a_.pack.cues().be);
      return told || (length <= longest_head && is_name_line(line)) ? who : none;
    }
    const bool listed = line.line == Line::career || line.holder != none ||
                        (!line.items.empty() && line.items[0].kind == ItemKind::mark);
    const bool heading = is_heading(line);
    // "PhD in Law, Weston University. Taught in Bend. Served as …": goes on in the same line, but
    // not behind "The council met."
    const bool inside = !a_.tokens[line.tokens.begin].is(shape_line_start);
    const bool same_line = !a_.tokens[a_.sentences[s + 1].tokens.begin].is(shape_line_start);
    if (same_line && !line.items.empty() &&
        (line.items[0].is(a_.pack.cues().det) || line.items[0].kind == ItemKind::body)) {
      return none;
    }
    if ((length > longest_head && !listed && !inside) || (heading && !heads_life(line))) {
      return none;
    }
    if (heading && !headed) {
      headed = true;
      over = is_past(line);
    }
  }
  return none;
}

namespace {

/// Whether the items up to the link of a sum of posts say that they are over, or still go on.
struct Tense {
  bool over = false;
  bool now = false;
  bool open = false;  ///< denied, wished for or yet to come
};

Tense tense_of(const Analysis& a, const Sentence& line, std::size_t from, std::size_t to) {
  const GrammarCues& cues = a.pack.cues();
  Tense tense;
  for (std::size_t i = from; i < to; ++i) {
    const Item& item = line.items[i];
    const std::string_view status = status_at(a, item);
    const Frame* const verb = item.kind == ItemKind::word ? a.pack.frame_of(item.cues) : nullptr;
    tense.over =
        tense.over || item.is(cues.has) || item.is(cues.summary_held) || status == "former";
    tense.now = tense.now || status == "current";
    tense.open = tense.open || item.is(cues.negation) || item.is(cues.candidate) ||
                 item.is(cues.nominate) || (verb != nullptr && verb->kind == Frame::Kind::will);
  }
  return tense;
}

/// Are the items words only, a noun of posts among them, and no verb: "previous roles"?
bool sums_up(const Analysis& a, const Sentence& line, std::size_t from, std::size_t to) {
  bool noun = false;
  for (std::size_t i = from; i < to; ++i) {
    const Item& item = line.items[i];
    const bool plain = item.kind == ItemKind::word || item.kind == ItemKind::number ||
                       item.kind == ItemKind::date || is_mark(item, ',');
    if (!plain || item.is(a.pack.cues().personal) ||
        (item.kind == ItemKind::word && a.pack.frame_of(item.cues) != nullptr &&
         !item.is(a.pack.cues().summary_noun) && !item.is(a.pack.cues().has))) {
      return false;
    }
    noun = noun || item.is(a.pack.cues().summary_noun);
  }
  return noun;
}

/// Do posts follow up to the end, and nothing that is said of somebody besides?
bool lists_posts(const Analysis& a, const Sentence& line, std::size_t from) {
  for (std::size_t i = from; i < line.items.size(); ++i) {
    const Item& item = line.items[i];
    if ((item.kind == ItemKind::person && line.items[i - 1].kind != ItemKind::title) ||
        (item.kind == ItemKind::word && a.pack.frame_of(item.cues) != nullptr)) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<Summary> summary_of(const Analysis& a, const Sentence& line) {
  constexpr std::size_t longest = 16;      // items before the first post
  constexpr std::size_t longest_lead = 3;  // items: "Some of | his", "X, who | has held"
  const auto& items = line.items;
  const GrammarCues& cues = a.pack.cues();
  Summary summary;
  std::size_t begin = 0;  // of the posts
  while (begin < items.size() && !is_post(items[begin])) {
    ++begin;
  }
  std::size_t end = begin;  // of the link: before the article and the colon
  while (end > 0 && (is_mark(items[end - 1], ':') || items[end - 1].is(cues.det))) {
    --end;
  }
  if (begin == items.size() || begin > longest || end == 0 ||
      a.title(items[begin].titles[0]).plural || !lists_posts(a, line, begin)) {
    return std::nullopt;
  }
  const std::size_t link = end - 1;
  // "Her previous roles include", "X's past posts were", "Among his offices are"
  if (items[link].is(cues.summary_list)) {
    std::size_t owner = 0;
    while (owner < std::min(link, longest_lead) && items[owner].kind == ItemKind::word &&
           !items[owner].is(cues.personal)) {
      ++owner;
    }
    const bool named =
        items[0].kind == ItemKind::person && items.size() > 1 && is_mark(items[1], '\'');
    summary.subject = named ? 0 : none;
    owner = named ? 1 : owner;
    if (named || items[owner].is(cues.personal)) {
      const Tense tense = tense_of(a, line, owner, end);
      if (!tense.open && sums_up(a, line, owner + 1, link)) {
        summary.status = tense.over && !tense.now ? "former" : "current";
        return summary;
      }
    }
  }
  // "X, who has held several posts including", "with ten years of experience as"
  for (std::size_t verb = link; verb-- > 1;) {
    const Frame* const frame =
        items[verb].kind == ItemKind::word ? a.pack.frame_of(items[verb].cues) : nullptr;
    const bool held =
        items[verb].is(cues.summary_held) || (frame != nullptr && frame->kind == Frame::Kind::hold);
    const bool with = items[verb].is(cues.has) || a.token_text(items[verb].range.begin) == "with";
    if (!held && !with) {
      continue;
    }
    const std::size_t from = items[verb].is(cues.summary_noun) ? verb : verb + 1;
    const bool experience = a.token_text(items[link - 1].range.begin) == "experience" &&
                            a.token_text(items[link].range.begin) == "as";
    std::size_t who = verb;
    while (who > 0 && verb - who < longest_lead && items[who - 1].kind != ItemKind::person &&
           (is_mark(items[who - 1], ',') ||
            (items[who - 1].kind == ItemKind::word && !items[who - 1].is(cues.oblique)))) {
      --who;
    }
    const Tense tense = tense_of(a, line, who, end);
    if (who == 0 || items[who - 1].kind != ItemKind::person || tense.open ||
        (with && !experience) ||
        !(items[link].is(cues.summary_link) || items[link].is(cues.summary_list)) ||
        !(from == verb || from == link || sums_up(a, line, from, link))) {
      return std::nullopt;
    }
    summary.subject = static_cast<int>(who - 1);
    summary.status = (tense.over || experience) && !tense.now ? "former" : "current";
    return summary;
  }
  return std::nullopt;
}

}  // namespace nom::extract
