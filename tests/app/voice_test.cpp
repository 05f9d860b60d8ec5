// The voice: a process of its own, its words on its standard input, ended when interrupted; and what of a text it gets.
#include "engine/platform/voice.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace voice_tests {

namespace platform = firsthand::platform;
using platform::VoiceFor;

namespace {

bool until(const std::function<bool()>& so) {
  for (int i = 0; i < 4000 && !so(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return so();
}

// A program that notes how it was called and what it was given. `slow`: it then goes on speaking for a minute.
struct Program {
  std::filesystem::path folder;
  std::string name;

  explicit Program(bool slow = false, const char* listed = "Pty Language Age/Gender VoiceName File Other Languages\\n"
                                                           " 2  en-gb --/M English_(Great_Britain) gmw/en (en 2)\\n"
                                                           " 5  th --/M Thai tai/th\\n") {
    static std::atomic<int> count = 0;
    folder = std::filesystem::temp_directory_path() / ("firsthand-voice-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(folder);
    name = (folder / "speak").string();
    std::ofstream script(name);
    script << "#!/bin/sh\nif [ \"$1\" = --voices ]; then printf '" << listed << "'; exit 0; fi\n"
           << "printf '%s|' \"$@\" >>" << folder.string() << "/told.part\ncat >>" << folder.string() << "/told.part\n"
           << "echo $$ >" << folder.string() << "/pid\n"
           << "mv " << folder.string() << "/told.part " << folder.string() << "/told\n"
           << (slow ? "exec sleep 60\n" : "");
    script.close();
    std::filesystem::permissions(name, std::filesystem::perms::owner_all);
  }
  ~Program() { std::filesystem::remove_all(folder); }
  std::string told() const {
    std::ifstream in(folder / "told");
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
  }
  void forget() const { std::filesystem::remove(folder / "told"); }
  bool lives() const {
    std::ifstream in(folder / "pid");
    int process = 0;
    in >> process;
    return process > 0 && std::filesystem::exists("/proc/" + std::to_string(process));
  }
};

} // namespace

TEST_CASE("voice: a program speaks, with the language and the speed beside the words, which no shell reads") {
  const Program program;
  const auto voice = platform::open_voice({}, program.name);
  voice->speak({"Close the lid; $(touch no) `x` -v \"y\".\n", "en", 200});
  REQUIRE(until([&] { return !program.told().empty(); }));
  CHECK(program.told() == "-v|en|-s|350|-b|1|--stdin|Close the lid; $(touch no) `x` -v \"y\".\n");
}

TEST_CASE("voice: which languages it has is asked once, beside what goes on, and told") {
  const Program program;
  std::atomic<int> known = 0;
  const auto voice = platform::open_voice([&] { ++known; }, program.name);
  CHECK(voice->voice_for("en") == VoiceFor::unknown);
  REQUIRE(until([&] { return known == 1; }));
  CHECK(voice->voice_for("en") == VoiceFor::voice);
  CHECK(voice->voice_for("th") == VoiceFor::voice);
  CHECK(voice->voice_for("t") == VoiceFor::other_languages);
  CHECK(voice->voice_for("km") == VoiceFor::other_languages);
  voice->speak({"not heard", "km", 100});
  voice->speak({"heard", "th", 100});
  REQUIRE(until([&] { return program.told().find("heard") != std::string::npos; }));
  CHECK(program.told().find("not heard") == std::string::npos);
  CHECK(known == 1);
}

TEST_CASE("voice: without the program nothing speaks, and nothing else happens") {
  std::atomic<int> known = 0;
  const auto voice = platform::open_voice([&] { ++known; }, "/nowhere/speak");
  voice->speak({"Hello.", "en", 100});
  REQUIRE(until([&] { return known == 1; }));
  CHECK(voice->voice_for("en") == VoiceFor::none);
  voice->speak({"Hello.", "en", 100});
  voice->stop();
}

TEST_CASE("voice: a program that fails is none") {
  const Program program(false, "x' ; exit 3; echo '");
  std::atomic<int> known = 0;
  const auto voice = platform::open_voice([&] { ++known; }, program.name);
  (void)voice->voice_for("en");
  REQUIRE(until([&] { return known == 1; }));
  CHECK(voice->voice_for("en") == VoiceFor::none);
}

TEST_CASE("voice: what is newer takes the place of what is spoken, and what is stopped ends") {
  const Program program(true);
  const auto voice = platform::open_voice({}, program.name);
  voice->speak({"one", "en", 100});
  REQUIRE(until([&] { return program.told().find("one") != std::string::npos; }));
  CHECK(program.lives());
  program.forget();
  voice->speak({"two", "en", 100});
  REQUIRE(until([&] { return program.told().find("two") != std::string::npos; }));
  CHECK(program.lives());
  voice->stop();
  CHECK(until([&] { return !program.lives(); }));
}

TEST_CASE("voice: it ends with its owner, in the middle of a word") {
  const Program program(true);
  {
    const auto voice = platform::open_voice({}, program.name);
    voice->speak({"one", "en", 100});
    REQUIRE(until([&] { return program.told().find("one") != std::string::npos; }));
  }
  CHECK_FALSE(program.lives());
}

TEST_CASE("voice: a text has no instructions and an end") {
  using platform::speakable;
  CHECK(speakable("Look first.\nตรวจดู") == "Look first.\nตรวจดู");
  CHECK(speakable("a\x01\x1b\tb<emphasis>[[h@l'oU]]{x}|\\") == "a   b emphasis   h@l'oU   x   ");
  CHECK(speakable("a\xE2\x80\xAE"
                  "b") == "a b"); // turned around unseen
  CHECK(speakable("ab\xFF"
                  "c") == "ab");
  const std::string many = "x" + [] {
    std::string thai;
    for (int i = 0; i < 9000; ++i)
      thai += "ก";
    return thai;
  }();
  const std::string bounded = speakable(many);
  CHECK(bounded.size() <= platform::most_spoken_bytes);
  CHECK(bounded.size() > platform::most_spoken_bytes - 4);
  CHECK((bounded.size() - 1) % 3 == 0); // whole letters
}

} // namespace voice_tests
