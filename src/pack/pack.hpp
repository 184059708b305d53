// SPDX-License-Identifier: Apache-2.0
// pack: what the extractor knows of languages and countries.
//
// In:   folders of tab-separated files (format: schema/packs/README.md); the built-in ones are
// part of the program. Out: `Pack`, immutable: words, a phrase matcher over them, typed lexicon
// entries and the rules, compiled. Every fault has file:line:column.
#pragma once

#include "fault/fault.hpp"
#include "pack/table.hpp"
#include "text/text.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom {

/// Types of lexicon entries: see schema/packs/README.md.
enum class Lex : std::uint8_t {
  title,
  modifier,
  status,
  honorific,
  rank,
  head,
  body,
  level,
  place,
  placekind,
  portfolio,
  demonym,
  surname,
  given,
  lastname,
  cue,
  document,
  event,
  month,
  weekday,
  stop,
  particle,
  abbreviation,
  caption,
  ending,
};

inline constexpr int lex_count = 25;

std::string_view name_of(Lex type);

using LexMask = std::uint32_t;

constexpr LexMask mask_of(Lex type) { return LexMask{1} << static_cast<unsigned>(type); }

/// A language with a grammar of its own. A pack named after one ("en") speaks only of texts in it;
/// every other pack of all texts.
enum class Language : std::uint8_t { any, en, vi };

inline constexpr int language_count = 3;

/// The language of a BCP 47 tag ("vi-VN") or of a pack's name; `any` if it is none of these.
Language language_of(std::string_view tag);

/// A word of the packs: dense, 0 is any other word.
using WordId = std::uint32_t;
/// 0 is no entry: one of no words, without features.
using EntryId = std::uint32_t;

/// Cue sets are numbered from 1, all below this; their numbers are bytes.
inline constexpr std::size_t max_cue_sets = 256;
static_assert(max_cue_sets - 1 <= std::numeric_limits<std::uint8_t>::max());

struct LexEntry {
  Lex type = Lex::stop;
  Language language = Language::any;
  std::string surface;
  std::vector<std::uint32_t> marks;  ///< per word of the surface: its diacritics, see mark_key
  std::string canonical;             ///< the surface where the line has "-"
  std::vector<std::pair<std::string, std::string>> features;
  std::string file;
  int line = 0;
  std::uint8_t cue = 0;            ///< cue sets: the number of the set
  std::uint64_t feature_bits = 0;  ///< a bit for each feature, see `feature_bit`

  /// Of 64 bits the one of a feature; several may share one. Most questions find it unset.
  static constexpr std::uint64_t feature_bit(std::string_view key) {
    const std::size_t first = static_cast<unsigned char>(key[0]);
    const std::size_t middle = static_cast<unsigned char>(key[key.size() / 2]);
    return std::uint64_t{1} << ((key.size() * 7 + first * 3 + middle) & 63U);
  }

  /// Value of a feature; empty for a flag, no value if it is not there.
  [[nodiscard]] std::optional<std::string_view> feature(std::string_view key) const;

  [[nodiscard]] bool has(std::string_view key) const {
    return (feature_bits & feature_bit(key)) != 0 && feature(key).has_value();
  }
};

/// One element of a rule's pattern: see schema/packs/README.md.
struct PatternElement {
  enum class Type : std::uint8_t {
    person,
    people,
    listed,  ///< people, one at the begin of each part between semicolons
    title,
    titles,
    body,
    place,
    date,
    number,
    word,
    cue,
    mark,
    bodies,
    gap,
    not_person,
    not_and,  ///< no "and" follows
    not_title,
    not_verb,
    not_apposition,
    start,
    end,
    group
  };
  Type type = Type::word;
  bool optional = false;
  std::string text;                                  ///< as the pattern writes it
  std::string capture;                               ///< name after ':', empty if none
  WordId word = 0;                                   ///< word
  std::uint8_t cue = 0;                              ///< cue: number of the set
  char mark = 0;                                     ///< mark
  int most = 0;                                      ///< gap: how many items at most
  std::vector<std::vector<PatternElement>> choices;  ///< group
};

