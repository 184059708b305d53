// SPDX-License-Identifier: Apache-2.0
// Stage chunk, passes over the items of a sentence: whose the posts are that name no body.
#include "extract/chunk.hpp"

#include <algorithm>
#include <array>

namespace nom::extract {

std::size_t begin_of_name(const Analysis& a, const std::vector<Item>& items, std::size_t begin) {
  constexpr std::size_t longest_part = 3;  // words
  const auto text = [&](std::size_t i) { return a.token_text(items[i].range.begin); };
  const auto is_word = [&](std::size_t i) {
    constexpr LexMask other = mask_of(Lex::title) | mask_of(Lex::status) | mask_of(Lex::month) |
                              mask_of(Lex::weekday) | mask_of(Lex::honorific) | mask_of(Lex::rank) |
                              mask_of(Lex::demonym) | mask_of(Lex::place);
    const std::size_t t = items[i].range.begin;
    const auto stop = a.find(t, Lex::stop, items[i].range.end);
    return (items[i].kind == ItemKind::word || a.is_weak_name(items[i])) && a.capital(t) &&
           a.tokens[t].is(shape_word) && items[i].cues.none() && (a.lex[t] & other) == 0 &&
           !(stop && a.entry(*stop).has("function"));
  };
  // "the Norland National | Dairy Platform"
  if (begin > 1 && items[begin - 2].kind == ItemKind::place &&
      items[begin - 1].kind == ItemKind::word && a.capital(items[begin - 1].range.begin) &&
      items[begin - 2].range.end == items[begin - 1].range.begin &&
      (a.has(items[begin - 1].range.begin, Lex::modifier) ||
       a.has(items[begin - 1].range.begin, Lex::level))) {
    return begin - 2;
  }
  while (begin > 1) {
    std::size_t link = begin;
    const bool article = text(link - 1) == "the" || text(link - 1) == "a";
    link -= article ? 1U : 0U;
    const bool plus = items[link - 1].kind == ItemKind::mark && items[link - 1].mark == '&';
    if (link < 2 || !((plus && !article) || text(link - 1) == "of" || text(link - 1) == "for" ||
                      (text(link - 1) == "in" && !article))) {
      return begin;
    }
    --link;
    std::size_t first = link;
    while (first > 0 && link - first < longest_part && is_word(first - 1)) {
      --first;
    }
    // "Critics of Falkbuilt", "Speaking for Falkbuilt" at the begin of a sentence
    const bool doubtful = first == 0 && link == 1 && !plus && !article &&
                          (text(0).ends_with('s') || a.pack.ends_like_adjective(text(0)));
    if (first == link || doubtful) {
      return begin;
    }
    begin = first;
  }
  return begin;
}

/// "WeWork", "eBay": a capital within a word, as companies spell their names; not "McDonald".
bool Chunker::is_mixed_case(At t) const {
  constexpr auto particles = std::to_array<std::string_view>(
      {"Mc", "Mac", "De", "Le", "La", "Di", "Da", "Du", "Al", "El", "Van", "Fitz"});
  const std::string_view word = a_.token_text(t);
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i - 1] >= 'a' && word[i - 1] <= 'z' && word[i] >= 'A' && word[i] <= 'Z') {
      return std::find(particles.begin(), particles.end(), word.substr(0, i)) == particles.end();
    }
  }
  return false;
}

