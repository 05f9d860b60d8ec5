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

# The newest whole list of controls, a line each: "ID X Y".
controls() { tac "$folder/out" | awk '/^end$/ { seen = 1; next } /^controls$/ { if (seen) exit } seen' || true; } # awk may end before tac
lists() { grep -c '^end$' "$folder/out" || true; }
# Where the first one stands that the pattern fits: "X Y", or nothing.
place_of() { controls | awk -v wanted="$1" '$1 ~ "^(" wanted ")$" && !at { at = $2 " " $3 } END { if (at) print at }'; }
alive() { kill -0 "$window" 2>/dev/null || fail "the window died while $1 was awaited"; }
# await PATTERN: until it can be pressed.
await() {
  for _ in {1..300}; do
    alive "$1"
    [ -z "$(place_of "$1")" ] || return 0
    sleep 0.1
  done
  fail "$1 never came; there is $(controls | awk '{ print $1 }' | paste -sd' ')"
}
# Until what is on the screen stands still for as long as a person needs to see it: what is pressed sooner is void, on purpose.
look() {
  local seen still=0
  seen=$(lists)
  while ((still < 7)); do
    alive 'a screen that stands still'
    sleep 0.1
    if [ "$(lists)" = "$seen" ]; then still=$((still + 1)); else still=0 seen=$(lists); fi
  done
}
# changes WHAT COMMAND…: the command changes what is on the screen, or it was not heard.
changes() {
  local seen what=$1
  seen=$(lists)
  shift
  "$@"
  for _ in {1..300}; do
    alive "what $what does"
    [ "$(lists)" = "$seen" ] || return 0
    sleep 0.1
  done
  fail "$what did nothing; there is $(controls | awk '{ print $1 }' | paste -sd' ')"
}
click_on() {
  local at
  at=$(place_of "$1")
  # shellcheck disable=SC2086
  xdotool mousemove $at sleep 0.1 click 1
}
# press PATTERN: as a person does, who looks first.
press() { await "$1" && look && click_on "$1"; }
# into PATTERN WORDS: types them there; the field takes what is typed although the lists tell nothing of it.
into() { press "$1" && look && xdotool type --delay 30 "$2"; }
# Up to home, a level a press: by Esc, or by the arrow. Asked whether, yes.
leave() {
  for _ in {1..4}; do
    look
    [ -z "$(place_of home/continue)" ] || return 0
    if [ -n "$(place_of play/leave/yes)" ]; then
      changes 'the answer that it shall be left' click_on play/leave/yes
    elif [ "$1" = arrow ]; then
      changes 'the arrow' click_on play/back
    else
      changes 'Esc' xdotool key Escape
    fi
  done
  await home/continue
}

press sign-in/new
into sign-in/new-name 'Malee'
into sign-in/new-pin 1234
into sign-in/new-pin-again 1234
press sign-in/create
press play/back
press home/lesson/one-phone
await play/back
for ((time = 1; time <= times; ++time)); do
  if ((time % 3 == 1)); then
    further='choice/option/.*|teach/next|teach/answer|[a-z-]*/go-on'
    await "$further" && look && changes 'going on' click_on "$further"
    look
    for next in choice/submit choice/go-on; do
      [ -z "$(place_of $next)" ] || { changes "$next" click_on "$next" && look; }
    done
  fi
  if ((time % 2)); then leave arrow; else leave key; fi
  changes 'Continue' click_on home/continue
  await play/back
done
leave key
kill -TERM "$window"
wait "$window" || true
window=''
! grep -qE 'AddressSanitizer|runtime error|Segmentation' "$folder/err" || fail 'the sanitizers complain'
"$program" verify --replay --data "$data" >"$folder/verified" || { cat "$folder/verified"; fail 'the record does not verify'; }
echo "left and gone on with $times times"
tail -n 1 "$folder/verified"
