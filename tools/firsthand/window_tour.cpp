// See window_tour.h: around an exercise, through each lesson by its exemplar, and to the debrief of a lost one.
#include "tools/firsthand/window_tour.h"

#include "tools/firsthand/window_paper.h"
#include "tools/firsthand/window_tour_events.h"
#include "tools/firsthand/window_tour_lists.h"

#include "engine/screens/station/draw.h"
#include "engine/screens/trouble/draw.h"
#include "engine/session/play.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace firsthand::tools {

namespace {

constexpr base::Moment tour_start{1'796'020'331'000}; // a Monday in November 2026, in the afternoon at +7 h

// What one walk needs, made anew for each so that the walks do not depend on each other.
struct TourWorld {
  records::FixedClock clock{tour_start, 40, 420};
  crypto::SeededEntropy entropy{"firsthand-tour"};
  records::Services services;

  explicit TourWorld(const TourOptions& o) : services{&clock, &entropy, crypto::minimal_pin_cost, &o.modules, o.version} {}
};

base::Error tour_stuck(const std::string& where) {
  return base::fail("tour-stuck", fmt::format("The way to the screen \"{}\" could not be walked.", where));
}

struct TourPlay {
  std::string scenario;
  session::Play play;
};

class Tour {
 public:
  Tour(const TourOptions& options, const ShowScreen& show) : o_(options), show_(show) {}

  base::Result<void> trainers_pages(WindowHands& hands);
  base::Result<void> around();
  base::Result<void> through(const TourPlay& play);
  base::Result<void> lost(const TourPlay& play);
  base::Result<void> today(WindowHands& hands);
  base::Result<void> measured();   // a course with a test: before its lessons, and after them
  base::Result<void> supervised(); // a test that somebody watches
  base::Result<void> events_of(const content::ContentPtr& content);
  std::vector<content::ContentPtr> lessons() const; // the longest first, tests last
  base::Result<TourPlay> find_play(const content::ContentPtr& content, bool exemplar) const;

 private:
  base::Result<std::unique_ptr<WindowHands>> hands(TourWorld& world, std::vector<simulation::FixedDraw> chance,
                                                   std::optional<std::filesystem::path> record, session::Channel channel);
  base::Result<void> add_people(WindowHands& hands);
  void show(const std::string& name, WindowHands& hands) {
    hands.rest();
    show_(name, hands.driver());
  }
  void show_crowd(WindowHands& hands);
  void show_listed(WindowHands& hands, std::vector<app::PersonCard>& people);
  base::Result<void> show_searches(WindowHands& hands);
  void show_trouble(WindowHands& hands);
  base::Result<void> take_list_in(TourWorld& world, const std::filesystem::path& folder);
  base::Result<void> open_session(WindowHands& hands);
  base::Result<void> sit_in_session(WindowHands& hands, const std::string& lesson);
  base::Result<void> close_session(WindowHands& hands);
  base::Result<void> decide(WindowHands& hands);
  base::Result<void> some_progress(WindowHands& hands);
  base::Result<void> play_to_its_end(WindowHands& hands, const std::string& lesson);
  base::Result<void> sit(WindowHands& hands, const std::string& lesson, int well_of_ten);
  void show_step(WindowHands& hands, const std::string& kind, const screens::Progress& progress);
  void show_later(WindowHands& hands, const std::string& kind);
  std::vector<session::Play> sound_plays(const content::ContentPtr& content) const;
  base::Result<void> show_events(const std::string& scenario, const EventPlay& play);

  const TourOptions& o_;
  const ShowScreen& show_;
  std::set<std::string> shown_; // states of steps, each once
};

base::Result<std::unique_ptr<WindowHands>> Tour::hands(TourWorld& world, std::vector<simulation::FixedDraw> chance,
                                                       std::optional<std::filesystem::path> record, session::Channel channel) {
  HandsOptions wanted{world.services, o_.content_library, o_.assets, std::move(record)};
  wanted.channel = channel;
  wanted.chance = std::move(chance);
  wanted.settings = o_.settings;
  wanted.size = o_.size;
  return WindowHands::open(std::move(wanted));
}

// Else it is a test.
bool has_scene(const content::Content& lesson) { return lesson.prepared().last_in_scene < lesson.prepared().steps.size(); }

std::vector<content::ContentPtr> Tour::lessons() const {
  std::vector<content::ContentPtr> all;
  for (const reading::Course& course : o_.content_library.library().courses())
    for (const reading::ScenarioCard& card : course.scenarios) // a warm-up is shown to who is new
      if (auto loaded = o_.content_library.load(card.id); loaded.ok() && course.kind == reading::CourseKind::lessons)
        all.push_back(std::move(loaded).value());
  const auto weight = [](const content::ContentPtr& lesson) { return std::pair(has_scene(*lesson), lesson->prepared().scenario.minutes); };
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return weight(a) > weight(b); });
  return all;
}

