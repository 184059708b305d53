// SPDX-License-Identifier: Apache-2.0
// What the tests of extraction share: the extractor with the built-in packs, and the printed form
// of the tenures of a record.
#pragma once

#include "extract/extract.hpp"

#include <stdexcept>
#include <string>
#include <vector>

namespace nom {

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

/// "person | title | body or place | status [from..to]" of each tenure.
inline std::vector<std::string> lines_of(const Record& record) {
  std::vector<std::string> lines;
  for (const TenureEntry& t : record.tenures) {
    std::string line =
        name_in(record.people, t.person) + " | " + t.title + " | " +
        (t.body.empty() ? name_in(record.places, t.place) : name_in(record.bodies, t.body)) +
        " | " + std::string(name_of(t.status));
    if (t.period.from || t.period.to) {
      line += " " + (t.period.from ? to_iso(*t.period.from) : "") + ".." +
              (t.period.to ? to_iso(*t.period.to) : "");
    }
    lines.push_back(std::move(line));
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
