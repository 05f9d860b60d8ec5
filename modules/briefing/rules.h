// A briefing: a few paragraphs to read, with a picture. Ends with a click; nothing is decided or graded here.
#pragma once

#include "engine/session/contract.h"
#include "engine/session/stage_picture.h"

namespace firsthand::modules::briefing {

struct BriefingSpec : session::Spec {
  model::Text text;
  session::StagePicture picture; // may be empty
};

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::briefing
