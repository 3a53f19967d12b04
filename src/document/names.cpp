#include "hypelint/document.h"

namespace hypelint {

std::string_view to_string(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title:
      return "title";
    case BlockKind::Summary:
      return "summary";
    case BlockKind::Heading:
      return "heading";
    case BlockKind::Paragraph:
      return "paragraph";
    case BlockKind::ListItem:
      return "list-item";
    case BlockKind::TableCell:
      return "table-cell";
    case BlockKind::Caption:
      return "caption";
    case BlockKind::Button:
      return "button";
    case BlockKind::Code:
      return "code";
  }
  return {};
}

std::string_view to_string(Zone zone) {
  switch (zone) {
    case Zone::Head:
      return "head";
    case Zone::Body:
      return "body";
    case Zone::Navigation:
      return "navigation";
    case Zone::Footer:
      return "footer";
    case Zone::Form:
      return "form";
    case Zone::Hidden:
      return "hidden";
  }
  return {};
}

std::string_view to_string(Role role) {
  switch (role) {
    case Role::None:
      return "none";
    case Role::Quotation:
      return "quotation";
    case Role::Review:
      return "review";
    case Role::Disclaimer:
      return "disclaimer";
    case Role::References:
      return "references";
  }
  return {};
}

std::string_view to_string(LinkRole role) {
  switch (role) {
    case LinkRole::Inline:
      return "inline";
    case LinkRole::Button:
      return "button";
    case LinkRole::Image:
      return "image";
    case LinkRole::Autolink:
      return "autolink";
  }
  return {};
}

}  // namespace hypelint
