// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"

namespace nom::format {

const Format* find(std::string_view name_or_extension) {
  for (const Format* format : all()) {
    if (format->name == name_or_extension || format->extension == name_or_extension) {
      return format;
    }
  }
  return nullptr;
}

Result<Done> write_file(const Format& format, const Graph& graph, const FormatOptions& options,
                        const std::string& path) {
  const Result<std::unique_ptr<FileSink>> file = FileSink::open(path);
  if (!file) {
    return file.error();
  }
  if (Result<Done> done = format.write(graph, options, **file); !done) {
    return done;
  }
  return (*file)->finish();
}

}  // namespace nom::format
