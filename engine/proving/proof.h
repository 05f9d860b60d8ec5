// What a search found out about a lesson, as a file beside it: claims with their answers, and a play for each that was shown. It
// holds for the rules that it was made with (rules hash) and for no others. Pure: who reads and writes the file is somebody else.
#pragma once

#include "engine/proving/player.h"

namespace firsthand::proving {

// Of a claim that something is possible. Shown: a play does it. Impossible: every state was looked at, or nothing in the lesson can
// set it off. Undecided: within the bound nothing did it.
enum class Answer : std::uint8_t { shown, impossible, undecided };
const char* answer_word(Answer answer);

struct Claim {
  enum class Kind : std::uint8_t { kept, broken, step, verb, picture };
  Kind kind = Kind::kept;
  std::string about; // a rule, a step, "box look", a picture file
  Answer answer = Answer::undecided;
  NamedPlay play; // of what was shown and no play of the lesson shows; else its name alone
};

// Something that must not be and is: a state from which the end cannot be reached, a form without a right answer.
struct Fault {
  enum class Kind : std::uint8_t { stuck, unanswerable };
  Kind kind = Kind::stuck;
  std::string about; // a step, "box/state"
  NamedPlay play;
};

// How the exemplar ends where chance falls out in one way.
struct Outcome {
  Chance chance;
  bool passed = false;
};

struct Proof {
  std::string rules_hash;
  int acts = 0, states = 0; // tried, and looked at
  bool whole = false;       // every state there is
  std::vector<Claim> claims;
  std::vector<Fault> faults;
  std::vector<Outcome> exemplar;

  const Claim* claim(Claim::Kind kind, std::string_view about) const;
};

const char* kind_word(Claim::Kind kind);
const char* kind_word(Fault::Kind kind);

constexpr const char* proof_name = "proof.txt"; // beside scenario.yaml
std::string proof_text(const Prepared& prepared, const Proof& proof);
// Nothing if it is no proof, or made with other rules: its words may then mean nothing.
std::optional<Proof> read_proof(const Prepared& prepared, std::string_view text);
bool is_of_these_rules(const Prepared& prepared, std::string_view text);

} // namespace firsthand::proving
