// SPDX-License-Identifier: Apache-2.0
// printed: what a format makes of a graph, for tests to look at.
#pragma once

#include "format/format.hpp"
#include "support/memory_sink.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace nom::support {

/// What the format writes, or, of one that is a folder, what it writes into one of its files.
inline std::string printed(std::string_view format, const Graph& graph,
                           const FormatOptions& options = {}, std::string_view part = {}) {
  const Format* as = format::find(format);
  Write write = as->write;
  for (const Part& one : as->parts) {
    if (one.name == part) {
      write = one.write;
    }
  }
  MemorySink sink;
  const Result<Done> done = write(graph, options, sink);
  EXPECT_TRUE(done) << to_string(done.error());
  return sink.bytes();
}

/// From one element of XML to its end.
inline std::string element(const std::string& xml, std::string_view begin, std::string_view end) {
  const std::size_t at = xml.find(begin);
  return at == std::string::npos ? "" : xml.substr(at, xml.find(end, at) + end.size() - at);
}

}  // namespace nom::support
