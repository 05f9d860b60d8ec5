// The page of the two futures: what is told of both runs, what stands on the line, and that it holds together at every size.
#include "tests/screens/debrief_fixture.h"

#include <fmt/format.h>

#include <set>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

std::filesystem::path futures_png(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path() / "firsthand-screens-futures";
  std::filesystem::create_directories(folder);
  return folder / (name + ".png");
}

std::string all_futures_words(const DebriefFutures& told) {
  std::string all = told.sentence + "\n" + told.depends + "\n";
  for (const FutureRun* run : {&told.own, &told.other}) {
    all += run->title + ":";
    for (const DebriefTag& tag : run->outcomes)
      all += " [" + tag.label + "]";
    all += "\n";
  }
  for (std::size_t i = 0; i < told.marks(); ++i)
    all += fmt::format("  {} {}{}\n",
                       i < told.before.size() ? "="
                       : told.is_other(i)     ? "+"
                                              : "-",
                       told.mark(i).words, told.mark(i).differs ? "  <<" : "");
  return all;
}

struct FuturesLook {
  const char* name;
  ui::Theme theme;
  int percent;
  ui::Size size;
};
const FuturesLook futures_looks[] = {
    {"light-100", ui::Theme::light, 100, {1280, 720}},     {"dark-100", ui::Theme::dark, 100, {1366, 768}},
    {"light-1024", ui::Theme::light, 100, {1024, 768}},    {"contrast-wide", ui::Theme::high_contrast, 100, {1920, 1080}},
    {"light-150", ui::Theme::light, 150, {1366, 768}},     {"dark-200", ui::Theme::dark, 200, {1280, 720}},
    {"light-200-1024", ui::Theme::light, 200, {1024, 768}}};

// The page of one play, as a person works with it; what is pressed is shown as the shell shows it.
struct FuturesPage {
  const Run& run;
  DebriefState state;
  DebriefMemory memory;
  DebriefIntent last;
  std::unique_ptr<ui::Window> window;
  std::unique_ptr<ui::Driver> driver;

  FuturesPage(const Run& of, const content::Words& words, const FuturesLook& look = futures_looks[0], const char* language = "en")
      : run(of), state(of.state(words)), window(ui::open_headless({look.theme, look.percent, ui::Motion::reduced, language}, look.size)) {
    memory.page = 3;
    driver = std::make_unique<ui::Driver>(*window, [this, &words](ui::Frame& f) {
      f.screen(fmt::format("debrief/{}", memory.page));
      last = draw_debrief(f, state, memory);
      const StepViews views{{"scene", &modules::scene::open_view}};
      if (last.moment) show_futures(state, memory.futures, *run.futures, *run.lesson.prepared, views, words);
    });
  }
  std::vector<const ui::Entry*> signs(const std::string& family) const {
    std::vector<const ui::Entry*> all;
    for (const ui::Entry& entry : window->registry().entries())
      if (entry.id.starts_with(family)) all.push_back(&entry);
    return all;
  }
};

} // namespace

TEST_CASE("screens: the futures say which act decided it, how both ended, and show both at the same moment") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run run(lesson, "bag-first");
  const FuturesPage page(run, words);
  const DebriefFutures& told = page.state.futures;
  CAPTURE(all_futures_words(told));
  CHECK(told.sentence == "One act was missing at 09:10:15: “Keep it awake” (Laptop).");
  CHECK(told.depends == "Chance was the same in both. On this depended: the open session, the key of the disk, the files on the disk. "
                        "Saved in neither: the seed words.");
  REQUIRE(told.own.outcomes.size() == 1);
  CHECK(told.own.outcomes[0].label == "Out of reach: the open session, the key of the disk, the files on the disk");
  CHECK(told.other.outcomes[0].label == "Saved: the open session, the key of the disk, the files on the disk");
  CHECK(told.other.title == "With “Keep it awake”");
  CHECK(told.back.label == "Go back to 09:10:15");
  CHECK(told.shown_time == "09:10:45"); // of the loss
  CHECK(told.own.shot.layers != told.other.shot.layers);
  CHECK(page.driver->all_text().find(told.sentence) != std::string::npos);
}

