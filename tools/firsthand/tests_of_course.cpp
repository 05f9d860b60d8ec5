// forms: puts the forms of a test together, and freezes them. paper: which form somebody gets, and what stands on it. check --strategies
// and check --idle: what somebody gets who knows nothing, or does nothing.
#include "tools/firsthand/tests_of_course.h"

#include "engine/assessment/form.h"
#include "engine/content/test_lint.h"
#include "engine/platform/paths.h"
#include "engine/proving/player.h"
#include "engine/reading/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>

namespace firsthand::tools {

namespace {

constexpr const char* test_context = "test";

struct FormsWords {
  std::string test, language;
  bool write = false, replace = false;
};

struct PaperWords {
  std::string test, person, role = "final", language;
  bool again = false;
};

// A test as a user names it: its id, or the path of its file.
std::optional<std::string> path_of_test(const reading::FileSource& files, const std::string& named,
                                        const std::optional<content::Located>& located) {
  const std::vector<std::string> paths = reading::test_paths(files);
  for (const std::string& path : paths)
    if (located ? path == located->path : reading::name_of(path) == named + ".yaml") return path;
  return std::nullopt;
}

std::optional<content::Located> located_test(const std::string& named) {
  auto located = content::locate(platform::path_from(named));
  if (located && located->kind != content::Located::Kind::test) located.reset();
  return located;
}

// Prints why there is none.
std::optional<reading::LoadedTest> usable_test(const reading::FileSource& files, const std::string& named,
                                               const std::optional<content::Located>& located, const content::Words& words) {
  const auto path = path_of_test(files, named, located);
  if (!path) {
    std::cerr << "firsthand: " << words.tr(test_context, "there is no test {name}", {{"name", named}}) << "\n";
    return std::nullopt;
  }
  reading::LoadedTest loaded = reading::load_test(files, *path);
  if (loaded.usable()) return loaded;
  for (const model::Finding& finding : loaded.findings)
    std::cerr << reading::render(finding, loaded.files);
  return std::nullopt;
}

std::string item_line(const model::Item& item) {
  return fmt::format("{:<24} {} {:<18} {}", item.id, item.version, item.competency, model::item_kind_word(item.kind));
}

std::size_t anchors_in(const content::FormItems& form) {
  return static_cast<std::size_t>(std::count_if(form.begin(), form.end(), [](const model::Item* item) { return item->anchor; }));
}

std::string form_head(std::size_t number, const content::FormItems& form, const content::Words& words) {
  return words.tr(test_context, "form {form}", {{"form", assessment::form_name(number)}}) + ", " +
         words.plural(test_context, "{n} item", "{n} items", static_cast<std::int64_t>(form.size())) + ", " +
         words.plural(test_context, "{n} anchor", "{n} anchors", static_cast<std::int64_t>(anchors_in(form)));
}

int print_forms(const std::vector<content::FormItems>& forms, const content::Words& words) {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    std::cout << form_head(i, forms[i], words) << "\n";
    for (const model::Item* item : forms[i])
      std::cout << "  " << item_line(*item) << "\n";
  }
  return good;
}

// Beside the test. What is there is kept unless it is to be replaced: people may have taken it.
int write_forms(const Workbench& bench, const FormsWords& asked, const reading::LoadedTest& loaded,
                const std::vector<content::FormItems>& forms, const content::Words& words) {
  const std::string path = reading::forms_path(loaded.path), text = reading::forms_text(loaded.test, forms);
  if (!loaded.test.frozen.empty() && !asked.replace && bench.content().read(path, std::size_t{1} << 20) != text) {
    std::cerr << "firsthand: "
              << words.tr(test_context, "{path} is there already: people may have taken these forms. With --replace new ones are written",
                          {{"path", bench.content().place(path)}})
              << "\n";
    return failure;
  }
  const auto file = bench.content().find(loaded.path);
  if (!file) return failure;
  std::ofstream out(file->parent_path() / std::string(reading::name_of(path)), std::ios::binary);
  out << text;
  out.close();
  if (out.good()) std::cout << words.tr(test_context, "written: {path}", {{"path", bench.content().place(path)}}) << "\n";
  return out.good() ? good : failure;
}

// False, and says what the banks lack.
bool told_whole(const assessment::Assembled& assembled, const content::Words& words) {
  for (const assessment::Shortage& one : assembled.shortages)
    std::cerr << "firsthand: "
              << words.tr(test_context, "{what}: needed {needed}, there {there}",
                          {{"what", one.competency.empty() ? words.tr(test_context, "anchors") : one.competency},
                           {"needed", std::to_string(one.needed)},
                           {"there", std::to_string(one.there)}})
              << "\n";
  return assembled.shortages.empty();
}

// What is done with the test that was named, and is usable; else what is wrong with it was told.
template<class Asked, class Work> int with_test(const Request& request, const Asked& asked, Work work) {
  const auto words = words_to_print(Workbench(request).files, asked.language, language_of_environment());
  if (!words.ok()) return tell(words.error());
  const auto located = located_test(asked.test);
  const Workbench bench(request, located ? std::optional(located->root) : std::nullopt);
  const auto loaded = usable_test(bench.content(), asked.test, located, *words);
  return loaded ? work(bench, *loaded, *words, asked) : failure;
}

int forms_of_test(const Workbench& bench, const reading::LoadedTest& loaded, const content::Words& words, const FormsWords& asked) {
  std::vector<content::FormItems> forms = content::forms_of(loaded.test);
  if (forms.empty() || (asked.write && asked.replace)) {
    assessment::Assembled assembled = assessment::assemble(loaded.test);
    if (!told_whole(assembled, words)) return failure;
    forms = std::move(assembled.forms);
  }
  return asked.write ? write_forms(bench, asked, loaded, forms, words) : print_forms(forms, words);
}

// Else says why not: what the banks lack, or that nobody wrote them yet.
bool has_forms(const reading::LoadedTest& loaded, const std::string& named, const content::Words& words) {
  if (!content::forms_of(loaded.test).empty()) return true;
  if (told_whole(assessment::assemble(loaded.test), words))
    std::cerr << "firsthand: " << words.tr(test_context, "the forms of {name} are not written yet: forms --write", {{"name", named}})
              << "\n";
  return false;
}

int paper_of_test(const Workbench&, const reading::LoadedTest& loaded, const content::Words& words, const PaperWords& asked) {
  if (!has_forms(loaded, asked.test, words)) return failure;
  const std::vector<content::FormItems> forms = content::forms_of(loaded.test);
  assessment::Role role = assessment::Role::final_test;
  for (const auto& [word, value] : assessment::roles)
    if (asked.role == word) role = value;
  const std::size_t form =
      assessment::form_for(loaded.test.id, asked.person, forms.size(), role, asked.again ? assessment::Try::again : assessment::Try::first);
  std::cout << form_head(form, forms[form], words) << "\n";
  for (const model::Item* item : forms[form])
    std::cout << item_line(*item) << "  " << item->stem.source << "\n";
  return good;
}

std::string points(int thousandths) { return fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000); }

