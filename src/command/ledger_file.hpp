// SPDX-License-Identifier: Apache-2.0
// ledger_file: judgements by hand on who is who, in a text file that people edit as well.
#pragma once

#include "command/report.hpp"
#include "record/record.hpp"
#include "resolve/resolve.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nom::command {

/// The judgements in a file; none, and no fault, if it is not there and need not be.
Ledger ledger_in(const std::string& path, bool must_be_there, Report& report);

/// Adds a judgement at the end of a file, which is made if it is not there. It is tried on the
/// records first: one that cannot be applied is reported, and the file stays as it is. What to say
/// when it is done; no value: it is not.
std::optional<std::string> judge(const std::string& path, std::vector<Record> records,
                                 const Judgement& judgement, Report& report);

/// Takes a judgement out of a file, whichever of the two keys is named first, or the last one if no
/// keys are given; what else stands there stays. What to say; no value: there is no such judgement,
/// or the file cannot be read or written, which is reported.
std::optional<std::string> take_back(const std::string& path, const std::string& one,
                                     const std::string& other, Report& report);

}  // namespace nom::command
