// See list_plan.h.
#include "engine/app/list_plan.h"

namespace firsthand::app {

namespace {

std::string table_fault_words(base::TableFault::Kind kind, const content::Words& words) {
  const auto tr = [&words](std::string_view source) { return words.tr("roster", source); };
  using Kind = base::TableFault::Kind;
  switch (kind) {
  case Kind::too_large:
  case Kind::rows_many:
    return tr("This is too much for one list. Divide the file.");
  case Kind::empty:
    return tr("The file holds no line.");
  case Kind::workbook:
    return tr("This is a workbook. Open it and save the sheet as “CSV UTF-8”.");
  case Kind::encoding:
  case Kind::control:
    return tr("A letter here cannot be read. Save the sheet again as “CSV UTF-8”.");
  case Kind::separator:
    return tr("Comma, semicolon and tab stand in the headings: which one separates the cells cannot be known.");
  case Kind::quote_open:
  case Kind::quote_inside:
    return tr("The quotes of a cell do not fit each other.");
  case Kind::cells_more:
    return tr("There are more cells than headings. A cell with a comma in it needs quotes.");
  case Kind::columns_many:
  case Kind::cell_long:
    return tr("This does not look like a list. Is it the right file?");
  case Kind::name_missing:
    return tr("This column has no heading.");
  case Kind::name_twice:
    return tr("Two columns have the same heading.");
  case Kind::content:
    break;
  }
  return {};
}

} // namespace

std::string ListChange::line() const {
  constexpr const char* kinds[] = {"look ", "new ", "changed ", "gone "};
  return kinds[static_cast<std::size_t>(kind)] + says;
}

std::string words_of_fault(const base::TableFault& fault, const content::Words& words) {
  const bool own = fault.kind == base::TableFault::Kind::content || words.language() == "en";
  const content::Fill fill{{"line", std::to_string(fault.line)},
                           {"column", std::to_string(fault.column)},
                           {"fault", own ? fault.says : table_fault_words(fault.kind, words)}};
  if (fault.line == 0) return fill.back().second;
  if (fault.column == 0) return words.tr("roster", "Line {line}: {fault}", fill);
  return words.tr("roster", "Line {line}, column {column}: {fault}", fill);
}

} // namespace firsthand::app
