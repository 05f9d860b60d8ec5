// Reads aloud: the whole screen when it is asked for, and where the person wants it what has the focus, another screen's title,
// notices, and what an act brought. All of it stands on the screen; nothing else is ever spoken. Made of the registry, so it knows no page.
#pragma once

#include "engine/app/settings.h"
#include "engine/content/words.h"
#include "engine/platform/voice.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/frame.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace firsthand::screens {

class ReadAloud {
 public:
  explicit ReadAloud(platform::Voice* voice) : voice_(voice) {}

  // How it is read now; `turn`: of what is played, counted.
  struct Manner {
    const content::Words& words;
    const app::Settings& settings;
    int turn = 0;
  };
  void follow(Frame& f, const Manner& manner); // at the end of each frame
  void read_screen(Frame& f, const Manner& manner);
  void be_quiet();
  platform::VoiceFor voice_for(const std::string& language) const;
  bool is_voiceless(Frame& f); // somebody wanted to hear something a moment ago, and nothing speaks

 private:
  // Of one frame: what is told when it becomes another.
  struct Heard {
    std::string title, focused, words;
    int secret = -1, turn = 0;
    std::vector<std::string> notices;
    friend bool operator==(const Heard&, const Heard&) = default;
  };
  Heard heard_in(const Frame& f, const Manner& manner) const;
  void tell(const Frame& f, const Manner& manner);
  void add_news(std::vector<std::string>& lines, const Frame& f, const Manner& manner) const;
  std::string words_of_focus(const Manner& manner) const;
  void speak(const std::vector<std::string>& lines, const Manner& manner);

  platform::Voice* voice_;
  Heard now_, told_;
  std::set<std::string> shown_; // what stood there when something was told last
  std::optional<std::int64_t> due_ms_;
  std::int64_t wanted_ms_ = -1; // when the whole screen was asked for
};

} // namespace firsthand::screens
