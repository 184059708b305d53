// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.hpp"

#include "pack/builtin.hpp"
#include "pack/files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace nom {

std::optional<std::string_view> LexEntry::feature(std::string_view key) const {
  for (const auto& [name, value] : features) {
    if (name == key) {
      return value;
    }
  }
  return std::nullopt;
}

Language language_of(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  return primary == "en" ? Language::en : primary == "vi" ? Language::vi : Language::any;
}

WordId Pack::word(std::string_view folded) const { return words_.find(folded); }

std::uint8_t Pack::cue(std::string_view set) const {
  return static_cast<std::uint8_t>(cues_.find(set));
}

const Frame* Pack::frame_of(const std::bitset<max_cue_sets>& cues) const {
  if ((cues & frame_cues_).none()) {
    return nullptr;
  }
  const auto found = std::find_if(frames_.begin(), frames_.end(),
                                  [&](const Frame& frame) { return cues.test(frame.cue); });
  return &*found;
}

void Pack::all(std::span<const WordId> words, std::size_t at, std::vector<Match>& out) const {
  out.clear();
  WordId word = words[at];
  std::uint32_t node = word < first_.size() ? first_[word] : 0;
  std::size_t length = 1;
  while (node != 0) {
    const Node at_node = nodes_[node];
    if (at_node.count != 0) {
      out.push_back({length, {phrase_entries_.data() + at_node.first, at_node.count}});
    }
    if (at_node.next == 0 || at + length >= words.size()) {
      return;
    }
    word = words[at + length];
    if (word == 0 || (at_node.next & bit_of(word)) == 0) {
      return;
    }
    node = next_.find((std::uint64_t{node} << 32U) | word);
    ++length;
  }
}

std::optional<EntryId> Pack::entry_of(std::string_view folded, Lex type) const {
  std::vector<WordId> words;
  while (!folded.empty()) {
    const std::size_t blank = folded.find(' ');
    words.push_back(word(folded.substr(0, blank)));
    folded = blank == std::string_view::npos ? std::string_view() : folded.substr(blank + 1);
  }
  std::vector<Match> matches;
  if (!words.empty()) {
    all(words, 0, matches);
  }
  for (const Match& match : matches) {
    for (const EntryId id : match.entries) {
      if (match.length == words.size() && entries_[id].type == type) {
        return id;
      }
    }
  }
  return std::nullopt;
}

bool Pack::ends_like_post(std::string_view folded, bool alone) const {
  constexpr std::size_t shortest_stem = 2;  // bytes
  constexpr std::size_t shortest_word = 4;  // "lead" is one by itself, "ent" is none
  return std::any_of(endings_.begin(), endings_.end(), [&](EntryId id) {
    const LexEntry& ending = entries_[id];
    return !ending.has("adjective") && !ending.has("activity") && (!alone || ending.has("alone")) &&
           folded.ends_with(ending.surface) &&
           (folded.size() >= ending.surface.size() + shortest_stem ||
            (folded == ending.surface && folded.size() >= shortest_word));
  });
}

bool Pack::ends_like_adjective(std::string_view word) const { return ends_as("adjective", word); }

bool Pack::ends_like_activity(std::string_view word) const { return ends_as("activity", word); }

bool Pack::ends_as(std::string_view feature, std::string_view word) const {
  return std::any_of(endings_.begin(), endings_.end(), [&](EntryId id) {
    return entries_[id].has(feature) && word.ends_with(entries_[id].surface);
  });
}

Pack::Match Pack::longest(std::span<const WordId> words, std::size_t at) const {
  std::vector<Match> matches;
  all(words, at, matches);
  return matches.empty() ? Match{} : matches.back();
}

