// Where what stands in a box comes to stand: the only place where rows, columns, wraps and grids are computed.
#include "engine/ui/box.h"

#include <algorithm>
#include <memory>
#include <numeric>

namespace firsthand::ui {

// One box laid out in a room. Width 0: as wide as it likes; height 0: as high as it likes.
class BoxLayout {
 public:
  struct Places { // of what is inside
    std::vector<Rect> at;
    Size used;
  };

  BoxLayout(Frame& f, const Box& box) : f_(f), box_(box), gap_(f.px(box.style_.gap)) {
    line_gap_ = box.style_.line_gap < 0 ? gap_ : f.px(box.style_.line_gap);
  }

  Places places(const Rect& room) const {
    switch (box_.kind_) {
    case Box::Kind::row:
      return row(room);
    case Box::Kind::column:
      return column(room);
    case Box::Kind::wrap:
      return wrap(room);
    case Box::Kind::grid:
      return grid(room);
    default:
      return whole(room);
    }
  }

  Rect inside(const Rect& rect) const {
    return {rect.x + left(), rect.y + top(), std::max(0, rect.w - sides()), std::max(0, rect.h - ends())};
  }
  int sides() const { return left() + f_.px(box_.style_.pad.right); }
  int ends() const { return top() + f_.px(box_.style_.pad.bottom); }
  const Box& chosen(int width) const { return box_.inside_[box_.chooses_(f_, width, box_.inside_[0]) ? 0 : 1]; }

 private:
  using Lengths = std::vector<int>;

  int left() const { return f_.px(box_.style_.pad.left); }
  int top() const { return f_.px(box_.style_.pad.top); }
  std::size_t count() const { return box_.inside_.size(); }
  const Box& child(std::size_t i) const { return box_.inside_[i]; }
  bool is_space(std::size_t i) const { return child(i).kind_ == Box::Kind::space; }
  int gap_before(std::size_t i) const { return i == 0 || is_space(i) || is_space(i - 1) ? 0 : gap_; }
  int gaps() const {
    int all = 0;
    for (std::size_t i = 0; i < count(); ++i)
      all += gap_before(i);
    return all;
  }
  int lead(int spare) const {
    const Along along = box_.style_.along;
    return along == Along::start ? 0 : along == Along::centre ? std::max(0, spare) / 2 : std::max(0, spare);
  }

  int own_width(std::size_t i, int room) const {
    const int width = child(i).size(f_, room).w;
    return room > 0 ? std::min(width, room) : width;
  }

  // A child of `length` across a line that is `room` thick: where it begins and how much it takes.
  std::pair<int, int> across(const Box& child, Across usual, int room, int length) const {
    const Across own = child.stands_ != Across::usual ? child.stands_ : box_.style_.across;
    switch (own == Across::usual ? usual : own) {
    case Across::centre:
      return {(room - length) / 2, length};
    case Across::end:
      return {room - length, length};
    case Across::stretch:
      return {0, room};
    default:
      return {0, length};
    }
  }

  // Those that grow share what the others leave of `room`; to the pixel as columns of equal width are shared out.
  void share_out(Lengths& lengths, const Lengths& shares, int room, int gap) const {
    const int all = std::accumulate(shares.begin(), shares.end(), 0);
    int left = room, before = 0;
    for (std::size_t i = 0; i < lengths.size(); ++i)
      left += shares[i] > 0 ? gap : -lengths[i];
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      if (shares[i] <= 0) continue;
      lengths[i] = std::max(0, left * (before + shares[i]) / all - left * before / all - gap);
      before += shares[i];
    }
  }

  Lengths shares() const {
    Lengths all;
    for (const Box& each : box_.inside_)
      all.push_back(each.grow_);
    return all;
  }

  bool grows() const {
    return std::any_of(box_.inside_.begin(), box_.inside_.end(), [](const Box& each) { return each.grow_ > 0; });
  }

