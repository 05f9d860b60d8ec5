// The play screen's sheets: hints one by one, the glossary, what stands behind More. Each closes with Escape or its own button, and nothing
// under it is covered that the learner needs to decide.
#include "engine/screens/play/photograph.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

// Ground and close button.
void open_ground(DrawContext& d, const Rect& rect, Colour ground) {
  Frame& f = d.f;
  f.fill(rect, f.rgba(ground));
  f.border(rect, f.high_contrast() ? Colour::line2 : Colour::line, f.high_contrast() ? 2 : 1);
  const Button close{
      .id = "play/sheet/close", .label = d.tr("Close"), .icon = "close", .kind = ButtonKind::quiet, .size = ButtonSize::small};
  bool closed = false;
  box::row({.pad = {.top = 12, .right = 16}, .along = Along::end, .across = Across::start}, box::button(close, closed)).draw(f, rect);
  const bool searching = d.memory.sheet == PlaySheet::glossary && !d.memory.looked_for.search.empty(); // that is the level above
  if (closed || (!searching && f.closes("play/sheet"))) d.memory.sheet = PlaySheet::none;
}

} // namespace

bool closed_from_beside(DrawContext& d, std::string_view sheet, const Rect& rect) {
  const bool closed = d.f.was_shown(sheet) && d.f.released_beside(rect);
  if (closed) d.memory.sheet = PlaySheet::none;
  return closed;
}

Box sheet_title(std::string_view icon, std::string_view title) {
  return box::row({.gap = 8}, box::icon(icon, 22, Colour::text),
                  box::text(title, Type::heading, Colour::text, {.role = Role::heading}).grow())
      .least(0, 40);
}

