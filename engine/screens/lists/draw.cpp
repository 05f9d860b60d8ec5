// See draw.h.
#include "engine/screens/lists/draw.h"

#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/footer.h"
#include "engine/screens/shared/said.h"

#include <fmt/format.h>

#include <utility>

namespace firsthand::screens {

namespace {

struct ListsDrawContext {
  Frame& f;
  const ListsState& s;
  ListsMemory& m;
  ListsIntent& out;
  int of = -1;

  std::string_view tr(std::string_view source) const { return f.keep(s.words.tr("lists", source)); }
};

Box lists_head(std::string_view title, std::string_view lead) {
  return box::column({.gap = 4}, box::text(title, Type::title, Colour::text, {.role = Role::heading}),
                     box::text(lead, Type::body, Colour::mut).most(720));
}

Box lists_pin(ListsDrawContext& d) {
  const std::string_view title = d.tr("People and stations");
  if (!d.s.trainer_pin)
    return lists_head(title, d.tr("Only the trainer changes the lists of this computer. Set the trainer's PIN first: go back, it stands "
                                  "below this computer's name."));
  const Field field{
      .id = "lists/pin", .label = d.tr("Trainer's PIN"), .icon = "padlock", .password = true, .digits_only = true, .max_bytes = 8};
  const Button enter{
      .id = "lists/enter", .label = d.tr("Go on"), .icon = "forward", .kind = ButtonKind::main, .enabled = d.s.wait_seconds == 0};
  return box::column({.gap = 24}, lists_head(title, d.tr("Only the trainer changes the lists of this computer.")),
                     box::field(field, d.m.pin, d.out.enter).most(320),
                     shared::with_said(shared::buttons(box::button(enter, d.out.enter)),
                                       shared::pin_said(d.f, d.s.words, d.s.wait_seconds, d.m.problem), "lists/page"));
}

// ---- which list

Box lists_found(ListsDrawContext& d) {
  if (d.s.files.empty())
    return box::text(d.tr("No list was found on a stick, on the desktop, in documents or in downloads."), Type::body, Colour::mut);
  Box rows = box::column({.gap = 8});
  for (std::size_t i = 0; i < d.s.files.size(); ++i) {
    const ListsFile& each = d.s.files[i];
    const shared::ListRow row{.id = d.f.keep(fmt::format("lists/file/{}", i)), .icon = "list", .title = each.name, .detail = each.detail};
    rows.add(shared::list_row(d.f, row, {d.out.file, each.path}));
  }
  return box::column({.gap = 8}, box::text(d.tr("Lists on this computer, the newest first"), Type::small_bold, Colour::mut),
                     box::group("lists/files", std::move(rows)));
}

Box lists_typed(ListsDrawContext& d) {
  const bool none = d.s.files.empty();
  const Field path{.id = "lists/path",
                   .label = none ? d.tr("The name of the file, with all its folders") : d.tr("Or its name, with all its folders"),
                   .hint = d.tr("A file can also be dragged onto this window."),
                   .icon = "folder",
                   .max_bytes = 4000};
  return box::column({.gap = 16}, box::field(path, d.m.path, d.out.look),
                     shared::buttons(box::button({.id = "lists/look", .label = d.tr("Look at it"), .icon = "eye"}, d.out.look)));
}

Box lists_choose(ListsDrawContext& d) {
  const bool people = d.m.of == ListOf::people;
  const std::string_view lead =
      people ? d.tr("One line a person: number, name, rank, unit. In the spreadsheet: Save as, CSV UTF-8. Nothing is changed before you "
                    "have seen it.")
             : d.tr("One line a station: code, name, unit, tel., computers. In the spreadsheet: Save as, CSV UTF-8. Nothing is "
                    "changed before you have seen it.");
  std::vector<Tab> tabs{{"lists/of/people", d.tr("People")}, {"lists/of/stations", d.tr("Stations")}};
  return box::column({.gap = 24}, lists_head(people ? d.tr("The list of people") : d.tr("The register of stations"), lead),
                     box::tabs("lists/of", std::move(tabs), people ? 0 : 1, d.of), box::text(d.s.known, Type::body), lists_found(d),
                     lists_typed(d));
}

// ---- what it would change

Box lists_faults(const ListsDrawContext& d) {
  if (d.s.faults.empty()) return {};
  Box rows =
      box::column({.gap = 8, .pad = pad(20, 14)}, box::text(d.tr("What is wrong"), Type::body_bold, Colour::text, {.role = Role::heading}));
  for (const std::string& each : d.s.faults)
    rows.add(box::row({.gap = 12, .across = Across::start}, shared::line_icon("triangle", 20, Colour::warn),
                      box::text(each, Type::body).grow()));
  return box::card(std::move(rows));
}

Box lists_question(ListsDrawContext& d, std::size_t which, std::size_t letters_before) {
  const ListsQuestion& question = d.s.questions[which];
  std::vector<Box> all;
  for (std::size_t i = 0; i < question.answers.size(); ++i) {
    const int place = static_cast<int>(i);
    all.push_back(box::option({.id = d.f.keep(fmt::format("{}/{}", question.id, i)),
                               .label = question.answers[i],
                               .letter = ui::letter_of_option(letters_before + i),
                               .chosen = question.chosen == place},
                              {d.out.answer, ListsAnswer{which, place}}));
  }
  return box::column({.gap = 8}, box::text(question.words, Type::body_bold),
                     box::group(question.id, box::column({.gap = 8}, std::move(all))));
}

Box lists_changes(const ListsDrawContext& d) {
  if (d.s.changes.empty()) return {};
  Box rows = box::column({.gap = 10, .pad = pad(20, 14)},
                         box::text(d.tr("What would change"), Type::body_bold, Colour::text, {.role = Role::heading}));
  for (const ListsChange& each : d.s.changes) {
    const Box tag = box::tag({each.kind, each.icon, each.meaning});
    rows.add(box::when(
        {.narrower_than = 640, .text_from = 150},
        box::column({.gap = 4}, Box(tag).stands(Across::start), box::text(each.words, Type::body)),
        box::row({.gap = 12, .across = Across::start}, box::row({}, tag).least(128, 0), box::text(each.words, Type::body).grow())));
  }
  rows.add(box::text(d.s.more, Type::small, Colour::mut));
  return box::card(std::move(rows));
}

// What is taken away cannot be brought back but by another list.
bool asks_again(const ListsState& s) { return s.may_take && !s.takes_away.empty(); }

Box lists_loss(const ListsDrawContext& d) {
  if (!asks_again(d.s)) return {};
  return box::row({.gap = 10, .across = Across::start}, shared::line_icon("triangle", 20, Colour::warn),
                  box::text(d.s.takes_away, Type::body_bold).grow());
}

shared::PageParts lists_look(ListsDrawContext& d) {
  Box questions = d.s.questions.empty() ? Box() : box::column({.gap = 16});
  std::size_t letters = 0; // of all questions: a key chooses one answer of one of them
  for (std::size_t i = 0; i < d.s.questions.size(); ++i)
    questions.add(lists_question(d, i, letters)), letters += d.s.questions[i].answers.size();
  Box notes = box::column({.gap = 4});
  for (const std::string& each : d.s.notes)
    notes.add(box::text(each, Type::small, Colour::mut));
  const Button take{.id = "lists/take",
                    .label = d.tr("Take it in"),
                    .icon = "check",
                    .kind = ButtonKind::main,
                    .enabled = d.s.may_take,
                    .again = asks_again(d.s) ? d.tr("Press again") : std::string_view(),
                    .reason = d.s.summary, // what is wrong, or that nothing would change: it heads the page
                    .show_reason = false};
  return {.inside = box::column({.gap = 24}, lists_head(d.s.file, d.s.summary), std::move(notes), lists_faults(d), std::move(questions),
                                lists_changes(d)),
          .buttons = {box::button(take, d.out.take),
                      box::button({.id = "lists/again", .label = d.tr("Read it again"), .icon = "replay"}, d.out.look),
                      box::button({.id = "lists/other", .label = d.tr("Another file")}, d.out.other)},
          .says = lists_loss(d)};
}

shared::PageParts lists_done(ListsDrawContext& d) {
  Box rows = box::column({.gap = 8});
  for (std::size_t i = 0; i < d.s.joins.size(); ++i) {
    const Button join{
        .id = d.f.keep(fmt::format("lists/join/{}", i)), .label = d.tr("The same person"), .icon = "people", .again = d.tr("Press again")};
    rows.add(box::card(box::column({.gap = 12, .pad = pad(20, 14)}, box::text(d.s.joins[i].words, Type::body),
                                   shared::buttons(box::button(join, {d.out.join, d.s.joins[i].person})))));
  }
  const Button done{.id = "lists/done", .label = d.tr("Done"), .icon = "forward", .kind = ButtonKind::main};
  return {.inside = box::column({.gap = 24}, lists_head(d.tr("The list is taken in"), d.s.summary), std::move(rows)),
          .buttons = {box::button(done, d.out.finished), box::button({.id = "lists/other", .label = d.tr("Another list")}, d.out.other)}};
}

shared::PageParts lists_part(ListsDrawContext& d) {
  switch (d.m.part) {
  case ListsPart::pin:
    return {.inside = lists_pin(d)};
  case ListsPart::choose:
    return {.inside = lists_choose(d)};
  case ListsPart::look:
    return lists_look(d);
  case ListsPart::done:
    return lists_done(d);
  }
  return {};
}

// Enter once too often takes nothing away.
std::string first_of_look(const ListsState& s) {
  if (s.may_take) return asks_again(s) ? "lists/again" : "lists/take";
  return s.questions.empty() ? "lists/again" : s.questions.front().id + "/0";
}

void lists_focus(const ListsDrawContext& d) {
  if (!std::exchange(d.m.opened, false)) return;
  if (d.m.part == ListsPart::pin && d.s.trainer_pin) d.f.focus("lists/pin");
  if (d.m.part == ListsPart::choose) d.f.focus(d.s.files.empty() ? "lists/path" : "lists/file/0");
  if (d.m.part == ListsPart::look) d.f.focus(first_of_look(d.s));
  if (d.m.part == ListsPart::done) d.f.focus("lists/done");
}

} // namespace

ListsIntent draw_lists(Frame& f, const ListsState& state, ListsMemory& memory) {
  ListsIntent out;
  ListsDrawContext d{f, state, memory, out};
  f.fill(f.window(), Colour::bg);
  out.back = shared::back_bar(f, "lists/back", d.tr("Back"), d.tr("People and stations"));
  shared::PageParts parts = lists_part(d);
  parts.inside = box::column({.pad = {.top = 32, .bottom = 24}}, std::move(parts.inside));
  shared::draw_page(f, bar_height(f), "lists/page", d.tr("People and stations"), std::move(parts));
  lists_focus(d);
  if (d.of >= 0) out.of = d.of == 0 ? ListOf::people : ListOf::stations;
  if (f.leaves("lists")) out.back = true;
  if (memory.part != ListsPart::pin && shared::said_over(f, state.words, "lists/problem", {.words = memory.problem}))
    memory.problem.clear();
  return out;
}

} // namespace firsthand::screens
