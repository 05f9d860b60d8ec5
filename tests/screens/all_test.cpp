// Every screen of the program, reached by pressing what a person would press: nothing overlaps, is cut, too small or outside,
// in two languages at every text size. The tour is the one of `firsthand screens`, compiled in.
#include "tools/firsthand/window_hands.cpp" // the program's own sources: tests link rooms, and this is no room
#include "tools/firsthand/window_paper.cpp"
#include "tools/firsthand/window_tour.cpp"
#include "tools/firsthand/window_tour_events.cpp"
#include "tools/firsthand/window_tour_lists.cpp"

#include "tests/screens/play_stage.h"
#include "tests/screens/spoken_kept.h"
#include "tests/screens/walks.h"

#include "engine/platform/platform.h"

using namespace firsthand;

namespace {

struct TourFolder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / fmt::format("firsthand-tour-{}", platform::process_id());
  TourFolder() { std::filesystem::create_directories(path); }
  ~TourFolder() { std::filesystem::remove_all(path); }
};

struct TourLook {
  const char* language = "en";
  int text_percent = 100;
  app::Theme theme = app::Theme::light;
  app::Contrast contrast = app::Contrast::normal;
  ui::Size size{1280, 720};
};

using ShowScreen = std::function<void(const std::string& name, ui::Driver& driver)>;

// The names of the screens that were shown. Faults fail the test.
std::set<std::string> tour(const TourLook& look, const ShowScreen& also = nullptr) {
  const TourFolder folder;
  app::Settings settings;
  settings.language = look.language, settings.text_percent = look.text_percent, settings.theme = look.theme,
  settings.contrast = look.contrast;
  settings.motion = app::Motion::reduced;
  std::set<std::string> names;
  const auto done = tools::tour_screens({screens::shipped_library(), screens::all_modules(),
                                         std::filesystem::path(FIRSTHAND_SOURCE) / "assets", folder.path, settings, look.size, "test"},
                                        [&](const std::string& name, ui::Driver& driver) {
                                          INFO(name << " " << std::string(look.language) << " " << look.text_percent);
                                          CHECK(ui::describe(driver.layout_faults()) == "");
                                          names.insert(name);
                                          if (also) also(name, driver);
                                        });
  CHECK_MESSAGE(done.ok(), (done.ok() ? std::string() : done.error().message));
  return names;
}

// What came to be seen by itself in attempts that nobody planned.
std::set<std::string> events_of_walks(const std::string& id) {
  std::set<std::string> names;
  for (int i = 0; i < 120; ++i) {
    claims::Numbers numbers{static_cast<std::uint64_t>(i) * 7919 + 1};
    session::Start start;
    for (auto& byte : start.seed.bytes)
      byte = static_cast<std::uint8_t>(numbers.next());
    claims::Walked walked(screens::lesson(id), start);
    claims::walk(walked, numbers);
    for (const tools::LessonEvent& event : tools::events_in(*walked.prepared, report::notebook_of(walked.timeline)))
      names.insert("event-" + event.name);
  }
  return names;
}

// A tour takes half a minute under the sanitizers: the push is gated by two of them, `tools/test --all` makes the rest.

} // namespace

namespace {

// Why it needs no reason that what these stand for cannot be pressed. Each entry is met by the tour.
const std::pair<const char*, const char*> plain_why[] = {
    {"custody/correct", "nothing is written yet: the empty fields stand above it"},
    {"custody/empty/", "it is filled: a tick stands there"},
    {"custody/sign", "fields are empty, and stand above it"},
    {"home/lesson/", "the card says what comes first"},
    {"play/photo/previous", "it is the first one: how many there are stands there"},
    {"scene/zoom/less", "all of the picture is shown"},
    {"settings/text/less", "the least size stands beside it"},
    {"sign-in/go", "the field above it asks for the PIN"},
    {"test/previous", "it is the first question"},
};

// Of a question that is answered: each says what it was. Which kinds today's three are of follows from the banks.
const char* const answered_kinds[] = {"choice/option/", "copy/", "hotspot/", "match/item/", "number/", "phrase/", "sequence/"};

class Reasons {
 public:
  void check(const std::string& name, ui::Driver& driver) {
    for (const ui::Entry& entry : driver.window().registry().entries())
      if (entry.is_control() && entry.focusable && !entry.enabled && entry.reason.empty()) without(name, entry.id);
  }
  void check_all() const {
    for (const auto& [pattern, why] : plain_why)
      CHECK_MESSAGE(met_.contains(pattern), (std::string(pattern) + " is met nowhere: take it out"));
    CHECK(answered_ > 0);
  }

 private:
  void without(const std::string& name, const std::string& id) {
    for (const auto& [pattern, why] : plain_why)
      if (id.starts_with(pattern)) return void(met_.insert(pattern));
    for (const char* pattern : answered_kinds)
      if (id.starts_with(pattern)) return void(++answered_);
    CHECK_MESSAGE(false, (name + ": " + id + " cannot be pressed, and does not say why"));
  }
  std::set<std::string> met_;
  int answered_ = 0;
};

} // namespace

