// Writes and reads restricted JSON. There is exactly one way to write a value, and reading refuses every other: so a
// line that was accepted gives the same bytes again, and a hash over it means something. Knows nothing of what lines
// say.
#include "engine/base/json_line.h"

#include "engine/base/utf8.h"

#include <fmt/format.h>

#include <limits>

namespace firsthand::base {
namespace {

void write_text(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    else
      out += c;
  }
  out += '"';
}

void write(std::string& out, const Json& value);

void write_array(std::string& out, const Json::Array& array) {
  out += '[';
  for (std::size_t i = 0; i < array.size(); ++i) {
    if (i > 0) out += ',';
    write(out, array[i]);
  }
  out += ']';
}

void write_object(std::string& out, const Json::Object& object) {
  char before = '{';
  for (const auto& [key, value] : object) {
    out += before;
    write_text(out, key);
    out += ':';
    write(out, value);
    before = ',';
  }
  out += object.empty() ? "{}" : "}";
}

void write(std::string& out, const Json& value) {
  if (value.is_number())
    out += std::to_string(value.number());
  else if (value.is_text())
    write_text(out, value.text());
  else if (value.is_array())
    write_array(out, value.array());
  else
    write_object(out, value.object());
}

class LineReader {
 public:
  LineReader(std::string_view line, int max_depth) : line_(line), max_depth_(max_depth) {}

  Result<Json> read() {
    auto value = read_value(0);
    if (value.ok() && at_ != line_.size()) return syntax("something follows the end");
    return value;
  }

 private:
  Error syntax(std::string_view what) const { return fail("json-syntax", fmt::format("Not a record line: {} at byte {}.", what, at_)); }
  bool ended() const { return at_ >= line_.size(); }
  char here() const { return ended() ? '\0' : line_[at_]; }
  bool take(char wanted) { return !ended() && line_[at_] == wanted && (++at_, true); }

  Result<Json> read_value(int depth) {
    if (here() == '"') return read_string();
    if (here() != '{' && here() != '[') return read_number();
    if (depth >= max_depth_) return fail("json-depth", fmt::format("Nested deeper than {} at byte {}.", max_depth_, at_));
    return take('{') ? read_object(depth + 1) : (++at_, read_array(depth + 1));
  }

  Result<Json> read_string() {
    FH_TRY(text, read_text());
    return Json(std::move(text));
  }

  Result<Json> read_array(int depth) {
    Json::Array array;
    if (take(']')) return Json(std::move(array));
    do {
      FH_TRY(value, read_value(depth));
      array.push_back(std::move(value));
    } while (take(','));
    if (!take(']')) return syntax("expected , or ]");
    return Json(std::move(array));
  }

  Result<Json> read_object(int depth) {
    Json::Object object;
    if (take('}')) return Json(std::move(object));
    do {
      const std::size_t start = at_;
      FH_TRY(key, read_text());
      if (!object.empty() && key <= object.rbegin()->first)
        return fail("json-order", fmt::format("Keys are not sorted, or one stands twice, at byte {}.", start));
      if (!take(':')) return syntax("expected :");
      FH_TRY(value, read_value(depth));
      object.emplace_hint(object.end(), std::move(key), std::move(value));
    } while (take(','));
    if (!take('}')) return syntax("expected , or }");
    return Json(std::move(object));
  }

  Result<std::string> read_text() {
    if (!take('"')) return syntax("expected \"");
    std::string text;
    while (!ended()) {
      const char c = line_[at_];
      if (static_cast<unsigned char>(c) < 0x20) return syntax("a bare control character");
      ++at_;
      if (c == '"') return text;
      if (c != '\\')
        text += c;
      else if (!read_escape(text))
        return syntax("an escape that is not written so");
    }
    return syntax("a text without its end");
  }

  bool read_escape(std::string& text) {
    if (here() == '"' || here() == '\\') return text += line_[at_++], true;
    constexpr std::string_view digits = "0123456789abcdef";
    if (line_.substr(at_, 4) != "u000" && line_.substr(at_, 4) != "u001") return false;
    const std::size_t low = at_ + 4 < line_.size() ? digits.find(line_[at_ + 4]) : std::string_view::npos;
    if (low == std::string_view::npos) return false;
    text += static_cast<char>((line_[at_ + 3] - '0') * 16 + static_cast<int>(low));
    at_ += 5;
    return true;
  }

  // Counted downwards, because the least number has no positive twin.
  Result<Json> read_number() {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const bool negative = take('-');
    const std::size_t first = at_;
    std::int64_t number = 0;
    for (; here() >= '0' && here() <= '9'; ++at_) {
      const int digit = here() - '0';
      if (number < (least + digit) / 10) return syntax("a number that does not fit in 64 bits");
      number = number * 10 - digit;
    }
    if (at_ == first) return syntax("expected a value");
    if (line_[first] == '0' && (at_ - first > 1 || negative)) return syntax("a number with a needless zero");
    if (!negative && number == least) return syntax("a number that does not fit in 64 bits");
    return Json(negative ? number : -number);
  }

  std::string_view line_;
  std::size_t at_ = 0;
  int max_depth_;
};

} // namespace

std::int64_t Json::number(std::int64_t otherwise) const {
  const auto* number = std::get_if<std::int64_t>(&content_);
  return number ? *number : otherwise;
}

const std::string& Json::text() const {
  static const std::string none;
  const auto* text = std::get_if<std::string>(&content_);
  return text ? *text : none;
}

const Json::Array& Json::array() const {
  static const Array none;
  const auto* array = std::get_if<Array>(&content_);
  return array ? *array : none;
}

const Json::Object& Json::object() const {
  static const Object none;
  const auto* object = std::get_if<Object>(&content_);
  return object ? *object : none;
}

const Json* Json::find(std::string_view key) const {
  const Object& all = object();
  const auto found = all.find(std::string(key));
  return found == all.end() ? nullptr : &found->second;
}

const Json& Json::at(std::string_view key) const {
  static const Json none;
  const Json* found = find(key);
  return found ? *found : none;
}

Json& Json::operator[](const std::string& key) {
  if (!is_object()) content_ = Object{};
  return std::get<Object>(content_)[key];
}

std::string Json::line() const {
  std::string out;
  write(out, *this);
  return out;
}

Result<Json> parse_json_line(std::string_view line, std::size_t max_bytes, int max_depth) {
  if (line.size() > max_bytes)
    return fail("json-size", fmt::format("A record line of {} bytes; at most {} are read.", line.size(), max_bytes));
  if (const auto bad = first_invalid_utf8(line))
    return fail("json-syntax", fmt::format("Not a record line: broken UTF-8 at byte {}.", *bad));
  return LineReader(line, max_depth).read();
}

} // namespace firsthand::base
