// Where there is room in the picture for what is told in it: never over a face or a name, over as little of things as can be. Pure.
#pragma once

#include "modules/scene/view_read.h"

namespace firsthand::modules::scene {

// A thing of the picture in window pixels.
struct Figure {
  const Thing* thing = nullptr;
  std::vector<ui::Point> shape;
  ui::Rect bounds;
  ui::Rect head; // of a person; else empty
  ui::Point mouth;
};

struct Face {
  ui::Rect rect;
  ui::Point mouth;
};
Face face_of(const std::vector<ui::Point>& shape, const ui::Rect& bounds, const ui::Placed& placed); // of a person's outline

// From an edge of a bubble towards who speaks: it ends beside the face.
struct Tail {
  ui::Point from, tip, to;
};
Tail tail_of(const ui::Rect& bubble, const Figure& figure, int half, int into);

// What becomes of the names in the picture: where it is small they make room for what somebody says, until the next act.
enum class Names : std::uint8_t { stay, make_room };

class PictureRoom {
 public:
  // `names`: of things, window pixels; `gap`: what is left round whatever stands there.
  PictureRoom(const SceneReading& reading, const ui::Placed& placed, const ui::Rect& picture, std::vector<ui::Rect> names, int gap);

  const Figure* figure(const Thing* thing) const; // null: it is not in the picture
  int width() const;                              // of the widest that has room
  // Both keep what they give; empty: there is no room.
  ui::Rect beside_head(const Figure& figure, ui::Size size, Names names);
  ui::Rect near(const Figure& figure, ui::Size size);

 private:
  struct Wish {
    const Figure& figure;
    ui::Size size;
    ui::Point towards;
    Names names = Names::stay;
  };
  ui::Rect best(const Wish& wish, const std::vector<ui::Point>& places);
  std::vector<ui::Point> around_head(const Figure& figure, ui::Size size) const;
  bool is_free(const ui::Rect& at, Names names) const;
  int cost(const ui::Rect& at, const Wish& wish) const;
  int crossed(const ui::Rect& at, const Figure& figure) const;

  std::vector<Figure> figures_;
  ui::Rect picture_;
  std::vector<ui::Rect> names_, told_;
  int gap_;
};

} // namespace firsthand::modules::scene
