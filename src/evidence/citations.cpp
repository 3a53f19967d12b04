#include "evidence/citations.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "evidence/markers.h"
#include "evidence/spans.h"
#include "support/ascii.h"
#include "support/prose.h"

namespace hypelint {
namespace {

bool is_clickable(const Link& link) { return !link.address.empty() && link.address != "#"; }

// Text spans that lead somewhere when clicked, by block and place.
std::vector<std::pair<std::uint32_t, TextSpan>> linked_spans(const Document& document) {
  std::vector<std::pair<std::uint32_t, TextSpan>> spans;
  for (const Link& link : document.links) {
    if (is_clickable(link) && link.text.size() > 0) spans.emplace_back(link.block, link.text);
  }
  std::ranges::sort(spans, {}, [](const auto& s) { return std::pair(s.first, s.second.begin); });
  return spans;
}

struct UnlistedAuthor {
  std::uint32_t block = 0;
  TextSpan marker;
  AuthorYear author;
};

class Resolver {
 public:
  Resolver(const Text& text, const References& references)
      : text_(text), references_(references), links_(linked_spans(*text.document)) {}

  void read_prose(std::uint32_t block) {
    const std::string_view prose = text_.document->blocks[block].text;
    for (const Marker& marker : find_markers(prose)) resolve(block, marker, prose);
    for (TextSpan span : find_full_references(prose)) add(EvidenceKind::BibliographicReference, Tier::T2, block, span);
  }

  void read_entry(std::uint32_t block) {
    const std::string_view entry = text_.document->blocks[block].text;
    if (is_full_entry(entry)) {
      add(EvidenceKind::BibliographicReference, Tier::T2, block, {0, static_cast<std::uint32_t>(entry.size())});
    }
  }

  Citations finish() {
    settle_round();
    report_authors();
    report_uncited();
    return std::move(found_);
  }

 private:
  static bool is_full_entry(std::string_view entry) {
    constexpr std::size_t kShortestEntry = 30;
    if (entry.size() < kShortestEntry) return false;
    for (std::size_t i = 0; i + 4 <= entry.size(); ++i) {
      const bool apart = !ascii::is_digit(ascii::at(entry, i + 4)) && !ascii::is_digit(ascii::at(entry, i - 1));
      if (apart && is_year(entry.substr(i, 4))) return true;
    }
    return false;
  }

  void add(EvidenceKind kind, Tier tier, std::uint32_t block, TextSpan span) {
    found_.evidence.push_back({kind, tier, block, span, 0});
  }

  void complain(CitationFault fault, std::uint32_t block, TextSpan span, std::string detail) {
    found_.problems.push_back({fault, block, span, std::move(detail)});
  }

  bool is_linked(std::uint32_t block, TextSpan span) const {
    const auto next = std::ranges::upper_bound(links_, std::pair(block, span.begin), {},
                                               [](const auto& s) { return std::pair(s.first, s.second.end); });
    return next != links_.end() && next->first == block && next->second.overlaps(span);
  }

  void resolve(std::uint32_t block, const Marker& marker, std::string_view prose) {
    if (marker.doubtful) return resolve_doubtful(block, marker, prose);
    if (marker.kind == EvidenceKind::AuthorYear) return resolve_authors(block, marker);
    const bool linked = is_linked(block, marker.span);
    if (marker.kind == EvidenceKind::FootnoteCitation) {
      const bool known = linked || references_.has_footnote(marker.label);
      if (!known) complain_footnote(block, marker);
      return settle(block, marker, known);
    }
    resolve_numbers(block, marker, linked, prose);
  }

  void complain_footnote(std::uint32_t block, const Marker& marker) {
    complain(CitationFault::DanglingMarker, block, marker.span,
             "footnote `[^" + std::string(marker.label) + "]` is not defined");
  }

  void settle(std::uint32_t block, const Marker& marker, bool known) {
    any_resolved_ = any_resolved_ || known;
    add(marker.kind, known ? Tier::T2 : Tier::None, block, marker.span);
  }

