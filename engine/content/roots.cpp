// Finding content on disk. Looks at names and folders, and for a lone file at its first key; reads nothing else.
#include "engine/content/roots.h"

#include "engine/platform/paths.h"

#include <fstream>

namespace firsthand::content {

namespace fs = std::filesystem;

namespace {

bool holds(const fs::path& folder, const char* name) {
  std::error_code ignored;
  return fs::is_directory(folder / name, ignored);
}

bool is_tree(const fs::path& folder) { return holds(folder, "courses") || holds(folder, "library") || holds(folder, "banks"); }

// The nearest folder above (or the path itself) that content is mounted from.
std::optional<ContentRoot> root_above(fs::path folder) {
  for (;; folder = folder.parent_path()) {
    if (auto root = added_content(folder)) return root;
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

// What a file is by its first key that stands here, at the beginning of a line.
constexpr std::pair<const char*, Located::Kind> first_keys[] = {{"model", Located::Kind::model},   {"doctrine", Located::Kind::doctrine},
                                                                {"course", Located::Kind::course}, {"bank", Located::Kind::bank},
                                                                {"test", Located::Kind::test},     {"scenario", Located::Kind::scenario}};

Located::Kind kind_by_key(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string head(4096, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(stream.gcount()));
  for (std::size_t at = 0; at < head.size(); at = head.find('\n', at) == std::string::npos ? head.size() : head.find('\n', at) + 1)
    for (const auto& [key, kind] : first_keys)
      if (head.compare(at, std::string_view(key).size() + 1, std::string(key) + ":") == 0) return kind;
  return Located::Kind::scenario;
}

// A file of questions beside a bank's head.
bool of_bank(const fs::path& file) {
  std::error_code ignored;
  return file.parent_path().filename() == "items" && fs::is_regular_file(file.parent_path().parent_path() / "bank.yaml", ignored);
}

// A file of questions means its bank, frozen forms mean their test.
fs::path meant_by(const fs::path& named) {
  if (of_bank(named)) return named.parent_path().parent_path() / "bank.yaml";
  const std::string stem = platform::utf8_of(named.stem()), forms = "-forms";
  const fs::path test =
      named.parent_path() / platform::path_from(stem.substr(0, stem.size() - std::min(stem.size(), forms.size())) + ".yaml");
  std::error_code ignored;
  return stem.ends_with(forms) && fs::is_regular_file(test, ignored) ? test : named;
}

Located::Kind kind_of(const fs::path& file) {
  if (file.extension() == ".play") return Located::Kind::play;
  if (file.filename() == "scenario.yaml") return Located::Kind::scenario;
  if (file.filename() == "course.yaml") return Located::Kind::course;
  if (file.filename() == "bank.yaml" || of_bank(file)) return Located::Kind::bank;
  if (file.filename() == "vocabulary.yaml") return Located::Kind::model;
  const fs::path folder = file.parent_path().filename();
  if (folder == "doctrine") return Located::Kind::doctrine;
  if (folder == "devices" || folder == "people" || folder == "links") return Located::Kind::model;
  return kind_by_key(file);
}

// Where a file that lies in no content tree is mounted, so that what it is can be checked.
std::string lone_mount(Located::Kind kind, const fs::path& folder) {
  if (kind == Located::Kind::model) return "scenarios/library/devices/";
  if (kind == Located::Kind::doctrine) return "scenarios/library/doctrine/";
  if (kind == Located::Kind::bank) return "scenarios/banks/" + platform::utf8_of(folder.filename()) + "/";
  return "scenarios/courses/here/" + platform::utf8_of(folder.filename()) + "/";
}

// The root as the person wrote it who named something in it: as many parts less as that lies below the root.
std::string named_root(const ContentRoot& root, const fs::path& path, const fs::path& named) {
  fs::path shown = named.lexically_normal();
  if (!shown.has_filename()) shown = shown.parent_path(); // "folder/"
  for (fs::path below = path; below != root.folder; below = below.parent_path()) {
    if (shown.filename() != below.filename() || below == below.parent_path()) return platform::seen_from_here(root.folder);
    shown = shown.parent_path();
  }
  return shown.empty() || shown == "." ? "" : platform::utf8_of(shown);
}

std::string seen_from(const ContentRoot& root, const fs::path& path) {
  const fs::path relative = path.lexically_relative(root.folder);
  return relative == "." ? root.mounted_at : root.mounted_at + platform::utf8_of(relative);
}

// The lesson or the bank whose folder it is, or the part of one: its questions, plays, pictures or translations.
std::optional<fs::path> whole_of(const fs::path& folder) {
  for (const fs::path& each : {folder, folder.parent_path()})
    for (const char* name : {"scenario.yaml", "bank.yaml"})
      if (fs::is_regular_file(each / name)) return each / name;
  return std::nullopt;
}

std::optional<Located> locate_file(const fs::path& named) {
  Located found;
  const fs::path file = meant_by(named);
  found.kind = kind_of(file);
  const fs::path folder = file.parent_path();
  const fs::path start = found.kind == Located::Kind::play && folder.filename() == "plays" ? folder.parent_path() : folder;
  found.root = root_above(folder).value_or(ContentRoot{start, lone_mount(found.kind, start)});
  found.path = seen_from(found.root, file);
  return found;
}

} // namespace

std::vector<fs::path> places_of_content(const fs::path& program_folder, const fs::path& source) {
  std::vector<fs::path> all{program_folder, (program_folder / "../share/firsthand").lexically_normal()};
  if (!source.empty()) all.push_back(source);
  return all;
}

std::vector<ContentRoot> built_in_content(const fs::path& program_folder, const fs::path& source) {
  for (const fs::path& place : places_of_content(program_folder, source)) {
    if (!holds(place, "scenarios") || !holds(place, "assets")) continue;
    const fs::path folder = fs::weakly_canonical(place), scenarios = fs::canonical(folder / "scenarios"),
                   assets = fs::canonical(folder / "assets");
    if (scenarios.parent_path() == folder && assets.parent_path() == folder) return {{folder, "", "", true}};
    return {{scenarios, "scenarios/", "", true}, {assets, "assets/", "", true}};
  }
  return {};
}

std::optional<ContentRoot> added_content(const fs::path& folder) {
  if (holds(folder, "scenarios") && is_tree(folder / "scenarios")) return ContentRoot{folder, "", platform::utf8_of(folder)};
  if (is_tree(folder)) return ContentRoot{folder, "scenarios/", platform::utf8_of(folder)};
  return std::nullopt;
}

std::optional<Located> locate(const fs::path& named) {
  std::error_code failed;
  const fs::path path = fs::canonical(named, failed);
  if (failed) return std::nullopt;
  const bool folder = fs::is_directory(path);
  const std::optional<fs::path> whole = folder ? whole_of(path) : path;
  if (whole) {
    auto file = locate_file(*whole);
    if (file) file->root.shown = named_root(file->root, path, named);
    return file;
  }
  Located found;
  found.kind = Located::Kind::tree;
  found.root = root_above(path).value_or(ContentRoot{path, "scenarios/courses/here/"});
  found.root.shown = named_root(found.root, path, named);
  found.path = seen_from(found.root, path);
  if (!found.path.empty() && found.path.back() != '/') found.path += '/';
  return found;
}

} // namespace firsthand::content
