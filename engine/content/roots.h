// Where content lies: what the program brings along, what a person added, and what a path that a person named belongs to.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace firsthand::content {

// A folder of content and where it stands in the tree that reading sees: "" for a folder that holds scenarios/ and assets/,
// "scenarios/" for a folder that holds courses/, library/ or banks/.
struct ContentRoot {
  std::filesystem::path folder;
  std::string mounted_at;
  std::string shown = {}; // the folder as a person named it; empty: as it is seen from the current folder
  bool built_in = false;  // what the program brings along: it sees nothing of what was added
};

// The built-in content: beside the program, in ../share/firsthand, or in `source` (the folder the program was built from).
// The first that is there, in two roots if its folders are links to elsewhere; none if none is.
std::vector<ContentRoot> built_in_content(const std::filesystem::path& program_folder, const std::filesystem::path& source);
// The folders that it looks in, for who finds nothing.
std::vector<std::filesystem::path> places_of_content(const std::filesystem::path& program_folder, const std::filesystem::path& source);

// A folder that a user named with --content: with scenarios/ in it, or a scenarios folder itself. Nothing if it is neither.
std::optional<ContentRoot> added_content(const std::filesystem::path& folder);

// A scenario, model, doctrine or bank that a user named by path, and the content it belongs to. A scenario that lies in no content
// tree is mounted as scenarios/courses/here/<its folder>/, a bank as scenarios/banks/<its folder>/.
struct Located {
  enum class Kind : std::uint8_t { scenario, model, doctrine, course, tree, play, bank, test };
  Kind kind = Kind::scenario;
  ContentRoot root;
  std::string path; // seen from the content root: of the file, or of the folder for tree ("" or with '/' at its end)
};
// Nothing if there is no such file or folder.
std::optional<Located> locate(const std::filesystem::path& named);

} // namespace firsthand::content