/// Where the capitalised words begin that end before item `end` and that no pack knows; `end` if
/// there are none. A name of one word, or of words that are no given name, may be a company's;
/// known words end one ("Brightwell Energy"), and a known company may begin it ("Toyota Motor").
std::size_t Chunker::employer_before(const Sentence& sentence, std::size_t end) const {
  constexpr std::size_t longest = 4;  // words
  const auto& items = sentence.items;
  const auto is_unknown = [&](const Item& item) {
    return item.kind == ItemKind::person || a_.lex[item.range.begin] == 0;
  };
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest) {
    const Item& item = items[begin - 1];
    constexpr LexMask inside = mask_of(Lex::portfolio) | mask_of(Lex::head) | mask_of(Lex::body) |
                               mask_of(Lex::surname) | mask_of(Lex::stop);
    const bool name = a_.is_weak_name(item);
    const bool word = item.kind == ItemKind::word && item.cues.none() &&
                      (a_.lex[item.range.begin] & ~inside) == 0 &&
                      a_.tokens[item.range.begin].mark == 0 && !is_function(item.range.begin);
    if (!(name || word) || !a_.capital(item.range.begin) || a_.has(item.range.begin, Lex::given)) {
      break;
    }
    --begin;
  }
  const bool known = begin < end && begin > 0 && items[begin - 1].kind == ItemKind::body &&
                     a_.body(items[begin - 1].index).kind == "company" &&
                     items[begin - 1].range.end == items[begin].range.begin;
  while (!known && begin < end && !is_unknown(items[begin])) {
    ++begin;
  }
  begin -= known ? 1U : 0U;
  // "Weston's" after "Ana Weston"
  const bool somebody =
      begin + 1 == end &&
      std::any_of(a_.people.begin(), a_.people.end(), [&](const PersonMention& who) {
        return who.range.end - who.range.begin > 1 && who.range.end <= items[begin].range.begin &&
               a_.token_text(who.range.end - 1) == a_.token_text(items[begin].range.end - 1);
      });
  return somebody ? end : begin;
}

/// A post that a company may have and that is none of another body yet.
bool Chunker::is_unplaced(const TitleMention& post) const {
  const LexEntry& head = a_.pack.entry(post.head);
  return post.body == none && post.place == none && !head.has("place") && !head.has("portfolio") &&
         !head.has("alone");
}

/// "Mayor X of", "chief economist X of": do the holder and an "of" follow the post at item i?
bool Chunker::is_followed_by_whose(const Sentence& sentence, std::size_t i) const {
  const auto& items = sentence.items;
  return i + 3 < items.size() && items[i + 1].kind == ItemKind::person &&
         items[i + 2].kind == ItemKind::word && word_is(items[i + 2].range.begin, of_);
}

/// "Lacs", "Rooij & Partners" after the holder of a post: where it is, or whose, if no pack knows.
void Chunker::place_after_holder(const Item& whose, bool of_place, int post) {
  const At name = whose.range.begin;
  if (of_place && whose.kind == ItemKind::place) {
    a_.title(post).place = whose.index;
  } else if ((whose.kind == ItemKind::word || a_.is_weak_name(whose)) && a_.capital(name) &&
             a_.lex[name] == 0) {
    const Range words = {name, cap_sequence(name)};
    if (of_place) {
      a_.title(post).place = a_.add_place(words);
    } else {
      a_.title(post).body = a_.add_body(words, "company", true);
    }
  }
}

/// "Party | Harapan Rakyat": does a capitalised word before the body of item i belong to its name?
/// "Insurer | Lumina" says what bears it.
bool Chunker::ends_longer_name(const Sentence& sentence, std::size_t i) const {
  if (i == 0 || sentence.items[i - 1].kind != ItemKind::word) {
    return false;
  }
  const Range word = sentence.items[i - 1].range;
  return a_.capital(word.begin) && word.end == sentence.items[i].range.begin &&
         (!is_company(word.begin) || a_.has(word.begin, Lex::head));
}

/// "the UN | Emergency Relief Coordinator": the body straight before a post and its field.
void Chunker::join_body_before_field(Sentence& sentence) {
  constexpr LexMask of_post = mask_of(Lex::title) | mask_of(Lex::status);
  for (std::size_t i = 1; i < sentence.items.size(); ++i) {
    const Item& body = sentence.items[i - 1];
    const Item& item = sentence.items[i];
    if (body.kind != ItemKind::body || body.index == none || a_.body(body.index).reference ||
        item.kind != ItemKind::title || item.titles.size() != 1 ||
        body.range.end != item.range.begin || (a_.lex[item.range.begin] & of_post) != 0) {
      continue;
    }
    TitleMention& post = a_.title(item.titles[0]);
    const auto modifier = a_.find(item.range.begin, Lex::modifier, item.range.end);
    if (modifier && !a_.entry(*modifier).has("field")) {
      continue;
    }
    if (is_unplaced(post) && !post.plural && post.words.begin == item.range.begin) {
      post.body = body.index;
    }
  }
}

