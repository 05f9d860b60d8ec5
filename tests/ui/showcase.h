// A page with every widget in every state, drawn for tests and for the eye. Words in English and Thai.
#pragma once

#include "engine/ui/widgets.h"

#include <string>

namespace firsthand::ui::showcase {

struct State {
  std::string name, pin = "1234", note, seal;
  int tab = 0;
  bool read_aloud = true, larger = false;
  int chosen = 1;
};

enum class Words { english, thai };

void draw_widgets(Frame& f, State& state, Words words);
void draw_scene(Frame& f, State& state, Words words, std::string_view picture);

} // namespace firsthand::ui::showcase
