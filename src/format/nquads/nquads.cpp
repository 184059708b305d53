// SPDX-License-Identifier: Apache-2.0
#include "format/raptor.hpp"

namespace nom::format {

extern const Format nquads_format;
const Format nquads_format = {"nquads", "nq", "application/n-quads",
                              "RDF as N-Quads: a named graph for each document, to load",
                              write_raptor<RaptorSyntax::nquads>};

}  // namespace nom::format
