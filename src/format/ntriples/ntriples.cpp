// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

namespace nom::format {

extern const Format ntriples_format;
const Format ntriples_format = {
    .name = "ntriples",
    .extension = "nt",
    .media_type = "application/n-triples",
    .help = "RDF as N-Triples: one triple a line, to sort, diff and merge",
    .write = write_raptor<RaptorSyntax::ntriples>,
    .read_back = ReadBack::graph};

}  // namespace nom::format
