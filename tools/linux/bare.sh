# shellcheck shell=bash
# Bare Debian 12 machines to try a package in: folders with nothing but Debian's own minimum, entered by chroot. Sourced by
# tools/linux/test, which is root. What is mounted into them is seen by the command inside only, and is gone with it.

cache=${FIRSTHAND_LINUX_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/firsthand-linux}
machines=$cache/machines

# Debian's main archives, from wherever this machine has its packages.
archives() {
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' 'Component: main' 'Origin: Debian' |
    awk '$2 ~ /^bookworm/ && !seen[$0]++'
}

# The pattern of all machines is made once.
make_bare_machine() {
  local mirror
  [ ! -d "$machines/bare" ] || return 0
  mirror=$(archives | awk '$2 == "bookworm" { print $1; exit }')
  mkdir -p "$machines" "$cache/archives/partial"
  rm -rf "$machines/bare.new"
  debootstrap --variant=minbase bookworm "$machines/bare.new" "${mirror:-http://deb.debian.org/debian}" &&
    archives | sed 's/^/deb /' >"$machines/bare.new/etc/apt/sources.list" &&
    in_machine bare.new useradd --create-home --shell /bin/bash officer &&
    mv "$machines/bare.new" "$machines/bare"
}

# machine_with NAME PACKAGE…: a pattern with these packages, made again when the list changes.
machine_with() {
  local name=$1
  shift
  [ "$(cat "$machines/$name.packages" 2>/dev/null)" != "$*" ] || return 0
  rm -rf "${machines:?}/$name" "$machines/$name.packages"
  copy_machine bare "$name" && install_in "$name" "$@" && echo "$*" >"$machines/$name.packages"
}

copy_machine() { # pattern, name
  rm -rf "${machines:?}/$2" && cp -a --reflink=auto "$machines/$1" "$machines/$2"
}

# in_machine NAME COMMAND…: as root, with a clean environment. What the command leaves running ends with it.
in_machine() {
  local name=$1
  shift
  timeout 600 unshare --mount --pid --fork --kill-child sh -ec 'machine=$1 archives=$2
    shift 2
    mount -t proc proc "$machine/proc"
    mount --rbind /dev "$machine/dev"
    mount --bind "$archives" "$machine/var/cache/apt/archives"
    exec chroot "$machine" "$@"' in_machine "$machines/$name" "$cache/archives" \
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb \
    DEBIAN_FRONTEND=noninteractive ${DISPLAY:+DISPLAY="$DISPLAY"} "$@"
}

# as_officer NAME SCRIPT: a shell of somebody who is no administrator; the first command that fails ends it.
as_officer() {
  in_machine "$1" setpriv --reuid officer --regid officer --init-groups env HOME=/home/officer USER=officer SDL_AUDIODRIVER=dummy bash -euc "cd; $2"
}

install_in() { # name, packages
  local name=$1
  shift
  in_machine "$name" apt-get -q update && in_machine "$name" apt-get -q -y --no-install-recommends install "$@"
}

# Every file of a machine but the user's own, and but what apt, dpkg and man write down for themselves about all packages.
files_of() {
  (cd "$machines/$1" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./sys -o -path ./tmp -o -path ./run -o -path ./home -o -path ./var/lib/apt \
    -o -path ./var/cache/apt -o -path ./var/cache/man -o -path ./var/log -o -path './var/lib/dpkg/*-old' -o -path './var/cache/debconf/*-old' \) -prune -o -printf '%y %p %l\n' | LC_ALL=C sort)
}
