// SPDX-License-Identifier: Apache-2.0
// layout: where the nodes of a network stand.
#pragma once

#include "network/network.hpp"

#include <cstdint>
#include <vector>

namespace nom::network {

/// Gives each node its place: a body's cell is the body itself and, to its right, what belongs to
/// it: its posts with their tenures and holders beside them, the resolutions that it issued, the
/// events that it organised. Below the cell stand the cells of the bodies under it, side by side,
/// on the next shelf where the line gets too long. A person stands in the first post that they
/// hold. What belongs to no body stands below all bodies: posts, people, resolutions, events; then
/// places; then documents. Whole numbers, in steps of 40; no two nodes in one place. Cost: linear
/// (the order of bodies apart).
void lay_out(const Graph& graph, std::vector<Network::Node>& nodes);

/// Greatest whole number whose square is not greater. Newton's, without floating point.
std::int64_t root_of(std::int64_t square);

}  // namespace nom::network
