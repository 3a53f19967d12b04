// A baseline: the findings a site had when it began to be checked, so that only new ones fail a run. One JSON object a
// line, sorted, so that a review shows each change; no line numbers, so that text may move.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/finding.h"
#include "hypelint/result.h"

namespace hypelint {

struct BaselineEntry {
  std::string path;  // relative to the folder of the baseline, with "/"
  std::string rule;
  std::string fingerprint;  // Finding::fingerprint
  std::size_t count = 1;    // findings of the rule in one sentence share a fingerprint
  std::string excerpt;      // what was found, for reviewers; means nothing to the program
  Position where;           // its line, when read from a file
};

using Baseline = std::vector<BaselineEntry>;  // by path, rule, fingerprint; each once

// The text of a baseline file, and back. Errors (ErrorCode::Config) name the file and the line: no header, no JSON,
// a key that is missing, unknown or of the wrong type, entries out of order or twice.
std::string to_text(const Baseline& baseline);
Result<Baseline> parse_baseline(std::string_view text, const std::string& path);

// Entries that stand for these findings of one file.
Baseline baseline_of(const std::vector<Finding>& findings, const std::string& path);
// Takes the findings that the entries stand for out of `findings`, each entry as often as it counts, and takes as much
// off the counts. Gives the number of findings taken. `entries` are those of the file.
std::size_t absorb(std::vector<Finding>& findings, std::vector<BaselineEntry>& entries);

}  // namespace hypelint
