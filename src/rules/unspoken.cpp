#include "rules/unspoken.h"

#include <algorithm>
#include <cstddef>

#include "support/ascii.h"

namespace hypelint {
namespace {

constexpr std::size_t kReach = 200;
constexpr std::ptrdiff_t kHyphensOfASlug = 4;

constexpr bool is_visible(char c) { return c > ' ' && c < '\x7f'; }

// The visible ASCII characters around the span, itself included, without the marks behind them.
std::string_view run_around(std::string_view text, TextSpan span) {
  std::size_t begin = span.begin;
  std::size_t end = span.end;
  while (begin > 0 && span.begin - begin < kReach && is_visible(text[begin - 1])) --begin;
  while (end < text.size() && end - span.end < kReach && is_visible(text[end])) ++end;
  while (end > span.end && !ascii::is_alnum(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

// "clinic.example/": a letter, a full stop and letters right before the first slash.
bool begins_with_a_host(std::string_view run) {
  const std::string_view host = run.substr(0, run.find('/'));
  const std::size_t stop = host.rfind('.');
  return host.size() < run.size() && stop != std::string_view::npos && stop > 0 && stop + 1 < host.size() &&
         std::all_of(host.begin() + static_cast<std::ptrdiff_t>(stop) + 1, host.end(), ascii::is_letter);
}

bool is_path(std::string_view run) {
  return std::ranges::count(run, '/') > 1 && run.find_first_of("_.") != std::string_view::npos;
}

}  // namespace

bool is_unspoken(std::string_view text, TextSpan span) {
  const std::string_view run = run_around(text, span);
  return !std::ranges::any_of(run, ascii::is_space) &&
         (run.find("://") != std::string_view::npos || run.starts_with("www.") || begins_with_a_host(run) ||
          is_path(run) || std::ranges::count(run, '_') > 1 || std::ranges::count(run, '-') >= kHyphensOfASlug);
}

}  // namespace hypelint
