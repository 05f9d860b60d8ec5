// The debrief of real attempts: what page one says, that it is short, that both pages hold together at every size.
#include "tests/screens/debrief_fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

std::filesystem::path debrief_png(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path() / "firsthand-screens";
  std::filesystem::create_directories(folder);
  return folder / (name + ".png");
}

std::string page_one_words(const screens::DebriefState& s) {
  std::string all = fmt::format("[{}] {} {}\n", s.verdict.words, s.verdict.fatal, s.verdict.line);
  for (const screens::DebriefBlock& block : s.blocks) {
    all += fmt::format("{}: {} {}\n", block.title, block.lead, block.words);
    for (const std::string& line : block.small)
      all += "   " + line + "\n";
  }
  for (const screens::DebriefCost& cost : s.costs.rows)
    all += fmt::format("   {} | {} | {}\n", cost.time, cost.words, cost.points);
  all += fmt::format("   kept {}\n", s.costs.kept_points);
  return all + fmt::format("lost: {} | not secured: {} | saved: {} | {} ({})\n", s.lost, s.not_secured, s.saved, s.back.label, s.back.turn);
}

struct Show {
  const char* name;
  ui::Theme theme;
  int percent;
  ui::Size size;
};
const Show shows[] = {{"light-100", ui::Theme::light, 100, {1280, 720}},
                      {"dark-150", ui::Theme::dark, 150, {1366, 768}},
                      {"contrast-125", ui::Theme::high_contrast, 125, {1280, 720}},
                      {"dark-200-wide", ui::Theme::dark, 200, {1920, 1080}},
                      {"light-200", ui::Theme::light, 200, {1280, 720}},
                      {"dark-100", ui::Theme::dark, 100, {1920, 1080}}};

void show_pages(const screens::DebriefState& state, const std::string& name, const Show& show) {
  const auto window = ui::open_headless({show.theme, show.percent, ui::Motion::reduced, "en"}, show.size);
  screens::DebriefMemory memory;
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_debrief(f, state, memory); });
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.save_png(debrief_png(fmt::format("debrief-{}-{}-1", name, show.name))));
  CHECK_OK(driver.click("debrief/everything"));
  CHECK(memory.page == 2);
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.save_png(debrief_png(fmt::format("debrief-{}-{}-2", name, show.name))));
  CHECK_OK(driver.click("debrief/finding/0"));
  CHECK(memory.open_finding == 0);
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.save_png(debrief_png(fmt::format("debrief-{}-{}-3", name, show.name))));
}

bool heading_in_sight(ui::Window& window, const std::string& words) {
  const auto& entries = window.registry().entries();
  return std::any_of(entries.begin(), entries.end(), [&](const ui::Entry& each) {
    return each.role == ui::Role::heading && each.label == words && each.visible().h >= 24;
  });
}

} // namespace

TEST_CASE("screens: the debrief says the time of the scene, and of a record the minutes at the keyboard beside it") {
  const content::Words words;
  const Lesson lesson("one-phone");
  Run run(lesson, "careless");
  CHECK(run.state(words).time == "Scene time: 3 d 20 h 7 min 15 s.");
  for (std::size_t i = 0; i < run.timeline.turns.size(); ++i)
    run.timeline.turns[i].at = base::Moment{static_cast<std::int64_t>(i) * 60'000 + (i > 3 ? 3'600'000 : 0)}; // with a break of an hour
  const std::int64_t worked = static_cast<std::int64_t>(run.timeline.turns.size()) - 2;
  run.debrief = report::debrief_of(run.timeline, run.rehearsal.attempt);
  CHECK(run.state(words).time ==
        fmt::format("Scene time: 3 d 20 h 7 min 15 s. At the keyboard: {} min, without breaks over 5 min.", worked));
}

namespace {

// Of the finding that tells the rule with this source, what stands under a heading; empty: no such heading.
std::string detail_of(const screens::DebriefState& state, std::string_view source, std::string_view title) {
  for (const screens::DebriefFinding& finding : state.findings)
    for (const screens::DebriefDetail& detail : finding.details)
      if (detail.title == title && finding.source == source) return detail.words;
  return {};
}

} // namespace

TEST_CASE("screens: the debrief tells a source so that it can be looked up, and says what was not") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const screens::DebriefState state = Run(lesson, "browsing").state(words);
  const std::string guide =
      detail_of(state, "Best Practices for Seizing Electronic Evidence, a pocket guide for first responders, version 3", "Source");
  for (const char* part : {"Publisher: US Secret Service", "Edition: 2006-10-09", "Section: Golden Rules",
                           "Address: publicintelligence.net/", "Opened: 2026-11-26", "It says: A computer that is off stays off."})
    CHECK(guide.find(part) != guide.npos);
  CHECK(guide.find("not looked up") == guide.npos);
  const std::string custom = detail_of(state, "Common professional practice", "Source");
  for (const char* part : {"Publisher: not looked up", "Edition: not looked up", "Address: not looked up", "Opened: not looked up"})
    CHECK(custom.find(part) != custom.npos);
  CHECK(state.review == "Draft: nobody of the field has reviewed it.");
}

