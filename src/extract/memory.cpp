// SPDX-License-Identifier: Apache-2.0
// Stage memory: which names are people, who is meant by a surname, a given name or "he", and what
// "the Committee" and "its Secretary" stand for.
#include "extract/analysis.hpp"
#include "extract/layout.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

namespace nom::extract {

namespace {

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words;
  std::size_t from = 0;
  while (from < folded.size()) {
    std::size_t to = folded.find(' ', from);
    to = to == std::string::npos ? folded.size() : to;
    words.push_back(folded.substr(from, to - from));
    from = to + 1;
  }
  return words;
}

bool begins(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  return shorter.size() <= longer.size() &&
         std::equal(shorter.begin(), shorter.end(), longer.begin());
}

bool ends(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  return shorter.size() <= longer.size() &&
         std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

/// The shorter name leaves out words in the middle: "Bui Thu Ha" for "Bui Thi Thu Ha".
bool leaves_out_middle(const std::vector<std::string>& longer,
                       const std::vector<std::string>& shorter) {
  if (shorter.size() < 2 || shorter.size() >= longer.size() || shorter.front() != longer.front() ||
      shorter.back() != longer.back()) {
    return false;
  }
  std::size_t next = 0;
  for (const std::string& word : longer) {
    next += next < shorter.size() && word == shorter[next] ? std::size_t{1} : std::size_t{0};
  }
  return next == shorter.size();
}

class People {
 public:
  explicit People(Analysis& a) : a_(a), cues_(a.pack.cues()) {}

  void run() {
    find_place_names();
    strengthen();
    register_full_names();
    tell_he_from_she();
    resolve_mentions();
  }

 private:
  /// Of a mention, by its number.
  const std::string& folded(int mention) {
    const auto m = static_cast<std::size_t>(mention);
    folded_.resize(a_.people.size());
    if (folded_[m].empty()) {
      folded_[m] = fold(a_.text_of(a_.people[m].range));
    }
    return folded_[m];
  }

  [[nodiscard]] bool vietnamese(const PersonMention& m) const {
    return a_.find(m.range.begin, Lex::surname, m.range.begin + 1).has_value();
  }

  static bool has_cue(const std::vector<Item>& items, std::size_t i, std::uint8_t cue) {
    return i < items.size() && items[i].is(cue);
  }

  /// A name that the text gives to a place or to a place's body is the place's wherever it stands
  /// alone: "Lam Hoa" beside "Lam Hoa Provincial Party Committee".
  void find_place_names() {
    std::set<std::string> names;
    for (const BodyMention& b : a_.bodies) {
      if (!b.place.empty()) {
        names.insert(fold(b.place));
      }
    }
    for (const PlaceMention& p : a_.places) {
      names.insert(fold(p.name));
    }
    // Unless somebody bears it: "Washington" beside "Carl Washington".
    for (const PersonMention& m : a_.people) {
      if (m.strong && m.range.end - m.range.begin > 1) {
        names.erase(fold(a_.text_of({m.range.end - 1, m.range.end})));
      }
    }
    for (Sentence& sentence : a_.sentences) {
      for (Item& item : sentence.items) {
        if (item.kind != ItemKind::person) {
          continue;
        }
        PersonMention& m = a_.person(item.people[0]);
        if (!m.addressed && names.contains(folded(item.people[0]))) {
          m.strong = false;
          item.kind = ItemKind::place;
          item.people.clear();
          item.index = a_.add_place(m.range);
        }
      }
    }
  }

  /// "Ninh Trach Party Secretary", "Lam Hoa's Permanent Deputy Secretary": the place before a title
  /// is where the post is. "Director Fleet Operations" after a name: its field of work.
  void name_places(Sentence& sentence) {
    auto& items = sentence.items;
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
      const std::size_t next = is_mark(items, i + 1, '\'') ? i + 2 : i + 1;
      name_place_of_title(items, i);
      if (items[i].kind == ItemKind::place && next < items.size() &&
          items[next].kind == ItemKind::title) {
        bool bare = true;
        for (const int t : items[next].titles) {
          const TitleMention& title = a_.title(t);
          bare = bare && title.body == none && title.place == none;
        }
        if (bare) {
          for (const int t : items[next].titles) {
            a_.title(t).place = items[i].index;
          }
          items[next].range.begin = items[i].range.begin;
          items.erase(items.begin() + static_cast<std::ptrdiff_t>(i),
                      items.begin() + static_cast<std::ptrdiff_t>(next));
        }
      } else if (i >= 2 && items[i].kind == ItemKind::title &&
                 items[i + 1].kind == ItemKind::person && is_mark(items, i - 1, ',') &&
                 items[i - 2].kind == ItemKind::person &&
                 a_.person(items[i - 2].people[0]).strong &&
                 !a_.person(items[i + 1].people[0]).strong &&
                 (is_mark(items, i + 2, ',') || i + 2 >= items.size())) {
        a_.person(items[i + 1].people[0]).strong = false;
        items[i].range.end = items[i + 1].range.end;
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(i + 1));
      }
    }
  }

  /// "Hagonoy Mayor X": a word that no pack knows, before a post that takes a place.
  void name_place_of_title(std::vector<Item>& items, std::size_t i) {
    Item& item = items[i];
    const std::size_t t = item.range.begin;
    const std::size_t words = item.range.end - t;
    const bool word = item.kind == ItemKind::word && words == 1 && a_.lex[t] == 0 &&
                      a_.capital(t) && a_.tokens[t].is(shape_word);
    const bool name =
        item.kind == ItemKind::person && words <= 2 && !a_.person(item.people[0]).strong;
    // Before a person, or after an article: "the new Rewa collector"
    const bool told =
        (i + 2 < items.size() && items[i + 2].kind == ItemKind::person) ||
        (i > 0 && items[i - 1].kind == ItemKind::word && !a_.capital(items[i - 1].range.begin) &&
         !a_.token_text(item.range.end - 1).ends_with("an"));  // "the Andalusian premier"
    if ((!word && !name) || a_.tokens[t].is(shape_all_capitals) || i + 1 >= items.size() ||
        items[i + 1].kind != ItemKind::title || !told) {
      return;
    }
    const TitleMention& title = a_.title(items[i + 1].titles[0]);
    if (title.body == none && title.place == none && title.portfolio.empty() && !title.plural &&
        a_.pack.entry(title.head).has("place")) {
      item.kind = ItemKind::place;
      item.people.clear();
      item.index = a_.add_place(item.range);
    }
  }

  static void no_person(Item& item) {
    item.kind = ItemKind::word;
    item.people.clear();
    item.word = 0;
  }

