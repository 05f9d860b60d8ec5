// A test over banks, as plain data: what it draws, how it is taken, and when it is passed.
#pragma once

#include "engine/model/item.h"

namespace firsthand::model {

struct Quota { // questions of one competency: how many, or how many of them at least right
  Id competency;
  int count = 0;
};

struct Test {
  Id id;
  Text title;
  std::vector<Id> banks;
  std::vector<Quota> blueprint;
  std::vector<Text> competency_names; // like blueprint, as the vocabulary has them
  // For practice: so many questions, each told at once, by what this person answered before: with a blueprint of each competency what was
  // seen least, else what was wrong, guessed, or seen least. 0: it has forms.
  int drawn = 0;
  bool drawn_by_blueprint = false;
  int form_count = 1;
  std::vector<std::vector<Id>> forms;             // ids of items, frozen; of a test that is drawn none
  std::vector<std::pair<Id, std::string>> frozen; // the version that a question had when the forms were written
  int anchors = 0;                                // questions that stand in every form
  bool shuffle_items = true, shuffle_options = true;
  bool certainty = false; // how sure is asked with every answer
  int cut = 700;          // per mille of what can be won
  std::vector<Quota> minimum;
  int dangers = -1;                // dangerous options that may be chosen; -1: any number
  int tries = 0;                   // as the last test of a course; 0: any number
  base::Seconds wait = 0;          // between two of these tries
  std::vector<Id> practised_banks; // those of its banks whose answers practice tells
  std::vector<Item> items;         // of its banks, in the banks' order
  Where where;

  const Item* item(std::string_view item_id) const {
    for (const Item& one : items)
      if (one.id == item_id) return &one;
    return nullptr;
  }
};

} // namespace firsthand::model
