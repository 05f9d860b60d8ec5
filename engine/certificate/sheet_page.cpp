// Where the words of a sheet stand on the page. What is too much for one page is set smaller, all of it alike.
#include "engine/certificate/pdf.h"
#include "engine/certificate/sheet.h"

#include "engine/base/utf8.h"

#include <algorithm>

namespace firsthand::certificate {

namespace {

constexpr int points(int tenths) { return tenths * dots / 10; } // of tenths of a point

struct TextSize {
  int size, line; // tenths of a point
  text::Weight weight = text::Weight::regular;
};
constexpr TextSize title_size{300, 380, text::Weight::bold}, course_size{130, 170, text::Weight::bold}, lead_size{110, 150},
    statement_size{130, 182}, heading_size{110, 150, text::Weight::bold}, body_size{100, 142}, label_size{85, 115},
    command_size{85, 115, text::Weight::bold}, value_size{120, 160, text::Weight::bold}, small_size{72, 98},
    code_size{130, 165, text::Weight::bold};
constexpr TextSize name_sizes[] = {{240, 310, text::Weight::bold},
                                   {200, 262, text::Weight::bold},
                                   {170, 225, text::Weight::bold},
                                   {145, 190, text::Weight::bold},
                                   {120, 160, text::Weight::bold}};
constexpr std::size_t most_name_lines = 2; // in a larger size than the smallest

constexpr int left = points(720), right = page_width - left, width = right - left;
constexpr int top = points(760), bottom = page_height - points(520);
constexpr int smallest_percent = 50, percent_step = 5;

// One line of visible letters: what could turn the direction of others, or begin a line of its own, is gone.
std::string clean(std::string_view text) {
  std::string shown = text::nfc(text);
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  while (const auto at = base::first_unwanted_control(shown)) {
    std::size_t end = *at;
    base::next_code_point(shown, end);
    shown.erase(*at, end - *at);
  }
  return shown;
}

struct Rectangle {
  int x = 0, y = 0, width = 0, height = 0;
  int thick = 0; // of a frame; 0: filled
};
struct PlacedText {
  std::string text;
  text::Layout layout;
  int x = 0, y = 0;
};

// All that stands on a page, and how far down it reaches.
class SheetSetter {
 public:
  SheetSetter(const Sheet& sheet, const text::FontSet& fonts, int percent) : sheet_(sheet), fonts_(fonts), percent_(percent) { set(); }

  bool fits() const { return y_ <= foot_top_; }
  void draw(PdfPage& page) const {
    for (const PlacedText& each : texts_)
      page.write(each.layout, each.text, each.x, each.y);
    for (const Rectangle& each : rectangles_)
      each.thick > 0 ? page.frame(each.x, each.y, each.width, each.height, each.thick) : page.fill(each.x, each.y, each.width, each.height);
  }

 private:
  int scaled(int tenths) const { return points(tenths) * percent_ / 100; }
  void gap(int tenths) { y_ += scaled(tenths); }

  text::Layout laid_out(const std::string& text, const TextSize& size, int wide) const {
    return fonts_.layout(text, {.size_px = scaled(size.size), .line_px = scaled(size.line), .weight = size.weight}, wide, sheet_.language);
  }
  // Gives its height; nothing has none.
  int put(const std::string& text, const TextSize& size, int x, int y, int wide) {
    const std::string shown = clean(text);
    if (shown.empty()) return 0;
    text::Layout layout = laid_out(shown, size, wide);
    const int height = layout.height;
    texts_.push_back({shown, std::move(layout), x, y});
    return height;
  }
  void flow(const std::string& text, const TextSize& size) { y_ += put(text, size, left, y_, width); }

  void set() {
    set_edge();
    set_foot();
    y_ = top;
    set_head();
    set_person();
    set_cells();
    set_competencies();
    for (const SheetSection& section : sheet_.sections)
      set_section(section);
    set_limits();
  }

  void set_edge() {
    const int outer = points(300), inner = points(360);
    rectangles_.push_back({outer, outer, page_width - 2 * outer, page_height - 2 * outer, points(14)});
    rectangles_.push_back({inner, inner, page_width - 2 * inner, page_height - 2 * inner, points(6)});
  }

  void set_head() {
    flow(sheet_.course, course_size);
    gap(sheet_.course.empty() ? 0 : 240);
    flow(sheet_.title, title_size);
    gap(80);
  }

  // As large as it can be in two lines.
  void set_person() {
    flow(sheet_.lead, lead_size);
    const std::string name = clean(sheet_.name);
    for (const TextSize& size : name_sizes) {
      if (&size != &name_sizes[std::size(name_sizes) - 1] && laid_out(name, size, width).lines.size() > most_name_lines) continue;
      flow(name, size);
      break;
    }
    flow(sheet_.who, lead_size);
    gap(60);
    flow(sheet_.statement, statement_size);
    if (!sheet_.provisional.empty()) set_provisional();
    gap(110);
  }

  void set_provisional() {
    gap(70);
    const int inside = scaled(80), from = y_;
    y_ += inside * 3 / 4 + put(sheet_.provisional, heading_size, left + inside, y_ + inside * 3 / 4, width - 2 * inside) + inside * 3 / 4;
    rectangles_.push_back({left, from, width, y_ - from, points(14)});
  }

