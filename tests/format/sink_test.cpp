// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"
#include "support/memory_sink.hpp"
#include "support/world.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;

nom::Result<nom::Done> write_file(const nom::Format& format, const nom::Graph& graph,
                                  const std::string& path) {
  const auto file = nom::FileSink::open(path);
  if (!file) {
    return file.error();
  }
  if (nom::Result<nom::Done> done = format.write(graph, {}, **file); !done) {
    return done;
  }
  return (*file)->finish();
}

class Files : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::temp_directory_path() /
        (std::string("nom-sink-") + info->name() + "-" +
         std::to_string(reinterpret_cast<std::uintptr_t>(this) ^
                        static_cast<std::uintptr_t>(std::hash<std::string>()(NOM_BINARY_DIR))));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }

  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }

  [[nodiscard]] static std::string read(const std::string& path) {
    std::ifstream file(path);
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
  }

  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  fs::path folder_;
};

TEST_F(Files, GetTheirNameWhenTheyAreWhole) {
  auto sink = nom::FileSink::open(path("a"));
  ASSERT_TRUE(sink);
  EXPECT_TRUE((*sink)->write("one "));
  EXPECT_TRUE((*sink)->write("two"));
  EXPECT_FALSE(fs::exists(path("a")));
  EXPECT_TRUE((*sink)->finish());
  EXPECT_EQ(read(path("a")), "one two");
  EXPECT_EQ(count(), 1U);
  EXPECT_FALSE((*sink)->write("three"));
  EXPECT_FALSE((*sink)->finish());
}

TEST_F(Files, StayAsTheyWereIfTheNewOneIsNotFinished) {
  std::ofstream(path("a")) << "old";
  {
    auto sink = nom::FileSink::open(path("a"));
    ASSERT_TRUE(sink);
    EXPECT_TRUE((*sink)->write("new"));
  }
  EXPECT_EQ(read(path("a")), "old");
  EXPECT_EQ(count(), 1U);
}

TEST_F(Files, AreReplacedWhenTheNewOneIsFinished) {
  std::ofstream(path("a")) << "old, and longer";
  auto sink = nom::FileSink::open(path("a"));
  ASSERT_TRUE(sink);
  EXPECT_TRUE((*sink)->write("new"));
  EXPECT_TRUE((*sink)->finish());
  EXPECT_EQ(read(path("a")), "new");
}

TEST_F(Files, ThatAreAPipeStayOne) {
  ASSERT_EQ(mkfifo(path("a").c_str(), 0600), 0);
  const int reader = open(path("a").c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  auto sink = nom::FileSink::open(path("a"));
  ASSERT_TRUE(sink);
  EXPECT_TRUE((*sink)->write("new"));
  EXPECT_TRUE((*sink)->finish());
  std::array<char, 8> bytes{};
  EXPECT_EQ(::read(reader, bytes.data(), bytes.size()), 3);
  EXPECT_STREQ(bytes.data(), "new");
  close(reader);
  EXPECT_TRUE(fs::is_fifo(path("a")));
  EXPECT_EQ(count(), 1U);
}

TEST_F(Files, InAFolderThatIsNotThereAreAFault) {
  const auto sink = nom::FileSink::open(path("no/a"));
  ASSERT_FALSE(sink);
  EXPECT_EQ(nom::to_string(sink.error()),
            path("no/a") +
                ": error: cannot make this file: No such file or directory\n"
                "  hint: make the folder first");
}

TEST_F(Files, CannotTakeTheNameOfAFolder) {
  fs::create_directories(path("a/b"));
  auto sink = nom::FileSink::open(path("a"));
  ASSERT_TRUE(sink);
  const auto done = (*sink)->finish();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "cannot write this file: Is a directory");
  EXPECT_EQ(count(), 1U);
}

TEST_F(Files, OnAFullDiskAreAFaultAndGone) {
  if (!fs::exists("/dev/full")) {
    GTEST_SKIP() << "there is no /dev/full here";
  }
  fs::create_symlink("/dev/full", path("a.tmp"));
  const nom::Format* turtle = nom::format::find("turtle");
  const auto done = write_file(*turtle, nom::support::whole_world(), path("a"));
  ASSERT_FALSE(done);
  EXPECT_EQ(nom::to_string(done.error()),
            path("a") +
                ": error: cannot write this file: No space left on device\n"
                "  hint: make room on the disk");
  EXPECT_EQ(count(), 0U);
}

TEST_F(Files, HoldWhatTheFormatWrites) {
  const nom::Graph graph = nom::support::whole_world();
  for (const nom::Format* format : nom::format::all()) {
    if (!format->parts.empty()) {
      continue;  // a folder: see `write_graph` of the command line
    }
    nom::support::MemorySink memory;
    ASSERT_TRUE(format->write(graph, {}, memory));
    ASSERT_TRUE(write_file(*format, graph, path("a")));
    EXPECT_EQ(read(path("a")), memory.bytes()) << format->name;
  }
}

}  // namespace
