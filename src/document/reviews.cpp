#include "document/reviews.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "support/ascii.h"
#include "support/word_set.h"

namespace hypelint {
namespace {

constexpr std::size_t kMaxHeadingBytes = 80;
constexpr std::size_t kLeastStars = 3;

constexpr WordSet kReviews({"reviews", "testimonials"});
constexpr WordSet kAccounts({"stories", "feedback", "experiences"});
constexpr WordSet kCustomers({"patient", "patients", "client", "clients", "customer", "customers", "guest", "guests",
                              "member", "members", "user", "users", "parents", "families"});
constexpr WordSet kOthers({"people", "others", "they"});
// Words that may stand beside those.
constexpr WordSet kBesides({"our",    "my",     "the",        "and",      "from",      "of",
                            "by",     "real",   "verified",   "happy",    "satisfied", "recent",
                            "latest", "google", "trustpilot", "facebook", "yelp",      "success",
                            "read",   "see",    "hear",       "more",     "some",      "video",
                            "star",   "five",   "true",       "personal", "about",     "us"});
constexpr WordSet kSaying({"say", "says", "saying", "said", "think", "thinking"});
constexpr WordSet kFirstPerson({"i", "i'm", "i've", "i'd", "i'll", "my", "me", "mine", "myself"});

bool is_in_word(std::string_view text, std::size_t at) {
  return ascii::is_alnum(text[at]) || ascii::is_high(text[at]) ||
         (text[at] == '\'' && at + 1 < text.size() && ascii::is_letter(text[at + 1]));
}

// Calls `visit` with each word until it returns true; an apostrophe inside is part of a word.
template <typename Visit>
bool any_word(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    while (at < text.size() && is_in_word(text, at)) ++at;
    if (at > begin && visit(text.substr(begin, at - begin))) return true;
  }
  return false;
}

template <std::size_t N>
bool has(std::string_view text, const WordSet<N>& words) {
  return any_word(text, [&](std::string_view word) { return words.contains(word); });
}

// "Clinic" in "Reviews | Clinic" is left out.
std::string_view without_site(std::string_view heading) {
  for (const std::string_view joint : {" | ", " - ", ": "}) heading = heading.substr(0, heading.find(joint));
  return heading;
}

bool tells_of_nothing_else(std::string_view heading) {
  return !any_word(heading, [](std::string_view word) {
    return !kReviews.contains(word) && !kAccounts.contains(word) && !kCustomers.contains(word) &&
           !kBesides.contains(word);
  });
}

}  // namespace

bool names_review_section(std::string_view heading) {
  heading = without_site(heading);
  if (heading.size() > kMaxHeadingBytes) return false;
  if (ascii::starts_with_folded(heading, "what ")) {
    return has(heading, kSaying) && (has(heading, kCustomers) || has(heading, kOthers));
  }
  if (ascii::starts_with_folded(heading, "loved by ")) return has(heading, kCustomers);
  const bool accounts = has(heading, kAccounts) && (has(heading, kCustomers) || has(heading, WordSet({"success"})));
  return (has(heading, kReviews) || accounts) && tells_of_nothing_else(heading);
}

bool is_star_rating(std::string_view block_text) {
  constexpr std::array<std::string_view, 3> kStars = {"\u2605", "\u2606", "\u2B50"};
  std::size_t stars = 0;
  for (; !block_text.empty(); block_text.remove_prefix(kStars.front().size()), ++stars) {
    const auto begins = [block_text](std::string_view star) { return block_text.starts_with(star); };
    if (std::ranges::none_of(kStars, begins)) return false;
  }
  return stars >= kLeastStars;
}

bool reads_as_review(std::string_view block_text) {
  return block_text.starts_with('"') || has(block_text, kFirstPerson);
}

}  // namespace hypelint
