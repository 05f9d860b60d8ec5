#!/usr/bin/env bash
# Commands that only read write nothing: no folder where there is none, no byte where there is one. FIRSTHAND_PROGRAM is the program.
set -euo pipefail
program=${FIRSTHAND_PROGRAM:?is the firsthand program}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_STATE_HOME=$folder/state HOME=$folder/home LC_ALL=C.UTF-8
mkdir "$folder/home"
printf 'number;name\n0071;Mali Srisuk\n' >"$folder/list.csv"

fail() { printf 'reads_only: %s\n' "$*" >&2; exit 1; }
# What lies where, and its bytes; what SQLite keeps beside an open record is no part of it.
state() { find "$folder" \( -name '*-shm' -o -name '*-wal' -o -name said \) -prune -o -type f -exec sha256sum {} + -o -print | sort; }
unchanged() { # CODE WORDS COMMAND…: ends like that, says so, and changes nothing
  local wanted=$1 words=$2 before code=0
  shift 2
  before=$(state)
  "$program" "$@" --data "$data" >"$folder/said" 2>&1 </dev/null || code=$?
  [ "$code" = "$wanted" ] || fail "$* ended with $code, not $wanted: $(cat "$folder/said")"
  [[ $(cat "$folder/said") == *"$words"* ]] || fail "$* does not say “$words”: $(cat "$folder/said")"
  [ "$(state)" = "$before" ] || fail "$* changed something: $(diff <(echo "$before") <(state))"
}

data=$folder/none
unchanged 0 'holds no record yet' roster import "$folder/list.csv" --dry-run
for command in station record verify export; do
  case $command in export) more=(--as xapi --to "$folder/out.jsonl");; *) more=();; esac
  unchanged 1 "$folder/none" "$command" "${more[@]}"
done
unchanged 1 "$folder/none" certificate --person 0071 --lesson knowledge --to "$folder/pages/"
"$program" statistics "$data" >"$folder/said" 2>&1 && fail 'statistics of a record that is not there'
[ ! -e "$data" ] || fail 'a folder was made'

data=$folder/data
unchanged 2 '--dry-run is for roster import' roster part Mali --dry-run
"$program" roster import "$folder/list.csv" --data "$data" >"$folder/said" 2>&1 || fail "$(cat "$folder/said")"
unchanged 0 'Nothing was written' roster import "$folder/list.csv" --dry-run
unchanged 0 entry station
unchanged 0 '' verify
echo 'reads_only: nothing was written'
