// SPDX-License-Identifier: Apache-2.0
// rdf: the graph as RDF: which terms say what, how things get their IRIs, and the triples.
//
// In:   a `Graph` and a base, or the statements of a file. Out: descriptions (a subject and its
// statements), handed to a visitor one after the other in canonical order: subjects by IRI,
// statements by predicate and object, no statement twice, no blank nodes; or the graph that the
// statements describe. Terms can be made only by checking functions, because what writes them
// (Raptor 2.0.15) takes any bytes and spoils them without a word: it cuts literals at invalid
// UTF-8, lets language tags inject triples and escapes bad IRIs into garbage.
//
// Vocabulary: FOAF, W3C ORG, SKOS, PROV-O, Web Annotation (oa), OWL-Time, Dublin Core, ELI, VoID,
// schema.org, and our own nom: terms, which schema/nomenclator.ttl defines and aligns with them.
#pragma once

#include "date/date.hpp"
#include "fault/fault.hpp"
#include "graph/graph.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace nom {

/// An absolute IRI (RFC 3987) as Turtle and N-Triples can write it: a scheme, valid UTF-8, no white
/// space or controls (U+0000 to U+0020, U+007F to U+009F), no noncharacters and none of <>"{}|\^`,
/// and % only before two hexadecimal digits.
class Iri {
 public:
  /// Fails with FaultKind::data, naming the first character that is wrong.
  static Result<Iri> from(std::string_view text);

  [[nodiscard]] const std::string& str() const { return text_; }

  friend bool operator==(const Iri& a, const Iri& b) { return a.text_ == b.text_; }
  friend auto operator<=>(const Iri& a, const Iri& b) { return a.text_ <=> b.text_; }

