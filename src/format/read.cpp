// SPDX-License-Identifier: Apache-2.0
// read: a graph back out of its RDF, through Raptor 2.
#include "format/format.hpp"
#include "name/name.hpp"

#include <raptor2.h>

#include <algorithm>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace nom::format {

namespace {

/// Errors after which a file is read no further.
constexpr std::size_t most_errors = 10;

constexpr std::size_t block = 1U << 20U;

/// The format of this extension, if it is read back.
const Format* readable(std::string_view extension) {
  for (const Format* format : all()) {
    if (format->extension == extension && format->read_back != ReadBack::no) {
      return format;
    }
  }
  return nullptr;
}

struct Free {
  void operator()(raptor_world* p) const { raptor_free_world(p); }
  void operator()(raptor_parser* p) const { raptor_free_parser(p); }
  void operator()(raptor_uri* p) const { raptor_free_uri(p); }
};

std::string_view text_of(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

std::string_view text_of(raptor_uri* uri) {
  std::size_t size = 0;
  const unsigned char* bytes = raptor_uri_as_counted_string(uri, &size);
  return text_of(bytes, size);
}

class Reading {
 public:
  Reading(const std::string& file, Faults& faults) : file_(file), faults_(faults) {}

  /// Gives the whole file to Raptor, in blocks of whole lines, which are UTF-8 by themselves.
  void run(const Format& format, std::istream& in) {
    const std::unique_ptr<raptor_world, Free> world(raptor_new_world());
    raptor_world_set_log_handler(world.get(), this, on_log);
    if (raptor_world_open(world.get()) != 0) {
      fail(FaultKind::bug, "the RDF reader cannot start", 0);
      return;
    }
    const std::string syntax(format.name);  // Raptor's names are ours
    const std::unique_ptr<raptor_parser, Free> parser(
        raptor_new_parser(world.get(), syntax.c_str()));
    if (!parser) {
      fail(FaultKind::bug, "the RDF reader is not available", 0);
      return;
    }
    parser_ = parser.get();
    raptor_parser_set_statement_handler(parser_, this, on_statement);
    for (const raptor_option option : {RAPTOR_OPTION_NO_NET, RAPTOR_OPTION_NO_FILE}) {
      raptor_parser_set_option(parser_, option, nullptr, 1);
    }
    raptor_parser_set_option(parser_, RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, nullptr, 0);
    // Relative IRIs of a file that names no base; nothing of a graph can be under this one.
    const std::string nowhere = "nowhere:/";
    const std::unique_ptr<raptor_uri, Free> base(
        raptor_new_uri(world.get(), reinterpret_cast<const unsigned char*>(nowhere.c_str())));
    if (raptor_parser_parse_start(parser_, base.get()) != 0) {
      fail(FaultKind::bug, "the RDF reader cannot begin", 0);
      return;
    }
    std::string held;
    int lines = 0;
    while (errors_ < most_errors) {
      const std::size_t before = held.size();
      held.resize(before + block);
      in.read(held.data() + before, static_cast<std::streamsize>(block));
      held.resize(before + static_cast<std::size_t>(in.gcount()));
      const bool end = in.gcount() == 0;
      const std::size_t size = end ? held.size() : held.rfind('\n') + 1;
      if (size == 0 && !end) {
        continue;
      }
      const std::string_view whole = std::string_view(held).substr(0, size);
      if (!check(whole, lines)) {
        return;
      }
      lines += static_cast<int>(std::count(whole.begin(), whole.end(), '\n'));
      const int failed = raptor_parser_parse_chunk(
          parser_, reinterpret_cast<const unsigned char*>(whole.data()), size, end ? 1 : 0);
      if (failed != 0 && errors_ == 0) {
        fail(FaultKind::syntax, "this cannot be read as RDF", lines);
      }
      if (end || failed != 0) {
        break;
      }
      held.erase(0, size);
    }
    if (in.bad()) {
      fail(FaultKind::io, "cannot read on", lines);
    }
  }

  [[nodiscard]] bool failed() const { return errors_ > 0; }

  rdf::Statements take() { return std::move(statements_); }

 private:
  void fail(FaultKind kind, std::string message, int line) {
    if (errors_++ < most_errors) {
      faults_.add({kind, std::move(message), {file_, line, 0, {}}, ""});
    }
  }

  /// Raptor cuts a text at bytes that are not UTF-8, and a file at NUL.
  bool check(std::string_view lines, int before) {
    const std::size_t bad = std::min(find_invalid_utf8(lines), lines.find('\0'));
    if (bad == std::string_view::npos) {
      return true;
    }
    const std::string_view good = lines.substr(0, bad);
    fail(FaultKind::syntax,
         lines[bad] == '\0' ? "a byte 0 may not stand here" : "these bytes are not UTF-8",
         before + 1 + static_cast<int>(std::count(good.begin(), good.end(), '\n')));
    return false;
  }

  static void on_log(void* self, raptor_log_message* message) {
    if (message->level >= RAPTOR_LOG_LEVEL_WARN) {
      auto& reading = *static_cast<Reading*>(self);
      const raptor_locator* place = message->locator;
      if (place == nullptr && reading.parser_ != nullptr) {
        place = raptor_parser_get_locator(reading.parser_);
      }
      reading.fail(FaultKind::syntax, message->text,
                   place == nullptr ? 0 : std::max(place->line, 0));
    }
  }

  static void on_statement(void* self, raptor_statement* statement) {
    static_cast<Reading*>(self)->add(*statement);
  }

  void add(const raptor_statement& said) {
    const int line = raptor_parser_get_locator(parser_)->line;
    for (const raptor_term* term : {said.subject, said.object, said.graph}) {
      if (term != nullptr && term->type == RAPTOR_TERM_TYPE_BLANK) {
        fail(FaultKind::data, "a blank node: all things of a graph have IRIs", line);
        return;
      }
    }
    const std::string_view graph =
        said.graph == nullptr ? std::string_view() : text_of(said.graph->value.uri);
    const std::string_view subject = text_of(said.subject->value.uri);
    const std::string_view predicate = text_of(said.predicate->value.uri);
    if (said.object->type == RAPTOR_TERM_TYPE_URI) {
      statements_.add(subject, predicate, text_of(said.object->value.uri), "", graph, line);
      return;
    }
    const raptor_term_literal_value& literal = said.object->value.literal;
    std::string type;
    if (literal.language != nullptr) {
      type = "@" + std::string(text_of(literal.language, literal.language_len));
      std::transform(type.begin(), type.end(), type.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      });
    } else if (literal.datatype != nullptr) {
      type = text_of(literal.datatype);
    } else {
      type = rdf::datatype(rdf::Literal::Type::string).str();
    }
    statements_.add(subject, predicate, text_of(literal.string, literal.string_len), type, graph,
                    line);
  }

  const std::string& file_;
  Faults& faults_;
  raptor_parser* parser_ = nullptr;
  std::size_t errors_ = 0;
  rdf::Statements statements_;
};

}  // namespace

bool reads(std::string_view extension) { return readable(extension) != nullptr; }

std::optional<rdf::ReadGraph> read(std::string_view extension, std::istream& in,
                                   const std::string& file, Faults& faults) {
  const Format& format = *readable(extension);
  Reading reading(file, faults);
  reading.run(format, in);
  if (reading.failed()) {
    return std::nullopt;
  }
  const bool in_graphs = format.read_back == ReadBack::named_graphs;
  Result<rdf::ReadGraph> made = rdf::assemble(reading.take(), in_graphs, file, faults);
  if (!made) {
    faults.add(made.error());
    return std::nullopt;
  }
  return *std::move(made);
}

}  // namespace nom::format
