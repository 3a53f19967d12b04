#!/usr/bin/env bash
# man_page.sh PROGRAM WORK_DIR: the manual page is clean roff and names every command and flag of --help.
set -euo pipefail
program=$1
work=$2

if ! command -v groff >/dev/null; then echo "SKIPPED: groff is not installed"; exit 77; fi
mkdir -p "$work"
"$program" man >"$work/hypelint.1"
if ! groff -ww -man -Tutf8 -k "$work/hypelint.1" >"$work/page" 2>"$work/warnings" || [[ -s $work/warnings ]]; then
  cat "$work/warnings"
  exit 1
fi
if man --version >/dev/null 2>&1 && [[ -n $(LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings -l "$work/hypelint.1" 2>&1 >/dev/null) ]]; then
  LC_ALL=C.UTF-8 man --warnings -l "$work/hypelint.1" >/dev/null
  exit 1
fi

# The page as one line of plain text.
text=$(sed 's/\x1b\[[0-9;]*m//g; s/.\x08//g' "$work/page" | tr -s ' \n' ' ')
failures=0
for section in NAME SYNOPSIS DESCRIPTION COMMANDS EXAMPLES 'EXIT CODES' ENVIRONMENT FILES; do
  [[ $text == *" $section "* ]] || { echo "FAILED: no section $section"; failures=1; }
done
for command in check explain rules 'rules list' 'rules test' 'rules docs' suppressions init completions; do
  [[ $text == *"hypelint $command "* ]] || { echo "FAILED: no command $command"; failures=1; }
  # shellcheck disable=SC2086
  for flag in $("$program" $command --help | grep -oE '^ +(-[a-zA-Z],)?--[a-z-]+' | grep -oE -e '--[a-z-]+'); do
    [[ $text == *"$flag"* ]] || { echo "FAILED: no flag $flag of $command"; failures=1; }
  done
done
exit $failures
