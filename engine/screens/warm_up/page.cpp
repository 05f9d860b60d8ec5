// See page.h: the same parts as a real scene has, in the same places.
#include "engine/screens/warm_up/draw.h"

#include "engine/base/moment.h"
#include "engine/screens/shared/bars.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens {

namespace {

struct WarmUpDraft {
  Frame& f;
  const WarmUpState& s;
  WarmUpMemory& m;
  WarmUpIntent& out;
  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return s.words.tr("warm-up", source, fill); }
};

std::string clock_words(int seconds) { return "09:" + base::elapsed(seconds); }

std::string thing_words(const WarmUpDraft& d, WarmUpThing thing) {
  switch (thing) {
  case WarmUpThing::lamp:
    return d.tr("Lamp");
  case WarmUpThing::cup:
    return d.tr("Cup");
  case WarmUpThing::helper:
    return d.tr("Helper");
  case WarmUpThing::none:
    break;
  }
  return {};
}

std::string goal_words(const WarmUpDraft& d, WarmUpGoal goal) {
  switch (goal) {
  case WarmUpGoal::look:
    return d.tr("Look");
  case WarmUpGoal::touch:
    return d.tr("Touch");
  case WarmUpGoal::ask:
    return d.tr("Ask");
  case WarmUpGoal::task:
    return d.tr("Give a task");
  case WarmUpGoal::done:
    break;
  }
  return d.tr("Ready");
}

std::string tip_words(const WarmUpDraft& d) {
  switch (d.m.game.next()) {
  case WarmUpGoal::look:
    return d.tr("Press the lamp, then “Look closer”. The clock waits for you.");
  case WarmUpGoal::touch:
    return d.tr("Switch the lamp off. Every touch asks for a second press.");
  case WarmUpGoal::ask:
    return d.tr("Press the helper, then ask.");
  case WarmUpGoal::task:
    return d.tr("Let the helper cover the cup. A task goes on by itself.");
  case WarmUpGoal::done:
    break;
  }
  return d.tr("That is all. Time moved only when you acted.");
}

std::string line_words(const WarmUpDraft& d, const WarmUpLine& line) {
  switch (line.act) {
  case WarmUpAct::look_lamp:
    return d.tr("Looked at the lamp");
  case WarmUpAct::look_cup:
    return d.tr("Looked at the cup");
  case WarmUpAct::press_lamp:
    return line.lit ? d.tr("Switched the lamp on") : d.tr("Switched the lamp off");
  case WarmUpAct::ask:
    return d.tr("Helper: “The cup is mine.”");
  case WarmUpAct::task:
    return d.tr("The helper covers the cup");
  }
  return {};
}

std::string fact_words(const WarmUpDraft& d) {
  const WarmUp& game = d.m.game;
  switch (d.m.selected) {
  case WarmUpThing::lamp:
    return !game.lamp_seen ? d.tr("Not looked at yet")
           : game.lit      ? d.tr("Lit, its switch at the foot")
                           : d.tr("Dark, its switch at the foot");
  case WarmUpThing::cup:
    return !game.cup_seen ? d.tr("Not looked at yet") : game.covered ? d.tr("Full and covered") : d.tr("Full, near the edge");
  case WarmUpThing::helper:
    return game.covered ? d.tr("Task: keep the cup covered") : d.tr("Free for a task");
  case WarmUpThing::none:
    break;
  }
  return {};
}

// ---- the picture

constexpr Point lamp_outline[] = {{373, 73},  {412, 81},  {435, 130}, {404, 135}, {368, 122}, {371, 90},  {299, 150}, {292, 164},
                                  {312, 244}, {347, 254}, {351, 267}, {322, 276}, {273, 270}, {273, 254}, {303, 248}, {278, 152}};
constexpr Point cup_outline[] = {{543, 212}, {588, 214}, {599, 221}, {599, 227}, {621, 230}, {627, 239}, {626, 252}, {607, 267},
                                 {615, 279}, {598, 288}, {574, 291}, {536, 290}, {510, 283}, {505, 274}, {527, 264}, {521, 221}};
