// The panel beside the paper: what is still to fill in, what may be picked, lines of the notebook, correct, sign, go on.
#include "modules/custody-form/view_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::custody_form {

namespace {

using ui::Box;
using ui::Colour;
using ui::Type;
namespace box = ui::box;

// ---- still to fill in, and what may be picked ------------------------------------------------------------------------------

Box picks_of(DrawContext& d, std::size_t field) {
  const Field& asked = d.sheet().fields[field];
  Box picks = box::column({.gap = 6});
  const std::vector<std::size_t> order = d.scene.shown(asked.id + "/" + std::to_string(d.desk.sheet), asked.picks.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::size_t i = order[place];
    const ui::Option option{.id = d.f.keep("custody/pick/" + asked.picks[i].id),
                            .label = d.scene.say(asked.picks[i].text),
                            .letter = ui::letter_of_option(place),
                            .enabled = d.can_act(),
                            .done_by_press = true}; // in ink, and who types a name has typed five letters
    picks.add(box::option(option, [&d, field, i] { fill(d, field, i); }));
  }
  return box::column({.gap = 4, .pad = {.top = 6, .bottom = 12}}, box::text(d.tr("Pick what belongs here"), Type::small_bold, Colour::mut),
                     box::group("custody/picks", std::move(picks)));
}

Box empty_row(DrawContext& d, std::size_t field, bool current) {
  const bool filled = !d.to_fill(field);
  const ui::Row row{.id = d.f.keep("custody/empty/" + d.sheet().fields[field].id),
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
  return box::row(row, [&d, field] { d.desk.field = field, d.desk.correcting = false; });
}

std::string_view still_words(const DrawContext& d) {
  const auto& fields = d.sheet().fields;
  const auto all = std::count_if(fields.begin(), fields.end(), [](const auto& field) { return !field.picks.empty(); });
  if (d.state.empty == 0) return d.tr("Nothing. Every field is filled in.");
  return d.tr("{n} of the {all} fields that you fill in are empty.", {{"n", std::to_string(d.state.empty)}, {"all", std::to_string(all)}});
}

// The picks stand under the field that they are for. What is filled in keeps its row, so that what is picked next does not come
// to stand where the last pick was pressed.
Box still(DrawContext& d) {
  if (d.state.is_signed) return {};
  Box rows = box::column({.pad = {.top = 8}});
  for (std::size_t i = 0; i < d.sheet().fields.size(); ++i) {
    if (d.sheet().fields[i].picks.empty()) continue; // printed by the agency
    const bool current = d.to_fill(i) && d.current() == i && !d.desk.correcting;
    rows.add(empty_row(d, i, current));
    if (current) rows.add(picks_of(d, i));
  }
  return box::column({}, box::text(d.tr("Still to fill in"), Type::heading, Colour::text, {.role = ui::Role::heading}),
                     box::text(still_words(d), Type::small, Colour::mut), std::move(rows));
}

// ---- correcting -------------------------------------------------------------------------------------------------------------

Box entries(DrawContext& d) {
  if (!d.desk.correcting || !d.can_act()) return {};
  Box all = box::column({.gap = 6, .pad = {.top = 6, .bottom = 6}});
  for (std::size_t i = 0; i < d.sheet().fields.size(); ++i) {
    if (!d.state.picked[i]) continue;
    const ui::Button entry{.id = d.f.keep("custody/strike/" + d.sheet().fields[i].id),
                           .label = d.f.keep(fmt::format("{}: {}", d.scene.say(d.sheet().fields[i].label), entry_of(d, i))),
                           .icon = "minus",
                           .size = ui::ButtonSize::small,
                           .enabled = d.can_act(),
                           .align = ui::Align::left};
    all.add(box::button(entry, [&d, i] { strike(d, i); }));
  }
  return box::column({}, box::text(d.tr("Strike out which entry?"), Type::body_bold),
                     box::text(d.tr("It stays readable. You write the new one beside it."), Type::small, Colour::mut),
                     box::group("custody/entries", std::move(all)));
}

std::string_view photo_words(const DrawContext& d, const report::NotebookLine& line) {
  return d.f.keep(fmt::format("{} {}", local_time(d, line.at), d.scene.say(*line.text)));
}

// What the author has for it as far as it was seen, the photographs of it, then what the learner noted.
std::vector<std::string_view> notes_of(const DrawContext& d) {
  using Kind = report::NotebookLine::Kind;
  std::vector<std::string_view> all;
  for (const Note& note : d.sheet().notes)
    if (d.scene.prepared.scene.seen_holds(d.scene.seen, 0, note.seen)) all.push_back(d.scene.say(note.text));
  for (const report::NotebookLine& line : d.scene.notebook.lines)
    if (line.kind == Kind::photo && line.entity == d.sheet().symbol && line.text) all.push_back(photo_words(d, line));
  for (const report::NotebookLine& line : d.scene.notebook.lines)
    if (line.kind == Kind::note) all.push_back(line.typed);
  return all;
}

Box notes(const DrawContext& d) {
  const std::vector<std::string_view> lines = notes_of(d);
  if (lines.empty() || d.state.is_signed) return {};
  Box all = box::column({.pad = ui::pad(14)});
  for (const std::string_view& line : lines) {
    if (&line != &lines.front()) all.add(box::space(5)), all.add(box::line()), all.add(box::space(5));
    all.add(box::text(line, Type::small));
  }
  return box::column({.gap = 6}, box::text(d.tr("Copy from the notebook"), Type::small_bold, Colour::mut), box::card(std::move(all)));
}

// ---- correct, sign, go on ---------------------------------------------------------------------------------------------------

bool any_entry(const DrawContext& d) {
  for (const auto& picked : d.state.picked)
    if (picked) return true;
  return false;
}

bool all_signed(const DrawContext& d) {
  for (std::size_t i = 0; i < d.spec.sheets.size(); ++i)
    if (!sheet_state(d.spec, d.scene.state, i).is_signed) return false;
  return true;
}

Box correct(DrawContext& d) {
  const ui::Button button{.id = "custody/correct",
                          .label = d.desk.correcting ? d.tr("Correct nothing") : d.tr("Correct an entry"),
                          .icon = "pen",
                          .size = ui::ButtonSize::small,
                          .enabled = any_entry(d) && d.can_act(),
                          .selected = d.desk.correcting};
  return box::button(button, [&d] { d.desk.correcting = !d.desk.correcting, d.desk.leaving = false; });
}

Box is_signed(const DrawContext& d) {
  const content::Fill time{{"time", std::string(local_time(d, d.state.signed_at))}};
  const std::string_view words = d.handed_over() ? d.tr("Signed and handed over, {time}.", time)
                                                 : d.f.keep(fmt::format("{} {}", d.tr("Signed, {time}.", time), kept_words(d)));
  return box::notice({.words = words, .icon = "check", .meaning = ui::Meaning::ok}, [] {});
}

Box sign(DrawContext& d) {
  const ui::Button button{.id = "custody/sign",
                          .label = d.tr("Sign the sheet"),
                          .icon = "check",
                          .kind = ui::ButtonKind::main,
                          .enabled = d.state.empty == 0 && d.can_act(),
                          .again = d.tr("Press again")};
  return box::column({.gap = 4}, box::button(button, [&d] { d.out.action = act(d, d.spec.sign); }),
                     box::text(d.state.empty > 0 ? d.tr("Fill in every field first.") : d.tr("Every field is filled in."), Type::small,
                               Colour::mut)); // always a line: what stands below keeps its place
}

Box leaving(DrawContext& d) {
  const ui::Confirm ask{.words = d.tr("A sheet is not signed. Go on all the same?"),
                        .yes_id = "custody/leave",
                        .yes_label = d.tr("Go on"),
                        .no_id = "custody/stay",
                        .no_label = d.tr("Stay"),
                        .icon = "form"};
  return box::confirm(ask, d.leave);
}

Box go_on(DrawContext& d) {
  const bool done = all_signed(d);
  if (d.desk.leaving && !done) return leaving(d);
  const ui::Button button{.id = "custody/go-on",
                          .label = d.tr("Go on"),
                          .icon = "forward",
                          .kind = done ? ui::ButtonKind::main : ui::ButtonKind::plain,
                          .size = done ? ui::ButtonSize::normal : ui::ButtonSize::small,
                          .enabled = !d.scene.pending};
  return box::button(button, [&d, done] { (done ? d.out.go_on : d.desk.leaving) = true, d.desk.correcting = false; });
}

} // namespace

Box panel_of(DrawContext& d) {
  return box::column({.gap = 12}, box::text(d.scene.refused, Type::body, Colour::loss), still(d), entries(d), notes(d));
}

Box foot_of(DrawContext& d) {
  return d.state.is_signed ? box::column({.gap = 8}, is_signed(d), go_on(d)) : box::column({.gap = 8}, correct(d), sign(d), go_on(d));
}

} // namespace firsthand::modules::custody_form
