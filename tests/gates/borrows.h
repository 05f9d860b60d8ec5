// Borrowed text that is stored: members of structs and classes that view what another owns. Such a struct may only live
// for a call or a frame, and then a `borrows` line of tests/rooms.txt names it and says why. Also look-ups that are used
// without a look whether anything was found. Like source_text.h it is not a parser.
#pragma once

#include "tests/gates/source_text.h"

#include <algorithm>
#include <set>

namespace gates {

struct StoredView {
  int line = 0;
  std::string owner;  // the struct or class; "" if it has no name
  std::string member; // its declaration, without spaces at its ends
  std::string type;   // the name that makes it a view: string_view, span, or a struct that borrows
};

// The types of the C++ library that look at what another owns.
inline const std::set<std::string>& view_types() {
  static const std::set<std::string> names{"string_view",       "u8string_view", "u16string_view",   "u32string_view",   "wstring_view",
                                           "basic_string_view", "span",          "initializer_list", "reference_wrapper"};
  return names;
}

inline std::vector<std::string> names_in(std::string_view code) {
  std::vector<std::string> names(1);
  for (const char c : code) {
    if (is_name_character(c))
      names.back() += c;
    else if (!names.back().empty())
      names.emplace_back();
  }
  if (names.back().empty()) names.pop_back();
  return names;
}

// Reads declarations one after the other, knowing in which struct it is.
class StoredViews {
 public:
  // `borrowing`: names of further types whose objects borrow, `A` or `space::A` as they are written here.
  StoredViews(std::string_view text, const std::set<std::string>& borrowing) : views_(borrowing) {
    code_ = code_only(text);
    learn_aliases();
  }

  std::vector<StoredView> result() {
    for (const char c : code_) {
      if (c == '\n') ++line_;
      if (declaration_.find_first_not_of(" \n") == std::string::npos) declaration_.clear(), started_ = line_;
      if (c == '{')
        open();
      else if (c == '}')
        close();
      else if (c == ';')
        end();
      else
        declaration_ += c == '\n' ? ' ' : c;
    }
    return std::move(found_);
  }

 private:
  enum class Block { record, value, other }; // a struct's body; a value in braces; functions, namespaces, enums
  struct Open {
    Block block;
    std::string name;
  };

  // `using Words = std::vector<std::string_view>;` makes Words a view, too.
  void learn_aliases() {
    for (std::size_t at = code_.find("using "); at != std::string::npos; at = code_.find("using ", at + 1)) {
      const std::string line = code_.substr(at, code_.find(';', at) - at);
      const std::size_t is = line.find('=');
      if (is == std::string::npos || (at > 0 && is_name_character(code_[at - 1]))) continue;
      if (view_in(without_parameters(line.substr(is))).empty()) continue;
      views_.insert(names_in(line.substr(0, is)).at(1));
    }
  }

  bool in_record() const { return !open_.empty() && open_.back().block == Block::record; }

  void open() {
    const std::string head = without_parameters(declaration_);
    const std::vector<std::string> words = names_in(head);
    const bool is_enum = std::find(words.begin(), words.end(), "enum") != words.end();
    const bool is_function = declaration_.find(')') != std::string::npos && head.find('=') == std::string::npos;
    const auto key =
        std::find_if(words.begin(), words.end(), [](const std::string& w) { return w == "struct" || w == "class" || w == "union"; });
    if (key != words.end() && !is_enum && !is_function && head.find('=') == std::string::npos)
      open_.push_back({Block::record, key + 1 == words.end() ? std::string() : *(key + 1)}), declaration_.clear();
    else if (in_record() && !is_function && !is_enum)
      open_.push_back({Block::value, {}}), declaration_ += ' '; // T member{…}: its declaration goes on behind
    else
      open_.push_back({open_.empty() || open_.back().block != Block::value ? Block::other : Block::value, {}});
  }

  void close() {
    const Block closed = open_.empty() ? Block::other : open_.back().block;
    if (!open_.empty()) open_.pop_back();
    if (closed == Block::other) declaration_.clear();
  }

