// SPDX-License-Identifier: Apache-2.0
// format: the files that a graph becomes.
//
// In:   a `Graph`, options and a `Sink` (of a format that is a folder of files: one for each). Out:
// bytes in the sink, the same for the same graph; or a fault: a writer that could not write
// everything never reports success. A format says which kinds of things and which relations it has
// words for; the rest is not written, and the command line says so. And back: some kinds of RDF are
// read as the graph that was written. To add a format, add a folder src/format/<name>/ with a
// `const Format <name>_format` and the line nom_add_format(<name>) to src/format/CMakeLists.txt;
// command line, help and contract tests follow by themselves.
#pragma once

#include "fault/fault.hpp"
#include "graph/graph.hpp"
#include "network/network.hpp"
#include "rdf/rdf.hpp"

#include <array>
#include <cstdint>
#include <cstdio>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace nom {

/// Takes bytes. A fault is final: the writer stops.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  virtual Result<Done> write(std::string_view bytes) = 0;
};

/// Writes a temporary file beside the one that is wanted; `finish` gives it its name. Without
/// `finish` the temporary file is removed and a file that was there before stays as it was. What is
/// no regular file (a pipe, a device) is written to as it is.
class FileSink : public Sink {
 public:
  /// Fails with FaultKind::io if the temporary file (`path`.tmp) cannot be made.
  static Result<std::unique_ptr<FileSink>> open(const std::string& path);
  ~FileSink() override;

  Result<Done> write(std::string_view bytes) override;
  /// Closes the file and renames it. Fails with FaultKind::io: disk full, no permission.
  Result<Done> finish();

 private:
  FileSink(std::string path, std::string temporary, std::FILE* file)
      : path_(std::move(path)), temporary_(std::move(temporary)), file_(file) {}

  void remove_temporary();

  std::string path_;
  std::string temporary_;  ///< the path itself where it is written to as it is
  std::FILE* file_;
};

enum class GexfVersion : std::uint8_t { v1_2, v1_3 };

/// By GexfVersion.
inline constexpr std::array<std::string_view, 2> gexf_versions = {"1.2", "1.3"};

struct FormatOptions {
  /// Where the IRIs of things start, as rdf::check_base lets it pass.
  Iri base = rdf::default_base();
  /// Of formats that project: what is to be drawn.
  Projection project = Projection::whole;
  /// Of formats that take a day: see NetworkOptions::on.
  std::optional<PartialDate> on{};
  GexfVersion gexf_version = GexfVersion::v1_3;
};

/// `write` fails with FaultKind::data on text that is not UTF-8 (and names the vertex), and with
/// the sink's fault.
using Write = Result<Done> (*)(const Graph& graph, const FormatOptions& options, Sink& sink);

/// One file of a format that is a folder.
struct Part {
  std::string_view name;  ///< "people.csv"
  Write write = nullptr;
};

/// How a format is read back.
enum class ReadBack : std::uint8_t {
  no,
  graph,         ///< as one graph
  named_graphs,  ///< with the graph in which each statement is
};

/// One format.
struct Format {
  std::string_view name;          ///< as --format takes it: "turtle"
  std::string_view extension;     ///< without the dot: "ttl"; of a folder's files
  std::string_view media_type;    ///< "text/turtle"
  std::string_view help;          ///< one line
  Write write = nullptr;          ///< of a format that is one file
  std::span<const Part> parts{};  ///< of one that is a folder
  // What it has words for, of the whole graph.
  Kinds holds = all_kinds;
  Relations tells = all_relations;
  bool tells_merged = true;           ///< Vertex::merged
  bool tells_parts_in_events = true;  ///< Edge::part

  bool projects = false;  ///< takes FormatOptions::project
  bool on_a_day = false;  ///< takes FormatOptions::on
  ReadBack read_back = ReadBack::no;
};

namespace format {

/// All formats, sorted by name.
std::span<const Format* const> all();

/// The format of this name, or, of those that are one file, of this extension; or nullptr.
const Format* find(std::string_view name_or_extension);

/// Are graphs read back from files that end so? (Format::read_back)
bool reads(std::string_view extension);

/// Reads back a graph that was written in the format of this extension, one of those that `reads`
/// knows; `file` is its name in faults. No value: it is not well-formed, or not a graph of ours. A
/// statement that does not fit is a fault with its line (rdf::assemble). Memory: some three times
/// the file.
std::optional<rdf::ReadGraph> read(std::string_view extension, std::istream& in,
                                   const std::string& file, Faults& faults);

}  // namespace format

}  // namespace nom
