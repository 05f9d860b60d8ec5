// How the eight sounds are made: a few tones each, one after the other, that swell and die away. See sounds.h.
#include "engine/ui/sounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace firsthand::ui {

namespace {

// A tone from `hertz` to `to`, with some of its octave and of noise.
struct Tone {
  double hertz, to;
  int begins_ms, lasts_ms;
  double loud, octave, noise;
};

constexpr std::array<Tone, 1> done_tones{{{520, 520, 0, 90, 0.30, 0.2, 0}}};
constexpr std::array<Tone, 2> picture_tones{{{1800, 900, 0, 25, 0.16, 0, 0.8}, {1200, 600, 70, 35, 0.16, 0, 0.8}}};
constexpr std::array<Tone, 2> written_tones{{{900, 700, 0, 60, 0.10, 0, 0.5}, {900, 700, 90, 80, 0.10, 0, 0.5}}};
constexpr std::array<Tone, 2> came_tones{{{660, 660, 0, 130, 0.30, 0.3, 0}, {880, 880, 110, 190, 0.30, 0.3, 0}}};
constexpr std::array<Tone, 2> waits_tones{{{740, 740, 0, 110, 0.30, 0.1, 0}, {740, 740, 160, 150, 0.30, 0.1, 0}}};
constexpr std::array<Tone, 1> refused_tones{{{220, 180, 0, 150, 0.34, 0.4, 0}}};
constexpr std::array<Tone, 2> further_tones{{{440, 440, 0, 100, 0.26, 0.2, 0}, {587, 587, 90, 160, 0.26, 0.2, 0}}};
constexpr std::array<Tone, 3> over_tones{
    {{587, 587, 0, 110, 0.26, 0.2, 0}, {494, 494, 100, 110, 0.26, 0.2, 0}, {440, 440, 200, 130, 0.26, 0.2, 0}}};

std::span<const Tone> tones_of(Sound sound) {
  switch (sound) {
  case Sound::done:
    return done_tones;
  case Sound::picture:
    return picture_tones;
  case Sound::written:
    return written_tones;
  case Sound::came:
    return came_tones;
  case Sound::waits:
    return waits_tones;
  case Sound::refused:
    return refused_tones;
  case Sound::further:
    return further_tones;
  case Sound::over:
    return over_tones;
  }
  return {};
}

int samples_in(int ms) { return ms * sound_rate / 1000; }

// Swells within 4 ms and dies away: no click at either end.
double envelope(int at, int length) {
  const double swell = std::min(1.0, static_cast<double>(at) / samples_in(4));
  const double left = 1.0 - static_cast<double>(at) / length;
  return swell * left * left;
}

void add_tone(std::vector<double>& mixed, const Tone& tone) {
  const int length = samples_in(tone.lasts_ms);
  std::uint32_t seed = 0x9E3779B9U;
  double phase = 0;
  for (int at = 0; at < length; ++at) {
    seed = seed * 1'664'525U + 1'013'904'223U; // the same noise on every machine
    const double noise = static_cast<double>(seed >> 8U) / double{1U << 23U} - 1.0;
    phase += 2 * std::numbers::pi * (tone.hertz + (tone.to - tone.hertz) * at / length) / sound_rate;
    const double wave = std::sin(phase) + tone.octave * std::sin(2 * phase) + tone.noise * noise;
    mixed[static_cast<std::size_t>(samples_in(tone.begins_ms) + at)] += tone.loud * envelope(at, length) * wave;
  }
}

} // namespace

Samples samples_of(Sound sound) {
  int length = 0;
  for (const Tone& tone : tones_of(sound))
    length = std::max(length, samples_in(tone.begins_ms) + samples_in(tone.lasts_ms));
  std::vector<double> mixed(static_cast<std::size_t>(length) + 1); // it ends in silence
  for (const Tone& tone : tones_of(sound))
    add_tone(mixed, tone);
  Samples samples(mixed.size());
  std::transform(mixed.begin(), mixed.end(), samples.begin(),
                 [](double value) { return static_cast<std::int16_t>(std::lround(std::clamp(value, -1.0, 1.0) * 32'000)); });
  return samples;
}

} // namespace firsthand::ui
