// SPDX-License-Identifier: Apache-2.0
#include "format/serd.hpp"

namespace nom::format {

extern const Format trig_format;
const Format trig_format = {"trig", "trig", "application/trig",
                            "RDF as TriG: a named graph for each document, to read",
                            write_serd<SerdSyntax::trig>};

}  // namespace nom::format
