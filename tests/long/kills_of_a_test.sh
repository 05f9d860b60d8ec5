#!/usr/bin/env bash
# Sits the course's test in the window (no display is needed) and kills the program with SIGKILL at 50 random moments of it. Each time it is
# begun again, the test must stand where it stood: what was shown as saved is in the record, every answer, how sure it was given and every mark are
# there, and so is the same question, with its options in the same order. FIRSTHAND_PROGRAM is the program; KILLS, SEED and LESSON may be given.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${FIRSTHAND_PROGRAM:?is the firsthand program}
kills=${KILLS:-50}
RANDOM=${SEED:-20261127}
lesson=${LESSON:-knowledge}
folder=$(mktemp -d)
victim=''
trap '[ -z "$victim" ] || kill -KILL "$victim" 2>/dev/null || true; rm -rf "$folder"' EXIT
data=$folder/data
export XDG_STATE_HOME=$folder/state SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy

fail() {
  echo "kills_of_a_test: $*" >&2
  exit 1
}
# The last whole line that begins so; the first one.
last() { grep -a "^$1 " "$folder/out" | tail -n 1 || true; }
first() { grep -a "^$1 " "$folder/out" | head -n 1 || true; }
turn_of() { cut -d ' ' -f 2 <<<"$1"; }
# In a shell of its own, which it takes the place of: so that what is killed is the program.
sit() { exec "$program" sit "$lesson" --data "$data" --seed "$RANDOM" --acts "$1"; }
# What was being written when the program died may be there or not: an answer, and the way to another question. Nothing else may differ.
compare() {
  local stands shows ahead
  stands=$(first stands) shows=$(first shows)
  ahead=$(($(turn_of "$stands") - $(turn_of "$stood")))
  if ((ahead == 0)); then
    [ "$stands" = "$stood" ] || fail "kill $kill: the paper stood $stood and stands $stands"
    diff <(question "$shown") <(question "$shows") || fail "kill $kill: the screen showed another thing (<) than it shows (>)"
    ((++same))
  elif ((ahead < 0 || ahead > 2)); then
    fail "kill $kill: it stood at turn $(turn_of "$stood") and stands at $(turn_of "$stands")"
  elif (($(diff <(numbers "$shown") <(numbers "$shows") | grep -c '^>' || true) > 1)); then
    fail "kill $kill: more than one question is another: it showed $shown and shows $shows"
  fi
}
# Of a screen what is kept, a line each: the numbers with what they say, and the options of the open question in their order; of one that is
# answered with what is chosen. What was only touched is not kept.
question() {
  sed -E 's/^shows [0-9]+ //; s/\] ?/]\n/g' <<<"$1" | awk '
    /^\[test\/number\// { print; if (/ chosen/) open = / = Answered/; next }
    /^\[test\/(next|previous|flag|hand-in)/ || /\/submit/ { next }
    /^\[test\/certainty/ && !open { next }
    { if (!open) sub(/( chosen| =).*/, "]"); print }'
}
numbers() { question "$1" | grep '^\[test/number' | sed 's/ chosen//'; }

stood='' shown='' same=0 acknowledged=0
for ((kill = 1; kill <= kills; ++kill)); do
  : >"$folder/out" # what the one before said is not waited for
  sit 100000 >"$folder/out" 2>"$folder/err" &
  victim=$!
  for _ in {1..2000}; do # until it is begun
    ! grep -aq '^shows ' "$folder/out" || break
    kill -0 "$victim" 2>/dev/null || fail "kill $kill: the window died: $(tail -n 3 "$folder/err")"
    sleep 0.01
  done
  sleep "0.$(printf '%03d' $((RANDOM % 1000)))"
  kill -KILL "$victim" 2>/dev/null || fail "kill $kill: it had ended: $(tail -n 3 "$folder/err")"
  wait "$victim" 2>/dev/null || true
  victim=''
  [ -z "$stood" ] || compare
  stood=$(last stands) shown=$(last shows)
  [ "$(turn_of "$stood")" = "$(turn_of "$shown")" ] || shown=$(first shows) # it died between the two lines
  "$program" record --data "$data" >"$folder/record"
  while read -r _ turn hash; do
    grep -qx "$turn $hash" "$folder/record" || fail "kill $kill: turn $turn was shown as saved and is not in the record"
    ((++acknowledged))
  done < <(grep -a '^saved ' "$folder/out")
done
(sit 5) >"$folder/out" 2>"$folder/err" || fail "it cannot be handed in: $(tail -n 3 "$folder/err")"
kill=end
compare
"$program" verify --replay --data "$data" >"$folder/verified" || { cat "$folder/verified"; fail 'the record does not verify'; }
((acknowledged >= kills)) || fail "only $acknowledged acts were acknowledged in $kills kills: they came too early to show anything"
echo "$kills kills, $acknowledged acts shown as saved, none lost; begun again at the very same turn $same times, else at one that was being written"
tail -n 1 "$folder/verified"
