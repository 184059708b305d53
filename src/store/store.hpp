// SPDX-License-Identifier: Apache-2.0
// store: the graph file, one SQLite database: what was read in each document, kept from run to run.
//
// In:   records, each with a digest of what it was read from. Out: the same records, in the order
// of their documents' ids. The file holds records, not the graph: `resolve` makes the graph from
// all of them whenever it is asked for, so a file that grew and shrank in any order gives the same
// bytes as one built at once. Each change is a transaction of its own. Killed between any two of
// them, or in the middle of one, the process leaves a file that opens and has every document whose
// `put` had returned. (After a loss of power the last of these may be missing; the file is whole.)
// While it is written a log lies beside it (FILE-wal, FILE-shm); closed, it is one file again. One
// process writes at a time: the others wait ten seconds for it, then return a fault. Readers see
// the file as it was when they opened it, and block nobody.
#pragma once

#include "fault/fault.hpp"
#include "record/record.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nom {

/// What is said of a graph file as a whole.
struct StoreInfo {
  int version = 0;  ///< of the file's own form
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;           ///< of the records in it
  std::optional<PartialDate> first;  ///< of the documents that are dated
  std::optional<PartialDate> last;
  std::map<std::string, std::uint64_t> readers;  ///< who read → how many documents
};

class Store {
 public:
  enum class Mode : std::uint8_t { read, write };

  /// Opens the graph file; `write` makes it if there is none. Faults: it cannot be opened, it is no
  /// graph file, it is of a form that this program does not know, another process writes it.
  static Result<Store> open(const std::string& path, Mode mode);

  Store(Store&& other) noexcept;
  Store& operator=(Store&& other) noexcept;
  ~Store();  ///< Closes the file, without a fault to tell of: what was put is safe already.

  /// The digest with which the document was put; empty if it is not in the file.
  [[nodiscard]] Result<std::string> digest_of(const std::string& document);

  /// The record as JSON, unchecked; empty if the document is not in the file.
  [[nodiscard]] Result<std::string> json_of(const std::string& document);

  /// Adds what was read in a document, in place of what there was of it. `reader` says who read it.
  Result<Done> put(const Record& record, const std::string& digest, const std::string& reader);

  /// Takes a document out; was it there?
  Result<bool> remove(const std::string& document);

  /// The record of the first document whose id is greater than `after` ("": of the first); no value
  /// at the end. Read and checked as `record::read_line` does. Cost: one look-up and the reading.
  std::optional<Result<Record>> next(const std::string& after);

  Result<StoreInfo> info();

 private:
  struct Database;
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

namespace store {

/// Do these first bytes of a file begin an SQLite database, hence perhaps a graph file?
bool begins_a_store(std::string_view bytes);

/// 32 hexadecimal digits that change if any of the texts does (SHA-1, cut as RFC 4122 does).
std::string digest(std::string_view text);

}  // namespace store

}  // namespace nom
