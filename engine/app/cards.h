// What lists show of people and of attempts.
#pragma once

#include "engine/session/record.h"

#include <optional>
#include <string>
#include <vector>

namespace firsthand::app {

struct PersonCard {
  std::string id, name;
  std::string key; // see names.h: of two people with one key the names look the same
  base::Moment created;
  std::string number = {}, rank = {}, unit = {}; // as the list of people has them; without a number: not in it
  bool has_pin = false, warm_up_done = false;
  bool supervises = false; // the list of people says so
  int lately = 0;          // 1: who signed in here last of all, and so on; 0: not lately
};

struct TestedCompetency {
  std::string competency;
  int right = 0, asked = 0;
};

// Two people decided afterwards what a result counts as: see session/rulings.h.
struct DecisionCard {
  std::string to, code;
  std::vector<std::string> by; // names; empty: erased
  base::Moment at;
};

struct AttemptCard {
  std::string id, scenario, title; // title as it was called then, in the author's language
  session::Mode mode = session::Mode::practice;
  session::Channel channel = session::Channel::window;
  session::Ending ending = session::Ending::open;       // what counts; of what two people decided to be void: closed
  session::Ending first_ending = session::Ending::open; // as it was sealed
  std::vector<DecisionCard> decisions;                  // oldest first; the newest holds
  base::Moment started, saved;
  std::optional<base::Moment> finished;
  std::string parent; // of a branch
  int turn = 0, step = 0, steps = 0;
  std::string step_id; // where it stands
  base::Seconds scene_time = 0;
  int per_mille = 0;      // of a finished one
  std::string role, form; // of a test: see session::Start; empty: not recorded
  int nth_try = 0;
  int question = 0, questions = 0, answered = 0; // the one that is open (from 1), of how many; 0: not at them
  std::vector<TestedCompetency> tested;          // of a test that is over
  bool warm_up = false;                          // or the questions of a day: told nowhere
  std::int64_t session = 0;                      // the entry that opened the supervised session it was sat in; 0: in none
  std::vector<std::string> incidents;            // in it, of this person: words of session::incident_codes
  bool session_open = false;                     // nobody closed it
  bool session_unclosed = false;                 // nor is its time still running
  bool supervised() const { return session != 0; }
  bool is_void() const;      // two people decided that it counts as nothing
  bool passed_final() const; // not in a draft language; supervised or not
  bool counts = false;       // may count as completion: see session::counts. In a demonstration: would, if somebody were signed in
};

} // namespace firsthand::app
