// A little knowledge of C++ as text: what is code and what is comment, which lines include what, how long functions
// are. Not a parser: it need only be right for code that compiles.
#pragma once

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace gates {

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

inline bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Blanks out comments and the insides of texts, and keeps every line break, so that line numbers stay.
class CodeOnly {
 public:
  explicit CodeOnly(std::string_view text) : text_(text) {}

  std::string result() {
    while (at_ < text_.size()) {
      if (starts("//"))
        blank_until("\n", 0);
      else if (starts("/*"))
        blank_until("*/", 2);
      else if (starts("R\"") && !after_name())
        blank_raw_text();
      else if (text_[at_] == '"' && !on_include_line())
        blank_quoted('"');
      else if (text_[at_] == '\'' && !after_name())
        blank_quoted('\'');
      else
        code_ += text_[at_++];
    }
    return std::move(code_);
  }

 private:
  bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  bool after_name() const { return at_ > 0 && is_name_character(text_[at_ - 1]); }
  bool on_include_line() const {
    const std::size_t start = code_.find_first_not_of(" \t", code_.rfind('\n') + 1);
    return start != std::string::npos && code_[start] == '#';
  }
  void blank(std::size_t end) {
    for (; at_ < std::min(end, text_.size()); ++at_)
      code_ += text_[at_] == '\n' ? '\n' : ' ';
  }
  void blank_until(std::string_view end, std::size_t behind) {
    const std::size_t found = text_.find(end, at_ + 2);
    blank(found == std::string_view::npos ? text_.size() : found + behind);
  }
  void blank_raw_text() {
    const std::size_t open = std::min(text_.find('(', at_), text_.size());
    const std::string end = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    blank_until(end, end.size());
  }
  void blank_quoted(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n')
      end += text_[end] == '\\' ? 2 : 1;
    code_ += quote, ++at_;
    blank(end);
    if (at_ < text_.size() && text_[at_] == quote) code_ += quote, ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string code_;
};

inline std::string code_only(std::string_view text) { return CodeOnly(text).result(); }

// What a line includes: the header without its quotes, a macro's name as it stands, or nothing.
inline std::string included_by(std::string_view line) {
  const auto skip_blanks = [&] {
    while (!line.empty() && (line[0] == ' ' || line[0] == '\t'))
      line.remove_prefix(1);
  };
  skip_blanks();
  if (line.empty() || line[0] != '#') return "";
  line.remove_prefix(1), skip_blanks();
  if (!line.starts_with("include")) return "";
  line.remove_prefix(7), skip_blanks();
  if (line.empty()) return "";
  const char open = line[0];
  if (open != '"' && open != '<') return std::string(line.substr(0, line.find_first_of(" \t\r")));
  return std::string(line.substr(1, line.find(open == '"' ? '"' : '>', 1) - 1));
}

// Whether code uses a name as a whole; a name that ends in "_" is a beginning, one in <> is a header.
inline bool uses_name(std::string_view code, std::string_view name) {
  const bool whole = is_name_character(name.back()) && name.back() != '_';
  for (std::size_t at = code.find(name); at != std::string_view::npos; at = code.find(name, at + 1)) {
    const bool free_before = !is_name_character(name[0]) || at == 0 || !is_name_character(code[at - 1]);
    const std::size_t end = at + name.size();
    const bool free_behind = !whole || end == code.size() || !is_name_character(code[end]);
    if (free_before && free_behind) return true;
  }
  return false;
}

// Whether code goes into a namespace, however it is written: "storage::X", "storage :: X", "using namespace firsthand::storage".
inline bool names_space(std::string_view code, std::string_view space) {
  for (std::size_t at = code.find(space); at != std::string_view::npos; at = code.find(space, at + 1)) {
    std::size_t end = at + space.size(), begin = at;
    if ((at > 0 && is_name_character(code[at - 1])) || (end < code.size() && is_name_character(code[end]))) continue;
    while (end < code.size() && code[end] == ' ')
      ++end;
    while (begin > 0 && code[begin - 1] == ' ')
      --begin;
    std::string_view before = code.substr(0, begin);
    if (code.substr(end).starts_with("::")) return true;
    if (!before.ends_with("::")) continue;
    before.remove_suffix(2);
    while (before.ends_with(' '))
      before.remove_suffix(1);
    if (before.ends_with("firsthand")) return true;
  }
  return false;
}

struct LongFunction {
  int line = 0; // where its body opens
  int length = 0;
};

// A body is a brace behind a parenthesis that is no type, namespace or initial value; what lies inside belongs to it.
inline std::vector<LongFunction> functions_longer_than(std::string_view text, int limit) {
  std::vector<LongFunction> found;
  std::string head;
  int line = 1, depth = 0, body_depth = -1, body_line = 0;
  for (const char c : code_only(text)) {
    if (c == '\n') ++line;
    if (c == '{') {
      const bool is_type = uses_name(head, "class") || uses_name(head, "struct") || uses_name(head, "namespace") ||
                           uses_name(head, "enum") || uses_name(head, "union");
      const bool is_body = head.find(')') != std::string::npos && (!is_type || head.find("template") != std::string::npos);
      if (body_depth < 0 && is_body) body_depth = depth, body_line = line;
      ++depth;
    }
    if (c == '}' && --depth == body_depth) {
      if (line - body_line + 1 > limit) found.push_back({body_line, line - body_line + 1});
      body_depth = -1;
    }
    if (c == ';' || c == '{' || c == '}')
      head.clear();
    else
      head += c;
  }
  return found;
}

} // namespace gates
