// POSIX: a speech program as a process of its own; nothing of it is linked. platform_voice_windows.cpp is the other one. The words
// go to its standard input, never onto a command line and never through a shell.
#include "engine/platform/voice.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <mutex>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace firsthand::platform {

namespace {

constexpr int usual_words_a_minute = 175, slowest = 80, fastest = 450;
constexpr std::size_t most_listed_bytes = 1u << 16;

// A process whose `stream` (0 in, 1 out) is the other end of a socket; its other streams lead nowhere.
struct Spoken {
  pid_t process = 0;
  int socket = -1;
};

Spoken spawn(std::vector<std::string> words, int stream) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return {};
  posix_spawn_file_actions_t streams;
  ::posix_spawn_file_actions_init(&streams);
  for (const int each : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (each != stream) ::posix_spawn_file_actions_addopen(&streams, each, "/dev/null", each == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(&streams, ends[1], stream);
  std::vector<char*> arguments;
  for (std::string& word : words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  Spoken made{0, ends[0]};
  const bool failed = ::posix_spawnp(&made.process, arguments[0], &streams, nullptr, arguments.data(), ::environ) != 0;
  ::posix_spawn_file_actions_destroy(&streams);
  ::close(ends[1]);
  if (!failed) return made;
  ::close(ends[0]);
  return {};
}

// A process that has ended already takes no words: no signal then.
void hand_over(int socket, std::string_view words) {
  while (!words.empty()) {
    const ssize_t sent = ::send(socket, words.data(), words.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return;
    words.remove_prefix(static_cast<std::size_t>(sent));
  }
}

std::string read_listing(int socket) {
  std::string all;
  std::array<char, 4096> part{};
  while (all.size() < most_listed_bytes) {
    const ssize_t got = ::read(socket, part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    all.append(part.data(), static_cast<std::size_t>(got));
  }
  return all;
}

std::string_view next_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

// " 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)": the second word, and what stands in brackets.
std::vector<std::string> languages_of(std::string_view listed) {
  std::vector<std::string> all;
  listed.remove_prefix(std::min(listed.find('\n'), listed.size())); // the head
  while (!listed.empty()) {
    listed.remove_prefix(1);
    std::string_view line = listed.substr(0, listed.find('\n'));
    listed.remove_prefix(line.size());
    next_word(line);
    if (const std::string_view language = next_word(line); !language.empty()) all.emplace_back(language);
    for (std::size_t at = line.find(" ("); at != line.npos; at = line.find('(', at)) {
      at = line.find('(', at) + 1;
      if (const std::string_view other = line.substr(at, line.find(' ', at) - at); !other.empty()) all.emplace_back(other);
    }
  }
  return all;
}

class ProgramSpeaker final : public Speaker {
 public:
  explicit ProgramSpeaker(std::string program) : program_(std::move(program)) {}

  std::optional<std::vector<std::string>> languages() override {
    const Spoken listing = spawn({program_, "--voices"}, STDOUT_FILENO);
    if (listing.process == 0) return std::nullopt;
    began(listing.process);
    const std::string listed = read_listing(listing.socket);
    ::close(listing.socket);
    if (!ended_well(listing.process)) return std::nullopt;
    return languages_of(listed);
  }

  void say(const Speech& speech) override {
    const int speed = std::clamp(usual_words_a_minute * speech.speed_percent / 100, slowest, fastest);
    const Spoken voice = spawn({program_, "-v", speech.language, "-s", std::to_string(speed), "-b", "1", "--stdin"}, STDIN_FILENO);
    if (voice.process == 0) return;
    began(voice.process);
    hand_over(voice.socket, speech.words);
    ::close(voice.socket);
    (void)ended_well(voice.process);
  }

  void begin() override {
    const std::lock_guard lock(mutex_);
    interrupted_ = false;
  }

  void interrupt() override {
    const std::lock_guard lock(mutex_);
    interrupted_ = true;
    if (process_ != 0) ::kill(process_, SIGKILL);
  }

 private:
  void began(pid_t process) {
    const std::lock_guard lock(mutex_);
    process_ = process;
    if (interrupted_) ::kill(process_, SIGKILL);
  }

  // Its number is given back only when nobody may kill it any more.
  bool ended_well(pid_t process) {
    siginfo_t how{};
    while (::waitid(P_PID, static_cast<id_t>(process), &how, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
    }
    const std::lock_guard lock(mutex_);
    process_ = 0;
    int status = 0;
    return ::waitpid(process, &status, 0) == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  std::string program_;
  std::mutex mutex_;
  pid_t process_ = 0; // that may be killed
  bool interrupted_ = false;
};

} // namespace

std::unique_ptr<Voice> open_voice(std::function<void()> known, const std::string& program) {
  return voice_of([program] { return std::make_unique<ProgramSpeaker>(program); }, std::move(known));
}

} // namespace firsthand::platform
