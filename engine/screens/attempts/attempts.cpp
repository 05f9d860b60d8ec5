// See page.h.
#include "engine/screens/attempts/page.h"

#include "engine/content/session_words.h"
#include "engine/screens/attempts/draw.h"
#include "engine/screens/shared/name_search.h"
#include "engine/screens/shared/results.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

namespace {

constexpr std::size_t most_attempts = 100; // of a person: each is read back and judged again

} // namespace

// ---- asked

struct AttemptsPage::Answer {
  base::Result<app::SignIn> welcome;
  base::Result<std::vector<app::PersonTold>> people = std::vector<app::PersonTold>();
};

void AttemptsPage::enter_pin() {
  if (memory.pin.empty() || wait_.seconds(context_.now_ms()) > 0) return;
  supervisor_ = app::supervisor_called(memory.name, context_.front().people);
  if (!memory.name.empty() && !supervisor_) {
    memory.problem = context_.words().tr("session", "The list of people has nobody of that name or number who may supervise.");
    return;
  }
  context_.ask(
      [pin = memory.pin, supervisor = supervisor_ ? supervisor_->id : std::string()](app::DataFolder& data_folder) -> Answer {
        Answer answer{supervisor.empty() ? data_folder.trainer_signs_in(pin) : data_folder.supervisor_signs_in(supervisor, pin)};
        if (answer.welcome.ok() && answer.welcome->kind == app::SignIn::Kind::welcome) answer.people = app::people_told(data_folder);
        return answer;
      },
      [this](Answer answer) { answered(std::move(answer)); });
}

void AttemptsPage::answered(Answer answer) {
  memory.pin.clear(); // it stood there until now
  if (!accepted(answer.welcome)) return;
  if (!answer.people.ok()) {
    memory.problem = context_.words().error(answer.people.error());
    return;
  }
  people_ = std::move(answer.people).value();
  memory.part = AttemptsPart::people;
  say();
}

bool AttemptsPage::accepted(const base::Result<app::SignIn>& answer) {
  if (!supervisor_) return trainer_accepted(context_, answer, wait_, memory.problem);
  memory.problem = answer.ok() ? std::string() : context_.words().error(answer.error());
  if (!answer.ok() || answer->kind == app::SignIn::Kind::welcome) return answer.ok();
  wait_.begin(context_.now_ms(), answer->wait_seconds);
  if (answer->kind == app::SignIn::Kind::wrong)
    memory.problem = context_.tr("That is not the PIN of {name}.", {{"name", supervisor_->name}});
  return false;
}

void AttemptsPage::put_attempts(const std::string& person, std::function<void()> then) {
  context_.ask([person, language = context_.settings().language](
                   app::DataFolder& data_folder) { return app::attempts_told(data_folder, person, language, most_attempts); },
               [this, then = std::move(then)](base::Result<std::vector<app::AttemptTold>> attempts) {
                 memory.problem = attempts.ok() ? std::string() : context_.words().error(attempts.error());
                 if (!attempts.ok()) return;
                 results_ = std::move(attempts).value();
                 then();
                 say();
               });
}

// What was decided stands in the list of people as well.
void AttemptsPage::put_people() {
  context_.ask([](app::DataFolder& data_folder) { return app::people_told(data_folder); },
               [this](base::Result<std::vector<app::PersonTold>> people) {
                 if (!people.ok()) return;
                 people_ = std::move(people).value();
                 say();
               });
}

void AttemptsPage::show_person(const std::string& id) {
  const auto who = std::find_if(people_.begin(), people_.end(), [&](const app::PersonTold& each) { return each.person.id == id; });
  if (who == people_.end()) return;
  put_attempts(id, [this, id, name = who->person.name] {
    person_ = id;
    memory.part = AttemptsPart::person, memory.person = name;
  });
}

void AttemptsPage::show_questions() {
  context_.ask(
      [language = context_.settings().language](app::DataFolder& data_folder) { return app::questions_told(data_folder, language); },
      [this](base::Result<app::QuestionsTold> questions) {
        memory.problem = questions.ok() ? std::string() : context_.words().error(questions.error());
        if (!questions.ok()) return;
        questions_ = std::move(questions).value();
        memory.part = AttemptsPart::questions;
        say();
      });
}

void AttemptsPage::back() {
  if (memory.part == AttemptsPart::decision)
    put_decision_aside();
  else if (memory.part == AttemptsPart::person || memory.part == AttemptsPart::questions)
    memory.part = AttemptsPart::people;
  else
    context_.back();
}

// ---- in words

void AttemptsPage::say() {
  shown_people_.clear(), folded_.clear(), shown_results_.clear();
  for (const app::PersonTold& each : people_) {
    shown_people_.push_back(words_of(each));
    if (people_.size() > app::most_without_search)
      folded_.push_back(text::folded_name(shared::searched_name(each.person.name, each.person.number)));
  }
  for (const app::AttemptTold& each : results_)
    shown_results_.push_back(words_of(each));
  shown_questions_ = questions_state(questions_, context_.words());
  say_decision();
}

