// SPDX-License-Identifier: Apache-2.0
// records: documents and records as read → records, extracted by several threads, in order.
#pragma once

#include "command/report.hpp"
#include "extract/extract.hpp"
#include "record/record.hpp"

#include <functional>
#include <string>
#include <vector>

namespace nom::command {

struct InputOptions {
  std::string graph_file;           ///< its records come first; empty: none
  std::vector<std::string> inputs;  ///< files, folders, "-"
  std::vector<std::string> packs;   ///< folders over the built-in packs
  std::string lang;                 ///< language of documents that do not say theirs
  int threads = 0;                  ///< 0: as many as the machine has
  bool strict = false;              ///< stop at the first fault
};

/// Gives each record to `sink`, in the order of the input whatever the number of threads, until
/// `sink` returns false. Faults are reported and the rest goes on, but for a pack that cannot be
/// used: then nothing can be extracted. Memory: a batch of documents.
void for_each_record(const InputOptions& options, Report& report,
                     const std::function<bool(Record&&)>& sink);

/// What a record was made from, and by whom.
struct Origin {
  std::string
      digest;  ///< changes with the document, and with the program and the packs that read it
  std::string reader;  ///< "nomenclator 0.1.0, packs 1a2b3c4d"; "a record" if it came as one
};

/// The same for documents and records of which only some are wanted: those for whose id and origin
/// `wanted` says no are passed over before they are extracted.
void for_each_record(const InputOptions& options, Report& report,
                     const std::function<bool(const std::string& document, const Origin&)>& wanted,
                     const std::function<bool(Record&&, const Origin&)>& sink);

/// Gives each document to `sink`, with the extractor, in the order of the input, until `sink`
/// returns false. Records among the input have no text to read and are reported.
void for_each_document(const InputOptions& options, Report& report,
                       const std::function<bool(const Extractor&, const Document&)>& sink);

}  // namespace nom::command
