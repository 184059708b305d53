// SPDX-License-Identifier: Apache-2.0
#include "pack/builder.hpp"

#include "name/name.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace nom {

namespace {

constexpr std::array<std::string_view, lex_count> lex_names = {
    "title",    "modifier",     "status",    "honorific", "rank",    "head",    "body",
    "level",    "place",        "placekind", "portfolio", "demonym", "surname", "given",
    "lastname", "cue",          "document",  "event",     "month",   "weekday", "stop",
    "particle", "abbreviation", "caption",   "ending"};

constexpr auto frame_kinds =
    std::to_array<std::pair<std::string_view, Frame::Kind>>({{"gain", Frame::Kind::gain},
                                                             {"lose", Frame::Kind::lose},
                                                             {"state", Frame::Kind::state},
                                                             {"hold", Frame::Kind::hold},
                                                             {"head", Frame::Kind::head},
                                                             {"leave", Frame::Kind::leave},
                                                             {"join", Frame::Kind::join},
                                                             {"no", Frame::Kind::no},
                                                             {"will", Frame::Kind::will},
                                                             {"say", Frame::Kind::say},
                                                             {"replace", Frame::Kind::replace},
                                                             {"doubt", Frame::Kind::doubt}});

/// A word that may stand behind the kind of a frame; after '=' comes a value.
struct FrameOption {
  std::string_view name;
  void (*apply)(Frame&, std::string_view value);
};

constexpr auto frame_options = std::to_array<FrameOption>({
    {"current", [](Frame& f, std::string_view) { f.status = "current"; }},
    {"former", [](Frame& f, std::string_view) { f.status = "former"; }},
    {"acting", [](Frame& f, std::string_view) { f.status = "acting"; }},
    {"active", [](Frame& f, std::string_view) { f.voice = Frame::Voice::active; }},
    {"both", [](Frame& f, std::string_view) { f.voice = Frame::Voice::both; }},
    {"leaves", [](Frame& f, std::string_view) { f.leaves = true; }},
    {"gained", [](Frame& f, std::string_view) { f.gained = true; }},
    {"role=", [](Frame& f, std::string_view value) { f.role = value; }},
});

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  while (true) {
    const std::size_t to = text.find(separator, from);
    parts.push_back(text.substr(from, to == std::string_view::npos ? to : to - from));
    if (to == std::string_view::npos) {
      return parts;
    }
    from = to + 1;
  }
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

Fault syntax(const Where& where, std::string message, std::string hint) {
  return {FaultKind::syntax, std::move(message), where, std::move(hint)};
}

/// A file in a folder named like a language ("vi/titles.tsv") is of that language.
Language language_of_file(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  if (slash == std::string_view::npos) {
    return Language::any;
  }
  const std::string_view folder = file.substr(0, slash);
  return language_of(folder.substr(folder.rfind('/') + 1));
}

/// Code points from the begin of a text to a part of it.
int columns_to(std::string_view text, const char* part) {
  return static_cast<int>(
      count_code_points(text.substr(0, static_cast<std::size_t>(part - text.data()))));
}

/// Where a part of a line stands.
Where at_part(Where where, std::string_view line, std::string_view part) {
  where.column = 1 + columns_to(line, part.data());
  return where;
}

/// The name of the kind of item that a statement needs.
std::string_view noun_of(char kind) {
  return kind == 'P' ? "a person" : kind == 'T' ? "a title" : kind == 'B' ? "a body" : "a date";
}

bool is_people(PatternElement::Type type) {
  using Type = PatternElement::Type;
  return type == Type::person || type == Type::people || type == Type::listed;
}

/// Does the pattern capture an item of one of these kinds under this name?
bool captures(const std::vector<PatternElement>& pattern, std::string_view name,
              std::string_view kinds, bool& known) {
  using Type = PatternElement::Type;
  bool fits = false;
  for (const PatternElement& e : pattern) {
    for (const auto& choice : e.choices) {
      fits = captures(choice, name, kinds, known) || fits;
    }
    if (e.capture != name || name.empty()) {
      continue;
    }
    known = true;
    const char kind = is_people(e.type)                                 ? 'P'
                      : e.type == Type::title || e.type == Type::titles ? 'T'
                      : e.type == Type::body || e.type == Type::bodies  ? 'B'
                      : e.type == Type::date                            ? 'D'
                                                                        : ' ';
    fits = fits || kinds.find(kind) != std::string_view::npos;
  }
  return fits;
}

/// Calls `use(line number, line)` for each line that is neither empty nor a comment. With `faults`
/// a line that is wrong does not end it.
template <class Use>
Result<Done> each_line(std::string_view content, Faults* faults, Use use) {
  int number = 0;
  for (const std::string_view raw : split(content, '\n')) {
    ++number;
    const std::string_view line = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
    if (line.empty() || line.front() == '#') {
      continue;
    }
    if (Result<Done> done = use(number, line); !done) {
      if (faults == nullptr) {
        return done;
      }
      faults->add(done.error());
    }
  }
  return Done{};
}

/// Does the pattern capture what a statement speaks of?
Result<Done> check_captures(const Emission& emission, const std::vector<PatternElement>& pattern,
                            const Where& where) {
  using Type = Emission::Type;
  const Type type = emission.type;
  const bool dates = type == Type::from || type == Type::to;
  struct Need {
    std::string_view name;
    std::string_view kinds;
  };
  std::vector<Need> needs;
  if (type != Type::nothing) {
    needs.push_back({emission.who, dates ? "TP" : type == Type::cease ? "B" : "P"});
  }
  if (dates) {
    needs.push_back({emission.what, "D"});
  } else if (type == Type::head || type == Type::member) {
    needs.push_back({emission.what, "B"});
  } else if (type == Type::replace) {
    needs.push_back({emission.what, "P"});
  } else if (type == Type::hold && emission.what != "*") {
    needs.push_back({emission.what, "T"});
  }
  if (!emission.body.empty()) {
    needs.push_back({emission.body, "B"});
  }
  if (!emission.into.empty()) {
    needs.push_back({emission.into, "B"});
  }
  if (type == Type::replace && !emission.title.empty()) {
    needs.push_back({emission.title, "T"});
  }
  for (const Need& need : needs) {
    bool known = false;
    if (captures(pattern, need.name, need.kinds, known)) {
      continue;
    }
    const std::string noun(noun_of(need.kinds.front()));
    if (need.name.empty()) {
      return syntax(where, "the statement lacks the name of " + noun, "write hold a t");
    }
    const std::string name = "\"" + std::string(need.name) + "\"";
    std::string fault = known ? name : "the pattern captures nothing as ";
    fault += known ? " is not " + noun : name;
    std::string put = "put :";
    put.append(need.name).append(" behind ").append(noun).append(" in the pattern");
    return syntax(where, fault, put);
  }
  return Done{};
}

}  // namespace

