// SPDX-License-Identifier: Apache-2.0
// command: the command line.
//
// In:   arguments, files, standard input. Out: data on standard output or in files, messages on
// standard error, and the exit code: 0 done; 1 nothing found; 2 wrong usage; 3 input unreadable or
// invalid (the rest was processed); 4 a fault of ours. The only room that prints.
#pragma once

namespace nom::command {

/// Runs the program; returns its exit code. Nothing is thrown.
int run(int argc, char** argv);

}  // namespace nom::command