// The exemplar of a lesson, or its first play that does not pass.
base::Result<TourPlay> Tour::find_play(const content::ContentPtr& content, bool exemplar) const {
  TourPlay best;
  best.scenario = content->prepared().scenario.id;
  const std::string folder = std::string(reading::folder_of(content->path())) + "plays/";
  for (const std::string& name : o_.content_library.files().list(folder)) {
    const bool is_exemplar = name == content->prepared().scenario.exemplar + ".play";
    const auto bytes = o_.content_library.files().read(folder + name, 1u << 20);
    if (!bytes || is_exemplar != exemplar) continue;
    session::PlayReading reading = session::parse_play(*bytes, content->prepared());
    if (!reading.faults.empty()) continue;
    const session::Rehearsal run = session::rehearse(content->prepared(), reading.play);
    if (!run.ok() || (run.attempt.ending == session::Ending::passed) != exemplar) continue;
    best.play = std::move(reading.play);
    return best;
  }
  return tour_stuck(exemplar ? "debrief-saved" : "debrief-lost");
}

// ---- around an exercise

base::Result<void> Tour::add_people(WindowHands& hands) {
  for (const char* name : {"Sgt. Dara P.", "Malee Jaidee", "Nok Srisai"}) {
    if (!hands.press("sign-in/new")) return tour_stuck("new-person");
    (void)hands.driver().type_into("sign-in/new-name", name);
    (void)hands.driver().type_into("sign-in/new-pin", "1234");
    (void)hands.driver().type_into("sign-in/new-pin-again", "1234");
    if (screens::sign_in(hands.shell()).people().size() == 2) show("new-person", hands);
    if (!hands.press("sign-in/create")) return tour_stuck("warm-up");
    if (screens::sign_in(hands.shell()).people().size() == 3) break;
    hands.leave_lesson();
    hands.shell().switch_person();
    hands.settle();
  }
  return {};
}

// A district's people at one computer: nobody of them exists.
void Tour::show_crowd(WindowHands& hands) {
  std::vector<app::PersonCard>& people = hands.shell().front().people;
  const std::vector<app::PersonCard> before = people;
  for (const char* family : {"Srisuk", "Nguyễn", "วงศ์สวัสดิ์", "ကျော်ဇင်", "Phromma", "สุขใจ", "ស្រីមុំ", "Jaidee", "ສົມພອນ"})
    for (const char* name :
         {"Dara", "สมชาย", "Malee", "Đào", "น้ำฝน", "Wongdao", "Sgt. Kittisak", "ဝင်း", "วิบูลย์", "Anong", "Bích", "រតនា", "ประเสริฐ"}) {
      people.push_back(before.front());
      people.back().id = std::to_string(people.size()), people.back().key = people.back().id, people.back().lately = 0;
      people.back().name = std::string(name) + " " + family;
    }
  screens::SignInPage& page = screens::sign_in(hands.shell());
  page.shown();
  hands.settle();
  show("sign-in-many", hands);
  page.memory.search = "da";
  hands.settle();
  (void)hands.driver().key("Down"), (void)hands.driver().key("Down");
  show("sign-in-found", hands);
  page.memory.page = screens::SignInPart::pin, page.memory.person = page.people()[1].id;
  show("sign-in-many-pin", hands);
  page.memory.page = screens::SignInPart::people, page.memory.person.clear();
  page.memory.search = "Kanya";
  show("sign-in-nobody", hands);
  show_listed(hands, people);
  people = before, page.memory = {};
  page.say();
  hands.settle();
}

