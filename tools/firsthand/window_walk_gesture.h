// What a walker does to the window, one gesture a line, so that a walk can be written down and walked again:
//   WAIT click ID | double ID GAP | hold ID MS | drag ID ID | cross ID KEY      by the pointer; WAIT and all times in milliseconds
//   WAIT key KEY | again KEY GAP | keep KEY MS                                 once; twice; held down, with its repeats
//   WAIT type TEXT | paste TEXT | compose TEXT | drop PATH                     TEXT in quotes, with \xHH for what cannot stand in one
//   WAIT wheel ID STEPS | size WxH | pass | lost | away | close
//   WAIT play        the next act of the lesson's best play, by its controls
//   WAIT start KIND "LANGUAGE THEME TEXT WxH NUMBER"    another data folder; KIND: plain, done, full, damaged, earlier,
//                                                     gone, clock; see WalkWorld
// Knows no window.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::tools {

struct Gesture {
  enum class Kind : std::uint8_t {
    click,
    twice,
    hold,
    drag,
    cross,
    key,
    again,
    keep,
    type,
    paste,
    compose,
    drop,
    wheel,
    size,
    pass,
    lost,
    away,
    close,
    play,
    start
  };
  int wait_ms = 0; // before it
  Kind kind = Kind::pass;
  std::string what, other; // id, key or text; the second id or key
  int number = 0;          // milliseconds, steps
  bool slow_disk = false;  // what it has written is written only after it
};

// A device gesture may seal one act; what the system does, none.
bool may_act(Gesture::Kind kind);

std::string line_of(const Gesture& gesture);
std::optional<Gesture> read_gesture(std::string_view line);

// The same sequence of numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  int below(int bound) { return static_cast<int>(next() % static_cast<std::uint64_t>(bound)); }
  bool once_in(int n) { return below(n) == 0; }
  template<class T> const T& of(const std::vector<T>& all) { return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))]; }

 private:
  std::uint64_t state_;
};

} // namespace firsthand::tools
