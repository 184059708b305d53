# SPDX-License-Identifier: Apache-2.0
# Flags that are private to us: warnings and sanitizers.
option(NOM_DEVELOPER "Build the tests" ${PROJECT_IS_TOP_LEVEL})
option(NOM_WERROR "Warnings are errors" OFF)
set(NOM_SANITIZE "" CACHE STRING "Sanitizers, for instance address,undefined")

add_library(nom_flags INTERFACE)
target_compile_options(nom_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  $<$<BOOL:${NOM_WERROR}>:-Werror>)
# When it optimises, g++ 12 takes "x" + std::to_string(n) for an overlapping copy (GCC bug 105651) and
# the growing of a short vector for a write beyond its end.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(nom_flags INTERFACE -Wno-restrict -Wno-array-bounds)
endif()
if(NOM_SANITIZE)
  target_compile_options(nom_flags INTERFACE
    -fsanitize=${NOM_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(nom_flags INTERFACE -fsanitize=${NOM_SANITIZE})
endif()
