// Yardstick: appending lines to a file, each made durable. The floor under every durable action.
// Usage: yardstick_append FILE COUNT BYTES → nanoseconds of each append, one a line.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <unistd.h>

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const int file = ::open(argv[1], O_CREAT | O_TRUNC | O_WRONLY | O_APPEND, 0600);
  if (file < 0) return 1;
  const std::string line(static_cast<std::size_t>(std::atoi(argv[3])), 'x');
  for (int i = 0; i < std::atoi(argv[2]); ++i) {
    const auto start = std::chrono::steady_clock::now();
    if (::write(file, line.data(), line.size()) != static_cast<ssize_t>(line.size()) || ::fdatasync(file) != 0) return 1;
    const auto took = std::chrono::steady_clock::now() - start;
    std::printf("%lld\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(took).count()));
  }
  ::close(file);
}
