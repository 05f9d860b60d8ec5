// People of this workstation, and forgetting one of them without breaking the chain.
#include "engine/storage/state.h"

#include <fmt/format.h>

namespace firsthand::storage {

namespace {

Person person_from(const Query& row) {
  return {.id = row.text(0),
          .name = row.text(1),
          .pin = row.text(2),
          .created = {row.integer(3)},
          .settings = row.text(4),
          .warm_up_done = row.integer(5) != 0,
          .erased = row.integer(6) != 0};
}

Error unknown_person() { return base::fail("person-unknown", "This person is not known on this workstation any more. Sign in again."); }

Result<void> check_somebody_changed(Connection& connection) {
  if (sqlite3_changes(connection.handle()) == 0) return unknown_person();
  return {};
}

Result<void> erase_rows(Connection& connection, std::string_view id) {
  FH_TRY(transaction, Transaction::begin(connection));
  FH_CHECK(Query(connection, "UPDATE people SET name = '', pin = '', settings = '{}', warm_up_done = 0, erased = 1 WHERE id = ?")
               .bind(id)
               .run());
  FH_CHECK(check_somebody_changed(connection));
  FH_CHECK(Query(connection, "UPDATE typed_texts SET salt = NULL, text = NULL, erased = 1 "
                             "WHERE attempt IN (SELECT id FROM attempts WHERE person = ?)")
               .bind(id)
               .run());
  FH_CHECK(erase_roster(connection, id));
  FH_CHECK(erase_drafts(connection, id));
  FH_CHECK(Query(connection, "UPDATE attempts SET progress = '' WHERE person = ?").bind(id).run());
  return transaction.commit();
}

} // namespace

Result<bool> insert_person(Connection& connection, const Person& person) {
  Query query(connection, "INSERT INTO people (id, name, pin, created, settings, warm_up_done, erased) "
                          "VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT (id) DO NOTHING");
  query.bind(person.id).bind(person.name).bind(person.pin).bind(person.created.milliseconds).bind(person.settings);
  FH_CHECK(query.bind(person.warm_up_done ? 1 : 0).run());
  return sqlite3_changes(connection.handle()) > 0;
}

Result<void> Database::add_person(const Person& person) {
  FH_TRY(added, insert_person(state_->connection, person));
  if (added) return {};
  return base::fail("person-exists", "There is a person with this id already. Try again.");
}

Result<void> write_person(Connection& connection, const Person& person) {
  Query query(connection, "UPDATE people SET name = ?, pin = ?, settings = ?, warm_up_done = ? WHERE id = ? AND erased = 0");
  query.bind(person.name).bind(person.pin).bind(person.settings).bind(person.warm_up_done ? 1 : 0);
  FH_CHECK(query.bind(person.id).run());
  return check_somebody_changed(connection);
}

Result<void> Database::update_person(const Person& person) { return write_person(state_->connection, person); }

Result<std::optional<Person>> Database::person(std::string_view id) {
  Query query(state_->connection, "SELECT id, name, pin, created, settings, warm_up_done, erased FROM people WHERE id = ?");
  FH_TRY(row, query.bind(id).step());
  return row ? std::optional(person_from(query)) : std::nullopt;
}

Result<std::vector<Person>> Database::people() {
  Query query(state_->connection, "SELECT id, name, pin, created, settings, warm_up_done, erased FROM people WHERE "
                                  "erased = 0 ORDER BY created, rowid");
  std::vector<Person> people;
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return people;
    people.push_back(person_from(query));
  }
}

Result<void> Database::erase_person(std::string_view id) {
  FH_CHECK(erase_rows(state_->connection, id));
  // The log still holds the pages as they were before. It is never empty beside a mark, not even for an instant.
  const auto emptied = state_->owned_up ? unmark(state_->connection) : empty_log(state_->connection);
  if (emptied.ok() && *emptied) return mark_in_use(state_->connection, state_->path);
  return base::fail(
      "erase-unfinished",
      fmt::format("The person is erased, but the log of {} is in use. Close other Firsthand windows and erase again.", utf8(state_->path)));
}

} // namespace firsthand::storage
