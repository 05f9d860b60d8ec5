// Page two: tabs, the timeline, findings that open, how each exhibit stands, what can be asked, luck, questions.
#include "engine/screens/debrief/parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

// ---- findings -----------------------------------------------------------------------------------------------------------

struct Columns { // of the findings' table; without room for three the source and the tag stand below the words
  int words = 0, source = 0, tag = 0, x_source = 0, x_tag = 0;
  bool one = false;
};

Columns columns_of(Draft& d, const Place& at) {
  Frame& f = d.f;
  Columns c;
  c.one = f.text_percent() >= 150 || at.w < f.px(900);
  const int left = f.px(54), right = f.px(48);
  if (c.one) {
    c.words = at.w - left - right;
    return c;
  }
  for (const DebriefFinding& finding : d.state.findings)
    c.tag = std::max(c.tag, size_of(f, finding.outcome.tag()).w);
  c.source = at.w * 30 / 100;
  c.words = at.w - left - right - c.source - c.tag - f.px(48);
  c.x_source = at.x + left + c.words + f.px(24);
  c.x_tag = c.x_source + c.source + f.px(24);
  return c;
}

int words_height(Frame& f, const DebriefFinding& finding, int w) {
  int h = f.measure(finding.words, Type::body_bold, w).h;
  if (!finding.deed.empty()) h += f.measure(finding.deed, Type::small, w).h + f.px(2);
  return h;
}

int finding_height(Frame& f, const DebriefFinding& finding, const Columns& c) {
  int h = words_height(f, finding, c.words);
  if (c.one)
    h += f.px(8) + size_of(f, finding.outcome.tag(), c.words).h;
  else
    h = std::max(h, f.measure(finding.source, Type::small, c.source).h);
  return std::max(f.px(56), h + f.px(20));
}

void draw_finding_words(Frame& f, const DebriefFinding& finding, const Place& at, const Columns& c) {
  int y = at.y;
  y += f.text(at.x, y, c.words, finding.words, Type::body_bold, Colour::text, {.listed = Listed::no});
  if (!finding.deed.empty()) y += f.px(2) + f.text(at.x, y + f.px(2), c.words, finding.deed, Type::small, Colour::mut);
  if (c.one) tag(f, {at.x, y + f.px(8)}, finding.outcome.tag(), c.words);
}

bool draw_finding_head(Draft& d, const Rect& rect, const DebriefFinding& finding, int index, const Columns& c) {
  Frame& f = d.f;
  const bool open = d.memory.open_finding == index;
  const std::string id = fmt::format("debrief/finding/{}", index);
  const bool pressed = row(f, rect, {.id = id, .label = finding.words, .detail = {}, .selected = open, .bare = true});
  f.icon(finding.icon, {rect.x + f.px(16), rect.y + f.px(16), f.px(22), f.px(22)}, ink_of(finding.meaning));
  const int h = c.one ? 0 : words_height(f, finding, c.words);
  const int y = c.one ? rect.y + f.px(14) : rect.y + (rect.h - h) / 2;
  draw_finding_words(f, finding, {rect.x + f.px(54), y, c.words}, c);
  if (!c.one) {
    f.text({c.x_source, rect.y, c.source, rect.h}, finding.source, Type::small, Colour::mut, {.valign = VAlign::middle});
    tag(f, {c.x_tag, rect.y + (rect.h - size_of(f, finding.outcome.tag()).h) / 2}, finding.outcome.tag());
  }
  f.icon(open ? "arrow-up" : "arrow-down", {rect.right() - f.px(36), rect.y + f.px(18), f.px(20), f.px(20)}, Colour::mut);
  return pressed;
}

int draw_details(Draft& d, const Place& at, const DebriefFinding& finding) {
  Frame& f = d.f;
  const int w = std::min(at.w, f.px(720));
  int y = at.y + f.px(12);
  for (const DebriefDetail& detail : finding.details) {
    y += f.text(at.x, y, w, detail.title, Type::small_bold, Colour::mut);
    y += f.text(at.x, y, w, detail.words, Type::body, Colour::text) + f.px(10);
  }
  if (finding.back.turn >= 0) {
    const Button back{.id = "debrief/finding-back", .label = finding.back.label, .icon = "replay", .size = ButtonSize::small};
    const Size size = size_of(f, back, w);
    if (button(f, {at.x, y, size.w, size.h}, back)) d.out.go_back = finding.back.turn;
    y += size.h + f.px(10);
  }
  return y + f.px(6) - at.y;
}

