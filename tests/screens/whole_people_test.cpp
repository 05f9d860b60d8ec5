// The drawings of a scene against what the author placed: everybody has a head in the picture, and what has a name in it is drawn there.
#include "tests/screens/every_play.h"

#include "modules/scene/rules.h"

#include <array>

using namespace firsthand;
using namespace firsthand::screens;
using namespace every_play;

namespace {

constexpr int across = 768, down = 336; // units of the drawings of both lessons

// Which of the drawing's units have something on them.
struct Drawn {
  std::vector<bool> on = std::vector<bool>(across * down);
  bool at(int x, int y) const { return on[static_cast<std::size_t>(y * across + x)]; }
};

const Drawn& drawn(const std::string& path) {
  static std::map<std::string, Drawn> known;
  const auto found = known.find(path);
  if (found != known.end()) return found->second;
  Drawn drawn;
  const paint::Surface picture = paint::draw_svg(ui::read_bytes(std::filesystem::path(FIRSTHAND_SOURCE) / path), {across, down});
  REQUIRE_MESSAGE(picture, path);
  for (int y = 0; y < down; ++y)
    for (int x = 0; x < across; ++x)
      drawn.on[static_cast<std::size_t>(y * across + x)] =
          (static_cast<const std::uint32_t*>(picture->pixels)[y * picture->pitch / 4 + x] >> 24) > 128;
  return known[path] = std::move(drawn);
}

ui::Rect bounds_of(const std::vector<int>& shape, const std::array<int, 4>& at) {
  if (shape.empty()) return {at[0], at[1], at[2], at[3]};
  ui::Rect all{shape[0], shape[1], 0, 0};
  for (std::size_t i = 2; i + 1 < shape.size(); i += 2) {
    const int right = std::max(all.right(), shape[i]), bottom = std::max(all.bottom(), shape[i + 1]);
    all.x = std::min(all.x, shape[i]), all.y = std::min(all.y, shape[i + 1]);
    all.w = right - all.x, all.h = bottom - all.y;
  }
  return all;
}

// Of what is drawn between the sides of that box the uppermost; nothing: none.
std::optional<int> top_of(const Drawn& drawn, const ui::Rect& box) {
  for (int y = 0; y < std::min(box.bottom(), down); ++y)
    for (int x = std::max(0, box.x); x < std::min(box.right(), across); ++x)
      if (drawn.at(x, y)) return y;
  return std::nullopt;
}

const std::vector<int>& outline_of(const modules::scene::Place& place, const std::string& picture) {
  const auto own = std::find_if(place.shapes.begin(), place.shapes.end(), [&](const auto& each) { return each.first == picture; });
  return own == place.shapes.end() ? place.shape : own->second;
}

// Every state of everybody who has a place: more than plays reach.
int check_heads_of(const session::Prepared& prepared, const modules::scene::SceneSpec& spec) {
  int states = 0;
  for (const session::PictureLayer& layer : spec.picture.layers) {
    const model::EntityUse* use = prepared.scenario.entity(layer.of);
    const auto place = std::find_if(spec.places.begin(), spec.places.end(), [&](const auto& each) { return each.entity == layer.of; });
    if (!use || use->kind != model::EntityKind::person || place == spec.places.end() || layer.beside) continue;
    for (const session::PictureCase& one : layer.cases) {
      if (one.picture.empty()) continue;
      CAPTURE(one.picture);
      const ui::Rect outline = bounds_of(outline_of(*place, one.picture), place->at);
      const std::optional<int> top = top_of(drawn(one.picture), outline);
      REQUIRE(top);
      CHECK(*top > 0); // what begins at the edge goes on beyond it: a body without a head
      CHECK(std::abs(*top - outline.y) <= 8);
      ++states;
    }
  }
  return states;
}

} // namespace

TEST_CASE("whole: everybody is drawn with their head, in every state, and the outline begins where the head does") {
  int states = 0;
  for (const char* id : {"one-phone", "open-laptop"}) {
    const session::PreparedPtr read = lesson(id);
    for (std::size_t i = 0; i < read->steps.size(); ++i)
      if (read->scenario.steps[i].kind == "scene")
        states += check_heads_of(*read, static_cast<const modules::scene::SceneSpec&>(*read->steps[i].spec));
  }
  CHECK(states > 15);
}

namespace {

// How much of the place something is drawn on by one of these, per cent.
int covered_by(const std::vector<std::string>& paths, const ui::Rect& place) {
  int on = 0, all = 0;
  for (int y = std::max(0, place.y); y < std::min(down, place.bottom()); ++y)
    for (int x = std::max(0, place.x); x < std::min(across, place.right()); ++x)
      ++all, on += std::any_of(paths.begin(), paths.end(), [&](const std::string& path) { return drawn(path).at(x, y); });
  return all == 0 ? 0 : on * 100 / all;
}

// Drawings, beside the ground, that can come to lie on the place and on hardly anything else: what is placed there is drawn by one.
// Its own layer's are, wherever they show it.
std::vector<std::string> drawings_for(const modules::scene::SceneSpec& spec, const model::Id& thing, const ui::Rect& place) {
  std::vector<std::string> all;
  for (const session::PictureLayer& layer : spec.picture.layers)
    for (const session::PictureCase& one : layer.cases)
      if (!one.picture.empty() && layer.of == thing && !layer.beside) all.push_back(one.picture);
  if (!all.empty()) return all;
  for (const session::PictureLayer& layer : spec.picture.layers)
    for (const session::PictureCase& one : layer.cases)
      if (!one.picture.empty() && covered_by({one.picture}, place) >= 40 &&
          covered_by({one.picture}, {0, 0, across, down}) * across * down <= 130 * place.w * place.h)
        all.push_back(one.picture);
  return all;
}

} // namespace

TEST_CASE("whole: what has a name in the picture is drawn there, and what is used up or taken along has none over its empty place") {
  int named = 0, empty = 0;
  const EveryPlay all(Moments::other_pictures, {Look{}}, [&](const ui::Registry& registry, PlayStage& stage, const Look&) {
    stage.with_scene([&](const StepScene& scene) {
      const auto& spec = static_cast<const modules::scene::SceneSpec&>(scene.spec);
      const std::vector<std::string> shown = stage_layers(scene, spec.picture).paths;
      for (const modules::scene::Place& place : spec.places) {
        const ui::Rect at{place.at[0], place.at[1], place.at[2], place.at[3]};
        const std::vector<std::string> own = drawings_for(spec, place.entity, at);
        if (own.empty()) continue; // it is part of the ground
        const bool is_drawn = std::any_of(shown.begin(), shown.end(),
                                          [&](const std::string& path) { return std::find(own.begin(), own.end(), path) != own.end(); });
        const ui::Entry* spot = registry.find("scene/place/" + place.entity);
        const bool in_picture = spot && spot->role == ui::Role::hot_spot;
        CHECK_MESSAGE((!in_picture || is_drawn), place.entity);
        named += in_picture, empty += !is_drawn;
      }
      return 0;
    });
  });
  CHECK(named > 20);
  CHECK(empty > 5);
}
