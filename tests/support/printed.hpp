// SPDX-License-Identifier: Apache-2.0
// printed: what a format makes of a graph, for tests to look at.
#pragma once

#include "format/format.hpp"
#include "support/memory_sink.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace nom::support {

/// Writes the file, or of a format that is a folder its files one after the other; with `only` the
/// file of that name.
inline Result<Done> write(const Format& format, const Graph& graph, const FormatOptions& options,
                          Sink& sink, std::string_view only = {}) {
  if (format.parts.empty()) {
    return format.write(graph, options, sink);
  }
  Result<Done> done = Done{};
  bool met = false;
  for (const Part& part : format.parts) {
    if (done && (only.empty() || part.name == only)) {
      met = true;
      done = part.write(graph, options, sink);
    }
  }
  EXPECT_TRUE(met) << format.name << " has no file " << only;
  return done;
}

/// What it writes.
inline std::string printed(const Format& format, const Graph& graph,
                           const FormatOptions& options = {}, std::string_view only = {}) {
  MemorySink sink;
  const Result<Done> done = write(format, graph, options, sink, only);
  EXPECT_TRUE(done) << to_string(done.error());
  return sink.bytes();
}

inline std::string printed(std::string_view format, const Graph& graph,
                           const FormatOptions& options = {}, std::string_view only = {}) {
  return printed(*format::find(format), graph, options, only);
}

/// From one element of XML to its end.
inline std::string element(const std::string& xml, std::string_view begin, std::string_view end) {
  const std::size_t at = xml.find(begin);
  return at == std::string::npos ? "" : xml.substr(at, xml.find(end, at) + end.size() - at);
}

}  // namespace nom::support
