// Quotes, and what stands in { } and [ ].
#include "engine/reading/slip_scan.h"

#include <algorithm>

namespace firsthand::reading {
namespace {
constexpr std::size_t nowhere = std::string_view::npos;
}

// Offset behind the quote that closes what opens at `at`, if that is before `limit`; otherwise nowhere.
std::size_t SlipScan::closing(std::size_t at, std::size_t limit) {
  const char quote = text_[at];
  for (std::size_t i = at + 1; i < limit; ++i, ++slips_.steps) {
    if (quote == '"' && text_[i] == '\\') {
      ++i;
    } else if (text_[i] == quote) {
      if (quote == '"' || sign(i + 1) != '\'') return i + 1;
      ++i;
    }
  }
  return nowhere;
}

// A quoted value of a block. Returns where the line ends in which it ends.
std::size_t SlipScan::quoted(std::size_t at, std::size_t end, std::size_t parent) {
  std::size_t behind = closing(at, end);
  if (behind != nowhere) return escapes(at, behind), behind_quote(at, behind, end), end;
  bool& no_more = no_more_[text_[at] == '"' ? 1 : 0];
  behind = no_more ? nowhere : closing(at, text_.size());
  no_more = behind == nowhere;
  if (behind != nowhere && quote_goes_on(end + 1, behind, parent)) {
    number_ += static_cast<std::size_t>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.begin() + static_cast<std::ptrdiff_t>(behind), '\n'));
    return line_end(behind);
  }
  slip("F0106", at, {}, true, true);
  return end;
}

// Whether the lines up to the closing quote can be meant as one text: all stand deeper, nothing follows the quote.
bool SlipScan::quote_goes_on(std::size_t at, std::size_t behind, std::size_t parent) {
  const std::string_view rest = trimmed(between(behind, line_end(behind)));
  if (!rest.empty() && rest[0] != '#') return false;
  while (at < behind) {
    const std::size_t end = line_end(at);
    const std::size_t column = between(at, end).find_first_not_of(' ');
    if (column != nowhere && column <= parent) return false;
    at = end + 1;
  }
  return true;
}

// "C:\new": what the sign behind "\" makes of it is hardly what was meant.
void SlipScan::escapes(std::size_t at, std::size_t behind) {
  if (text_[at] != '"') return;
  for (std::size_t i = at + 1; i + 1 < behind; ++i) {
    if (text_[i] != '\\') continue;
    if (std::string_view("ntrbafv").find(text_[i + 1]) != nowhere)
      return slip("F0129", i, {{"sign", std::string(between(i, i + 2))}}, true, false);
    ++i;
  }
}

void SlipScan::behind_quote(std::size_t at, std::size_t behind, std::size_t end) {
  const std::string_view rest = trimmed(between(behind, end));
  if (rest.empty() || (rest[0] == '#' && blank_or_end(behind))) return;
  goes_on_behind_quote(at, behind, end);
}

void SlipScan::goes_on_behind_quote(std::size_t at, std::size_t behind, std::size_t end) {
  std::string_view whole = trimmed(between(at, end));
  if (whole.size() > 1 && whole.back() == whole.front()) whole = whole.substr(1, whole.size() - 2);
  slip("F0126", behind, {{"repaired", in_quotes(text_[at] == '"' ? unescaped(whole, '"') : std::string(whole))}}, false, true);
}

// A value in brackets, over lines. Returns where the line ends in which it ends.
std::size_t SlipScan::flow(std::size_t at, std::size_t parent) {
  const std::size_t from = at, before = slips_.all.size();
  brackets_.clear();
  do {
    ++slips_.steps;
    if (text_[at] != '\n') {
      at = flow_sign(at);
    } else if (flow_line(at + 1, parent)) {
      slip("F0124", brackets_.back().at, {{"sign", std::string(1, text_[brackets_.back().at])}}, true, true);
      return at;
    } else {
      ++number_;
      ++at;
    }
  } while (at < text_.size() && !brackets_.empty());
  if (!brackets_.empty()) slip("F0124", brackets_.back().at, {{"sign", std::string(1, text_[brackets_.back().at])}}, true, true);
  at = std::min(at, text_.size());
  const std::size_t end = line_end(at);
  const std::string_view rest = trimmed(between(at, end));
  if (rest.empty() || rest[0] == '#' || rest[0] == ':' || end != line_end(from)) return end;
  if (std::none_of(slips_.all.begin() + static_cast<std::ptrdiff_t>(before), slips_.all.end(),
                   [](const Slip& s) { return s.breaks && s.code != std::string_view("F0119"); })) {
    slips_.all.resize(before); // it was no map at all
    slip("F0125", from, {{"sign", std::string(1, text_[from])}, {"repaired", in_quotes(trimmed(between(from, end)))}}, false, true);
  }
  return end;
}