namespace pack {

namespace {

/// The name of the pack that a folder holds.
std::filesystem::path name_of_folder(const std::string& folder) {
  std::filesystem::path root = std::filesystem::path(folder).lexically_normal();
  return root.has_filename() ? root : root.parent_path();
}

}  // namespace

std::string pattern_of(const Rule& rule) {
  std::string pattern;
  for (const PatternElement& e : rule.pattern) {
    pattern += (pattern.empty() ? "" : " ") + e.text + (e.optional ? "?" : "");
  }
  return pattern;
}

Result<std::vector<File>> gather(const std::vector<std::string>& folders) {
  // Pack name → path → file; the order of files is the order of their names.
  std::map<std::string, std::map<std::string, File>> packs;
  for (const auto& [path, content] : embedded::builtin()) {
    const std::string_view inner = path.substr(std::string_view("schema/packs/").size());
    packs[std::string(inner.substr(0, inner.find('/')))][std::string(path)] = {
        std::string(path), std::string(content), false};
  }
  for (const std::string& folder : folders) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::path root = name_of_folder(folder);
    std::map<std::string, File> files;
    for (const auto& item : fs::directory_iterator(root, error)) {
      if (item.path().extension() == ".tsv") {
        std::ifstream in(item.path(), std::ios::binary);
        std::string content((std::istreambuf_iterator<char>(in)), {});
        const std::string path = item.path().string();
        if (!in && !in.eof()) {
          return Fault{FaultKind::io, "cannot read the file", {path, 0, 0, {}}, ""};
        }
        files[path] = {path, std::move(content), true};
      }
    }
    if (error || files.empty()) {
      return Fault{FaultKind::io,
                   error ? "cannot read the pack: " + error.message() : "no *.tsv in the pack",
                   {folder, 0, 0, {}},
                   "give the folder that holds the pack's .tsv files"};
    }
    packs[root.filename().string()] = std::move(files);
  }
  std::vector<File> all;
  for (auto& [name, files] : packs) {
    for (auto& [path, file] : files) {
      all.push_back(std::move(file));
    }
  }
  return all;
}

Result<Done> read(const std::vector<File>& files, PackBuilder& builder, Faults* faults) {
  for (const bool rules : {false, true}) {
    for (const File& file : files) {
      if (file.is_examples() || file.is_rules() != rules) {
        continue;
      }
      const std::string& content = file.content;
      if (const std::size_t bad = find_invalid_utf8(content); bad != std::string::npos) {
        const auto line =
            std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
        const Fault fault{FaultKind::syntax,
                          "not UTF-8",
                          {file.path, static_cast<int>(line) + 1, 1, {}},
                          "save the file as UTF-8"};
        if (faults == nullptr) {
          return fault;
        }
        faults->add(fault);
        continue;
      }
      Result<Done> done =
          rules ? builder.add_rules(file.path, content) : builder.add_lexicon(file.path, content);
      if (!done) {
        return done.error();
      }
    }
  }
  return Done{};
}

Result<std::shared_ptr<const Pack>> from_texts(
    const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<File> all;
  all.reserve(files.size());
  for (const auto& [path, content] : files) {
    all.push_back({path, content, true});
  }
  PackBuilder builder;
  if (Result<Done> done = read(all, builder, nullptr); !done) {
    return done.error();
  }
  return std::move(builder).finish();
}

Result<std::string> text_of(const std::vector<std::string>& folders) {
  const Result<std::vector<File>> files = gather(folders);
  if (!files) {
    return files.error();
  }
  std::string all;
  for (const File& file : *files) {
    if (!file.is_examples()) {
      all.append(file.path).append("\n").append(file.content).append("\n");
    }
  }
  return all;
}

Result<std::shared_ptr<const Pack>> load(const std::vector<std::string>& folders) {
  const Result<std::vector<File>> files = gather(folders);
  if (!files) {
    return files.error();
  }
  PackBuilder builder;
  if (Result<Done> done = read(*files, builder, nullptr); !done) {
    return done.error();
  }
  return std::move(builder).finish();
}

}  // namespace pack

}  // namespace nom
