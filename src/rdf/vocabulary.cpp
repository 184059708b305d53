// SPDX-License-Identifier: Apache-2.0
#include "rdf/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace nom::rdf {

namespace {

constexpr std::array<Prefix, 14> all_prefixes = {{
    {"dcterms", "http://purl.org/dc/terms/"},
    {"eli", "http://data.europa.eu/eli/ontology#"},
    {"foaf", "http://xmlns.com/foaf/0.1/"},
    {"nom", own_namespace},
    {"oa", "http://www.w3.org/ns/oa#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"schema", "http://schema.org/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"time", "http://www.w3.org/2006/time#"},
    {"void", "http://rdfs.org/ns/void#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

}  // namespace

std::span<const Prefix> prefixes() { return all_prefixes; }

Prefixed prefixed(const Iri& iri) {
  const std::string_view text = iri.str();
  for (const Prefix& prefix : all_prefixes) {
    if (text.starts_with(prefix.iri)) {
      return {prefix.name, text.substr(prefix.iri.size())};
    }
  }
  return {};
}

Iri term(std::string_view prefixed) {
  const std::size_t colon = prefixed.find(':');
  const auto* const found =
      std::find_if(all_prefixes.begin(), all_prefixes.end(),
                   [&](const Prefix& p) { return p.name == prefixed.substr(0, colon); });
  const std::string_view name_space = found == all_prefixes.end() ? "" : found->iri;
  return *Iri::from(std::string(name_space) + std::string(prefixed.substr(colon + 1)));
}

const Vocabulary& vocabulary() {
  static const Vocabulary made;
  return made;
}

}  // namespace nom::rdf
