// PINs of the open data folder: one of the trainer, one a person. Whatever sets one is sealed in one transaction with it, and what is
// kept is compared with what was sealed before it lets anybody in: a row that was changed beside the program opens nothing.
#include "engine/app/data_folder.h"

#include "engine/ledger/administrative.h"

#include <algorithm>

namespace firsthand::app {

namespace {

namespace act = ledger::act;

constexpr const char* trainer_pin_key = "trainer-pin";
constexpr const char* wrong_trainer_pin_key = "wrong-pin.trainer";

std::string reset_key(const std::string& person) { return "pin-reset." + person; }

// Under these the acts stand in the chain, as the turns of an attempt do. No person has the id "trainer": ids are random.
std::string place_of(const std::string& person) { return "administrative." + (person.empty() ? "trainer" : person); }

std::string sealed_form(const std::string& kept) { return crypto::sha256(kept).hex(); }

base::Error no_trainer_pin() {
  return base::fail("trainer-pin-missing",
                    "This data folder has no trainer's PIN yet. The trainer sets it first, where this computer is named.");
}

base::Error changed_outside(bool trainers) {
  if (trainers)
    return base::fail("trainer-pin-foreign",
                      "The trainer's PIN in this data folder is not the one that was sealed: it was changed beside the "
                      "program. It opens nothing. Keep the record and tell whoever is responsible for it.");
  return base::fail("pin-foreign",
                    "This PIN is not the one that was sealed: it was changed beside the program. The trainer gives a new one.");
}

// Two wrong tries are free; after the third 2 seconds, then 4, 8 …, at most five minutes.
std::int64_t wait_after(std::int64_t wrong_tries) {
  if (wrong_tries < 3) return 0;
  return wrong_tries > 10 ? 300 : std::min<std::int64_t>(300, std::int64_t{1} << (wrong_tries - 2));
}

struct WrongTries {
  std::int64_t count = 0;
  base::Moment newest;

  static WrongTries read(const std::optional<std::string>& setting) {
    const auto json = base::parse_json_line(setting.value_or("{}"), 200, 2);
    if (!json.ok()) return {};
    return {json->at("n").number(), {json->at("at").number()}};
  }
  std::string line() const { return base::Json(base::Json::Object{{"n", count}, {"at", newest.milliseconds}}).line(); }

  // A clock that was set back makes nobody wait longer than the full time.
  int seconds_left(base::Moment now) const {
    const std::int64_t wait = wait_after(count);
    const std::int64_t left = wait - (now.milliseconds - newest.milliseconds) / 1000;
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, wait));
  }
};

} // namespace

std::string DataFolder::wrong_pin_key(const std::string& person) { return "wrong-pin." + person; }

base::Result<void> DataFolder::check_pin_form(std::string_view pin) {
  if (pin.size() >= 4 && pin.size() <= 8 && pin.find_first_not_of("0123456789") == pin.npos) return {};
  return base::fail("pin-form", "A PIN has 4 to 8 digits.");
}

base::Result<std::string> DataFolder::kept_form(std::string_view pin) {
  FH_TRY(hash, crypto::hash_pin(pin, services_.pin_cost, crypto::random_array<16>(*services_.entropy)));
  return hash.record;
}

// ---- what was sealed

// Of older records, and of people who came from the command line, nothing was sealed.
base::Result<void> DataFolder::check_sealed_pin(const std::string& person, const std::string& kept) {
  FH_TRY(entries, store_->entries_of(place_of(person)));
  if (entries.empty() && (!person.empty() || kept.empty())) return {};
  const auto newest = entries.empty() ? std::nullopt : ledger::parse_administrative(entries.back().entry.line);
  if (!newest || newest->person != person || newest->pin != sealed_form(kept)) return changed_outside(person.empty());
  return {};
}

base::Result<void> DataFolder::seal_pin(std::string_view what, const std::string& person, const std::string& kept,
                                        storage::AppendRequest request) {
  FH_TRY(workstation, store_->workstation());
  FH_TRY(before, store_->entries_of(place_of(person)));
  const int turn = before.empty() ? 0 : before.back().turn + 1;
  ledger::Administrative act{std::string(what), person, turn, sealed_form(kept), workstation.id, services_.clock->now(), {}};
  if (services_.clock->stated()) act.machine = services_.clock->machine();
  request.attempt.person = person;
  return append_administrative(place_of(person), turn, act.at, ledger::administrative_line(act).line(), std::move(request));
}

