// Questions of a bank, as plain data: reading makes them of an author's files, assessment says what answers are worth, exchange
// writes them for other programs. All kinds are one struct, so that whoever lists, draws or counts needs no list of kinds.
#pragma once

#include "engine/model/doctrine.h"

#include <algorithm>
#include <array>

namespace firsthand::model {

enum class ItemKind : std::uint8_t { one, several, order, match, number, copy, hotspot, phrase };
enum class ItemState : std::uint8_t { draft, reviewed, retired };
enum class BankUse : std::uint8_t { practice, measure }; // what is measured is never practised: practice shows the answers

inline constexpr std::array<std::pair<const char*, ItemKind>, 8> item_kinds{{{"one", ItemKind::one},
                                                                             {"several", ItemKind::several},
                                                                             {"order", ItemKind::order},
                                                                             {"match", ItemKind::match},
                                                                             {"number", ItemKind::number},
                                                                             {"copy", ItemKind::copy},
                                                                             {"hotspot", ItemKind::hotspot},
                                                                             {"phrase", ItemKind::phrase}}};
constexpr const char* item_kind_word(ItemKind kind) { return item_kinds[static_cast<std::size_t>(kind)].first; }

// "nist-101r1 4.3"; "practice" where no text says so.
struct ItemSource {
  Id id;
  std::string section; // may be empty
};

// A part of a picture, in the picture's own units.
struct ItemShape {
  enum class Kind : std::uint8_t { rectangle, circle };
  Kind kind = Kind::rectangle;
  int x = 0, y = 0; // a corner, or the middle
  int width = 0, height = 0;
  int radius = 0;
};

// What is chosen, ordered or put somewhere. Of a hotspot the text is what a voice says of the zone.
struct ItemOption {
  Id id;
  Text text;
  bool right = false;
  Id question, answer; // "D4" and "B": right where the doctrine takes that position; else both empty
  Id danger;           // a harm of the vocabulary: choosing it counts as dangerous
  Text why;
  ItemSource source;
  ItemShape shape; // of a hotspot
  Where where;

  bool right_under(const std::vector<Position>& positions) const;
};

// Amounts are thousandths of a second, of a byte, or of the only unit there is: 1.5 min and 90 s are the same.
struct ItemUnit {
  Id id;                     // "min"
  std::int64_t scale = 1000; // how many thousandths of that make one
};

struct ItemNear { // a wrong amount that has a reason of its own
  std::int64_t amount = 0;
  Text why;
};

struct ItemNumber {
  std::int64_t answer = 0, tolerance = 0;
  std::vector<ItemUnit> units; // that may be answered in; none: a bare number
  std::vector<ItemNear> near;
};

constexpr std::size_t most_copied_signs = 40; // more are no test of care, but of patience

struct Item {
  Id id;
  ItemKind kind = ItemKind::one;
  Id competency;
  Id twins; // those of one name ask the same with another surface: never two of them in one paper
  Text stem;
  std::string picture;                  // path from the content root, or empty
  std::vector<ItemOption> options;      // one, several; zones of hotspot; of order in the right order; left side of match; phrases
  std::vector<ItemOption> targets;      // right side of match
  std::vector<Id> pairs;                // of match: the target of each option
  ItemNumber number;                    // of number
  std::string copied;                   // of copy: what has to be written
  std::vector<std::vector<Id>> phrases; // of phrase: each is a right row of options
  Text why;                             // of the whole: order, match, number, copy, phrase, hotspot
  ItemSource source;                    // likewise
  std::vector<Id> depends;              // questions of doctrine (D4) that the right answer is meant to change with
  ItemState state = ItemState::draft;
  std::string author, review_by;        // review_by: ISO date
  std::vector<std::string> reviewed_by; // two, not the author
  int exposure = 0;                     // shows until a notice; 0: never
  bool anchor = false;                  // stands in every form
  std::string version;                  // 8 hex digits of what is asked and what is right (reading::item_version)
  std::vector<std::string> was;         // versions that count as this one: only a slip of the pen was mended
  Where where;

  const ItemOption* option(std::string_view option_id) const { return find(options, option_id); }
  const ItemOption* target(std::string_view target_id) const { return find(targets, target_id); }

 private:
  static const ItemOption* find(const std::vector<ItemOption>& all, std::string_view id) {
    for (const ItemOption& one : all)
      if (one.id == id) return &one;
    return nullptr;
  }
};

struct Bank {
  Id id;
  int format = 1;
  std::string language;
  BankUse use = BankUse::practice;
  Text title, summary;
  std::vector<Item> items; // by file, in the order of the file
  Where where;

  const Item* item(std::string_view item_id) const {
    for (const Item& one : items)
      if (one.id == item_id) return &one;
    return nullptr;
  }
};

// By itself, or where the doctrine takes this position.
inline bool ItemOption::right_under(const std::vector<Position>& positions) const {
  if (right || question.empty()) return right;
  for (const Position& one : positions)
    if (one.question == question) return std::find(one.right.begin(), one.right.end(), answer) != one.right.end();
  return false;
}

} // namespace firsthand::model
