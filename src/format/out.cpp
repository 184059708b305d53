// SPDX-License-Identifier: Apache-2.0
#include "format/out.hpp"

#include <array>
#include <cstdlib>
#include <utility>

namespace nom::format {

std::string Out::carried(std::string_view text) {
  Result<std::string> carried = rdf::carried(text);
  if (!carried) {
    fail(carried.error());
    return {};
  }
  return *std::move(carried);
}

std::string Out::iri(const Iri& base, std::string_view key) {
  const Result<Iri> iri = rdf::mint(base, key);
  if (!iri) {
    fail(iri.error());
    return {};
  }
  return iri->str();
}

void Out::fail(Fault fault) {
  if (fault_) {
    return;
  }
  if (fault.kind == FaultKind::data && !key_.empty()) {
    fault.message = key_ + ": " + fault.message;
  }
  fault_ = std::move(fault);
}

void Out::fail(const std::string& what) {
  fail({FaultKind::bug, "the RDF writer failed: " + what, {}, ""});
}

void Out::pass_on() {
  if (!fault_ && !gathered_.empty()) {
    if (const Result<Done> done = sink_.write(gathered_); !done) {
      fault_ = done.error();
    }
  }
  gathered_.clear();
}

Result<Done> Out::finish() {
  pass_on();
  return state();
}

namespace {

template <class Escaped>
std::string escaped(std::string_view text, Escaped of) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const std::string_view instead = of(c);
    if (instead.empty()) {
      out += c;
    } else {
      out += instead;
    }
  }
  return out;
}

std::string_view in_text(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return {};
  }
}

std::string_view in_attribute(char c) {
  switch (c) {
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\t':
      return "&#9;";
    default:
      return in_text(c);
  }
}

// Some readers take these two for line ends, as XML 1.1 did; as references they stay what they are.
std::string with_references(std::string xml) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> all = {
      {{"\u0085", "&#133;"}, {"\u2028", "&#8232;"}}};
  for (const auto& [character, reference] : all) {
    for (std::size_t at = 0; (at = xml.find(character, at)) != std::string::npos;) {
      xml.replace(at, character.size(), reference);
    }
  }
  return xml;
}

}  // namespace

std::string xml_text(std::string_view carried) {
  return with_references(escaped(carried, in_text));
}

std::string xml_attribute(std::string_view carried) {
  return with_references(escaped(carried, in_attribute));
}

std::string from_tenths(std::int64_t tenths) {
  const std::int64_t size = std::abs(tenths);
  return (tenths < 0 ? "-" : "") + std::to_string(size / 10) + "." + std::to_string(size % 10);
}

}  // namespace nom::format
