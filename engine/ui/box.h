// Layout that is told and not added up: a tree of boxes, made anew each frame, that is measured and drawn by the same code. At its
// ends stand leaves: text, widgets, icons, or two functions of the caller. All distances are design pixels.
//
//   bool go = false;
//   box::column({.gap = 8, .pad = pad(16)}, box::text(title, Type::heading), box::button({.id = "go", .label = words}, go)).draw(f, rect);
#pragma once

#include "engine/ui/widgets.h"

#include <array>
#include <concepts>
#include <functional>
#include <utility>
#include <vector>

namespace firsthand::ui {

struct Pad {
  int left = 0, top = 0, right = 0, bottom = 0;
};
constexpr Pad pad(int all) { return {all, all, all, all}; }
constexpr Pad pad(int sides, int ends) { return {sides, ends, sides, ends}; }

enum class Along : std::uint8_t { start, centre, end }; // where it stands if there is room left along the row, column, line
enum class Across : std::uint8_t { usual, start, centre, end, stretch }; // usual: stretch, but in a row centre and in a wrap start

struct BoxStyle {
  int gap = 0;       // between two
  int line_gap = -1; // between two lines of a wrap or grid; -1: as the gap
  Pad pad = {};
  Along along = Along::start;
  Across across = Across::usual;
  std::vector<int> columns = {}; // of a grid: 0 as wide as the widest in it, else its share of what is left
};

class Box {
 public:
  using Measure = std::function<Size(Frame&, int width)>; // width 0: as wide as it likes; window pixels
  using Draw = std::function<void(Frame&, const Rect&)>;
  using Around = std::function<void(Frame&, const Rect&, const std::function<void()>& inside)>;
  using Chooses = std::function<bool(Frame&, int width, const Box& first)>;
  enum class Kind : std::uint8_t { nothing, leaf, space, row, column, wrap, grid, around, either };

  Box() = default; // nothing: takes neither room nor gap
  Box(Measure measure, Draw draw) : kind_(Kind::leaf), measure_(std::move(measure)), draw_(std::move(draw)) {}
  Box(Kind kind, BoxStyle style) : kind_(kind), style_(std::move(style)) {}
  Box(Around around, Box inside);                                // something is done before or after what is inside is drawn
  Box(Chooses chooses, Box first, Box second);                   // one of two
  explicit Box(int space) : kind_(Kind::space), space_(space) {} // see box::space

  // What it needs if it may be so wide, window pixels. Kept for the widths asked for last: measuring and drawing measure once.
  Size size(Frame& f, int width = 0) const;
  int height(Frame& f, int width) const { return size(f, width).h; }
  void draw(Frame& f, const Rect& rect) const;
  int draw(Frame& f, Point at, int width) const; // returns its height

  void add(Box inside); // nothing is left out, but in a grid
  void add(std::vector<Box> inside);
  bool nothing() const { return kind_ == Kind::nothing; }

  // How it stands in what is around it.
  Box grow(int share = 1) &&; // takes its share of what is left along the row or column
  Box least(int width, int height) &&;
  Box most(int width) &&;
  Box most_px(int width) &&;        // window pixels: what was measured, or is a part of the window
  Box most_percent(int percent) &&; // of the row's width
  Box wide(int width) &&;           // exactly
  Box wide_px(int width) &&;        // exactly, window pixels
  Box stands(Across across) &&;     // not as its neighbours

 private:
  friend class BoxLayout;
  struct Known {
    int width = -1;
    Size size;
  };
  Size measured(Frame& f, int width) const;
  int limit(const Frame& f) const; // of its width, window pixels; 0: none
  bool is_exact() const { return exact_ > 0 || exact_px_ > 0; }

