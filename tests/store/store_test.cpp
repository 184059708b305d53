// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include "support/sketch.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace nom {
namespace {

namespace fs = std::filesystem;
using support::Sketch;

Record record_of(const std::string& id, std::string_view date, const std::string& name) {
  Sketch sketch(id, date);
  const std::string body = sketch.body("Harbour Board", "Harbour Board", "body", "");
  sketch.tenure(sketch.person(name), "Chairman", body);
  return sketch.record();
}

class StoreFile : public ::testing::Test {
 protected:
  StoreFile() {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }

  ~StoreFile() override { fs::remove_all(folder_); }

  [[nodiscard]] Store opened(Store::Mode mode) const {
    Result<Store> store = Store::open(path(), mode);
    EXPECT_TRUE(store) << to_string(store.error());
    return *std::move(store);
  }

  [[nodiscard]] std::string path() const { return (folder_ / "graph.nom").string(); }

  static std::vector<std::string> all_of(Store& store) {
    std::vector<std::string> lines;
    std::string last;
    while (const auto record = store.next(last)) {
      if (!*record) {
        lines.push_back(to_string(record->error()));
        break;
      }
      lines.push_back(record::to_json(**record));
      last = (*record)->document.id;
    }
    return lines;
  }

  fs::path folder_ =
      fs::temp_directory_path() /
      (std::string("nom-") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(StoreFile, GivesBackWhatWasPutInTheOrderOfIds) {
  const Record a = record_of("ä-2024", "2024-05-02", "Ida Brook");
  const Record b = record_of("Z", "2023", "Đỗ Văn Lâm");
  {
    Store store = opened(Store::Mode::write);
    ASSERT_TRUE(store.put(a, "da", "hand"));
    ASSERT_TRUE(store.put(b, "db", "hand"));
  }
  Store store = opened(Store::Mode::read);
  EXPECT_EQ(all_of(store), (std::vector{record::to_json(b), record::to_json(a)}));
  EXPECT_EQ(*store.digest_of("Z"), "db");
  EXPECT_EQ(*store.digest_of("z"), "");
  EXPECT_EQ(*store.json_of("Z"), record::to_json(b));
  EXPECT_EQ(*store.json_of("z"), "");
}

TEST_F(StoreFile, PutTakesThePlaceOfWhatThereWas) {
  Store store = opened(Store::Mode::write);
  ASSERT_TRUE(store.put(record_of("a", "2024", "Ida Brook"), "1", "hand"));
  const Record now = record_of("a", "2025", "Tom Arden");
  ASSERT_TRUE(store.put(now, "2", "eye"));
  EXPECT_EQ(all_of(store), std::vector{record::to_json(now)});
  const Result<StoreInfo> info = store.info();
  ASSERT_TRUE(info);
  EXPECT_EQ(info->readers, (std::map<std::string, std::uint64_t>{{"eye", 1}}));
  EXPECT_EQ(info->first, parse_iso("2025"));
}

TEST_F(StoreFile, RemoveSaysWhetherItWasThere) {
  Store store = opened(Store::Mode::write);
  ASSERT_TRUE(store.put(record_of("a", "2024", "Ida Brook"), "1", "hand"));
  EXPECT_TRUE(*store.remove("a"));
  EXPECT_FALSE(*store.remove("a"));
  EXPECT_TRUE(all_of(store).empty());
}

TEST_F(StoreFile, InfoCountsAndKnowsTheDates) {
  Store store = opened(Store::Mode::write);
  ASSERT_TRUE(store.put(record_of("a", "2024-05", "Ida Brook"), "1", "hand"));
  ASSERT_TRUE(store.put(record_of("b", "2023-01-31", "Ida Brook"), "1", "hand"));
  ASSERT_TRUE(store.put(record_of("c", "", "Ida Brook"), "1", "eye"));
  const Result<StoreInfo> info = store.info();
  ASSERT_TRUE(info);
  EXPECT_EQ(info->version, 1);
  EXPECT_EQ(info->documents, 3U);
  EXPECT_EQ(info->bytes,
            store.json_of("a")->size() + store.json_of("b")->size() + store.json_of("c")->size());
  EXPECT_EQ(info->first, parse_iso("2023-01-31"));
  EXPECT_EQ(info->last, parse_iso("2024-05"));
  EXPECT_EQ(info->readers, (std::map<std::string, std::uint64_t>{{"eye", 1}, {"hand", 2}}));
}

TEST_F(StoreFile, AReaderSeesTheFileAsItWas) {
  Store writer = opened(Store::Mode::write);
  ASSERT_TRUE(writer.put(record_of("a", "2024", "Ida Brook"), "1", "hand"));
  Store reader = opened(Store::Mode::read);
  EXPECT_EQ(*reader.digest_of("a"), "1");
  ASSERT_TRUE(writer.put(record_of("a", "2025", "Ida Brook"), "2", "hand"));
  EXPECT_EQ(*reader.digest_of("a"), "1");
  Store later = opened(Store::Mode::read);
  EXPECT_EQ(*later.digest_of("a"), "2");
}

TEST_F(StoreFile, IsOneFileWhenClosed) {
  {
    Store store = opened(Store::Mode::write);
    ASSERT_TRUE(store.put(record_of("a", "2024", "Ida Brook"), "1", "hand"));
    EXPECT_TRUE(fs::exists(path() + "-wal"));
  }
  std::vector<std::string> names;
  for (const auto& item : fs::directory_iterator(folder_)) {
    names.push_back(item.path().filename().string());
  }
  EXPECT_EQ(names, std::vector<std::string>{"graph.nom"});
  std::ifstream in(path(), std::ios::binary);
  std::string begun(16, '\0');
  in.read(begun.data(), 16);
  EXPECT_TRUE(store::begins_a_store(begun));
}

TEST_F(StoreFile, OtherFilesAreLeftAlone) {
  const std::string text = "Ida Brook chairs the Harbour Board, as she has for ten years now.\n";
  std::ofstream(path()) << text;
  for (const Store::Mode mode : {Store::Mode::read, Store::Mode::write}) {
    const Result<Store> store = Store::open(path(), mode);
    ASSERT_FALSE(store);
    EXPECT_EQ(to_string(store.error()),
              path() +
                  ": error: this is not a graph file of nomenclator\n  hint: give a file that "
                  "build -g wrote, or a name that is free");
  }
  std::ifstream in(path());
  EXPECT_EQ(std::string((std::istreambuf_iterator<char>(in)), {}), text);
}

TEST_F(StoreFile, AFileThatIsNotThereIsNotMadeByReading) {
  const Result<Store> store = Store::open(path(), Store::Mode::read);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().kind, FaultKind::io);
  EXPECT_EQ(store.error().where.file, path());
  EXPECT_FALSE(fs::exists(path()));
}

TEST(StoreDigest, IsOfTheWholeText) {
  EXPECT_EQ(store::digest("a").size(), 32U);
  EXPECT_EQ(store::digest("a"), store::digest("a"));
  EXPECT_NE(store::digest("a"), store::digest("b"));
  EXPECT_NE(store::digest(""), store::digest(std::string_view("\0", 1)));
}

TEST(StoreMark, IsTheWholeMark) {
  EXPECT_FALSE(store::begins_a_store(""));
  EXPECT_FALSE(store::begins_a_store("SQLite format 3"));
  EXPECT_FALSE(store::begins_a_store("SQLite format 3 is a file format"));
}

}  // namespace
}  // namespace nom
