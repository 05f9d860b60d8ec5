// What the page of attempts shows, remembers and is asked for. Draws nothing.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace firsthand::screens {

enum class AttemptsPart : std::uint8_t { pin, people, person, questions, decision };

struct AttemptsPerson { // a row of the list
  std::string id, name, summary;
};

struct AttemptsResult {                   // one attempt of the person
  std::string id, title, result, details; // details: "Practice · score 96 % · 12 minutes · begun on …"
  const char* icon = "ring";
  Meaning meaning = Meaning::quiet;
  std::string fatal; // "2 fatal errors"; empty: nothing can be said yet
  Meaning how_fatal = Meaning::quiet;
  std::vector<std::string> decisions = {}; // of two people about it, oldest first
  bool decidable = false;                  // two people may decide what it counts as
};

struct QuestionRow {
  std::string question, id; // as it is asked; where that is not known any more the id alone
  std::string right, apart; // "4 of 6", and what can be said of more people; apart: as far as it can be said
  int per_mille = -1;       // of right; -1: too few people to say
  std::optional<double> discrimination;
  std::vector<std::string> remarks;
};

struct QuestionsForm { // what may be compared: one form, before or after the lessons, in one language
  std::string title, detail, people, figures;
  std::vector<QuestionRow> rows;
};

struct QuestionsState {
  std::vector<std::string> gains;
  std::vector<QuestionsForm> forms;
  std::string not_taken; // attempts that are not in the figures, and why; empty: none
};

struct DecisionChoice {
  std::string word, words;
};

struct DecisionState {
  std::string head, title, details, result; // of the attempt: whose it is, which, how it ended
  const char* icon = "ring";
  Meaning meaning = Meaning::quiet;
  std::vector<std::string> earlier;              // decisions before this one
  std::string blocked;                           // why nothing can be decided yet; empty: it can
  std::vector<DecisionChoice> to, why;           // why: what fits the one that is chosen
  std::vector<std::vector<DecisionChoice>> whys; // the same for each of `to`: as much room as the longest needs is kept
  std::string ask;                               // what is asked once more
  int wait_seconds = 0;
};

struct DecisionMemory {
  std::string attempt; // id
  std::string to, why; // as chosen
  std::array<std::string, 2> name, pin;
  std::string problem, lead; // lead: the field that was not accepted
  bool asking = false;       // once more
  bool news = false;         // something came at its end just now: it is brought into sight
};

struct DecisionIntent {
  bool entered = false, ask = false, decide = false;
  ui::Answer answer = ui::Answer::none;
  std::optional<std::string> to, why;
};

struct AttemptsMemory {
  AttemptsPart part = AttemptsPart::pin;
  std::string name;    // who may supervise, as typed; empty: the trainer
  std::string pin;     // as typed
  std::string problem; // why it was not accepted, or the record not read
  std::string person;  // whose attempts are shown: the name
  bool opened = true;  // the page was opened just now: the field is ready to be typed into
  DecisionMemory decision;
};

struct AttemptsState {
  const content::Words& words;
  bool trainer_pin = false; // the trainer has one
  bool supervisors = false; // the list of people lets somebody supervise; neither: nobody sees the attempts of others
  int wait_seconds = 0;     // until the next PIN is looked at
  std::span<const AttemptsPerson> people;
  std::span<const AttemptsResult> results;
  const QuestionsState& questions;
  const DecisionState& decision;
};

struct AttemptsIntent {
  bool enter = false, back = false, questions = false;
  std::optional<std::string> person, decide; // id; of an attempt
  DecisionIntent decision;
};

} // namespace firsthand::screens
