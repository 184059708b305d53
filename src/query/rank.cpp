// SPDX-License-Identifier: Apache-2.0
#include "query/query.hpp"
#include "query/ties.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/property_map/vector_property_map.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <vector>

namespace nom::query {

namespace {

// With three digits after the point, whatever the locale.
std::string decimal(double value) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                          std::chars_format::fixed, 3);
  return error == std::errc() ? std::string(digits.data(), end) : std::string("0.000");
}

}  // namespace

Answer rank(const Graph& graph) {
  Answer answer;
  answer.columns = {{"kind"}, {"name"}, {"degree", true}, {"betweenness", true}, {"key"}};
  answer.subject = "here";
  const Projection projection = people_and_bodies(graph);
  std::vector<double> between(projection.members.size(), 0);
  boost::brandes_betweenness_centrality(
      projection.ties, boost::make_iterator_property_map(
                           between.begin(), get(boost::vertex_index, projection.ties)));
  struct Place {
    double value;
    std::size_t degree;
    VertexId v;
  };
  std::vector<Place> places;
  for (std::size_t n = 0; n < projection.members.size(); ++n) {
    if (graph[projection.members[n]].kind() != Kind::post) {
      places.push_back({between[n], out_degree(n, projection.ties), projection.members[n]});
    }
  }
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::tuple(-a.value, b.degree, a.v) < std::tuple(-b.value, a.degree, b.v);
  });
  for (const Place& place : places) {
    Row row;
    row.cells = {std::string(name_of(graph[place.v].kind())), std::string(graph.label(place.v)),
                 std::to_string(place.degree), decimal(place.value),
                 std::string(graph.key(place.v))};
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

}  // namespace nom::query
