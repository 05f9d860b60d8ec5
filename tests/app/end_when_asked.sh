#!/usr/bin/env bash
# SIGTERM ends the program, whatever it does: a window that waits, draws or is just opened, drive between and in actions, check,
# export; at random moments. It ends by itself (exit code 143 says so; 137 would be this script's patience), nothing acknowledged
# is lost, and the record is closed. FIRSTHAND_PROGRAM is the program; ROUNDS and SEED may be given.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${FIRSTHAND_PROGRAM:?is the firsthand program}
rounds=${ROUNDS:-2}
RANDOM=${SEED:-20261125}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_STATE_HOME=$folder/state SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy
lesson=scenarios/courses/first-responder/one-phone
worst=0

fail() {
  echo "end_when_asked: $*" >&2
  exit 1
}
now() { date +%s%3N; }

# ended WHAT PID CODES: asks to end, and waits for it.
ended() {
  local begun took code=0 waited=0
  begun=$(now)
  kill -"${signal:-TERM}" "$2" 2>/dev/null || true
  while kill -0 "$2" 2>/dev/null; do
    [ $((waited += 1)) -le 500 ] || { kill -KILL "$2"; fail "$1 does not end when asked"; }
    sleep 0.02
  done
  wait "$2" || code=$?
  took=$(($(now) - begun))
  [ "$took" -le "$worst" ] || worst=$took
  [[ " $3 " == *" $code "* ]] || fail "$1 ended with $code instead of $3"
}
moment() { sleep "0.$((RANDOM % 10))$((RANDOM % 10))"; }
# The main file alone says whether it was closed: a copy of it verifies without a doubt. Where the disk is slower than the program's
# patience (0.8 s) it is not, so it may take a few tries.
closed() {
  rm -rf "$folder/copy" && mkdir "$folder/copy" && cp "$folder/data/firsthand.db" "$folder/copy/"
  "$program" verify --data "$folder/copy" >"$folder/verified" 2>&1
}
whole() {
  [ ! -f "$folder/data/firsthand.db" ] || "$program" verify --data "$folder/data" >"$folder/verified" 2>&1 ||
    { cat "$folder/verified"; fail "$1: the record does not verify"; }
}

drive() { # SECONDS between lines
  mkfifo "$folder/in" 2>/dev/null || true
  : >"$folder/out"
  "$program" drive "$lesson" --learner Asked --data "$folder/data" <"$folder/in" >"$folder/out" 2>"$folder/err" &
  pid=$!
  { grep -vE '^(#|expect|$)' "$lesson/plays/expert.play" | while IFS= read -r line; do printf '%s\n' "$line" && sleep "$1"; done; sleep 30; } \
    >"$folder/in" 2>/dev/null &
  feeder=$!
}

await_file() {
  for ((i = 0; i < 500; ++i)); do
    if [ -f "$1" ]; then return; fi
    sleep 0.02
  done
}

# Waiting for a line: what was acknowledged stays, and the record is closed.
tidy=no
for ((try = 0; try < 5 && ${#tidy} < 3; ++try)); do
  rm -rf "$folder/data"
  drive 0
  for ((i = 0; i < 500; ++i)); do
    if [ "$(grep -c '^ok' "$folder/out")" -ge 5 ]; then break; fi
    sleep 0.02
  done
  sleep 0.2
  ended "drive that waits for a line" "$pid" 143
  kill "$feeder" 2>/dev/null || true
  ! closed || tidy=yes
  "$program" record --data "$folder/data" >"$folder/record"
  [ "$(grep -c '^ok' "$folder/out")" -ge 5 ] || fail "drive acknowledged too little to show anything"
  while read -r _ turn hash; do
    grep -qx "$turn $hash" "$folder/record" || fail "turn $turn was acknowledged and is not in the record"
  done < <(grep '^ok ' "$folder/out")
done
[ $tidy = yes ] || { cat "$folder/verified"; fail "drive that waits never closes its record"; }

tidy=no
for ((try = 0; try < 5 && ${#tidy} < 3; ++try)); do
  rm -rf "$folder/data"
  "$program" --data "$folder/data" 2>/dev/null &
  window=$!
  await_file "$folder/data/firsthand.db"
  sleep 1
  ended "the window that waits" "$window" 143
  ! closed || tidy=yes
done
[ $tidy = yes ] || { cat "$folder/verified"; fail "the window never closes its record"; }

for ((round = 0; round < rounds; ++round)); do
  rm -rf "$folder/data"
  drive 0.01
  moment
  ended "drive" "$pid" "143 0"
  kill "$feeder" 2>/dev/null || true
  whole "drive"

  "$program" --data "$folder/data" 2>/dev/null &
  window=$!
  moment
  moment
  ended "the window" "$window" 143
  whole "the window"

  "$program" --data "$folder/data" --scene open-laptop --frames 1000000 2>/dev/null &
  window=$!
  moment
  ended "the window that draws" "$window" 143
  whole "the window that draws"

  # shellcheck disable=SC2046
  "$program" check $(for ((i = 0; i < 50; ++i)); do echo scenarios; done) >/dev/null &
  check=$!
  moment
  ended "check" "$check" 143

  "$program" export --as xapi --data "$folder/data" --to "$folder/out-$round" >/dev/null 2>&1 &
  exported=$!
  sleep "0.0$((RANDOM % 10))"
  ended "export" "$exported" "143 0 1"
  whole "export"
  ! ls "$folder/out-$round"/*.part >/dev/null 2>&1 || fail "export left a part of a file"
done

# Ctrl+C and a closed terminal are the same word.
for signal in INT HUP; do
  rm -rf "$folder/data"
  (trap - INT HUP; exec "$program" drive "$lesson" --learner Asked --data "$folder/data" < <(sleep 20) >/dev/null 2>&1) &
  pid=$!
  await_file "$folder/data/firsthand.db"
  sleep 0.3
  ended "drive (SIG$signal)" "$pid" "129 130"
done
echo "ended when asked; the longest took $worst ms"