TEST_CASE("screens: the debrief says what is law and what is a training value") {
  const content::Words words;
  const Lesson lesson("one-phone");
  bool law = false, number = false;
  for (const screens::DebriefFinding& finding : Run(lesson, "browsing").state(words).findings)
    for (const screens::DebriefDetail& detail : finding.details) {
      law = law || detail.title == "Under your law";
      number = number || detail.title == "Training value";
    }
  CHECK(law);
  CHECK(number);
  for (const screens::DebriefLuck& luck : Run(lesson, "expert").state(words).luck)
    CHECK(luck.words.find("training value") != luck.words.npos);
}

TEST_CASE("screens: where nothing was lost and an answer cost the most, both pages begin with it; where something was lost, with that") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const screens::DebriefState state = Run(lesson, "one-wrong-answer").state(words);
  REQUIRE(!state.blocks.empty());
  CHECK(state.blocks.front().title == "What could be better");
  CHECK(state.blocks.front().lead == "09:10:00 Answer: Authority.");
  CHECK(state.blocks.front().words.starts_with("It cost 30 of 100 points. "));
  CHECK(state.findings.front().words == "Authority");
  for (const char* play : {"browsing", "careless", "idle"})
    for (const screens::DebriefBlock& block : Run(lesson, play).state(words).blocks)
      CHECK(block.lead.find("Answer:") == block.lead.npos);
}

TEST_CASE("screens: page one of every debrief has at most 150 words, without the table") {
  const content::Words words;
  for (const char* lesson_name : {"one-phone", "open-laptop"}) {
    const Lesson lesson(lesson_name);
    for (const std::string& file : lesson.disk.list(lesson.folder + "/plays")) {
      const screens::DebriefState state = Run(lesson, file.substr(0, file.find('.'))).state(words);
      CAPTURE(lesson_name);
      CAPTURE(file);
      CAPTURE(page_one_words(state));
      CHECK(screens::words_on_page_one(state) <= 150);
    }
  }
}

TEST_CASE("screens: both pages of the debrief hold together at every size") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run expert(lesson, "expert");
  std::size_t turn = 0; // each play at every other size, each size with every other play
  for (const char* play : {"careless", "expert", "unlucky", "over-cautious"}) {
    const Run run(lesson, play);
    for (const Show& show : shows)
      if (ui::thorough() || turn++ % 2 == 0) show_pages(run.state(words, &expert), play, show);
    turn += std::size(shows) % 2 == 0;
  }
}

TEST_CASE("screens: at every size the debrief opens with its verdict and the way on in sight") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run run(lesson, "careless"); // its pictures are shown
  const screens::DebriefState state = run.state(words);
  for (const int percent : {100, 125, 150, 200}) {
    CAPTURE(percent);
    const auto window = ui::open_headless({ui::Theme::light, percent, ui::Motion::reduced, "en"}, {1280, 720});
    screens::DebriefMemory memory;
    ui::Driver driver(*window, [&](ui::Frame& f) {
      f.screen(fmt::format("debrief/{}", memory.page));
      screens::draw_debrief(f, state, memory);
    });
    for (const int page : {1, 2}) {
      CHECK(memory.page == page);
      CHECK(driver.focused() == (page == 1 ? "debrief/practise" : "debrief/back")); // what it is for
      CHECK(driver.find(page == 1 ? "debrief/practise" : "debrief/back").value().visible().h >= 48);
      CHECK(driver.find(page == 1 ? "debrief/everything" : "debrief/tab/0").ok());
      if (page == 1) CHECK(heading_in_sight(*window, state.verdict.words));
      if (page == 1) CHECK_OK(driver.click("debrief/everything"));
    }
  }
}

