// SPDX-License-Identifier: Apache-2.0
#include "format/serd.hpp"

#include "format/out.hpp"

#include <serd/serd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace nom::format {

namespace {

struct Free {
  void operator()(SerdEnv* p) const { serd_env_free(p); }
  void operator()(SerdWriter* p) const { serd_writer_free(p); }
};

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

// A view of the text, which must outlive it.
SerdNode node(SerdType type, const std::string& text) {
  if (type == SERD_LITERAL) {  // the writer asks for quotes and line ends in it
    return serd_node_from_substring(type, bytes_of(text), text.size());
  }
  return {bytes_of(text), text.size(), text.size(), 0, type};
}

std::size_t write_bytes(const void* bytes, std::size_t size, void* out) {
  *static_cast<Out*>(out) << std::string_view(static_cast<const char*>(bytes), size);
  return size;
}

SerdStatus on_error(void* out, const SerdError* error) {
  static_cast<Out*>(out)->fail(
      std::string(reinterpret_cast<const char*>(serd_strerror(error->status))));
  return SERD_SUCCESS;
}

class Writer : public rdf::Visitor {
 public:
  Writer(Sink& sink, Iri base, SerdSyntax syntax) : out_(sink), base_(std::move(base)) {
    const SerdNode of_base = node(SERD_URI, base_.str());
    SerdURI parsed = SERD_URI_NULL;
    check(serd_uri_parse(of_base.buf, &parsed), "it refused the base");
    env_.reset(serd_env_new(nullptr));
    constexpr unsigned style = SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK;
    writer_.reset(serd_writer_new(syntax == SerdSyntax::trig ? SERD_TRIG : SERD_TURTLE,
                                  static_cast<SerdStyle>(style), env_.get(), &parsed, write_bytes,
                                  &out_));
    serd_writer_set_error_sink(writer_.get(), on_error, &out_);
    check(serd_writer_set_base_uri(writer_.get(), &of_base), "it refused the base");
    for (const rdf::Prefix& prefix : rdf::prefixes()) {
      const std::string name(prefix.name);
      const std::string iri(prefix.iri);
      const SerdNode of_name = node(SERD_LITERAL, name);
      const SerdNode of_iri = node(SERD_URI, iri);
      check(serd_writer_set_prefix(writer_.get(), &of_name, &of_iri), "it refused a prefix");
    }
  }

  Result<Done> in_graph(const Iri& name) override {
    graph_ = name;
    return out_.state();
  }

  Result<Done> describe(const Iri& subject, std::span<const rdf::Statement> statements) override {
    const SerdNode s = relative(subject);
    std::string predicate;
    std::string object;
    std::string datatype;
    std::optional<SerdNode> graph;
    if (graph_) {
      graph = relative(*graph_);
    }
    for (const rdf::Statement& statement : statements) {
      const SerdNode p = shortened(statement.predicate, predicate);
      if (const auto* iri = std::get_if<Iri>(&statement.object)) {
        const SerdNode o = shortened(*iri, object);
        write(graph, s, p, o, nullptr, nullptr);
        continue;
      }
      using Type = rdf::Literal::Type;
      const auto& literal = std::get<rdf::Literal>(statement.object);
      const SerdNode o = node(SERD_LITERAL, literal.text());
      const SerdNode type = shortened(rdf::datatype(literal.type()), datatype);
      const SerdNode language = node(SERD_LITERAL, literal.language());
      const bool typed = literal.type() != Type::string && literal.type() != Type::language;
      write(graph, s, p, o, typed ? &type : nullptr,
            literal.type() == Type::language ? &language : nullptr);
    }
    return out_.state();
  }

  Result<Done> finish() {
    check(serd_writer_finish(writer_.get()), "it cannot end");
    return out_.finish();
  }

 private:
  /// Below the base without it. (Serd would do it, but goes up to parents of the base as well.)
  [[nodiscard]] SerdNode relative(const Iri& iri) const {
    const std::string_view rest = rdf::below(base_, iri);
    return rest.empty() ? node(SERD_URI, iri.str())
                        : SerdNode{bytes_of(rest), rest.size(), rest.size(), 0, SERD_URI};
  }

  /// With its prefix, in `text`, if it has one and the rest is a plain name. (Serd would do it, but
  /// not for names with "_".) rdf:type stays whole: Serd makes "a" of it.
  [[nodiscard]] SerdNode shortened(const Iri& iri, std::string& text) const {
    const auto [prefix, name] = rdf::prefixed(iri);
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    });
    if (plain && !(prefix == "rdf" && name == "type")) {
      text.assign(prefix).append(":").append(name);
      return node(SERD_CURIE, text);
    }
    return relative(iri);
  }

  void check(SerdStatus status, const char* what) {
    if (status != SERD_SUCCESS) {
      out_.fail(std::string(what));
    }
  }

  void write(const std::optional<SerdNode>& graph, const SerdNode& s, const SerdNode& p,
             const SerdNode& o, const SerdNode* type, const SerdNode* language) {
    check(serd_writer_write_statement(writer_.get(), 0, graph ? &*graph : nullptr, &s, &p, &o, type,
                                      language),
          "it refused a statement");
  }

  Out out_;
  Iri base_;
  std::unique_ptr<SerdEnv, Free> env_;
  std::unique_ptr<SerdWriter, Free> writer_;
  std::optional<Iri> graph_;
};

}  // namespace

Result<Done> write_with_serd(const Graph& graph, const FormatOptions& options, Sink& sink,
                             SerdSyntax syntax) {
  Writer writer(sink, options.base, syntax);
  const auto walk = syntax == SerdSyntax::trig ? rdf::walk_graphs : rdf::walk;
  if (Result<Done> done = walk(graph, options.base, writer); !done) {
    return done;
  }
  return writer.finish();
}

}  // namespace nom::format
