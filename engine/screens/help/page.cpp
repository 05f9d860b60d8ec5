// See page.h.
#include "engine/screens/help/draw.h"

#include "engine/screens/shared/bars.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace firsthand::screens {

namespace {

struct HelpLine {
  std::string keys, words;
};

struct HelpGroup {
  std::string title;
  std::vector<HelpLine> lines;
};

// By where they work, since the help opens everywhere.
std::vector<HelpGroup> help_keys(const content::Words& words) {
  const auto tr = [&](std::string_view source) { return words.tr("help", source); };
  return {{tr("Keys everywhere"),
           {{tr("Tab"), tr("Next control; with Shift the one before")},
            {tr("Arrow keys"), tr("To the next one, up, down or beside")},
            {tr("Enter or Space"), tr("Press it")},
            {tr("Esc"), tr("One level up: close, take back, leave")},
            {"Ctrl + / Ctrl −", tr("Larger or smaller text; Ctrl 0 resets it")},
            {"F1", tr("This help")},
            {"F2 / F4", tr("Read the whole screen aloud; end that")},
            {"F11", tr("Full screen")}}},
          {tr("On the first page"), {{"Ctrl F", tr("Search lessons, words and notes")}}}};
}

std::vector<HelpGroup> lesson_keys(const content::Words& words) {
  const auto tr = [&](std::string_view source) { return words.tr("help", source); };
  return {{tr("In a lesson"),
           {{tr("A to H"), tr("Choose an answer")},
            {tr("1 to 9"), tr("Choose what to do; Enter presses it")},
            {tr("H"), tr("Hint, where the step has one")},
            {tr("G"), tr("Words, where the lesson explains some")},
            {tr("L"), tr("A scene as a list")},
            {"+ / −", tr("Larger or smaller picture; 0 shows all of it")},
            {tr("Z"), tr("Enlarge what is selected, and back")},
            {"Ctrl N", tr("Write a note")}}}};
}

std::vector<std::string> help_rules(const content::Words& words) {
  const auto tr = [&](std::string_view source) { return words.tr("help", source); };
  return {tr("Time moves only when you act. Reading and thinking are free."),
          tr("A touch, and what cannot be taken back, asks for a second press."), tr("What you did not look at, you do not know."),
          tr("Each act is saved before you see what it did.")};
}

Box help_head(Frame& f, std::string&& words) {
  return box::text(f.keep(std::move(words)), Type::heading, Colour::text, {.role = Role::heading});
}

// A key stands on a small plate, the words beside it.
Box help_key(Frame& f, HelpLine&& line, int keys) {
  const auto plate = [](Frame& frame, const Rect& rect) {
    frame.fill(rect, Colour::surf2, frame.small_radius());
    frame.border(rect, Colour::line2, 1, frame.small_radius());
  };
  Box key = box::on(plate, box::column({.pad = pad(8, 4)}, box::text(f.keep(std::move(line.keys)), Type::small_bold)));
  return box::row({.gap = 16}, box::column({.across = Across::start}, std::move(key)).wide_px(keys + f.px(16)).stands(Across::start),
                  box::text(f.keep(std::move(line.words)), Type::body).grow());
}

Box help_groups(Frame& f, std::vector<HelpGroup>&& groups) {
  int keys = 0;
  for (const HelpGroup& group : groups)
    for (const HelpLine& each : group.lines)
      keys = std::max(keys, f.measure(each.keys, Type::small_bold).w);
  Box all = box::column({.gap = 20});
  for (HelpGroup& group : groups) {
    Box lines = box::column({.gap = 8});
    for (HelpLine& each : group.lines)
      lines.add(help_key(f, std::move(each), keys));
    all.add(box::column({.gap = 10}, help_head(f, std::move(group.title)), std::move(lines)));
  }
  return all;
}

Box help_rule(Frame& f, std::string&& words) {
  return box::row({.gap = 12, .across = Across::start}, shared::line_icon("check", 20, Colour::acc),
                  box::text(f.keep(std::move(words)), Type::body).grow());
}

Box help_how(Frame& f, const HelpState& s) {
  Box rules = box::column({.gap = 8});
  for (std::string& each : help_rules(s.words))
    rules.add(help_rule(f, std::move(each)));
  std::string version = s.words.tr("help", "Firsthand {version}", {{"version", std::string(s.version)}});
  return box::column({.gap = 10}, help_head(f, s.words.tr("help", "How it works")),
                     box::column({.gap = 12}, std::move(rules), box::text(f.keep(std::move(version)), Type::small, Colour::mut)));
}

// Side by side where there is room, else one below the other.
Box help_page(Frame& f, const HelpState& s) {
  const Box keys = help_groups(f, help_keys(s.words)),
            rest = box::column({.gap = 20}, help_groups(f, lesson_keys(s.words)), help_how(f, s));
  return box::when({.narrower_than = 760, .text_from = 150}, box::column({.gap = 20}, keys, rest),
                   box::row({.gap = 32, .across = Across::start}, Box(keys).grow(), Box(rest).grow()));
}

} // namespace

bool draw_help(Frame& f, const HelpState& s) {
  const int margin = std::min(f.px(24), f.width() / 40), width = std::min(f.width() - 2 * margin, f.px(960));
  const Rect sheet{(f.width() - width) / 2, margin, width, std::min(f.height() - 2 * margin, f.px(640))};
  const std::string close = s.words.tr("help", "Close"), title = s.words.tr("help", "Help");
  bool closed = false;
  f.begin_sheet("help", sheet, title);
  f.fill(f.window(), Rgba{0, 0, 0, 90});
  card(f, sheet);
  f.border(sheet, Colour::line2, 1, f.radius());
  box::column(
      {.gap = 16, .pad = pad(24, 20)},
      box::row({.gap = 16}, box::text(title, Type::title, Colour::text, {.role = Role::heading}).grow(),
               box::button({.id = "help/close", .label = close, .icon = "close", .size = ButtonSize::small}, closed).stands(Across::start)),
      box::scroll({.id = "help/page", .rect = {}, .label = title}, help_page(f, s)).grow())
      .draw(f, sheet);
  if (f.closes("help") || f.shortcut(Key::f1)) closed = true;
  f.end_sheet();
  return closed;
}

} // namespace firsthand::screens
