// One article of the page: facts, notes, text, evidence.
#include <algorithm>
#include <map>

#include "report/html_parts.h"

namespace hypelint {
namespace {

constexpr std::size_t kExcerpt = 120;  // bytes of a claim or a piece of evidence in a table

void append_fact(std::string& out, std::size_t count, std::string_view what) {
  if (count > 0) out.append(", ").append(std::to_string(count)).append(" ").append(what);
}

void append_facts(std::string& out, const PageFile& file) {
  const FileReport& report = file.checked->report;
  out.append("<p class=\"facts\">").append(to_string(report.format));
  if (!report.language.empty()) out.append(", language ").append(html_text(report.language));
  append_fact(out, report.counts.words, report.counts.words == 1 ? "word" : "words");
  append_fact(out, report.counts.sentences, report.counts.sentences == 1 ? "sentence" : "sentences");
  append_fact(out, report.in_baseline, "findings in the baseline");
  append_fact(out, report.oddities.invalid_utf8, "ill-formed byte sequences, shown as \xEF\xBF\xBD");
  append_fact(out, report.oddities.nul_bytes, "NUL bytes");
  out.append(". Findings: ").append(counts_text(file.counts)).append(".</p>");
}

// ` lang="zh"`; nothing where the language could not be told.
std::string language_attribute(const std::string& language) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool is_tag = (language.size() == 2 || language.size() == 3) && std::ranges::all_of(language, is_letter);
  return is_tag && language != "und" ? " lang=\"" + language + "\"" : "";
}

void append_text(std::string& out, const HtmlRun& run, const PageFile& file, const LineIndex& lines) {
  out.append("<details").append(file.findings.empty() ? "" : " open").append("><summary>Article text</summary>");
  out.append("<div class=\"text\" dir=\"auto\"").append(language_attribute(file.checked->report.language)).append(">");
  append_marked_text(out, run, file, lines);
  out += "</div></details>\n";
}

void append_evidence_row(std::string& out, const PageFile& file, std::size_t index, const LineIndex& lines) {
  const FoundEvidence& found = (*file.checked->report.evidence)[index];
  const std::string_view text = file.checked->source.text();
  const std::size_t begin = std::min(found.span.begin, text.size());
  const std::string_view shown = text.substr(begin, found.span.end > begin ? found.span.end - begin : 0);
  out.append("<tr><td>").append(to_string(found.tier)).append("</td><td>").append(to_string(found.kind));
  out.append("</td><td><a href=\"#").append(evidence_id(file, index)).append("\">line ");
  out.append(std::to_string(lines.locate(begin).line)).append("</a></td><td>").append(html_excerpt(shown, kExcerpt));
  out += "</td></tr>\n";
}

// "number 12, percent 3": what was recognised besides sources.
std::string other_evidence(const std::vector<FoundEvidence>& evidence) {
  std::map<EvidenceKind, std::size_t> counts;
  for (const FoundEvidence& found : evidence) {
    if (found.tier == Tier::None) ++counts[found.kind];
  }
  std::string list;
  for (const auto& [kind, count] : counts)
    list.append(list.empty() ? "" : ", ").append(to_string(kind)).append(" ").append(std::to_string(count));
  return list;
}

void append_found(std::string& out, const PageFile& file, const LineIndex& lines) {
  const std::vector<FoundEvidence>& evidence = *file.checked->report.evidence;
  const bool has_sources = std::ranges::any_of(evidence, [](const auto& found) { return found.tier != Tier::None; });
  if (has_sources) {
    out +=
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Sources found\"><table><caption>Sources "
        "found</caption><thead><tr><th scope=\"col\">Tier</th><th scope=\"col\">Kind</th><th scope=\"col\">Place</th>"
        "<th scope=\"col\">Text</th></tr></thead><tbody>\n";
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      if (evidence[i].tier != Tier::None) append_evidence_row(out, file, i, lines);
    }
    out += "</tbody></table></div>\n";
  } else {
    out += "<p>No source was found: no identifier, citation, reference or link that could support a claim.</p>\n";
  }
  if (const std::string others = other_evidence(evidence); !others.empty())
    out.append("<p>Also recognised: ").append(others).append(".</p>\n");
}

void append_claim_row(std::string& out, const PageRule& rule, const PageFinding& claim, const LineIndex& lines) {
  const Finding& finding = *claim.finding;
  out.append("<tr><td><a href=\"#").append(pin_id(claim)).append("\">line ");
  out.append(std::to_string(lines.locate(finding.span.begin).line)).append("</a>: ");
  out.append(html_excerpt(finding.match, kExcerpt)).append("</td><td>").append(rule.asks_for).append("</td><td>");
  if (finding.related.empty()) out += rule.asks_for_source ? "none in this section" : "some of it is missing there";
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    out.append("<a href=\"#").append(related_id(claim, i)).append("\">line ");
    out.append(std::to_string(lines.locate(finding.related[i].span.begin).line)).append("</a>: ");
    out.append(html_text(finding.related[i].label)).append(" ");
  }
  out += "</td></tr>\n";
}

void append_claims(std::string& out, const HtmlRun& run, const PageFile& file, const LineIndex& lines) {
  const auto asks = [&](const PageFinding& finding) { return !run.rules[finding.rule].asks_for.empty(); };
  if (std::ranges::none_of(file.findings, asks)) return;
  out +=
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Claims and where evidence was looked for\">"
      "<table class=\"claims\"><caption>Claims and where evidence was looked for</caption><thead><tr><th "
      "scope=\"col\">Claim</th>"
      "<th scope=\"col\">Looked for</th><th scope=\"col\">Nearest</th></tr></thead><tbody>\n";
  for (const PageFinding& finding : file.findings) {
    if (asks(finding)) append_claim_row(out, run.rules[finding.rule], finding, lines);
  }
  out += "</tbody></table></div>\n";
}

}  // namespace

void append_evidence_map(std::string& out, const HtmlRun& run, const PageFile& file, const LineIndex& lines) {
  out += "<details><summary>Evidence in this article</summary>\n";
  if (file.checked->report.evidence) append_found(out, file, lines);
  append_claims(out, run, file, lines);
  out += "</details>\n";
}

void append_html_article(std::string& out, const HtmlRun& run, const PageFile& file) {
  const LineIndex lines(file.checked->source);
  const std::string id = "file-" + std::to_string(file.index);
  out.append("<section class=\"file\" data-file=\"").append(std::to_string(file.index)).append("\" aria-labelledby=\"");
  out.append(id).append("\">\n<h3 id=\"").append(id).append("\">").append(html_text(file.checked->report.path));
  out += "</h3>\n";
  append_facts(out, file);
  for (const std::string& note : file.checked->report.notes)
    out.append("<p class=\"note\">Note: ").append(html_text(note)).append("</p>\n");
  append_text(out, run, file, lines);
  append_evidence_map(out, run, file, lines);
  out += "</section>\n";
}

}  // namespace hypelint
