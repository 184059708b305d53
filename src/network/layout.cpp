// SPDX-License-Identifier: Apache-2.0
#include "network/layout.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace nom::network {

namespace {

constexpr std::int64_t step = 40;          ///< from row to row
constexpr std::int64_t column_step = 120;  ///< from column to column
constexpr std::int64_t gap = 80;           ///< between cells, and between a cell and what is below
constexpr std::int64_t widest_line = 4800;

constexpr VertexId nothing = 0xFFFFFFFF;

struct Box {
  std::int64_t width = 0;
  std::int64_t height = 0;
};

struct Point {
  std::int64_t x = 0;
  std::int64_t y = 0;  // downwards, until the end
};

/// Something with its companions beside it: a post, its tenures, and those who hold them.
struct Item {
  std::int64_t rows = 0;
  std::int64_t columns = 0;
};

/// Boxes side by side, on shelves; where each stands, and how much room all take.
class Shelves {
 public:
  explicit Shelves(const std::vector<Box>& boxes) {
    std::int64_t area = 0;
    std::int64_t widest = 0;
    for (const Box& box : boxes) {
      area += (box.width + gap) * (box.height + gap);
      widest = std::max(widest, box.width);
    }
    const std::int64_t line = std::max({widest, widest_line, root_of(2 * area)});
    Point at;
    std::int64_t tallest = 0;
    for (const Box& box : boxes) {
      if (at.x > 0 && at.x + box.width > line) {
        at = {0, at.y + tallest + gap};
        tallest = 0;
      }
      places.push_back(at);
      room.width = std::max(room.width, at.x + box.width);
      room.height = std::max(room.height, at.y + box.height);
      tallest = std::max(tallest, box.height);
      at.x += box.width + gap;
    }
  }

  std::vector<Point> places;
  Box room;
};

class Layout {
 public:
  Layout(const Graph& graph, std::vector<Network::Node>& nodes) : graph_(graph), nodes_(nodes) {}

  void run() {
    is_node_.assign(graph_.size(), false);
    for (const Network::Node& node : nodes_) {
      is_node_[node.vertex] = true;
    }
    place_.assign(graph_.size(), Point{});
    find_first_tenures();
    const auto bodies = graph_.of_kind(Kind::body);
    first_body_ = bodies.first;
    const std::size_t count = bodies.second - bodies.first;
    children_.resize(count);
    things_.resize(count);
    cell_.resize(count);
    box_.resize(count);
    gather_things();
    order_bodies();
    measure_bodies();
    stand();
    // In the middle, and upwards.
    std::int64_t right = 0;
    for (const Network::Node& node : nodes_) {
      right = std::max(right, place_[node.vertex].x);
    }
    for (Network::Node& node : nodes_) {
      node.x = static_cast<std::int32_t>(place_[node.vertex].x - right / 2);
      node.y = static_cast<std::int32_t>(-place_[node.vertex].y);
    }
  }

 private:
  [[nodiscard]] std::size_t index(VertexId body) const { return body - first_body_; }

  /// What belongs to each body, and what belongs to none.
  void gather_things() {
    const auto add = [this](Kind kind, Relation relation) {
      const auto [first, last] = graph_.of_kind(kind);
      for (VertexId v = first; v < last; ++v) {
        const auto body = graph_.one(v, relation);
        (body ? things_[index(*body)] : loose_).push_back(v);
      }
    };
    add(Kind::post, Relation::in_body);
    // A tenure without a post, and a person without a tenure, stand alone.
    for (const auto& [kind, relation] :
         {std::pair(Kind::tenure, Relation::of_post), std::pair(Kind::person, Relation::holder)}) {
      const auto [first, last] = graph_.of_kind(kind);
      for (VertexId v = first; v < last; ++v) {
        if (kind == Kind::tenure ? !graph_.one(v, relation) : first_tenure_[v] == nothing) {
          loose_.push_back(v);
        }
      }
    }
    add(Kind::resolution, Relation::issued_by);
    add(Kind::event, Relation::organised_by);
  }

