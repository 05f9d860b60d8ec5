// A page to read: a picture, words in lines that read well, and a foot with the ways on. The words come first: the picture gives way where
// they need the room. A kind of step gives the words and the foot.
#pragma once

#include "engine/screens/play/step_view.h"
#include "engine/ui/box.h"

namespace firsthand::screens {

struct ToldPage {
  const char* kind;                // begins the ids of its controls
  std::vector<std::string> layers; // of the picture; empty: there is none
  std::function<Box()> words;      // made as often as they are measured
  std::function<Box()> foot;
  std::vector<std::string_view> labels = {}; // of equal parts of the picture, from left to right; they stand below it
};

void draw_told_page(Frame& f, const Rect& area, const StepScene& scene, const ToldPage& page);

// Paragraphs, with an empty line between them as the author wrote them.
Box paragraphs(Frame& f, const std::string& text);

} // namespace firsthand::screens
