#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>

#include "cli/suggest.h"

namespace hypelint {
namespace {

constexpr const char* kAbout =
    "hypelint finds claims in health articles that lack the evidence their readers, or the law, may ask for.\n"
    "It reads Markdown, HTML and plain text. It never says whether a claim is true.";

constexpr const char* kFooter =
    "Examples:\n"
    "  hypelint check article.md              check one article\n"
    "  hypelint check content/                check every article in a folder\n"
    "  hypelint check --format json -         check standard input, report as JSON\n"
    "  hypelint explain superlative/leadership\n"
    "\n"
    "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, configuration or rule pack;\n"
    "            3 an article could not be read or none was found; 70 a fault in hypelint itself";

// Values as typed; turned into options once CLI11 has sorted them.
struct Raw {
  std::vector<std::string> formats;
  std::string min_severity, min_confidence, fail_on, color = "auto";
};

Error usage(std::string message) { return {ErrorCode::Usage, std::move(message), "", {}}; }

// Repeatable flags take one value each, so that `--format json article.md` leaves the article alone.
CLI::Option* repeatable(CLI::App& app, const std::string& flag, std::vector<std::string>& values,
                        const std::string& about) {
  return app.add_option(flag, values, about)->allow_extra_args(false);
}

void add_pack_option(CLI::App& app, std::vector<std::string>& packs) {
  repeatable(app, "--pack", packs, "Use the rule pack in this folder instead of the built-in one; repeatable")
      ->type_name("DIR");
}

void add_check_selection(CLI::App& app, CheckOptions& check, Raw& raw) {
  add_pack_option(app, check.packs);
  repeatable(app, "--select", check.select, "Use only these rules or groups; repeatable, or a,b,c")
      ->delimiter(',')
      ->type_name("RULE");
  repeatable(app, "--ignore", check.ignore, "Leave out these rules or groups; repeatable, or a,b,c")
      ->delimiter(',')
      ->type_name("RULE");
  app.add_option("--min-severity", raw.min_severity, "Report only findings at or above info, warning or error")
      ->type_name("S");
  app.add_option("--min-confidence", raw.min_confidence, "Report only findings at or above low, medium or high")
      ->type_name("C");
  app.add_option("--fail-on", raw.fail_on,
                 "Exit with 1 on findings at or above info, warning or error (default), or never")
      ->type_name("S");
}

void add_check_input(CLI::App& app, CheckOptions& check) {
  app.add_option("PATH", check.paths,
                 "Files, folders, or - for standard input (default: this folder). Folders are searched for "
                 ".md .markdown .mkd .mdx .html .htm .xhtml .txt .text, without hidden and .gitignored files; "
                 "a file named here is always checked, with an unknown extension as plain text");
  repeatable(app, "--include", check.include, "In folders, check only files that match this glob; repeatable")
      ->type_name("GLOB");
  repeatable(app, "--exclude", check.exclude, "In folders, leave out files that match this glob; repeatable")
      ->type_name("GLOB");
  app.add_option("--stdin-filename", check.stdin_filename,
                 "Name of the article on standard input; its extension gives the format")
      ->type_name("NAME");
  CLI::Option* config = app.add_option("--config", check.config,
                                       "Use this configuration instead of the hypelint.toml nearest above each file");
  config->type_name("FILE");
  app.add_flag("--no-config", check.no_config, "Use no configuration file")->excludes(config);
}

void add_check_output(CLI::App& app, CheckOptions& check, Raw& raw) {
  repeatable(app, "--format", raw.formats, "text (default), line or json; with =FILE into a file; repeatable")
      ->type_name("F[=FILE]");
  app.add_option("--color", raw.color, "auto (default), always or never")->type_name("WHEN");
  app.add_option("--jobs,-j", check.jobs, "Threads (default: one for each processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  app.add_flag("--stats", check.stats, "Say on standard error what was checked and what was left out");
}

Result<OutputOption> output_from(const std::string& value) {
  const std::size_t equals = value.find('=');
  const std::string name = value.substr(0, equals);
  const std::optional<ReportFormat> format = report_format_from(name);
  if (!format) {
    return usage("--format: unknown format `" + name + "`" + did_you_mean(name, {"text", "line", "json"}) +
                 " (known: text, line, json)");
  }
  if (equals == std::string::npos) return OutputOption{*format, ""};
  if (equals + 1 == value.size()) return usage("--format: a file name must follow `" + name + "=`");
  return OutputOption{*format, value.substr(equals + 1)};
}

// Sets `target` from the word, or adds an error.
template <typename T>
void read_word(const std::string& flag, const std::string& word,
               const std::function<std::optional<T>(std::string_view)>& from, const std::vector<std::string>& known,
               std::optional<T>& target, Errors& errors) {
  if (word.empty()) return;
  target = from(word);
  if (target) return;
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
  errors.push_back(
      usage(flag + ": unknown value `" + word + "`" + did_you_mean(word, known) + " (known: " + list + ")"));
}

std::optional<ColorWhen> color_from(std::string_view word) {
  if (word == "auto") return ColorWhen::Auto;
  if (word == "always") return ColorWhen::Always;
  return word == "never" ? std::optional(ColorWhen::Never) : std::nullopt;
}

void finish_outputs(const Raw& raw, CheckOptions& check, Errors& errors) {
  for (const std::string& value : raw.formats) {
    const Result<OutputOption> output = output_from(value);
    if (output)
      check.outputs.push_back(output.value());
    else
      errors.insert(errors.end(), output.errors().begin(), output.errors().end());
  }
  if (check.outputs.empty()) check.outputs.emplace_back();
  if (std::ranges::count(check.outputs, "", &OutputOption::file) > 1) {
    errors.push_back(
        usage("--format: only one format can go to standard output; write `--format json=FILE` for the other"));
  }
}

Errors finish_check(const Raw& raw, CheckOptions& check) {
  Errors errors;
  finish_outputs(raw, check, errors);
  read_word<Severity>("--min-severity", raw.min_severity, severity_from, {"info", "warning", "error"},
                      check.min_severity, errors);
  read_word<Confidence>("--min-confidence", raw.min_confidence, confidence_from, {"low", "medium", "high"},
                        check.min_confidence, errors);
  check.fail_never = raw.fail_on == "never";
  if (!check.fail_never) {
    read_word<Severity>("--fail-on", raw.fail_on, severity_from, {"info", "warning", "error", "never"}, check.fail_on,
                        errors);
  }
  std::optional<ColorWhen> color;
  read_word<ColorWhen>("--color", raw.color, color_from, {"auto", "always", "never"}, color, errors);
  check.color = color.value_or(ColorWhen::Auto);
  if (check.paths.empty()) check.paths = {"."};
  return errors;
}

std::vector<std::string> long_flags(const CLI::App& app) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  }
  return flags;
}

// What CLI11 could not place: the first word that looks like a flag, or else the first word.
std::optional<Error> unplaced(const std::vector<std::string>& rest, const CLI::App& used) {
  if (rest.empty()) return std::nullopt;
  const auto flag =
      std::ranges::find_if(rest, [](const std::string& word) { return word.size() > 1 && word[0] == '-'; });
  if (flag == rest.end()) return usage("unexpected argument `" + rest.front() + "`");
  const std::string name = flag->substr(0, flag->find('='));
  return usage("unknown flag `" + name + "`" + did_you_mean(name, long_flags(used)));
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

Error no_command(const CLI::App& app) {
  const std::vector<std::string> rest = app.remaining();
  if (rest.empty())
    return usage("a command is missing; `hypelint check FILE` checks an article, `hypelint --help` lists the rest");
  if (rest.front().starts_with("-") && rest.front() != "-") return *unplaced(rest, app);
  return usage("unknown command `" + rest.front() + "`" + did_you_mean(rest.front(), command_names(app)) +
               " (to check an article: `hypelint check " + rest.front() + "`)");
}

// The tree of commands with the places where their values go.
class Parser {
 public:
  Parser() : app_(kAbout, "hypelint") {
    app_.footer(kFooter);
    app_.set_help_flag("-h,--help", "Show this help");
    app_.set_version_flag("--version,-V", std::string("hypelint ") + HYPELINT_VERSION, "Show the version");
    app_.add_flag("--verbose", line_.verbose, "Log on standard error what hypelint does");
    app_.allow_extras();
    app_.fallthrough();
    add_check();
    add_explain();
    add_rules();
    add_init();
  }

  Result<CommandLine> parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
      line_.text = app_.help();
      return line_;
    } catch (const CLI::CallForVersion&) {
      line_.text = app_.version() + "\n";
      return line_;
    } catch (const CLI::ParseError& error) {
      return usage(error.what());
    }
    return finish();
  }

