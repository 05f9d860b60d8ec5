// Two minutes of teaching before a scene: pages of a picture and a few sentences, then a question to oneself with its answer. Nothing is
// decided, nothing is graded: who has read it here cannot be known, so nothing is claimed about it.
#pragma once

#include "engine/session/contract.h"

namespace firsthand::modules::teach {

struct TeachPage {
  model::Text title, text;
  std::string picture;             // path from the content root; may be empty
  std::vector<model::Text> labels; // of equal parts of the picture, from left to right
};

struct TeachSpec : session::Spec {
  std::vector<TeachPage> pages; // one to six
  model::Text ask, answer;
};

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::teach
