// SPDX-License-Identifier: Apache-2.0
#include "format/serd.hpp"

namespace nom::format {

extern const Format turtle_format;
const Format turtle_format = {"turtle", "ttl", "text/turtle",
                              "RDF as Turtle: linked data to read and to load",
                              write_serd<SerdSyntax::turtle>};

}  // namespace nom::format
