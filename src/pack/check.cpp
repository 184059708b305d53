// SPDX-License-Identifier: Apache-2.0
// All that is wrong with a pack.
#include "date/date.hpp"
#include "name/name.hpp"
#include "pack/files.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

namespace nom::pack {

namespace {

using Type = PatternElement::Type;

/// Are two patterns the same but for the names of their captures?
bool same(const std::vector<PatternElement>& x, const std::vector<PatternElement>& y) {
  return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                    [](const PatternElement& a, const PatternElement& b) {
                      return std::tuple(a.type, a.optional, a.word, a.cue, a.mark, a.most) ==
                                 std::tuple(b.type, b.optional, b.word, b.cue, b.mark, b.most) &&
                             std::equal(a.choices.begin(), a.choices.end(), b.choices.begin(),
                                        b.choices.end(), same);
                    });
}

bool meet(Language x, Language y) { return x == Language::any || y == Language::any || x == y; }

/// What a pattern can begin with, for the layers that begin at a person, a title or a body.
struct Beginning {
  bool named = false;    ///< a person, a title, a body
  bool nothing = false;  ///< all of it may be left out
};

Beginning beginning_of(const std::vector<PatternElement>& pattern) {
  Beginning out;
  for (const PatternElement& e : pattern) {
    bool left_out = e.optional;
    switch (e.type) {
      case Type::person:
      case Type::people:
      case Type::listed:
      case Type::title:
      case Type::titles:
      case Type::body:
        out.named = true;
        break;
      case Type::group:
        for (const auto& choice : e.choices) {
          const Beginning inner = beginning_of(choice);
          out.named = out.named || inner.named;
          left_out = left_out || inner.nothing;
        }
        break;
      case Type::gap:
      case Type::start:
      case Type::not_person:
      case Type::not_and:
      case Type::not_title:
      case Type::not_verb:
      case Type::not_apposition:
        left_out = true;
        break;
      default:
        break;
    }
    if (!left_out) {
      return out;
    }
  }
  out.nothing = true;
  return out;
}

class Checker {
 public:
  Checker(const std::vector<File>& files, Checked& checked)
      : files_(files), checked_(checked), pack_(*checked.pack) {
    for (const File& file : files) {
      if (file.given) {
        given_.insert(file.path);
      }
    }
  }

  void run() {
    entries();
    rules();
    frames();
    examples();
  }

 private:
  [[nodiscard]] bool is_given(const std::string& path) const { return given_.contains(path); }

  /// Something is wrong with a line: where, after so many tabs, or with a word after them.
  template <class Line>
  void find(const Line& of, int tabs, std::string_view word, std::string message,
            std::string hint) {
    const int at = column(of.file, of.line, tabs, word);
    checked_.findings.add(
        {FaultKind::data, std::move(message), {of.file, of.line, at, {}}, std::move(hint)});
  }

  /// A line of a file.
  [[nodiscard]] std::string_view line(const std::string& path, int number) const {
    const auto file =
        std::find_if(files_.begin(), files_.end(), [&](const File& f) { return f.path == path; });
    std::string_view rest = file->content;
    for (int n = 1; n < number; ++n) {
      rest.remove_prefix(rest.find('\n') + 1);
    }
    return rest.substr(0, rest.find('\n'));
  }

  /// Column, in code points, at which a column of tabs begins; or a word in it.
  [[nodiscard]] int column(const std::string& path, int number, int tabs,
                           std::string_view word) const {
    const std::string_view text = line(path, number);
    std::size_t at = 0;
    for (int n = 0; n < tabs; ++n) {
      at = text.find('\t', at) + 1;
    }
    at = word.empty() ? at : text.find(word, at);
    return 1 + static_cast<int>(count_code_points(text.substr(0, at)));
  }

  // ---------------------------------------------------------------- lexicons

  /// The words of a surface, folded, as a text is matched with them.
  static std::string words_of(std::string_view surface) {
    std::string words;
    for (const Token& token : tokenise(surface)) {
      if (token.mark != '.') {
        words += fold(surface.substr(token.begin, token.end - token.begin)) + ' ';
      }
    }
    return words;
  }