  /// In a table the column tells who is a person, in "Education, Human Capital - NAME" the dash.
  void read_layout(Sentence& sentence) {
    auto& items = sentence.items;
    if (sentence.line == Line::row) {
      const std::vector<Cell> cells = cells_of(a_, sentence);
      const Table& table = a_.tables[static_cast<std::size_t>(sentence.table)];
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto column = column_of(a_, sentence, cells, c);
        for (std::size_t i = cells[c].begin; i < cells[c].end; ++i) {
          if (items[i].kind != ItemKind::person || !column) {
            continue;
          }
          if (table.columns[*column].kind == Table::Kind::person ||
              table.columns[*column].kind == Table::Kind::title) {
            a_.person(items[i].people[0]).strong = true;
          } else {
            a_.person(items[i].people[0]).strong = false;
            no_person(items[i]);
          }
        }
      }
    } else if (const std::size_t dash = portfolio_end(a_, sentence); dash != 0) {
      for (std::size_t i = 0; i < dash; ++i) {
        if (items[i].kind == ItemKind::person) {
          a_.person(items[i].people[0]).strong = false;
          no_person(items[i]);
        }
      }
    }
  }

  /// What stands around a name tells whether it is a person's.
  void strengthen() {
    for (Sentence& sentence : a_.sentences) {
      read_layout(sentence);
      name_places(sentence);
      const auto& items = sentence.items;
      for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != ItemKind::person) {
          continue;
        }
        PersonMention& m = a_.person(items[i].people[0]);
        const std::size_t words = m.range.end - m.range.begin;
        const bool after_title = i > 0 && items[i - 1].kind == ItemKind::title;
        const bool title_follows = i + 2 < items.size() &&
                                   (is_mark(items, i + 1, ',') || is_mark(items, i + 1, '(')) &&
                                   items[i + 2].kind == ItemKind::title;
        const bool colon_before =
            i >= 2 && is_mark(items, i - 1, ':') &&
            (items[i - 2].kind == ItemKind::title || has_cue(items, i - 2, cues_.byline));
        const bool speaks =
            has_cue(items, i + 1, cues_.say) || has_cue(items, i + 1, cues_.human) ||
            has_cue(items, i + 1, cues_.died) || has_cue(items, i + 1, cues_.resign) ||
            (i > 0 && has_cue(items, i - 1, cues_.say)) || has_cue(items, i + 1, cues_.gain) ||
            has_cue(items, i + 1, cues_.be);
        const bool byline = i >= 1 && has_cue(items, i - 1, cues_.byline);
        if (sentence.capitals) {
          m.strong = m.strong && (m.addressed || vietnamese(m));
        } else if (after_title) {
          // "Director Fleet Operations", "chief Andean economist": no name
          const bool goes_on =
              words == 1 && !m.addressed && i + 1 < items.size() &&
              items[i + 1].kind == ItemKind::word &&
              a_.tokens[items[i + 1].range.begin].mark == 0 &&
              (a_.capital(items[i + 1].range.begin) || a_.lex[items[i + 1].range.begin] == 0);
          const bool one = !a_.title(items[i - 1].titles[0]).plural;
          m.strong = m.strong || words >= 2 || (one && !goes_on);
        } else {
          const bool named = i >= 2 && is_mark(items, i - 1, ',') &&
                             items[i - 2].kind == ItemKind::title &&
                             !a_.title(items[i - 2].titles[0]).plural &&
                             (i + 1 == items.size() || items[i + 1].kind == ItemKind::mark);
          const bool told = named || title_follows || described(items, i) || colon_before ||
                            speaks || byline || is_object(items, i) || of_place(items, i);
          const bool begins_line = sentence.line == Line::listed &&
                                   (i == 0 || (i == 1 && items[0].kind == ItemKind::mark));
          m.strong = m.strong || (words >= 2 && (told || begins_line)) || is_owned(items, i) ||
                     acts_as_person(items, i);
        }
      }
    }
  }

  /// "whose head, Sari, retires": a single name that a title with an owner explains.
  [[nodiscard]] bool is_owned(const std::vector<Item>& items, std::size_t i) const {
    if (i < 2 || !is_mark(items, i - 1, ',') || !is_mark(items, i + 1, ',') ||
        items[i - 2].kind != ItemKind::title) {
      return false;
    }
    const TitleMention& title = a_.title(items[i - 2].titles[0]);
    return title.own && !title.plural;
  }

  /// "Okafor was re-elected", "Adams served as", at the begin of a sentence: only people do so.
  [[nodiscard]] bool acts_as_person(const std::vector<Item>& items, std::size_t i) const {
    if (i != 0) {
      return false;
    }
    std::size_t k = 1;
    while (has_cue(items, k, cues_.adverb)) {
      ++k;
    }
    const bool passive = (has_cue(items, k, cues_.be) || has_cue(items, k, cues_.been)) &&
                         has_cue(items, k + 1, cues_.gain);
    return has_cue(items, k, cues_.human) || has_cue(items, k, cues_.resign) || passive;
  }

  /// "elected X", "the resignation of X as", "X as Minister".
  [[nodiscard]] bool is_object(const std::vector<Item>& items, std::size_t i) const {
    return (i > 0 &&
            (has_cue(items, i - 1, cues_.gain_active) || has_cue(items, i - 1, cues_.replace) ||
             has_cue(items, i - 1, cues_.lose_active))) ||
           (i + 2 < items.size() && has_cue(items, i + 1, cues_.as) &&
            items[i + 2].kind == ItemKind::title);
  }

  /// "X, who", "X, 61,", "X (51)"
  [[nodiscard]] bool described(const std::vector<Item>& items, std::size_t i) const {
    if (i + 2 >= items.size() || (!is_mark(items, i + 1, ',') && !is_mark(items, i + 1, '('))) {
      return false;
    }
    const bool age = items[i + 2].kind == ItemKind::number &&
                     (is_mark(items, i + 3, ',') || is_mark(items, i + 3, ')'));
    return age || (is_mark(items, i + 1, ',') && has_cue(items, i + 2, cues_.relative));
  }

  /// "X of Hungary"
  [[nodiscard]] bool of_place(const std::vector<Item>& items, std::size_t i) const {
    return i + 2 < items.size() && has_cue(items, i + 1, cues_.link) &&
           has_cue(items, i + 1, cues_.oblique) && items[i + 2].kind == ItemKind::place &&
           a_.text_of(items[i + 1].range) == "of";
  }

  void register_full_names() {
    std::vector<int> strong;
    for (std::size_t m = 0; m < a_.people.size(); ++m) {
      if (a_.people[m].strong) {
        strong.push_back(static_cast<int>(m));
      }
    }
    // Longest names first, then in the order of the text.
    const auto size = [this](int m) {
      const Range& range = a_.person(m).range;
      return range.end - range.begin;
    };
    std::stable_sort(strong.begin(), strong.end(),
                     [&size](int x, int y) { return size(x) > size(y); });
    for (const int m : strong) {
      const std::string& form = folded(m);
      if (!form.empty() && find(form) == none) {
        add_person(a_.person(m), form);
      }
    }
  }

  /// What the forms of address say of who is "he" and who is "she".
  void tell_he_from_she() {
    for (const Sentence& sentence : a_.sentences) {
      for (const Item& item : sentence.items) {
        if (item.kind != ItemKind::person || !a_.person(item.people[0]).addressed) {
          continue;
        }
        const std::size_t name = a_.person(item.people[0]).range.begin;
        for (std::size_t t = item.range.begin; t < name; ++t) {
          const auto address = a_.find(t, Lex::honorific, name);
          const bool he = address && a_.entry(*address).has("he");
          if (const int who = he || (address && a_.entry(*address).has("she"))
                                  ? find(folded(item.people[0]))
                                  : none;
              who != none) {
            called_[static_cast<std::size_t>(who)] = he ? Called::he : Called::she;
          }
        }
      }
    }
  }

  /// Of those whom the pronoun at this token can mean, who was named last; of whom that is known
  /// for sure, if there are any.
  [[nodiscard]] int last_called(std::size_t pronoun) const {
    int last = none;
    const auto rank = [this](int p) {
      const auto who = static_cast<std::size_t>(p);
      return std::pair(called_[who] != Called::unknown, last_seen_[who]);
    };
    for (int p = 0; p < static_cast<int>(called_.size()); ++p) {
      if (last_seen_[static_cast<std::size_t>(p)] != 0 && may_be_called(p, pronoun) &&
          (last == none || rank(p) > rank(last))) {
        last = p;
      }
    }
    return last;
  }

  /// May the pronoun at this token mean the person?
  [[nodiscard]] bool may_be_called(int who, std::size_t pronoun) const {
    const Called called = called_[static_cast<std::size_t>(who)];
    const WordId word = a_.words[pronoun];
    const bool she = word != 0 && (word == she_ || word == her_);
    const bool he = word != 0 && (word == he_ || word == him_);
    return called == Called::unknown || !(called == Called::he ? she : he);
  }

  int add_person(const PersonMention& m, const std::string& form) {
    called_.push_back(Called::unknown);
    a_.persons.push_back({a_.text_of(m.range), {form}});
    words_.push_back(words_of(form));
    last_seen_.push_back(0);
    return static_cast<int>(a_.persons.size()) - 1;
  }

  /// The person meant by a folded form, or none if nobody or nobody in particular.
  [[nodiscard]] int find(const std::string& form) const {
    const std::vector<std::string> words = words_of(form);
    int found = none;
    int by_middle = none;
    for (std::size_t p = 0; p < a_.persons.size(); ++p) {
      const auto& full = words_[p];
      bool fits = full == words;
      if (!fits && words.size() < full.size()) {
        fits = ends(full, words) || begins(full, words) || leaves_out_middle(full, words);
      }
      if (!fits && words.size() == full.size() && words.size() >= 2) {  // in another order
        fits = std::is_permutation(words.begin(), words.end(), full.begin());
      }
      if (!fits) {
        // "Valera" for "Iván Valera Solís": the first of two family names
        if (words.size() == 1 && full.size() >= 3 && full[full.size() - 2] == words[0]) {
          by_middle = static_cast<int>(p);
        }
        continue;
      }
      if (full == words) {
        return static_cast<int>(p);
      }
      // Of several, the one named last.
      if (found == none || last_seen_[p] > last_seen_[static_cast<std::size_t>(found)]) {
        found = static_cast<int>(p);
      }
    }
    return found != none ? found : by_middle;
  }

  [[nodiscard]] bool looks_like_a_person(const PersonMention& m, const std::vector<Item>& items,
                                         std::size_t i) const {
    std::size_t words = 0;
    for (std::size_t t = m.range.begin; t < m.range.end; ++t) {
      words += a_.tokens[t].mark == 0 ? std::size_t{1} : std::size_t{0};
    }
    if (words < 2 || words > 4 || a_.tokens[m.range.end - 1].is(shape_initial)) {
      return false;
    }
    for (std::size_t t = m.range.begin; t < m.range.end; ++t) {
      constexpr LexMask fine = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::particle);
      if ((a_.lex[t] & ~fine) != 0 || a_.tokens[t].is(shape_all_capitals)) {
        return false;
      }
    }
    if (i == 0) {
      return true;
    }
    const Item& before = items[i - 1];
    // "present were Mora Olsen, Peter Lund and …": the first of several
    const bool listed = words == 2 && i + 2 < items.size() && before.kind == ItemKind::word &&
                        !a_.capital(before.range.begin) &&
                        ((items[i + 1].kind == ItemKind::mark && items[i + 1].mark == ',') ||
                         has_cue(items, i + 1, cues_.conjunction)) &&
                        items[i + 2].kind == ItemKind::person &&
                        a_.person(items[i + 2].people[0]).strong;
    return listed || before.kind == ItemKind::mark || has_cue(items, i - 1, cues_.before_person) ||
           has_cue(items, i - 1, cues_.conjunction);
  }

  /// "appointed him governor", "made her minister of trade": the object of a verb.
  [[nodiscard]] bool is_object_pronoun(const std::vector<Item>& items, std::size_t i) const {
    if (i == 0 || !has_cue(items, i, cues_.object_pronoun) ||
        !(has_cue(items, i - 1, cues_.gain_active) || has_cue(items, i - 1, cues_.lose_active) ||
          has_cue(items, i - 1, cues_.replace))) {
      return false;
    }
    if (a_.token_text(items[i].range.begin) == "him") {
      return true;
    }
    // "her": not that of "appointed her deputy", "sacked her minister of works", "named her health
    // minister, X,"
    if (i + 1 < items.size() && items[i + 1].kind == ItemKind::title) {
      const TitleMention& t = a_.title(items[i + 1].titles[0]);
      const std::size_t holder =
          i + 2 < items.size() && items[i + 2].kind == ItemKind::mark && items[i + 2].mark == ','
              ? i + 3
              : i + 2;
      return has_cue(items, i - 1, cues_.gain_active) &&
             !(holder < items.size() && items[holder].kind == ItemKind::person) &&
             (t.body != none || t.place != none || !t.portfolio.empty());
    }
    return i + 1 == items.size() || items[i + 1].kind != ItemKind::word ||
           has_cue(items, i + 1, cues_.as) || has_cue(items, i + 1, cues_.link);
  }

  /// "of Prime Minister X": named beside the matter.
  [[nodiscard]] bool in_passing(const std::vector<Item>& items, std::size_t i) const {
    std::size_t k = i;
    // "of Prime Minister X", "to the independent X"
    while (k > 0 && i - k < 3 &&
           (items[k - 1].kind == ItemKind::title ||
            (items[k - 1].kind == ItemKind::word && !has_cue(items, k - 1, cues_.oblique) &&
             a_.pack.frame_of(items[k - 1].cues) == nullptr &&
             !has_cue(items, k - 1, cues_.conjunction) && !has_cue(items, k - 1, cues_.say) &&
             !a_.capital(items[k - 1].range.begin)))) {
      --k;
    }
    return k > 0 && has_cue(items, k - 1, cues_.oblique);
  }

  /// "Washington served as": a place's name before a verb of posts is that of the person who bears
  /// it, if the text names one.
  void bears_name(std::vector<Item>& items, std::size_t i) {
    Item& item = items[i];
    if (item.kind != ItemKind::place || item.range.end - item.range.begin != 1 ||
        i + 1 >= items.size() || items[i + 1].kind != ItemKind::word ||
        a_.pack.frame_of(items[i + 1].cues) == nullptr) {
      return;
    }
    PersonMention m;
    m.range = item.range;
    const std::string form = fold(a_.text_of(m.range));
    const bool borne = std::any_of(words_.begin(), words_.end(), [&](const auto& full) {
      return full.size() > 1 && full.back() == form;
    });
    if (borne) {
      item.kind = ItemKind::person;
      item.index = none;
      item.people = {static_cast<int>(a_.people.size())};
      a_.people.push_back(m);
    }
  }

  void add_form(int person, const std::string& form) {
    auto& forms = a_.persons[static_cast<std::size_t>(person)].forms;
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) {
      forms.push_back(form);
    }
  }

  void resolve_mentions() {
    // Who "he" is: the first of the sentence that is not named in passing ("in the cabinet of X,
    // she …"), else whom the text spoke of before. Whom a sentence calls "he" the next one goes on
    // about.
    int subject = none;
    // Vietnamese: whom the sentence before, and this one, call by a word: "ông Triết … Ông …".
    std::map<WordId, int> called_before;
    std::map<WordId, int> called;
    for (Sentence& sentence : a_.sentences) {
      called_before = std::exchange(called, {});
      int first = none;
      int passing = none;
      bool closed = false;  ///< the clause of who is named in passing
      int topic = none;
      auto& items = sentence.items;
      const bool english = sentence.language == Language::en;
      for (std::size_t i = 0; i < items.size(); ++i) {
        Item& item = items[i];
        // "The transfer of X stands cancelled; she stays"
        closed = closed || (passing != none && item.kind == ItemKind::mark && item.mark == ';');
        const bool object = english && is_object_pronoun(items, i);
        if ((object || has_cue(items, i, cues_.pronoun)) &&
            (subject != none || first != none || passing != none)) {
          PersonMention m;
          m.range = item.range;
          const auto may_be = [&](int who) {
            return who != none && may_be_called(who, item.range.begin);
          };
          const auto same =
              english ? called_before.end() : called_before.find(a_.words[item.range.begin]);
          const bool by_word = first == none && same != called_before.end() && same->second != none;
          m.entity = by_word                     ? same->second
                     : object && may_be(subject) ? subject
                     : may_be(first)             ? first
                     : may_be(passing) && closed ? passing
                     : may_be(subject)           ? subject
                     : may_be(passing)           ? passing
                                                 : last_called(item.range.begin);
          if (m.entity == none) {
            continue;
          }
          item.kind = ItemKind::person;
          topic = topic == none ? m.entity : topic;
          item.people = {static_cast<int>(a_.people.size())};
          a_.people.push_back(m);
          first = first == none ? m.entity : first;
          continue;
        }
        bears_name(items, i);
        if (item.kind != ItemKind::person) {
          continue;
        }
        PersonMention& m = a_.person(item.people[0]);
        const std::string& form = folded(item.people[0]);
        int who = find(form);
        if (who == none && looks_like_a_person(m, items, i)) {
          who = add_person(m, form);
        }
        if (who == none) {
          item.kind = ItemKind::word;
          item.people.clear();
          item.word = item.range.end - item.range.begin == 1 ? a_.words[item.range.begin] : 0;
          continue;
        }
        m.entity = who;
        if (!english && m.addressed) {
          const auto [same, fresh] = called.try_emplace(a_.words[item.range.begin], who);
          same->second = fresh || same->second == who ? who : none;  // two are called so
        }
        last_seen_[static_cast<std::size_t>(who)] = m.range.begin + 1;
        add_form(who, form);
        int& named = english && in_passing(items, i) ? passing : first;
        named = named == none ? who : named;
      }
      // "His party went to X": the text goes on about whom it spoke before.
      const bool owned = std::any_of(items.begin(), items.end(),
                                     [&](const Item& item) { return item.is(cues_.personal); });
      if (english && first == none && subject != none && owned) {
        continue;
      }
      subject = english && topic != none ? topic
                : first != none          ? first
                : passing != none        ? passing
                                         : subject;
    }
  }

  Analysis& a_;
  const GrammarCues& cues_;
  enum class Called : std::uint8_t { unknown, he, she };

  std::vector<std::string> folded_;  ///< mentions
  std::vector<Called> called_;       ///< persons
  WordId he_ = a_.pack.word("he");
  WordId him_ = a_.pack.word("him");
  WordId she_ = a_.pack.word("she");
  WordId her_ = a_.pack.word("her");
  std::vector<std::vector<std::string>> words_;
  std::vector<std::size_t> last_seen_;
};

