# SPDX-License-Identifier: Apache-2.0
# nom_embed(<target> <variable> <file>...)
#
# Compiles files into a target. Its sources include "<room>/<variable>.hpp" (the room is the target's
# name without "nom_") and find there
#
#   std::span<const std::pair<std::string_view, std::string_view>> nom::embedded::<variable>();
#
# one {path, content} a file: the path from the top of the project ("schema/packs/en/titles.tsv"),
# the content byte for byte; sorted by path, whatever the order of the arguments. The program is
# rebuilt when a file changes. Take a folder with file(GLOB_RECURSE … CONFIGURE_DEPENDS …), so that
# files that come and go are seen as well. Files must be text with LF line ends, without NUL.
function(nom_embed target variable)
  if(NOT ARGN)
    message(FATAL_ERROR "nom_embed(${target} ${variable}): no files")
  endif()
  string(REGEX REPLACE "^nom_" "" room "${target}")
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}")
  set(stem "${folder}/${room}/${variable}")
  set(files "")
  foreach(file IN LISTS ARGN)
    get_filename_component(path "${file}" ABSOLUTE)
    list(APPEND files "${path}")
  endforeach()
  list(SORT files)
  string(REPLACE ";" "\n" lines "${files}")
  file(CONFIGURE OUTPUT "${stem}.files" CONTENT "${lines}\n" @ONLY)
  file(CONFIGURE OUTPUT "${stem}.hpp" CONTENT "// Made by cmake/embed.cmake.
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace nom::embedded {

/// {path, content} of each file, sorted by path.
std::span<const std::pair<std::string_view, std::string_view>> ${variable}();

}  // namespace nom::embedded
" @ONLY)
  set(script "${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake")
  add_custom_command(
    OUTPUT "${stem}.cpp"
    COMMAND "${CMAKE_COMMAND}" "-Dfiles=${stem}.files" "-Droot=${PROJECT_SOURCE_DIR}"
            "-Dheader=${room}/${variable}.hpp" "-Dvariable=${variable}" "-Doutput=${stem}.cpp"
            -P "${script}"
    DEPENDS ${files} "${stem}.files" "${script}"
    COMMENT "Embedding ${room}/${variable}"
    VERBATIM)
  target_sources(${target} PRIVATE "${stem}.cpp")
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()
