// The parts of `--format html`, each written at the end of one string. Internal to the report stage.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/report.h"

namespace hypelint {

// The page from src/report/html with its style and script; "@{name}" stands where a part goes.
extern const std::string_view kHtmlPage;

// How the page marks a finding; the order is that of importance.
enum class Mark { Error, Warning, Info, Suppressed };
inline constexpr std::size_t kMarks = 4;
// "error", "warning", "info", "suppressed": the word for people and the class for the style.
std::string_view to_string(Mark mark);
using MarkCounts = std::array<std::size_t, kMarks>;
// "2 errors, 1 suppressed"; "none" for nothing.
std::string counts_text(const MarkCounts& counts);

// A finding with what the page calls it.
struct PageFinding {
  const Finding* finding;
  std::size_t number;  // from 0, over all files
  std::size_t rule;    // index into HtmlRun::rules
  Mark mark;
};

// A rule that has findings. `known` is null for a rule that render() was not told of.
struct PageRule {
  std::string id;
  const Rule* known = nullptr;
  MarkCounts counts{};
  bool asks_for_source = false;  // some evidence of a tier would clear its claims
  std::string asks_for;          // the evidence that would clear its claims, and where; empty when none would
};

struct PageFile {
  const CheckedFile* checked;
  std::size_t index;
  std::vector<PageFinding> findings;  // by the end of their span, which is where their button stands
  MarkCounts counts{};
};

struct HtmlRun {
  std::vector<PageFile> files;
  std::vector<PageRule> rules;  // by id
};

// Text of an element or a quoted attribute, for any bytes: markup escaped, line ends made LF, control characters shown
// as their pictures, bidirectional overrides spelled out, ill-formed bytes as U+FFFD.
void append_html_text(std::string& out, std::string_view text);
std::string html_text(std::string_view text);
// At most this many bytes of a text, cut between characters, with "…" after a cut.
std::string html_excerpt(std::string_view text, std::size_t bytes);

// The section of one article: facts, notes, the text with its marks and cards, the evidence.
void append_html_article(std::string& out, const HtmlRun& run, const PageFile& file);
// The article's text; marks are split where they overlap, and each finding's button and card follow its last piece.
void append_marked_text(std::string& out, const HtmlRun& run, const PageFile& file, const LineIndex& lines);
// The button that opens a finding's card, and the card.
void append_pin(std::string& out, const HtmlRun& run, const PageFinding& finding);
void append_card(std::string& out, const HtmlRun& run, const PageFile& file, const PageFinding& finding,
                 const LineIndex& lines);
// What evidence the article holds, and for each claim that asks for some, where it was looked for and what stands
// nearest.
void append_evidence_map(std::string& out, const HtmlRun& run, const PageFile& file, const LineIndex& lines);
// What is known of a rule: why, how to clear it, who asks for it.
void append_rule(std::string& out, const PageRule& rule, std::size_t index);
// Links to the authorities, as a list.
void append_authorities(std::string& out, const std::vector<Authority>& sources);
// "evidence of tier T1 or T2 in the same sentence; or …"
std::string evidence_asked_for(const Rule& rule);

// Ids of the places of the page.
std::string pin_id(const PageFinding& finding);
std::string card_id(const PageFinding& finding);
std::string related_id(const PageFinding& finding, std::size_t related);
std::string evidence_id(const PageFile& file, std::size_t evidence);

}  // namespace hypelint
