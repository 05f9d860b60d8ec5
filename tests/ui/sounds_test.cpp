// The eight sounds: short, bounded, each another one, the same on every machine; and a loudspeaker that is off, or has no device.
#include "engine/ui/sounds.h"

#include <SDL.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

using namespace firsthand::ui;

namespace {

std::vector<Samples> all_sounds() {
  std::vector<Samples> all;
  for (int i = 0; i < sound_count; ++i)
    all.push_back(samples_of(static_cast<Sound>(i)));
  return all;
}

// How much two sounds have in common, of 1.
double likeness(const Samples& a, const Samples& b) {
  double both = 0, left = 0, right = 0;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const double x = i < a.size() ? a[i] : 0, y = i < b.size() ? b[i] : 0;
    both += x * y, left += x * x, right += y * y;
  }
  return std::abs(both) / std::sqrt(left * right);
}

} // namespace

TEST_CASE("sounds: each is short, can be heard, is never cut off, and begins and ends in silence") {
  std::size_t bytes = 0;
  for (const Samples& samples : all_sounds()) {
    REQUIRE(samples.size() > sound_rate / 50);
    CHECK(samples.size() <= sound_rate * 34 / 100 + 1);
    const auto loudest = std::max_element(samples.begin(), samples.end(), [](int a, int b) { return std::abs(a) < std::abs(b); });
    CHECK(std::abs(*loudest) > 2000);
    CHECK(std::abs(*loudest) < 30'000); // far from the edge, where it would be clipped
    CHECK(std::abs(samples.front()) < 200);
    CHECK(std::abs(samples.back()) < 200);
    bytes += samples.size() * sizeof samples[0];
  }
  CHECK(bytes < 100'000);
}

TEST_CASE("sounds: no two are alike, and each comes out the same again") {
  const std::vector<Samples> all = all_sounds();
  CHECK(all == all_sounds());
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      CHECK_MESSAGE(likeness(all[i], all[j]) < 0.8, i << " and " << j);
}

TEST_CASE("sounds: what is off opens no device") {
  Loudspeaker loudspeaker;
  loudspeaker.play(Sound::done, 0);
  SDL_Delay(30);
  CHECK_FALSE(loudspeaker.is_open());
  CHECK_FALSE(SDL_WasInit(SDL_INIT_AUDIO));
}

TEST_CASE("sounds: the device is given back when it was quiet for a while") {
  Loudspeaker loudspeaker;
  loudspeaker.play(Sound::came, 50);
  for (int i = 0; i < 500 && !loudspeaker.is_open(); ++i)
    SDL_Delay(1);
  CHECK(loudspeaker.is_open());
  loudspeaker.play(Sound::done, 50);
  for (int i = 0; i < 5000 && loudspeaker.is_open(); ++i)
    SDL_Delay(1);
  CHECK_FALSE(loudspeaker.is_open());
  CHECK_FALSE(SDL_WasInit(SDL_INIT_AUDIO));
}

TEST_CASE("sounds: a computer without a device is silent, and is not asked again") {
  const char* before = std::getenv("SDL_AUDIODRIVER");
  const std::string kept = before ? before : "";
  SDL_setenv("SDL_AUDIODRIVER", "nothing-of-this-name", 1);
  {
    Loudspeaker loudspeaker;
    loudspeaker.play(Sound::came, 50);
    SDL_Delay(50);
    loudspeaker.play(Sound::came, 50);
    for (int i = 0; i < 2000 && loudspeaker.is_open(); ++i)
      SDL_Delay(1);
    CHECK_FALSE(loudspeaker.is_open());
  }
  SDL_setenv("SDL_AUDIODRIVER", kept.c_str(), 1);
}
