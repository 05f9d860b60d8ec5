// The result of an act, beside the thing: what is new is marked until the next act, and what it brought elsewhere is told. Internal
// to the scene's view.
#pragma once

#include "modules/scene/view_parts.h"

namespace firsthand::modules::scene {

// The event that comes forward is selected, once for each act.
void bring_forward(SceneDrawContext& d);
// What came forward is selected still, and its verbs with it: all that is new stands above them.
bool came_forward(const SceneDrawContext& d);
// What was done with the thing selected, and that nothing is new; nothing before the first act.
ui::Box thing_result(SceneDrawContext& d);
// The longest of all that it can ever say of this verb of this thing; for its room.
ui::Box longest_result(SceneDrawContext& d, model::Symbol entity, model::Symbol verb);
// What else happened or came to be seen with it: of the thing selected the facts themselves are marked.
ui::Box thing_news(SceneDrawContext& d);
// What happened by itself, and what somebody said, if nothing in the picture tells it: for where the thing selected is not in sight.
ui::Box told_elsewhere(SceneDrawContext& d);
// A fact on the ground of what is new, with the word.
ui::Box marked_new(SceneDrawContext& d, ui::Box fact);
bool is_new_answer(const SceneDrawContext& d, const report::NotebookLine& said);

} // namespace firsthand::modules::scene