/// What a rule says when it matches.
struct Emission {
  enum class Type : std::uint8_t { hold, from, to, head, member, replace, leave, cease, nothing };
  Type type = Type::nothing;
  std::string who;     ///< capture: person(s); the title for from/to; cease: the bodies
  std::string what;    ///< capture: title, body, date, or the person replaced
  std::string title;   ///< head, member, replace: capture of the title, or the title itself
  std::string status;  ///< hold: current, former, acting, elect; empty: current
  std::string body;    ///< hold: capture of the body where the title has none
  std::string kind;    ///< cease: renaming, merger, split or dissolution
  std::string into;    ///< cease: capture of the bodies that take their place, empty if none do
};

struct Rule {
  enum class Layer : std::uint8_t { time, phrase, clause, change };
  static constexpr std::size_t layers = 4;
  std::string id;
  Language language = Language::any;
  Layer layer = Layer::phrase;
  std::vector<PatternElement> pattern;
  std::vector<Emission> emissions;
  std::string file;
  int line = 0;
};

/// What the words of a cue set say of a person and of the posts that follow: see
/// schema/packs/README.md.
struct Frame {
  enum class Kind : std::uint8_t {
    gain,
    lose,
    state,
    hold,
    head,
    leave,
    join,
    replace,
    no,
    doubt,
    will,
    say
  };
  /// own: of its subject; active: of its object; both: of the object, or passive of the subject.
  enum class Voice : std::uint8_t { own, active, both };
  std::string id;
  Kind kind = Kind::state;
  Voice voice = Voice::own;
  std::uint8_t cue = 0;
  std::string set;      ///< "@gain": the name of its cue set
  std::string status;   ///< current or former
  std::string role;     ///< head: the post, where it is not plainly "Head"
  bool leaves = false;  ///< the posts that stand beside the name are given up
  bool gained = false;  ///< replace: only of a post that the sentence says is gained, or acted in
  std::string file;
  int line = 0;

  /// Does it open a line of a life, of one's posts: "Joined", "Served as", "Appointed"?
  [[nodiscard]] bool is_of_life() const {
    return kind == Kind::gain || kind == Kind::join || kind == Kind::hold || kind == Kind::state ||
           kind == Kind::lose || kind == Kind::head;
  }
};