/// "SPÖ", "IMechE": a word of two capitals or more.
bool is_acronym(const Analysis& a, std::size_t t) {
  const std::string_view text = a.token_text(t);
  const auto capitals =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return text.size() > 1 && text.size() < 12 && a.capital(t) &&
         (a.tokens[t].is(shape_all_capitals) || capitals > 1);
}

/// "the SDLP", "of EMK": an acronym that no pack knows, after an article or a preposition.
bool is_told(const Analysis& a, std::size_t t) {
  const std::string_view text = a.token_text(t);
  const bool numeral = text.find_first_not_of("IVXLCDM") == std::string_view::npos;
  const bool digits = text.find_first_of("0123456789") != std::string_view::npos;
  return !numeral && !digits && text.size() >= 3 && text.size() <= 6 && a.lex[t] == 0 &&
         a.tokens[t].is(shape_all_capitals) && a.tokens[t - 1].mark == 0 && !a.capital(t - 1) &&
         a.find(t - 1, Lex::stop, t).has_value();
}

/// "the 2014 European Parliament election": an event, not the body.
void drop_elections(const Analysis& a, Sentence& sentence) {
  auto& items = sentence.items;
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    if (items[i].kind == ItemKind::body && items[i].range.end - items[i].range.begin > 1 &&
        items[i + 1].is(a.pack.cues().election)) {
      items[i].kind = ItemKind::word;
      items[i].index = none;
    }
  }
}

