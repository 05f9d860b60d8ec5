// See draw.h.
#include "engine/screens/attempts/draw.h"

#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/footer.h"
#include "engine/screens/shared/name_search.h"
#include "engine/screens/shared/said.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

namespace {

struct AttemptsDrawContext {
  Frame& f;
  const AttemptsState& s;
  AttemptsMemory& m;
  AttemptsIntent& out;
  bool looked_up = false; // Enter in the search

  std::string_view tr(std::string_view source) const { return f.keep(s.words.tr("attempts", source)); }
};

constexpr const char *attempts_field = "attempts/search", *attempts_scroll = "attempts/page", *person_row_id = "attempts/person/";

bool numbered(const AttemptsState& s) {
  return std::any_of(s.people.begin(), s.people.end(), [](const AttemptsPerson& each) { return !each.number.empty(); });
}

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
  return box::column({.gap = 24}, attempts_head(title, lead),
                     box::column({.gap = 16}, supervisor_field(c).most(480), box::field(field, c.m.pin, c.out.enter).most(320)),
                     shared::with_said(shared::buttons(box::button({.id = "attempts/show",
                                                                    .label = c.tr("Show the attempts"),
                                                                    .icon = "list",
                                                                    .kind = ButtonKind::main,
                                                                    .enabled = c.s.wait_seconds == 0},
                                                                   c.out.enter)),
                                       shared::pin_said(c.f, c.s.words, c.s.wait_seconds, c.m.problem), "attempts/page"));
}

Box person_row(const AttemptsDrawContext& c, const AttemptsPerson& person) {
  const shared::ListRow row{.id = c.f.keep(person_row_id + person.id), .icon = "person", .title = person.name, .detail = person.summary};
  return shared::list_row(c.f, row, {c.out.person, person.id});
}

Box few_people(const AttemptsDrawContext& c) {
  Box rows = box::column({.gap = 8});
  for (const AttemptsPerson& each : c.s.people)
    rows.add(person_row(c, each));
  return box::group("attempts/people", std::move(rows));
}

// The number first, as what is searched has it behind the name.
std::string_view detail_of(const AttemptsDrawContext& c, const AttemptsPerson& person) {
  return person.number.empty() ? std::string_view(person.summary) : c.f.keep(person.number + " · " + person.summary);
}

Box many_people(const AttemptsDrawContext& c, const shared::FoundNames& found) {
  const bool listed = numbered(c.s);
  if (found.hits.empty()) return box::text(shared::nobody_words(c.f, c.s.words, c.m.looked_for.search, listed), Type::body, Colour::mut);
  std::vector<Box> rows;
  for (std::size_t i = 0; i < found.hits.size(); ++i) {
    const AttemptsPerson& person = c.s.people[found.hits[i].which];
    const std::string_view detail = detail_of(c, person);
    rows.push_back(shared::name_row(
        {.id = found.list.rows[i], .name = person.name, .detail = detail, .said = c.f.keep(person.name + ", " + std::string(detail))},
        found.hits[i].places, c.m.looked_for, [&c, id = person.id] { c.out.person = id; }));
  }
  const std::string_view head = c.m.looked_for.search.empty() ? c.f.keep(c.s.words.tr("sign-in", "All names"))
                                                              : shared::found_words(c.f, c.s.words, found.hits.size(), c.s.people.size());
  return box::column({.gap = 24}, shared::name_rows(head, std::move(rows)),
                     shared::name_letters(c.f, c.s.folded, "attempts/letter/", attempts_field, c.s.words, c.m.looked_for));
}

shared::FoundNames found_people(const AttemptsDrawContext& c) {
  const auto id_of = [&c](std::size_t i) { return std::string_view(c.s.people[i].id); };
  return shared::found_names(c.f, c.s.folded, c.m.looked_for.search, {attempts_field, attempts_scroll, {}}, person_row_id, id_of);
}

// The keys that lead through the list, before it is drawn.
shared::FoundNames lead_to_person(const AttemptsDrawContext& c) {
  shared::LedMemory& m = c.m.looked_for;
  shared::follow_typing(c.f, m, {attempts_field, attempts_scroll, {}});
  if (!m.search.empty() && (c.f.left_field(attempts_field) || c.f.closes("attempts/search"))) m.search.clear(), c.f.focus(attempts_field);
  shared::FoundNames found = found_people(c);
  shared::lead_through(c.f, m, found.list);
  return found;
}

