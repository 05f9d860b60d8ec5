// check: findings of scenarios, courses, models, doctrine and plays; with --stats what each verb of a scenario sets in motion.
#include "tools/firsthand/command.h"

#include "engine/app/review.h"
#include "engine/base/json_line.h"

#include <fmt/format.h>

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

// As one can open it from here.
std::string on_disk(const app::DiskFiles& files, const std::string& path) {
  const auto found = files.find(path);
  if (!found) return path;
  const std::filesystem::path from_here = found->lexically_proximate(std::filesystem::current_path());
  return app::utf8_of(from_here.native().starts_with(std::filesystem::path("..").native()) ? *found : from_here);
}

void show_paths_on_disk(const app::DiskFiles& files, app::Review& review, std::size_t first) {
  for (std::size_t i = first; i < review.remarks.size(); ++i) {
    app::Remark& remark = review.remarks[i];
    const std::string path = on_disk(files, remark.path);
    if (remark.text.starts_with(remark.path)) remark.text.replace(0, remark.path.size(), path);
    if (auto json = base::parse_json_line(remark.json); json.ok()) {
      json.value()["path"] = path;
      remark.json = json->line();
    }
  }
}

void print_words(const app::Review& review) {
  for (const app::Remark& remark : review.remarks)
    if (!remark.joined) std::cout << remark.text << "\n";
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
  for (const std::string& path : words.paths) {
    const auto located = app::locate(app::path_from(path));
    if (!located) {
      std::cerr << fmt::format("firsthand: there is no {}\n", path);
      return wrong_usage;
    }
    Workbench& bench = benches.emplace_back(request, located->root);
    const std::size_t before = review.scenarios.size(), remarks = review.remarks.size();
    app::review_content(bench.files, bench.modules(), *located, review);
    show_paths_on_disk(bench.files, review, remarks);
    for (std::size_t i = before; i < review.scenarios.size(); ++i) {
      const app::Content& content = *review.scenarios[i].content;
      if (words.pot) std::cout << reading::extract(content.read());
      if (words.stats && content.usable()) print_stats(content.prepared());
    }
  }
  if (words.json)
    for (const app::Remark& remark : review.remarks)
      std::cout << remark.json << "\n";
  else if (!words.pot)
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
