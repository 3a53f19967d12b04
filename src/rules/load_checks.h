// Faults in the words of a rule file or a pack.toml that its keys and types do not show.
#pragma once

#include <string>
#include <vector>

#include "hypelint/rule.h"
#include "rules/table_reader.h"

namespace hypelint {

// A placeholder of the message ("{match}") that does not exist, or for which findings of the rule have no value.
// Everything else of the rule must have been read.
void check_message(const TableReader& reader, const Rule& rule);

// `every_language` of a rule that looks at words. Everything else of the rule must have been read.
void check_every_language(const TableReader& reader, const Rule& rule);

// A `language` that is no primary language subtag ("en", "zh") of any language.
void check_language(const TableReader& reader, const std::string& language);

// A name in `extends` that is no pack beside this one or in the folders `more`.
void check_extends(const TableReader& reader, const std::string& pack, const std::vector<std::string>& more);

}  // namespace hypelint
