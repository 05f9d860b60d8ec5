// See page.h.
#include "engine/screens/attempts/page.h"

#include "engine/content/session_words.h"
#include "engine/screens/attempts/draw.h"
#include "engine/screens/shared/results.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

namespace {

constexpr std::size_t most_attempts = 100;            // of a person: each is read back and judged again
constexpr std::int64_t closes_after_ms = 10 * 60'000; // without a key or a press

} // namespace

// ---- asked

struct AttemptsPage::Answer {
  base::Result<app::SignIn> trainer;
  base::Result<std::vector<app::PersonTold>> people = std::vector<app::PersonTold>();
};

void AttemptsPage::enter_pin() {
  if (memory.pin.empty() || wait_.seconds(context_.now_ms()) > 0) return;
  context_.ask(
      [pin = memory.pin](app::DataFolder& data_folder) -> Answer {
        Answer answer{data_folder.trainer_signs_in(pin)};
        if (answer.trainer.ok() && answer.trainer->kind == app::SignIn::Kind::welcome) answer.people = app::people_told(data_folder);
        return answer;
      },
      [this](Answer answer) { answered(std::move(answer)); });
}

void AttemptsPage::answered(Answer answer) {
  memory.pin.clear(); // it stood there until now
  if (!trainer_accepted(context_, answer.trainer, wait_, memory.problem)) return;
  if (!answer.people.ok()) {
    memory.problem = context_.words().error(answer.people.error());
    return;
  }
  people_ = std::move(answer.people).value();
  memory.part = AttemptsPart::people;
  say();
}

void AttemptsPage::show_person(const std::string& id) {
  const auto who = std::find_if(people_.begin(), people_.end(), [&](const app::PersonTold& each) { return each.person.id == id; });
  if (who == people_.end()) return;
  context_.ask([id, language = context_.settings().language](
                   app::DataFolder& data_folder) { return app::attempts_told(data_folder, id, language, most_attempts); },
               [this, name = who->person.name](base::Result<std::vector<app::AttemptTold>> attempts) {
                 memory.problem = attempts.ok() ? std::string() : context_.words().error(attempts.error());
                 if (!attempts.ok()) return;
                 results_ = std::move(attempts).value();
                 memory.part = AttemptsPart::person, memory.person = name;
                 say();
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
  if (memory.part == AttemptsPart::person || memory.part == AttemptsPart::questions)
    memory.part = AttemptsPart::people;
  else
    context_.back();
}

// ---- in words

void AttemptsPage::say() {
  shown_people_.clear(), shown_results_.clear();
  for (const app::PersonTold& each : people_)
    shown_people_.push_back(words_of(each));
  for (const app::AttemptTold& each : results_)
    shown_results_.push_back(words_of(each));
  shown_questions_ = questions_state(questions_, context_.words());
}

// What counts and what does not, apart: "3 attempts that count, 2 of them passed · 1 that does not count · newest begun …".
AttemptsPerson AttemptsPage::words_of(const app::PersonTold& person) const {
  const content::Words& words = context_.words();
  const content::Fill passed{{"passed", std::to_string(person.passed)}};
  std::string summary =
      words.plural("attempts", "{n} attempt that counts, {passed} passed unsupervised",
                   "{n} attempts that count, {passed} passed unsupervised", static_cast<std::int64_t>(person.counting), passed);
  if (person.supervised > 0)
    summary +=
        " · " + words.plural("attempts", "{n} passed supervised", "{n} passed supervised", static_cast<std::int64_t>(person.supervised));
  if (person.others > 0)
    summary +=
        " · " + words.plural("attempts", "{n} that does not count", "{n} that do not count", static_cast<std::int64_t>(person.others));
  if (person.newest) summary += " · " + words.tr("attempts", "newest begun on {date}", {{"date", context_.day_and_time(*person.newest)}});
  return {person.person.id, person.person.name, summary};
}

AttemptsResult AttemptsPage::words_of(const app::AttemptTold& attempt) const {
  const content::Words& words = context_.words();
  const shared::ResultWords result = shared::result_words(attempt.card, words);
  AttemptsResult shown{attempt.card.id, attempt.card.title, result.words, details_of(attempt), result.icon, result.meaning, {}};
  const bool decided = attempt.card.ending == session::Ending::passed || attempt.card.ending == session::Ending::failed;
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
  if (attempt.card.ending == session::Ending::passed || attempt.card.ending == session::Ending::failed)
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
  const int closes = static_cast<int>(std::max<std::int64_t>(1, last_act_ms_ + closes_after_ms - context_.now_ms()));
  return std::min(closes, wait_.wake_after_ms(context_.now_ms()).value_or(closes));
}

void AttemptsPage::tick() {
  if (context_.now_ms() - last_act_ms_ >= closes_after_ms) context_.back();
}

void AttemptsPage::forget() {
  memory = {};
  people_.clear(), results_.clear(), questions_ = {};
  say();
}

void AttemptsPage::draw(Frame& f) {
  if (f.acted()) last_act_ms_ = context_.now_ms();
  const AttemptsIntent intent = draw_attempts(f,
                                              {.words = context_.words(),
                                               .trainer_pin = context_.front().trainer_pin,
                                               .wait_seconds = wait_.seconds(context_.now_ms()),
                                               .people = shown_people_,
                                               .results = shown_results_,
                                               .questions = shown_questions_},
                                              memory);
  if (intent.back)
    back();
  else if (intent.person)
    show_person(*intent.person);
  else if (intent.questions)
    show_questions();
  else if (intent.enter)
    enter_pin();
}

} // namespace firsthand::screens
