// What can be said of content before anyone plays it: all findings of scenarios, courses, models and doctrine, the plays that do
// not run, and the words on the way to a pass. Shared by `check` and whoever shows a library with its findings.
#pragma once

#include "engine/content/disk_files.h"
#include "engine/content/play_check.h"
#include "engine/content/roots.h"
#include "engine/content/shelf.h"
#include "engine/reading/findings.h"

namespace firsthand::content {

struct Remark {
  model::Gravity gravity = model::Gravity::error;
  std::string path;    // as the person named its folder; `text` begins with it
  std::string text;    // rendered: place, message, source line
  std::string json;    // the same as one line of JSON
  bool joined = false; // `text` of another remark names this one: several plays broken by one cause
};

struct ScenarioReview {
  std::string path;   // as the person named its folder
  ContentPtr content; // may be unusable
  int plays = 0;
  int path_words = 0; // 0: no exemplar, or it does not run
  struct Translated {
    std::string language;
    reading::TranslationCount count;
  };
  std::vector<Translated> translations; // of those beside the lesson
};

struct Review {
  std::vector<Remark> remarks; // each once
  std::vector<ScenarioReview> scenarios;

  std::size_t count(model::Gravity gravity) const;
};

// Adds to `review` what `located` names: one file, a scenario, or a whole tree; in the words of `translate`. `today` ("2026-11-25") is
// what dates are compared with; without it nothing is said of dates that have passed.
void review_content(const reading::FileSource& files, const session::Catalogue& modules, const Located& located, Review& review,
                    const reading::Translate& translate = reading::as_written, std::string_view today = {});

} // namespace firsthand::content
