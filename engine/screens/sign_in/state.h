// What sign-in shows, what it remembers (what was typed) and what it is asked for. Draws nothing.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/shared/led_list.h"
#include "engine/screens/using_ui.h"
#include "engine/text/folded_name.h"
#include "engine/ui/frame.h"
#include "engine/ui/widgets.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace firsthand::screens {

struct SignInPerson {
  std::string id, name;
  bool lately = false;                           // signed in here not long ago: stands before the others
  std::string number = {}, rank = {}, unit = {}; // of whoever stands in the list of people
};

// add: somebody new, or, where somebody of the list was picked who has no PIN yet, that person's first one.
enum class SignInPart : std::uint8_t { people, pin, add, reset };

// Outlives a frame; kept by the shell. The fields are what was typed; a name that is looked for leads through the list.
struct SignInMemory : shared::LedMemory {
  SignInPart page = SignInPart::people;
  std::optional<SignInPart> shown;                   // the page of the frame before
  std::string person;                                // id of the one picked
  std::string pin, new_name, new_pin, new_pin_again; // pin: on the page for a forgotten one, the trainer's
  std::string problem;                               // why it was not accepted, in words
  std::string told;                                  // the problem of the frame before
  std::string done;                                  // what went well, in words
};

struct SignInState {
  const content::Words& words;
  std::span<const SignInPerson> people;
  std::span<const content::Language> languages;
  std::string_view language;
  Picture mark, picture;
  std::span<const text::FoldedName> folded =
      {};                        // their names and numbers (searched_of), for looking them up; none: they are few, and nobody searches
  bool listed = false;           // there is a list of people: who has no number is not in it
  std::string_view notice = {};  // what the shell wants said: a program that did not close, a folder in use
  int wait_seconds = 0;          // until the next PIN is looked at
  bool record_there = true;      // false: only the demonstration can be started
  bool draft = false;            // the language is a draft
  std::string_view station = {}; // this computer's name; empty: it has none yet
  bool trainer_pin = false;      // the trainer has one: a forgotten PIN can be set anew
  bool may_look = false;         // the trainer has one, or somebody may supervise: the attempts of all can be looked at
  std::string_view session = {}; // what is told of the supervised session that is open; empty: none is
  Meaning session_meaning = Meaning::accent;
};

struct SignInIntent {
  std::optional<std::string> pick, language;
  bool back = false, sign_in = false, new_person = false, create = false, demonstration = false, settings = false, help = false,
       station = false, attempts = false, supervise = false, forgot = false, reset = false;
  std::string new_name; // of the new person: what was typed and is nobody's
  bool pressed = false; // by the button, not by Enter in a field
};

} // namespace firsthand::screens
