// Page two: tabs, the timeline, findings that open, how each exhibit stands, what can be asked, luck, questions.
#include "engine/screens/debrief/parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

// ---- findings -----------------------------------------------------------------------------------------------------------

// Of the findings' table, window pixels. Without room for three the source and the tag stand below the words, or nowhere.
struct Columns {
  bool one = false;
  int source = 0, tag = 0;
};

Columns columns_of(DrawContext& d, int width) {
  Columns c;
  c.one = d.f.text_percent() >= 150 || width < d.f.px(900);
  c.source = width * 30 / 100;
  for (const DebriefFinding& finding : d.state.findings)
    c.tag = std::max(c.tag, size_of(d.f, finding.outcome.tag()).w);
  return c;
}

Box finding_words(const DebriefFinding& finding) {
  Box words = box::column({.gap = 2}, box::text(finding.words, Type::body_bold, Colour::text, {.listed = Listed::no}),
                          box::text(finding.deed, Type::small, Colour::mut));
  return words;
}

Box at_top(int top, Box inside) { return box::column({.pad = {.top = top}}, std::move(inside)).stands(Across::start); }

Box finding_line(const DebriefFinding& finding, const Columns& c, bool open) {
  Box line = box::row({.pad = pad(16, 0)}, at_top(17, box::icon(finding.icon, 22, ink_of(finding.meaning))), box::space(16));
  if (c.one) {
    line.add(box::column({.gap = 8, .pad = {0, 15, 0, 6}}, finding_words(finding), box::tag(finding.outcome.tag())).grow());
  } else {
    line.add(box::column({.pad = pad(0, 10)}, finding_words(finding)).grow());
    line.add(box::space(24));
    line.add(box::column({.pad = pad(0, 10)}, box::text(finding.source, Type::small, Colour::mut)).wide_px(c.source));
    line.add(box::space(24));
    line.add(box::tag(finding.outcome.tag()).wide_px(c.tag));
  }
  line.add(box::space(12));
  line.add(at_top(19, box::icon(open ? "arrow-up" : "arrow-down", 20, Colour::mut)));
  return std::move(line).least(0, 56);
}

Box finding_head(DrawContext& d, const DebriefFinding& finding, int index, const Columns& c) {
  const bool open = d.memory.open_finding == index;
  const Row ground{.id = d.f.keep(fmt::format("debrief/finding/{}", index)), .label = finding.words, .selected = open, .bare = true};
  int& open_finding = d.memory.open_finding;
  return box::on(
      [=, &open_finding](Frame& f, const Rect& rect) {
        f.hline(rect.x + 1, rect.y, rect.w - 2, Colour::line);
        if (row(f, {rect.x + 1, rect.y + 1, rect.w - 2, rect.h - 1}, ground)) open_finding = open ? -1 : index;
      },
      finding_line(finding, c, open));
}

Box details(DrawContext& d, const DebriefFinding& finding) {
  Box all = box::column({.gap = 10});
  for (const DebriefDetail& detail : finding.details)
    all.add(box::column({}, box::text(detail.title, Type::small_bold, Colour::mut), box::text(detail.words, Type::body)));
  const Button back{.id = "debrief/finding-back", .label = finding.back.label, .icon = "replay", .size = ButtonSize::small};
  if (finding.back.turn >= 0) all.add(box::button(back, {d.out.go_back, finding.back.turn}).stands(Across::start));
  return box::column({.pad = {54, 12, 24, 16}}, std::move(all).most(720));
}

Box findings_head(const DebriefLabels& labels, const Columns& c) {
  Box line = box::row({.pad = {16, 8, 48, 8}}, box::text(labels.findings, Type::body_bold, Colour::text, {.role = Role::heading}).grow());
  if (c.one) return std::move(line).least(0, 44);
  line.add(box::space(24));
  line.add(box::text(labels.rule, Type::small, Colour::mut).wide_px(c.source));
  line.add(box::space(24));
  line.add(box::text(labels.outcome, Type::small, Colour::mut).wide_px(c.tag));
  return std::move(line).least(0, 44);
}

Box findings_in(DrawContext& d, int width) {
  const Columns c = columns_of(d, width);
  Box all = box::column({.pad = {.bottom = 4}}, findings_head(d.state.labels, c));
  for (std::size_t i = 0; i < d.state.findings.size(); ++i) {
    const int number = static_cast<int>(i);
    all.add(finding_head(d, d.state.findings[i], number, c));
    if (d.memory.open_finding == number) all.add(details(d, d.state.findings[i]));
  }
  return box::card(std::move(all));
}

