# shellcheck shell=bash
# The folder as it is unzipped, and the zip. Sourced by tools/windows/build. From one commit comes one zip, byte for byte.

pack=build/windows/firsthand

# Whoever reads it may have an editor that knows one kind of line end only.
with_windows_lines() { sed 's/\r*$/\r/' "$1" >"$2"; }

# Only the fonts that the program names are taken along. Chinese has two files of one font: the first is enough.
pack_fonts() {
  local font file
  mkdir -p "$pack/fonts"
  for font in $(grep -oE '[A-Za-z]+(-[A-Za-z]+)?\.ttf' engine/fonts/fonts.cpp | sort -u | grep -v '^DroidSansFallback\.ttf$'); do
    for file in /usr/share/fonts/truetype/{noto,droid}/"$font"; do [ ! -f "$file" ] || cp "$file" "$pack/fonts/"; done
    [ -f "$pack/fonts/$font" ] || die "The font $font is not installed."
  done
}

# pack_licence FILE NAME: what Debian says of the copyright, and the common licences that it points to.
pack_licence() {
  local common
  [ -s "$1" ] || die "There is no licence text $1 for $2."
  cp "$1" "$pack/licences/$2.txt"
  for common in $(grep -oE '/usr/share/common-licenses/[A-Za-z0-9-]+(\.[0-9]+)*' "$1" | sort -u); do
    cp -L "$common" "$pack/licences/common/"
  done
}

# Everything that is in the two programs, or lies beside them.
pack_licences() {
  local source package
  mkdir -p "$pack/licences/common"
  cp LICENSE "$pack/licences/Firsthand.txt"
  with_windows_lines tools/windows/licences.txt "$pack/licences/README.txt"
  for source in "${sources[@]}"; do
    pack_licence "$(echo "$cache/src/$source"-[0-9]*/debian/copyright)" "$source"
  done
  pack_licence /usr/share/doc/libpixman-1-0/copyright pixman
  for package in nlohmann-json3-dev libcli11-dev mingw-w64-x86-64-dev gcc-mingw-w64-x86-64-posix-runtime fonts-noto-core fonts-droid-fallback; do
    pack_licence "/usr/share/doc/$package/copyright" "$package"
  done
}

# What an author of lessons reads, and the page that each finding names: docs/findings/F0101.md, seen from the program.
pack_docs() {
  local page
  mkdir -p "$pack/docs/authors" "$pack/docs/findings"
  for page in docs/commands.md docs/authors/*.md docs/findings/F*.md; do with_windows_lines "$page" "$pack/$page"; done
}

# Names in one order and one time for all files, so that the same commit gives the same zip.
zip_folder() {
  local when=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
  find "$pack" -exec touch -h -d "@$when" {} +
  find "$pack" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
  (cd build/windows && find firsthand | LC_ALL=C sort | TZ=UTC zip -q -X -9 firsthand-windows.zip -@ && sha256sum firsthand-windows.zip >firsthand-windows.zip.sha256)
}

pack() {
  rm -rf "$pack" build/windows/firsthand-windows.zip*
  mkdir -p "$pack"
  cp build/windows/firsthand.exe build/windows/firsthand-cli.exe "$pack/"
  cp -r scenarios assets "$pack/"
  with_windows_lines tools/windows/README.txt "$pack/README.txt"
  with_windows_lines docs/it/windows.md "$pack/FOR-IT.txt"
  with_windows_lines docs/station/five-minutes.md "$pack/START-HERE.txt"
  { printf '\xEF\xBB\xBF' && with_windows_lines docs/station/five-minutes.th.md /dev/stdout; } >"$pack/START-HERE-th.txt" # an old editor needs the mark
  with_windows_lines tools/windows/results.cmd "$pack/results.cmd"
  : >"$pack/firsthand.portable"
  pack_docs
  pack_fonts
  pack_licences
  (cd "$pack" && find . -type f ! -name SHA256SUMS.txt | LC_ALL=C sort | xargs -d '\n' sha256sum | sed 's|  \./|  |' >SHA256SUMS.txt)
  zip_folder
}