std::string_view name_of(Lex type) { return lex_names[static_cast<std::size_t>(type)]; }

std::vector<std::string_view> pack::frame_words() {
  std::vector<std::string_view> words;
  words.reserve(frame_kinds.size() + frame_options.size());
  for (const auto& [name, kind] : frame_kinds) {
    words.push_back(name);
  }
  for (const FrameOption& option : frame_options) {
    words.push_back(option.name);
  }
  return words;
}

WordId PackBuilder::intern(const std::string& folded) { return pack_->words_.intern(folded); }

std::uint8_t PackBuilder::intern_cue(const std::string& set) {
  return static_cast<std::uint8_t>(pack_->cues_.intern(set));
}

void PackBuilder::add_phrase(std::string_view surface, EntryId entry) {
  std::uint32_t node = 0;
  for (const Token& token : tokenise(surface)) {
    const std::string_view text = surface.substr(token.begin, token.end - token.begin);
    const bool mark = token.mark != 0 && token.mark != '\'';
    if (token.mark == '.' || (mark && node == 0)) {
      continue;  // the full stop of an abbreviation; a phrase begins with a word
    }
    const WordId word = intern(mark ? std::string(1, token.mark) : fold(text));
    if (mark) {
      pack_->marks_.at(static_cast<unsigned char>(token.mark)) = word;
    }
    pack_->entries_[entry].marks.push_back(mark_key(text));
    const std::uint64_t key = (std::uint64_t{node} << 32U) | word;
    const auto [found, fresh] =
        pack_->next_.try_emplace(key, static_cast<std::uint32_t>(pack_->nodes_.size()));
    if (fresh) {
      pack_->nodes_[node].next |= Pack::bit_of(word);
      pack_->nodes_.emplace_back();
      if (node == 0) {
        if (pack_->first_.size() <= word) {
          pack_->first_.resize(word + 1, 0);
        }
        pack_->first_[word] = found;
      }
    }
    node = found;
  }
  if (node != 0) {
    phrases_.emplace_back(node, entry);
  }
}