const char* idle_words(proving::Idle how) {
  switch (how) {
  case proving::Idle::goes_on:
    return "only go on";
  case proving::Idle::waits:
    return "only wait";
  case proving::Idle::looks:
    return "only look";
  case proving::Idle::takes_the_first:
    return "always the first option";
  }
  return "";
}

} // namespace

int check_strategies(const Request& request, const std::vector<std::string>& tests, const content::Words& words) {
  std::set<assessment::Strategy> passing;
  for (const std::string& named : tests) {
    const auto located = located_test(named);
    const Workbench bench(request, located ? std::optional(located->root) : std::nullopt);
    const auto loaded = usable_test(bench.content(), named, located, words);
    if (!loaded || !has_forms(*loaded, named, words)) return failure;
    for (const content::StrategyLine& line : content::try_strategies(loaded->test, reading::load_shelf(bench.content()).doctrines)) {
      const assessment::StrategyResult& result = line.result;
      if (result.passes) passing.insert(result.strategy);
      std::cout << fmt::format("{:<4}{:<16}{} / {}  {}.{:09}\n", assessment::form_name(line.form),
                               assessment::strategy_word(result.strategy), points(result.won), points(result.of),
                               result.chance / assessment::certain, result.chance % assessment::certain);
    }
  }
  std::cout << words.tr(test_context, "{some} of {all} strategies pass",
                        {{"some", std::to_string(passing.size())}, {"all", std::to_string(assessment::all_strategies.size())}})
            << "\n";
  return passing.empty() ? good : failure;
}

int check_idle(const Request& request, const std::vector<std::string>& lessons) {
  int code = good;
  for (const std::string& lesson : lessons) {
    const NamedScenario named = named_scenario(lesson);
    Workbench bench(request, named.root);
    const auto content = bench.content_library().load(named.name);
    if (!content.ok()) return tell(content.error());
    const session::Prepared& prepared = (*content)->prepared();
    // Everybody passes a warm-up: nothing is asked for in it, and it is told nowhere.
    const reading::Library& library = bench.content_library().library();
    const bool counts = !library.is_warm_up(prepared.scenario.id) && !library.is_daily(prepared.scenario.id);
    for (const proving::Idle how : proving::all_idle) {
      const bool passed = proving::idle(prepared, how).attempt.ending == session::Ending::passed;
      std::cout << fmt::format("{:<16}{:<26}{}{}\n", prepared.scenario.id, idle_words(how), passed ? "passed" : "failed",
                               counts ? "" : ", counts nowhere");
      if (passed && counts) code = failure;
    }
  }
  return code;
}

void add_forms(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("forms", "the fixed forms of a test; --write freezes them");
  auto words = std::make_shared<FormsWords>();
  command->add_option("TEST", words->test, "a test of a course, or its file")->required();
  command->add_flag("--write", words->write, "puts them together from the banks and writes them beside the test");
  command->add_flag("--replace", words->replace, "with --write: also where other forms are there");
  command->add_option("--lang", words->language, "language of what is printed; without it that of the computer")->type_name("LANGUAGE");
  add_content(*command, request);
  command->callback([&request, words] { request.run = [&request, words] { return with_test(request, *words, forms_of_test); }; });
}

void add_paper(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("paper", "which form of a test somebody gets, and its questions");
  auto words = std::make_shared<PaperWords>();
  command->add_option("TEST", words->test, "a test of a course, or its file")->required();
  command->add_option("--person", words->person, "the service number; without one the person's id")->required()->type_name("NUMBER");
  command->add_option("--role", words->role, "baseline, final or delayed")->check(CLI::IsMember({"baseline", "final", "delayed"}));
  command->add_flag("--again", words->again, "final: the second try; delayed: after a second try");
  command->add_option("--lang", words->language, "language of what is printed; without it that of the computer")->type_name("LANGUAGE");
  add_content(*command, request);
  command->callback([&request, words] { request.run = [&request, words] { return with_test(request, *words, paper_of_test); }; });
}

} // namespace firsthand::tools
