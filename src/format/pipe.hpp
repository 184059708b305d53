// SPDX-License-Identifier: Apache-2.0
// pipe: what an RDF library writes, on its way to the sink.
#pragma once

#include "format/format.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace nom::format {

/// Passes bytes on in blocks. The first fault is kept; after it nothing is passed.
class Pipe {
 public:
  explicit Pipe(Sink& sink) : sink_(sink) {}

  void write(std::string_view bytes) {
    held_ += bytes;
    if (held_.size() >= 1 << 16) {
      pass_on();
    }
  }

  void pass_on() {
    if (!fault_ && !held_.empty()) {
      if (const Result<Done> done = sink_.write(held_); !done) {
        fault_ = done.error();
      }
    }
    held_.clear();
  }

  void fail(const Fault& fault) {
    if (!fault_) {
      fault_ = fault;
    }
  }

  /// For a library that does something other than it was asked for: a fault of ours.
  void fail(const std::string& what) {
    fail({FaultKind::bug, "the RDF writer failed: " + what, {}, ""});
  }

  [[nodiscard]] bool failed() const { return fault_.has_value(); }

  [[nodiscard]] Result<Done> state() const {
    return fault_ ? Result<Done>(*fault_) : Result<Done>(Done{});
  }

 private:
  Sink& sink_;
  std::string held_;
  std::optional<Fault> fault_;
};

}  // namespace nom::format
