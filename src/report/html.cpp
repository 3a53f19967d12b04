// `--format html`: one page for a whole run, without a request and without a template engine.
#include <algorithm>
#include <numeric>

#include "report/formats.h"
#include "report/html_parts.h"
#include "support/prose.h"

namespace hypelint {
namespace {

constexpr std::size_t kBarLength = 1000;  // units of the plots

constexpr std::array<std::string_view, kMarks> kMarkNames = {"error", "warning", "info", "suppressed"};
constexpr std::array<std::string_view, kMarks> kMarkPlurals = {"errors", "warnings", "infos", "suppressed"};

Mark mark_of(Severity severity) {
  if (severity == Severity::Error) return Mark::Error;
  return severity == Severity::Warning ? Mark::Warning : Mark::Info;
}

std::size_t total(const MarkCounts& counts) { return std::accumulate(counts.begin(), counts.end(), std::size_t{0}); }

void count(MarkCounts& counts, Mark mark) { ++counts[static_cast<std::size_t>(mark)]; }

std::vector<PageRule> rules_found(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules) {
  std::map<std::string_view, PageRule> found;
  for (const CheckedFile& file : files) {
    for (const auto* findings : {&file.report.findings, &file.report.suppressed}) {
      for (const Finding& finding : *findings) found[finding.rule].id = finding.rule;
    }
  }
  for (const Rule& rule : rules) {
    const auto at = found.find(rule.id);
    if (at == found.end() || at->second.known != nullptr) continue;
    at->second.known = &rule;
    at->second.asks_for_source =
        std::ranges::any_of(rule.cleared_by, [](const Clearance& clearance) { return !clearance.tiers.empty(); });
    at->second.asks_for = evidence_asked_for(rule);
  }
  std::vector<PageRule> list;
  for (auto& [id, rule] : found) list.push_back(std::move(rule));
  return list;
}

PageFile page_file(const CheckedFile& checked, std::size_t index, std::vector<PageRule>& rules) {
  PageFile file{&checked, index, {}, {}};
  const auto take = [&](const Finding& finding, Mark mark) {
    const auto rule = std::ranges::lower_bound(rules, finding.rule, {}, &PageRule::id);
    count(rule->counts, mark);
    count(file.counts, mark);
    file.findings.push_back({&finding, 0, static_cast<std::size_t>(rule - rules.begin()), mark});
  };
  for (const Finding& finding : checked.report.findings) take(finding, mark_of(finding.severity));
  for (const Finding& finding : checked.report.suppressed) take(finding, Mark::Suppressed);
  const std::size_t size = checked.source.text().size();
  std::ranges::stable_sort(file.findings, {}, [size](const PageFinding& each) {
    const SourceSpan span = each.finding->span;
    const std::size_t begin = std::min(span.begin, size);
    return std::pair(std::clamp(span.end, begin, size), begin);
  });
  return file;
}

HtmlRun page_run(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules) {
  HtmlRun run{{}, rules_found(files, rules)};
  std::size_t number = 0;
  for (const CheckedFile& checked : files) {
    run.files.push_back(page_file(checked, run.files.size(), run.rules));
    for (PageFinding& finding : run.files.back().findings) finding.number = number++;
  }
  return run;
}

void append_tiles(std::string& out, const HtmlRun& run) {
  MarkCounts sum{};
  for (const PageFile& file : run.files) {
    for (std::size_t i = 0; i < kMarks; ++i) sum[i] += file.counts[i];
  }
  for (std::size_t i = 0; i < kMarks; ++i) {
    out.append("<button type=\"button\" class=\"tile ").append(kMarkNames[i]);
    out.append("\" data-filter=\"severity\" aria-pressed=\"false\" value=\"").append(kMarkNames[i]).append("\"><b>");
    out.append(std::to_string(sum[i])).append("</b> ").append(sum[i] == 1 ? kMarkNames[i] : kMarkPlurals[i]);
    out += "</button>\n";
  }
}

void append_bar(std::string& out, const MarkCounts& counts, std::size_t longest) {
  out.append("<svg class=\"bar\" viewBox=\"0 0 ").append(std::to_string(kBarLength));
  out += " 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">";
  std::size_t before = 0;
  for (std::size_t i = 0; i < kMarks; ++i) {
    if (counts[i] == 0) continue;
    const std::size_t begin = before * kBarLength / longest;
    before += counts[i];
    const std::size_t width = std::max<std::size_t>(1, before * kBarLength / longest - begin);
    out.append("<rect class=\"").append(kMarkNames[i]).append("\" x=\"").append(std::to_string(begin));
    out.append("\" width=\"").append(std::to_string(width)).append("\" height=\"10\"/>");
  }
  out += "</svg>";
}

// A row of a plot, which is also a filter.
struct Row {
  std::size_t value;
  std::string_view name;
  const MarkCounts* counts;
};

void append_rows(std::string& out, std::string_view filter, std::vector<Row> rows) {
  if (rows.empty()) {
    out += "<p>None.</p>\n";
    return;
  }
  std::ranges::stable_sort(rows, std::greater<>(), [](const Row& row) { return total(*row.counts); });
  const std::size_t longest = std::max<std::size_t>(1, total(*rows.front().counts));
  out += "<ul class=\"rows\">\n";
  for (const Row& row : rows) {
    out.append("<li><button type=\"button\" class=\"row\" data-filter=\"").append(filter);
    out.append("\" aria-pressed=\"false\" value=\"")
        .append(std::to_string(row.value))
        .append("\"><span class=\"name\">");
    append_html_text(out, row.name);
    out += "</span>";
    append_bar(out, *row.counts, longest);
    out.append("<span class=\"counts\">").append(counts_text(*row.counts)).append("</span></button></li>\n");
  }
  out += "</ul>\n";
}

void append_rule_rows(std::string& out, const HtmlRun& run) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < run.rules.size(); ++i) rows.push_back({i, run.rules[i].id, &run.rules[i].counts});
  append_rows(out, "rule", std::move(rows));
}