/// Numbers of the cue sets that the grammar itself asks for; 0 if no pack has the set.
struct GrammarCues {
  std::uint8_t oblique = 0;       ///< prepositions that keep a person from being the subject
  std::uint8_t link = 0;          ///< prepositions that lead from a verb to a post
  std::uint8_t conjunction = 0;   ///< and
  std::uint8_t relative = 0;      ///< who
  std::uint8_t headed_by = 0;     ///< between a body and who heads it
  std::uint8_t representing = 0;  ///< before the body of who follows
  std::uint8_t adjective = 0;     ///< before a post, and no part of it: longtime
  std::uint8_t adverb = 0;
  std::uint8_t compound = 0;  ///< behind a hyphen, no part of a name: Brexit-driven
  std::uint8_t post = 0;      ///< the post of
  std::uint8_t origin = 0;    ///< from
  std::uint8_t onward = 0;    ///< to become: after a verb of leaving
  std::uint8_t span = 0;      ///< months, years: what ends "last month", "after nine years"
  std::uint8_t as = 0;
  std::uint8_t det = 0;  ///< articles and possessives before a title
  std::uint8_t predecessor = 0;
  std::uint8_t successor = 0;
  std::uint8_t replacement = 0;  ///< as his successor
  std::uint8_t will = 0;
  std::uint8_t counterpart = 0;   ///< who holds the same post in another country
  std::uint8_t list_of = 0;       ///< before the body whose members follow, a line each
  std::uint8_t list_size = 0;     ///< after that body: its term, and how many they are
  std::uint8_t personal = 0;      ///< his, her, him
  std::uint8_t summary_noun = 0;  ///< roles, experience: what a sentence sums up
  std::uint8_t home_place = 0;    ///< hometown: a place follows
  std::uint8_t no_post = 0;       ///< race, bail: what one leaves that is no post
  std::uint8_t as_well_as = 0;    ///< as well as: joins one more
  std::uint8_t summary_list = 0;  ///< include, are: the verb before the posts that it sums up
  std::uint8_t summary_link = 0;  ///< including, such as: before such posts
  std::uint8_t summary_held = 0;  ///< has held, served in: the verb before the noun
  std::uint8_t interim = 0;       ///< on an interim basis
  std::uint8_t alias = 0;         ///< before another name of the same person: aka, known as
  std::uint8_t based = 0;         ///< behind a hyphen after a place: "Leeds-based"
  std::uint8_t those = 0;         ///< "they", of whom the sentence before speaks
  std::uint8_t post_noun = 0;     ///< "post": in "the prime minister's post"
  std::uint8_t to_be = 0;         ///< before a post that somebody is to hold
  std::uint8_t at_once = 0;       ///< with immediate effect
  std::uint8_t announce = 0;      ///< verbs after which "would" tells what is to come
  std::uint8_t died = 0;
  std::uint8_t born = 0;
  std::uint8_t that_post = 0;  ///< this position
  std::uint8_t including = 0;
  std::uint8_t subject_to = 0;    ///< appointments subject to confirmation
  std::uint8_t confirmation = 0;  ///< to what they are subject
  std::uint8_t inauguration = 0;  ///< what will be done before a post is taken up
  std::uint8_t deputy = 0;
  std::uint8_t side = 0;  ///< opposition: before a party's name, no part of it
  std::uint8_t respectively = 0;
  std::uint8_t pronoun = 0;
  std::uint8_t object_pronoun = 0;  ///< him, her
  std::uint8_t byline = 0;          ///< before the name of who wrote or took something
  std::uint8_t say = 0;
  std::uint8_t gain = 0;
  std::uint8_t be = 0;  ///< forms of be
  std::uint8_t been = 0;
  std::uint8_t was = 0;  ///< served as: before a post held before
  std::uint8_t become = 0;
  std::uint8_t gain_active = 0;
  std::uint8_t lose = 0;
  std::uint8_t lose_active = 0;
  std::uint8_t cease = 0;  ///< to hold a post no longer, where others may be kept
  std::uint8_t replace = 0;
  std::uint8_t resign = 0;
  std::uint8_t negation = 0;
  std::uint8_t nominate = 0;
  std::uint8_t both = 0;
  std::uint8_t candidate = 0;
  std::uint8_t also = 0;
  std::uint8_t before_person = 0;  ///< words that a name follows
  std::uint8_t aside = 0;          ///< words of brackets that say nothing: left, pictured
  std::uint8_t term = 0;           ///< of years of a body: the 2020-2025 term
  std::uint8_t own_term = 0;       ///< before a term that is somebody's own: her second term
  std::uint8_t present = 0;        ///< the end of a stretch that goes on
  std::uint8_t compose = 0;        ///< a body and those who make it up
  std::uint8_t as_follows = 0;     ///< before a list, whatever it lists
  std::uint8_t has = 0;            ///< has: between a body and its posts
  std::uint8_t count = 0;          ///< two, three: before a post of several
  std::uint8_t election_of = 0;    ///< the election results of: a post follows that is filled
  std::uint8_t following = 0;      ///< the following persons: a list is to come, whose post is told
  std::uint8_t intend = 0;         ///< intent to appoint: of a post not taken up yet
  std::uint8_t since = 0;
  std::uint8_t ending = 0;  ///< before the day on which a term ends
  std::uint8_t until_now = 0;
  std::uint8_t in = 0;
  std::uint8_t election = 0;
  std::uint8_t human = 0;  ///< verbs of what only people do
  std::uint8_t inner = 0;  ///< small words inside the names of other languages: de, pour
  std::uint8_t when = 0;   ///< before a clause that tells the time: after, since
  std::uint8_t convene = 0;
  std::uint8_t chair = 0;
  std::uint8_t speak = 0;
  std::uint8_t attend = 0;
  std::uint8_t degree = 0;         ///< Master of, Faculty of: no document follows
  std::uint8_t company_noun = 0;   ///< insurer, broadcaster: a company's name follows
  std::uint8_t column_person = 0;  ///< heads of the columns of a table
  std::uint8_t column_field = 0;
  std::uint8_t column_post = 0;
  std::uint8_t column_body = 0;
  std::uint8_t column_from = 0;
  std::uint8_t column_former = 0;
  std::uint8_t column_new = 0;
  std::uint8_t column_term = 0;  ///< head of a column of stretches: from when to when
  std::uint8_t outsiders = 0;    ///< those who are there and belong to no body: guests
  std::uint8_t officers = 0;     ///< those who hold the posts of a body, together
  std::uint8_t beside = 0;       ///< what tables of people have beside the names
  std::uint8_t life = 0;         ///< fields of a life: date of birth, native place
  std::uint8_t ages = 0;         ///< "of all times": of those who held a post one after another
  std::uint8_t absent = 0;       ///< of those who are not at a meeting
  std::uint8_t agent = 0;        ///< by: before who did what a passive verb tells
  std::uint8_t party = 0;        ///< what a party and its supporters are called: Labour
};

