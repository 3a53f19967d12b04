#!/usr/bin/env bash
# run.sh [PATH]...: hands the findings of hypelint to reviewdog. REVIEWDOG_REPORTER and REVIEWDOG_FILTER choose where they
# appear and which; the exit code is reviewdog's, or hypelint's when it could not do its work.
set -euo pipefail

report=$(mktemp)
trap 'rm -f "$report"' EXIT
hypelint check --format "rdjsonl=$report" --fail-on never -- "${@:-.}"
reviewdog -f=rdjsonl -name=hypelint -reporter="${REVIEWDOG_REPORTER:-local}" -filter-mode="${REVIEWDOG_FILTER:-added}" <"$report"
