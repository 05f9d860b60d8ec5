# shellcheck shell=bash
# The last parts of tools/windows/test: the window on a display. Sourced by parts_window.sh.

# ---- The window on a display, by the renderer that SDL chooses and by the software renderer; closed as by its cross.

# A picture that Linux draws, from which a window of ours must not differ.
drawn_on_linux() {
  local folder=$work/linux/rehearsed/one-phone/expert
  [ -d "$folder" ] || rehearse_on linux scenarios/courses/first-responder/one-phone/plays/expert.play >/dev/null
  printf '%s/screens/%s.png' "$folder" "$1"
}
# await_picture SCREEN FILE HOW MOST COMMAND…: until the display, taken by the command into FILE, differs from Linux's picture of the SCREEN
# by no more than MOST, measured by HOW (words of `compare`).
await_picture() {
  local screen=$1 file=$2 how=$3 most=$4 like differs=''
  shift 4
  like=$(drawn_on_linux "$screen")
  for _ in {1..60}; do
    import -window root "$@" "$file" && differs=$(compare $how "$file" "$like" null: 2>&1) || true
    differs=${differs%% *}
    if awk -v differs="$differs" -v most="$most" 'BEGIN { exit !(differs ~ /^[0-9.]+$/ && differs + 0 <= most + 0) }'; then return 0; fi
    sleep 0.5
  done
  echo "the window shows something else, it differs from $screen by $differs: $file"
  return 1
}
# The size that the pictures have, on the displays of this test; else the window would fit itself to the display, or stand where
# it was left.
of_this_size=(--width 1280 --height 720)
# window_opens NAME HOW MOST COMMAND…: opens, shows what it should, and closes as by its cross.
window_opens() {
  local data=$work/window-$1 picture=$work/window-$1.png program
  "$wine" "$home/firsthand.exe" "${of_this_size[@]}" --data "$(windows_path "$data")" & program=$!
  shift
  await_picture 001-sign-in "$picture" "$@" || { kill "$program"; return 1; }
  grep -q 'process' "$data/firsthand.lock"
  "$wine" taskkill /im firsthand.exe
  wait "$program"
  [ ! -s "$data/firsthand.lock" ] && echo "= $(compare -metric AE "$picture" "$(drawn_on_linux 001-sign-in)" null: 2>&1) pixels differ at all"
}
with_dots_per_inch() {
  "$wine" reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$1" /f >/dev/null
}
in_the_middle=(-crop 1280x720+320+180 +repage)
fine_display() {
  with_dots_per_inch 144
  window_opens fine '-metric RMSE' 2000 -resize 1280x720
  with_dots_per_inch 96
}
# The pointer and the keys of a person: press a place of the window, type, let the pointer rest in the corner.
press_at() { xdotool mousemove $((320 + $1)) $((180 + $2)) sleep 0.1 click 1 sleep 0.4; }
press() { # CONTROL of places.txt
  local place
  place=$(sed -n "s|^$1 ||p" "$root/tools/windows/places.txt")
  [ -n "$place" ] || { echo "tools/windows/places.txt has no line for $1" && return 1; }
  press_at $place
}
type_words() { xdotool type --delay 40 "$1" && sleep 0.3; }
shows() { # SCREEN [PIXELS that may differ: the time at which it was saved]
  xdotool mousemove 320 180
  await_picture "$1" "$work/window-$1.png" '-metric AE' "${2:-0}" "${in_the_middle[@]}"
}
enrol_by_hand() {
  shows 001-sign-in && press sign-in/new && press sign-in/new-name && type_words Rehearsal && press sign-in/new-pin && type_words 2468 &&
    press sign-in/new-pin-again && type_words 2468 && shows 002-new-person && press sign-in/create && shows 003-warm-up 1500
}
keys_and_pointer_work() {
  local program
  "$wine" "$home/firsthand.exe" "${of_this_size[@]}" --data "$(windows_path "$work/window-by-hand")" & program=$!
  enrol_by_hand || { kill "$program"; return 1; }
  "$wine" taskkill /im firsthand.exe
  wait "$program"
}
part_window() {
  holds 'window: by the renderer that SDL chooses, no pixel differs by more than a hundredth' window_opens chosen '-metric AE -fuzz 1.5%' 0 "${in_the_middle[@]}"
  SDL_RENDER_DRIVER=software holds 'window: by the software renderer, no pixel differs' window_opens software '-metric AE' 0 "${in_the_middle[@]}"
  SDL_RENDER_DRIVER=software holds 'window: on a display of 144 dots an inch everything is half as large again' fine_display
  SDL_RENDER_DRIVER=software holds 'window: a person signs in by pointer and keys, and sees what Linux shows' keys_and_pointer_work
}
