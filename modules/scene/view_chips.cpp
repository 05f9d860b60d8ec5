// The row under the picture: nobody and nothing is there without a name that can be pressed.
#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

using ui::Size;

// Everybody keeps the same place in the row, whoever comes and goes: by what they are here for.
constexpr std::array<std::string_view, 6> people_order{"colleague", "operator", "owner", "bystander", "commander", "examiner"};

bool is_person(const Thing& thing) { return thing.use->kind == model::EntityKind::person; }

std::size_t rank_of(const SceneDraft& d, const Thing& thing) {
  if (!is_person(thing)) return people_order.size() + 1;
  const std::vector<model::Id>& traits = d.scene.prepared.scenario.model_of(*thing.use).traits;
  for (std::size_t rank = 0; rank < people_order.size(); ++rank)
    if (std::find(traits.begin(), traits.end(), people_order[rank]) != traits.end()) return rank;
  return people_order.size();
}

std::vector<const Thing*> chip_things(const SceneDraft& d, const std::vector<const Thing*>& unnamed) {
  std::vector<const Thing*> things;
  for (const Thing& thing : d.reading.things)
    if (is_person(thing) || !thing.in_picture || std::find(unnamed.begin(), unnamed.end(), &thing) != unnamed.end())
      things.push_back(&thing);
  std::stable_sort(things.begin(), things.end(), [&](const Thing* a, const Thing* b) { return rank_of(d, *a) < rank_of(d, *b); });
  return things;
}

} // namespace

int chip_line(ui::Frame& f) { return f.px(40) + f.px(8); }

int chips(SceneDraft& d, const std::vector<const Thing*>& unnamed, int x, int y, int w) {
  ui::Frame& f = d.f;
  const int top = y, left = x;
  int line = f.px(40);
  const std::vector<const Thing*> things = chip_things(d, unnamed);
  if (things.empty()) return 0;
  f.begin_part(ui::Part::chips);
  f.begin_group("scene/chips");
  for (const Thing* thing : things) {
    const std::string id = (thing->in_picture ? "scene/chip/" : "scene/place/") + thing->place->entity;
    const ui::Button chip{.id = id,
                          .label = thing->name,
                          .icon = d.scene.prepared.scenario.model_of(*thing->use).icon,
                          .size = ui::ButtonSize::small,
                          .selected = thing->place->symbol == d.screen.selected};
    const Size size = size_of(f, chip, w);
    if (x > left && x + size.w > left + w) x = left, y += line + f.px(6), line = f.px(40);
    if (ui::button(f, {x, y, size.w, size.h}, chip)) press_thing(d, *thing);
    x += size.w + f.px(8), line = std::max(line, size.h);
  }
  f.end_group();
  f.end_part();
  return y + line + f.px(8) - top;
}

} // namespace firsthand::modules::scene