// Whether the line at `at` cannot belong into the brackets that are open: an entry of the block around them.
bool SlipScan::flow_line(std::size_t at, std::size_t parent) {
  if (at >= text_.size()) return false;
  const std::string_view line = between(at, line_end(at));
  const std::size_t column = line.find_first_not_of(' ');
  if (column == line.npos || column > parent) return false;
  const std::string_view rest = line.substr(column);
  return rest.starts_with("- ") || key_end(rest) != rest.npos;
}

// One sign or one word; returns what is behind it.
std::size_t SlipScan::flow_sign(std::size_t at) {
  const char c = text_[at];
  if (c == ' ' || c == '\t') return at + 1;
  if (c == '#') return flow_comment(at); // the parser takes it as one whatever stands before it
  if (c == '{' || c == '[') {
    if (!brackets_.empty()) flow_entry_begins(at, at + 1, false);
    brackets_.push_back({at});
    brackets_.back().entry = nowhere;
    return at + 1;
  }
  if (c == '}' || c == ']') return flow_closes(at);
  if (c == ',') return flow_entry_ends(), at + 1;
  const bool colon = c == ':' && (blank_or_end(at + 1) || std::string_view(",]}").find(sign(at + 1)) != nowhere);
  if (colon || (c == ':' && at > 0 && (text_[at - 1] == '"' || text_[at - 1] == '\''))) return flow_colon(at);
  return c == '"' || c == '\'' ? flow_quote(at) : flow_plain(at);
}

std::size_t SlipScan::flow_closes(std::size_t at) {
  flow_entry_ends();
  const std::size_t opened = brackets_.back().at;
  const bool fits = (text_[opened] == '{') == (text_[at] == '}');
  if (!fits) slip("F0124", opened, {{"sign", std::string(1, text_[opened])}}, true, true);
  brackets_.pop_back();
  if (!fits) return brackets_.empty() ? at + 1 : at; // perhaps it closes the one around
  if (!brackets_.empty()) brackets_.back().end = at + 1;
  return at + 1;
}

void SlipScan::flow_entry_begins(std::size_t at, std::size_t behind, bool plain) {
  Bracket& bracket = brackets_.back();
  if (bracket.entry == nowhere) bracket.entry = at, bracket.colon = nowhere, ++bracket.entries;
  bracket.plain = plain;
  bracket.end = behind;
}

// Where the value of the entry that is being read begins; of one without colon, the entry.
std::size_t SlipScan::flow_value(std::size_t at) const {
  const Bracket& bracket = brackets_.back();
  if (bracket.colon != nowhere) return bracket.colon + 1;
  if (text_[bracket.at] == '{' && bracket.before != nowhere && bracket.before_plain) return bracket.before; // a comma has ended it
  return bracket.entry != nowhere ? bracket.entry : at;
}

// Where a text that goes on at `at` was meant to end: before the bracket that closes what is around it, before the next entry, or with
// the line. Brackets of its own belong to it if they are closed.
std::size_t SlipScan::flow_value_end(std::size_t at) {
  const std::size_t end = flow_end(at, true);
  return sign(end) == '\n' ? flow_end(at, false) : end;
}

std::size_t SlipScan::flow_end(std::size_t at, bool nested) {
  const bool map = text_[brackets_.back().at] == '{';
  std::size_t end = at;
  for (int open = 0; end < text_.size() && text_[end] != '\n'; ++end) {
    const char c = text_[end];
    if ((c == '}' || c == ']') && open-- == 0) break;
    if (nested && (c == '{' || c == '[')) ++open;
    if (c == ',' && open == 0 && (!map || entry_follows(end + 1))) break;
  }
  slips_.steps += end - at;
  return end;
}

// "key: …", or the end of the line or of the brackets.
bool SlipScan::entry_follows(std::size_t at) const {
  while (sign(at) == ' ')
    ++at;
  const char first = sign(at);
  if (first == '\n' || first == '}' || first == ']' || first == '#') return true;
  const std::size_t behind = std::min(text_.find_first_not_of(key_signs, at), text_.size());
  return behind > at && sign(behind) == ':' && blank_or_end(behind + 1);
}

std::size_t SlipScan::flow_comment(std::size_t at) {
  std::size_t last = at;
  while (last > 0 && (text_[last - 1] == ' ' || text_[last - 1] == '\t'))
    --last;
  const char before = last > 0 ? text_[last - 1] : '\n';
  const std::size_t end = line_end(at);
  const bool tight = !blank_or_end(at + 1) && text_[at + 1] != '#';
  const bool eats = between(at, end).find_first_of("}]") != nowhere;
  const bool ends_text = last == at || std::string_view(",[{}]\n").find(before) == nowhere;
  if (!(ends_text && (tight || eats))) return end;
  const std::size_t meant = flow_value_end(at);
  return brackets_.back().told ? meant : flow_tells("F0115", at, meant, {{"lost", std::string(between(at, end))}});
}

