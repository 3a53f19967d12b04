#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>

#include "cli/command_tree.h"
#include "cli/completions.h"
#include "cli/man_page.h"
#include "cli/report_paths.h"
#include "cli/suggest.h"
#include "lint/directive.h"
#include "support/prose.h"

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

constexpr const char* kStreamFooter =
    "In:   {\"id\": \"7\", \"text\": \"…\", \"format\": \"markdown\", \"lang\": \"en\"}\n"
    "      id: a string or a number. text, or text_base64 for any bytes. format: markdown, mdx, html or plain\n"
    "      (default: by the extension of the id, else plain). lang: default, and with und, as the document shows;\n"
    "      eng is en. Half a surrogate pair reads as U+FFFD. Other members are passed over, and so are blank\n"
    "      lines. A line may have 64 MiB.\n"
    "Out:  {\"id\": \"7\", …} with the members of a file of `check --format json`, or\n"
    "      {\"id\": \"7\", \"error\": {\"code\": …, \"message\": …, \"line\": …}}; code: json, id, text, base64, "
    "format,\n"
    "      lang, too-long, not-text or internal; id is null where the line does not tell it.\n"
    "\n"
    "One configuration governs all documents; the globs of its overrides match their ids. It may name no baseline.\n"
    "\n"
    "Each report is written as soon as it and those before it are done. Exit codes: 0 at the end of the input,\n"
    "2 wrong usage, configuration or rule pack, 3 standard input cannot be read, 70 a fault in hypelint itself";

// Values as typed; turned into options once CLI11 has sorted them.
struct Raw {
  std::vector<std::string> formats;
  std::vector<std::string> pack_folders;  // PACK of `rules`, beside --pack
  std::string min_severity, min_confidence, fail_on, color = "auto";
};

Error usage(std::string message) { return {ErrorCode::Usage, std::move(message), "", {}}; }

// Repeatable flags take one value each, so that `--format json article.md` leaves the article alone.
CLI::Option* repeatable(CLI::App& app, const std::string& flag, std::vector<std::string>& values,
                        const std::string& about) {
  return app.add_option(flag, values, about)->allow_extra_args(false);
}

void add_pack_option(CLI::App& app, std::vector<std::string>& packs) {
  repeatable(app, "--pack", packs,
             "Use the rule pack in this folder, or the built-in one of this name (health, zh), instead of the built-in "
             "ones; repeatable")
      ->type_name("DIR");
}

void add_overlay_options(CLI::App& app, OverlayOptions& overlays) {
  app.add_option("--profile", overlays.profile,
                 "Weigh the rules for this kind of article (press-release, research-summary, …; default: none)")
      ->type_name("P");
  repeatable(app, "--jurisdiction", overlays.jurisdictions,
             "Apply the law of this place (us, uk, eu, …): severity, clearance, clauses; repeatable, or a,b,c")
      ->delimiter(',')
      ->type_name("J");
}

void add_check_selection(CLI::App& app, CheckOptions& check, Raw& raw) {
  add_pack_option(app, check.packs);
  repeatable(app, "--select", check.select, "Use only these rules or groups; repeatable, or a,b,c")
      ->delimiter(',')
      ->type_name("RULE");
  repeatable(app, "--ignore", check.ignore, "Leave out these rules or groups; repeatable, or a,b,c")
      ->delimiter(',')
      ->type_name("RULE");
  add_overlay_options(app, check.overlays);
  app.add_option("--min-severity", raw.min_severity, "Report only findings at or above info, warning or error")
      ->type_name("S");
  app.add_option("--min-confidence", raw.min_confidence, "Report only findings at or above low, medium or high")
      ->type_name("C");
}

void add_fail_on(CLI::App& app, Raw& raw) {
  app.add_option("--fail-on", raw.fail_on,
                 "Exit with 1 on findings at or above info, warning or error (default), or never")
      ->type_name("S");
}

