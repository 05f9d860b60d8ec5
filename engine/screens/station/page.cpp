// See page.h: one column, like the other pages that stand before the exercises.
#include "engine/screens/station/draw.h"

#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/said.h"

#include <utility>

namespace firsthand::screens {

namespace {

struct StationDrawContext {
  Frame& f;
  const content::Words& words;

  std::string_view tr(std::string_view source) const { return f.keep(words.tr("station", source)); }
};

Box station_words(std::string_view title, Box below) {
  return box::column({.gap = 8}, box::text(title, Type::title, Colour::text, {.role = Role::heading}), std::move(below));
}

void station_page(const StationDrawContext& d, const Picture& mark, std::string_view id, std::string_view title, const Box& page) {
  d.f.fill(d.f.window(), Colour::bg);
  shared::brand_bar(d.f, mark, d.words.tr("product", "Firsthand"));
  shared::draw_page(d.f, bar_height(d.f), id, title, page);
}

Field name_field(std::string_view id, std::string_view label, std::string_view icon = {}) {
  return {.id = id, .label = label, .icon = icon, .max_bytes = 240};
}

Field digits_field(std::string_view id, std::string_view label, int digits) {
  return {.id = id, .label = label, .digits_only = true, .max_bytes = digits};
}

Field pin_field(std::string_view id, std::string_view label) {
  return {.id = id, .label = label, .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8};
}

Box clock_fields(const StationDrawContext& d, ClockMemory& m, bool& entered) {
  Field by = name_field("clock/by", d.tr("Who says so"), "person");
  by.hint = d.tr("Name of the trainer or supervisor");
  return box::column({.gap = 16},
                     box::wrap({.gap = 12, .line_gap = 16}, box::field(digits_field("clock/day", d.tr("Day"), 2), m.day, entered).wide(96),
                               box::field(digits_field("clock/month", d.tr("Month"), 2), m.month, entered).wide(96),
                               box::field(digits_field("clock/year", d.tr("Year"), 4), m.year, entered).wide(128),
                               box::field(digits_field("clock/hour", d.tr("Hour"), 2), m.hour, entered).wide(96),
                               box::field(digits_field("clock/minute", d.tr("Minute"), 2), m.minute, entered).wide(96)),
                     box::field(by, m.by, entered).most(480));
}

shared::Said trainer_said(const StationDrawContext& d, const StationState& state, const StationMemory& m) {
  const shared::Said problem = shared::pin_said(d.f, d.words, state.wait_seconds, m.trainer_problem);
  return problem.words.empty() && !m.trainer_done.empty() ? shared::Said{m.trainer_done, "check", Meaning::ok} : problem;
}

Box trainer_fields(const StationDrawContext& d, const StationState& state, StationMemory& m, bool& entered) {
  const auto pin = [&](std::string_view id, std::string_view label, std::string& value) {
    return box::field(pin_field(id, label), value, entered).most(320);
  };
  const std::string_view set = state.trainer_pin ? d.tr("Change the trainer's PIN") : d.tr("Set the trainer's PIN");
  return box::column(
      {.gap = 16}, state.trainer_pin ? pin("station/old-pin", d.tr("Trainer's PIN as it is"), m.old_pin) : Box(),
      pin("station/new-pin", d.tr("New trainer's PIN"), m.new_pin), pin("station/new-pin-again", d.tr("Once more"), m.new_pin_again),
      shared::with_said(shared::buttons(box::button(
                            {.id = "station/trainer", .label = set, .icon = "padlock", .enabled = state.wait_seconds == 0}, entered)),
                        trainer_said(d, state, m), "station/page", 2));
}

// With it a trainer gives a new PIN to whoever forgot theirs.
Box station_trainer(const StationDrawContext& d, const StationState& state, StationMemory& m, bool& entered) {
  const std::string_view lead =
      d.tr("With it the trainer gives a new PIN to a person who forgot theirs. Only who knows it can change it, and nobody can bring "
           "it back.");
  return box::column({.gap = 16},
                     box::column({.gap = 4}, box::text(d.tr("The trainer's PIN"), Type::heading, Colour::text, {.role = Role::heading}),
                                 box::text(lead, Type::body, Colour::mut)),
                     trainer_fields(d, state, m, entered));
}

// What the register says of what is typed: the station that is meant, or those that may be.
Box station_register(const StationDrawContext& d, const StationState& state, const StationMemory& m, StationIntent& out) {
  if (!state.has_register) return {};
  const content::Fill fill{{"station", std::string(state.picked)}};
  if (!state.picked.empty())
    return box::row({}, box::tag({d.f.keep(d.words.tr("station", "In the register: {station}", fill)), "check", Meaning::ok}));
  const std::string_view lead = m.station.empty()     ? d.tr("Type the code or a part of the name, and pick the station.")
                                : state.found.empty() ? d.tr("Not in the register of stations. Reports will tell it by its name alone.")
                                                      : d.tr("Pick the station:");
  Box rows = box::column({.gap = 8}, box::text(lead, Type::small, Colour::mut));
  for (const StationFound& each : state.found) {
    const shared::ListRow row{.id = d.f.keep("station/pick/" + each.words), .icon = "flag", .title = each.words, .detail = each.detail};
    rows.add(shared::list_row(d.f, row, {out.picked, each.words}));
  }
  return box::group("station/register", std::move(rows)).most(480);
}

Box station_fields(const StationDrawContext& d, const StationState& state, StationMemory& m, StationIntent& out) {
  return box::column(
      {.gap = 16}, box::field(name_field("station/name", d.tr("Station"), "flag"), m.station, out.save).most(480),
      station_register(d, state, m, out), box::field(name_field("station/room", d.tr("Room")), m.room, out.save).most(480),
      box::field(name_field("station/place", d.tr("Number in the room")), m.place, out.save).most(240),
      shared::with_said(
          shared::buttons(box::button({.id = "station/save", .label = d.tr("Save"), .icon = "check", .kind = ButtonKind::main}, out.save),
                          box::button({.id = "station/later", .label = d.tr("Later")}, out.later)),
          {.words = m.problem}, "station/page", 2));
}

} // namespace

StationIntent draw_station(Frame& f, const StationState& state, StationMemory& memory) {
  StationIntent out;
  const StationDrawContext d{f, state.words};
  const std::string_view title = d.tr("This computer is"),
                         lead = d.tr("The trainer names each computer once. The name goes into the reports.");
  bool entered = false;
  station_page(
      d, state.mark, "station/page", title,
      box::column(
          {.pad = {.top = 40, .bottom = 24}},
          box::column({.gap = 24}, station_words(title, box::text(lead, Type::lead, Colour::mut).most(720)), shared::banner(state.notice),
                      station_fields(d, state, memory, out)),
          box::space(8), box::line(), box::space(24), station_trainer(d, state, memory, entered),
          shared::buttons(box::button({.id = "station/attempts", .label = d.tr("Attempts on this computer"), .icon = "list"}, out.attempts),
                          box::button({.id = "station/lists", .label = d.tr("People and stations"), .icon = "people"}, out.lists))));
  out.trainer = entered && state.wait_seconds == 0;
  if (std::exchange(memory.opened, false)) f.focus("station/name");
  if (!memory.lead.empty()) f.focus(std::exchange(memory.lead, {}));
  if (f.leaves("station")) out.later = true;
  return out;
}

ClockIntent draw_clock(Frame& f, const ClockState& state, ClockMemory& memory) {
  ClockIntent out;
  const StationDrawContext d{f, state.words};
  const std::string_view title = d.tr("What day is it?");
  const Box words =
      station_words(title, box::column({.gap = 8}, box::text(state.doubt, Type::lead).most(720),
                                       box::text(d.tr("Ask the trainer. The record keeps both dates."), Type::body, Colour::mut)));
  const Box buttons = shared::buttons(
      box::button({.id = "clock/use", .label = d.tr("Use this date"), .icon = "check", .kind = ButtonKind::main}, out.state),
      box::button({.id = "clock/leave", .label = d.tr("Go on with the clock as it is")}, out.leave));
  station_page(d, state.mark, "clock/page", title,
               box::column({.gap = 24, .pad = {.top = 40, .bottom = 24}}, words,
                           box::column({.gap = 16}, clock_fields(d, memory, out.state),
                                       shared::with_said(buttons, {.words = memory.problem}, "clock/page"))));
  if (std::exchange(memory.opened, false)) f.focus(memory.day.empty() ? "clock/day" : "clock/by");
  return out;
}

} // namespace firsthand::screens
