#include "cli/plan.h"

#include <cstdio>
#include <utility>

#include "cli/report_paths.h"
#include "lint/config_paths.h"
#include "support/ascii.h"
#include "support/prose.h"

namespace hypelint {
namespace {

// discover() has applied --include and --exclude; --include replaces what the configuration includes.
Admission admission(const Article& article, const Config& config, const CheckOptions& options) {
  if (article.named) return Admission::Admitted;
  const std::string below = config.path.empty() ? article.path : path_below(config, article.path);
  return admit({options.include.empty() ? config.include : std::vector<std::string>{"**"}, config.exclude}, below);
}

void count(Admission admission, LeftOut& left_out) {
  if (admission == Admission::Excluded) ++left_out.excluded;
  if (admission == Admission::OtherKind) ++left_out.other_kind;
}

Error no_articles(const CheckOptions& options) {
  return {ErrorCode::Input,
          "no article found in " + joined(options.paths) +
              " (known extensions: .md .markdown .mkd .mdx .html .htm .xhtml .txt .text; "
              "--include GLOB adds others, --stats shows what was left out)",
          "",
          {}};
}

// A page of an earlier run among the articles of a folder.
bool is_report(const Article& article) {
  const bool is_page = ascii::ends_with_folded(article.path, ".html") || ascii::ends_with_folded(article.path, ".htm");
  return !article.named && is_page && is_own_report(article.path);
}

// An article, and its change where only what changed is looked at.
struct Found {
  Article article;
  std::optional<ChangedArticle> changed;
};

struct FoundArticles {
  std::vector<Found> articles;
  LeftOut left_out;
};

Result<FoundArticles> find_articles(const CheckOptions& options) {
  FoundArticles found;
  if (is_new_only(options)) {
    Result<ChangedDiscovery> changed = discover_changed(options);
    if (!changed) return changed.errors();
    found.left_out = changed.value().left_out;
    for (ChangedArticle& each : changed.value().articles) found.articles.push_back({each.article, std::move(each)});
    return found;
  }
  Result<Discovery> discovery = discover(options.paths, {options.include, options.exclude});
  if (!discovery) return discovery.errors();
  found.left_out = discovery.value().left_out;
  for (Article& each : discovery.value().articles) found.articles.push_back({std::move(each), std::nullopt});
  return found;
}

}  // namespace

std::string left_out_lines(const LeftOut& left_out) {
  std::string lines;
  const auto add = [&](std::size_t count, const char* why) {
    if (count > 0) lines += "left out          " + std::to_string(count) + "  (" + why + ")\n";
  };
  add(left_out.hidden, "hidden files and folders");
  add(left_out.ignored, "files and folders named in .gitignore");
  add(left_out.excluded, "files by --include, --exclude or the configuration");
  add(left_out.other_kind, "files with other extensions");
  add(left_out.reports, "reports of hypelint");
  add(left_out.linked, "links to folders");
  return lines;
}

Result<Plan> make_plan(const CheckOptions& options, Configurations& configurations) {
  Result<FoundArticles> found = find_articles(options);
  if (!found) return found.errors();
  Plan plan{{}, found.value().left_out};
  for (Found& each : found.value().articles) {
    const Article& article = each.article;
    const bool is_stdin = article.path == "-";
    const Result<const Governed*> governed =
        configurations.of(is_stdin && !options.stdin_filename.empty() ? options.stdin_filename : article.path);
    if (!governed) return governed.errors();
    const Admission admitted = admission(article, governed.value()->config, options);
    count(admitted, plan.left_out);
    if (admitted != Admission::Admitted) continue;
    if (is_report(article)) {
      ++plan.left_out.reports;
    } else {
      plan.jobs.push_back({article.path, governed.value(), std::move(each.changed)});
    }
  }
  if (plan.jobs.empty() && !is_new_only(options)) {
    if (options.stats) std::fputs(left_out_lines(plan.left_out).c_str(), stderr);
    return no_articles(options);
  }
  return plan;
}

}  // namespace hypelint
