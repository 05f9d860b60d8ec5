// See draw.h.
#include "engine/screens/attempts/draw.h"

#include "engine/screens/shared/bars.h"

#include <utility>

namespace firsthand::screens {

namespace {

struct AttemptsDrawContext {
  Frame& f;
  const AttemptsState& s;
  AttemptsMemory& m;
  AttemptsIntent& out;

  std::string_view tr(std::string_view source) const { return f.keep(s.words.tr("attempts", source)); }
};

Box attempts_head(std::string_view title, std::string_view lead) {
  return box::column({.gap = 4}, box::text(title, Type::title, Colour::text, {.role = Role::heading}),
                     box::text(lead, Type::body, Colour::mut).most(720));
}

Box supervisor_field(const AttemptsDrawContext& c) {
  if (!c.s.supervisors) return {};
  const Field name{.id = "attempts/name",
                   .label = c.s.trainer_pin ? c.tr("Name or number of who may supervise; the trainer leaves it empty")
                                            : c.tr("Name or number of who may supervise"),
                   .icon = "person",
                   .max_bytes = 400};
  return box::field(name, c.m.name, c.out.enter);
}

Box pin_part(const AttemptsDrawContext& c) {
  const std::string_view title = c.tr("Attempts on this computer");
  if (!c.s.trainer_pin && !c.s.supervisors)
    return attempts_head(title, c.tr("Only the trainer sees the attempts of others. Set the trainer's PIN first: go back, it stands below "
                                     "this computer's name."));
  const std::string_view label = c.m.name.empty() && c.s.trainer_pin ? c.tr("Trainer's PIN") : c.tr("PIN");
  const Field field{.id = "attempts/pin", .label = label, .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8};
  const std::string_view lead = c.s.supervisors ? c.tr("Only the trainer and who may supervise see the attempts of others.")
                                                : c.tr("Only the trainer sees the attempts of others.");
  return box::column({.gap = 24}, attempts_head(title, lead), shared::pin_banner(c.f, c.s.words, c.s.wait_seconds, c.m.problem),
                     box::column({.gap = 16}, supervisor_field(c).most(480), box::field(field, c.m.pin, c.out.enter).most(320)),
                     shared::buttons(box::button({.id = "attempts/show",
                                                  .label = c.tr("Show the attempts"),
                                                  .icon = "list",
                                                  .kind = ButtonKind::main,
                                                  .enabled = c.s.wait_seconds == 0},
                                                 c.out.enter)));
}

Box person_row(const AttemptsDrawContext& c, const AttemptsPerson& person) {
  const shared::ListRow row{
      .id = c.f.keep("attempts/person/" + person.id), .icon = "person", .title = person.name, .detail = person.summary};
  return shared::list_row(c.f, row, {c.out.person, person.id});
}

Box people_part(const AttemptsDrawContext& c) {
  Box rows = box::column({.gap = 8});
  for (const AttemptsPerson& each : c.s.people)
    rows.add(person_row(c, each));
  const std::string_view lead = c.s.people.empty() ? c.tr("Nobody is in the record of this computer yet.")
                                                   : c.tr("Who is in the record of this computer. Press a name for its attempts.");
  return box::column({.gap = 24}, attempts_head(c.tr("Attempts on this computer"), lead), shared::banner(c.m.problem),
                     box::group("attempts/people", std::move(rows)),
                     shared::buttons(box::button(
                         {.id = "attempts/questions", .label = c.tr("How the questions are answered"), .icon = "list"}, c.out.questions)));
}

Box result_card(const AttemptsDrawContext& c, const AttemptsResult& r) {
  Box words = box::column({.gap = 2}, box::text(r.title, Type::body_bold), box::text(r.details, Type::small, Colour::mut));
  for (const std::string& each : r.decisions)
    words.add(box::text(each, Type::small));
  Box tags = box::wrap({.gap = 8}, box::tag({r.result, r.icon, r.meaning}));
  if (!r.fatal.empty()) tags.add(box::tag({r.fatal, r.how_fatal == Meaning::loss ? "triangle" : "", r.how_fatal}));
  Box all = box::column({.gap = 8, .pad = pad(16, 12)}, box::when(shared::one_column, box::column({.gap = 8}, words, tags),
                                                                  box::row({.gap = 16}, Box(words).grow(), tags)));
  if (r.decidable && c.s.supervisors)
    all.add(shared::buttons(box::button(
        {.id = c.f.keep("attempts/decide/" + r.id), .label = c.tr("Decide what it counts as"), .icon = "shield", .kind = ButtonKind::quiet},
        {c.out.decide, r.id})));
  return box::card(std::move(all));
}

Box person_part(const AttemptsDrawContext& c) {
  Box rows = box::column({.gap = 8});
  for (const AttemptsResult& each : c.s.results)
    rows.add(result_card(c, each));
  const std::string_view lead =
      c.s.results.empty()
          ? c.tr("No attempts yet.")
          : c.tr("Newest first. A fatal error fails an attempt whatever its score. What is played on from a moment, or from the command "
                 "line, and a rehearsal do not count; the warm-up is not listed.");
  return box::column({.gap = 24}, attempts_head(c.m.person, lead), std::move(rows));
}

Box attempts_part(const AttemptsDrawContext& c) {
  switch (c.m.part) {
  case AttemptsPart::pin:
    return pin_part(c);
  case AttemptsPart::people:
    return people_part(c);
  case AttemptsPart::person:
    return person_part(c);
  case AttemptsPart::questions:
    return questions_box(c.f, c.s.questions, c.s.words);
  case AttemptsPart::decision:
    return decision_box(c.f, c.s.decision, c.s.words, c.m.decision, c.out.decision);
  }
  return {};
}

} // namespace

AttemptsIntent draw_attempts(Frame& f, const AttemptsState& state, AttemptsMemory& memory) {
  AttemptsIntent out;
  const AttemptsDrawContext c{f, state, memory, out};
  f.fill(f.window(), Colour::bg);
  out.back = shared::back_bar(f, "attempts/back", c.tr("Back"), c.tr("Attempts on this computer"));
  shared::draw_page(f, bar_height(f), "attempts/page", c.tr("Attempts on this computer"),
                    box::column({.pad = {.top = 40, .bottom = 24}}, attempts_part(c)));
  if (std::exchange(memory.opened, false) && (state.trainer_pin || state.supervisors))
    f.focus(state.trainer_pin ? "attempts/pin" : "attempts/name");
  if (memory.part == AttemptsPart::decision) take_decision(f, state.decision, memory.decision, out.decision);
  if (f.leaves("attempts")) out.back = true;
  return out;
}

} // namespace firsthand::screens
