// See spoken_words.h.
#include "engine/screens/shared/spoken_words.h"

namespace firsthand::screens::shared {

ui::SpokenWords spoken_words(const content::Words& words) {
  const auto tr = [&](std::string_view source) { return words.tr("spoken", source); };
  return {.heading = tr("heading"),
          .button = tr("button"),
          .link = tr("link"),
          .choice = tr("choice"),
          .box = tr("tick box"),
          .toggle = tr("switch"),
          .tab = tr("tab"),
          .place = tr("in the picture"),
          .field = tr("field"),
          .picture = tr("picture"),
          .chosen = tr("selected"),
          .ticked = tr("ticked"),
          .not_ticked = tr("not ticked"),
          .done = tr("done once"),
          .disabled = tr("disabled"),
          .disabled_because = tr("disabled, because: {reason}"),
          .empty = tr("empty"),
          .one_sign = tr("one sign entered"),
          .signs = tr("{n} signs entered")};
}

std::string voice_sentence(const content::Words& words, platform::VoiceFor voice) {
  switch (voice) {
  case platform::VoiceFor::none:
    return words.tr("spoken",
                    "Nothing on this computer can read aloud. On Linux the package espeak-ng can, on Windows an installed voice.");
  case platform::VoiceFor::other_languages:
    return words.tr("spoken", "No voice on this computer reads this language aloud.");
  case platform::VoiceFor::unknown:
  case platform::VoiceFor::voice:
    break;
  }
  return {};
}

} // namespace firsthand::screens::shared
