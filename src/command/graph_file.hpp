// SPDX-License-Identifier: Apache-2.0
// graph_file: documents and records into a graph file, and what is in one.
#pragma once

#include "command/records.hpp"
#include "command/report.hpp"
#include "graph/graph.hpp"
#include "query/query.hpp"
#include "store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nom::command {

/// How many things of each kind there are in a graph.
std::vector<std::pair<std::string, std::size_t>> counts_of(const Graph& graph);

/// What an update did.
struct Updated {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
};

/// Takes the documents `gone` out of the graph file (one that is not there is a fault), and then
/// puts the input into it. A document that is there, of the same content and read by the same
/// program and packs, is not read again; one of other content takes the place of what there was. Of
/// two documents of one id in one input the one is kept that `by_document` keeps. No value: the
/// graph file cannot be written, which is reported.
std::optional<Updated> update(const std::string& graph_file, const std::vector<std::string>& gone,
                              const InputOptions& input, Report& report);

/// Rows "what, value" on a graph file and the graph that is made of it.
Answer describe(const std::string& path, const StoreInfo& info, const Graph& graph);

}  // namespace nom::command
