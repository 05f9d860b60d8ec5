# shellcheck shell=bash disable=SC2034,SC2086,SC2154
# The reference old PC, for tools/bench --old-pc, which sources this: the real program in a real window of 1366×768, drawn in
# software, on two cores of which each gives a quarter, with 2 GB, on a disk whose flush takes 20 ms. Played to the debrief by
# real events. What is not imitated: slow memory, a cold cache of files, a slow X server.
old=$work/old
mkdir -p "$old"
runs=${BENCH_RUNS:-3}
how=${BENCH_SLOW:-cgroup} # cgroup, stop or none; where groups are not allowed: stop
window=(--width 1366 --height 768)

Xvfb -displayfd 5 -screen 0 1366x768x24 5>"$old/display" >/dev/null 2>&1 &
screen=$!
for _ in $(seq 50); do [ -s "$old/display" ] || sleep 0.1; done
DISPLAY=:$(cat "$old/display")
export DISPLAY

# slow REPORT COMMAND…: on the old PC; see tools/yardsticks/old_pc.cpp and slow_disk.cpp.
slow() {
  local report=$1 && shift
  FIRSTHAND_SLOW_DATA=$old/data FIRSTHAND_SLOW_LOG=$old/disk LD_PRELOAD=$PWD/$bin/yardstick_slow_disk.so \
    $bin/yardstick_old_pc "$how" "$report" "$@"
}
of() { awk -v name="$1" '$1 == name {print $2}' "$2"; }
worst() { sort -n | tail -1; }
ms() { awk -v n="${1:-0}" 'BEGIN {printf (n < 10000 ? "%.1f" : "%.0f"), n/1000}'; }
verdict() { [ "$1" -le "$2" ] && echo met || echo MISSED; }
# against WHAT FILE GOAL: microseconds, one a line.
against() {
  local middle last
  middle=$(median <"$2") last=$(worst <"$2")
  row "$1" "$(ms "$middle"), worst $(ms "$last") ms" "goal $(ms "$3") ms, of $(wc -l <"$2")" "$(verdict "$last" "$3")"
  [ "$last" -le "$3" ] || row "" "" "median $(verdict "$middle" "$3"), $(awk -v g="$3" '$1 > g' "$2" | wc -l) too late"
}

slow "$old/busy" busy
row "a busy thread gets" "$(of cpu "$old/busy") ms of 1 s" "slowed by: $(of how "$old/busy")"

for state in new old; do
  for _ in $(seq $((runs * 2 - 1))); do
    [ $state = old ] || rm -rf "$old/data"
    slow "$old/report" $bin/firsthand --data "$old/data" --frames 1 --report-first "${window[@]}" >"$old/out"
    echo $(($(of first "$old/out") - $(of start "$old/report"))) >>"$old/first-$state"
  done
done
against "start to first frame, new record" "$old/first-new" 2000000
against "start to first frame" "$old/first-old" 2000000
ours=$(milliseconds slow "$old/report" $bin/firsthand --data "$old/data" --frames 1 "${window[@]}")
bare=$(milliseconds slow "$old/report" $bin/yardstick_window)
row "start to first frame, and exit" "$(ms "$ours") ms" "least SDL2+ImGui program $(ms "$bare") ms" "$(ratio "$ours" "$bare") times"

for run in $(seq "$runs"); do
  rm -rf "$old/data" "$old/disk"
  slow "$old/report" $bin/firsthand --data "$old/data" --scene open-laptop --play expert "${window[@]}" >"$old/play-$run"
  of rss "$old/report" >>"$old/rss"
  # Who changed the data folder: during the lesson, and before and after it (signing in, beginning, leaving).
  awk -v from="$(of play "$old/play-$run")" -v to="$(of end "$old/play-$run")" -v first="$(of first "$old/play-$run")" -v last="$(of last "$old/play-$run")" \
    '$1 > from && $1 < to {print "lesson", $3, $4; next} $1 > first && $1 < last {print "around", $3, $4}' "$old/disk" >>"$old/writes"
done
awk '$1 == "click" {print $2}' "$old"/play-* >"$old/seen"
awk '$1 == "click" {print $3}' "$old"/play-* >"$old/done"
awk '$1 == "type" {print $2}' "$old"/play-* >"$old/typed"
against "click to its first answer" "$old/seen" 100000
against "click to all of its answer" "$old/done" 100000
against "letter typed to letter shown" "$old/typed" 100000
awk '$1 == "click" && $3 > 100000 {$1 = ""; print}' "$old"/play-* | sort -k2nr | awk '{seen = $1; all = $2; $1 = $2 = ""; if (!told[$0]++ && n++ < 5) printf "    late: %d, %d ms %s\n", seen / 1000, all / 1000, $0}'

count() { grep -c "^$1" "$old/writes" || true; }
row "writes in frames of the lesson" "$(count 'lesson frame')" "goal 0, beside $(count 'lesson other') of the writer's" "$(verdict "$(count 'lesson frame')" 0)"
row "writes in frames around it" "$(count 'around frame')" "goal 0, beside $(count 'around other') of the writer's" "$(verdict "$(count 'around frame')" 0)"
row "memory at most, whole lesson" "$(($(worst <"$old/rss") / 1024)) MB" "goal 200 MB" "$(verdict "$(worst <"$old/rss")" 204800)"

slow "$old/idle" $bin/firsthand --data "$old/data" "${window[@]}" >/dev/null 2>&1 &
idle=$!
sleep 5
program=$(of pid "$old/idle")
before=$(awk '{print $14+$15}' "/proc/$program/stat")
sleep 10
after=$(awk '{print $14+$15}' "/proc/$program/stat")
kill -KILL "$program" # asked to end it would wait for its next event
wait "$idle" || true
row "idle CPU over 10 s" "$(awk -v t=$((after - before)) -v h="$(getconf CLK_TCK)" 'BEGIN {printf "%.1f %%", 100*t/h/10}')" "goal 0.0 %" "$(verdict $((after - before)) 0)"
frames=$(slow "$old/report" $bin/firsthand --data "$old/frames" --frames 200 --scene open-laptop --report-frames "${window[@]}" 2>/dev/null | median)
row "frame of the scene, cached" "$(ms "$frames") ms" "software renderer, 1366×768"