 private:
  CLI::App& command(CLI::App& parent, const std::string& name, const std::string& about) {
    CLI::App* added = parent.add_subcommand(name, about);
    added->allow_extras();
    return *added;
  }

  void add_check() {
    check_ = &command(app_, "check", "Check articles and report findings");
    add_check_input(*check_, line_.check);
    add_check_selection(*check_, line_.check, raw_);
    add_check_output(*check_, line_.check, raw_);
    check_->footer(kFooter);
  }

  void add_explain() {
    explain_ = &command(app_, "explain", "Say what a rule looks for, who asks for it and how to clear it");
    explain_->add_option("RULE", line_.explain.rule, "A rule id such as superlative/leadership")->required();
    add_pack_option(*explain_, line_.explain.packs);
  }

  void add_rules() {
    rules_ = &command(app_, "rules", "List the rules or test a rule pack");
    list_ = &command(*rules_, "list", "List every rule with its severity, confidence and whether it is on");
    list_->add_flag("--json", line_.rules.json, "As JSON");
    test_ = &command(*rules_, "test", "Run the examples of every rule");
    for (CLI::App* each : {list_, test_}) {
      each->add_option("PACK", line_.rules.packs, "Folders of rule packs (default: the built-in pack)");
      add_pack_option(*each, line_.rules.packs);
    }
  }

