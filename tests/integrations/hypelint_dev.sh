#!/usr/bin/env bash
# hypelint_dev.sh SOURCE_DIR WORK_DIR: hypelint-dev takes paths as its caller means them. All that builds is played.
set -euo pipefail
source_dir=$1
rm -rf "$2"
mkdir -p "$2"
work=$(realpath "$2")

fail() { echo "FAILED: $1" >&2; exit 1; }
expect() { [[ $1 == "$2" ]] || fail "$1, not $2"; }
play() { printf '#!/bin/sh\n%s\n' "$2" >"$1"; chmod +x "$1"; }

project=$work/project build=$work/project/build/release
mkdir -p "$work"/{bin,here} "$project/tests/bench" "$build"/{bin,tests/bench} "$project/build/package"
cp "$source_dir/hypelint-dev" "$project"
play "$work/bin/dpkg-query" 'echo installed'
for tool in cmake node npm; do play "$work/bin/$tool" ''; done
for tool in "$work/bin/cpack" "$build/bin/hypelint" "$build/tests/bench/hypelint_bench" "$project/tests/bench/peers"; do
  # shellcheck disable=SC2016
  play "$tool" 'echo "${PWD##*/}: $*"'
done
export PATH=$work/bin:$PATH

cd "$work/here"
expect "$(../project/hypelint-dev lint a.md)" "here: check a.md"
expect "$(../project/hypelint-dev lint)" "project: check fixtures/articles/iv-drip.md"
expect "$(../project/hypelint-dev bench pages)" "here: pages"
expect "$(../project/hypelint-dev peers pages)" "here: $build pages"
expect "$(../project/hypelint-dev deb out 2>&1)" "package: -G DEB -B $work/here/out"
