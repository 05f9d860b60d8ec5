# shellcheck shell=bash
# More parts of tools/windows/test: what the documentation promises of copies, earlier copies, read-only folders, pulled sticks, full
# disks and wrong clocks. Sourced by parts.sh.

one_phone=scenarios/courses/first-responder/one-phone
actions() { grep -vE '^(#|expect|chance|$)' "$root/$one_phone/plays/expert.play"; }

# train DATA [OPTION…]: the first actions of a play, into a folder of this part.
train() {
  local data=$1
  shift
  actions | head -n 4 | windows drive one-phone --learner Malee --data "$(windows_path "$data")" "$@"
}

copy_is_noticed() {
  local data=$work/station/clone
  windows enrol --station 'ภูเก็ต 2' --room 'Room 3' --number 12 --machine desk-1 --data "$(windows_path "$data")" || return 1
  train "$data" --machine desk-1 >/dev/null 2>"$work/quiet" || return 1
  if grep -v '^wine: ' "$work/quiet"; then return 1; fi # Wine says so itself when it may not read the label of a disk
  train "$data" --machine desk-2 2>"$work/told" || return 1
  grep -q 'copied from another computer' "$work/told" || return 1
  windows station --data "$(windows_path "$data")" >"$work/station/told" || return 1
  [ "$(grep -cE '^20.* (created|enrolled|cloned): ' "$work/station/told")" = 3 ] || return 1
  [ "$(awk '/ from entry /{print $2}' "$work/station/told" | sort -u | wc -l)" = 3 ] || return 1
  windows verify --replay --data "$(windows_path "$data")"
}

image_gives_each_copy_its_own() {
  local data=$work/station/master copy
  mkdir -p "$data"
  windows seal-image --station 'ภูเก็ต 2' --data "$(windows_path "$data")" || return 1
  for copy in 1 2; do
    cp -r "$data" "$data-$copy"
    train "$data-$copy" >/dev/null || return 1
    windows verify --json --data "$(windows_path "$data-$copy")" | sed 's/.*"chain":"\([0-9a-f]*\)".*/\1/' >>"$work/station/chains"
  done
  [ "$(sort -u "$work/station/chains" | wc -l)" = 2 ]
}

earlier_copy_is_refused() {
  local data=$work/station/rolled
  train "$data" >/dev/null && cp -r "$data" "$data-before" && actions | head -n 8 | tail -n 4 | windows drive one-phone --learner Malee --data "$(windows_path "$data")" >/dev/null || return 1
  rm -rf "$data" && mv "$data-before" "$data"
  if train "$data" >"$work/station/out" 2>"$work/station/refused"; then return 1; fi
  cat "$work/station/refused"
  grep -q 'an earlier copy was put back' "$work/station/refused" && grep -q 'record-rolled-back' "$work/station/refused" || return 1
  train "$data" --accept-earlier-copy >/dev/null && windows station --data "$(windows_path "$data")" | grep -q rolled-back
}

# Root may write everywhere, so a folder is read only by its mount.
with_mount() { # OPTIONS FOLDER COMMAND…
  local options=$1 folder=$2 done=0
  shift 2
  mkdir -p "$folder"
  # shellcheck disable=SC2086
  mount -t tmpfs $options tmpfs "$folder" || { echo 'no folder of its own can be mounted here'; return 1; }
  "$@" || done=1
  umount -l "$folder"
  return $done
}

read_only_is_told() {
  local folder=$work/station/read-only
  mount -o remount,ro "$folder" || return 1
  if train "$folder/data" >"$work/station/out" 2>"$work/station/refused"; then return 1; fi
  cat "$work/station/refused"
  grep -q 'data-folder-failed' "$work/station/refused" && [ ! -s "$work/station/out" ]
}

# begin_drive DATA NAME, then tell_drive N for the play's Nth action: a drive that waits for lines, as a person would make it.
begin_drive() {
  rm -f "$work/station/$2-in" && mkfifo "$work/station/$2-in"
  "$work/firsthand" drive one-phone --learner Malee --data "$(windows_path "$1")" <"$work/station/$2-in" >"$work/station/$2-out" & drive=$!
  exec 7>"$work/station/$2-in"
  answers=$work/station/$2-out
}
tell_drive() { actions | sed -n "$1p" >&7; }
end_drive() { exec 7>&- && { wait "$drive" || [ $? = 1 ]; }; } # 1: something could not be done, for a while
answered() { # COUNT PATTERN
  for _ in {1..100}; do
    if [ "$(grep -cE "$2" "$answers")" -ge "$1" ]; then return 0; fi
    sleep 0.1
  done
  cat "$answers"
  return 1
}
nothing_acknowledged_is_missing() { # DATA
  windows record --data "$(windows_path "$1")" >"$work/station/record" || return 1
  while read -r _ turn hash; do grep -qx "$turn $hash" "$work/station/record" || return 1; done < <(grep '^ok ' "$answers")
  windows verify --replay --data "$(windows_path "$1")"
}

# Long notes, one after the other, until one is refused: the log's own room takes the first ones.
write_until_refused() { # STEP ANSWERS-SO-FAR
  local sent note
  note=$(printf 'x%.0s' {1..3000})
  for sent in {1..40}; do
    printf 'do %s note text="%s"\n' "$1" "$note" >&7
    answered $(($2 + sent)) '^(ok|refused) ' || return 1
    if grep -q '^refused .* database-full' "$answers"; then return 0; fi
  done
  return 1
}