  // Where there is not room for all, the widest gives way that is not to be exactly so wide.
  void narrow(Lengths& widths, int room) const {
    const int over = std::accumulate(widths.begin(), widths.end(), 0) - room;
    int* widest = nullptr;
    for (std::size_t i = 0; i < count(); ++i)
      if (!is_space(i) && !child(i).is_exact() && (!widest || widths[i] > *widest)) widest = &widths[i];
    if (over > 0 && widest) *widest = std::max(1, *widest - over);
  }

  // What grows likes to be as wide as its least, if it has one; it takes no more than its most.
  int row_width(std::size_t i, int room) const {
    const Box& each = child(i);
    if (is_space(i)) return f_.px(each.space_);
    if (each.grow_ > 0 && room > 0) return 0;
    if (each.grow_ > 0 && each.least_.w > 0) return f_.px(each.least_.w);
    const int width = each.size(f_).w;
    return each.most_percent_ > 0 && room > 0 ? std::min(width, room * each.most_percent_ / 100) : width;
  }

  Lengths row_widths(int room) const {
    Lengths widths;
    for (std::size_t i = 0; i < count(); ++i)
      widths.push_back(row_width(i, room));
    if (room <= 0) return widths;
    narrow(widths, room - gaps());
    if (grows()) share_out(widths, shares(), room - gaps(), gap_);
    for (std::size_t i = 0; i < count(); ++i)
      if (const int most = child(i).limit(f_); most > 0) widths[i] = std::min(widths[i], most);
    return widths;
  }

  Places row(const Rect& room) const {
    const Lengths widths = row_widths(room.w);
    Lengths heights;
    for (std::size_t i = 0; i < count(); ++i)
      heights.push_back(is_space(i) ? 0 : child(i).height(f_, widths[i]));
    Places out;
    out.used = {std::accumulate(widths.begin(), widths.end(), gaps()),
                heights.empty() ? 0 : *std::max_element(heights.begin(), heights.end())};
    const int line = room.h > 0 ? room.h : out.used.h;
    int x = room.x + lead(room.w - out.used.w);
    for (std::size_t i = 0; i < count(); ++i) {
      x += gap_before(i);
      const auto [y, h] = across(child(i), Across::centre, line, heights[i]);
      out.at.push_back({x, room.y + y, widths[i], h});
      x += widths[i];
    }
    return out;
  }

  // How a child stands in a column of that width: the sides are all that it has to do with.
  Rect column_part(std::size_t i, int width, int room) const {
    if (is_space(i)) return {0, 0, 0, f_.px(child(i).space_)};
    const auto [x, w] = across(child(i), Across::stretch, width, own_width(i, room));
    return {x, 0, w, child(i).height(f_, w)};
  }

  // Equally high, unless one of them would then be less high than what stands in it: they share what is left over instead.
  void grow_heights(Lengths& heights, int room) const {
    const Lengths needed = heights, all = shares();
    share_out(heights, all, room, gap_);
    const int spare = room - std::accumulate(needed.begin(), needed.end(), 0);
    bool squeezed = false;
    for (std::size_t i = 0; i < count(); ++i)
      squeezed = squeezed || heights[i] < needed[i];
    if (!squeezed || spare < 0) return;
    const int every = std::accumulate(all.begin(), all.end(), 0);
    int before = 0;
    for (std::size_t i = 0; i < count(); ++i) {
      heights[i] = needed[i] + spare * (before + all[i]) / every - spare * before / every;
      before += all[i];
    }
  }

  Places column(const Rect& room) const {
    Places out;
    for (std::size_t i = 0; i < count(); ++i)
      if (!is_space(i)) out.used.w = std::max(out.used.w, child(i).size(f_, room.w).w);
    Lengths heights;
    for (std::size_t i = 0; i < count(); ++i) {
      out.at.push_back(column_part(i, room.w > 0 ? room.w : out.used.w, room.w));
      heights.push_back(out.at.back().h);
    }
    if (room.h > 0 && grows()) grow_heights(heights, room.h - gaps());
    out.used.h = std::accumulate(heights.begin(), heights.end(), gaps());
    int y = room.y + (room.h > 0 ? lead(room.h - out.used.h) : 0);
    for (std::size_t i = 0; i < count(); ++i) {
      y += gap_before(i);
      out.at[i] = {room.x + out.at[i].x, y, out.at[i].w, heights[i]};
      y += heights[i];
    }
    return out;
  }

