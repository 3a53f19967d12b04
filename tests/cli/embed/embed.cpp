// A program that uses the installed library as a stranger would.
#include <hypelint/linter.h>
#include <hypelint/report.h>

#include <iostream>

int main() {
  hypelint::Result<hypelint::RulePack> pack = hypelint::load_rule_packs({RULES "/health"});
  if (!pack) {
    std::cerr << to_string(pack.errors().front()) << "\n";
    return 2;
  }
  const hypelint::Result<hypelint::Linter> linter = hypelint::Linter::create(std::move(pack).value());
  if (!linter) {
    std::cerr << to_string(linter.errors().front()) << "\n";
    return 2;
  }
  hypelint::Source source = hypelint::Source::from_bytes("letter.md", "Our clinic is the world leader in cell therapy.\n");
  hypelint::FileReport report = linter.value().lint(source);
  std::vector<hypelint::CheckedFile> files;
  files.push_back({std::move(source), std::move(report)});
  std::cout << render(hypelint::ReportFormat::Line, files, linter.value().rules());
  return files.front().report.findings.empty() ? 1 : 0;
}
