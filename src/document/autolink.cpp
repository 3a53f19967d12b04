#include "document/autolink.h"

#include <algorithm>
#include <optional>

#include "support/ascii.h"
#include "support/byte_set.h"
#include "support/utf8.h"

namespace hypelint {
namespace {

constexpr ByteSet kSigns("@hHwW");  // of an e-mail address, "http", "www"
constexpr std::size_t kMaxLocalPart = 64;
constexpr std::size_t kMaxDomain = 253;

bool is_local_byte(char c) { return ascii::is_alnum(c) || std::string_view("._%+-").find(c) != std::string_view::npos; }
bool is_domain_byte(char c) { return ascii::is_alnum(c) || c == '-' || c == '.'; }

// Length of "http://", "https://" or "www." at the start; 0 when none stands there.
std::size_t address_prefix(std::string_view text) {
  for (const std::string_view prefix : {"http://", "https://", "www."}) {
    if (ascii::starts_with_folded(text, prefix)) return prefix.size();
  }
  return 0;
}

// Whether a mark that every address holds stands in the text: "@", "://" or "www."; most texts hold none.
bool may_hold_address(std::string_view text) {
  if (text.find('@') != text.npos || text.find("://") != text.npos) return true;
  for (std::size_t dot = text.find('.'); dot != text.npos; dot = text.find('.', dot + 1)) {
    if (dot >= 3 && ascii::starts_with_folded(text.substr(dot - 3), "www.")) return true;
  }
  return false;
}

bool ends_address(const CodePoint& code_point) {
  const char32_t c = code_point.value;
  if (!code_point.well_formed || c <= ' ' || c == 0x7F) return true;
  if (c < 0x80) return std::string_view("<>\"`{}|\\^").find(static_cast<char>(c)) != std::string_view::npos;
  return c == 0xA0 || c == 0xAD || c == 0xBB || (c >= 0x2000 && c <= 0x206F) || c == 0x2192 ||
         (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFEFF;
}

// Drops punctuation that belongs to the sentence; a closing parenthesis stays when its partner is inside.
std::size_t without_trailing_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view address = text.substr(begin, end - begin);
  auto open = std::count(address.begin(), address.end(), '(');
  auto close = std::count(address.begin(), address.end(), ')');
  while (end > begin) {
    const char last = text[end - 1];
    if (last == ')' && close > open) {
      --close;
    } else if (std::string_view(".,;:!?'*_~[]").find(last) == std::string_view::npos) {
      break;
    }
    --end;
  }
  return end;
}

class AutolinkScanner {
 public:
  AutolinkScanner(std::string_view text, SourceSpan span)
      : text_(text.substr(0, span.end)), floor_(span.begin), at_(span.begin) {}

  std::vector<Autolink> run() {
    while ((at_ = next_sign(at_)) < text_.size()) {
      const std::optional<Autolink> link = text_[at_] == '@' ? email_around(at_) : address_at(at_);
      ++at_;
      if (!link) continue;
      floor_ = at_ = link->span.end;
      links_.push_back(*link);
    }
    return std::move(links_);
  }

 private:
  // The next "@", or a letter that may begin an address.
  std::size_t next_sign(std::size_t at) const { return std::min(kSigns.first_in(text_, at), text_.size()); }

  std::optional<Autolink> address_at(std::size_t at) {
    if (at > floor_ && ascii::is_alnum(text_[at - 1])) return std::nullopt;
    const std::size_t prefix = address_prefix(text_.substr(at));
    if (prefix == 0) return std::nullopt;
    std::size_t end = at + prefix;
    while (end < text_.size()) {
      const CodePoint code_point = decode_utf8(text_, end);
      if (ends_address(code_point)) break;
      end += code_point.size;
    }
    end = without_trailing_punctuation(text_, at, end);
    if (end <= at + prefix) return std::nullopt;
    return Autolink{{at, end}, std::string(text_.substr(at, end - at))};
  }

  std::optional<Autolink> email_around(std::size_t sign) const {
    std::size_t begin = sign;
    while (begin > floor_ && sign - begin < kMaxLocalPart && is_local_byte(text_[begin - 1])) --begin;
    while (begin < sign && !ascii::is_alnum(text_[begin])) ++begin;
    std::size_t end = sign + 1;
    while (end < text_.size() && end - sign <= kMaxDomain && is_domain_byte(text_[end])) ++end;
    while (end > sign + 1 && !ascii::is_alnum(text_[end - 1])) --end;
    const std::string_view domain = text_.substr(sign + 1, end - sign - 1);
    const std::size_t dot = domain.find('.');
    if (begin == sign || dot == std::string_view::npos || dot == 0 || domain.size() < dot + 3) return std::nullopt;
    return Autolink{{begin, end}, "mailto:" + std::string(text_.substr(begin, end - begin))};
  }

  std::string_view text_;
  std::size_t floor_;  // no link reaches back beyond this
  std::size_t at_;
  std::vector<Autolink> links_;
};

}  // namespace

std::vector<Autolink> find_autolinks(std::string_view text, SourceSpan span) {
  if (!may_hold_address(text.substr(span.begin, span.end - span.begin))) return {};
  return AutolinkScanner(text, span).run();
}

}  // namespace hypelint