  void entries() {
    // Folder, words and type of a line; of a place, which may be several of one name, all of it. A
    // pack may say anew what another says.
    using Key = std::tuple<std::string, std::string, Lex, std::uint8_t, std::string,
                           std::vector<std::uint32_t>>;
    std::map<Key, const LexEntry*> first;
    for (const LexEntry& e : pack_.entries().subspan(1)) {
      std::string more;
      if (e.type == Lex::place) {
        more = e.canonical;
        for (const auto& [key, value] : e.features) {
          more.append("\t").append(key).append("=").append(value);
        }
      }
      const auto [known, fresh] = first.try_emplace(
          Key(e.file.substr(0, e.file.rfind('/')), words_of(e.surface), e.type, e.cue,
              std::move(more), e.language == Language::en ? std::vector<std::uint32_t>() : e.marks),
          &e);
      if (!is_given(e.file)) {
        continue;
      }
      if (!fresh) {
        find(e, 0, {}, "the line repeats the words of " + line_of(*known->second),
             "take one of them out");
      }
      for (const auto& [key, value] : e.features) {
        feature(e, key, value);
      }
      canonical(e);
    }
  }

  void feature(const LexEntry& e, const std::string& key, const std::string& value) {
    const auto known = features_of(e.type);
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      std::string names;
      for (const std::string_view name : known) {
        names += (names.empty() ? "" : ", ") + std::string(name);
      }
      find(e, 3, key, "a " + std::string(name_of(e.type)) + " has no feature \"" + key + "\"",
           names.empty() ? "this type has no features" : "its features are " + names);
    } else if (key == "country" &&
               (value.size() != 2 ||
                value.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos)) {
      find(e, 3, key, "\"" + value + "\" is not the code of a country",
           "write the two capital letters of ISO 3166-1: country=KE");
    } else if ((key == "from" || key == "to") && !parse_iso(value)) {
      find(e, 3, key, "\"" + value + "\" is not a date",
           "write a year, a month or a day: 2025, 2025-07, 2025-07-01");
    }
  }

  void canonical(const LexEntry& e) {
    const auto between = [&](int least, int most) {
      int n = -1;
      std::from_chars(e.canonical.data(), e.canonical.data() + e.canonical.size(), n);
      return n >= least && n <= most;
    };
    if (e.type == Lex::month && !between(1, 12)) {
      find(e, 2, {}, "\"" + e.canonical + "\" is not a month", "write 1 to 12");
    } else if (e.type == Lex::status && e.canonical != "current" && e.canonical != "former" &&
               e.canonical != "acting" && e.canonical != "elect") {
      find(e, 2, {}, "\"" + e.canonical + "\" is not a status",
           "write current, former, acting or elect");
    } else if (e.type == Lex::ending && e.surface != fold(e.surface)) {
      find(e, 0, {}, "\"" + e.surface + "\" is not an ending", "write small letters: ist");
    }
  }

  // ---------------------------------------------------------------- rules

  void rules() {
    for (std::size_t r = 0; r < pack_.rules().size(); ++r) {
      const Rule& rule = pack_.rules()[r];
      if (!is_given(rule.file)) {
        names_.emplace(rule.id, line_of(rule));
        continue;
      }
      name(rule);
      if (rule.layer != Rule::Layer::clause && rule.layer != Rule::Layer::change &&
          !beginning_of(rule.pattern).named) {
        never(rule, "a rule of this layer begins at a person, a title or a body",
              "begin the pattern with one of these");
      }
      positions(rule);
      cues(rule, rule.pattern);
      for (std::size_t before = 0; before < r; ++before) {
        const Rule& other = pack_.rules()[before];
        if (other.layer == rule.layer && meet(other.language, rule.language) &&
            same(other.pattern, rule.pattern)) {
          never(rule, line_of(other) + " has the same pattern and stands first",
                "take one of them out");
          break;
        }
      }
    }
  }

  template <class Line>
  void name(const Line& rule) {
    const auto [known, fresh] = names_.emplace(rule.id, line_of(rule));
    if (!fresh) {
      find(rule, 1, {}, "the name \"" + rule.id + "\" is taken by " + known->second,
           "facts name their rule: give each its own");
    }
  }

  template <class Line>
  void never(const Line& rule, const std::string& why, const std::string& hint) {
    find(rule, 2, {}, "the rule can never match: " + why, hint);
  }