  // Ends the line that begins with child `first`: how high it is is known only now. Returns its bottom.
  int end_line(Places& out, const Rect& room, std::size_t first, Across usual) const {
    const int width = out.at.back().right() - room.x, top = out.at[first].y;
    int height = 0;
    for (std::size_t i = first; i < out.at.size(); ++i)
      height = std::max(height, out.at[i].h);
    for (std::size_t i = first; i < out.at.size(); ++i) {
      const auto [y, h] = across(child(i), usual, height, out.at[i].h);
      out.at[i] = {out.at[i].x + lead(room.w > 0 ? room.w - width : 0), top + y, out.at[i].w, h};
    }
    out.used = {std::max(out.used.w, width), top + height - room.y};
    return top + height;
  }

  Places wrap(const Rect& room) const {
    Places out;
    int x = room.x, y = room.y;
    std::size_t first = 0;
    for (std::size_t i = 0; i < count(); ++i) {
      const int w = own_width(i, room.w);
      if (i > first && room.w > 0 && x + w > room.right()) {
        y = end_line(out, room, first, Across::start) + line_gap_;
        x = room.x, first = i;
      }
      out.at.push_back({x, y, w, child(i).height(f_, w)}); // as high as it is in the width that it is drawn in
      x += w + gap_;
    }
    if (count() > 0) end_line(out, room, first, Across::start);
    return out;
  }

  Lengths grid_widths(int room) const {
    const Lengths& shares = box_.style_.columns;
    Lengths widths(shares.size(), 0);
    for (std::size_t i = 0; i < count(); ++i)
      if (int& width = widths[i % shares.size()]; room <= 0 || shares[i % shares.size()] == 0) width = std::max(width, child(i).size(f_).w);
    if (room > 0) share_out(widths, shares, room - gap_ * (static_cast<int>(shares.size()) - 1), gap_);
    return widths;
  }

  Places grid(const Rect& room) const {
    const Lengths widths = grid_widths(room.w);
    Places out;
    int y = room.y;
    for (std::size_t first = 0; first < count(); first += widths.size()) {
      int x = room.x;
      for (std::size_t i = first; i < std::min(count(), first + widths.size()); ++i) {
        const int w = widths[i - first];
        out.at.push_back({x, y, w, child(i).height(f_, w)});
        x += w + gap_;
      }
      y = end_line(out, room, first, Across::stretch) + line_gap_;
    }
    return out;
  }

  Places whole(const Rect& room) const {
    if (count() == 0) return {};
    return {{room}, child(0).size(f_, room.w)};
  }

  Frame& f_;
  const Box& box_;
  int gap_ = 0, line_gap_ = 0;
};

// It stands where what it is put around would stand.
Box::Box(Around around, Box inside) : kind_(Kind::around), around_(std::move(around)) {
  grow_ = inside.grow_, most_ = inside.most_, most_px_ = inside.most_px_, most_percent_ = inside.most_percent_;
  exact_ = inside.exact_, exact_px_ = inside.exact_px_, stands_ = inside.stands_;
  inside_.push_back(std::move(inside));
}

Box::Box(Chooses chooses, Box first, Box second) : kind_(Kind::either), chooses_(std::move(chooses)) {
  inside_.push_back(std::move(first));
  inside_.push_back(std::move(second));
}

void Box::add(Box inside) {
  if (!inside.nothing() || kind_ == Kind::grid) inside_.push_back(std::move(inside));
}

void Box::add(std::vector<Box> inside) {
  for (Box& each : inside)
    add(std::move(each));
}

