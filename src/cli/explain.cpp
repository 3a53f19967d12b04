// `hypelint explain RULE`.
#include <algorithm>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/overlay_text.h"
#include "cli/packs.h"
#include "cli/suggest.h"
#include "report/display_width.h"
#include "report/formats.h"
#include "support/prose.h"

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

std::string authorities(const std::vector<Authority>& sources) {
  std::string out;
  for (const Authority& source : sources) {
    out += filled(authority_line(source) + (source.url.empty() ? "" : " " + source.url), "  ");
  }
  return out;
}

// One line for each overlay, its later lines hanging.
std::string said_by(const Rule& rule, const std::vector<Say>& says) {
  std::string out;
  for (const Say& say : says) {
    const std::string body = filled(say.overlay->name + ": " + say_text(rule, say.adjusted), "      ");
    out += body.substr(4);
  }
  return out;
}

// What the chosen overlays say of the rule; where none of a kind is chosen, which ones have a say.
std::string says(const Linter& linter, const Rule& rule, OverlayKind kind, const std::vector<std::string>& chosen) {
  const std::string what(to_string(kind));
  std::vector<Say> all = says_on(linter, rule, kind);
  if (chosen.empty()) {
    const std::string title = kind == OverlayKind::Profile ? "Profiles that change it" : "Jurisdictions with a say";
    return section(title + " (--" + what + ")", said_by(rule, all));
  }
  std::erase_if(all, [&](const Say& say) { return std::ranges::find(chosen, say.overlay->name) == chosen.end(); });
  const std::string body = said_by(rule, all);
  const std::string title = kind == OverlayKind::Profile ? "In this profile" : "In this jurisdiction";
  return section(title, body.empty() ? "  " + joined(chosen) + ": no adjustment of this rule\n" : body);
}

bool has_say(const Linter& linter, const Rule& rule, const std::string& overlay) {
  const auto is_it = [&](const Say& say) { return say.overlay->name == overlay; };
  return std::ranges::any_of(says_on(linter, rule, OverlayKind::Profile), is_it) ||
         std::ranges::any_of(says_on(linter, rule, OverlayKind::Jurisdiction), is_it);
}

// Of a rule as written or as adjusted.
template <typename AnyRule>
std::string strength(const AnyRule& rule) {
  return std::string(to_string(rule.severity)) + ", " + std::string(to_string(rule.confidence)) + " confidence, " +
         (rule.on ? "on" : "off");
}

// "(error, high confidence, on under uk, hypelint.toml; warning, … by default)"; `overlays`: those with a say.
std::string head(const Linter& linter, const Rule& rule, const Config& config, std::vector<std::string> overlays) {
  const std::string own = strength(rule);
  const std::string now = strength(linter.settled(rule, config.settings));
  if (now == own) return rule.id + "  (" + own + " by default)\n";
  if (now != strength(linter.adjusted(rule, config.settings))) overlays.push_back(config.path);
  return rule.id + "  (" + now + " under " + printable_text(joined(overlays)) + "; " + own + " by default)\n";
}

std::string examples(const std::vector<Example>& list) {
  std::string out;
  for (const Example& example : list) {
    const std::string body = filled(example.text, "    ");
    if (!body.empty()) out += "  -" + body.substr(3);
  }
  return out;
}

std::string explanation(const Linter& linter, const Rule& rule, const Config& config) {
  const Settings& settings = config.settings;
  const AdjustedRule adjusted = linter.adjusted(rule, settings);
  const bool has_profile = !settings.profile.empty() && settings.profile != "none";
  const std::vector<std::string> profile(has_profile ? 1 : 0, settings.profile);
  std::vector<std::string> chosen = profile;
  chosen.insert(chosen.end(), settings.jurisdictions.begin(), settings.jurisdictions.end());
  std::erase_if(chosen, [&](const std::string& name) { return !has_say(linter, rule, name); });
  return head(linter, rule, config, chosen) + filled(rule.summary, "  ") + section("Why", filled(rule.why, "  ")) +
         section("How to clear it", filled(rule.clear, "  ")) +
         section("Who asks for it", authorities(sources_of(rule, adjusted))) +
         says(linter, rule, OverlayKind::Jurisdiction, settings.jurisdictions) +
         says(linter, rule, OverlayKind::Profile, profile) +
         section("It finds (between [[ and ]])", examples(rule.bad)) + section("It accepts", examples(rule.good));
}

// The rules of a group as `settings` leaves them.
std::string list_of(const Linter& linter, const std::string& group, const Settings& settings) {
  std::string out;
  std::size_t count = 0;
  for (const Rule& rule : linter.rules()) {
    if (!rule_matches(group, rule.id)) continue;
    out += "\n" + rule.id + "  (" + strength(linter.settled(rule, settings)) + ")\n" + filled(rule.summary, "  ");
    ++count;
  }
  if (count == 0) return "";
  return "`" + group + "` is a group of " + count_of(count, "rule") + "; `hypelint explain RULE` says more of each\n" +
         out;
}

}  // namespace

int run_explain(const ExplainOptions& options) {
  Result<Config> governing = config_here();
  if (!governing) return fail(governing.errors());
  Config config = std::move(governing).value();
  const Result<Linter> linter = load_linter_of(options.packs, config);
  if (!linter) return fail(linter.errors());
  if (options.packs.empty()) {
    const Errors in_config = unknown_names(config, linter.value());
    if (!in_config.empty()) return fail(in_config);
  }
  const Errors unknown = unknown_overlays(options.overlays, linter.value().overlays());
  if (!unknown.empty()) return fail(unknown);
  config.settings = with_overlays(std::move(config.settings), options.overlays);
  if (const Rule* rule = linter.value().rule(options.rule)) {
    return finish(explanation(linter.value(), *rule, config), 0);
  }
  if (const std::string list = list_of(linter.value(), options.rule, config.settings); !list.empty())
    return finish(list, 0);
  const std::vector<std::string> names = rule_names(linter.value().rules());
  return fail({{ErrorCode::Usage,
                "unknown rule `" + options.rule + "`" + did_you_mean(options.rule, names) +
                    " (`hypelint rules list` shows them all)",
                "",
                {}}});
}

}  // namespace hypelint