namespace {

// A sheet beside the rail: as tall as what is in it, if there is room, and no taller than `tallest` (design pixels; 0: no limit).
void side_sheet(DrawContext& d, int top, std::string_view id, std::string_view title, const Box& inside, int tallest = 0) {
  Frame& f = d.f;
  const int x = rail_width(f) + f.px(8), w = std::min(f.px(440), f.width() - x - f.px(8));
  const int room = f.height() - top - f.px(16), h = std::min(inside.height(f, w), tallest > 0 ? std::min(room, f.px(tallest)) : room);
  const Rect rect{x, f.height() - f.px(8) - h, w, h};
  if (closed_from_beside(d, id, rect)) return;
  f.begin_sheet(id, rect, title, Beside::heard);
  open_ground(d, rect, Colour::surf);
  inside.draw(f, rect);
  f.end_sheet();
}

int& shown(const DrawContext& d) { return d.memory.hints[d.scene.step]; }

Box next_hint(const DrawContext& d) {
  const std::string_view words = shown(d) == 0 ? d.tr("Show a hint") : d.tr("Show the next");
  const Button next{.id = "play/hint/next", .label = words, .icon = "hint", .size = ButtonSize::small, .enabled = hints_left(d) > 0};
  return box::button(next, [&d] { ++shown(d); }).stands(Across::start);
}

std::string_view left_words(const DrawContext& d) {
  return d.f.keep(d.scene.words.plural("play", "{n} hint left. Hints are counted nowhere in practice.",
                                       "{n} hints left. Hints are counted nowhere in practice.", hints_left(d)));
}

void hint_sheet(DrawContext& d, int top) {
  Box words = box::column({.gap = 12, .pad = {.bottom = 16}});
  const auto hints = d.view.hints(d.scene.spec);
  for (const model::Text& hint : hints.first(std::min<std::size_t>(hints.size(), static_cast<std::size_t>(shown(d)))))
    words.add(box::text(d.scene.say(hint), Type::body));
  words.add(box::text(left_words(d), Type::small, Colour::mut));
  const std::string_view title = d.tr("Hint");
  side_sheet(d, top, "play/sheet/hint", title,
             box::column({.gap = 12, .pad = {24, 16, 8, 16}}, sheet_title("hint", title),
                         box::scroll({.id = "play/hint-words", .rect = {}}, std::move(words)).grow(), next_hint(d)));
}

void glossary_sheet(DrawContext& d, int top) {
  const std::string_view title = d.tr("Words");
  side_sheet(d, top, "play/sheet/glossary", title, words_and_search(d, title).least(0, 520), 520);
}

// Steps and tools, where the rail has no room for them.
void more_sheet(DrawContext& d, int top) {
  Box tools = box::wrap({.gap = 8});
  for (const Tool& tool : tools_of(d))
    tools.add(box::button({.id = tool.id, .label = tool.label, .icon = tool.icon, .size = ButtonSize::small},
                          [&d, tool] { press_tool(d, tool); }));
  Box steps = box::column({.gap = 8, .pad = {.top = 8, .bottom = 16}});
  for (const PlayStep& step : d.state.steps)
    steps.add(box::row({.gap = 12},
                       box::text(d.scene.say(*step.title), step.now == PlayStep::Now::current ? Type::body_bold : Type::body).grow(),
                       box::text(state_words(d, step), Type::small, Colour::mut)));
  const std::string_view title = d.tr("More");
  side_sheet(d, top, "play/sheet/more", title,
             box::column({.gap = 12, .pad = {24, 16, 8, 16}}, sheet_title("list", title), std::move(tools),
                         box::scroll({.id = "play/more-steps", .rect = {}}, std::move(steps)).grow()));
}

// A question in the middle of the window. To stay is the main answer and has the focus: who presses Enter by mistake loses nothing.
struct Asking {
  const char *sheet, *group, *stay_id, *leave_id;
  std::string_view words, stay, leave, icon;
  std::vector<std::string> open = {}; // what it is asked for
};

Box question_box(const DrawContext& d, const Asking& question, bool& stay, bool& leave) {
  Box inside = box::column({.gap = 20, .pad = pad(24)}, box::text(question.words, Type::heading, Colour::text, {.role = Role::heading}));
  Box open = box::column({.gap = 8});
  for (const std::string& each : question.open)
    open.add(box::row({.gap = 10, .across = Across::start}, box::icon("wait", 20, Colour::warn),
                      box::text(d.f.keep(each), Type::body, Colour::text).grow()));
  if (!question.open.empty()) inside.add(std::move(open));
  inside.add(box::group(
      question.group, box::wrap({.gap = 12}, box::button({.id = question.stay_id, .label = question.stay, .kind = ButtonKind::main}, stay),
                                box::button({.id = question.leave_id, .label = question.leave, .icon = question.icon}, leave))));
  return box::card(std::move(inside));
}

constexpr int question_margin = 16, widest_question = 640;

ui::Answer ask(DrawContext& d, const Asking& question) {
  Frame& f = d.f;
  bool leave = false, stay = false;
  const Box all = question_box(d, question, stay, leave);
  const int w = std::min({f.width() - 2 * f.px(question_margin), f.px(widest_question), all.size(f).w}), h = all.height(f, w);
  const Rect rect{(f.width() - w) / 2, (f.height() - h) / 2, w, h};
  f.begin_sheet(question.sheet, rect, question.words);
  f.fill(f.window(), Rgba{0, 0, 0, 90});
  all.draw(f, rect);
  f.border(rect, Colour::line2, 1, f.radius());
  stay |= f.closes(question.group);
  f.end_sheet();
  if (leave || stay) d.memory.sheet = PlaySheet::none;
  return leave ? ui::Answer::yes : stay ? ui::Answer::no : ui::Answer::none;
}

std::string_view leave_words(const DrawContext& d) {
  if (d.state.demonstration) return d.tr("Leave? You can go on until the demonstration ends. What is marked and not submitted is lost.");
  if (!d.scene.paper.empty())
    return d.tr("Leave? Your answers are kept, and you go on at the same question. What is not whole is no answer yet.");
  return d.tr("Leave? What you did is saved, and what is marked and not submitted stands there again.");
}

void leave_sheet(DrawContext& d) {
  const std::string_view words = leave_words(d);
  const ui::Answer answer = ask(d, {.sheet = "play/sheet/leave",
                                    .group = "play/leave",
                                    .stay_id = "play/leave/no",
                                    .leave_id = "play/leave/yes",
                                    .words = words,
                                    .stay = d.tr("Stay"),
                                    .leave = d.tr("Leave"),
                                    .icon = "exit"});
  if (answer == ui::Answer::yes) d.out.back = true;
}

// A step that is left is left for good.
void going_on_sheet(DrawContext& d) {
  const StepHead head = d.view.head(d.scene);
  if (!head.way_on || head.way_on->open.empty()) {
    d.memory.sheet = PlaySheet::none;
    return;
  }
  const ui::Answer answer = ask(d, {.sheet = "play/sheet/going-on",
                                    .group = "play/going-on",
                                    .stay_id = "play/going-on/stay",
                                    .leave_id = "play/going-on/leave",
                                    .words = d.tr("Something is still under way. Leave the scene? You cannot come back to it."),
                                    .stay = d.tr("Stay"),
                                    .leave = d.tr("Leave the scene"),
                                    .icon = "forward",
                                    .open = head.way_on->open});
  if (answer == ui::Answer::yes) d.out.go_on = !d.scene.pending;
  if (answer == ui::Answer::no) d.f.focus(head.way_on->id);
}

} // namespace

