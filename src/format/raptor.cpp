// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

#include "format/out.hpp"

#include <raptor2.h>

#include <memory>
#include <string>

namespace nom::format {

namespace {

struct Free {
  void operator()(raptor_world* p) const { raptor_free_world(p); }
  void operator()(raptor_serializer* p) const { raptor_free_serializer(p); }
  void operator()(raptor_iostream* p) const { raptor_free_iostream(p); }
  void operator()(raptor_uri* p) const { raptor_free_uri(p); }
  void operator()(raptor_term* p) const { raptor_free_term(p); }
};

template <class T>
using Owned = std::unique_ptr<T, Free>;

const unsigned char* bytes_of(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.c_str());
}

int write_byte(void* out, const int byte) {
  const char c = static_cast<char>(byte);
  *static_cast<Out*>(out) << std::string_view(&c, 1);
  return static_cast<Out*>(out)->failed() ? 1 : 0;
}

int write_bytes(void* out, const void* bytes, size_t size, size_t count) {
  *static_cast<Out*>(out) << std::string_view(static_cast<const char*>(bytes), size * count);
  return static_cast<Out*>(out)->failed() ? 0 : static_cast<int>(size * count);
}

void on_log(void* out, raptor_log_message* message) {
  if (message->level >= RAPTOR_LOG_LEVEL_WARN) {
    static_cast<Out*>(out)->fail(std::string(message->text));
  }
}

const raptor_iostream_handler handler = {2,           nullptr, nullptr, write_byte,
                                         write_bytes, nullptr, nullptr, nullptr};

const char* name_of(RaptorSyntax syntax) {
  switch (syntax) {
    case RaptorSyntax::ntriples:
      return "ntriples";
    case RaptorSyntax::nquads:
      return "nquads";
    case RaptorSyntax::rdfxml:
      break;
  }
  return "rdfxml";
}

class Writer : public rdf::Visitor {
 public:
  Writer(Sink& sink, const Iri& base, RaptorSyntax syntax)
      : out_(sink), world_(raptor_new_world()) {
    raptor_world_set_log_handler(world_.get(), &out_, on_log);
    if (raptor_world_open(world_.get()) != 0) {
      out_.fail("it cannot start");
      return;
    }
    stream_.reset(raptor_new_iostream_from_handler(world_.get(), &out_, &handler));
    serializer_.reset(raptor_new_serializer(world_.get(), name_of(syntax)));
    if (!serializer_ || !stream_) {
      out_.fail("it is not available");
      return;
    }
    base_ = uri(base.str());
    for (const rdf::Prefix& prefix : rdf::prefixes()) {
      if (syntax != RaptorSyntax::rdfxml || prefix.name == "rdf") {
        continue;  // it has that one itself, and refuses it
      }
      const std::string name(prefix.name);
      Owned<raptor_uri> iri = uri(std::string(prefix.iri));
      if (raptor_serializer_set_namespace(serializer_.get(), iri.get(), bytes_of(name)) != 0) {
        out_.fail("it refused the prefix " + name);
      }
    }
    if (raptor_serializer_start_to_iostream(serializer_.get(), base_.get(), stream_.get()) != 0) {
      out_.fail("it cannot begin");
    }
  }

  Result<Done> in_graph(const Iri& name) override {
    graph_ = term(name);
    return out_.state();
  }

  Result<Done> describe(const Iri& subject, std::span<const rdf::Statement> statements) override {
    Owned<raptor_term> s = term(subject);
    for (const rdf::Statement& statement : statements) {
      Owned<raptor_term> p = term(statement.predicate);
      Owned<raptor_term> o =
          std::visit([this](const auto& object) { return term(object); }, statement.object);
      if (out_.failed()) {
        break;
      }
      raptor_statement given;
      raptor_statement_init(&given, world_.get());
      given.subject = s.get();
      given.predicate = p.get();
      given.object = o.get();
      given.graph = graph_.get();
      if (raptor_serializer_serialize_statement(serializer_.get(), &given) != 0) {
        out_.fail("it refused a statement about " + subject.str());
      }
    }
    return out_.state();
  }

  Result<Done> finish() {
    if (raptor_serializer_serialize_end(serializer_.get()) != 0) {
      out_.fail("it cannot end");
    }
    return out_.finish();
  }

 private:
  template <class T>
  Owned<T> made(T* p) {
    if (p == nullptr) {
      out_.fail("it refused a term");
    }
    return Owned<T>(p);
  }

  Owned<raptor_uri> uri(const std::string& iri) {
    return made(raptor_new_uri_from_counted_string(world_.get(), bytes_of(iri), iri.size()));
  }

  Owned<raptor_term> term(const Iri& iri) {
    return made(raptor_new_term_from_counted_uri_string(world_.get(), bytes_of(iri.str()),
                                                        iri.str().size()));
  }

  Owned<raptor_term> term(const rdf::Literal& literal) {
    using Type = rdf::Literal::Type;
    const bool typed = literal.type() != Type::string && literal.type() != Type::language;
    Owned<raptor_uri> type;
    if (typed) {
      type = uri(rdf::datatype(literal.type()).str());
    }
    const std::string& language = literal.language();
    return made(raptor_new_term_from_counted_literal(
        world_.get(), bytes_of(literal.text()), literal.text().size(), type.get(),
        language.empty() ? nullptr : bytes_of(language),
        static_cast<unsigned char>(language.size())));
  }

  Out out_;
  Owned<raptor_world> world_;
  Owned<raptor_iostream> stream_;
  Owned<raptor_uri> base_;
  Owned<raptor_serializer> serializer_;
  Owned<raptor_term> graph_;
};

}  // namespace

Result<Done> write_with_raptor(const Graph& graph, const FormatOptions& options, Sink& sink,
                               RaptorSyntax syntax) {
  Writer writer(sink, options.base, syntax);
  const auto walk = syntax == RaptorSyntax::nquads ? rdf::walk_graphs : rdf::walk;
  if (Result<Done> done = walk(graph, options.base, writer); !done) {
    return done;
  }
  return writer.finish();
}

}  // namespace nom::format
