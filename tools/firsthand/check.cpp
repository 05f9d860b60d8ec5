// check: findings of scenarios, courses, models, doctrine and plays; with --stats what each verb of a scenario sets in motion.
#include "tools/firsthand/command.h"
#include "tools/firsthand/language.h"
#include "tools/firsthand/tests_of_course.h"

#include "engine/content/competencies_page.h"
#include "engine/content/lint.h"
#include "engine/content/roots.h"
#include "engine/content/sources_page.h"
#include "engine/content/words.h"
#include "engine/platform/paths.h"
#include "engine/proving/table.h"
#include "engine/reading/translation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <list>

namespace firsthand::tools {

namespace {

struct CheckWords {
  std::vector<std::string> paths;
  std::string language;
  bool json = false, stats = false, pot = false, sources = false, table = false, format_2 = false, strategies = false, idle = false,
       competencies = false;
  bool page() const { return sources || competencies; }
};

constexpr const char* check_context = "check";

void print_stats(const session::Prepared& prepared, const content::Words& words) {
  std::cout << fmt::format("{}\n{:<14}{:<18}{:^9}{:^9}{:^9}\n", prepared.scenario.id, words.tr(check_context, "entity"),
                           words.tr(check_context, "verb"), words.tr(check_context, "changes"), words.tr(check_context, "timers"),
                           words.tr(check_context, "chance"));
  int at_work = 0, all = 0;
  for (const simulation::Scene::VerbEffect& effect : prepared.scene.verb_effects()) {
    const auto mark = [](bool yes) { return yes ? "x" : "-"; };
    ++all;
    at_work += effect.changes || effect.timers || effect.chance;
    std::cout << fmt::format("{:<14}{:<18}{:^9}{:^9}{:^9}\n", prepared.symbols.word(effect.entity), prepared.symbols.word(effect.verb),
                             mark(effect.changes), mark(effect.timers), mark(effect.chance));
  }
  std::cout << words.plural(check_context, "{some} of {n} verb change true state, arm or drop a timer, or draw chance",
                            "{some} of {n} verbs change true state, arm or drop a timer, or draw chance", all,
                            {{"some", std::to_string(at_work)}})
            << "\n\n";
}

// Of a rule in one play: kept, broken, both (of two things), or never due.
std::string mark_words(const proving::Mark& mark, const content::Words& words) {
  if (mark.kept && mark.broken) return words.tr(check_context, "both");
  if (mark.kept) return words.tr(check_context, "kept");
  return mark.broken ? words.tr(check_context, "broken") : "-";
}

// As wide as the play's name, or as the longest mark.
std::size_t column_of(const std::string& play) { return std::max<std::size_t>(play.size(), 6) + 2; }

void print_left_out(const session::Prepared& prepared, const proving::Table& table, const content::Words& words) {
  std::vector<std::string> rules;
  for (const std::size_t rule : table.left_out)
    rules.push_back(prepared.scenario.doctrine.rules[rule].id);
  if (rules.empty()) return;
  std::cout << words.tr(check_context, "Nothing in this lesson can begin or break: {rules}",
                        {{"rules", fmt::format("{}", fmt::join(rules, ", "))}})
            << "\n";
}

void print_table(const content::ScenarioLint& scenario, const content::Words& words) {
  const session::Prepared& prepared = scenario.content->prepared();
  const proving::Table table = proving::table_of(prepared, scenario.acts);
  std::cout << fmt::format("{}\n{:<26}", prepared.scenario.id, words.tr(check_context, "rule"));
  for (const std::string& play : table.plays)
    std::cout << fmt::format("{:<{}}", play, column_of(play));
  for (const proving::Row& row : table.rows) {
    std::cout << fmt::format("\n{:<26}", prepared.scenario.doctrine.rules[row.rule].id);
    for (std::size_t i = 0; i < row.plays.size(); ++i)
      std::cout << fmt::format("{:<{}}", mark_words(row.plays[i], words), column_of(table.plays[i]));
  }
  std::cout << "\n";
  print_left_out(prepared, table, words);
  std::cout << "\n";
}

void print_lint_findings(const content::LintResult& lint, std::ostream& out) {
  for (const content::LintFinding& lint_finding : lint.findings)
    if (!lint_finding.joined) out << lint_finding.text << "\n";
}

void add_texts(reading::Pot& pot, const content::Content& content) { pot.add(content.read().texts, content.read().files, content.path()); }

// What a library says, where a library or a file of it was named.
void add_library(reading::Pot& pot, const content::DiskFiles& files, const content::Located& located) {
  const std::string library = "scenarios/library/";
  const bool whole = library.starts_with(located.path) && located.kind == content::Located::Kind::tree;
  if (!whole && !located.path.starts_with(library)) return;
  const reading::LoadedShelf shelf = reading::load_shelf(files);
  std::vector<model::Text> texts;
  for (const model::Text& text : shelf.texts)
    if (files.own(shelf.files[text.where.file].path)) texts.push_back(text);
  pot.add(texts, shelf.files, whole ? library : located.path);
}

// The texts alone on standard output; what makes the exit code 1 is said beside it.
void print_pot(const reading::Pot& pot, const std::vector<std::string>& paths, const content::LintResult& lint) {
  std::cout << pot.text(fmt::format("{}", fmt::join(paths, ", ")));
  print_lint_findings(lint, std::cerr);
}

std::string translated_words(const std::vector<content::Translated>& translations, const content::Words& words) {
  std::string line;
  for (const auto& [language, count] : translations) {
    const std::size_t all = count.translated + count.fuzzy + count.missing;
    if (count.translated == all) continue;
    line +=
        ", " + words.plural(check_context, "{language}: {some} of {n} text is translated", "{language}: {some} of {n} texts are translated",
                            static_cast<std::int64_t>(all), {{"language", language}, {"some", std::to_string(count.translated)}});
  }
  return line;
}

std::string words_of(const content::ScenarioLint& scenario, const content::Words& words) {
  std::string line = scenario.path + ": " + words.plural(check_context, "{n} play run", "{n} plays run", scenario.plays);
  if (scenario.path_words > 0)
    line += ", " + words.plural(check_context, "{n} word on the way to a pass", "{n} words on the way to a pass", scenario.path_words);
  if (scenario.at_format_2 > 0)
    line += ", " + words.plural(check_context, "format 2 would ask for {n} thing more", "format 2 would ask for {n} things more",
                                scenario.at_format_2);
  return line + translated_words(scenario.translations, words);
}

std::string words_of(const content::BankLint& bank, const content::Words& words) {
  const std::string count = words.plural(check_context, "{n} question", "{n} questions", static_cast<std::int64_t>(bank.items));
  return bank.path + ": " + count + translated_words(bank.translations, words);
}

void print_words(const content::LintResult& lint, const content::Words& words) {
  print_lint_findings(lint, std::cout);
  for (const content::ScenarioLint& scenario : lint.scenarios)
    if (scenario.content->usable()) std::cout << words_of(scenario, words) << "\n";
  for (const content::BankLint& bank : lint.banks)
    std::cout << words_of(bank, words) << "\n";
  const auto count = [&lint](model::Gravity gravity) { return static_cast<std::int64_t>(lint.count(gravity)); };
  std::cout << fmt::format("{}, {}, {}\n", words.plural(check_context, "{n} error", "{n} errors", count(model::Gravity::error)),
                           words.plural(check_context, "{n} warning", "{n} warnings", count(model::Gravity::warning)),
                           words.plural(check_context, "{n} note", "{n} notes", count(model::Gravity::note)));
}

void print_lint(const content::LintResult& lint, const CheckWords& asked, const reading::Pot& pot, const content::Words& words) {
  if (asked.json)
    for (const content::LintFinding& lint_finding : lint.findings)
      std::cout << lint_finding.json << "\n";
  else if (asked.pot)
    print_pot(pot, asked.paths, lint);
  else
    print_words(lint, words);
}

// What dates of content are compared with. SOURCE_DATE_EPOCH makes it the same tomorrow, as reproducible builds want it.
std::string today() {
  records::SystemClock clock;
  base::Moment now = clock.now();
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch && *epoch != '\0') now = base::Moment{std::int64_t{std::strtoll(epoch, nullptr, 10)} * 1000};
  return base::iso_local(now, clock.offset_minutes()).substr(0, 10);
}

int run_check(const Request& request, const CheckWords& asked) {
  // What a program reads is in English unless it asks.
  const auto words = words_to_print(Workbench(request).files, asked.language, asked.json ? "en" : language_of_environment());
  if (!words.ok()) return tell(words.error());
  const auto translate = [&words](std::string_view context, std::string_view source) { return words->tr(context, source); };
  if (asked.strategies) return check_strategies(request, asked.paths, *words);
  if (asked.idle) return check_idle(request, asked.paths);
  std::list<Workbench> benches; // what was looked at refers to their modules
  content::LintResult lint;
  reading::Pot pot;
  for (const std::string& path : asked.paths) {
    const auto located = content::locate(platform::path_from(path));
    if (!located) {
      std::cerr << "firsthand: " << words->tr(check_context, "there is no {path}", {{"path", path}}) << "\n";
      return wrong_usage;
    }
    Workbench& bench = benches.emplace_back(request, located->root);
    if (asked.sources) std::cout << content::sources_page(reading::load_shelf(bench.content()).doctrines);
    if (asked.competencies) std::cout << content::competencies_page(content::count_competencies(bench.content()));
    if (asked.page()) continue;
    const std::size_t before = lint.scenarios.size(), banks_before = lint.banks.size();
    const auto how_much = asked.format_2 ? content::Asked::everything : content::Asked::by_its_format;
    content::lint_content(bench.content(), bench.modules(), *located, lint, translate, today(), how_much);
    if (asked.pot) add_library(pot, bench.content(), *located);
    for (std::size_t i = banks_before; asked.pot && i < lint.banks.size(); ++i)
      pot.add(lint.banks[i].texts, lint.banks[i].files);
    for (std::size_t i = before; i < lint.scenarios.size(); ++i) {
      const content::Content& content = *lint.scenarios[i].content;
      if (asked.pot) add_texts(pot, content);
      if (asked.stats && content.usable()) print_stats(content.prepared(), *words);
      if (asked.table && content.usable()) print_table(lint.scenarios[i], *words);
    }
  }
  if (asked.page()) return good;
  print_lint(lint, asked, pot, *words);
  return lint.count(model::Gravity::error) + lint.count(model::Gravity::warning) == 0 ? good : failure;
}

} // namespace