// ---- exhibits -------------------------------------------------------------------------------------------------------------

Box exhibit_box(const DebriefExhibit& exhibit) {
  Box all = box::column({.gap = 4}, box::row({.gap = 16}, box::text(exhibit.name, Type::body_bold), box::tag(exhibit.standing.tag())));
  for (const std::string& asked : exhibit.asked)
    all.add(beside_icon("question", Meaning::quiet, 10, box::text(asked, Type::body)));
  return all;
}

} // namespace

Box findings(DrawContext& d, int width) { return findings_in(d, width); }

Box exhibits(DrawContext& d) {
  if (d.state.exhibits.empty()) return {};
  Box all = box::column({}, heading(d.state.labels.exhibits), box::space(12));
  for (const DebriefExhibit& exhibit : d.state.exhibits) {
    all.add(exhibit_box(exhibit));
    all.add(box::space(18));
  }
  return std::move(all).most(760);
}

// ---- luck, questions, moments ---------------------------------------------------------------------------------------------

Box luck(DrawContext& d) {
  Box all = box::column({}, box::text(d.state.labels.luck_note, Type::lead), box::space(20));
  if (d.state.luck.empty()) all.add(box::text(d.state.labels.no_luck, Type::body, Colour::mut));
  for (const DebriefLuck& one : d.state.luck)
    all.add(box::column({.pad = {.bottom = 12}}, box::text(one.thing, Type::body_bold), box::text(one.words, Type::body)));
  for (const std::string& words : d.state.elsewhere)
    all.add(box::column({.pad = {.top = 8}}, box::text(words, Type::body)));
  return std::move(all).most(720);
}

namespace {

void open_or_close(std::vector<int>& opened, int number) {
  if (std::erase(opened, number) == 0) opened.push_back(number);
}

Box question_box(DrawContext& d, const DebriefQuestion& question, int number) {
  std::vector<int>& opened = d.memory.open_answers;
  const bool open = std::find(opened.begin(), opened.end(), number) != opened.end();
  const Button show{.id = d.f.keep(fmt::format("debrief/answer/{}", number)),
                    .label = open ? d.state.labels.hide_answer : d.state.labels.show_answer,
                    .icon = open ? "arrow-up" : "arrow-down",
                    .size = ButtonSize::small};
  return box::column({.gap = 8}, box::text(question.question, Type::heading), open ? box::text(question.answer, Type::lead) : Box(),
                     box::button(show, [&opened, number] { open_or_close(opened, number); }).stands(Across::start));
}

} // namespace

Box questions(DrawContext& d) {
  Box all = box::column({.gap = 24});
  for (std::size_t i = 0; i < d.state.questions.size(); ++i)
    all.add(question_box(d, d.state.questions[i], static_cast<int>(i)));
  return std::move(all).most(720);
}

namespace {

int time_width(DrawContext& d) {
  int width = 0;
  for (const DebriefMoment& moment : d.state.moments)
    width = std::max(width, d.f.measure(moment.time, Type::body_bold, 0, {.tabular = true}).w);
  return width;
}

// With large text the way back stands below.
Box moment_box(DrawContext& d, const DebriefMoment& moment, int time, int index) {
  const std::string_view words = moment.thing.empty() ? moment.words : d.f.keep(fmt::format("{}: {}", moment.thing, moment.words));
  const Colour ink = moment.meaning == Meaning::loss ? Colour::loss : Colour::text;
  Box line = box::row({}, box::icon(moment.icon, 20, ink_of(moment.meaning)), box::space(10),
                      box::text(moment.time, Type::body_bold, Colour::text, {.tabular = true}).wide_px(time), box::space(16),
                      box::text(words, Type::body, ink).grow());
  if (moment.back.turn < 0) return line;
  Box back = box::button({.id = d.f.keep(fmt::format("debrief/moment/{}", index)),
                          .label = moment.back.label,
                          .icon = "replay",
                          .kind = ButtonKind::quiet,
                          .size = ButtonSize::small},
                         {d.out.go_back, moment.back.turn});
  if (d.f.text_percent() >= 150)
    return box::column({.gap = 4}, std::move(line),
                       box::row({}, box::space(30), box::column({}).wide_px(time), box::space(16), std::move(back)));
  line.add(box::space(12));
  line.add(std::move(back));
  return line;
}

} // namespace

