// Rule packs: folders of TOML files, and what they become once loaded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hypelint/matcher.h"
#include "hypelint/result.h"
#include "hypelint/rule.h"

namespace hypelint {

// pack.toml
struct PackInfo {
  std::string name, version, language, summary, licence;
  std::string path;  // the pack's folder
};

// In one sentence, findings of `by` drop those of `of`, unless the sentence holds evidence of a kind in `unless`.
// A pack writes its precedence once, in pack.toml. Patterns are rule ids or "group/*".
struct Precedence {
  std::vector<std::string> by, of;
  std::vector<EvidenceKind> unless;
  std::string path = {};  // of the pack.toml; empty once compiled
  Position where = {};    // of the table
};

// What makes a page promotional that asks for no order: sentences with claims of these rules, less the sentences with
// evidence of doubt, come to at least so many, and to one in so many of all its sentences. A press release is none,
// whatever it praises, and neither is a page that holds none of the terms in `about`, where there are any.
struct Praise {
  std::vector<std::string> claims;  // rule ids or "group/*"
  std::vector<TermListId> about;    // what such a page speaks of
  std::vector<EvidenceKind> less;   // the kinds of evidence that count against
  std::uint32_t at_least = 1;
  std::uint32_t one_in = 1;
};

// What an overlay changes about the rules it names, and who asks for it. Where several entries of one overlay name a
// rule, the later one wins.
struct Adjustment {
  std::vector<std::string> rules;  // ids, groups or "group/*"
  std::optional<bool> on;
  std::optional<Severity> severity;
  std::optional<Confidence> confidence;
  std::optional<bool> cleared;     // false: evidence does not clear these claims; details rules still count details
  std::vector<Authority> sources;  // shown before the rule's own
  std::string note;                // what the law of this place asks for
};

enum class OverlayKind { Profile, Jurisdiction };
// "profile", "jurisdiction".
std::string_view to_string(OverlayKind kind);

// profiles/<name>.toml or jurisdictions/<name>.toml: adjustments for one kind of article, or for the law of one place.
struct Overlay {
  OverlayKind kind = OverlayKind::Profile;
  std::string name, summary, licence;
  std::string path;
  std::vector<Adjustment> adjust;
};

// A rule as a profile and jurisdictions leave it. The profile is laid over the rule first, then each jurisdiction over
// that; of the jurisdictions that speak of a rule the strictest decides (on, higher severity and confidence,
// uncleared).
struct AdjustedRule {
  bool on = true;
  Severity severity = Severity::Warning;
  Confidence confidence = Confidence::Medium;
  bool cleared = true;
  std::vector<const Adjustment*> by;  // what was applied, in order
};
// The sources of the adjustments, then the rule's own: first those of the same names, then the rest.
std::vector<Authority> sources_of(const Rule& rule, const AdjustedRule& adjusted);

// Rules of one or more packs, ready to be compiled. Move-only in spirit: pass by value and move.
struct RulePack {
  std::vector<PackInfo> packs;
  std::vector<TermList> lists;  // lexicons first, then inline lists; TermListId indexes it
  std::vector<Rule> rules;      // sorted by id
  std::vector<Precedence> precedence;
  std::vector<Praise> praise;     // at most one a pack
  std::vector<Overlay> overlays;  // by kind, then name
};

// Loads every pack folder (each with a pack.toml). All errors of all files are reported at once, sorted by path
// and place, each with file:line:column and, for a wrong key or name, the nearest right word.
// Overlays are the files of `profiles/` and `jurisdictions/` beside each pack (in its parent folder) and in
// `overlay_folders`; of two with one name the first is taken, that of a folder not among `overlay_folders` before that
// of one that is. They may name every rule of the packs in that folder, loaded or not, and of the packs that are
// loaded. A pack that one `extends` is loaded with it, from the folder around that one or from `overlay_folders`,
// unless one of that name is given.
Result<RulePack> load_rule_packs(const std::vector<std::string>& directories,
                                 const std::vector<std::string>& overlay_folders = {});

}  // namespace hypelint
