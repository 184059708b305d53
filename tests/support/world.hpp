// SPDX-License-Identifier: Apache-2.0
// world: small graphs for tests of what is written, built without the rooms that read.
#pragma once

#include "graph/graph.hpp"
#include "name/name.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nom::support {

/// Builds a graph vertex by vertex.
class World {
 public:
  template <class Data>
  VertexId add(std::string_view key, std::string_view label, Data data,
               std::vector<std::string> also = {}, std::vector<Citation> cited = {},
               std::vector<std::string> merged = {}) {
    Vertex vertex;
    vertex.key = id(key);
    vertex.label = id(label);
    for (const std::string& name : also) {
      vertex.also.push_back(id(name));
    }
    for (const std::string& other : merged) {
      vertex.merged.push_back(id(other));
    }
    vertex.cited = std::move(cited);
    vertex.data = std::move(data);
    return builder_.add(std::move(vertex));
  }

  VertexId document(std::string_view key, std::string_view title, std::string text,
                    std::string_view date = {}, std::string_view lang = "en",
                    std::string_view source = {}) {
    DocumentData data;
    data.id = id(key);
    data.lang = id(lang);
    data.source = id(source);
    data.text = id(text);
    data.date = parse_iso(date);
    const VertexId made = add("document/" + std::string(key), title, data);
    texts_.emplace_back(made, std::move(text));
    return made;
  }

  /// Where the document says it: the words must be in its text.
  Citation cite(VertexId in, std::string_view quote, std::string_view rule = {}) {
    for (const auto& [made, text] : texts_) {
      if (made == in) {
        const auto begin = count_code_points(std::string_view(text).substr(0, text.find(quote)));
        Citation cited;
        cited.document = in;
        cited.start = static_cast<std::uint32_t>(begin);
        cited.end = static_cast<std::uint32_t>(begin + count_code_points(quote));
        cited.quote = id(quote);
        cited.rule = id(rule);
        return cited;
      }
    }
    return {};
  }

  void connect(VertexId from, Relation relation, VertexId to, Edge edge = {}) {
    edge.relation = relation;
    builder_.connect(from, to, std::move(edge));
  }

  NameId id(std::string_view text) { return builder_.names().intern(text); }

  Graph finish() && { return std::move(builder_).finish(); }

 private:
  GraphBuilder builder_;
  std::vector<std::pair<VertexId, std::string>> texts_;
};

