// SPDX-License-Identifier: Apache-2.0
#include "fault/fault.hpp"

#include <gtest/gtest.h>

namespace nom {
namespace {

struct Kind {
  FaultKind kind;
  const char* name;
  int exit_code;
};

TEST(Fault, EveryKindHasItsNameAndExitCode) {
  for (const Kind& row : {Kind{FaultKind::usage, "usage", 2}, Kind{FaultKind::io, "io", 3},
                          Kind{FaultKind::syntax, "syntax", 3},
                          Kind{FaultKind::schema, "schema", 3}, Kind{FaultKind::data, "data", 3},
                          Kind{FaultKind::bug, "bug", 4}, Kind{FaultKind::warning, "warning", 0}}) {
    EXPECT_EQ(name_of(row.kind), row.name);
    EXPECT_EQ(exit_code(row.kind), row.exit_code) << row.name;
  }
}

struct Message {
  Fault fault;
  const char* printed;
};

TEST(Fault, IsPrintedWithItsPlaceAndHint) {
  const std::vector<Message> table{
      {{FaultKind::syntax,
        "byte 0xE9 is not UTF-8",
        {"a.txt", 3, 14, ""},
        "save the file as UTF-8"},
       "a.txt:3:14: error: byte 0xE9 is not UTF-8\n  hint: save the file as UTF-8"},
      {{FaultKind::schema, "no such person", {"r.jsonl", 2, 0, "/tenures/0/person"}, ""},
       "r.jsonl:2: error: no such person (at /tenures/0/person)"},
      {{FaultKind::io, "cannot be read", {"a.txt", 0, 0, ""}, ""}, "a.txt: error: cannot be read"},
      {{FaultKind::warning, "nothing has this key now", {"l", 2, 6, ""}, ""},
       "l:2:6: warning: nothing has this key now"},
      {{FaultKind::usage, "no input", {}, "name a file"}, "error: no input\n  hint: name a file"},
  };
  for (const Message& row : table) {
    EXPECT_EQ(to_string(row.fault), row.printed);
  }
}

TEST(Faults, TheGravestDecidesTheExitCode) {
  Faults faults;
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(faults.exit_code(), 0);
  faults.add({FaultKind::data, "one", {}, ""});
  faults.add({FaultKind::usage, "two", {}, ""});
  EXPECT_EQ(faults.exit_code(), 3);
  faults.add({FaultKind::bug, "three", {}, ""});
  EXPECT_EQ(faults.exit_code(), 4);
  EXPECT_EQ(faults.size(), 3U);
  EXPECT_EQ(faults.all().front().message, "one");
}

TEST(Result, HoldsAValueOrAFault) {
  Result<std::string> good = std::string("word");
  ASSERT_TRUE(good.has_value());
  EXPECT_EQ(*good, "word");
  EXPECT_EQ(good->size(), 4U);
  const Result<std::string> bad = Fault{FaultKind::io, "cannot be read", {}, ""};
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().message, "cannot be read");
}

}  // namespace
}  // namespace nom
