// Profiles and jurisdictions laid over rules, without compiling anything again.
#pragma once

#include <string_view>
#include <vector>

#include "hypelint/config.h"
#include "hypelint/rule_pack.h"

namespace hypelint {

class OverlayTable {
 public:
  OverlayTable() = default;
  OverlayTable(std::vector<Overlay> overlays, const std::vector<Rule>& rules);
  OverlayTable(OverlayTable&&) = default;
  OverlayTable& operator=(OverlayTable&&) = default;

  [[nodiscard]] const std::vector<Overlay>& all() const { return overlays_; }
  // Each of the rules the table was made for, as the overlays that the settings name leave it.
  [[nodiscard]] std::vector<AdjustedRule> adjust(const std::vector<Rule>& rules, const Settings& settings) const;

 private:
  using Entries = std::vector<const Adjustment*>;

  // For each rule the entries of one overlay that name it, in their order; null when there is no such overlay.
  [[nodiscard]] const std::vector<Entries>* entries_of(OverlayKind kind, std::string_view name) const;

  std::vector<Overlay> overlays_;
  std::vector<std::vector<Entries>> entries_;  // of each overlay
};

}  // namespace hypelint
