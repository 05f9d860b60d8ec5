// See draw.h.
#include "engine/screens/supervision/draw.h"

#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/footer.h"
#include "engine/screens/shared/said.h"

#include <utility>

namespace firsthand::screens {

namespace {

constexpr std::size_t least_digits_of_pin = 4;

struct SupervisionDrawContext {
  Frame& f;
  const SupervisionState& s;
  SupervisionMemory& m;
  SupervisionIntent& out;
  int test = -1;
  ui::Answer answer = ui::Answer::none;

  std::string_view tr(std::string_view source) const { return f.keep(s.words.tr("session", source)); }
};

Box supervision_head(std::string_view title, std::string_view lead) {
  return box::column({.gap = 4}, box::text(title, Type::title, Colour::text, {.role = Role::heading}),
                     lead.empty() ? Box() : box::text(lead, Type::body, Colour::mut).most(720));
}

// Beside each other where there is room.
Box pair_of(Box one, Box other) {
  return box::when({.narrower_than = 640, .text_from = 150}, box::column({.gap = 16}, Box(one).most(480), Box(other).most(480)),
                   box::row({.gap = 16, .across = Across::start}, Box(one).grow(), Box(other).grow()));
}

Box who_fields(SupervisionDrawContext& d, bool& entered) {
  const Field name{.id = "supervision/name", .label = d.tr("Your name or service number"), .icon = "person", .max_bytes = 400};
  const Field pin{
      .id = "supervision/pin", .label = d.tr("Your PIN"), .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8};
  return pair_of(box::field(name, d.m.supervisor, entered), box::field(pin, d.m.pin, entered));
}

// ---- opening

Box test_choice(SupervisionDrawContext& d) {
  if (d.s.tests.empty()) return box::text(d.tr("No course here has a test."), Type::body, Colour::warn);
  const std::string_view label = d.tr("Test");
  if (d.s.tests.size() == 1)
    return box::column({.gap = 4}, box::text(label, Type::small_bold, Colour::mut), box::text(d.s.tests.front().title, Type::body));
  std::vector<Tab> tabs;
  for (const SupervisionTest& each : d.s.tests)
    tabs.push_back({d.f.keep("supervision/test/" + each.id), each.title});
  return box::column({.gap = 4}, box::text(label, Type::small_bold, Colour::mut),
                     box::tabs("supervision/tests", std::move(tabs), d.m.test, d.test));
}

Box where_fields(SupervisionDrawContext& d, bool& entered) {
  const Field room{.id = "supervision/room", .label = d.tr("Room"), .icon = "flag", .max_bytes = 400};
  const Field until{
      .id = "supervision/until", .label = d.tr("Until, a time of today"), .hint = d.tr("12:00"), .icon = "clock", .max_bytes = 40};
  return pair_of(box::field(room, d.m.room, entered), box::field(until, d.m.until, entered));
}

Box present_fields(SupervisionDrawContext& d, bool& entered) {
  const Field numbers{.id = "supervision/numbers",
                      .label = d.tr("Service numbers of those present, with spaces between"),
                      .hint = "0071 0072 0073",
                      .icon = "people",
                      .max_bytes = 4000};
  return box::field(numbers, d.m.numbers, entered);
}

// One thing at a time: what the record said, then what is wrong with what is typed.
shared::Said opening_said(const SupervisionDrawContext& d) {
  const shared::Said problem = shared::pin_said(d.f, d.s.words, d.s.wait_seconds, d.m.problem);
  return !problem.words.empty() ? problem : shared::Said{d.s.until_fault.empty() ? d.s.present_fault : d.s.until_fault};
}

Box opening_part(SupervisionDrawContext& d, bool& entered) {
  const std::string_view title = d.tr("Open a supervised session");
  if (!d.s.may_open)
    return supervision_head(title,
                            d.tr("The list of people names nobody who may supervise. Add a column “supervises” to the list, write yes "
                                 "beside who may, and take the list in again: on the page of this computer, under People and stations."));
  const Button open{.id = "supervision/open",
                    .label = d.tr("Open the session"),
                    .icon = "shield",
                    .kind = ButtonKind::main,
                    .enabled = d.s.wait_seconds == 0};
  return box::column({.gap = 24},
                     supervision_head(title, d.tr("Whoever is present sits the test under your eyes. What is passed then is passed "
                                                  "supervised, and your name stands beside it.")),
                     box::column({.gap = 16}, who_fields(d, entered), test_choice(d), where_fields(d, entered), present_fields(d, entered)),
                     shared::with_said(shared::buttons(box::button(open, entered)), opening_said(d), "supervision/page"),
                     box::text(d.s.present, Type::small, Colour::mut)); // last: it grows while the numbers are typed
}

// ---- open

Box pin_part(SupervisionDrawContext& d, bool& entered) {
  const Button enter{
      .id = "supervision/enter", .label = d.tr("Go on"), .icon = "forward", .kind = ButtonKind::main, .enabled = d.s.wait_seconds == 0};
  return box::column({.gap = 24},
                     supervision_head(d.tr("Supervised session"), d.tr("Only who may supervise notes something, or closes it.")),
                     shared::banner(d.s.session, "shield", d.s.meaning), who_fields(d, entered),
                     shared::with_said(shared::buttons(box::button(enter, entered)),
                                       shared::pin_said(d.f, d.s.words, d.s.wait_seconds, d.m.problem), "supervision/page"));
}

// What may be noted of the one that was pressed; each asks twice, for it cannot be taken back.
Box code_buttons(SupervisionDrawContext& d) {
  std::vector<Box> all;
  for (const SupervisionCode& each : d.s.codes)
    all.push_back(box::verb({.id = d.f.keep("supervision/code/" + each.code),
                             .label = each.words,
                             .seconds = {},
                             .again = d.tr("Press again"),
                             .choose_key = all.size() < 9 ? static_cast<char>('1' + all.size()) : char{0}},
                            {d.out.code, each.code}));
  return box::column(
      {.gap = 8, .pad = {16, 8, 16, 12}}, box::text(d.tr("What happened?"), Type::small_bold, Colour::mut),
      box::when({.narrower_than = 640, .text_from = 150}, box::column({.gap = 8}, all), box::grid({.gap = 8, .columns = {1, 1}}, all)));
}

Box seat_row(SupervisionDrawContext& d, const SupervisionSeat& seat) {
  const Row row{.id = d.f.keep("supervision/person/" + seat.person),
                .label = d.f.keep(seat.name + ", " + seat.detail + ", " + seat.how),
                .selected = d.m.person == seat.person,
                .bare = true};
  Box words = box::column({.gap = 2}, box::text(seat.name, Type::body_bold, Colour::text, {.listed = Listed::no}),
                          box::text(seat.detail, Type::small, Colour::mut, {.listed = Listed::no}));
  Box inside = box::row({.gap = 16, .pad = pad(16, 8)}, std::move(words).grow(), box::tag({seat.how, seat.icon, seat.meaning}));
  Box pressed = Box(
      [&d, row, person = seat.person](Frame& f, const Rect& rect, const std::function<void()>& draw_inside) {
        if (ui::row(f, rect, row)) d.out.person = person;
        draw_inside();
      },
      std::move(inside));
  Box all = box::column({}, std::move(pressed).least(0, 56));
  if (d.m.person == seat.person && d.m.part == SupervisionPart::inside) all.add(code_buttons(d));
  return all;
}

Box seat_list(SupervisionDrawContext& d) {
  Box rows = box::column({});
  for (std::size_t i = 0; i < d.s.seats.size(); ++i) {
    if (i > 0) rows.add(box::line());
    rows.add(seat_row(d, d.s.seats[i]));
  }
  return box::group("supervision/people", box::card(std::move(rows)));
}

Box closing(SupervisionDrawContext& d) {
  if (!d.m.closing)
    return box::button({.id = "supervision/close", .label = d.tr("Close the session"), .icon = "check", .kind = ButtonKind::main},
                       [&d] { d.m.closing = true; });
  return box::confirm({.words = d.s.close_words,
                       .yes_id = "supervision/close/yes",
                       .yes_label = d.tr("Close it"),
                       .no_id = "supervision/close/no",
                       .no_label = d.tr("Not yet"),
                       .icon = "shield"},
                      d.answer);
}

shared::PageParts inside_part(SupervisionDrawContext& d) {
  return {.inside = box::column(
              {.gap = 24},
              supervision_head(d.tr("Supervised session"), d.tr("Press a name to note what happened. It marks the result and never "
                                                                "changes the verdict.")),
              shared::banner(d.s.session, "shield", d.s.meaning), seat_list(d)),
          .buttons = {closing(d)}};
}

// What came of each, with nothing more to press.
Box closed_row(const SupervisionSeat& seat) {
  Box words = box::column({.gap = 2}, box::text(seat.name, Type::body_bold), box::text(seat.detail, Type::small, Colour::mut));
  return box::row({.gap = 16, .pad = pad(16, 10)}, std::move(words).grow(), box::tag({seat.how, seat.icon, seat.meaning}));
}

shared::PageParts closed_part(SupervisionDrawContext& d) {
  Box rows = box::column({});
  for (std::size_t i = 0; i < d.s.seats.size(); ++i) {
    if (i > 0) rows.add(box::line());
    rows.add(closed_row(d.s.seats[i]));
  }
  const Button done{.id = "supervision/done", .label = d.tr("Done"), .icon = "forward", .kind = ButtonKind::main};
  return {.inside = box::column({.gap = 24}, supervision_head(d.tr("The session is closed"), d.s.summary), box::card(std::move(rows))),
          .buttons = {box::button(done, d.out.done)}};
}

shared::PageParts supervision_part(SupervisionDrawContext& d, bool& entered) {
  switch (d.m.part) {
  case SupervisionPart::opening:
    return {.inside = opening_part(d, entered)};
  case SupervisionPart::pin:
    return {.inside = pin_part(d, entered)};
  case SupervisionPart::inside:
    return inside_part(d);
  case SupervisionPart::closed:
    return closed_part(d);
  }
  return {};
}

void focus_first(SupervisionDrawContext& d) {
  if (!d.m.lead.empty()) d.f.focus(std::exchange(d.m.lead, {}));
  if (!std::exchange(d.m.opened, false)) return;
  if (d.m.part == SupervisionPart::opening && d.s.may_open) d.f.focus("supervision/name");
  if (d.m.part == SupervisionPart::pin) d.f.focus(d.m.supervisor.empty() ? "supervision/name" : "supervision/pin");
  if (d.m.part == SupervisionPart::closed) d.f.focus("supervision/done");
}

// The first that is missing gets the focus; nothing is asked of the record before.
bool all_filled_in(SupervisionDrawContext& d) {
  const std::pair<const std::string*, const char*> fields[] = {{&d.m.supervisor, "supervision/name"},
                                                               {&d.m.pin, "supervision/pin"},
                                                               {&d.m.room, "supervision/room"},
                                                               {&d.m.until, "supervision/until"},
                                                               {&d.m.numbers, "supervision/numbers"}};
  const std::size_t count = d.m.part == SupervisionPart::pin ? 2 : std::size(fields);
  for (std::size_t i = 0; i < count; ++i)
    if (fields[i].first->empty()) return d.f.focus(fields[i].second), false;
  return d.m.pin.size() >= least_digits_of_pin || (d.f.focus("supervision/pin"), false);
}

// Esc: first what lies on the page, then the page.
void take_levels(SupervisionDrawContext& d) {
  if (d.answer == ui::Answer::no) d.m.closing = false;
  if (d.answer == ui::Answer::yes) d.out.close = true;
  if (!d.m.person.empty() && d.f.closes("supervision/person")) d.m.lead = "supervision/person/" + std::exchange(d.m.person, {});
  if (d.f.leaves("supervision")) (d.m.part == SupervisionPart::closed ? d.out.done : d.out.back) = true;
}

} // namespace

SupervisionIntent draw_supervision(Frame& f, const SupervisionState& state, SupervisionMemory& memory) {
  SupervisionIntent out;
  SupervisionDrawContext d{f, state, memory, out};
  bool entered = false;
  f.fill(f.window(), Colour::bg);
  if (shared::back_bar(f, "supervision/back", d.tr("Back"), d.tr("Supervised session")))
    (memory.part == SupervisionPart::closed ? out.done : out.back) = true;
  shared::PageParts parts = supervision_part(d, entered);
  parts.inside = box::column({.pad = {.top = 32, .bottom = 24}}, std::move(parts.inside));
  shared::draw_page(f, bar_height(f), "supervision/page", d.tr("Supervised session"), std::move(parts));
  focus_first(d);
  if (d.test >= 0) out.test = d.test;
  const bool asks = entered && state.wait_seconds == 0 && all_filled_in(d);
  out.open = asks && memory.part == SupervisionPart::opening, out.enter = asks && memory.part == SupervisionPart::pin;
  take_levels(d);
  const bool acts = memory.part == SupervisionPart::inside || memory.part == SupervisionPart::closed;
  if (acts && shared::said_over(f, state.words, "supervision/problem", {.words = memory.problem})) memory.problem.clear();
  return out;
}

} // namespace firsthand::screens
