// walk: seeded random gestures in the real window code. The walk itself runs in a process of its own, so that a crash can be
// told, and the shortest sequence of gestures that leads to it found by walking again.
#include "tools/firsthand/window.h"
#include "tools/firsthand/window_walk_choice.h"
#include "tools/firsthand/window_walk_shrink.h"

#include "engine/platform/paths.h"
#include "engine/platform/platform.h"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <thread>

namespace firsthand::tools {

namespace {

namespace fs = std::filesystem;

constexpr int walked = 0, families_wrong = 5, rule_broken = 3;
constexpr int most_replays = 200;
constexpr int seconds_until_hung = 180; // of one gesture; the slowest machine needs a few

struct TemporaryFolder {
  fs::path path;
  TemporaryFolder() {
    const fs::path memory = "/dev/shm"; // thousands of synced writes would only wear the disk
    std::error_code ignored;
    path =
        (fs::is_directory(memory, ignored) ? memory : fs::temp_directory_path()) / fmt::format("firsthand-walk-{}", platform::process_id());
    fs::create_directories(path);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

std::vector<std::string> lines_in(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  return lines;
}

// Ends the process when a gesture does not come to an end.
class Watch {
 public:
  explicit Watch(std::function<void()> told) : thread_([this, told = std::move(told)] { watch(told); }) {}
  ~Watch() {
    done_ = true;
    thread_.join();
  }
  void step() { ++steps_; }

 private:
  void watch(const std::function<void()>& told) {
    std::int64_t seen = -1;
    int seconds = 0;
    for (int tenth = 0; !done_; ++tenth) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      if (steps_ != seen) seen = steps_, seconds = 0;
      if (tenth % 10 == 0 && ++seconds > seconds_until_hung) told(), std::_Exit(rule_broken);
    }
  }
  std::atomic<std::int64_t> steps_ = 0;
  std::atomic<bool> done_ = false;
  std::thread thread_;
};

// ---- the walk itself

class WalkRun {
 public:
  WalkRun(const WalkPlaces& places, const WalkOptions& options, Families& families)
      : options_(options), families_(families), steps_(places, families), trace_(options.trace, std::ios::binary),
        watch_([this] { tell("a gesture never ends"); }) {}

  int by_chance();
  int again(const std::vector<std::string>& lines);

 private:
  int take(const Gesture& gesture);
  int finish();
  int tell(const Broken& broken) const;
  int tell_families() const;