void PackBuilder::note_function_word(const LexEntry& entry) {
  if (entry.type != Lex::stop || !entry.has("function")) {
    return;
  }
  const WordId word = pack_->word(fold(entry.surface));
  auto& known = pack_->function_words_;
  if (word == 0) {
    return;  // of several words
  }
  if (known.size() <= word) {
    known.resize(word + 1, 0);
  }
  known[word] |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(entry.language));
}

Result<Done> PackBuilder::add_lexicon(const std::string& file, std::string_view content) {
  const Language language = language_of_file(file);
  return each_line(content, faults_, [&](int number, std::string_view line) -> Result<Done> {
    const Where where{file, number, 1, {}};
    const auto columns = split(line, '\t');
    if (columns.size() < 3 || columns.size() > 4) {
      return syntax(
          where,
          "a lexicon line has 3 or 4 columns, this one has " + std::to_string(columns.size()),
          "write surface, type, canonical, features with tabs between");
    }
    const auto type = std::find(lex_names.begin(), lex_names.end(), columns[1]);
    if (type == lex_names.end()) {
      return syntax(at_part(where, line, columns[1]),
                    "unknown type \"" + std::string(columns[1]) + "\"",
                    "the types are listed in schema/packs/README.md");
    }
    LexEntry entry;
    entry.type = static_cast<Lex>(type - lex_names.begin());
    entry.language = language;
    entry.surface = columns[0];
    entry.canonical = columns[2] == "-" ? columns[0] : columns[2];
    entry.file = file;
    entry.line = number;
    if (columns.size() == 4 && !columns[3].empty()) {
      for (const std::string_view part : split(columns[3], ';')) {
        const std::string_view feature = trim(part);
        const std::size_t equals = feature.find('=');
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view() : feature.substr(equals + 1);
        entry.features.emplace_back(feature.substr(0, equals), value);
        if (!entry.features.back().first.empty()) {
          entry.feature_bits |= LexEntry::feature_bit(entry.features.back().first);
        }
      }
    }
    const bool has_ascii = std::any_of(entry.surface.begin(), entry.surface.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
    if (!has_ascii && fold(entry.surface).empty()) {
      return syntax(where, "the surface has no letters", "write the words that a text uses");
    }
    if (entry.type == Lex::cue || entry.type == Lex::caption) {
      if (pack_->cue(entry.canonical) == 0 && pack_->cues_.size() + 1 >= max_cue_sets) {
        return syntax(where, "too many cue sets",
                      "there can be " + std::to_string(max_cue_sets - 1) + ", all packs together");
      }
      entry.cue = intern_cue(entry.canonical);
    }
    const auto id = static_cast<EntryId>(pack_->entries_.size());
    pack_->entries_.push_back(std::move(entry));
    if (pack_->entries_[id].type == Lex::ending) {
      pack_->endings_.push_back(id);
      return Done{};  // no word of a text
    }
    add_phrase(pack_->entries_[id].surface, id);
    note_function_word(pack_->entries_[id]);
    // "Ban Kinh tế - Ngân sách" is written "Ban Kinh tế-Ngân sách", too.
    if (const std::size_t dash = pack_->entries_[id].surface.find(" - ");
        dash != std::string::npos) {
      LexEntry glued = pack_->entries_[id];
      glued.surface.replace(dash, 3, "-");
      glued.marks.clear();
      pack_->entries_.push_back(std::move(glued));
      add_phrase(pack_->entries_[id + 1].surface, id + 1);
    }
    return Done{};
  });
}

Result<PatternElement> PackBuilder::element(std::string_view text, std::size_t& at,
                                            const Where& base) {
  using Type = PatternElement::Type;
  Where where = base;
  const std::size_t begin = at;
  where.column = base.column + columns_to(text, text.data() + at);
  PatternElement element;
  if (text[at] == '(' && at + 1 < text.size() && text[at + 1] != ' ') {
    element.type = Type::group;
    ++at;
    do {
      Result<std::vector<PatternElement>> choice = pattern(text, at, base, true);
      if (!choice) {
        return choice.error();
      }
      element.choices.push_back(*std::move(choice));
    } while (at < text.size() && text[at++] == '|');
    if (text[at - 1] != ')') {
      return syntax(where, "a group is not closed", "write (a | b)");
    }
    element.text = text.substr(begin, at - begin);
  } else {
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' &&
           (end == at || (text[end] != ')' && text[end] != '|' && text[end] != '?'))) {
      ++end;
    }
    std::string_view atom = text.substr(at, end - at);
    at = end;
    element.text = atom;
    if (const std::size_t colon = atom.find(':'); colon != std::string_view::npos && colon > 0) {
      element.capture = atom.substr(colon + 1);
      atom = atom.substr(0, colon);
    }
    static const std::vector<std::pair<std::string_view, Type>> names = {
        {"P", Type::person},     {"P+", Type::people},     {"P;", Type::listed},
        {"T", Type::title},      {"Tp", Type::titles},     {"B", Type::body},
        {"L", Type::place},      {"B+", Type::bodies},     {"D", Type::date},
        {"N", Type::number},     {"!P", Type::not_person}, {"!&", Type::not_and},
        {"!T", Type::not_title}, {"!V", Type::not_verb},   {"!,P", Type::not_apposition},
        {"^", Type::start},      {"$", Type::end}};
    const auto known = std::find_if(names.begin(), names.end(),
                                    [&](const auto& pair) { return pair.first == atom; });
    if (known != names.end()) {
      element.type = known->second;
    } else if (atom.size() > 1 && atom.front() == '~') {
      const auto [rest, bad] =
          std::from_chars(atom.data() + 1, atom.data() + atom.size(), element.most);
      if (bad != std::errc() || rest != atom.data() + atom.size() || element.most < 1) {
        return syntax(where, "\"" + std::string(atom) + "\" is no gap",
                      "write ~ and how many items may stand there: ~4");
      }
      element.type = Type::gap;
    } else if (atom.size() > 1 && atom.front() == '@') {
      element.type = Type::cue;
      element.cue = pack_->cue(atom.substr(1));
      if (element.cue == 0) {
        return syntax(where, "no lexicon has a cue set \"" + std::string(atom.substr(1)) + "\"",
                      "add lines of type cue with this canonical form");
      }
    } else if (atom == "&") {
      element.type = Type::mark;  // folded it would be a word
      element.mark = '&';
    } else if (const std::string word = fold(atom); !word.empty() && atom.front() != '!') {
      element.type = Type::word;
      element.word = intern(word);
    } else if (atom.size() == 1) {
      element.type = Type::mark;
      element.mark = atom.front();
    } else {
      return syntax(where, "unknown element \"" + std::string(atom) + "\"",
                    "see the list of elements in schema/packs/README.md");
    }
  }
  if (at < text.size() && text[at] == '?') {
    element.optional = true;
    ++at;
  }
  return element;
}

