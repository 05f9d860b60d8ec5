// Hand-made states of the screens around an exercise, and the sizes at which every screen must be whole.
#pragma once

#include "engine/screens/help/draw.h"
#include "engine/screens/home/draw.h"
#include "engine/screens/settings/draw.h"
#include "engine/screens/sign_in/draw.h"
#include "engine/screens/trouble/draw.h"
#include "tests/ui/fixture.h"

#include <fmt/format.h>

#include <cstdlib>

namespace firsthand::screens {

inline std::string source_file(const std::string& path) { return read_bytes(std::filesystem::path(FIRSTHAND_SOURCE) / path); }

// A file of the source tree as a picture, read once.
class SourcePictures {
 public:
  Picture operator()(const std::string& path) {
    auto [found, added] = files_.try_emplace(path);
    if (added) found->second = std::make_shared<const std::string>(source_file(path));
    return {found->first, found->second};
  }

 private:
  std::map<std::string, SharedBytes> files_;
};

// Where to leave pictures for the eye; nothing is written unless FIRSTHAND_PICTURES names a folder.
inline void keep_picture(Driver& driver, const std::string& name) {
  const char* folder = std::getenv("FIRSTHAND_PICTURES");
  if (!folder) return;
  std::filesystem::create_directories(folder);
  CHECK_OK(driver.save_png(std::filesystem::path(folder) / (name + ".png")));
}

struct HomeLook {
  Settings settings;
  Size size{1280, 720};
  std::string name() const {
    const char* theme = settings.theme == Theme::light ? "light" : settings.theme == Theme::dark ? "dark" : "contrast";
    return fmt::format("{}-{}-{}-{}", settings.language, settings.text_percent, theme, size.w);
  }
};

inline std::vector<HomeLook> looks() {
  std::vector<HomeLook> all;
  for (const int percent : {100, 125, 150, 200})
    all.push_back({{Theme::light, percent, Motion::reduced, "en"}, {1280, 720}});
  for (const int percent : {100, 150, 200})
    all.push_back({{Theme::dark, percent, Motion::reduced, "th"}, {1280, 720}});
  all.push_back({{Theme::high_contrast, 100, Motion::reduced, "en"}, {1366, 768}});
  all.push_back({{Theme::light, 100, Motion::reduced, "en"}, {1920, 1080}});
  return all;
}

struct HomeExample {
  SourcePictures pictures;
  content::Words words;
  HomeContinue go_on;
  std::vector<HomeCourse> courses;
  std::vector<HomeRow> rows;
  app::SearchIndex index;
  std::vector<HomeAttempt> attempts;
  std::vector<HomeNotice> notices;
  HomeMemory memory;
  bool begun = true, warm_up_due = false, unreadable_left = false;

  explicit HomeExample(bool thai = false) {
    const std::string folder = "scenarios/courses/first-responder/";
    const std::string one = thai ? "โทรศัพท์หนึ่งเครื่อง" : "One telephone", two = thai ? "แล็ปท็อปที่เปิดอยู่" : "The open computer";
    go_on = {"Where you stopped",
             two,
             thai ? "ขั้นที่ 3 จาก 6: รักษาไว้" : "Step 3 of 6: Keep it alive.",
             thai ? "เวลาในฉาก 09:14 บันทึก 14:02" : "Scene time 09:14, saved 14:02.",
             thai ? "เหลือราว 14 นาที" : "about 14 min left",
             "Continue",
             pictures(folder + "open-laptop/pictures/thumb.svg"),
             {}};
    HomeLesson first{"one",
                     "1 " + one,
                     thai ? "แยก จ่ายไฟ ส่งมอบ 12 นาที" : "Isolate, power, hand over. 12 min.",
                     thai ? "ผ่าน" : "Passed",
                     "check",
                     Meaning::ok,
                     app::LessonAct::replay,
                     1000,
                     true,
                     "",
                     pictures(folder + "one-phone/pictures/thumb.svg")};
    HomeLesson second{"two",
                      "2 " + two,
                      thai ? "ไม่ล็อก ใช้แบตเตอรี่ ผูกกับเข็มขัด 25 นาที" : "Unlocked, on battery, tied to a belt. 25 min.",
                      thai ? "กำลังทำ" : "Under way",
                      "play",
                      Meaning::accent,
                      app::LessonAct::go_on,
                      360,
                      true,
                      "",
                      pictures(folder + "open-laptop/pictures/thumb.svg")};
    courses = {{thai ? "หลักสูตรผู้ถึงที่เกิดเหตุ" : "First responder course", {first, second}}};
    attempts = {{"b", two, "22 Nov 14:02", thai ? "กำลังทำ" : "Under way", "play", Meaning::accent},
                {"a", one, "21 Nov 09:40", thai ? "ผ่าน" : "Passed", "check", Meaning::ok}};
    rows = {{"", thai ? "บทเรียน" : "Lessons", thai ? "ผ่าน 1 จาก 2" : "1 of 2 passed"},
            {"home/warm-up-row", "Warm-up", "Two minutes. It counts nowhere."},
            {"home/record", "My record", thai ? "ล่าสุด" : "Newest: The open computer, Under way"}};
    rows[0].per_mille = 500, rows[0].icon = "play";
    for (const HomeLesson& each : courses[0].lessons)
      index.add({app::SearchKind::lesson, each.id, each.title, each.summary, each.tag});
    index.add(
        {app::SearchKind::word, "2", "Faraday bag", "A bag that keeps radio signals out, if it is tight and closed well.", "In: " + one});
    index.add({app::SearchKind::word, "3", "Power bank", "A battery that feeds a device on its way.", "In: " + one});
    index.add({app::SearchKind::note, "0", "", "Bag 2 has the card of the test. ถุงที่สองมีบัตร", two + ", 2026-11-22"});
  }

  HomeIntent draw(Frame& f) {
    return draw_home(f,
                     {.words = words,
                      .mark = pictures("assets/pictures/mark.svg"),
                      .greeting = "Good afternoon, Dara",
                      .person = "Sgt. Dara P.",
                      .go_on = begun ? &go_on : nullptr,
                      .unreadable_left = unreadable_left,
                      .index = index,
                      .warm_up_due = warm_up_due,
                      .courses = courses,
                      .rows = rows,
                      .attempts = attempts,
                      .notices = notices},
                     memory);
  }
};

struct SignInExample {
  SourcePictures pictures;
  content::Words words;
  std::vector<SignInPerson> people{
      {"d", "Sgt. Dara P."}, {"n", "Nok Srisai"}, {"m", "มาลี ใจดี"}, {"k", "Sgt. Maj. Kittisak Wongchaisuwanarat"}};
  std::vector<content::Language> languages{{"en", "English", true}, {"th", "ไทย", false}};
  SignInMemory memory;
  int wait = 0;

  SignInIntent draw(Frame& f) {
    return draw_sign_in(f,
                        {.words = words,
                         .people = people,
                         .languages = languages,
                         .language = "en",
                         .mark = pictures("assets/pictures/mark.svg"),
                         .picture = pictures("assets/pictures/sign-in.svg"),
                         .wait_seconds = wait},
                        memory);
  }
};

} // namespace firsthand::screens
