#include "hypelint/severity.h"

#include "rules/name_table.h"

namespace hypelint {
namespace {

constexpr NameTable<3> kSeverities = {"info", "warning", "error"};
constexpr NameTable<3> kConfidences = {"low", "medium", "high"};

}  // namespace

std::string_view to_string(Severity severity) { return name_in(kSeverities, severity); }
std::optional<Severity> severity_from(std::string_view name) { return value_in<Severity>(kSeverities, name); }

std::string_view to_string(Confidence confidence) { return name_in(kConfidences, confidence); }
std::optional<Confidence> confidence_from(std::string_view name) { return value_in<Confidence>(kConfidences, name); }

}  // namespace hypelint