/// "the Labour Party, Shinui, the Green Party and Meretz": capitalised words in a list of bodies of
/// one kind are such a body.
void name_by_company(Analysis& a, Sentence& sentence) {
  auto& items = sentence.items;
  if (std::count_if(items.begin(), items.end(),
                    [](const Item& item) { return item.kind == ItemKind::body; }) < 2) {
    return;
  }
  const GrammarCues& cues = a.pack.cues();
  const auto separates = [&](const Item& item) {
    return (item.kind == ItemKind::mark && (item.mark == ',' || item.mark == '&')) ||
           item.is(cues.conjunction) || item.is(cues.det);
  };
  const auto is_name = [&](const Item& item) {
    const bool weak = a.is_weak_name(item);
    return weak || (item.kind == ItemKind::word && a.capital(item.range.begin) &&
                    a.tokens[item.range.begin].is(shape_word) && item.cues.none());
  };
  for (std::size_t i = 0; i < items.size();) {
    // A list: elements of one body, or of capitalised words, with separators between.
    struct Element {
      std::size_t begin;
      std::size_t end;
    };
    std::vector<Element> names;
    std::map<std::string, int> kinds;
    std::size_t bodies = 0;
    std::size_t at = i;
    while (at < items.size()) {
      if (items[at].kind == ItemKind::body && items[at].index != none) {
        ++kinds[a.body(items[at].index).kind];
        ++bodies;
        ++at;
      } else if (is_name(items[at])) {
        std::size_t end = at + 1;
        while (end < items.size() && is_name(items[end])) {
          ++end;
        }
        names.push_back({at, end});
        at = end;
      } else {
        break;
      }
      const std::size_t before = at;
      while (at < items.size() && separates(items[at])) {
        ++at;
      }
      if (at == before) {
        break;
      }
    }
    const std::size_t end = std::max(at, i + 1);
    if (names.empty() || bodies < 2 || kinds.size() != 1 || kinds.begin()->first == "body") {
      i = end;
      continue;
    }
    std::reverse(names.begin(), names.end());  // so that those before keep their places
    for (const Element& name : names) {
      const Range words = {items[name.begin].range.begin, items[name.end - 1].range.end};
      Item& item = items[name.begin];
      item.people.clear();
      item.kind = ItemKind::body;
      item.range = words;
      item.index = a.add_body(words, kinds.begin()->first, true);
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(name.begin + 1),
                  items.begin() + static_cast<std::ptrdiff_t>(name.end));
    }
    i = i + 1;
    while (i < items.size() && (separates(items[i]) || items[i].kind == ItemKind::body)) {
      ++i;
    }
  }
}

/// The words that a text writes with a capital elsewhere than where a sentence begins; found when
/// first asked for.
class NamedInside {
 public:
  explicit NamedInside(const Analysis& a) : a_(a) {}

  [[nodiscard]] bool has(std::string_view word) {
    if (!words_) {
      words_.emplace();
      for (const Sentence& sentence : a_.sentences) {
        for (std::size_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
          if (a_.capital(t)) {
            words_->insert(a_.token_text(t));
          }
        }
      }
    }
    return words_->contains(word);
  }

 private:
  const Analysis& a_;
  std::optional<std::unordered_set<std::string_view>> words_;
};

/// Is every longer word of a line that ends in no mark written with a capital: a headline?
bool is_title_case(const Analysis& a, const Sentence& sentence) {
  constexpr std::size_t longest_small = 4;  // bytes: "with"
  if (a.tokens[sentence.tokens.end - 1].mark == '.') {
    return false;
  }
  for (std::size_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    if (a.tokens[t].is(shape_word) && !a.capital(t) &&
        a.tokens[t].end - a.tokens[t].begin > longest_small) {
      return false;
    }
  }
  return true;
}

/// "X, Audit Director at …", "the Client Relations Manager": the common nouns straight before the
/// post at item i belong to it, where a mark, an article or the line begin stands before them. The
/// number of items that are gone.
std::size_t join_nouns(Analysis& a, Sentence& sentence, std::size_t i) {
  auto& items = sentence.items;
  TitleMention& post = a.title(items[i].titles.front());
  // "X, Brand Director at Weston Foods": also a word that no pack knows, where the body follows
  const bool followed = post.body != none && a.body(post.body).range.begin >= post.words.end;
  const auto is_unknown = [&](const Item& item) {
    const bool word = item.kind == ItemKind::word || a.is_weak_name(item);
    const LexMask lex = a.lex[item.range.begin];
    return word && item.range.end - item.range.begin == 1 && a.capital(item.range.begin) &&
           (lex == 0 || (lex == mask_of(Lex::cue) && item.is(a.pack.cues().company_noun)));
  };
  // "X, the production officer at Weston Foods"
  constexpr LexMask other = mask_of(Lex::title) | mask_of(Lex::status) | mask_of(Lex::modifier) |
                            mask_of(Lex::level) | mask_of(Lex::demonym) | mask_of(Lex::place);
  if (followed && i > 2 && items[i - 1].kind == ItemKind::word && items[i - 1].cues.none() &&
      items[i - 2].is(a.pack.cues().det) && items[i - 3].kind == ItemKind::mark &&
      items[i - 3].mark == ',' && post.words.begin == items[i].range.begin &&
      !a.capital(post.words.begin)) {
    const std::size_t noun = items[i - 1].range.begin;
    if (!a.capital(noun) && a.tokens[noun].is(shape_word) && (a.lex[noun] & other) == 0 &&
        a.pack.ends_like_activity(a.token_text(noun))) {
      a.put_before(post, items[i - 1].range);
      items[i].range.begin = post.range.begin;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) - 1);
      return 1;
    }
  }
  // "| Utility Manager |": a cell of its own
  const auto is_bar = [&](std::size_t k) {
    return items[k].kind == ItemKind::mark && items[k].mark == '|';
  };
  const bool ends_cell = i + 1 == items.size() || is_bar(i + 1);
  std::size_t begin = i;
  while (begin > 0 &&
         (a.is_common_noun(items[begin - 1]) ||
          (followed && begin > 2 && is_unknown(items[begin - 1])) ||
          (ends_cell && begin > 1 && is_unknown(items[begin - 1]) && is_bar(begin - 2)))) {
    --begin;
  }
  const bool open = begin == 0 || items[begin - 1].kind == ItemKind::mark ||
                    items[begin - 1].is(a.pack.cues().det) ||
                    items[begin - 1].is(a.pack.cues().conjunction);
  if (begin == i || !open || !a.capital(post.words.begin) ||
      post.words.begin != items[i].range.begin) {
    return 0;
  }
  a.put_before(post, {items[begin].range.begin, items[i - 1].range.end});
  items[i].range.begin = post.range.begin;
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(begin),
              items.begin() + static_cast<std::ptrdiff_t>(i));
  return i - begin;
}

