# shellcheck shell=bash
# What is tested of the Windows program, a function a part; a part calls `holds` for each check. Sourced by tools/windows/test.
# A new part is a function here and a word in the list.

parts=(part_zip part_kills part_program part_content part_facts part_exports part_walk part_pictures part_names part_lock part_station part_window)

plays() { printf '%s\n' scenarios/courses/*/*/plays/*.play; }
# scenarios/courses/C/S/plays/P.play: S/P, and the folder of S.
name_of() { printf '%s/%s' "$(basename "$(scenario_of "$1")")" "$(basename "$1" .play)"; }
scenario_of() { dirname "$(dirname "$1")"; }

# ---- The zip: complete, unhurt, the same each time.

sums_are_right() { cd "$home" && sha256sum --quiet -c SHA256SUMS.txt && echo "= $(wc -l <SHA256SUMS.txt) files"; }
every_file_has_a_sum() { cd "$home" && diff <(find . -type f ! -name SHA256SUMS.txt -printf '%P\n' | sort) <(cut -c67- SHA256SUMS.txt | sort); }
lines_are_for_windows() { ! grep -nv $'\r$' "$home"/{README,FOR-IT,START-HERE,START-HERE-th,licences/README}.txt "$home/results.cmd" "$home"/docs/*.md "$home"/docs/*/*.md; }
# Every page of the clone, and the one that a finding of the Windows program names.
pages_are_there() {
  local page named elsewhere # outside of our own content, where a file stands for itself
  for page in docs/authors/*.md docs/findings/F*.md; do test -s "$home/$page" || return 1; done
  elsewhere=$(mktemp -d)
  mkdir "$elsewhere/nothing"
  named=$(cd "$elsewhere" && { windows check nothing || true; } | tr -d '\r' | sed -n 's/^ *= \(docs\/.*\)$/\1/p')
  rm -rf "$elsewhere"
  [ -n "$named" ] && test -s "$home/$named" && grep -q firsthand-cli "$home/README.txt" && echo "= $named"
}
licences_are_there() {
  local named
  for named in $(grep -oE '[A-Za-z0-9.-]+\.txt' "$home/licences/README.txt"); do test -s "$home/licences/$named"; done
  [ "$(find "$home/licences" -maxdepth 1 -name '*.txt' | wc -l)" = "$(grep -oE '[A-Za-z0-9.-]+\.txt' "$home/licences/README.txt" | sort -u | wc -l | xargs expr 1 +)" ]
}
made_again_it_is_the_same() {
  local before
  before=$(cat build/windows/firsthand-windows.zip.sha256)
  tools/windows/build && [ "$before" = "$(cat build/windows/firsthand-windows.zip.sha256)" ] && echo "= ${before%% *}"
}
part_zip() {
  holds 'zip: every file has its hash' sums_are_right
  holds 'zip: no file is missing in the list of hashes' every_file_has_a_sum
  holds 'zip: texts have line ends that every editor on Windows knows' lines_are_for_windows
  holds "zip: the author's pages are there, and the page of each finding" pages_are_there
  holds 'zip: the licence of every part is there, and each is named' licences_are_there
  holds 'zip: made again it is the same, byte for byte' made_again_it_is_the_same
}

# ---- The two programs: what they ask of a Windows, and what they tell of the machine that built them.

system_libraries='ADVAPI32|GDI32|IMM32|IPHLPAPI|KERNEL32|OLEAUT32|SHELL32|USER32|VERSION|WINMM|msvcrt|ole32'
asks_for_system_libraries_only() {
  "$target-objdump" -p "$1" | sed -n 's/.*DLL Name: //p' | sort -u >"$work/imports"
  ! grep -viE "^($system_libraries)\.dll$" "$work/imports" && grep -qi '^kernel32' "$work/imports"
}
names_no_path() {
  local encoding
  for encoding in s l; do
    ! strings -a -n 5 -e "$encoding" "$1" | grep -F -e "$root" -e "$cache" -e "$HOME/" || return 1
  done
}
is_protected() { "$target-objdump" -p "$1" | grep -cE '^\s+(HIGH_ENTROPY_VA|DYNAMIC_BASE|NX_COMPAT)$' | grep -qx 3; }
has_subsystem() { "$target-objdump" -p "$1" | grep -E '^Subsystem' | grep -q "$2"; }
has_icon_and_version() { wrestool -l "$1" | grep -q 'type=group_icon' && wrestool -l "$1" | grep -q 'type=version' && wrestool -l "$1" | grep -q 'type=24'; }
part_program() {
  local program
  for program in firsthand firsthand-cli; do
    holds "$program.exe: wants nothing but what every Windows has" asks_for_system_libraries_only "$home/$program.exe"
    holds "$program.exe: names no folder of the machine that built it" names_no_path "$home/$program.exe"
    holds "$program.exe: may lie anywhere in memory, and data is no code" is_protected "$home/$program.exe"
    holds "$program.exe: icon, version and manifest are in it" has_icon_and_version "$home/$program.exe"
  done
  holds 'firsthand.exe: opens no console' has_subsystem "$home/firsthand.exe" GUI
  holds 'firsthand-cli.exe: writes to a console' has_subsystem "$home/firsthand-cli.exe" CUI
}

# ---- Content, read and played without a window.

content_is_clean() { (cd "$home" && SOURCE_DATE_EPOCH=0 windows check scenarios) >"$work/checked" && cat "$work/checked" && grep -qxE '0 errors, 0 warnings, [0-9]+ notes?' "$work/checked"; }
findings_are_the_same() {
  local system wrong # outside of our own content, where a file stands for itself
  wrong=$(mktemp -d)
  mkdir "$wrong/โคมไฟ" && printf 'model: light\ntraits: [computer]\nstaet: {}\n' >"$wrong/โคมไฟ/lamp.yaml"
  for system in linux windows; do
    if (cd "$wrong" && "$system" check --json โคมไฟ/lamp.yaml) >"$work/$system.findings"; then return 1; fi
  done
  rm -rf "$wrong"
  cmp "$work/linux.findings" "$work/windows.findings" && grep -q 'โคมไฟ/lamp.yaml' "$work/windows.findings" && echo "= $(wc -l <"$work/linux.findings") findings"
}
part_content() {
  holds 'check: all content, all plays' content_is_clean
  holds 'check: findings are those of Linux, line ends and a Thai folder too' findings_are_the_same
}

# drive_on SYSTEM PLAY: plays it into a record of its own and prints the record.
drive_on() {
  local data=$work/$1/facts/$(name_of "$2")
  mkdir -p "$data"
  at_home "$1" drive "$(scenario_of "$2")" --learner 'สมชาย Malee' --reproducible "$(name_of "$2")" --data "$data" <"$2" >"$data.out"
  "$1" verify --replay --data "$data" >"$data.verified"
  "$1" record --json --all --data "$data" >"$data.record"
}
drive_on_both() {
  local system
  for system in linux windows; do
    if [ ! -d "$work/$system/facts/$(name_of "$1")" ]; then drive_on "$system" "$1"; fi
  done
}
facts_are_the_same() {
  local name system
  name=$(name_of "$1")
  drive_on_both "$1"
  for system in out verified record; do cmp "$work/linux/facts/$name.$system" "$work/windows/facts/$name.$system"; done
  [ -s "$work/linux/facts/$name.record" ] && echo "= $(wc -l <"$work/windows/facts/$name.record") entries, $(sha256sum <"$work/windows/facts/$name.record" | cut -c1-64)"
}
part_facts() {
  local play
  for play in $(plays); do holds "facts of $(name_of "$play") are those of Linux" facts_are_the_same "$play"; done
}

# ---- Exports of what part_facts recorded. The time at which an export was made is not compared.

export_is_the_same() {
  local system
  for system in linux windows; do
    rm -rf "$work/$system/export-$2"
    "$system" export --as "$2" --data "$work/$system/facts/$1" --to "$work/$system/export-$2"
    (cd "$work/$system/export-$2" && sha256sum -c --quiet ./*SHA256SUMS && rm ./*SHA256SUMS) || return 1
    sed -i '/^ *"made": /d' "$work/$system/export-$2"/manifest-*.json
  done
  diff -r "$work/linux/export-$2" "$work/windows/export-$2" && echo "= $(find "$work/windows/export-$2" -type f | wc -l) files"
}
linux_reads_it() { linux verify --replay --data "$work/windows/facts/$1"; }
windows_reads_it() { windows verify --replay --data "$work/linux/facts/$1"; }
part_exports() {
  local play
  for play in expert lid; do drive_on_both "scenarios/courses/first-responder/open-laptop/plays/$play.play"; done
  holds 'export: the table is that of Linux' export_is_the_same open-laptop/expert csv
  holds 'export: the statements are those of Linux' export_is_the_same open-laptop/expert xapi
  holds 'a record of Windows is read and computed again on Linux' linux_reads_it open-laptop/lid
  holds 'a record of Linux is read and computed again on Windows' windows_reads_it open-laptop/lid
}

. tools/windows/parts_window.sh
. tools/windows/parts_station.sh