constexpr Point helper_outline[] = {{659, 44},  {682, 47},  {695, 63},  {695, 95},  {681, 107}, {679, 124}, {708, 140}, {725, 162},
                                    {727, 258}, {690, 215}, {603, 213}, {615, 148}, {649, 124}, {649, 110}, {633, 95},  {633, 63}};

// Names stay on their picture, however it is cut.
Point on_picture(Frame& f, const Rect& picture, Point at) {
  const int least = picture.y + f.px(4), most = picture.bottom() - f.px(32);
  return {at.x, std::clamp(at.y, least, std::max(least, most))};
}

void warm_up_spot(WarmUpDraft& d, const Rect& picture, const Placed& placed, WarmUpThing thing, const char* id,
                  std::span<const Point> outline, Point label_at, bool seen) {
  std::vector<Point> shape;
  for (const Point& p : outline)
    shape.push_back(placed.map(p.x, p.y));
  const std::string label = thing_words(d, thing);
  const HotSpot spot{.id = id,
                     .label = label,
                     .shape = shape,
                     .rect = {},
                     .label_at = on_picture(d.f, picture, placed.map(label_at.x, label_at.y)),
                     .icon = seen ? "check" : "eye",
                     .selected = d.m.selected == thing};
  if (hot_spot(d.f, spot)) d.m.selected = thing;
}

void warm_up_picture(WarmUpDraft& d, const Rect& rect) {
  const WarmUp& game = d.m.game;
  const std::array<Picture, 4> layers{d.s.picture("warm-up-desk"), d.s.picture("helper"), d.s.picture(game.lit ? "lamp-on" : "lamp-off"),
                                      d.s.picture(game.covered ? "cup-covered" : "cup-full")};
  const Placed placed = d.f.scene(layers, rect, {.id = "warm-up/scene"});
  if (!placed.ok) return;
  d.f.begin_group("warm-up/things"); // the lamp first: the first task is about it
  warm_up_spot(d, rect, placed, WarmUpThing::lamp, "warm-up/lamp", lamp_outline, {270, 36}, game.lamp_seen);
  warm_up_spot(d, rect, placed, WarmUpThing::cup, "warm-up/cup", cup_outline, {520, 294}, game.cup_seen);
  warm_up_spot(d, rect, placed, WarmUpThing::helper, "warm-up/helper", helper_outline, {560, 14}, game.reached(WarmUpGoal::ask));
  d.f.end_group();
}

// ---- verbs

struct WarmUpVerb {
  WarmUpAct act;
  const char* id;
  const char* icon;
  int group; // Look, Touch, Ask, Secure
  std::string label;
  char key = 0; // 1 to 9, in the order in which they stand
};

std::vector<WarmUpVerb> warm_up_verbs(const WarmUpDraft& d) {
  const WarmUp& game = d.m.game;
  switch (d.m.selected) {
  case WarmUpThing::lamp:
    return {{WarmUpAct::look_lamp, "warm-up/look", "eye", 0, d.tr("Look closer")},
            {WarmUpAct::press_lamp, "warm-up/press", "hand", 1, game.lit ? d.tr("Switch it off") : d.tr("Switch it on")}};
  case WarmUpThing::cup:
    return {{WarmUpAct::look_cup, "warm-up/look", "eye", 0, d.tr("Look closer")},
            {WarmUpAct::task, "warm-up/task", "people", 3, d.tr("Have it covered")}};
  case WarmUpThing::helper:
    return {{WarmUpAct::ask, "warm-up/ask", "chat", 2, d.tr("Whose cup is it?")},
            {WarmUpAct::task, "warm-up/task", "people", 3, d.tr("Cover the cup")}};
  case WarmUpThing::none:
    break;
  }
  return {};
}

std::vector<WarmUpVerb> numbered(std::vector<WarmUpVerb> verbs) {
  char key = '1';
  for (WarmUpVerb& verb : verbs)
    verb.key = key++;
  return verbs;
}

