# Reads C++ and prints context, msgid, msgid_plural and place of every tr() and plural(), tab-separated. For tools/strings.
# A call on "…words" names its context itself; any other tr() is a wrapper, whose context stands where the wrapper is
# defined: in the file, or in the nearest header of ours that it includes. It knows only as much C++ as our sources use.
# What stands in content ("luck", "course") is collected by tools/strings itself.

function warn(file, line, words) { printf "tools/strings: %s:%d: %s\n", file, line, words > "/dev/stderr" }

# Blanks comments, keeps line breaks, so that offsets can be turned into lines.
function without_comments(text,    out, c, two, n, i, inside) {
  n = length(text); out = ""; i = 1; inside = 0
  while (i <= n) {
    c = substr(text, i, 1); two = substr(text, i, 2)
    if (inside) {
      if (c == "\\") { out = out two; i += 2; continue }
      if (c == "\"") inside = 0
      out = out c; i++
    } else if (two == "//") {
      while (i <= n && substr(text, i, 1) != "\n") i++
    } else if (two == "/*") {
      while (i <= n && substr(text, i, 2) != "*/") { if (substr(text, i, 1) == "\n") out = out "\n"; i++ }
      i += 2
    } else if (c == "\"") {
      inside = 1; out = out c; i++
    } else if (c == "'" && match(substr(text, i, 4), /^'(\\.|[^\\])'/)) {
      out = out " "; i += RLENGTH
    } else {
      out = out c; i++
    }
  }
  return out
}

# The end of the string that begins at i: the place after its closing quote.
function after_string(text, i,    c) {
  for (i++; i <= length(text); i++) {
    c = substr(text, i, 1)
    if (c == "\\") i++
    else if (c == "\"") return i + 1
  }
  return i
}

# The arguments of the call whose "(" is at i, split at the commas of its own depth, into args[1…]. Returns how many.
function arguments(text, i, args,    c, depth, n, from, to) {
  depth = 0; n = 0; from = i + 1
  while (i <= length(text)) {
    c = substr(text, i, 1)
    if (c == "\"") { i = after_string(text, i); continue }
    if (c == "(" || c == "{" || c == "[") depth++
    if (c == ")" || c == "}" || c == "]") depth--
    if (depth == 0 || (depth == 1 && c == ",")) { args[++n] = substr(text, from, i - from); from = i + 1 }
    if (depth == 0) return n
    i++
  }
  return 0
}

# All literals in a piece of source; neighbours with only space between are one text; what is compared with is none.
function literals(text, found,    i, n, from, between, last_end, compared) {
  n = 0; last_end = 0; i = 1
  while (i <= length(text)) {
    if (substr(text, i, 1) != "\"") { i++; continue }
    from = i; i = after_string(text, i)
    between = substr(text, last_end, from - last_end)
    compared = substr(text, 1, from - 1) ~ /[=!]=[ \n]*$/
    if (n > 0 && last_end > 0 && between ~ /^[ \n\t]*$/) found[n] = found[n] substr(text, from + 1, i - from - 2)
    else if (!compared) found[++n] = substr(text, from + 1, i - from - 2)
    last_end = i
  }
  return n
}

function line_at(text, i,    before) { before = substr(text, 1, i); return gsub(/\n/, "\n", before) + 1 }
function is_word(c) { return c ~ /[A-Za-z0-9_]/ }

# A string constant of the file by its name: the literal after "name =" or "name{" or "name[] = ".
function constant(text, name,    at, rest, found) {
  if (!match(text, "[^A-Za-z0-9_]" name "(\\[\\])?[ ]*(=|\\{)")) return ""
  rest = substr(text, RSTART + RLENGTH); at = index(rest, ";")
  return literals(substr(rest, 1, at), found) == 1 ? found[1] : ""
}

