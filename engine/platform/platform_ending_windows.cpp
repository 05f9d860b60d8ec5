// Windows. The system calls the handler on a thread of its own and ends the program when it comes back.
#include "engine/platform/ending.h"

#ifndef NOMINMAX // some C++ libraries define it
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace firsthand::platform {

namespace {

constexpr int ended_by_control = 130; // as after Ctrl+C elsewhere

HANDLE main_thread = nullptr;

BOOL WINAPI end(DWORD) {
  wait_for_end(ended_by_control, [] {
    if (main_thread) ::CancelSynchronousIo(main_thread);
  });
  ::TerminateProcess(::GetCurrentProcess(), ended_by_control);
  return TRUE;
}

} // namespace

void end_when_asked() {
  ::DuplicateHandle(::GetCurrentProcess(), ::GetCurrentThread(), ::GetCurrentProcess(), &main_thread, 0, FALSE, DUPLICATE_SAME_ACCESS);
  ::SetConsoleCtrlHandler(end, TRUE);
}

} // namespace firsthand::platform