Verb verb_of(const WarmUpDraft& d, const WarmUpVerb& v, const std::string& seconds, const std::string& again, const std::string& reason) {
  const bool offered = warm_up_offers(d.m.game, v.act);
  Verb verb{.id = v.id, .label = v.label, .seconds = seconds, .icon = v.icon, .enabled = offered, .reason = reason, .used = !offered};
  if (v.act == WarmUpAct::press_lamp) verb.again = again; // as every touch
  verb.choose_key = v.key;
  return verb;
}

// Four fixed groups: columns, or one below the other.
int warm_up_groups(WarmUpDraft& d, int x, int y, int w, int columns) {
  Frame& f = d.f;
  const std::string heads[] = {d.tr("Look"), d.tr("Touch"), d.tr("Ask"), d.tr("Secure")}, again = d.tr("Press again"),
                    done = d.tr("Done already");
  const std::vector<WarmUpVerb> verbs = numbered(warm_up_verbs(d));
  const int gap = f.px(12);
  f.begin_group("warm-up/verbs");
  int tallest = y;
  for (int group = 0; group < 4; ++group) {
    const Rect cell = Rect{x, y, w, 0}.column(group % columns, columns, gap);
    int at = columns == 4 ? y : tallest;
    const bool any = std::any_of(verbs.begin(), verbs.end(), [group](const WarmUpVerb& v) { return v.group == group; });
    if (columns < 4 && !any) continue;
    const Rect room = columns == 4 ? cell : Rect{x, at, w, 0};
    at += f.text(room.x, at, room.w, heads[group], Type::small_bold, Colour::mut) + f.px(8);
    for (const WarmUpVerb& v : verbs) {
      if (v.group != group) continue;
      const std::string seconds = d.s.words.tr("warm-up", "{n} s", {{"n", std::to_string(warm_up_seconds(v.act))}});
      const Verb verb = verb_of(d, v, seconds, again, done);
      const int height = verb_height(f, verb, room.w);
      if (ui::verb(f, {room.x, at, room.w, height}, verb)) warm_up_act(d.m.game, v.act);
      at += height + f.px(8);
    }
    tallest = std::max(tallest, at + f.px(columns == 4 ? 0 : 8));
  }
  f.end_group();
  return tallest;
}

int warm_up_panel(WarmUpDraft& d, int x, int y, int w, int columns) {
  Frame& f = d.f;
  if (d.m.selected == WarmUpThing::none) return y + f.text(x, y, w, d.tr("Press a thing in the picture."), Type::lead, Colour::mut);
  y += f.text(x, y, w, thing_words(d, d.m.selected), Type::heading, Colour::text, {.role = Role::heading}) + f.px(4);
  y += f.text(x, y, w, fact_words(d), Type::small, Colour::text) + f.px(12);
  f.hline(x, y, w, Colour::line);
  return warm_up_groups(d, x, y + f.px(12), w, columns);
}

// ---- what stands around

int warm_up_goal(WarmUpDraft& d, const Rect& room, int y, WarmUpGoal goal, int number) {
  Frame& f = d.f;
  const WarmUpGoal next = d.m.game.next();
  const bool done = d.m.game.reached(goal), current = goal == next;
  const int height = std::max(f.px(48), f.measure(goal_words(d, goal), Type::body, room.w - f.px(52)).h + f.px(8));
  Rect row{room.x, y, room.w, height};
  if (current) f.fill(row, Colour::acc_soft, f.px(6));
  Rect rest = row.inset(f.px(12), 0);
  const Rect disc = rest.take_left(f.px(28), f.px(12));
  const Rect square{disc.x, disc.y + (disc.h - disc.w) / 2, disc.w, disc.w};
  if (done)
    f.disc(square.centre(), square.w, Colour::ok_soft), f.icon("check", square.inset(f.px(5)), Colour::ok);
  else if (current)
    f.disc(square.centre(), square.w, Colour::acc);
  else
    f.circle(square.centre(), square.w, Colour::line2);
  if (!done)
    f.text(square, std::to_string(number), current ? Type::body_bold : Type::body, current ? Colour::on_acc : Colour::mut,
           {.align = Align::centre, .valign = VAlign::middle, .listed = Listed::no});
  f.text(rest, goal_words(d, goal), current ? Type::body_bold : Type::body, done || current ? Colour::text : Colour::mut,
         {.valign = VAlign::middle});
  return y + height + f.px(8);
}

