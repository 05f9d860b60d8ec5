// Yardstick: runs a command as on an old computer: each of two cores gives a quarter of its time, memory ends at 2 GB.
// Usage: yardstick_old_pc cgroup|stop|none REPORT COMMAND…; `busy` as the command: one second of work, to see the quarter.
// REPORT gets lines: how (what slows it), start (microseconds of the steady clock), pid, then rss (kB, at most), cpu (ms), code.
//   cgroup  a quota of 2.5 ms in 10 ms for the first thread, and the same for all others together: two cores, a quarter each
//   stop    the whole process is stopped for 15 ms of each 20 ms; needs no rights, and every thread gets its quarter
// The periods are short: with the usual 100 ms the quota itself would add stalls of 75 ms.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;
constexpr microseconds run_for{5'000}, stop_for{15'000};
constexpr rlim_t most_memory = rlim_t{2} << 30;

std::sig_atomic_t volatile told_to_end = 0;

long long now() { return std::chrono::duration_cast<microseconds>(Clock::now().time_since_epoch()).count(); }

bool put(const fs::path& file, const std::string& text) {
  std::ofstream out(file);
  out << text << std::flush;
  return out.good();
}

// Two groups below one of our own, removed at the end. Version 1 has a folder for the cpu, version 2 one for all.
class Groups {
 public:
  Groups() {
    const std::string name = "firsthand-old-pc-" + std::to_string(::getpid());
    for (const char* at : {"/sys/fs/cgroup/cpu", "/sys/fs/cgroup/cpu,cpuacct", "/sys/fs/cgroup"})
      if (!usable_ && fs::exists(fs::path(at) / "cgroup.procs")) usable_ = make(fs::path(at) / name);
  }
  ~Groups() {
    for (const fs::path& group : {root_ / "frame", root_ / "rest", root_})
      if (!root_.empty()) ::rmdir(group.c_str());
  }
  Groups(const Groups&) = delete;
  Groups& operator=(const Groups&) = delete;

  bool usable() const { return usable_; }
  bool take(pid_t process) { return (first_version_ || put(root_ / "cgroup.procs", std::to_string(process))) && move(process, "frame"); }
  void follow(pid_t process) { // every thread but the first
    std::error_code gone;
    for (const auto& thread : fs::directory_iterator("/proc/" + std::to_string(process) + "/task", gone)) {
      const pid_t id = std::atoi(thread.path().filename().c_str());
      if (id != process && known_.insert(id).second) move(id, "rest");
    }
  }

 private:
  bool make(const fs::path& root) {
    if (::mkdir(root.c_str(), 0755) != 0) return false;
    root_ = root;
    first_version_ = fs::exists(root / "cpu.cfs_quota_us");
    if (!first_version_ && !put(root / "cgroup.subtree_control", "+cpu")) return false;
    return limit(root / "frame") && limit(root / "rest");
  }
  bool limit(const fs::path& group) const {
    if (::mkdir(group.c_str(), 0755) != 0) return false;
    if (first_version_) return put(group / "cpu.cfs_period_us", "10000") && put(group / "cpu.cfs_quota_us", "2500");
    return put(group / "cgroup.type", "threaded") && put(group / "cpu.max", "2500 10000");
  }
  bool move(pid_t thread, const char* group) const {
    return put(root_ / group / (first_version_ ? "tasks" : "cgroup.threads"), std::to_string(thread));
  }

  fs::path root_;
  bool usable_ = false, first_version_ = false;
  std::set<pid_t> known_;
};

int busy() {
  volatile unsigned long long work = 0;
  for (const auto until = Clock::now() + std::chrono::seconds(1); Clock::now() < until;)
    work = work + 1;
  return 0;
}

[[noreturn]] void become(char** command, int gate) {
  char go = 0;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nothing stays behind, least of all stopped
  const rlimit memory{most_memory, most_memory};
  if (::read(gate, &go, 1) != 1 || ::setrlimit(RLIMIT_AS, &memory) != 0) ::_exit(126);
  ::close(gate);
  if (std::strcmp(command[0], "busy") == 0) ::_exit(busy());
  ::execvp(command[0], command);
  std::perror(command[0]);
  ::_exit(127);
}

bool ended(pid_t child, int& status, rusage& used) {
  if (told_to_end) ::kill(child, SIGKILL);
  return ::wait4(child, &status, WNOHANG, &used) == child;
}

// Until the child has ended.
void slow_down(pid_t child, Groups* groups, bool stop, int& status, rusage& used) {
  while (!ended(child, status, used)) {
    if (groups) groups->follow(child);
    if (stop) {
      ::kill(child, SIGSTOP);
      std::this_thread::sleep_for(stop_for);
      ::kill(child, SIGCONT);
    }
    std::this_thread::sleep_for(run_for); // each from its own beginning: a late stop must not eat the time to run
  }
}

} // namespace

int main(int count, char** words) {
  if (count < 4) return 2;
  std::string how = words[1];
  std::signal(SIGINT, [](int) { told_to_end = 1; });
  std::signal(SIGTERM, [](int) { told_to_end = 1; });
  int gate[2];
  if (::pipe(gate) != 0) return 1;
  const pid_t child = ::fork();
  if (child == 0) ::close(gate[1]), become(words + 3, gate[0]);
  ::close(gate[0]);
  std::optional<Groups> groups;
  if (how == "cgroup" && !(groups.emplace().usable() && groups->take(child))) groups.reset(), how = "stop";
  std::ofstream report(words[2]);
  report << "how " << how << "\nstart " << now() << "\npid " << child << std::endl;
  if (::write(gate[1], "g", 1) != 1) return 1;
  int status = 0;
  rusage used{};
  slow_down(child, groups ? &*groups : nullptr, how == "stop", status, used);
  const auto milliseconds = [](const timeval& t) { return t.tv_sec * 1000 + t.tv_usec / 1000; };
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  report << "rss " << used.ru_maxrss << "\ncpu " << milliseconds(used.ru_utime) + milliseconds(used.ru_stime) << "\ncode " << code
         << std::endl;
  return code;
}
