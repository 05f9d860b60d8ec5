// Lines and blocks: indentation, keys, plain texts and text blocks.
#include "engine/reading/slip_scan.h"

#include "engine/base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n'))
    text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  return text;
}

std::size_t key_end(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#' && i > 0 && line[i - 1] == ' ') return line.npos;
    if (line[i] == ':' && (i + 1 == line.size() || line[i + 1] == ' ' || line[i + 1] == '\t')) return i;
  }
  return line.npos;
}

std::size_t tight_colon(std::string_view line) {
  const auto in_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (line.empty() || line[0] < 'a' || line[0] > 'z') return line.npos;
  std::size_t i = 0;
  while (i < line.size() && in_word(line[i]))
    ++i;
  const bool tight = i + 1 < line.size() && line[i] == ':' && line[i + 1] != ' ' && line[i + 1] != '/' && line[i + 1] != ':';
  return tight ? i : line.npos;
}

std::string first_of(std::string_view text) {
  constexpr std::size_t most = 160;
  if (base::count_code_points(text) <= most) return std::string(text);
  std::size_t at = 0;
  for (std::size_t i = 0; i < most; ++i)
    base::next_code_point(text, at);
  return std::string(text.substr(0, at)) + "…";
}

Slips find_slips(std::string_view text) { return SlipScan(text).run(); }

Slips SlipScan::run() {
  while (at_ < text_.size() && !lost_)
    line();
  return std::move(slips_);
}

void SlipScan::slip(const char* code, std::size_t at, Facts facts, bool sure, bool breaks) {
  for (auto& fact : facts)
    fact.second = first_of(fact.second);
  slips_.all.push_back({code, at, std::move(facts), sure, breaks});
}

std::size_t SlipScan::line_end(std::size_t at) {
  const std::size_t end = std::min(text_.find('\n', at), text_.size());
  slips_.steps += end - at + 1;
  return end;
}

void SlipScan::step_over(std::size_t end) { at_ = end + 1; }

// Moves over the blanks before the first sign and counts them; a look-alike counts as one and is told.
std::size_t SlipScan::blank_width(std::size_t& at, std::size_t end) {
  std::size_t column = 0, length = 0;
  bool told = false;
  while (at < end) {
    const Sign* strange = look_alike(text_, at, length);
    if (text_[at] != ' ' && !(strange && (strange->kind == SignKind::blank || strange->kind == SignKind::nothing))) break;
    if (strange && !told) slip("F0117", at, {{"sign", strange->name}}, told = true, true);
    column += strange && strange->kind == SignKind::nothing ? 0 : 1;
    at += strange ? length : 1;
  }
  return column;
}

void SlipScan::line() {
  const std::size_t start = at_, end = line_end(at_);
  ++number_;
  step_over(end);
  const std::string_view whole = between(start, end);
  const std::size_t first = whole.find_first_not_of(" \t");
  if (first == whole.npos) return;
  if (whole[first] == '#') return void(last_ = last_ == Last::plain ? Last::closed : last_);
  if (whole.starts_with("---") || whole.starts_with("...") || whole[0] == '%') return;
  std::size_t at = start, length = 0;
  const std::size_t column = blank_width(at, end);
  if (at >= end) return;
  if (!levels_.empty() && levels_.back().column == tight_ && column == tight_ + 1) // written as if the blank were there
    levels_.back().column = last_parent_ = column;
  const bool shifted = column == shifted_from_;
  if (!shifted) shifted_from_ = std::string_view::npos;
  if (last_ == Last::plain && last_alone_ && column == last_column_ && key_end(between(at, end)) != std::string_view::npos)
    return lacks_colon(last_at_, line_end(last_at_)), open(column, false), entry(at, end, column, false);
  if (last_ == Last::plain && column > last_parent_ && !shifted) return continuation(at, end, column);
  const Sign* strange = look_alike(text_, at, length);
  const bool item = (text_[at] == '-' && (blank_or_end(at + 1) || (sign(at + 1) >= 'a' && sign(at + 1) <= 'z'))) ||
                    (strange && strange->kind == SignKind::dash);
  entry(at, end, shifted ? shifted_to_ : fit(column, item, at), false);
}

// A plain text goes on in the next line. What looks like an entry there was not meant as text.
void SlipScan::continuation(std::size_t at, std::size_t end, std::size_t column) {
  const std::string_view rest = between(at, end);
  const bool dash = rest.starts_with("- ");
  if (dash || key_end(rest) != rest.npos) {
    const auto level = std::find_if(levels_.rbegin(), levels_.rend(), [&](const Level& l) { return l.column < column && l.list == dash; });
    return entry(at, end, misplaced(column, level == levels_.rend() ? nullptr : &*level, nullptr, at), false);
  }
  comment_behind(last_at_, at, end);
}