TEST_CASE("screens: a sign on the line of the futures that is pressed shows its moment in both pictures, by keyboard too") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run run(lesson, "bag-first");
  FuturesPage page(run, words);
  CHECK_OK(page.driver->click("debrief/future/0")); // before the two part: one picture
  CHECK(page.memory.futures.chosen == 0);
  CHECK(page.state.futures.shown_time == "09:10:05");
  CHECK(page.state.futures.own.shot.layers == page.state.futures.other.shot.layers);
  CHECK(page.driver->all_text().find("09:10:00 The man: Move his hands away") != std::string::npos);
  CHECK(page.driver->focused() == "debrief/future/0");
  CHECK_OK(page.driver->key("Right"));
  CHECK(page.driver->focused() == "debrief/future/1");
  CHECK_OK(page.driver->key("Enter"));
  CHECK(page.memory.futures.chosen == 1);
}

TEST_CASE("screens: what stands as one on the line opens as a list, whose lines are pressed, and Esc closes it") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run run(lesson, "bag-first");
  FuturesPage page(run, words);
  const std::string group = page.signs("debrief/future-group/").front()->id;
  CHECK(page.signs("debrief/future-act/").empty());
  CHECK_OK(page.driver->click(group));
  const auto rows = page.signs("debrief/future-act/");
  REQUIRE(rows.size() == page.memory.futures.group.size());
  REQUIRE(rows.size() > 1);
  const std::string row = rows[1]->id, said = rows[1]->label;
  CHECK_OK(page.driver->click(row));
  CHECK(page.state.futures.mark(page.state.futures.shown(page.memory.futures)).words == said);
  CHECK_OK(page.driver->key("Escape"));
  CHECK(page.signs("debrief/future-act/").empty());
  CHECK(page.memory.page == 3);
}

TEST_CASE("screens: every act of both runs is on the line or in a list, at most eight signs a part, and none lies on another") {
  const content::Words words;
  for (const auto& [name, play] : {std::pair("open-laptop", "careless"), {"open-laptop", "expert"}, {"one-phone", "leak-ignored"}}) {
    const Lesson lesson(name);
    const Run run(lesson, play);
    for (const FuturesLook& look : {futures_looks[0], futures_looks[6]}) {
      FuturesPage page(run, words, look);
      CAPTURE(std::string(play) + look.name);
      const DebriefFutures& told = page.state.futures;
      std::set<std::size_t> found;
      std::size_t parts[3] = {};
      for (const ui::Entry* sign : page.signs("debrief/future")) {
        if (!sign->id.starts_with("debrief/future/") && !sign->id.starts_with("debrief/future-group/")) continue;
        const auto index = static_cast<std::size_t>(std::stoi(sign->id.substr(sign->id.rfind('/') + 1)));
        ++parts[index < told.before.size() ? 0 : told.is_other(index) ? 2 : 1];
        found.insert(index);
      }
      for (const std::size_t part : parts)
        CHECK(part <= 8 + 3); // losses and what differs stand alone
      std::vector<std::string> groups;
      for (const ui::Entry* sign : page.signs("debrief/future-group/"))
        groups.push_back(sign->id);
      for (const std::string& group : groups) {
        page.memory.futures.group.clear();
        page.driver->settle(); // without the list the page is shorter, and what is pressed stands elsewhere
        CHECK_OK(page.driver->click(group));
        found.insert(page.memory.futures.group.begin(), page.memory.futures.group.end());
      }
      CHECK(found.size() == told.marks());
    }
  }
}

TEST_CASE("screens: where no way is known to end better the futures say so and show one run") {
  const content::Words words;
  const Lesson lesson("one-phone");
  Run run(lesson, "expert");
  const FuturesPage flawless(run, words);
  CHECK(flawless.state.futures.sentence == "Nothing was lost and no rule was broken: there is no better future to show.");
  CHECK_FALSE(flawless.state.futures.two);
  CHECK_FALSE(flawless.state.futures.offered); // page one has no button that leads to nothing
  Run lost(lesson, "careless");
  lost.futures->other.clear();
  const FuturesPage one(lost, words);
  CHECK(one.state.futures.sentence == "None of the ways that were tried ends better with the same chance.");
  CHECK(one.state.futures.other.outcomes.empty());
  CHECK(one.state.futures.own.outcomes[0].label == "Out of reach: chats and pictures");
}

