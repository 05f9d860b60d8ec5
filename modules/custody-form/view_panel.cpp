// The panel beside the paper: what is still to fill in, what may be picked, lines of the notebook, correct, sign, go on.
#include "modules/custody-form/view_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::custody_form {

namespace {

using ui::Colour;
using ui::Rect;
using ui::Type;

// ---- still to fill in, and what may be picked ------------------------------------------------------------------------------

int draw_picks(Draft& d, std::size_t field, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y;
  const Field& asked = d.sheet().fields[field];
  y += f.text(x, y, w, d.tr("Pick what belongs here"), Type::small_bold, Colour::mut) + f.px(4);
  f.begin_group("custody/picks");
  for (std::size_t i = 0; i < asked.picks.size(); ++i) {
    const std::string id = fmt::format("custody/pick/{}", asked.picks[i].id);
    const ui::Option option{.id = id,
                            .label = d.scene.say(asked.picks[i].text),
                            .letter = i < 8 ? static_cast<char>('A' + i) : char{0},
                            .enabled = d.can_act(),
                            .done_by_press = true}; // in ink, and who types a name has typed five letters
    const int h = option_height(f, option, w);
    if (ui::option(f, {x, y, w, h}, option)) fill(d, field, i);
    y += h + f.px(6);
  }
  f.end_group();
  return y - top;
}

int draw_empty_row(Draft& d, std::size_t field, int x, int y, int w, bool current) {
  const std::string id = fmt::format("custody/empty/{}", d.sheet().fields[field].id);
  const bool filled = !d.to_fill(field);
  const ui::Row row{.id = id,
                    .label = d.scene.say(d.sheet().fields[field].label),
                    .icon = filled    ? "check"
                            : current ? "chevron"
                                      : "ring",
                    .detail = {},
                    .enabled = !filled,
                    .selected = current,
                    .icon_meaning = filled    ? ui::Meaning::ok
                                    : current ? ui::Meaning::accent
                                              : ui::Meaning::quiet};
  const int h = row_height(d.f, row, w);
  if (ui::row(d.f, {x, y, w, h}, row)) d.desk.field = field, d.desk.correcting = false;
  return h;
}

// The picks stand under the field that they are for. What is filled in keeps its row, so that what is picked next does not come
// to stand where the last pick was pressed.
int draw_still(Draft& d, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y;
  y += f.text(x, y, w, d.tr("Still to fill in"), Type::heading, Colour::text, {.role = ui::Role::heading});
  const auto& fields = d.sheet().fields;
  const auto all = std::count_if(fields.begin(), fields.end(), [](const auto& field) { return !field.picks.empty(); });
  const std::string words = d.state.empty == 0 ? d.tr("Nothing. Every field is filled in.")
                                               : d.tr("{n} of the {all} fields that you fill in are empty.",
                                                      {{"n", std::to_string(d.state.empty)}, {"all", std::to_string(all)}});
  y += f.text(x, y, w, words, Type::small, Colour::mut) + f.px(8);
  for (std::size_t i = 0; i < d.sheet().fields.size(); ++i) {
    if (d.sheet().fields[i].picks.empty()) continue; // printed by the agency
    const bool current = d.to_fill(i) && d.current() == i && !d.desk.correcting;
    y += draw_empty_row(d, i, x, y, w, current);
    if (current) y += draw_picks(d, i, x, y + f.px(6), w) + f.px(12);
  }
  return y - top;
}

// ---- correcting -------------------------------------------------------------------------------------------------------------

int draw_entries(Draft& d, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y;
  y += f.text(x, y, w, d.tr("Strike out which entry?"), Type::body_bold, Colour::text);
  y += f.text(x, y, w, d.tr("It stays readable. You write the new one beside it."), Type::small, Colour::mut) + f.px(6);
  f.begin_group("custody/entries");
  for (std::size_t i = 0; i < d.sheet().fields.size(); ++i) {
    if (!d.state.picked[i]) continue;
    const std::string id = fmt::format("custody/strike/{}", d.sheet().fields[i].id);
    const std::string label = fmt::format("{}: {}", d.scene.say(d.sheet().fields[i].label), entry_of(d, i));
    const ui::Button entry{
        .id = id, .label = label, .icon = "minus", .size = ui::ButtonSize::small, .enabled = d.can_act(), .align = ui::Align::left};
    const int h = size_of(f, entry, w).h;
    if (button(f, {x, y, w, h}, entry)) strike(d, i);
    y += h + f.px(6);
  }
  f.end_group();
  return y - top;
}

int draw_notes(Draft& d, int x, int y, int w) {
  if (d.sheet().notes.empty()) return 0;
  ui::Frame& f = d.f;
  const int top = y, pad = f.px(14);
  y += f.text(x, y, w, d.tr("Copy from the notebook"), Type::small_bold, Colour::mut) + f.px(6);
  int h = pad;
  for (const model::Text& note : d.sheet().notes)
    h += f.measure(d.scene.say(note), Type::small, w - 2 * pad).h + f.px(10);
  ui::card(f, {x, y, w, h + f.px(4)});
  int at = y + pad;
  for (const model::Text& note : d.sheet().notes) {
    at += f.text(x + pad, at, w - 2 * pad, d.scene.say(note), Type::small, Colour::text) + f.px(5);
    if (&note != &d.sheet().notes.back()) f.hline(x + pad, at, w - 2 * pad, Colour::line);
    at += f.px(5);
  }
  return y + h + f.px(4) - top;
}

// ---- correct, sign, go on ---------------------------------------------------------------------------------------------------

bool any_entry(const Draft& d) {
  for (const auto& picked : d.state.picked)
    if (picked) return true;
  return false;
}

bool all_signed(const Draft& d) {
  for (std::size_t i = 0; i < d.spec.sheets.size(); ++i)
    if (!sheet_state(d.spec, d.scene.state, i).is_signed) return false;
  return true;
}

ui::Button correct_button(const Draft& d, const std::string& words) {
  return {.id = "custody/correct",
          .label = words,
          .icon = "pen",
          .size = ui::ButtonSize::small,
          .enabled = any_entry(d) && d.can_act(),
          .selected = d.desk.correcting};
}

int draw_correct(Draft& d, int x, int y, int w, Paint paint) {
  const std::string words = d.desk.correcting ? d.tr("Correct nothing") : d.tr("Correct an entry");
  const ui::Button correct = correct_button(d, words);
  const int h = size_of(d.f, correct, w).h;
  if (paint == Paint::measure) return h;
  if (button(d.f, {x, y, w, h}, correct)) d.desk.correcting = !d.desk.correcting, d.desk.leaving = false;
  if (d.desk.correcting && d.f.closes("custody/entries")) d.desk.correcting = false;
  return h;
}

int draw_signed(Draft& d, int x, int y, int w, Paint paint) {
  const std::string words = d.tr("Signed and handed over, {time}.", {{"time", local_time(d, d.state.signed_at)}});
  const ui::Notice notice{.words = words, .icon = "check", .meaning = ui::Meaning::ok};
  const int h = notice_height(d.f, notice, w);
  if (paint == Paint::draw) ui::notice(d.f, {x, y, w, h}, notice);
  return h;
}

int draw_sign(Draft& d, int x, int y, int w, Paint paint) {
  ui::Frame& f = d.f;
  if (d.state.is_signed) return draw_signed(d, x, y, w, paint);
  const std::string again = d.tr("Press again");
  const std::string label = d.tr("Sign and hand over"), reason = d.state.empty > 0 ? d.tr("Fill in every field first.") : std::string();
  const ui::Button sign{.id = "custody/sign",
                        .label = label,
                        .icon = "check",
                        .kind = ui::ButtonKind::main,
                        .enabled = d.state.empty == 0 && d.can_act(),
                        .again = again};
  const int h = size_of(f, sign, w).h, words = reason.empty() ? 0 : f.measure(reason, Type::small, w).h + f.px(4);
  if (paint == Paint::measure) return h + words;
  if (button(f, {x, y, w, h}, sign)) d.out.action = act(d, d.spec.sign);
  if (!reason.empty()) f.text(x, y + h + f.px(4), w, reason, Type::small, Colour::mut);
  return h + words;
}

int draw_leaving(Draft& d, int x, int y, int w, Paint paint) {
  const std::string words = d.tr("A sheet is not signed. Go on all the same?"), yes = d.tr("Go on"), no = d.tr("Stay");
  const ui::Confirm ask{
      .words = words, .yes_id = "custody/leave", .yes_label = yes, .no_id = "custody/stay", .no_label = no, .icon = "form"};
  const int h = confirm_height(d.f, ask, w);
  if (paint == Paint::measure) return h;
  const ui::Answer answer = confirm(d.f, {x, y, w, h}, ask);
  if (answer == ui::Answer::yes) d.out.go_on = true;
  if (answer != ui::Answer::none) d.desk.leaving = false;
  if (answer == ui::Answer::no) d.f.focus("custody/go-on");
  return h;
}

int draw_go_on(Draft& d, int x, int y, int w, Paint paint) {
  const bool done = all_signed(d);
  if (d.desk.leaving && !done) return draw_leaving(d, x, y, w, paint);
  const std::string label = d.tr("Go on");
  const ui::Button go_on{.id = "custody/go-on",
                         .label = label,
                         .icon = "forward",
                         .kind = done ? ui::ButtonKind::main : ui::ButtonKind::plain,
                         .size = done ? ui::ButtonSize::normal : ui::ButtonSize::small,
                         .enabled = !d.scene.pending};
  const int h = size_of(d.f, go_on, w).h;
  if (paint == Paint::draw && button(d.f, {x, y, w, h}, go_on)) (done ? d.out.go_on : d.desk.leaving) = true, d.desk.correcting = false;
  return h;
}

} // namespace

int draw_panel(Draft& d, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y;
  if (!d.scene.refused.empty()) y += f.text(x, y, w, d.scene.refused, Type::body, Colour::loss) + f.px(12);
  if (!d.state.is_signed) y += draw_still(d, x, y, w) + f.px(12);
  if (d.desk.correcting && d.can_act()) y += draw_entries(d, x, y, w) + f.px(12);
  return y + draw_notes(d, x, y, w) - top;
}

int draw_foot(Draft& d, int x, int y, int w, Paint paint) {
  const int top = y, gap = d.f.px(8);
  if (!d.state.is_signed) y += draw_correct(d, x, y, w, paint) + gap;
  y += draw_sign(d, x, y, w, paint) + gap;
  return y + draw_go_on(d, x, y, w, paint) - top;
}

} // namespace firsthand::modules::custody_form