void add_config(CLI::App& app, CheckOptions& check, const std::string& about) {
  CLI::Option* config = app.add_option("--config", check.config, about);
  config->type_name("FILE");
  app.add_flag("--no-config", check.no_config, "Use no configuration file")->excludes(config);
  app.add_flag("--no-cache", check.no_cache, "Compile the rule packs anew instead of taking them from the cache");
}

void add_check_input(CLI::App& app, CheckOptions& check) {
  app.add_option("PATH", check.paths,
                 "Files, folders, or - for standard input (default: this folder). Folders are searched for "
                 ".md .markdown .mkd .mdx .html .htm .xhtml .txt .text, without hidden and .gitignored files, and "
                 "links to folders are not followed; a file named here is always checked, with an unknown extension as "
                 "plain text");
  repeatable(app, "--include", check.include, "In folders, check only files that match this glob; repeatable")
      ->type_name("GLOB");
  repeatable(app, "--exclude", check.exclude, "In folders, leave out files that match this glob; repeatable")
      ->type_name("GLOB");
  app.add_option("--stdin-filename", check.stdin_filename,
                 "Name of the article on standard input; its extension gives the format")
      ->type_name("NAME");
  add_config(app, check,
             "Use this configuration instead of the hypelint.toml nearest above each file; its globs are relative to "
             "its own folder");
}

void add_jobs(CLI::App& app, CheckOptions& check, const std::string& about) {
  app.add_option("--jobs,-j", check.jobs, about)->type_name("N")->check(CLI::Range(1, 1024));
}

void add_check_output(CLI::App& app, CheckOptions& check, Raw& raw) {
  repeatable(app, "--format", raw.formats,
             "text (default), line, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjsonl or html; with "
             "=FILE into a file (- is standard output); repeatable")
      ->type_name("F[=FILE]");
  app.add_option("--color", raw.color, "auto (default), always or never")->type_name("WHEN");
  add_jobs(app, check, "Threads (default: one for each processor)");
  app.add_flag("--stats", check.stats, "Say on standard error what was checked and what was left out");
  app.add_flag("--profile-rules", check.profile_rules, "Say on standard error how long each stage and each rule took");
}

void add_today(CLI::App& app, CheckOptions& check) {
  app.add_option("--today", check.today, "The day by which suppressions are over (default: today)")
      ->type_name("YYYY-MM-DD");
}

void add_check_gate(CLI::App& app, CheckOptions& check) {
  app.add_option("--baseline", check.baseline, "Count only findings that are not in this file")->type_name("FILE");
  CLI::Option* update =
      app.add_flag("--update-baseline", check.update_baseline, "Write the findings of this run into the baseline");
  CLI::Option* new_from = app.add_option("--new-from", check.new_from,
                                         "Report only findings in text that has changed since this Git commit");
  new_from->type_name("REF");
  CLI::Option* staged = app.add_flag("--staged", check.staged,
                                     "Check what is staged in Git, and report only findings in text that it changes");
  staged->excludes(new_from);
  for (CLI::Option* narrow :
       {new_from, staged, app.get_option("--select"), app.get_option("--ignore"), app.get_option("--min-severity"),
        app.get_option("--min-confidence"), app.get_option("--profile"), app.get_option("--jurisdiction")}) {
    update->excludes(narrow);
  }
  add_today(app, check);
}

std::string local_date() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  localtime_r(&now, &day);
  std::array<char, 16> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%d", &day);
  return {text.data(), size};
}

Errors finish_paths_and_day(CheckOptions& check) {
  if (check.paths.empty()) check.paths = {"."};
  if (check.today.empty()) check.today = local_date();
  if (!check.stdin_filename.empty() && std::ranges::find(check.paths, "-") == check.paths.end()) {
    return {usage("--stdin-filename names the article on standard input; write `-` among the paths to read it")};
  }
  for (const auto& [flag, globs] : {std::pair("--include", &check.include), {"--exclude", &check.exclude}}) {
    if (globs->empty() || !globs->front().starts_with('!')) continue;
    return {usage(std::string(flag) + ": `" + globs->front() +
                  "` is an exception, and there is nothing before it to except")};
  }
  if (is_date(check.today)) return {};
  return {usage("--today: `" + check.today + "` is no day; write YYYY-MM-DD")};
}