// What ends a text is told once for its whole text, which is stepped over: what else stands in it is mended with it.
std::size_t SlipScan::flow_tells(const char* code, std::size_t at, std::size_t end, Facts facts, bool sure) {
  Bracket& bracket = brackets_.back();
  facts.emplace_back("repaired", in_quotes(trimmed(between(flow_value(at), end))));
  slip(code, at, std::move(facts), sure, true);
  bracket.told = true, bracket.end = end;
  return end;
}

std::size_t SlipScan::flow_plain(std::size_t at) {
  std::size_t behind = at, length = 0;
  while (behind < text_.size() && std::string_view(",[]{}\n").find(text_[behind]) == nowhere) {
    if (text_[behind] == ':' && (blank_or_end(behind + 1) || std::string_view(",]}").find(sign(behind + 1)) != nowhere)) break;
    if (text_[behind] == '#' && behind > at && text_[behind - 1] == ' ') break;
    if (text_[behind] == '?' && behind > at) break; // the parser ends a text there, whatever follows
    ++behind;
  }
  slips_.steps += behind - at;
  if (behind == at) return at + 1;
  const std::string_view word = trimmed(between(at, behind));
  const bool lone = word[0] == '-' && blank_or_end(at + 1);
  if (lone || word[0] == '?' || std::string_view("&*!@`%|>").find(word[0]) != nowhere) return flow_begins_wrong(at, word.substr(0, 1));
  const Sign* strange = look_alike(text_, at, length);
  if (strange && (strange->kind == SignKind::blank || strange->kind == SignKind::nothing))
    slip("F0117", at, {{"sign", strange->name}}, true, false);
  flow_entry_begins(at, at + word.size(), true);
  const bool ends_text = behind < text_.size() && std::string_view("[{?").find(text_[behind]) != nowhere;
  return ends_text ? flow_ends_text(behind) : behind;
}

std::size_t SlipScan::flow_begins_wrong(std::size_t at, std::string_view sign) {
  flow_entry_begins(at, at + 1, true);
  const std::size_t end = flow_value_end(at);
  return brackets_.back().told ? end : flow_tells("F0125", at, end, {{"sign", std::string(sign)}}, false);
}

// "flaw: no-zone" behind a quoted text of a map: its key; empty if it is none.
std::string_view SlipScan::key_at(std::size_t at) const {
  std::size_t end = at;
  while (end < text_.size() && key_signs.find(text_[end]) != nowhere)
    ++end;
  const bool key = end > at && text_[brackets_.back().at] == '{' && sign(end) == ':' && blank_or_end(end + 1);
  return key ? between(at, end) : std::string_view();
}

std::size_t SlipScan::flow_quote(std::size_t at) {
  const std::size_t end = line_end(at);
  std::size_t behind = closing(at, end);
  if (behind == nowhere) {
    bool& no_more = no_more_[text_[at] == '"' ? 1 : 0];
    behind = no_more ? nowhere : closing(at, text_.size());
    no_more = behind == nowhere;
    if (behind != nowhere && std::string_view(",]}:\n").find(sign(behind)) != nowhere && !flow_line(end + 1, nowhere - 1))
      return flow_entry_begins(at, behind, false), behind;
    return slip("F0106", at, {}, true, true), brackets_.clear(), end;
  }
  escapes(at, behind);
  std::size_t next = behind;
  while (sign(next) == ' ')
    ++next;
  const bool fits = std::string_view(",]}:\n#").find(sign(next)) != nowhere;
  const std::string_view inner = trimmed(between(at + 1, behind - 1));
  if (!fits && inner.ends_with(':')) return slip("F0106", at, {}, true, true), brackets_.clear(), end;
  const std::size_t stop = fits ? behind : flow_value_end(behind);
  flow_entry_begins(at, stop, false);
  if (fits || brackets_.back().told) return stop;
  const std::string_view key = next == behind ? std::string_view() : key_at(next);
  if (!key.empty()) return flow_tells("F0132", next, flow_value_end(next + key.size() + 1), {{"key", std::string(key)}});
  goes_on_behind_quote(at, behind, stop);
  return stop;
}

std::size_t SlipScan::flow_colon(std::size_t at) {
  Bracket& bracket = brackets_.back();
  if (bracket.entry == nowhere) flow_entry_begins(at, at + 1, true);
  if (bracket.colon != nowhere) return flow_ends_text(at);
  const std::string_view word = between(bracket.entry, at);
  const bool amount = !word.empty() && word[0] >= '0' && word[0] <= '9'; // "2 min: 3"; no other key has blanks
  const bool is_text = text_[bracket.at] == '{' && bracket.plain && bracket.before != nowhere && bracket.before_plain && !amount &&
                       word.find(' ') != nowhere;
  if (is_text && !bracket.told) return flow_tells("F0116", bracket.before_end, flow_value_end(at), {{"sign", ","}});
  bracket.colon = at, bracket.plain = false;
  return at + 1;
}

