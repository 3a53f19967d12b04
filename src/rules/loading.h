// The parts of loading a rule: each reads one piece of a rule file and notes its faults in the reader's FileErrors.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/rule.h"
#include "hypelint/rule_pack.h"
#include "rules/pack_files.h"
#include "rules/rule_names.h"
#include "rules/table_reader.h"

namespace hypelint {

// The term lists of all packs while they are loaded: lexicons first, then the inline lists of rules.
class ListTable {
 public:
  // The path of an earlier lexicon of that name, which then stays; empty when the list was added.
  std::string add_lexicon(TermList list);
  TermListId add_inline(TermList list);
  // The lexicon, whose own hits are wanted from now on.
  std::optional<TermListId> use(std::string_view lexicon);
  // All lexicon names, sorted.
  [[nodiscard]] std::vector<std::string_view> names() const;
  [[nodiscard]] std::vector<TermList> take() { return std::move(lists_); }

 private:
  [[nodiscard]] std::optional<TermListId> find(std::string_view lexicon) const;

  std::vector<TermList> lists_;
  std::vector<TermListId> lexicons_;  // sorted by name
};

// What a rule file may refer to, and whose file is read.
struct RuleScope {
  ListTable& lists;
  const RuleNames& rules;
  std::string id;  // the file's place, "group/name"
};

PackInfo read_pack_info(const TableReader& reader, const std::string& folder);
// `[[precedence]] order = […]` (each over all that follow) and `[[absorption]] by, of, unless` of a pack.toml.
std::vector<Precedence> read_precedence(const TableReader& reader, const RuleNames& rules);
// `[promotional] claims, about, less, at_least, one_in` of a pack.toml, if it stands there.
std::optional<Praise> read_praise(const TableReader& reader, ListTable& lists, const RuleNames& rules);
TermList read_lexicon(const TableReader& reader, const PackFile& file);
Rule read_rule(const TableReader& reader, const PackFile& file, ListTable& lists, const RuleNames& rules);

// An array of terms: each lone "@name" is that lexicon, all other terms make one inline list called "<id>/<label>".
std::vector<TermListId> read_terms(const TableReader& reader, std::string_view key, std::string_view label,
                                   RuleScope& scope);
std::vector<Nearby> read_nearby(const TableReader& reader, std::string_view key, RuleScope& scope);
// Rule ids, groups or "group/*", all of them known.
std::vector<std::string> read_rule_names(const TableReader& reader, std::string_view key, const RuleNames& rules);

std::vector<Clearance> read_clearances(const TableReader& reader);
// `details = { of, at_least, within }`, as the clearance it is.
Clearance read_details(const TableReader& reader);
LinkCriteria read_link(const TableReader& reader, RuleScope& scope);
DocumentCriteria read_document(const TableReader& reader, RuleScope& scope);
DensityCriteria read_density(const TableReader& reader, RuleScope& scope);

struct LoadedOverlays {
  std::vector<Overlay> overlays;  // by kind, then name
  Errors errors;
};
// The folder around each pack, those that are among `more` after the others, then `more`; each once as spelled.
std::vector<std::string> overlay_folders_of(const std::vector<std::string>& packs,
                                            const std::vector<std::string>& more);
// Paths of the overlays in a folder, and the names of the rules they may name beside those of the loaded packs; nothing
// where the folder has no overlays.
std::vector<std::string> overlay_files_in(const std::string& folder);
std::vector<std::string> rules_beside_overlays(const std::string& folder);
// The files of `profiles/` and `jurisdictions/` in each folder; of two with one name the first is taken. Each may name
// `rules` and the rules of all packs in its folder.
LoadedOverlays load_overlays(const std::vector<std::string>& folders, const std::vector<std::string>& rules);

std::vector<Authority> read_sources(const TableReader& reader);
// Whether the examples of a key must hold "[[…]]", may, or must not.
enum class ExampleMarks { Required, Optional, Forbidden };
std::vector<Example> read_examples(const TableReader& reader, std::string_view key, ExampleMarks marks);

}  // namespace hypelint