/// "Falcon Petroleum chief executive X", "Delta France COO X": capitalised words that no pack
/// knows, straight before a post and the name of who holds it, name a body.
void name_before_post(Analysis& a, Sentence& sentence, NamedInside& inside) {
  auto& items = sentence.items;
  const auto is_name = [&](const Item& item) {
    const std::size_t t = item.range.begin;
    const bool weak = a.is_weak_name(item) && !a.person(item.people[0]).addressed;
    const auto modifier = a.find(t, Lex::modifier, item.range.end);
    if (modifier && !a.entry(*modifier).has("field")) {
      return false;
    }
    constexpr LexMask other = mask_of(Lex::stop) | mask_of(Lex::title) | mask_of(Lex::status) |
                              mask_of(Lex::cue) | mask_of(Lex::demonym) | mask_of(Lex::month) |
                              mask_of(Lex::weekday) | mask_of(Lex::level) |
                              mask_of(Lex::honorific) | mask_of(Lex::rank);
    return !a.tokens[t].is(shape_initial) &&  // "H.E. Ambassador X"
           (weak || (item.kind == ItemKind::word && a.capital(t) && a.tokens[t].is(shape_word) &&
                     item.cues.none() && (a.lex[t] & other) == 0));
  };
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (items[i].kind != ItemKind::title || items[i].titles.size() != 1) {
      continue;
    }
    i -= join_nouns(a, sentence, i);
    // "Milk Crate Theatre CEO X", "Milk Crate Theatre CEO, X, said"
    const bool more = i + 1 < items.size();
    const bool comma = more && items[i + 1].kind == ItemKind::mark && items[i + 1].mark == ',';
    const bool person = more && items[i + 1].kind == ItemKind::person;
    // "Weston Mining chairman and CEO X"
    const bool two = i + 3 < items.size() && items[i + 1].is(a.pack.cues().conjunction) &&
                     items[i + 2].kind == ItemKind::title && items[i + 2].titles.size() == 1 &&
                     items[i + 3].kind == ItemKind::person;
    const bool led =
        person || two || (comma && i + 2 < items.size() && items[i + 2].kind == ItemKind::person);
    TitleMention& post = a.title(items[i].titles[0]);
    const LexEntry& head = a.pack.entry(post.head);
    const bool of_place =
        head.has("place") && post.place == none && post.words.begin == post.range.begin;
    if (post.body != none || post.plural || post.served || post.own || !post.level.empty() ||
        !post.portfolio.empty() || (head.has("place") && !of_place) || head.has("home") ||
        head.has("royal") || head.has("degree") || (head.has("trade") && !head.has("whole"))) {
      continue;
    }
    // "Teach For All", "Save Our Rivers": function words with a capital, inside a name
    const auto is_inner = [&](std::size_t k) {
      return k > 0 && items[k].kind == ItemKind::word && a.capital(items[k].range.begin) &&
             items[k - 1].kind == ItemKind::word && a.capital(items[k - 1].range.begin) &&
             (a.lex[items[k - 1].range.begin] & ~mask_of(Lex::stop)) == 0 &&
             a.has(items[k].range.begin, Lex::stop);
    };
    std::size_t begin = i;
    while (
        begin > 0 &&
        (is_name(items[begin - 1]) || a.is_common_noun(items[begin - 1]) || is_inner(begin - 1)) &&
        !a.tokens[items[begin].range.begin].is(shape_line_start)) {
      --begin;
    }
    const bool after_body = begin > 0 && begin < i && items[begin - 1].kind == ItemKind::body &&
                            items[begin - 1].range.end == items[begin].range.begin;
    const auto is_direction = [&](const Item& item) {  // "South Weston MP"
      const auto side = a.find(item.range.begin, Lex::stop, item.range.end);
      return of_place && side && a.entry(*side).has("direction");
    };
    while (begin < i && !is_name(items[begin]) && !after_body && !is_direction(items[begin])) {
      ++begin;  // a common noun does not begin the name: "Delta | Healthcare"
    }
    // "X, FPX Software Chairwoman,"
    const bool beside = begin > 1 && items[begin - 1].kind == ItemKind::mark &&
                        items[begin - 1].mark == ',' && items[begin - 2].kind == ItemKind::person;
    // "X was named Wooltex CEO", "resigned as Wooltex chairman"
    std::size_t verb = begin;  // "named the new Wooltex CEO"
    while (verb > 1 && (a.has(items[verb - 1].range.begin, Lex::status) ||
                        items[verb - 1].is(a.pack.cues().det))) {
      --verb;
    }
    const bool told = verb > 0 && begin < i && head.has("one") && !head.has("bare") &&
                      (items[verb - 1].is(a.pack.cues().as) ||
                       (a.pack.frame_of(items[verb - 1].cues) != nullptr &&
                        (verb < begin || !items[verb - 1].is(a.pack.cues().gain_active))));
    const bool modified = begin > 0 && begin < i && items[begin - 1].kind == ItemKind::word &&
                          a.has(items[begin - 1].range.begin, Lex::modifier);
    // "FPX Software Chief Executive X": a body that a pack knows begins the name
    const bool known =
        begin > 0 && items[begin - 1].kind == ItemKind::body && items[begin - 1].index != none &&
        !a.body(items[begin - 1].index).reference &&
        items[begin - 1].range.end == (begin < i ? items[begin].range.begin : post.range.begin);
    if (known && begin < i) {
      --begin;
    }
    begin = begin_of_name(a, items, begin);
    // "Oscar-winning director", "Separately director X": no names
    bool compound = false;
    for (std::size_t k = begin; k < i; ++k) {
      const std::size_t word = items[k].range.end - 1;
      compound = compound || (a.tokens[word].is(shape_glued) && !a.capital(word)) ||
                 a.token_text(word).ends_with("ly");
    }
    if (begin == i || modified || compound || (!led && !beside && !told) ||
        (head.has("alone") && !known)) {
      continue;  // "Senior Parish Judge X"
    }
    Range words = {items[begin].range.begin, items[i].range.begin};
    // A place that the post has taken, or a field: "Delta France COO", "Falcon Petroleum chief".
    const bool placed = post.place != none && a.place(post.place).range.begin == words.end;
    std::size_t own = post.words.begin;
    const bool small = !a.capital(post.words.end - 1);
    while (own + 1 < post.words.end && a.capital(own) &&
           (small || (head.has("one") && a.has(own, Lex::portfolio)))) {
      ++own;
    }
    const bool fielded = !placed && own > post.words.begin && post.words.begin == words.end;
    if (!placed && !fielded && words.end < post.words.begin) {
      continue;  // a status or a number between
    }
    words.end = placed ? a.place(post.place).range.end : fielded ? own : words.end;
    // "Weston Welcomes Chief Executive X"
    if (is_title_case(a, sentence) && person) {
      continue;
    }
    const std::size_t first = sentence.tokens.begin;
    const bool one = words.end - words.begin == 1;
    // "Outspoken chief executive X"; "president" may be of a nation that no pack knows
    const bool doubtful =
        words.begin == first &&
        (a.pack.ends_like_adjective(a.token_text(first)) ||
         !(head.has("whole") || (a.lex[first] == 0 && !a.capital(post.words.begin))));
    const bool state = head.has("bare") && post.words.end - post.words.begin == 1;
    // "X, Wooltex CEO,", "was named Wooltex CEO": a word that no pack knows, no "Inaugural Chair"
    const bool plain = (told || (beside && head.has("whole"))) && a.lex[words.begin] == 0 &&
                       !a.pack.ends_like_adjective(a.token_text(words.begin));
    if (one && ((!led && !plain) || state || (doubtful && !inside.has(a.token_text(first))))) {
      continue;
    }
    post.place = placed ? none : post.place;
    if (fielded) {
      post.words.begin = own;
      post.title = a.text_of(post.words);
      post.role = head.canonical;
    }
    // "Former Falcon Petroleum chief executive X"
    const auto status =
        begin > 0 ? a.find(items[begin - 1].range.begin, Lex::status, items[begin - 1].range.end)
                  : std::nullopt;
    if (status && post.status.empty() && a.entry(*status).canonical != "current") {
      post.status = a.entry(*status).canonical;
    }
    if (of_place) {  // "San Anselmo Mayor X"
      post.place = a.add_place(words);
    } else {
      post.body = a.add_body(words, "body", true);
    }
    if (two && a.title(items[i + 2].titles[0]).body == none) {
      a.title(items[i + 2].titles[0]).body = post.body;
    }
    post.range.begin = items[i].range.begin = words.begin;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(begin),
                items.begin() + static_cast<std::ptrdiff_t>(i));
    i = begin;
  }
}

