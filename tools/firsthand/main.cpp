// The program: a table of commands, or the window if none is named. Knows nothing of what a command does.
#include "engine/platform/ending.h"
#include "engine/platform/platform.h"
#include "tools/firsthand/command.h"
#include "tools/firsthand/window.h"
#ifdef FIRSTHAND_WINDOW
#include "engine/ui/window.h"
#include "tools/firsthand/window_frames.h"
#endif

#include <algorithm>
#include <iostream>
#include <sstream>

namespace {

using namespace firsthand::tools;

constexpr AddCommand commands[] = {add_check,   add_forms,       add_paper,      add_prove,      add_drive,    add_record,  add_verify,
                                   add_export,  add_certificate, add_bank,       add_statistics, add_cut,      add_rescore, add_set_aside,
                                   add_enrol,   add_station,     add_seal_image, add_roster,     add_stations, add_trainer, add_rehearse,
                                   add_screens, add_describe,    add_walk,       add_sit};

int window(const Request& request) {
#ifdef FIRSTHAND_WINDOW
  Workbench bench(request);
  WindowOptions options{data_folder_options(request), firsthand::records::surroundings_here(), bench.assets()};
  options.author = request.author;
  return open_window(bench.services, bench.content_library(), options);
#else
  (void)request;
  std::cerr << "firsthand: this program was built without a window. Its commands work: firsthand --help\n";
  return failure;
#endif
}

// Help, or what is wrong with the words; in a box where nobody reads what is printed.
int tell_usage(const CLI::App& program, const CLI::ParseError& error) {
  std::ostringstream words;
  const int code = program.exit(error, words, words) == 0 ? good : wrong_usage;
  (code == good ? std::cout : std::cerr) << words.str();
#ifdef FIRSTHAND_WINDOW
  if (!firsthand::platform::has_console()) firsthand::ui::show_message("Firsthand", words.str());
#endif
  return code;
}

int run(std::vector<std::string> words) {
  Request request;
  CLI::App program("Firsthand: training for the officer who reaches digital evidence first.\nWithout a command it opens the window.",
                   "firsthand");
  program.set_version_flag("--version", FIRSTHAND_VERSION);
  add_data(program, request, Need::optional);
  add_content(program, request);
  program.require_subcommand(0, 1);
#ifdef FIRSTHAND_WINDOW
  add_frame_options(program);
  add_author(program, request);
#endif
  for (const AddCommand add : commands)
    add(program, request);
  try {
    request.program = words.front();
    words.erase(words.begin());
    std::reverse(words.begin(), words.end()); // as the parser wants them
    program.parse(std::move(words));
  } catch (const CLI::ParseError& error) {
    return tell_usage(program, error);
  }
  return request.run ? request.run() : window(request);
}

} // namespace

int main(int count, char** words) {
  firsthand::platform::end_when_asked();
  const int code = run(firsthand::platform::start_process(count, words));
  return firsthand::platform::end_code().value_or(code);
}
