// SPDX-License-Identifier: Apache-2.0
// report: faults and warnings on standard error; the faults are counted.
#pragma once

#include "fault/fault.hpp"

#include <cstddef>

namespace nom::command {

class Report {
 public:
  explicit Report(bool strict) : strict_(strict) {}

  /// Prints a fault at once.
  void add(const Fault& fault);
  void add(const Faults& faults);

  /// The run is to end: a fault under --strict.
  [[nodiscard]] bool stop() const { return strict_ && count_ > 0; }

  /// Prints how many faults there were, if any.
  void close() const;

  /// The gravest exit code of the faults; `code` if there are none.
  [[nodiscard]] int exit_code(int code) const { return count_ > 0 ? gravest_ : code; }

 private:
  bool strict_;
  std::size_t count_ = 0;
  int gravest_ = 0;
};

}  // namespace nom::command
