// The words with which an article says that findings are meant to stand.
//
//   hypelint-disable-next-block RULE… [evidence="…"] [until=YYYY-MM-DD]: reason
//   hypelint-disable            RULE… [evidence="…"] [until=YYYY-MM-DD]: reason
//   hypelint-enable             RULE…
//   hypelint-disable-file       RULE… [evidence="…"] [until=YYYY-MM-DD]: reason
//
// Rules are ids, with spaces or commas between them. The first colon outside quotation marks ends them. In front matter
// and in sidecars, which speak for the whole file, only the last form stands, and its "hypelint-" may be left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypelint {

struct Directive {
  enum class Verb { DisableNextBlock, Disable, Enable, DisableFile };
  Verb verb = Verb::DisableFile;
  std::vector<std::string> rules;
  std::string reason, evidence, until;
  std::string fault;  // what is wrong with its form; empty when nothing is
};

enum class DirectivePlace { InText, WholeFile };

// Nothing when the text is no directive: in a text, when it does not begin with "hypelint-" in small letters. One that
// comes near, such as "hypelint: disable …" or "Hypelint-disable …", is a directive with a fault.
std::optional<Directive> read_directive(std::string_view text, DirectivePlace place);

// Whether the text is a day of the calendar, "2027-01-31".
bool is_date(std::string_view text);

}  // namespace hypelint
