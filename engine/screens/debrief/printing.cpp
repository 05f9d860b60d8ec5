// See printing.h.
#include "engine/screens/debrief/printing.h"

#include "engine/certificate/sheet.h"
#include "engine/fonts/fonts.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/records/publish.h"

namespace firsthand::screens::debrief {

Printable printable_of(const app::AttemptSession& session) {
  const auto standing = certificate::standing_of(session.pins(), session.pins().start.role, session.attempt().ending);
  if (!standing.ok()) return Printable::nothing;
  return *standing == certificate::Standing::passed ? Printable::certificate : Printable::result;
}

base::Result<std::string> write_page(app::DataFolder& data_folder, const std::string& attempt, const std::string& language) {
  content::ContentLibrary& library = data_folder.content_library();
  content::ContentSnapshots snapshots(library);
  FH_TRY(facts, certificate::facts_of(data_folder.store(), snapshots, library, attempt, language));
  FH_TRY(fonts, fonts::load_fonts(platform::font_folders()));
  const content::Words words = content::Words::load(library.files(), language);
  FH_TRY(page, certificate::pdf_of(certificate::sheet_of(facts, words), fonts));
  const std::filesystem::path folder = data_folder.pages_folder();
  const std::filesystem::path file = folder / platform::path_from(certificate::file_name_of(facts, words.language()));
  std::error_code told_below; // by whoever writes into it
  std::filesystem::create_directories(folder, told_below);
  FH_CHECK(records::write_whole(file, page));
  return platform::shown_path(file);
}

} // namespace firsthand::screens::debrief
