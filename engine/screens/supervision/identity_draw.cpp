// The supervisor says by one press how it was established who sits there. See draw.h.
#include "engine/screens/shared/bars.h"
#include "engine/screens/supervision/draw.h"

#include <utility>

namespace firsthand::screens {

namespace {

Box identity_way(Frame& f, const IdentityState& s, std::size_t i, IdentityIntent& out) {
  const SupervisionCode& way = s.ways[i];
  const Card card{.id = f.keep("identity/" + way.code), .label = f.keep(way.words + ", " + s.why[i]), .letter = ui::letter_of_option(i)};
  const std::string_view letter = f.keep(std::string(1, card.letter));
  return box::card(card, {out.way, way.code},
                   box::row({.gap = 16, .pad = pad(20, 12)},
                            box::text(letter, Type::body_bold, Colour::mut, {.listed = Listed::no}).wide(16),
                            box::column({.gap = 2}, box::text(way.words, Type::body_bold, Colour::text, {.listed = Listed::no}),
                                        box::text(s.why[i], Type::small, Colour::mut, {.listed = Listed::no}))
                                .grow(),
                            box::icon("chevron", 20, Colour::mut))
                       .least(0, 64));
}

Box identity_who(const IdentityState& s) {
  return box::row({.gap = 16}, box::fixed(56, 56, [&s](Frame& f, const Rect& at) { shared::initials_disc(f, at, s.name); }),
                  box::column({}, box::text(s.name, Type::heading), box::text(s.detail, Type::body, Colour::mut)).grow());
}

} // namespace

IdentityIntent draw_identity(Frame& f, const IdentityState& state, bool& opened) {
  IdentityIntent out;
  f.fill(f.window(), Colour::bg);
  if (shared::back_bar(f, "identity/back", state.back, state.title)) out.back = true;
  Box ways = box::column({.gap = 8});
  for (std::size_t i = 0; i < state.ways.size(); ++i)
    ways.add(identity_way(f, state, i, out));
  shared::draw_page(f, bar_height(f), "identity/page", state.title,
                    box::column({.gap = 24, .pad = {.top = 32, .bottom = 24}}, shared::banner(state.told, "shield", Meaning::accent),
                                box::column({.gap = 4}, box::text(state.title, Type::title, Colour::text, {.role = Role::heading}),
                                            box::text(state.lead, Type::body, Colour::mut).most(720)),
                                identity_who(state), box::group("identity/ways", std::move(ways))));
  // Who presses Enter once more after the test's button says nothing by it.
  if (std::exchange(opened, false)) f.focus("identity/back");
  if (f.leaves("identity")) out.back = true;
  return out;
}

} // namespace firsthand::screens