# The context that a file's wrapper gives, or "".
function wrapper_of(file,    text, rest, args, i) {
  if (file in wrapper) return wrapper[file]
  wrapper[file] = ""; text = code[file]
  while (match(text, /[^A-Za-z0-9_](tr\(std::string_view|tr *= *\[)/)) {
    rest = substr(text, RSTART + 3); text = rest
    if (!match(rest, /words(\(\)|_)?(\.|->)tr\(/) || RSTART > 200) continue
    arguments(rest, RSTART + RLENGTH - 1, args); i = args[1]
    if (i ~ /^[ ]*"/) { gsub(/^[ ]*"|"[ ]*$/, "", i); return wrapper[file] = i }
    gsub(/[ \n]/, "", i)
    return wrapper[file] = constant(code[file], i)
  }
  return ""
}

# Breadth first through our own includes.
function context_of(file,    queue, first, last, seen, rest, next_file, found) {
  if (file in known) return known[file]
  first = last = 1; queue[1] = file; seen[file] = 1
  while (first <= last) {
    found = wrapper_of(queue[first])
    if (found != "") return known[file] = found
    rest = code[queue[first++]]
    while (match(rest, /#include "[^"]*"/)) {
      next_file = substr(rest, RSTART + 10, RLENGTH - 11); rest = substr(rest, RSTART + RLENGTH)
      if (next_file in code && !(next_file in seen)) { seen[next_file] = 1; queue[++last] = next_file }
    }
  }
  return known[file] = ""
}

function print_text(context, id, plural, file, line) { printf "%s\t%s\t%s\t%s:%d\n", context, id, plural, file, line }

function covered(file,    i) { for (i in table_file) if (table_file[i] == file) return 1; return 0 }

# The texts of one argument: literals, or a table of the same file that it looks into.
function texts_of(file, argument, found,    name) {
  if (argument ~ /"/) return literals(argument, found)
  name = argument; gsub(/^[ \n]+/, "", name)
  if (!match(name, /^[A-Za-z_][A-Za-z0-9_]*\[/)) return 0
  return table_texts(file, substr(name, 1, RLENGTH - 1), found)
}

function table_texts(file, name, found,    text, at, i, depth, c) {
  text = code[file]
  if (!match(text, "[^A-Za-z0-9_]" name "(\\[[A-Za-z0-9_]*\\])?[ ]*(=[ ]*)?\\{")) return 0
  at = RSTART + RLENGTH - 1; depth = 0
  for (i = at; i <= length(text);) {
    c = substr(text, i, 1)
    if (c == "\"") { i = after_string(text, i); continue }
    if (c == "{") depth++
    if (c == "}" && --depth == 0) break
    i++
  }
  return literals(substr(text, at, i - at), found)
}

function read_call(file, text, at, name, open, receiver,    args, n, context, found, count, i, line, direct) {
  line = line_at(text, at)
  split("", args); n = arguments(text, open, args)
  if (n == 0 || args[1] ~ /^[ \n]*(std::string_view|const |std::size_t)/) return
  direct = receiver ~ /words(\(\)|_)?(\.|->)$/
  if (name == "plural" && !direct) return
  if (direct) {
    if (args[1] ~ /^[ \n]*"/) { literals(args[1], found); context = found[1] } else { context = args[1]; gsub(/[ \n]/, "", context); context = constant(text, context) }
    i = 2
  } else { context = context_of(file); i = 1 }
  if (args[i] ~ /^[ \n]*(source|english)[ \n]*$/) return
  split("", found); count = texts_of(file, args[i], found)
  if (context == "" || count == 0) {
    if (!covered(file) && context != "luck" && context != "course") warn(file, line, "the text of this " name "() cannot be read: " args[i])
    return
  }
  if (name == "plural") {
    if (literals(args[3], args) == 0) { warn(file, line, "the plural cannot be read"); return }
    print_text(context, found[1], args[1], file, line); return
  }
  for (n = 1; n <= count; n++) print_text(context, found[n], "", file, line)
}

function read_calls(file,    text, rest, offset, at, name, before, receiver) {
  text = code[file]; rest = text; offset = 0
  while (match(rest, /(tr|plural)\(/)) {
    at = offset + RSTART; name = substr(rest, RSTART, RLENGTH - 1)
    rest = substr(rest, RSTART + RLENGTH); offset = at + RLENGTH - 1
    before = at > 60 ? substr(text, at - 60, 60) : substr(text, 1, at - 1)
    if (is_word(substr(before, length(before), 1))) continue
    receiver = before; if (match(receiver, /[A-Za-z0-9_().>-]*$/)) receiver = substr(receiver, RSTART)
    if (before ~ /(std::string|auto|::)[ ]*$/ || before ~ /Words::$/) continue
    read_call(file, text, at, name, offset, receiver)
  }
}

function read_tables(    i, n, found, k) {
  for (i = 1; i <= table_count; i++) {
    split("", found); n = table_texts(table_file[i], table_name[i], found)
    if (n == 0) warn(table_file[i], 1, "there is no table " table_name[i])
    for (k = 1; k <= n; k++)
      if (table_which[i] == 0 || (k - table_which[i]) % 2 == 0) print_text(table_context[i], found[k], "", table_file[i], 1)
  }
}

{ raw[FILENAME] = raw[FILENAME] $0 "\n" }

END {
  rows = split(tables, row, "\n")
  for (r = 1; r <= rows; r++)
    if (split(row[r], part, " ") == 4) {
      table_count++; table_context[table_count] = part[1]; table_file[table_count] = part[2]
      table_name[table_count] = part[3]; table_which[table_count] = part[4]
    }
  for (f = 1; f < ARGC; f++) code[ARGV[f]] = without_comments(raw[ARGV[f]])
  for (f = 1; f < ARGC; f++) read_calls(ARGV[f])
  read_tables()
}