  void end() {
    if (in_record()) look_at(declaration_);
    if (open_.empty() || open_.back().block != Block::value) declaration_.clear();
  }

  void look_at(const std::string& declaration) {
    std::string type = without_parameters(declaration);
    for (const char* access : {"public:", "private:", "protected:"})
      if (const std::size_t at = type.find(access); at != std::string::npos) type.erase(0, at + std::string(access).size());
    const std::vector<std::string> words = names_in(type);
    for (const char* other : {"using", "typedef", "friend", "static", "template", "operator", "constexpr"})
      if (std::find(words.begin(), words.end(), other) != words.end()) return;
    type = type.substr(0, type.find('='));
    const bool is_function = type.find("()") != std::string::npos && !within_brackets(type, type.find("()"));
    const std::string view = view_in(type);
    if (!is_function && !view.empty()) found_.push_back({started_, open_.back().name, trimmed(type), view});
  }

  std::string view_in(const std::string& type) const {
    for (std::size_t at = 0; at < type.size(); ++at) {
      if (!is_name_character(type[at]) || (at > 0 && is_name_character(type[at - 1]))) continue;
      const std::string name = names_in(std::string_view(type).substr(at)).front();
      const std::string space = at > 2 && type.compare(at - 2, 2, "::") == 0 ? name_before(type, at - 2) + "::" : std::string();
      const char behind = at + name.size() < type.size() ? type[at + name.size()] : ' ';
      const bool of_library = view_types().contains(name);
      if (views_.contains(space + name) || (of_library && (behind == '<' || !space.empty()))) return name;
    }
    return "";
  }

  static std::string name_before(const std::string& code, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && is_name_character(code[begin - 1]))
      --begin;
    return code.substr(begin, end - begin);
  }

  // What a function takes lives for its call.
  static std::string without_parameters(const std::string& code) {
    std::string out;
    int depth = 0;
    for (const char c : code) {
      if (c == ')') --depth;
      if (depth == 0) out += c;
      if (c == '(') ++depth;
    }
    return out;
  }

  static bool within_brackets(const std::string& type, std::size_t at) {
    const auto count = [&](char c) { return std::count(type.begin(), type.begin() + static_cast<std::ptrdiff_t>(at), c); };
    return count('<') > count('>');
  }

  static std::string trimmed(const std::string& text) {
    const std::size_t from = text.find_first_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') - from + 1);
  }

  std::string code_, declaration_;
  std::set<std::string> views_;
  std::vector<Open> open_;
  std::vector<StoredView> found_;
  int line_ = 1, started_ = 1;
};

inline std::vector<StoredView> stored_views(std::string_view text, const std::set<std::string>& borrowing = {}) {
  return StoredViews(text, borrowing).result();
}

// Lines where something is looked up by `find` or its kin and used in the same breath, as if it were always there.
inline std::vector<int> unchecked_lookups(std::string_view text) {
  const std::string code = code_only(text);
  std::vector<int> lines;
  for (const char* name :
       {"find", "find_if", "find_if_not", "lower_bound", "upper_bound", "find_first_of", "search", "max_element", "min_element"}) {
    const std::string call = std::string(name) + "(";
    for (std::size_t at = code.find(call); at != std::string::npos; at = code.find(call, at + 1)) {
      if (is_name_character(code[at - 1])) continue;
      std::size_t end = at + call.size();
      for (int depth = 1; end < code.size() && depth > 0; ++end)
        depth += code[end] == '(' ? 1 : code[end] == ')' ? -1 : 0;
      std::size_t start = code.find_last_of(";{}(,=?!&|\n", at) + 1; // of the expression
      while (start < at && code[start] == ' ')
        ++start;
      const std::size_t next = code.find_first_not_of(" \n", end);
      const bool arrow = next != std::string::npos && code.compare(next, 2, "->") == 0;
      const bool star = code.compare(start, 1, "*") == 0 || code.compare(start, 8, "return *") == 0;
      if (arrow || star)
        lines.push_back(1 + static_cast<int>(std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n')));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

} // namespace gates
