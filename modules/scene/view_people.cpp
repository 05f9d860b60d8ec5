// Who may take a standing task and what she does now; letting time pass; going on.
#include "modules/scene/view_parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

Box portrait_of(SceneDrawContext& d, const Helper& helper) {
  return box::fixed(40, 40, [&d, &helper](ui::Frame& f, const Rect& at) {
    const std::string& path = helper.use->portrait;
    const ui::SharedBytes bytes = path.empty() ? nullptr : d.scene.picture(path);
    if (bytes)
      f.picture({screens::picture_key(d.scene, path), bytes}, at,
                {.radius = f.small_radius(), .corner_ground = helper.doing ? Colour::ok_soft : Colour::surf2});
    else
      f.icon("person", at, Colour::mut);
  });
}

// The name, and what she does now or how she looks.
Box strip_words(SceneDrawContext& d, const Helper& helper) {
  std::string words = d.scene.say(helper.use->name) + ":";
  const text::Span bold{0, static_cast<std::uint32_t>(words.size()), text::Weight::bold};
  const model::Text* log = helper.doing ? (helper.doing->log.empty() ? &helper.doing->label : &helper.doing->log) : nullptr;
  words += " " + (log ? d.scene.say(*log) : helper.looks);
  return box::column({.pad = {.right = 8}}, box::text(d.f.keep(std::move(words)), Type::small, Colour::text, {.spans = {&bold, 1}}));
}

Box strip_button(SceneDrawContext& d, const Helper& helper) {
  if (helper.tasks.empty()) return {};
  const ui::Button button{.id = d.f.keep("scene/helper/" + helper.use->id),
                          .label = helper.doing ? d.tr("Change task") : d.tr("Give a task"),
                          .size = ui::ButtonSize::small};
  return box::part(ui::Part::strip, box::button(button, [&d, &helper] { open_tasks(d, helper); }));
}

Box wait_words(SceneDrawContext& d) {
  const auto draw = [words = d.tr("Wait")](ui::Frame& f, const Rect& rect) {
    f.text(rect, words, Type::small_bold, Colour::mut, {.valign = ui::VAlign::middle});
  };
  return box::row({.gap = 6}, box::fixed(18, 40, [](ui::Frame& f, const Rect& rect) { f.icon("wait", rect, Colour::mut); }),
                  Box(
                      [words = d.tr("Wait")](ui::Frame& f, int) {
                        return ui::Size{f.measure(words, Type::small_bold).w, f.px(40)};
                      },
                      draw),
                  box::space(10));
}

Box wait_buttons(SceneDrawContext& d) {
  Box all = box::wrap({.gap = 6});
  for (const base::Seconds seconds : d.spec.waits) {
    const ui::Button button{.id = d.f.keep(fmt::format("scene/wait/{}", seconds)),
                            .label = d.f.keep(screens::duration_text(d.scene.words, seconds)),
                            .size = ui::ButtonSize::small,
                            .again = seconds >= screens::long_wait ? d.tr("Press again") : std::string_view()};
    all.add(box::button(button, [&d, seconds] { press_wait(d, seconds); }));
  }
  return box::part(ui::Part::strip, std::move(all));
}

} // namespace

// The button stands below where the words would get too narrow beside it.
Box helper_strip(SceneDrawContext& d, const Helper& helper) {
  const auto fits = [button = strip_button(d, helper)](ui::Frame& f, int width, const Box&) {
    return button.nothing() || width - button.size(f).w >= f.px(208);
  };
  Box beside = box::row({.gap = 12}, portrait_of(d, helper), strip_words(d, helper).grow(), strip_button(d, helper));
  Box below = box::column({.gap = 8}, box::row({.gap = 12}, portrait_of(d, helper), strip_words(d, helper).grow()),
                          box::row({.pad = {.left = 52}}, strip_button(d, helper)));
  const auto ground = [&helper](ui::Frame& f, const Rect& rect) {
    f.fill(rect, helper.doing ? Colour::ok_soft : Colour::surf2, f.radius());
  };
  return box::on(ground, box::column({.pad = ui::pad(8)}, Box(fits, std::move(beside), std::move(below))));
}

Box helpers_of(SceneDrawContext& d) {
  if (d.reading.helpers.empty()) return {};
  Box all = box::column({.gap = 8, .pad = {.bottom = 8}});
  for (const Helper& helper : d.reading.helpers)
    all.add(helper_strip(d, helper));
  return all;
}

Box waits_of(SceneDrawContext& d) {
  if (d.spec.waits.empty()) return {};
  return box::row({.across = ui::Across::start}, wait_words(d), wait_buttons(d).grow());
}

// As wide as they are in a room of that width.
int waits_width(SceneDrawContext& d, int room) {
  if (d.spec.waits.empty()) return 0;
  const int words = wait_words(d).size(d.f).w;
  return words + wait_buttons(d).size(d.f, room - words).w;
}

} // namespace firsthand::modules::scene