/// "Baird, the police commissioner for Norland, said", "the sister of Havers, attorney general from
/// 1979": one word that no pack knows, beside a post that says of what it is, is somebody's name.
void name_beside_post(Analysis& a, Sentence& sentence) {
  auto& items = sentence.items;
  const GrammarCues& cues = a.pack.cues();
  constexpr LexMask name = mask_of(Lex::given) | mask_of(Lex::surname) | mask_of(Lex::lastname);
  const auto is_mark = [&](std::size_t k, std::string_view marks) {
    return k >= items.size() ||
           (items[k].kind == ItemKind::mark && marks.find(items[k].mark) != std::string_view::npos);
  };
  for (std::size_t i = 1; i + 2 < items.size(); ++i) {
    Item& word = items[i];
    const std::size_t t = word.range.begin;
    if (!(word.kind == ItemKind::word || a.is_weak_name(word)) || word.range.end - t != 1 ||
        !a.capital(t) || !a.tokens[t].is(shape_word) || a.tokens[t].is(shape_all_capitals) ||
        (a.lex[t] & ~name) != 0 || !is_mark(i + 1, ",")) {
      continue;
    }
    // "at Dunmore, the chairman of the board"
    const Item& before = items[i - 1];
    const bool there = before.is(cues.in) || a.token_text(before.range.begin) == "at" ||
                       a.token_text(before.range.begin) == "from" ||
                       a.token_text(before.range.begin) == "for";
    const bool word_before = before.kind == ItemKind::word && !a.capital(before.range.begin);
    const bool day = a.has(before.range.begin, Lex::weekday);
    const std::size_t at = i + 2 < items.size() && items[i + 2].is(cues.det) ? i + 3 : i + 2;
    if (there || !(word_before || day || before.kind == ItemKind::mark) || at >= items.size() ||
        items[at].kind != ItemKind::title || items[at].titles.size() != 1) {
      continue;
    }
    const TitleMention& post = a.title(items[at].titles[0]);
    const bool told = post.body != none || post.place != none ||
                      a.pack.entry(post.head).has("alone") || !post.portfolio.empty();
    const std::size_t end = at + 1;
    const bool closed =
        is_mark(end, ",.;") || items[end].is(cues.relative) ||
        (items[end].kind == ItemKind::word && a.token_text(items[end].range.begin) == "from" &&
         end + 1 < items.size() && items[end + 1].kind == ItemKind::date);
    const bool next_name = end + 1 < items.size() && items[end + 1].kind == ItemKind::person;
    if (post.plural || !told || !closed || next_name) {
      continue;
    }
    word.kind = ItemKind::person;
    word.cues.reset();
    word.people = {static_cast<int>(a.people.size())};
    a.people.push_back({word.range, true, true, none});  // the post addresses it
  }
}

}  // namespace

void find_acronyms(Analysis& a) {
  std::map<std::size_t, int> ends;  // token after a body → its mention; made when first asked for
  const auto find_ends = [&] {
    for (std::size_t b = 0; b < a.bodies.size(); ++b) {
      const BodyMention& body = a.bodies[b];
      if (!body.reference && body.range.end > body.range.begin) {
        ends.emplace(body.range.end, static_cast<int>(b));
      }
    }
  };
  // "… Authority (ABC)" brings ABC, which stands for it from there on.
  NamedInside inside(a);
  std::vector<std::pair<std::size_t, int>> brought;  // token of the acronym, its body
  for (std::size_t t = 0; t + 2 < a.tokens.size(); ++t) {
    if (a.tokens[t].mark != '(' || a.tokens[t + 2].mark != ')' || !is_acronym(a, t + 1)) {
      continue;
    }
    if (ends.empty()) {
      find_ends();
    }
    if (const auto body = ends.find(t); body != ends.end()) {
      a.acronyms.emplace(fold(a.token_text(t + 1)), body->second);
      brought.emplace_back(t + 1, body->second);
    }
  }
  for (Sentence& sentence : a.sentences) {
    if (sentence.language != Language::en) {
      continue;
    }
    for (Item& item : sentence.items) {
      // "… Cricket Council (ICC)" brings the ICC, whatever it is elsewhere.
      const bool elsewhere = item.kind == ItemKind::body &&
                             a.tokens[item.range.begin].is(shape_all_capitals) &&
                             a.acronyms.contains(fold(a.token_text(item.range.begin)));
      const bool unknown = elsewhere || item.kind == ItemKind::word || a.is_weak_name(item);
      if (!unknown || item.range.end - item.range.begin != 1 || !is_acronym(a, item.range.begin)) {
        continue;
      }
      const std::size_t t = item.range.begin;
      const auto known = a.acronyms.find(fold(a.token_text(t)));
      const bool bracket = t > 0 && a.tokens[t - 1].mark == '(';
      const bool told = !bracket && t > 0 && is_told(a, t) && !sentence.capitals;
      if ((known != a.acronyms.end() && !bracket) || told) {
        item.people.clear();
        item.kind = ItemKind::body;
        const std::string kind = known != a.acronyms.end() ? a.body(known->second).kind : "body";
        item.index = a.add_body(item.range, kind, true);
      }
    }
    name_by_company(a, sentence);
    name_before_post(a, sentence, inside);
    name_beside_post(a, sentence);
    drop_elections(a, sentence);
  }
  for (const auto& [token, body] : brought) {  // no items: a bracket says nothing to the rules
    const std::string kind = a.body(body).kind;
    a.used_bodies.push_back(a.add_body({token, token + 1}, kind, true));
  }
}

void find_people(Analysis& a) { People(a).run(); }

