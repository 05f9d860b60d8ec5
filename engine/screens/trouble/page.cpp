// See page.h.
#include "engine/screens/trouble/draw.h"

#include "engine/screens/shared/bars.h"
#include "engine/screens/shared/said.h"

namespace firsthand::screens {

namespace {

// What opens and closes parts of this page.
struct TroublePressed {
  bool set_aside = false, other = false;
  Answer answer = Answer::none;
};

struct TroubleDrawContext {
  Frame& f;
  const TroubleState& s;
  TroubleMemory& m;
  TroubleIntent& out;
  TroublePressed pressed = {};
  std::string_view tr(std::string_view source) const { return f.keep(s.words.tr("trouble", source)); }
};

// The exact message is for who mends it, and stands in the language of the code.
Box trouble_detail(const TroubleDrawContext& d) {
  if (d.s.detail.empty() || d.s.detail == d.s.what) return {};
  const bool english = d.s.words.language() == "en";
  return box::column({.gap = 2},
                     box::text(english ? std::string_view() : d.tr("The exact message, in English:"), Type::small_bold, Colour::mut),
                     box::text(d.s.detail, Type::small, Colour::mut));
}

Box trouble_words(const TroubleDrawContext& d) {
  return box::column({.gap = 12},
                     box::row({.gap = 16, .across = Across::start}, box::icon("triangle", 40, Colour::warn),
                              box::text(d.s.title, Type::title, Colour::text, {.role = Role::heading}).grow()),
                     box::text(d.s.what, Type::lead), trouble_detail(d), shared::banner(d.s.done, "check", Meaning::ok));
}

Box trouble_set_aside(TroubleDrawContext& d) {
  if (!d.s.can_set_aside) return {};
  if (!d.m.asking)
    return box::button({.id = "trouble/set-aside", .label = d.tr("Set the file aside…"), .icon = "folder"}, d.pressed.set_aside)
        .stands(Across::start);
  return box::confirm({.words = d.tr("Keep the damaged file under another name and begin an empty record? Nothing is deleted."),
                       .yes_id = "trouble/yes",
                       .yes_label = d.tr("Set it aside"),
                       .no_id = "trouble/no",
                       .no_label = d.tr("Leave it"),
                       .icon = "question"},
                      d.pressed.answer);
}

// One under the other: their words are long, and the first is the one that lasts longest.
std::vector<Box> trouble_places(const TroubleDrawContext& d) {
  std::vector<Box> places;
  for (std::size_t i = 0; i < d.s.places.size(); ++i)
    places.push_back(box::button({.id = d.f.keep("trouble/place/" + std::to_string(i)),
                                  .label = d.s.places[i],
                                  .icon = "folder",
                                  .kind = i == 0 ? ButtonKind::main : ButtonKind::plain,
                                  .align = Align::left},
                                 {d.out.place, i}));
  return places;
}

// Using an earlier copy asks twice: the record keeps saying so for good.
std::vector<Box> trouble_folder(TroubleDrawContext& d) {
  if (!d.m.typing)
    return {shared::buttons(
        box::button({.id = "trouble/other", .label = d.tr("Another folder…"), .icon = "pen"}, d.pressed.other),
        d.s.can_accept
            ? box::button({.id = "trouble/accept", .label = d.tr("Use the earlier copy"), .again = d.tr("Press again")}, d.out.accept)
            : Box())};
  return {
      box::field({.id = "trouble/folder", .label = d.tr("Folder"), .icon = "folder", .max_bytes = 1000}, d.m.folder, d.out.folder),
      box::space(12),
      shared::buttons(box::button(
          {.id = "trouble/use-folder", .label = d.tr("Use this folder"), .icon = "check", .enabled = !d.m.folder.empty()}, d.out.folder))};
}

Box trouble_move(TroubleDrawContext& d) {
  if (!d.s.can_move) return {};
  return box::column({.gap = 8}, trouble_places(d), trouble_folder(d));
}

Box trouble_buttons(TroubleDrawContext& d) {
  const ButtonKind again = d.s.places.empty() ? ButtonKind::main : ButtonKind::plain;
  return shared::buttons(
      box::button({.id = "trouble/again", .label = d.tr("Try again"), .icon = "replay", .kind = again}, d.out.again),
      box::button({.id = "trouble/demonstration", .label = d.tr("Demonstration, stores nothing"), .icon = "eye"}, d.out.demonstration),
      box::button({.id = "trouble/quit", .label = d.tr("Close the program"), .icon = "close"}, d.out.quit));
}

void open_and_close(TroubleDrawContext& d) {
  if (d.m.typing && d.f.closes("trouble/other")) d.m.typing = false, d.f.focus("trouble/other");
  if (d.pressed.set_aside) d.m.asking = true, d.m.typing = false;
  if (d.pressed.other) d.m.typing = true, d.m.asking = false, d.f.focus("trouble/folder");
  if (d.pressed.answer != Answer::none) d.m.asking = false;
  d.out.set_aside = d.pressed.answer == Answer::yes;
}

} // namespace

TroubleIntent draw_trouble(Frame& f, const TroubleState& state, TroubleMemory& memory) {
  TroubleIntent out;
  TroubleDrawContext d{f, state, memory, out};
  f.fill(f.window(), Colour::bg);
  shared::brand_bar(f, state.mark, state.words.tr("product", "Firsthand"));
  shared::draw_page(f, bar_height(f) + 1, "trouble/page", state.title,
                    box::column({.gap = 16, .pad = {.top = state.can_move ? 40 : 64, .bottom = 32}},
                                box::column({.gap = 24}, trouble_words(d), box::column({.gap = 16}, trouble_move(d), trouble_buttons(d))),
                                trouble_set_aside(d))
                        .most(720));
  open_and_close(d);
  if (shared::said_over(f, state.words, "trouble/problem", {.words = memory.problem})) memory.problem.clear();
  return out;
}

} // namespace firsthand::screens
