#!/usr/bin/env bash
# A real window on a display of its own, pointer and keys of a real X server: leaves an exercise and goes on with it, 30 times,
# a step further each third time. FIRSTHAND_PROGRAM is the program; TIMES may be given.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${FIRSTHAND_PROGRAM:?is the firsthand program}
times=${TIMES:-30}
folder=$(mktemp -d)
data=$folder/data
export XDG_STATE_HOME=$folder/state DISPLAY='' SDL_AUDIODRIVER=dummy
unset SDL_VIDEODRIVER WAYLAND_DISPLAY
server='' window=''
finish() {
  [ -z "$window" ] || kill "$window" 2>/dev/null || true
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

fail() {
  echo "leave_and_resume: $*" >&2
  tail -n 40 "$folder/err" >&2
  exit 1
}

Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>"$folder/display" 2>/dev/null &
server=$!
for _ in {1..100}; do [ ! -s "$folder/display" ] || break; sleep 0.1; done
DISPLAY=:$(cat "$folder/display")

"$program" --data "$data" --report-controls --width 1280 --height 720 >"$folder/out" 2>"$folder/err" &
window=$!

# Where the newest list of controls has the first one that the pattern fits: "X Y", or nothing.
place_of() {
  tac "$folder/out" | awk -v wanted="$1" '/^end$/ { seen = 1 } seen && $1 ~ "^(" wanted ")$" { print $2, $3; exit } seen && /^controls$/ { exit }' || true # awk may end before tac
}
# await PATTERN: until it can be pressed.
await() {
  for _ in {1..300}; do
    kill -0 "$window" 2>/dev/null || fail "the window died while $1 was awaited"
    [ -z "$(place_of "$1")" ] || return 0
    sleep 0.1
  done
  fail "$1 never came; there is $(tac "$folder/out" | sed -n '2,/^controls$/p' | awk '{ print $1 }' | paste -sd' ')"
}
# press PATTERN: as a person does, who looks first.
press() {
  local at
  await "$1"
  sleep 0.6
  at=$(place_of "$1")
  # shellcheck disable=SC2086
  xdotool mousemove $at sleep 0.1 click 1
}
type_words() { sleep 0.5 && xdotool type --delay 30 "$1"; }

press sign-in/new
press sign-in/new-name && type_words 'Malee'
press sign-in/new-pin && type_words 1234
press sign-in/new-pin-again && type_words 1234
press sign-in/create
press warm-up/skip
press home/lesson/one-phone
await play/back
for ((time = 1; time <= times; ++time)); do
  if ((time % 3 == 1)); then
    press 'choice/option/.*|scene/go-on|[a-z-]*/go-on'
    if [ -n "$(place_of choice/submit)" ]; then press choice/submit && press choice/go-on; fi
    sleep 0.6
  fi
  if ((time % 2)); then press play/back; else sleep 0.6 && xdotool key Escape; fi
  sleep 0.6
  if [ -n "$(place_of play/leave/yes)" ]; then press play/leave/yes; fi # asked whether
  press home/continue
  await play/back
done
xdotool key Escape
sleep 0.6
if [ -n "$(place_of play/leave/yes)" ]; then press play/leave/yes; fi
await home/continue
kill -TERM "$window"
wait "$window" || true
window=''
! grep -qE 'AddressSanitizer|runtime error|Segmentation' "$folder/err" || fail 'the sanitizers complain'
"$program" verify --replay --data "$data" >"$folder/verified" || { cat "$folder/verified"; fail 'the record does not verify'; }
echo "left and gone on with $times times"
tail -n 1 "$folder/verified"