// The same people where a list of them was taken in; two came without a number.
void Tour::show_listed(WindowHands& hands, std::vector<app::PersonCard>& people) {
  const char* const ranks[] = {"ร.ต.อ.", "Lt", "ส.ต.ต.", "Sgt"};
  const char* const units[] = {"สืบสวน สภ.เมืองภูเก็ต", "Patrol", ""};
  for (std::size_t i = 2; i < people.size(); ++i) {
    people[i].number = fmt::format("{:04}", 67 + i), people[i].has_pin = false;
    people[i].rank = ranks[i % 4], people[i].unit = units[i % 3];
  }
  screens::SignInPage& page = screens::sign_in(hands.shell());
  page.memory = {};
  page.shown();
  hands.settle();
  show("sign-in-listed", hands);
  page.memory.search = "014";
  hands.settle();
  (void)hands.driver().key("Down");
  show("sign-in-listed-found", hands);
  page.pick(page.people()[7].id);
  hands.settle();
  show("sign-in-first-pin", hands);
}

std::string last_word(const std::string& words) { return words.substr(words.find_last_of(' ') + 1); }

// Of the explained words, in the language that is shown: the one that finds something in most groups.
std::string word_to_search(const app::SearchIndex& index) {
  std::string best;
  std::size_t most = 0;
  for (std::size_t i = 0; i < index.size(); ++i) {
    if (index.item(i).kind != app::SearchKind::word) continue;
    const std::string word = last_word(index.item(i).title);
    if (const std::size_t groups = index.find(word).size(); groups > most) best = word, most = groups;
  }
  return best;
}

// From home: something of each group, a word that is opened, and nothing.
base::Result<void> Tour::show_searches(WindowHands& hands) {
  screens::HomePage& home = screens::home(hands.shell());
  (void)hands.driver().key("Ctrl+F");
  hands.driver().type(word_to_search(home.contents().index));
  (void)hands.driver().key("Down");
  show("home-found", hands);
  if (!hands.press_first("home/word/")) return tour_stuck("home-word");
  show("home-word", hands);
  (void)hands.driver().key("Escape");
  home.memory.search = "Kanya";
  show("home-nothing", hands);
  home.memory.search.clear();
  hands.settle();
  return hands.shell().page() == screens::PageName::home ? base::Result<void>() : tour_stuck("home, after a search");
}

// What a shared, old or rolled-back computer makes the program ask before anybody signs in.
void Tour::show_trouble(WindowHands& hands) {
  const content::Words words = content::Words::load(o_.content_library.files(), o_.settings.language);
  const ui::Picture mark = hands.shell().picture("mark");
  const auto draw = [&](const char* name, const std::function<void(ui::Frame&)>& page) {
    ui::Driver driver(hands.driver().window(), page);
    show_(name, driver);
  };
  screens::TroubleMemory memory;
  const std::string damaged = words.error(base::fail("database-damaged", "")), title = words.tr("shell", "The record cannot be opened");
  draw("trouble", [&](ui::Frame& f) {
    draw_trouble(f, {.words = words, .mark = mark, .title = title, .what = damaged, .detail = "", .can_set_aside = true}, memory);
  });
  const std::string earlier = words.error(base::fail("record-rolled-back", "")),
                    copy = words.tr("shell", "An earlier copy of the record is here");
  const std::string detail = records::words_of(records::RolledBack{212, 180, {1'795'000'000'000}});
  const std::vector<std::string> places{
      words.tr("trouble", "Keep the records on the stick, in {path}", {{"path", "E:/Firsthand"}}),
      words.tr("trouble", "Use the records in {path}", {{"path", "C:/Users/training/AppData/Local/Firsthand"}})};
  draw("trouble-earlier-copy", [&](ui::Frame& f) {
    draw_trouble(f,
                 {.words = words,
                  .mark = mark,
                  .title = copy,
                  .what = earlier,
                  .detail = detail,
                  .can_move = true,
                  .places = places,
                  .can_accept = true},
                 memory);
  });
  const std::string doubt =
      words.tr("shell", "The clock of this computer says {date}. Did somebody set the Buddhist year?", {{"date", "2569-11-24"}});
  screens::ClockMemory clock{"24", "11", "2026", "09", "05", "", words.tr("shell", "Enter who says so."), false};
  draw("clock", [&](ui::Frame& f) { draw_clock(f, {.words = words, .mark = mark, .doubt = doubt}, clock); });
}

