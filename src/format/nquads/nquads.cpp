// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

namespace nom::format {

extern const Format nquads_format;
const Format nquads_format = {.name = "nquads",
                              .extension = "nq",
                              .media_type = "application/n-quads",
                              .help = "RDF as N-Quads: a named graph for each document, to load",
                              .write = write_raptor<RaptorSyntax::nquads>,
                              .read_back = ReadBack::named_graphs};

}  // namespace nom::format
