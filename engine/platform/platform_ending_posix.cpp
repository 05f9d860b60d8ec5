// POSIX; platform_ending_windows.cpp is the other one. The handler does what a handler may: it writes a byte into a pipe, at
// whose other end a thread waits.
#include "engine/platform/ending.h"

#include <array>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <thread>
#include <unistd.h>

namespace firsthand::platform {

namespace {

int write_end = -1;

void note(int signal) {
  const auto byte = static_cast<unsigned char>(signal);
  if (::write(write_end, &byte, 1) < 0) return; // the pipe is full: it was asked often enough
}

// A signal that was to be ignored when the program began (nohup, a shell's background) stays so. Without SA_RESTART, so that
// whoever waits for standard input comes back.
void listen_to(int signal) {
  struct sigaction before {};
  if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) return;
  struct sigaction ours {};
  ours.sa_handler = note;
  ::sigemptyset(&ours.sa_mask);
  ::sigaction(signal, &ours, nullptr);
}

} // namespace

void end_when_asked() {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) return; // then a signal kills, as it does anyway
  ::fcntl(pipe[0], F_SETFL, 0);
  write_end = pipe[1];
  std::thread([from = pipe[0], main = ::pthread_self()] {
    unsigned char signal = 0;
    while (::read(from, &signal, 1) != 1) {
    }
    wait_for_end(128 + signal, [main, signal] { ::pthread_kill(main, signal); });
    ::_exit(128 + signal);
  }).detach();
  for (const int signal : {SIGTERM, SIGINT, SIGHUP})
    listen_to(signal);
}

} // namespace firsthand::platform
