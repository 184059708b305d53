// SPDX-License-Identifier: Apache-2.0
#include "command/input.hpp"

#include "command/rdf_input.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <utility>

namespace nom::command {

namespace {

namespace fs = std::filesystem;

constexpr auto endings = ".txt, .html, .htm, .json or .jsonl";

std::optional<Source::Kind> kind_of(const std::string& path) {
  static const std::map<std::string, Source::Kind> kinds = {
      {".txt", Source::Kind::text},         {".html", Source::Kind::html},
      {".htm", Source::Kind::html},         {".json", Source::Kind::json},
      {".jsonl", Source::Kind::json_lines},
  };
  std::string extension = fs::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto found = kinds.find(extension);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

Fault io_fault(const std::string& path, const std::string& message, const std::string& hint = {}) {
  return {FaultKind::io, message, {path, 0, 0, {}}, hint};
}

// Takes the input files below a folder, sorted. `open` are the real paths of the folders that it is
// in. Could all of it be read?
bool walk(const std::string& folder, std::set<fs::path>& open, std::vector<std::string>& files,
          Report& report) {
  std::error_code error;
  const fs::path real = fs::canonical(folder, error);
  if (!error && open.contains(real)) {
    report.add(io_fault(folder, "this folder leads back to one that it is in",
                        "remove the link; what it leads to is read once"));
    return false;
  }
  fs::directory_iterator entries;
  if (!error) {
    entries = fs::directory_iterator(folder, error);
  }
  if (error) {
    report.add(io_fault(folder, "cannot read this folder: " + error.message(),
                        "check that it may be read"));
    return false;
  }
  std::vector<fs::path> found;
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    found.push_back(entries->path());
  }
  bool all = true;
  if (error) {
    report.add(io_fault(folder, "cannot read all of this folder: " + error.message()));
    all = false;
  }
  std::sort(found.begin(), found.end(),
            [](const fs::path& a, const fs::path& b) { return a.string() < b.string(); });
  open.insert(real);
  for (const fs::path& path : found) {
    if (fs::is_directory(path, error)) {
      all = walk(path.string(), open, files, report) && all;
    } else if (kind_of(path.string())) {
      files.push_back(path.string());
    }
  }
  open.erase(real);
  return all;
}

// Gives each source the stem of its file name as id, the whole path where two stems are equal.
void give_ids(std::vector<Source>& sources) {
  const auto without_ending = [](const std::string& path) {
    return fs::path(path).replace_extension().generic_string();
  };
  const std::vector<std::string (*)(const std::string&)> namings = {
      [](const std::string& path) { return fs::path(path).stem().string(); },
      without_ending,
      [](const std::string& path) { return fs::path(path).generic_string(); },
  };
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    open.push_back(i);
  }
  for (const auto naming : namings) {
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (const std::size_t i : open) {
      by_name[sources[i].path == "-" ? "stdin" : naming(sources[i].path)].push_back(i);
    }
    open.clear();
    for (const auto& [name, same] : by_name) {
      for (const std::size_t i : same) {
        sources[i].id = name;
        if (same.size() > 1) {
          open.push_back(i);
        }
      }
    }
  }
}

// "thai-binh-2023-11-13": a name that ends in a day says when the text was published.
std::optional<PartialDate> date_in(std::string_view id) {
  constexpr std::size_t iso_size = 10;
  if (id.size() < iso_size) {
    return std::nullopt;
  }
  const bool apart = id.size() == iso_size || id[id.size() - iso_size - 1] < '0' ||
                     id[id.size() - iso_size - 1] > '9';
  return apart ? parse_iso(id.substr(id.size() - iso_size)) : std::nullopt;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
}

std::string shown(const std::string& path) { return path == "-" ? "<stdin>" : path; }

std::string reason() { return std::strerror(errno == 0 ? EIO : errno); }

// Looks at the first bytes of a file that was opened, and goes back to its beginning.
bool is_graph_file(std::ifstream& file) {
  std::array<char, 16> begun{};
  file.read(begun.data(), begun.size());
  const auto size = static_cast<std::size_t>(file.gcount());
  file.clear();
  file.seekg(0);
  return store::begins_a_store({begun.data(), size});
}

}  // namespace

