# SPDX-License-Identifier: Apache-2.0
# nom_room(<name> [ROOMS <room>...] [LIBRARIES <target>...])
#
# A room is the folder src/<name> with one door, <name>.hpp. It becomes the static library
# nom_<name>, which may use the rooms named after ROOMS (only those above it: the order of the calls
# in src/CMakeLists.txt is the order of the house) and meets the outside libraries named after
# LIBRARIES, which nobody else sees.
function(nom_room name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ROOMS;LIBRARIES")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
  add_library(nom_${name} STATIC ${sources})
  add_library(nom::${name} ALIAS nom_${name})
  target_include_directories(nom_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
  foreach(room IN LISTS arg_ROOMS)
    if(NOT TARGET nom_${room})
      message(FATAL_ERROR "room ${name} uses ${room}, which is not above it")
    endif()
    target_link_libraries(nom_${name} PUBLIC nom_${room})
  endforeach()
  target_link_libraries(nom_${name} PRIVATE nom_flags ${arg_LIBRARIES})
endfunction()
