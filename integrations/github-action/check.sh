#!/usr/bin/env bash
# Runs hypelint on the inputs that prepare.sh has checked; findings become annotations.
set -euo pipefail

arguments=(--format github)
if [[ -n $HYPELINT_SARIF ]]; then arguments+=(--format "sarif=$HYPELINT_SARIF"); fi
if [[ -n $HYPELINT_CONFIG ]]; then arguments+=(--config "$HYPELINT_CONFIG"); fi
if [[ -n $HYPELINT_FAIL_ON ]]; then arguments+=(--fail-on "$HYPELINT_FAIL_ON"); fi
if [[ -n $HYPELINT_NEW_FROM ]]; then arguments+=(--new-from "$HYPELINT_NEW_FROM"); fi
if [[ -n $HYPELINT_PROFILE ]]; then arguments+=(--profile "$HYPELINT_PROFILE"); fi
if [[ -n $HYPELINT_JURISDICTION ]]; then arguments+=(--jurisdiction "$HYPELINT_JURISDICTION"); fi

paths=()
while IFS= read -r path; do
  if [[ -n $path ]]; then paths+=("$path"); fi
done <<<"$HYPELINT_PATHS"
exec hypelint check "${arguments[@]}" -- "${paths[@]}"
