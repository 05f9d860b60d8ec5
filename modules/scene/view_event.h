// Events in the picture: a speech bubble at who speaks, a tag at what changed. Internal to the scene's view.
#pragma once

#include "modules/scene/view_event_place.h"
#include "modules/scene/view_parts.h"

#include <span>

namespace firsthand::modules::scene {

// How a bubble is set.
struct BubbleForm {
  ui::Type type = ui::Type::lead;
  int width = 0;              // design pixels; 0: as wide as there is room
  bool named_in_line = false; // the name stands before the words, not over them
};

struct EventPlace {
  const Thing* thing = nullptr;
  const report::NotebookLine* line = nullptr;
  ui::Rect at = {};
  Figure speaker = {}; // of words
  bool spoken = false;
  BubbleForm form = {}; // of words
  int room = 0;         // for them, window pixels
};
bool may_be_marked(const SceneDrawContext& d,
                   const report::NotebookLine& line);           // with a bubble or a tag: it is of somebody or a thing there
bool speaks_now(const SceneDrawContext& d, const Thing& thing); // then the bubble has the name, and no other needs to stand there

// `placed`: where the picture stands; `names`: those that stand in it. What has no room is told beside it only.
std::vector<EventPlace> place_events(SceneDrawContext& d, const ui::Placed& placed, const ui::Rect& picture, std::vector<ui::Rect> names);
void draw_events(SceneDrawContext& d, std::span<const EventPlace> events);
bool tells(std::span<const EventPlace> events, const Thing& thing);        // in a bubble, with the name
bool lies_under(const ui::Rect& name, std::span<const EventPlace> events); // it made room

} // namespace firsthand::modules::scene
