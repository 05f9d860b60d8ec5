// A little knowledge of C++ as text: what is code and what is comment, which lines include what, how long functions
// are. Not a parser: it need only be right for code that compiles.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
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

// Blanks out comments and the insides of texts and writes what is left in one way: lines that a \ goes on with are one, "%:" is
// "#", nothing stands beside "::" and behind a "#" at the start of a line. Where a line break goes, it comes a little later: there
// are as many, so that what stands in a line begins in the line of that number.
class CodeOnly {
 public:
  explicit CodeOnly(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::size_t next = text[at] == '\\' ? text.find_first_not_of(" \t\r", at + 1) : text.npos;
      if (next != text.npos && text[next] == '\n')
        at = next, ++late_;
      else
        text_ += text[at];
      if (text[at] == '\n' && next == text.npos) text_.append(std::exchange(late_, 0), '\n');
    }
  }

  std::string result() {
    while (at_ < text_.size())
      step();
    return std::move(code_);
  }

 private:
  void step() {
    if (starts("//"))
      blank_until("\n", 0);
    else if (starts("/*"))
      blank_until("*/", 2);
    else if (is_name_character(text_[at_]))
      word();
    else if (text_[at_] == '"' || text_[at_] == '\'')
      blank_quoted(text_[at_]);
    else if (starts("::"))
      colons();
    else if (line_is_blank() && (starts("#") || starts("%:")))
      directive();
    else if (text_[at_] == '\n')
      code_.append(1 + std::exchange(late_, 0), '\n'), ++at_;
    else
      code_ += text_[at_++];
  }

  bool starts(std::string_view what) const { return std::string_view(text_).substr(at_, what.size()) == what; }
  bool line_is_blank() const { return code_.find_last_not_of(" \t\f\v") == code_.rfind('\n'); }

  // A name, which may begin a raw text, or a number, in which a ' separates.
  void word() {
    const std::size_t from = at_;
    const bool number = std::isdigit(static_cast<unsigned char>(text_[at_])) != 0;
    while (at_ < text_.size() && (is_name_character(text_[at_]) || (number && text_[at_] == '\'')))
      ++at_;
    const std::string name = text_.substr(from, at_ - from);
    code_ += name;
    const bool raw = name == "R" || name == "LR" || name == "uR" || name == "UR" || name == "u8R";
    if (raw && starts("\"")) blank_raw_text();
  }

  // What a line includes stays as it is.
  void directive() {
    code_.erase(code_.find_last_not_of(" \t\f\v") + 1);
    code_ += '#', at_ += text_[at_] == '#' ? 1 : 2;
    skip_space();
    const std::size_t from = at_;
    word();
    const std::string name = text_.substr(from, at_ - from);
    if (!name.starts_with("include") && name != "import") return;
    code_ += ' ', skip_space();
    if (!starts("\"") && !starts("<")) return;
    const char close = text_[at_] == '<' ? '>' : '"';
    do
      code_ += text_[at_++];
    while (at_ < text_.size() && text_[at_] != close && text_[at_] != '\n');
    if (at_ < text_.size() && text_[at_] == close) code_ += close, ++at_;
  }

  // "a :: b" is "a::b"; one that nothing stands before begins where it stands.
  void colons() {
    const std::size_t last = code_.find_last_not_of(" \t\n");
    if (last != std::string::npos && (is_name_character(code_[last]) || code_[last] == '>')) {
      late_ += static_cast<std::size_t>(std::count(code_.begin() + static_cast<std::ptrdiff_t>(last), code_.end(), '\n'));
      code_.erase(last + 1);
    }
    code_ += "::", at_ += 2;
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])))
      late_ += text_[at_++] == '\n' ? 1 : 0;
  }

  // Blanks and comments within a line, of which nothing stays.
  void skip_space() {
    while (starts(" ") || starts("\t") || starts("/*")) {
      const std::size_t comment_end = starts("/*") ? text_.find("*/", at_ + 2) : at_ - 1;
      const std::size_t end = std::min(comment_end, text_.size() - 2) + 2;
      for (; at_ < end; ++at_)
        late_ += text_[at_] == '\n' ? 1 : 0;
    }
  }
  void blank(std::size_t end) {
    for (; at_ < std::min(end, text_.size()); ++at_)
      code_ += text_[at_] == '\n' ? '\n' : ' ';
  }
  void blank_until(std::string_view end, std::size_t behind) {
    const std::size_t found = text_.find(end, at_ + 2);
    blank(found == std::string::npos ? text_.size() : found + behind);
  }
  void blank_raw_text() {
    const std::size_t open = std::min(text_.find('(', at_), text_.size());
    const std::string end = ")" + text_.substr(at_ + 1, open - at_ - 1) + "\"";
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

  std::string text_, code_;
  std::size_t at_ = 0, late_ = 0;
};

