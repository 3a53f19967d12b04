// One function a command; each returns the exit code of the program.
#pragma once

#include <string>

#include "cli/options.h"

namespace hypelint {

int run_check(const CheckOptions& options);
int run_rules_list(const RulesOptions& options);
int run_rules_test(const RulesOptions& options);
int run_rules_docs(const RulesOptions& options);
int run_explain(const ExplainOptions& options);
int run_suppressions(const SuppressionsOptions& options);
int run_stream(const StreamOptions& options);
int run_init(const InitOptions& options);

}  // namespace hypelint
