// See stage_layers.h.
#include "engine/screens/play/stage_layers.h"

#include <algorithm>

namespace firsthand::screens {

bool StageLayers::shows(const model::Id& thing) const {
  return std::any_of(shown.begin(), shown.end(), [&](const auto& each) { return each.first == thing; });
}

bool has_layer(const session::StagePicture& picture, const model::Id& thing) {
  return std::any_of(picture.layers.begin(), picture.layers.end(), [&](const auto& layer) { return layer.of == thing && !layer.beside; });
}

StageLayers stage_layers(const StepScene& scene, const session::StagePicture& picture) {
  StageLayers layers;
  if (!picture.base.empty()) layers.paths.push_back(picture.base);
  for (const session::PictureLayer& layer : picture.layers) {
    const model::Symbol of = scene.prepared.symbols.find(layer.of);
    for (const session::PictureCase& one : layer.cases) {
      if (!scene.prepared.scene.seen_holds(scene.seen, of, one.when)) continue;
      if (!one.picture.empty()) {
        layers.paths.push_back(one.picture);
        if (!layer.beside) layers.shown.emplace_back(layer.of, one.picture);
        for (const session::PicturePart& part : one.parts)
          layers.parts.emplace_back(layer.of, part);
      }
      break;
    }
  }
  return layers;
}

std::string picture_key(const session::Prepared& prepared, std::string_view path) {
  return std::string(path) + '@' + prepared.shown_hash.hex().substr(0, 16);
}

std::string picture_key(const StepScene& scene, std::string_view path) { return picture_key(scene.prepared, path); }

Placed draw_stage(Frame& f, const StepScene& scene, const std::vector<std::string>& paths, const Rect& rect, std::string_view id,
                  const Rect& part) {
  std::vector<Picture> pictures;
  for (const std::string& path : paths)
    pictures.push_back({picture_key(scene, path), scene.picture(path)});
  if (pictures.empty() || rect.empty()) return {};
  const Placed placed = f.scene(pictures, rect, {.fit = Fit::cover, .part = part, .corner_ground = Colour::surf, .id = id});
  if (f.high_contrast()) f.border(rect, Colour::halo, 2);
  return placed;
}

} // namespace firsthand::screens
