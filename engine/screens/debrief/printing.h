// What can be printed of the attempt that a debrief is about, and the file that is written for it.
#pragma once

#include "engine/app/data_folder.h"

#include <string>

namespace firsthand::screens::debrief {

enum class Printable : std::uint8_t { nothing, certificate, result };
Printable printable_of(const app::AttemptSession& session);

// Off the frames: reads fonts, and writes into the folder of pages. Gives where the file is, as the system shows it. Errors: those of
// certificate::facts_of and pdf_of; "fonts-missing", "export-failed".
base::Result<std::string> write_page(app::DataFolder& data_folder, const std::string& attempt, const std::string& language);

} // namespace firsthand::screens::debrief
