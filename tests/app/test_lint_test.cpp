// What is told of tests: each page of docs/findings about them, and who passes the shipped test without knowing anything.
#include "engine/assessment/form.h"
#include "engine/content/disk_files.h"
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
    if (!page.code.starts_with("F134") && !page.code.starts_with("F135")) continue;
    ++pages;
    CAPTURE(page.code);
    for (const Example& example : page.examples) {
      if (example.with) continue;
      World world = world_of(page, example);
      std::set<std::string> told = told_of_test(world);
      if (!example.bad) told.erase("F1348");
      if (page.code != "F1352") told.erase("F1352"); // forms of a page are written by hand
      CHECK(told == (example.bad ? std::set<std::string>{page.code} : std::set<std::string>()));
    }
  }
  CHECK(pages == 12);
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

namespace {

// tests/banks/good: the sample of the format, with as many questions as three forms of twenty need.
struct Sample {
  const content::DiskFiles files{
      {content::locate(FIRSTHAND_SOURCE "/tests/banks/good").value().root, content::ContentRoot{FIRSTHAND_SOURCE, "", "", true}}};
  const std::string path = "scenarios/courses/sample/tests/knowledge.yaml";
  const std::vector<model::Doctrine> doctrines = reading::load_shelf(files).doctrines;
};

} // namespace

TEST_CASE("app: the sample of the format is read as it stands there, has no finding, and nobody passes it who knows nothing") {
  const Sample sample;
  const reading::LoadedTest loaded = reading::load_test(sample.files, sample.path);
  for (const model::Finding& finding : loaded.findings)
    FAIL_CHECK(finding.code);
  for (const model::Finding& finding : content::test_findings(loaded, sample.doctrines))
    FAIL_CHECK(finding.code);
  const reading::LoadedBank bank = reading::load_bank(sample.files, "scenarios/banks/sample-m/bank.yaml");
  for (const model::Finding& finding : bank.findings)
    FAIL_CHECK(finding.code);
  CHECK(bank.bank.title.source == "sample-m");
  CHECK(loaded.test.title.source == "knowledge");
  CHECK(loaded.test.dangers == 1);
  std::set<assessment::Strategy> passing;
  const auto lines = content::try_strategies(loaded.test, sample.doctrines);
  CHECK(lines.size() == 3 * assessment::all_strategies.size());
  for (const content::StrategyLine& line : lines)
    if (line.result.passes) passing.insert(line.result.strategy);
  CHECK(passing.empty());
}

TEST_CASE("app: a test or a bank that is not there is told, and is usable by nobody") {
  const Sample sample;
  for (const char* path :
       {"scenarios/courses/sample/tests/nowhere.yaml", "scenarios/courses/nowhere/tests/knowledge.yaml", "nowhere.yaml", ""}) {
    CAPTURE(std::string(path));
    const reading::LoadedTest test = reading::load_test(sample.files, path);
    CHECK_FALSE(test.usable());
    REQUIRE(test.findings.size() == 1);
    CHECK(test.findings.front().code == "F0871");
    REQUIRE(test.findings.front().where.file < test.files.size());
    CHECK(test.files[test.findings.front().where.file].path == path);
    const reading::LoadedBank bank = reading::load_bank(sample.files, path);
    CHECK_FALSE(bank.usable());
    REQUIRE_FALSE(bank.findings.empty());
    CHECK(bank.findings.front().where.file < bank.files.size());
  }
}

TEST_CASE("app: the sample's forms have twenty questions and four anchors, and who gets which is as the format says") {
  const Sample sample;
  const model::Test test = reading::load_test(sample.files, sample.path).test;
  const std::vector<content::FormItems> forms = content::forms_of(test);
  REQUIRE(forms.size() == 3);
  for (const content::FormItems& form : forms) {
    CHECK(form.size() == 20);
    CHECK(std::count_if(form.begin(), form.end(), [](const model::Item* item) { return item->anchor; }) == 4);
  }
  CHECK(sample.files.read(reading::forms_path(sample.path), 1 << 20) == reading::forms_text(test, forms));
  CHECK(assessment::form_name(assessment::form_for(test.id, "0072", 3, assessment::Role::final_test)) == "C");
  CHECK(assessment::form_name(assessment::form_for(test.id, "0071", 3, assessment::Role::baseline)) == "A");
}

