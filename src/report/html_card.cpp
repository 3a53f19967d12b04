// A finding on the page: its button and its explanation.
#include <algorithm>

#include "report/formats.h"
#include "report/html_parts.h"
#include "report/paths.h"

namespace hypelint {
namespace {

std::string capital(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

// "W12".
std::string label(const PageFinding& finding) {
  return capital(to_string(finding.mark)).substr(0, 1) + std::to_string(finding.number + 1);
}

void append_line_link(std::string& out, const std::string& id, std::size_t line) {
  out.append("<a href=\"#").append(id).append("\">line ").append(std::to_string(line)).append("</a>");
}

void append_head(std::string& out, const PageRule& rule, const PageFinding& each, const LineIndex& lines) {
  const Finding& finding = *each.finding;
  const Location at = lines.locate(finding.span.begin);
  out.append("<p class=\"facts\"><strong class=\"sev ").append(to_string(each.mark)).append("\">");
  out.append(capital(to_string(each.mark))).append("</strong> <code>").append(html_text(rule.id)).append("</code> at ");
  out.append(std::to_string(at.line)).append(":").append(std::to_string(at.column)).append(", ");
  out.append(to_string(finding.confidence)).append(" confidence");
  if (each.mark == Mark::Suppressed) out.append(", would be ").append(to_string(finding.severity));
  if (finding.scope == FindingScope::Document) out += ", about the whole article";
  out += "</p>";
  out.append("<p class=\"said\">").append(html_text(finding.message)).append("</p>");
}

void append_suppression(std::string& out, const Suppression& by) {
  out.append("<p>Suppressed in ").append(html_text(by.path)).append(", line ").append(std::to_string(by.place.line));
  out.append(": ").append(html_text(by.reason));
  if (!by.evidence.empty()) out.append("; evidence: ").append(html_text(by.evidence));
  if (!by.until.empty()) out.append("; until ").append(html_text(by.until));
  out += "</p>";
}

void append_nearest(std::string& out, const PageRule& rule, const PageFile& file, const PageFinding& each,
                    const LineIndex& lines) {
  const std::vector<Related>& related = each.finding->related;
  for (std::size_t i = 0; i < related.size(); ++i) {
    out.append("<p>").append(html_text(capital(related[i].label))).append(" (");
    append_line_link(out, related_id(each, i), lines.locate(related[i].span.begin).line);
    out += ").</p>";
  }
  if (related.empty() && rule.asks_for_source && file.checked->report.evidence)
    out += "<p>No evidence that the rule accepts stands in this section.</p>";
}

// Where the file's profile or jurisdictions add to who asks for it.
void append_local_authorities(std::string& out, const PageFile& file, const std::string& rule) {
  const std::vector<CitedSources>& all = file.checked->report.sources;
  const auto cited = std::ranges::lower_bound(all, rule, {}, &CitedSources::rule);
  if (cited == all.end() || cited->rule != rule) return;
  append_authorities(out, cited->sources);
}

}  // namespace

void append_authorities(std::string& out, const std::vector<Authority>& sources) {
  if (sources.empty()) return;
  out += "<div class=\"asked\"><h4>Who asks for it</h4><ul>";
  for (const Authority& source : sources) {
    const std::string address = web_uri(source.url);
    const std::string line = html_text(authority_line(source));
    out += "<li>";
    if (address.empty()) {
      out += line;
    } else {
      out.append("<a rel=\"noopener noreferrer\" href=\"").append(html_text(address)).append("\">").append(line);
      out += "</a>";
    }
    out += "</li>";
  }
  out += "</ul></div>";
}

void append_pin(std::string& out, const HtmlRun& run, const PageFinding& finding) {
  const std::string_view mark = to_string(finding.mark);
  out.append("<button type=\"button\" class=\"pin ").append(mark).append("\" id=\"").append(pin_id(finding));
  out.append("\" data-n=\"").append(std::to_string(finding.number)).append("\" data-rule=\"");
  out.append(std::to_string(finding.rule)).append("\" data-severity=\"").append(mark);
  out.append("\" aria-expanded=\"false\" aria-controls=\"").append(card_id(finding)).append("\" aria-label=\"");
  out.append(label(finding)).append(", ").append(mark).append(", ").append(html_text(run.rules[finding.rule].id));
  out.append("\">").append(label(finding)).append("</button>");
}

void append_card(std::string& out, const HtmlRun& run, const PageFile& file, const PageFinding& finding,
                 const LineIndex& lines) {
  const PageRule& rule = run.rules[finding.rule];
  out.append("<div class=\"card ").append(to_string(finding.mark)).append("\" id=\"").append(card_id(finding));
  out.append("\" role=\"group\" lang=\"en\" dir=\"ltr\" aria-label=\"Finding ").append(label(finding)).append("\">");
  append_head(out, rule, finding, lines);
  if (finding.finding->suppressed) append_suppression(out, *finding.finding->suppressed);
  append_nearest(out, rule, file, finding, lines);
  append_local_authorities(out, file, rule.id);
  out.append("<div class=\"about\"></div><p class=\"more\"><a href=\"#rule-").append(std::to_string(finding.rule));
  out += "\">Why, and how to clear it</a></p></div>";
}

std::string pin_id(const PageFinding& finding) { return "f" + std::to_string(finding.number); }
std::string card_id(const PageFinding& finding) { return "c" + std::to_string(finding.number); }
std::string related_id(const PageFinding& finding, std::size_t related) {
  return "n" + std::to_string(finding.number) + "-" + std::to_string(related);
}
std::string evidence_id(const PageFile& file, std::size_t evidence) {
  return "e" + std::to_string(file.index) + "-" + std::to_string(evidence);
}

}  // namespace hypelint
