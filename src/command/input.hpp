// SPDX-License-Identifier: Apache-2.0
// input: files, folders and standard input → documents and records, one after the other.
#pragma once

#include "command/report.hpp"
#include "record/record.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nom::command {

/// One file to read, or standard input.
struct Source {
  enum class Kind { text, html, json, json_lines, graph_file, unknown };
  std::string path;  ///< "-" for standard input
  std::string id;    ///< of its document; lines without an id get "-line" after it
  Kind kind = Kind::unknown;
};

/// The graph file, unless its path is empty, and then the files that the arguments name, each once.
/// A folder stands for the files in it and in its folders that end in .txt, .html, .htm, .json or
/// .jsonl, sorted by path. Ids are the stems of the file names; where two are equal, the paths.
std::vector<Source> find_sources(const std::string& graph_file,
                                 const std::vector<std::string>& arguments, Report& report);

/// The graph file, unless its path is empty, and then the files among the arguments that are graph
/// files by their first bytes, each once.
std::vector<std::string> graph_files(const std::string& graph_file,
                                     const std::vector<std::string>& arguments);

/// All bytes of a file, or of standard input ("-"); FaultKind::io if it cannot be read.
Result<std::string> text_of(const std::string& path);

/// Reads the sources in order, one document or record at a time: of JSON Lines no more than a line
/// is held in memory. A graph file is known by its first bytes, whatever its name.
class Reader {
 public:
  explicit Reader(std::vector<Source> sources) : sources_(std::move(sources)) {}

  /// The next document or record, or why there is none; no value at the end.
  std::optional<Result<record::Line>> next();

 private:
  std::optional<Result<record::Line>> next_line();
  std::optional<Result<record::Line>> next_of_store();
  bool take_line(std::string& line);
  Result<record::Line> read_whole(Source::Kind kind, const std::string& bytes) const;
  record::Line named(record::Line line, int line_number) const;

  std::vector<Source> sources_;
  std::size_t at_ = 0;
  std::ifstream file_;
  std::istream* lines_ = nullptr;  ///< JSON Lines being read
  std::string begun_;              ///< lines taken from it to tell what it is
  int line_number_ = 0;
  bool line_met_ = false;
  std::optional<Store> store_;  ///< graph file being read
  std::string last_id_;         ///< of the last document read from it
};

}  // namespace nom::command
