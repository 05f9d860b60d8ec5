// The upper part of home: where the person stopped, what is due, how far the course is, and the person's menu.
#include "engine/screens/home/parts.h"

#include <algorithm>

namespace firsthand::screens::home {

namespace {

struct ContinueButtons {
  Button go, warm_up;
  Size go_size, warm_up_size;
  bool row = true; // beside each other
};

ContinueButtons continue_buttons(Draft& d, const std::string& warm_up, int w) {
  ContinueButtons b;
  b.go = {.id = "home/continue", .label = d.s.go_on->button, .icon = "play", .kind = ButtonKind::main};
  b.warm_up = {.id = "home/warm-up", .label = warm_up, .icon = "lamp"};
  b.go_size = size_of(d.f, b.go, w);
  if (d.s.warm_up_due) b.warm_up_size = size_of(d.f, b.warm_up, w);
  b.row = !d.s.warm_up_due || b.go_size.w + d.f.px(12) + b.warm_up_size.w <= w;
  return b;
}

// Two heights: what the words need, and what stands at the foot.
struct ContinueHeights {
  int words = 0, foot = 0;
};

bool left_beside(Draft& d, const ContinueButtons& b, int w) {
  return d.s.warm_up_due ? false : b.go_size.w + d.f.px(16) + d.f.measure(d.s.go_on->left, Type::small).w <= w;
}

ContinueHeights continue_heights(Draft& d, int w) {
  Frame& f = d.f;
  const HomeContinue& c = *d.s.go_on;
  const auto tall = [&](const std::string& words, Type type) { return words.empty() ? 0 : f.measure(words, type, w).h; };
  const ContinueButtons b = continue_buttons(d, d.tr("Warm-up first"), w);
  ContinueHeights h;
  h.words = std::max(f.px(24), f.measure(c.head, Type::small_bold, w - f.px(26)).h) + f.px(12) + tall(c.title, Type::title) + f.px(4) +
            tall(c.where, Type::body) + tall(c.when, Type::body);
  h.foot = b.row ? std::max(b.go_size.h, b.warm_up_size.h) : b.go_size.h + f.px(8) + b.warm_up_size.h;
  if (!c.left.empty() && !left_beside(d, b, w)) h.foot += f.px(4) + tall(c.left, Type::small);
  return h;
}

void draw_continue_foot(Draft& d, const Rect& foot) {
  Frame& f = d.f;
  const std::string& left = d.s.go_on->left;
  const std::string warm_up = d.tr("Warm-up first");
  const ContinueButtons b = continue_buttons(d, warm_up, foot.w);
  const Rect go{foot.x, foot.y, b.go_size.w, b.go_size.h};
  if (button(f, go, b.go)) d.out.go_on = true;
  int below = go.bottom();
  if (d.s.warm_up_due) {
    const Rect at = b.row ? Rect{go.right() + f.px(12), foot.y, b.warm_up_size.w, b.warm_up_size.h}
                          : Rect{foot.x, below + f.px(8), b.warm_up_size.w, b.warm_up_size.h};
    if (button(f, at, b.warm_up)) d.out.warm_up = true;
    below = at.bottom();
  }
  if (left.empty()) return;
  if (left_beside(d, b, foot.w))
    f.text(Rect{go.right() + f.px(16), go.y, foot.right() - go.right() - f.px(16), go.h}, left, Type::small, Colour::mut,
           {.valign = VAlign::middle});
  else
    f.text(foot.x, below + f.px(4), foot.w, left, Type::small, Colour::mut);
}

void draw_continue_text(Draft& d, Rect inside) {
  Frame& f = d.f;
  const HomeContinue& c = *d.s.go_on;
  int y = inside.y;
  f.icon("pin", {inside.x, y, f.px(18), f.px(20)}, Colour::acc);
  y += std::max(f.px(24), f.text(inside.x + f.px(26), y, inside.w - f.px(26), c.head, Type::small_bold, Colour::acc)) + f.px(12);
  y += f.text(inside.x, y, inside.w, c.title, Type::title, Colour::text, {.role = Role::heading}) + f.px(4);
  y += f.text(inside.x, y, inside.w, c.where, Type::body, Colour::mut);
  if (!c.when.empty()) f.text(inside.x, y, inside.w, c.when, Type::body, Colour::mut, {.tabular = true});
  draw_continue_foot(d, inside.take_bottom(continue_heights(d, inside.w).foot));
}

void draw_continue_picture(Draft& d, const Rect& rect, std::uint8_t corners) {
  const HomeContinue& c = *d.s.go_on;
  if (c.layers.empty())
    d.f.picture(c.picture, rect, {.focus_x = 540, .radius = d.f.px(6), .corners = corners, .corner_ground = Colour::bg});
  else
    d.f.scene(c.layers, rect, {.radius = d.f.px(6), .corners = corners, .corner_ground = Colour::bg});
}

// Picture at the left, words at the right; words alone where it is narrow.
int draw_continue(Draft& d, int x, int y, int w, int least) {
  Frame& f = d.f;
  const auto height_of = [&](int width) {
    const ContinueHeights h = continue_heights(d, width);
    return h.words + f.px(20) + h.foot;
  };
  const int picture = w * (f.text_percent() > 100 ? 320 : 408) / 784;
  if (w - picture < f.px(300) || f.text_percent() >= 200) { // the picture gives way first
    const int text = height_of(w - f.px(48)) + f.px(48);
    card(f, {x, y, w, text});
    draw_continue_text(d, Rect{x, y, w, text}.inset(f.px(24), f.px(24)));
    return y + text;
  }
  const int height = std::max({stacked(f) ? 0 : f.px(304), least, height_of(w - picture - f.px(64)) + f.px(64)});
  card(f, {x, y, w, height});
  draw_continue_picture(d, {x + 1, y + 1, picture, height - 2}, top_left | bottom_left);
  f.vline(x + picture, y + 1, height - 2, Colour::line);
  draw_continue_text(d, Rect{x + picture, y, w - picture, height}.inset(f.px(32)));
  return y + height;
}

int draw_refresher(Draft& d, int x, int y, int w, const HomeRefresher& r) {
  Frame& f = d.f;
  const Rect room = Rect{x, y, w, 0}.inset(f.px(24), 0);
  const std::string due = d.tr("Due now"), start = d.tr("Start refresher");
  const std::string title = d.tr("Refresher: {lesson}", {{"lesson", r.title}}), id = "home/refresher/" + r.lesson;
  const Button go{.id = id, .label = start, .icon = "replay", .size = ButtonSize::small};
  const Size tag_size = size_of(f, Tag{due, "clock", Meaning::warn}, room.w), go_size = size_of(f, go, room.w);
  const int words = f.measure(title, Type::heading, room.w).h + f.measure(r.summary, Type::body, room.w).h;
  const int height = f.px(20) + tag_size.h + f.px(10) + words + f.px(16) + go_size.h + f.px(20);
  card(f, {x, y, w, height});
  tag(f, {room.x, y + f.px(20)}, {due, "clock", Meaning::warn}, room.w);
  int at = y + f.px(20) + tag_size.h + f.px(10);
  at += f.text(room.x, at, room.w, title, Type::heading, Colour::text);
  at += f.text(room.x, at, room.w, r.summary, Type::body, Colour::mut) + f.px(16);
  if (button(f, {room.x, at, go_size.w, go_size.h}, go)) d.out.lesson = r.lesson;
  return y + height;
}

// One attempt in the small card: its title, and the result at the right or below.
int record_line_height(Draft& d, const HomeAttempt& a, int w, bool& beside) {
  Frame& f = d.f;
  const int room = w - f.px(32);
  const Size result = f.measure(a.result, Type::small);
  beside = f.measure(a.title, Type::body).w + f.px(12) + result.w <= room;
  return f.measure(a.title, Type::body, room).h + (beside ? 0 : f.measure(a.result, Type::small, room).h) + f.px(8);
}

int draw_record_line(Draft& d, const HomeAttempt& a, int x, int y, int w) {
  Frame& f = d.f;
  bool beside = false;
  const int height = record_line_height(d, a, w, beside), room = w - f.px(32), left = x + f.px(32);
  const int title = f.measure(a.title, Type::body, room).h;
  f.icon(a.icon, {x, y, f.px(20), f.px(24)}, ink_of(a.meaning));
  f.text(left, y, room, a.title, Type::body, Colour::text);
  if (beside)
    f.text(Rect{left, y, room, title}, a.result, Type::small, Colour::mut, {.align = Align::right, .valign = VAlign::middle});
  else
    f.text(left, y + title, room, a.result, Type::small, Colour::mut);
  return y + height;
}

// The newest attempts; the whole list is one press away.
int record_card_height(Draft& d, int w, std::size_t shown) {
  Frame& f = d.f;
  const int room = w - 2 * f.px(24);
  int height = f.px(20) + f.measure(d.tr("My record"), Type::heading, room).h + f.px(12);
  bool beside = false;
  for (std::size_t i = 0; i < shown; ++i)
    height += record_line_height(d, d.s.attempts[i], room, beside);
  if (shown == 0) return height + f.measure(d.tr("Your attempts will stand here."), Type::body, room).h + f.px(20);
  return height + f.px(8) +
         size_of(f, {.id = "home/record", .label = d.tr("Show all"), .icon = "list", .size = ButtonSize::small}, room).h + f.px(20);
}

int draw_record_card(Draft& d, int x, int y, int w, int least) {
  Frame& f = d.f;
  const Rect room = Rect{x, y, w, 0}.inset(f.px(24), 0);
  const std::size_t shown = std::min<std::size_t>(d.s.attempts.size(), 2);
  const int height = std::max(least, record_card_height(d, w, shown));
  card(f, {x, y, w, height});
  int at = y + f.px(20);
  at += f.text(room.x, at, room.w, d.tr("My record"), Type::heading, Colour::text, {.role = Role::heading}) + f.px(12);
  if (shown == 0) f.text(room.x, at, room.w, d.tr("Your attempts will stand here."), Type::body, Colour::mut);
  for (std::size_t i = 0; i < shown; ++i)
    at = draw_record_line(d, d.s.attempts[i], room.x, at, room.w);
  if (shown == 0) return y + height;
  const std::string open = d.tr("Show all");
  const Button all{.id = "home/record", .label = open, .icon = "list", .size = ButtonSize::small};
  const Size size = size_of(f, all, room.w);
  if (button(f, {room.x, y + height - f.px(20) - size.h, size.w, size.h}, all)) d.m.page = HomePage::record;
  return y + height;
}

int draw_progress_card(Draft& d, int x, int y, int w, const HomeCourse& course) {
  Frame& f = d.f;
  const Rect room = Rect{x, y, w, 0}.inset(f.px(24), 0);
  const std::string title = d.tr("Course");
  const Size words = f.measure(course.progress, Type::small), head = f.measure(title, Type::body_bold);
  const bool beside = words.w + head.w + f.px(12) <= room.w;
  const int below = beside ? 0 : f.measure(course.progress, Type::small, room.w).h;
  const int height = f.px(16) + head.h + below + f.px(12) + f.px(8) + f.px(16);
  card(f, {x, y, w, height});
  int at = y + f.px(16);
  if (beside)
    f.text(Rect{room.x, at, room.w, head.h}, course.progress, Type::small, Colour::mut, {.align = Align::right, .valign = VAlign::middle});
  at += f.text(room.x, at, room.w, title, Type::body_bold, Colour::text);
  if (!beside) at += f.text(room.x, at, room.w, course.progress, Type::small, Colour::mut);
  progress(f, {room.x, at + f.px(12), room.w, f.px(8)}, course.per_mille, 1000, course.title + ": " + course.progress);
  return y + height;
}

int progress_card_height(Draft& d) { return d.f.px(16 + 12 + 8 + 16) + d.f.measure(d.tr("Course"), Type::body_bold).h; }

// Right column: what is due, else the record; then the course. `bottom`: where the large card ends.
int draw_beside(Draft& d, int x, int y, int w, int bottom) {
  const int gap = d.f.px(16);
  const bool course = !d.s.courses.empty();
  for (const HomeRefresher& r : d.s.refreshers)
    y = draw_refresher(d, x, y, w, r) + gap;
  if (d.s.refreshers.empty())
    y = draw_record_card(d, x, y, w, std::max(0, bottom - y - (course ? progress_card_height(d) + gap : 0))) + gap;
  if (course) y = draw_progress_card(d, x, y, w, d.s.courses[0]) + gap;
  return y - gap;
}

// At least as tall as what stands beside it, so that both columns end on one line.
int least_height(Draft& d, int w) {
  if (!d.s.refreshers.empty()) return 0;
  const int record = record_card_height(d, w, std::min<std::size_t>(d.s.attempts.size(), 2));
  return record + (d.s.courses.empty() ? 0 : d.f.px(16) + progress_card_height(d));
}

// No lesson is left to do, or there is none.
int draw_nothing_due(Draft& d, int x, int y, int w, int least) {
  Frame& f = d.f;
  const int room = w - 2 * f.px(32);
  const bool none = d.s.courses.empty();
  const std::string title = none ? d.tr("No lessons found") : d.tr("Every lesson is passed");
  const std::string words =
      none ? d.tr("Looked in: {folders}. A folder of content holds courses/ or library/.", {{"folders", std::string(d.s.looked_in)}})
           : d.tr("Replay one whenever you like: chance may fall another way.");
  const int height = std::max(least, f.px(64) + f.measure(title, Type::title, room).h + f.px(8) + f.measure(words, Type::lead, room).h);
  card(f, {x, y, w, height});
  const int below =
      y + f.px(32) + f.text(x + f.px(32), y + f.px(32), room, title, Type::title, Colour::text, {.role = Role::heading}) + f.px(8);
  f.text(x + f.px(32), below, room, words, Type::lead, Colour::mut);
  return y + height;
}

} // namespace

int draw_top(Draft& d, int x, int y, int w) {
  Frame& f = d.f;
  const auto main_card = [&](int width, int least) {
    return d.s.go_on ? draw_continue(d, x, y, width, least) : draw_nothing_due(d, x, y, width, least);
  };
  if (stacked(f)) {
    const int below = main_card(w, 0) + f.px(16);
    return draw_beside(d, x, below, w, below) + f.px(28);
  }
  const int beside = f.px(344), gap = f.px(24);
  const int main = main_card(w - beside - gap, least_height(d, beside));
  const int right = draw_beside(d, x + w - beside, y, beside, main);
  return std::max(main, right) + f.px(24);
}

void draw_menu(Draft& d, const Rect& anchor) {
  Frame& f = d.f;
  const bool guest = d.s.person.empty();
  const std::string words[] = {d.tr("My record"), d.tr("Warm-up"), d.tr("Settings"), d.tr("Help"),
                               guest ? d.tr("End the demonstration") : d.tr("Switch person")};
  const Row rows[] = {{.id = "home/menu/record", .label = words[0], .icon = "list"},
                      {.id = "home/menu/warm-up", .label = words[1], .icon = "lamp"},
                      {.id = "home/menu/settings", .label = words[2], .icon = "gear"},
                      {.id = "home/menu/help", .label = words[3], .icon = "question"},
                      {.id = "home/menu/switch", .label = words[4], .icon = "exit"}};
  int inner = anchor.w;
  for (const std::string& each : words)
    inner = std::max(inner, f.measure(each, Type::body).w + f.px(88));
  const int width = std::min(inner, f.width() - f.px(32));
  int height = f.px(16);
  for (const Row& each : rows)
    height += row_height(f, each, width - f.px(16));
  const Rect sheet{anchor.right() - width, anchor.bottom() + f.px(8), width, height};
  f.begin_sheet("home/menu", sheet, d.tr("Menu"));
  card(f, sheet);
  f.border(sheet, Colour::line2, 1, f.px(6));
  Rect rest = sheet.inset(f.px(8));
  bool pressed[std::size(rows)] = {};
  f.begin_group("home/menu/rows");
  for (std::size_t i = 0; i < std::size(rows); ++i)
    pressed[i] = row(f, rest.take_top(row_height(f, rows[i], rest.w)), rows[i]);
  f.end_group();
  const bool escaped = f.closes("home/menu");
  f.end_sheet();
  if (pressed[0]) d.m.page = HomePage::record, d.m.search.clear();
  d.out.warm_up |= pressed[1], d.out.settings |= pressed[2], d.out.help |= pressed[3], d.out.switch_person |= pressed[4];
  const bool any = std::find(std::begin(pressed), std::end(pressed), true) != std::end(pressed);
  const bool elsewhere = f.pointer_down() && !sheet.contains(f.pointer());
  if (any || elsewhere || escaped) d.m.menu = false;
}

} // namespace firsthand::screens::home
