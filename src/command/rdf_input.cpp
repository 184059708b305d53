// SPDX-License-Identifier: Apache-2.0
#include "command/rdf_input.hpp"

#include "format/format.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace nom::command {

namespace {

std::string extension_of(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  return extension.empty() ? extension : extension.substr(1);
}

// The format of an export that cannot be read back, whose bytes must not be taken for a text; else
// nullptr. Files that end in .json are documents, though Popolo's end so too.
const Format* only_written(const std::string& extension) {
  for (const Format* format : format::all()) {
    if (format->extension == extension && extension != "json" && !format::reads(extension)) {
      return format;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<std::string> rdf_file(const InputOptions& input) {
  const bool alone = input.inputs.size() == 1 && input.graph_file.empty();
  return alone && format::reads(extension_of(input.inputs.front()))
             ? std::optional(input.inputs.front())
             : std::nullopt;
}

std::optional<Fault> why_no_source(const std::string& path) {
  const std::string extension = extension_of(path);
  if (const Format* format = only_written(extension)) {
    return Fault{FaultKind::io,
                 std::string(format->name) + " is not read back",
                 {path, 0, 0, {}},
                 "export turtle, or give the records from which it was made"};
  }
  if (format::reads(extension)) {
    return Fault{
        FaultKind::io,
        "an RDF file is a graph, which is read alone",
        {path, 0, 0, {}},
        "give it and nothing else to build, export, check, diff or a question; records can be put "
        "together"};
  }
  return std::nullopt;
}

std::optional<rdf::ReadGraph> read_rdf(const std::string& path, Report& report) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::error_code error;
  if (!in || std::filesystem::is_directory(path, error)) {
    Fault fault{FaultKind::io, "cannot open this file: ", {path, 0, 0, {}}, {}};
    fault.message += std::strerror(errno == 0 ? EISDIR : errno);
    fault.hint = "check the path and that it may be read";
    report.add(fault);
    return std::nullopt;
  }
  Faults faults;
  std::optional<rdf::ReadGraph> read = format::read(extension_of(path), in, path, faults);
  report.add(faults);
  return read;
}

}  // namespace nom::command
