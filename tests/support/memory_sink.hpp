// SPDX-License-Identifier: Apache-2.0
// memory_sink: where formats write in tests.
#pragma once

#include "format/format.hpp"

#include <string>
#include <string_view>

namespace nom::support {

/// Keeps the bytes.
class MemorySink : public Sink {
 public:
  Result<Done> write(std::string_view bytes) override {
    bytes_ += bytes;
    return Done{};
  }

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace nom::support
