// What a press in the scene means: select, ask which instrument, or act. Whether it was meant, the control has asked before.
#include "modules/scene/view_new.h"
#include "modules/scene/view_parts.h"

#include <fmt/format.h>

namespace firsthand::modules::scene {

void close_choices(SceneDrawContext& d) {
  d.screen.which_entity = d.screen.which_verb = d.screen.tasks_for = 0;
  d.screen.waits = false;
}

void focus_first_verb(SceneDrawContext& d, const Thing& thing) {
  for (const auto& group : thing.groups)
    for (const VerbChoice& choice : group)
      if (choice.offered()) return d.f.focus(fmt::format("scene/verb/{}/{}", thing.place->entity, choice.verb->name));
}

void select_thing(SceneDrawContext& d, const Thing& thing) {
  if (d.screen.selected != thing.place->symbol) ui::scroll_to_top(d.f, "scene/verbs"), ui::scroll_to_top(d.f, "scene/known");
  d.screen.selected = thing.place->symbol;
  d.screen.meant = false;
}

std::string way_id(const SceneDrawContext& d, const session::Action& way) { return "scene/with/" + d.word(way.with); }

std::string task_id(const TaskChoice& task) { return fmt::format("scene/task/{}/{}", task.thing->id, task.verb->name); }

void press_thing(SceneDrawContext& d, const Thing& thing) {
  close_choices(d);
  const bool by_itself = came_forward(d) && d.screen.selected == thing.place->symbol;
  select_thing(d, thing);
  d.screen.meant = true;
  if (!by_itself) focus_first_verb(d, thing); // else Enter once more was meant for what stood there before
}

namespace {

// What was asked first is closed, and the focus is where it was before: on what was done, and on nothing else.
void act(SceneDrawContext& d, const session::Action& action) {
  if (d.scene.pending) return;
  d.out.action = action;
  if (action.entity != 0 && action.entity == d.screen.selected) d.screen.meant = true;
  leave_choices(d);
}

} // namespace

void press_way(SceneDrawContext& d, const session::Action& action) { act(d, action); }

void press_verb(SceneDrawContext& d, const Thing& thing, const VerbChoice& choice) {
  if (choice.ways.size() == 1 && !choice.question) return act(d, *choice.ways.front());
  close_choices(d);
  d.screen.which_entity = thing.place->symbol;
  d.screen.which_verb = choice.symbol;
  if (choice.question) return d.f.focus(first_note_id(d));
  if (!choice.ways.empty()) d.f.focus(way_id(d, *choice.ways.front())); // so that Enter presses what is asked, and nothing beside it
}

void press_wait(SceneDrawContext& d, base::Seconds seconds) {
  session::Action action;
  action.kind = session::Action::Kind::wait;
  action.seconds = seconds;
  act(d, action);
}

void open_tasks(SceneDrawContext& d, const Helper& helper) {
  const bool open = d.screen.tasks_for == helper.symbol;
  close_choices(d);
  if (open) return;
  d.screen.tasks_for = helper.symbol;
  if (!helper.tasks.empty()) d.f.focus(task_id(helper.tasks.front()));
}

void open_waits(SceneDrawContext& d) {
  const bool open = d.screen.waits;
  close_choices(d);
  d.screen.waits = !open;
  if (!open && !d.spec.waits.empty()) d.f.focus(fmt::format("scene/wait/{}", d.spec.waits.front()));
}

// Back to what asked.
void leave_choices(SceneDrawContext& d) {
  if (d.screen.which_entity != 0) d.f.focus(fmt::format("scene/verb/{}/{}", d.word(d.screen.which_entity), d.word(d.screen.which_verb)));
  if (d.screen.tasks_for != 0) d.f.focus("scene/helper/" + d.word(d.screen.tasks_for));
  if (d.screen.waits) d.f.focus("scene/waits");
  close_choices(d);
}

} // namespace firsthand::modules::scene
