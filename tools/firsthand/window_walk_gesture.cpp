// See window_walk_gesture.h.
#include "tools/firsthand/window_walk_gesture.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace firsthand::tools {

namespace {

using Kind = Gesture::Kind;

struct KindWord {
  Kind kind;
  const char* word;
  int words;   // ids or keys behind it
  bool number; // and a number
  bool text;   // or a text in quotes
};

constexpr std::array kind_words{
    KindWord{Kind::click, "click", 1, false, false},    KindWord{Kind::twice, "double", 1, true, false},
    KindWord{Kind::hold, "hold", 1, true, false},       KindWord{Kind::drag, "drag", 2, false, false},
    KindWord{Kind::cross, "cross", 2, false, false},    KindWord{Kind::key, "key", 1, false, false},
    KindWord{Kind::again, "again", 1, true, false},     KindWord{Kind::keep, "keep", 1, true, false},
    KindWord{Kind::type, "type", 0, false, true},       KindWord{Kind::paste, "paste", 0, false, true},
    KindWord{Kind::compose, "compose", 0, false, true}, KindWord{Kind::drop, "drop", 0, false, true},
    KindWord{Kind::wheel, "wheel", 1, true, false},     KindWord{Kind::size, "size", 1, false, false},
    KindWord{Kind::pass, "pass", 0, false, false},      KindWord{Kind::lost, "lost", 0, false, false},
    KindWord{Kind::away, "away", 0, false, false},      KindWord{Kind::close, "close", 0, false, false},
    KindWord{Kind::play, "play", 0, false, false},      KindWord{Kind::start, "start", 1, false, true},
};

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || c == '"' || c == '\\')
      out += fmt::format("\\x{:02X}", byte);
    else
      out += c;
  }
  return out + '"';
}

std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    unsigned byte = 0;
    if (i + 3 >= text.size() || text[i + 1] != 'x') return std::nullopt;
    if (std::from_chars(text.data() + i + 2, text.data() + i + 4, byte, 16).ptr != text.data() + i + 4) return std::nullopt;
    out += static_cast<char>(byte), i += 3;
  }
  return out;
}

std::string_view cut_word(std::string_view& rest) {
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  return word;
}

std::optional<int> number_in(std::string_view word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? std::optional(number) : std::nullopt;
}

} // namespace

bool may_act(Kind kind) {
  switch (kind) {
  case Kind::wheel:
  case Kind::size:
  case Kind::pass:
  case Kind::lost:
  case Kind::away:
  case Kind::close:
  case Kind::drop:
  case Kind::type:
  case Kind::paste:
  case Kind::compose:
  case Kind::start:
    return false;
  default:
    return true;
  }
}

std::string line_of(const Gesture& gesture) {
  for (const KindWord& each : kind_words) {
    if (each.kind != gesture.kind) continue;
    std::string line = fmt::format("{}{} {}", gesture.wait_ms, gesture.slow_disk ? "*" : "", each.word);
    if (each.words > 0) line += ' ' + gesture.what;
    if (each.words > 1) line += ' ' + gesture.other;
    if (each.number) line += fmt::format(" {}", gesture.number);
    if (each.text) line += ' ' + quoted(each.words > 0 ? gesture.other : gesture.what);
    return line;
  }
  return {};
}

std::optional<Gesture> read_gesture(std::string_view line) {
  Gesture gesture;
  std::string_view wait = cut_word(line);
  if (wait.ends_with('*')) gesture.slow_disk = true, wait.remove_suffix(1);
  const auto wait_ms = number_in(wait);
  const std::string_view word = cut_word(line);
  for (const KindWord& each : kind_words) {
    if (each.word != word || !wait_ms) continue;
    gesture.wait_ms = *wait_ms, gesture.kind = each.kind;
    if (each.words > 0) gesture.what = cut_word(line);
    if (each.words > 1) gesture.other = cut_word(line);
    if (each.number) {
      const auto number = number_in(cut_word(line));
      if (!number) return std::nullopt;
      gesture.number = *number;
    }
    if (!each.text) return line.empty() ? std::optional(gesture) : std::nullopt;
    const auto text = unquoted(line);
    if (!text) return std::nullopt;
    (each.words > 0 ? gesture.other : gesture.what) = *text;
    return gesture;
  }
  return std::nullopt;
}

// splitmix64
std::uint64_t Dice::next() {
  state_ += 0x9E3779B97F4A7C15u;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

} // namespace firsthand::tools
