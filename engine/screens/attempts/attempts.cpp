// See page.h.
#include "engine/screens/attempts/page.h"

#include "engine/screens/attempts/draw.h"
#include "engine/screens/shared/results.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

namespace {

constexpr std::size_t most_attempts = 100;            // of a person: each is read back and judged again
constexpr std::int64_t closes_after_ms = 10 * 60'000; // without a key or a press

std::string day_and_time(const Context& context, base::Moment at) {
  std::string text = context.local(at).substr(0, 16); // 2026-11-22T14:02
  text[10] = ' ';
  return text;
}

} // namespace

// ---- asked

struct AttemptsPage::Answer {
  base::Result<app::SignIn> trainer;
  base::Result<std::vector<app::PersonTold>> people = std::vector<app::PersonTold>();
};

void AttemptsPage::enter_pin() {
  if (memory.pin.empty() || wait_.seconds(context_.now_ms()) > 0) return;
  context_.ask(
      [pin = std::exchange(memory.pin, {})](app::DataFolder& data_folder) -> Answer {
        Answer answer{data_folder.trainer_signs_in(pin)};
        if (answer.trainer.ok() && answer.trainer->kind == app::SignIn::Kind::welcome) answer.people = app::people_told(data_folder);
        return answer;
      },
      [this](Answer answer) { answered(std::move(answer)); });
}

void AttemptsPage::answered(Answer answer) {
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
  context_.ask([id](app::DataFolder& data_folder) { return app::attempts_told(data_folder, id, most_attempts); },
               [this, name = who->person.name](base::Result<std::vector<app::AttemptTold>> attempts) {
                 memory.problem = attempts.ok() ? std::string() : context_.words().error(attempts.error());
                 if (!attempts.ok()) return;
                 results_ = std::move(attempts).value();
                 memory.part = AttemptsPart::person, memory.person = name;
                 say();
               });
}

void AttemptsPage::back() {
  if (memory.part == AttemptsPart::person)
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
}

AttemptsPerson AttemptsPage::words_of(const app::PersonTold& person) const {
  const content::Words& words = context_.words();
  std::string summary = words.plural("attempts", "{n} attempt", "{n} attempts", static_cast<std::int64_t>(person.attempts));
  if (person.newest)
    summary =
        words.tr("attempts", "{attempts}, {passed} passed; the newest began on {date}",
                 {{"attempts", summary}, {"passed", std::to_string(person.passed)}, {"date", day_and_time(context_, *person.newest)}});
  return {person.person.id, person.person.name, summary};
}

AttemptsResult AttemptsPage::words_of(const app::AttemptTold& attempt) const {
  const content::Words& words = context_.words();
  const shared::ResultWords result = shared::result_words(attempt.card, words);
  AttemptsResult shown{attempt.card.id, attempt.card.title, result.words, {}, result.icon, result.meaning, {}, Meaning::quiet};
  const content::Fill fill{{"score", std::to_string(attempt.card.per_mille / 10)},
                           {"time", words.plural("attempts", "{n} minute", "{n} minutes", attempt.minutes)},
                           {"date", day_and_time(context_, attempt.card.started)}};
  const bool scored = attempt.card.ending == session::Ending::passed || attempt.card.ending == session::Ending::failed;
  shown.details = scored ? words.tr("attempts", "Score {score} %, {time}, begun on {date}", fill)
                         : words.tr("attempts", "{time}, begun on {date}", fill);
  if (!attempt.card.counts && attempt.card.parent.empty())
    shown.details = words.tr("attempts", "{details}. Does not count.", {{"details", shown.details}});
  if (!attempt.critical_errors) {
    shown.critical = words.tr("attempts", "Critical errors: not readable");
    return shown;
  }
  shown.critical = *attempt.critical_errors == 0
                       ? words.tr("attempts", "No critical error")
                       : words.plural("attempts", "{n} critical error", "{n} critical errors", *attempt.critical_errors);
  if (*attempt.critical_errors > 0) shown.how_critical = Meaning::loss;
  return shown;
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
  people_.clear(), results_.clear();
  say();
}

void AttemptsPage::draw(Frame& f) {
  if (f.acted()) last_act_ms_ = context_.now_ms();
  const AttemptsIntent intent = draw_attempts(f,
                                              {.words = context_.words(),
                                               .trainer_pin = context_.front().trainer_pin,
                                               .wait_seconds = wait_.seconds(context_.now_ms()),
                                               .people = shown_people_,
                                               .results = shown_results_},
                                              memory);
  if (intent.back)
    back();
  else if (intent.person)
    show_person(*intent.person);
  else if (intent.enter)
    enter_pin();
}

} // namespace firsthand::screens
