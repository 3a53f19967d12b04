#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "hypelint/rule_pack.h"
#include "rules/load_checks.h"
#include "rules/loading.h"
#include "rules/precedence_check.h"

namespace hypelint {
namespace {

// The same folder under one spelling.
std::string canonical(const std::string& folder) {
  std::error_code status;
  const auto path = std::filesystem::weakly_canonical(folder, status);
  return status ? folder : path.string();
}

class PackLoader {
 public:
  Result<RulePack> load(const std::vector<std::string>& folders, const std::vector<std::string>& overlay_folders) {
    list(with_extended(folders, overlay_folders));
    const RuleNames names(rule_ids());
    for (const PackFiles& files : packs_) {
      for (const PackFile& file : files.lexicons) read_one_lexicon(file);
    }
    for (const PackFiles& files : packs_) read_manifest(files, names, overlay_folders);
    for (const PackFiles& files : packs_) {
      for (const PackFile& file : files.rules) read_one_rule(file, names, language_of(files));
    }
    read_overlays(overlay_folders);
    check_precedence(pack_.precedence, rule_ids(), errors_);
    if (errors_.empty() && pack_.rules.empty()) add("no rule in any of the rule packs", packs_.front().folder);
    return finish();
  }

 private:
  void add(std::string message, std::string path) {
    errors_.push_back({ErrorCode::RulePack, std::move(message), std::move(path), {}});
  }

  void take(Errors errors) { std::move(errors.begin(), errors.end(), std::back_inserter(errors_)); }

  void list(const std::vector<std::string>& folders) {
    if (folders.empty()) add("no rule pack given", "");
    std::set<std::string> seen;
    for (const std::string& folder : folders) {
      if (!seen.insert(canonical(folder)).second) continue;
      packs_.push_back(list_pack(folder));
      take(std::move(packs_.back().errors));
    }
  }

  std::vector<std::string> rule_ids() const {
    std::vector<std::string> ids;
    for (const PackFiles& files : packs_) {
      for (const PackFile& file : files.rules) ids.push_back(file.name);
    }
    return ids;
  }

  // Reads a file and hands its root table to `read`; notes the faults of both.
  template <typename Read>
  void with_table(const std::string& path, Read read) {
    const auto root = load_toml(path, ErrorCode::RulePack);
    if (!root) return take(root.errors());
    FileErrors faults{ErrorCode::RulePack, path, {}};
    read(TableReader(root.value(), faults));
    take(std::move(faults.errors));
  }

  void read_manifest(const PackFiles& files, const RuleNames& names, const std::vector<std::string>& more) {
    if (files.manifest.empty()) return;
    with_table(files.manifest, [&](const TableReader& reader) {
      pack_.packs.push_back(read_pack_info(reader, files.folder));
      check_extends(reader, files.folder, more);
      for (Precedence& one : read_precedence(reader, names)) pack_.precedence.push_back(std::move(one));
      if (auto praise = read_praise(reader, lists_, names)) pack_.praise.push_back(std::move(*praise));
    });
  }

  void read_one_lexicon(const PackFile& file) {
    // A lexicon that cannot be read still counts as known: its own fault is enough.
    TermList list{file.name, file.path, {}, {}};
    with_table(file.path, [&](const TableReader& reader) { list = read_lexicon(reader, file); });
    const std::string earlier = lists_.add_lexicon(std::move(list));
    if (!earlier.empty()) add("the lexicon \"" + file.name + "\" stands in " + earlier + " already", file.path);
  }

  std::string language_of(const PackFiles& files) const {
    const auto found = std::ranges::find(pack_.packs, files.folder, &PackInfo::path);
    return found == pack_.packs.end() ? std::string() : found->language;
  }

  void read_one_rule(const PackFile& file, const RuleNames& names, const std::string& language) {
    with_table(file.path, [&](const TableReader& reader) {
      Rule rule = read_rule(reader, file, lists_, names);
      rule.language = language;
      const auto [earlier, fresh] = first_file_.emplace(rule.id, file.path);
      if (fresh) {
        pack_.rules.push_back(std::move(rule));
      } else {
        reader.errors().add(rule.where, "the rule \"" + rule.id + "\" stands in " + earlier->second + " already");
      }
    });
  }

  void read_overlays(const std::vector<std::string>& more) {
    std::vector<std::string> packs;
    for (const PackFiles& files : packs_) packs.push_back(files.folder);
    LoadedOverlays loaded = load_overlays(overlay_folders_of(packs, more), rule_ids());
    pack_.overlays = std::move(loaded.overlays);
    take(std::move(loaded.errors));
  }

  // The terms, which compiling looks at, when it will not come to that.
  void check_terms() {
    auto matcher = Matcher::build(lists_.take());
    if (!matcher) take(matcher.errors());
  }

  Result<RulePack> finish() {
    if (!errors_.empty()) {
      check_terms();
      std::stable_sort(errors_.begin(), errors_.end(), [](const Error& a, const Error& b) {
        return std::tie(a.path, a.where.line, a.where.column) < std::tie(b.path, b.where.line, b.where.column);
      });
      return std::move(errors_);
    }
    std::sort(pack_.rules.begin(), pack_.rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
    pack_.lists = lists_.take();
    return std::move(pack_);
  }

  std::vector<PackFiles> packs_;
  ListTable lists_;
  std::map<std::string, std::string> first_file_;  // rule id -> path
  RulePack pack_;
  Errors errors_;
};

}  // namespace

Result<RulePack> load_rule_packs(const std::vector<std::string>& directories,
                                 const std::vector<std::string>& overlay_folders) {
  return PackLoader().load(directories, overlay_folders);
}

}  // namespace hypelint