TEST_CASE("all: every screen is whole, and the tour reaches every screen") {
  screens::KeptSpeech kept;
  Reasons reasons;
  const std::set<std::string> names =
      tour({}, [&](const std::string& name, ui::Driver& driver) { kept.check(name, driver), reasons.check(name, driver); });
  kept.check_all();
  reasons.check_all();
  for (const char* name : {"sign-in-first",
                           "sign-in",
                           "sign-in-many",
                           "sign-in-found",
                           "sign-in-nobody",
                           "new-person",
                           "station",
                           "clock",
                           "trouble-earlier-copy",
                           "sign-in-pin",
                           "warm-up",
                           "home-fresh",
                           "home",
                           "record",
                           "settings",
                           "help",
                           "trouble",
                           "briefing",
                           "choice-before",
                           "choice-after",
                           "scene-start",
                           "scene-selected",
                           "scene-later",
                           "scene-list",
                           "hint",
                           "dialogue",
                           "sequence",
                           "custody-form-empty",
                           "custody-form-filled",
                           "custody-form-signed",
                           "debrief-saved",
                           "debrief-saved-all",
                           "debrief-lost",
                           "debrief-lost-all"})
    CHECK_MESSAGE(names.contains(name), std::string(name));
  std::set<std::string> events = events_of_walks("one-phone");
  events.merge(events_of_walks("open-laptop"));
  CHECK(events.size() >= 10);
  for (const std::string& name : events)
    CHECK_MESSAGE(names.contains(name), name);
}

TEST_CASE("all: every screen is whole in Thai, larger, in the dark") {
  tour({.language = "th", .text_percent = 150, .theme = app::Theme::dark});
}

TEST_CASE("all: every screen is whole at 125, 150 and 200 per cent" * doctest::skip(!firsthand::ui::thorough())) {
  for (const int percent : {125, 150, 200})
    CHECK(tour({.text_percent = percent}).contains("notebook"));
}

TEST_CASE("all: every screen is whole in Thai, and in other themes and sizes" * doctest::skip(!firsthand::ui::thorough())) {
  for (const int percent : {100, 200})
    tour({.language = "th", .text_percent = percent, .theme = app::Theme::dark});
  tour({.language = "th"});
  tour({.contrast = app::Contrast::high, .size = {1366, 768}});
  tour({.text_percent = 150, .contrast = app::Contrast::high});
  for (const ui::Size size : {ui::Size{1024, 768}, {1366, 768}})
    tour({.size = size});
}

namespace {

constexpr ui::Size wide_window{1920, 1080};
constexpr int first_column = 384, last_column = 1536, rail = 64; // of the 1152 in the middle

// What stands on the page itself: not what lies over it, no bar of the window or of what scrolls, no strip of a session.
bool stands_on_page(const ui::Entry& entry) {
  constexpr int below_bar = 57;
  return entry.layer == 0 && entry.part == ui::Part::content && entry.role != ui::Role::scroll && !entry.id.ends_with("/bar") &&
         entry.rect.y >= below_bar;
}

// Of a step what is pressed, without the frame around it, what has numbers above it, and what stands beside or in a picture.
bool is_answer(const ui::Entry& entry) {
  const auto of = [&](std::string_view part) { return entry.id.starts_with(part); };
  return entry.is_control() && !of("play/") && !of("scene/") && !of("test/") && !of("teach/") && !of("briefing/");
}

void check_width(const std::string& name, const ui::Registry& registry) {
  const bool is_step = registry.find("play/back") != nullptr, has_strip = registry.find("sign-in/session") != nullptr;
  int left = wide_window.w, right = 0;
  for (const ui::Entry& entry : registry.entries()) {
    if (!stands_on_page(entry) || (is_step && !is_answer(entry)) || (has_strip && entry.rect.x < first_column)) continue;
    left = std::min(left, entry.rect.x);
    if (!has_strip) right = std::max(right, entry.rect.right());
  }
  INFO(name);
  if (!is_step) CHECK(left == first_column);
  CHECK(left >= first_column);
  CHECK(right <= (is_step ? last_column + rail / 2 : last_column));
}

} // namespace

TEST_CASE("all: on a wide window every page of words has one width, and stands in the middle" * doctest::skip(!firsthand::ui::thorough())) {
  tour({.size = wide_window}, [](const std::string& name, ui::Driver& driver) { check_width(name, driver.window().registry()); });
}

TEST_CASE("all: the same content gives the same screens" * doctest::skip(!firsthand::ui::thorough())) {
  const auto words = [] {
    const screens::TreeFiles files;
    content::ContentLibrary content_library(files, screens::all_modules());
    const TourFolder folder;
    std::string all;
    (void)tools::tour_screens(
        {content_library, screens::all_modules(), std::filesystem::path(FIRSTHAND_SOURCE) / "assets", folder.path, {}, {1280, 720}, "test"},
        [&](const std::string& name, ui::Driver& driver) { all += name + "\n" + driver.all_text() + "\n"; });
    return all;
  };
  const std::string once = words();
  CHECK(once.size() > 1000);
  CHECK(once == words());
}
