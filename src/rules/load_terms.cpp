#include <algorithm>
#include <utility>

#include "rules/loading.h"
#include "text/phrase.h"

namespace hypelint {
namespace {

// "@name" and nothing else.
bool is_lexicon_reference(std::string_view term) {
  return term.size() > 1 && term.front() == '@' && lexicon_name_end(term, 1) == term.size();
}

Nearby read_one_nearby(const TableReader& reader, std::string_view label, RuleScope& scope) {
  reader.allow({"any", "evidence", "within", "side", "words"});
  Nearby nearby;
  nearby.lists = read_terms(reader, "any", label, scope);
  nearby.evidence = reader.choices<EvidenceKind>("evidence");
  nearby.within = reader.choice<Reach>("within").value_or(Reach::Sentence);
  nearby.side = reader.choice<Side>("side").value_or(Side::Either);
  nearby.words = reader.integer("words", 0, 100);
  if (reader.find("any") == nullptr && reader.find("evidence") == nullptr) {
    reader.errors().add(reader.where(), "this table needs \"any\" (terms) or \"evidence\" (kinds)");
  }
  if (nearby.words && nearby.within != Reach::Sentence) {
    reader.errors().add(reader.where("words"), "\"words\" counts within the sentence: \"within\" must be \"sentence\"");
  }
  return nearby;
}

}  // namespace

std::vector<TermListId> read_terms(const TableReader& reader, std::string_view key, std::string_view label,
                                   RuleScope& scope) {
  std::vector<TermListId> ids;
  TermList own{scope.id + "/" + std::string(label), reader.errors().path, {}, {}};
  for (Located& term : reader.strings(key)) {
    if (!is_lexicon_reference(term.text)) {
      own.terms.push_back({std::move(term.text), term.where});
      continue;
    }
    const std::string_view name = std::string_view(term.text).substr(1);
    if (const auto id = scope.lists.use(name)) {
      if (std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*id);
    } else {
      reader.errors().add(term.where,
                          "no lexicon is called \"" + std::string(name) + "\"" + suggestion(name, scope.lists.names()));
    }
  }
  if (!own.terms.empty()) ids.push_back(scope.lists.add_inline(std::move(own)));
  return ids;
}

std::vector<Nearby> read_nearby(const TableReader& reader, std::string_view key, RuleScope& scope) {
  std::vector<Nearby> all;
  for (const TableReader& table : reader.tables(key)) {
    const std::string label = std::string(key) + "/" + std::to_string(all.size() + 1);
    all.push_back(read_one_nearby(table, label, scope));
  }
  return all;
}

std::vector<std::string> read_rule_names(const TableReader& reader, std::string_view key, const RuleNames& rules) {
  std::vector<std::string> names;
  for (Located& name : reader.strings(key)) {
    if (auto fault = rules.fault_of(name.text)) reader.errors().add(name.where, std::move(*fault));
    names.push_back(std::move(name.text));
  }
  return names;
}

}  // namespace hypelint
