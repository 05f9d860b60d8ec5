// Scans a picture tag by tag. Everything not expressly in the profile is refused: what one drawer ignores and another
// draws would make two learners see two pictures.
#include "engine/reading/picture.h"

#include "engine/base/utf8.h"
#include "engine/reading/picture_painting.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <utility>

namespace firsthand::reading {
namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

class SvgScanner {
 public:
  SvgScanner(std::string_view bytes, std::uint16_t file, model::Findings& findings) : text_(bytes), file_(file), findings_(findings) {}
  SvgScanner(const SvgScanner&) = delete; // what paints reports here
  SvgScanner& operator=(const SvgScanner&) = delete;

  void scan() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (good_ && at_ < text_.size()) {
      if (text_[at_] == '<')
        markup();
      else if (is_picture_space(text_[at_]) || (!open_.empty() && !find_picture_element(open_.back())))
        ++at_; // what stands in a refused element is refused with it
      else
        refuse("F0905", "text between the elements");
    }
    if (good_ && !open_.empty()) refuse("F0905", "an element that is not closed");
    if (good_ && !seen_root_) refuse("F0905", "no svg element");
    if (good_) painting_.finish(text_.size());
    tell_the_rest();
  }

  bool good() const { return good_ && faults_ == 0; }
  PictureMeasure measure() const {
    PictureMeasure all{whole_units(painting_.width()), whole_units(painting_.height()), painting_.cost()};
    for (const PaintedMark& mark : painting_.marks())
      if (auto told = told_mark(mark)) all.marks.push_back(std::move(*told));
    return all;
  }

 private:
  using Facts = PicturePainting::Facts;
  static constexpr std::size_t most_depth = 16;
  static constexpr int most_findings = 100;
  static int whole_units(Fixed length) { return static_cast<int>((length + fixed_one - 1) / fixed_one); }
  static int begun_units(Fixed length) { return static_cast<int>(length / fixed_one); } // of what is not below 0

  // Nothing where none of it can be seen.
  std::optional<PictureMark> told_mark(const PaintedMark& mark) const {
    const Fixed left = std::max<Fixed>(mark.low.x, 0), top = std::max<Fixed>(mark.low.y, 0);
    const Fixed right = std::min(mark.high.x, painting_.width()), bottom = std::min(mark.high.y, painting_.height());
    if (right <= left || bottom <= top) return std::nullopt;
    const int x = begun_units(left), y = begun_units(top);
    return PictureMark{std::string(mark.name), {x, y, whole_units(right) - x, whole_units(bottom) - y}, place_of(mark.at)};
  }