  void find_first_tenures() {
    first_tenure_.assign(graph_.size(), nothing);
    const auto [first, last] = graph_.of_kind(Kind::tenure);
    for (VertexId v = first; v < last; ++v) {
      for (const VertexId person : graph_.out(v, Relation::holder)) {
        first_tenure_[person] = std::min(first_tenure_[person], v);
      }
    }
  }

  /// Those above before those below, whatever circles there are.
  void order_bodies() {
    std::vector<VertexId> parent(children_.size(), nothing);
    std::vector<std::vector<VertexId>> below(children_.size());
    std::vector<bool> reached(children_.size(), false);
    for (std::size_t i = 0; i < parent.size(); ++i) {
      const auto v = static_cast<VertexId>(first_body_ + i);
      parent[i] = graph_.one(v, Relation::under).value_or(nothing);
      if (parent[i] != nothing) {
        below[index(parent[i])].push_back(v);
      }
    }
    const auto reach = [&](VertexId root) {
      roots_.push_back(root);
      std::size_t next = order_.size();
      order_.push_back(root);
      reached[index(root)] = true;
      for (; next < order_.size(); ++next) {
        const VertexId body = order_[next];
        for (const VertexId child : below[index(body)]) {
          if (!reached[index(child)]) {
            reached[index(child)] = true;
            children_[index(body)].push_back(child);
            order_.push_back(child);
          }
        }
      }
    };
    for (std::size_t i = 0; i < parent.size(); ++i) {
      if (parent[i] == nothing) {
        reach(static_cast<VertexId>(first_body_ + i));
      }
    }
    for (std::size_t i = 0; i < parent.size(); ++i) {
      if (!reached[i]) {
        reach(static_cast<VertexId>(first_body_ + i));
      }
    }
  }

  /// What stands beside a thing, row by row: `visit(vertex, row, column)`. Returns its size.
  template <class Visit>
  [[nodiscard]] Item arrange(VertexId thing, Visit visit) const {
    Item item;
    std::int64_t column = 0;
    const auto put = [&](VertexId v, std::int64_t row, std::int64_t at) {
      visit(v, row, at);
      item.rows = std::max(item.rows, row + 1);
      item.columns = std::max(item.columns, at + 1);
    };
    if (is_node_[thing]) {
      put(thing, 0, 0);
      column = 1;
    }
    const bool is_tenure = graph_[thing].kind() == Kind::tenure;
    const std::vector<VertexId> tenures =
        is_tenure ? std::vector{thing} : graph_.in(thing, Relation::of_post);
    std::int64_t row = 0;
    for (const VertexId tenure : tenures) {
      std::int64_t beside = column;
      if (!is_tenure && is_node_[tenure]) {
        put(tenure, row, beside++);
      }
      const auto person = graph_.one(tenure, Relation::holder);
      if (person && is_node_[*person] && first_tenure_[*person] == tenure) {
        put(*person, row, beside++);
      }
      row += beside > column ? 1 : 0;
    }
    return item;
  }

  /// The things of a cell in columns, about as high as wide; with `at`, they get their places.
  Box fill(const std::vector<VertexId>& things, const Point* at) {
    std::vector<Item> items;
    items.reserve(things.size());
    std::int64_t rows = 0;
    std::int64_t tallest = 0;
    std::int64_t columns = 0;
    for (const VertexId thing : things) {
      items.push_back(arrange(thing, [](VertexId, std::int64_t, std::int64_t) {}));
      rows += items.back().rows;
      tallest = std::max(tallest, items.back().rows);
      columns = std::max(columns, items.back().columns);
    }
    const std::int64_t high =
        std::max(tallest, root_of(rows * std::max<std::int64_t>(columns, 1) * column_step / step));
    Box box;
    std::int64_t row = 0;
    std::int64_t column = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (row + items[i].rows > high) {
        row = 0;
        column += columns;
      }
      if (at != nullptr) {
        items[i] = arrange(things[i], [&](VertexId v, std::int64_t r, std::int64_t c) {
          place_[v] = {at->x + (column + c) * column_step, at->y + (row + r) * step};
        });
      }
      row += items[i].rows;
      box.height = std::max(box.height, row * step);
      box.width = std::max(box.width, (column + columns) * column_step);
    }
    return box;
  }

