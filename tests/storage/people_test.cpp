// People, attempts, settings and content; and that an erased person is gone from the bytes on the disk.
#include "tests/storage/fixture.h"

namespace storage_tests {

namespace {

storage::Person person_named(std::string id, std::string name) {
  storage::Person person;
  person.id = std::move(id);
  person.name = std::move(name);
  person.pin = "argon2id-1:…";
  person.created = {7};
  return person;
}

std::string all_bytes(const fs::path& folder) {
  std::string all;
  for (const auto& file : fs::directory_iterator(folder))
    all += bytes_of(file.path());
  return all;
}

template<class T> std::string code_of(const firsthand::base::Result<T>& result) { return result.ok() ? "" : result.error().code; }

} // namespace

TEST_CASE("storage: people come back as they were put in") {
  Store store;
  auto anna = person_named("anna", "Anna");
  CHECK(store.database->add_person(anna).ok());
  CHECK(store.database->add_person(person_named("ben", "Bến")).ok());
  CHECK(code_of(store.database->add_person(person_named("anna", "Other"))) == "person-exists");
  anna.name = "Anna K.";
  anna.pin = "";
  anna.settings = "{\"text\":150}";
  anna.warm_up_done = true;
  CHECK(store.database->update_person(anna).ok());
  CHECK(code_of(store.database->update_person(person_named("carl", "Carl"))) == "person-unknown");
  const auto people = store.open().people().value();
  REQUIRE(people.size() == 2);
  CHECK(people[0].name == "Anna K.");
  CHECK(people[0].pin == "");
  CHECK(people[0].settings == "{\"text\":150}");
  CHECK(people[0].warm_up_done);
  CHECK(people[0].created == Moment{7});
  CHECK(people[1].name == "Bến");
  CHECK_FALSE(store.database->person("carl").value());
}

TEST_CASE("storage: an erased person's name and words are gone from the disk, and the chain still verifies") {
  Store store;
  REQUIRE(store.database->add_person(person_named("anna", "Xaviera Quillfeather")).ok());
  REQUIRE(store.database->add_person(person_named("ben", "Ben")).ok());
  REQUIRE(store.database->append(store.request_with_text("a", 0, "the zebra crossed at noon")).ok());
  auto of_ben = store.request_with_text("b", 0, "the heron stayed");
  of_ben.attempt.person = "ben";
  REQUIRE(store.database->append(of_ben).ok());
  REQUIRE(all_bytes(store.folder.path).find("zebra") != std::string::npos);
  const auto salt = store.database->texts_of("a").value()[0].content->salt;
  const std::string salt_bytes(salt.begin(), salt.end());

  CHECK(store.database->erase_person("anna").ok());
  const auto left = all_bytes(store.folder.path);
  for (const auto& gone : {std::string("zebra"), std::string("Quillfeather"), salt_bytes})
    CHECK(left.find(gone) == std::string::npos);
  CHECK(left.find("heron") != std::string::npos);

  CHECK(store.database->people().value().size() == 1);
  CHECK(store.database->person("anna").value()->erased);
  CHECK(store.database->attempt("a").value()->progress == "");
  CHECK_FALSE(store.database->texts_of("a").value()[0].content);
  const auto report = store.database->verify_chain().value();
  CHECK(report.whole());
  CHECK(report.texts_erased == 1);
  CHECK(code_of(store.database->update_person(person_named("anna", "Back"))) == "person-unknown");
}

TEST_CASE("storage: a draft outlives the program, is of an open attempt only, and goes with its end and its person") {
  Store store;
  REQUIRE(store.database->add_person(person_named("anna", "Anna")).ok());
  store.append("a", 0, "zero");
  CHECK(store.database->draft("a").value() == "");
  REQUIRE(store.database->keep_draft("a", "half a pelican").ok());
  REQUIRE(store.database->keep_draft("a", "half a cormorant").ok());
  REQUIRE(store.database->keep_draft("nobody", "of nothing").ok());
  CHECK(store.open().draft("a").value() == "half a cormorant");
  CHECK(store.database->draft("nobody").value() == "");
  store.append("a", 1, "one");
  CHECK(store.database->draft("a").value() == "half a cormorant");
  auto last = store.request("a", 2, "two");
  last.attempt.state = storage::AttemptState::closed;
  REQUIRE(store.database->append(last).ok());
  CHECK(store.database->draft("a").value() == "");
  REQUIRE(store.database->keep_draft("a", "too late").ok());
  CHECK(store.database->draft("a").value() == "");
  store.append("b", 0, "zero");
  REQUIRE(store.database->keep_draft("b", "half a gannet").ok());
  REQUIRE(store.database->keep_draft("b", "").ok());
  CHECK(store.database->draft("b").value() == "");
  REQUIRE(store.database->keep_draft("b", "half a gannet").ok());
  CHECK(store.database->erase_person("anna").ok());
  CHECK(store.database->draft("b").value() == "");
  const auto left = all_bytes(store.folder.path);
  for (const char* gone : {"pelican", "cormorant", "gannet", "too late"})
    CHECK(left.find(gone) == std::string::npos);
  CHECK(store.database->verify_chain().value().whole());
}

TEST_CASE("storage: erasing says when another reader keeps the log, and ends when called again") {
  Store store;
  REQUIRE(store.database->add_person(person_named("anna", "Xaviera Quillfeather")).ok());
  CHECK(code_of(store.database->erase_person("nobody")) == "person-unknown");
  {
    Bare reader(store.path());
    reader.run("BEGIN; SELECT * FROM people");
    CHECK(code_of(store.database->erase_person("anna")) == "erase-unfinished");
  }
  CHECK(code_of(store.database->erase_person("anna")) == "");
  CHECK(all_bytes(store.folder.path).find("Quillfeather") == std::string::npos);
}

TEST_CASE("storage: the newest attempt is the one used last, among those that fit") {
  Store store;
  store.append("a", 0, "a0");
  store.append("b", 0, "b0");
  auto exam = store.request("c", 0, "c0");
  exam.attempt.mode = "assessed";
  exam.attempt.person = "ben";
  exam.attempt.state = storage::AttemptState::failed;
  REQUIRE(store.database->append(exam).ok());
  store.append("a", 1, "a1");
  const auto newest = [&](const storage::AttemptFilter& filter) {
    const auto attempt = store.database->newest_attempt(filter).value();
    return attempt ? attempt->id : "none";
  };
  CHECK(newest({}) == "a");
  CHECK(newest({.person = "ben"}) == "c");
  CHECK(newest({.person = "anna", .mode = "assessed"}) == "none");
  CHECK(newest({.state = storage::AttemptState::failed}) == "c");
  CHECK(newest({.scenario = "other"}) == "none");
  CHECK(store.database->count_attempts({.person = "anna"}).value() == 2);
  CHECK(store.database->count_attempts({}).value() == 3);
  const auto of_anna = store.database->attempts_of("anna").value();
  REQUIRE(of_anna.size() == 2);
  CHECK(of_anna[0].id == "a");
  CHECK_FALSE(store.database->attempt("z").value());
}

TEST_CASE("storage: an attempt comes back with every field") {
  Store store;
  auto request = store.request("a", 3, "a3");
  request.attempt.parent_attempt = "p";
  request.attempt.parent_turn = 12;
  request.attempt.state = storage::AttemptState::closed;
  const auto sealed = store.database->append(request).value();
  const auto got = store.database->attempt("a").value().value();
  const auto& want = request.attempt;
  CHECK(got.person == want.person);
  CHECK(got.scenario == want.scenario);
  CHECK(got.title == want.title);
  CHECK(got.mode == want.mode);
  CHECK(got.channel == want.channel);
  CHECK(got.supervision == want.supervision);
  CHECK(got.variant == want.variant);
  CHECK(got.started == want.started);
  CHECK(got.rules_hash == want.rules_hash);
  CHECK(got.shown_hash == want.shown_hash);
  CHECK(got.seed == want.seed);
  CHECK(got.parent_attempt == "p");
  CHECK(got.parent_turn == 12);
  CHECK(got.language == "en");
  CHECK(got.state == storage::AttemptState::closed);
  CHECK(got.turn == 3);
  CHECK(got.head == sealed.entry.hash);
  CHECK_FALSE(got.finished);
}

TEST_CASE("storage: content is kept once, by its own hash") {
  Store store;
  const std::string bytes("a\0b", 3);
  const auto hash = store.database->put_content(bytes, {1}).value();
  CHECK(hash == crypto::sha256(bytes));
  CHECK(store.database->put_content(hash, bytes, {2}).ok());
  CHECK(store.database->content(hash).value() == bytes);
  CHECK(store.database->put_content("", {1}).ok());
  CHECK(store.database->content(crypto::sha256("")).value() == "");
  CHECK_FALSE(store.database->content(crypto::sha256("unknown")).value());
  CHECK(code_of(store.database->put_content(crypto::sha256("x"), "y", {1})) == "content-mismatch");
  CHECK_FALSE(store.database->content(crypto::sha256("y")).value());
  CHECK(store.database->verify_chain().value().contents == 2);
}

TEST_CASE("storage: settings are set, replaced and missing") {
  Store store;
  CHECK_FALSE(store.database->setting("language").value());
  CHECK(store.database->set_setting("language", "en").ok());
  CHECK(store.database->set_setting("language", "th").ok());
  CHECK(store.open().setting("language").value() == "th");
}

} // namespace storage_tests
