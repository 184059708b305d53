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

}  // namespace

bool is_rdf(const std::string& path) { return format::reads(extension_of(path)); }

std::optional<std::string> rdf_file(const InputOptions& input) {
  const bool alone = input.inputs.size() == 1 && input.graph_file.empty();
  return alone && is_rdf(input.inputs.front()) ? std::optional(input.inputs.front()) : std::nullopt;
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
