// hypelint.toml: which packs and rules apply to which files, and what fails a run.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hypelint/result.h"
#include "hypelint/severity.h"

namespace hypelint {

// How one file is checked: which rules, from which severity on, for which day and in which language; and what its
// report tells beside the findings.
struct Settings {
  std::vector<std::string> select;         // rule ids, groups or "group/*"; empty = the default-on rules
  std::vector<std::string> extend_select;  // switched on in addition
  std::vector<std::string> ignore;
  std::vector<std::string> spared;  // rules that a group in `ignore` does not reach
  Severity min_severity = Severity::Info;
  Confidence min_confidence = Confidence::Low;
  std::vector<std::pair<std::string, Severity>> severity;  // rule or group -> severity
  std::string profile;                                     // name of an overlay; empty or "none": none
  std::vector<std::string> jurisdictions;                  // names of overlays; unknown names have no effect
  std::string today;           // "2026-11-21", for the dates of suppressions; empty: none is over
  std::string language;        // primary subtag; empty = as the article states or shows
  std::size_t threads = 1;     // at work on one article, where it is large enough
  bool measure = false;        // FileReport::costs
  bool list_evidence = false;  // FileReport::evidence
};

// Settings changed for the files that match one of the globs (relative to the configuration file).
struct Override {
  std::vector<std::string> files;
  std::optional<std::vector<std::string>> select;
  std::vector<std::string> extend_select;
  std::vector<std::string> ignore;
  std::optional<Severity> min_severity;
  std::optional<Confidence> min_confidence;
  std::vector<std::pair<std::string, Severity>> severity;
  std::optional<std::string> profile;
  std::optional<std::vector<std::string>> jurisdictions;
};

struct Config {
  std::string path;                   // empty for the built-in defaults
  std::vector<std::string> packs;     // directories, relative to the file
  std::vector<Position> pack_places;  // of each of them
  std::vector<std::string> include;   // globs; empty = every known extension
  std::vector<std::string> exclude;
  std::string baseline;             // file, relative to this one; empty = none
  std::optional<Severity> fail_on;  // unset = error
  bool fail_never = false;
  Settings settings;
  std::vector<Override> overrides;
  std::vector<std::pair<std::string, Position>> rule_names;  // every rule or group the file names, in its order
  std::vector<std::pair<std::string, Position>> profile_names, jurisdiction_names;  // likewise
};

// Parses a configuration file; unknown keys and values are errors with file:line:column and the nearest right word.
Result<Config> load_config(const std::string& path);
// The configuration that governs a file or directory: the nearest hypelint.toml in it or above; empty if none.
std::string find_config(const std::string& path);
// Settings of `config` for one file, overrides applied in order. `path` as given on the command line.
Settings settings_for(const Config& config, const std::string& path);
// Gitignore-style glob: `*` within a path part, `**` across, `?`, `[...]` with classes such as `[:digit:]`; a pattern
// without `/` matches the name of any part, one that begins with `./` what stands there.
bool glob_matches(std::string_view pattern, std::string_view path);
// Whether the path is one of the list: the last glob that matches it decides, and "!glob" takes out what it matches.
bool globs_match(const std::vector<std::string>& globs, std::string_view path);

}  // namespace hypelint