  void positions(const Rule& rule) {
    const auto& pattern = rule.pattern;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      const auto must = [](const PatternElement& e) { return !e.optional && e.type != Type::gap; };
      if (pattern[i].optional) {
        continue;
      }
      if (pattern[i].type == Type::start &&
          std::any_of(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(i), must)) {
        never(rule, "^ does not stand at the begin", "put ^ first");
      }
      if (i + 1 == pattern.size()) {
        break;
      }
      const PatternElement& next = pattern[i + 1];
      if (pattern[i].type == Type::end &&
          std::any_of(pattern.begin() + static_cast<std::ptrdiff_t>(i) + 1, pattern.end(), must)) {
        never(rule, "$ does not stand at the end", "put $ last");
      }
      const bool against =
          (pattern[i].type == Type::not_person &&
           (next.type == Type::person || next.type == Type::people || next.type == Type::listed)) ||
          (pattern[i].type == Type::not_title &&
           (next.type == Type::title || next.type == Type::titles));
      if (against && !next.optional) {
        never(rule, pattern[i].text + " stands before " + next.text, "take one of them out");
      }
    }
  }

  /// Cue sets without a word of the rule's language.
  void cues(const Rule& rule, const std::vector<PatternElement>& pattern) {
    for (const PatternElement& e : pattern) {
      for (const auto& choice : e.choices) {
        cues(rule, choice);
      }
      const bool empty =
          e.type == Type::cue &&
          std::none_of(pack_.entries().begin(), pack_.entries().end(), [&](const LexEntry& entry) {
            return entry.type == Lex::cue && entry.cue == e.cue &&
                   meet(entry.language, rule.language);
          });
      if (empty && !e.optional) {
        never(rule, "no word of " + e.text + " is of its language",
              "add lines of type cue to a pack of the same language");
      }
    }
  }

  // ---------------------------------------------------------------- frames

  void frames() {
    std::map<std::uint8_t, std::vector<const LexEntry*>> words;
    std::map<std::string, std::set<std::uint8_t>> sets;
    for (const LexEntry& e : pack_.entries()) {
      if (e.type == Lex::cue && e.language != Language::vi) {
        words[e.cue].push_back(&e);
        sets[fold(e.surface)].insert(e.cue);
      }
    }
    std::set<std::uint8_t> before;
    for (const Frame& frame : pack_.frames()) {
      if (is_given(frame.file)) {
        name(frame);
        const auto& own = words[frame.cue];
        const bool taken = std::all_of(own.begin(), own.end(), [&](const LexEntry* e) {
          const auto& all = sets[fold(e->surface)];
          return std::any_of(all.begin(), all.end(),
                             [&](std::uint8_t set) { return before.contains(set); });
        });
        if (taken) {
          never(frame, "every word of its cue set opens a frame that stands before it",
                "put it first, or give its words to one set only");
        }
      } else {
        names_.emplace(frame.id, line_of(frame));
      }
      before.insert(frame.cue);
    }
  }

  // ---------------------------------------------------------------- examples

  void examples() {
    std::set<std::string> shown;
    for (const Example& example : checked_.examples) {
      if (!example.counter) {
        shown.insert(example.rule);
      }
    }
    const auto demand = [&](const auto& rule) {
      if (is_given(rule.file) && !shown.contains(rule.id)) {
        find(rule, 1, {}, "the rule \"" + rule.id + "\" has no example",
             "write one into examples.tsv beside it: rule, +, sentence, facts");
      }
    };
    for (const Rule& rule : pack_.rules()) {
      demand(rule);
    }
    for (const Frame& frame : pack_.frames()) {
      demand(frame);
    }
  }

  const std::vector<File>& files_;
  Checked& checked_;
  const Pack& pack_;
  std::set<std::string> given_;
  std::map<std::string, std::string> names_;  ///< of rules: where they stand
};

}  // namespace

Result<Checked> check(const std::vector<std::string>& folders) {
  const Result<std::vector<File>> files = gather(folders);
  if (!files) {
    return files.error();
  }
  Checked checked;
  PackBuilder builder(&checked.findings);
  Result<Done> done = read(*files, builder, &checked.findings);
  for (const File& file : *files) {
    if (done && file.given && file.is_examples()) {
      done = builder.add_examples(file.path, file.content, checked.examples);
    }
  }
  if (!done) {
    return done.error();
  }
  checked.pack = std::move(builder).finish();
  Checker(*files, checked).run();
  return checked;
}

Result<std::vector<Example>> examples(const std::vector<std::string>& folders) {
  const Result<std::vector<File>> files = gather(folders);
  if (!files) {
    return files.error();
  }
  PackBuilder builder;
  Result<Done> done = read(*files, builder, nullptr);
  std::vector<Example> all;
  for (const File& file : *files) {
    if (done && file.is_examples()) {
      done = builder.add_examples(file.path, file.content, all);
    }
  }
  if (!done) {
    return done.error();
  }
  return all;
}

}  // namespace nom::pack