inline std::string code_only(std::string_view text) { return CodeOnly(text).result(); }

struct Include {
  char form = ' '; // " or <; a blank: a macro's name stands there
  std::string header;
};

// What a line of bare code includes; no header: nothing.
inline Include included_by(std::string_view line) {
  if (!line.starts_with("#include") && !line.starts_with("#import")) return {};
  line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
  const char open = line.empty() ? ' ' : line[0];
  if (open != '"' && open != '<') return {' ', std::string(line.substr(0, line.find_first_of(" \t\r")))};
  return {open, std::string(line.substr(1, line.find(open == '"' ? '"' : '>', 1) - 1))};
}

// A number with a point or an exponent.
inline bool has_fraction(std::string_view code) {
  for (std::size_t at = 0, end = 0; at < code.size(); at = std::max(end, at + 1)) {
    for (end = at; end < code.size() && (is_name_character(code[end]) || code[end] == '.' || code[end] == '\''); ++end) {
    }
    const std::string_view word = code.substr(at, end - at);
    const bool number = word.find_first_of("0123456789") == (word.starts_with(".") ? 1 : 0);
    if (number && word.find_first_of(word.starts_with("0x") ? "." : ".eE") != word.npos) return true;
  }
  return false;
}

// Whether code uses a name as a whole; a name that ends in "_" is a beginning, one in <> is a header, 0.5 any fraction.
inline bool uses_name(std::string_view code, std::string_view name) {
  if (name == "0.5") return has_fraction(code);
  const bool whole = is_name_character(name.back()) && name.back() != '_';
  for (std::size_t at = code.find(name); at != std::string_view::npos; at = code.find(name, at + 1)) {
    const bool free_before = !is_name_character(name[0]) || at == 0 || !is_name_character(code[at - 1]);
    const std::size_t end = at + name.size();
    const bool free_behind = !whole || end == code.size() || !is_name_character(code[end]);
    if (free_before && free_behind) return true;
  }
  return false;
}

// A name that stands for a namespace: "storage::X", or behind the word namespace in its statement.
struct NamedSpace {
  std::string name;
  int line = 0;
  enum class How : std::uint8_t { uses, renames, declares } how; // renames: gives what is in it a name here; declares: functions in it
};

inline std::vector<NamedSpace> named_spaces(std::string_view code) {
  std::vector<NamedSpace> found;
  int line = 1;
  bool of_namespace = false, of_using = false; // the statement so far
  for (std::size_t at = 0, end = 0; at < code.size(); at = end) {
    end = at + 1;
    line += code[at] == '\n' ? 1 : 0;
    if (code[at] == ';' || code[at] == '{' || code[at] == '}') of_namespace = of_using = false;
    if (!is_name_character(code[at])) continue;
    while (end < code.size() && is_name_character(code[end]))
      ++end;
    const std::string name(code.substr(at, end - at));
    of_namespace = of_namespace || name == "namespace", of_using = of_using || name == "using" || name == "typedef";
    if (!of_namespace && !code.substr(end).starts_with("::")) continue;
    const std::string_view behind = code.substr(std::min(code.find_first_of(";{", end), code.size()));
    const bool declares = of_namespace && behind.starts_with("{") && behind.substr(0, behind.find('}')).find('(') != behind.npos;
    const bool renames = of_using || (of_namespace && behind.starts_with(";"));
    found.push_back({name, line, declares ? NamedSpace::How::declares : renames ? NamedSpace::How::renames : NamedSpace::How::uses});
  }
  return found;
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

// How often a distance is written as a number of pixels: "px(8)".
inline int pixel_numbers(std::string_view text) {
  static const std::regex number("\\bpx\\( *-?[0-9.]+f? *\\)");
  const std::string code = code_only(text);
  return static_cast<int>(std::distance(std::sregex_iterator(code.begin(), code.end(), number), std::sregex_iterator()));
}

} // namespace gates
