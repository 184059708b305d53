// SPDX-License-Identifier: Apache-2.0
#include "command/records.hpp"

#include "command/input.hpp"
#include "pack/pack.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <thread>
#include <utility>
#include <variant>

namespace nom::command {

namespace {

constexpr std::size_t batch_documents = 256;  // for each thread
constexpr std::size_t batch_bytes = 4U << 20U;

// The first quotation that is not what stands at its span. Records that were read have been
// checked; ours are checked here, because a wrong quotation is worse than none.
std::optional<Fault> wrong_quotation(const Record& record) {
  const Text& text = record.document.text;
  std::optional<Fault> found;
  const auto check = [&](const std::vector<Evidence>& evidence) {
    for (const Evidence& e : evidence) {
      const bool inside = e.span.begin <= e.span.end && e.span.end <= text.size();
      if (!found && (!inside || text.view(e.span) != e.quote)) {
        found = Fault{FaultKind::bug,
                      "the text from byte " + std::to_string(e.span.begin) + " to " +
                          std::to_string(e.span.end) + " is not the quotation of rule " + e.rule,
                      {record.document.id, 0, 0, {}},
                      "this document is left out; please report it"};
      }
    }
  };
  for (const TenureEntry& entry : record.tenures) {
    check(entry.evidence);
  }
  for (const ResolutionEntry& entry : record.resolutions) {
    check(entry.evidence);
  }
  for (const EventEntry& entry : record.events) {
    check(entry.evidence);
  }
  for (const HierarchyEntry& entry : record.hierarchy) {
    check(entry.evidence);
  }
  return found;
}

Result<Record> extract_checked(const Extractor& extractor, const Document& document) {
  const std::string id = document.id;
  try {
    Record record = extractor.extract(document);
    if (std::optional<Fault> wrong = wrong_quotation(record)) {
      return *std::move(wrong);
    }
    return record;
  } catch (const std::exception& error) {
    return Fault{FaultKind::bug,
                 std::string("extraction failed: ") + error.what(),
                 {id, 0, 0, {}},
                 "this document is left out; please report it"};
  }
}

class Extraction {
 public:
  explicit Extraction(const InputOptions& options) : options_(options) {
    const auto machine = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    threads_ = static_cast<std::size_t>(options.threads > 0 ? options.threads : machine);
  }

  [[nodiscard]] bool is_full(std::size_t documents, std::size_t bytes) const {
    return documents >= batch_documents * threads_ || bytes >= batch_bytes * threads_;
  }

  // Packs are read when the first document comes: records need none.
  Result<Done> ready() {
    if (!extractor_) {
      Result<std::shared_ptr<const Pack>> pack = pack::load(options_.packs);
      if (!pack) {
        return pack.error();
      }
      extractor_.emplace(*std::move(pack));
    }
    return Done{};
  }

  // What a document or a record comes from; says who reads documents.
  Result<Origin> origin_of(const record::Line& line) {
    if (const auto* record = std::get_if<Record>(&line)) {
      const std::string reader = "a record";
      return Origin{store::digest(reader + '\n' + record::to_json(*record)), reader};
    }
    if (reader_.empty()) {
      const Result<std::string> packs = pack::text_of(options_.packs);
      if (!packs) {
        return packs.error();
      }
      constexpr std::size_t enough = 8;
      reader_ = "nomenclator " NOM_VERSION ", packs " + store::digest(*packs).substr(0, enough);
    }
    Record bare;
    bare.document = std::get<Document>(line);
    return Origin{store::digest(reader_ + '\n' + record::to_json(bare)), reader_};
  }

  [[nodiscard]] const Extractor& extractor() const { return *extractor_; }

  [[nodiscard]] std::vector<Result<Record>> run(std::vector<record::Line> batch) const {
    std::vector<std::optional<Result<Record>>> made(batch.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < batch.size(); i = next++) {
        if (auto* record = std::get_if<Record>(&batch[i])) {
          made[i].emplace(std::move(*record));
        } else {
          made[i].emplace(extract_checked(*extractor_, std::get<Document>(batch[i])));
        }
      }
    };
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < std::min(threads_, batch.size()); ++t) {
      others.emplace_back(work);
    }
    work();
    others.clear();
    std::vector<Result<Record>> records;
    records.reserve(made.size());
    for (std::optional<Result<Record>>& one : made) {
      records.push_back(*std::move(one));
    }
    return records;
  }

