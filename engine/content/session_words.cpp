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

std::string ruling_words(const Words& words, std::string_view code) {
  if (code == "person") return words.tr("decision", "Somebody else sat there, or it is not known who");
  if (code == "help") return words.tr("decision", "Help that was not allowed");
  if (code == "disturbed") return words.tr("decision", "Disturbed: noise, illness, an interruption");
  if (code == "computer") return words.tr("decision", "Power, computer or program failed");
  if (code == "question") return words.tr("decision", "A question was faulty");
  if (code == "mistake") return words.tr("decision", "An earlier decision was wrong");
  return std::string(code);
}

std::string identity_words(const Words& words, std::string_view code) {
  if (code == "card") return words.tr("session", "Card compared");
  if (code == "known") return words.tr("session", "Known to me");
  if (code == "pin") return words.tr("session", "PIN only");
  return std::string(code);
}

} // namespace firsthand::content