int draw_findings_head(Draft& d, const Rect& rect, const Columns& c) {
  Frame& f = d.f;
  const TextOptions middle{.valign = VAlign::middle};
  f.text({rect.x + f.px(16), rect.y, c.words, rect.h}, d.state.labels.findings, Type::body_bold, Colour::text,
         {.valign = VAlign::middle, .role = Role::heading});
  if (!c.one) f.text({c.x_source, rect.y, c.source, rect.h}, d.state.labels.rule, Type::small, Colour::mut, middle);
  if (!c.one) f.text({c.x_tag, rect.y, rect.right() - c.x_tag, rect.h}, d.state.labels.outcome, Type::small, Colour::mut, middle);
  return rect.h;
}

int detail_height(Draft& d, const DebriefFinding& finding, int width) {
  Frame& f = d.f;
  const int w = std::min(width, f.px(720));
  int h = f.px(18);
  for (const DebriefDetail& detail : finding.details)
    h += f.measure(detail.title, Type::small_bold, w).h + f.measure(detail.words, Type::body, w).h + f.px(10);
  const Button back{.id = "debrief/finding-back", .label = finding.back.label, .icon = "replay", .size = ButtonSize::small};
  return finding.back.turn >= 0 ? h + size_of(f, back, w).h + f.px(10) : h;
}

} // namespace

int draw_findings(Draft& d, const Place& at) {
  Frame& f = d.f;
  const Columns c = columns_of(d, at);
  const int indent = f.px(54), inner = at.w - indent - f.px(24), head = std::max(f.px(44), f.line_height(Type::body_bold) + f.px(16));
  int height = head;
  for (std::size_t i = 0; i < d.state.findings.size(); ++i) {
    height += finding_height(f, d.state.findings[i], c);
    if (d.memory.open_finding == static_cast<int>(i)) height += detail_height(d, d.state.findings[i], inner);
  }
  card(f, {at.x, at.y, at.w, height + f.px(4)});
  int y = at.y + draw_findings_head(d, {at.x, at.y, at.w, head}, c);
  int pressed = -1;
  for (std::size_t i = 0; i < d.state.findings.size(); ++i) {
    const DebriefFinding& finding = d.state.findings[i];
    const int number = static_cast<int>(i), h = finding_height(f, finding, c);
    f.hline(at.x + 1, y, at.w - 2, Colour::line);
    if (draw_finding_head(d, {at.x + 1, y + 1, at.w - 2, h - 1}, finding, number, c)) pressed = number;
    y += h;
    if (d.memory.open_finding == number) y += draw_details(d, {at.x + indent, y, inner}, finding);
  }
  if (pressed >= 0) d.memory.open_finding = pressed == d.memory.open_finding ? -1 : pressed;
  return y + f.px(4) - at.y;
}

// ---- exhibits -------------------------------------------------------------------------------------------------------------

namespace {

int draw_exhibit(Draft& d, const Place& at, const DebriefExhibit& exhibit) {
  Frame& f = d.f;
  int y = at.y;
  const Size mark = size_of(f, exhibit.standing.tag());
  const int name = f.measure(exhibit.name, Type::body_bold).w + f.px(16);
  const int line = std::max(mark.h, f.line_height(Type::body_bold));
  f.text({at.x, y, name, line}, exhibit.name, Type::body_bold, Colour::text, {.valign = VAlign::middle});
  tag(f, {at.x + name, y + (line - mark.h) / 2}, exhibit.standing.tag());
  y += line + f.px(4);
  for (const std::string& asked : exhibit.asked) {
    f.icon("question", {at.x, y + f.px(3), f.px(18), f.px(18)}, Colour::mut);
    y += f.text(at.x + f.px(28), y, at.w - f.px(28), asked, Type::body, Colour::text) + f.px(4);
  }
  return y - at.y;
}

} // namespace

int draw_exhibits(Draft& d, const Place& at) {
  Frame& f = d.f;
  if (d.state.exhibits.empty()) return 0;
  const Place text{at.x, at.y, std::min(at.w, f.px(760))};
  int y = at.y + heading(f, text, d.state.labels.exhibits) + f.px(12);
  for (const DebriefExhibit& exhibit : d.state.exhibits)
    y += draw_exhibit(d, {text.x, y, text.w}, exhibit) + f.px(14);
  return y - at.y;
}

// ---- luck, questions, moments ---------------------------------------------------------------------------------------------