base::Result<void> DataFolder::append_administrative(const std::string& place, int turn, base::Moment at, std::string line,
                                                     storage::AppendRequest request) {
  request.attempt.id = place, request.attempt.turn = turn;
  request.attempt.mode = request.attempt.channel = ledger::administrative_kind;
  if (request.kind.empty()) request.kind = ledger::administrative_kind;
  request.attempt.started = request.at = at;
  request.attempt.state = storage::AttemptState::closed;
  request.attempt.finished = at;
  request.line = std::move(line);
  FH_CHECK(store_->append(std::move(request)));
  return {};
}

// ---- tries

base::Result<SignIn> DataFolder::try_pin(const std::string& tries_key, const std::string& kept, std::string_view pin) {
  FH_TRY(setting, store_->setting(tries_key));
  WrongTries tries = WrongTries::read(setting);
  const base::Moment now = services_.clock->now();
  if (const int left = tries.seconds_left(now); left > 0) return SignIn{SignIn::Kind::wait, left, {}};
  if (!kept.empty()) {
    FH_TRY(match, crypto::verify_pin(pin, crypto::PinHash{kept}));
    if (match == crypto::PinMatch::different) {
      tries = {tries.count + 1, now};
      FH_CHECK(store_->set_setting(tries_key, tries.line()));
      return SignIn{SignIn::Kind::wrong, static_cast<int>(wait_after(tries.count)), {}};
    }
  }
  if (tries.count > 0) FH_CHECK(store_->set_setting(tries_key, "{}"));
  return SignIn{SignIn::Kind::welcome, 0, {}};
}

base::Result<SignIn> DataFolder::sign_in(const std::string& id, std::string_view pin) {
  FH_TRY(who, person(id));
  FH_CHECK(check_sealed_pin(id, who.pin));
  FH_TRY(answer, try_pin(wrong_pin_key(id), who.pin, pin));
  if (answer.kind != SignIn::Kind::welcome) return answer;
  answer.pin_reset = take_pin_reset(id);
  note_arrival(id);
  return answer;
}

// Told once: at the first sign-in with the new PIN. What cannot be noted now is told again.
std::optional<base::Moment> DataFolder::take_pin_reset(const std::string& id) {
  const auto setting = store_->setting(reset_key(id));
  const auto at = base::parse_json_line(setting.ok() ? setting->value_or("0") : "0", 30, 2);
  if (!at.ok() || at->number() <= 0) return std::nullopt;
  (void)store_->set_setting(reset_key(id), "0");
  return base::Moment{at->number()};
}

// ---- the trainer

base::Result<std::string> DataFolder::trainer_pin() {
  FH_TRY(kept, store_->setting(trainer_pin_key));
  FH_CHECK(check_sealed_pin("", kept.value_or("")));
  return kept.value_or("");
}

base::Result<bool> DataFolder::has_trainer_pin() {
  FH_TRY(kept, trainer_pin());
  return !kept.empty();
}

base::Result<SignIn> DataFolder::set_trainer_pin(std::string_view old, std::string_view wanted) {
  FH_CHECK(check_pin_form(wanted));
  FH_TRY(before, trainer_pin());
  if (!before.empty()) {
    FH_TRY(answer, try_pin(wrong_trainer_pin_key, before, old));
    if (answer.kind != SignIn::Kind::welcome) return answer;
  }
  FH_TRY(kept, kept_form(wanted));
  storage::AppendRequest request;
  request.settings = {{trainer_pin_key, kept}};
  FH_CHECK(seal_pin(before.empty() ? act::trainer_pin_set : act::trainer_pin_changed, "", kept, std::move(request)));
  return SignIn{SignIn::Kind::welcome, 0, {}};
}

base::Result<SignIn> DataFolder::trainer_signs_in(std::string_view pin) {
  FH_TRY(trainer, trainer_pin());
  if (trainer.empty()) return no_trainer_pin();
  return try_pin(wrong_trainer_pin_key, trainer, pin);
}

base::Result<SignIn> DataFolder::reset_pin(const std::string& id, std::string_view trainers, std::string_view wanted) {
  FH_CHECK(check_pin_form(wanted));
  FH_TRY(who, person(id));
  FH_TRY(answer, trainer_signs_in(trainers));
  if (answer.kind != SignIn::Kind::welcome) return answer;
  FH_TRY(kept, kept_form(wanted));
  who.pin = kept;
  storage::AppendRequest request;
  request.people.push_back(std::move(who));
  request.settings = {{wrong_pin_key(id), "{}"}, {reset_key(id), std::to_string(services_.clock->now().milliseconds)}};
  FH_CHECK(seal_pin(act::pin_reset, id, kept, std::move(request)));
  return answer;
}

} // namespace firsthand::app
