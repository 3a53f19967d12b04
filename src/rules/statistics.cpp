#include "rules/statistics.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "rules/decimals.h"

namespace hypelint {
namespace {

constexpr std::size_t kMaxTotals = 12;  // beyond that some total fits any percentage

std::string_view text_of(const Text& text, const Evidence& item) {
  return text.block_text(item.block).substr(item.span.begin, item.span.size());
}

std::string_view after(const Text& text, const Evidence& item, std::size_t bytes) {
  return text.block_text(item.block).substr(item.span.end, bytes);
}

// "% of [the|our|all] patients" and the like follows.
bool is_share_of_people(std::string_view rest) {
  constexpr std::array<std::string_view, 12> kPeople = {"patients",     "people", "women",      "men",
                                                        "participants", "adults", "children",   "subjects",
                                                        "clients",      "users",  "volunteers", "recipients"};
  if (!rest.starts_with(" of ")) return false;
  rest.remove_prefix(4);
  for (int words = 0; words < 3; ++words) {
    const std::string_view word = rest.substr(0, rest.find_first_of(" .,;:)!?"));
    if (std::find(kPeople.begin(), kPeople.end(), word) != kPeople.end()) return true;
    if (word.size() >= rest.size() || rest[word.size()] != ' ') return false;
    rest.remove_prefix(word.size() + 1);
  }
  return false;
}

std::optional<StatisticProblem> check_range(const Text& text, const Evidence& item) {
  if (item.kind != EvidenceKind::Percent) return std::nullopt;
  const auto value = first_decimal(text_of(text, item));
  if (!value || value->scaled <= 100 * value->scale() || !is_share_of_people(after(text, item, 60)))
    return std::nullopt;
  return StatisticProblem{item.block, item.span, to_string(*value) + "% is more than all of them"};
}

std::optional<StatisticProblem> check_p(const Text& text, const Evidence& item) {
  if (item.kind != EvidenceKind::PValue) return std::nullopt;
  const std::string_view words = text_of(text, item);
  const auto value = first_decimal(words);
  if (!value) return std::nullopt;
  const bool below = words.find('<') != std::string_view::npos;
  if (value->scaled > value->scale()) return StatisticProblem{item.block, item.span, "a probability is at most 1"};
  if (value->scaled == 0 && words.find('>') == std::string_view::npos) {
    return StatisticProblem{item.block, item.span,
                            below ? "no probability is below 0" : "a p value is never 0; write p < 0.001"};
  }
  return std::nullopt;
}

bool is_total(const Evidence& item) {
  return item.kind == EvidenceKind::SampleSize || item.kind == EvidenceKind::CountOfTotal;
}

// Totals of one block and its lead-in; `complete` is false when one of them could not be read.
struct Totals {
  std::set<std::int64_t> values;
  bool complete = true;

