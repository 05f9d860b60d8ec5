// A picture that changes with what was seen: a base and layers, for each thing the first picture whose condition holds.
// Shared by every kind of step that shows one. Conditions read what was seen, so a picture cannot give away the truth.
#pragma once

#include "engine/reading/steps.h"

#include <array>
#include <string>
#include <vector>

namespace firsthand::session {

// Where in a picture a cue of its thing is to be seen: a light, a plug, a socket.
struct PicturePart {
  model::Id cue;
  std::array<int, 4> at{}; // x, y, width, height in picture units
};

struct PictureCase {
  std::string picture; // path from the content root; empty: nothing is drawn
  model::Condition when;
  std::vector<PicturePart> parts = {}; // that the drawing names; each cue once
};

struct PictureLayer {
  model::Id of;
  std::vector<PictureCase> cases;
  bool beside = false; // what belongs to the thing and lies beside it: does not show that the thing itself is there
};

struct StagePicture {
  std::string base;                 // empty: the step shows none
  std::vector<PictureLayer> layers; // bottom to top
};

// Reads `picture:` and `layers:`, or `shows: STEP` (those of that step). Neither: an empty one, a finding if required.
StagePicture read_stage_picture(reading::Fields& fields, const reading::ReadContext& context, reading::Need need);

} // namespace firsthand::session
