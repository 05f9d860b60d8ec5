// The system's own voice, which speaks one text at a time beside the frames: nobody waits for it, and nothing of it runs before it is
// needed. Knows no screen; what is spoken is put together elsewhere.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::platform {

struct Speech {
  std::string words;
  std::string language; // "en"
  int speed_percent = 100;
};

// `unknown`: the system was asked and has not answered yet; `none`: nothing speaks on this computer; `other_languages`: not this one.
enum class VoiceFor : std::uint8_t { unknown, none, other_languages, voice };

class Voice {
 public:
  virtual ~Voice() = default;
  virtual void speak(const Speech& speech) = 0;                // in place of what is being spoken; nothing where no voice speaks it
  virtual void stop() = 0;                                     // what is being spoken ends, within a word
  virtual VoiceFor voice_for(const std::string& language) = 0; // the first time it begins to ask
};

// `known` is called once, on another thread, when the system has answered. On Linux `program` speaks, a process of its own; on
// Windows it is the system's speech interface.
std::unique_ptr<Voice> open_voice(std::function<void()> known, const std::string& program = "espeak-ng");

// Words as a voice gets them, wherever they come from: no more than so many bytes, whole letters, lines kept; nothing that a speech
// program would take for an instruction (control characters, brackets and angles).
constexpr std::size_t most_spoken_bytes = 8000;
std::string speakable(std::string_view words);

// ---- for platform_voice_*.cpp and tests -----------------------------------------------------------------------------

// What a system brings. It lives on the voice's thread; only `interrupt` is called from others.
class Speaker {
 public:
  virtual ~Speaker() = default;
  virtual std::optional<std::vector<std::string>> languages() = 0; // "en-gb", "th"; nothing: nothing speaks here
  virtual void say(const Speech& speech) = 0;                      // until it was said, or interrupted
  virtual void begin() = 0;                                        // before `say`: an interruption from here on is one of it
  virtual void interrupt() = 0;                                    // `say`, `languages` come back soon
};
std::unique_ptr<Voice> voice_of(std::function<std::unique_ptr<Speaker>()> speaker, std::function<void()> known);

} // namespace firsthand::platform
