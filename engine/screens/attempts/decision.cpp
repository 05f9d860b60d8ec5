// The part of the page on which two people decide about a result. What is said goes to the record, which decides whether it can be.
#include "engine/assessment/form.h"
#include "engine/content/session_words.h"
#include "engine/screens/attempts/page.h"
#include "engine/screens/shared/results.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr const char* name_fields[] = {"attempts/first", "attempts/second"};
constexpr const char* pin_fields[] = {"attempts/first-pin", "attempts/second-pin"};

// Of a test before the lessons there is no verdict to choose: it counts, or it does not.
std::string choice_words(const app::AttemptCard& card, const std::string& to, const content::Words& words) {
  if (to == app::decided_void) return words.tr("decision", "Void: it counts as nothing");
  if (card.role == assessment::role_word(assessment::Role::baseline)) return words.tr("decision", "It counts again");
  return to == app::decided_passed ? words.tr("decision", "Passed") : words.tr("decision", "Not passed");
}

} // namespace

const app::AttemptCard* AttemptsPage::decided_on() const {
  for (const app::AttemptTold& each : results_)
    if (each.card.id == memory.decision.attempt) return &each.card;
  return nullptr;
}

// Who looks at this as one of those who may supervise is one of the two, unless somebody else types another name.
void AttemptsPage::ask_decision(const std::string& attempt) {
  memory.decision = {};
  memory.decision.attempt = attempt;
  if (supervisor_) memory.decision.name[0] = supervisor_->name;
  memory.part = AttemptsPart::decision;
  say();
  if (!shown_decision_.to.empty()) memory.decision.lead = "attempts/counts/" + shown_decision_.to.front().word;
}

void AttemptsPage::say_decision() {
  shown_decision_ = {};
  const app::AttemptCard* card = decided_on();
  if (memory.part != AttemptsPart::decision || !card) return;
  const content::Words& words = context_.words();
  for (const AttemptsResult& each : shown_results_)
    if (each.id == card->id)
      shown_decision_.title = each.title, shown_decision_.details = each.details, shown_decision_.result = each.result,
      shown_decision_.icon = each.icon, shown_decision_.meaning = each.meaning, shown_decision_.earlier = each.decisions;
  shown_decision_.head = words.tr("decision", "What the result of {name} counts as", {{"name", memory.person}});
  for (const std::string& to : app::decidable(*card))
    shown_decision_.to.push_back({to, choice_words(*card, to, words)});
  for (const std::string_view code : session::ruling_codes)
    shown_decision_.why.push_back({std::string(code), content::ruling_words(words, code)});
}

const app::PersonCard* AttemptsPage::decider(std::size_t which) {
  deciders_[which] = app::supervisor_called(memory.decision.name[which], context_.front().people);
  if (deciders_[which]) return &*deciders_[which];
  memory.decision.lead = name_fields[which];
  memory.decision.problem = context_.words().tr("session", "The list of people has nobody of that name or number who may supervise.");
  return nullptr;
}

void AttemptsPage::ask_again() {
  memory.decision.problem.clear();
  const app::AttemptCard* card = decided_on();
  const app::PersonCard *first = decider(0), *second = first ? decider(1) : nullptr;
  if (!card || !first || !second) return;
  const content::Words& words = context_.words();
  shown_decision_.ask = words.tr("decision", "{first} and {second} decide: {to}. Why: {why}.",
                                 {{"first", first->name},
                                  {"second", second->name},
                                  {"to", choice_words(*card, memory.decision.to, words)},
                                  {"why", content::ruling_words(words, memory.decision.why)}});
  memory.decision.asking = true;
}

void AttemptsPage::decide() {
  DecisionMemory& m = memory.decision;
  m.asking = false, m.problem.clear();
  const app::PersonCard *first = decider(0), *second = first ? decider(1) : nullptr;
  if (!first || !second) return;
  const app::DecisionWanted wanted{m.attempt, m.to, m.why, {{{first->id, m.pin[0]}, {second->id, m.pin[1]}}}};
  m.pin = {}; // they stood there until now
  context_.ask([wanted](app::DataFolder& data_folder) { return data_folder.decide(wanted); },
               [this](const base::Result<std::array<app::SignIn, 2>>& answers) {
                 if (answers.ok()) return take_decided(*answers);
                 memory.decision.problem = context_.words().error(answers.error());
                 if (answers.error().code == "decision-two") memory.decision.lead = name_fields[1];
               });
}

// Only what is in the record is shown: it is read again.
void AttemptsPage::take_decided(const std::array<app::SignIn, 2>& answers) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].kind == app::SignIn::Kind::welcome) continue;
    wait_.begin(context_.now_ms(), answers[i].wait_seconds);
    memory.decision.lead = pin_fields[i];
    if (answers[i].kind == app::SignIn::Kind::wrong && deciders_[i])
      memory.decision.problem = context_.tr("That is not the PIN of {name}.", {{"name", deciders_[i]->name}});
    return;
  }
  put_attempts(person_, [this] { memory.part = AttemptsPart::person, memory.decision = {}; });
}

} // namespace firsthand::screens
