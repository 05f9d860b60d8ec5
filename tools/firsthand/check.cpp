// check: findings of scenarios, courses, models, doctrine and plays; with --stats what each verb of a scenario sets in motion.
#include "tools/firsthand/command.h"

#include "engine/app/review.h"
#include "engine/reading/translation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>
#include <list>

namespace firsthand::tools {

namespace {

struct CheckWords {
  std::vector<std::string> paths;
  bool json = false, stats = false, pot = false;
};

std::string plural(std::size_t count, const char* one) { return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s"); }

void print_stats(const session::Prepared& prepared) {
  std::cout << fmt::format("{}\n{:<14}{:<18}{:^9}{:^9}{:^9}\n", prepared.scenario.id, "entity", "verb", "changes", "timers", "chance");
  int at_work = 0, all = 0;
  for (const simulation::Scene::VerbEffect& effect : prepared.scene.verb_effects()) {
    const auto mark = [](bool yes) { return yes ? "x" : "-"; };
    ++all;
    at_work += effect.changes || effect.timers || effect.chance;
    std::cout << fmt::format("{:<14}{:<18}{:^9}{:^9}{:^9}\n", prepared.symbols.word(effect.entity), prepared.symbols.word(effect.verb),
                             mark(effect.changes), mark(effect.timers), mark(effect.chance));
  }
  std::cout << fmt::format("{} of {} change true state, arm or drop a timer, or draw chance\n\n", at_work,
                           plural(static_cast<std::size_t>(all), "verb"));
}

void print_remarks(const app::Review& review, std::ostream& out) {
  for (const app::Remark& remark : review.remarks)
    if (!remark.joined) out << remark.text << "\n";
}

void add_texts(reading::Pot& pot, const app::Content& content) { pot.add(content.read().texts, content.read().files, content.path()); }

// What a library says, where a library or a file of it was named.
void add_library(reading::Pot& pot, const app::DiskFiles& files, const app::Located& located) {
  const std::string library = "scenarios/library/";
  const bool whole = library.starts_with(located.path) && located.kind == app::Located::Kind::tree;
  if (!whole && !located.path.starts_with(library)) return;
  const reading::LoadedShelf shelf = reading::load_shelf(files);
  std::vector<model::Text> texts;
  for (const model::Text& text : shelf.texts)
    if (files.own(shelf.files[text.where.file].path)) texts.push_back(text);
  pot.add(texts, shelf.files, whole ? library : located.path);
}

// The texts alone on standard output; what makes the exit code 1 is said beside it.
void print_pot(const reading::Pot& pot, const std::vector<std::string>& paths, const app::Review& review) {
  std::cout << pot.text(fmt::format("{}", fmt::join(paths, ", ")));
  print_remarks(review, std::cerr);
}

void print_words(const app::Review& review) {
  print_remarks(review, std::cout);
  for (const app::ScenarioReview& scenario : review.scenarios)
    if (scenario.content->usable())
      std::cout << fmt::format("{}: {} run{}\n", scenario.path, plural(static_cast<std::size_t>(scenario.plays), "play"),
                               scenario.path_words > 0 ? fmt::format(", {} words on the way to a pass", scenario.path_words) : "");
  std::cout << fmt::format("{}, {}, {}\n", plural(review.count(model::Gravity::error), "error"),
                           plural(review.count(model::Gravity::warning), "warning"), plural(review.count(model::Gravity::note), "note"));
}

int run_check(const Request& request, const CheckWords& words) {
  std::list<Workbench> benches; // what was reviewed refers to their modules
  app::Review review;
  reading::Pot pot;
  for (const std::string& path : words.paths) {
    const auto located = app::locate(app::path_from(path));
    if (!located) {
      std::cerr << fmt::format("firsthand: there is no {}\n", path);
      return wrong_usage;
    }
    Workbench& bench = benches.emplace_back(request, located->root);
    const std::size_t before = review.scenarios.size();
    app::review_content(bench.content(), bench.modules(), *located, review);
    if (words.pot) add_library(pot, bench.content(), *located);
    for (std::size_t i = before; i < review.scenarios.size(); ++i) {
      const app::Content& content = *review.scenarios[i].content;
      if (words.pot) add_texts(pot, content);
      if (words.stats && content.usable()) print_stats(content.prepared());
    }
  }
  if (words.json)
    for (const app::Remark& remark : review.remarks)
      std::cout << remark.json << "\n";
  else if (words.pot)
    print_pot(pot, words.paths, review);
  else
    print_words(review);
  return review.count(model::Gravity::error) + review.count(model::Gravity::warning) == 0 ? good : failure;
}

} // namespace

void add_check(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("check", "findings of scenarios, courses, models, doctrine and plays");
  auto words = std::make_shared<CheckWords>();
  command->add_option("PATH", words->paths, "a scenario, a file of it, a course, a library, or a whole content folder")->required();
  command->add_flag("--json", words->json, "one finding a line");
  command->add_flag("--stats", words->stats, "also what each verb changes, arms, drops or draws");
  command->add_flag("--to-pot", words->pot, "prints the texts for translators (gettext POT) instead");
  add_content(*command, request);
  command->callback([&request, words] { request.run = [&request, words] { return run_check(request, *words); }; });
}

} // namespace firsthand::tools
