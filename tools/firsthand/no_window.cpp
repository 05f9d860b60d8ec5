// A build without a window knows the two drawing commands by name and says why they do not work.
#ifndef FIRSTHAND_WINDOW
#include "tools/firsthand/command.h"

#include <iostream>

namespace firsthand::tools {

namespace {

void add_absent(CLI::App& program, Request& request, const char* name) {
  CLI::App* command = program.add_subcommand(name, "needs a program built with a window; this one has none");
  command->allow_extras();
  command->callback([&request] {
    request.run = [] {
      std::cerr << "firsthand: this program was built without a window.\n";
      return failure;
    };
  });
}

} // namespace

void add_rehearse(CLI::App& program, Request& request) { add_absent(program, request, "rehearse"); }
void add_screens(CLI::App& program, Request& request) { add_absent(program, request, "screens"); }
void add_walk(CLI::App&, Request&) {} // it is not told of, so it need not be known
void add_sit(CLI::App&, Request&) {}

} // namespace firsthand::tools
#endif
