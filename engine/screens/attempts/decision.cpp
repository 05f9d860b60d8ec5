// The part of the page on which two people decide about a result. What is said goes to the record, which decides whether it can be.
#include "engine/assessment/form.h"
#include "engine/content/session_words.h"
#include "engine/screens/attempts/page.h"
#include "engine/screens/shared/results.h"

#include <algorithm>
#include <utility>

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

// The same within a sentence.
std::string counts_words(const app::AttemptCard& card, const std::string& to, const content::Words& words) {
  if (to == app::decided_void) return words.tr("decision", "it counts as nothing");
  if (card.role == assessment::role_word(assessment::Role::baseline)) return words.tr("decision", "it counts again");
  return to == app::decided_passed ? words.tr("decision", "it counts as passed") : words.tr("decision", "it counts as not passed");
}

} // namespace

const app::AttemptCard* AttemptsPage::decided_on() const {
  for (const app::AttemptTold& each : results_)
    if (each.card.id == memory.decision.attempt) return &each.card;
  return nullptr;
}

// Who looks at this as one of those who may supervise is one of the two, unless somebody else types another name.
void AttemptsPage::ask_decision(const std::string& attempt) {
  DecisionMemory begun;
  begun.attempt = attempt;
  if (supervisor_) begun.name[0] = supervisor_->name;
  if (const auto put_aside = begun_decisions_.find(attempt); put_aside != begun_decisions_.end()) begun = put_aside->second;
  memory.decision = std::move(begun);
  memory.part = AttemptsPart::decision;
  say();
  if (shown_decision_.blocked.empty() && !shown_decision_.to.empty())
    memory.decision.lead = "attempts/counts/" + (memory.decision.to.empty() ? shown_decision_.to.front().word : memory.decision.to);
}

// What was said is there when the same result is decided on again, as long as this page is open. A PIN is not: whoever comes back may be
// another.
void AttemptsPage::put_decision_aside() {
  DecisionMemory left = std::exchange(memory.decision, {});
  left.pin = {}, left.problem.clear(), left.lead.clear();
  left.asking = left.news = false;
  const bool names_typed = left.name[0] != (supervisor_ ? supervisor_->name : std::string()) || !left.name[1].empty();
  memory.part = AttemptsPart::person;
  if (left.to.empty() && !names_typed)
    begun_decisions_.erase(left.attempt);
  else
    begun_decisions_.insert_or_assign(left.attempt, left);
  say();
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
  if (card->session_open) shown_decision_.blocked = words.error(base::fail("decision-session", {}));
  put_reasons(*card);
  if (memory.decision.asking) shown_decision_.ask = asked_words(*card);
}

// A verdict that cannot be decided any more, or a reason that does not fit the one that is chosen, is chosen no longer.
void AttemptsPage::put_reasons(const app::AttemptCard& card) {
  DecisionMemory& m = memory.decision;
  if (shown_decision_.to.size() == 1) m.to = shown_decision_.to.front().word; // nothing is left to choose: its reasons stand there at once
  bool fits = false, may_be = false;
  for (const DecisionChoice& to : shown_decision_.to) {
    std::vector<DecisionChoice>& why = shown_decision_.why.emplace_back();
    may_be = may_be || to.word == m.to;
    for (const std::string& code : app::reasons(card, to.word))
      why.push_back({code, content::ruling_words(context_.words(), code)}), fits = fits || (to.word == m.to && code == m.why);
  }
  if (!may_be) m.to.clear();
  if (!fits) m.why.clear();
}

// Told beside the buttons, and the field that is wrong gets the focus.
void AttemptsPage::refuse(const std::string& problem, const std::string& lead) {
  memory.decision.problem = problem, memory.decision.lead = lead, memory.decision.news = true;
}

bool AttemptsPage::decider(std::size_t which) {
  deciders_[which] = app::supervisor_called(memory.decision.name[which], context_.front().people);
  if (deciders_[which]) return true;
  refuse(context_.words().tr("session", "The list of people has nobody of that name or number who may supervise."), name_fields[which]);
  return false;
}

app::DecisionWanted AttemptsPage::decision_wanted() const {
  const DecisionMemory& m = memory.decision;
  return {m.attempt, m.to, m.why, {{{deciders_[0]->id, {}}, {deciders_[1]->id, {}}}}};
}

std::string AttemptsPage::asked_words(const app::AttemptCard& card) const {
  const content::Words& words = context_.words();
  return words.tr("decision", "{first} and {second} decide on “{test}” of {name}: {counts}, because {why}.",
                  {{"first", deciders_[0]->name},
                   {"second", deciders_[1]->name},
                   {"test", card.title},
                   {"name", memory.person},
                   {"counts", counts_words(card, memory.decision.to, words)},
                   {"why", content::ruling_because(words, memory.decision.why)}});
}

// Nothing is asked of two people that would be refused after it.
struct AttemptsPage::DecisionChecked {
  base::Result<void> answer = {};
  std::string lead = {}; // the field it is about
};

void AttemptsPage::ask_again() {
  memory.decision.asking = false, memory.decision.problem.clear();
  if (!decided_on() || !decider(0) || !decider(1)) return;
  context_.ask(
      [wanted = decision_wanted()](app::DataFolder& data_folder) -> DecisionChecked {
        if (const auto counts = data_folder.check_decision(wanted); !counts.ok()) return {counts.error()};
        for (std::size_t i = 0; i < wanted.by.size(); ++i)
          if (auto may = data_folder.check_decider(wanted, i); !may.ok()) return {std::move(may), name_fields[i]};
        return {};
      },
      [this](const DecisionChecked& checked) {
        if (!checked.answer.ok()) return refuse(context_.words().error(checked.answer.error()), checked.lead);
        memory.decision.asking = memory.decision.news = true;
        say_decision();
      });
}

// By the two whom the sentence named.
void AttemptsPage::decide() {
  DecisionMemory& m = memory.decision;
  m.asking = false, m.problem.clear();
  if (!deciders_[0] || !deciders_[1]) return;
  app::DecisionWanted wanted = decision_wanted();
  for (std::size_t i = 0; i < m.pin.size(); ++i)
    wanted.by[i].pin = std::exchange(m.pin[i], {}); // they stood there until now
  context_.ask([wanted](app::DataFolder& data_folder) { return data_folder.decide(wanted); },
               [this](const base::Result<std::array<app::SignIn, 2>>& answers) {
                 if (!answers.ok()) return refuse(context_.words().error(answers.error()), {});
                 take_decided(*answers);
               });
}

// Only what is in the record is shown: it is read again.
void AttemptsPage::take_decided(const std::array<app::SignIn, 2>& answers) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].kind == app::SignIn::Kind::welcome) continue;
    wait_.begin(context_.now_ms(), answers[i].wait_seconds);
    const bool wrong = answers[i].kind == app::SignIn::Kind::wrong && deciders_[i];
    return refuse(wrong ? context_.tr("That is not the PIN of {name}.", {{"name", deciders_[i]->name}}) : std::string(), pin_fields[i]);
  }
  begun_decisions_.erase(memory.decision.attempt);
  put_attempts(person_, [this] {
    memory.part = AttemptsPart::person, memory.decision = {};
    put_people();
  });
}

} // namespace firsthand::screens
