# Debian's changelog out of CHANGELOG.md: the section of one version, an entry a line, folded to 78 columns.
# Variables: version, maintainer, day (as in mail).
function entry(text, words, count, i, line) {
  count = split(text, words, " ")
  line = "  *"
  for (i = 1; i <= count; ++i) {
    if (length(line) + 1 + length(words[i]) > 78) { print line; line = "   " }
    line = line " " words[i]
  }
  print line
}
function flush() {
  if (text != "") { entry(text); ++entries }
  text = ""
}
/^## / { flush(); inside = $2 == version; next }
!inside { next }
/^- / { flush(); text = substr($0, 3); next }
/^$/ { flush(); next }
{ text = text " " $0 }
BEGIN { printf "firsthand (%s) bookworm; urgency=medium\n\n", version }
END {
  flush()
  printf "\n -- %s  %s\n", maintainer, day
  if (!entries) { print "CHANGELOG.md has no section of version " version > "/dev/stderr"; exit 1 }
}
