#!/usr/bin/env bash
# The man page and the completions against what --help says: every command and every option that --help names stands on the
# page and is offered. FIRSTHAND_PROGRAM is the program. fish and zsh are asked if they are here.
set -uo pipefail
program=$(realpath "${FIRSTHAND_PROGRAM:?is the firsthand program}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/here" "$folder/here/lesson"
touch "$folder/here/one.play"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$program" >"$folder/bin/firsthand"
chmod +x "$folder/bin/firsthand"
export PATH=$folder/bin:$PATH HOME=$folder
cd "$folder/here" || exit 1

checks=0
failures=0
check() { # what it is, wanted word, the words it must be among
  checks=$((checks + 1))
  if ! grep -qxF -e "$2" <<<"$3"; then
    failures=$((failures + 1))
    printf '%s: "%s" is missing in: %s\n' "$1" "$2" "$(tr '\n' ' ' <<<"$3")" >&2
  fi
}

for as in man bash zsh fish; do
  firsthand describe --as "$as" >"$folder/$as" || exit 1
done

# As --help prints them: commands below "Subcommands:", options at the beginning of a line.
commands_of_help() { firsthand --help | sed -n '/^Subcommands:/,$p' | sed -nE 's/^  ([a-z-]+) .*/\1/p'; }
options_of_help() { firsthand "$@" --help | sed -nE 's/^  (-h,)?(--[a-z0-9-]+).*/\2/p'; }

# The page as a reader sees it, one word a line; of one section, if it is named.
page=$(sed 's/\\&//g; s/\\f[BIR]//g; s/\\-/-/g' "$folder/man")
words_of_section() { awk -v section="$1" '/^\.S[SH] / { on = ($0 == section) } on' <<<"$page" | tr -s ' ,' '\n'; }

in_bash() { # the words of a command line; what is offered for its last one
  (
    . "$folder/bash"
    compopt() { :; } # only inside of a real completion
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _firsthand
    printf '%s\n' "${COMPREPLY[@]}"
  )
}

in_fish() { fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$folder/fish" "$1" | cut -f1; }

# zsh completes only in a terminal of its own: what it shows for the line is read from there, until the last word came.
in_zsh() { # the line, the word that comes last
  zsh -f -c '
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell "PROMPT= LISTMAX=999 COLUMNS=200; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D; zstyle \":completion:*\" verbose no; unsetopt zle_bracketed_paste; print -r -- re\"\"ady"
    zpty -r -m shell seen "*ready*"
    zpty -n -w shell "$2"$'"'\\t\\t'"'
    for try in {1..50}; do
      sleep 0.2
      while zpty -r -t shell seen; do all+=$seen; done
      [[ $all != *$3* ]] || break
    done
    print -rn -- $all
    zpty -d shell' in_zsh "$folder/zsh-functions" "$1" "$2" | tr -d '\r' | sed 's/\x1b\[[0-9;?]*[A-Za-z]/ /g' | tr -s ' \t' '\n'
}

has_fish=no has_zsh=no
command -v fish >/dev/null && has_fish=yes
command -v zsh >/dev/null && has_zsh=yes
mkdir "$folder/zsh-functions" && cp "$folder/zsh" "$folder/zsh-functions/_firsthand"

check_options() { # command (or nothing)
  local option options section=".SS $1"
  [ -n "$1" ] || section='.SH OPTIONS'
  options=$(options_of_help ${1:+"$1"})
  check "--help $1" --help "$options"
  for option in $options; do
    check "man, $section" "$option" "$(words_of_section "$section")"
    check "bash, firsthand $1" "$option" "$(in_bash firsthand ${1:+"$1"} -)"
    [ $has_fish = no ] || check "fish, firsthand $1" "$option" "$(in_fish "firsthand${1:+ $1} --")"
  done
}

commands=$(commands_of_help)
check 'commands in --help' check "$commands"
check_options ''
for command in $commands; do
  check 'man, commands' "$command" "$(sed -n 's/^\.SS //p' <<<"$page")"
  check 'bash, commands' "$command" "$(in_bash firsthand '')"
  [ $has_fish = no ] || check 'fish, commands' "$command" "$(in_fish 'firsthand ')"
  check_options "$command"
done

check 'bash, a folder' lesson "$(in_bash firsthand check --content l)"
check 'bash, only folders' '' "$(in_bash firsthand check --content o)"
check 'bash, a file' one.play "$(in_bash firsthand rehearse lesson o)"
check 'bash, after a value' csv "$(in_bash firsthand --data check export --as c)"
check 'bash, after an equals sign' xapi "$(in_bash firsthand export --as = x)"
check 'bash, nothing for a name' '' "$(in_bash firsthand drive --learner '')"
check 'bash, not itself' '' "$(in_bash firsthand desc)"
if [ $has_fish = yes ]; then
  check 'fish, a choice' dark "$(in_fish 'firsthand screens --theme d')"
  check 'fish, a file' one.play "$(in_fish 'firsthand rehearse lesson one')"
fi
if [ $has_zsh = yes ]; then
  offered=$(in_zsh 'firsthand ' verify)
  for command in $commands; do check 'zsh, commands' "$command" "$offered"; done
  offered=$(in_zsh 'firsthand export --' --to)
  for option in $(options_of_help export); do check 'zsh, options of export' "$option" "$offered"; done
fi

echo "$checks words looked for (fish: $has_fish, zsh: $has_zsh), $failures missing"
[ "$checks" -ge 100 ] && [ "$failures" -eq 0 ]
