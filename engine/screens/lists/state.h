// What the page of lists shows, remembers and is asked for. Words; draws nothing.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::screens {

// choose: which list, and which file. look: what it would change. done: it was taken in.
enum class ListsPart : std::uint8_t { pin, choose, look, done };
enum class ListOf : std::uint8_t { people, stations };

struct ListsFile {
  std::string path, name, detail;
};

struct ListsChange {
  std::string kind, words;
  const char* icon = "";
  Meaning meaning = Meaning::quiet;
};

// An answer that the list needs: one of several, or yes and no.
struct ListsQuestion {
  std::string id, words; // id: of its options, with their place behind it
  std::vector<std::string> answers;
  int chosen = -1;
};

struct ListsJoin {
  std::string person, words; // person: id
};

struct ListsMemory {
  ListsPart part = ListsPart::pin;
  ListOf of = ListOf::people;
  std::string pin, path; // as typed
  std::string problem;   // why it was not accepted, or not done
  bool opened = true;    // the part was opened just now: what comes first there has the focus
};

struct ListsState {
  const content::Words& words;
  bool trainer_pin = false; // there is one: without it nobody changes a list here
  int wait_seconds = 0;     // until the next PIN is looked at
  std::span<const ListsFile> files;
  std::string_view known;                     // what this computer has now
  std::string_view file, summary, more;       // of the list that is looked at; more: changes that are not shown
  std::string_view takes_away;                // what would be gone afterwards; empty: nothing. Then it is asked once more
  std::span<const std::string> notes, faults; // what was taken for what; what is wrong, by line
  std::span<const ListsQuestion> questions;
  std::span<const ListsChange> changes;
  bool may_take = false;
  std::span<const ListsJoin> joins;
};

struct ListsAnswer {
  std::size_t question = 0;
  int chosen = 0;
};

struct ListsIntent {
  bool back = false, enter = false, look = false, take = false, other = false, finished = false;
  std::optional<ListOf> of;
  std::optional<std::string> file, join;
  std::optional<ListsAnswer> answer;
};

} // namespace firsthand::screens
