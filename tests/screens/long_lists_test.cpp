// The trainers' pages with as many rows as they may have: what a page is for stays in sight and in its place, however far is scrolled, in
// each size of window and text; and who is looked for is found.
#include "engine/screens/attempts/draw.h"
#include "engine/screens/lists/draw.h"
#include "engine/screens/shared/name_search.h"
#include "engine/screens/supervision/draw.h"
#include "engine/ui/driver.h"
#include "tests/screens/play_stage.h"
#include "tests/ui/fixture.h"

#include <fmt/format.h>

namespace {

using namespace firsthand;
using namespace firsthand::screens;

struct LongPage {
  const char* name;
  std::vector<const char*> stay; // ids of what stays in sight
  const char* scroll;
  std::function<void(ui::Frame&)> draw;
};

// What the pages are given; outlives the frames.
struct LongLists {
  content::Words words;
  std::vector<ListsChange> changes;
  std::vector<ListsJoin> joins;
  std::vector<AttemptsPerson> people;
  std::vector<text::FoldedName> folded;
  std::vector<SupervisionSeat> seats;
  ListsMemory lists;
  AttemptsMemory attempts;
  SupervisionMemory supervision;
  QuestionsState questions;
  DecisionState decision;

  LongLists(const std::string& language, int many) : words(content::Words::load(TreeFiles(), language)) {
    for (int i = 0; i < many; ++i) {
      const std::string name = fmt::format("Learner {} Srisuk", i), number = fmt::format("{:04}", i);
      changes.push_back({"Not in it", number + " " + name, "minus", Meaning::quiet});
      joins.push_back({number, name + " came here before without a number. Is that one of the list?"});
      people.push_back({number, name, "2 attempts that count: 1 passed unsupervised, 0 passed supervised", number});
      folded.push_back(text::folded_name(shared::searched_name(name, number)));
      seats.push_back({number, name, number, "Not begun"});
    }
  }
  void draw_a_list(ui::Frame& f, ListsPart part, std::string_view takes_away) {
    lists.part = part;
    draw_lists(f,
               {.words = words,
                .trainer_pin = true,
                .files = {},
                .known = {},
                .file = "people.csv",
                .summary = "0 new, 0 changed, 0 as they were.",
                .more = {},
                .takes_away = takes_away,
                .notes = {},
                .faults = {},
                .questions = {},
                .changes = changes,
                .may_take = true,
                .joins = joins},
               lists);
  }
  void draw_a_session(ui::Frame& f, SupervisionPart part) {
    supervision.part = part;
    draw_supervision(f,
                     {.words = words,
                      .session = "Supervised by Mali",
                      .present = {},
                      .present_fault = {},
                      .until_fault = {},
                      .summary = {},
                      .close_words = "Nobody is at the test now.",
                      .tests = {},
                      .seats = seats,
                      .codes = {}},
                     supervision);
  }
  void draw_people(ui::Frame& f) {
    attempts.part = AttemptsPart::people;
    draw_attempts(f, {words, true, true, 0, people, {}, questions, decision, folded}, attempts);
  }
  std::vector<LongPage> pages() {
    return {
        {"a list that is looked at", {"lists/take"}, "lists/page", [this](ui::Frame& f) { draw_a_list(f, ListsPart::look, {}); }},
        {"a list that takes something away",
         {"lists/take"},
         "lists/page",
         [this](ui::Frame& f) { draw_a_list(f, ListsPart::look, "200 stations are taken out of the register."); }},
        {"a list that was taken in", {"lists/done"}, "lists/page", [this](ui::Frame& f) { draw_a_list(f, ListsPart::done, {}); }},
        {"people", {"attempts/search", "attempts/questions"}, "attempts/page", [this](ui::Frame& f) { draw_people(f); }},
        {"a session", {"supervision/close"}, "supervision/page", [this](ui::Frame& f) { draw_a_session(f, SupervisionPart::inside); }},
        {"a session that is over",
         {"supervision/done"},
         "supervision/page",
         [this](ui::Frame& f) { draw_a_session(f, SupervisionPart::closed); }},
    };
  }
};

ui::Rect seen(const ui::Driver& driver, const char* id) {
  const auto entry = driver.find(id);
  REQUIRE_MESSAGE(entry.ok(), id << " is not in sight");
  CHECK(entry->visible() == entry->rect);
  return entry->rect;
}

void stays_in_sight(const LongPage& page, const ui::Settings& settings, ui::Size size) {
  ui::WindowOptions options = ui::headless(settings, size);
  options.paints_each = 1'000'000; // nobody looks
  const auto opened = ui::Window::open(options);
  REQUIRE(opened.ok());
  const std::unique_ptr<ui::Window>& window = *opened;
  ui::Driver driver(*window, [&page](ui::Frame& f) { page.draw(f); });
  std::vector<ui::Rect> before;
  for (const char* id : page.stay)
    before.push_back(seen(driver, id));
  CHECK(ui::describe(driver.layout_faults()) == "");
  const ui::Entry* bar = window->registry().find(std::string(page.scroll) + "/bar");
  REQUIRE(bar); // there is more than is seen
  driver.wheel({size.w / 3, size.h / 2}, -1000);
  for (std::size_t i = 0; i < page.stay.size(); ++i)
    CHECK(seen(driver, page.stay[i]) == before[i]);
  CHECK(ui::describe(driver.layout_faults()) == "");
}

} // namespace