std::string word_of_glossary(const app::AttemptSession& session) {
  const auto& glossary = session.prepared().scenario.glossary;
  return glossary.empty() ? std::string("09") : last_word(session.text(glossary.front().term));
}

// The first lesson by its exemplar, a second one begun.
base::Result<void> Tour::some_progress(WindowHands& hands) {
  const reading::Course& course = o_.content_library.library().courses().front();
  std::vector<std::string> ids; // of the lessons that have a scene
  for (const reading::ScenarioCard& card : course.scenarios)
    if (const auto lesson = o_.content_library.load(card.id); lesson.ok() && has_scene(**lesson)) ids.push_back(card.id);
  if (ids.empty()) return tour_stuck("a lesson with a scene");
  const std::string first = ids.front(), second = ids.back();
  if (!hands.press("home/lesson/" + first) || hands.shell().page() != screens::PageName::play) return tour_stuck("home, first lesson");
  const content::Content& content = hands.shell().playing().played().session->content();
  const std::string* bytes =
      content.file(std::string(reading::folder_of(content.path())) + "plays/" + content.prepared().scenario.exemplar + ".play");
  if (bytes) {
    const session::PlayReading reading = session::parse_play(*bytes, content.prepared());
    for (const session::PlayLine& line : reading.play.lines)
      if (const auto* action = std::get_if<session::Action>(&line.content);
          action && hands.shell().page() == screens::PageName::play && !hands.refusal_of(*action))
        hands.perform(*action);
  }
  if (hands.shell().page() == screens::PageName::debrief)
    hands.press("debrief/home");
  else
    hands.leave_lesson();
  if (!hands.press("home/lesson/" + second)) return tour_stuck("home, second lesson");
  session::Action go_on;
  go_on.kind = session::Action::Kind::go_on;
  hands.perform(go_on);
  session::Action note;
  note.kind = session::Action::Kind::note, note.step = hands.shell().playing().drawn_now().step;
  note.text = fmt::format("{}: 09:10", word_of_glossary(*hands.shell().playing().played().session));
  hands.shell().playing().submit(note, hands.shell().playing().drawn_now());
  hands.settle();
  hands.leave_lesson();
  return {};
}

base::Result<void> Tour::trainers_pages(WindowHands& hands) {
  hands.shell().help_open = false;
  hands.shell().switch_person();
  hands.settle();
  if (!hands.press("sign-in/station") || !hands.press("station/attempts")) return tour_stuck("attempts");
  show("attempts-pin", hands);
  hands.driver().type("2468");
  hands.press("attempts/show");
  show("attempts-people", hands);
  if (!hands.press("attempts/person/" + screens::sign_in(hands.shell()).people().front().id)) return tour_stuck("attempts-person");
  show("attempts-person", hands);
  hands.press("attempts/back");
  hands.press("attempts/questions");
  show("attempts-questions", hands);
  hands.press("attempts/back"), hands.press("attempts/back");
  return tour_lists(hands, o_.scratch, [this, &hands](const std::string& name) { show(name, hands); });
}

base::Result<void> Tour::around() {
  TourWorld world(o_);
  FH_TRY(at, hands(world, {}, o_.scratch, session::Channel::window));
  show("sign-in-first", *at);
  FH_CHECK(add_people(*at));
  show("warm-up", *at);
  at->leave_lesson();
  show("home-fresh", *at);
  at->shell().switch_person();
  at->settle();
  if (!at->press("sign-in/station")) return tour_stuck("station");
  (void)at->driver().type_into("station/name", "Phuket 2");
  (void)at->driver().type_into("station/room", "Room 3");
  (void)at->driver().type_into("station/place", "12");
  show("station", *at);
  (void)at->driver().type_into("station/new-pin", "2468");
  (void)at->driver().type_into("station/new-pin-again", "2468");
  at->press("station/trainer");
  show("station-trainer", *at);
  at->press("station/save");
  show("sign-in", *at);
  show_crowd(*at);
  at->press("sign-in/person/" + screens::sign_in(at->shell()).people().front().id);
  show("sign-in-pin", *at);
  if (!at->press("sign-in/forgot")) return tour_stuck("forgot-pin");
  show("forgot-pin", *at);
  (void)at->driver().type_into("sign-in/trainer", "2468");
  (void)at->driver().type_into("sign-in/reset-pin", "1234");
  (void)at->driver().type_into("sign-in/reset-again", "1234");
  at->press("sign-in/reset");
  show("sign-in-pin-new", *at);
  at->driver().type("1234");
  at->press("sign-in/go");
  FH_CHECK(some_progress(*at));
  if (at->shell().page() != screens::PageName::home) return tour_stuck("home, with progress");
  show("home", *at);
  FH_CHECK(show_searches(*at));
  at->press("home/person");
  show("home-menu", *at);
  at->press("home/menu/record");
  show("record", *at);
  at->shell().over(screens::PageName::settings);
  at->settle();
  show("settings", *at);
  at->press("settings/back");
  at->shell().help_open = true;
  at->settle();
  show("help", *at);
  FH_CHECK(trainers_pages(*at));
  show_trouble(*at);
  return {};
}