Result<std::vector<PatternElement>> PackBuilder::pattern(std::string_view text, std::size_t& at,
                                                         const Where& where, bool inside) {
  std::vector<PatternElement> elements;
  while (true) {
    while (at < text.size() && text[at] == ' ') {
      ++at;
    }
    if (at >= text.size() || (inside && (text[at] == ')' || text[at] == '|'))) {
      return elements;
    }
    Result<PatternElement> next = element(text, at, where);
    if (!next) {
      return next.error();
    }
    elements.push_back(*std::move(next));
  }
}

Result<std::vector<Emission>> PackBuilder::emissions(std::string_view text, const Where& base,
                                                     const std::vector<PatternElement>& pattern) {
  using Type = Emission::Type;
  static const std::vector<std::pair<std::string_view, Type>> verbs = {
      {"hold", Type::hold},   {"from", Type::from},     {"to", Type::to},
      {"head", Type::head},   {"member", Type::member}, {"replace", Type::replace},
      {"leave", Type::leave}, {"cease", Type::cease},   {"nothing", Type::nothing}};
  static constexpr auto changes =
      std::to_array<std::string_view>({"renaming", "merger", "split", "dissolution"});
  std::vector<Emission> all;
  for (const std::string_view untrimmed : split(text, ';')) {
    const std::string_view part = trim(untrimmed);
    Where where = base;
    where.column += columns_to(text, part.data());
    std::vector<std::string_view> words;
    for (const std::string_view word : split(part, ' ')) {
      if (!word.empty()) {
        words.push_back(word);
      }
    }
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const auto& pair) {
      return !words.empty() && pair.first == words[0];
    });
    if (verb == verbs.end()) {
      return syntax(
          where, "unknown statement \"" + std::string(part) + "\"",
          "statements begin with hold, from, to, head, member, replace, leave, cease or nothing");
    }
    Emission emission;
    emission.type = verb->second;
    std::size_t next = 1;
    const auto take = [&] { return next < words.size() ? std::string(words[next++]) : ""; };
    if (emission.type == Type::cease) {
      emission.who = take();
      emission.kind = take();
      if (std::find(changes.begin(), changes.end(), emission.kind) == changes.end()) {
        return syntax(where, "\"" + emission.kind + "\" is no change of bodies",
                      "write renaming, merger, split or dissolution");
      }
    } else if (emission.type != Type::nothing) {
      emission.who = take();
      emission.what = emission.type == Type::leave ? "*" : take();
    }
    while (next < words.size()) {
      const std::string_view word = words[next++];
      if (word.starts_with("body=")) {
        emission.body = word.substr(5);
      } else if (word.starts_with("into=")) {
        emission.into = word.substr(5);
      } else if (word.starts_with("title=")) {
        emission.title = word.substr(6);
      } else if (word == "current" || word == "former" || word == "acting" || word == "elect") {
        emission.status = word;
      } else {
        return syntax(where, "unknown word \"" + std::string(word) + "\" in a statement",
                      "after who and what stand a status, body=…, title=… or into=…");
      }
    }
    if (Result<Done> bound = check_captures(emission, pattern, where); !bound) {
      return bound.error();
    }
    all.push_back(std::move(emission));
  }
  return all;
}

