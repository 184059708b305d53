// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nom {

namespace {

constexpr int application = 0x4E6F6D67;  // "Nomg": tells our files from other databases
constexpr int version = 1;
constexpr int patience_ms = 10000;

constexpr auto schema =
    "CREATE TABLE document ("
    " id TEXT PRIMARY KEY NOT NULL,"
    " date TEXT NOT NULL,"    // ISO; '' if unknown
    " digest TEXT NOT NULL,"  // of what was read and who read it
    " reader TEXT NOT NULL,"
    " record TEXT NOT NULL"  // JSON, as `extract` writes it
    ")";

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

std::string text_of(sqlite3_stmt* statement, int column) {
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  const void* bytes = sqlite3_column_blob(statement, column);
  return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
}

}  // namespace

struct Store::Database {
  std::string path;
  Mode mode = Mode::read;
  sqlite3* handle = nullptr;

  Database(std::string file, Mode how) : path(std::move(file)), mode(how) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(Database&&) = delete;

  ~Database() {
    if (mode == Mode::write && handle != nullptr) {
      // One file again, which can be read where nothing may be written. Not while others have it
      // open: then the last of them does it.
      sqlite3_busy_timeout(handle, 0);
      sqlite3_exec(handle, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    }
    sqlite3_close(handle);
  }

  [[nodiscard]] Fault fault(int code) const {
    const auto make = [this](FaultKind kind, std::string message, std::string hint) {
      return Fault{kind, std::move(message), {path, 0, 0, {}}, std::move(hint)};
    };
    switch (code & 0xFF) {
      case SQLITE_NOTADB:
        return not_ours();
      case SQLITE_BUSY:
      case SQLITE_LOCKED:
        return make(FaultKind::io, "another process is writing this graph file",
                    "wait until it is done, then run this again");
      case SQLITE_CORRUPT:
        return make(FaultKind::data, "this graph file is damaged",
                    "build it anew from the documents");
      default:
        return make(FaultKind::io,
                    std::string("cannot use this graph file: ") +
                        (handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle)),
                    "check the path, the space on the disk and that you may read and write there");
    }
  }

  [[nodiscard]] Fault not_ours() const {
    return {FaultKind::syntax,
            "this is not a graph file of nomenclator",
            {path, 0, 0, {}},
            "give a file that build -g wrote, or a name that is free"};
  }

  Result<Done> run(const char* sql) const {
    const int code = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<Done>(Done{}) : fault(code);
  }

  [[nodiscard]] Result<Statement> prepare(const char* sql,
                                          std::initializer_list<std::string_view> values) const {
    sqlite3_stmt* made = nullptr;
    if (const int code = sqlite3_prepare_v2(handle, sql, -1, &made, nullptr); code != SQLITE_OK) {
      return fault(code);
    }
    Statement statement(made, &sqlite3_finalize);
    int n = 0;
    for (const std::string_view value : values) {
      const int code =
          sqlite3_bind_text64(made, ++n, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
      if (code != SQLITE_OK) {
        return fault(code);
      }
    }
    return statement;
  }

  // Runs a statement to its end, `row` for each row.
  template <class Row>
  Result<Done> each(const char* sql, std::initializer_list<std::string_view> values, Row row) {
    Result<Statement> statement = prepare(sql, values);
    if (!statement) {
      return statement.error();
    }
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement->get())) == SQLITE_ROW) {
      row(statement->get());
    }
    return code == SQLITE_DONE ? Result<Done>(Done{}) : fault(code);
  }

  Result<std::string> text(const char* sql, std::string_view value) {
    std::string found;
    const Result<Done> done =
        each(sql, {value}, [&found](sqlite3_stmt* s) { found = text_of(s, 0); });
    return done ? Result<std::string>(std::move(found)) : done.error();
  }

  Result<int> number(const char* sql) {
    int found = 0;
    const Result<Done> done =
        each(sql, {}, [&found](sqlite3_stmt* s) { found = sqlite3_column_int(s, 0); });
    return done ? Result<int>(found) : done.error();
  }

  // Is it ours, and of a form that we know? Nothing in it yet: 0, as after a kill before the first
  // transaction was done.
  Result<int> known_version() {
    const Result<int> whose = number("PRAGMA application_id");
    if (!whose) {
      return whose.error();
    }
    const Result<int> form = number("PRAGMA user_version");
    const Result<int> tables = number("SELECT count(*) FROM sqlite_master");
    if (!form || !tables) {
      return form ? tables.error() : form.error();
    }
    if (*whose == 0 && *form == 0 && *tables == 0) {
      return 0;
    }
    if (*whose != application) {
      return not_ours();
    }
    if (*form != version) {
      return Fault{FaultKind::schema,
                   "this graph file has the form " + std::to_string(*form) +
                       ", this program knows the form " + std::to_string(version),
                   {path, 0, 0, {}},
                   *form > version ? "use the newer program that wrote it"
                                   : "build it anew from the documents"};
    }
    return *form;
  }

  Result<Done> open_to_write() {
    Result<int> form = known_version();  // before anything is changed in somebody else's database
    if (!form) {
      return form.error();
    }
    // The log is in the hands of the system when a transaction is done: that outlives the process.
    Result<Done> done = run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    if (!done || *form != 0) {
      return done;
    }
    done = run("BEGIN IMMEDIATE");
    if (!done) {
      return done;
    }
    form = known_version();  // another process may have been faster
    if (!form) {
      return form.error();
    }
    if (*form == 0) {
      done = run(schema);
      if (done) {
        done = run(("PRAGMA application_id = " + std::to_string(application) +
                    "; PRAGMA user_version = " + std::to_string(version))
                       .c_str());
      }
      if (!done) {
        return done;
      }
    }
    return run("COMMIT");
  }

  Result<Done> open_to_read() {
    // All that is read is of one moment, and nothing is written.
    Result<Done> begun = run("PRAGMA query_only = ON; BEGIN");
    if (!begun) {
      return begun;
    }
    const Result<int> form = known_version();
    if (!form) {
      return form.error();
    }
    return *form == 0 ? run("PRAGMA query_only = OFF;"
                            "CREATE TEMP TABLE document (id, date, digest, reader, record)")
                      : Result<Done>(Done{});
  }
};

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}

