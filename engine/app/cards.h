// What lists show of people and of attempts.
#pragma once

#include "engine/session/record.h"

#include <optional>
#include <string>

namespace firsthand::app {

struct PersonCard {
  std::string id, name;
  std::string key; // see names.h: of two people with one key the names look the same
  base::Moment created;
  std::string number = {}, rank = {}, unit = {}; // as the list of people has them; without a number: not in it
  bool has_pin = false, warm_up_done = false;
  int lately = 0; // 1: who signed in here last of all, and so on; 0: not lately
};

struct AttemptCard {
  std::string id, scenario, title; // title as it was called then, in the author's language
  session::Mode mode = session::Mode::practice;
  session::Channel channel = session::Channel::window;
  session::Ending ending = session::Ending::open;
  base::Moment started, saved;
  std::optional<base::Moment> finished;
  std::string parent; // of a branch
  int turn = 0, step = 0, steps = 0;
  std::string step_id; // where it stands
  base::Seconds scene_time = 0;
  int per_mille = 0; // of a finished one
  bool warm_up = false;
  bool counts = false; // may count as completion: see session::counts. In a demonstration: would, if somebody were signed in
};

} // namespace firsthand::app