Size Box::measured(Frame& f, int width) const {
  const BoxLayout layout(f, *this);
  if (kind_ == Kind::either) return layout.chosen(width).size(f, width);
  const int room = width > 0 ? std::max(1, width - layout.sides()) : 0;
  const Size inside = kind_ == Kind::leaf ? measure_(f, room) : layout.places({0, 0, room, 0}).used;
  return {inside.w + layout.sides(), inside.h + layout.ends()};
}

int Box::limit(const Frame& f) const {
  if (exact_px_ > 0 || most_px_ > 0) return exact_px_ > 0 ? exact_px_ : most_px_;
  return f.px(exact_ > 0 ? exact_ : most_);
}

Size Box::size(Frame& f, int width) const {
  if (nothing()) return {};
  for (const Known& known : known_)
    if (known.width == width) return known.size;
  const int most = limit(f);
  Size size = measured(f, most > 0 && width > most ? most : width);
  if (most > 0 && size.w > most) size = measured(f, most);
  if (is_exact()) size = {most, measured(f, most).h};
  size = {std::max(size.w, f.px(least_.w)), std::max(size.h, f.px(least_.h))};
  known_ = {Known{width, size}, known_[0]};
  return size;
}

void Box::draw(Frame& f, const Rect& all) const {
  const BoxLayout layout(f, *this);
  const int most = limit(f);
  const Rect room = layout.inside({all.x, all.y, most > 0 ? std::min(all.w, most) : all.w, all.h});
  switch (kind_) {
  case Kind::leaf:
    return draw_(f, room);
  case Kind::either:
    return layout.chosen(room.w).draw(f, room);
  case Kind::around:
    return around_(f, room, [&] { inside_[0].draw(f, room); });
  default:
    break;
  }
  const BoxLayout::Places places = layout.places(room);
  for (std::size_t i = 0; i < inside_.size(); ++i)
    inside_[i].draw(f, places.at[i]);
}

int Box::draw(Frame& f, Point at, int width) const {
  const int h = height(f, width);
  draw(f, {at.x, at.y, width, h});
  return h;
}

Box Box::grow(int share) && { return grow_ = share, std::move(*this); }
Box Box::least(int width, int height) && { return least_ = {width, height}, std::move(*this); }
Box Box::most(int width) && { return most_ = width, std::move(*this); }
Box Box::most_percent(int percent) && { return most_percent_ = percent, std::move(*this); }
Box Box::most_px(int width) && { return most_px_ = width, std::move(*this); }
Box Box::wide(int width) && { return exact_ = width, std::move(*this); }
Box Box::wide_px(int width) && { return exact_px_ = width, std::move(*this); }
Box Box::stands(Across across) && { return stands_ = across, std::move(*this); }

namespace box {

Box when(const When& when, Box then, Box otherwise) {
  return {[when](Frame& f, int width, const Box&) {
            return (when.text_from > 0 && f.text_percent() >= when.text_from) ||
                   (when.narrower_than > 0 && width > 0 && width < f.px(when.narrower_than));
          },
          std::move(then), std::move(otherwise)};
}

Box first_that_fits(Box beside, Box below) {
  return {[](Frame& f, int width, const Box& first) { return width <= 0 || first.size(f).w <= width; }, std::move(beside),
          std::move(below)};
}

Box for_width(std::function<Box(Frame&, int width)> make) {
  return {[=](Frame& f, int width) { return make(f, width).size(f, width); },
          [=](Frame& f, const Rect& rect) { make(f, rect.w).draw(f, rect); }};
}

Box one_of(std::vector<Box> all, std::size_t shown) {
  const auto kept = std::make_shared<const std::vector<Box>>(std::move(all));
  return {[=](Frame& f, int width) {
            Size most;
            for (const Box& each : *kept) {
              const Size size = each.size(f, width);
              most = {std::max(most.w, size.w), std::max(most.h, size.h)};
            }
            return most;
          },
          [=](Frame& f, const Rect& rect) { kept->at(shown).draw(f, rect); }};
}

Box space(int length) { return Box(length); }

} // namespace box

} // namespace firsthand::ui
