#!/usr/bin/env bash
# pre_commit.sh PROGRAM SOURCE_DIR WORK_DIR: a site that uses the hooks of .pre-commit-hooks.yaml, with a real pre-commit.
set -euo pipefail
program=$(realpath "$1")
source_dir=$2
work=$3

if ! command -v pre-commit >/dev/null; then echo "SKIPPED: pre-commit is not installed"; exit 77; fi
if ! command -v git >/dev/null; then echo "SKIPPED: git is not installed"; exit 77; fi
fail() { echo "FAILED: $1" >&2; cat "$work/log" >&2; exit 1; }

rm -rf "$work"
mkdir -p "$work"/{bin,hooks,site,home}
ln -s "$program" "$work/bin/hypelint"
export PATH=$work/bin:$PATH HOME=$work/home PRE_COMMIT_HOME=$work/home/pre-commit HYPELINT_CACHE=$work/cache
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
unset HYPELINT_PACKS "${!GIT_DIR@}" "${!GIT_WORK_TREE@}" "${!GIT_INDEX_FILE@}"
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org

cp "$source_dir/.pre-commit-hooks.yaml" "$work/hooks/"
git -C "$work/hooks" init -q
git -C "$work/hooks" add .
git -C "$work/hooks" commit -q -m hooks

cd "$work/site"
git init -q
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $work/hooks
    rev: $(git -C "$work/hooks" rev-parse HEAD)
    hooks:
      - id: hypelint
      - id: hypelint-files
        stages: [manual]
YAML
echo 'Our tea is a miracle cure for cancer.' >old.md
git add .
git commit -q --no-verify -m site
pre-commit install >"$work/log" 2>&1 || fail "pre-commit install"

echo 'Our tea is a guaranteed cure for diabetes.' >new.md
git add new.md
if git commit -m claim >"$work/log" 2>&1; then fail "a commit with a claim must not pass"; fi
grep -q 'new\.md:1:.*error' "$work/log" || fail "the finding is not shown"
if grep -q 'old\.md' "$work/log"; then fail "text that was there before counts"; fi

echo 'Our tea tastes of mint.' >new.md
git add new.md
git commit -m tea >"$work/log" 2>&1 || fail "a commit without a claim must pass"

claim='Our tea is a guaranteed cure for diabetes.'
must_be_checked() {
  echo "$claim" >"$1"
  git add "$1"
  if pre-commit run >"$work/log" 2>&1; then fail "$1 must be checked"; fi
  grep -q "${1/./\\.}:1:.*error" "$work/log" || fail "the finding in $1 is not shown"
  git reset -q -- "$1"
}
must_be_checked LOUD.MD
echo 'include = ["**/*.md", "**/*.rst"]' >hypelint.toml
must_be_checked leaf.rst
if pre-commit run --hook-stage manual hypelint-files --files LOUD.MD >"$work/log" 2>&1; then fail "LOUD.MD is an article"; fi
rm leaf.rst LOUD.MD

echo "$claim" >recipe.sh
git add recipe.sh hypelint.toml
git commit -m recipe >"$work/log" 2>&1 || fail "a commit without an article must pass"

if pre-commit run --all-files --hook-stage manual hypelint-files >"$work/log" 2>&1; then fail "--all-files must find the old claim"; fi
grep -q 'old\.md:1:.*error' "$work/log" || fail "the old finding is not shown"
