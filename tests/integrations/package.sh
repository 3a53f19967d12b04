#!/usr/bin/env bash
# package.sh BUILD_DIR ARTICLE WORK_DIR: makes the Debian packages of a build into WORK_DIR/packages, unpacks them below
# WORK_DIR/root, and runs what came out.
set -euo pipefail
build=$1
article=$2
work=$3

fail() { echo "FAILED: $1" >&2; exit 1; }
if ! command -v dpkg-deb >/dev/null; then echo "SKIPPED: dpkg-deb is not installed"; exit 77; fi

rm -rf "$work"
mkdir -p "$work"
cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/packages" >"$work/cpack.log" 2>&1 || { cat "$work/cpack.log"; fail cpack; }
program_package=("$work"/packages/hypelint_*.deb)
library_package=("$work"/packages/libhypelint-dev_*.deb)

contents() { dpkg-deb -c "$1" | sed 's/^.* \.\///'; }
program_files=$(contents "${program_package[0]}")
library_files=$(contents "${library_package[0]}")
for file in usr/bin/hypelint usr/share/hypelint/rules/health/pack.toml usr/share/man/man1/hypelint.1 \
  usr/share/bash-completion/completions/hypelint usr/share/zsh/vendor-completions/_hypelint \
  usr/share/fish/vendor_completions.d/hypelint.fish usr/share/doc/hypelint/copyright; do
  grep -qx "$file" <<<"$program_files" || fail "$file is not in the package"
done
if grep -q 'usr/include\|\.a$' <<<"$program_files"; then fail "parts of the library are in the program's package"; fi
grep -qx 'usr/include/hypelint/linter.h' <<<"$library_files" || fail "no headers in libhypelint-dev"

depends=$(dpkg-deb -f "${program_package[0]}" Depends)
if command -v dpkg-shlibdeps >/dev/null && ! [[ $depends == *libc6* && $depends == *libicu* && $depends == *libre2* ]]; then
  fail "the libraries are not among the dependencies: $depends"
fi

dpkg-deb -x "${program_package[0]}" "$work/root"
program=$work/root/usr/bin/hypelint
unset HYPELINT_PACKS
export HYPELINT_CACHE=$work/cache
report=$("$program" check --no-config "$article") && fail "the example article must not pass"
grep -q 'error: .*\[citation/malformed-id\]' <<<"$report" || fail "no finding of the built-in pack: $report"
for file in "$work"/root/usr/share/{bash-completion/completions/hypelint,man/man1/hypelint.1}; do
  [[ -s $file ]] || fail "$file is empty"
done
cmp "$work/root/usr/share/man/man1/hypelint.1" <("$program" man) || fail "the manual page is of another program"