class Pack {
 public:
  /// The word for a folded token, 0 if no pack has it. Cost: one hash look-up.
  [[nodiscard]] WordId word(std::string_view folded) const;

  /// What stands for a punctuation mark (see `Token::mark`) inside the phrases, 0 if none has it.
  [[nodiscard]] WordId word_of_mark(char mark) const {
    return marks_.at(static_cast<unsigned char>(mark));
  }

  /// Is it, folded, a function word of this language?
  [[nodiscard]] bool is_function_word(WordId word, Language language) const {
    return word < function_words_.size() &&
           (std::uint32_t{function_words_[word]} >> static_cast<unsigned>(language) & 1U) != 0;
  }

  /// Longest phrase that begins at words[at]: its length in words and its entries; length 0 if
  /// none. Only phrases of at most `limit` words.
  struct Match {
    std::size_t length = 0;
    std::span<const EntryId> entries;
  };

  [[nodiscard]] Match longest(std::span<const WordId> words, std::size_t at) const;

  /// Every phrase that begins at words[at], shortest first.
  void all(std::span<const WordId> words, std::size_t at, std::vector<Match>& out) const;

  [[nodiscard]] const LexEntry& entry(EntryId id) const { return entries_[id]; }

  /// Type and language of an entry, without a look at the rest of it: they lie close together.
  struct Brief {
    Lex type = Lex::stop;
    Language language = Language::any;
  };

  [[nodiscard]] Brief brief(EntryId id) const { return briefs_[id]; }

  /// The entry of this type for a phrase in its folded words, if there is one.
  [[nodiscard]] std::optional<EntryId> entry_of(std::string_view folded, Lex type) const;
  /// Does this word, folded, end as words for people do: "-er", "-ist"? Of a word that stands
  /// `alone` more is asked: "Gloster" and "Calgary" are no posts.
  [[nodiscard]] bool ends_like_post(std::string_view folded, bool alone) const;
  /// Does this word end as adjectives and participles do: "embattled"?
  [[nodiscard]] bool ends_like_adjective(std::string_view word) const;
  /// Does this word, in small letters, end as nouns do that name what one does: "production"?
  [[nodiscard]] bool ends_like_activity(std::string_view word) const;

  [[nodiscard]] std::span<const LexEntry> entries() const { return entries_; }

  [[nodiscard]] std::span<const Rule> rules() const { return rules_; }

  /// In the order of the files: of several frames of one word, the first counts.
  [[nodiscard]] std::span<const Frame> frames() const { return frames_; }