TEST_CASE("screens: futures that are not known yet claim nothing, and an assessment shows none") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const Run run(lesson, "careless");
  DebriefSource source{run.timeline, run.debrief, words};
  source.causes_come = source.futures_come = true;
  CHECK(debrief_state(source).futures.sentence == "Which act decided it is being worked out.");
  source.causes_come = source.futures_come = false;
  CHECK(debrief_state(source).futures.sentence == "This attempt was made under other rules: its other futures are not known.");
  const Run assessed(lesson, "careless", session::Mode::assessed);
  const DebriefState state = assessed.state(words);
  CHECK_FALSE(state.futures.offered);
  const auto window = ui::open_headless({});
  DebriefMemory memory;
  ui::Driver driver(*window, [&](ui::Frame& f) { draw_debrief(f, state, memory); });
  CHECK_FALSE(driver.find("debrief/futures").ok());
}

TEST_CASE("screens: the futures hold together at every size and theme") {
  const content::Words words;
  std::size_t turn = 0;
  for (const auto& [name, play] : {std::pair("open-laptop", "careless"),
                                   {"one-phone", "careless"},
                                   {"open-laptop", "expert"},
                                   {"one-phone", "browsing"},
                                   {"one-phone", "unlucky"}}) {
    const Lesson lesson(name);
    const Run run(lesson, play);
    for (const FuturesLook& look : futures_looks) {
      if (!ui::thorough() && turn++ % 3 != 0) continue;
      FuturesPage page(run, words, look);
      CAPTURE(std::string(name) + play + look.name);
      CHECK(ui::describe(page.driver->layout_faults()) == "");
      CHECK_OK(page.driver->save_png(futures_png(fmt::format("{}-{}-{}", name, play, look.name))));
      if (const auto groups = page.signs("debrief/future-group/"); !groups.empty())
        CHECK_OK(page.driver->click(std::string(groups[0]->id)));
      CHECK(ui::describe(page.driver->layout_faults()) == "");
      CHECK_OK(page.driver->save_png(futures_png(fmt::format("{}-{}-{}-list", name, play, look.name))));
    }
  }
}

TEST_CASE("screens: a sign on a time line of page two tells what was done there, and idle time does not push acts together") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const Run run(lesson, "careless"); // the attempt ends five days later
  FuturesPage page(run, words);
  page.memory.page = 2;
  page.driver->settle();
  const auto signs = page.signs("debrief/disc/own/0/");
  REQUIRE(signs.size() == 4); // each of the phone's acts by itself, and the loss
  CHECK(signs.back()->rect.x - signs.front()->rect.x > 400);
  CHECK(signs[1]->rect.x - signs[0]->rect.x >= 28);
  const std::string second = signs[1]->id, said = signs[1]->label;
  CHECK(page.driver->all_text().find("Press a sign to read what was done or seen there.") != std::string::npos);
  CHECK_OK(page.driver->click(second));
  page.driver->settle();
  CHECK(page.memory.told == said);
  CHECK(said == "1 Phone: 09:10:10 chats and pictures");
  CHECK_OK(page.driver->key("Right"));
  page.driver->settle();
  CHECK(page.memory.told != said);
}

TEST_CASE("screens: who went back and did better sees both times, parted where they did not do the same") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run now(lesson, "expert");
  causes::Record record{{}, {}, false, {}};
  record.start.chance = now.play.chance;
  for (std::size_t i = 0; i < now.rehearsal.turns.size(); ++i)
    record.acts.push_back({static_cast<int>(i) + 1, now.rehearsal.turns[i].action});
  causes::Record before = record; // the lid was closed, and the attempt given up
  before.acts.resize(7), before.closed = true;
  before.acts.push_back({8, session::parse_action("do table close-lid laptop", lesson.prepared->symbols).value()});
  const auto futures = causes::futures_between(*lesson.prepared, before, record);
  REQUIRE(futures);
  CHECK(futures->alike_before());
  CHECK(futures->own[futures->fork].act != futures->other[futures->fork].act);
  CHECK_FALSE(causes::futures_between(*lesson.prepared, record, record));
  DebriefSource source{now.timeline, now.debrief, words};
  source.futures = &*futures;
  const DebriefFutures told = debrief_state(source).futures;
  CAPTURE(all_futures_words(told));
  CHECK(told.two);
  CHECK(told.own.title == "The time before");
  CHECK(told.other.title == "This time");
  CHECK(told.sentence == "This time you chose “Look closely” (Laptop); the time before you chose “Close the lid” (Laptop).");
  CHECK(told.depends.find("Better off this time: the open session") != std::string::npos);
  CHECK(told.other.outcomes[0].label.starts_with("Saved: the open session"));
  CHECK(told.back.turn == -1);
  CHECK(told.own.spoilt_at > told.fork_at);
}
