// Statistics as text for people and as a table for spreadsheets. Knows no file and no command.
#pragma once

#include "engine/report/anchors.h"
#include "engine/report/cut.h"
#include "engine/report/gain.h"
#include "engine/report/items.h"
#include "engine/report/recorded_tests.h"
#include "engine/report/table.h"

namespace firsthand::report {

// The figures of a form that was taken out of records.
struct RecordedFigures {
  std::string test, form, role, doctrine, language, head;
  FormFigures figures;
};
RecordedFigures figures_of(const RecordedForm& form, std::optional<std::size_t> cut);

struct RecordedGain {
  std::string test;
  CohortGain gain;
};
std::vector<RecordedGain> gains_of(const RecordedTests& tests);

std::string told(const std::vector<RecordedFigures>& forms);
std::string told(const std::vector<AnchorMeans>& anchors);
std::string told(const std::vector<RecordedGain>& gains);
std::string told(const FormFigures& form);
std::string told(const CohortGain& gain);
std::string told(const CutFigures& cut);
// The same, a row an item, an option, a person, and one of the whole; figures in thousandths, so that no list takes them for anything else.
void write_table(const std::vector<RecordedFigures>& forms, char separator, const Out& out); // each row says of which form
void write_table(const std::vector<RecordedGain>& gains, char separator, const Out& out);
void write_table(const FormFigures& form, char separator, const Out& out);
void write_table(const CohortGain& gain, char separator, const Out& out);
void write_table(const CutFigures& cut, char separator, const Out& out);

} // namespace firsthand::report