  void add(const Totals& other) {
    values.insert(other.values.begin(), other.values.end());
    complete = complete && other.complete;
  }
};

Totals totals_of(const Text& text, std::span<const Evidence> evidence) {
  Totals totals;
  for (const Evidence& item : evidence) {
    if (!is_total(item)) continue;
    const auto total = last_integer(text_of(text, item));
    if (total && *total > 0) totals.values.insert(*total);
    totals.complete = totals.complete && total.has_value();
    if (totals.values.size() > kMaxTotals) break;
  }
  return totals;
}

// With sums and differences of two, for arms and subgroups.
std::vector<std::int64_t> derived(const std::set<std::int64_t>& totals) {
  std::set<std::int64_t> all = totals;
  for (const std::int64_t a : totals) {
    for (const std::int64_t b : totals) {
      if (a < b) all.insert({a + b, b - a});
    }
  }
  return {all.begin(), all.end()};
}

// Some count of `total` rounds to the percentage, ties either way.
bool attainable(const Decimal& percent, std::int64_t total) {
  const std::int64_t hundred = 100 * percent.scale();
  const std::int64_t wanted = percent.scaled * total;
  for (std::int64_t count = wanted / hundred; count <= wanted / hundred + 1; ++count) {
    if (2 * std::abs(hundred * count - wanted) <= total) return true;
  }
  return false;
}

// "31.3% of 40", "(31.3%)" after a count: a share, not a change, a level or a rate.
bool is_share(const Text& text, const Evidence& item) {
  const std::string_view block = text.block_text(item.block);
  const bool bracketed = item.span.begin > 0 && block[item.span.begin - 1] == '(' && after(text, item, 1) == ")";
  return bracketed || after(text, item, 4) == " of " || after(text, item, 2) == " (";
}

// Evidence `at` of the block stands in a confidence interval; the few items around it are enough to look at.
bool is_interval_bound(std::span<const Evidence> evidence, std::size_t at) {
  const std::size_t first = at < 4 ? 0 : at - 4;
  const auto near = evidence.subspan(first, std::min<std::size_t>(evidence.size() - first, 9));
  return std::any_of(near.begin(), near.end(), [&](const Evidence& item) {
    return item.kind == EvidenceKind::ConfidenceInterval && item.span.overlaps(evidence[at].span);
  });
}

std::string arithmetic(const Decimal& percent, std::int64_t total) {
  const std::int64_t count = percent.scaled * total / (100 * percent.scale());
  const auto share = [&](std::int64_t k) {
    return std::to_string(k) + "/" + std::to_string(total) + " = " +
           to_string(rounded_share(k, total, percent.decimals)) + "%";
  };
  return share(count) + ", " + share(count + 1);
}

// The percentage to check, when the evidence is one that was printed as a share with one to four decimals.
std::optional<Decimal> printed_share(const Text& text, std::span<const Evidence> evidence, std::size_t at) {
  const Evidence& item = evidence[at];
  if (item.kind != EvidenceKind::Percent) return std::nullopt;
  const auto percent = first_decimal(text_of(text, item));
  if (!percent || percent->decimals < 1 || percent->decimals > 4) return std::nullopt;
  if (percent->scaled > 100 * percent->scale() || !is_share(text, item)) return std::nullopt;
  return is_interval_bound(evidence, at) ? std::nullopt : percent;
}

bool fits_some(const Decimal& percent, const std::vector<std::int64_t>& totals) {
  return std::any_of(totals.begin(), totals.end(),
                     [&](std::int64_t total) { return total >= 100 * percent.scale() || attainable(percent, total); });
}

// Shares of one block that fit none of the totals, in sentences that name a total.
std::vector<StatisticProblem> misfits(const Text& text, std::span<const Evidence> evidence,
                                      const std::vector<std::int64_t>& totals) {
  std::vector<StatisticProblem> out;
  for (std::size_t begin = 0, end = 0; begin < evidence.size(); begin = end) {
    while (end < evidence.size() && evidence[end].sentence == evidence[begin].sentence) ++end;
    const auto sentence = evidence.subspan(begin, end - begin);
    const auto total = std::find_if(sentence.begin(), sentence.end(), is_total);
    if (total == sentence.end()) continue;
    const std::int64_t named = last_integer(text_of(text, *total)).value_or(0);
    for (std::size_t at = begin; at < end; ++at) {
      const auto percent = printed_share(text, evidence, at);
      if (!percent || named == 0 || fits_some(*percent, totals)) continue;
      out.push_back({evidence[at].block, evidence[at].span, arithmetic(*percent, named)});
    }
  }
  return out;
}

std::vector<StatisticProblem> check_grim(const Text& text, const EvidenceIndex& evidence) {
  std::vector<StatisticProblem> out;
  const auto& blocks = text.document->blocks;
  std::vector<Totals> own(blocks.size());  // a lead-in with many totals may introduce many items
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    const auto near = evidence.in_block(block);
    Totals totals = totals_of(text, near);
    own[block] = totals;
    if (totals.values.empty()) continue;
    const auto lead_in = blocks[block].lead_in;
    if (lead_in && *lead_in < block) totals.add(own[*lead_in]);
    if (!totals.complete || totals.values.size() > kMaxTotals) continue;
    for (StatisticProblem& problem : misfits(text, near, derived(totals.values))) out.push_back(std::move(problem));
  }
  return out;
}

}  // namespace

std::vector<StatisticProblem> check_statistics(std::string_view check, const Text& text,
                                               const EvidenceIndex& evidence) {
  if (check == "grim") return check_grim(text, evidence);
  std::vector<StatisticProblem> out;
  for (const Evidence& item : evidence.all()) {
    std::optional<StatisticProblem> problem;
    if (check == "percent-range") problem = check_range(text, item);
    if (check == "p-value") problem = check_p(text, item);
    if (problem) out.push_back(std::move(*problem));
  }
  return out;
}

}  // namespace hypelint
