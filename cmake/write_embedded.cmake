# SPDX-License-Identifier: Apache-2.0
# The build step of nom_embed: writes the .cpp that holds the files.
file(STRINGS "${files}" paths)
set(delimiter "nom_embed")
set(entries "")
foreach(path IN LISTS paths)
  file(READ "${path}" content)
  file(SIZE "${path}" size)
  string(LENGTH "${content}" length)  # in bytes
  if(NOT length EQUAL size)
    message(FATAL_ERROR "${path}: has a NUL byte or CR LF line ends; only text with LF line ends can be embedded")
  endif()
  string(FIND "${content}" ")${delimiter}\"" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "${path}: contains the delimiter )${delimiter}\"")
  endif()
  file(RELATIVE_PATH name "${root}" "${path}")
  string(APPEND entries "    {R\"${delimiter}(${name})${delimiter}\"sv,\n     "
         "R\"${delimiter}(${content})${delimiter}\"sv},\n")
endforeach()
list(LENGTH paths count)
file(WRITE "${output}" "// Made by cmake/write_embedded.cmake.
#include \"${header}\"

#include <array>

namespace nom::embedded {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, ${count}> all{{
${entries}}};

}  // namespace

std::span<const std::pair<std::string_view, std::string_view>> ${variable}() { return all; }

}  // namespace nom::embedded
")
