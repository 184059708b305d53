// SPDX-License-Identifier: Apache-2.0
// fault: what went wrong, where, and what to do about it.
//
// In:   nothing. Out: `Fault` (one thing that went wrong), `Result<T>` (a value or a fault) and
// `Faults` (the collected faults of a run). Rooms never print, exit or abort: they return a
// Result or add to Faults. `Result` has the names of std::expected, which g++ 12 lacks in C++20,
// so that a later switch is an alias.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace nom {

/// Kinds of fault, each with the exit code that it leads to (see `exit_code`).
enum class FaultKind {
  usage,   ///< the command line is wrong
  io,      ///< a file cannot be read or written
  syntax,  ///< bytes that are not what they should be: UTF-8, JSON, TSV
  schema,  ///< well-formed, but breaks the schema
  data,    ///< a fact that cannot be used: a quotation that is not in the text
  bug,     ///< an invariant of ours is broken
  warning  ///< nothing is wrong yet, but somebody may want to know
};

/// Name of a kind as messages and tests print it.
std::string_view name_of(FaultKind kind);

/// Exit code: usage 2; io, syntax, schema and data 3; bug 4; warning 0.
int exit_code(FaultKind kind);

/// Where a fault is. Lines and columns count from 1, columns in code points; 0 means unknown.
struct Where {
  std::string file;
  int line = 0;
  int column = 0;
  std::string pointer;  ///< JSON pointer inside the line or file; empty if none
};

struct Fault {
  FaultKind kind = FaultKind::bug;
  std::string message;  ///< one sentence, no full stop
  Where where;
  std::string hint;  ///< what to do; may be empty
};

/// `file:line:column: error: message (at /pointer)` (or `warning:`), then, if there is one, a line
/// `  hint: …`.
std::string to_string(const Fault& fault);

/// A value or a fault.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}

  Result(Fault fault) : state_(std::in_place_index<1>, std::move(fault)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }

  explicit operator bool() const { return has_value(); }

  T& operator*() & { return std::get<0>(state_); }

  const T& operator*() const& { return std::get<0>(state_); }

  T&& operator*() && { return std::get<0>(std::move(state_)); }

  T* operator->() { return &std::get<0>(state_); }

  const T* operator->() const { return &std::get<0>(state_); }

  [[nodiscard]] const Fault& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Fault> state_;
};

/// Success without a value.
struct Done {};

/// The faults of a run, in the order in which they were met. All are counted.
class Faults {
 public:
  void add(Fault fault) { all_.push_back(std::move(fault)); }

  [[nodiscard]] bool empty() const { return all_.empty(); }

  [[nodiscard]] std::size_t size() const { return all_.size(); }

  [[nodiscard]] const std::vector<Fault>& all() const { return all_; }

  /// The gravest exit code among the faults, 0 if there are none.
  [[nodiscard]] int exit_code() const;

 private:
  std::vector<Fault> all_;
};

}  // namespace nom
