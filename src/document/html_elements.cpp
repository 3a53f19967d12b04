#include "document/html_elements.h"

#include <algorithm>
#include <iterator>

namespace hypelint {
namespace {

constexpr std::uint32_t kBlock = kBreaks | kSpecial;
constexpr std::uint32_t kFlow = kBlock | kClosesParagraph | kBreaksOut;
constexpr std::uint32_t kTitle = kFlow | kHeading | kSetsKind | kProse;
constexpr std::uint32_t kCell = kBlock | kScope | kTablePart | kSetsKind;
constexpr std::uint32_t kMark = kFormatting | kBreaksOut;
constexpr std::uint32_t kRow = kBlock | kTablePart;
constexpr std::uint32_t kField = kBlock | kForm;
constexpr std::uint32_t kItem = kFlow | kSetsKind | kProse;

// Sorted by name.
constexpr ElementTraits kElements[] = {
    {"a", kFormatting},
    {"address", kFlow | kTransparent},
    {"applet", kSpecial | kScope | kSkipped},
    {"area", kVoid | kSpecial},
    {"article", kFlow | kSection | kSetsKind},
    {"aside", kFlow},
    {"audio", kSkipped},
    {"b", kMark},
    {"base", kVoid | kSpecial},
    {"big", kMark},
    {"blockquote", kFlow | kSection | kSetsKind},
    {"body", kBlock | kBreaksOut},
    {"br", kVoid | kSpecial | kBreaksOut},
    {"button", kSpecial},
    {"canvas", kSkipped},
    {"caption", kCell, BlockKind::Caption},
    {"center", kFlow},
    {"code", kMark},
    {"col", kVoid | kSpecial},
    {"colgroup", kRow},
    {"datalist", kSkipped},
    {"dd", kItem, BlockKind::ListItem},
    {"details", kFlow},
    {"dialog", kFlow},
    {"dir", kFlow | kList},
    {"div", kFlow | kTransparent},
    {"dl", kFlow | kList},
    {"dt", kItem, BlockKind::ListItem},
    {"em", kMark},
    {"embed", kVoid | kSpecial | kBreaksOut},
    {"fieldset", kFlow | kForm},
    {"figcaption", kFlow | kSetsKind, BlockKind::Caption},
    {"figure", kFlow},
    {"font", kFormatting},
    {"footer", kFlow},
    {"form", kFlow | kForm},
    {"frame", kVoid | kSpecial},
    {"frameset", kBlock | kSkipped},
    {"h1", kTitle, BlockKind::Heading, 1},
    {"h2", kTitle, BlockKind::Heading, 2},
    {"h3", kTitle, BlockKind::Heading, 3},
    {"h4", kTitle, BlockKind::Heading, 4},
    {"h5", kTitle, BlockKind::Heading, 5},
    {"h6", kTitle, BlockKind::Heading, 6},
    {"head", kBlock | kBreaksOut},
    {"header", kFlow},
    {"hgroup", kFlow},
    {"hr", kFlow | kVoid},
    {"html", kBlock | kScope},
    {"i", kMark},
    {"iframe", kSpecial | kSkipped},
    {"img", kVoid | kSpecial | kBreaksOut},
    {"input", kVoid | kSpecial},
    {"label", kForm},
    {"legend", kField},
    {"li", kItem, BlockKind::ListItem},
    {"link", kVoid | kSpecial},
    {"listing", kFlow | kSetsKind, BlockKind::Code},
    {"main", kFlow | kSection | kSetsKind},
    {"marquee", kBlock | kScope},
    {"math", kForeign | kSkipped | kScope},
    {"menu", kFlow | kList | kListScope},
    {"meta", kVoid | kSpecial | kBreaksOut},
    {"nav", kFlow},
    {"nobr", kMark},
    {"noembed", kSpecial | kSkipped},
    {"noframes", kSpecial | kSkipped},
    {"noscript", kSpecial | kSkipped},
    {"object", kSpecial | kScope | kSkipped},
    {"ol", kFlow | kList | kListScope},
    {"optgroup", kField},
    {"option", kField},
    {"p", kFlow | kTransparent | kProse},
    {"param", kVoid | kSpecial},
    {"plaintext", kFlow | kSetsKind, BlockKind::Code},
    {"pre", kFlow | kSetsKind, BlockKind::Code},
    {"ruby", kBreaksOut},
    {"s", kMark},
    {"script", kSpecial | kSkipped},
    {"search", kFlow | kForm},
    {"section", kFlow | kSection | kSetsKind},
    {"select", kField},
    {"small", kMark},
    {"source", kVoid | kSpecial},
    {"span", kBreaksOut},
    {"strike", kMark},
    {"strong", kMark},
    {"style", kSpecial | kSkipped},
    {"sub", kBreaksOut},
    {"summary", kFlow | kHeading | kSetsKind | kProse, BlockKind::Heading, 4},
    {"sup", kBreaksOut},
    {"svg", kForeign | kSkipped | kScope},
    {"table", kFlow | kScope},
    {"tbody", kRow},
    {"td", kCell, BlockKind::TableCell},
    {"template", kBlock | kScope},
    {"textarea", kField},
    {"tfoot", kRow},
    {"th", kCell, BlockKind::TableCell},
    {"thead", kRow},
    {"title", kBlock},
    {"tr", kRow},
    {"track", kVoid | kSpecial},
    {"tt", kMark},
    {"u", kMark},
    {"ul", kFlow | kList | kListScope},
    {"var", kBreaksOut},
    {"video", kSkipped},
    {"wbr", kVoid | kSpecial},
    {"xmp", kFlow | kSetsKind, BlockKind::Code},
};

constexpr ElementTraits kUnknown = {"", 0};

constexpr bool by_name(const ElementTraits& a, const ElementTraits& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(kElements), std::end(kElements), by_name));

}  // namespace

const ElementTraits& element_traits(std::string_view name) {
  const auto* found =
      std::lower_bound(std::begin(kElements), std::end(kElements), name,
                       [](const ElementTraits& element, std::string_view key) { return element.name < key; });
  return found != std::end(kElements) && found->name == name ? *found : kUnknown;
}

}  // namespace hypelint