// ---- through a lesson

// The states that the kind of step calls worth a picture, each once; and what lies over a step, where much has happened in it.
void Tour::show_step(WindowHands& hands, const std::string& kind, const screens::Progress& progress) {
  const auto pose = hands.pose(progress);
  const std::string name = pose ? kind + (pose->empty() ? "" : "-") + *pose : std::string();
  if (pose && shown_.insert(name).second) show(name, hands);
  constexpr int much = 14;
  if (progress.acts == much && shown_.insert("later").second) show_later(hands, kind);
}

void Tour::show_later(WindowHands& hands, const std::string& kind) {
  show(kind + "-later", hands);
  const auto tool = [&hands](const char* id) { return hands.press(id) || (hands.press("play/more") && hands.press(id)); };
  if (tool("play/list")) show(kind + "-list", hands), tool("play/list");
  if (hands.press("play/notebook")) {
    show("notebook", hands);
    if (hands.press("play/tab/photographs")) show("notebook-photographs", hands);
    if (hands.press_first("play/photograph/")) show("photograph", hands), hands.press("play/sheet/close");
    hands.press("play/tab/log"), hands.press("play/sheet/close");
  }
  if (tool("play/hint")) show("hint", hands), hands.press("play/sheet/close");
  if (!tool("play/glossary")) return;
  show("words", hands);
  hands.driver().type(word_of_glossary(*hands.shell().playing().played().session));
  show("words-found", hands);
  (void)hands.driver().key("Escape");
  hands.press("play/sheet/close");
}

base::Result<void> Tour::through(const TourPlay& play) {
  TourWorld world(o_);
  FH_TRY(at, hands(world, play.play.chance, std::nullopt, session::Channel::rehearsal));
  if (!at->press("home/lesson/" + play.scenario)) return tour_stuck("the first step");
  std::string step;
  screens::Progress progress;
  for (const session::PlayLine& line : play.play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action || at->shell().page() != screens::PageName::play) continue;
    const app::AttemptSession& session = *at->shell().playing().played().session;
    const model::Step& now = session.prepared().scenario.steps[session.attempt().step];
    if (now.id != step) step = now.id, progress = {};
    show_step(*at, now.kind, progress);
    ++progress.acts;
    if (at->refusal_of(*action)) continue;
    if (at->perform(*action) == Performed::refused) return tour_stuck(fmt::format("{}, line {}", now.kind, line.number));
    progress.last = action;
  }
  if (at->shell().page() == screens::PageName::test_result) return {}; // of a rehearsal, that has no role
  if (at->shell().page() != screens::PageName::debrief) return tour_stuck("debrief-saved");
  if (!shown_.insert("debrief-saved").second) return {};
  show("debrief-saved", *at);
  at->press("debrief/everything");
  show("debrief-saved-all", *at);
  return {};
}

// ---- a course that measures