  Kind kind_ = Kind::nothing;
  BoxStyle style_;
  Measure measure_;
  Draw draw_;
  Around around_;
  Chooses chooses_;
  std::vector<Box> inside_;
  int space_ = 0, grow_ = 0, most_ = 0, most_px_ = 0, most_percent_ = 0, exact_ = 0, exact_px_ = 0;
  Size least_;
  Across stands_ = Across::usual;
  mutable std::array<Known, 2> known_; // a row asks twice: as wide as it likes, and as wide as it becomes
};

// How what is pressed tells it: a bool of the caller becomes true, something becomes a value, or a function is called.
class Pressed {
 public:
  Pressed(bool& flag) : tell_([&flag] { flag = true; }) {}
  template<std::invocable Tell> Pressed(Tell tell) : tell_(std::move(tell)) {}
  template<class To, class Value> Pressed(To& to, Value value) : tell_([&to, value = std::move(value)] { to = value; }) {}
  void operator()(bool pressed) const {
    if (pressed) tell_();
  }

 private:
  std::function<void()> tell_;
};

// When the first of two is shown: one of what is given is so.
struct When {
  int narrower_than = 0; // the room
  int text_from = 0;     // the text setting, per cent
};

namespace box {

template<class... Inside> Box made(Box::Kind kind, BoxStyle style, Inside&&... inside) {
  Box all(kind, std::move(style));
  (all.add(std::forward<Inside>(inside)), ...);
  return all;
}
// Each takes boxes and lists of boxes.
template<class... Inside> Box row(BoxStyle style, Inside&&... inside) {
  return made(Box::Kind::row, std::move(style), std::forward<Inside>(inside)...);
}
template<class... Inside> Box column(BoxStyle style, Inside&&... inside) {
  return made(Box::Kind::column, std::move(style), std::forward<Inside>(inside)...);
}
template<class... Inside> Box wrap(BoxStyle style, Inside&&... inside) {
  return made(Box::Kind::wrap, std::move(style), std::forward<Inside>(inside)...);
}
template<class... Inside> Box grid(BoxStyle style, Inside&&... inside) {
  return made(Box::Kind::grid, std::move(style), std::forward<Inside>(inside)...);
}
Box when(const When& when, Box then, Box otherwise);
Box first_that_fits(Box beside, Box below);                // the first if there is room for it as wide as it likes to be
Box for_width(std::function<Box(Frame&, int width)> make); // what stands there depends on the room; 0: as wide as it likes
Box one_of(std::vector<Box> all, std::size_t shown);       // has room for each of them: which one is shown moves nothing
Box space(int length = 0);                                 // instead of the gap; with grow() what is left

// Words and the like are views and live until the tree was drawn: Frame::keep is for those that are put together.
Box text(std::string_view words, Type type, Colour colour = Colour::text, const TextOptions& options = {}); // no words: nothing
template<class Words>
requires std::same_as<Words, std::string> Box text(Words&&, Type, Colour = Colour::text, const TextOptions& = {})
= delete;
Box quote(std::string_view words, Type type); // what somebody said
Box icon(std::string_view name, int side, Colour colour);
Box line(Colour colour = Colour::line);           // takes no room: it lies on the border of two
Box fixed(int width, int height, Box::Draw draw); // width 0: all there is
Box button(const Button& button, Pressed pressed);
Box back(std::string_view id, std::string_view label, Pressed pressed); // the way back, in a top bar
Box verb(const Verb& verb, Pressed pressed);
Box row(const Row& row, Pressed pressed);
Box option(const Option& option, Pressed pressed);
Box tag(const Tag& tag); // no words: nothing
Box tabs(std::string_view group, std::vector<Tab> tabs, int current, int& pressed);
Box field(const Field& field, std::string& value, Pressed submitted, int lines = 1); // by Enter in a field of one line
Box notice(const Notice& notice, Pressed pressed);
Box confirm(const Confirm& confirm, Answer& answer);

Box on(Box::Draw ground, Box inside); // over what is drawn first
Box card(Box inside, Colour ground = Colour::surf);
Box card(const Card& card, Pressed pressed, Box inside);
Box group(std::string_view id, Box inside, Stops stops = Stops::each); // arrows go from one to the next
Box part(Part part, Box inside);
Box scroll(const Scroll& scroll, Box inside); // its place is the box's

} // namespace box

} // namespace firsthand::ui
