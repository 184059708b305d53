// SPDX-License-Identifier: Apache-2.0
// What the stages read and write: one `Analysis` per document. Each stage fills one part of it
// and reads only what the stages before it filled; `dump` prints any part for tests and `explain`.
//
// clang-format off
//   stage      reads             writes
//   lexicon    text              tokens, words, matches, sentences, languages
//   chunk      lexicon           items: people, titles, bodies, places, dates, documents
//   layout     items             rosters, headings and their lists, tables, careers
//   memory     items, layout     who and what is meant by short forms, pronouns, references; sections
//   tenure     items, rules      assertions: time, phrase and clause rules, then frames
//   finalise   all of it         the record, with the place the document is about
// clang-format on
#pragma once

#include "extract/trace.hpp"
#include "pack/pack.hpp"
#include "record/record.hpp"

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nom::extract {

class Rulebook;
struct Probe;

inline constexpr int none = -1;

/// Half-open range of tokens.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A phrase of the packs at a token.
struct Found {
  std::uint16_t length = 0;
  Lex type = Lex::stop;
  EntryId entry = 0;
};

/// Both with a blank between them; where one is empty, the other.
inline std::string join(const std::string& left, std::string_view right) {
  return left.empty() ? std::string(right) : right.empty() ? left : left + ' ' + std::string(right);
}

/// A body as one mention words it.
struct BodyMention {
  Range range;       ///< without the article
  std::string base;  ///< without place and level
  std::string head;  ///< the noun that names its kind, folded: "committee"
  std::string name;  ///< of a body that only a title implies; else empty
  std::string kind;
  std::string level;       ///< empty if none
  std::string place;       ///< name of the place in it; empty if none
  std::string placekind;   ///< kind of that place as the words give it; empty if unknown
  std::string country;     ///< ISO 3166-1 of a body known to the packs; may be empty
  int parent = none;       ///< body mention inside the complement: "… of the X Committee"
  bool reference = false;  ///< "the Committee", "the department": stands for an earlier one
  bool part = false;       ///< a division of another body, by its noun: "Vụ Pháp chế"
  bool leveled = false;    ///< its noun says the level: no "Đảng ủy" means a "Tỉnh ủy"
  bool national = false;   ///< known to the packs as one of its kind, or by its words
  int entity = none;       ///< index of the body entity

  /// The post of who heads it, where the text names none.
  [[nodiscard]] const char* role_of_head() const {
    return kind == "ministry" ? "Minister" : head == "party" ? "Leader" : "Head";
  }
};

/// The body of the party that a body is an organ of, which has no words of its own: the Party
/// Committee over its Standing Committee.
inline BodyMention party_above(const BodyMention& organ, std::string_view base) {
  BodyMention party;
  party.range = {organ.range.begin, organ.range.begin};
  party.base = base;
  party.kind = "party";
  party.level = organ.level;
  party.place = organ.place;
  party.placekind = organ.placekind;
  party.country = organ.country;
  party.national = organ.national;
  return party;
}

struct PersonMention {
  Range range;  ///< the name alone, without honorific and rank
  bool strong = false;
  bool addressed = false;  ///< an honorific or a rank stands before it
  int entity = none;
};

struct TitleMention {
  Range range;
  Range words;         ///< the title itself, without body, status and portfolio
  std::string title;   ///< as worded, without status: "Permanent Vice Chairman"
  std::string role;    ///< canonical
  std::string status;  ///< former, acting, elect or empty
  std::string portfolio;
  bool portfolio_of = false;  ///< the portfolio follows "of" or "for"
  int body = none;            ///< body mention
  int place = none;           ///< place mention
  std::string level;          ///< "of the province": the level of a place not named
  bool plural = false;
  bool inherited = false;  ///< the body is taken from an earlier title of the same kind
  bool certain = true;     ///< inherited: no other body had such a post before
  bool served = false;     ///< "Secretary to the President": names whom one serves
  bool own = false;        ///< "its", "his", "her", "their", "whose" before it
  bool whose = false;
  EntryId in_charge = 0;  ///< the word that says that a deputy is in charge, a post of its own
  bool counted = false;   ///< "the fourth energy minister in two years": no post of that number
  bool weak = false;      ///< a word of everyday language too, without complement or capital
  EntryId head = 0;
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;

  /// A seat among others in a body, which one keeps beside other posts.
  [[nodiscard]] bool is_membership() const {
    return role.ends_with("Member") || role.ends_with("Deputy");
  }
};

struct PlaceMention {
  Range range;
  std::string name;
  std::string kind;
  std::string country;
  std::string within;
  bool demonym = false;  ///< named by an adjective: "Slovenian"
};

struct DocumentMention {
  Range range;
  std::string name;
  std::string kind;
  std::string number;
  std::optional<PartialDate> date;
  int issuer = none;  ///< body mention
  std::string subject;
};

enum class ItemKind : std::uint8_t {
  word,
  mark,
  number,
  person,
  title,
  body,
  place,
  date,
  document
};

/// The sentence as the rules see it.
struct Item {
  ItemKind kind = ItemKind::word;
  Range range;
  char mark = 0;
  bool party = false;  ///< word: a party and a state, "D-Ore."
  WordId word = 0;
  std::bitset<max_cue_sets> cues;  ///< word: the cue sets it belongs to
  std::vector<int> people;         ///< person: person mentions
  std::string field;               ///< person: the field of work in a bracket after the name
  std::vector<int> attached;       ///< person: titles that a phrase rule attached
  std::vector<int> titles;         ///< title: title mentions
  int index = none;                ///< body, place, document: the mention
  std::optional<PartialDate> date;

  /// Is it of this cue set? 0, the number of a set no pack has, is none.
  [[nodiscard]] bool is(std::uint8_t cue) const { return cue != 0 && cues.test(cue); }
};

/// What a line is beside its words.
enum class Line : std::uint8_t { prose, heading, listed, header, row, career };

struct Sentence {
  Range tokens;
  Language language = Language::en;  ///< whose grammar reads it
  bool capitals = false;             ///< a headline in capitals: they mark no names
  std::vector<Item> items;
  Line line = Line::prose;
  int heading = none;  ///< sentence of the heading above it
  int table = none;    ///< row: its table
  int holder = none;   ///< a line of posts alone: the sentence of the name that they stand with
  bool entry = false;  ///< one of several like lines, each of a name and its posts
  int section = none;  ///< an entry: body mention, of what the lines above say that its posts are
};

/// What a heading says of the lines under it.
struct Heading {
  int title = none;      ///< title mention: the post of each
  int body = none;       ///< body mention: where their posts are
  bool members = false;  ///< those under it are members of the body
  EntryId member = 0;    ///< what it calls them, if it does
  std::string status;    ///< of the posts under it, if it says: elect
  bool told = false;     ///< it says so: "consists of", "Members:"
  bool single = false;   ///< a post of one, above the line of who holds it
  bool dated = false;    ///< the lines tell who held the post when, one after another
};

/// The columns of a table.
struct Table {
  enum class Kind : std::uint8_t { other, person, post, title, body, from, term };
  struct Column {
    Kind kind = Kind::other;
    std::size_t offset = 0;  ///< code points from the begin of the line
    std::string status;      ///< post: of those in it
    int title = none;        ///< title: the post of those in it
    bool moves = false;      ///< post: the one that is taken up
    bool field = false;      ///< post: a field of work stands for the minister of it
  };
  std::vector<Column> columns;
  char bar = 0;       ///< the mark that parts the cells, where it is neither a bar nor a dash
  int member = none;  ///< title: what the heading above it says that those in it are
};

/// "This person holds this title", as one rule read it in one sentence.
struct Assertion {
  int person = none;   ///< person entity
  int title = none;    ///< title mention
  std::string status;  ///< empty: as the title says, else current
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;
  int body = none;  ///< body mention that overrides the title's
  std::string rule;
  std::size_t sentence = 0;
  bool clause = false;  ///< read by a clause rule, which outranks a phrase rule
  bool implied = false;
  bool gained = false;     ///< elected, appointed …
  bool announced = false;  ///< as this document tells: somebody appoints, a line of a list names
};

/// "These bodies are no longer there", or "these people have died", as one rule read it in one
/// sentence.
struct Change {
  std::string kind;         ///< death, renaming, merger, split, dissolution
  std::vector<int> people;  ///< person entities: who died
  std::vector<int> ended;   ///< body mentions
  std::vector<int> into;    ///< body mentions that take their place
  std::optional<PartialDate> date;
  std::string rule;
  std::size_t sentence = 0;
};

struct Analysis {
  Analysis(const Pack& p, const Document& d) : pack(p), document(d) {}

  const Pack& pack;
  const Document& document;

  // lexicon
  std::vector<Token> tokens;
  std::vector<WordId> words;
  std::vector<std::uint32_t>
      marks;  ///< per token: its diacritics; empty in a text without Vietnamese
  std::vector<Language> languages;         ///< per token
  bool marked = false;                     ///< Vietnamese text is written with its diacritics
  std::vector<std::uint32_t> first_match;  ///< per token, into matches; one more at the end
  std::vector<Found> matches;
  std::vector<LexMask> lex;  ///< per token: types of the phrases that begin there
  std::vector<Sentence> sentences;

  // chunk
  std::vector<PersonMention> people;
  std::vector<TitleMention> titles;
  std::vector<BodyMention> bodies;
  std::vector<PlaceMention> places;
  std::vector<DocumentMention> documents;

  // layout
  std::map<std::size_t, Heading> headings;  ///< by sentence
  std::vector<Table> tables;
  int page = none;  ///< body mention: whose page the text is, if it is a roster
  /// The heading that a line stands under; nullptr if it stands under none.
  [[nodiscard]] const Heading* heading_of(const Sentence& line) const {
    const auto found = line.heading == none ? headings.end()
                                            : headings.find(static_cast<std::size_t>(line.heading));
    return found == headings.end() ? nullptr : &found->second;
  }

  /// The heading that gives the post of one, straight above the line of who holds it; else nullptr.
  [[nodiscard]] const Heading* seat_above(std::size_t s) const {
    const Heading* const heading = heading_of(sentences[s]);
    return heading != nullptr && heading->single && sentences[s].heading + 1 == static_cast<int>(s)
               ? heading
               : nullptr;
  }

  // memory
  struct Person {
    std::string name;                ///< fullest form
    std::vector<std::string> forms;  ///< all forms, folded, fullest first
  };
  std::vector<Person> persons;
  std::vector<int> used_bodies;                  ///< body mentions of the items, in text order
  std::vector<std::vector<int>> used_documents;  ///< per sentence: its document mentions
  std::map<std::string, int> acronyms;           ///< folded: the body mention that brings each

  // tenure
  std::vector<Assertion> assertions;
  std::vector<Change> changes;
  RuleTrace* trace = nullptr;  ///< what becomes of the rules, if somebody asks
  Probe* probe = nullptr;      ///< a fact that is looked for, if any

  [[nodiscard]] std::string_view token_text(std::size_t t) const {
    return std::string_view(document.text.str())
        .substr(tokens[t].begin, tokens[t].end - tokens[t].begin);
  }

  [[nodiscard]] Span span_of(Range r) const {
    return {tokens[r.begin].begin, tokens[r.end - 1].end};
  }

  /// Text of a range, with runs of white space as one space.
  [[nodiscard]] std::string text_of(Range r) const;

  /// Longest phrase of this type at token t that ends before `end`.
  [[nodiscard]] std::optional<Found> find(std::size_t t, Lex type, std::size_t end) const {
    return has(t, type) ? find_among(t, type, end) : std::nullopt;
  }

  /// The same where a phrase of the type is known to begin at t.
  [[nodiscard]] std::optional<Found> find_among(std::size_t t, Lex type, std::size_t end) const;

  /// Are these words, all of them, a phrase of this set, of cues or of captions?
  [[nodiscard]] bool is_of_set(Range phrase, Lex type, std::uint8_t set) const;
  /// Does a phrase of this set of captions stand among these words, and no longer one where it
  /// begins: in "Term ends" no "term"?
  [[nodiscard]] bool has_caption(Range among, std::uint8_t set) const;

  /// Do these words begin with what is over: "Former", "Previous positions"?
  [[nodiscard]] bool begins_former(Range phrase) const {
    const auto status = find(phrase.begin, Lex::status, phrase.end);
    return status && entry(*status).canonical == "former";
  }

  /// "President" beside a parliament, a ministry or a court: the post is one of the state, not of
  /// that body.
  [[nodiscard]] bool is_of_state(const TitleMention& title, const BodyMention& body) const {
    return pack.entry(title.head).has("bare") &&
           (body.kind == "legislature" || body.kind == "government" || body.kind == "ministry" ||
            body.kind == "court");
  }

  /// "NP", "PaC": a word of at least two capitals among at most six letters.
  [[nodiscard]] bool is_short_acronym(std::size_t t) const;

  [[nodiscard]] const LexEntry& entry(const Found& f) const { return pack.entry(f.entry); }

  [[nodiscard]] bool has(std::size_t t, Lex type) const { return (lex[t] & mask_of(type)) != 0; }

  [[nodiscard]] bool capital(std::size_t t) const { return tokens[t].is(shape_capital); }
  /// Words that no pack knows, read as somebody's name: they may as well name a body or a post.
  [[nodiscard]] bool is_weak_name(const Item& item) const {
    return item.kind == ItemKind::person && !person(item.people[0]).strong;
  }
  /// Is it a capitalised common noun: "Audit", "Services"?
  [[nodiscard]] bool is_common_noun(const Item& item) const;

  // The mentions of the stage chunk, by index.
  [[nodiscard]] PersonMention& person(int m) { return people[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const PersonMention& person(int m) const {
    return people[static_cast<std::size_t>(m)];
  }
  [[nodiscard]] TitleMention& title(int m) { return titles[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const TitleMention& title(int m) const {
    return titles[static_cast<std::size_t>(m)];
  }
  [[nodiscard]] BodyMention& body(int m) { return bodies[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const BodyMention& body(int m) const { return bodies[static_cast<std::size_t>(m)]; }
  [[nodiscard]] const PlaceMention& place(int m) const {
    return places[static_cast<std::size_t>(m)];
  }

  /// A body that no pack knows, named by these words; its index. `national`: its name says where it
  /// is, or it is everywhere the same.
  int add_body(Range words, std::string_view kind, bool national = false);
  /// A place that no pack knows, named by these words; its index.
  int add_place(Range words);
  int add_title(TitleMention title);
  /// Makes the words straight before a post part of it: "Diocesan | Chancellor".
  void put_before(TitleMention& post, Range before) const;

  /// A post that no title in the text names: "Head" of the body of these words. `head` is the entry
  /// of its noun, 0 if none.
  static TitleMention untold_title(Range words, std::string role, EntryId head);
};

void find_words(Analysis& a);       ///< stage lexicon
void find_languages(Analysis& a);   ///< stage lexicon: the language of each token
void find_chunks(Analysis& a);      ///< stage chunk
void find_layout(Analysis& a);      ///< stage layout
void find_acronyms(Analysis& a);    ///< stage memory: bodies by acronyms and by their company
void find_people(Analysis& a);      ///< stage memory: who is meant by each name and pronoun
void find_sections(Analysis& a);    ///< stage memory: of which body the posts in a roster are
void find_references(Analysis& a);  ///< stage memory: what "the Committee", "its Secretary" mean
void find_references_head_first(Analysis& a);  ///< the same in sentences of a head-first language
void assert_changes(Analysis& a, const Rulebook& rules);  ///< stage change: what ended bodies
void assert_tenures(Analysis& a, const Rulebook& rules);  ///< stage tenure
void share_bodies(Analysis& a);    ///< stage tenure: posts of the body of another's in the sentence
void assert_careers(Analysis& a);  ///< stage tenure: the lines of a curriculum vitae
Record finalise(Analysis& a, Document document);  ///< stages memory of places and finalise

/// "Friends of the | Earth", "Marks & | Spencer", "Norland National | Dairy Platform": where a name
/// that no pack knows begins, whose last words begin at item `begin`.
std::size_t begin_of_name(const Analysis& a, const std::vector<Item>& items, std::size_t begin);

/// Printed form of the items of a sentence: P{person} T{title} B{body} L{place} D{date}
/// R{document} N{number}, words and marks as they are.
std::string dump_items(const Analysis& a, const Sentence& sentence);

}  // namespace nom::extract
