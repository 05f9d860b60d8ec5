// The program's own texts. English stands in the code; assets/lang/<language>.po translates. A text is found by its context
// and its source; what is missing falls back to English and is counted.
#pragma once

#include "engine/base/result.h"
#include "engine/reading/translation.h"

#include <set>

namespace firsthand::content {

using Fill = std::vector<std::pair<std::string, std::string>>; // {"time", "14:02"} fills {time}
std::string filled(std::string text, const Fill& fill);

struct Language {
  std::string code;      // "th"
  std::string name;      // in itself: "ไทย"
  bool reviewed = false; // a draft is for practice only
};

// English first, then assets/lang/*.po by code. A file that cannot be read is left out, with findings.
std::vector<Language> languages(const reading::FileSource& files);

// Every code with which an act is refused, but for those of one kind of step.
std::vector<std::string> refusal_codes();
// Every code of an error for which there is a sentence.
std::vector<std::string> error_codes();

class Words {
 public:
  Words() = default; // English
  static Words load(const reading::FileSource& files, std::string_view language);

  const std::string& language() const { return language_; }
  bool reviewed() const;

  // tr("home", "Continue"); with {placeholders}: tr("play", "Saved {time}", {{"time", "14:02"}}).
  std::string tr(std::string_view context, std::string_view source, const Fill& fill = {}) const;
  // {n} is filled by itself.
  std::string plural(std::string_view context, std::string_view one, std::string_view many, std::int64_t n, const Fill& fill = {}) const;

  // "2026-11-30" as this language writes a day, with the years of its own era.
  std::string day(std::string_view iso) const;

  // What was asked for and not translated so far: "context|source".
  const std::set<std::string>& missing() const { return missing_; }

  // A sentence for a refused action's code, and for an error: what happened and what to do.
  std::string refusal(std::string_view code, std::string_view sentence = {}) const; // `sentence`: what the refusal says itself
  std::string error(const base::Error& error) const;

 private:
  std::string language_ = "en";
  reading::Translation translation_;
  mutable std::set<std::string> missing_;
};

} // namespace firsthand::content
