// See page.h: one column, like the other pages that stand before the exercises.
#include "engine/screens/station/page.h"

#include "engine/screens/shared/bars.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace firsthand::screens {

namespace {

struct StationDraft {
  Frame& f;
  const content::Words& words;
  int x = 0, w = 0;

  std::string tr(std::string_view source) const { return words.tr("station", source); }
  int text(int y, std::string_view what, Type type, Colour colour, int gap, Role role = Role::text) const {
    return what.empty() ? y : y + f.text(x, y, w, what, type, colour, {.role = role}) + f.px(gap);
  }
  int banner(int y, std::string_view what) const {
    if (what.empty()) return y;
    const Notice said{.words = what, .icon = "triangle"};
    const int height = notice_height(f, said, w);
    notice(f, {x, y, w, height}, said);
    return y + height + f.px(24);
  }
};

// Bar, scroll area and column; `draw` draws from the given top and says where it ended.
void station_page(StationDraft& d, const Picture& mark, std::string_view id, const std::string& title,
                  const std::function<int(int)>& draw) {
  Frame& f = d.f;
  f.fill(f.window(), Colour::bg);
  const Rect bar = shared::brand_bar(f, mark, d.words.tr("product", "Firsthand"));
  const Rect page = shared::page_rect(f, bar.y + bar.h + 1, 720);
  ScrollArea area(f, {id, {0, bar.y + bar.h + 1, f.width(), f.height() - bar.y - bar.h - 1}, title});
  d.x = page.x, d.w = std::min(page.w, area.width() - page.x);
  const int y = d.text(area.top() + f.px(40), title, Type::title, Colour::text, 8, Role::heading);
  area.finish(draw(y) + f.px(24));
}

int station_field(const StationDraft& d, int y, const Field& one, std::string& value, int widest, bool& entered) {
  const int height = field_height(d.f, one);
  if (field(d.f, {d.x, y, std::min(d.w, d.f.px(widest)), height}, one, value) == FieldEvent::submitted) entered = true;
  return y + height + d.f.px(16);
}

// Fields in a row, going on below where they do not fit.
class FieldRow {
 public:
  FieldRow(const StationDraft& d, int y) : d_(d), x_(d.x), y_(y) {}
  void add(const Field& one, std::string& value, int width, bool& entered) {
    Frame& f = d_.f;
    const int wide = std::min(d_.w, f.px(width)), height = field_height(f, one);
    if (x_ > d_.x && x_ + wide > d_.x + d_.w) x_ = d_.x, y_ += tall_ + f.px(16);
    if (field(f, {x_, y_, wide, height}, one, value) == FieldEvent::submitted) entered = true;
    x_ += wide + f.px(12);
    tall_ = height;
  }
  int bottom() const { return y_ + tall_; }

