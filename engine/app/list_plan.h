// What a list that a spreadsheet saved would change, of people or of stations: told line by line before it is done. Values only.
#pragma once

#include "engine/base/table_reader.h"
#include "engine/content/words.h"

#include <cstdint>
#include <string>
#include <vector>

namespace firsthand::app {

// Who asks: a command says its options, a page what is to be pressed on it.
enum class ListAsker : std::uint8_t { command, page };

enum class ListChangeKind : std::uint8_t { look, fresh, changed, gone }; // look: nothing changes, and somebody should look at it

struct ListChange {
  ListChangeKind kind = ListChangeKind::look;
  std::string says;
  std::string line() const; // "new 0071 Mali Srisuk", as a command prints it
};

struct ListPlan {
  std::vector<base::TableFault> faults; // then nothing is done
  std::vector<ListChange> changes;
  int fresh = 0, changed = 0, same = 0, gone = 0;
  int takes_away = 0;      // lines and entries by which something that is known now is not any more: a station, a rank, who may supervise
  std::size_t longest = 0; // digits of the longest number; more than those of others: a spreadsheet may have taken zeros away
  bool lengths_differ = false;
};

// What is wrong, with the place in front: "Line 3, column 2: …". What the reader of tables found is told by its kind where the words are
// not English; the rest was put into words when it was found.
std::string words_of_fault(const base::TableFault& fault, const content::Words& words);

} // namespace firsthand::app
