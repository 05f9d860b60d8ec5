// What a trainer is told of the questions that were asked on this computer: how many were right, and whether a question tells who knows
// from who does not. Of sealed lines alone, by the formulas of report/items.h. Reads the record and changes nothing in it.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/report/statistics_told.h"

namespace firsthand::app {

// Of one form what may be compared: see report::RecordedForm.
struct FormTold {
  std::string title, form, role, doctrine, language; // title of the test in the language that was asked for; else its id
  report::FormFigures figures;
  std::vector<std::string> stems;          // of each item of the figures; empty: this version of it stands in no test here
  std::vector<std::size_t> too_often = {}; // likewise: how often it was shown here, where its bank wants to know of so many times; else 0
};

struct GainTold {
  std::string title; // of the test
  report::CohortGain gain;
};

struct QuestionsTold {
  std::vector<FormTold> forms;
  std::vector<GainTold> gains; // of whoever sat a test both before and after the lessons
  report::NotTaken not_taken;
};

// Errors: "record-damaged", those of the store.
base::Result<QuestionsTold> questions_told(DataFolder& data_folder, std::string_view language);

} // namespace firsthand::app