namespace {
// Where the blank before a comment stands; npos: there is none.
std::size_t comment_in(std::string_view rest) { return std::min(rest.find(" #"), rest.find("\t#")); }
} // namespace

// "#2" was meant as part of the text, "# why" as a comment. `hash`: of the blank before it, from `at` on.
bool SlipScan::cuts_text(std::size_t at, std::size_t hash) const {
  const std::size_t behind = hash == std::string_view::npos ? hash : at + hash + 2;
  return behind < text_.size() && !blank_or_end(behind) && text_[behind] != '#';
}

// " #" in the line of a plain text: all behind it is a comment.
void SlipScan::comment_behind(std::size_t start, std::size_t at, std::size_t end) {
  const std::string_view rest = between(at, end);
  const std::size_t hash = comment_in(rest);
  if (hash == rest.npos) return;
  last_ = Last::closed;
  if (!cuts_text(at, hash) || start != at)
    slips_.commented.push_back(start);
  else
    slip("F0115", at + hash + 1, {{"lost", std::string(rest.substr(hash + 1))}, {"repaired", in_quotes(trimmed(rest))}}, true, false);
}

// A line stands between two levels, or deeper than anything asked for. The nearer level was meant; it is what is returned.
std::size_t SlipScan::misplaced(std::size_t column, const Level* right, const Level* left, std::size_t at) {
  if (!right && !left) return column;
  const bool is_right = right && (!left || column - right->column <= left->column - column);
  const Level& meant = is_right ? *right : *left;
  const std::size_t by = is_right ? column - meant.column : meant.column - column;
  slip(is_right ? "F0121" : "F0122", at,
       {{"by", fmt::format("{}", by)},
        {"above", fmt::format("{}", meant.line)},
        {"wanted", fmt::format("{}", meant.column)},
        {"line", fmt::format("{}", number_)},
        {"found", fmt::format("{}", column)}},
       is_right && last_ == Last::plain && text_[at] == '-', true);
  shifted_from_ = column;
  shifted_to_ = meant.column;
  return meant.column;
}

// Leaves the levels that end before this line. Returns the column that was meant.
std::size_t SlipScan::fit(std::size_t column, bool dash, std::size_t at) {
  Level left;
  bool popped = false;
  while (!levels_.empty() && levels_.back().column > column)
    left = levels_.back(), popped = true, levels_.pop_back();
  if (levels_.empty()) return popped ? (levels_.push_back(left), misplaced(column, nullptr, &left, at)) : column;
  const Level top = levels_.back();
  if (top.column == column) {
    const bool below = levels_.size() > 1 && levels_[levels_.size() - 2].column == column;
    if (top.list && !dash && below) levels_.pop_back();
    return column;
  }
  if (!popped && (last_ == Last::opens || last_ == Last::nothing)) return column;
  const bool left_fits = popped && left.list == dash;
  const std::size_t meant = misplaced(column, top.list == dash || !left_fits ? &top : nullptr, left_fits ? &left : nullptr, at);
  if (popped && meant == left.column) levels_.push_back(left);
  return meant;
}

void SlipScan::open(std::size_t column, bool list) {
  if (!levels_.empty() && levels_.back().column == column && levels_.back().list == list) return void(levels_.back().line = number_);
  levels_.push_back({column, list, number_});
}

// The length of the dash of an item at `at`, 0 if there is none. One that only looks right, or lacks its blank, is told.
std::size_t SlipScan::dash(std::size_t at, std::size_t end, bool item) {
  if (at >= end) return 0;
  if (text_[at] == '-' && blank_or_end(at + 1)) return 1;
  std::size_t length = 0;
  const std::string_view rest = between(at, end);
  const Sign* strange = look_alike(text_, at, length);
  if (strange && strange->kind == SignKind::dash && blank_or_end(at + length) && !item)
    return slip("F0118", at, {{"sign", std::string(rest.substr(0, length))}, {"name", strange->name}, {"wanted", "-"}}, true, true), length;
  const bool letter = rest.size() > 1 && rest[0] == '-' && rest[1] >= 'a' && rest[1] <= 'z';
  if (!letter || item || key_end(rest) == rest.npos) return 0;
  slip("F0120", at, {{"sign", "-"}, {"repaired", fmt::format("- {}", rest.substr(1))}}, true, true);
  return 1;
}

