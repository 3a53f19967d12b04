#include <algorithm>
#include <array>
#include <utility>

#include "rules/load_checks.h"
#include "rules/loading.h"

namespace hypelint {
namespace {

constexpr unsigned bit_of(RuleKind kind) { return 1U << static_cast<unsigned>(kind); }

constexpr unsigned kEvery = 0xFF;
constexpr unsigned kWorded = bit_of(RuleKind::Claim) | bit_of(RuleKind::Phrase) | bit_of(RuleKind::Details);
constexpr unsigned kTriggered = kWorded | bit_of(RuleKind::Density);
constexpr unsigned kPlaced = kEvery & ~bit_of(RuleKind::Document);  // kinds whose findings have a place of their own
constexpr unsigned kCleared = bit_of(RuleKind::Claim) | bit_of(RuleKind::Details);

struct KeyUse {
  std::string_view key;
  unsigned kinds;        // that may have it
  unsigned required_by;  // that must
};

constexpr std::array kKeys = {
    KeyUse{"id", kEvery, kEvery},
    KeyUse{"kind", kEvery, kEvery},
    KeyUse{"severity", kEvery, kEvery},
    KeyUse{"confidence", kEvery, kEvery},
    KeyUse{"on", kEvery, 0},
    KeyUse{"every_language", bit_of(RuleKind::Citation) | bit_of(RuleKind::Statistic) | bit_of(RuleKind::Link), 0},
    KeyUse{"summary", kEvery, kEvery},
    KeyUse{"why", kEvery, kEvery},
    KeyUse{"message", kEvery, kEvery},
    KeyUse{"clear", kEvery, 0},
    KeyUse{"sources", kEvery, kEvery},
    KeyUse{"bad", kEvery, kEvery},
    KeyUse{"good", kEvery, kEvery},
    KeyUse{"any", kTriggered, bit_of(RuleKind::Density)},
    KeyUse{"trigger_evidence", kWorded, 0},
    KeyUse{"also", kWorded, 0},
    KeyUse{"except", kTriggered | bit_of(RuleKind::Link), 0},
    KeyUse{"needs", kPlaced, 0},
    KeyUse{"unless", kPlaced, 0},
    KeyUse{"not_when", kEvery, 0},
    KeyUse{"only_when", kEvery, 0},
    KeyUse{"only_in", kPlaced, 0},
    KeyUse{"zones", kPlaced & ~bit_of(RuleKind::Link), 0},
    KeyUse{"cleared_by", kCleared, 0},
    KeyUse{"once_per", kWorded, 0},
    KeyUse{"span", kPlaced, 0},
    KeyUse{"details", bit_of(RuleKind::Details), bit_of(RuleKind::Details)},
    KeyUse{"link", bit_of(RuleKind::Link), bit_of(RuleKind::Link)},
    KeyUse{"fault", bit_of(RuleKind::Citation), bit_of(RuleKind::Citation)},
    KeyUse{"check", bit_of(RuleKind::Statistic), bit_of(RuleKind::Statistic)},
    KeyUse{"document", bit_of(RuleKind::Document), bit_of(RuleKind::Document)},
    KeyUse{"density", bit_of(RuleKind::Density), bit_of(RuleKind::Density)},
};
constexpr std::array<std::string_view, 2> kSpans = {"match", "sentence"};

std::string describe_kind(RuleKind kind) { return "a rule of kind \"" + std::string(to_string(kind)) + "\""; }

class RuleReader {
 public:
  RuleReader(const TableReader& reader, RuleScope scope) : reader_(reader), scope_(std::move(scope)) {}

  Rule read() {
    const auto kind = reader_.choice<RuleKind>("kind");
    check_keys(kind);
    read_identity();
    rule_.kind = kind.value_or(RuleKind::Claim);
    read_head();
    read_triggers();
    read_places();
    read_clearing();
    read_special();
    rule_.sources = read_sources(reader_);
    read_both_examples(kind);
    if (kind) check_message(reader_, rule_);
    check_every_language(reader_, rule_);
    return std::move(rule_);
  }

 private:
  void check_keys(std::optional<RuleKind> kind) {
    std::array<std::string_view, kKeys.size()> names;
    std::transform(kKeys.begin(), kKeys.end(), names.begin(), [](const KeyUse& use) { return use.key; });
    reader_.allow(names);
    // Without a known kind only what every kind needs can be asked for.
    for (const KeyUse& use : kKeys) {
      if (kind) {
        check_key(use, *kind);
      } else if (use.required_by == kEvery) {
        reader_.require(use.key, "a rule");
      }
    }
    if (kind && (kWorded & bit_of(*kind)) != 0) require_triggers(*kind);
  }

  void check_key(const KeyUse& use, RuleKind kind) {
    if ((use.required_by & bit_of(kind)) != 0) reader_.require(use.key, describe_kind(kind));
    if ((use.kinds & bit_of(kind)) != 0 || reader_.find(use.key) == nullptr) return;
    reader_.errors().add(key_place(use.key), quoted(use.key) + " does not belong to " + describe_kind(kind));
  }

