// SPDX-License-Identifier: Apache-2.0
#include "extract/extract.hpp"

#include "extract/analysis.hpp"
#include "extract/chunk.hpp"

#include <utility>

namespace nom {

namespace extract {

void find_chunks(Analysis& a) {
  Chunker chunker(a);
  for (Sentence& sentence : a.sentences) {
    chunker.chunk(sentence);
  }
}

std::string dump_items(const Analysis& a) {
  std::string out;
  const auto text = [&](Range r) { return a.text_of(r); };
  for (const Sentence& sentence : a.sentences) {
    for (const Item& item : sentence.items) {
      switch (item.kind) {
        case ItemKind::word:
          out += text(item.range);
          break;
        case ItemKind::mark:
          out += item.mark;
          break;
        case ItemKind::number:
          out += "N{" + text(item.range) + "}";
          break;
        case ItemKind::person:
          out += "P{" + text(item.range) + "}";
          break;
        case ItemKind::title: {
          out += "T{";
          for (const int i : item.titles) {
            const TitleMention& t = a.titles[static_cast<std::size_t>(i)];
            out += (&i == item.titles.data() ? "" : " + ") + t.role;
            out += t.status.empty() ? "" : " [" + t.status + "]";
            out += t.portfolio.empty() ? "" : " of " + t.portfolio;
            out += t.body == none ? "" : " @ " + a.bodies[static_cast<std::size_t>(t.body)].base;
            out += t.place == none ? "" : " in " + a.places[static_cast<std::size_t>(t.place)].name;
          }
          out += "}";
          break;
        }
        case ItemKind::body: {
          const BodyMention& b = a.bodies[static_cast<std::size_t>(item.index)];
          out += "B{" + b.base + (b.level.empty() ? "" : " | " + b.level) +
                 (b.place.empty() ? "" : " | " + b.place) + "}";
          break;
        }
        case ItemKind::place:
          out += "L{" + a.places[static_cast<std::size_t>(item.index)].name + "}";
          break;
        case ItemKind::date:
          out += "D{" + to_iso(*item.date) + "}";
          break;
        case ItemKind::document:
          out += "R{" + a.documents[static_cast<std::size_t>(item.index)].name + "}";
          break;
      }
      out += ' ';
    }
    if (!out.empty() && out.back() == ' ') {
      out.back() = '\n';
    }
  }
  return out;
}

}  // namespace extract

Extractor::Extractor(std::shared_ptr<const Pack> pack) : pack_(std::move(pack)) {}

Record Extractor::extract(Document document) const {
  extract::Analysis a(*pack_, document);
  extract::find_words(a);
  extract::find_chunks(a);
  extract::find_people(a);
  extract::find_references(a);
  extract::assert_tenures(a);
  return extract::finalise(a, document);
}

}  // namespace nom