  model::Where place_of(std::size_t offset) const {
    model::Where where{file_, 1, 1};
    for (std::size_t i = 0; i < offset && i < text_.size(); ++i) {
      if (text_[i] == '\n') ++where.line, where.column = 0;
      where.column += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80;
    }
    if (where.column == 0) where.column = 1;
    return where;
  }
  void report_at(std::size_t offset, const char* code, Facts facts) {
    faults_ += std::string_view(code) != "F0914"; // a warning
    if (++told_ <= most_findings) findings_.push_back({code, place_of(offset), std::move(facts), {}});
  }
  void tell_the_rest() {
    if (told_ > most_findings) findings_.push_back({"F0114", {file_, 1, 1}, {{"count", fmt::format("{}", told_ - most_findings)}}, {}});
  }
  void report(const char* code, std::string what) { report_at(token_, code, {{"what", std::move(what)}}); }
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
    while (at_ < text_.size() && is_picture_space(text_[at_]))
      ++at_;
  }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void close() {
    at_ += 2;
    const std::string_view closed = name();
    spaces();
    if (open_.empty() || open_.back() != closed || here() != '>') return refuse("F0905", "a closing tag that does not fit");
    ++at_;
    close_element(find_picture_element(open_.back()));
    open_.pop_back();
  }
  void close_element(const PictureElement* element) {
    if (element) painting_.close();
  }

  void open() {
    ++at_;
    const std::string_view tag = name();
    const PictureElement* element = find_picture_element(tag);
    if (!element) report("F0903", std::string(tag));
    check_place(tag, element);
    const std::size_t begin = token_;
    attributes(tag, element);
    if (!good_) return;
    if (element) painting_.open(*element, attributes_, begin);
    const bool closed = here() == '/';
    if (closed) ++at_;
    if (here() != '>') return refuse("F0905", "a tag that is not closed");
    ++at_;
    if (closed)
      close_element(element);
    else
      open_.push_back(tag);
    if (open_.size() > most_depth) refuse("F0902", "more than 16 levels of nesting");
  }

  void check_place(std::string_view tag, const PictureElement* element) {
    if (open_.empty()) {
      if (tag != "svg" || seen_root_) report("F0905", "an element outside the one svg element");
      seen_root_ = true;
    } else if (tag == "svg") {
      report("F0903", "svg inside svg");
    } else if (tag == "stop" ? open_.back() != "linearGradient" : open_.back() == "linearGradient") {
      report("F0905", "stop belongs into linearGradient, and nothing else does");
    } else if (open_.back() == "defs" && tag != "linearGradient") {
      report("F0905", "only linearGradient belongs into defs: nothing else there is drawn");
    } else if (tag == "linearGradient" && open_.back() != "defs") {
      report("F0905", "linearGradient belongs into defs");
    } else if (element && find_picture_element(open_.back()) && find_picture_element(open_.back())->shape) {
      report("F0905", "an element inside a shape");
    }
  }

  void attributes(std::string_view tag, const PictureElement* element) {
    std::set<std::string_view> seen;
    attributes_.clear();
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
      check_attribute(element, attribute, value);
    }
    if (tag == "svg" && open_.empty() && !seen.count("viewBox")) report("F0906", "viewBox");
    if (tag == "linearGradient" && !seen.count("gradientUnits")) report("F0906", "gradientUnits=\"userSpaceOnUse\"");
  }

  void check_attribute(const PictureElement* element, std::string_view attribute, std::string_view value) {
    const bool known = element && may_have(*element, attribute), address = value.find("url(") != value.npos && reference_of(value).empty();
    const bool markup = value.find_first_of("<&") != value.npos;
    if (element && !known) report("F0904", std::string(attribute));
    if (markup) report("F0905", "an entity or a tag inside a value");
    if (address) report("F0904", "an address in " + std::string(attribute));
    if (attribute == "gradientUnits" && value != "userSpaceOnUse") report("F0906", "gradientUnits=\"userSpaceOnUse\"");
    if (known && !address && !markup) attributes_.push_back({attribute, value, token_});
  }

  std::string_view text_;
  std::uint16_t file_;
  model::Findings& findings_;
  std::size_t at_ = 0, token_ = 0;
  std::vector<std::string_view> open_;
  std::vector<PictureAttribute> attributes_; // of the element that is being read
  bool good_ = true, seen_root_ = false;
  int faults_ = 0, told_ = 0;
  PicturePainting painting_{[this](std::size_t at, const char* code, Facts facts) { report_at(at, code, std::move(facts)); }};
};

} // namespace

bool check_svg(std::string_view bytes, std::uint16_t file, model::Findings& findings, PictureMeasure* measure) {
  const model::Where start{file, 1, 1};
  if (const std::string_view what = foreign_picture(bytes); !what.empty())
    return findings.push_back({"F0913", start, {{"what", std::string(what)}}, {}}), false;
  if (bytes.size() > picture_bytes) return findings.push_back({"F0902", start, {{"what", "more than 512 kB"}}, {}}), false;
  if (base::first_invalid_utf8(bytes)) return findings.push_back({"F0905", start, {{"what", "bytes that are not UTF-8"}}, {}}), false;
  if (bytes.find('\0') != bytes.npos) return findings.push_back({"F0905", start, {{"what", "a zero byte"}}, {}}), false;
  SvgScanner scanner(bytes, file, findings);
  scanner.scan();
  if (measure) *measure = scanner.measure();
  return scanner.good();
}

bool may_be_drawn(std::string_view svg) {
  model::Findings findings;
  return check_svg(svg, 0, findings);
}

} // namespace firsthand::reading
