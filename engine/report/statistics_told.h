// Statistics as text for people and as a table for spreadsheets. Knows no file and no command.
#pragma once

#include "engine/report/cut.h"
#include "engine/report/gain.h"
#include "engine/report/items.h"
#include "engine/report/table.h"

namespace firsthand::report {

std::string told(const FormFigures& form);
std::string told(const CohortGain& gain);
std::string told(const CutFigures& cut);
// The same, a row an item, an option, a person, and one of the whole; figures in thousandths, so that no list takes them for anything else.
void write_table(const FormFigures& form, char separator, const Out& out);
void write_table(const CohortGain& gain, char separator, const Out& out);
void write_table(const CutFigures& cut, char separator, const Out& out);

} // namespace firsthand::report