void warm_up_rail(WarmUpDraft& d, const Rect& rail) {
  int y = rail.y + d.f.px(24), number = 1;
  for (const WarmUpGoal goal : {WarmUpGoal::look, WarmUpGoal::touch, WarmUpGoal::ask, WarmUpGoal::task})
    y = warm_up_goal(d, rail.inset(d.f.px(12), 0), y, goal, number++);
}

int warm_up_tip(WarmUpDraft& d, int x, int y, int w) {
  const std::string words = tip_words(d);
  const bool done = d.m.game.next() == WarmUpGoal::done;
  const Notice tip{.words = words, .icon = done ? "check" : "hint", .meaning = done ? Meaning::ok : Meaning::accent};
  const int height = notice_height(d.f, tip, w);
  notice(d.f, {x, y, w, height}, tip);
  return y + height;
}

int warm_up_log(WarmUpDraft& d, int x, int y, int w) {
  Frame& f = d.f;
  const int time = f.measure("09:00:00", Type::small_bold, 0, {.tabular = true}).w + f.px(12);
  for (const WarmUpLine& line : d.m.game.log) {
    f.text(x, y, time, clock_words(line.at), Type::small_bold, Colour::text, {.tabular = true});
    y += f.text(x + time, y, w - time, line_words(d, line), Type::small, Colour::text) + f.px(6);
    f.hline(x, y, w, Colour::line);
    y += f.px(6);
  }
  return y;
}

int warm_up_end(WarmUpDraft& d, int x, int y, int w) {
  if (d.m.game.next() != WarmUpGoal::done) return y;
  const std::string label = d.tr("I am ready");
  const Button go{.id = "warm-up/finish", .label = label, .icon = "check", .kind = ButtonKind::main};
  const Size size = size_of(d.f, go, w);
  if (button(d.f, {x, y, size.w, size.h}, go)) d.out.finished = true;
  return y + size.h;
}

void warm_up_bar(WarmUpDraft& d) {
  Frame& f = d.f;
  const std::string label = d.tr("Skip");
  const Button skip{.id = "warm-up/skip", .label = label, .icon = "forward", .size = ButtonSize::small};
  Rect bar = top_bar(f);
  f.text(Rect{bar}.take_left(f.measure(d.tr("Warm-up"), Type::heading).w), d.tr("Warm-up"), Type::heading, Colour::text,
         {.valign = VAlign::middle, .role = Role::heading});
  const Size size = size_of(f, skip);
  const Rect at = bar.take_right(size.w, f.px(24));
  const std::string time = clock_words(d.m.game.seconds);
  Rect clock = bar.take_right(f.measure(time, Type::clock, 0, {.tabular = true}).w + f.px(30));
  f.icon("clock", clock.take_left(f.px(22), f.px(8)), Colour::text);
  f.text(clock, time, Type::clock, Colour::text, {.valign = VAlign::middle, .tabular = true});
  f.begin_part(Part::back);
  if (button(f, {at.x, at.y + (at.h - size.h) / 2, size.w, size.h}, skip) || f.leaves("warm-up")) d.out.skip = true;
  f.end_part();
  if (d.m.selected != WarmUpThing::none && f.closes("warm-up/selection")) d.m.selected = WarmUpThing::none; // one level at a time
}