Result<Done> PackBuilder::add_frame(Frame frame, std::string_view cue, std::string_view words,
                                    const Where& where) {
  frame.set = cue;
  frame.cue = cue.starts_with('@') ? pack_->cue(cue.substr(1)) : std::uint8_t{0};
  if (frame.cue == 0) {
    return syntax(where, "no lexicon has a cue set \"" + std::string(cue) + "\"",
                  "a frame has one cue set: @name");
  }
  bool first = true;
  for (const std::string_view word : split(words, ' ')) {
    const auto kind = std::find_if(frame_kinds.begin(), frame_kinds.end(),
                                   [&](const auto& pair) { return pair.first == word; });
    const auto option =
        std::find_if(frame_options.begin(), frame_options.end(), [&](const FrameOption& o) {
          return o.name == word || (o.name.ends_with('=') && word.starts_with(o.name));
        });
    if (first && kind != frame_kinds.end()) {
      frame.kind = kind->second;
    } else if (!first && option != frame_options.end()) {
      option->apply(frame, word.substr(option->name.size()));
    } else {
      return syntax(where, "unknown word \"" + std::string(word) + "\" in a frame",
                    "write a kind, then a status, a voice, leaves or gained: see "
                    "schema/packs/README.md");
    }
    first = false;
  }
  pack_->frame_cues_.set(frame.cue);
  pack_->frames_.push_back(std::move(frame));
  return Done{};
}

