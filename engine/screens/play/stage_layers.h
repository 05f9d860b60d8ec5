// The picture of a step, put together from what was seen: the base, and of each layer the first picture whose condition
// holds. Shared by every view that shows one. Reads Seen only, so it cannot give away what was not looked at.
#pragma once

#include "engine/screens/play/step_view.h"
#include "engine/screens/using_ui.h"
#include "engine/session/stage_picture.h"

namespace firsthand::screens {

struct StageLayers {
  std::vector<std::string> paths;                                // bottom to top
  std::vector<std::pair<model::Id, std::string>> shown;          // thing, its picture; without what lies beside it
  std::vector<std::pair<model::Id, session::PicturePart>> parts; // thing, what its pictures show of it; bottom to top
  bool shows(const model::Id& thing) const;
};

StageLayers stage_layers(const StepScene& scene, const session::StagePicture& picture);
// A cached drawing is found by this: the same path may hold other bytes in another edition of the scenario.
std::string picture_key(const session::Prepared& prepared, std::string_view path);
std::string picture_key(const StepScene& scene, std::string_view path);
bool has_layer(const session::StagePicture& picture, const model::Id& thing); // else it is part of the base

// Draws the layers whole, as large as the rectangle lets them be, left and top aligned. `id`: see PictureOptions.
// `part`: only that of them, in picture units, as if it were the whole.
Placed draw_stage(Frame& f, const StepScene& scene, const std::vector<std::string>& paths, const Rect& rect, std::string_view id,
                  const Rect& part = {});

} // namespace firsthand::screens