/// A graph in which everything that a graph can say is said at least once.
inline Graph whole_world() {
  World w;
  const VertexId news = w.document(
      "vel-2021-11-04", "Olenė takes over in Vel",
      "Đặng Olenė has been Secretary of the Vel Council since November 2021. She follows Bo Rask, "
      "who left. The Harbour Board is under the Council. Bo Rask chaired the spring meeting, and "
      "Resolution No. 7 on “clean quays” was passed. Ann Lee may stand in for her.",
      "2021-11-04", "en-GB", "https://news.example/2021/vel?id=4");
  const VertexId letter =
      w.document("letter", "A letter", "Bo Rask was here. 𝒱el!", "2022", "not a tag", "a reader");
  const VertexId land = w.add("place/arland", "Arland", PlaceData{w.id("country"), w.id("AR")});
  const VertexId vel = w.add("place/arland/vel", "Vel", PlaceData{w.id("province"), w.id("AR")}, {},
                             {w.cite(news, "Vel")});
  const VertexId ost = w.add("place/arland/ost", "Ost",
                             PlaceData{w.id("province"), w.id("AR"), PartialDate{2015, 7, 1}});
  w.connect(ost, Relation::within, land);
  w.connect(vel, Relation::within, land);

  const VertexId council =
      w.add("body/vel/council", "Vel Council", BodyData{w.id("legislature"), w.id("province")},
            {"the Council"}, {w.cite(news, "Vel Council")});
  const VertexId board = w.add("body/vel/harbour-board", "Harbour Board",
                               BodyData{w.id("department"), no_name}, {}, {});
  const VertexId guild = w.add("body/guild", "Guild", BodyData{no_name, no_name});
  w.connect(council, Relation::located, vel);
  Edge stated;
  stated.rule = w.id("under:1");
  stated.cited = {w.cite(news, "The Harbour Board is under the Council.", "under:1")};
  w.connect(board, Relation::under, council, stated);
  Edge inferred;
  inferred.confidence = Confidence::inferred;
  inferred.rule = w.id("guilds are under councils");
  w.connect(guild, Relation::under, council, inferred);

  const VertexId secretary = w.add("post/vel/council/secretary", "Secretary of the Vel Council",
                                   PostData{w.id("Secretary"), true}, {"Council Secretary"});
  w.connect(secretary, Relation::in_body, council);
  const VertexId governor =
      w.add("post/vel/governor", "Governor of Vel", PostData{w.id("Governor")});
  w.connect(governor, Relation::located, vel);

  const VertexId olene = w.add("person/dang-olene.vel", "Đặng Olenė", PersonData{}, {"Olenė"},
                               {w.cite(news, "Đặng Olenė")});
  const VertexId rask = w.add("person/bo-rask", "Bo Rask", PersonData{}, {},
                              {w.cite(letter, "Bo Rask"), w.cite(news, "Bo Rask")});
  const VertexId rask2 =
      w.add("person/bo-rask.2", "Bo Rask", PersonData{}, {}, {}, {"person/bo-rask.old"});
  const VertexId lee =
      w.add("person/ann-lee", "Ann Lee", PersonData{}, {}, {w.cite(news, "Ann Lee")});
  Edge doubt;
  doubt.confidence = Confidence::inferred;
  doubt.rule = w.id("same name, no place");
  w.connect(rask, Relation::same_maybe, rask2, doubt);

  const auto tenure = [&](std::string_view key, std::string_view label, TenureData data,
                          VertexId person, VertexId post, std::vector<Citation> cited) {
    const VertexId made = w.add(key, label, data, {}, std::move(cited));
    w.connect(made, Relation::holder, person);
    w.connect(made, Relation::of_post, post);
    return made;
  };
  TenureData now;
  now.title = w.id("Secretary");
  now.period = {PartialDate{2021, 11, 0}, std::nullopt, Open::ongoing};
  now.cited = {PartialDate{2021, 11, 4}, PartialDate{2021, 11, 4}};
  const VertexId olenes =
      tenure("tenure/dang-olene.vel/vel/council/secretary",
             "Đặng Olenė, Secretary of the Vel Council", now, olene, secretary,
             {w.cite(news, "Đặng Olenė has been Secretary of the Vel Council since November 2021.",
                     "since:2")});
  TenureData before;
  before.title = w.id("Secretary");
  before.status = Status::former;
  before.confidence = Confidence::implied;
  before.period = {PartialDate{2016, 0, 0}, PartialDate{2021, 11, 3}, Open::ended};
  before.cited.over = PartialDate{2021, 11, 4};
  before.cited.predecessor = PartialDate{2015, 12, 31};
  before.cited.successor = PartialDate{2021, 11, 4};
  before.acting = true;
  const VertexId rasks =
      tenure("tenure/bo-rask/vel/council/secretary", "Bo Rask, Secretary of the Vel Council",
             before, rask, secretary, {w.cite(news, "She follows Bo Rask, who left.", "follows")});
  Edge ended_by;
  ended_by.confidence = Confidence::inferred;
  ended_by.rule = w.id("one-seat");
  w.connect(rasks, Relation::ended_by, olenes, ended_by);
  TenureData undated;
  undated.title = w.id("Governor");
  undated.status = Status::acting;
  undated.confidence = Confidence::inferred;
  tenure("tenure/ann-lee/vel/governor", "Ann Lee, Governor of Vel", undated, lee, governor,
         {w.cite(news, "Ann Lee may stand in for her.")});

  const VertexId quays = w.add(
      "resolution/vel/council/7", "Resolution No. 7",
      ResolutionData{w.id("resolution"), w.id("7"), w.id("clean quays"), PartialDate{2021, 5, 6}},
      {"the quays resolution"}, {w.cite(news, "Resolution No. 7", "numbered")});
  w.connect(quays, Relation::issued_by, council);
  w.add("resolution/old", "Old Law",
        ResolutionData{w.id("law"), no_name, no_name, PartialDate{1999, 0, 0}});

  const VertexId meeting = w.add("event/spring-meeting", "spring meeting",
                                 EventData{w.id("meeting"), PartialDate{2021, 4, 0}}, {},
                                 {w.cite(news, "the spring meeting", "event")});
  w.connect(meeting, Relation::organised_by, council);
  Edge chair;
  chair.part = w.id("chair");
  chair.rule = w.id("chaired");
  chair.cited = {w.cite(news, "Bo Rask chaired the spring meeting", "chaired")};
  w.connect(rask, Relation::took_part, meeting, chair);
  w.connect(olene, Relation::took_part, meeting);
  const VertexId merger = w.add("event/merger", "merger of the guilds",
                                EventData{w.id("merger"), PartialDate{2020, 1, 1}});
  w.connect(guild, Relation::ended_in, merger);
  w.connect(board, Relation::begun_in, merger);
  return std::move(w).finish();
}

/// Names that files have stumbled over: each the label and other name of people, the title and text
/// of a document, and the subject of a resolution.
inline Graph hostile_world() {
  using std::string_literals::operator""s;
  const std::vector<std::string> names = {
      "\"quoted\" & <tagged> 'n' \\slashed\\ \"\"\"",
      "two\nlines\tand a tab",
      "carriage\rreturn",
      "nul\0 bell\x07 escape\x1b delete\x7f"s,
      "C1 \u0085 and no-break\u00a0space",
      "right to left: \u202bشخص ما\u202c, אדם",
      "astral 𝒜𐎯👩‍⚖️",
      "noncharacters \uFFFE \uFFFF \uFDD0 \U0001FFFE end",
      "combining e\u0301 Nguye\u0302\u0303n",
      "]]> --> <?x ?> &amp; &#0; @prefix . ; , \"@en",
      "   spaces around   ",
      "trailing backslash\\",
      "\"",
      "=1+1",
  };
  World w;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string number = std::to_string(i);
    const VertexId document =
        w.document("d" + number, names[i], names[i], "2020-02-29", "vi", names[i]);
    w.add("person/p" + number, names[i], PersonData{}, {names[i] + " too"},
          {w.cite(document, names[i])});
    w.add("resolution/" + names[i], names[i],
          ResolutionData{w.id(names[i]), w.id(names[i]), w.id(names[i]), std::nullopt}, {},
          {w.cite(document, names[i], names[i])});
  }
  return std::move(w).finish();
}

}  // namespace nom::support
