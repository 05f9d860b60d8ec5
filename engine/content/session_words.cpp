// See session_words.h.
#include "engine/content/session_words.h"

#include "engine/session/code_words.h"

namespace firsthand::content {

std::string incident_words(const Words& words, std::string_view code) {
  const std::string english = session::incident_english(code);
  return words.tr("session", english);
}

std::string incident_list(const Words& words, std::span<const std::string> codes) {
  std::string all;
  for (const std::string& code : codes)
    all += (all.empty() ? "" : ", ") + incident_words(words, code);
  return all;
}

std::string ruling_words(const Words& words, std::string_view code) {
  const std::string english = session::ruling_english(code);
  return words.tr("decision", english);
}

std::string ruling_because(const Words& words, std::string_view code) {
  if (code == "person") return words.tr("decision", "somebody else sat there, or it is not known who");
  if (code == "help") return words.tr("decision", "there was help that was not allowed");
  if (code == "disturbed") return words.tr("decision", "it was disturbed by noise, illness or an interruption");
  if (code == "computer") return words.tr("decision", "power, computer or program failed");
  if (code == "question") return words.tr("decision", "a question was faulty");
  if (code == "mistake") return words.tr("decision", "an earlier decision was wrong");
  return std::string(code);
}

std::string identity_words(const Words& words, std::string_view code) {
  if (code == "card") return words.tr("session", "Card compared");
  if (code == "known") return words.tr("session", "Known to me");
  if (code == "pin") return words.tr("session", "PIN only");
  return std::string(code);
}

} // namespace firsthand::content