# The disk fills while somebody trains: an action is refused, and with room it goes on.
full_disk_loses_nothing() {
  local folder=$work/station/full data=$work/station/full/data action before
  before=$(actions | awk '/^do seat / { print NR - 1; exit }') # what leads to the scene, where notes can be written
  begin_drive "$data" full
  for action in $(seq "$before"); do tell_drive "$action"; done
  answered "$before" '^ok' || return 1
  head -c 100M /dev/zero >"$folder/filler" 2>/dev/null || true
  write_until_refused seat "$before" || return 1
  rm "$folder/filler"
  action=$(grep -c '^ok' "$answers")
  tell_drive $((before + 1))
  answered $((action + 1)) '^ok' || return 1
  end_drive && nothing_acknowledged_is_missing "$data" && grep -m1 'database-full' "$answers"
}

# The folder goes away in the middle of a drive and comes back.
pulled_stick_is_told() {
  local data=$work/station/stick
  begin_drive "$data" stick
  tell_drive 1
  answered 1 '^ok' || return 1
  mv "$data" "$data-pulled"
  tell_drive 2
  answered 1 '^refused .* data-folder-gone' || return 1
  mv "$data-pulled" "$data"
  tell_drive 2
  answered 2 '^ok' || return 1
  end_drive && nothing_acknowledged_is_missing "$data" && grep 'data-folder-gone' "$answers"
}

# A clock in 2002, for this program only: training goes on, and both dates are in every line.
clock_of_2002() {
  local data=$work/station/clock faked
  faked() { FAKETIME='@2002-01-01 00:00:00' LD_PRELOAD=/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1 train "$@"; }
  faked "$data" >/dev/null 2>"$work/station/told" || return 1
  cat "$work/station/told"
  grep -q 'clock of this computer says 2002-01-01' "$work/station/told" || return 1
  actions | sed -n 5p | FAKETIME='@2002-01-01 00:00:00' LD_PRELOAD=/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1 \
    windows drive one-phone --learner Malee --data "$(windows_path "$data")" --date '2026-11-24 09:00 +07:00' --date-from Somchai >/dev/null || return 1
  windows record --json --data "$(windows_path "$data")" | tail -n 1 >"$work/station/line"
  # 2026-11-24T02:00Z and 2002-01-01, in milliseconds
  grep -qE '"at":17954[0-9]{8}' "$work/station/line" && grep -qE '"clock":10098[0-9]{8}' "$work/station/line" || { cat "$work/station/line"; return 1; }
  windows station --data "$(windows_path "$data")" | grep -q 'clock-stated.*Somchai'
}

# The stick that was E: is F: today; its records are where they were, beside the program.
drive_letters_change() {
  local letters=$WINEPREFIX/dosdevices stick=$work/station/flash
  mkdir -p "$stick" && cp -r "$home" "$stick/firsthand" && rm -rf "$stick/firsthand/data" || return 1
  ln -sfn "$stick" "$letters/e:"
  actions | head -n 2 | SDL_VIDEODRIVER=dummy "$wine" 'E:\firsthand\firsthand-cli.exe' drive one-phone --learner Malee --data 'E:\firsthand\data' >"$work/station/as-e" || return 1
  mv "$letters/e:" "$letters/f:"
  SDL_VIDEODRIVER=dummy "$wine" 'F:\firsthand\firsthand-cli.exe' verify --replay >"$work/station/as-f" || return 1 # without --data: as the window finds it
  rm "$letters/f:"
  cat "$work/station/as-f" && grep -q '^3 entries' "$work/station/as-f"
}

synchronised_folder_is_told() {
  local cloud=$work/station/OneDrive
  mkdir -p "$cloud"
  OneDrive=$(windows_path "$cloud") train "$cloud/Desktop/data" >/dev/null 2>"$work/station/told" || return 1
  grep -q 'is synchronised' "$work/station/told" || return 1
  OneDrive=$(windows_path "$cloud") train "$work/station/OneDrive-not/data" >/dev/null 2>"$work/station/told" && ! grep 'is synchronised' "$work/station/told"
}

# What a trainer double-clicks: with the records beside the program, in a folder with a blank and Thai letters.
results_are_one_click() {
  train "$home/data" >/dev/null || return 1
  WINEDEBUG=-all "$wine" cmd /c "$(windows_path "$home/results.cmd")" now || return 1
  rm -rf "$home/data"
  grep -q 'one-phone' "$home"/results/completion-????????.csv && grep -q '"station"' "$home"/results/manifest-*.json &&
    (cd "$home/results" && sha256sum -c --quiet ./*SHA256SUMS*)
}

part_station() {
  rm -rf "$work/station" && mkdir -p "$work/station"
  holds 'station: a copy on another machine gets a key of its own' copy_is_noticed
  holds 'station: each copy of a sealed image has a chain of its own' image_gives_each_copy_its_own
  holds 'station: an earlier copy that was put back is refused until it is accepted' earlier_copy_is_refused
  holds 'station: a folder that cannot be written is told' with_mount '-o size=8m' "$work/station/read-only" read_only_is_told
  holds 'station: a full disk loses nothing that was acknowledged' with_mount '-o size=6m' "$work/station/full" full_disk_loses_nothing
  holds 'station: a pulled stick is told, and training goes on when it is back' pulled_stick_is_told
  holds 'station: on a stick, another drive letter changes nothing' drive_letters_change
  holds 'station: a folder that OneDrive copies elsewhere is told' synchronised_folder_is_told
  holds 'station: results.cmd writes the table' results_are_one_click
  holds 'station: a clock in 2002 does not stop training, and both dates are recorded' clock_of_2002
}
