// One file of `--format json` by itself, for those that report file by file.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "hypelint/report.h"

namespace hypelint {

// The sources of each rule as JSON, by rule; written once for many files.
using WrittenSources = std::map<std::string, std::string, std::less<>>;
WrittenSources written_sources(const std::vector<Rule>& rules);

// What stands under `files` in the report, on one line and without its end.
std::string json_file(const CheckedFile& file, const WrittenSources& sources);

}  // namespace hypelint