  /// The frame that a word of these cue sets opens, if any. Costs nothing for other words.
  [[nodiscard]] const Frame* frame_of(const std::bitset<max_cue_sets>& cues) const;

  [[nodiscard]] const GrammarCues& cues() const { return grammar_; }

  /// Number of a cue set, 0 if there is none of this name.
  [[nodiscard]] std::uint8_t cue(std::string_view set) const;

 private:
  [[nodiscard]] bool ends_as(std::string_view feature, std::string_view word) const;

  friend class PackBuilder;
  /// A phrase so far: the entries that end with it, and the words that go on, as bits of their last
  /// six: most words that do not are told from them without a look-up.
  struct Node {
    std::uint64_t next = 0;
    std::uint32_t first = 0;  ///< into phrase_entries_
    std::uint16_t count = 0;
  };

  static constexpr std::uint64_t bit_of(WordId word) { return std::uint64_t{1} << (word & 63U); }

  WordTable words_;
  KeyTable next_;                     ///< (node, word) → node
  std::vector<std::uint32_t> first_;  ///< word → node below the root
  std::vector<Node> nodes_;
  std::vector<EntryId> phrase_entries_;  ///< those of one node side by side
  std::vector<LexEntry> entries_;
  std::vector<Brief> briefs_;  ///< per entry
  std::vector<Rule> rules_;
  std::vector<Frame> frames_;
  std::bitset<max_cue_sets> frame_cues_;  ///< the sets that have a frame
  GrammarCues grammar_;
  WordTable cues_;
  std::vector<std::uint8_t> function_words_;  ///< per word: bit n for Language n
  std::array<WordId, 128> marks_{};           ///< per ASCII mark: its word
  std::vector<EntryId> endings_;              ///< the entries of type ending: no words of texts
};

/// A sentence that shows what a rule reads, or that it keeps silent.
struct Example {
  std::string rule;
  bool counter = false;  ///< the rule must keep silent
  std::string sentence;
  std::vector<std::string> facts;  ///< "person | post | body or place | status [from..to]"
  Where where;
};

/// What is wrong with packs, and what is left of them without the lines that are wrong.
struct Checked {
  Faults findings;  ///< by file and line
  std::shared_ptr<const Pack> pack;
  std::vector<Example> examples;  ///< of the folders that were checked
};

namespace pack {

/// "en/rules.tsv:7": where an entry, a rule or a frame stands.
template <class Line>
std::string line_of(const Line& line) {
  return line.file + ":" + std::to_string(line.line);
}

/// The pattern of a rule as the pack writes it.
std::string pattern_of(const Rule& rule);

/// The features that an entry of a type may have; schema/packs/README.md tells what they say.
std::span<const std::string_view> features_of(Lex type);

/// The words of which frames are made; the same page tells what they say.
std::vector<std::string_view> frame_words();

/// The built-in packs, with the packs in `folders` over them: a folder named like a built-in pack
/// replaces it, any other is added. Fails at the first fault in a pack.
Result<std::shared_ptr<const Pack>> load(const std::vector<std::string>& folders);

/// All that `load` reads, paths and contents one after the other: to tell whether it has changed.
Result<std::string> text_of(const std::vector<std::string>& folders);

/// The examples of the built-in packs and of the packs in `folders` over them, in the order of the
/// files. `load` does not read them.
Result<std::vector<Example>> examples(const std::vector<std::string>& folders);

/// All that is wrong with the packs in `folders`, read over the built-in ones: what `load` would
/// stop at, and what it lets pass: unknown features, repeated lines, rules that can never match,
/// rules without an example. Whether the examples show what they should is for the extractor to
/// tell. Fails only if a folder cannot be read.
Result<Checked> check(const std::vector<std::string>& folders);

/// A pack from texts: (path, content) pairs. For tests.
Result<std::shared_ptr<const Pack>> from_texts(
    const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace pack

}  // namespace nom
