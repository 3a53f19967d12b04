#include "document/html_context.h"

#include <algorithm>
#include <array>
#include <string>

#include "support/ascii.h"

namespace hypelint {
namespace {

bool contains(std::initializer_list<std::string_view> words, std::string_view wanted) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return ascii::equals_folded(wanted, word); });
}

bool is_navigation_word(std::string_view word) {
  return contains(
      {"nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "topnav", "topbar", "megamenu"},
      word);
}

// Words that make a class speak about a state or a container of something else ("has-nav", "menu-open").
bool is_state_word(std::string_view word) {
  return contains(
      {"has", "no", "with", "without", "is", "open", "closed", "fixed", "content", "page", "body", "offset", "food"},
      word);
}

bool is_button_word(std::string_view word) { return contains({"btn", "button", "cta"}, word); }

// Owners of a footer that is the page's, not a card's or an article's.
bool is_page_word(std::string_view word) {
  return contains({"site", "page", "main", "global", "footer", "location"}, word);
}

// Splits at any of the separators and calls `visit` with each non-empty part until it returns true.
template <typename Visit>
bool any_part(std::string_view text, std::string_view separators, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0 && visit(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

template <typename Visit>
bool any_class(const HtmlToken& tag, std::string_view text, Visit visit) {
  return any_part(attribute_text(tag, "class", text), " \t\r\n\f", visit) ||
         any_part(attribute_text(tag, "id", text), " \t\r\n\f", visit);
}

std::string_view first_part(std::string_view name) { return name.substr(0, name.find_first_of("-_")); }
std::string_view last_part(std::string_view name) { return name.substr(name.find_last_of("-_") + 1); }

bool is_navigation_class(std::string_view name) {
  if (!is_navigation_word(first_part(name)) && !is_navigation_word(last_part(name))) return false;
  return !any_part(name, "-_", is_state_word);
}

bool is_footer_class(std::string_view name) {
  if (ascii::equals_folded(name, "colophon")) return true;
  if (ascii::equals_folded(first_part(name), "footer")) return true;
  if (!ascii::equals_folded(last_part(name), "footer")) return false;
  return is_page_word(last_part(name.substr(0, name.size() - std::min<std::size_t>(name.size(), 7))));
}

// https://schema.org/reviewBody
bool is_review_property(std::string_view name) { return ascii::equals_folded(name, "reviewbody"); }

// One testimonial or review, as in "testimonial-text" and "review__body"; not what holds many, nor their heading.
bool is_review_class(std::string_view name) {
  const auto has = [name](std::initializer_list<std::string_view> words) {
    return any_part(name, "-_", [words](std::string_view part) { return contains(words, part); });
  };
  if (has({"section", "wrapper", "container", "slider", "carousel", "grid", "header", "title", "author"})) return false;
  return has({"testimonial"}) || (has({"review"}) && has({"body", "text", "content", "card", "item", "quote"}));
}

// `style` declares that the element is not shown.
bool is_hiding_style(std::string_view style) {
  std::string packed;
  for (const char c : style.substr(0, 4096)) {
    if (!is_html_space(c)) packed += ascii::lower(c);
  }
  return packed.find("display:none") != packed.npos || packed.find("visibility:hidden") != packed.npos;
}

bool is_hidden(const ElementTraits& traits, const HtmlToken& tag, std::string_view text) {
  if (traits.name == "body") return false;  // scripts show it once they have run
  if (tag.attributes.empty()) return traits.name == "template" || traits.name == "dialog";
  const HtmlAttribute* hidden = tag.attribute("hidden");
  if (hidden != nullptr && !ascii::equals_folded(attribute_text(tag, "hidden", text), "until-found")) return true;
  if (traits.name == "template" || (traits.name == "dialog" && tag.attribute("open") == nullptr)) return true;
  return ascii::equals_folded(attribute_text(tag, "aria-hidden", text), "true") ||
         is_hiding_style(attribute_text(tag, "style", text));
}

// Elements whose classes say what the whole page, or a stretch of prose, looks like.
bool has_telling_classes(const ElementTraits& traits) {
  const bool is_page = traits.name == "html" || traits.name == "body" || traits.is(kSection);
  return traits.is(kBreaks) && !is_page && !traits.is(kSetsKind | kTablePart) && traits.name != "p";
}

bool is_navigation(const ElementTraits& traits, const HtmlToken& tag, std::string_view text) {
  if (traits.name == "nav" || traits.name == "menu") return true;
  if (contains({"navigation", "menu", "menubar"}, attribute_text(tag, "role", text))) return true;
  return has_telling_classes(traits) && any_class(tag, text, is_navigation_class);
}

bool is_footer(const ElementTraits& traits, const HtmlToken& tag, std::string_view text, bool in_section) {
  if (ascii::equals_folded(attribute_text(tag, "role", text), "contentinfo")) return true;
  if (traits.name == "footer") return !in_section;
  return !in_section && has_telling_classes(traits) && any_class(tag, text, is_footer_class);
}

bool is_review(const ElementTraits& traits, const HtmlToken& tag, std::string_view text) {
  if (tag.attributes.empty()) return false;
  if (any_part(attribute_text(tag, "itemprop", text), " \t\r\n\f", is_review_property)) return true;
  // Few elements have such a name; the exact test takes it apart.
  const auto may_name = [&](std::string_view attribute) {
    const std::string_view names = attribute_text(tag, attribute, text);
    return names.find("eview") != names.npos || names.find("estimonial") != names.npos;
  };
  if (!may_name("class") && !may_name("id")) return false;
  return (has_telling_classes(traits) || traits.name == "p") && any_class(tag, text, is_review_class);
}

void enter_zone(HtmlContext& inner, const ElementTraits& traits, const HtmlToken& tag, std::string_view text) {
  if (inner.zone == Zone::Hidden) return;
  if (is_hidden(traits, tag, text)) {
    inner.zone = Zone::Hidden;
  } else if (inner.zone == Zone::Navigation || inner.zone == Zone::Footer) {
    return;
  } else if (is_navigation(traits, tag, text)) {
    inner.zone = Zone::Navigation;
  } else if (is_footer(traits, tag, text, inner.in_section)) {
    inner.zone = Zone::Footer;
  } else if (traits.is(kForm)) {
    if (inner.zone != Zone::Form) inner.outside_form = inner.zone;
    inner.zone = Zone::Form;
  } else if (inner.zone == Zone::Form && traits.is(kProse | kSection)) {
    inner.zone = inner.outside_form;
  }
}

}  // namespace

std::string_view attribute_text(const HtmlToken& tag, std::string_view name, std::string_view text) {
  const HtmlAttribute* attribute = tag.attribute(name);
  return attribute == nullptr ? std::string_view()
                              : text.substr(attribute->value.begin, attribute->value.end - attribute->value.begin);
}

bool is_styled_as_button(const HtmlToken& tag, std::string_view text) {
  if (ascii::equals_folded(attribute_text(tag, "role", text), "button")) return true;
  return any_part(attribute_text(tag, "class", text), " \t\r\n\f-_", is_button_word);
}

HtmlContext enter_element(const HtmlContext& outer, const ElementTraits& traits, const HtmlToken& tag,
                          std::string_view text) {
  HtmlContext inner = outer;
  enter_zone(inner, traits, tag, text);
  if (traits.is(kBreaks)) inner.block_zone = inner.zone;
  if (traits.is(kList)) ++inner.list_depth;
  if (traits.is(kSetsKind)) {
    inner.kind = traits.kind;
    inner.level = traits.kind == BlockKind::ListItem ? inner.list_depth : traits.level;
  }
  if (traits.name == "blockquote" && inner.role == Role::None) inner.role = Role::Quotation;
  if (is_review(traits, tag, text)) inner.role = Role::Review;
  inner.header_cell = traits.is(kTablePart) ? traits.name == "th" : outer.header_cell;
  inner.in_header = outer.in_header || (traits.name == "header" && !outer.in_section);
  inner.in_section = outer.in_section || traits.is(kSection);
  inner.bold = outer.bold || traits.name == "b" || traits.name == "strong";
  inner.skipped = outer.skipped || traits.is(kSkipped);
  inner.foreign = outer.foreign || traits.is(kForeign);
  return inner;
}

}  // namespace hypelint