void take_person(const AttemptsDrawContext& c, const shared::FoundNames& found) {
  if (c.looked_up)
    if (const std::string_view row = shared::taken_by_enter(c.f, c.m.looked_for, found.list); !row.empty())
      c.out.person = std::string(row.substr(std::string_view(person_row_id).size()));
  if (c.m.looked_for.search != c.m.looked_for.searched) c.f.wake_after(0); // what was typed is looked for in the next frame
}

// The search stays above the list, however long that is.
shared::PageParts people_part(AttemptsDrawContext& c, const shared::FoundNames& found) {
  const std::string_view lead = c.s.people.empty() ? c.tr("Nobody is in the record of this computer yet.")
                                                   : c.tr("Who is in the record of this computer. Press a name for its attempts.");
  const bool many = !c.s.folded.empty();
  Box search = many ? box::column({.pad = {.top = 20, .bottom = 12}},
                                  shared::search_field(c.f, {attempts_field, numbered(c.s)}, c.s.words, c.m.looked_for, c.looked_up))
                    : Box();
  return {.above = std::move(search),
          .inside = many ? many_people(c, found) // what the page is called stands in the bar: the names need the room
                         : box::column({.gap = 24}, attempts_head(c.tr("Attempts on this computer"), lead), few_people(c)),
          .buttons = {
              box::button({.id = "attempts/questions", .label = c.tr("How the questions are answered"), .icon = "list"}, c.out.questions)}};
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
    all.add(shared::buttons(box::button({.id = c.f.keep("attempts/decide/" + r.id),
                                         .label = r.begun ? c.tr("Go on with the decision") : c.tr("Decide what it counts as"),
                                         .icon = "shield",
                                         .kind = ButtonKind::quiet},
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

shared::PageParts attempts_part(AttemptsDrawContext& c, const shared::FoundNames& found) {
  switch (c.m.part) {
  case AttemptsPart::pin:
    return {.inside = pin_part(c)};
  case AttemptsPart::people:
    return people_part(c, found);
  case AttemptsPart::person:
    return {.inside = person_part(c)};
  case AttemptsPart::questions:
    return {.inside = questions_box(c.f, c.s.questions, c.s.words)};
  case AttemptsPart::decision:
    return {.inside = decision_box(c.f, c.s.decision, c.s.words, c.m.decision, c.out.decision)};
  }
  return {};
}

// What comes first on the page, or on the list where somebody is looked for.
void attempts_focus(const AttemptsDrawContext& c, bool searches) {
  if (std::exchange(c.m.opened, false) && (c.s.trainer_pin || c.s.supervisors))
    c.f.focus(c.s.trainer_pin ? "attempts/pin" : "attempts/name");
  if (searches && !c.f.was_shown(attempts_field)) c.f.focus(attempts_field);
}

} // namespace

AttemptsIntent draw_attempts(Frame& f, const AttemptsState& state, AttemptsMemory& memory) {
  AttemptsIntent out;
  AttemptsDrawContext c{f, state, memory, out};
  f.fill(f.window(), Colour::bg);
  out.back = shared::back_bar(f, "attempts/back", c.tr("Back"), c.tr("Attempts on this computer"));
  const bool searches = memory.part == AttemptsPart::people && !state.folded.empty();
  const shared::FoundNames found = searches ? lead_to_person(c) : shared::FoundNames();
  shared::PageParts parts = attempts_part(c, found);
  parts.inside = box::column({.pad = {.top = searches ? 12 : 40, .bottom = 24}}, std::move(parts.inside));
  shared::draw_page(f, bar_height(f), attempts_scroll, c.tr("Attempts on this computer"), std::move(parts));
  if (searches) take_person(c, found);
  attempts_focus(c, searches);
  if (memory.part == AttemptsPart::decision) take_decision(f, state.decision, memory.decision, out.decision);
  if (f.leaves("attempts")) out.back = true;
  if (memory.part != AttemptsPart::pin && shared::said_over(f, state.words, "attempts/problem", {.words = memory.problem}))
    memory.problem.clear();
  return out;
}

} // namespace firsthand::screens
