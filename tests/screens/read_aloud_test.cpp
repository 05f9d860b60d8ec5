// Reading aloud in the window: what has the focus, another screen, a notice, what an act brought; and what is never spoken.
#include "tests/screens/shell_bench.h"

#include "tests/ui/fixture.h"

namespace shell_tests {

namespace {

// Keeps what it was to say.
struct FakeVoice final : platform::Voice {
  std::vector<platform::Speech> spoken;
  int stopped = 0;
  platform::VoiceFor has = platform::VoiceFor::voice;
  void speak(const platform::Speech& speech) override { spoken.push_back(speech); }
  void stop() override { ++stopped; }
  platform::VoiceFor voice_for(const std::string&) override { return has; }
  std::string all() const {
    std::string words;
    for (const platform::Speech& each : spoken)
      words += each.words + "---\n";
    return words;
  }
  std::string last() const { return spoken.empty() ? "" : spoken.back().words; }
};

struct Listener {
  FakeVoice voice;
  ShellBench bench;
  std::unique_ptr<ui::Window> window = ui::open_headless({.motion = ui::Motion::reduced});
  std::unique_ptr<ui::Driver> driver;

  explicit Listener(app::ReadAloud reads = app::ReadAloud::focused) {
    bench.adjust = [this](screens::ShellOptions& options) { options.voice = &voice; };
    bench.open();
    app::Settings wanted = bench.shell->settings();
    wanted.read_aloud = reads, wanted.voice_percent = 150;
    bench.shell->change_settings(wanted);
    driver = std::make_unique<ui::Driver>(*window, [this](ui::Frame& f) {
      screens::draw_shell(f, *bench.shell);
      if (!(bench.shell->window_settings() == window->settings())) window->set_settings(bench.shell->window_settings());
    });
    listen();
  }
  void listen() { // until everything has stood still for long enough to be told
    for (int i = 0; i < 3; ++i)
      bench.settle(), driver->settle(), window->pass(1000), driver->settle();
  }
  std::string after_key(const char* name) {
    voice.spoken.clear();
    CHECK_OK(driver->key(name));
    listen();
    return voice.all();
  }
  std::string after_click(const std::string& id) {
    voice.spoken.clear();
    CHECK_OK(driver->click(id));
    listen();
    return voice.all();
  }
};

bool has(const std::string& all, std::string_view words) { return all.find(words) != std::string::npos; }

} // namespace

TEST_CASE("read aloud: nothing is spoken by itself unless somebody wants it") {
  Listener listener(app::ReadAloud::off);
  listener.bench.dara();
  listener.listen();
  CHECK_OK(listener.driver->key("Tab"));
  listener.listen();
  CHECK(listener.voice.all() == "");
}

TEST_CASE("read aloud: the screen that comes, and then what has the focus, once") {
  Listener listener;
  listener.bench.dara();
  listener.listen();
  CHECK(has(listener.voice.last(), "button."));
  CHECK(listener.voice.spoken.back().language == "en");
  CHECK(listener.voice.spoken.back().speed_percent == 150);
  listener.voice.spoken.clear();
  listener.listen();
  CHECK(listener.voice.all() == ""); // it was said
  listener.bench.shell->over(PageName::settings);
  listener.listen();
  CHECK(has(listener.voice.last(), "Settings of Sgt. Dara P."));
  const std::string first = listener.after_key("Tab"), second = listener.after_key("Tab");
  CHECK(first != "");
  CHECK(first != second);
  CHECK_FALSE(has(second, "Settings of"));
}

TEST_CASE("read aloud: who goes on with Tab hears where they came to, and not what lay between") {
  Listener listener;
  listener.bench.dara();
  listener.bench.shell->over(PageName::settings);
  listener.listen();
  listener.voice.spoken.clear();
  for (int i = 0; i < 3; ++i)
    CHECK_OK(listener.driver->key("Tab"));
  const std::string there = listener.driver->focused();
  listener.driver->hasty = true;
  listener.voice.spoken.clear();
  CHECK_OK(listener.driver->key("Shift+Tab"));
  CHECK_OK(listener.driver->key("Tab"));
  CHECK(listener.driver->focused() == there);
  listener.listen();
  CHECK(listener.voice.spoken.size() <= 1);
}

TEST_CASE("read aloud: what changes under the focus is told") {
  Listener listener;
  listener.bench.dara();
  listener.bench.shell->over(PageName::settings);
  listener.listen();
  CHECK_OK(listener.driver->click("settings/motion"));
  listener.listen();
  CHECK(has(listener.voice.last(), "Less motion, On, switch"));
  CHECK(has(listener.after_key("Space"), "Less motion, Off, switch"));
}

TEST_CASE("read aloud: a PIN is never spoken, only that a digit was entered") {
  Listener listener;
  listener.bench.dara();
  listener.bench.shell->switch_person();
  listener.listen();
  CHECK_OK(listener.driver->click("sign-in/person/" + screens::sign_in(*listener.bench.shell).people().front().id));
  listener.listen();
  CHECK(has(listener.voice.last(), "PIN, field, empty"));
  listener.voice.spoken.clear();
  for (const char* digit : {"1", "9", "7"})
    listener.driver->type(digit), listener.listen();
  CHECK(has(listener.voice.all(), "Digit entered"));
  CHECK_OK(listener.driver->key("Backspace"));
  listener.listen();
  CHECK(has(listener.voice.last(), "Digit taken back"));
  (void)listener.after_key("F2");
  CHECK(has(listener.voice.all(), "PIN, field, 2 signs entered"));
  for (const char* digit : {"19", "1, 9", "197"})
    CHECK_FALSE(has(listener.voice.all(), digit));
}

TEST_CASE("read aloud: F2 reads the whole screen whatever the settings say, F4 ends it, and Esc keeps its levels") {
  Listener listener(app::ReadAloud::off);
  listener.bench.dara();
  listener.bench.shell->over(PageName::settings);
  listener.listen();
  const std::string all = listener.after_key("F2");
  CHECK(listener.voice.spoken.size() == 1);
  for (const char* words : {"Settings of Sgt. Dara P. heading.", "English, choice, selected.", "Text size, 100 %.",
                            "Less motion, Off, switch.", "Back, button."})
    CHECK_MESSAGE(has(all, words), std::string(words));
  const int stopped = listener.voice.stopped;
  CHECK(listener.after_key("F4") == "");
  CHECK(listener.voice.stopped == stopped + 1);
  CHECK_OK(listener.driver->key("Escape"));
  CHECK(listener.bench.shell->page() == PageName::home);
}

TEST_CASE("read aloud: without a voice a sentence says so, where it was asked for and in the settings") {
  Listener listener(app::ReadAloud::off);
  listener.voice.has = platform::VoiceFor::none;
  listener.bench.dara();
  listener.listen();
  CHECK_FALSE(listener.driver->sees("Nothing on this computer can read aloud"));
  CHECK_OK(listener.driver->key("F2"));
  CHECK(listener.driver->sees("Nothing on this computer can read aloud"));
  listener.window->pass(7000);
  listener.driver->settle();
  CHECK_FALSE(listener.driver->sees("Nothing on this computer can read aloud"));
  listener.bench.shell->over(PageName::settings);
  listener.listen();
  CHECK(listener.driver->sees("Nothing on this computer can read aloud"));
  listener.voice.has = platform::VoiceFor::other_languages;
  listener.listen();
  CHECK(listener.driver->sees("No voice on this computer reads this language aloud."));
  listener.voice.has = platform::VoiceFor::voice;
  listener.listen();
  CHECK_FALSE(listener.driver->sees("No voice on this computer"));
}

TEST_CASE("read aloud: that somebody listens stands in the record, as other aids do") {
  Listener listener;
  CHECK(listener.bench.shell->aids() == std::vector<std::string>{"read-aloud"});
}

} // namespace shell_tests
