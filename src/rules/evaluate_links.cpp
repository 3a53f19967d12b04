#include <re2/re2.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "rules/candidate.h"
#include "rules/clearance.h"
#include "rules/rule_meter.h"
#include "rules/situations.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr auto kNowhere = std::numeric_limits<std::uint32_t>::max();

// A parameter name against "utm_source" or, with a final star, "utm_*".
bool names_parameter(std::string_view pattern, std::string_view name) {
  if (!pattern.ends_with('*')) return ascii::equals_folded(pattern, name);
  pattern.remove_suffix(1);
  return name.size() >= pattern.size() && ascii::equals_folded(pattern, name.substr(0, pattern.size()));
}

bool has_parameter(std::string_view address, const std::vector<std::string>& patterns) {
  address = address.substr(0, address.find('#'));
  const std::size_t query = address.find('?');
  if (query == std::string_view::npos) return false;
  address.remove_prefix(query + 1);
  while (!address.empty()) {
    const std::string_view part = address.substr(0, address.find_first_of("&;"));
    const std::string_view name = part.substr(0, part.find('='));
    const auto fits = [&](const std::string& pattern) { return names_parameter(pattern, name); };
    if (std::any_of(patterns.begin(), patterns.end(), fits)) return true;
    address.remove_prefix(std::min(address.size(), part.size() + 1));
  }
  return false;
}

template <typename Value>
bool allows(const std::vector<Value>& values, Value value) {
  return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

HostClass host_of(const Scene& scene, std::size_t link) {
  const auto hosts = scene.evidence().hosts();
  return link < hosts.size() ? hosts[link] : classify_address(scene.document().links[link].address);
}

bool address_fits(const LinkCriteria& criteria, const RuleTables& tables, const Link& link) {
  if (!criteria.parameters.empty() && !has_parameter(link.address, criteria.parameters)) return false;
  const auto matches = [&](const auto& pattern) { return re2::RE2::PartialMatch(link.address, *pattern); };
  return tables.addresses.empty() || std::any_of(tables.addresses.begin(), tables.addresses.end(), matches);
}

bool has_text(const LinkCriteria& criteria, const Scene& scene, const Link& link) {
  const auto holds_term = [&](TermListId list) {
    const Occurrences places = scene.terms(list);
    const std::size_t first = first_at(places, link.block, link.text.begin);
    return first < places.size() && places[first].block == link.block && link.text.contains(places[first].span);
  };
  return criteria.text.empty() || std::any_of(criteria.text.begin(), criteria.text.end(), holds_term);
}

// Looks only at addresses and roles; the place, the anchor text and its surroundings come after.
bool fits(const CompiledRules& rules, RuleIndex rule, const Scene& scene, std::size_t index) {
  const LinkCriteria& criteria = rules.rules[rule].link;
  const Link& link = scene.document().links[index];
  return allows(criteria.hosts, host_of(scene, index)) && allows(criteria.roles, link.role) &&
         address_fits(criteria, rules.tables[rule], link);
}

// Of its surroundings only what needs no sentence is asked.
bool is_wordless_claim(const CompiledRules& rules, RuleIndex index, const Scene& scene, const Link& link) {
  const Rule& rule = rules.rules[index];
  if (!rule.link.text.empty() || !rule.needs.empty()) return false;
  if (link.block >= scene.document().blocks.size()) return rule.link.zones.empty();
  const Trigger at{link.block, kNowhere, link.text, 0, 0};
  const auto is_so = [&](Situation situation) { return holds(situation, scene, at); };
  const auto is_near = [&](const Nearby& nearby) {
    return !nearby.words && nearby.within > Reach::NextSentence && has_nearby(nearby, scene, at);
  };
  return looks_in(rules.tables[index], scene.block_of(at)) && std::ranges::all_of(rule.only_when, is_so) &&
         std::ranges::none_of(rule.not_when, is_so) && std::ranges::none_of(rule.unless, is_near);
}

// A link without text, in a document without blocks or in a block without sentences, has no trigger to point at.
std::optional<Trigger> claim_around(const CompiledRules& rules, RuleIndex rule, const Scene& scene, const Link& link) {
  const LinkCriteria& criteria = rules.rules[rule].link;
  if (!scene.has_sentences(link.block)) {
    if (!is_wordless_claim(rules, rule, scene, link)) return std::nullopt;
    return Trigger{kNowhere, kNowhere, {}, 0, 0};
  }
  const Trigger at = scene.trigger_at(link.block, link.text);
  const bool claim = has_text(criteria, scene, link) && is_claim(rules, rule, scene, at);
  return claim ? std::optional(at) : std::nullopt;
}

}  // namespace

Candidates evaluate_links(const CompiledRules& rules, const Selection& selection, const Scene& scene) {
  Candidates out;
  const auto& links = scene.document().links;
  for (const RuleIndex rule : rules.of_kind[static_cast<std::size_t>(RuleKind::Link)]) {
    if (!selection.runs[rule]) continue;
    const RuleTimer timer(selection.meter, rule, links.size());
    for (std::size_t link = 0; link < links.size(); ++link) {
      if (!fits(rules, rule, scene, link)) continue;
      const auto at = claim_around(rules, rule, scene, links[link]);
      if (!at) continue;
      Candidate candidate{rule, *at};
      candidate.match = links[link].address;
      candidate.place = links[link].address_span;
      out.push_back(std::move(candidate));
    }
  }
  return out;
}

}  // namespace hypelint