/// "X, wellness director of", "as data officer", "the Water Board | tree officer X": nouns that no
/// pack knows, in small letters before a post where a post must stand, belong to it. An adjective
/// that stands there says nothing of the post: "X, brilliant director of".
void Chunker::join_unknown_fields(Sentence& sentence) {
  constexpr std::size_t longest = 3;  // words
  auto& items = sentence.items;
  const GrammarCues& cues = a_.pack.cues();
  const auto is_person = [&](std::size_t i) {
    return i < items.size() && items[i].kind == ItemKind::person;
  };
  const auto is_opening = [&](std::size_t i) {  // "X, ", "X ("
    return i > 0 && i < items.size() && items[i].kind == ItemKind::mark &&
           (items[i].mark == ',' || items[i].mark == '(') && is_person(i - 1);
  };
  const auto is_stating = [&](const Item& item) {  // "works as", "is"
    const Frame* const frame = a_.pack.frame_of(item.cues);
    return frame != nullptr && frame->kind == Frame::Kind::state;
  };
  const auto is_verb_of_post = [&](std::size_t i) {
    return items[i].kind == ItemKind::word &&
           (items[i].is(cues.as) || items[i].is(cues.gain) || items[i].is(cues.become) ||
            items[i].is(cues.was) || items[i].is(cues.been) || is_stating(items[i]));
  };
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (items[i].kind != ItemKind::title || items[i].titles.size() != 1) {
      continue;
    }
    TitleMention& post = a_.title(items[i].titles[0]);
    const LexEntry& head = a_.pack.entry(post.head);
    if (post.words.begin != items[i].range.begin || a_.capital(post.words.begin) ||
        head.has("alone") || head.has("royal")) {
      continue;
    }
    constexpr LexMask other = mask_of(Lex::title) | mask_of(Lex::status) | mask_of(Lex::level) |
                              mask_of(Lex::demonym) | mask_of(Lex::rank) | mask_of(Lex::head) |
                              mask_of(Lex::honorific) | mask_of(Lex::document);
    std::size_t begin = i;
    while (begin > 0 && i - begin < longest) {
      const Item& item = items[begin - 1];
      const At t = item.range.begin;
      const std::string_view word =
          item.kind == ItemKind::word ? a_.token_text(t) : std::string_view();
      if (item.kind != ItemKind::word || item.range.end - t != 1 || a_.capital(t) ||
          item.cues.any() || !a_.tokens[t].is(shape_word) || a_.tokens[t].is(shape_glued) ||
          is_function(t) || (a_.lex[t] & other) != 0 || word.ends_with("ed") ||
          word.ends_with("ing") || word.ends_with("ly")) {
        break;
      }
      --begin;
    }
    if (begin == i || begin == 0) {
      continue;
    }
    const bool article = items[begin - 1].is(cues.det);
    const bool held = is_person(i + 1);
    const bool opens = is_opening(begin - 1) || (article && begin > 1 && is_opening(begin - 2));
    const bool told =
        is_verb_of_post(begin - 1) || (article && begin > 1 && is_verb_of_post(begin - 2));
    const bool of_body = held && items[begin - 1].kind == ItemKind::body &&
                         items[begin - 1].range.end == items[begin].range.begin;
    if (!of_body && (held || !(opens || told))) {
      continue;
    }
    while (begin < i && a_.pack.ends_like_adjective(a_.token_text(items[begin].range.begin))) {
      items[begin].cues.set(cues.adjective);
      items[begin].cues.set(cues.adverb);
      ++begin;
    }
    if (begin == i) {
      continue;
    }
    a_.put_before(post, {items[begin].range.begin, items[i - 1].range.end});
    items[i].range.begin = post.range.begin;
    if (of_body && is_unplaced(post)) {
      post.body = items[begin - 1].index;
    }
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(begin),
                items.begin() + static_cast<std::ptrdiff_t>(i));
    i = begin;
  }
}