 private:
  explicit Iri(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

namespace rdf {

/// Where the IRIs of things start unless the user gives a base. The domain is reserved (RFC 2606),
/// so it belongs to nobody: data that is to be published needs a base of one's own, for instance
/// `--base https://data.my-institute.org/elites/`.
const Iri& default_base();

/// The namespace of our own terms; the same whatever the base.
inline constexpr std::string_view own_namespace = "https://nomenclator.example/ns#";

/// A base: an IRI with an authority, without query or fragment, ending in "/".
/// Fails with FaultKind::usage.
Result<Iri> check_base(std::string_view text);

/// base + key, each byte of the key but letters, digits and "-._~/" percent-encoded: the key
/// "person/ngo-dong-hai.thai-binh" → <https://…/id/person/ngo-dong-hai.thai-binh>. Fails with
/// FaultKind::data if a part of the key between slashes is empty, "." or "..".
Result<Iri> mint(const Iri& base, std::string_view key);

/// An address on the web (http or https), or no value.
std::optional<Iri> address(std::string_view text);

/// What is below the base, without it: "person/ann". Empty if the IRI is not below it.
std::string_view below(const Iri& base, const Iri& iri);

/// Text that RDF and XML 1.0 can both carry: control characters (U+0000 to U+001F but tab and LF,
/// and U+007F) and noncharacters become U+FFFD, but CR becomes LF, as XML readers make it (Raptor
/// writes it into Turtle where it may not stand). One for one, so that offsets in code points stay
/// right. Fails with FaultKind::data if the text is not UTF-8.
Result<std::string> carried(std::string_view text);

/// A literal: text, text in a language, a date at its precision, a number or a truth value.
class Literal {
 public:
  enum class Type : std::uint8_t { string, language, date, month, year, integer };

  /// As `carried`. `language` is a BCP 47 tag or empty; fails with FaultKind::data if it is
  /// neither.
  static Result<Literal> of_text(std::string_view text, std::string_view language = {});
  /// xsd:date, xsd:gYearMonth or xsd:gYear. Fails with FaultKind::data if it is no date.
  static Result<Literal> of_date(PartialDate date);
  /// xsd:nonNegativeInteger.
  static Literal of_number(std::uint64_t number);

  [[nodiscard]] const std::string& text() const { return text_; }

  [[nodiscard]] Type type() const { return type_; }

  /// Lower case; empty unless the type is `language`.
  [[nodiscard]] const std::string& language() const { return language_; }

  friend auto operator<=>(const Literal& a, const Literal& b) {
    return std::tie(a.text_, a.type_, a.language_) <=> std::tie(b.text_, b.type_, b.language_);
  }

  friend bool operator==(const Literal& a, const Literal& b) {
    return std::tie(a.text_, a.type_, a.language_) == std::tie(b.text_, b.type_, b.language_);
  }

 private:
  Literal(std::string text, Type type, std::string language = {})
      : text_(std::move(text)), type_(type), language_(std::move(language)) {}

  std::string text_;
  Type type_;
  std::string language_;
};

/// IRI of a literal's datatype.
const Iri& datatype(Literal::Type type);

struct Statement {
  Iri predicate;
  std::variant<Iri, Literal> object;

  friend auto operator<=>(const Statement& a, const Statement& b) {
    return std::tie(a.predicate, a.object) <=> std::tie(b.predicate, b.object);
  }

  friend bool operator==(const Statement& a, const Statement& b) {
    return std::tie(a.predicate, a.object) == std::tie(b.predicate, b.object);
  }
};

struct Prefix {
  std::string_view name;
  std::string_view iri;
};

/// The prefixes of all vocabularies in use, sorted by name.
std::span<const Prefix> prefixes();

/// The name of an IRI's prefix, and what follows: "org", "member". Both empty if it has none.
struct Prefixed {
  std::string_view prefix;
  std::string_view name;
};

Prefixed prefixed(const Iri& iri);

/// Takes the descriptions one by one; a fault ends the walk.
class Visitor {
 public:
  Visitor() = default;
  Visitor(const Visitor&) = delete;
  Visitor& operator=(const Visitor&) = delete;
  virtual ~Visitor() = default;

  /// What follows is said in the graph of this name (`walk_graphs` only).
  virtual Result<Done> in_graph(const Iri& /*name*/) { return Done{}; }

  /// `statements` is sorted, without repeats and never empty; the views end with the call.
  virtual Result<Done> describe(const Iri& subject, std::span<const Statement> statements) = 0;
};

/// Walks the graph. Faults: FaultKind::data for text that cannot be carried or a quotation that is
/// not in its document, and whatever the visitor returns. Cost: O(n log n) in vertices and
/// citations, memory of a few words for each; the descriptions of one vertex are held at a time.
Result<Done> walk(const Graph& graph, const Iri& base, Visitor& visitor);

/// The same statements in named graphs. The default graph comes first and has what is known from
/// all documents together: people, bodies, posts, tenures and the rest, with the claims about them.
/// Then comes a graph for each document, named like it: the document, its stretches, and what
/// cites it (nom:mention, prov:wasDerivedFrom and the annotations). So each statement is in one
/// graph, and without the graph of a document nothing points at it any more. Subjects are in order
/// within each graph. Faults and cost as for `walk`; what cites one document is held at a time.
Result<Done> walk_graphs(const Graph& graph, const Iri& base, Visitor& visitor);

// --- and back ---------------------------------------------------------------------------------

struct ReadGraph;

/// Statements as a file has them, in any order. Each text is kept once; a statement takes 24 bytes.
class Statements {
 public:
  struct Said {
    NameId subject = no_name;
    NameId predicate = no_name;
    NameId object = no_name;
    NameId type = no_name;   ///< no_name: the object is an IRI; else the IRI of its datatype, or
                             ///< "@" and its language in lower case
    NameId graph = no_name;  ///< no_name: the default graph
    int line = 0;
  };

  /// A literal without datatype has that of xsd:string.
  void add(std::string_view subject, std::string_view predicate, std::string_view object,
           std::string_view type, std::string_view graph, int line);

 private:
  friend Result<ReadGraph> assemble(Statements statements, bool in_graphs, const std::string& file,
                                    Faults& faults);

  Names names_;
  std::vector<Said> all_;
};

/// A graph that was read, and the base of its IRIs.
struct ReadGraph {
  Graph graph;
  Iri base;
};

/// The graph of which the statements are the description: what `walk` (or, `in_graphs`, what
/// `walk_graphs`) says of the result is what was given. That is checked: a statement that the graph
/// would not make, and one that it would make and that is missing, is a fault with its line in
/// `file`, and the rest is taken. No graph: FaultKind::schema where no void:Dataset names one base.
/// Cost: O(n log n), and twice the memory of the statements.
Result<ReadGraph> assemble(Statements statements, bool in_graphs, const std::string& file,
                           Faults& faults);

}  // namespace rdf

}  // namespace nom
