# shellcheck shell=bash
# More parts of tools/windows/test: pictures, names of files, the lock, kills. Sourced by parts.sh.

# ---- Every play by pressing the window's controls, with a picture of every screen; from the first start to the debrief.

rehearse_on() { # SYSTEM PLAY
  local folder=$work/$1/rehearsed/$(name_of "$2")
  rm -rf "$folder" # another part may have been there before
  at_home "$1" rehearse "$(scenario_of "$2")" "$(basename "$2" .play)" --reproducible "$(name_of "$2")" --data "$folder/data" --screens "$folder/screens"
}
# The two systems round a cosine differently, so a shape may differ in a pixel or two by one step of colour of 255, as none can see.
# A file of the same pixels may be packed otherwise.
same_to_one_step() { # FOLDER FOLDER
  local file differs
  diff <(ls "$1") <(ls "$2")
  for file in "$1"/*.png; do
    cmp -s "$file" "$2/$(basename "$file")" && continue
    differs=$(compare -metric AE -fuzz 0.5% "$file" "$2/$(basename "$file")" null: 2>&1) || true
    [ "$differs" = 0 ] || { echo "$(basename "$file"): $differs pixels differ" && return 1; }
  done
}
pictures_are_the_same() {
  local name linux windows
  name=$(name_of "$1") linux=$work/linux/rehearsed/$name windows=$work/windows/rehearsed/$name
  rehearse_on linux "$1" >"$work/linux.rehearsed" &
  rehearse_on windows "$1" >"$work/windows.rehearsed"
  wait $!
  diff "$work/linux.rehearsed" "$work/windows.rehearsed"
  same_to_one_step "$linux/screens" "$windows/screens"
  cmp <(linux record --json --all --data "$linux/data") <(windows record --json --all --data "$windows/data")
  echo "= $(find "$windows/screens" -name '*.png' | wc -l) pictures, no pixel differs by more than a step"
}
# Every screen in Thai, where the ends of lines come from a dictionary and large letters bring more of them.
screens_are_the_same() {
  local system file differs count=0
  for system in linux windows; do "$system" screens --to "$work/$system/$1" "${@:2}" & done
  wait
  diff <(ls "$work/linux/$1") <(ls "$work/windows/$1")
  for file in "$work/linux/$1"/*.png; do
    differs=$(compare -metric AE -fuzz 1% "$file" "$work/windows/$1/$(basename "$file")" null: 2>&1) || true
    [ "$differs" = 0 ] || { echo "$(basename "$file"): $differs pixels differ" && return 1; }
    count=$((count + 1))
  done
  [ "$count" -gt 20 ] && echo "= $count pictures, no pixel differs by more than a hundredth"
}
part_pictures() {
  local play
  holds 'screens in Thai, dark, at 150 % are those of Linux' screens_are_the_same thai --lang th --text 150 --theme dark
  for play in $(plays); do holds "pictures of $(name_of "$play") are those of Linux" pictures_are_the_same "$play"; done
}

# ---- Names of files: a path far longer than the old limit of 260, and letters of no code page.

play_in() { # FOLDER: as a user would name it
  windows drive one-phone --learner Malee --data "$1" <"$root/scenarios/courses/first-responder/one-phone/plays/expert.play" &&
    windows verify --replay --data "$1" && windows export --as csv --data "$1" --to "$1/ส่งออก" &&
    windows export --as csv --data "$1" --to "$1/ส่งออก" && windows rehearse one-phone expert --screens "$1/ภาพ"
}
long_path_works() {
  local folder=$work/names letters
  letters=$(printf 'ก%.0s' {1..60})
  for _ in 1 2 3 4 5; do folder+=/$letters; done
  play_in "$(windows_path "$folder")"
  ls "$folder"/ส่งออก/completion-????????.csv && test -s "$folder/ภาพ/001-home.png" && test -s "$folder/firsthand.db"
  echo "= a path of ${#folder} letters"
}
backslashes_work() {
  (cd "$work" && play_in '.\names\ข้อมูล ของ Zoë ñ 数据') && ls "$work/names/ข้อมูล ของ Zoë ñ 数据/ส่งออก"/completion-????????.csv
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

# Random gestures in the window's own code, each checked: no crash, no act without its gesture, and the record verifies.
part_walk() { beside 'walk: 2,000 random gestures' windows walk --child --seed 3 --gestures 2000; }

part_kills() {
  beside '50 kills of drive lose no acknowledged action' env KILLS=50 FIRSTHAND_PROGRAM="$work/firsthand" bash -c 'bash tests/long/kill_drive.sh | sed "s/^\([0-9]* kills\)/= \1/" | tac'
}

. tools/windows/parts_display.sh
