// The two commands that draw without a display.
#include "engine/platform/paths.h"
#include "tools/firsthand/command.h"
#include "tools/firsthand/repeatable.h"
#include "tools/firsthand/window.h"

#include <map>

namespace firsthand::tools {

namespace {

struct RehearseWords {
  std::string scenario, play, screens;
  std::optional<std::string> reproducible;
  LookOptions look;
  bool by_keyboard = false;
};

int run_rehearse(const Request& request, const RehearseWords& words) {
  const NamedScenario scenario = named_scenario(words.scenario);
  Workbench bench(request, scenario.root);
  std::optional<Repeatable> repeatable;
  if (words.reproducible) repeatable.emplace(*words.reproducible, 0).serve(bench.services); // a window waits, and looks meanwhile
  return rehearse_in_window(bench.services, bench.content_library(),
                            {scenario.name, platform::path_from(words.play), platform::path_from(request.data),
                             platform::path_from(words.screens), bench.assets(), words.look, words.by_keyboard});
}

void add_size(CLI::App& command, LookOptions& options) {
  command
      .add_option_function<std::string>(
          "--size",
          [&options](const std::string& text) {
            const std::size_t x = text.find('x');
            try {
              options.width = std::stoi(text.substr(0, x));
              options.height = std::stoi(text.substr(x == std::string::npos ? text.size() : x + 1));
            } catch (const std::exception&) {
              throw CLI::ValidationError("--size", "is written WIDTHxHEIGHT, for example 1280x720");
            }
            if (options.width < 1024 || options.height < 600 || options.width > 7680 || options.height > 4320)
              throw CLI::ValidationError("--size", "goes from 1024x600 to 7680x4320");
          },
          "of the window, in pixels (1280x720)")
      ->type_name("WxH");
}

void add_look(CLI::App& command, LookOptions& look) {
  command.add_option("--lang", look.language, "language of the texts (en)")->type_name("LANGUAGE");
  command.add_option("--text", look.text_percent, "text size in per cent (100)")->check(CLI::Range(100, 200));
  command.add_option("--theme", look.theme, "light, dark or contrast (light)")->check(CLI::IsMember({"light", "dark", "contrast"}));
  add_size(command, look);
}

} // namespace

void add_rehearse(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("rehearse", "runs a play through the window's own code without a display");
  auto words = std::make_shared<RehearseWords>();
  command->add_option("SCENARIO", words->scenario, "an id, or the path of a scenario")->required();
  command->add_option("PLAY", words->play, "a play file, or the name of one of the scenario's plays")->required();
  command->add_option("--screens", words->screens, "saves a picture of every screen that is passed")->type_name("DIR");
  command->add_option("--reproducible", words->reproducible, "fixed clock, ids and keys made from WORD: the same pictures in every run")
      ->type_name("WORD");
  command->add_flag("--keyboard", words->by_keyboard, "by keyboard alone; fails where the focus cannot be seen");
  add_look(*command, words->look);
  add_data(*command, request, Need::optional);
  add_content(*command, request);
  command->callback([&request, words] { request.run = [&request, words] { return run_rehearse(request, *words); }; });
}

void add_screens(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("screens", "saves a picture of every screen in a typical state");
  auto options = std::make_shared<ScreensOptions>();
  auto to = std::make_shared<std::string>();
  command->add_option("--to", *to, "where the pictures go")->required()->type_name("DIR");
  add_look(*command, options->look);
  add_content(*command, request);
  command->callback([&request, options, to] {
    request.run = [&request, options, to] {
      Workbench bench(request);
      options->to = platform::path_from(*to);
      options->assets = bench.assets();
      return save_screens(bench.services, bench.content_library(), *options);
    };
  });
}

// For developers: hidden from --help.
void add_walk(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("walk", "random gestures in the real window, each checked")->group("");
  auto options = std::make_shared<WalkOptions>();
  auto names = std::make_shared<std::map<std::string, std::string>>();
  command->add_option("--seed", options->seed, "which gestures (1)")->take_last();
  command->add_option("--gestures", options->gestures, "how many (2000)")->take_last()->check(CLI::Range(1, 100'000'000));
  command->add_flag("--child", options->child)->group("");
  for (const char* name : {"families", "replay", "trace", "verdict", "scratch"})
    command->add_option(std::string("--") + name, (*names)[name])->type_name("FILE");
  add_content(*command, request);
  command->callback([&request, options, names] {
    request.run = [&request, options, names] {
      Workbench bench(request);
      const auto file = [&](const char* name) { return platform::path_from((*names)[name]); };
      options->program = request.program, options->assets = bench.assets();
      options->families = file("families"), options->replay = file("replay");
      options->trace = file("trace"), options->verdict = file("verdict"), options->scratch = file("scratch");
      return walk_in_window(bench.content_library(), *options);
    };
  });
}

// For developers: hidden from --help.
void add_sit(CLI::App& program, Request& request) {
  CLI::App* command =
      program.add_subcommand("sit", "a test sat in the window by random presses, each told once it is on the disk")->group("");
  auto options = std::make_shared<SitOptions>();
  command->add_option("LESSON", options->lesson, "the test's lesson")->required();
  command->add_option("--seed", options->seed, "which presses (1)");
  command->add_option("--acts", options->acts, "how many, before it is handed in (40)")->check(CLI::Range(0, 1'000'000));
  add_data(*command, request, Need::required);
  add_content(*command, request);
  command->callback([&request, options] {
    request.run = [&request, options] {
      Workbench bench(request);
      options->data = platform::path_from(request.data), options->assets = bench.assets();
      return sit_in_window(bench.services, bench.content_library(), *options);
    };
  });
}

} // namespace firsthand::tools
