// Time and chance that are the same in every run and on every machine, made from a word.
#pragma once

#include "engine/records/services.h"

#include <string>

namespace firsthand::tools {

// A test can compare two records byte by byte. Goes on from the chain's head, so that no id is drawn twice in one data folder.
class Repeatable {
 public:
  // The clock goes on by so much each time it is looked at. Where nobody knows how often that is, it stands still.
  Repeatable(const std::string& word, std::int64_t milliseconds_a_look)
      : word_(word), entropy_(word), clock_({1'767'225'600'000}, milliseconds_a_look) {}
  void serve(records::Services& services) {
    services.entropy = &entropy_, services.clock = &clock_, services.released = {};
  } // its clock is right by definition
  void go_on_from(const std::string& state) { entropy_ = crypto::SeededEntropy(word_ + "\n" + state); }

 private:
  std::string word_;
  crypto::SeededEntropy entropy_;
  records::FixedClock clock_; // 2026-01-01
};

} // namespace firsthand::tools
