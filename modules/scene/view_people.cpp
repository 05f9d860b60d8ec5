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

} // namespace

Box portrait_of(SceneDrawContext& d, const model::EntityUse& person, int side, Colour ground) {
  return box::fixed(side, side, [&d, &person, ground](ui::Frame& f, const Rect& at) {
    const ui::SharedBytes bytes = person.portrait.empty() ? nullptr : d.scene.picture(person.portrait);
    if (bytes)
      f.picture({screens::picture_key(d.scene, person.portrait), bytes}, at, {.radius = f.small_radius(), .corner_ground = ground});
    else
      f.icon("person", at, Colour::mut);
  });
}

namespace {

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
                          .label = helper.doing ? d.tr("Change") : d.tr("Give a task"),
                          .size = ui::ButtonSize::small,
                          .enabled = !helper.away,
                          .reason = d.tr("not here")};
  return box::part(ui::Part::strip, box::button(button, [&d, &helper] { open_tasks(d, helper); }));
}

// Somebody waits: time does not pass by itself until something is said or done.
bool answer_first(const SceneDrawContext& d) { return d.reading.news.waits != 0; }

// Before the buttons, once for all of them: why they cannot be pressed has its room at all times.
Box wait_words(SceneDrawContext& d) {
  const auto words = [&d](std::string_view why) {
    return box::column({.along = ui::Along::centre}, box::text(d.tr("Wait"), Type::small_bold, Colour::mut),
                       box::text(why, Type::tiny, Colour::mut));
  };
  const std::string_view why = d.tr("Answer first.");
  Box now = words(answer_first(d) ? why : std::string_view());
  return box::row({.gap = 6}, box::fixed(18, 40, [](ui::Frame& f, const Rect& rect) { f.icon("wait", rect, Colour::mut); }),
                  std::move(now).wide_px(words(why).size(d.f).w).least(0, 40), box::space(10));
}

Box wait_buttons(SceneDrawContext& d) {
  Box all = box::wrap({.gap = 8});
  for (const base::Seconds seconds : d.spec.waits)
    all.add(wait_button(d, seconds));
  return all;
}

} // namespace

Box wait_button(SceneDrawContext& d, base::Seconds seconds) {
  const ui::Button button{.id = d.f.keep(fmt::format("scene/wait/{}", seconds)),
                          .label = d.f.keep(screens::duration_text(d.scene.words, seconds)),
                          .size = ui::ButtonSize::small,
                          .enabled = !answer_first(d),
                          .again = seconds >= screens::long_wait ? d.tr("Press again") : std::string_view(),
                          .reason = d.tr("Answer first."),
                          .show_reason = false};
  return box::part(ui::Part::strip, box::button(button, [&d, seconds] { press_wait(d, seconds); }));
}

namespace {

Box helper_face(SceneDrawContext& d, const Helper& helper) {
  return portrait_of(d, *helper.use, 40, helper.doing ? Colour::ok_soft : Colour::surf2);
}

} // namespace

// The button stands below where the words would get too narrow beside it.
Box helper_strip(SceneDrawContext& d, const Helper& helper) {
  const auto fits = [button = strip_button(d, helper)](ui::Frame& f, int width, const Box&) {
    return button.nothing() || width - button.size(f).w >= f.px(208);
  };
  Box beside = box::row({.gap = 12}, helper_face(d, helper), strip_words(d, helper).grow(), strip_button(d, helper));
  Box below = box::column({.gap = 8}, box::row({.gap = 12}, helper_face(d, helper), strip_words(d, helper).grow()),
                          box::row({.pad = {.left = 52}}, strip_button(d, helper)));
  const auto ground = [&helper](ui::Frame& f, const Rect& rect) {
    f.fill(rect, helper.doing ? Colour::ok_soft : Colour::surf2, f.radius());
  };
  return box::on(ground, box::column({.pad = ui::pad(8)}, Box(fits, std::move(beside), std::move(below))));
}

Box waits_of(SceneDrawContext& d) {
  if (d.spec.waits.empty()) return {};
  return box::row({.across = ui::Across::start}, wait_words(d), wait_buttons(d).grow());
}

namespace {

Box strip_helper(SceneDrawContext& d, const Helper& helper) {
  return box::row({.gap = 12}, portrait_of(d, *helper.use, 40, Colour::bg), strip_words(d, helper).grow(), strip_button(d, helper));
}

Box strip_waits(SceneDrawContext& d) {
  if (d.spec.waits.empty()) return {};
  return box::row({.gap = 8}, wait_words(d), wait_buttons(d));
}

bool is_narrow(const SceneDrawContext& d) { return d.scene.frame && d.scene.frame->narrow; }

// The row of buttons has no room for reasons: who waits is told over it.
bool has_room_for_reasons(const SceneDrawContext& d) { return !d.scene.frame || !d.scene.frame->low; }

// One button for all of them, where the task would not be read beside them.
Box waits_button(SceneDrawContext& d) {
  const ui::Button wait{.id = "scene/waits",
                        .label = d.tr("Wait"),
                        .icon = is_narrow(d) ? "" : "wait",
                        .size = ui::ButtonSize::small,
                        .enabled = !answer_first(d),
                        .reason = d.tr("Answer first."),
                        .show_reason = has_room_for_reasons(d)};
  return box::part(ui::Part::strip, box::button(wait, [&d] { open_waits(d); }));
}

Box strip_row(Box helpers, Box waits) {
  return box::row({.gap = 24, .pad = ui::pad(24, 8)}, std::move(helpers).grow(), std::move(waits)).least(0, 72);
}

} // namespace

Box strip_of(SceneDrawContext& d) {
  if (d.reading.helpers.empty() && d.spec.waits.empty()) return {};
  const auto ground = [](ui::Frame& f, const Rect& rect) {
    f.fill(rect, Colour::bg);
    f.hline(rect.x, rect.y, rect.w, Colour::line);
  };
  Box helpers = box::column({.gap = 8});
  for (const Helper& helper : d.reading.helpers)
    helpers.add(strip_helper(d, helper));
  const int needs = strip_waits(d).size(d.f).w + d.f.px(d.reading.helpers.empty() ? 48 : 470);
  const auto fits = [needs](ui::Frame&, int width, const Box&) { return width <= 0 || width >= needs; };
  Box both(fits, strip_row(helpers, strip_waits(d)), strip_row(helpers, waits_button(d)));
  return box::on(ground, box::part(ui::Part::strip, std::move(both)));
}

std::vector<Box> strip_buttons(SceneDrawContext& d) {
  std::vector<Box> buttons;
  for (const Helper& helper : d.reading.helpers) {
    const ui::Button button{.id = d.f.keep("scene/helper/" + helper.use->id),
                            .label = d.scene.say(helper.use->name),
                            .icon = is_narrow(d) ? "" : "people",
                            .size = ui::ButtonSize::small,
                            .enabled = !helper.tasks.empty() && !helper.away,
                            .reason = d.tr("No task now"),
                            .show_reason = has_room_for_reasons(d)};
    buttons.push_back(box::part(ui::Part::strip, box::button(button, [&d, &helper] { open_tasks(d, helper); })));
  }
  if (d.spec.waits.empty()) return buttons;
  buttons.push_back(waits_button(d));
  return buttons;
}

} // namespace firsthand::modules::scene
