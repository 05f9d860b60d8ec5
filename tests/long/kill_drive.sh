#!/usr/bin/env bash
# Kills `drive` at 100 random moments (SIGKILL) and looks each time: every action that was acknowledged with `ok` is in the
# record, the record verifies, the main file without its log is never called whole where something is missing in it, and the attempt
# goes on from there to its end. FIRSTHAND_PROGRAM is the program; KILLS and SEED
# may be given, and LESSON: one-phone, or knowledge for a test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${FIRSTHAND_PROGRAM:?is the firsthand program}
kills=${KILLS:-100}
RANDOM=${SEED:-20261122}
scenario=scenarios/courses/first-responder/${LESSON:-one-phone}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
data=$folder/data
export XDG_STATE_HOME=$folder/state

fail() {
  echo "kill_drive: $*" >&2
  exit 1
}

# Chance is said only when an attempt begins; a resumed one has it already.
grep -vE '^(#|expect|$)' "$scenario/plays/expert.play" >"$folder/play"
grep -E '^chance ' "$folder/play" >"$folder/chance" || true # a test has none
grep -vE '^chance ' "$folder/play" >"$folder/actions"
actions=$(wc -l <"$folder/actions")

# What is left of the play after DONE actions, a line at a time, so that a kill falls between and into actions.
feed() {
  [ "$1" -gt 0 ] || cat "$folder/chance"
  tail -n "+$(($1 + 1))" "$folder/actions" | while IFS= read -r line; do
    printf '%s\n' "$line" || exit 0
    sleep 0.00$((RANDOM % 10))
  done
}

# Until that many actions were acknowledged, or the program ended by itself.
await_ok() {
  local tries=0
  while [ "$(grep -c '^ok' "$folder/out")" -lt "$1" ] && kill -0 "$2" 2>/dev/null && [ $((++tries)) -lt 2000 ]; do sleep 0.005; done
}

done_turns=0
acknowledged=0
for ((kill = 1; kill <= kills; ++kill)); do
  mkfifo "$folder/in"
  "$program" drive "$scenario" --learner Killed --data "$data" <"$folder/in" >"$folder/out" 2>"$folder/err" &
  victim=$!
  feed "$done_turns" 2>/dev/null >"$folder/in" &
  feeder=$!
  await_ok $((RANDOM % 6)) "$victim"
  sleep "0.00$((RANDOM % 10))"
  kill -KILL "$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  kill "$feeder" 2>/dev/null || true
  wait "$feeder" 2>/dev/null || true
  rm -f "$folder/in"

  grep -E '^ok ' "$folder/out" >"$folder/ok" || true
  acknowledged=$((acknowledged + $(wc -l <"$folder/ok")))
  if [ ! -f "$data/firsthand.db" ]; then # killed before there was anything
    [ ! -s "$folder/ok" ] || fail "kill $kill: acknowledged without a record"
    continue
  fi
  # The main file alone: whole, or it says that it is not.
  rm -rf "$folder/alone" && mkdir "$folder/alone" && cp "$data/firsthand.db" "$folder/alone"
  "$program" verify --data "$folder/alone" >"$folder/alone.out" || true
  "$program" verify --data "$data" >"$folder/verified" || { cat "$folder/verified"; fail "kill $kill: the record does not verify"; }
  "$program" record --data "$data" >"$folder/record" 2>/dev/null || continue # no attempt yet
  while read -r _ turn hash; do
    grep -qx "$turn $hash" "$folder/record" || fail "kill $kill: turn $turn was acknowledged and is not in the record"
  done <"$folder/ok"
  if grep -q 'is whole' "$folder/alone.out"; then
    "$program" record --data "$folder/alone" 2>/dev/null | cmp -s - "$folder/record" ||
      fail "kill $kill: a copy without its log is called whole and has not all that was recorded"
  fi
  ! grep -q '^refused' "$folder/out" || fail "kill $kill: $(grep '^refused' "$folder/out" | head -n 1)"
  done_turns=$(wc -l <"$folder/record")
  [ "$done_turns" -lt "$actions" ] || done_turns=0 # finished: the next drive begins a new attempt
done

feed "$done_turns" | "$program" drive "$scenario" --learner Killed --data "$data" >"$folder/out" || fail "the last attempt cannot be finished"
tail -n 1 "$folder/out" | grep -q '"verdict":"passed"' || fail "the last attempt did not end: $(tail -n 1 "$folder/out")"
"$program" verify --replay --data "$data" >"$folder/verified" || { cat "$folder/verified"; fail "the record does not verify"; }
[ "$acknowledged" -ge "$kills" ] || fail "only $acknowledged actions were acknowledged in $kills kills: the kills came too early to show anything"
echo "$kills kills, $acknowledged acknowledged actions, none lost"
tail -n 1 "$folder/verified"
