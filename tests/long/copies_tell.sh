#!/usr/bin/env bash
# Copies the record's main file alone after each action that was acknowledged: verify, export and station say of each copy that its
# newest part may be missing, and of one with its log that it is whole. A record of the schema before cannot know.
# FIRSTHAND_PROGRAM is the program; ACTIONS may be given.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${FIRSTHAND_PROGRAM:?is the firsthand program}
most=${ACTIONS:-12}
scenario=scenarios/courses/first-responder/one-phone
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_STATE_HOME=$folder/state
data=$folder/data

fail() {
  echo "copies_tell: $*" >&2
  exit 1
}
expect() { # CODE PATTERN COMMAND…   "!PATTERN": it stands nowhere
  local code=0 output
  output=$("$program" "${@:3}" 2>&1) || code=$?
  [ "$code" = "$1" ] || fail "exit $code instead of $1: ${*:3}: $output"
  case $2 in
    !*) ! grep -q -- "${2#!}" <<<"$output" || fail "${*:3} says: $output" ;;
    *) grep -q -- "$2" <<<"$output" || fail "${*:3} does not say “$2”: $output" ;;
  esac
}
copied() { # FROM TO WITH-LOG
  rm -rf "$2" && mkdir "$2"
  cp "$1/firsthand.db" "$2"
  [ "$3" = no ] || cp "$1/firsthand.db-wal" "$2"
}

# ---- after each action
mkfifo "$folder/in"
"$program" drive "$scenario" --learner Malee --data "$data" <"$folder/in" >"$folder/out" &
exec 3>"$folder/in"
grep -vE '^(#|expect|$)' "$scenario/plays/expert.play" >"$folder/play"
sent=0
while IFS= read -r line && [ "$sent" -lt "$most" ]; do
  printf '%s\n' "$line" >&3
  case $line in chance*) continue ;; esac
  sent=$((sent + 1))
  for ((tries = 0; $(grep -c '^ok' "$folder/out") < sent; ++tries)); do
    [ "$tries" -lt 2000 ] || fail "action $sent was not acknowledged: $(cat "$folder/out")"
    sleep 0.005
  done
  copied "$data" "$folder/alone" no
  copied "$data" "$folder/both" yes
  expect 1 'The newest actions may be missing' verify --data "$folder/alone"
  expect 1 '!is whole' verify --data "$folder/alone"
  expect 0 'The record is whole' verify --data "$folder/both"
done <"$folder/play"
[ "$sent" -ge "$most" ] || fail "only $sent actions"
expect 0 'The newest actions may be missing' station --data "$folder/alone"
expect 1 'Nothing was exported' export --as csv --to "$folder/table" --data "$folder/alone"
[ ! -e "$folder/table" ] || fail "something was exported"
exec 3>&-
wait
expect 0 'The record is whole' verify --data "$data"
copied "$data" "$folder/clean" no
expect 0 'The record is whole' verify --data "$folder/clean"

# ---- gone on with all the same: that is said for good
expect 0 '' export --as csv --to "$folder/table" --data "$folder/alone" --accept-earlier-copy
grep -q '"complete": "may-be-missing"' "$folder"/table/manifest-*.json || fail "the manifest does not tell"
grep -q '"kind": "log-missing"' "$folder"/table/manifest-*.json || fail "the manifest does not tell what happened"
expect 0 'went on with the record' verify --data "$folder/alone"
expect 0 '!is whole' verify --data "$folder/alone"
expect 0 '"complete":"may-be-missing"' verify --json --data "$folder/alone"

# ---- of the schema before, which marked nothing (the version stands at byte 60 of the file)
# On a computer of its own: this one knows by now of a copy that was gone on with.
export XDG_STATE_HOME=$folder/older-state
copied "$folder/clean" "$folder/older" no
printf '\0\0\0\2' | dd of="$folder/older/firsthand.db" bs=1 seek=60 conv=notrunc status=none
expect 1 'cannot be known' verify --data "$folder/older"
expect 1 '!is whole' verify --data "$folder/older"
expect 0 'cannot be known' station --data "$folder/older"
expect 0 'cannot be known' export --as csv --to "$folder/older-table" --data "$folder/older"
grep -q '"complete": "not-known"' "$folder"/older-table/manifest-*.json || fail "the manifest of an older record does not tell"

echo "$sent copies, each told what it is"
