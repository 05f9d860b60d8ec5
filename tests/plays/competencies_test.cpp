// The programme as it is built in: docs/competencies.md tells what of it is taught, practised and asked, and none of it is thin.
#include "engine/content/competencies_page.h"
#include "tests/plays/workshop.h"
#include "tests/reading/world.h"

#include <cstdlib>
#include <fstream>

using namespace firsthand;

TEST_CASE("plays: docs/competencies.md is what the content says, and each competency has twelve questions") {
  const content::CompetencyCounts counts = content::count_competencies(play_tests::contents().files);
  const std::filesystem::path page = std::filesystem::path(FIRSTHAND_SOURCE) / "docs/competencies.md";
  const std::string now = content::competencies_page(counts);
  if (std::getenv("FIRSTHAND_BLESS")) std::ofstream(page, std::ios::binary) << now;
  std::ifstream stream(page, std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == now);
  CHECK(counts.competencies.size() == 12);
  for (const content::CompetencyCount& one : counts.competencies) {
    CAPTURE(one.competency);
    CHECK(one.questions() >= 12);
    CHECK(one.measured > 0);
    CHECK(one.practised > 0);
  }
}

// One lesson, one bank that measures with two questions (one of them retired) and one that is practised, and a test.
TEST_CASE("plays: questions are counted once, by the use of their bank, and a reason by its source") {
  reading_test::World world;
  std::string lesson = world.text("scenario");
  world.put("scenario", lesson.replace(lesson.find("doctrine: small"), 0, "competencies: [care]\n"));
  const std::string retired =
      "  - {id: old, kind: copy, competency: care, stem: Copy it., answer: A 1, why: So., source: practice, state: retired}\n";
  world.put("items", world.text("items") + retired);
  world.put("practice", "bank: open\nformat: 1\nlanguage: en\nuse: practice\ntitle: Open\n");
  world.files().put("scenarios/banks/open/items/care.yaml",
                    "items:\n  - {id: mine, kind: copy, competency: care, stem: Copy it., answer: A 2, why: So., source: practice}\n");
  world.put("test", "test: check\ntitle: A small test\nbanks: [small]\nblueprint: {care: 1}\n");
  const content::CompetencyCounts counts = content::count_competencies(world.files());
  const auto care = std::find_if(counts.competencies.begin(), counts.competencies.end(),
                                 [](const content::CompetencyCount& one) { return one.competency == "care"; });
  REQUIRE(care != counts.competencies.end());
  CHECK(care->measured == 1);
  CHECK(care->practised == 1);
  CHECK(care->lessons == std::vector<model::Id>{"sample"});
  CHECK(care->of_tests == std::vector<int>{1});
  REQUIRE(counts.banks.size() == 2);
  CHECK(counts.banks[1].bank == "small");
  CHECK(counts.banks[1].retired == 1);
  using Reasons = std::vector<std::pair<model::Id, std::size_t>>;
  CHECK(counts.banks[1].reasons == Reasons{{"guide-a", 2}, {"practice", 1}});
}
