// SPDX-License-Identifier: Apache-2.0
#include "command/report.hpp"

#include <algorithm>
#include <iostream>
#include <string>

namespace nom::command {

void Report::add(const Fault& fault) {
  if (stop()) {
    return;
  }
  count_ += fault.kind == FaultKind::warning ? 0 : 1;
  gravest_ = std::max(gravest_, nom::exit_code(fault.kind));
  std::string message = to_string(fault);
  if (!message.ends_with('\n')) {
    message += '\n';
  }
  std::cerr << message;
}

void Report::add(const Faults& faults) {
  for (const Fault& fault : faults.all()) {
    add(fault);
  }
}

void Report::close() const {
  if (count_ > 0) {
    std::cerr << "nomenclator: " + std::to_string(count_) + (count_ == 1 ? " fault" : " faults") +
                     (strict_ ? ", stopped at the first (--strict)\n" : "\n");
  }
}

}  // namespace nom::command