  Position key_place(std::string_view key) const {
    for (const TomlEntry& entry : reader_.entries()) {
      if (entry.key == key) return entry.where;
    }
    return reader_.where();
  }

  void require_triggers(RuleKind kind) {
    if (reader_.find("any") != nullptr || reader_.find("trigger_evidence") != nullptr) return;
    reader_.errors().add(reader_.where(),
                         "missing key \"any\" or \"trigger_evidence\": " + describe_kind(kind) + " needs one of them");
  }

  void read_identity() {
    rule_.id = scope_.id;
    rule_.path = reader_.errors().path;
    rule_.where = reader_.where("id");
    const std::string id = reader_.text("id");
    if (id.empty() || id == scope_.id) return;
    const std::string_view group = group_of(scope_.id);
    const std::string_view part = group_of(id) != group ? "group and folder differ" : "name and file name differ";
    reader_.errors().add(
        rule_.where, "id \"" + id + "\" must be \"" + scope_.id + "\", the place of its file: " + std::string(part));
  }

  void read_head() {
    rule_.severity = reader_.choice<Severity>("severity").value_or(rule_.severity);
    rule_.confidence = reader_.choice<Confidence>("confidence").value_or(rule_.confidence);
    rule_.on = reader_.boolean("on", true);
    rule_.every_language = reader_.boolean("every_language", false);
    rule_.summary = reader_.text("summary");
    rule_.why = reader_.text("why");
    rule_.message = reader_.text("message");
    rule_.clear = reader_.text("clear");
  }

  void read_triggers() {
    rule_.any = read_terms(reader_, "any", "any", scope_);
    rule_.also = read_further();
    rule_.except = read_terms(reader_, "except", "except", scope_);
    rule_.needs = read_nearby(reader_, "needs", scope_);
    rule_.unless = read_nearby(reader_, "unless", scope_);
    rule_.trigger_evidence = reader_.choices<EvidenceKind>("trigger_evidence");
    for (const std::string_view key : {std::string_view("any"), std::string_view("trigger_evidence")}) {
      const TomlValue* value = reader_.find(key);
      if (value == nullptr || value->kind != TomlKind::Array || !value->array.empty()) continue;
      reader_.errors().add(value->where, quoted(key) + " must not be empty");
    }
  }

  std::vector<Further> read_further() {
    std::vector<Further> all;
    for (const TableReader& table : reader_.tables("also")) {
      table.allow({"any", "when", "needs", "unless"});
      table.require("any", "[[also]]");
      if (table.find("needs") == nullptr) table.require("when", "[[also]]");
      const std::string label = "also/" + std::to_string(all.size() + 1);
      all.push_back({read_terms(table, "any", label, scope_), table.choices<Situation>("when"),
                     read_nearby(table, "needs", scope_), read_nearby(table, "unless", scope_)});
    }
    return all;
  }

  void read_places() {
    rule_.not_when = reader_.choices<Situation>("not_when");
    rule_.only_when = reader_.choices<Situation>("only_when");
    rule_.only_in = reader_.choices<BlockKind>("only_in");
    if (reader_.find("zones") != nullptr) rule_.zones = reader_.choices<Zone>("zones");
    rule_.once_per = reader_.choice<Reach>("once_per").value_or(Reach::Sentence);
    if (rule_.once_per == Reach::NextSentence) {
      reader_.errors().add(reader_.where("once_per"), "\"once_per\" must be sentence, paragraph, section or document");
    }
    if (const TomlValue* span = reader_.find("span"); span != nullptr && !reader_.text("span").empty()) {
      rule_.whole_sentence = reader_.index_of({span->string, span->where}, "span", kSpans) == 1;
    }
  }

  void read_clearing() {
    rule_.cleared_by = read_clearances(reader_);
    if (const auto details = reader_.table("details")) {
      rule_.details = rule_.cleared_by.size();
      rule_.cleared_by.push_back(read_details(*details));
    }
  }

  void read_special() {
    rule_.fault = reader_.choice<CitationFault>("fault");
    rule_.check = reader_.choice<StatisticCheck>("check");
    if (const auto link = reader_.table("link")) rule_.link = read_link(*link, scope_);
    if (const auto document = reader_.table("document")) rule_.document = read_document(*document, scope_);
    if (const auto density = reader_.table("density")) rule_.density = read_density(*density, scope_);
  }

  void read_both_examples(std::optional<RuleKind> kind) {
    const bool free = !kind || *kind == RuleKind::Document ||
                      (*kind == RuleKind::Citation && rule_.fault == CitationFault::UncitedEntry);
    rule_.bad = read_examples(reader_, "bad", free ? ExampleMarks::Optional : ExampleMarks::Required);
    rule_.good = read_examples(reader_, "good", ExampleMarks::Forbidden);
  }

  const TableReader& reader_;
  RuleScope scope_;
  Rule rule_;
};

}  // namespace

Rule read_rule(const TableReader& reader, const PackFile& file, ListTable& lists, const RuleNames& rules) {
  return RuleReader(reader, RuleScope{lists, rules, file.name}).read();
}

}  // namespace hypelint