Box moments(DrawContext& d) {
  if (d.state.moments.empty()) return {};
  Box all = box::column({.gap = 6, .pad = {.bottom = 6}}, heading(d.state.labels.moments), box::space(12));
  const int time = time_width(d);
  int index = 0;
  for (const DebriefMoment& moment : d.state.moments) {
    all.add(moment_box(d, moment, time, index++));
    all.add(box::line());
  }
  return std::move(all).most(860);
}

// ---- the page ---------------------------------------------------------------------------------------------------------------

namespace {

std::vector<std::pair<DebriefTab, const std::string*>> tabs_of(const DebriefState& s) {
  std::vector<std::pair<DebriefTab, const std::string*>> all{{DebriefTab::run, &s.labels.your_run}};
  if (s.best || !s.no_best.empty()) all.emplace_back(DebriefTab::best, &s.labels.best_route);
  if (s.other) all.emplace_back(DebriefTab::before, &s.labels.time_before);
  all.emplace_back(DebriefTab::luck, &s.labels.luck);
  if (!s.questions.empty()) all.emplace_back(DebriefTab::questions, &s.labels.questions);
  return all;
}

Box tabs_box(DrawContext& d, int& pressed) {
  std::vector<Tab> list;
  int current = 0;
  for (const auto& [which, label] : tabs_of(d.state)) {
    if (which == d.memory.tab) current = static_cast<int>(list.size());
    list.push_back({d.f.keep(fmt::format("debrief/tab/{}", static_cast<int>(which))), *label});
  }
  return box::tabs("debrief/tabs", std::move(list), current, pressed);
}

Box run(DrawContext& d, int width) {
  return box::column({}, legend(d), box::space(12), timeline(d, d.state.run), box::space(24), findings(d, width), box::space(24),
                     costs(d, d.state.costs.rows.size()).most(720), box::space(12), box::text(d.state.score, Type::body, Colour::mut),
                     box::space(4), box::text(d.state.time, Type::body, Colour::mut), box::space(4),
                     box::text(d.state.review, Type::body, Colour::mut), box::space(32), exhibits(d), box::space(20), moments(d));
}

Box before(DrawContext& d) {
  return box::column({}, legend(d), box::space(12), timeline(d, d.state.run), box::space(32), timeline(d, *d.state.other));
}

Box best(DrawContext& d) {
  if (!d.state.best) return box::column({}, box::text(d.state.no_best, Type::lead)).most(720);
  return box::column({.gap = 12}, box::text(d.state.labels.best_note, Type::body, Colour::mut), legend(d), timeline(d, *d.state.best),
                     box::space(32), heading(d.state.labels.your_run), timeline(d, d.state.run));
}

Box tab_box(DrawContext& d, int width) {
  switch (d.memory.tab) {
  case DebriefTab::best:
    return best(d);
  case DebriefTab::before:
    return d.state.other ? before(d) : Box();
  case DebriefTab::luck:
    return luck(d);
  case DebriefTab::questions:
    return questions(d);
  case DebriefTab::run:
    break;
  }
  return run(d, width);
}

std::vector<Box> ways_on_two(const DrawContext& d) {
  std::vector<Box> buttons;
  if (d.state.back.turn >= 0)
    buttons.push_back(box::button({.id = "debrief/back", .label = d.state.back.label, .icon = "replay", .kind = ButtonKind::main},
                                  {d.out.go_back, d.state.back.turn}));
  buttons.push_back(box::button({.id = "debrief/first-page", .label = d.state.labels.first_page, .icon = "back"}, d.out.page_one));
  return buttons;
}

} // namespace

void draw_page_two(DrawContext& d, const Rect& page) {
  int pressed = -1;
  Box above = box::column({.pad = {0, 20, 0, 16}}, tabs_box(d, pressed));
  shared::Footer ways = shared::footer_of(d.f, page, ways_on_two(d));
  Box content = box::column({}, box::space(4), tab_box(d, page.w), box::space(24), std::move(ways.after));
  draw_page(d, page, std::move(above), {"debrief/two", {}, d.state.title}, std::move(content), std::move(ways));
  if (pressed < 0) return;
  d.memory.tab = tabs_of(d.state)[static_cast<std::size_t>(pressed)].first;
  scroll_to_top(d.f, "debrief/two");
}

} // namespace firsthand::screens::debrief
