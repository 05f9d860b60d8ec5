// The scene's clock in the bar. It stands still while somebody waits for an answer, and says who.
#include "engine/screens/play/news.h"
#include "engine/screens/play/parts.h"

#include <algorithm>

namespace firsthand::screens::play {

namespace {

// In a lesson without a scene no time passes.
bool has_scene_time(const session::Prepared& prepared) {
  return std::any_of(prepared.steps.begin(), prepared.steps.end(),
                     [](const session::Prepared::Step& step) { return step.module->acts_in_scene(); });
}

} // namespace

Box clock_box(const DrawContext& d) {
  if (!has_scene_time(d.scene.prepared)) return {};
  return box::row({.gap = 8}, box::icon("clock", 22, Colour::text),
                  box::text(d.f.keep(clock_text(d.scene, d.scene.now)), Type::clock, Colour::text, {.tabular = true}));
}

namespace {
std::string who_waits_words(const DrawContext& d) { return waiting_words(d.scene, news_of(d.scene)); }
} // namespace

Box clock_tile(const DrawContext& d) {
  const std::string waiting = who_waits_words(d);
  if (waiting.empty()) return clock_box(d);
  const auto ground = [](Frame& f, const Rect& rect) { f.fill(rect, Colour::warn_soft, f.small_radius()); };
  return box::on(ground,
                 box::row({.gap = 8, .pad = pad(14, 0)}, box::icon("hand", 22, Colour::warn),
                          box::text(d.f.keep(waiting), Type::body_bold, Colour::warn, {.role = Role::notice}), box::space(14), clock_box(d))
                     .least(0, 40));
}

Box waiting_tag(const DrawContext& d) {
  const std::string waiting = who_waits_words(d);
  return waiting.empty() ? Box() : box::tag({d.f.keep(waiting), "hand", Meaning::warn});
}

} // namespace firsthand::screens::play