 private:
  const InputOptions& options_;
  std::size_t threads_;
  std::string reader_;
  std::optional<Extractor> extractor_;
};

// `mark` says what the sink is to know of a document or record besides what is read in it; no
// value: it is passed over.
template <class Mark>
void for_each_marked(
    const InputOptions& options, Report& report,
    const std::function<std::optional<Result<Mark>>(Extraction&, const record::Line&)>& mark,
    const std::function<bool(Record&&, const Mark&)>& sink) {
  std::vector<Source> sources = find_sources(options.graph_file, options.inputs, report);
  if (report.stop()) {
    return;
  }
  Reader reader(std::move(sources));
  Extraction extraction(options);
  bool more = true;
  while (more) {
    std::vector<record::Line> batch;
    std::vector<Mark> marks;
    std::optional<Fault> last;
    std::size_t bytes = 0;
    while (!extraction.is_full(batch.size(), bytes)) {
      std::optional<Result<record::Line>> line = reader.next();
      if (!line) {
        more = false;
        break;
      }
      if (!*line) {
        // What was read before it comes out before it is reported and, if need be, ends the run.
        last = line->error();
        break;
      }
      record::Line& read = **line;
      if (auto* document = std::get_if<Document>(&read)) {
        if (document->lang.empty()) {
          document->lang = options.lang;
        }
      }
      std::optional<Result<Mark>> marked = mark(extraction, read);
      if (!marked) {
        continue;
      }
      if (!*marked) {
        report.add(marked->error());
        return;
      }
      if (const auto* document = std::get_if<Document>(&read)) {
        if (const Result<Done> ready = extraction.ready(); !ready) {
          report.add(ready.error());
          return;
        }
        bytes += document->text.size();
      } else {
        bytes += std::get<Record>(read).document.text.size();
      }
      batch.push_back(std::move(read));
      marks.push_back(*std::move(*marked));
    }
    std::size_t n = 0;
    for (Result<Record>& record : extraction.run(std::move(batch))) {
      const Mark& of_it = marks[n++];
      if (!record) {
        report.add(record.error());
        if (report.stop()) {
          return;
        }
      } else if (!sink(std::move(*record), of_it)) {
        return;
      }
    }
    if (last) {
      report.add(*last);
      if (report.stop()) {
        return;
      }
    }
  }
}

}  // namespace

void for_each_record(const InputOptions& options, Report& report,
                     const std::function<bool(Record&&)>& sink) {
  for_each_marked<Done>(
      options, report, [](Extraction&, const record::Line&) { return Result<Done>(Done{}); },
      [&sink](Record&& record, Done) { return sink(std::move(record)); });
}

void for_each_record(const InputOptions& options, Report& report,
                     const std::function<bool(const std::string& document, const Origin&)>& wanted,
                     const std::function<bool(Record&&, const Origin&)>& sink) {
  for_each_marked<Origin>(
      options, report,
      [&wanted](Extraction& extraction, const record::Line& line) -> std::optional<Result<Origin>> {
        const auto* record = std::get_if<Record>(&line);
        const std::string& id =
            record != nullptr ? record->document.id : std::get<Document>(line).id;
        Result<Origin> origin = extraction.origin_of(line);
        if (origin && !wanted(id, *origin)) {
          return std::nullopt;
        }
        return origin;
      },
      sink);
}

void for_each_document(const InputOptions& options, Report& report,
                       const std::function<bool(const Extractor&, const Document&)>& sink) {
  Reader reader(find_sources(options.graph_file, options.inputs, report));
  Extraction extraction(options);
  while (!report.stop()) {
    std::optional<Result<record::Line>> line = reader.next();
    if (!line) {
      return;
    }
    if (!*line) {
      report.add(line->error());
      continue;
    }
    auto* document = std::get_if<Document>(&**line);
    if (document == nullptr) {
      const auto& record = std::get<Record>(**line);
      report.add({FaultKind::data,
                  "a record has no text to explain",
                  {record.document.id, 0, 0, {}},
                  "give the document itself"});
      continue;
    }
    if (const Result<Done> ready = extraction.ready(); !ready) {
      report.add(ready.error());
      return;
    }
    if (document->lang.empty()) {
      document->lang = options.lang;
    }
    if (!sink(extraction.extractor(), *document)) {
      return;
    }
  }
}

}  // namespace nom::command
