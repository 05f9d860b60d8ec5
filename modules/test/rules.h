// A test: many questions of banks as one step. It hosts the kinds of question through their contract and names none of them. Nothing is
// told before it is handed in; an answer may be changed until then.
//   do STEP view ITEM            do STEP flag ITEM              do STEP hand-in
// One that is drawn is a practice: each answer is the only one and is told at once, with how sure it was, and there is no verdict.
//   do STEP VERB ITEM VALUES … [certainty=sure|fairly|guess]     VERB and VALUES as the question's kind has them
#pragma once

#include "engine/assessment/pass.h"
#include "engine/session/question.h"

#include <array>

namespace firsthand::modules::test {

struct Asked { // one question of the banks
  model::Symbol id = 0;
  const session::Module* kind = nullptr;
  std::shared_ptr<const session::Spec> spec; // a session::QuestionSpec
};

struct TestSpec : session::Spec {
  model::Test test;
  std::vector<Asked> asked;         // like test.items
  model::Symbol view = 0, flag = 0; // verbs
  model::Symbol hand_in = 0;
  model::Symbol certainty = 0; // the key, and its values from sure to guess
  std::array<model::Symbol, 3> certainties{};
  model::Symbol viewed = 0, flagged = 0, worth = 0; // facts
};

// One question on the paper, as it stands.
struct Place {
  std::size_t item = 0;  // of the spec's
  std::size_t first = 0; // its slots
  bool flagged = false, answered = false;
  int certainty = 0; // 1 sure, 2 fairly, 3 guess; 0: not said
  int per_mille = 0; // what the answer is worth
  session::StepState state;
};

struct Paper {
  std::vector<Place> places; // as they are asked
  std::size_t current = 0;
  bool handed_in = false;
};
// `paper`: of the attempt; without one the first form as it is written.
Paper paper_of(const TestSpec& spec, std::span<const session::PaperItem> paper, const session::StepState& state);

// What it comes to, by what the kinds say that the answers are worth. An unanswered question has no points.
assessment::TestResult result_of(const TestSpec& spec, const Paper& paper);

// `kinds`: those that may ask; they must outlive the module.
std::unique_ptr<const session::Module> make_module(std::vector<const session::Module*> kinds);

} // namespace firsthand::modules::test
