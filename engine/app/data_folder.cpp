// People, PINs and settings of an open data folder.
#include "engine/app/data_folder.h"

#include "engine/app/names.h"
#include "engine/app/people_list.h"
#include "engine/ledger/administrative.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

namespace firsthand::app {

namespace {

constexpr const char* settings_key = "settings";
constexpr const char* lately_key = "lately";

PersonCard card_of(const storage::Person& person) {
  return {.id = person.id,
          .name = person.name,
          .key = name_key(person.name),
          .created = person.created,
          .has_pin = !person.pin.empty(),
          .warm_up_done = person.warm_up_done};
}

bool is_meant(const PersonCard& card, const Name& typed) {
  return card.key == typed.key || (!card.number.empty() && name_key(card.number) == typed.key);
}

} // namespace

DataFolder::DataFolder(const records::Services& services, content::ContentLibrary& content_library, std::unique_ptr<records::Store> store,
                       std::function<void()> on_written)
    : services_(services), content_library_(content_library), store_(std::move(store)), snapshots_(content_library),
      writer_(std::make_unique<records::Writer>(std::move(on_written))) {}

std::unique_ptr<DataFolder> DataFolder::demonstration(const records::Services& services, content::ContentLibrary& content_library,
                                                      std::function<void()> on_written) {
  return std::unique_ptr<DataFolder>(
      new DataFolder(services, content_library, records::memory_store(*services.entropy), std::move(on_written)));
}

base::Result<std::vector<PersonCard>> people_in(records::Store& store) {
  FH_TRY(people, store.people());
  std::vector<PersonCard> cards;
  for (const storage::Person& each : people)
    cards.push_back(card_of(each));
  FH_TRY(rows, store.roster());
  for (PersonCard& each : cards)
    for (const storage::RosterRow& row : rows)
      if (row.person == each.id)
        each.number = row.number, each.rank = row.rank, each.unit = row.unit, each.supervises = !row.supervises.empty();
  return cards;
}

base::Result<std::vector<PersonCard>> DataFolder::people() {
  FH_TRY(cards, people_in(*store_));
  const std::vector<std::string> last_first = lately();
  for (PersonCard& each : cards) {
    const auto place = std::find(last_first.begin(), last_first.end(), each.id);
    if (place != last_first.end()) each.lately = static_cast<int>(place - last_first.begin()) + 1;
  }
  return cards;
}

std::vector<std::string> DataFolder::lately() {
  const auto line = store_->setting(lately_key);
  std::istringstream words(line.ok() ? line->value_or("") : "");
  std::vector<std::string> ids;
  for (std::string id; words >> id;)
    ids.push_back(std::move(id));
  return ids;
}

void DataFolder::note_arrival(const std::string& id) {
  std::vector<std::string> ids = lately();
  if (!ids.empty() && ids.front() == id) return;
  std::erase(ids, id);
  ids.insert(ids.begin(), id);
  ids.resize(std::min<std::size_t>(ids.size(), most_lately));
  (void)store_->set_setting(lately_key, fmt::format("{}", fmt::join(ids, " ")));
}

base::Result<storage::Person> DataFolder::person(const std::string& id) {
  FH_TRY(people, store_->people());
  for (storage::Person& each : people)
    if (each.id == id) return std::move(each);
  return base::fail("person-unknown", "There is no such person in this data folder.");
}

base::Result<std::optional<PersonCard>> DataFolder::person_named(std::string_view typed) {
  FH_TRY(name, read_name(typed));
  FH_TRY(cards, people());
  std::erase_if(cards, [&](const PersonCard& each) { return !is_meant(each, name); });
  if (cards.empty()) return std::optional<PersonCard>();
  const auto same = std::find_if(cards.begin(), cards.end(), [typed](const PersonCard& each) { return each.name == typed; });
  if (same != cards.end()) return std::optional(*same);
  if (cards.size() > 1) return base::fail("name-twice", names_alike(name.shown, cards.size()));
  return std::optional(cards.front());
}

base::Result<PersonCard> DataFolder::add_person(std::string_view typed, std::string_view pin) {
  FH_TRY(name, read_name(typed));
  if (!pin.empty()) FH_CHECK(check_pin_form(pin));
  FH_TRY(people, store_->people());
  for (const storage::Person& each : people)
    if (name_key(each.name) == name.key)
      return base::fail("name-taken",
                        fmt::format("This name is taken by {}: sign in with that name, or add something to yours.", each.name));
  storage::Person person;
  person.id = crypto::random_id(*services_.entropy);
  person.name = name.shown;
  person.created = services_.clock->now();
  if (pin.empty()) {
    FH_CHECK(store_->add_person(person));
    return card_of(person);
  }
  FH_TRY(kept, kept_form(pin));
  person.pin = kept;
  storage::AppendRequest request;
  request.people.push_back(person);
  FH_CHECK(seal_pin(ledger::act::pin_set, person.id, kept, std::move(request)));
  return card_of(person);
}

base::Result<void> DataFolder::set_warm_up_done(const std::string& id) {
  FH_TRY(who, person(id));
  who.warm_up_done = true;
  return store_->update_person(who);
}

base::Result<void> DataFolder::erase_person(const std::string& id) { return store_->erase_person(id); }

base::Result<Settings> DataFolder::settings(const std::string& id) {
  FH_TRY(line, store_->setting(settings_key));
  const Settings workstation = settings_from(line.value_or("{}"));
  if (id.empty()) return workstation;
  FH_TRY(who, person(id));
  return settings_from(who.settings, workstation);
}

base::Result<void> DataFolder::set_settings(const Settings& settings, const std::string& id) {
  if (id.empty()) return store_->set_setting(settings_key, settings_line(settings));
  FH_TRY(who, person(id));
  who.settings = settings_line(settings);
  return store_->update_person(who);
}

} // namespace firsthand::app