/// "Oracle's chief executive", "Dane Hollow's longtime fire chief", "joined Hershey as managing
/// director": the posts of a company or a place that no pack knows.
void Chunker::find_employers(Sentence& sentence) {
  auto& items = sentence.items;
  const GrammarCues& cues = a_.pack.cues();
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind != ItemKind::title) {
      continue;
    }
    const int t = items[i].titles[0];
    const LexEntry& head = a_.pack.entry(a_.title(t).head);
    const bool of_place = head.has("place") && !head.has("seat") && a_.title(t).place == none &&
                          a_.title(t).body == none;
    // "X, CBI | Norland director,": the branch of the body that stands straight before
    if (i > 1 && items[i - 1].kind == ItemKind::body && a_.title(t).body == none &&
        a_.title(t).place != none && items[i - 1].range.end == items[i].range.begin &&
        a_.place(a_.title(t).place).range.begin == items[i].range.begin && !head.has("place") &&
        items[i - 2].kind == ItemKind::mark && items[i - 2].mark == ',') {
      TitleMention& post = a_.title(t);
      post.body = a_.add_body({items[i - 1].range.begin, a_.place(post.place).range.end},
                              a_.body(items[i - 1].index).kind, true);
      post.place = none;
      items[i].range.begin = post.range.begin = items[i - 1].range.begin;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) - 1);
      --i;
      continue;
    }
    if (!is_unplaced(a_.title(t)) && !of_place) {
      continue;
    }
    if ((of_place || head.has("whole")) && is_followed_by_whose(sentence, i)) {
      place_after_holder(items[i + 3], of_place, t);
      continue;
    }
    // "insurer Lumina | co-founder X": of the body that stands straight before
    if (i > 0 && i + 1 < items.size() && !of_place && items[i - 1].kind == ItemKind::body &&
        items[i + 1].kind == ItemKind::person && items[i - 1].range.end == items[i].range.begin &&
        !a_.body(items[i - 1].index).reference && !ends_longer_name(sentence, i - 1)) {
      a_.title(t).body = items[i - 1].index;
      continue;
    }
    if (i < 2) {
      continue;
    }
    std::size_t k = i - 1;  // "'s", "as"
    while (k > 1 && items[k].kind == ItemKind::word &&
           (items[k].is(cues.adjective) || items[k].is(cues.adverb) || items[k].is(cues.gain))) {
      --k;  // "recently named"
    }
    const Item& before = items[k];
    const bool owned = before.kind == ItemKind::mark && before.mark == '\'' &&
                       !a_.tokens[before.range.begin].is(shape_space_before);
    const bool as = k + 1 == i && !of_place && before.kind == ItemKind::word && before.is(cues.as);
    if (owned && !of_place && items[k - 1].kind == ItemKind::body &&
        !a_.body(items[k - 1].index).reference) {  // "the Water Board's longtime director"
      a_.title(t).body = items[k - 1].index;
      continue;
    }
    const std::size_t begin = owned || as ? employer_before(sentence, k) : k;
    if (begin == k) {
      continue;
    }
    const Range name = {items[begin].range.begin, items[k - 1].range.end};
    const bool one_word = name.end - name.begin == 1;
    const bool letters = a_.tokens[name.begin].is(shape_all_capitals) && !sentence.capitals &&
                         a_.tokens[name.begin].end - a_.tokens[name.begin].begin > 1;
    const bool run = head.has("whole") || is_mixed_case(name.begin) || letters ||
                     (i + 2 < items.size() && items[i + 1].is(cues.conjunction) &&
                      items[i + 2].kind == ItemKind::title &&
                      a_.pack.entry(a_.title(items[i + 2].titles[0]).head).has("whole"));
    if (owned ? one_word && !run : !is_joined(sentence, begin)) {
      continue;  // "Weston's director" may be Weston's
    }
    TitleMention& post = a_.title(t);
    const auto at = items.begin() + static_cast<std::ptrdiff_t>(begin);
    if (of_place) {
      post.place = a_.add_place(name);
    } else {
      post.body = a_.add_body(name, "company", true);
    }
    const int company = post.body;
    if (as) {
      at->kind = ItemKind::body;
      at->people.clear();
      at->range = name;
      at->index = company;
      items.erase(at + 1, items.begin() + static_cast<std::ptrdiff_t>(k));
      i = begin + 2;
    } else {  // the name is part of the post
      items[i].range.begin = post.range.begin = name.begin;
      items.erase(at, items.begin() + static_cast<std::ptrdiff_t>(i));
      i = begin;
    }
    if (company != none && i + 2 < items.size() && items[i + 1].is(cues.conjunction) &&
        items[i + 2].kind == ItemKind::title) {  // "as president and chief executive"
      TitleMention& other = a_.title(items[i + 2].titles[0]);
      other.body = is_unplaced(other) ? company : other.body;
    }
  }
}