// One entry, after its blanks: dashes, then a key, a value, or both.
void SlipScan::entry(std::size_t at, std::size_t end, std::size_t column, bool item) {
  while (const std::size_t length = dash(at, end, item)) {
    open(column, true);
    last_ = Last::opens, last_parent_ = column, item = true;
    column += 1;
    tight_ = blank_or_end(at + length) ? std::string_view::npos : column;
    for (at += length; at < end && text_[at] == ' '; ++at)
      ++column;
  }
  if (at >= end || (item && text_[at] == '#') || text_[at] == '?') return;
  const char first = text_[at];
  if (first == '"' || first == '\'') {
    const std::size_t behind = closing(at, end);
    if (behind < end && text_[behind] == ':') return open(column, false), value(behind + 1, end, column);
    return value(at, end, last_parent_);
  }
  const std::size_t colon = first == '{' || first == '[' ? std::string_view::npos : key_end(between(at, end));
  if (colon == std::string_view::npos) return no_key(at, end, column, item);
  key(at, at + colon);
  open(column, false);
  value(at + colon + 1, end, column);
}

// A key that holds a sign which was meant to stand outside of it.
void SlipScan::key(std::size_t at, std::size_t colon) {
  const std::string_view word = between(at, colon);
  const std::size_t tight = tight_colon(word);
  if (tight != word.npos)
    return slip("F0120", at + tight, {{"sign", ":"}, {"repaired", fmt::format("{}: …", word.substr(0, tight))}}, true, true);
  std::size_t length = 1;
  for (std::size_t i = 0; i < word.size(); i += std::exchange(length, 1)) {
    const Sign* strange = look_alike(word, i, length);
    if (!strange) continue;
    if (strange->kind == SignKind::blank || strange->kind == SignKind::nothing)
      return slip("F0117", at + i, {{"sign", strange->name}}, true, true);
    return slip("F0118", at + i, {{"sign", std::string(word.substr(i, length))}, {"name", strange->name}, {"wanted", strange->meant}}, true,
                true);
  }
}

// A line without a key: an item's text, a text below its key, or a key whose colon was forgotten.
void SlipScan::no_key(std::size_t at, std::size_t end, std::size_t column, bool item) {
  const std::string_view rest = between(at, end);
  const bool may_be_value = item || last_ == Last::opens || levels_.empty();
  const std::size_t tight = tight_colon(rest);
  std::size_t length = 0;
  if (tight != rest.npos && (item || !may_be_value)) return lacks_colon(at, end), open(column, false), void(last_ = Last::closed);
  if (!may_be_value) return lacks_colon(at, end), void(last_ = Last::closed);
  const std::size_t word = std::min(rest.find_first_not_of(key_signs), rest.size());
  const Sign* wide = word > 0 ? look_alike(rest, word, length) : nullptr;
  if (wide && wide->kind == SignKind::colon) return lacks_colon(at, end), open(column, false), void(last_ = Last::closed);
  value(at, end, last_parent_);
  last_alone_ = !item && last_ == Last::plain;
  last_column_ = column;
}

void SlipScan::lacks_colon(std::size_t at, std::size_t end) {
  const std::string_view rest = between(at, end);
  const std::size_t word = std::min(rest.find_first_not_of(key_signs), rest.size());
  const bool colon = word > 0 && word < rest.size() && rest[word] == ':';
  std::size_t length = 0;
  const Sign* strange = colon ? look_alike(rest, word + 1, length) : nullptr;
  if (strange && (strange->kind == SignKind::blank || strange->kind == SignKind::nothing))
    return slip("F0117", at + word + 1, {{"sign", strange->name}}, true, true);
  if (colon)
    return slip("F0120", at + word, {{"sign", ":"}, {"repaired", fmt::format("{}: {}", rest.substr(0, word), rest.substr(word + 1))}}, true,
                true);
  const Sign* wide = look_alike(rest, word, length);
  if (wide && (wide->kind == SignKind::colon || wide->kind == SignKind::blank))
    return slip(wide->kind == SignKind::colon ? "F0118" : "F0117", at + word,
                {{"sign", wide->kind == SignKind::colon ? std::string(rest.substr(word, length)) : wide->name},
                 {"name", wide->name},
                 {"wanted", wide->meant}},
                true, true);
  if (last_ == Last::block || word == 0) return slip("F0123", at, {}, false, true);
  slip("F0119", at,
       {{"key", std::string(rest.substr(0, word))}, {"repaired", fmt::format("{}: {}", rest.substr(0, word), trimmed(rest.substr(word)))}},
       true, true);
}

