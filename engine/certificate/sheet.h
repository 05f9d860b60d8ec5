// A sheet of paper about one attempt: first as words in one language, then as a page. Both are pure: the same facts and words give the same
// bytes. Nothing is decided here, and nothing stands there that the record does not hold.
#pragma once

#include "engine/certificate/facts.h"
#include "engine/content/words.h"
#include "engine/text/text.h"

namespace firsthand::certificate {

struct SheetCell {
  std::string label, value;
  int share = 1; // of the width, beside those of the others
};
struct SheetSection {
  std::string heading, text;
};

struct Sheet {
  std::string language;
  std::string course;               // at the head; may be empty
  std::string title, lead;          // "Certificate", "This certifies that"
  std::string name, who, statement; // who: rank, number, unit; may be empty
  std::string provisional;          // empty: what was asked was reviewed
  std::vector<SheetCell> cells;
  std::string competencies_heading;
  std::vector<CompetencyFact> competencies;
  std::vector<SheetSection> sections;
  SheetSection limits;                                    // what it does not show
  std::string code_label, code, check, command, versions; // command: what checks it
  std::string made;                                       // ISO 8601
};

Sheet sheet_of(const Facts& facts, const content::Words& words);

// Errors: "pdf-failed".
base::Result<std::string> pdf_of(const Sheet& sheet, const text::FontSet& fonts);

// "certificate-knowledge-2026-11-25-K7QM2XPD94TRHV3B-th.pdf": says whose it is to nobody who only sees the name.
std::string file_name_of(const Facts& facts, std::string_view language);

} // namespace firsthand::certificate
