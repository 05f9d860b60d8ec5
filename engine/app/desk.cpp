// People, PINs and settings of an open data folder.
#include "engine/app/desk.h"

#include "engine/app/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::app {

namespace {

constexpr const char* settings_key = "settings";

std::string wrong_pin_key(const std::string& person) { return "wrong-pin." + person; }

bool is_pin(std::string_view pin) { return pin.size() >= 4 && pin.size() <= 8 && pin.find_first_not_of("0123456789") == pin.npos; }

PersonCard card_of(const storage::Person& person) {
  return {person.id, person.name, name_key(person.name), person.created, !person.pin.empty(), person.warm_up_done};
}

// Two tries are free; then 2, 4, 8 … seconds, at most five minutes.
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

Desk::Desk(const Services& services, Shelf& shelf, std::unique_ptr<Store> store, std::function<void()> on_written)
    : services_(services), shelf_(shelf), store_(std::move(store)), archive_(shelf),
      writer_(std::make_unique<Writer>(std::move(on_written))) {}

std::unique_ptr<Desk> Desk::demonstration(const Services& services, Shelf& shelf, std::function<void()> on_written) {
  return std::unique_ptr<Desk>(new Desk(services, shelf, memory_store(*services.entropy), std::move(on_written)));
}

base::Result<std::vector<PersonCard>> Desk::people() {
  FH_TRY(people, store_->people());
  std::vector<PersonCard> cards;
  for (const storage::Person& each : people)
    cards.push_back(card_of(each));
  return cards;
}

base::Result<storage::Person> Desk::person(const std::string& id) {
  FH_TRY(people, store_->people());
  for (storage::Person& each : people)
    if (each.id == id) return std::move(each);
  return base::fail("person-unknown", "There is no such person in this data folder.");
}

base::Result<std::optional<PersonCard>> Desk::person_named(std::string_view typed) {
  FH_TRY(name, read_name(typed));
  FH_TRY(cards, people());
  std::erase_if(cards, [&](const PersonCard& each) { return each.key != name.key; });
  if (cards.empty()) return std::optional<PersonCard>();
  const auto same = std::find_if(cards.begin(), cards.end(), [typed](const PersonCard& each) { return each.name == typed; });
  if (same != cards.end()) return std::optional(*same);
  if (cards.size() > 1) return base::fail("name-twice", names_alike(name.shown, cards.size()));
  return std::optional(cards.front());
}

base::Result<PersonCard> Desk::add_person(std::string_view typed, std::string_view pin) {
  FH_TRY(name, read_name(typed));
  if (!pin.empty() && !is_pin(pin)) return base::fail("pin-form", "A PIN has 4 to 8 digits.");
  FH_TRY(people, store_->people());
  for (const storage::Person& each : people)
    if (name_key(each.name) == name.key)
      return base::fail("name-taken",
                        fmt::format("This name is taken by {}: sign in with that name, or add something to yours.", each.name));
  storage::Person person;
  person.id = crypto::random_id(*services_.entropy);
  person.name = name.shown;
  person.created = services_.clock->now();
  if (!pin.empty()) {
    FH_TRY(hash, crypto::hash_pin(pin, services_.pin_cost, crypto::random_array<16>(*services_.entropy)));
    person.pin = hash.record;
  }
  FH_CHECK(store_->add_person(person));
  return card_of(person);
}

base::Result<SignIn> Desk::sign_in(const std::string& id, std::string_view pin) {
  FH_TRY(who, person(id));
  FH_TRY(setting, store_->setting(wrong_pin_key(id)));
  WrongTries tries = WrongTries::read(setting);
  const base::Moment now = services_.clock->now();
  if (const int left = tries.seconds_left(now); left > 0) return SignIn{SignIn::Kind::wait, left};
  if (!who.pin.empty()) {
    FH_TRY(match, crypto::verify_pin(pin, crypto::PinHash{who.pin}));
    if (match == crypto::PinMatch::Different) {
      tries = {tries.count + 1, now};
      FH_CHECK(store_->set_setting(wrong_pin_key(id), tries.line()));
      return SignIn{SignIn::Kind::wrong, static_cast<int>(wait_after(tries.count))};
    }
  }
  if (tries.count > 0) FH_CHECK(store_->set_setting(wrong_pin_key(id), "{}"));
  return SignIn{SignIn::Kind::welcome, 0};
}

base::Result<void> Desk::set_warm_up_done(const std::string& id) {
  FH_TRY(who, person(id));
  who.warm_up_done = true;
  return store_->update_person(who);
}

base::Result<void> Desk::erase_person(const std::string& id) { return store_->erase_person(id); }

base::Result<Settings> Desk::settings(const std::string& id) {
  FH_TRY(line, store_->setting(settings_key));
  const Settings workstation = settings_from(line.value_or("{}"));
  if (id.empty()) return workstation;
  FH_TRY(who, person(id));
  return settings_from(who.settings, workstation);
}

base::Result<void> Desk::set_settings(const Settings& settings, const std::string& id) {
  if (id.empty()) return store_->set_setting(settings_key, settings_line(settings));
  FH_TRY(who, person(id));
  who.settings = settings_line(settings);
  return store_->update_person(who);
}

} // namespace firsthand::app
