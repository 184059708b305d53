// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

namespace nom::format {

extern const Format rdfxml_format;
const Format rdfxml_format = {.name = "rdfxml",
                              .extension = "rdf",
                              .media_type = "application/rdf+xml",
                              .help = "RDF as RDF/XML: for what reads no Turtle",
                              .write = write_raptor<RaptorSyntax::rdfxml>,
                              .read_back = ReadBack::graph};

}  // namespace nom::format
