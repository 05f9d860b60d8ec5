// What all forms do with every text.
#include "engine/exchange/plain_text.h"

#include "engine/base/utf8.h"
#include "engine/exchange/html.h"
#include "engine/text/text.h"

#include <algorithm>

namespace firsthand::exchange {

void Losses::add(std::string what) {
  if (std::find(all.begin(), all.end(), what) == all.end()) all.push_back(std::move(what));
}

std::string with_line_feeds_only(std::string_view text) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] != '\r')
      lines += text[at];
    else if (at + 1 == text.size() || text[at + 1] != '\n')
      lines += '\n';
  std::string out;
  std::string_view rest = lines;
  for (auto unwanted = base::first_unwanted_control(rest); unwanted; unwanted = base::first_unwanted_control(rest)) {
    out += rest.substr(0, *unwanted);
    std::size_t behind = *unwanted;
    base::next_code_point(rest, behind);
    rest.remove_prefix(behind);
  }
  return out += rest;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view no_break_space = "\xC2\xA0";
  for (;;) {
    const std::size_t before = text.size();
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
      text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n'))
      text.remove_suffix(1);
    if (text.starts_with(no_break_space)) text.remove_prefix(2);
    if (text.ends_with(no_break_space)) text.remove_suffix(2);
    if (text.size() == before) return text;
  }
}

std::string clean(std::string_view text) { return std::string(trimmed(text::nfc(with_line_feeds_only(text)))); }

std::string plain_of(std::string_view text, Markup markup, Losses& losses) {
  switch (markup) {
  case Markup::plain:
    return clean(text);
  case Markup::html:
    return clean(text_of_html(text, LineEnds::blanks, losses));
  case Markup::lines:
    return clean(text_of_html(text, LineEnds::count, losses));
  case Markup::markdown:
    if (text.find_first_of("*_`#[<|") != text.npos) losses.add("what Markdown's signs mean; they stay as they stand");
    if (text.find("![") != text.npos) losses.media = true;
    return clean(text);
  }
  return clean(text);
}

bool is_id(std::string_view text) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && text.size() <= 48 && small(text.front()) && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [&](char c) { return small(c) || (c >= '0' && c <= '9') || c == '-'; });
}

std::string line_of_words(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '\n')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  return out;
}

} // namespace firsthand::exchange