  // Side by side in one frame, each as wide as its share.
  void set_cells() {
    const int inside = scaled(80);
    int shares = 0, before = 0, labels = 0, height = 0;
    for (const SheetCell& cell : sheet_.cells)
      shares += cell.share;
    const auto room = [&](const SheetCell& cell) { return width * cell.share / shares - 2 * inside; };
    for (const SheetCell& cell : sheet_.cells)
      labels = std::max(labels, laid_out(clean(cell.label), label_size, room(cell)).height);
    std::vector<int> edges;
    for (const SheetCell& cell : sheet_.cells) {
      const int x = left + width * before / shares;
      put(cell.label, label_size, x + inside, y_ + inside, room(cell));
      height = std::max(height, put(cell.value, value_size, x + inside, y_ + inside + labels, room(cell)));
      if (before > 0) edges.push_back(x);
      before += cell.share;
    }
    height += labels + 2 * inside;
    for (const int x : edges)
      rectangles_.push_back({x, y_, points(6), height, 0});
    rectangles_.push_back({left, y_, width, height, points(6)});
    y_ += height;
    gap(130);
  }

  void set_competencies() {
    if (sheet_.competencies.empty()) return;
    flow(sheet_.competencies_heading, heading_size);
    gap(30);
    const int between = scaled(160), wide = (width - between) / 2;
    for (std::size_t i = 0; i < sheet_.competencies.size(); i += 2) {
      int height = set_competency(sheet_.competencies[i], left, wide);
      if (i + 1 < sheet_.competencies.size())
        height = std::max(height, set_competency(sheet_.competencies[i + 1], left + wide + between, wide));
      y_ += height;
      rectangles_.push_back({left, y_, wide, points(4), 0});
      if (i + 1 < sheet_.competencies.size()) rectangles_.push_back({left + wide + between, y_, wide, points(4), 0});
    }
    gap(130);
  }

  int set_competency(const CompetencyFact& fact, int x, int wide) {
    constexpr int most_marks = 6;
    const int inside = scaled(30), side = scaled(85), apart = scaled(35);
    const int marks = std::min(fact.asked, most_marks), room = marks * (side + apart) + inside;
    const int height = put(fact.name, body_size, x, y_ + inside, wide - room);
    for (int i = 0; i < marks; ++i) {
      const int at = x + wide - (marks - i) * (side + apart) + apart;
      const bool filled = i < fact.right * marks / std::max(1, fact.asked);
      rectangles_.push_back({at, y_ + inside + (scaled(body_size.line) - side) / 2, side, side, filled ? 0 : points(6)});
    }
    return height + 2 * inside;
  }

  void set_section(const SheetSection& section) {
    flow(section.heading, heading_size);
    gap(10);
    flow(section.text, body_size);
    gap(80);
  }

  void set_limits() {
    gap(20);
    const int inside = scaled(100), from = y_;
    y_ += inside;
    y_ += put(sheet_.limits.heading, heading_size, left + inside, y_, width - 2 * inside);
    y_ += put(sheet_.limits.text, body_size, left + inside, y_, width - 2 * inside) + inside;
    rectangles_.push_back({left, from, width, y_ - from, points(6)});
    gap(60);
  }

  // At the bottom, whatever stands above: how the page is checked, and what it was made from.
  void set_foot() {
    const int code_wide = scaled(1000), words_wide = width - code_wide - scaled(160);
    const std::size_t first = texts_.size();
    int y = put(sheet_.check, label_size, left, 0, words_wide);
    y += put(sheet_.command, command_size, left, y, words_wide) + scaled(40);
    for (std::size_t from = 0, end = 0; end != std::string::npos; from = end + 1) {
      end = sheet_.versions.find('\n', from);
      y += put(sheet_.versions.substr(from, end - from), small_size, left, y, words_wide);
    }
    const int middle = static_cast<int>(sheet_.code.size()) / 2,
              label = put(sheet_.code_label, label_size, right - code_wide, 0, code_wide);
    const int half = put(sheet_.code.substr(0, static_cast<std::size_t>(middle)), code_size, right - code_wide, label, code_wide);
    y = std::max(y,
                 label + half +
                     put(sheet_.code.substr(static_cast<std::size_t>(middle) + 1), code_size, right - code_wide, label + half, code_wide));
    foot_top_ = bottom - y;
    for (std::size_t i = first; i < texts_.size(); ++i)
      texts_[i].y += foot_top_;
    rectangles_.push_back({left, foot_top_ - points(60), width, points(6), 0});
    foot_top_ -= points(120);
  }

  const Sheet& sheet_;
  const text::FontSet& fonts_;
  int percent_;
  int y_ = 0, foot_top_ = 0;
  std::vector<PlacedText> texts_;
  std::vector<Rectangle> rectangles_;
};

} // namespace

base::Result<std::string> pdf_of(const Sheet& sheet, const text::FontSet& fonts) {
  int percent = 100;
  while (percent > smallest_percent && !SheetSetter(sheet, fonts, percent).fits())
    percent -= percent_step;
  PdfPage page(fonts, {clean(sheet.title), sheet.made});
  SheetSetter(sheet, fonts, percent).draw(page);
  return page.finish();
}

} // namespace firsthand::certificate
