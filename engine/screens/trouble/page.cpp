// See page.h.
#include "engine/screens/trouble/page.h"

#include "engine/screens/shared/bars.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

struct TroubleDraft {
  Frame& f;
  const TroubleState& s;
  TroubleMemory& m;
  TroubleIntent& out;
  int x = 0, w = 0;
  std::string tr(std::string_view source) const { return s.words.tr("trouble", source); }
};

int trouble_words(const TroubleDraft& d, int y) {
  Frame& f = d.f;
  f.icon("triangle", {d.x, y, f.px(40), f.px(40)}, Colour::warn);
  const int left = f.px(56);
  y += std::max(f.px(40), f.text(d.x + left, y, d.w - left, d.s.title, Type::title, Colour::text, {.role = Role::heading})) + f.px(12);
  y += f.text(d.x, y, d.w, d.s.what, Type::lead, Colour::text) + f.px(12);
  if (!d.s.detail.empty() && d.s.detail != d.s.what) y += f.text(d.x, y, d.w, d.s.detail, Type::small, Colour::mut) + f.px(12);
  if (d.s.done.empty()) return y + f.px(12);
  const Notice done{.words = d.s.done, .icon = "check", .meaning = Meaning::ok};
  const int height = notice_height(f, done, d.w);
  notice(f, {d.x, y, d.w, height}, done);
  return y + height + f.px(24);
}

int trouble_set_aside(const TroubleDraft& d, int y) {
  if (!d.s.can_set_aside) return y;
  Frame& f = d.f;
  if (d.m.asking) {
    const std::string words = d.tr("Keep the damaged file under another name and begin an empty record? Nothing is deleted."),
                      yes = d.tr("Set it aside"), no = d.tr("Leave it");
    const Confirm ask{.words = words, .yes_id = "trouble/yes", .yes_label = yes, .no_id = "trouble/no", .no_label = no, .icon = "question"};
    const int height = confirm_height(f, ask, d.w);
    const Answer answer = confirm(f, {d.x, y, d.w, height}, ask);
    d.out.set_aside = answer == Answer::yes;
    if (answer != Answer::none) d.m.asking = false;
    return y + height + f.px(16);
  }
  const std::string label = d.tr("Set the file aside…");
  const Button aside{.id = "trouble/set-aside", .label = label, .icon = "folder"};
  const Size size = size_of(f, aside, d.w);
  if (button(f, {d.x, y, size.w, size.h}, aside)) d.m.asking = true, d.m.typing = false;
  return y + size.h + f.px(16);
}

// One under the other: their words are long, and the first is the one that lasts longest.
int trouble_places(const TroubleDraft& d, int y) {
  Frame& f = d.f;
  for (std::size_t i = 0; i < d.s.places.size(); ++i) {
    const std::string id = "trouble/place/" + std::to_string(i);
    const Button place{
        .id = id, .label = d.s.places[i], .icon = "folder", .kind = i == 0 ? ButtonKind::main : ButtonKind::plain, .align = Align::left};
    const Size size = size_of(f, place, d.w);
    if (button(f, {d.x, y, d.w, size.h}, place)) d.out.place = i;
    y += size.h + f.px(8);
  }
  return y;
}

int trouble_folder(const TroubleDraft& d, int y) {
  Frame& f = d.f;
  const std::string other = d.tr("Another folder…"), label = d.tr("Folder"), use = d.tr("Use this folder");
  if (!d.m.typing) {
    shared::ButtonRow row(f, {d.x, y, d.w, 0});
    if (row.add({.id = "trouble/other", .label = other, .icon = "pen"})) d.m.typing = true, d.m.asking = false, f.focus("trouble/folder");
    const std::string accept = d.tr("Use the earlier copy"), again = d.tr("Press again"); // the record keeps saying so for good
    if (d.s.can_accept && row.add({.id = "trouble/accept", .label = accept, .again = again})) d.out.accept = true;
    return row.bottom() + f.px(16);
  }
  const Field folder{.id = "trouble/folder", .label = label, .icon = "folder", .max_bytes = 1000};
  const int height = field_height(f, folder);
  if (field(f, {d.x, y, d.w, height}, folder, d.m.folder) == FieldEvent::submitted) d.out.folder = true;
  y += height + f.px(12);
  if (f.closes("trouble/other")) d.m.typing = false, f.focus("trouble/other");
  shared::ButtonRow row(f, {d.x, y, d.w, 0});
  if (row.add({.id = "trouble/use-folder", .label = use, .icon = "check", .enabled = !d.m.folder.empty()})) d.out.folder = true;
  return row.bottom() + f.px(16);
}

int trouble_move(const TroubleDraft& d, int y) {
  if (!d.s.can_move) return y;
  y = trouble_folder(d, trouble_places(d, y));
  if (d.m.problem.empty()) return y;
  const Notice problem{.words = d.m.problem, .icon = "triangle"};
  const int height = notice_height(d.f, problem, d.w);
  notice(d.f, {d.x, y, d.w, height}, problem);
  return y + height + d.f.px(16);
}

int trouble_buttons(const TroubleDraft& d, int y) {
  const std::string again = d.tr("Try again"), show = d.tr("Demonstration, stores nothing"), quit = d.tr("Close the program");
  shared::ButtonRow row(d.f, {d.x, y, d.w, 0});
  if (row.add({.id = "trouble/again", .label = again, .icon = "replay", .kind = d.s.places.empty() ? ButtonKind::main : ButtonKind::plain}))
    d.out.again = true;
  if (row.add({.id = "trouble/demonstration", .label = show, .icon = "eye"})) d.out.demonstration = true;
  if (row.add({.id = "trouble/quit", .label = quit, .icon = "close"})) d.out.quit = true;
  return row.bottom();
}

} // namespace

TroubleIntent draw_trouble(Frame& f, const TroubleState& state, TroubleMemory& memory) {
  TroubleIntent out;
  TroubleDraft d{f, state, memory, out};
  f.fill(f.window(), Colour::bg);
  shared::brand_bar(f, state.mark, state.words.tr("product", "Firsthand"));
  const int top = f.px(f.text_percent() >= 150 ? 48 : 56) + 1;
  const Rect page = shared::page_rect(f, top, 720);
  ScrollArea area(f, {"trouble/page", {0, top, f.width(), f.height() - top}, std::string(state.title)});
  d.x = page.x, d.w = std::min(page.w, area.width() - page.x);
  int y = trouble_words(d, area.top() + f.px(d.s.can_move ? 40 : 64));
  y = trouble_move(d, y);
  y = trouble_buttons(d, y) + f.px(16);
  y = trouble_set_aside(d, y);
  area.finish(y + f.px(16));
  return out;
}

} // namespace firsthand::screens