std::vector<Source> find_sources(const std::string& graph_file,
                                 const std::vector<std::string>& arguments, Report& report) {
  std::vector<Source> sources;
  std::set<std::string> met;
  const auto add = [&](const std::string& path) {
    if (const auto fault = why_no_source(path)) {
      report.add(*fault);
      return;
    }
    if (met.insert(fs::path(path).lexically_normal().string()).second) {
      sources.push_back({path, {}, kind_of(path).value_or(Source::Kind::unknown)});
    }
  };
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument != "-" && fs::is_directory(argument, error)) {
      std::set<fs::path> open;
      std::vector<std::string> files;
      if (walk(argument, open, files, report) && files.empty()) {
        report.add(io_fault(argument, "no input in this folder",
                            std::string("files are read that end in ") + endings));
      }
      for (const std::string& file : files) {
        add(file);
      }
    } else {
      add(argument);  // whether it can be read is said when it is opened
    }
  }
  give_ids(sources);
  if (!graph_file.empty()) {
    sources.insert(sources.begin(), {graph_file, {}, Source::Kind::graph_file});
  }
  return sources;
}

std::vector<std::string> graph_files(const std::string& graph_file,
                                     const std::vector<std::string>& arguments) {
  std::vector<std::string> found;
  std::set<std::string> met;
  const auto add = [&](const std::string& path) {
    if (met.insert(fs::path(path).lexically_normal().string()).second) {
      found.push_back(path);
    }
  };
  if (!graph_file.empty()) {
    add(graph_file);
  }
  for (const std::string& path : arguments) {
    std::error_code error;
    // What a pipe gives can be read only once.
    if (fs::is_regular_file(path, error)) {
      std::ifstream file(path, std::ios::binary);
      if (file && is_graph_file(file)) {
        add(path);
      }
    }
  }
  return found;
}

Result<std::string> text_of(const std::string& path) {
  const std::string hint = "check the path and that it may be read";
  errno = 0;
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) {
      return io_fault(path, "cannot open this file: " + reason(), hint);
    }
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::string text;
  std::array<char, 1U << 16U> bytes{};
  while (in.read(bytes.data(), bytes.size()) || in.gcount() > 0) {
    text.append(bytes.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) {
    return io_fault(shown(path), "cannot read this file: " + reason(), hint);
  }
  return text;
}

record::Line Reader::named(record::Line line, int line_number) const {
  const std::string& id = sources_[at_].id;
  if (auto* document = std::get_if<Document>(&line)) {
    if (document->id.empty()) {
      document->id = line_number == 0 ? id : id + "-" + std::to_string(line_number);
      if (!document->date && line_number == 0) {
        document->date = date_in(id);
      }
    }
  }
  return line;
}

Result<record::Line> Reader::read_whole(Source::Kind kind, const std::string& bytes) const {
  const std::string file = shown(sources_[at_].path);
  if (is_blank(without_mark(bytes))) {
    return Fault{FaultKind::syntax,
                 "nothing in this file",
                 {file, 0, 0, {}},
                 "give a file with text, or leave it out"};
  }
  if (kind == Source::Kind::json) {
    Result<record::Line> line = record::read_line(without_mark(bytes), {file, 1, 0, {}});
    return line ? Result<record::Line>(named(std::move(*line), 0)) : line;
  }
  if (kind == Source::Kind::html) {
    Result<Document> document = read_html(bytes, file);
    return document ? Result<record::Line>(named(std::move(*document), 0))
                    : Result<record::Line>(document.error());
  }
  Result<Text> text = Text::from_bytes(bytes, file);
  if (!text) {
    return text.error();
  }
  Document document;
  document.text = std::move(*text);
  return named(std::move(document), 0);
}

bool Reader::take_line(std::string& line) {
  if (begun_.empty()) {
    return static_cast<bool>(std::getline(*lines_, line));
  }
  const std::size_t end = std::min(begun_.find('\n'), begun_.size());
  line = begun_.substr(0, end);
  begun_.erase(0, end + 1);
  return true;
}