int draw_luck(Draft& d, const Place& at) {
  Frame& f = d.f;
  const int w = std::min(at.w, f.px(720));
  int y = at.y + f.text(at.x, at.y, w, d.state.labels.luck_note, Type::lead, Colour::text) + f.px(20);
  if (d.state.luck.empty()) y += f.text(at.x, y, w, d.state.labels.no_luck, Type::body, Colour::mut);
  for (const DebriefLuck& luck : d.state.luck) {
    y += f.text(at.x, y, w, luck.thing, Type::body_bold, Colour::text);
    y += f.text(at.x, y, w, luck.words, Type::body, Colour::text) + f.px(12);
  }
  for (const std::string& words : d.state.elsewhere)
    y += f.text(at.x, y + f.px(8), w, words, Type::body, Colour::text) + f.px(8);
  return y - at.y;
}

int draw_questions(Draft& d, const Place& at) {
  Frame& f = d.f;
  const int w = std::min(at.w, f.px(720));
  int y = at.y;
  for (std::size_t i = 0; i < d.state.questions.size(); ++i) {
    const int number = static_cast<int>(i);
    auto& opened = d.memory.open_answers;
    const auto found = std::find(opened.begin(), opened.end(), number);
    const bool open = found != opened.end();
    const std::string id = fmt::format("debrief/answer/{}", i);
    const Button show{.id = id,
                      .label = open ? d.state.labels.hide_answer : d.state.labels.show_answer,
                      .icon = open ? "arrow-up" : "arrow-down",
                      .size = ButtonSize::small};
    y += f.text(at.x, y, w, d.state.questions[i].question, Type::heading, Colour::text) + f.px(8);
    if (open) y += f.text(at.x, y, w, d.state.questions[i].answer, Type::lead, Colour::text) + f.px(8);
    const Size size = size_of(f, show, w);
    const bool pressed = button(f, {at.x, y, size.w, size.h}, show);
    if (pressed && open) opened.erase(found);
    if (pressed && !open) opened.push_back(number);
    y += size.h + f.px(24);
  }
  return y - at.y;
}

namespace {

int time_width(Draft& d) {
  int width = 0;
  for (const DebriefMoment& moment : d.state.moments)
    width = std::max(width, d.f.measure(moment.time, Type::body_bold, 0, {.tabular = true}).w);
  return width + d.f.px(16);
}

int draw_moment(Draft& d, const Place& at, const DebriefMoment& moment, int time, int index) {
  Frame& f = d.f;
  const std::string id = fmt::format("debrief/moment/{}", index);
  const Button back{.id = id, .label = moment.back.label, .icon = "replay", .kind = ButtonKind::quiet, .size = ButtonSize::small};
  const Size size = moment.back.turn >= 0 ? size_of(f, back) : Size{};
  const bool below = f.text_percent() >= 150;
  const int x = at.x + f.px(30) + time, w = at.w - f.px(30) - time - (below ? 0 : size.w + f.px(12));
  const std::string words = moment.thing.empty() ? moment.words : fmt::format("{}: {}", moment.thing, moment.words);
  const int text = f.measure(words, Type::body, w).h, line = below ? text : std::max(text, size.h);
  f.icon(moment.icon, {at.x, at.y + (line - f.px(20)) / 2, f.px(20), f.px(20)}, ink_of(moment.meaning));
  f.text({at.x + f.px(30), at.y, time, line}, moment.time, Type::body_bold, Colour::text, {.valign = VAlign::middle, .tabular = true});
  f.text({x, at.y, w, line}, words, Type::body, moment.meaning == Meaning::loss ? Colour::loss : Colour::text, {.valign = VAlign::middle});
  if (moment.back.turn < 0) return line;
  const Rect place =
      below ? Rect{x, at.y + line + f.px(4), size.w, size.h} : Rect{at.x + at.w - size.w, at.y + (line - size.h) / 2, size.w, size.h};
  if (button(f, place, back)) d.out.go_back = moment.back.turn;
  return below ? line + f.px(4) + size.h : line;
}

} // namespace

int draw_moments(Draft& d, const Place& at) {
  Frame& f = d.f;
  if (d.state.moments.empty()) return 0;
  const Place text{at.x, at.y, std::min(at.w, f.px(860))};
  const int time = time_width(d);
  int y = at.y + heading(f, text, d.state.labels.moments) + f.px(12), index = 0;
  for (const DebriefMoment& moment : d.state.moments) {
    y += draw_moment(d, {text.x, y, text.w}, moment, time, index++) + f.px(6);
    f.hline(text.x, y, text.w, Colour::line);
    y += f.px(6);
  }
  return y - at.y;
}

// ---- the page ---------------------------------------------------------------------------------------------------------------

