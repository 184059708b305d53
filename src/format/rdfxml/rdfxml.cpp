// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

namespace nom::format {

extern const Format rdfxml_format;
const Format rdfxml_format = {"rdfxml", "rdf", "application/rdf+xml",
                              "RDF as RDF/XML: for what reads no Turtle",
                              write_raptor<RaptorSyntax::rdfxml>};

}  // namespace nom::format