Store::Store(Store&& other) noexcept = default;
Store& Store::operator=(Store&& other) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Mode mode) {
  auto database = std::make_unique<Database>(path, mode);
  // Who reads may have to tidy up after a writer who was killed. (A file that may not be written is
  // opened all the same.)
  const int flags = SQLITE_OPEN_READWRITE | (mode == Mode::write ? SQLITE_OPEN_CREATE : 0);
  // A path is a path, never a URI or ":memory:".
  const std::string file = path.starts_with('/') ? path : "./" + path;
  if (const int code = sqlite3_open_v2(file.c_str(), &database->handle, flags, nullptr);
      code != SQLITE_OK) {
    return database->fault(code);
  }
  sqlite3_busy_timeout(database->handle, patience_ms);
  const Result<Done> done =
      mode == Mode::write ? database->open_to_write() : database->open_to_read();
  if (!done) {
    return done.error();
  }
  return Store(std::move(database));
}

Result<std::string> Store::digest_of(const std::string& document) {
  return database_->text("SELECT digest FROM document WHERE id = ?1", document);
}

Result<std::string> Store::json_of(const std::string& document) {
  return database_->text("SELECT record FROM document WHERE id = ?1", document);
}

Result<Done> Store::put(const Record& record, const std::string& digest,
                        const std::string& reader) {
  const std::string date = record.document.date ? to_iso(*record.document.date) : std::string();
  return database_->each(
      "INSERT OR REPLACE INTO document (id, date, digest, reader, record)"
      " VALUES (?1, ?2, ?3, ?4, ?5)",
      {record.document.id, date, digest, reader, record::to_json(record)}, [](sqlite3_stmt*) {});
}

Result<bool> Store::remove(const std::string& document) {
  const Result<Done> done =
      database_->each("DELETE FROM document WHERE id = ?1", {document}, [](sqlite3_stmt*) {});
  return done ? Result<bool>(sqlite3_changes(database_->handle) > 0) : done.error();
}

std::optional<Result<Record>> Store::next(const std::string& after) {
  std::optional<std::string> json;
  std::string id;
  const Result<Done> done =
      database_->each("SELECT id, record FROM document WHERE id > ?1 ORDER BY id LIMIT 1", {after},
                      [&](sqlite3_stmt* s) {
                        id = text_of(s, 0);
                        json = text_of(s, 1);
                      });
  if (!done) {
    return done.error();
  }
  if (!json) {
    return std::nullopt;
  }
  Result<record::Line> line = record::read_line(*json, {database_->path + ":" + id, 0, 0, {}});
  if (!line) {
    return line.error();
  }
  auto* record = std::get_if<Record>(&*line);
  if (record == nullptr || record->document.id != id) {
    return Fault{FaultKind::data,
                 "what is kept of the document " + id + " is no record of it",
                 {database_->path, 0, 0, {}},
                 "build this graph file anew from the documents"};
  }
  return Result<Record>(std::move(*record));
}

Result<StoreInfo> Store::info() {
  StoreInfo info;
  const Result<int> form = database_->known_version();
  if (!form) {
    return form.error();
  }
  info.version = *form;
  Result<Done> done = database_->each(
      "SELECT count(*), coalesce(sum(length(CAST(record AS BLOB))), 0) FROM document", {},
      [&info](sqlite3_stmt* s) {
        info.documents = static_cast<std::uint64_t>(sqlite3_column_int64(s, 0));
        info.bytes = static_cast<std::uint64_t>(sqlite3_column_int64(s, 1));
      });
  if (done) {
    done = database_->each("SELECT DISTINCT date FROM document WHERE date != ''", {},
                           [&info](sqlite3_stmt* s) {
                             const auto date = parse_iso(text_of(s, 0));
                             if (date && (!info.first || *date < *info.first)) {
                               info.first = date;
                             }
                             if (date && (!info.last || *date > *info.last)) {
                               info.last = date;
                             }
                           });
  }
  if (done) {
    done = database_->each(
        "SELECT reader, count(*) FROM document GROUP BY reader", {}, [&info](sqlite3_stmt* s) {
          info.readers[text_of(s, 0)] = static_cast<std::uint64_t>(sqlite3_column_int64(s, 1));
        });
  }
  return done ? Result<StoreInfo>(std::move(info)) : done.error();
}

namespace store {

bool begins_a_store(std::string_view bytes) {
  constexpr std::string_view mark("SQLite format 3\0", 16);
  return bytes.starts_with(mark);
}

std::string digest(std::string_view text) {
  // Any namespace will do, so long as it stays.
  static const boost::uuids::uuid ours = {{'n', 'o', 'm', 'e', 'n', 'c', 'l', 'a', 't', 'o', 'r'}};
  const boost::uuids::uuid made = boost::uuids::name_generator_sha1(ours)(text.data(), text.size());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : made) {
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

}  // namespace store

}  // namespace nom