void SlipScan::value(std::size_t at, std::size_t end, std::size_t parent) {
  while (at < end && (text_[at] == ' ' || text_[at] == '\t'))
    ++at;
  last_ = Last::opens, last_parent_ = parent, last_alone_ = false;
  if (at >= end) return;
  const char first = text_[at];
  if (first == '#') {
    if (text_[at - 1] == ' ' && !blank_or_end(at + 1) && text_[at + 1] != '#')
      slip("F0115", at, {{"lost", std::string(between(at, end))}, {"repaired", in_quotes(trimmed(between(at, end)))}}, true, false);
    return;
  }
  if (first == '|' || first == '>') return block(at, end, parent);
  if (first == '"' || first == '\'') return step_over(quoted(at, end, parent)), void(last_ = Last::closed);
  if (first == '{' || first == '[') return step_over(flow(at, parent)), void(last_ = Last::closed);
  const bool lone = (first == '-' || first == '?' || first == ':') && blank_or_end(at + 1);
  const bool wrong = lone || std::string_view("&*!@`%,]}").find(first) != std::string_view::npos;
  return wrong ? begins_wrong(at, end, parent) : plain(at, end, parent);
}

void SlipScan::begins_wrong(std::size_t at, std::size_t end, std::size_t parent) {
  const std::string_view rest = between(at, end);
  const std::size_t hash = comment_in(rest);
  const std::string_view meant = trimmed(cuts_text(at, hash) ? rest : rest.substr(0, hash));
  slip("F0125", at, {{"sign", std::string(rest.substr(0, 1))}, {"repaired", in_quotes(meant)}}, false, true);
  last_ = hash == rest.npos ? Last::plain : Last::closed, last_parent_ = parent, last_at_ = at;
}

void SlipScan::plain(std::size_t at, std::size_t end, std::size_t parent) {
  last_ = Last::plain, last_parent_ = parent, last_at_ = at;
  const std::string_view rest = between(at, end);
  std::size_t hash = comment_in(rest);
  const std::string_view body = trimmed(rest.substr(0, hash));
  const Sign* start = look_alike_at_start(body);
  std::size_t length = 0;
  const Sign* stop = look_alike_at_end(body, length);
  const bool unseen_start = start && (start->kind == SignKind::blank || start->kind == SignKind::nothing);
  const bool unseen_stop = stop && (stop->kind == SignKind::blank || stop->kind == SignKind::nothing);
  if (unseen_start || unseen_stop)
    slip("F0117", unseen_start ? at : at + body.size() - length, {{"sign", (unseen_start ? start : stop)->name}}, true, false);
  const bool bent = start && stop && start->kind == SignKind::quote && stop->kind == SignKind::quote;
  const std::string_view meant = cuts_text(at, hash) ? trimmed(rest) : body; // what is told to write loses nothing either
  const std::string repaired = in_quotes(bent ? with_straight_quotes(meant) : std::string(meant));
  if (bent) slip("F0130", at, {{"sign", start->name}, {"repaired", repaired}}, true, false);
  const bool second = body.find(": ") != body.npos || body.ends_with(':');
  if (!second) return comment_behind(at, at, end);
  slip("F0127", at + std::min(body.find(": "), body.size() - 1), {{"repaired", repaired}}, false, true);
  if (hash != rest.npos) last_ = Last::closed;
}

void SlipScan::block(std::size_t at, std::size_t end, std::size_t parent) {
  const std::string_view header = between(at + 1, end);
  const std::size_t rest = std::min(header.find_first_not_of("+-123456789"), header.size());
  const std::string_view words = trimmed(header.substr(rest));
  if (!words.empty() && !(blank_or_end(at + 1 + rest) && words.starts_with('#'))) {
    slip("F0125", at, {{"sign", std::string(1, text_[at])}, {"repaired", in_quotes(trimmed(between(at, end)))}}, false, true);
    return void(last_ = Last::closed);
  }
  block_lines(parent);
  last_ = Last::block;
}

void SlipScan::block_lines(std::size_t parent) {
  for (std::size_t first = std::string_view::npos; at_ < text_.size();) {
    const std::size_t end = line_end(at_);
    const std::size_t column = std::min(between(at_, end).find_first_not_of(' '), end - at_);
    if (at_ + column < end && outside_block(at_ + column, end, column, parent, first)) return;
    ++number_;
    step_over(end);
  }
}

// Of a line that is not empty: whether the text block ended before it. Notes lines that stand too far left.
bool SlipScan::outside_block(std::size_t at, std::size_t end, std::size_t column, std::size_t parent, std::size_t& first) {
  const bool root = levels_.empty();
  const bool entry = text_[at] == '#' || key_end(between(at, end)) != std::string_view::npos || (text_[at] == '-' && blank_or_end(at + 1));
  if (!root && column <= parent && (entry || first != std::string_view::npos)) return true;
  if (!root && column <= parent) return slip("F0123", at, {}, false, true), false;
  if (first == std::string_view::npos) return first = column, false;
  if (column < first && text_[at] != '#') {
    ++number_;
    const Level meant{first, false, number_ - 1};
    misplaced(column, nullptr, &meant, at);
    --number_;
  }
  return false;
}

} // namespace firsthand::reading
