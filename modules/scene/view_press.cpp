// What a press in the scene means: select, ask which instrument, ask once more before a touch, or act.
#include "modules/scene/view_parts.h"

namespace firsthand::modules::scene {

bool armed(const SceneDraft& d, const session::Action& action) { return d.screen.is_armed && d.screen.armed == action; }

void close_choices(SceneDraft& d) {
  d.screen.which_entity = d.screen.which_verb = d.screen.tasks_for = 0;
  d.screen.is_armed = false;
}

namespace {

void act(SceneDraft& d, const session::Action& action) {
  if (d.scene.pending) return;
  d.out.action = action;
  close_choices(d);
}

} // namespace

void press_thing(SceneDraft& d, const Thing& thing) {
  close_choices(d);
  d.screen.selected = thing.place->symbol;
}

// Every touch takes the same second press, so that a slip is no error and the question no hint.
void press_way(SceneDraft& d, const model::Verb& verb, const session::Action& action) {
  if (verb.group != model::Group::touch || armed(d, action)) return act(d, action);
  d.screen.armed = action;
  d.screen.is_armed = true;
  d.screen.armed_at = d.f.window(); // until it is drawn in its new state
  d.screen.armed_id.clear();
}

void press_verb(SceneDraft& d, const Thing& thing, const VerbChoice& choice) {
  if (choice.ways.size() == 1) return press_way(d, *choice.verb, *choice.ways.front());
  close_choices(d);
  d.screen.which_entity = thing.place->symbol;
  d.screen.which_verb = choice.ways.front()->verb;
}

void press_wait(SceneDraft& d, base::Seconds seconds) {
  session::Action action;
  action.kind = session::Action::Kind::wait;
  action.seconds = seconds;
  act(d, action);
}

void press_go_on(SceneDraft& d) {
  close_choices(d);
  if (!d.scene.pending) d.out.go_on = true;
}

void open_tasks(SceneDraft& d, const Helper& helper) {
  const bool open = d.screen.tasks_for == helper.symbol;
  close_choices(d);
  if (!open) d.screen.tasks_for = helper.symbol;
}

} // namespace firsthand::modules::scene