// By any play that comes there, whatever chance does.
base::Result<void> Tour::play_to_its_end(WindowHands& hands, const std::string& lesson) {
  FH_TRY(content, o_.content_library.load(lesson));
  for (const session::Play& play : sound_plays(content)) {
    screens::home(hands.shell()).open_lesson(lesson), hands.settle();
    for (const session::PlayLine& line : play.lines)
      if (const auto* action = std::get_if<session::Action>(&line.content);
          action && hands.shell().page() == screens::PageName::play && !hands.refusal_of(*action))
        hands.shell().playing().submit(*action, hands.shell().playing().drawn_now()), hands.settle();
    const bool ended = hands.shell().page() == screens::PageName::debrief;
    hands.shell().go(screens::PageName::home), hands.settle();
    if (ended) return {};
  }
  return tour_stuck(lesson + ", to its end");
}

base::Result<void> Tour::sit(WindowHands& hands, const std::string& lesson, int well_of_ten) {
  screens::home(hands.shell()).open_lesson(lesson), hands.settle();
  if (hands.shell().page() != screens::PageName::play) return tour_stuck(lesson + ", begun");
  const app::AttemptSession& session = *hands.shell().playing().played().session;
  for (const session::Action& action : acts_of_paper(session.prepared(), session.attempt(), well_of_ten))
    hands.shell().playing().submit(action, hands.shell().playing().drawn_now()), hands.settle();
  return hands.shell().page() == screens::PageName::test_result ? base::Result<void>() : tour_stuck(lesson + ", handed in");
}

// The questions of a day: asked, told, and what they came to.
base::Result<void> Tour::today(WindowHands& hands) {
  const model::Id lesson = screens::home(hands.shell()).decided().today.lesson;
  if (lesson.empty()) return {};
  screens::home(hands.shell()).open_lesson(lesson), hands.settle();
  if (hands.shell().page() != screens::PageName::play) return tour_stuck(lesson + ", begun");
  show("today", hands);
  const app::AttemptSession& session = *hands.shell().playing().played().session;
  const auto acts = acts_of_paper(session.prepared(), session.attempt(), 0);
  for (std::size_t i = 0; i < acts.size(); ++i) {
    hands.shell().playing().submit(acts[i], hands.shell().playing().drawn_now()), hands.settle();
    if (i == 1) show("today-told", hands);
  }
  if (hands.shell().page() != screens::PageName::test_result) return tour_stuck(lesson + ", handed in");
  show("today-done", hands);
  hands.shell().go(screens::PageName::home), hands.settle();
  return {};
}

base::Result<void> Tour::measured() {
  const reading::Course& course = o_.content_library.library().courses().front();
  if (course.final_parts.size() != 1 || !course.asks_before(course.final_parts.front().scenario)) return {};
  const model::Id test = course.final_parts.front().scenario;
  TourWorld world(o_);
  FH_TRY(at, hands(world, {}, std::nullopt, session::Channel::window));
  FH_CHECK(sit(*at, test, 4));
  show("test-result-before", *at);
  at->shell().go(screens::PageName::home), at->settle();
  FH_CHECK(today(*at));
  for (const reading::ScenarioCard& card : course.scenarios)
    if (!course.tests_by(card.id)) FH_CHECK(play_to_its_end(*at, card.id));
  FH_CHECK(sit(*at, test, 6));
  show("test-result-not-passed", *at);
  world.clock.set({tour_start.milliseconds + 8 * 86'400'000LL});
  at->shell().go(screens::PageName::home), at->settle();
  FH_CHECK(sit(*at, test, 10)); // whatever the paper asks
  show("test-result-passed", *at);
  at->shell().go(screens::PageName::home), at->settle();
  show("home-passed", *at);
  at->press("home/person"), at->press("home/menu/record");
  show("record-measured", *at);
  return {};
}

// ---- a test that is watched

base::Result<void> Tour::take_list_in(TourWorld& world, const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  FH_TRY(open, app::DataFolder::open(world.services, o_.content_library, {folder, {}, {}}));
  std::vector<storage::RosterRow> rows;
  for (const auto& [number, name, supervises] :
       {std::tuple{"0070", "Capt. Mali Srisuk", "yes"}, std::tuple{"0071", "Sgt. Dara P.", ""}, std::tuple{"0072", "Nok Srisai", "yes"}})
    rows.push_back({.person = {},
                    .number = number,
                    .name = name,
                    .rank = {},
                    .unit = "Patrol",
                    .sex = {},
                    .language = {},
                    .since = "2026-10-01",
                    .supervises = supervises});
  FH_CHECK(open->import_roster(std::move(rows)));
  FH_TRY(people, open->people());
  for (const app::PersonCard& each : people)
    FH_CHECK(open->set_first_pin(each.id, "1234"));
  app::Settings settings = o_.settings;
  return open->set_settings(settings);
}

