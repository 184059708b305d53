// SPDX-License-Identifier: Apache-2.0
// measured: what the tests of formats share that count and measure.
#pragma once

#include "format/format.hpp"
#include "rdf/rdf.hpp"

#include <malloc.h>

#include <cstddef>
#include <ostream>
#include <span>

namespace nom {

/// What tests of one format are called.
inline void PrintTo(const Format* format, std::ostream* out) { *out << format->name; }

namespace support {

/// Bytes of the heap, and those of its large pieces, which stand apart.
inline std::size_t memory_in_use() {
  const auto now = mallinfo2();
  return now.uordblks + now.hblkhd;
}

/// Counts statements.
class StatementCounter : public rdf::Visitor {
 public:
  Result<Done> describe(const Iri& /*subject*/,
                        std::span<const rdf::Statement> statements) override {
    ++subjects;
    count += statements.size();
    return Done{};
  }

  std::size_t subjects = 0;
  std::size_t count = 0;
};

}  // namespace support

}  // namespace nom
