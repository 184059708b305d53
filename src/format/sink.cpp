// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace nom {

namespace {

Fault fault_of(const std::string& path, const std::string& what, int error) {
  const char* const hint = error == ENOSPC                     ? "make room on the disk"
                           : error == EACCES || error == EPERM ? "check that you may write there"
                           : error == ENOENT                   ? "make the folder first"
                                                               : "";
  const std::string why = error == 0 ? "" : std::string(": ") + std::strerror(error);
  return {FaultKind::io, what + why, {path, 0, 0, {}}, hint};
}

}  // namespace

Result<std::unique_ptr<FileSink>> FileSink::open(const std::string& path) {
  // A device or a pipe is written to; renamed over, it would be no more.
  std::error_code error;
  const std::filesystem::file_status there = std::filesystem::status(path, error);
  const bool special = std::filesystem::exists(there) && !std::filesystem::is_regular_file(there) &&
                       !std::filesystem::is_directory(there);
  const std::string temporary = special ? path : path + ".tmp";
  std::FILE* const file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) {
    return fault_of(path, "cannot make this file", errno);
  }
  return std::unique_ptr<FileSink>(new FileSink(path, temporary, file));
}

FileSink::~FileSink() {
  if (file_ != nullptr) {
    (void)std::fclose(file_);  // given up: nobody is left to tell
    remove_temporary();
  }
}

void FileSink::remove_temporary() {
  if (temporary_ != path_) {
    (void)std::remove(temporary_.c_str());
  }
}

Result<Done> FileSink::write(std::string_view bytes) {
  if (file_ == nullptr) {
    return Fault{FaultKind::bug, "bytes for a file that is finished", {path_, 0, 0, {}}, ""};
  }
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
    return fault_of(path_, "cannot write this file", errno);
  }
  return Done{};
}

Result<Done> FileSink::finish() {
  if (file_ == nullptr) {
    return Fault{FaultKind::bug, "a file is finished twice", {path_, 0, 0, {}}, ""};
  }
  const bool spoilt = std::ferror(file_) != 0;
  const bool closed = std::fclose(std::exchange(file_, nullptr)) == 0;
  if (spoilt || !closed ||
      (temporary_ != path_ && std::rename(temporary_.c_str(), path_.c_str()) != 0)) {
    const int error = spoilt ? 0 : errno;
    remove_temporary();
    return fault_of(path_, "cannot write this file", error);
  }
  return Done{};
}

}  // namespace nom
