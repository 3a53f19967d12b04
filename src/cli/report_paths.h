// Which reports, articles and other files are one file, however their paths are spelled.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"

namespace hypelint {

// The absolute path without links and dots of a file that a report may be written into. Empty for an empty path and for
// what is no regular file (a pipe, /dev/null), into which anything may be written.
std::string report_target(const std::string& path);

// Whether the file is a page that `--format html` wrote. False for what cannot be read.
bool is_own_report(const std::string& path);

// An error for each report that would be written over an earlier one of the same run.
Errors clashing_reports(const std::vector<OutputOption>& outputs);

}  // namespace hypelint