base::Result<void> Tour::open_session(WindowHands& hands) {
  if (!hands.press("sign-in/supervise")) return tour_stuck("supervision-opening");
  show("supervision-opening", hands);
  for (const auto& [field, words] : {std::pair{"name", "0070"}, std::pair{"pin", "1234"}, std::pair{"room", "Room 3"},
                                     std::pair{"until", "16:00"}, std::pair{"numbers", "0071 0072 9999"}})
    (void)hands.driver().type_into(std::string("supervision/") + field, words);
  (void)hands.driver().key("Tab"); // what is typed to its end is looked at
  show("supervision-wrong-number", hands);
  screens::supervision(hands.shell()).memory.numbers = "0071 0072";
  hands.settle();
  hands.press("supervision/open");
  if (!hands.press_first("supervision/person/")) return tour_stuck("supervision-inside");
  show("supervision-inside", hands);
  hands.press_first("supervision/code/talked"), hands.settle(), hands.press_first("supervision/code/talked");
  hands.press("supervision/back");
  show("sign-in-session", hands);
  return {};
}

// In a draft language it would be practice, which nobody watches.
base::Result<void> Tour::sit_in_session(WindowHands& hands, const std::string& lesson) {
  std::string dara;
  for (const screens::SignInPerson& each : screens::sign_in(hands.shell()).people())
    if (each.number == "0071") dara = each.id;
  hands.press("sign-in/person/" + dara);
  hands.driver().type("1234");
  hands.press("sign-in/go");
  if (hands.shell().page() == screens::PageName::play) hands.leave_lesson(); // the warm-up
  if (hands.shell().page() != screens::PageName::home) return tour_stuck("home, in a session");
  show("home-session", hands);
  const auto content = o_.content_library.load(lesson);
  if (!content.ok() || !(*content)->reviewed(o_.settings.language)) {
    hands.shell().over(screens::PageName::identity), hands.settle();
    show("identity", hands);
    hands.press("identity/back");
    return {};
  }
  screens::home(hands.shell()).open_lesson(lesson), hands.settle();
  show("identity", hands);
  if (!hands.press("identity/card") || hands.shell().page() != screens::PageName::play) return tour_stuck("test-supervised");
  show("test-supervised", hands);
  return {};
}

base::Result<void> Tour::close_session(WindowHands& hands) {
  hands.shell().over(screens::PageName::supervision), hands.settle();
  show("supervision-pin", hands);
  (void)hands.driver().type_into("supervision/pin", "1234");
  hands.press("supervision/enter");
  if (!hands.press("supervision/close")) return tour_stuck("supervision-close");
  show("supervision-close", hands);
  hands.press("supervision/close/yes");
  show("supervision-closed", hands);
  return hands.press("supervision/done") ? base::Result<void>() : tour_stuck("supervision-closed");
}

// Two people decide about what was handed in by the closing; in a draft language nothing was.
base::Result<void> Tour::decide(WindowHands& hands) {
  if (!hands.press("sign-in/attempts")) return tour_stuck("attempts-supervisor");
  (void)hands.driver().type_into("attempts/name", "0070");
  (void)hands.driver().type_into("attempts/pin", "1234");
  show("attempts-supervisor", hands);
  hands.press("attempts/show");
  for (const screens::SignInPerson& each : screens::sign_in(hands.shell()).people())
    if (each.number == "0071") hands.press("attempts/person/" + each.id);
  if (!hands.press_first("attempts/decide/")) return {};
  show("decision", hands);
  hands.press("attempts/counts/void"), hands.press("attempts/why/computer");
  for (const auto& [field, words] : {std::pair{"first-pin", "1234"}, std::pair{"second", "0072"}, std::pair{"second-pin", "1234"}})
    (void)hands.driver().type_into(std::string("attempts/") + field, words);
  if (!hands.press("attempts/decision")) return tour_stuck("decision-asked");
  show("decision-asked", hands);
  hands.press("attempts/decision/yes");
  show("attempts-decided", hands);
  return hands.press_first("attempts/decide/") ? base::Result<void>() : tour_stuck("attempts-decided");
}

