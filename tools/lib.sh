# shellcheck shell=bash
# What tools/run, tools/test and their like share: messages, and the installing of what is missing. Sourced, never run.
# The caller's language is left alone; only programs whose output is read here get LC_ALL=C.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Two checkouts share one compiler cache.
export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR="$root"

# The address sanitizer's own memory fits the processor's cache: a third less time. Read by who sources this.
# shellcheck disable=SC2034
address_options=detect_leaks=1:malloc_context_size=6:quarantine_size_mb=32

say() { printf '%s\n' "$*"; }
heading() { printf '\n== %s\n' "$*"; }
die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

minutes_since() {
  local seconds=$((SECONDS - $1))
  if ((seconds < 60)); then printf '%d s' "$seconds"; else printf '%d min %d s' $((seconds / 60)) $((seconds % 60)); fi
}

# packages_of GROUP…: the packages of these groups of tools/packages.txt, one a line.
packages_of() {
  local line group='' wanted
  while read -r line || [ -n "$line" ]; do
    case "$line" in
      '' | '#'*) continue ;;
      '['*']') group=${line#[} group=${group%]} && continue ;;
    esac
    for wanted in "$@"; do
      if [ "$group" = "$wanted" ]; then printf '%s\n' "$line"; fi
    done
  done <tools/packages.txt
}

is_installed() {
  [ "$(LC_ALL=C dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | cut -c1-2)" = ii ]
}

# install_packages GROUP…: installs through apt-get what these groups name and this machine lacks.
install_packages() {
  local package missing=() all=() as_root=()
  mapfile -t all < <(packages_of "$@")
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is no Debian system: these are taken to be installed: ${all[*]}"
    return
  fi
  for package in "${all[@]}"; do is_installed "$package" || missing+=("$package"); done
  if ((${#missing[@]} == 0)); then return; fi
  heading "Installing ${#missing[@]} of ${#all[@]} Debian packages: ${missing[*]}"
  local by_hand="By hand: sudo apt-get install ${missing[*]}"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "Packages are missing, and installing needs root or sudo. $by_hand"
    as_root=(sudo)
  fi
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120)
  "${apt[@]}" update || say "The package lists could not be renewed; trying with those that are here."
  "${apt[@]}" install -y --no-install-recommends "${missing[@]}" ||
    die "The packages could not be installed (the reason stands above). Is there a network, and may you install? $by_hand"
}

# recommend_packages GROUP…: the same of what the program runs without: whoever cannot install it is told, and goes on.
recommend_packages() {
  (install_packages "$@") || say "Not installed: $(packages_of "$@" | xargs). All else works without."
}

# configure PRESET: cmake's own words are shown only when it fails.
configure() {
  mkdir -p build
  cmake --preset "$1" >"build/configure-$1.log" 2>&1 ||
    { cat "build/configure-$1.log" >&2; die "Configuring the preset $1 failed (see above)."; }
}

# What a script of tests counts.
passed=0
failed=0
logs=build/logs

# step NAME COMMAND…: one more test whose output is shown only when it fails.
step() {
  local name=$1 start=$SECONDS log
  log="$logs/$(printf '%s' "$name" | tr -c 'A-Za-z0-9\n' '-').log"
  shift
  mkdir -p "$logs"
  if "$@" >"$log" 2>&1; then
    passed=$((passed + 1))
    say "passed  $name ($(minutes_since "$start"))"
  else
    failed=$((failed + 1))
    tail -n 60 "$log"
    say "FAILED  $name ($(minutes_since "$start")), all of it in $log"
  fi
}
