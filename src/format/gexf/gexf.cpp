// SPDX-License-Identifier: Apache-2.0
// GEXF 1.3 with time for Gephi (and gephi-lite, which leaves the time out), or 1.2, which is what
// networkx reads.
//
// What a person holds is an edge from the person to the post, with a spell for each term: the days
// on which the post may be held, by the dates that the sources give. Spells have whole dates and
// include both ends (ours end before the day of the successor), so on the day of a handover only
// the successor holds the post. Dates as the sources give them are in columns. Gephi unites
// parallel edges of one kind, so `kind` keeps relations apart. The readers' traps that are stepped
// around: one <attributes> block a class, with id = title; edges all of one direction; no spells
// that overlap; no spell that ends before it starts; no control characters.
#include "format/out.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nom::format {

namespace {

struct Version {
  std::string_view name;
  std::string_view space;
  std::string_view viz;
  /// 1.3 has the kind of an edge as an attribute of XML, and says what times are.
  bool kinds;
};

constexpr std::array<Version, 2> versions = {{
    {gexf_versions[0], "http://www.gexf.net/1.2draft", "http://www.gexf.net/1.2draft/viz", false},
    {gexf_versions[1], "http://gexf.net/1.3", "http://gexf.net/1.3/viz", true},
}};

class Writer {
 public:
  Writer(const Network& network, const Version& version, const Iri& base, Sink& sink)
      : network_(network), version_(version), base_(base), out_(sink) {}

  Result<Done> run() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" << version_.space
         << "\" xmlns:viz=\"" << version_.viz << "\" version=\"" << version_.name << "\">\n"
         << "  <meta>\n    <creator>Nomenclator</creator>\n  </meta>\n"
         << "  <graph defaultedgetype=\"" << (network_.directed() ? "directed" : "undirected")
         << R"(" mode="dynamic" timeformat="date")"
         << (version_.kinds ? " timerepresentation=\"interval\"" : "") << ">\n";
    declare("node", {"kind", "key", "iri"}, network::node_attributes(network_));
    declare("edge", {}, network::tie_attributes(network_));
    const auto one = [this](std::size_t number, const auto& what) { write(number, what); };
    out_ << "    <nodes>\n";
    each_node(network_, out_, one);
    out_ << "    </nodes>\n    <edges>\n";
    each_tie(network_, out_, one);
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
    return out_.finish();
  }

 private:
  void declare(std::string_view element, std::initializer_list<std::string_view> first,
               const std::vector<network::Attribute>& attributes) {
    out_ << "    <attributes class=\"" << element << "\" mode=\"static\">\n";
    const auto one = [this](std::string_view name, std::string_view type) {
      out_ << "      <attribute id=\"" << name << "\" title=\"" << name << "\" type=\"" << type
           << "\"/>\n";
    };
    for (const std::string_view name : first) {
      one(name, "string");
    }
    for (const network::Attribute& attribute : attributes) {
      one(attribute.name,
          attribute.type == network::Attribute::Type::integer ? "integer" : "string");
    }
    out_ << "    </attributes>\n";
  }

  void value(std::string_view name, std::string_view text) {
    out_ << "          <attvalue for=\"" << name << "\" value=\""
         << xml_attribute(out_.carried(text)) << "\"/>\n";
  }

  void write(const std::vector<Spell>& spells) {
    if (spells.empty()) {
      return;
    }
    out_ << "        <spells>\n";
    for (const Spell& spell : spells) {
      out_ << "          <spell";
      if (spell.first) {
        out_ << " start=\"" << to_iso(date_of(*spell.first)) << "\"";
      }
      if (spell.last) {
        out_ << " end=\"" << to_iso(date_of(*spell.last)) << "\"";
      }
      out_ << "/>\n";
    }
    out_ << "        </spells>\n";
  }

  void write(std::size_t index, const Network::Node& node) {
    const std::string_view key = network_.graph().key(node.vertex);
    out_ << "      <node id=\"n" << std::to_string(index) << "\" label=\""
         << xml_attribute(out_.carried(network::label_of(network_, node))) << "\">\n"
         << "        <attvalues>\n";
    value("kind", name_of(network_.graph()[node.vertex].kind()));
    value("key", key);
    value("iri", out_.iri(base_, key));
    network::describe(network_, node,
                      [this](std::string_view name, std::string_view text) { value(name, text); });
    out_ << "        </attvalues>\n";
    if (const std::optional<Spell> spell = network::spell_of(network_, node)) {
      write(std::vector{*spell});
    }
    const std::string_view color = network::color_of(network_, node);
    const auto part = [color](std::size_t at) {
      return std::to_string(std::stoi(std::string(color.substr(at, 2)), nullptr, 16));
    };
    out_ << "        <viz:size value=\"" << from_tenths(network::size_tenths(node)) << "\"/>\n"
         << "        <viz:position x=\"" << from_tenths(10 * std::int64_t{node.x}) << "\" y=\""
         << from_tenths(10 * std::int64_t{node.y}) << "\" z=\"0.0\"/>\n"
         << "        <viz:color r=\"" << part(1) << "\" g=\"" << part(3) << "\" b=\"" << part(5)
         << "\"/>\n"
         << "      </node>\n";
  }

  void write(std::size_t index, const Network::Tie& tie) {
    out_ << "      <edge id=\"e" << std::to_string(index) << "\" source=\"n"
         << std::to_string(tie.source) << "\" target=\"n" << std::to_string(tie.target)
         << "\" label=\"" << network::kind_of(tie) << "\"";
    if (version_.kinds) {
      out_ << " kind=\"" << xml_attribute(out_.carried(network::strand_of(network_, tie))) << "\"";
    }
    if (network_.weighted()) {
      out_ << " weight=\"" << std::to_string(tie.weight) << ".0\"";
    }
    out_ << ">\n        <attvalues>\n";
    network::describe(network_, tie,
                      [this](std::string_view name, std::string_view text) { value(name, text); });
    out_ << "        </attvalues>\n";
    write(network::spells_of(network_, tie));
    out_ << "      </edge>\n";
  }

  const Network& network_;
  const Version& version_;
  const Iri& base_;
  Out out_;
};

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  const Version& version = versions.at(static_cast<std::size_t>(options.gexf_version));
  const Network network = network::of(graph, {options.project, options.on, true, true});
  return Writer(network, version, options.base, sink).run();
}

}  // namespace

extern const Format gexf_format;
const Format gexf_format = {
    .name = "gexf",
    .extension = "gexf",
    .media_type = "application/gexf+xml",
    .help = "GEXF: people, posts and bodies over time, for Gephi",
    .write = write,
    // Tenures are edges, and no edge leads from one to another.
    .tells = static_cast<Relations>(all_relations & ~relations_of({Relation::ended_by})),
    .projects = true,
    .on_a_day = true};

}  // namespace nom::format
