// `hypelint explain RULE`.
#include <algorithm>
#include <string>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/packs.h"
#include "cli/suggest.h"
#include "report/display_width.h"

namespace hypelint {
namespace {

constexpr std::size_t kWidth = 80;

// Words of the text filled into lines of kWidth columns, each line indented.
std::string filled(const std::string& text, const std::string& indent) {
  std::string out;
  std::string line = indent;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \t\r\n", at)) != std::string::npos) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    const std::string word = printable_text(text.substr(at, end - at));
    if (line.size() > indent.size() && line.size() + 1 + word.size() > kWidth) {
      out += line + "\n";
      line = indent;
    }
    line += (line.size() > indent.size() ? " " : "") + word;
    at = end;
  }
  return line.size() > indent.size() ? out + line + "\n" : out;
}

std::string section(const std::string& title, const std::string& body) {
  return body.empty() ? "" : "\n" + title + "\n" + body;
}

std::string authorities(const Rule& rule) {
  std::string out;
  for (const Authority& source : rule.sources) {
    std::string line = source.name;
    if (!source.clause.empty()) line += ", " + source.clause;
    if (source.year > 0) line += " (" + std::to_string(source.year) + ")";
    if (!source.url.empty()) line += " " + source.url;
    out += filled(line, "  ");
  }
  return out;
}

std::string examples(const std::vector<Example>& list) {
  std::string out;
  for (const Example& example : list) {
    const std::string body = filled(example.text, "    ");
    if (!body.empty()) out += "  -" + body.substr(3);
  }
  return out;
}

std::string explanation(const Rule& rule) {
  std::string head = rule.id + "  (" + std::string(to_string(rule.severity)) + ", " +
                     std::string(to_string(rule.confidence)) + " confidence, " + (rule.on ? "on" : "off") +
                     " by default)\n";
  return head + filled(rule.summary, "  ") + section("Why", filled(rule.why, "  ")) +
         section("How to clear it", filled(rule.clear, "  ")) + section("Who asks for it", authorities(rule)) +
         section("It finds (between [[ and ]])", examples(rule.bad)) + section("It accepts", examples(rule.good));
}

}  // namespace

int run_explain(const ExplainOptions& options) {
  const Result<std::vector<std::string>> packs = find_packs(options.packs, {});
  if (!packs) return fail(packs.errors());
  const Result<Linter> linter = load_linter(packs.value());
  if (!linter) return fail(linter.errors());
  if (const Rule* rule = linter.value().rule(options.rule)) return finish(explanation(*rule), 0);
  const std::vector<std::string> names = rule_names(linter.value().rules());
  return fail({{ErrorCode::Usage,
                "unknown rule `" + options.rule + "`" + did_you_mean(options.rule, names) +
                    " (`hypelint rules list` shows them all)",
                "",
                {}}});
}

}  // namespace hypelint
