// SPDX-License-Identifier: Apache-2.0
// What the tests of extraction share: the extractor with the built-in packs, and the printed form
// of the tenures of a record.
#pragma once

#include "extract/extract.hpp"

#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace nom {

/// A row of a table: a text and what is read in it.
struct Case {
  const char* name;
  const char* text;
  const char* facts;
};

inline void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

inline const Extractor& extractor() {
  static const Extractor made = [] {
    Result<std::shared_ptr<const Pack>> pack = pack::load({});
    if (!pack) {
      throw std::runtime_error(to_string(pack.error()));
    }
    return Extractor(*pack);
  }();
  return made;
}

/// The record of a text published on 13 November 2023.
inline Record read(const std::string& text, const std::string& lang = "") {
  Document document;
  document.id = "d";
  document.date = PartialDate{2023, 11, 13};
  document.lang = lang;
  document.text = *Text::from_bytes(text, "d");
  return extractor().extract(document);
}

template <class Entries>
std::string name_in(const Entries& entries, const std::string& id) {
  for (const auto& entry : entries) {
    if (entry.id == id) {
      return entry.name;
    }
  }
  return "-";
}

/// Each tenure as `extract::fact_of` prints it.
inline std::vector<std::string> lines_of(const Record& record) {
  std::vector<std::string> lines;
  lines.reserve(record.tenures.size());
  for (const TenureEntry& tenure : record.tenures) {
    lines.push_back(extract::fact_of(record, tenure));
  }
  return lines;
}

/// The same in one line, "; " between.
inline std::string tenures_of(const Record& record) {
  std::string out;
  for (const std::string& line : lines_of(record)) {
    out += out.empty() ? line : "; " + line;
  }
  return out;
}

}  // namespace nom
