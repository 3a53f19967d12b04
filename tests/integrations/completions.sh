#!/usr/bin/env bash
# completions.sh SHELL PROGRAM WORK_DIR: what the shell itself offers after the words of a line, with the completions of PROGRAM.
# Each case is `words => offers`; `...` stands for other offers, `-` for none, `*x` for an offer that ends in x.
set -euo pipefail
shell=$1
program=$(realpath "$2")
work=$3

if ! command -v "$shell" >/dev/null; then echo "SKIPPED: $shell is not installed"; exit 77; fi
rm -rf "$work"
mkdir -p "$work/bin" "$work/site/content" "$work/home"
ln -s "$program" "$work/bin/hypelint"
touch "$work/site/article.md" "$work/site/house rules.toml"
"$program" completions "$shell" >"$work/script"
export PATH=$work/bin:$PATH HOME=$work/home HYPELINT_CACHE=$work/cache
unset HYPELINT_PACKS
cd "$work/site"

offers_of_bash() {
  # shellcheck disable=SC2016
  bash --norc --noprofile -c 'set -u; source "$1"; shift; complete -p hypelint >/dev/null
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hypelint; printf "%s\n" "${COMPREPLY[@]}"' bash "$work/script" "$@"
}

# shellcheck disable=SC2317  # called by the name of the shell
offers_of_fish() {
  fish --no-config -c "source $work/script; complete -C '$*'" | cut -f 1
}

# The line is typed into an interactive zsh, followed by the key that lists what could follow.
# shellcheck disable=SC2317
offers_of_zsh() {
  zsh -f "$here/completions.zsh" "$work/script" "$*"
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
failures=0
while IFS= read -r line; do
  if [[ -z $line ]]; then continue; fi
  typed=${line%%=>*}
  typed=${typed% }
  read -ra expected <<<"${line#*=>}"
  words=()
  read -ra words <<<"$typed"
  if [[ $typed == *' ' ]]; then words+=(''); fi
  if [[ $shell == bash ]]; then
    offered=$(offers_of_bash "${words[@]}")
  else
    offered=$("offers_of_$shell" "$typed")
  fi
  for offer in "${expected[@]}"; do
    case $offer in
      ...) ;;
      -) [[ -z $offered ]] ;;
      \**) [[ $offered =~ (^|$'\n')[^$'\n']*"${offer#?}"($'\n'|$) ]] ;;
      *) grep -qxF -e "$offer" <<<"$offered" ;;
    esac || { echo "FAILED: after '$typed' $shell does not offer '$offer', but: ${offered//$'\n'/ }" >&2; failures=$((failures + 1)); }
  done
  if [[ ${expected[*]} != *...* && ${expected[*]} != - ]] && (($(wc -l <<<"$offered") != ${#expected[@]})); then
    echo "FAILED: after '$typed' $shell offers more than ${expected[*]}: ${offered//$'\n'/ }" >&2
    failures=$((failures + 1))
  fi
done <<'CASES'
hypelint ch => check
hypelint  => check explain rules suppressions init completions man ...
hypelint rules  => list test docs ...
hypelint rules l => list
hypelint check --fail => --fail-on
hypelint check --update => --update-baseline
hypelint --verbose check --staged --new => --new-from
hypelint check --fail-on  => info warning error never
hypelint check --min-confidence m => medium
hypelint check --format s => sarif
hypelint completions  => bash zsh fish
hypelint check art => article.md
hypelint check --config art => article.md
hypelint explain efficacy/cure => efficacy/cure ...
hypelint check --select demo/x,citation/mis => *citation/missing
hypelint check --select citation/mis => citation/missing
hypelint rules list --js => --json
hypelint check --new-from art => -
CASES

if [[ $shell == bash ]]; then
  [[ $(offers_of_bash hypelint check --format = js | sort | paste -sd ' ') == "json jsonl" ]] || { echo "FAILED: --format=js" >&2; failures=1; }
  [[ $(offers_of_bash hypelint check --config house) == "house rules.toml" ]] || { echo "FAILED: a name with a blank" >&2; failures=1; }
  [[ $(offers_of_bash hypelint check --select demo,citation/mis) == demo,citation/missing ]] || { echo "FAILED: rules with commas" >&2; failures=1; }
  # Every value offered is one that the program takes.
  for flag in --format --fail-on --min-severity --min-confidence --color; do
    for value in $(offers_of_bash hypelint check "$flag" ''); do
      hypelint check --no-config "$flag" "$value" article.md >/dev/null 2>"$work/complaint" ||
        { echo "FAILED: $flag $value: $(cat "$work/complaint")" >&2; failures=1; }
    done
  done
fi
exit $((failures > 0))
