// Scans a picture tag by tag. Everything not expressly in the profile is refused: what one drawer ignores and another
// draws would make two learners see two pictures.
#include "engine/reading/picture.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace firsthand::reading {
namespace {

using Words = std::set<std::string_view>;

const Words paint{"fill",
                  "stroke",
                  "stroke-width",
                  "stroke-linecap",
                  "stroke-linejoin",
                  "stroke-miterlimit",
                  "stroke-dasharray",
                  "stroke-dashoffset",
                  "fill-rule",
                  "fill-opacity",
                  "stroke-opacity",
                  "opacity",
                  "transform",
                  "id"};

struct Element {
  std::string_view name;
  Words own; // attributes besides `paint`
  bool shape;
};

const std::vector<Element> elements{
    {"svg", {"xmlns", "viewBox", "width", "height", "version"}, false},
    {"g", {}, false},
    {"defs", {}, false},
    {"path", {"d"}, true},
    {"rect", {"x", "y", "width", "height", "rx", "ry"}, true},
    {"circle", {"cx", "cy", "r"}, true},
    {"ellipse", {"cx", "cy", "rx", "ry"}, true},
    {"line", {"x1", "y1", "x2", "y2"}, true},
    {"polygon", {"points"}, true},
    {"polyline", {"points"}, true},
    {"linearGradient", {"x1", "y1", "x2", "y2", "gradientUnits", "gradientTransform"}, false},
    {"stop", {"offset", "stop-color", "stop-opacity"}, false},
};

const Element* find_element(std::string_view name) {
  for (const Element& element : elements)
    if (element.name == name) return &element;
  return nullptr;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

class SvgScanner {
 public:
  SvgScanner(std::string_view bytes, std::uint16_t file, model::Findings& findings) : text_(bytes), file_(file), findings_(findings) {}

  void scan() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (good_ && at_ < text_.size()) {
      if (text_[at_] == '<')
        markup();
      else if (is_space(text_[at_]) || (!open_.empty() && !find_element(open_.back())))
        ++at_; // what stands in a refused element is refused with it
      else
        refuse("F0905", "text between the elements");
    }
    if (good_ && !open_.empty()) refuse("F0905", "an element that is not closed");
    if (good_ && !seen_root_) refuse("F0905", "no svg element");
  }

  bool good() const { return good_ && faults_ == 0; }
  PictureSize size() const { return size_; }

 private:
  static constexpr std::size_t most_depth = 16;
  static constexpr int most_faults = 20;

  void report(const char* code, std::string what) {
    ++faults_;
    model::Where where{file_, 1, 1};
    for (std::size_t i = 0; i < token_ && i < text_.size(); ++i) {
      if (text_[i] == '\n') ++where.line, where.column = 0;
      where.column += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
    }
    if (where.column == 0) where.column = 1;
    findings_.push_back({code, where, {{"what", std::move(what)}}, {}});
    if (faults_ >= most_faults) good_ = false;
  }
  void refuse(const char* code, std::string what) { // and stop: what follows cannot be understood
    token_ = at_;
    report(code, std::move(what));
    good_ = false;
  }

  bool skip_past(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    if (found == text_.npos) return refuse("F0905", "something that is not closed"), false;
    at_ = found + end.size();
    return true;
  }

  void markup() {
    token_ = at_;
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
      skip_past("-->");
    } else if (rest.starts_with("<?xml ") && at_ <= 3) {
      skip_past("?>");
    } else if (rest.starts_with("</")) {
      close();
    } else if (rest.size() > 1 && is_name_char(rest[1])) {
      open();
    } else {
      refuse("F0905", "a declaration or an instruction");
    }
  }

