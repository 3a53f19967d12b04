#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "rules/loading.h"

namespace hypelint {
namespace {

constexpr int kMostKinds = static_cast<int>(last_value<EvidenceKind>) + 1;
constexpr int kMostFindings = 1000;
constexpr std::array<std::string_view, 2> kDistinct = {"word", "list"};

std::vector<std::string> texts(std::vector<Located> located) {
  std::vector<std::string> strings;
  strings.reserve(located.size());
  for (Located& one : located) strings.push_back(std::move(one.text));
  return strings;
}

void require_some(const TableReader& reader, std::initializer_list<std::string_view> keys) {
  const bool some =
      std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return reader.find(key) != nullptr; });
  if (some) return;
  reader.errors().add(reader.where(), "this table needs at least one of: " + join_names({keys.begin(), keys.size()}));
}

// A count of different kinds can not exceed the kinds to choose from.
void check_count(const TableReader& reader, const Clearance& clearance) {
  if (clearance.any_of.empty() || clearance.at_least <= static_cast<int>(clearance.any_of.size())) return;
  reader.errors().add(reader.where("at_least"), "\"at_least\" asks for more kinds than the " +
                                                    std::to_string(clearance.any_of.size()) + " listed");
}

Clearance read_clearance(const TableReader& reader) {
  reader.allow({"tiers", "with", "any_of", "at_least", "within"});
  require_some(reader, {"tiers", "with", "any_of"});
  Clearance clearance;
  clearance.tiers = reader.choices<Tier>("tiers");
  clearance.with = reader.choices<EvidenceKind>("with");
  clearance.any_of = reader.choices<EvidenceKind>("any_of");
  clearance.at_least = reader.integer("at_least", 1, kMostKinds).value_or(1);
  clearance.within = reader.choice<Reach>("within").value_or(Reach::Sentence);
  if (reader.find("at_least") != nullptr) reader.require("any_of", "\"at_least\"");
  check_count(reader, clearance);
  return clearance;
}

}  // namespace

std::vector<Clearance> read_clearances(const TableReader& reader) {
  std::vector<Clearance> clearances;
  for (const TableReader& table : reader.tables("cleared_by")) clearances.push_back(read_clearance(table));
  return clearances;
}

Clearance read_details(const TableReader& reader) {
  reader.allow({"of", "at_least", "within"});
  reader.require("of", "the table \"details\"");
  reader.require("at_least", "the table \"details\"");
  Clearance clearance;
  clearance.any_of = reader.choices<EvidenceKind>("of");
  clearance.at_least = reader.integer("at_least", 1, kMostKinds).value_or(1);
  clearance.within = reader.choice<Reach>("within").value_or(Reach::Sentence);
  check_count(reader, clearance);
  return clearance;
}

// The expressions that RE2 takes.
std::vector<std::string> read_addresses(const TableReader& reader) {
  std::vector<std::string> addresses;
  re2::RE2::Options options;
  options.set_log_errors(false);
  for (Located& one : reader.strings("address")) {
    const re2::RE2 pattern(one.text, options);
    if (!pattern.ok()) reader.errors().add(one.where, "\"address\": bad regular expression: " + pattern.error());
    addresses.push_back(std::move(one.text));
  }
  return addresses;
}

LinkCriteria read_link(const TableReader& reader, RuleScope& scope) {
  reader.allow({"hosts", "parameters", "address", "text", "roles", "zones"});
  require_some(reader, {"hosts", "parameters", "address", "text", "roles"});
  LinkCriteria link;
  link.hosts = reader.choices<HostClass>("hosts");
  link.parameters = texts(reader.strings("parameters"));
  link.address = read_addresses(reader);
  link.text = read_terms(reader, "text", "link/text", scope);
  link.roles = reader.choices<LinkRole>("roles");
  link.zones = reader.choices<Zone>("zones");
  return link;
}

SentenceRatio read_ratio(const TableReader& reader) {
  reader.allow({"to", "above"});
  reader.require("to", "the table \"ratio\"");
  reader.require("above", "the table \"ratio\"");
  return {reader.choices<EvidenceKind>("to"), reader.integer("above", 1, kMostFindings).value_or(1)};
}

DocumentCriteria read_document(const TableReader& reader, RuleScope& scope) {
  reader.allow({"when_rules", "at_least", "when_terms", "lacks_tiers", "lacks", "lacks_terms", "incomplete",
                "lacks_properties", "ratio", "at"});
  require_some(reader, {"when_rules", "when_terms", "at"});
  require_some(reader, {"lacks_tiers", "lacks", "lacks_terms", "incomplete", "lacks_properties", "ratio", "at"});
  if (reader.find("ratio") != nullptr) reader.require("when_rules", "\"ratio\"");
  DocumentCriteria document;
  document.when_rules = read_rule_names(reader, "when_rules", scope.rules);
  document.at_least = reader.integer("at_least", 1, kMostFindings).value_or(1);
  document.when_terms = read_terms(reader, "when_terms", "document/when_terms", scope);
  document.lacks_tiers = reader.choices<Tier>("lacks_tiers");
  document.lacks = reader.choices<EvidenceKind>("lacks");
  document.lacks_terms = read_terms(reader, "lacks_terms", "document/lacks_terms", scope);
  document.incomplete = reader.choice_groups<EvidenceKind>("incomplete");
  document.lacks_properties = texts(reader.strings("lacks_properties"));
  if (const auto ratio = reader.table("ratio")) document.ratio = read_ratio(*ratio);
  document.at = read_terms(reader, "at", "document/at", scope);
  return document;
}

DensityCriteria read_density(const TableReader& reader, RuleScope& scope) {
  reader.allow({"at_least", "within", "distinct", "boosters", "unless_rules"});
  DensityCriteria density;
  density.at_least = reader.integer("at_least", 1, kMostFindings).value_or(density.at_least);
  density.within = reader.choice<Reach>("within").value_or(Reach::Sentence);
  if (density.within == Reach::NextSentence || density.within == Reach::Document) {
    reader.errors().add(reader.where("within"), "\"within\" must be sentence, paragraph or section");
  }
  if (const TomlValue* distinct = reader.find("distinct"); distinct != nullptr && !reader.text("distinct").empty()) {
    density.distinct_lists = reader.index_of({distinct->string, distinct->where}, "distinct", kDistinct) == 1;
  }
  density.boosters = read_terms(reader, "boosters", "density/boosters", scope);
  density.unless_rules = read_rule_names(reader, "unless_rules", scope.rules);
  return density;
}

}  // namespace hypelint
