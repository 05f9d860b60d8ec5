// See code_words.h.
#include "engine/session/code_words.h"

#include <span>
#include <utility>

namespace firsthand::session {

namespace {

using CodeText = std::pair<std::string_view, std::string_view>;

constexpr CodeText ruling_texts[] = {{"person", "Somebody else sat there, or it is not known who"},
                                     {"help", "Help that was not allowed"},
                                     {"disturbed", "Disturbed: noise, illness, an interruption"},
                                     {"computer", "Power, computer or program failed"},
                                     {"question", "A question was faulty"},
                                     {"mistake", "An earlier decision was wrong"}};
constexpr CodeText incident_texts[] = {{"helped", "Was helped"},
                                       {"talked", "Talked"},
                                       {"device", "Used a device of their own"},
                                       {"left", "Left the place"},
                                       {"power", "Power or computer failed"}};

std::string text_of(std::span<const CodeText> texts, std::string_view code) {
  for (const auto& [each, text] : texts)
    if (each == code) return std::string(text);
  return std::string(code);
}

} // namespace

std::string ruling_english(std::string_view code) { return text_of(ruling_texts, code); }
std::string incident_english(std::string_view code) { return text_of(incident_texts, code); }
std::string counted_english(std::string_view word) { return word == "failed" ? "not passed" : std::string(word); }

} // namespace firsthand::session