std::shared_ptr<const Pack> PackBuilder::finish() && {
  using Set = std::pair<std::string_view, std::uint8_t GrammarCues::*>;
  static constexpr auto sets = std::to_array<Set>({
      {"oblique", &GrammarCues::oblique},
      {"link", &GrammarCues::link},
      {"and", &GrammarCues::conjunction},
      {"who", &GrammarCues::relative},
      {"adverb", &GrammarCues::adverb},
      {"compound", &GrammarCues::compound},
      {"post", &GrammarCues::post},
      {"origin", &GrammarCues::origin},
      {"onward", &GrammarCues::onward},
      {"span", &GrammarCues::span},
      {"as", &GrammarCues::as},
      {"det", &GrammarCues::det},
      {"predecessor", &GrammarCues::predecessor},
      {"successor", &GrammarCues::successor},
      {"replacement", &GrammarCues::replacement},
      {"will", &GrammarCues::will},
      {"list-of", &GrammarCues::list_of},
      {"list-size", &GrammarCues::list_size},
      {"personal", &GrammarCues::personal},
      {"home-place", &GrammarCues::home_place},
      {"no-post", &GrammarCues::no_post},
      {"as-well-as", &GrammarCues::as_well_as},
      {"summary-list", &GrammarCues::summary_list},
      {"summary-link", &GrammarCues::summary_link},
      {"summary-held", &GrammarCues::summary_held},
      {"summary-noun", &GrammarCues::summary_noun},
      {"interim", &GrammarCues::interim},
      {"alias", &GrammarCues::alias},
      {"those", &GrammarCues::those},
      {"based", &GrammarCues::based},
      {"post-noun", &GrammarCues::post_noun},
      {"to-be", &GrammarCues::to_be},
      {"at-once", &GrammarCues::at_once},
      {"announce", &GrammarCues::announce},
      {"died", &GrammarCues::died},
      {"born", &GrammarCues::born},
      {"that-post", &GrammarCues::that_post},
      {"including", &GrammarCues::including},
      {"subject-to", &GrammarCues::subject_to},
      {"confirmation", &GrammarCues::confirmation},
      {"inauguration", &GrammarCues::inauguration},
      {"deputy", &GrammarCues::deputy},
      {"side", &GrammarCues::side},
      {"respectively", &GrammarCues::respectively},
      {"pronoun", &GrammarCues::pronoun},
      {"object-pronoun", &GrammarCues::object_pronoun},
      {"byline", &GrammarCues::byline},
      {"say", &GrammarCues::say},
      {"gain", &GrammarCues::gain},
      {"be", &GrammarCues::be},
      {"been", &GrammarCues::been},
      {"was", &GrammarCues::was},
      {"become", &GrammarCues::become},
      {"gain-active", &GrammarCues::gain_active},
      {"lose", &GrammarCues::lose},
      {"lose-active", &GrammarCues::lose_active},
      {"cease", &GrammarCues::cease},
      {"replace", &GrammarCues::replace},
      {"resign", &GrammarCues::resign},
      {"not", &GrammarCues::negation},
      {"nominate", &GrammarCues::nominate},
      {"both", &GrammarCues::both},
      {"candidate", &GrammarCues::candidate},
      {"also", &GrammarCues::also},
      {"before-person", &GrammarCues::before_person},
      {"aside", &GrammarCues::aside},
      {"term", &GrammarCues::term},
      {"own-term", &GrammarCues::own_term},
      {"present", &GrammarCues::present},
      {"compose", &GrammarCues::compose},
      {"as-follows", &GrammarCues::as_follows},
      {"has", &GrammarCues::has},
      {"count", &GrammarCues::count},
      {"election-of", &GrammarCues::election_of},
      {"counterpart", &GrammarCues::counterpart},
      {"adjective", &GrammarCues::adjective},
      {"headed-by", &GrammarCues::headed_by},
      {"representing", &GrammarCues::representing},
      {"following", &GrammarCues::following},
      {"intend", &GrammarCues::intend},
      {"since", &GrammarCues::since},
      {"ending", &GrammarCues::ending},
      {"until-now", &GrammarCues::until_now},
      {"in", &GrammarCues::in},
      {"inner", &GrammarCues::inner},
      {"human", &GrammarCues::human},
      {"election", &GrammarCues::election},
      {"when", &GrammarCues::when},
      {"convene", &GrammarCues::convene},
      {"chair", &GrammarCues::chair},
      {"speak", &GrammarCues::speak},
      {"attend", &GrammarCues::attend},
      {"degree", &GrammarCues::degree},
      {"company-noun", &GrammarCues::company_noun},
      {"column-person", &GrammarCues::column_person},
      {"column-field", &GrammarCues::column_field},
      {"column-post", &GrammarCues::column_post},
      {"column-body", &GrammarCues::column_body},
      {"column-from", &GrammarCues::column_from},
      {"column-former", &GrammarCues::column_former},
      {"column-new", &GrammarCues::column_new},
      {"column-term", &GrammarCues::column_term},
      {"outsiders", &GrammarCues::outsiders},
      {"officers", &GrammarCues::officers},
      {"beside-names", &GrammarCues::beside},
      {"life", &GrammarCues::life},
      {"ages", &GrammarCues::ages},
      {"absent", &GrammarCues::absent},
      {"party", &GrammarCues::party},
      {"agent", &GrammarCues::agent},
  });
  static_assert(sets.size() == sizeof(GrammarCues), "each set that the grammar asks for is bound");
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const auto& x, const auto& y) { return x.first < y.first; });
  for (const auto& [node, entry] : phrases_) {
    auto& at = pack_->nodes_[node];
    if (at.count++ == 0) {
      at.first = static_cast<std::uint32_t>(pack_->phrase_entries_.size());
    }
    pack_->phrase_entries_.push_back(entry);
  }
  for (const LexEntry& entry : pack_->entries_) {
    pack_->briefs_.push_back({entry.type, entry.language});
  }
  for (const auto& [name, member] : sets) {
    pack_->grammar_.*member = pack_->cue(name);
  }
  return std::move(pack_);
}

