// What the page of a supervised session shows, remembers and is asked for; and the page on which the supervisor says how it was
// established who sits there. Words; draws nothing.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace firsthand::screens {

// opening: none is open. pin: one is, and a supervisor signs in. inside: who sits, what happened, its end. closed: who sat, who did not.
enum class SupervisionPart : std::uint8_t { opening, pin, inside, closed };

struct SupervisionTest {
  std::string id, title;
};

struct SupervisionSeat {
  std::string person, name, detail; // detail: number, and what was noted
  std::string how;
  const char* icon = "ring";
  Meaning meaning = Meaning::quiet;
};

struct SupervisionCode { // of an incident, or of how identity was established
  std::string code, words;
};

struct SupervisionMemory {
  SupervisionPart part = SupervisionPart::opening;
  std::string supervisor, pin, numbers, room, until; // as typed
  int test = 0;                                      // which
  std::string problem;                               // why it was not accepted, in words
  std::string person;                                // of whom something is noted: id
  std::string lead;     // gone to: the field that was not accepted, with what is wrong said below; whoever something was noted of
  bool closing = false; // asked once more
  bool opened = true;   // the part was opened just now: its first field is ready to be typed into
};

struct SupervisionState {
  const content::Words& words;
  bool may_open = true;     // the list of people names a supervisor
  int wait_seconds = 0;     // until the next PIN is looked at
  std::string_view session; // what is told of the one that is open
  Meaning meaning = Meaning::accent;
  std::string_view present, present_fault; // who was meant by the numbers; what is wrong with them
  std::string_view until_fault;
  std::string_view summary;     // of the closing; empty: it handed in nothing
  std::string_view close_words; // what closing does
  std::span<const SupervisionTest> tests;
  std::span<const SupervisionSeat> seats;
  std::span<const SupervisionCode> codes;
};

struct SupervisionIntent {
  bool back = false, open = false, enter = false, close = false, done = false;
  std::optional<std::string> person, code;
  std::optional<int> test;
};

struct IdentityState {
  std::string title, lead, name, detail, back, told;
  std::vector<SupervisionCode> ways;
  std::vector<std::string> why; // beside each
};

struct IdentityIntent {
  bool back = false;
  std::optional<std::string> way;
};

} // namespace firsthand::screens