// What counts and what does not, apart: "3 attempts that count: 0 passed unsupervised, 1 passed supervised · 1 that does not count · …".
AttemptsPerson AttemptsPage::words_of(const app::PersonTold& person) const {
  const content::Words& words = context_.words();
  const content::Fill passed{{"passed", std::to_string(person.passed)}, {"supervised", std::to_string(person.supervised)}};
  std::string summary = words.plural("attempts", "{n} attempt that counts: {passed} passed unsupervised, {supervised} passed supervised",
                                     "{n} attempts that count: {passed} passed unsupervised, {supervised} passed supervised",
                                     static_cast<std::int64_t>(person.counting), passed);
  if (person.others > 0)
    summary +=
        " · " + words.plural("attempts", "{n} that does not count", "{n} that do not count", static_cast<std::int64_t>(person.others));
  if (person.newest) summary += " · " + words.tr("attempts", "newest begun on {date}", {{"date", context_.day_and_time(*person.newest)}});
  return {person.person.id, person.person.name, summary, person.person.number};
}

AttemptsResult AttemptsPage::words_of(const app::AttemptTold& attempt) const {
  const content::Words& words = context_.words();
  const shared::ResultWords result = shared::result_words(attempt.card, words);
  AttemptsResult shown{attempt.card.id, attempt.card.title, result.words, details_of(attempt), result.icon, result.meaning, {}};
  for (const app::DecisionCard& each : attempt.card.decisions)
    shown.decisions.push_back(shared::decision_words(each, words, context_.day_and_time(each.at)));
  shown.decidable = !app::decidable(attempt.card).empty();
  shown.begun = begun_decisions_.contains(attempt.card.id);
  const bool decided = attempt.card.first_ending == session::Ending::passed || attempt.card.first_ending == session::Ending::failed;
  if (!attempt.fatal_errors)
    shown.fatal = words.tr("attempts", "Fatal errors: not readable");
  else if (*attempt.fatal_errors > 0)
    shown.fatal = words.plural("attempts", "{n} fatal error", "{n} fatal errors", *attempt.fatal_errors), shown.how_fatal = Meaning::loss;
  else if (decided) // of what goes on nobody knows it yet
    shown.fatal = words.tr("attempts", "No fatal error");
  return shown;
}

std::string AttemptsPage::details_of(const app::AttemptTold& attempt) const {
  const content::Words& words = context_.words();
  std::string details =
      attempt.card.mode == session::Mode::assessed ? words.tr("attempts", "Assessment") : words.tr("attempts", "Practice");
  const auto add = [&details](const std::string& more) { details += " · " + more; };
  if (attempt.card.first_ending == session::Ending::passed || attempt.card.first_ending == session::Ending::failed)
    add(words.tr("attempts", "score {score} %", {{"score", std::to_string(attempt.card.per_mille / 10)}}));
  add(words.plural("attempts", "{n} minute", "{n} minutes", attempt.minutes));
  add(words.tr("attempts", "begun on {date}", {{"date", context_.day_and_time(attempt.card.started)}}));
  if (attempt.card.supervised()) add(words.tr("attempts", "supervised"));
  if (attempt.card.session_unclosed) add(words.tr("attempts", "its session was never closed"));
  if (!attempt.card.incidents.empty())
    add(words.tr("attempts", "noted: {incidents}", {{"incidents", content::incident_list(words, attempt.card.incidents)}}));
  if (!attempt.card.counts) add(words.tr("attempts", "does not count"));
  return details;
}

// ---- a frame

std::optional<int> AttemptsPage::wake_after_ms() const {
  return closes_.wake_after_ms(context_.now_ms(), wait_.wake_after_ms(context_.now_ms()));
}

void AttemptsPage::tick() {
  if (closes_.is_due(context_.now_ms())) context_.back();
}

void AttemptsPage::forget() {
  memory = {};
  people_.clear(), results_.clear(), questions_ = {};
  person_.clear(), supervisor_.reset(), deciders_ = {}, begun_decisions_.clear();
  wait_.end();
  say();
}

void AttemptsPage::draw(Frame& f) {
  if (f.acted()) closes_.acted(context_.now_ms());
  shown_decision_.wait_seconds = wait_.seconds(context_.now_ms());
  const AttemptsIntent intent = draw_attempts(f,
                                              {.words = context_.words(),
                                               .trainer_pin = context_.front().trainer_pin,
                                               .supervisors = app::has_supervisor(context_.front().people),
                                               .wait_seconds = wait_.seconds(context_.now_ms()),
                                               .people = shown_people_,
                                               .results = shown_results_,
                                               .questions = shown_questions_,
                                               .decision = shown_decision_,
                                               .folded = folded_},
                                              memory);
  take(intent);
}

void AttemptsPage::take(const AttemptsIntent& intent) {
  if (intent.back)
    back();
  else if (intent.person)
    show_person(*intent.person);
  else if (intent.questions)
    show_questions();
  else if (intent.decide)
    ask_decision(*intent.decide);
  else if (intent.decision.to)
    say_decision();
  else if (intent.decision.decide)
    decide();
  else if (intent.decision.ask)
    ask_again();
  else if (intent.enter)
    enter_pin();
}

} // namespace firsthand::screens
