// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

namespace nom::format {

extern const Format ntriples_format;
const Format ntriples_format = {"ntriples", "nt", "application/n-triples",
                                "RDF as N-Triples: one triple a line, to sort, diff and merge",
                                write_raptor<RaptorSyntax::ntriples>};

}  // namespace nom::format