TEST_CASE("screens: on each page of the debrief the main button, the way to the other page and the focus are in sight") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run lost(lesson, "careless"), saved(lesson, "expert"); // their pictures are shown
  struct At {
    ui::Size size;
    int percent;
  };
  for (const Run* run : {&lost, &saved})
    for (const auto& [size, percent] :
         {At{{1024, 768}, 100}, {{1366, 768}, 150}, {{1366, 768}, 200}, {{1280, 720}, 200}, {{1920, 1080}, 200}}) {
      CAPTURE(run == &lost);
      CAPTURE(fmt::format("{}x{} {}", size.w, size.h, percent));
      const screens::DebriefState state = run->state(words);
      const auto window = ui::open_headless({ui::Theme::light, percent, ui::Motion::reduced, "en"}, size);
      screens::DebriefMemory memory;
      ui::Driver driver(*window, [&](ui::Frame& f) {
        f.screen(fmt::format("debrief/{}", memory.page));
        screens::draw_debrief(f, state, memory);
      });
      for (const int page : {1, 2, 3}) {
        if (page == 3 && !state.futures.offered) continue;
        memory.page = page;
        driver.settle();
        CAPTURE(page);
        const auto& entries = window->registry().entries();
        for (const ui::Entry& entry : entries)
          if (entry.main || entry.focused || entry.id == (page == 1 ? "debrief/everything" : "debrief/first-page"))
            CHECK_MESSAGE(entry.visible() == entry.rect, entry.id);
      }
    }
}

TEST_CASE("screens: the way out of the debrief is the last in its order, and never where a page opens") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  for (const char* play : {"careless", "expert"}) {
    CAPTURE(std::string(play));
    const Run run(lesson, play); // its pictures are shown
    const screens::DebriefState state = run.state(words);
    const auto window = ui::open_headless({ui::Theme::light, 100, ui::Motion::reduced, "en"}, {1280, 720});
    screens::DebriefMemory memory;
    ui::Driver driver(*window, [&](ui::Frame& f) {
      f.screen(fmt::format("debrief/{}", memory.page));
      screens::draw_debrief(f, state, memory);
    });
    for (const int page : {1, 2}) {
      CHECK(driver.focused() != "debrief/home");
      CHECK(window->registry().focusable().back()->id == "debrief/home");
      if (page == 1) CHECK_OK(driver.click("debrief/everything"));
    }
  }
}

namespace {

// The control that has the focus where a page was just entered; and the main one, if there is one.
struct Entered {
  std::string focused, main;
};

Entered entered(ui::Window& window, const ui::Driver& driver) {
  Entered is{std::string(driver.focused()), {}};
  for (const ui::Entry* entry : window.registry().focusable())
    if (entry->main) is.main = entry->id;
  return is;
}

} // namespace

TEST_CASE("screens: each page of the debrief is entered on what it is for, also where that is known only later") {
  const content::Words words;
  int with_main = 0, without = 0;
  for (const char* lesson_name : {"one-phone", "open-laptop"}) {
    const Lesson lesson(lesson_name);
    for (const std::string& file : lesson.disk.list(lesson.folder + "/plays")) {
      CAPTURE(file);
      Run run(lesson, file.substr(0, file.find('.'))); // its pictures are shown
      const screens::DebriefState known = run.state(words);
      run.causes.reset(), run.futures.reset();
      screens::DebriefState shown = run.state(words);
      const auto window = ui::open_headless({ui::Theme::light, 100, ui::Motion::reduced, "en"}, {1280, 720});
      screens::DebriefMemory memory;
      ui::Driver driver(*window, [&](ui::Frame& f) {
        f.screen(fmt::format("debrief/{}", memory.page));
        screens::draw_debrief(f, shown, memory);
      });
      CHECK(entered(*window, driver).focused == entered(*window, driver).main);
      shown = known; // the causes are there
      driver.settle();
      for (const int page : {1, 2, 3}) {
        if (page == 3 && !known.futures.offered) continue;
        memory.page = page;
        driver.settle();
        const Entered now = entered(*window, driver);
        ++(now.main.empty() ? without : with_main);
        CHECK((now.main.empty() || now.focused == now.main));
        CHECK(now.focused != "debrief/home");
      }
    }
  }
  CHECK(with_main > 40);
  CHECK(without > 0);
}

namespace {

// How long before the act that decided each act of its step was over, newest first, and when the step was entered: played again.
std::vector<base::Seconds> moments_before(const Run& run, int deciding) {
  const session::Attempt decides = run.attempt_at(deciding - 1);
  std::vector<base::Seconds> all;
  for (int turn = deciding - 1; turn >= 0; --turn) {
    const session::Attempt then = run.attempt_at(turn);
    if (then.step != decides.step) break;
    all.push_back(decides.world.now - then.world.now);
  }
  return all;
}

bool is_about_a_minute(base::Seconds before) { return before >= 60 && before <= 90; }

} // namespace

