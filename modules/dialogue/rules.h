// A talk with one person: topics are that person's verbs, answers come from the model and depend on its state. Which topic
// should come first is doctrine's matter, not the module's: nothing here forbids a wrong order.
#pragma once

#include "engine/session/contract.h"
#include "engine/session/stage_picture.h"

namespace firsthand::modules::dialogue {

struct DialogueSpec : session::Spec {
  model::Id with;
  model::Symbol person = 0;
  model::Text opening;
  std::vector<model::Id> topics;
  std::vector<model::Symbol> topic_symbols;
  int ask_at_least = 0;
  session::StagePicture picture;
};

// How often a topic was asked, by index.
int times_asked(const session::StepState& state, std::size_t topic);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::dialogue