  void resolve_numbers(std::uint32_t block, const Marker& marker, bool linked, std::string_view prose) {
    const auto has = [this](int number) { return references_.has_number(number); };
    const bool known = linked || std::ranges::any_of(marker.numbers, has);
    const auto missing = std::ranges::find_if_not(marker.numbers, has);
    // Without any list a superscript 2 or 3 is more likely a power.
    const bool power = marker.kind == EvidenceKind::SuperscriptCitation && !known && references_.entry_count() == 0 &&
                       marker.numbers.size() == 1 && (marker.numbers[0] == 2 || marker.numbers[0] == 3);
    if (power) return;
    settle(block, marker, known);
    any_number_resolved_ = any_number_resolved_ || known;
    if (linked || missing == marker.numbers.end()) return;
    const std::string shown = "`" + std::string(prose.substr(marker.span.begin, marker.span.size())) + "`";
    const std::size_t entries = references_.entry_count();
    std::string detail = entries == 0 ? shown + " points to no reference list"
                                      : shown + ": the reference list has no entry " + std::to_string(*missing) +
                                            " (it has " + count_of(entries, "entry", "entries") + ")";
    complain(CitationFault::DanglingMarker, block, marker.span, std::move(detail));
  }

  bool is_listed(const AuthorYear& author) const { return references_.has_author(author.surname, author.year); }

  void resolve_authors(std::uint32_t block, const Marker& marker) {
    const bool known =
        std::ranges::any_of(marker.authors, [this](const AuthorYear& author) { return is_listed(author); });
    any_resolved_ = any_resolved_ || known;
    any_author_resolved_ = any_author_resolved_ || known;
    for (const AuthorYear& author : marker.authors) {
      if (!is_listed(author)) unresolved_authors_.push_back({block, marker.span, author});
    }
    add(EvidenceKind::AuthorYear, known ? Tier::T2 : Tier::T3, block, marker.span);
  }

  void resolve_doubtful(std::uint32_t block, const Marker& marker, std::string_view prose) {
    const bool authors = std::ranges::all_of(marker.authors, [this](const AuthorYear& a) { return is_listed(a); });
    const bool numbers = std::ranges::all_of(marker.numbers, [this](int n) { return references_.has_number(n); });
    if (!authors || !numbers) return;
    if (!marker.authors.empty()) return resolve_authors(block, marker);
    if (prose[marker.span.begin] == '(') {
      round_.emplace_back(block, marker.span);
    } else {
      settle(block, marker, true);
    }
  }

  // An article cites in one style: beside markers in square brackets, round ones are counts.
  void settle_round() {
    if (any_number_resolved_) return;
    for (const auto& [block, span] : round_) {
      any_resolved_ = true;
      add(EvidenceKind::NumericCitation, Tier::T2, block, span);
    }
  }

  // An author without an entry is a gap only where other authors have theirs.
  void report_authors() {
    if (!any_author_resolved_) return;
    for (const auto& [block, span, author] : unresolved_authors_) {
      complain(CitationFault::DanglingMarker, block, span,
               "the reference list has no entry for " + std::string(author.surname) + " " + std::string(author.year));
    }
  }

  void report_uncited() {
    const std::size_t entries = references_.entries().size();
    const bool listed = references_.is_numbered() ? entries >= 1 : entries >= 2;
    if (any_resolved_ || !listed || !references_.supports_text()) return;
    const std::uint32_t block = references_.anchor_block();
    const auto size = static_cast<std::uint32_t>(text_.document->blocks[block].text.size());
    complain(CitationFault::UncitedEntry, block, {0, size}, "no marker in the text points into the reference list");
  }

  const Text& text_;
  const References& references_;
  std::vector<std::pair<std::uint32_t, TextSpan>> links_;
  Citations found_;
  std::vector<UnlistedAuthor> unresolved_authors_;
  std::vector<std::pair<std::uint32_t, TextSpan>> round_;  // by block: markers in round brackets that the list has
  bool any_resolved_ = false;
  bool any_number_resolved_ = false;  // in square brackets or raised
  bool any_author_resolved_ = false;
};

}  // namespace

Citations find_citations(const Text& text, const References& references) {
  Resolver resolver(text, references);
  const std::vector<Block>& blocks = text.document->blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (!is_prose(blocks[i])) continue;
    blocks[i].role == Role::References ? resolver.read_entry(i) : resolver.read_prose(i);
  }
  return resolver.finish();
}

}  // namespace hypelint
