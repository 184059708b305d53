// SPDX-License-Identifier: Apache-2.0
// JSON-LD 1.1, compact, one node a line: {"@context": {…}, "@graph": [ nodes ]}. The context is
// that of schema/context.jsonld with the base, and stands in the file, so that nobody has to fetch
// it. Names are prefixed ("org:member"), IRIs below the base relative. All literals are strings: a
// number of JSON would lose its datatype, a date has none there. The context gives the datatype
// where a property always has the same one, else the value says it: {"@type": "xsd:gYear",
// "@value": "2021"}.
#include "format/context_file.hpp"
#include "format/format.hpp"
#include "format/out.hpp"

#include <rapidjson/document.h>
#include <rapidjson/writer.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace nom::format {

namespace {

/// Where RapidJSON writes.
class Stream {
 public:
  using Ch = char;

  explicit Stream(Out& out) : out_(out) {}

  // NOLINTNEXTLINE(readability-identifier-naming): RapidJSON's names
  void Put(char c) { out_ << std::string_view(&c, 1); }

  // NOLINTNEXTLINE(readability-identifier-naming)
  void Flush() {}

 private:
  Out& out_;
};

class Writer : public rdf::Visitor {
 public:
  Writer(Sink& sink, Iri base) : out_(sink), base_(std::move(base)), stream_(out_), json_(stream_) {
    rapidjson::Document file;
    const std::string_view text = embedded::context_file()[0].second;
    file.Parse(text.data(), text.size());
    if (file.HasParseError() || !file.IsObject() || !file.HasMember("@context")) {
      out_.fail("schema/context.jsonld cannot be used");
      return;
    }
    out_ << "{\"@context\":";
    json_.StartObject();
    member("@base");
    string(base_.str());
    const rapidjson::Value& context = file["@context"];
    for (auto each = context.MemberBegin(); each < context.MemberEnd(); ++each) {
      const auto& [name, value] = *each;
      member({name.GetString(), name.GetStringLength()});
      value.Accept(json_);
      if (value.IsObject() && value.HasMember("@type")) {
        types_.emplace(name.GetString(), value["@type"].GetString());
      }
    }
    json_.EndObject();
    out_ << ",\n\"@graph\":[";
  }

  Result<Done> describe(const Iri& subject, std::span<const rdf::Statement> statements) override {
    out_ << (first_ ? "\n" : ",\n");
    first_ = false;
    json_.Reset(stream_);
    json_.StartObject();
    member("id");
    string(reference(subject));
    const Iri& type = rdf_type_;
    write_values("type", "", true, statements, type);
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const Iri& predicate = statements[i].predicate;
      if ((i == 0 || statements[i - 1].predicate != predicate) && predicate != type) {
        const std::string name = prefixed(predicate);
        const auto found = types_.find(name);
        write_values(name, found == types_.end() ? "" : found->second, false, statements.subspan(i),
                     predicate);
      }
    }
    json_.EndObject();
    return out_.state();
  }

  Result<Done> finish() {
    out_ << "\n]}\n";
    return out_.finish();
  }

 private:
  void member(std::string_view name) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void string(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  /// The values that the statements have for a predicate: one, or an array.
  void write_values(std::string_view name, std::string_view type, bool plain,
                    std::span<const rdf::Statement> statements, const Iri& predicate) {
    std::size_t count = 0;
    for (const rdf::Statement& statement : statements) {
      count += statement.predicate == predicate ? 1U : 0U;
    }
    if (count == 0) {
      return;
    }
    member(name);
    if (count > 1) {
      json_.StartArray();
    }
    for (const rdf::Statement& statement : statements) {
      if (statement.predicate != predicate) {
        continue;
      }
      if (const auto* iri = std::get_if<Iri>(&statement.object)) {
        write_iri(*iri, plain || type == "@id");
      } else {
        write_literal(std::get<rdf::Literal>(statement.object), type);
      }
    }
    if (count > 1) {
      json_.EndArray();
    }
  }

  void write_iri(const Iri& iri, bool expected) {
    if (expected) {
      string(reference(iri));
      return;
    }
    json_.StartObject();
    member("id");
    string(reference(iri));
    json_.EndObject();
  }

  /// `type` is what the context says that strings are; empty: plain ones.
  void write_literal(const rdf::Literal& literal, std::string_view type) {
    using Type = rdf::Literal::Type;
    const bool is_string = literal.type() == Type::string;
    const bool typed = !is_string && literal.type() != Type::language;
    const std::string own = typed ? prefixed(rdf::datatype(literal.type())) : std::string();
    if (literal.type() != Type::language && own == type) {
      string(literal.text());
      return;
    }
    json_.StartObject();
    if (literal.type() == Type::language) {
      member("@language");
      string(literal.language());
    } else if (typed) {
      member("@type");
      string(own);
    }
    member("@value");
    string(literal.text());
    json_.EndObject();
  }

  static std::string prefixed(const Iri& iri) {
    const auto [prefix, name] = rdf::prefixed(iri);
    return prefix.empty() ? iri.str() : std::string(prefix).append(":").append(name);
  }

  /// A term, or relative to the base. (What stands below it has its colons percent-encoded.)
  [[nodiscard]] std::string reference(const Iri& iri) const {
    const std::string_view rest = rdf::below(base_, iri);
    return rest.empty() ? prefixed(iri) : std::string(rest);
  }

  Out out_;
  Iri base_;
  Stream stream_;
  rapidjson::Writer<Stream> json_;
  std::map<std::string, std::string, std::less<>> types_;  ///< by property, as the context has it
  const Iri rdf_type_ = *Iri::from("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  bool first_ = true;
};

Result<Done> write(const Graph& graph, const FormatOptions& options, Sink& sink) {
  Writer writer(sink, options.base);
  if (Result<Done> done = rdf::walk(graph, options.base, writer); !done) {
    return done;
  }
  return writer.finish();
}

}  // namespace

extern const Format jsonld_format;
const Format jsonld_format = {"jsonld", "jsonld", "application/ld+json",
                              "RDF as JSON-LD: linked data for those who read JSON", write};

}  // namespace nom::format
