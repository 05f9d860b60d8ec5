// Eight short sounds, made in memory and the same on every machine; and the loudspeaker that plays them. Each says that something
// happened, never whether it was good; what they say stands on the screen as well.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace firsthand::ui {

enum class Sound : std::uint8_t {
  done,    // what was pressed was done
  picture, // a photograph was taken
  written, // something was written down or signed
  came,    // something changed by itself
  waits,   // somebody speaks, and may want an answer
  refused, // what was pressed could not be done
  further, // the next part began
  over     // it came to its end
};
constexpr int sound_count = 8;

constexpr int sound_rate = 22'050; // samples a second, one channel
using Samples = std::vector<std::int16_t>;
Samples samples_of(Sound sound); // a third of a second at most, from silence to silence

// Plays through the system's standard device. It is opened by the first sound, on a thread of its own, and given back when it was quiet
// for a while: until then nothing of it runs, after that nothing moves. Without a device it is silent. No call waits.
class Loudspeaker {
 public:
  Loudspeaker();
  ~Loudspeaker();
  Loudspeaker(const Loudspeaker&) = delete;
  Loudspeaker& operator=(const Loudspeaker&) = delete;
  void play(Sound sound, int volume_percent); // 0: nothing at all
  bool is_open() const;                       // it has the device, or is about to get it

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace firsthand::ui
