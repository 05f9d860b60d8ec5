// The result of an act, beside the thing: what is new is marked until the next act, and what it brought elsewhere is told. Internal
// to the scene's view.
#pragma once

#include "modules/scene/view_parts.h"

namespace firsthand::modules::scene {

// The event that comes forward is selected, once for each act.
void bring_forward(SceneDrawContext& d);
// What was done, what else happened or came to be seen with it, and that nothing did. Nothing before the first act.
ui::Box thing_news(SceneDrawContext& d);
// A fact on the ground of what is new, with the word.
ui::Box marked_new(SceneDrawContext& d, ui::Box fact);

} // namespace firsthand::modules::scene