namespace {

/// The last two words of a name, before "of", folded; empty if it is but one.
std::string last_words(std::string_view base) {
  base = base.substr(0, base.find(" of "));
  const std::size_t last = base.rfind(' ');
  if (last == std::string_view::npos || last == 0) {
    return "";
  }
  const std::size_t before = base.rfind(' ', last - 1);
  return fold(base.substr(before == std::string_view::npos ? 0 : before + 1));
}

/// The item after the first comma, if nothing but a few words stand before it.
std::size_t after_opening(const std::vector<Item>& items, std::size_t i) {
  constexpr std::size_t longest = 6;
  std::size_t k = i;
  while (k < items.size() && k - i < longest &&
         (items[k].kind == ItemKind::word || items[k].kind == ItemKind::date)) {
    ++k;
  }
  return k < items.size() && items[k].kind == ItemKind::mark && items[k].mark == ',' ? k + 1 : i;
}

/// "Department of Finance: the Director is X", "The Department of Health has a Director, X, and
/// three Deputy Directors", "Department of Justice, Director X": the item of the body with which a
/// sentence begins, where what follows tells its posts; nullptr if there is none.
const Item* body_of_line(const Analysis& a, const std::vector<Item>& items) {
  const GrammarCues& cues = a.pack.cues();
  constexpr std::size_t reach = 4;  // "after the merger has a"
  std::size_t i = 0;
  while (i < items.size() && (items[i].kind == ItemKind::number || items[i].is(cues.det) ||
                              (items[i].kind == ItemKind::word &&
                               a.has(items[i].range.begin, Lex::status)) ||  // "The new Board"
                              (items[i].kind == ItemKind::mark && items[i].mark != '('))) {
    ++i;
  }
  if (i < items.size() && items[i].kind == ItemKind::word) {
    i = after_opening(items, i);  // "After the merger, the Department of Finance has …"
    i += i < items.size() && items[i].is(cues.det) ? 1U : 0U;
  }
  if (i + 1 >= items.size() || items[i].kind != ItemKind::body) {
    return nullptr;
  }
  const auto is_mark = [&](std::size_t k, char mark) {
    return k < items.size() && items[k].kind == ItemKind::mark && items[k].mark == mark;
  };
  const auto is = [&](std::size_t k, ItemKind kind) {
    return k < items.size() && items[k].kind == kind;
  };
  // "Cricket Council (ICC) | X (Chair)", "Hockey Federation, President | X"
  std::size_t end = is_mark(i + 1, '(') && is_mark(i + 3, ')') ? i + 4 : i + 1;
  end += is_mark(end, ',') && is(end + 1, ItemKind::title) ? 2U : 0U;
  if (is_mark(i + 1, ':') || is_mark(end, '|')) {
    return &items[i];
  }
  if (is_mark(i + 1, ',') || is_mark(i + 1, '-')) {
    // "…, Director X," or "…, Director is X", but "…, President X said"
    const std::size_t after = is(i + 3, ItemKind::person) ? i + 4 : i + 3;
    const bool told = is(i + 2, ItemKind::title) &&
                      (after > i + 3 ? after >= items.size() || is(after, ItemKind::mark)
                                     : after < items.size() && items[after].is(cues.be));
    return told ? &items[i] : nullptr;
  }
  // A few words, "has" or "includes", and the post with its article or number: "after the merger
  // has a Director", but "has thanked the Director".
  std::size_t has = i + 1;
  while (has < items.size() && has <= i + reach && !items[has].is(cues.has) &&
         !items[has].is(cues.compose) && is(has, ItemKind::word)) {
    ++has;
  }
  if (has >= items.size() || !(items[has].is(cues.has) || items[has].is(cues.compose))) {
    return nullptr;
  }
  std::size_t post = has + 1;
  while (is(post, ItemKind::number) ||
         (post < items.size() && (items[post].is(cues.det) || items[post].is(cues.count)))) {
    ++post;
  }
  return is(post, ItemKind::title) ? &items[i] : nullptr;
}

/// "appointed the following to the Seed Board: X as Chair": do the posts of those it names follow
/// the body at item `at`?
bool names_appointed(const Analysis& a, const std::vector<Item>& items, std::size_t at) {
  if (at + 1 >= items.size() || items[at + 1].kind != ItemKind::mark || items[at + 1].mark != ':') {
    return false;
  }
  std::size_t link = at;
  while (link > 0 && items[link - 1].is(a.pack.cues().det)) {
    --link;
  }
  return link > 0 && items[link - 1].is(a.pack.cues().link) &&
         std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(link),
                     [&](const Item& item) {
                       const Frame* const frame =
                           item.kind == ItemKind::word ? a.pack.frame_of(item.cues) : nullptr;
                       return frame != nullptr && frame->kind == Frame::Kind::gain;
                     });
}

/// "as Union president and secretary": the body of the second post, where it stands before the
/// first; none.
int body_of_first(const Analysis& a, const std::vector<Item>& items, std::size_t post) {
  if (post < 2 || !items[post - 1].is(a.pack.cues().conjunction) ||
      items[post - 2].kind != ItemKind::title) {
    return none;
  }
  const TitleMention& first = a.title(items[post - 2].titles.back());
  const bool before =
      first.body != none && !first.inherited && a.body(first.body).range.begin < first.words.begin;
  return before ? first.body : none;
}

/// The body of a post that has none, from what stands before it; none if that does not tell: "the
/// delegation of the Inspection Commission led by Vice Chairman X", "Representing the Ministry of
/// Health, Deputy Minister X", "Harbour Club president X, secretary Y and treasurer Z".
int body_before(const Analysis& a, const std::vector<Item>& items, std::size_t post) {
  const GrammarCues& cues = a.pack.cues();
  const auto is = [&](std::size_t i, ItemKind kind) { return items[i].kind == kind; };
  if (post >= 2 && items[post - 1].is(cues.headed_by) && is(post - 2, ItemKind::body)) {
    return items[post - 2].index;
  }
  if ((post == 3 || post == 4) && is(post - 1, ItemKind::mark) && is(post - 2, ItemKind::body) &&
      items[0].is(cues.representing)) {
    return items[post - 2].index;
  }
  std::size_t at = post;
  while (at > 0 && (items[at - 1].is(cues.conjunction) ||
                    (is(at - 1, ItemKind::mark) && items[at - 1].mark == ','))) {
    --at;
  }
  if (at == post || at < 2 || !is(at - 1, ItemKind::person) || !is(at - 2, ItemKind::title)) {
    return none;
  }
  const TitleMention& before = a.title(items[at - 2].titles.back());
  return before.body != none && a.body(before.body).range.begin < before.words.begin ? before.body
                                                                                     : none;
}

/// Has the body a chief executive, as none of its parts has?
bool is_whole(const BodyMention& body) {
  return body.kind == "company" || body.kind == "university" || body.kind == "agency";
}

/// "Chief executive X resigned from Kestrel Steel": the body that is left after the post; none.
int left_body(const Analysis& a, const std::vector<Item>& items, std::size_t post) {
  constexpr std::size_t farthest = 8;  // items
  for (std::size_t at = post + 1; at < items.size() && at - post < farthest; ++at) {
    const Frame* const frame =
        items[at].kind == ItemKind::word ? a.pack.frame_of(items[at].cues) : nullptr;
    if (frame == nullptr ||
        (frame->kind != Frame::Kind::lose && frame->kind != Frame::Kind::leave)) {
      continue;
    }
    ++at;
    while (at < items.size() &&
           (items[at].is(a.pack.cues().det) || items[at].is(a.pack.cues().oblique))) {
      ++at;
    }
    return at < items.size() && items[at].kind == ItemKind::body &&
                   !a.body(items[at].index).reference
               ? items[at].index
               : none;
  }
  return none;
}

}  // namespace

