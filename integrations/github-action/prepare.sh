#!/usr/bin/env bash
# Checks the inputs of the action, and names the cache entry by what the package is built from.
# Messages never repeat an input: GitHub reads commands from the log.
set -euo pipefail

refuse() {
  echo "::error title=hypelint::input $1" >&2
  exit 2
}

# A place inside the workspace that no program takes for a flag.
inside() {
  [[ $1 != -* && $1 != /* && /$1/ != */../* && $1 != *[[:cntrl:]]* ]]
}

matches() {
  [[ -z $1 || $1 =~ ^($2)$ ]]
}

paths=0
while IFS= read -r path; do
  if [[ -z $path ]]; then continue; fi
  inside "$path" || refuse "paths: each line must be a path inside the workspace"
  paths=$((paths + 1))
done <<<"$HYPELINT_PATHS"
((paths > 0)) || refuse "paths: at least one path is needed"
inside "$HYPELINT_CONFIG" || refuse "config: must be a path inside the workspace"
inside "$HYPELINT_SARIF" || refuse "sarif: must be a path inside the workspace"
matches "$HYPELINT_FAIL_ON" 'info|warning|error|never' || refuse "fail-on: must be info, warning, error or never"
matches "$HYPELINT_NEW_FROM" '[A-Za-z0-9][A-Za-z0-9._/~^-]*' || refuse "new-from: must be a branch, tag or commit"
matches "$HYPELINT_PROFILE" '[a-z][a-z0-9-]*' || refuse "profile: must be one name"
matches "$HYPELINT_JURISDICTION" '[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*' || refuse "jurisdiction: must be names with commas between them"

cd "$GITHUB_ACTION_PATH/../.."
sources=$(find CMakeLists.txt cmake src include rules hypelint-dev -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum |
  sha256sum | cut -c 1-32)
# shellcheck source=/dev/null
system=$(. /etc/os-release && echo "$ID-$VERSION_ID")
echo "key=hypelint-$system-$(uname -m)-$sources" >>"$GITHUB_OUTPUT"