std::optional<Result<record::Line>> Reader::next_line() {
  std::string line;
  while (take_line(line)) {
    ++line_number_;
    const std::string_view bytes = line_number_ == 1 ? without_mark(line) : std::string_view(line);
    if (is_blank(bytes)) {
      continue;
    }
    line_met_ = true;
    Result<record::Line> read =
        record::read_line(bytes, {shown(sources_[at_].path), line_number_, 0, {}});
    return read ? Result<record::Line>(named(std::move(*read), line_number_)) : read;
  }
  const bool failed = lines_->bad();
  lines_ = nullptr;
  file_.close();
  const std::string file = shown(sources_[at_].path);
  const bool empty = !line_met_;
  ++at_;
  if (failed) {
    return Fault{FaultKind::io, "cannot read on", {file, line_number_, 0, {}}, {}};
  }
  if (empty) {
    return Fault{FaultKind::syntax,
                 "nothing in this file",
                 {file, 0, 0, {}},
                 "give a file with text, or leave it out"};
  }
  return std::nullopt;
}

std::optional<Result<record::Line>> Reader::next_of_store() {
  std::optional<Result<Record>> record = store_->next(last_id_);
  if (record && *record) {
    last_id_ = (*record)->document.id;
    return Result<record::Line>(*std::move(*record));
  }
  store_.reset();
  ++at_;
  return record ? std::optional(Result<record::Line>(record->error())) : std::nullopt;
}

std::optional<Result<record::Line>> Reader::next() {
  while (true) {
    if (store_) {
      if (auto line = next_of_store()) {
        return line;
      }
      continue;
    }
    if (lines_ != nullptr) {
      if (auto line = next_line()) {
        return line;
      }
      continue;
    }
    if (at_ == sources_.size()) {
      return std::nullopt;
    }
    const Source& source = sources_[at_];
    std::istream* in = &std::cin;
    if (source.path != "-") {
      file_.close();
      file_.clear();
      errno = 0;
      file_.open(source.path, std::ios::binary);
      if (!file_) {
        Fault fault = io_fault(source.path, "cannot open this file: " + reason(),
                               "check the path and that it may be read");
        ++at_;
        return fault;
      }
      in = &file_;
      if (source.kind == Source::Kind::graph_file || is_graph_file(file_)) {
        file_.close();
        Result<Store> opened = Store::open(source.path, Store::Mode::read);
        if (!opened) {
          ++at_;
          return opened.error();
        }
        store_.emplace(*std::move(opened));
        last_id_.clear();
        continue;
      }
    }
    Source::Kind kind = source.kind;
    std::string bytes;
    if (kind == Source::Kind::unknown) {
      // The first character that is not blank tells; JSON Lines are then read line by line, so
      // no more than the first line is taken.
      while (kind == Source::Kind::unknown) {
        std::string line;
        const bool met = static_cast<bool>(std::getline(*in, line));
        bytes += line;
        if (met && !in->eof()) {
          bytes += '\n';
        }
        const std::string_view begun = without_mark(bytes);
        const std::size_t first = begun.find_first_not_of(" \t\r\n");
        if (first != std::string_view::npos) {
          kind = begun[first] == '{'   ? Source::Kind::json_lines
                 : begun[first] == '<' ? Source::Kind::html
                                       : Source::Kind::text;
        } else if (!met) {
          kind = Source::Kind::text;
        }
      }
    }
    if (kind == Source::Kind::json_lines) {
      begun_ = std::move(bytes);
      lines_ = in;
      line_number_ = 0;
      line_met_ = false;
      continue;
    }
    std::ostringstream rest;
    rest << in->rdbuf();
    bytes += rest.str();
    const bool failed = in->bad();
    Result<record::Line> read = failed
                                    ? Result<record::Line>(io_fault(source.path, "cannot read on"))
                                    : read_whole(kind, bytes);
    ++at_;
    return read;
  }
}

}  // namespace nom::command