void add_check(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("check", "findings of scenarios, courses, models, doctrine and plays");
  auto words = std::make_shared<CheckWords>();
  command
      ->add_option("PATH", words->paths,
                   "a scenario, a file of it, a course, a test, a bank of questions, a library, or a whole content folder")
      ->required();
  command->add_flag("--json", words->json, "one finding a line");
  command->add_flag("--stats", words->stats, "also what each verb changes, arms, drops or draws");
  command->add_flag("--table", words->table, "also each rule with what each play shows of it: kept, broken, or never due");
  command->add_flag("--format-2", words->format_2, "also, as notes, what format 2 asks of lessons of format 1");
  command->add_flag("--strategies", words->strategies, "of tests, by name: whether somebody passes who knows nothing");
  command->add_flag("--idle", words->idle, "of lessons, by name: whether somebody passes who does nothing");
  command->add_option("--lang", words->language, "language of the messages; without it that of the computer")->type_name("LANGUAGE");
  command->add_flag("--to-pot", words->pot, "prints the texts for translators (gettext POT) instead");
  add_content(*command, request);
  command->add_flag("--sources", words->sources, "prints the sources of all doctrine as one page (Markdown) instead");
  command->add_flag("--competencies", words->competencies,
                    "prints what of each competency is taught, practised and asked as one page (Markdown) instead");
  command->callback([&request, words] { request.run = [&request, words] { return run_check(request, *words); }; });
}

} // namespace firsthand::tools