TEST_CASE("long lists: what a trainer's page is for stays in sight and in its place under many rows, in each size") {
  struct Look {
    ui::Size size;
    int percent;
    const char* language;
  };
  for (const Look& look :
       {Look{{1280, 720}, 100, "en"}, Look{{1280, 720}, 150, "th"}, Look{{1280, 720}, 200, "en"}, Look{{1024, 768}, 100, "th"},
        Look{{1024, 768}, 200, "th"}, Look{{1366, 768}, 125, "en"}, Look{{1920, 1080}, 100, "en"}}) {
    LongLists lists(look.language, 60);
    for (const LongPage& page : lists.pages()) {
      CAPTURE(page.name);
      CAPTURE(look.language);
      CAPTURE(look.size.w);
      CAPTURE(look.percent);
      stays_in_sight(page, {ui::Theme::light, look.percent, ui::Motion::reduced, look.language}, look.size);
    }
  }
}

namespace {

struct ManyPeople : LongLists {
  std::optional<std::string> opened;
  bool left = false;
  std::unique_ptr<ui::Window> window = ui::open_headless({ui::Theme::light, 100, ui::Motion::reduced, "en"}, {1280, 720});
  ui::Driver driver;
  ManyPeople() : LongLists("en", 200), driver(*window, [this](ui::Frame& f) { draw(f); }) {}
  void draw(ui::Frame& f) {
    attempts.part = AttemptsPart::people;
    const AttemptsIntent asked = draw_attempts(f, {words, true, true, 0, people, {}, questions, decision, folded}, attempts);
    if (asked.person) opened = asked.person;
    left = left || asked.back;
  }
  std::size_t rows() {
    std::size_t all = 0;
    for (const ui::Entry& each : window->registry().entries())
      all += each.id.starts_with("attempts/person/") ? 1 : 0;
    return all;
  }
};

} // namespace

TEST_CASE("long lists: who is looked for by a part of the number or the name is found and opened with keys alone") {
  ManyPeople b;
  CHECK(b.driver.focused() == "attempts/search");
  CHECK(b.rows() == 200);
  b.driver.type("0137");
  CHECK(b.rows() == 1);
  CHECK_OK(b.driver.key("Enter"));
  CHECK(b.opened == "0137");
  CHECK_OK(b.driver.key("Escape")); // what was typed, then the page
  CHECK(b.attempts.looked_for.search == "");
  CHECK_FALSE(b.left);
  b.driver.type("learner 19");
  CHECK(b.rows() == 12); // 19, 190 to 199, and 119
  CHECK_OK(b.driver.key("Down"));
  CHECK_OK(b.driver.key("Down"));
  CHECK_OK(b.driver.key("Enter"));
  CHECK(b.opened == b.people[190].id);
  b.driver.type(" nobody");
  CHECK(b.rows() == 0);
  CHECK(b.driver.sees("Nobody here has “learner 19 nobody” in the name or the number."));
  CHECK_OK(b.driver.key("Enter"));
  CHECK(b.opened == b.people[190].id);
}

TEST_CASE("long lists: a letter is pressed instead of typed, and few people are not searched") {
  ManyPeople b;
  CHECK_OK(b.driver.click("attempts/letter/l"));
  CHECK(b.attempts.looked_for.search == "l");
  CHECK(b.driver.focused() == "attempts/search");
  b.attempts.looked_for = {};
  b.folded.clear(), b.people.resize(8);
  b.driver.settle();
  CHECK_FALSE(b.driver.find("attempts/search").ok());
  CHECK(b.rows() == 8);
}
