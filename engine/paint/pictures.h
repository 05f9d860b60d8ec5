// Icons into the atlas, pictures and composed scenes into textures of exactly the size needed, all cached; and the
// cross-fade of a place whose picture changed. Knows bytes and pixels; not what a picture shows.
#pragma once

#include "engine/paint/layers.h"
#include "engine/paint/options.h"
#include "engine/paint/painter.h"

#include <filesystem>
#include <future>
#include <string>
#include <unordered_map>

namespace firsthand::paint {

class Pictures {
 public:
  Pictures(Painter& painter, std::filesystem::path assets, PictureGuard guard)
      : painter_(painter), assets_(std::move(assets)), guard_(guard), layers_(guard) {}
  ~Pictures() { device_lost(); }
  Pictures(const Pictures&) = delete;
  Pictures& operator=(const Pictures&) = delete;

  void begin_frame(std::int64_t now_ms, Motion motion);
  void device_lost();
  void let_arrive_later() { may_arrive_later_ = true; } // else every picture is there with its frame
  bool moving() const { return moving_; }               // a cross-fade is under way, or a picture about to arrive
  std::size_t bytes() const;                            // of all that is kept drawn

  bool icon(std::string_view name, const Rect& rect, Rgba colour);
  Placed place(std::span<const Picture> layers, const Rect& rect, const PictureOptions& options, Rgba corner_ground);

 private:
  struct Drawn {
    SDL_Texture* texture = nullptr;
    std::future<Composed> coming; // from a thread of its own
    Size size;
    bool opaque = false;
    bool of_part = false;
    std::uint64_t used = 0;
    bool is_coming() const;
  };
  struct View {
    Size full;
    Rect part;
    Size design;
    PicturePart of; // empty: of the whole
    bool ok = false;
    Placed placed(const Rect& rect) const;
  }; // the part of the full picture that is shown
  struct Slot {
    std::string now, before;
    std::int64_t changed_ms = 0, moved_ms = 0;
    Rect part; // as it was asked for last
    std::uint64_t used = 0;
  };

  const std::string* icon_bytes(std::string_view name);
  View view_of(const Picture& bottom, const Rect& rect, const PictureOptions& options) const;
  const Drawn& drawn(const std::string& key, std::span<const Picture> layers, const View& view, Arrives arrives);
  void take(Drawn& picture, const Composed& composed);
  void show(const std::string& key, const Rect& rect, const View& view, std::uint8_t alpha);
  void fade(std::string_view id, const std::string& key, const Rect& rect, const View& view);
  bool rests(std::string_view id, const std::string& key, const Rect& part);
  void show_part(std::span<const Picture> layers, const Rect& rect, const View& view, const PictureOptions& options);
  void show_enlarged(std::span<const Picture> layers, const Rect& rect, const View& view, const PictureOptions& options);
  void drop_old();

  Painter& painter_;
  std::filesystem::path assets_;
  PictureGuard guard_;
  std::unordered_map<std::string, std::string> icons_; // bytes by name, empty if there is no such file
  std::unordered_map<std::string, std::uint64_t> icon_numbers_;
  Layers layers_;
  std::unordered_map<std::string, Drawn> drawn_;
  std::unordered_map<std::string, Slot> slots_;
  std::uint64_t frame_ = 1;
  std::int64_t now_ms_ = 0;
  Motion motion_ = Motion::normal;
  bool moving_ = false, may_arrive_later_ = false;
};

} // namespace firsthand::paint