void wish_to_leave(DrawContext& d) {
  const bool as_it_was = d.memory.opened_turn == d.scene.drawn.turn && !d.scene.pending;
  if (as_it_was && !d.view.may_hold_unsent() && d.memory.note.empty())
    d.out.back = true;
  else
    d.memory.sheet = PlaySheet::leave;
}

int hints_left(const DrawContext& d) { return std::max(0, static_cast<int>(d.view.hints(d.scene.spec).size()) - shown(d)); }

void open_sheet(DrawContext& d, PlaySheet sheet) {
  d.memory.sheet = d.memory.sheet == sheet ? PlaySheet::none : sheet;
  if (d.memory.sheet != PlaySheet::none) d.f.focus("play/sheet/close");
  if (sheet == PlaySheet::notebook)
    d.memory.looked_for.line = -1, d.memory.looked_for.note.clear(), scroll_to_end(d.f, "play/notebook-pages");
}

void draw_sheets(DrawContext& d, int top, const Rect& notebook) {
  switch (d.memory.sheet) {
  case PlaySheet::none:
    return;
  case PlaySheet::notebook:
    return draw_drawer(d, notebook, top);
  case PlaySheet::photograph:
    return draw_photograph(d, top);
  case PlaySheet::hint:
    return hint_sheet(d, top);
  case PlaySheet::glossary:
    return glossary_sheet(d, top);
  case PlaySheet::more:
    return more_sheet(d, top);
  case PlaySheet::leave:
    return leave_sheet(d);
  case PlaySheet::going_on:
    return going_on_sheet(d);
  }
}

// Letters alone belong to a field while one is written in.
void read_keys(DrawContext& d) {
  Frame& f = d.f;
  if (f.shortcut(Key::letter, 'n', true)) {
    write_note(d);
    d.memory.sheet = PlaySheet::notebook;
  }
  if (d.memory.writing && f.focused() == "play/note") return;
  const bool hints = !d.view.hints(d.scene.spec).empty() && d.scene.mode == session::Mode::practice;
  if (hints && f.shortcut(Key::letter, 'h')) open_sheet(d, PlaySheet::hint);
  if (!d.scene.prepared.scenario.glossary.empty() && f.shortcut(Key::letter, 'g')) open_sheet(d, PlaySheet::glossary);
  if (f.shortcut(Key::letter, 'n')) open_sheet(d, PlaySheet::notebook);
  if (d.view.can_list() && f.shortcut(Key::letter, 'l')) d.memory.as_list = !d.memory.as_list;
}

} // namespace firsthand::screens::play
