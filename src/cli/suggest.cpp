#include "cli/suggest.h"

#include <optional>

#include "text/nearest_name.h"

namespace hypelint {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  const std::optional<std::string> nearest = nearest_name(word, names);
  return nearest ? ", did you mean `" + *nearest + "`?" : "";
}

}  // namespace hypelint
