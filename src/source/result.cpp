#include "hypelint/result.h"

namespace hypelint {

std::string to_string(const Error& error) {
  std::string out = error.path;
  if (error.where.line > 0) {
    out += (out.empty() ? "" : ":") + std::to_string(error.where.line);
    if (error.where.column > 0) out += ":" + std::to_string(error.where.column);
  }
  if (!out.empty()) out += ": ";
  return out + "error: " + error.message;
}

}  // namespace hypelint
