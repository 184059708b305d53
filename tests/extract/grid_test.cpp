// SPDX-License-Identifier: Apache-2.0
// The grid of grid.txt: every construction with every name of a body.
#include "support/extracted.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <string>
#include <vector>

namespace nom {
namespace {

struct Grid {
  std::vector<std::string> people;
  std::vector<std::string> posts;
  std::vector<std::string> bodies;
  struct Sentence {
    std::string status;
    std::string text;
  };
  std::vector<Sentence> sentences;
};

Grid read_grid() {
  Grid grid;
  std::ifstream file(std::string(NOM_SOURCE_DIR) + "/tests/extract/grid.txt");
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) {
      continue;
    }
    const std::string kind = line.substr(0, tab);
    std::string value = line.substr(tab + 1);
    if (kind == "person") {
      grid.people.push_back(std::move(value));
    } else if (kind == "post") {
      grid.posts.push_back(std::move(value));
    } else if (kind == "body") {
      grid.bodies.push_back(std::move(value));
    } else {
      grid.sentences.push_back({kind, std::move(value)});
    }
  }
  return grid;
}

void put(std::string& text, const std::string& slot, const std::string& words) {
  for (std::size_t at = 0; (at = text.find(slot, at)) != std::string::npos; at += words.size()) {
    text.replace(at, slot.size(), words);
  }
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

TEST(Grid, EveryConstructionTakesEveryBody) {
  const Grid grid = read_grid();
  ASSERT_FALSE(grid.people.empty() || grid.posts.empty() || grid.bodies.empty());
  EXPECT_GT(grid.sentences.size(), 100U);
  for (std::size_t s = 0; s < grid.sentences.size(); ++s) {
    for (std::size_t b = 0; b < grid.bodies.size(); ++b) {
      const std::string& person = grid.people[(s + b) % grid.people.size()];
      const std::string& post = grid.posts[(2 * s + b) % grid.posts.size()];
      const std::string& body = grid.bodies[b];
      const std::string bare = body.starts_with("the ") ? body.substr(4) : body;
      std::string text = grid.sentences[s].text;
      put(text, "{P}", person);
      put(text, "{T}", post);
      put(text, "{B}", body);
      put(text, "{b}", bare);
      text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
      const std::string fact =
          lower(person + " | " + post + " | " + bare + " | " + grid.sentences[s].status);
      const std::vector<std::string> lines = lines_of(read(text));
      const auto found = std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
        return lower(line).starts_with(fact);
      });
      EXPECT_EQ(found, 1) << text;
    }
  }
}

}  // namespace
}  // namespace nom
