#include <algorithm>
#include <string_view>

#include "rules/scene.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::size_t kLongestDateline = 80;  // bytes
constexpr std::size_t kLeastCapitals = 4;
constexpr int kOpeningParagraphs = 3;

// "LYON, France, May 3 -- The", "(LYON, France) - The": a place in capitals, more about it, and a dash.
bool has_dateline(std::string_view paragraph) {
  if (paragraph.starts_with('(')) paragraph.remove_prefix(1);
  const std::string_view opening = paragraph.substr(0, kLongestDateline);
  const std::size_t dash = std::min(opening.find(" -"), opening.find("--"));
  if (dash == std::string_view::npos) return false;
  const std::string_view place = opening.substr(0, dash);
  const auto capitals =
      static_cast<std::size_t>(std::find_if_not(place.begin(), place.end(), ascii::is_upper) - place.begin());
  return capitals >= kLeastCapitals && place.find_first_of(",(/0123456789") != std::string_view::npos;
}

}  // namespace

bool is_press_release(const Text& text, const EvidenceIndex& evidence) {
  const auto says_so = [](const Evidence& item) { return item.kind == EvidenceKind::PressRelease; };
  if (std::any_of(evidence.all().begin(), evidence.all().end(), says_so)) return true;
  int seen = 0;
  for (const Block& block : text.document->blocks) {
    if (block.kind != BlockKind::Paragraph || block.zone != Zone::Body) continue;
    if (has_dateline(block.text)) return true;
    if (++seen == kOpeningParagraphs) return false;
  }
  return false;
}

}  // namespace hypelint