Result<OutputOption> output_from(const std::string& value) {
  const std::size_t equals = value.find('=');
  const std::string name = value.substr(0, equals);
  const std::optional<ReportFormat> format = report_format_from(name);
  if (!format) {
    const std::vector<std::string> known = report_format_names();
    return usage("--format: unknown format `" + name + "`" + did_you_mean(name, known) + " (known: " + joined(known) +
                 ")");
  }
  if (equals == std::string::npos) return OutputOption{*format, ""};
  const std::string file = value.substr(equals + 1);
  if (file.empty()) return usage("--format: a file name must follow `" + name + "=`");
  return OutputOption{*format, file == "-" ? "" : file};
}

// Sets `target` from the word, or adds an error.
template <typename T>
void read_word(const std::string& flag, const std::string& word,
               const std::function<std::optional<T>(std::string_view)>& from, const std::vector<std::string>& known,
               std::optional<T>& target, Errors& errors) {
  if (word.empty()) return;
  target = from(word);
  if (target) return;
  errors.push_back(
      usage(flag + ": unknown value `" + word + "`" + did_you_mean(word, known) + " (known: " + joined(known) + ")"));
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
  const Errors clashes = clashing_reports(check.outputs);
  errors.insert(errors.end(), clashes.begin(), clashes.end());
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
  const Errors in_day = finish_paths_and_day(check);
  errors.insert(errors.end(), in_day.begin(), in_day.end());
  return errors;
}

std::vector<std::string> long_flags(const CLI::App& app) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
  }
  return flags;
}

// The words that CLI11 could not place; it counts the `--` that ends the flags among them.
std::vector<std::string> remaining_words(const CLI::App& app, bool recurse) {
  std::vector<std::string> rest = app.remaining(recurse);
  std::erase(rest, "--");
  return rest;
}

