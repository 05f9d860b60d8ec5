#!/usr/bin/env bash
# Runs every example of docs/commands.md: same exit code (0, or what "# exit N" says), same output. Hashes, ids and times are not
# compared; "…" stands for whatever follows. FIRSTHAND_PROGRAM is the program.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${FIRSTHAND_PROGRAM:?is the firsthand program}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DATA=$folder/data XDG_STATE_HOME=$folder/state LC_ALL=C.UTF-8 # the examples are in English
mkdir "$DATA"
mkdir "$folder/bin"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$(realpath "$program")" >"$folder/bin/firsthand"
chmod +x "$folder/bin/firsthand"
export PATH=$folder/bin:$PATH

# What is another each time; what chance gave too.
masked() { sed -E 's|^(chance [a-z0-9.-]+) .*|\1 OUTCOME|; s/[0-9a-f]{32,}/HEX/g; s/[0-9]{8}T[0-9]{6}Z/STAMP/g; s/(^|-)[0-9a-f]{8}([.-])/\1ID\2/g'; }

examples=0
failures=0
run_example() { # command, expected output
  local wanted_code=0 code output wanted got
  [[ $1 =~ \#\ exit\ ([0-9]+)$ ]] && wanted_code=${BASH_REMATCH[1]}
  output=$(bash -c "$1" 2>&1)
  code=$?
  wanted=$(masked <<<"$2")
  got=$(masked <<<"$output")
  if [[ $wanted == *… ]]; then
    wanted=${wanted%…}
    got=${got:0:${#wanted}}
  fi
  examples=$((examples + 1))
  [ "$code" = "$wanted_code" ] && [ "$wanted" = "$got" ] && return
  failures=$((failures + 1))
  printf 'differs: %s\nexit %s, documented %s\n--- documented\n%s\n--- got\n%s\n\n' "$1" "$code" "$wanted_code" "$2" "$output" >&2
}

command='' expected='' inside=no
finish() {
  [ -z "$command" ] || run_example "$command" "$expected"
  command='' expected=''
}
while IFS= read -r line; do
  case "$inside:$line" in
    'no:```console') inside=yes ;;
    'yes:```') finish; inside=no ;;
    'yes:$ '*) finish; command=${line#'$ '} ;;
    yes:*) expected+=${expected:+$'\n'}$line ;;
  esac
done <docs/commands.md

echo "$examples examples, $failures differ"
[ "$examples" -ge 10 ] && [ "$failures" -eq 0 ]
