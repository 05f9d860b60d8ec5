#!/usr/bin/env bash
# Does what docs/authors/first-scenario.md says, to the letter, on a copy: every command of a console block, every change of a diff
# block. After each block check has to find no error (but where the text says that every play stops). FIRSTHAND_PROGRAM is the program.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=$(realpath "${FIRSTHAND_PROGRAM:?is the firsthand program}")
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
export LC_ALL=C.UTF-8 XDG_STATE_HOME=$copy/state XDG_DATA_HOME=$copy/data SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy PATH=$copy:$PATH
cp -r scenarios assets "$copy/"
cp "$program" "$copy/firsthand" # the program looks beside itself first
document=$PWD/docs/authors/first-scenario.md own=$PWD/tests/plays/own-folder
cd "$copy"
lesson=scenarios/courses/first-responder/my-lesson

die() { printf 'tutorial: %s\n' "$*" >&2 && exit 1; }

# Lines with - and without a sign, together and once in the file, become those with + and without a sign.
change() { # block, file
  awk -v block="$1" '
    BEGIN {
      while ((getline line < block) > 0) {
        sign = substr(line, 1, 1); rest = substr(line, 2) "\n"
        if (sign != "+") old = old rest
        if (sign != "-") new = new rest
      }
      RS = "\001"
    }
    {
      at = index($0, old)
      if (at == 0) { print "not found:\n" old > "/dev/stderr"; exit 1 }
      printf "%s%s%s", substr($0, 1, at - 1), new, substr($0, at + length(old))
    }' "$2" >"$2.new" && mv "$2.new" "$2"
}

blocks=0
run_block() { # kind, file
  blocks=$((blocks + 1))
  if [ "$1" = diff ]; then
    change block "$2" || die "block $blocks does not fit $2"
  else
    while read -r sign command; do
      [ "$sign" = '$' ] || die "block $blocks: no command: $sign $command"
      (bash -ec "$command") >out 2>&1 || die "block $blocks: $command: $(cat out)"
    done <block
  fi
  if [ ! -d "$lesson" ]; then return; fi
  # Between the new step and the answers of the plays, and before the lesson has its name and its place in the list, check must find
  # the reason.
  if firsthand check "$lesson" >found; then
    printf 'fine after block %s\n' "$blocks" >>fine
  else
    grep -qE 'F0405|F0416|F1004|F1011' found || die "after block $blocks: $(cat found)"
    ! grep ': error F' found | grep -qvE 'F0405|F1004|F1011' && [ "$(grep -c ': error F' found)" -le 1 ] || die "after block $blocks more than one finding: $(cat found)"
  fi
}

inside=no
while IFS= read -r line; do
  case "$inside $line" in
    'no ```console' | 'no ```diff '*) inside=${line#\`\`\`} && : >block ;;
    'no '*) ;;
    *' ```') run_block ${inside} && inside=no ;;
    *) printf '%s\n' "$line" >>block ;;
  esac
done <"$document"

firsthand check scenarios >found || die "in the end: $(cat found)"
[ "$blocks" -ge 14 ] || die "only $blocks blocks were found"
[ "$(wc -l <fine)" -ge 10 ] || die "check was content only $(wc -l <fine) times"
[ -s my-lesson.pot ] && [ "$(find pictures -name '*.png' | wc -l)" -gt 20 ] || die 'no texts or no pictures'

# A folder with words of its own, through check and through the window's own code.
firsthand check "$own" >found || die "own folder: $(cat found)"
firsthand rehearse copier-room expert --content "$own" >found 2>&1 || die "own folder in the window: $(cat found)"
firsthand rehearse copier-room careless --content "$own" >found 2>&1 || die "own folder in the window: $(cat found)"
printf '%s blocks done, the own folder plays\n' "$blocks"