void append_file_rows(std::string& out, const HtmlRun& run) {
  std::vector<Row> rows;
  for (const PageFile& file : run.files) rows.push_back({file.index, file.checked->report.path, &file.counts});
  append_rows(out, "file", std::move(rows));
}

std::string lead(const HtmlRun& run, const std::vector<CheckedFile>& files) {
  const Tally sum = tally(files);
  std::string out = count_of(sum.total(), "finding") + " in " + count_of(sum.files_with_findings, "file") + " of " +
                    std::to_string(files.size()) + ", by " + count_of(run.rules.size(), "rule");
  if (sum.suppressed > 0) out += "; " + std::to_string(sum.suppressed) + " suppressed";
  if (sum.in_baseline > 0) out += "; " + std::to_string(sum.in_baseline) + " in the baseline";
  return out + ".";
}

void append_part(std::string& out, std::string_view name, const HtmlRun& run, const std::vector<CheckedFile>& files) {
  if (name == "lead") out += lead(run, files);
  if (name == "version") out += HYPELINT_VERSION;
  if (name == "severities") append_tiles(out, run);
  if (name == "rule_rows") append_rule_rows(out, run);
  if (name == "file_rows") append_file_rows(out, run);
  if (name == "articles") {
    for (const PageFile& file : run.files) append_html_article(out, run, file);
  }
  if (name == "rules") {
    for (std::size_t i = 0; i < run.rules.size(); ++i) append_rule(out, run.rules[i], i);
  }
}

}  // namespace

std::string_view to_string(Mark mark) { return kMarkNames[static_cast<std::size_t>(mark)]; }

std::string counts_text(const MarkCounts& counts) {
  std::string out;
  for (std::size_t i = 0; i < kMarks; ++i) {
    if (counts[i] == 0) continue;
    out += (out.empty() ? "" : ", ") + std::to_string(counts[i]) + " ";
    out += counts[i] == 1 ? kMarkNames[i] : kMarkPlurals[i];
  }
  return out.empty() ? "none" : out;
}

std::string render_html(const std::vector<CheckedFile>& files, const std::vector<Rule>& rules) {
  const HtmlRun run = page_run(files, rules);
  std::string out;
  std::string_view rest = kHtmlPage;
  for (std::size_t at = rest.find("@{"); at != std::string_view::npos; at = rest.find("@{")) {
    const std::size_t end = rest.find('}', at);
    out += rest.substr(0, at);
    append_part(out, rest.substr(at + 2, end - at - 2), run, files);
    rest.remove_prefix(end + 1);
  }
  return out.append(rest);
}

}  // namespace hypelint