// Every hand that may lie on a file of forms: each question dropped, doubled, or without its version.
TEST_CASE("app: forms that were changed by hand have a finding, whatever was changed in them") {
  const Sample sample;
  const reading::LoadedTest whole = reading::load_test(sample.files, sample.path);
  REQUIRE(content::test_findings(whole, sample.doctrines).empty());
  const auto codes = [&](const std::function<void(model::Test&)>& change) {
    reading::LoadedTest changed = whole;
    change(changed.test);
    std::set<std::string> all;
    for (const model::Finding& finding : content::test_findings(changed, sample.doctrines))
      all.insert(finding.code);
    return all;
  };
  for (std::size_t form = 0; form < 3; ++form)
    for (std::size_t i = 0; i < 20; ++i) {
      const model::Id id = whole.test.forms[form][i];
      CAPTURE(id);
      const bool anchor = whole.test.item(id)->anchor;
      const auto dropped =
          codes([&](model::Test& test) { test.forms[form].erase(test.forms[form].begin() + static_cast<std::ptrdiff_t>(i)); });
      CHECK(dropped.contains("F1343"));
      CHECK(dropped.contains("F1350") == anchor);
      CHECK(codes([&](model::Test& test) { test.forms[form].push_back(id); }).contains("F1346"));
      CHECK(codes([&](model::Test& test) { std::erase_if(test.frozen, [&](const auto& one) { return one.first == id; }); }) ==
            std::set<std::string>{"F1352"});
      const auto retired = codes([&](model::Test& test) {
        for (model::Item& item : test.items)
          if (item.id == id) item.state = model::ItemState::retired;
      });
      CHECK(retired == std::set<std::string>{"F1351"});
    }
  const auto no_anchor = codes([](model::Test& test) { // in all forms alike
    for (model::Item& item : test.items)
      item.anchor = item.anchor && item.competency != "triage";
  });
  CHECK(no_anchor == std::set<std::string>{"F1350"});
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

// What an author may write of it, and what it comes to.
TEST_CASE("app: what is the same for every test may be said, otherwise is told; dangers are a number or at most one") {
  const auto read = [](const std::string& more) {
    World world;
    world.put("test", "test: check\nbanks: [small]\nblueprint: {care: 1}\n" + more);
    return reading::load_test(world.files(), world_path("test"));
  };
  const auto codes = [&](const std::string& more) {
    std::string all;
    for (const model::Finding& finding : read(more).findings)
      all += finding.code + " ";
    return all;
  };
  CHECK(codes("navigation: free\ntime: none\n") == "");
  CHECK(codes("navigation: linear\n") == "F0208 ");
  CHECK(codes("time: 40 min\n") == "F0208 ");
  for (const auto& [words, dangers] : {std::pair{"dangers: at most 2\n", 2}, {"dangers: 0\n", 0}, {"dangers: at most 0\n", 0}, {"", -1}}) {
    CAPTURE(words);
    CHECK(codes(words) == "");
    CHECK(read(words).test.dangers == dangers);
  }
  for (const char* words : {"dangers: at most\n", "dangers: at most some\n", "dangers: at least 1\n", "dangers: at most -1\n"}) {
    CAPTURE(words);
    CHECK(codes(words) == "F0211 ");
  }
}

TEST_CASE("app: what is drawn by a blueprint takes as many of each competency as it says, and draw is their sum") {
  const auto read = [](const std::string& more) {
    World world;
    world.put("bank", "bank: small\nformat: 1\nlanguage: en\nuse: practice\ntitle: A small bank\n");
    world.put("test", "test: check\nbanks: [small]\n" + more);
    return reading::load_test(world.files(), world_path("test"));
  };
  const reading::LoadedTest by_parts = read("draw: 1\nblueprint: {care: 1}\n"), by_errors = read("draw: 1\n");
  CHECK(by_parts.findings.empty());
  CHECK(by_parts.test.drawn_by_blueprint);
  CHECK(by_parts.test.blueprint.at(0).count == 1);
  CHECK(by_errors.findings.empty());
  CHECK_FALSE(by_errors.test.drawn_by_blueprint);
  const reading::LoadedTest other = read("draw: 2\nblueprint: {care: 1}\n");
  REQUIRE(other.findings.size() == 1);
  CHECK(other.findings[0].code == "F0211");
}