base::Result<void> Tour::supervised() {
  const reading::Course& course = o_.content_library.library().courses().front();
  if (course.final_parts.empty()) return {};
  TourWorld world(o_);
  const std::filesystem::path folder = o_.scratch / "supervised";
  FH_CHECK(take_list_in(world, folder));
  FH_TRY(at, hands(world, {}, folder, session::Channel::window));
  FH_CHECK(open_session(*at));
  FH_CHECK(sit_in_session(*at, course.final_parts.front().scenario));
  FH_CHECK(close_session(*at));
  return decide(*at);
}

base::Result<void> Tour::lost(const TourPlay& play) {
  TourWorld world(o_);
  FH_TRY(at, hands(world, play.play.chance, std::nullopt, session::Channel::rehearsal));
  if (!at->press("home/lesson/" + play.scenario)) return tour_stuck("debrief-lost");
  for (const session::PlayLine& line : play.play.lines)
    if (const auto* action = std::get_if<session::Action>(&line.content);
        action && at->shell().page() == screens::PageName::play && !at->refusal_of(*action))
      at->shell().playing().submit(*action, at->shell().playing().drawn_now()), at->settle();
  if (at->shell().page() != screens::PageName::debrief) return tour_stuck("debrief-lost");
  show("debrief-lost", *at);
  if (at->press("debrief/futures")) show("debrief-lost-futures", *at), at->press("debrief/first-page");
  at->press("debrief/everything");
  show("debrief-lost-all", *at);
  world.clock.set({tour_start.milliseconds + 86'400'000}); // the day after
  at->shell().go(screens::PageName::home);
  at->settle();
  show("home-error", *at);
  return {};
}

std::vector<session::Play> Tour::sound_plays(const content::ContentPtr& content) const {
  std::vector<session::Play> plays;
  const std::string folder = std::string(reading::folder_of(content->path())) + "plays/";
  for (const std::string& name : o_.content_library.files().list(folder)) {
    const auto bytes = o_.content_library.files().read(folder + name, 1u << 20);
    session::PlayReading reading = session::parse_play(bytes.value_or(""), content->prepared());
    if (reading.faults.empty()) plays.push_back(std::move(reading.play));
  }
  return plays;
}

// What happens by itself in a lesson, each once, just after the act in which it did: on its screen, or in the debrief if that was the last.
base::Result<void> Tour::events_of(const content::ContentPtr& content) {
  for (const EventPlay& play : plays_of_events(content->prepared(), sound_plays(content)))
    FH_CHECK(show_events(content->prepared().scenario.id, play));
  return {};
}

base::Result<void> Tour::show_events(const std::string& scenario, const EventPlay& play) {
  TourWorld world(o_);
  FH_TRY(at, hands(world, play.play.chance, std::nullopt, session::Channel::rehearsal));
  if (!at->press("home/lesson/" + scenario)) return tour_stuck(play.events.front().name);
  int turn = 0;
  for (const session::PlayLine& line : play.play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action || at->shell().page() != screens::PageName::play || at->refusal_of(*action)) continue;
    at->shell().playing().submit(*action, at->shell().playing().drawn_now()), at->settle();
    ++turn;
    for (const LessonEvent& event : play.events)
      if (event.turn == turn) show("event-" + event.name, *at);
    if (turn == play.events.back().turn) return {};
  }
  return tour_stuck(play.events.back().name);
}

} // namespace

base::Result<void> tour_screens(const TourOptions& options, const ShowScreen& show) {
  Tour tour(options, show);
  FH_CHECK(tour.around());
  const std::vector<content::ContentPtr> lessons = tour.lessons();
  if (lessons.empty()) return tour_stuck("the first step");
  for (const content::ContentPtr& lesson : lessons) { // a shorter one shows the kinds of steps that the longer ones do not have
    FH_TRY(saved, tour.find_play(lesson, true));
    FH_CHECK(tour.through(saved));
    FH_CHECK(tour.events_of(lesson));
  }
  FH_TRY(lost, tour.find_play(lessons.front(), false));
  FH_CHECK(tour.lost(lost));
  FH_CHECK(tour.measured());
  return tour.supervised();
}

} // namespace firsthand::tools
