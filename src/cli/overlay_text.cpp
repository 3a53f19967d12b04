#include "cli/overlay_text.h"

#include "report/formats.h"
#include "support/prose.h"

namespace hypelint {
namespace {

// What the overlay changes: "error, off".
std::vector<std::string> changes(const Rule& rule, const AdjustedRule& adjusted) {
  std::vector<std::string> out;
  if (adjusted.severity != rule.severity) out.emplace_back(to_string(adjusted.severity));
  if (adjusted.confidence != rule.confidence)
    out.push_back(std::string(to_string(adjusted.confidence)) + " confidence");
  if (adjusted.on != rule.on) out.emplace_back(adjusted.on ? "on" : "off");
  if (!adjusted.cleared) out.emplace_back("evidence does not clear it");
  return out;
}

void append(std::string& text, std::string_view separator, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += separator;
  text += part;
}

}  // namespace

std::vector<Say> says_on(const Linter& linter, const Rule& rule, OverlayKind kind) {
  std::vector<Say> says;
  for (const Overlay& overlay : linter.overlays()) {
    if (overlay.kind != kind) continue;
    Settings settings;
    if (kind == OverlayKind::Profile) {
      settings.profile = overlay.name;
    } else {
      settings.jurisdictions = {overlay.name};
    }
    AdjustedRule adjusted = linter.adjusted(rule, settings);
    if (!adjusted.by.empty()) says.push_back({&overlay, std::move(adjusted)});
  }
  return says;
}

std::string say_text(const Rule& rule, const AdjustedRule& adjusted) {
  std::string text = joined(changes(rule, adjusted));
  std::string notes;
  for (const Adjustment* entry : adjusted.by) {
    for (const Authority& source : entry->sources) append(text, "; ", authority_line(source));
    append(notes, " ", entry->note);
  }
  append(text, ". ", notes);
  return text;
}

}  // namespace hypelint