void find_references(Analysis& a) {
  // Walks titles and bodies in the order of the text.
  std::map<std::string, int> last_by_head;  // last word of a body's base → body mention
  std::map<std::string, int> last_by_title;  // head of a title → title mention with a body or place
  std::map<std::string, bool> several;       // heads of titles seen with different bodies
  int last_body = none;
  a.used_documents.resize(a.sentences.size());
  for (std::size_t s = 0; s < a.sentences.size(); ++s) {
    Sentence& sentence = a.sentences[s];
    if (sentence.language == Language::vi) {
      continue;  // see find_references_head_first
    }
    int first_body = none;
    const Item* const opening = body_of_line(a, sentence.items);
    int line_body = none;     // of whose posts the sentence speaks
    int appointed_to = none;  // where those are appointed whom the sentence names
    const bool in_row =
        opening != nullptr &&
        std::any_of(sentence.items.begin(), sentence.items.end(), [](const Item& item) {
          return item.kind == ItemKind::mark && item.mark == '|';
        });
    int subject = none;  // the body that the sentence begins with
    for (Item& item : sentence.items) {
      const auto at = static_cast<std::size_t>(&item - sentence.items.data());
      const auto remember = [&](int index) {
        const BodyMention& b = a.body(index);
        if (b.parent != none && !a.body(b.parent).reference) {
          last_by_head[a.body(b.parent).head] = b.parent;
        }
        last_by_head[b.head] = index;
        if (std::string last = last_words(b.base); !last.empty()) {
          last_by_head[std::move(last)] = index;
        }
        if (b.kind != "media") {
          first_body = first_body == none ? index : first_body;
          last_body = index;
        }
      };
      const auto resolve = [&](int index) {
        BodyMention& b = a.body(index);
        if (b.parent != none && a.body(b.parent).reference) {  // "the committee's Audit Department"
          const auto whole = last_by_head.find(a.body(b.parent).head);
          b.parent = whole == last_by_head.end() ? none : whole->second;
        }
        if (!b.reference) {
          remember(index);
          return index;
        }
        // "the standing committee" is none but a standing committee.
        const std::string exact = b.kind == "committee" ? last_words(b.base) : "";
        if (const auto found = last_by_head.find(exact.empty() ? b.head : exact);
            found != last_by_head.end()) {
          first_body = first_body == none ? found->second : first_body;
          last_body = found->second;
          return found->second;
        }
        // "the Council" of a text that never calls it anything else.
        static const std::set<std::string> own = {"legislature", "committee", "government",
                                                  "court"};
        if (!a.capital(b.range.begin) || !own.contains(b.kind) ||
            a.tokens[b.range.begin].is(shape_line_start)) {
          return none;
        }
        b.reference = false;
        remember(index);
        return index;
      };
      if (item.kind == ItemKind::body && sentence.capitals) {
        item.kind = ItemKind::word;
        continue;
      }
      if (item.kind == ItemKind::body) {
        item.index = resolve(item.index);
        if (item.index == none) {
          item.kind = ItemKind::word;
        } else {
          a.used_bodies.push_back(item.index);
          line_body = &item == opening ? item.index : line_body;
          appointed_to = names_appointed(a, sentence.items, at) ? item.index : appointed_to;
          const bool first = at == 0 || (at == 1 && sentence.items[0].is(a.pack.cues().det));
          // "The board of directors of Northwind announced that X, its president": of Northwind
          const int over = a.body(item.index).parent;
          const bool board =
              over != none && a.body(item.index).kind == "committee" && is_whole(a.body(over));
          subject = first ? (board ? over : item.index) : subject;
        }
        continue;
      }
      if (item.kind == ItemKind::document) {
        DocumentMention& d = a.documents[static_cast<std::size_t>(item.index)];
        if (d.issuer != none && a.body(d.issuer).kind != "event") {
          d.issuer = resolve(d.issuer);
          if (d.issuer != none) {
            a.used_bodies.push_back(d.issuer);
          }
        }
        a.used_documents[s].push_back(item.index);
        continue;
      }
      if (item.kind != ItemKind::title) {
        continue;
      }
      for (const int index : item.titles) {
        TitleMention& t = a.title(index);
        const LexEntry& head = a.pack.entry(t.head);
        if (t.body != none) {
          t.body = resolve(t.body);
        }
        if (t.body != none) {
          a.used_bodies.push_back(t.body);
        }
        const Heading* const heading = a.heading_of(sentence);
        const bool led = &item != &sentence.items.back() &&
                         (&item + 1)->kind == ItemKind::person;  // "Chief Justice X" in its list
        const auto home = head.feature("home");                  // "Cllr X": of a council
        const auto is_inner = [&](int body) {  // a committee has no chief executive
          const std::string& kind = a.body(body).kind;
          return is_team(a.body(body)) || ((head.has("whole") || head.has("degree")) &&
                                           (kind == "committee" || kind == "legislature"));
        };
        if (heading != nullptr && heading->body != none && !is_inner(heading->body) &&
            t.body == none && (!home || a.body(heading->body).kind == "legislature") &&
            t.place == none && t.portfolio.empty() && !(head.has("place") && head.has("one")) &&
            !led) {
          // "Standing Committee of the Party Committee: X - Secretary": of the Party Committee
          const BodyMention& of = a.body(heading->body);
          const std::string base = fold(of.base);
          const bool inner = base == "standing committee" || base == "executive committee";
          t.body = inner && !t.is_membership() ? of.parent : heading->body;
        }
        // "Town Clerk", "Deputy Mayor" on the page of a town council
        const auto is_of_council = [&](const TitleMention& post, int body) {
          return a.body(body).kind == "legislature" &&
                 (post.role.ends_with("Clerk") || post.role.ends_with("Mayor"));
        };
        const bool beside = a.seat_above(s) != nullptr;  // it gives the seat
        if (sentence.section != none && (!led || sentence.entry) && !beside && t.body == none &&
            t.place == none && t.portfolio.empty() && t.level.empty() && !head.has("alone") &&
            (!head.has("place") || is_of_council(t, sentence.section)) && !home && !t.served &&
            (!head.has("degree") || a.body(sentence.section).kind == "university")) {
          const bool inner = is_inner(sentence.section) && !is_of_council(t, sentence.section);
          t.body = inner ? a.page : sentence.section;
        }
        if (t.own && t.body == none && t.place == none && t.portfolio.empty()) {
          t.body = first_body != none && !t.whose ? first_body : last_body;
          // "its finance director": of the company, not of its board
          if (t.body != none && a.body(t.body).parent != none &&
              a.body(t.body).kind == "committee" && head.canonical != "Chairman" &&
              head.canonical != "Member") {
            const int whole = a.body(t.body).parent;
            t.body = a.body(whole).kind == "company" ? whole : t.body;
          }
        }
        const bool as = at > 0 && sentence.items[at - 1].is(a.pack.cues().as);
        if (as && appointed_to != none && t.body == none && t.place == none &&
            t.portfolio.empty() && !head.has("alone") && !head.has("place") && !t.served) {
          t.body = appointed_to;
        }
        if (line_body != none && t.body == none && t.place == none && t.portfolio.empty() &&
            !head.has("alone") && (!head.has("bare") || in_row) && !head.has("place") && !home &&
            !t.served) {
          t.body = line_body;
        }
        // "Cllr X": of the council that the text is about.
        if (home && t.body == none && t.place == none) {
          if (const auto found = last_by_head.find(std::string(*home));
              found != last_by_head.end()) {
            t.body = found->second;
          }
        }
        const bool open = t.body == none && t.place == none && t.portfolio.empty() &&
                          t.level.empty() && !head.has("alone") && !home && !t.served;
        if (open && !led && !head.has("place") && !head.has("seat")) {
          t.body = body_of_first(a, sentence.items, at);
        }
        if (const int shared = open && led && !head.has("place") && t.status != "former" &&
                                       head.canonical != "Leader"
                                   ? body_before(a, sentence.items, at)
                                   : none;
            shared != none && (head.canonical != "Minister" || a.body(shared).kind != "company")) {
          t.body = shared;
        } else if (open && head.has("whole") && !head.has("portfolio") && !head.has("place") &&
                   subject != none && !is_inner(subject)) {
          t.body = subject;  // "Zelmira Bank sacks chief executive X"
        } else if (open && head.has("whole") && !head.has("portfolio") && !head.has("place")) {
          t.body = left_body(a, sentence.items, at);
        }
        const bool placed = t.body != none || t.place != none;
        if (placed) {
          const auto [known, fresh] = last_by_title.try_emplace(head.canonical, index);
          if (!fresh) {
            const TitleMention& before = a.title(known->second);
            const auto base = [&](const TitleMention& x) {
              return x.body == none ? std::string() : fold(a.body(x.body).base);
            };
            several[head.canonical] = several[head.canonical] || base(before) != base(t);
            known->second = index;
          }
        } else if (t.portfolio.empty() && !head.has("alone") && t.level.empty() && !home &&
                   !t.served) {
          const auto known = last_by_title.find(head.canonical);
          // "President X" is not the president of whatever had one before.
          const bool sovereign = head.has("bare") && &item != &sentence.items.back() &&
                                 (&item + 1)->kind == ItemKind::person;
          const bool seated = head.has("seat") && led;  // "MP X" has a seat of his own
          // "The vice presidents elected are": those the text has spoken of
          const bool the =
              at == 1 && a.capital(t.range.begin - 1) &&
              a.is_of_set({t.range.begin - 1, t.range.begin}, Lex::cue, a.pack.cues().det);
          // but "The mayors X and Y" are not both of the place of the mayor before
          const bool those =
              t.plural && the && known != last_by_title.end() &&
              (a.title(known->second).plural || (a.title(known->second).place == none &&
                                                 !(head.has("one") && t.role == head.canonical)));
          // nor does what the row or the card of another says hold for this one's
          const bool own_row = sentence.line == Line::row || sentence.holder != none;
          if (known != last_by_title.end() && (!t.plural || those) && !sovereign && !own_row &&
              !(seated && a.title(known->second).body == none)) {
            t.inherited = true;
            t.certain = !several[head.canonical];
            t.body = a.title(known->second).body;
            t.place = a.title(known->second).place;
          }
        }
      }
    }
  }
}

}  // namespace nom::extract
