// SPDX-License-Identifier: Apache-2.0
// exports: a graph into the files of a format.
#pragma once

#include "command/report.hpp"
#include "fault/fault.hpp"
#include "format/format.hpp"
#include "graph/graph.hpp"

#include <span>
#include <string>
#include <string_view>

namespace nom::command {

/// "whole, holders, bodies"
std::string joined(std::span<const std::string_view> names);

/// What is asked for, in the words of the command line; empty: not asked for.
struct ExportWishes {
  std::string format;
  std::string project;
  std::string on;
  std::string gexf_version;
  std::string out;  ///< file or, of a format of several files, folder; "-": standard output
};

/// The same, checked.
struct Export {
  const Format* as = nullptr;
  FormatOptions options;
  std::string out;
};

/// Fails with FaultKind::usage: a format, projection, date or version that is none, one that
/// the format does not take, or no folder for several files.
Result<Export> check(const ExportWishes& wishes);

/// Writes the file, or the folder of files, which is made if it is not there. Faults go to the
/// report; what the format has no words for, things and relations, and the tenures that tie nobody
/// for want of a day, are counted on standard error.
void write_graph(const Graph& graph, const Export& to, Report& report);

}  // namespace nom::command
