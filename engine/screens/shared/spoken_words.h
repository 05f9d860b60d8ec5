// What a voice says beside the words of a screen, in the language of the person, and what is said of the voice itself.
#pragma once

#include "engine/content/words.h"
#include "engine/platform/voice.h"
#include "engine/ui/spoken.h"

#include <string>

namespace firsthand::screens::shared {

ui::SpokenWords spoken_words(const content::Words& words);
// Why nothing is read aloud; "": it is, or nobody knows yet.
std::string voice_sentence(const content::Words& words, platform::VoiceFor voice);

} // namespace firsthand::screens::shared
