// SPDX-License-Identifier: Apache-2.0
#include "format/serd.hpp"

namespace nom::format {

extern const Format turtle_format;
const Format turtle_format = {.name = "turtle",
                              .extension = "ttl",
                              .media_type = "text/turtle",
                              .help = "RDF as Turtle: linked data to read and to load",
                              .write = write_serd<SerdSyntax::turtle>,
                              .read_back = ReadBack::graph};

}  // namespace nom::format