  void add_init() {
    init_ = &command(app_, "init", "Write a commented hypelint.toml into this folder");
    init_->add_flag("--vscode", line_.init.vscode, "Also write .vscode/tasks.json");
    init_->add_flag("--github", line_.init.github, "Also write .github/workflows/hypelint.yml");
    init_->add_flag("--gitlab", line_.init.gitlab, "Also write .gitlab-ci.yml");
    init_->add_flag("--force", line_.init.force, "Overwrite files that exist");
  }

  Result<CommandLine> finish() {
    if (check_->parsed()) return finish(*check_, Command::Check);
    if (explain_->parsed()) return finish(*explain_, Command::Explain);
    if (list_->parsed()) return finish(*list_, Command::RulesList);
    if (test_->parsed()) return finish(*test_, Command::RulesTest);
    if (rules_->parsed()) return finish_rules();
    if (init_->parsed()) return finish(*init_, Command::Init);
    return no_command(app_);
  }

  Result<CommandLine> finish_rules() {
    const std::vector<std::string> rest = app_.remaining(true);
    if (rest.empty()) return finish(*rules_, Command::RulesList);
    if (rest.front().starts_with("-")) return *unplaced(rest, *rules_);
    return usage("unknown command `rules " + rest.front() + "`" + did_you_mean(rest.front(), command_names(*rules_)));
  }

  Result<CommandLine> finish(const CLI::App& used, Command chosen) {
    if (const std::optional<Error> error = unplaced(app_.remaining(true), used)) return *error;
    line_.command = chosen;
    if (chosen == Command::Check) {
      const Errors errors = finish_check(raw_, line_.check);
      if (!errors.empty()) return errors;
    }
    return line_;
  }

  CLI::App app_;
  CommandLine line_;
  Raw raw_;
  CLI::App* check_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* rules_ = nullptr;
  CLI::App* list_ = nullptr;
  CLI::App* test_ = nullptr;
  CLI::App* init_ = nullptr;
};

}  // namespace

Result<CommandLine> parse_command_line(int argc, const char* const* argv) { return Parser().parse(argc, argv); }

}  // namespace hypelint
