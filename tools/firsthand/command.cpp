// Options and services that the commands share.
#include "tools/firsthand/command.h"

#include "engine/content/roots.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/records/places.h"
#include "modules/catalogue.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

// What the program brings along, what was added, and the folder of a path that was named.
std::vector<content::ContentRoot> roots_of(const Request& request, const std::optional<content::ContentRoot>& named) {
  const std::filesystem::path program = platform::program_folder(), source = platform::path_from(FIRSTHAND_SOURCE);
  std::vector<content::ContentRoot> roots = content::built_in_content(program, source);
  if (roots.empty()) // nothing will be found there, and that is said
    for (const std::filesystem::path& place : content::places_of_content(program, source))
      roots.push_back({place / "scenarios", "scenarios/", platform::utf8_of(place / "scenarios"), true});
  for (const std::string& added : request.content) {
    const std::filesystem::path folder = platform::path_from(added);
    if (const auto root = content::added_content(folder)) {
      roots.push_back(*root);
      continue;
    }
    std::cerr << fmt::format("firsthand: {} holds no scenarios; it is left out. A folder of content holds courses/ or library/.\n", added);
    roots.push_back({folder / "scenarios", "scenarios/", added}); // looked in
  }
  if (named) roots.push_back(*named);
  return roots;
}

} // namespace

void add_data(CLI::App& command, Request& request, Need need) {
  CLI::Option* option = command.add_option("--data", request.data, "the data folder: record, people, settings")->type_name("DIR");
  if (need == Need::required) option->required();
  command.add_option("--machine", request.machine)->group(""); // hidden
}

void add_content(CLI::App& command, Request& request) {
  command.add_option("--content", request.content, "adds the scenarios and models of this folder")->type_name("DIR");
}

// An author sees the truth of a scene: never on a record that people are trained on.
void add_author(CLI::App& program, Request& request) {
  program.add_flag("--author", request.author, "opens the window for an author: nothing is kept, and F12 shows why things happen")
      ->excludes("--data");
}

void add_separator(CLI::App& command, std::string& word) {
  command.add_option("--separator", word, "between the cells of a table: , or ; or tab, or pc: as lists are on this computer")
      ->check(CLI::IsMember({",", ";", "tab", "pc"}));
}

char separator_of(const std::string& word) {
  if (word == "pc") return platform::list_separator();
  return word == "tab" ? '\t' : word.front();
}

std::filesystem::path data_of(const Request& request) {
  if (!request.data.empty()) return platform::path_from(request.data);
  return records::data_folder(records::surroundings_here());
}

app::DataFolderOptions data_folder_options(const Request& request) {
  const records::Surroundings around = records::surroundings_here();
  app::DataFolderOptions options;
  options.data = data_of(request);
  options.must_be_there = request.data.empty() && records::is_chosen(options.data, around);
  options.start.memory = around.memory;
  options.start.drives = around.drives;
  options.start.machine = request.machine;
  return options;
}

Workbench::Workbench(const Request& request, std::optional<content::ContentRoot> first)
    : files(roots_of(request, first)), modules_(modules::make_catalogue()), content_(first ? &files.view_of(*first) : &files) {
  services.clock = &clock_;
  services.entropy = &entropy_;
  services.modules = &modules_;
  services.version = FIRSTHAND_VERSION;
  services.released = base::parse_iso_utc(FIRSTHAND_RELEASED "T00:00:00.000Z").value_or(base::Moment{});
}

content::ContentLibrary& Workbench::content_library() {
  if (!content_library_) content_library_.emplace(*content_, modules_);
  return *content_library_;
}

std::filesystem::path Workbench::assets() const {
  for (const content::ContentRoot& root : files.roots()) {
    const std::filesystem::path assets = root.mounted_at == "assets/" ? root.folder : root.folder / "assets";
    if (root.mounted_at != "scenarios/" && std::filesystem::is_directory(assets / "icons")) return assets;
  }
  return {};
}

NamedScenario named_scenario(const std::string& text) {
  const auto located = content::locate(platform::path_from(text));
  if (!located || located->kind != content::Located::Kind::scenario) return {std::nullopt, text};
  return {located->root, located->path};
}

int tell(const base::Error& error) {
  std::cerr << fmt::format("firsthand: {} [{}]\n", error.message, error.code);
  return failure;
}

} // namespace firsthand::tools
