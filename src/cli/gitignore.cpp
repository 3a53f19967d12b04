#include "cli/gitignore.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "hypelint/config.h"

namespace hypelint {
namespace {

namespace fs = std::filesystem;

std::string without_trailing_space(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  while (!line.empty() && line.back() == ' ' && !line.ends_with("\\ ")) line.pop_back();
  return line;
}

std::optional<IgnoreFile::Pattern> parse_pattern(std::string line) {
  line = without_trailing_space(std::move(line));
  if (line.empty() || line.front() == '#') return std::nullopt;
  IgnoreFile::Pattern pattern;
  if (line.front() == '!') {
    pattern.negated = true;
    line.erase(0, 1);
  } else if (line.starts_with("\\#") || line.starts_with("\\!")) {
    line.erase(0, 1);
  }
  if (line.ends_with('/')) {
    pattern.only_folders = true;
    line.pop_back();
  }
  pattern.anchored = line.find('/') != std::string::npos;
  if (line.starts_with('/')) line.erase(0, 1);
  if (line.empty()) return std::nullopt;
  pattern.glob = std::move(line);
  return pattern;
}

bool matches(const IgnoreFile::Pattern& pattern, const std::string& below, const std::string& name, bool is_folder) {
  if (pattern.only_folders && !is_folder) return false;
  if (!pattern.anchored) return glob_matches(pattern.glob, name);
  const bool one_part = pattern.glob.find('/') == std::string::npos;
  return (!one_part || below.find('/') == std::string::npos) && glob_matches(pattern.glob, below);
}

}  // namespace

IgnoreFile parse_ignore_file(fs::path folder, const std::string& text) {
  IgnoreFile file{std::move(folder), {}};
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (std::optional<IgnoreFile::Pattern> pattern = parse_pattern(line)) file.patterns.push_back(std::move(*pattern));
  }
  return file;
}

IgnoreFile ignore_file_of(const fs::path& folder) {
  std::ifstream stream(folder / ".gitignore", std::ios::binary);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  return parse_ignore_file(folder, text.str());
}

std::vector<IgnoreFile> ignore_files_above(const fs::path& folder) {
  std::vector<IgnoreFile> files;
  std::error_code ignored;
  for (fs::path at = folder; !fs::exists(at / ".git", ignored);) {
    if (!at.has_parent_path() || at == at.parent_path()) return {};
    at = at.parent_path();
    files.push_back(ignore_file_of(at));
  }
  std::ranges::reverse(files);
  return files;
}

bool is_ignored(const std::vector<IgnoreFile>& files, const fs::path& entry, bool is_folder) {
  const std::string name = entry.filename().string();
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    if (file->patterns.empty()) continue;
    const std::string below = entry.lexically_relative(file->folder).generic_string();
    for (auto pattern = file->patterns.rbegin(); pattern != file->patterns.rend(); ++pattern) {
      if (matches(*pattern, below, name, is_folder)) return !pattern->negated;
    }
  }
  return false;
}

}  // namespace hypelint
