// The row under the picture: nobody and nothing is there without a name that can be pressed.
#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

namespace box = ui::box;

// Everybody keeps the same place in the row, whoever comes and goes: by what they are here for.
constexpr std::array<std::string_view, 6> people_order{"colleague", "operator", "owner", "bystander", "commander", "examiner"};

bool is_person(const Thing& thing) { return thing.use->kind == model::EntityKind::person; }

std::size_t rank_of(const SceneDrawContext& d, const Thing& thing) {
  if (!is_person(thing)) return people_order.size() + 1;
  const std::vector<model::Id>& traits = d.scene.prepared.scenario.model_of(*thing.use).traits;
  for (std::size_t rank = 0; rank < people_order.size(); ++rank)
    if (std::find(traits.begin(), traits.end(), people_order[rank]) != traits.end()) return rank;
  return people_order.size();
}

std::vector<const Thing*> chip_things(const SceneDrawContext& d, const std::vector<const Thing*>& unnamed) {
  std::vector<const Thing*> things;
  for (const Thing& thing : d.reading.things)
    if (is_person(thing) || !thing.in_picture || std::find(unnamed.begin(), unnamed.end(), &thing) != unnamed.end())
      things.push_back(&thing);
  std::stable_sort(things.begin(), things.end(), [&](const Thing* a, const Thing* b) { return rank_of(d, *a) < rank_of(d, *b); });
  return things;
}

} // namespace

ui::Box chips_of(SceneDrawContext& d, const std::vector<const Thing*>& unnamed) {
  const std::vector<const Thing*> things = chip_things(d, unnamed);
  if (things.empty()) return {};
  ui::Box all = box::wrap({.gap = 8, .line_gap = 6, .pad = {.bottom = 8}});
  for (const Thing* thing : things) {
    const ui::Button chip{.id = d.f.keep((thing->in_picture ? "scene/chip/" : "scene/place/") + thing->place->entity),
                          .label = thing->name,
                          .icon = d.scene.prepared.scenario.model_of(*thing->use).icon,
                          .size = ui::ButtonSize::small,
                          .selected = thing->place->symbol == d.screen.selected};
    all.add(box::button(chip, [&d, thing] { press_thing(d, *thing); }));
  }
  return box::part(ui::Part::chips, box::group("scene/chips", std::move(all)));
}

} // namespace firsthand::modules::scene
