// The drawer refuses what the check of pictures refuses, and what it draws is little work: counted in what it asks of memory,
// which is the same on every machine. (It keeps a record of every line, dash and curve that it cuts a shape into.)
#include "engine/paint/svg.h"
#include "engine/reading/picture.h"
#include "tests/reading/hostile_pictures.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <cstdlib>

using namespace firsthand;
using reading_test::HostilePictures;

namespace {

// What SDL, and the drawer with it, asks of memory while one of these lives.
class MemoryCount {
 public:
  MemoryCount() {
    bytes = calls = 0;
    SDL_GetMemoryFunctions(&kept_malloc, &kept_calloc, &kept_realloc, &kept_free);
    SDL_SetMemoryFunctions([](std::size_t size) { return count(size), kept_malloc(size); },
                           [](std::size_t n, std::size_t size) { return count(n * size), kept_calloc(n, size); },
                           [](void* old, std::size_t size) { return count(size), kept_realloc(old, size); }, kept_free);
  }
  ~MemoryCount() { SDL_SetMemoryFunctions(kept_malloc, kept_calloc, kept_realloc, kept_free); }
  MemoryCount(const MemoryCount&) = delete;
  MemoryCount& operator=(const MemoryCount&) = delete;

  static inline std::size_t bytes = 0, calls = 0;

 private:
  static void count(std::size_t size) { bytes += size, ++calls; }
  static inline SDL_malloc_func kept_malloc;
  static inline SDL_calloc_func kept_calloc;
  static inline SDL_realloc_func kept_realloc;
  static inline SDL_free_func kept_free;
};

} // namespace

TEST_CASE("ui: what the check of pictures refuses is not drawn, and what it lets through is little work") {
  HostilePictures pictures(7);
  std::size_t most_bytes = 0, most_calls = 0, drawn_pictures = 0;
  for (int i = 0; i < 200; ++i) {
    const std::string svg = pictures.next();
    model::Findings findings;
    const bool good = reading::check_svg(svg, 0, findings);
    CAPTURE(svg.substr(0, 2000));
    const MemoryCount count;
    const bool drawn = paint::draw_picture(svg, {768, 336}, reading::may_be_drawn) != nullptr;
    REQUIRE(drawn == good);
    if (!good) REQUIRE(MemoryCount::calls == 0); // refused before it was begun
    drawn_pictures += drawn;
    most_bytes = std::max(most_bytes, MemoryCount::bytes), most_calls = std::max(most_calls, MemoryCount::calls);
  }
  CHECK(drawn_pictures > 30);
  CHECK(most_bytes < 8u << 20);
  CHECK(most_calls < 10'000);
}

TEST_CASE("ui: a picture of few bytes that would keep the drawer busy is refused at once") {
  const std::string svg = HostilePictures::whole(
      R"svg(<polyline points="0,10 999999999,10" fill="none" stroke="#000000" stroke-width="1" stroke-dasharray="2 1"/>)svg");
  const MemoryCount count;
  CHECK_FALSE(paint::draw_picture(svg, {768, 336}, reading::may_be_drawn));
  CHECK(MemoryCount::calls == 0);
}

TEST_CASE("ui: a picture that is too deep is refused") {
  std::string deep = R"(<svg viewBox="0 0 9 9">)";
  for (int i = 0; i < 200'000; ++i)
    deep += "<g>";
  CHECK_FALSE(paint::draw_picture(deep, {10, 10}, reading::may_be_drawn));
}

TEST_CASE("ui: a photograph whose header tells of more pixels than are drawn is refused before it is unfolded") {
  const auto png = [](const char* w, const char* h) {
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + std::string(w, 4) + std::string(h, 4) + std::string("\x08\6\0\0\0", 5);
  };
  for (const std::string& bytes : {png("\0\1\0\0", "\0\0\0\1"), png("\0\0\0\1", "\xFF\xFF\xFF\xFF"), png("\0\0\0\0", "\0\0\0\1"),
                                   png("\0\1\0\1", "\0\1\0\1"), std::string("\x89PNG")}) {
    CHECK_FALSE(paint::picture_size(bytes));
    const MemoryCount count;
    CHECK_FALSE(paint::draw_picture(bytes, {10, 10}, reading::may_be_drawn));
    CHECK(MemoryCount::calls == 0);
  }
  CHECK(paint::picture_size(png("\0\0\2\0", "\0\0\1\0")) == paint::Size{512, 256});
}
