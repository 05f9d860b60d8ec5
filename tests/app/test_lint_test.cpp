// What is told of tests: each page of docs/findings about them, and who passes the shipped test without knowing anything.
#include "engine/assessment/form.h"
#include "engine/content/roots.h"
#include "engine/content/test_lint.h"
#include "engine/reading/shelf.h"
#include "tests/reading/pages.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace {

using namespace firsthand;
using namespace firsthand::reading_test;

std::set<std::string> told_of_test(const World& world) {
  World copy = world;
  const reading::LoadedTest loaded = reading::load_test(copy.files(), world_path("test"));
  std::set<std::string> all;
  for (const model::Finding& finding : loaded.findings)
    all.insert(finding.code);
  for (const model::Finding& finding : content::test_findings(loaded, {}))
    all.insert(finding.code);
  return all;
}

std::string bytes_of(const std::string& path) {
  std::ifstream stream(FIRSTHAND_SOURCE "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string block_of(const std::string& page, const std::string& name) {
  const std::string head = "```yaml " + name + "\n";
  const std::size_t from = page.find(head) + head.size();
  return page.substr(from, page.find("```", from) - from);
}

} // namespace

TEST_CASE("app: each page about tests gives its finding, and the right example none but that forms are not written") {
  int pages = 0;
  for (const Page& page : read_pages()) {
    if (!page.code.starts_with("F134")) continue;
    ++pages;
    CAPTURE(page.code);
    for (const Example& example : page.examples) {
      if (example.with) continue;
      World world = world_of(page, example);
      std::set<std::string> told = told_of_test(world);
      if (!example.bad) told.erase("F1348");
      CHECK(told == (example.bad ? std::set<std::string>{page.code} : std::set<std::string>()));
    }
  }
  CHECK(pages == 9);
}

TEST_CASE("app: the shipped tests have no finding, say what each question asked, and nobody passes who knows nothing") {
  const content::DiskFiles files({content::ContentRoot{FIRSTHAND_SOURCE, ""}});
  const std::vector<model::Doctrine> doctrines = reading::load_shelf(files).doctrines;
  const std::vector<std::string> paths = reading::test_paths(files);
  REQUIRE(!paths.empty());
  for (const std::string& path : paths) {
    CAPTURE(path);
    const reading::LoadedTest loaded = reading::load_test(files, path);
    CHECK(loaded.findings.empty());
    CHECK(content::test_findings(loaded, doctrines).empty());
    if (loaded.test.drawn > 0) continue; // it has no form, and nobody passes it
    CHECK(files.read(reading::forms_path(path), 1 << 20) == reading::forms_text(loaded.test, content::forms_of(loaded.test)));
    const std::vector<content::StrategyLine> lines = content::try_strategies(loaded.test, doctrines);
    CHECK(lines.size() == loaded.test.forms.size() * assessment::all_strategies.size());
    for (const content::StrategyLine& line : lines) {
      CAPTURE(line.form);
      CAPTURE(assessment::strategy_word(line.result.strategy));
      CHECK_FALSE(line.result.passes);
    }
  }
}

// Two positions, each with its own right option: who always takes the first gets nothing of the written doctrine, and all of the other one.
TEST_CASE("app: a test is tried under the doctrine that somebody does best with who knows nothing") {
  World world;
  world.put("test", "test: check\ntitle: A small test\nbanks: [small]\nblueprint: {care: 1}\n");
  world.put("forms", "forms:\n  - [lamp]\n");
  const reading::LoadedTest loaded = reading::load_test(world.files(), world_path("test"));
  model::Test test = loaded.test;
  for (model::ItemOption& option : test.items.at(0).options)
    option.right = false, option.question = "D4", option.answer = option.id == "look" ? "A" : "B";
  const auto taking = [](const char* answer) {
    model::Doctrine doctrine;
    doctrine.positions.emplace_back().question = "D4";
    doctrine.positions.back().right = {answer};
    return doctrine;
  };
  const model::Doctrine a = taking("A"), b = taking("B");
  const auto first = [&](const std::vector<model::Doctrine>& doctrines) { return content::try_strategies(test, doctrines).at(1).result; };
  CHECK(first({b}).won == 0);
  CHECK(first({b, a}).won == 1000);
  CHECK(first({b, a}).passes);
}

TEST_CASE("app: the manual's test over the manual's questions has no finding, and its table names each key") {
  const std::string page = bytes_of("docs/authors/questions.md");
  const std::string folder = "scenarios/banks/my-exam/";
  reading::MemoryFiles files;
  files.put("scenarios/library/vocabulary.yaml", bytes_of("scenarios/library/vocabulary.yaml"));
  std::string items = block_of(page, "items");
  items.replace(items.find("source: practice"), 16, "source: order-12 4");
  files.put(folder + "bank.yaml", "bank: my-exam\nformat: 1\nlanguage: en\nuse: measure\ntitle: An exam\n" + block_of(page, "sources"));
  files.put(folder + "items/all.yaml", items);
  files.put(folder + "pictures/desk.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\"><rect width=\"96\" height=\"96\"/></svg>");
  const std::string path = "scenarios/courses/my-course/tests/safety.yaml", text = block_of(page, "test");
  files.put(path, text);
  const reading::LoadedBank bank = reading::load_bank(files, folder + "bank.yaml");
  for (const model::Finding& finding : bank.findings)
    FAIL_CHECK(reading::render(finding, bank.files));
  const reading::LoadedTest unwritten = reading::load_test(files, path);
  for (const model::Finding& finding : unwritten.findings)
    FAIL_CHECK(reading::render(finding, unwritten.files));
  const assessment::Assembled assembled = assessment::assemble(unwritten.test);
  REQUIRE(assembled.forms.size() == 1);
  files.put(reading::forms_path(path), reading::forms_text(unwritten.test, assembled.forms));
  const reading::LoadedTest loaded = reading::load_test(files, path);
  CHECK(loaded.findings.empty());
  for (const model::Finding& finding : content::test_findings(loaded, {}))
    FAIL_CHECK(reading::render(finding, loaded.files));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(page.find("`" + line.substr(0, line.find(':')) + "`") != std::string::npos);
  }
}

TEST_CASE("app: what is told of a test's keys names all that it may have, and what may be shuffled") {
  const auto told = [](const std::string& line) {
    World world;
    world.put("test", "test: check\ntitle: A small test\nbanks: [small]\nblueprint: {care: 1}\n" + line);
    const reading::LoadedTest loaded = reading::load_test(world.files(), world_path("test"));
    return loaded.findings.empty() ? std::string() : reading::message_of(loaded.findings[0]);
  };
  const std::string unknown = told("dangrs: 1\n");
  for (const char* key : {"anchors", "certainty", "cut", "dangers", "forms", "minimum", "shuffle"}) {
    CAPTURE(key);
    CHECK(unknown.find(key) != std::string::npos);
  }
  for (const char* line : {"shuffle: yes\n", "shuffle: [item]\n"}) {
    CAPTURE(line);
    CHECK(told(line).find("“shuffle” cannot be “") != std::string::npos);
    CHECK(told(line).find("(choices: items, options)") != std::string::npos);
  }
  CHECK(told("shuffle: items\n") == "");
  CHECK(told("shuffle: [items, options]\n") == "");
}

TEST_CASE("app: a test that asks for more than it has is told of its minima and of its forms at once") {
  World world;
  world.put("test", "test: check\ntitle: A small test\nbanks: [small]\nblueprint: {care: 2}\nminimum: {care: 3}\n");
  CHECK(told_of_test(world) == std::set<std::string>{"F1341", "F1347"});
}
