// Runs that look only at what a diff touches: --new-from and --staged.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/diff.h"
#include "cli/discover.h"
#include "cli/options.h"
#include "hypelint/linter.h"
#include "hypelint/result.h"

namespace hypelint {

// An article with changed lines.
struct ChangedArticle {
  Article article;
  std::string work_tree;  // top folder, absolute
  ChangedFile change;
};

struct ChangedDiscovery {
  std::vector<ChangedArticle> articles;  // as in Discovery
  LeftOut left_out;
};

bool is_new_only(const CheckOptions& options);

// The articles below the paths that have changed lines, by asking Git; no others are looked at. Errors
// (ErrorCode::Usage): no work tree, git fails, a commit that is not there; (ErrorCode::Input): a path that is neither
// there nor changed.
Result<ChangedDiscovery> discover_changed(const CheckOptions& options);

// The content of a file as it is staged; `path` is relative to the top of the work tree. Nothing when it is not staged.
// Errors (ErrorCode::Usage): git cannot be started; (ErrorCode::Input): it cannot read the content, which may be
// unmerged.
Result<std::optional<std::string>> staged_content(const std::string& work_tree, const std::string& path);

// Drops the findings whose block and place the change does not touch.
void keep_touched(std::vector<Finding>& findings, const Source& source, const ChangedFile& change);

}  // namespace hypelint
