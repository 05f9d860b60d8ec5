// Goes through HTML once, tag by tag; there is no tree, so that no nesting is too deep.
#include "engine/exchange/html.h"

#include <algorithm>

namespace firsthand::exchange {

namespace {

constexpr std::string_view blocks[] = {"p",  "div", "br",      "hr",         "li",     "ul",     "ol",     "dl",      "dt",
                                       "dd", "tr",  "table",   "blockquote", "pre",    "h1",     "h2",     "h3",      "h4",
                                       "h5", "h6",  "section", "article",    "header", "footer", "figure", "caption", "address"};
constexpr std::string_view unread[] = {"script", "style", "template", "noscript", "title"};

struct TagLoss {
  const char* tag;
  const char* what;
};
constexpr TagLoss tag_losses[] = {{"b", "emphasis"},
                                  {"strong", "emphasis"},
                                  {"i", "emphasis"},
                                  {"em", "emphasis"},
                                  {"u", "emphasis"},
                                  {"s", "emphasis"},
                                  {"strike", "emphasis"},
                                  {"del", "emphasis"},
                                  {"ins", "emphasis"},
                                  {"mark", "emphasis"},
                                  {"font", "emphasis"},
                                  {"code", "emphasis"},
                                  {"sub", "raised or lowered signs"},
                                  {"sup", "raised or lowered signs"},
                                  {"a", "links"},
                                  {"table", "the lines of a table"},
                                  {"math", "formulas"}};
constexpr std::string_view media_tags[] = {"img", "video", "audio", "object", "embed", "iframe", "svg", "canvas", "source"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
template<class List> bool holds(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

class HtmlReader {
 public:
  HtmlReader(std::string_view html, LineEnds ends, Losses& losses) : in_(html), ends_(ends), losses_(losses) {}

  std::string read() {
    while (at_ < in_.size()) {
      const char c = in_[at_];
      if (c == '<' && begins_tag())
        read_tag();
      else if (c == '&')
        read_entity();
      else if (is_space(c))
        read_space();
      else
        put(c), ++at_;
    }
    return std::move(out_);
  }

 private:
  bool begins_tag() const {
    const char next = at_ + 1 < in_.size() ? in_[at_ + 1] : ' ';
    return is_letter(next) || next == '/' || next == '!' || next == '?';
  }

  void put(char c) {
    if (wants_space_ && !out_.empty() && out_.back() != '\n') out_ += ' ';
    wants_space_ = false;
    out_ += c;
  }
  void new_line() {
    wants_space_ = false;
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

  void read_space() {
    const bool line_end = in_[at_] == '\n' && (ends_ == LineEnds::count || preformatted_ > 0);
    ++at_;
    if (line_end)
      new_line();
    else
      wants_space_ = true;
  }

  void read_entity() {
    const std::size_t end = in_.find(';', at_);
    const char32_t sign = end == in_.npos || end - at_ > 12 ? 0 : entity(in_.substr(at_ + 1, end - at_ - 1));
    if (sign == 0) return put(in_[at_++]); // an ampersand like any
    at_ = end + 1;
    if (sign == 0xA0 || sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t') {
      wants_space_ = true;
      return;
    }
    if (sign == 0xAD) return; // where a word might be divided
    std::string bytes;
    append_sign(bytes, sign);
    for (const char byte : bytes)
      put(byte);
  }

  // Behind the tag's '>'; a '>' between quotes does not end it.
  void skip_tag() {
    char quote = 0;
    for (; at_ < in_.size(); ++at_) {
      const char c = in_[at_];
      if (quote != 0)
        quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        break;
    }
    at_ = std::min(at_ + 1, in_.size());
  }

  void skip_to(std::string_view end) {
    const std::size_t found = in_.find(end, at_);
    at_ = found == in_.npos ? in_.size() : found + end.size();
  }

  void read_tag() {
    if (in_.substr(at_).starts_with("<!--")) return skip_to("-->");
    std::size_t from = at_ + 1;
    const bool closes = from < in_.size() && in_[from] == '/';
    if (closes) ++from;
    std::string name;
    for (; from < in_.size() && (is_letter(in_[from]) || (in_[from] >= '0' && in_[from] <= '9')); ++from)
      name += is_letter(in_[from]) ? static_cast<char>(in_[from] | 0x20) : in_[from];
    skip_tag();
    take_tag(name, closes);
  }

  void take_tag(const std::string& name, bool closes) {
    if (holds(blocks, name)) new_line();
    if (name == "td" || name == "th") wants_space_ = true;
    if (name == "pre") preformatted_ += closes ? (preformatted_ > 0 ? -1 : 0) : 1;
    if (closes) return;
    if (holds(unread, name)) return skip_unread(name);
    if (holds(media_tags, name)) losses_.media = true;
    for (const TagLoss& loss : tag_losses)
      if (name == loss.tag) losses_.add(loss.what);
  }

  void skip_unread(const std::string& name) {
    losses_.add(name == "style" || name == "title" ? "styles" : "scripts");
    while (at_ < in_.size() && !ends_here(name))
      ++at_;
    skip_tag();
  }

  bool ends_here(const std::string& name) const {
    const std::string_view rest = in_.substr(at_);
    return rest.starts_with("</") && rest.size() >= name.size() + 2 &&
           std::equal(name.begin(), name.end(), rest.begin() + 2,
                      [](char small, char c) { return small == (is_letter(c) ? c | 0x20 : c); });
  }

  std::string_view in_;
  LineEnds ends_;
  Losses& losses_;
  std::string out_;
  std::size_t at_ = 0;
  int preformatted_ = 0;
  bool wants_space_ = false;
};

} // namespace

std::string text_of_html(std::string_view html, LineEnds ends, Losses& losses) { return HtmlReader(html, ends, losses).read(); }

} // namespace firsthand::exchange