// An error for the first word that looks like a flag, or else for the first word.
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
  const std::vector<std::string> rest = remaining_words(app, false);
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
    add_suppressions();
    add_stream();
    add_init();
    add_documents();
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
    add_fail_on(*check_, raw_);
    add_check_output(*check_, line_.check, raw_);
    add_check_gate(*check_, line_.check);
    check_->footer(kFooter);
  }

  void add_explain() {
    explain_ = &command(app_, "explain", "Say what a rule looks for, who asks for it and how to clear it");
    explain_->add_option("RULE", line_.explain.rule, "A rule id such as superlative/leadership, or a group")
        ->required();
    add_pack_option(*explain_, line_.explain.packs);
    add_overlay_options(*explain_, line_.explain.overlays);
  }

  void add_rules() {
    rules_ = &command(app_, "rules", "List the rules, test a rule pack or write its reference");
    list_ = &command(*rules_, "list", "List every rule with its severity, confidence and whether it is on");
    list_->add_flag("--json", line_.rules.json, "As JSON");
    test_ = &command(*rules_, "test", "Run the examples of every rule");
    docs_ = &command(*rules_, "docs", "Write the reference of every rule as Markdown");
    add_overlay_options(*list_, line_.rules.overlays);
    for (CLI::App* each : {list_, test_, docs_}) {
      each->add_option("PACK", raw_.pack_folders,
                       "Folders of rule packs, or health or zh (default: those of hypelint.toml, else the built-in "
                       "packs)");
      add_pack_option(*each, line_.rules.packs);
    }
  }

  void add_suppressions() {
    CheckOptions& check = line_.suppressions.check;
    suppressions_ = &command(app_, "suppressions", "List what articles suppress, why and until when");
    add_check_input(*suppressions_, check);
    add_pack_option(*suppressions_, check.packs);
    add_today(*suppressions_, check);
    suppressions_->add_flag("--json", line_.suppressions.json, "As JSON");
  }

  void add_stream() {
    CheckOptions& check = line_.stream.check;
    stream_ =
        &command(app_, "stream", "Check one JSON document a line of standard input, report one JSON line for each");
    add_check_selection(*stream_, check, raw_);
    add_config(*stream_, check,
               "Use this configuration for all documents instead of the hypelint.toml of this folder or nearest above "
               "it");
    add_jobs(*stream_, check, "Threads (default: 1); the reports keep the order of the documents");
    add_today(*stream_, check);
    stream_->footer(kStreamFooter);
  }

  void add_init() {
    init_ = &command(app_, "init", "Write a commented hypelint.toml into this folder; files that exist are kept");
    init_->add_flag("--vscode", line_.init.vscode, "Also write .vscode/tasks.json");
    init_->add_flag("--github", line_.init.github, "Also write .github/workflows/hypelint.yml");
    init_->add_flag("--gitlab", line_.init.gitlab, "Also write .gitlab-ci.yml");
    init_->add_flag("--force", line_.init.force,
                    "Overwrite the files of the flags given, or hypelint.toml without such a flag");
  }

  void add_documents() {
    completions_ = &command(app_, "completions", "Print the completions of a shell");
    completions_->add_option("SHELL", shell_, "bash, zsh or fish")->required();
    man_ = &command(app_, "man", "Print the manual page, for `man -l -`");
  }

  Result<CommandLine> finish_completions() {
    line_.text = completions(describe(app_), shell_);
    if (!line_.text.empty()) return finish(*completions_, Command::Print);
    const std::vector<std::string> known = completion_shells();
    return usage("completions: unknown shell `" + shell_ + "`" + did_you_mean(shell_, known) +
                 " (known: " + joined(known) + ")");
  }

  Result<CommandLine> finish_man() {
    line_.text = man_page(describe(app_), HYPELINT_VERSION);
    return finish(*man_, Command::Print);
  }

  Result<CommandLine> finish() {
    if (check_->parsed()) return finish(*check_, Command::Check);
    if (explain_->parsed()) return finish(*explain_, Command::Explain);
    if (list_->parsed()) return finish(*list_, Command::RulesList);
    if (test_->parsed()) return finish(*test_, Command::RulesTest);
    if (docs_->parsed()) return finish(*docs_, Command::RulesDocs);
    if (rules_->parsed()) return finish_rules();
    if (suppressions_->parsed()) return finish(*suppressions_, Command::Suppressions);
    if (stream_->parsed()) return finish(*stream_, Command::Stream);
    if (init_->parsed()) return finish(*init_, Command::Init);
    if (completions_->parsed()) return finish_completions();
    if (man_->parsed()) return finish_man();
    return no_command(app_);
  }

  Result<CommandLine> finish_rules() {
    const std::vector<std::string> rest = remaining_words(app_, true);
    if (rest.empty()) return finish(*rules_, Command::RulesList);
    if (rest.front().starts_with("-")) return *unplaced(rest, *rules_);
    return usage("unknown command `rules " + rest.front() + "`" + did_you_mean(rest.front(), command_names(*rules_)));
  }

  Result<CommandLine> finish(const CLI::App& used, Command chosen) {
    if (const std::optional<Error> error = unplaced(remaining_words(app_, true), used)) return *error;
    line_.command = chosen;
    Errors errors;
    line_.rules.packs.insert(line_.rules.packs.begin(), raw_.pack_folders.begin(), raw_.pack_folders.end());
    if (chosen == Command::Check) errors = finish_check(raw_, line_.check);
    if (chosen == Command::Stream) errors = finish_check(raw_, line_.stream.check);
    if (chosen == Command::Suppressions) errors = finish_paths_and_day(line_.suppressions.check);
    if (!errors.empty()) return errors;
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
  CLI::App* docs_ = nullptr;
  CLI::App* suppressions_ = nullptr;
  CLI::App* stream_ = nullptr;
  CLI::App* init_ = nullptr;
  CLI::App* completions_ = nullptr;
  CLI::App* man_ = nullptr;
  std::string shell_;
};

}  // namespace

Result<CommandLine> parse_command_line(int argc, const char* const* argv) { return Parser().parse(argc, argv); }

}  // namespace hypelint
