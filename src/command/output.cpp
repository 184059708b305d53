// SPDX-License-Identifier: Apache-2.0
#include "command/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace nom::command {

Result<std::unique_ptr<Output>> Output::open(const std::string& path) {
  if (path.empty() || path == "-") {
    return std::make_unique<Output>(nullptr);
  }
  Result<std::unique_ptr<FileSink>> file = FileSink::open(path);
  if (!file) {
    return file.error();
  }
  return std::make_unique<Output>(*std::move(file));
}

Fault Output::fault() {
  const int error = errno == 0 ? EIO : errno;
  reader_gone_ = error == EPIPE;
  return {FaultKind::io,
          std::string("cannot write: ") + std::strerror(error),
          {"<stdout>", 0, 0, {}},
          error == ENOSPC ? "make room on the disk" : ""};
}

Result<Done> Output::write(std::string_view bytes) {
  if (file_) {
    return file_->write(bytes);
  }
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) {
    return fault();
  }
  return Done{};
}

Result<Done> Output::finish() {
  if (file_) {
    return file_->finish();
  }
  errno = 0;
  if (!reader_gone_ && std::fflush(stdout) != 0) {
    const Fault failed = fault();
    if (!reader_gone_) {
      return failed;
    }
  }
  return Done{};
}

void write_to(const std::string& path, Report& report,
              const std::function<Result<Done>(Output&)>& write) {
  const Result<std::unique_ptr<Output>> out = Output::open(path);
  if (!out) {
    report.add(out.error());
    return;
  }
  Output& output = **out;
  Result<Done> done = write(output);
  if (done) {
    done = output.finish();
  }
  if (!done && !output.reader_gone()) {
    report.add(done.error());
  }
}

bool make_folder(const std::string& path, Report& report) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error) {
    return true;
  }
  Fault fault;
  fault.kind = FaultKind::io;
  fault.message = "cannot make this folder: " + error.message();
  fault.where.file = path;
  fault.hint = "check that you may write there";
  report.add(fault);
  return false;
}

}  // namespace nom::command