/// "in six communes: Phu Gia, Giang Hai and Vinh Hung": names after a plural noun of places are
/// places, not people; so is the name after "hometown".
void Chunker::find_places(Sentence& sentence) {
  auto& items = sentence.items;
  for (std::size_t i = 0; i + 2 < items.size(); ++i) {
    Item& name = items[i + 2];
    const bool joined = items[i + 1].is(a_.pack.cues().in) ||
                        items[i + 1].is(a_.pack.cues().oblique) ||
                        (items[i + 1].kind == ItemKind::mark && items[i + 1].mark == ':');
    if (items[i].is(a_.pack.cues().home_place) && joined && name.kind == ItemKind::person &&
        !a_.person(name.people[0]).addressed) {
      name.kind = ItemKind::place;
      name.people.clear();
      name.index = a_.add_place(name.range);
    }
  }
  const auto is_listed = [&](const Item& item) {
    return item.kind == ItemKind::place ||
           (item.kind == ItemKind::person && !a_.person(item.people[0]).addressed);
  };
  for (std::size_t i = 0; i + 2 < items.size(); ++i) {
    const std::string_view word =
        items[i].kind == ItemKind::word ? a_.token_text(items[i].range.begin) : std::string_view();
    const Item& after = items[i + 1];
    if (!word.ends_with('s') || (!word_is(after.range.begin, of_) &&
                                 !(after.kind == ItemKind::mark && after.mark == ':'))) {
      continue;
    }
    const std::string one = fold(word.substr(0, word.size() - 1));
    if (a_.capital(items[i].range.begin) ||
        (!a_.pack.entry_of(one, Lex::placekind) && !a_.pack.entry_of(one, Lex::level))) {
      continue;
    }
    std::size_t end = i + 2;
    bool people = false;  // "leaders of three towns: Anna Weston, mayor of Bend"
    while (end < items.size() &&
           (is_listed(items[end]) || items[end].is(a_.pack.cues().conjunction) ||
            (items[end].kind == ItemKind::mark && items[end].mark == ','))) {
      people = people || (items[end].kind == ItemKind::person &&
                          a_.has(a_.person(items[end].people[0]).range.begin, Lex::given));
      ++end;
    }
    people = people || (end < items.size() && items[end].kind == ItemKind::title);
    for (std::size_t k = i + 2; k < end && !people; ++k) {
      if (items[k].kind == ItemKind::person) {
        items[k].kind = ItemKind::place;
        items[k].people.clear();
        items[k].index = a_.add_place(items[k].range);
      }
    }
  }
}

