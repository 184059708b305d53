// SPDX-License-Identifier: Apache-2.0
#include "command/command.hpp"

int main(int argc, char** argv) { return nom::command::run(argc, argv); }
