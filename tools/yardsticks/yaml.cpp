// Yardstick: yaml-cpp parsing the same files into its own nodes, unchecked.
// Usage: yardstick_yaml ROUNDS FILE… → nanoseconds of each round over all files, one a line.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>
#include <yaml-cpp/yaml.h>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<std::string> files;
  for (int i = 2; i < argc; ++i) {
    std::ostringstream bytes;
    bytes << std::ifstream(argv[i], std::ios::binary).rdbuf();
    files.push_back(bytes.str());
  }
  for (int round = 0; round < std::atoi(argv[1]); ++round) {
    const auto start = std::chrono::steady_clock::now();
    std::size_t nodes = 0;
    for (const std::string& file : files)
      nodes += YAML::Load(file).size();
    const auto took = std::chrono::steady_clock::now() - start;
    if (nodes == 0) return 1;
    std::printf("%lld\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(took).count()));
  }
}