TEST_CASE("screens: a moment is practised from 60 to 90 seconds before the act was begun, and what is told of that is true") {
  const content::Words words;
  int moments = 0, in_time = 0, from_its_start = 0;
  for (const char* lesson_name : {"one-phone", "open-laptop"}) {
    const Lesson lesson(lesson_name);
    for (const std::string& file : lesson.disk.list(lesson.folder + "/plays")) {
      CAPTURE(file);
      const Run run(lesson, file.substr(0, file.find('.')));
      const auto from = screens::debrief_practice(run.timeline, run.debrief, run.causes ? &*run.causes : nullptr);
      const screens::DebriefState state = run.state(words);
      CHECK(state.practise.turn == (from ? from->turn : -1));
      if (!from) continue;
      ++moments;
      const std::vector<base::Seconds> possible = moments_before(run, from->deciding);
      REQUIRE(static_cast<std::size_t>(from->deciding - 1 - from->turn) < possible.size()); // no other step
      const base::Seconds before = possible[static_cast<std::size_t>(from->deciding - 1 - from->turn)];
      const auto off = [](base::Seconds each) { return std::abs(each - 75); };
      const bool can = std::any_of(possible.begin(), possible.end(), is_about_a_minute);
      CHECK(from->before == before);
      CHECK(is_about_a_minute(before) == can);
      if (!can) CHECK(std::all_of(possible.begin(), possible.end(), [&](base::Seconds each) { return off(before) <= off(each); }));
      in_time += can, from_its_start += !can && before == possible.back();
      const std::string plain = "Practise this moment", told = plain + ", " + screens::duration_text(words, before);
      CHECK(state.practise.label == (before < 10 || before > 120 ? plain : told));
    }
  }
  CHECK(moments > 5);
  CHECK(in_time > 0);
  CHECK(from_its_start > 0);
}

TEST_CASE("screens: page one names the nearer cause, the way back and what was earned") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const screens::DebriefState state = Run(lesson, "careless").state(words);
  CHECK(state.headline == "The open session is gone");
  CHECK(state.verdict.words == "Not yet");
  CHECK(state.blocks[0].lead == "09:10:15 Laptop.");
  CHECK(state.blocks[0].words.find("You carried it to the counter.") == 0);
  CHECK(state.blocks[0].words.find("cord") != std::string::npos);
  CHECK(state.back.label == "Go back to 09:10:15");
  CHECK(state.back.turn == 6);
}

TEST_CASE("screens: times of the debrief are those of the scene's clock, and name a later day") {
  const screens::SceneClock clock{{{1'772'590'200'000}, 420}, "day {n}, {time}"}; // 2026-03-04 09:10 +07:00
  CHECK(clock(0) == "09:10:00");
  CHECK(clock(540) == "09:19:00");
  CHECK(clock(14 * 3600 + 49 * 60 + 59) == "23:59:59");
  CHECK(clock(14 * 3600 + 50 * 60) == "day 2, 00:00");
  CHECK(clock(20 * 3600) == "day 2, 05:10");
  CHECK(clock(3 * 86'400) == "day 4, 09:10");
}

// A form that was filled in badly is the learner's own act, whatever else the play does.
TEST_CASE("screens: what was handed in did not happen by itself") {
  const content::Words words;
  const Lesson lesson("one-phone");
  for (const char* play : {"careless", "expert", "over-cautious"}) {
    const Run run(lesson, play);
    for (const report::JudgedRule& judged : run.debrief.broken) {
      CAPTURE(judged.rule->id);
      const bool of_a_form = judged.rule->never && judged.rule->never->kind == model::FactKind::module;
      CHECK(judged.act.handed_in == of_a_form);
    }
    for (const screens::DebriefFinding& finding : run.state(words).findings)
      CHECK((finding.words + finding.deed).find("by itself") == std::string::npos);
  }
}

TEST_CASE("screens: what was left undone sends back to when it could still be done") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const screens::DebriefState state = Run(lesson, "over-cautious").state(words);
  CHECK(state.blocks[0].lead == "09:11:15 Phone.");
  CHECK(state.blocks[0].words.find("”: It was not done in time.") != std::string::npos);
  CHECK(state.back.label == "Go back to 09:10:15");
}

TEST_CASE("screens: a form that nobody filled in earns no praise") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  for (const screens::DebriefFinding& finding : Run(lesson, "careless").state(words).findings)
    CHECK(finding.words != "The seal number is right.");
}

