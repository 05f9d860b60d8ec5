// What all commands share: the table of them, the options that mean the same everywhere, and the exit codes that scripts
// rely on.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/content/content_library.h"
#include "engine/content/disk_files.h"
#include "engine/content/roots.h"
#include "engine/records/services.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace firsthand::tools {

constexpr int good = 0, failure = 1, wrong_usage = 2;

// Filled by the command line; `run` is what was asked for.
struct Request {
  std::string data;                 // --data, or the platform's folder
  std::vector<std::string> content; // --content
  std::string program;              // as it was called
  bool author = false;              // --author
  std::string machine;              // --machine, for tests: this computer is the one called so
  std::function<int()> run;
};

using AddCommand = void (*)(CLI::App& program, Request& request);
void add_check(CLI::App& program, Request& request);
void add_forms(CLI::App& program, Request& request);
void add_paper(CLI::App& program, Request& request);
void add_prove(CLI::App& program, Request& request);
void add_drive(CLI::App& program, Request& request);
void add_record(CLI::App& program, Request& request);
void add_verify(CLI::App& program, Request& request);
void add_export(CLI::App& program, Request& request);
void add_statistics(CLI::App& program, Request& request);
void add_cut(CLI::App& program, Request& request);
void add_rescore(CLI::App& program, Request& request);
void add_certificate(CLI::App& program, Request& request);
void add_bank(CLI::App& program, Request& request);
void add_set_aside(CLI::App& program, Request& request);
void add_enrol(CLI::App& program, Request& request);
void add_station(CLI::App& program, Request& request);
void add_seal_image(CLI::App& program, Request& request);
void add_roster(CLI::App& program, Request& request);
void add_stations(CLI::App& program, Request& request);
void add_trainer(CLI::App& program, Request& request);
void add_rehearse(CLI::App& program, Request& request);
void add_screens(CLI::App& program, Request& request);
void add_walk(CLI::App& program, Request& request);
void add_sit(CLI::App& program, Request& request);
void add_describe(CLI::App& program, Request& request);

enum class Need { optional, required };
void add_data(CLI::App& command, Request& request, Need need);
void add_content(CLI::App& command, Request& request);
void add_author(CLI::App& program, Request& request); // after add_data

void add_separator(CLI::App& command, std::string& word);
char separator_of(const std::string& word); // what add_separator took

std::filesystem::path data_of(const Request& request);
app::DataFolderOptions data_folder_options(const Request& request); // of a record that somebody trains on

// The program's services over the content that was asked for. `first`: the folder of content of a path that was named.
class Workbench {
 public:
  explicit Workbench(const Request& request, std::optional<content::ContentRoot> first = std::nullopt);

  records::Services services;
  content::DiskFiles files;                                       // what is built in, then what was added
  const content::DiskFiles& content() const { return *content_; } // the same as what was named sees it
  content::ContentLibrary& content_library();                     // over `content`; made at the first call
  std::filesystem::path assets() const;                           // empty if there is no content

  const session::Catalogue& modules() const { return modules_; }

 private:
  records::SystemClock clock_;
  crypto::SystemEntropy entropy_;
  session::Catalogue modules_;
  const content::DiskFiles* content_; // `files` or one of its views
  std::optional<content::ContentLibrary> content_library_;
};

// A scenario as a user names it: an id, or a path to its folder or file.
struct NamedScenario {
  std::optional<content::ContentRoot> root; // of a path
  std::string name;                         // for ContentLibrary::load
};
NamedScenario named_scenario(const std::string& text);

int tell(const base::Error& error); // to standard error; gives `failure`

} // namespace firsthand::tools
