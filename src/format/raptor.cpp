// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

#include <raptor2.h>

#include <memory>
#include <optional>
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

Fault raptor_fault(const std::string& what) {
  return {FaultKind::bug, "the RDF writer failed: " + what, {}, ""};
}

/// What Raptor writes on its way to the sink. The first fault is kept; after it nothing is passed.
class Pipe {
 public:
  explicit Pipe(Sink& sink) : sink_(sink) {}

  void write(std::string_view bytes) {
    if (in_header_) {
      bytes = without_header(bytes);
    }
    held_ += bytes;
    if (held_.size() >= 1 << 16) {
      pass_on();
    }
  }

  void pass_on() {
    if (!fault_ && !held_.empty()) {
      if (const Result<Done> done = sink_.write(held_); !done) {
        fault_ = done.error();
      }
    }
    held_.clear();
  }

  void fail(const Fault& fault) {
    if (!fault_) {
      fault_ = fault;
    }
  }

  /// What follows is a header up to the first line that neither begins with @ nor is empty.
  void expect_header() {
    in_header_ = true;
    at_line_start_ = true;
  }

  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }

 private:
  std::string_view without_header(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const char c = bytes[i];
      if (at_line_start_ && c != '@' && c != '\n') {
        in_header_ = false;
        return bytes.substr(i);
      }
      at_line_start_ = c == '\n';
    }
    return {};
  }

  Sink& sink_;
  std::string held_;
  bool in_header_ = false;
  bool at_line_start_ = true;
  std::optional<Fault> fault_;
};

int write_byte(void* pipe, const int byte) {
  const char c = static_cast<char>(byte);
  static_cast<Pipe*>(pipe)->write({&c, 1});
  return static_cast<Pipe*>(pipe)->fault() ? 1 : 0;
}

int write_bytes(void* pipe, const void* bytes, size_t size, size_t count) {
  static_cast<Pipe*>(pipe)->write({static_cast<const char*>(bytes), size * count});
  return static_cast<Pipe*>(pipe)->fault() ? 0 : static_cast<int>(size * count);
}

void on_log(void* pipe, raptor_log_message* message) {
  if (message->level >= RAPTOR_LOG_LEVEL_WARN) {
    static_cast<Pipe*>(pipe)->fail(raptor_fault(message->text));
  }
}

const raptor_iostream_handler handler = {2,           nullptr, nullptr, write_byte,
                                         write_bytes, nullptr, nullptr, nullptr};

class Writer : public rdf::Visitor {
 public:
  Writer(Sink& sink, const Iri& base, Syntax syntax, std::size_t chunk)
      : pipe_(sink), syntax_(syntax), chunk_(chunk), world_(raptor_new_world()) {
    raptor_world_set_log_handler(world_.get(), &pipe_, on_log);
    if (raptor_world_open(world_.get()) != 0) {
      pipe_.fail(raptor_fault("it cannot start"));
      return;
    }
    stream_.reset(raptor_new_iostream_from_handler(world_.get(), &pipe_, &handler));
    base_ = uri(base.str());
    if (syntax == Syntax::turtle) {
      pipe_.write("@base <" + base.str() + "> .\n");
      for (const rdf::Prefix& prefix : rdf::prefixes()) {
        pipe_.write("@prefix " + std::string(prefix.name) + ": <" + std::string(prefix.iri) +
                    "> .\n");
      }
      pipe_.write("\n");
    }
  }

  Result<Done> describe(const Iri& subject, std::span<const rdf::Statement> statements) override {
    if (!serializer_) {
      begin();
    }
    Owned<raptor_term> s = term(subject);
    for (const rdf::Statement& statement : statements) {
      Owned<raptor_term> p = term(statement.predicate);
      Owned<raptor_term> o =
          std::visit([this](const auto& object) { return term(object); }, statement.object);
      if (pipe_.fault()) {
        break;
      }
      raptor_statement given;
      raptor_statement_init(&given, world_.get());
      given.subject = s.get();
      given.predicate = p.get();
      given.object = o.get();
      if (raptor_serializer_serialize_statement(serializer_.get(), &given) != 0) {
        pipe_.fail(raptor_fault("it refused a statement about " + subject.str()));
      }
    }
    held_ += statements.size();
    if (held_ >= chunk_) {
      end();
    }
    return state();
  }

  Result<Done> finish() {
    if (serializer_) {
      end();
    }
    pipe_.pass_on();
    return state();
  }

 private:
  Result<Done> state() const {
    return pipe_.fault() ? Result<Done>(*pipe_.fault()) : Result<Done>(Done{});
  }

  void begin() {
    const bool turtle = syntax_ == Syntax::turtle;
    serializer_.reset(raptor_new_serializer(world_.get(), turtle ? "turtle" : "ntriples"));
    if (!serializer_ || !stream_) {
      pipe_.fail(raptor_fault("it is not available"));
      return;
    }
    if (turtle) {
      for (const rdf::Prefix& prefix : rdf::prefixes()) {
        if (prefix.name == "rdf") {
          continue;  // it has that one itself, and refuses it
        }
        const std::string name(prefix.name);
        Owned<raptor_uri> iri = uri(std::string(prefix.iri));
        if (raptor_serializer_set_namespace(serializer_.get(), iri.get(), bytes_of(name)) != 0) {
          pipe_.fail(raptor_fault("it refused the prefix " + name));
        }
      }
      pipe_.expect_header();
    }
    if (raptor_serializer_start_to_iostream(serializer_.get(), base_.get(), stream_.get()) != 0) {
      pipe_.fail(raptor_fault("it cannot begin"));
    }
  }

  void end() {
    if (raptor_serializer_serialize_end(serializer_.get()) != 0) {
      pipe_.fail(raptor_fault("it cannot end"));
    }
    serializer_.reset();
    held_ = 0;
  }

  template <class T>
  Owned<T> made(T* p) {
    if (p == nullptr) {
      pipe_.fail(raptor_fault("it refused a term"));
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

  Pipe pipe_;
  Syntax syntax_;
  std::size_t chunk_;
  std::size_t held_ = 0;  ///< statements in the serializer
  Owned<raptor_world> world_;
  Owned<raptor_iostream> stream_;
  Owned<raptor_uri> base_;
  Owned<raptor_serializer> serializer_;
};

}  // namespace

Result<Done> write_triples(const Graph& graph, const FormatOptions& options, Sink& sink,
                           Syntax syntax, std::size_t chunk) {
  const Result<Iri> base = rdf::check_base(options.base);
  if (!base) {
    return base.error();
  }
  Writer writer(sink, *base, syntax, chunk);
  if (Result<Done> done = rdf::walk(graph, *base, writer); !done) {
    return done;
  }
  return writer.finish();
}

}  // namespace nom::format
