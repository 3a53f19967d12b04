// The command line as plain data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hypelint/report.h"
#include "hypelint/result.h"

namespace hypelint {

enum class ColorWhen { Auto, Always, Never };

// `--format json`, `--format json=-` or `--format json=report.json`.
struct OutputOption {
  ReportFormat format = ReportFormat::Text;
  std::string file;  // empty = standard output
};

// The profile and jurisdictions that a command line names.
struct OverlayOptions {
  std::string profile;                     // empty = not given
  std::vector<std::string> jurisdictions;  // empty = not given
};

struct CheckOptions {
  std::vector<std::string> paths;  // files, folders or "-"
  std::vector<OutputOption> outputs;
  std::vector<std::string> packs;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  OverlayOptions overlays;
  std::optional<Severity> min_severity;
  std::optional<Confidence> min_confidence;
  std::optional<Severity> fail_on;
  bool fail_never = false;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::string config;
  bool no_config = false;
  bool no_cache = false;
  std::string stdin_filename;
  std::string baseline;            // empty = what the configuration says
  bool update_baseline = false;
  std::string new_from;            // a commit: look only at what has changed since; empty = at everything
  bool staged = false;             // look only at what is staged
  std::string today;               // "2026-11-21"
  int jobs = 0;  // 0 = one for each processor
  bool stats = false;
  bool profile_rules = false;
  ColorWhen color = ColorWhen::Auto;
};

struct RulesOptions {
  std::vector<std::string> packs;
  OverlayOptions overlays;
  bool json = false;
};

struct ExplainOptions {
  std::string rule;
  std::vector<std::string> packs;
  OverlayOptions overlays;
};

struct SuppressionsOptions {
  CheckOptions check;  // which articles, packs and configuration
  bool json = false;
};

struct StreamOptions {
  CheckOptions check;  // which packs, configuration, findings and threads
};

struct InitOptions {
  bool vscode = false;
  bool github = false;
  bool gitlab = false;
  bool force = false;
};

enum class Command { Print, Check, Explain, RulesList, RulesTest, RulesDocs, Suppressions, Stream, Init };

struct CommandLine {
  Command command = Command::Print;
  std::string text;  // Command::Print: help or version, for standard output
  bool verbose = false;
  CheckOptions check;
  RulesOptions rules;
  ExplainOptions explain;
  SuppressionsOptions suppressions;
  StreamOptions stream;
  InitOptions init;
};

// Unknown flags, commands and values are errors (ErrorCode::Usage) with the nearest known word.
Result<CommandLine> parse_command_line(int argc, const char* const* argv);

}  // namespace hypelint
