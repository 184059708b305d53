// SPDX-License-Identifier: Apache-2.0
// output: where data goes: standard output, or a file that appears only when it is whole.
#pragma once

#include "command/report.hpp"
#include "fault/fault.hpp"
#include "format/format.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace nom::command {

/// Bytes on their way to standard output or to a file. A reader of standard output who goes away (a
/// closed pipe) stops the writing, but is no fault.
class Output : public Sink {
 public:
  /// `path` "-" or empty: standard output.
  static Result<std::unique_ptr<Output>> open(const std::string& path);

  explicit Output(std::unique_ptr<FileSink> file) : file_(std::move(file)) {}

  Result<Done> write(std::string_view bytes) override;
  /// Everything is written: a file gets its name now.
  Result<Done> finish();

  /// The reader has gone: what `write` returned is to be passed over in silence.
  [[nodiscard]] bool reader_gone() const { return reader_gone_; }

 private:
  Fault fault();

  std::unique_ptr<FileSink> file_;  ///< empty: standard output
  bool reader_gone_ = false;
};

/// Lets `write` fill an output and closes it; a fault is reported.
void write_to(const std::string& path, Report& report,
              const std::function<Result<Done>(Output&)>& write);

/// Makes a folder, unless it is there; false if it cannot be made, which is reported.
bool make_folder(const std::string& path, Report& report);

}  // namespace nom::command