namespace {

std::vector<std::pair<DebriefTab, const std::string*>> tabs_of(const DebriefState& s) {
  std::vector<std::pair<DebriefTab, const std::string*>> all{{DebriefTab::run, &s.labels.your_run}};
  if (s.best) all.emplace_back(DebriefTab::best, &s.labels.best_route);
  if (s.other) all.emplace_back(DebriefTab::futures, &s.labels.futures);
  all.emplace_back(DebriefTab::luck, &s.labels.luck);
  if (!s.questions.empty()) all.emplace_back(DebriefTab::questions, &s.labels.questions);
  return all;
}

int draw_tabs(Draft& d, const Rect& page) {
  Frame& f = d.f;
  const auto all = tabs_of(d.state);
  std::vector<std::string> ids;
  for (const auto& [which, label] : all)
    ids.push_back(fmt::format("debrief/tab/{}", static_cast<int>(which)));
  std::vector<Tab> tab_list;
  int current = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    tab_list.push_back({ids[i], *all[i].second});
    if (all[i].first == d.memory.tab) current = static_cast<int>(i);
  }
  const int h = tabs_height(f, page.w, tab_list);
  const auto pressed = tabs(f, {page.x, page.y, page.w, h}, "debrief/tabs", tab_list, current);
  if (pressed) {
    d.memory.tab = all[static_cast<std::size_t>(*pressed)].first;
    scroll_to_top(f, "debrief/two");
  }
  return h;
}

int draw_run(Draft& d, Place at) {
  Frame& f = d.f;
  const int start = at.y;
  at.y += draw_legend(d, at) + f.px(12);
  at.y += draw_timeline(d, d.state.run, at) + f.px(24);
  at.y += draw_findings(d, at) + f.px(12);
  at.y += f.text(at.x, at.y, at.w, d.state.score, Type::body, Colour::mut) + f.px(4);
  at.y += f.text(at.x, at.y, at.w, d.state.time, Type::body, Colour::mut) + f.px(32);
  at.y += draw_exhibits(d, at) + f.px(20);
  at.y += draw_moments(d, at);
  return at.y - start;
}

int draw_futures(Draft& d, Place at) {
  Frame& f = d.f;
  const int start = at.y;
  at.y += draw_legend(d, at) + f.px(12);
  at.y += draw_timeline(d, d.state.run, at) + f.px(32);
  at.y += draw_timeline(d, *d.state.other, at);
  return at.y - start;
}

int draw_best(Draft& d, Place at) {
  Frame& f = d.f;
  const int start = at.y;
  at.y += f.text(at.x, at.y, at.w, d.state.labels.best_note, Type::body, Colour::mut) + f.px(12);
  at.y += draw_legend(d, at) + f.px(12);
  at.y += draw_timeline(d, *d.state.best, at) + f.px(32);
  at.y += heading(f, at, d.state.labels.your_run) + f.px(12);
  at.y += draw_timeline(d, d.state.run, at);
  return at.y - start;
}

int draw_tab(Draft& d, const Place& at) {
  switch (d.memory.tab) {
  case DebriefTab::best:
    return d.state.best ? draw_best(d, at) : 0;
  case DebriefTab::futures:
    return d.state.other ? draw_futures(d, at) : 0;
  case DebriefTab::luck:
    return draw_luck(d, at);
  case DebriefTab::questions:
    return draw_questions(d, at);
  case DebriefTab::run:
    break;
  }
  return draw_run(d, at);
}

std::vector<Box> ways_on_two(const Draft& d) {
  std::vector<Box> buttons;
  if (d.state.back.turn >= 0)
    buttons.push_back(box::button({.id = "debrief/back", .label = d.state.back.label, .icon = "replay", .kind = ButtonKind::main},
                                  {d.out.go_back, d.state.back.turn}));
  buttons.push_back(box::button({.id = "debrief/first-page", .label = d.state.labels.first_page, .icon = "back"}, d.out.page_one));
  return buttons;
}

} // namespace

void draw_page_two(Draft& d, Rect page) {
  Frame& f = d.f;
  page.take_top(f.px(20));
  const Ways ways = ways_from(f, page, ways_on_two(d));
  const Rect bar = page.take_bottom(ways.bar_height);
  page.take_top(draw_tabs(d, page) + f.px(16));
  const int side = (f.width() - page.w) / 2;
  ScrollArea area(f, {"debrief/two", {page.x, page.y, page.w + side, page.h}, d.state.title});
  Place at{area.left(), area.top() + f.px(4), std::min(area.width(), page.w)};
  at.y += draw_tab(d, at) + f.px(24);
  at.y += ways.after.draw(f, {at.x, at.y}, at.w);
  area.finish(at.y);
  ways.fixed.draw(f, bar);
}

} // namespace firsthand::screens::debrief