// A sign that ends a plain text in brackets though it was meant as part of it. Returns where that text was meant to end.
std::size_t SlipScan::flow_ends_text(std::size_t at) {
  const std::size_t end = flow_value_end(at);
  if (brackets_.back().told) return end;
  const std::string_view key = key_without_comma(at);
  if (key.empty()) return flow_tells("F0116", at, end, {{"sign", std::string(1, text_[at])}});
  return flow_tells("F0132", at - key.size(), end, {{"key", std::string(key)}});
}

// "lock: afu radio: on": two words alone, and the colon behind the second. Empty: it looks like a text.
std::string_view SlipScan::key_without_comma(std::size_t colon) const {
  if (text_[colon] != ':' || text_[brackets_.back().at] != '{') return {};
  const std::string_view value = trimmed(between(flow_value(colon), colon));
  const std::size_t blank = value.find_first_not_of(key_signs);
  if (blank == nowhere || blank == 0 || value[blank] != ' ') return {};
  const std::string_view key = trimmed(value.substr(blank));
  return !key.empty() && value.back() == text_[colon - 1] && key.find_first_not_of(key_signs) == nowhere ? key : std::string_view();
}

void SlipScan::flow_entry_ends() {
  Bracket& bracket = brackets_.back();
  if (bracket.entry == nowhere) return;
  if (text_[bracket.at] == '{')
    flow_map_entry(bracket);
  else
    flow_list_entry(bracket);
  bracket.before = bracket.colon != nowhere ? bracket.colon + 1 : bracket.entry;
  bracket.before_end = bracket.end;
  bracket.before_plain = bracket.plain;
  bracket.entry = bracket.colon = nowhere;
}

// "answer: -2,5 min": figures on both sides of the comma, and nothing else before it.
bool SlipScan::is_decimal_comma(const Bracket& bracket, std::string_view word) const {
  if (bracket.before == nowhere || word.empty() || word[0] < '0' || word[0] > '9' || sign(bracket.before_end + 1) != word[0]) return false;
  std::string_view front = trimmed(between(bracket.before, bracket.before_end));
  if (front.starts_with('-') || front.starts_with('+')) front.remove_prefix(1);
  return !front.empty() && front.find_first_not_of("0123456789") == nowhere;
}

// An entry of a map that has no colon: the rest of a text that a comma has ended, or a key alone.
void SlipScan::flow_map_entry(Bracket& bracket) {
  if (bracket.colon != nowhere || bracket.told) return;
  bracket.told = true;
  const std::string_view word = trimmed(between(bracket.entry, bracket.end));
  const std::size_t tight = tight_colon(word);
  if (tight != nowhere)
    return slip("F0120", bracket.entry + tight,
                {{"sign", ":"}, {"repaired", std::string(word.substr(0, tight)) + ": " + std::string(word.substr(tight + 1))}}, true, true);
  if (is_decimal_comma(bracket, word)) {
    const std::string front(trimmed(between(bracket.before, bracket.before_end)));
    return slip("F0134", bracket.before_end, {{"text", front + "," + std::string(word)}, {"repaired", front + "." + std::string(word)}},
                true, true);
  }
  if (bracket.before != nowhere && bracket.before_plain)
    return void(flow_tells("F0116", bracket.before_end, flow_value_end(bracket.end), {{"sign", ","}}));
  const std::size_t end = std::min(word.find(' '), word.size());
  slip("F0119", bracket.entry,
       {{"key", std::string(word.substr(0, end))},
        {"repaired", std::string(word.substr(0, end)) + ": " + std::string(trimmed(word.substr(end)))}},
       true, true);
}

// Texts of several words in [ ]: a comma in them would make two of one, and nobody could tell. An entry with a capital
// begins anew.
void SlipScan::flow_list_entry(Bracket& bracket) {
  const std::string_view word = trimmed(between(bracket.entry, bracket.end));
  const bool amount = word.empty() || (word[0] >= '0' && word[0] <= '9') || word[0] == '+' || word[0] == '-' || word.starts_with("at ");
  const bool anew = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
  if (bracket.colon == nowhere && bracket.plain && !amount && word.find(' ') != word.npos) bracket.several_words = true;
  if (bracket.told || anew || !bracket.several_words || bracket.entries < 2) return;
  bracket.told = true;
  slip("F0131", bracket.entry, {}, true, false);
}

} // namespace firsthand::reading
