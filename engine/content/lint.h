// What can be said of content before anyone plays it: all findings of scenarios, courses, models and doctrine, the plays that do
// not run, and the words on the way to a pass. Shared by `check` and whoever shows a library with its findings.
#pragma once

#include "engine/content/content_library.h"
#include "engine/content/disk_files.h"
#include "engine/content/lesson_meaning.h"
#include "engine/content/play_check.h"
#include "engine/content/roots.h"
#include "engine/reading/bank.h"
#include "engine/reading/findings.h"

namespace firsthand::content {

struct LintFinding {
  model::Gravity gravity = model::Gravity::error;
  std::string path;    // as the person named its folder; `text` begins with it
  std::string text;    // rendered: place, message, source line
  std::string json;    // the same as one line of JSON
  bool joined = false; // `text` of another finding names this one: several plays broken by one cause
};

struct Translated {
  std::string language;
  reading::TranslationCount count;
};

struct BankLint {
  std::string path; // as the person named its folder
  std::size_t items = 0;
  std::vector<Translated> translations;
  std::vector<model::Text> texts; // for translators
  std::vector<reading::UsedFile> files;
};

struct ScenarioLint {
  std::string path;   // as the person named its folder
  ContentPtr content; // may be unusable
  int plays = 0;
  int path_words = 0;                   // 0: no exemplar, or it does not run
  std::vector<Translated> translations; // of those beside the lesson
  std::vector<proving::NamedPlay> acts; // of the plays that can be read, the exemplar first
  int at_format_2 = 0;                  // findings that a lesson of format 1 would have besides
};

// What is asked of a lesson of format 1: only what format 1 asks, or all, as notes.
enum class Asked { by_its_format, everything };

struct LintResult {
  std::vector<LintFinding> findings; // each once
  std::vector<ScenarioLint> scenarios;
  std::vector<BankLint> banks;

  std::size_t count(model::Gravity gravity) const;
};

// Adds to `lint` what `located` names: one file, a scenario, or a whole tree; in the words of `translate`. `today` ("2026-11-25") is
// what dates are compared with; without it nothing is said of dates that have passed.
void lint_content(const reading::FileSource& files, const session::Catalogue& modules, const Located& located, LintResult& lint,
                  const reading::Translate& translate = reading::as_written, std::string_view today = {},
                  Asked asked = Asked::by_its_format);

} // namespace firsthand::content
