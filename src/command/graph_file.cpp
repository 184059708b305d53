// SPDX-License-Identifier: Apache-2.0
#include "command/graph_file.hpp"

#include "record/record.hpp"
#include "resolve/resolve.hpp"

#include <array>
#include <map>
#include <set>
#include <utility>

namespace nom::command {

namespace {

// One run of `update`.
class Update {
 public:
  Update(Store& store, Report& report) : store_(store), report_(report) {}

  void remove(const std::string& file, const std::vector<std::string>& gone) {
    for (const std::string& id : gone) {
      const Result<bool> was_there = store_.remove(id);
      if (!was_there) {
        fail(was_there.error());
      } else if (*was_there) {
        ++done_.removed;
      } else {
        Fault absent;
        absent.kind = FaultKind::data;
        absent.message = "there is no document \"" + id + "\" to remove";
        absent.where.file = file;
        absent.hint = "the ids are those that extract -g prints";
        report_.add(absent);
      }
    }
  }

  void add(const InputOptions& input) {
    if (broken_) {
      return;
    }
    for_each_record(
        input, report_,
        [this](const std::string& id, const Origin& origin) { return wanted(id, origin); },
        [this](const Record& record, const Origin& origin) { return take(record, origin); });
  }

  [[nodiscard]] const Updated& done() const { return done_; }

 private:
  bool wanted(const std::string& id, const Origin& origin) {
    if (broken_) {
      return false;
    }
    const auto [met, is_new] = met_.emplace(id, origin.digest);
    if (!is_new) {
      return met->second != origin.digest;  // the same twice is once; of two `take` keeps one
    }
    const Result<std::string> stored = store_.digest_of(id);
    if (!stored) {
      fail(stored.error());
      return false;
    }
    if (*stored == origin.digest) {
      ++done_.unchanged;
      settled_.insert(id);
      return false;
    }
    return true;
  }

  bool take(const Record& record, const Origin& origin) {
    const std::string& id = record.document.id;
    const Result<std::string> before = store_.json_of(id);
    if (!before) {
      fail(before.error());
      return false;
    }
    if (!settled_.insert(id).second) {
      const std::string json = record::to_json(record);
      if (json != *before) {
        report_.add(same_id(id));
      }
      if (json >= *before) {
        return !report_.stop();
      }
    } else {
      ++(before->empty() ? done_.added : done_.replaced);
    }
    const Result<Done> put = store_.put(record, origin.digest, origin.reader);
    if (!put) {
      fail(put.error());
    }
    return put.has_value() && !report_.stop();
  }

  void fail(const Fault& fault) {
    if (!broken_) {
      report_.add(fault);
    }
    broken_ = true;
  }

  Store& store_;
  Report& report_;
  Updated done_;
  bool broken_ = false;
  std::map<std::string, std::string> met_;  // in this run: id → digest of the first
  std::set<std::string> settled_;           // in this run: what the file has of it was given now
};

}  // namespace

std::vector<std::pair<std::string, std::size_t>> counts_of(const Graph& graph) {
  constexpr auto kinds = std::to_array<std::pair<Kind, const char*>>({
      {Kind::document, "documents"},
      {Kind::person, "people"},
      {Kind::body, "bodies"},
      {Kind::post, "posts"},
      {Kind::tenure, "tenures"},
      {Kind::resolution, "resolutions"},
      {Kind::event, "events"},
      {Kind::place, "places"},
  });
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const auto& [kind, name] : kinds) {
    const auto [first, last] = graph.of_kind(kind);
    counts.emplace_back(name, last - first);
  }
  return counts;
}

std::optional<Updated> update(const std::string& graph_file, const std::vector<std::string>& gone,
                              const InputOptions& input, Report& report) {
  Result<Store> store = Store::open(graph_file, Store::Mode::write);
  if (!store) {
    report.add(store.error());
    return std::nullopt;
  }
  Update run(*store, report);
  run.remove(graph_file, gone);
  if (!report.stop()) {
    run.add(input);
  }
  return run.done();
}

Answer describe(const std::string& path, const StoreInfo& info, const Graph& graph) {
  Answer answer;
  answer.columns = {{"what"}, {"value"}};
  const auto add = [&answer](const std::string& what, const std::string& value) {
    answer.rows.push_back({{what, value}, {}});
  };
  add("file", path);
  add("form", std::to_string(info.version));
  add("bytes of records", std::to_string(info.bytes));
  add("first document", to_iso(info.first));
  add("last document", to_iso(info.last));
  for (const auto& [reader, count] : info.readers) {
    add("read by " + reader, std::to_string(count));
  }
  for (const auto& [name, number] : counts_of(graph)) {
    add(name, std::to_string(number));
  }
  return answer;
}

}  // namespace nom::command
