// SPDX-License-Identifier: Apache-2.0
// out: bytes on their way to a sink, those of our own writers and those of the RDF libraries.
#pragma once

#include "format/format.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nom::format {

/// Gathers bytes and hands them on by the piece. The first fault is kept, and nothing is written
/// after it; a writer goes on or looks at `failed` once in a while.
class Out {
 public:
  explicit Out(Sink& sink) : sink_(sink) {}

  /// The bytes as they are.
  Out& operator<<(std::string_view bytes) {
    gathered_ += bytes;
    if (gathered_.size() > piece) {
      pass_on();
    }
    return *this;
  }

  /// What the text is about from now on: faults of data name its key.
  void about(std::string_view key) { key_ = key; }

  /// As rdf::carried; of a text that is not UTF-8 nothing, and that is the fault.
  std::string carried(std::string_view text);

  /// The IRI of a key, or nothing, and that is the fault.
  std::string iri(const Iri& base, std::string_view key);

  void fail(Fault fault);

  /// A library does something other than it was asked for: a fault of ours.
  void fail(const std::string& what);

  [[nodiscard]] bool failed() const { return fault_.has_value(); }

  [[nodiscard]] Result<Done> state() const {
    return fault_ ? Result<Done>(*fault_) : Result<Done>(Done{});
  }

  /// Hands on the rest.
  Result<Done> finish();

 private:
  static constexpr std::size_t piece = 1 << 16;

  void pass_on();

  Sink& sink_;
  std::string gathered_;
  std::string key_;
  std::optional<Fault> fault_;
};

/// Hands on the vertices of a kind, up to a fault, which names the vertex.
template <class Write>
void each_of(const Graph& graph, Kind kind, Out& out, Write write) {
  const auto [first, last] = graph.of_kind(kind);
  for (VertexId v = first; v < last && !out.failed(); ++v) {
    out.about(graph.key(v));
    write(v);
  }
}

/// Hands on the nodes of a network with their numbers, up to a fault, which names the node.
template <class Write>
void each_node(const Network& network, Out& out, Write write) {
  std::size_t number = 0;
  for (const Network::Node& node : network.nodes()) {
    if (out.failed()) {
      return;
    }
    out.about(network.graph().key(node.vertex));
    write(number++, node);
  }
}

/// The same of its ties; a fault names the source.
template <class Write>
void each_tie(const Network& network, Out& out, Write write) {
  std::size_t number = 0;
  for (const Network::Tie& tie : network.ties()) {
    if (out.failed()) {
      return;
    }
    out.about(network.graph().key(network.nodes()[tie.source].vertex));
    write(number++, tie);
  }
}

/// In the text of an element. Only what must be is escaped: one importer eats white space beside
/// &quot;.
std::string xml_text(std::string_view carried);

/// Between double quotes; line ends and tabs as references, for readers make spaces of them.
std::string xml_attribute(std::string_view carried);

/// Tenths, all of them written: no locale, no rounding. -5 → "-0.5".
std::string from_tenths(std::int64_t tenths);

}  // namespace nom::format
