#!/bin/sh
# usage: run.sh DUMP_TEXT FIXTURES
# Installs parse5 beside this script when it is missing, then compares the fixtures and the pages of
# $HYPELINT_CORPUS, by default the folder shared/corpus beside the project. Exit code 77: nothing to compare with.
here=$(cd "$(dirname "$0")" && pwd)
corpus=${HYPELINT_CORPUS:-$here/../../../shared/corpus}
if [ ! -d "$here/node_modules/parse5" ]; then
  (cd "$here" && npm install --no-audit --no-fund --no-package-lock --silent) || {
    echo "skipped: parse5 cannot be installed"
    exit 77
  }
fi
exec node "$here/compare.mjs" "$1" "$2" "$corpus"
