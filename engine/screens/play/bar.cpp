// The play screen's top bar: back, title, mode, known deadlines, scene clock, saved. What does not fit beside the clock
// goes to a second line; nothing is cut.
#include "engine/screens/play/parts.h"

#include <algorithm>

namespace firsthand::screens::play {

namespace {

struct BarTag {
  std::string label;
  std::string icon;
  Meaning meaning = Meaning::quiet;
  Tag tag() const { return {label, icon, meaning}; }
};

std::vector<BarTag> deadline_tags(const Draft& d) {
  std::vector<BarTag> tags;
  for (const KnownDeadline& known : known_deadlines(d.scene))
    tags.push_back({known.words, known.icon, Meaning::warn});
  return tags;
}

struct SavedWords {
  std::string words;
  const char* icon;
  Colour ink;
};

SavedWords saved_words(const Draft& d) {
  const PlaySaved& saved = d.state.saved;
  if (saved.kind == PlaySaved::Kind::failed) return {d.tr("Not saved"), "triangle", Colour::warn};
  if (saved.kind == PlaySaved::Kind::pending && saved.pending_ms > 100) return {d.tr("Saving…"), "save", Colour::mut};
  if (saved.clock.empty()) return {"", "", Colour::ok};
  return {d.tr("Saved {time}", {{"time", saved.clock}}), "check", Colour::ok};
}

// As wide as the widest of its words, so that nothing moves while it saves.
int saved_width(Draft& d) {
  const TextOptions tabular{.tabular = true};
  const std::string words = d.tr("Saved {time}", {{"time", "00:00:00"}});
  return d.f.px(22) + std::max({d.f.measure(words, Type::small, 0, tabular).w, d.f.measure(d.tr("Saving…"), Type::small).w,
                                d.f.measure(d.tr("Not saved"), Type::small).w});
}

void draw_saved(Draft& d, Rect rect) {
  Frame& f = d.f;
  const SavedWords saved = saved_words(d);
  if (saved.words.empty()) return;
  const int words = f.measure(saved.words, Type::small, 0, {.tabular = true}).w;
  rect.take_left(std::max(0, rect.w - words - f.px(22)));
  f.icon(saved.icon, rect.take_left(f.px(16), f.px(6)), saved.ink);
  f.text(rect, saved.words, Type::small, saved.ink, {.valign = VAlign::middle, .tabular = true});
}

void draw_clock(Draft& d, Rect rect) {
  d.f.icon("clock", rect.take_left(d.f.px(22), d.f.px(8)), Colour::text);
  d.f.text(rect, clock_text(d.scene, d.scene.now), Type::clock, Colour::text, {.valign = VAlign::middle, .tabular = true});
}

bool draw_back(Draft& d, const Rect& rect) {
  const std::string label = d.tr("Back");
  d.f.begin_part(Part::back);
  const Interaction i = d.f.control({.id = "play/back", .label = label, .role = Role::button, .rect = rect, .value = {}, .shape = {}});
  if (i.hovered || i.held) d.f.fill(rect, Colour::acc_soft, d.f.px(6));
  d.f.icon("back", Rect{rect.x, rect.y + (rect.h - d.f.px(24)) / 2, rect.w, d.f.px(24)}, Colour::text);
  d.f.end_part();
  if (i.ring) d.f.focus_ring(rect, d.f.px(6));
  return i.clicked;
}

int width_of_tags(Frame& f, const std::vector<BarTag>& tags) {
  int width = 0;
  for (const BarTag& each : tags)
    width += size_of(f, each.tag()).w + f.px(12);
  return width;
}

void draw_tags_right(Frame& f, const Rect& rect, const std::vector<BarTag>& tags) {
  int x = rect.right() - width_of_tags(f, tags) + f.px(12);
  for (const BarTag& each : tags) {
    const Size size = size_of(f, each.tag());
    tag(f, {x, rect.y + (rect.h - size.h) / 2}, each.tag());
    x += size.w + f.px(12);
  }
}

// Tags one after the other, as many lines as they need. Measures only if `draw` is off.
enum class Only : std::uint8_t { measure, draw };
int flow_tags(Frame& f, const Rect& rect, const std::vector<BarTag>& tags, Only only) {
  int x = rect.x, y = rect.y, line = 0;
  for (const BarTag& each : tags) {
    const Size size = size_of(f, each.tag(), rect.w);
    if (x > rect.x && x + size.w > rect.right()) x = rect.x, y += line + f.px(6), line = 0;
    if (only == Only::draw) tag(f, {x, y}, each.tag(), rect.w);
    x += size.w + f.px(12);
    line = std::max(line, size.h);
  }
  return y + line - rect.y;
}

struct BarPlan {
  int title = 0, height = 0, extra = 0; // px: the title's room, the first line, the lines below it
  std::vector<BarTag> beside, below;
};

BarPlan plan_bar(Draft& d, int room) {
  Frame& f = d.f;
  BarPlan plan;
  const std::string& title = d.scene.say(d.scene.prepared.scenario.title);
  plan.title = std::min(room, f.measure(title, Type::heading).w + f.px(4));
  std::vector<BarTag> tags = deadline_tags(d);
  if (!mode_in_tools(d)) tags.insert(tags.begin(), {mode_words(d), d.state.demonstration ? "eye" : "", mode_meaning(d)});
  const bool fits = plan.title + f.px(24) + width_of_tags(f, tags) <= room;
  (fits ? plan.beside : plan.below) = std::move(tags);
  const int lines = f.measure(title, Type::heading, plan.title).h;
  plan.height = std::max(f.px(f.text_percent() >= 150 ? 48 : 56), lines + f.px(12));
  const Rect line{0, 0, f.width() - 2 * f.px(24), 0};
  if (!plan.below.empty()) plan.extra = flow_tags(f, line, plan.below, Only::measure) + f.px(10);
  return plan;
}

int draw_problem(Draft& d, int y) {
  if (d.state.saved.kind != PlaySaved::Kind::failed || d.state.saved.problem.empty()) return y;
  const std::string again = d.tr("Try again");
  const Notice words{
      .words = d.state.saved.problem, .icon = "triangle", .meaning = Meaning::warn, .action_id = "play/try-again", .action_label = again};
  const Rect rect{0, y, d.f.width(), notice_height(d.f, words, d.f.width())};
  d.out.try_again = notice(d.f, rect, words);
  return rect.bottom();
}

} // namespace

std::string mode_words(const Draft& d) {
  if (d.state.demonstration) return d.tr("Demonstration, nothing is stored");
  return d.scene.mode == session::Mode::assessed ? d.tr("Assessment") : d.tr("Practice");
}

Meaning mode_meaning(const Draft& d) {
  return d.state.demonstration || d.scene.mode == session::Mode::assessed ? Meaning::accent : Meaning::quiet;
}

int draw_bar(Draft& d) {
  Frame& f = d.f;
  const int clock = f.px(30) + f.measure("00:00:00", Type::clock, 0, {.tabular = true}).w, saved = saved_width(d);
  Rect line{f.px(24), 0, f.width() - 2 * f.px(24), 0};
  const int room = line.w - f.px(44) - f.px(8) - clock - saved - 2 * f.px(24);
  const BarPlan plan = plan_bar(d, room);
  const Rect ground{0, 0, f.width(), plan.height + plan.extra};
  f.fill(ground, Colour::surf);
  f.hline(0, ground.h - 1, ground.w, Colour::line);
  line.h = plan.height;
  const Rect back = line.take_left(f.px(40), f.px(8)).moved(-f.px(8), 0);
  d.out.back = draw_back(d, {back.x, back.y + (back.h - f.px(40)) / 2, f.px(40), f.px(40)});
  const Rect saved_at = line.take_right(saved, f.px(24)), clock_at = line.take_right(clock, f.px(12));
  f.vline(clock_at.x - f.px(12), line.y + f.px(12), line.h - 2 * f.px(12), Colour::line);
  f.text(line.take_left(plan.title, f.px(16)), d.scene.say(d.scene.prepared.scenario.title), Type::heading, Colour::text,
         {.valign = VAlign::middle, .role = Role::heading});
  line.take_right(f.px(16));
  draw_tags_right(f, line, plan.beside);
  draw_clock(d, clock_at);
  draw_saved(d, saved_at);
  flow_tags(f, {f.px(24), plan.height, f.width() - 2 * f.px(24), plan.extra}, plan.below, Only::draw);
  if (d.state.saved.kind == PlaySaved::Kind::pending && d.state.saved.pending_ms <= 100) f.wake_after(101 - d.state.saved.pending_ms);
  return draw_problem(d, ground.bottom());
}

} // namespace firsthand::screens::play