/// "Provost of the College, Zaria, Dr X", "the bank's Head, Corporate Affairs, X": what stands
/// between commas after a post and before its holder, its seat or its field, is part of the post.
void Chunker::join_seats(Sentence& sentence) {
  constexpr std::size_t longest = 3;  // words
  auto& items = sentence.items;
  const auto comma = [&](std::size_t i) {
    return i < items.size() && items[i].kind == ItemKind::mark && items[i].mark == ',';
  };
  for (std::size_t i = 0; i + 4 < items.size(); ++i) {
    if (items[i].kind != ItemKind::title || items[i].titles.size() != 1 || !comma(i + 1)) {
      continue;
    }
    TitleMention& post = a_.title(items[i].titles[0]);
    std::size_t end = i + 2;
    bool field = true;
    while (end < items.size() && end - i - 2 < longest && a_.capital(items[end].range.begin) &&
           (items[end].kind == ItemKind::word || items[end].kind == ItemKind::place ||
            (a_.is_weak_name(items[end]) && items[end].range.end - items[end].range.begin == 1) ||
            (items[end].kind == ItemKind::body && items[end].index != none &&
             a_.body(items[end].index).kind == "department"))) {
      field = field && items[end].kind == ItemKind::word &&
              (a_.has(items[end].range.begin, Lex::portfolio) ||
               (a_.lex[items[end].range.begin] & mask_of(Lex::stop)) != 0);
      ++end;
    }
    const bool holder = end > i + 2 && comma(end) && end + 1 < items.size() &&
                        items[end + 1].kind == ItemKind::person && !post.plural;
    if (!holder || post.served) {
      continue;
    }
    const PersonMention& who = a_.person(items[end + 1].people[0]);
    const Range between = {items[i + 2].range.begin, items[end - 1].range.end};
    // "the Chairman of the Board, Weston, Mr X and Mr Y": the first of several who attend
    const bool several = end + 2 < items.size() &&
                         !(items[end + 2].kind == ItemKind::mark && items[end + 2].mark != ',');
    const bool seat = post.body != none && who.addressed && !several;
    const bool bare = post.body == none && post.place == none && post.portfolio.empty();
    // "the Deputy Vice-Chancellor, Sampou Campus, Professor X": a part that its last word names
    const bool part = bare && who.addressed && end > i + 3 &&
                      a_.has(items[end - 1].range.begin, Lex::stop) && !field;
    if (!seat && !part && !(bare && field && (who.addressed || who.strong))) {
      continue;
    }
    if (part) {
      post.body = a_.add_body(between, "department", true);
    } else if (!seat) {
      post.words.end = between.end;
      post.title = join(post.title + ",", a_.text_of(between));
      post.role = join(post.role + ",", a_.text_of(between));
    }
    items[i].range.end = post.range.end = between.end;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                items.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

/// "Kestrel has named X as its next president": what no pack knows, and who names or dismisses
/// whoever runs it.
void Chunker::find_appointer(Sentence& sentence) {
  constexpr std::size_t longest = 4;  // words
  auto& items = sentence.items;
  const auto frame_at = [&](std::size_t i) {
    return i < items.size() && items[i].kind == ItemKind::word ? a_.pack.frame_of(items[i].cues)
                                                               : nullptr;
  };
  // "Lakonia's Northbank has named"
  const bool based = items.size() > 2 && items[0].kind == ItemKind::place &&
                     is_compound(items[1].range.begin);  // "Weston-based Northbank named"
  const bool of_country = items.size() > 2 && a_.capital(items[0].range.begin) &&
                          (items[0].kind == ItemKind::place || items[0].kind == ItemKind::word ||
                           a_.is_weak_name(items[0])) &&
                          items[1].kind == ItemKind::mark && items[1].mark == '\'';
  const std::size_t begin = of_country || based ? 2 : 0;
  std::size_t verb = begin + 1;
  const auto is_link = [&](std::size_t i) {  // "Friends of the Earth", "Marks & Spencer"
    const At t = items[i].range.begin;
    return is_connector(t) || word_is(t, the_) || word_is(t, a_article_) || word_is(t, in_) ||
           mark_is(t, '&');
  };
  while (verb < begin + 2 * longest && verb < items.size() &&
         (a_.capital(items[verb].range.begin) || is_link(verb))) {
    ++verb;
  }
  const std::size_t end = verb;
  while (verb < items.size() && verb < end + longest &&
         (items[verb].is(a_.pack.cues().has) || items[verb].is(a_.pack.cues().adverb))) {
    ++verb;  // "has today named"
  }
  const Frame* const frame = frame_at(verb);
  const bool changes = frame != nullptr && frame->voice != Frame::Voice::own &&
                       (frame->kind == Frame::Kind::gain || frame->kind == Frame::Kind::lose);
  // "Kestrel announced the resignation of its chairman", "Kestrel said its president"
  const bool tells = verb < items.size() && (items[verb].is(a_.pack.cues().say) ||
                                             items[verb].is(a_.pack.cues().announce));
  const std::size_t named = changes || tells ? employer_before(sentence, end) : end;
  if (named == end || begin_of_name(a_, items, named) != begin) {
    return;
  }
  const At last = items[end - 1].range.end - 1;  // "Orion Capital", no name of a person
  constexpr LexMask personal = mask_of(Lex::given) | mask_of(Lex::surname);
  const bool letters = end - begin == 1 && a_.tokens[last].is(shape_all_capitals) &&
                       !sentence.capitals && a_.tokens[last].end - a_.tokens[last].begin > 1;
  const bool noun =
      letters || (end - begin > 1 && a_.lex[last] != 0 && (a_.lex[last] & personal) == 0);
  const bool runs = std::any_of(
      items.begin() + static_cast<std::ptrdiff_t>(verb), items.end(), [&](const Item& item) {
        if (item.kind != ItemKind::title) {  // "announced the appointment of X as treasurer"
          return tells && item.kind == ItemKind::word && item.range.end - item.range.begin > 1 &&
                 (item.is(a_.pack.cues().gain_active) || item.is(a_.pack.cues().lose_active));
        }
        return word_is(item.range.begin - 1, its_) ||
               (changes && is_unplaced(a_.title(item.titles[0])) &&
                (noun || a_.pack.entry(a_.title(item.titles[0]).head).has("whole")));
      });
  if (!runs) {
    return;
  }
  Item name;
  name.kind = ItemKind::body;
  name.range = {items[begin].range.begin, items[end - 1].range.end};
  name.index = a_.add_body(name.range, "company", true);
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
              items.begin() + static_cast<std::ptrdiff_t>(end));
  items[begin] = std::move(name);
}

/// "joined Hershey as": does the name at item `begin` follow such a verb?
bool Chunker::is_joined(const Sentence& sentence, std::size_t begin) const {
  const Frame* const frame = begin > 0 ? a_.pack.frame_of(sentence.items[begin - 1].cues) : nullptr;
  return frame != nullptr && frame->kind == Frame::Kind::join;
}

/// "Foreign Minister X met her Kenyan counterpart, Y": the same post in another country.
void Chunker::find_counterparts(Sentence& sentence) {
  auto& items = sentence.items;
  std::size_t post = 0;  // the item after the last post before
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind == ItemKind::title && items[i].titles.size() == 1) {
      post = i + 1;
    }
    if (post == 0 || i + 1 >= items.size() || !items[i].is(a_.pack.cues().counterpart)) {
      continue;
    }
    // "his counterpart in Weston, X"
    const bool there = i + 2 < items.size() && word_is(items[i + 1].range.begin, in_) &&
                       (items[i + 2].kind == ItemKind::place ||
                        (a_.capital(items[i + 2].range.begin) &&
                         items[i + 2].range.end - items[i + 2].range.begin == 1));
    const std::size_t after = there ? i + 3 : i + 1;
    const bool comma =
        after < items.size() && items[after].kind == ItemKind::mark && items[after].mark == ',';
    const std::size_t holder = after + (comma ? 1U : 0U);
    const At word = items[i].range.begin;
    std::size_t first = i;  // of the words of the country: "South Korean"
    std::optional<Found> country;
    for (std::size_t k = i; k > post && i - k < 3; --k) {
      const auto found = a_.find(items[k - 1].range.begin, Lex::demonym, word);
      if (found && items[k - 1].range.begin + found->length == word) {
        country = found;
        first = k - 1;
      }
    }
    TitleMention same = a_.title(items[post - 1].titles[0]);
    if ((!country && !there) || holder >= items.size() || items[holder].kind != ItemKind::person ||
        same.plural) {
      continue;
    }
    if (country) {
      PlaceMention place;
      place.range = {items[first].range.begin, word};
      place.name = a_.entry(*country).canonical;
      place.kind = "country";
      place.demonym = true;
      same.place = static_cast<int>(a_.places.size());
      a_.places.push_back(std::move(place));
    } else {
      same.place = items[i + 2].kind == ItemKind::place ? items[i + 2].index
                                                        : a_.add_place(items[i + 2].range);
      items[i].range.end = items[i + 2].range.end;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  items.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    }
    same.range = same.words = {items[first].range.begin, items[i].range.end};
    same.body = none;
    same.status.clear();
    same.from.reset();
    same.to.reset();
    items[i].kind = ItemKind::title;
    items[i].range = same.range;
    items[i].titles = {a_.add_title(std::move(same))};
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(first),
                items.begin() + static_cast<std::ptrdiff_t>(i));
    i = first;
    post = i + 1;
  }
}

}  // namespace nom::extract
