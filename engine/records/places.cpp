// Finding, offering and remembering the place of the records.
#include "engine/records/places.h"

#include "engine/platform/lock.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/records/publish.h"
#include "engine/storage/database.h"

#include <fmt/format.h>

#include <fstream>

namespace firsthand::records {

namespace fs = std::filesystem;

namespace {

constexpr const char* portable_name = "firsthand.portable";
constexpr const char* chosen_name = "records-are-in.txt";

// Without the mark that an editor puts before it, and without what stands unseen behind it.
std::string first_line(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string line;
  std::getline(stream, line);
  if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ')
    line.pop_back();
  return line;
}

fs::path chosen_folder(const Surroundings& around) {
  return around.memory.empty() ? fs::path() : platform::path_from(first_line(around.memory / chosen_name));
}

bool has_record(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(platform::database_path(folder), ignored);
}

bool same_folder(const fs::path& one, const fs::path& other) {
  std::error_code failed;
  return fs::equivalent(one, other, failed) || one.lexically_normal() == other.lexically_normal();
}

// Seen from the program where both are on one drive, so that another drive letter changes nothing.
std::string as_seen_from(const fs::path& program, const fs::path& folder) {
  const fs::path relative =
      program.root_path() == folder.root_path() && platform::drive_of(program).serial == platform::drive_of(folder).serial
          ? folder.lexically_relative(program)
          : fs::path();
  return platform::utf8_of(relative.empty() ? folder : relative);
}

base::Error not_writable(const fs::path& folder) {
  return base::fail("place-not-writable", fmt::format("Nothing can be written in {}. Choose another folder.", platform::utf8_of(folder)));
}

// A damaged or foreign record is not taken along; a record that is in the new place already stays.
base::Result<Carried> carry_record(const fs::path& from, const fs::path& to) {
  if (has_record(to) || !has_record(from)) return Carried::nothing;
  storage::Options how;
  how.mode = storage::OpenMode::read_only;
  auto record = storage::Database::open(platform::database_path(from), how);
  if (!record.ok()) return Carried::nothing;
  FH_CHECK(record->backup_to(platform::database_path(to)));
  how.mode = storage::OpenMode::read_write;
  FH_TRY(copy, storage::Database::open(platform::database_path(to), how));
  FH_CHECK(copy.set_fingerprint("")); // moved on purpose: its new place is noted at the next start, and nobody takes it for a copy
  return Carried::copy;
}

} // namespace

Surroundings surroundings_here() {
  return {platform::program_folder(), platform::user_data_folder(), platform::memory_folder(), platform::removable_drives()};
}

fs::path portable_folder(const fs::path& program_folder) {
  std::error_code ignored;
  if (program_folder.empty() || !fs::is_regular_file(program_folder / portable_name, ignored)) return {};
  const std::string line = first_line(program_folder / portable_name);
  return program_folder / platform::path_from(line.empty() ? "data" : line); // an absolute one stands for itself
}

bool can_be_written(const fs::path& folder) {
  std::error_code failed;
  fs::path there = folder;
  while (!there.empty() && !fs::exists(there, failed) && there.has_relative_path())
    there = there.parent_path();
  const fs::path trial = there / fmt::format("firsthand-{}.trial", platform::process_id());
  bool written = false;
  if (fs::is_directory(there, failed)) {
    std::ofstream stream(trial, std::ios::binary);
    written = static_cast<bool>(stream << "trial" << std::flush);
  }
  fs::remove(trial, failed);
  return written;
}

fs::path data_folder(const Surroundings& around) {
  const fs::path portable = portable_folder(around.program), chosen = chosen_folder(around);
  if (!portable.empty() && (chosen.empty() || can_be_written(around.program))) return portable;
  return chosen.empty() ? around.own : chosen;
}

std::vector<Place> places_instead_of(const fs::path& now, const Surroundings& around) {
  std::vector<Place> places;
  for (const fs::path& drive : around.drives)
    places.push_back({drive / "Firsthand", has_record(drive / "Firsthand"), true});
  places.push_back({around.own, has_record(around.own), false});
  std::erase_if(places, [&now](const Place& place) { return same_folder(place.folder, now) || !can_be_written(place.folder); });
  return places;
}

base::Result<void> choose_place(const fs::path& folder, const Surroundings& around) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!fs::is_directory(folder, failed) || !can_be_written(folder)) return not_writable(folder);
  if (!portable_folder(around.program).empty() && can_be_written(around.program))
    return write_whole(around.program / portable_name, as_seen_from(around.program, folder) + "\n");
  if (around.memory.empty()) return {};
  fs::create_directories(around.memory, failed);
  return write_whole(around.memory / chosen_name, platform::utf8_of(folder) + "\n");
}

base::Result<Carried> move_to_place(const fs::path& from, const fs::path& to, const Surroundings& around) {
  std::error_code failed;
  fs::create_directories(to, failed);
  if (!fs::is_directory(to, failed) || !can_be_written(to)) return not_writable(to);
  FH_TRY(carried, carry_record(from, to));
  FH_CHECK(choose_place(to, around));
  return carried;
}

bool is_chosen(const fs::path& folder, const Surroundings& around) {
  const fs::path chosen = chosen_folder(around);
  return !chosen.empty() && chosen == folder;
}

} // namespace firsthand::records
