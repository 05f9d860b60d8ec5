// Ends the program within a second when the system or a terminal asks for it, whatever it does just then. What was acknowledged
// is on the disk already; here only what is nicer than being killed. Knows no command and no window.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace firsthand::platform {

// From here on SIGTERM, SIGINT and SIGHUP (on Windows Ctrl+C, Ctrl+Break and the closing of the console, and of the session) end
// the program: at once if there is no CleanEnd, else when the last of them is gone, but after 0.8 s in any case. Once, first.
void end_when_asked();

bool end_asked();                  // who works long, or waits, asks this and comes to an end
std::optional<int> end_code();     // the exit code of a program that was asked to end
bool next_line(std::string& line); // of standard input; false at its end and when asked to end

// Has something to bring to an end: a record to close, files to take away.
class CleanEnd {
 public:
  CleanEnd();
  ~CleanEnd();
  CleanEnd(const CleanEnd&) = delete;
  CleanEnd& operator=(const CleanEnd&) = delete;
};

// While it lives, `wake` is called, on a thread of its own, when the end is asked for. One at a time.
class WakeAtEnd {
 public:
  explicit WakeAtEnd(std::function<void()> wake);
  ~WakeAtEnd();
  WakeAtEnd(const WakeAtEnd&) = delete;
  WakeAtEnd& operator=(const WakeAtEnd&) = delete;
};

// For platform_ending_*.cpp: says that the end is asked for and waits until the program may be ended. `interrupt` is called again
// and again while the main thread waits for standard input.
void wait_for_end(int code, const std::function<void()>& interrupt);

} // namespace firsthand::platform
