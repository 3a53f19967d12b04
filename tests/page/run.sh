#!/bin/sh
# usage: run.sh PROGRAM WORK_DIR
# Opens the page that PROGRAM writes with the packages of package.json and Debian's Chromium ($CHROMIUM for another).
# Exit code 77: one of them is missing. With $SCREENSHOTS, pictures of the page go into that folder.
here=$(cd "$(dirname "$0")" && pwd)
CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
export CHROMIUM
missing() {
  if [ "${CI:-}" = true ]; then
    echo "$1" >&2
    exit 1
  fi
  echo "skipped: $1"
  exit 77
}
[ -x "$CHROMIUM" ] || missing "no $CHROMIUM"
mkdir -p "$2" && cp "$here"/package.json "$here"/*.mjs "$2/" && cd "$2" || exit 1
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --no-audit --no-fund --no-package-lock --silent ||
  missing "the npm registry cannot be reached"
exec node open.mjs "$1" "$here/../.."