void warm_up_three_columns(WarmUpDraft& d, Rect page) {
  Frame& f = d.f;
  warm_up_rail(d, page.take_left(f.px(200)));
  const Rect side = page.take_right(f.px(312));
  f.fill(page, Colour::surf);
  f.vline(page.x, page.y, page.h, Colour::line);
  const int height = std::min(page.w * 7 / 16, page.h * 6 / 13);
  warm_up_picture(d, {page.x, page.y, page.w, height});
  const Rect below{page.x, page.y + height, page.w, page.h - height};
  {
    ScrollArea area(f, {"warm-up/panel", below, d.tr("Verbs")});
    const int x = area.left() + f.px(20), w = area.width() - f.px(40);
    area.finish(warm_up_panel(d, x, area.top() + f.px(16), w, 4) + f.px(16));
  }
  f.fill(side, Colour::note);
  f.vline(side.x, side.y, side.h, Colour::line);
  ScrollArea area(f, {"warm-up/side", side, d.tr("Notebook")});
  const int x = area.left() + f.px(24), w = area.width() - f.px(48);
  int y = warm_up_tip(d, x, area.top() + f.px(24), w) + f.px(16);
  y = warm_up_end(d, x, y, w) + f.px(16);
  y += f.text(x, y, w, d.tr("Notebook"), Type::heading, Colour::text, {.role = Role::heading}) + f.px(12);
  area.finish(warm_up_log(d, x, y, w) + f.px(16));
}

// Picture and tip at the left, the thing and its verbs at the right.
void warm_up_two_columns(WarmUpDraft& d, Rect page) {
  Frame& f = d.f;
  const Rect left = page.take_left(page.w * 9 / 20);
  f.fill(left, Colour::surf);
  f.vline(left.right(), left.y, left.h, Colour::line);
  const int picture = left.w * 7 / 16, margin = f.px(16);
  warm_up_picture(d, {left.x, left.y, left.w, picture});
  {
    ScrollArea area(f, {"warm-up/side", {left.x, left.y + picture, left.w, left.h - picture}, d.tr("Notebook")});
    const int x = area.left() + margin, w = area.width() - 2 * margin;
    int y = warm_up_tip(d, x, area.top() + margin, w) + margin;
    y = warm_up_end(d, x, y, w) + f.px(8);
    area.finish(warm_up_log(d, x, y, w) + margin);
  }
  ScrollArea area(f, {"warm-up/panel", page, d.tr("Verbs")});
  area.finish(warm_up_panel(d, area.left() + margin, area.top() + margin, area.width() - 2 * margin, 1) + margin);
}

void warm_up_one_column(WarmUpDraft& d, const Rect& page) {
  Frame& f = d.f;
  ScrollArea area(f, {"warm-up/page", page, d.tr("Warm-up")});
  const int margin = std::min(f.px(24), area.width() / 32), w = std::min(area.width() - 2 * margin, f.px(800)),
            x = area.left() + (area.width() - w) / 2;
  int y = warm_up_tip(d, x, area.top() + f.px(16), w) + f.px(16);
  y = warm_up_end(d, x, y, w) + f.px(12);
  const int picture = std::min({w, f.width(), page.h});
  warm_up_picture(d, {x, y, picture, picture * 7 / 16});
  y += picture * 7 / 16 + f.px(16);
  y = warm_up_panel(d, x, y, w, 1) + f.px(16);
  area.finish(warm_up_log(d, x, y, w) + f.px(16));
}

} // namespace

WarmUpIntent draw_warm_up(Frame& f, const WarmUpState& state, WarmUpMemory& memory) {
  WarmUpIntent out;
  WarmUpDraft d{f, state, memory, out};
  f.fill(f.window(), Colour::bg);
  f.moment(static_cast<int>(memory.game.log.size()));
  warm_up_bar(d);
  const int top = f.px(f.text_percent() >= 150 ? 48 : 56);
  const Rect page{0, top, f.width(), f.height() - top};
  if (f.text_percent() < 150 && f.width() >= f.px(1000))
    warm_up_three_columns(d, page);
  else if (f.text_percent() < 200)
    warm_up_two_columns(d, page);
  else
    warm_up_one_column(d, page);
  return out;
}

} // namespace firsthand::screens
