#include "document/markdown_addresses.h"

#include <iterator>
#include <string>
#include <utility>

#include "document/autolink.h"
#include "support/ascii.h"

namespace hypelint {
namespace {

using Type = Inline::Type;

class AddressLinker {
 public:
  AddressLinker(std::vector<Inline>& out, std::size_t first, std::string_view source) : out_(out), source_(source) {
    const auto begin = out.begin() + static_cast<std::ptrdiff_t>(first);
    pieces_.assign(std::make_move_iterator(begin), std::make_move_iterator(out.end()));
    out.erase(begin, out.end());
  }

  void run(const std::vector<Autolink>& links) {
    for (const Autolink& link : links) {
      move_until(link.span.begin);
      move_link(link);
    }
    move_until(source_.size());
  }

 private:
  // Moves what stands before `end`; a replacement is never cut.
  void move_until(std::size_t end) {
    for (; at_ < pieces_.size() && pieces_[at_].span.begin < end; ++at_) {
      Inline& piece = pieces_[at_];
      if (piece.span.end > end) {
        if (piece.type == Type::Replacement) return;
        out_.push_back({Type::Text, LinkRole::Inline, {piece.span.begin, end}, {}});
        piece.span.begin = end;
        return;
      }
      out_.push_back(std::move(piece));
    }
  }

  void move_link(const Autolink& link) {
    const std::size_t begin = out_.size();
    out_.push_back({Type::LinkBegin, LinkRole::Autolink, link.span, {}});
    move_until(link.span.end);
    std::string shown;
    for (std::size_t i = begin + 1; i < out_.size(); ++i) shown += text_of(out_[i]);
    const SourceSpan span{link.span.begin, out_.back().span.end};
    const std::size_t scheme = link.address.size() - (link.span.end - link.span.begin);
    out_[begin].text = ascii::starts_with_folded(shown, "www.") ? "http://" : link.address.substr(0, scheme);
    out_[begin].text += shown;
    out_[begin].span = span;
    out_.push_back({Type::LinkEnd, LinkRole::Inline, {span.end, span.end}, {}});
  }

  [[nodiscard]] std::string_view text_of(const Inline& piece) const {
    if (piece.type == Type::Replacement) return piece.text;
    return source_.substr(piece.span.begin, piece.span.end - piece.span.begin);
  }

  std::vector<Inline>& out_;
  std::string_view source_;
  std::vector<Inline> pieces_;
  std::size_t at_ = 0;
};

}  // namespace

void link_addresses(std::vector<Inline>& inlines, std::size_t first, std::string_view source) {
  if (first >= inlines.size()) return;
  const std::vector<Autolink> links = find_autolinks(source, {inlines[first].span.begin, inlines.back().span.end});
  if (!links.empty()) AddressLinker(inlines, first, source).run(links);
}

}  // namespace hypelint