  /// A body and its things: how much room they take.
  Box cell_of(VertexId body) {
    Box box = fill(things_[index(body)], nullptr);
    if (is_node_[body]) {
      box.width += column_step;
      box.height = std::max(box.height, step);
    }
    return box;
  }

  [[nodiscard]] std::vector<Box> boxes_of(const std::vector<VertexId>& bodies) const {
    std::vector<Box> boxes;
    boxes.reserve(bodies.size());
    for (const VertexId body : bodies) {
      boxes.push_back(box_[index(body)]);
    }
    return boxes;
  }

  void measure_bodies() {
    std::for_each(order_.rbegin(), order_.rend(), [this](VertexId body) {
      Box& cell = cell_[index(body)];
      cell = cell_of(body);
      const Box below = Shelves(boxes_of(children_[index(body)])).room;
      const bool both = cell.height > 0 && below.height > 0;
      box_[index(body)] = {std::max(cell.width, below.width),
                           cell.height + (both ? gap : 0) + below.height};
    });
  }

  void stand_side_by_side(const std::vector<VertexId>& bodies, Point at, std::vector<Point>& top) {
    const Shelves shelves(boxes_of(bodies));
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      top[index(bodies[i])] = {at.x + shelves.places[i].x, at.y + shelves.places[i].y};
    }
  }

  void stand() {
    std::vector<Point> top(children_.size());
    stand_side_by_side(roots_, {}, top);
    for (const VertexId body : order_) {
      Point at = top[index(body)];
      const Box& cell = cell_[index(body)];
      const std::vector<VertexId>& children = children_[index(body)];
      const Point below{at.x, at.y + cell.height + (cell.height > 0 ? gap : 0)};
      stand_side_by_side(children, below, top);
      if (is_node_[body]) {
        place_[body] = at;
        at.x += column_step;
      }
      fill(things_[index(body)], &at);
    }
    Point at{0, Shelves(boxes_of(roots_)).room.height};
    const auto stand_below = [&](const std::vector<VertexId>& things) {
      at.y += at.y > 0 ? gap : 0;
      at.y += fill(things, &at).height;
    };
    stand_below(loose_);
    for (const Kind kind : {Kind::place, Kind::document}) {
      std::vector<VertexId> all;
      const auto [first, last] = graph_.of_kind(kind);
      for (VertexId v = first; v < last; ++v) {
        all.push_back(v);
      }
      stand_below(all);
    }
  }

  const Graph& graph_;
  std::vector<Network::Node>& nodes_;
  std::vector<bool> is_node_;           ///< by vertex
  std::vector<VertexId> first_tenure_;  ///< by person: beside which the person stands
  std::vector<Point> place_;
  VertexId first_body_ = 0;
  std::vector<std::vector<VertexId>> children_;  ///< by body: those that stand below it
  std::vector<std::vector<VertexId>> things_;    ///< by body: what belongs to it
  std::vector<VertexId> loose_;                  ///< what belongs to no body
  std::vector<Box> cell_;                        ///< by body, without those below
  std::vector<Box> box_;                         ///< with those below
  std::vector<VertexId> roots_;
  std::vector<VertexId> order_;
};

}  // namespace

void lay_out(const Graph& graph, std::vector<Network::Node>& nodes) { Layout(graph, nodes).run(); }

std::int64_t root_of(std::int64_t square) {
  std::int64_t root = square;
  while (root > 0 && root > square / root) {
    root = (root + square / root) / 2;
  }
  return root;
}

}  // namespace nom::network
