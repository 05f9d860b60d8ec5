// Escapes, formats and weights of GIFT.
#include "engine/exchange/gift_signs.h"

#include "engine/exchange/amount.h"

#include <array>

namespace firsthand::exchange {

namespace {

constexpr std::string_view special = "\\:#={}~"; // each stands hidden as the control sign of its place, from 1
constexpr char hidden_line = '\x08';             // "\n"

constexpr std::array<std::pair<std::string_view, Markup>, 4> markups{
    {{"[html]", Markup::html}, {"[plain]", Markup::plain}, {"[moodle]", Markup::lines}, {"[markdown]", Markup::markdown}}};

} // namespace

std::string hide_escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = text[at] == '\\' && at + 1 < text.size() ? text[at + 1] : '\0';
    const std::size_t place = next == '\0' ? special.npos : special.find(next);
    if (place != special.npos)
      out += static_cast<char>(place + 1), ++at;
    else if (next == 'n')
      out += hidden_line, ++at;
    else
      out += text[at];
  }
  return out;
}

std::string show_escapes(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c == hidden_line)
      out += '\n';
    else if (c >= 1 && static_cast<std::size_t>(c) <= special.size())
      out += special[static_cast<std::size_t>(c) - 1];
    else
      out += c;
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (special.find(c) != special.npos) out += '\\';
    out += c;
  }
  return out;
}

GiftText gift_text(std::string_view hidden, Markup usual) {
  hidden = trimmed(hidden);
  for (const auto& [word, markup] : markups)
    if (hidden.starts_with(word)) return {markup, hidden.substr(word.size())};
  return {usual, hidden};
}

std::optional<std::int64_t> take_weight(std::string_view& hidden) {
  const std::size_t end = hidden.starts_with('%') ? hidden.find('%', 1) : hidden.npos;
  if (end == hidden.npos) return std::nullopt;
  const auto share = share_of(hidden.substr(1, end - 1));
  if (share) hidden.remove_prefix(end + 1);
  return share;
}

} // namespace firsthand::exchange
