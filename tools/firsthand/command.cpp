// Options and services that the commands share.
#include "tools/firsthand/command.h"

#include "engine/app/places.h"
#include "engine/app/platform.h"
#include "modules/catalogue.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

// Content that was named by path first, then the program's own, then what was added.
std::vector<app::ContentRoot> roots_of(const Request& request, const std::optional<app::ContentRoot>& first) {
  std::vector<app::ContentRoot> roots;
  if (first) roots.push_back(*first);
  if (const auto own = app::built_in_content(app::program_folder(), app::path_from(FIRSTHAND_SOURCE))) roots.push_back(*own);
  for (const std::string& added : request.content) {
    if (const auto root = app::added_content(app::path_from(added)))
      roots.push_back(*root);
    else
      std::cerr << fmt::format("firsthand: {} holds no scenarios; it is left out.\n", added);
  }
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

std::filesystem::path data_of(const Request& request) {
  if (!request.data.empty()) return app::path_from(request.data);
  return app::data_folder(app::surroundings_here());
}

app::DeskOptions desk_options(const Request& request) {
  const app::Surroundings around = app::surroundings_here();
  app::DeskOptions options;
  options.data = data_of(request);
  options.must_be_there = request.data.empty() && app::is_chosen(options.data, around);
  options.start.memory = around.memory;
  options.start.drives = around.drives;
  options.start.machine = request.machine;
  return options;
}

Workbench::Workbench(const Request& request, std::optional<app::ContentRoot> first)
    : files(roots_of(request, first)), modules_(modules::make_catalogue()) {
  services.clock = &clock_;
  services.entropy = &entropy_;
  services.modules = &modules_;
  services.version = FIRSTHAND_VERSION;
  services.released = base::parse_iso_utc(FIRSTHAND_RELEASED "T00:00:00.000Z").value_or(base::Moment{});
}

app::Shelf& Workbench::shelf() {
  if (!shelf_) shelf_.emplace(files, modules_);
  return *shelf_;
}

std::filesystem::path Workbench::assets() const {
  for (const app::ContentRoot& root : files.roots())
    if (root.mounted_at.empty() && std::filesystem::is_directory(root.folder / "assets" / "icons")) return root.folder / "assets";
  return {};
}

NamedScenario named_scenario(const std::string& text) {
  const auto located = app::locate(app::path_from(text));
  if (!located || located->kind != app::Located::Kind::scenario) return {std::nullopt, text};
  return {located->root, located->path};
}

int tell(const base::Error& error) {
  std::cerr << fmt::format("firsthand: {} [{}]\n", error.message, error.code);
  return failure;
}

} // namespace firsthand::tools
