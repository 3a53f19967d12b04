#!/usr/bin/env bash
# Builds the package unless the cache had it, and installs it with the libraries it needs.
set -euo pipefail

folder=$RUNNER_TEMP/hypelint-package
if ! compgen -G "$folder/hypelint_*.deb" >/dev/null; then
  "$GITHUB_ACTION_PATH/../../hypelint-dev" deb "$folder"
  rm -f "$folder"/libhypelint-dev_*.deb
fi

as_root=()
if ((EUID != 0)); then as_root=(sudo); fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -q -y --no-install-recommends "$folder"/hypelint_*.deb
echo "version=$(hypelint --version)" >>"$GITHUB_OUTPUT"