Result<Done> PackBuilder::add_rules(const std::string& file, std::string_view content) {
  const Language language = language_of_file(file);
  return each_line(content, faults_, [&](int number, std::string_view line) -> Result<Done> {
    const Where where{file, number, 1, {}};
    const auto columns = split(line, '\t');
    if (columns.size() != 4) {
      return syntax(where, "a rule has 4 columns, this one has " + std::to_string(columns.size()),
                    "write layer, name, pattern, statements with tabs between");
    }
    if (columns[0] == "frame") {
      Frame frame;
      frame.id = columns[1];
      frame.file = file;
      frame.line = number;
      return add_frame(std::move(frame), columns[2], columns[3], at_part(where, line, columns[2]));
    }
    Rule rule;
    rule.language = language;
    rule.file = file;
    rule.line = number;
    rule.id = columns[1];
    if (columns[0] == "time") {
      rule.layer = Rule::Layer::time;
    } else if (columns[0] == "phrase") {
      rule.layer = Rule::Layer::phrase;
    } else if (columns[0] == "clause") {
      rule.layer = Rule::Layer::clause;
    } else if (columns[0] == "change") {
      rule.layer = Rule::Layer::change;
    } else {
      return syntax(where, "unknown layer \"" + std::string(columns[0]) + "\"",
                    "the layers are change, time, phrase, clause and frame");
    }
    std::size_t at = 0;
    Result<std::vector<PatternElement>> elements =
        pattern(columns[2], at, at_part(where, line, columns[2]), false);
    if (!elements) {
      return elements.error();
    }
    rule.pattern = *std::move(elements);
    Result<std::vector<Emission>> statements =
        emissions(columns[3], at_part(where, line, columns[3]), rule.pattern);
    if (!statements) {
      return statements.error();
    }
    rule.emissions = *std::move(statements);
    for (const Emission& e : rule.emissions) {
      const bool change = rule.layer == Rule::Layer::change;
      if (e.type != Emission::Type::nothing && (e.type == Emission::Type::cease) != change) {
        return syntax(at_part(where, line, columns[3]),
                      change ? "a rule of the layer change says what ceases, or nothing"
                             : "what ceases is said by rules of the layer change",
                      "put people and posts into the layers phrase and clause, cease into change");
      }
    }
    pack_->rules_.push_back(std::move(rule));
    return Done{};
  });
}

Result<Done> PackBuilder::add_examples(const std::string& file, std::string_view content,
                                       std::vector<Example>& out) const {
  return each_line(content, faults_, [&](int number, std::string_view line) -> Result<Done> {
    const Where where{file, number, 1, {}};
    const auto columns = split(line, '\t');
    if (columns.size() < 3 || columns.size() > 4) {
      return syntax(where,
                    "an example has 3 or 4 columns, this one has " + std::to_string(columns.size()),
                    "write rule, + or -, sentence, facts with tabs between");
    }
    const auto named = [&](const auto& rule) { return rule.id == columns[0]; };
    if (std::none_of(pack_->rules_.begin(), pack_->rules_.end(), named) &&
        std::none_of(pack_->frames_.begin(), pack_->frames_.end(), named)) {
      return syntax(where, "there is no rule \"" + std::string(columns[0]) + "\"",
                    "the first column is the name of a rule in a rules.tsv");
    }
    if (columns[1] != "+" && columns[1] != "-") {
      return syntax(at_part(where, line, columns[1]),
                    "\"" + std::string(columns[1]) + "\" is neither + nor -",
                    "write + if the rule reads the sentence, - if it must keep silent");
    }
    Example example;
    example.rule = columns[0];
    example.counter = columns[1] == "-";
    example.sentence = columns[2];
    example.where = at_part(where, line, columns[2]);
    if (columns.size() == 4) {
      for (const std::string_view fact : split(columns[3], ';')) {
        if (!trim(fact).empty()) {
          example.facts.emplace_back(trim(fact));
        }
      }
    }
    out.push_back(std::move(example));
    return Done{};
  });
}

}  // namespace nom