  const WalkOptions& options_;
  Families& families_;
  WalkSteps steps_;
  std::ofstream trace_;
  std::atomic<int> taken_ = 0;
  Watch watch_;
};

int WalkRun::tell(const Broken& broken) const {
  std::cerr << fmt::format("walk: gesture {}: {}\n", taken_.load(), broken) << std::flush;
  if (!options_.verdict.empty()) std::ofstream(options_.verdict) << broken << '\n';
  return rule_broken;
}

int WalkRun::take(const Gesture& gesture) {
  ++taken_;
  watch_.step();
  if (trace_.is_open()) trace_ << line_of(gesture) << std::endl; // a crash must not lose it
  const Broken broken = steps_.take(gesture);
  return broken.empty() ? walked : tell(broken);
}

int WalkRun::finish() {
  const Broken broken = steps_.finish();
  if (!broken.empty()) return tell(broken);
  std::cout << fmt::format("{} gestures, {} presses, {} acts sealed, {} families of controls reached\n", taken_.load(), steps_.presses(),
                           steps_.acts(), families_.counts().size());
  return walked;
}

int WalkRun::by_chance() {
  WalkChoice choice(options_.seed, steps_, families_);
  for (int i = 0; i < options_.gestures; ++i)
    if (const int code = take(choice.next()); code != walked) return code;
  if (const int code = finish(); code != walked) return code;
  return families_.given() ? tell_families() : walked;
}

int WalkRun::again(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const auto gesture = read_gesture(line);
    if (!gesture) return tell("this line is no gesture: " + line);
    if (const int code = take(*gesture); code != walked) return code;
  }
  return finish();
}

int WalkRun::tell_families() const {
  for (const std::string& id : families_.unknown())
    std::cerr << fmt::format("walk: the control {} fits no line of {}. Add its family there; a walk must then reach it.\n", id,
                             platform::utf8_of(options_.families));
  const std::vector<std::string> missing = families_.missing();
  for (const std::string& family : missing)
    std::cerr << fmt::format("walk: no gesture reached {}. Is it still on a screen? Then more gestures, or a plan in "
                             "window_walk_choice.cpp; else take it out of {}.\n",
                             family, platform::utf8_of(options_.families));
  return missing.empty() && families_.unknown().empty() ? walked : families_wrong;
}

// ---- around it

// The program itself, once more, with other words. What it prints goes to `to`, or where ours goes.
int run_again(const WalkOptions& options, const std::string& words, const fs::path& to) {
  std::string line = fmt::format("\"{}\" walk --child {}", options.program, words);
  if (!to.empty()) line += fmt::format(" >\"{}\" 2>&1", platform::utf8_of(to));
#ifdef _WIN32
  line = '"' + line + '"';
  return std::system(line.c_str());
#else
  const int status = std::system(line.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
#endif
}

class Parent {
 public:
  explicit Parent(const WalkOptions& options) : options_(options) {}
  int run();

 private:
  std::string words(const std::string& rest) const;
  std::string verdict() const; // of the newest run; "crash" if it could not say
  bool fails(const std::vector<std::string>& lines);
  int tell(const std::vector<std::string>& all);

  const WalkOptions& options_;
  TemporaryFolder folder_;
  std::string wanted_;
};

std::string Parent::words(const std::string& rest) const {
  return fmt::format("--scratch \"{}\" --verdict \"{}\" {}", platform::utf8_of(folder_.path / "data"),
                     platform::utf8_of(folder_.path / "verdict"), rest);
}

std::string Parent::verdict() const {
  std::ifstream in(folder_.path / "verdict");
  std::string words;
  std::getline(in, words);
  return words.empty() ? "crash" : words.substr(0, words.find(':')); // the rule, not the act
}

bool Parent::fails(const std::vector<std::string>& lines) {
  std::ofstream file(folder_.path / "replay", std::ios::binary);
  for (const std::string& line : lines)
    file << line << '\n';
  file.close();
  fs::remove(folder_.path / "verdict");
  const int code =
      run_again(options_, words(fmt::format("--replay \"{}\"", platform::utf8_of(folder_.path / "replay"))), folder_.path / "said");
  return code != walked && verdict() == wanted_;
}

int Parent::tell(const std::vector<std::string>& all) {
  wanted_ = verdict();
  std::cerr << fmt::format("walk: seed {} fails after {} gestures ({}); looking for the shortest sequence\n", options_.seed, all.size(),
                           wanted_)
            << std::flush;
  std::vector<std::string> part = all;
  for (std::size_t i = all.size(); i-- > 0;) // the newest folder is most often enough
    if (const auto gesture = read_gesture(all[i]); gesture && gesture->kind == Gesture::Kind::start) {
      std::vector<std::string> last(all.begin() + static_cast<std::ptrdiff_t>(i), all.end());
      if (fails(last)) part = std::move(last);
      break;
    }
  if (part.size() == all.size() && !fails(part)) {
    std::cerr << "walk: it does not fail again when walked again; these were its gestures\n";
  } else {
    const std::string first = part.front();
    const std::vector<std::string> rest(part.begin() + 1, part.end());
    const auto short_rest = shortest_failing<std::string>(
        rest,
        [&](const std::vector<std::string>& lines) {
          std::vector<std::string> whole{first};
          whole.insert(whole.end(), lines.begin(), lines.end());
          return fails(whole);
        },
        most_replays);
    part = {first};
    part.insert(part.end(), short_rest.begin(), short_rest.end());
  }
  std::cerr << fmt::format("walk: seed {}, {} of {} gestures. Walk it again with: firsthand walk --replay FILE\n", options_.seed,
                           part.size(), all.size());
  for (const std::string& line : part)
    std::cerr << line << '\n';
  return failure_of_walk;
}

int Parent::run() {
  const fs::path trace = folder_.path / "trace";
  const std::string families =
      options_.families.empty() ? std::string() : fmt::format("--families \"{}\"", platform::utf8_of(options_.families));
  const int code = run_again(
      options_,
      words(fmt::format("--seed {} --gestures {} --trace \"{}\" {}", options_.seed, options_.gestures, platform::utf8_of(trace), families)),
      {});
  if (code == walked) return walked;
  if (code == families_wrong) return failure_of_walk;
  return tell(lines_in(trace));
}

} // namespace

int walk_in_window(content::ContentLibrary& content_library, const WalkOptions& options) {
  if (!options.child && options.replay.empty()) return Parent(options).run();
  Families families;
  if (!options.families.empty()) {
    auto read = Families::read(options.families);
    if (!read.ok()) return std::cerr << read.error().message << '\n', failure_of_walk;
    families = std::move(read).value();
  }
  const std::vector<std::string> lines = options.replay.empty() ? std::vector<std::string>() : lines_in(options.replay);
  std::optional<TemporaryFolder> own;
  if (options.scratch.empty()) own.emplace();
  const fs::path scratch = fs::absolute(own ? own->path : options.scratch);
  fs::create_directories(scratch);
  fs::current_path(scratch); // what is typed as a folder without a root lies in it too
  const WalkPlaces places{content_library, content_library.modules(), options.assets, scratch, "walk"};
  WalkRun run(places, options, families);
  return options.replay.empty() ? run.by_chance() : run.again(lines);
}

} // namespace firsthand::tools
