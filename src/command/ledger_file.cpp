// SPDX-License-Identifier: Apache-2.0
#include "command/ledger_file.hpp"

#include "command/input.hpp"
#include "command/output.hpp"
#include "graph/graph.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace nom::command {

namespace {

constexpr std::string_view head =
    "# Who is who, judged by hand: same or different, two keys, and why. Comments begin with #.\n";

// The whole file; empty if it is not there and need not be; no value: it cannot be read.
std::optional<std::string> ledger_text(const std::string& path, bool must_be_there,
                                       Report& report) {
  std::error_code error;
  if (!must_be_there && !std::filesystem::exists(path, error) && !error) {
    return std::string();
  }
  Result<std::string> text = text_of(path);
  if (text) {
    return *std::move(text);
  }
  Fault fault = text.error();
  fault.hint = "same and different make a ledger; " + fault.hint;
  report.add(fault);
  return std::nullopt;
}

bool write(const std::string& path, std::string_view text, Report& report) {
  const Result<std::unique_ptr<Output>> out = Output::open(path);
  if (!out) {
    report.add(out.error());
    return false;
  }
  Result<Done> done = (*out)->write(text);
  if (done) {
    done = (*out)->finish();
  }
  if (!done) {
    report.add(done.error());
  }
  return done.has_value();
}

std::string line_of(const Judgement& judgement) {
  std::string line = (judgement.same ? "same\t" : "different\t") + judgement.one.text + "\t" +
                     judgement.other.text;
  return judgement.reason.empty() ? line : line + "\t" + judgement.reason;
}

bool speaks_of(const Judgement& judgement, const std::string& one, const std::string& other) {
  return std::minmax(judgement.one.text, judgement.other.text) == std::minmax(one, other);
}

std::set<std::string> texts_of(const Faults& faults) {
  std::set<std::string> texts;
  for (const Fault& fault : faults.all()) {
    texts.insert(to_string(fault));
  }
  return texts;
}

}  // namespace

Ledger ledger_in(const std::string& path, bool must_be_there, Report& report) {
  const std::optional<std::string> text = ledger_text(path, must_be_there, report);
  Faults faults;
  Ledger ledger = text ? read_ledger(*text, path, faults) : Ledger();
  report.add(faults);
  return ledger;
}

std::optional<std::string> judge(const std::string& path, std::vector<Record> records,
                                 const Judgement& judgement, Report& report) {
  std::optional<std::string> text = ledger_text(path, false, report);
  if (!text) {
    return std::nullopt;
  }
  Faults before;
  const Ledger old = read_ledger(*text, path, before);
  const auto there = std::find_if(old.begin(), old.end(), [&judgement](const Judgement& known) {
    return known.same == judgement.same &&
           speaks_of(known, judgement.one.text, judgement.other.text);
  });
  if (there != old.end()) {
    return path + ":" + std::to_string(there->one.where.line) + " says so already";
  }
  if (text->empty()) {
    *text = head;
  } else if (text->back() != '\n') {
    *text += '\n';
  }
  const auto line = static_cast<int>(std::count(text->begin(), text->end(), '\n')) + 1;
  *text += line_of(judgement) + "\n";
  resolve(records, old, before);
  Faults after;
  const Graph graph = resolve(std::move(records), read_ledger(*text, path, after), after);
  const std::set<std::string> known = texts_of(before);
  bool refused = false;
  for (Fault fault : after.all()) {
    if (!known.contains(to_string(fault))) {
      refused = true;
      if (fault.kind == FaultKind::warning) {
        fault.kind = FaultKind::data;
        fault.hint =
            "posts and chart list the keys where a question fits several; exports have all";
      }
      // There is no such line yet.
      fault.where = fault.where.line == line ? Where{} : fault.where;
      report.add(fault);
    }
  }
  if (refused || !write(path, *text, report)) {
    return std::nullopt;
  }
  const auto one = graph.find(judgement.one.text);
  const auto named = [&graph](VertexId v) {
    return std::string(graph.label(v)) + " (" + std::string(graph.key(v)) + ")";
  };
  if (!one) {
    return path + ": " + line_of(judgement);
  }
  if (judgement.same) {
    return named(*one) + " stands for both now";
  }
  const auto other = graph.find(judgement.other.text);
  return other ? named(*one) + " and " + named(*other) + " are two now" : named(*one);
}

std::optional<std::string> take_back(const std::string& path, const std::string& one,
                                     const std::string& other, Report& report) {
  std::optional<std::string> text = ledger_text(path, true, report);
  if (!text) {
    return std::nullopt;
  }
  Faults faults;
  const Ledger ledger = read_ledger(*text, path, faults);
  const auto found = std::find_if(ledger.rbegin(), ledger.rend(), [&](const Judgement& judgement) {
    return one.empty() || speaks_of(judgement, one, other);
  });
  if (found == ledger.rend()) {
    return std::nullopt;
  }
  std::size_t begin = 0;
  for (int line = 1; line < found->one.where.line; ++line) {
    begin = text->find('\n', begin) + 1;
  }
  text->erase(begin, std::min(text->find('\n', begin), text->size() - 1) + 1 - begin);
  if (!write(path, *text, report)) {
    return std::nullopt;
  }
  return "taken back: " + line_of(*found);
}

}  // namespace nom::command
