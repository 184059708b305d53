// SPDX-License-Identifier: Apache-2.0
// What `explain` needs of the road from a document to its assertions.
#pragma once

#include "extract/analysis.hpp"
#include "extract/extract.hpp"

#include <string>

namespace nom::extract {

/// The stages before tenures.
void find_mentions(Analysis& a);

/// Counts what becomes of the rules in `trace`, if there is one.
void set_trace(Analysis& a, RuleTrace* trace);

/// "Tran Minh An | Secretary | Provincial Party Committee | current  [rule, file:line]".
std::string describe(const Analysis& a, const Assertion& x);

/// See Extractor::expect.
Extractor::Expectation expect(const Pack& pack, const Rulebook& rules, const Document& document,
                              const Extractor::Expected& fact);

}  // namespace nom::extract
