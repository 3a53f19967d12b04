// What the page says of the rules that have findings.
#include <algorithm>

#include "report/html_parts.h"

namespace hypelint {
namespace {

std::string_view place_of(Reach reach) {
  switch (reach) {
    case Reach::Sentence:
      return "in the same sentence";
    case Reach::NextSentence:
      return "in the same or the next sentence";
    case Reach::Paragraph:
      return "in the same paragraph";
    case Reach::Section:
      return "in the same section";
    case Reach::Document:
      break;
  }
  return "anywhere in the article";
}

template <typename Name>
std::string joined(const std::vector<Name>& names, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? last : ", ";
    out += to_string(names[i]);
  }
  return out;
}

std::string asked_for(const Clearance& clearance) {
  std::vector<std::string> parts;
  if (!clearance.tiers.empty()) parts.push_back("a source of tier " + joined(clearance.tiers, " or "));
  if (!clearance.with.empty()) parts.push_back(joined(clearance.with, " and "));
  if (!clearance.any_of.empty()) {
    const std::string kinds = joined(clearance.any_of, " or ");
    parts.push_back(clearance.at_least > 1 ? std::to_string(clearance.at_least) + " of: " + kinds : kinds);
  }
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " with ") + part;
  return out + " " + std::string(place_of(clearance.within));
}

void append_part(std::string& out, std::string_view title, std::string_view text) {
  if (text.empty()) return;
  out.append("<h4>").append(title).append("</h4><p>");
  append_html_text(out, text);
  out += "</p>\n";
}

}  // namespace

std::string evidence_asked_for(const Rule& rule) {
  std::string out;
  for (const Clearance& clearance : rule.cleared_by) out += (out.empty() ? "" : "; or ") + asked_for(clearance);
  return out;
}

void append_rule(std::string& out, const PageRule& rule, std::size_t index) {
  out.append("<article class=\"rule\" id=\"rule-").append(std::to_string(index)).append("\">\n<h3><code>");
  out.append(html_text(rule.id)).append("</code></h3>\n");
  if (rule.known != nullptr) {
    append_part(out, "What it finds", rule.known->summary);
    append_part(out, "Why", rule.known->why);
    append_part(out, "How to clear it", rule.known->clear);
    append_part(out, "Evidence that clears it", rule.asks_for);
    append_authorities(out, rule.known->sources);
  }
  out += "</article>\n";
}

}  // namespace hypelint
