// What all questions share, whatever they ask: tries, what the last answer was worth, how sure the learner was, when a question is closed
// and when it may be left. A kind of question reads its own keys, takes an answer apart and says what it is worth.
#pragma once

#include "engine/session/contract.h"
#include "engine/session/stage_picture.h"

namespace firsthand::session {

constexpr int right_per_mille = 1000;

enum class Sure : std::uint8_t { unsaid, yes, no };
enum class Certainty : std::uint8_t { never, may_be_asked };

// Where in the state a question keeps what all of them keep, and how long the state is. It is sealed: a kind never changes it.
struct QuestionSlots {
  std::size_t tries = 0, worth = 1, sure = 0; // sure: 0 where certainty is never asked
  std::size_t count = 2;
};

struct QuestionSpec : Spec {
  model::Text prompt;
  StagePicture picture;
  int tries = 1;
  bool certainty = false; // "How sure are you?"
  bool scored = true;     // no: it is asked and told, and counts nothing
  Symbol verb = 0;        // to answer, in a play
  Symbol sure = 0, yes = 0, no = 0;
  QuestionSlots slots;
};

// What was answered so far; of a kind's own part only the kind knows.
struct Given {
  int tries_used = 0;
  int per_mille = 0; // of the last try
  Sure sure = Sure::unsaid;
  bool closed = false; // right, or no try left
};
Given given(const QuestionSpec& spec, const StepState& state);

// Reads `prompt`, `tries` and the picture; `verb` is how a play answers.
void read_question(QuestionSpec& spec, reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols,
                   std::string_view verb);
// Its parts, for a kind that may ask for certainty, or whose words stand in an order of their own: a word's number goes into the digest
// of a turn, and the order in which words get theirs is never changed.
void read_question_keys(QuestionSpec& spec, reading::Fields& fields, const reading::ReadContext& context, Certainty certainty);
void name_certainty(QuestionSpec& spec, model::Symbols& symbols);

// What a question of a bank has in common with one of a lesson.
void ask_once(QuestionSpec& spec, const model::Item& item);

// The fact that tells one part of an answer.
model::Fact answered_fact(const Context& context, Symbol to, std::int64_t amount);

class Question : public Module {
 public:
  const char* wants() const override { return "an answer first"; }
  StepState begin(const Context& context) const final;
  std::optional<Refused> decide(const Context& context, const Action& action, Decision& decision) const final;
  Offers offers(const Context& context) const final;
  Leaving leaving(const Context& context) const final;
  std::optional<int> grade(const Context& context) const final; // right at a later try: half
  const StagePicture* picture(const Spec& spec) const final { return &static_cast<const QuestionSpec&>(spec).picture; }

 protected:
  using Values = std::vector<std::pair<Symbol, Symbol>>; // KEY=VALUE, without the certainty
  struct Reply {
    StepState& state;                // for the kind's own slots
    std::vector<model::Fact>& facts; // one a part: answered_fact
    int per_mille = 0;
  };
  // An answer as it was given. Refused: nothing has changed.
  virtual std::optional<Refused> take(const Context& context, const Values& values, Reply& reply) const = 0;
  virtual std::vector<Values> some_answers(const Context& context) const = 0; // to be offered; of very many some
};

} // namespace firsthand::session