 private:
  const StationDraft& d_;
  int x_, y_, tall_ = 0;
};

int clock_fields(const StationDraft& d, int y, ClockMemory& m, bool& entered) {
  const std::string day = d.tr("Day"), month = d.tr("Month"), year = d.tr("Year"), hour = d.tr("Hour"), minute = d.tr("Minute"),
                    by = d.tr("Who says so"), hint = d.tr("Name of the trainer or supervisor");
  FieldRow row(d, y);
  row.add({.id = "clock/day", .label = day, .digits_only = true, .max_bytes = 2}, m.day, 96, entered);
  row.add({.id = "clock/month", .label = month, .digits_only = true, .max_bytes = 2}, m.month, 96, entered);
  row.add({.id = "clock/year", .label = year, .digits_only = true, .max_bytes = 4}, m.year, 128, entered);
  row.add({.id = "clock/hour", .label = hour, .digits_only = true, .max_bytes = 2}, m.hour, 96, entered);
  row.add({.id = "clock/minute", .label = minute, .digits_only = true, .max_bytes = 2}, m.minute, 96, entered);
  return station_field(d, row.bottom() + d.f.px(16), {.id = "clock/by", .label = by, .hint = hint, .icon = "person", .max_bytes = 240},
                       m.by, 480, entered);
}

int trainer_pin_field(const StationDraft& d, int y, std::string_view id, std::string_view label, std::string& value, bool& entered) {
  return station_field(d, y, {.id = id, .label = label, .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8}, value,
                       320, entered);
}

int station_notice(const StationDraft& d, int y, const Notice& said) {
  if (said.words.empty()) return y;
  const int height = notice_height(d.f, said, d.w);
  notice(d.f, {d.x, y, d.w, height}, said);
  return y + height + d.f.px(24);
}

int station_trainer_answer(const StationDraft& d, int y, const StationState& state, const StationMemory& m) {
  const std::string wait = state.wait_seconds == 0 ? std::string()
                                                   : d.words.plural("sign-in", "Wait {n} second before the next try.",
                                                                    "Wait {n} seconds before the next try.", state.wait_seconds);
  y = station_notice(d, y, {.words = wait, .icon = "clock"});
  if (wait.empty()) y = d.banner(y, m.trainer_problem);
  return station_notice(d, y, {.words = m.trainer_done, .icon = "check", .meaning = Meaning::ok});
}

// With it a trainer gives a new PIN to whoever forgot theirs.
int station_trainer(const StationDraft& d, int y, const StationState& state, StationMemory& m, StationIntent& out) {
  Frame& f = d.f;
  y += f.px(32);
  f.hline(d.x, y, d.w, Colour::line);
  y = d.text(y + f.px(24), d.tr("The trainer's PIN"), Type::heading, Colour::text, 4, Role::heading);
  y = d.text(
      y,
      d.tr("With it the trainer gives a new PIN to a person who forgot theirs. Only who knows it can change it, and nobody can bring "
           "it back."),
      Type::body, Colour::mut, 16);
  const std::string old = d.tr("Trainer's PIN as it is"), wanted = d.tr("New trainer's PIN"), again = d.tr("Once more"),
                    set = state.trainer_pin ? d.tr("Change the trainer's PIN") : d.tr("Set the trainer's PIN");
  y = station_trainer_answer(d, y, state, m); // above the fields: below them it would be out of sight
  bool entered = false;
  if (state.trainer_pin) y = trainer_pin_field(d, y, "station/old-pin", old, m.old_pin, entered);
  y = trainer_pin_field(d, y, "station/new-pin", wanted, m.new_pin, entered);
  y = trainer_pin_field(d, y, "station/new-pin-again", again, m.new_pin_again, entered);
  const bool ready = state.wait_seconds == 0;
  shared::ButtonRow row(f, {d.x, y, d.w, 0});
  if (row.add({.id = "station/trainer", .label = set, .icon = "padlock", .enabled = ready})) entered = true;
  out.trainer = entered && ready;
  return row.bottom();
}

} // namespace

StationIntent draw_station(Frame& f, const StationState& state, StationMemory& memory) {
  StationIntent out;
  StationDraft d{f, state.words};
  station_page(d, state.mark, "station/page", d.tr("This computer is"), [&](int y) {
    y = d.text(y, d.tr("The trainer names each computer once. The name goes into the reports."), Type::lead, Colour::mut, 24);
    y = d.banner(y, state.notice);
    const std::string station = d.tr("Station"), room = d.tr("Room"), place = d.tr("Number in the room"), save = d.tr("Save"),
                      later = d.tr("Later");
    y = station_field(d, y, {.id = "station/name", .label = station, .icon = "flag", .max_bytes = 240}, memory.station, 480, out.save);
    y = station_field(d, y, {.id = "station/room", .label = room, .max_bytes = 240}, memory.room, 480, out.save);
    y = station_field(d, y, {.id = "station/place", .label = place, .max_bytes = 240}, memory.place, 240, out.save);
    y = d.banner(y, memory.problem);
    shared::ButtonRow row(f, {d.x, y, d.w, 0});
    if (row.add({.id = "station/save", .label = save, .icon = "check", .kind = ButtonKind::main})) out.save = true;
    if (row.add({.id = "station/later", .label = later})) out.later = true;
    return station_trainer(d, row.bottom(), state, memory, out);
  });
  if (std::exchange(memory.opened, false)) f.focus("station/name");
  if (f.leaves("station")) out.later = true;
  return out;
}

ClockIntent draw_clock(Frame& f, const ClockState& state, ClockMemory& memory) {
  ClockIntent out;
  StationDraft d{f, state.words};
  station_page(d, state.mark, "clock/page", d.tr("What day is it?"), [&](int y) {
    y = d.text(y, state.doubt, Type::lead, Colour::text, 8);
    y = d.text(y, d.tr("Ask the trainer. The record keeps both dates."), Type::body, Colour::mut, 24);
    y = clock_fields(d, y, memory, out.state);
    y = d.banner(y, memory.problem);
    const std::string use = d.tr("Use this date"), leave = d.tr("Go on with the clock as it is");
    shared::ButtonRow row(f, {d.x, y, d.w, 0});
    if (row.add({.id = "clock/use", .label = use, .icon = "check", .kind = ButtonKind::main})) out.state = true;
    if (row.add({.id = "clock/leave", .label = leave})) out.leave = true;
    return row.bottom();
  });
  if (std::exchange(memory.opened, false)) f.focus(memory.day.empty() ? "clock/day" : "clock/by");
  return out;
}

} // namespace firsthand::screens
