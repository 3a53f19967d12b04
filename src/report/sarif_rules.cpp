// The rules of a SARIF run.
#include <nlohmann/json.hpp>

#include "hypelint/rule.h"
#include "report/display_width.h"
#include "report/formats.h"
#include "report/paths.h"

namespace hypelint {
namespace {

using Json = nlohmann::ordered_json;

// "superlative/vague-hype" -> "SuperlativeVagueHype".
std::string pascal_name(std::string_view id) {
  std::string name;
  bool starts_word = true;
  for (const char c : id) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter) name += starts_word && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    starts_word = !is_letter;
  }
  return name;
}

std::string sentence_of(std::string_view text) {
  std::string sentence = well_formed(text);
  if (!sentence.empty() && sentence.front() >= 'a' && sentence.front() <= 'z') sentence.front() += 'A' - 'a';
  if (!sentence.empty() && std::string_view(".!?").find(sentence.back()) == std::string_view::npos) sentence += '.';
  return sentence;
}

std::string quoted_block(std::string_view text) {
  std::string block = "    ";
  for (const char c : text) block += c == '\n' ? "\n    " : std::string(1, c);
  return well_formed(block);
}

struct Section {
  std::string title;
  std::string body;
};

std::vector<Section> sections(const Rule& rule) {
  std::vector<Section> list = {{"", sentence_of(rule.why.empty() ? rule.summary : rule.why)}};
  if (!rule.clear.empty()) list.push_back({"How to clear it", sentence_of(rule.clear)});
  std::string sources;
  for (const Authority& source : rule.sources) {
    const std::string address = web_uri(source.url);
    sources +=
        (sources.empty() ? "- " : "\n- ") + authority_line(source) + (address.empty() ? "" : " <" + address + ">");
  }
  if (!sources.empty()) list.push_back({"Who asks for it", sources});
  if (!rule.bad.empty()) list.push_back({"It finds (between [[ and ]])", quoted_block(rule.bad.front().text)});
  if (!rule.good.empty()) list.push_back({"It accepts", quoted_block(rule.good.front().text)});
  return list;
}

std::string help_text(const Rule& rule, std::string_view title_mark) {
  std::string out;
  for (const auto& [title, body] : sections(rule)) {
    if (!title.empty()) out += "\n\n" + std::string(title_mark) + title + "\n\n";
    out += body;
  }
  return out;
}

std::string_view problem_severity(Severity severity) {
  return severity == Severity::Info ? "recommendation" : to_string(severity);
}

// Group and kind, which must differ.
Json tags(const Rule& rule) {
  Json list = Json::array({well_formed(group_of(rule.id))});
  if (to_string(rule.kind) != group_of(rule.id)) list.push_back(to_string(rule.kind));
  return list;
}

}  // namespace

std::string_view sarif_level(Severity severity) { return severity == Severity::Info ? "note" : to_string(severity); }

std::string authority_line(const Authority& source) {
  std::string line = source.name;
  if (!source.clause.empty()) line += ", " + source.clause;
  if (source.year != 0) line += " (" + std::to_string(source.year) + ")";
  return well_formed(line);
}

std::string help_address(const Rule& rule) {
  for (const Authority& source : rule.sources) {
    if (std::string address = web_uri(source.url); !address.empty()) return address;
  }
  return "";
}

std::string sarif_rule(const Rule& rule) {
  Json written = {{"id", well_formed(rule.id)},
                  {"name", pascal_name(rule.id)},
                  {"shortDescription", {{"text", sentence_of(rule.summary)}}},
                  {"fullDescription", {{"text", sentence_of(rule.why.empty() ? rule.summary : rule.why)}}},
                  {"defaultConfiguration", {{"enabled", rule.on}, {"level", sarif_level(rule.severity)}}},
                  {"help", {{"text", help_text(rule, "")}, {"markdown", help_text(rule, "## ")}}}};
  if (const std::string address = help_address(rule); !address.empty()) written["helpUri"] = address;
  written["properties"] = {{"tags", tags(rule)},
                           {"precision", to_string(rule.confidence)},
                           {"problem.severity", problem_severity(rule.severity)}};
  return written.dump();
}

}  // namespace hypelint
