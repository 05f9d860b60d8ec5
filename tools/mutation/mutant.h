// The switch of a seeded fault, included before everything in the copy of the sources that tools/mutate builds. MUTANT
// names the one fault that is on; MUTANTS_REACHED names a file that gets the number of each fault whose place was run.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace mutant {

constexpr int most = 8192;

struct Switch {
  Switch() {
    if (const char* number = std::getenv("MUTANT")) active = std::atoi(number);
    file = std::getenv("MUTANTS_REACHED");
  }
  ~Switch() {
    std::FILE* out = file ? std::fopen(file, "a") : nullptr;
    for (int i = 0; out && i < most; ++i)
      if (reached[i]) std::fprintf(out, "%d\n", i);
    if (out) std::fclose(out);
  }
  int active = -1;
  const char* file = nullptr;
  bool reached[most] = {};
};

inline Switch& the_switch() {
  static Switch one;
  return one;
}

inline bool on(int number) {
  Switch& all = the_switch();
  all.reached[number] = true;
  return all.active == number;
}

} // namespace mutant
