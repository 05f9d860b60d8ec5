# shellcheck shell=bash
# More parts of tools/windows/test: pictures, names of files, the lock, kills, the window on a display. Sourced by parts.sh.

# ---- Every play by pressing the window's controls, with a picture of every screen; from the first start to the debrief.

rehearse_on() { # SYSTEM PLAY
  local folder=$work/$1/rehearsed/$(name_of "$2")
  "$1" rehearse "$(scenario_of "$2")" "$(basename "$2" .play)" --reproducible "$(name_of "$2")" --data "$folder/data" --screens "$folder/screens"
}
# The pixels of every picture of a folder; a file of the same pixels may be packed otherwise.
pixels_of() { (cd "$1" && identify -format '%f %wx%h %#\n' ./*.png); }
pictures_are_the_same() {
  local name linux windows
  name=$(name_of "$1") linux=$work/linux/rehearsed/$name windows=$work/windows/rehearsed/$name
  rehearse_on linux "$1" >"$work/linux.rehearsed" &
  rehearse_on windows "$1" >"$work/windows.rehearsed"
  wait $!
  diff "$work/linux.rehearsed" "$work/windows.rehearsed"
  diff <(pixels_of "$linux/screens") <(pixels_of "$windows/screens")
  cmp <(linux record --json --all --data "$linux/data") <(windows record --json --all --data "$windows/data")
  echo "= $(find "$windows/screens" -name '*.png' | wc -l) pictures, no pixel differs"
}
part_pictures() {
  local play
  for play in $(plays); do holds "pictures of $(name_of "$play") are those of Linux" pictures_are_the_same "$play"; done
}

# ---- Names of files: a path far longer than the old limit of 260, and letters of no code page.

play_in() { # FOLDER: as a user would name it
  windows drive one-phone --learner Malee --data "$1" <"$root/scenarios/courses/first-responder/one-phone/plays/expert.play" &&
    windows verify --replay --data "$1" && windows export --as csv --data "$1" --to "$1/ส่งออก" &&
    windows rehearse one-phone expert --screens "$1/ภาพ"
}
long_path_works() {
  local folder=$work/names letters
  letters=$(printf 'ก%.0s' {1..60})
  for _ in 1 2 3 4 5; do folder+=/$letters; done
  play_in "$(windows_path "$folder")"
  test -s "$folder/ส่งออก/completion.csv" && test -s "$folder/ภาพ/001-home.png" && test -s "$folder/firsthand.db"
  echo "= a path of ${#folder} letters"
}
backslashes_work() {
  (cd "$work" && play_in '.\names\ข้อมูล ของ Zoë ñ 数据') && test -s "$work/names/ข้อมูล ของ Zoë ñ 数据/ส่งออก/completion.csv"
}
records_lie_beside_the_program() { # with the empty firsthand.portable of the zip
  printf 'ข้อมูล\\ที่นี่\r\n' >"$home/firsthand.portable"
  timeout 60 "$wine" "$home/firsthand.exe" --frames 5
  : >"$home/firsthand.portable"
  test -s "$home/ข้อมูล/ที่นี่/firsthand.db"
}
part_names() {
  holds 'names: a path of 300 and more letters, in Thai' long_path_works
  holds 'names: backslashes, blanks and letters of several scripts' backslashes_work
  holds 'names: firsthand.portable with a line of Notepad' env SDL_VIDEODRIVER=dummy bash -c "$(declare -f records_lie_beside_the_program); wine='$wine' home='$home'; records_lie_beside_the_program"
}

# ---- One program at a time in a data folder; a lock does not outlive its program.

second_is_refused() {
  local data=$work/locked victim
  mkdir -p "$data" && mkfifo "$work/hold"
  "$work/firsthand" drive one-phone --learner First --data "$data" <"$work/hold" >"$work/held" & victim=$!
  exec 8>"$work/hold"
  echo 'go on' >&8
  for _ in {1..100}; do
    if grep -q '^ok 1' "$work/held"; then break; fi
    sleep 0.1
  done
  ! windows drive one-phone --learner Second --data "$data" </dev/null 2>"$work/refused" || return 1
  cat "$work/refused" && grep -q "data-folder-in-use" "$work/refused" && grep -q "process [0-9]* on " "$work/refused"
  windows verify --data "$data" # reading is allowed beside it
  kill -KILL "$victim" && exec 8>&- && sleep 0.5
  windows drive one-phone --learner Second --data "$data" </dev/null
}
part_lock() { holds 'lock: a second program is refused and told by whom; after a kill the folder is free' second_is_refused; }

part_kills() {
  holds '50 kills of drive lose no acknowledged action' env KILLS=50 FIRSTHAND_PROGRAM="$work/firsthand" bash -c 'bash tests/long/kill_drive.sh | sed "s/^\([0-9]* kills\)/= \1/" | tac'
}

# ---- The window on a display, by the renderer that SDL chooses and by the software renderer; closed as by its cross.

# The sign-in picture that Linux draws, from which a window of ours must not differ.
sign_in_picture() {
  local folder=$work/linux/rehearsed/one-phone/expert
  [ -d "$folder" ] || rehearse_on linux scenarios/courses/first-responder/one-phone/plays/expert.play >/dev/null
  printf '%s/screens/001-sign-in.png' "$folder"
}
# await_picture FILE HOW MOST COMMAND…: until the display, taken by the command into FILE, differs from the sign-in picture by no more than
# MOST, measured by HOW (words of `compare`).
await_picture() {
  local file=$1 how=$2 most=$3 like differs=''
  shift 3
  like=$(sign_in_picture)
  for _ in {1..60}; do
    import -window root "$@" "$file" && differs=$(compare $how "$file" "$like" null: 2>&1) || true
    differs=${differs%% *}
    if awk -v differs="$differs" -v most="$most" 'BEGIN { exit !(differs ~ /^[0-9.]+$/ && differs + 0 <= most + 0) }'; then return 0; fi
    sleep 0.5
  done
  echo "the window shows something else, it differs by $differs: $file"
  return 1
}
# window_opens NAME HOW MOST COMMAND…: opens, shows what it should, and closes as by its cross.
window_opens() {
  local data=$work/window-$1 picture=$work/window-$1.png program
  "$wine" "$home/firsthand.exe" --data "$(windows_path "$data")" & program=$!
  shift
  await_picture "$picture" "$@" || { kill "$program"; return 1; }
  grep -q 'process' "$data/firsthand.lock"
  "$wine" taskkill /im firsthand.exe
  wait "$program"
  [ ! -s "$data/firsthand.lock" ] && echo "= $(compare -metric AE "$picture" "$(sign_in_picture)" null: 2>&1) pixels differ at all"
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
part_window() {
  holds 'window: by the renderer that SDL chooses, no pixel differs by more than a hundredth' window_opens chosen '-metric AE -fuzz 1.5%' 0 "${in_the_middle[@]}"
  SDL_RENDER_DRIVER=software holds 'window: by the software renderer, no pixel differs' window_opens software '-metric AE' 0 "${in_the_middle[@]}"
  SDL_RENDER_DRIVER=software holds 'window: on a display of 144 dots an inch everything is half as large again' fine_display
}