  std::string_view name() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_name_char(text_[at_]))
      ++at_;
    return text_.substr(from, at_ - from);
  }
  void spaces() {
    while (at_ < text_.size() && is_space(text_[at_]))
      ++at_;
  }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void close() {
    at_ += 2;
    const std::string_view closed = name();
    spaces();
    if (open_.empty() || open_.back() != closed || here() != '>') return refuse("F0905", "a closing tag that does not fit");
    ++at_;
    open_.pop_back();
  }

  void open() {
    ++at_;
    const std::string_view tag = name();
    const Element* element = find_element(tag);
    if (!element) report("F0903", std::string(tag));
    check_place(tag, element);
    attributes(tag, element);
    if (!good_) return;
    const bool closed = here() == '/';
    if (closed) ++at_;
    if (here() != '>') return refuse("F0905", "a tag that is not closed");
    ++at_;
    if (!closed) open_.push_back(tag);
    if (open_.size() > most_depth) refuse("F0902", "more than 16 levels of nesting");
  }

  void check_place(std::string_view tag, const Element* element) {
    if (open_.empty()) {
      if (tag != "svg" || seen_root_) report("F0905", "an element outside the one svg element");
      seen_root_ = true;
    } else if (tag == "svg") {
      report("F0903", "svg inside svg");
    } else if (tag == "stop" ? open_.back() != "linearGradient" : open_.back() == "linearGradient") {
      report("F0905", "stop belongs into linearGradient, and nothing else does");
    } else if (tag == "linearGradient" && open_.back() != "defs") {
      report("F0905", "linearGradient belongs into defs");
    } else if (element && find_element(open_.back()) && find_element(open_.back())->shape) {
      report("F0905", "an element inside a shape");
    }
  }

  void attributes(std::string_view tag, const Element* element) {
    std::set<std::string_view> seen;
    for (spaces(); good_ && here() != '>' && here() != '/' && here() != '\0'; spaces()) {
      token_ = at_;
      const std::string_view attribute = name();
      if (attribute.empty() || here() != '=') return refuse("F0905", "an attribute without a value");
      ++at_;
      const char quote = here();
      const std::size_t end = quote == '"' || quote == '\'' ? text_.find(quote, at_ + 1) : text_.npos;
      if (end == text_.npos) return refuse("F0905", "a value that is not closed");
      const std::string_view value = text_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      if (!seen.insert(attribute).second) report("F0905", "an attribute twice");
      check_attribute(tag, element, attribute, value);
    }
    if (tag == "svg" && open_.empty() && !seen.count("viewBox")) report("F0906", "viewBox");
    if (tag == "linearGradient" && !seen.count("gradientUnits")) report("F0906", "gradientUnits=\"userSpaceOnUse\"");
  }

  void check_attribute(std::string_view tag, const Element* element, std::string_view attribute, std::string_view value) {
    if (element && !paint.count(attribute) && !element->own.count(attribute)) report("F0904", std::string(attribute));
    if (value.find_first_of("<&") != value.npos) report("F0905", "an entity or a tag inside a value");
    if (value.find("url(") != value.npos && !(value.starts_with("url(#") && value.find(')') == value.size() - 1))
      report("F0904", "an address in " + std::string(attribute));
    if (attribute == "gradientUnits" && value != "userSpaceOnUse") report("F0906", "gradientUnits=\"userSpaceOnUse\"");
    if (tag == "svg" && attribute == "viewBox") read_box(value);
  }

  void read_box(std::string_view value) {
    read_numbers(value);
    if (numbers_.size() != 4 || numbers_[2] < 1 || numbers_[3] < 1 || numbers_[2] > 8192 || numbers_[3] > 8192)
      return report("F0906", "a viewBox of four numbers, at most 8192 wide and high");
    size_ = {numbers_[2], numbers_[3]};
  }

  // Whole parts of the numbers; a fraction counts up.
  void read_numbers(std::string_view value) {
    numbers_.clear();
    for (std::size_t at = 0; at < value.size();) {
      if (is_space(value[at]) || value[at] == ',') {
        ++at;
        continue;
      }
      int number = 0;
      const auto [end, error] = std::from_chars(value.data() + at, value.data() + value.size(), number);
      if (error != std::errc()) return numbers_.clear();
      at = static_cast<std::size_t>(end - value.data());
      if (at < value.size() && value[at] == '.') {
        ++number;
        for (++at; at < value.size() && value[at] >= '0' && value[at] <= '9';)
          ++at;
      }
      numbers_.push_back(number);
    }
  }

  std::string_view text_;
  std::uint16_t file_;
  model::Findings& findings_;
  std::size_t at_ = 0, token_ = 0;
  std::vector<std::string_view> open_;
  std::vector<int> numbers_;
  bool good_ = true, seen_root_ = false;
  int faults_ = 0;
  PictureSize size_;
};

} // namespace

bool check_svg(std::string_view bytes, std::uint16_t file, model::Findings& findings, PictureSize* size) {
  const model::Where start{file, 1, 1};
  if (bytes.size() > picture_bytes) return findings.push_back({"F0902", start, {{"what", "more than 512 kB"}}, {}}), false;
  if (base::first_invalid_utf8(bytes)) return findings.push_back({"F0905", start, {{"what", "bytes that are not UTF-8"}}, {}}), false;
  if (bytes.find('\0') != bytes.npos) return findings.push_back({"F0905", start, {{"what", "a zero byte"}}, {}}), false;
  SvgScanner scanner(bytes, file, findings);
  scanner.scan();
  if (size) *size = scanner.size();
  return scanner.good();
}

} // namespace firsthand::reading
