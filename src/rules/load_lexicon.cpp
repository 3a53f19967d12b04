#include "rules/load_checks.h"
#include "rules/loading.h"

namespace hypelint {

PackInfo read_pack_info(const TableReader& reader, const std::string& folder) {
  constexpr std::string_view kOwner = "pack.toml";
  reader.allow(
      {"name", "version", "language", "summary", "licence", "extends", "precedence", "absorption", "promotional"});
  PackInfo pack;
  pack.name = reader.required_text("name", kOwner);
  pack.version = reader.required_text("version", kOwner);
  pack.language = reader.required_text("language", kOwner);
  check_language(reader, pack.language);
  pack.summary = reader.required_text("summary", kOwner);
  pack.licence = reader.required_text("licence", kOwner);
  pack.path = folder;
  return pack;
}

std::vector<Precedence> read_precedence(const TableReader& reader, const RuleNames& rules) {
  std::vector<Precedence> all;
  for (const TableReader& table : reader.tables("precedence")) {
    table.allow({"order"});
    table.require("order", "[[precedence]]");
    std::vector<std::string> order = read_rule_names(table, "order", rules);
    for (std::size_t first = 0; first + 1 < order.size(); ++first) {
      const auto rest = order.begin() + static_cast<std::ptrdiff_t>(first) + 1;
      all.push_back({{order[first]}, {rest, order.end()}, {}, reader.errors().path, table.where()});
    }
  }
  for (const TableReader& table : reader.tables("absorption")) {
    table.allow({"by", "of", "unless"});
    table.require("by", "[[absorption]]");
    table.require("of", "[[absorption]]");
    all.push_back({read_rule_names(table, "by", rules), read_rule_names(table, "of", rules),
                   table.choices<EvidenceKind>("unless"), reader.errors().path, table.where()});
  }
  return all;
}

std::optional<Praise> read_praise(const TableReader& reader, ListTable& lists, const RuleNames& rules) {
  constexpr int kMost = 1000;
  const auto table = reader.table("promotional");
  if (!table) return std::nullopt;
  table->allow({"claims", "about", "less", "at_least", "one_in"});
  for (const char* key : {"claims", "at_least", "one_in"}) table->require(key, "[promotional]");
  const auto count = [&](std::string_view key) {
    return static_cast<std::uint32_t>(table->integer(key, 1, kMost).value_or(1));
  };
  RuleScope scope{lists, rules, "promotional"};
  return Praise{read_rule_names(*table, "claims", rules), read_terms(*table, "about", "about", scope),
                table->choices<EvidenceKind>("less"), count("at_least"), count("one_in")};
}

TermList read_lexicon(const TableReader& reader, const PackFile& file) {
  constexpr std::string_view kOwner = "a lexicon";
  reader.allow({"summary", "terms", "evidence"});
  static_cast<void>(reader.required_text("summary", kOwner));
  TermList list{file.name, file.path, {}, reader.choice<EvidenceKind>("evidence")};
  if (!reader.require("terms", kOwner)) return list;
  const TomlValue* terms = reader.find("terms");
  if (terms->kind == TomlKind::Array && terms->array.empty()) {
    reader.errors().add(terms->where, "\"terms\" must hold at least one term");
  }
  for (Located& term : reader.strings("terms")) list.terms.push_back({std::move(term.text), term.where});
  return list;
}

}  // namespace hypelint