TEST_CASE("screens: an assessment says the verdict first and shows no way back and no best route") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run best(lesson, "expert"), run(lesson, "careless", session::Mode::assessed);
  const screens::DebriefState state = run.state(words, &best);
  CHECK(state.verdict.words == "Not passed");
  CHECK(state.back.turn == -1);
  CHECK_FALSE(state.best.has_value());
  for (const screens::DebriefFinding& finding : state.findings)
    CHECK(finding.back.turn == -1);
  for (const screens::DebriefMoment& moment : state.moments)
    CHECK(moment.back.turn == -1);
  show_pages(state, "assessed", shows[0]);
}

TEST_CASE("screens: a branch shows both futures, and every button says what it means") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run before(lesson, "careless"), now(lesson, "phone-later"), best(lesson, "expert");
  const screens::DebriefState state = now.state(words, &best, &before);
  const auto window = ui::open_headless({});
  screens::DebriefMemory memory;
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_debrief(f, state, memory); });
  CHECK_OK(driver.click("debrief/everything"));
  CHECK_OK(driver.click("The time before"));
  CHECK(driver.all_text().find("This time") != std::string::npos);
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.save_png(debrief_png("debrief-futures")));
  CHECK_OK(driver.click("Best route"));
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.click("What was luck"));
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.save_png(debrief_png("debrief-luck")));
}

TEST_CASE("screens: the debrief's buttons come back as intents, by keyboard too") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run run(lesson, "careless");
  const screens::DebriefState state = run.state(words); // borrows pictures of the run
  const auto window = ui::open_headless({});
  screens::DebriefMemory memory;
  std::optional<int> went_back;
  bool again = false, home = false;
  ui::Driver driver(*window, [&](ui::Frame& f) {
    const screens::DebriefIntent intent = screens::draw_debrief(f, state, memory);
    if (intent.go_back) went_back = intent.go_back;
    again = again || intent.again;
    home = home || intent.home;
  });
  while (driver.focused() != "debrief/back")
    CHECK_OK(driver.key("Tab"));
  CHECK_OK(driver.key("Enter"));
  CHECK(went_back == 6);
  CHECK_OK(driver.click("debrief/again"));
  CHECK(again);
  CHECK_OK(driver.click("debrief/home"));
  CHECK(home);
  CHECK_OK(driver.click("debrief/everything"));
  CHECK_OK(driver.click("Questions"));
  CHECK_OK(driver.click("debrief/answer/0"));
  CHECK(memory.open_answers.size() == 1);
  CHECK_OK(driver.save_png(debrief_png("debrief-questions")));
  CHECK(ui::describe(driver.layout_faults()) == "");
}

TEST_CASE("screens: the debrief holds together in Thai") {
  const Lesson lesson("open-laptop");
  const content::Words words = content::Words::load(lesson.disk, "th");
  reading::Translation thai;
  model::Findings findings;
  for (const std::string& file : {std::string("scenarios/library/lang/th.po"), lesson.folder + "/lang/th.po"})
    thai.add_po(lesson.disk.read(file, 4u << 20).value_or(""), 0, findings);
  std::map<std::string, std::string> kept;
  const auto say = [&](const model::Text& text) -> const std::string& {
    return kept[text.path + "|" + text.source] = thai.text(text.path, text.source);
  };
  const Run run(lesson, "careless"), best(lesson, "expert");
  screens::DebriefState state = screens::debrief_state({run.timeline, run.debrief, words, say, &best.timeline});
  state.picture = [&](std::string_view path) -> ui::Picture { return {std::string(path), lesson.picture(path)}; };
  for (const int percent : {100, 150, 200}) {
    const auto window = ui::open_headless({ui::Theme::light, percent, ui::Motion::reduced, "th"});
    screens::DebriefMemory memory;
    ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_debrief(f, state, memory); });
    CHECK(ui::describe(driver.layout_faults()) == "");
    CHECK_OK(driver.save_png(debrief_png(fmt::format("debrief-thai-{}-1", percent))));
    CHECK_OK(driver.click("debrief/everything"));
    CHECK_OK(driver.click("debrief/finding/0"));
    CHECK(ui::describe(driver.layout_faults()) == "");
    CHECK_OK(driver.save_png(debrief_png(fmt::format("debrief-thai-{}-2", percent))));
  }
}

TEST_CASE("words: a day stands as each language writes it, with the years of its own era") {
  CHECK(content::Words().day("2026-11-30") == "2026-11-30");
  CHECK(content::Words::load(TreeFiles(), "th").day("2026-03-04") == "4 มี.ค. 2569");
}
