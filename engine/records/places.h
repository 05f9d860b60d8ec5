// Where the records lie. In this order: where the command line says; where firsthand.portable beside the program says, if that
// can be written; where a person chose; this user's own folder.
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace firsthand::records {

// What the program may look at to find its records: folders of the platform, or a test's own.
struct Surroundings {
  std::filesystem::path program;             // folder of the program; empty if unknown
  std::filesystem::path own;                 // this user's folder for records
  std::filesystem::path memory;              // where a choice is remembered; empty: nowhere
  std::vector<std::filesystem::path> drives; // sticks that are in
};
Surroundings surroundings_here();

// A file firsthand.portable in the program's folder keeps the records with the program: in the folder that its first line
// names, seen from there, or in "data" if it is empty. So a stick works under any drive letter. Empty: there is no such file.
std::filesystem::path portable_folder(const std::filesystem::path& program_folder);

std::filesystem::path data_folder(const Surroundings& around);

struct Place {
  std::filesystem::path folder;
  bool has_record = false;
  bool on_stick = false;
};
// Places that can be written, other than `now`: a folder Firsthand on each stick, and this user's own folder.
std::vector<Place> places_instead_of(const std::filesystem::path& now, const Surroundings& around);

// Remembers the choice for the next start: in firsthand.portable if there is one and the program's folder can be written, else in
// `memory`. Makes the folder. Errors: "place-not-writable".
base::Result<void> choose_place(const std::filesystem::path& folder, const Surroundings& around);

// What there was to take along: a copy of the record, or nothing, because the new place has its own or the old one none that can
// be read.
enum class Carried : std::uint8_t { nothing, copy };
// Copies the record first and remembers the place then, so that nobody finds an empty one there. Errors: those of choose_place
// and of the copy; then nothing was remembered.
base::Result<Carried> move_to_place(const std::filesystem::path& from, const std::filesystem::path& to, const Surroundings& around);

// The place that a person chose before and that holds: its absence must be told.
bool is_chosen(const std::filesystem::path& folder, const Surroundings& around);

// Can a file be made in this folder, or in the nearest one above that is there? Leaves nothing behind.
bool can_be_written(const std::filesystem::path& folder);

} // namespace firsthand::records
