# shellcheck shell=bash
# A Windows of our own under Wine: made afresh in a folder, kept warm while the tests run, ended with everything in it.
# Sourced by tools/windows/test, which sets $work.

wine=/usr/lib/wine/wine64
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='

# One server for all calls: a program then starts in a fifth of a second. The display must be there first: this Windows asks
# once how large it is.
start_wine() {
  mkdir -p "$WINEPREFIX"
  wineserver -p || die 'The server of Wine did not start.'
  "$wine" wineboot -i >"$work/wineboot.log" 2>&1 || die "Wine did not start (all of it in $work/wineboot.log)."
}

# Ends what runs in this Windows, and nothing else.
end_wine() { wineserver -k 2>/dev/null || true; }

# The drive Z: is this machine's root. A path that begins so means the same wherever a program stands.
windows_path() { printf 'Z:%s' "$(realpath -m "$1")"; }

# Both programs, so that a test reads the same for both: `linux check scenarios`, `windows check scenarios`.
linux() { SDL_VIDEODRIVER=dummy "$root/build/check/firsthand" "$@"; }
windows() { SDL_VIDEODRIVER=dummy "$wine" "$home/firsthand-cli.exe" "$@"; }

# Each beside its own lessons: a lesson that is named elsewhere is somebody's copy, and then both count.
at_home() {
  if [ "$1" = windows ]; then (cd "$home" && "$@"); else "$@"; fi
}

# A program of its own for scripts that want a path.
write_windows_program() {
  printf '#!/bin/sh\nSDL_VIDEODRIVER=dummy exec %s "%s" "$@"\n' "$wine" "$home/firsthand-cli.exe" >"$work/firsthand"
  chmod +x "$work/firsthand"
}

# A display that nobody sees. The window of 1280 × 720 opens in its middle.
start_display() {
  local number=$work/display
  Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$number" 2>/dev/null &
  display_process=$!
  for _ in {1..50}; do
    if [ -s "$number" ]; then break; fi
    sleep 0.1
  done
  export DISPLAY=:$(cat "$number")
}

end_display() {
  if [ -n "${display_process:-}" ]; then kill "$display_process" 2>/dev/null || true; fi
  display_process=''
  unset DISPLAY
}
