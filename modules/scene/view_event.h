// Events in the picture: a speech bubble at who speaks, a tag at what changed. Internal to the scene's view.
#pragma once

#include "modules/scene/view_event_place.h"
#include "modules/scene/view_parts.h"

#include <span>

namespace firsthand::modules::scene {

struct EventPlace {
  const Thing* thing = nullptr;
  const report::NotebookLine* line = nullptr;
  ui::Rect at;
  Figure speaker; // of words
  bool spoken = false;
};
bool speaks_now(const SceneDrawContext& d, const Thing& thing); // then the bubble has the name, and no other needs to stand there

// `placed`: where the picture stands; `taken`: what must stay readable in it, the names. What has no room is told beside it only.
std::vector<EventPlace> place_events(SceneDrawContext& d, const ui::Placed& placed, const ui::Rect& picture, std::vector<ui::Rect> taken);
void draw_events(SceneDrawContext& d, std::span<const EventPlace> events);
bool tells(std::span<const EventPlace> events, const Thing& thing); // in a bubble, with the name

} // namespace firsthand::modules::scene
