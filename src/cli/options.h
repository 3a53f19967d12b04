// The command line as plain data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hypelint/report.h"
#include "hypelint/result.h"

namespace hypelint {

enum class ColorWhen { Auto, Always, Never };

// `--format json` or `--format json=report.json`.
struct OutputOption {
  ReportFormat format = ReportFormat::Text;
  std::string file;  // empty = standard output
};

struct CheckOptions {
  std::vector<std::string> paths;  // files, folders or "-"
  std::vector<OutputOption> outputs;
  std::vector<std::string> packs;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::optional<Severity> min_severity;
  std::optional<Confidence> min_confidence;
  std::optional<Severity> fail_on;
  bool fail_never = false;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::string config;
  bool no_config = false;
  std::string stdin_filename;
  int jobs = 0;  // 0 = one for each processor
  bool stats = false;
  ColorWhen color = ColorWhen::Auto;
};

struct RulesOptions {
  std::vector<std::string> packs;
  bool json = false;
};

struct ExplainOptions {
  std::string rule;
  std::vector<std::string> packs;
};

struct InitOptions {
  bool vscode = false;
  bool github = false;
  bool gitlab = false;
  bool force = false;
};

enum class Command { Print, Check, Explain, RulesList, RulesTest, Init };

struct CommandLine {
  Command command = Command::Print;
  std::string text;  // Command::Print: help or version, for standard output
  bool verbose = false;
  CheckOptions check;
  RulesOptions rules;
  ExplainOptions explain;
  InitOptions init;
};

// Unknown flags, commands and values are errors (ErrorCode::Usage) with the nearest known word.
Result<CommandLine> parse_command_line(int argc, const char* const* argv);

}  // namespace hypelint
