// See session_words.h.
#include "engine/content/session_words.h"

namespace firsthand::content {

std::string incident_words(const Words& words, std::string_view code) {
  if (code == "helped") return words.tr("session", "Was helped");
  if (code == "talked") return words.tr("session", "Talked");
  if (code == "device") return words.tr("session", "Used a device of their own");
  if (code == "left") return words.tr("session", "Left the place");
  if (code == "power") return words.tr("session", "Power or computer failed");
  return std::string(code);
}

std::string incident_list(const Words& words, std::span<const std::string> codes) {
  std::string all;
  for (const std::string& code : codes)
    all += (all.empty() ? "" : ", ") + incident_words(words, code);
  return all;
}

std::string identity_words(const Words& words, std::string_view code) {
  if (code == "card") return words.tr("session", "Card compared");
  if (code == "known") return words.tr("session", "Known to me");
  if (code == "pin") return words.tr("session", "PIN only");
  return std::string(code);
}

} // namespace firsthand::content
