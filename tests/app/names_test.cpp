// Who is who: one visible name is one person in a data folder, whatever was typed, and each refusal names its cause.
#include "tests/app/fixture.h"

#include "engine/app/names.h"
#include "engine/content/words.h"

using namespace app_tests;

TEST_CASE("app: one visible name is one person, in the data folder and by name") {
  Office office;
  office.open();
  const auto malee = taken(office.data_folder->add_person(" Malee\u00A0 Jaidee\u200B", "1234"));
  CHECK(malee.name == "Malee Jaidee");
  for (const char* typed : {"Malee Jaidee", "malee jaidee", "MALEE  JAIDEE ", "\uFEFFMalee Jaidee", "Malee\u3000Jaidee", "Ｍalee Jaidee",
                            "Malee J\u00ADaidee", "Mаlee Jaidee"}) {
    CHECK(error_of(office.data_folder->add_person(typed, "1234")) == "name-taken");
    const auto found = taken(office.data_folder->person_named(typed));
    REQUIRE(found);
    CHECK(found->id == malee.id);
  }
  CHECK_FALSE(taken(office.data_folder->person_named("Malee")));
  CHECK(taken(office.data_folder->people()).size() == 1);
  const auto said = office.data_folder->add_person("malee  jaidee", "1234");
  CHECK(said.error().message.find("taken by Malee Jaidee") != std::string::npos);
}

TEST_CASE("app: each refusal of a name says its own cause") {
  Office office;
  office.open();
  const auto refused = [&](const std::string& name) {
    const auto result = office.data_folder->add_person(name, "1234");
    return result.ok() ? std::string() : result.error().code + ": " + result.error().message;
  };
  CHECK(refused("").starts_with("name-empty"));
  CHECK(refused(" \u00A0 ").starts_with("name-empty"));
  CHECK(refused("\u200B\u202E").starts_with("name-unseen"));
  CHECK(refused(std::string(112, 'x')) == "name-long: This name is too long: at most 80 letters, this has 112.");
  CHECK(refused("Nok \U0001F600").find("U+1F600") != std::string::npos);
  CHECK(refused("\xFF\xFE").starts_with("name-not-text"));
  CHECK(refused(std::string(80, 'x')).empty());
  CHECK(refused(std::string(80, 'y') + "\u200B  ").empty()); // what cannot be seen does not count
  const content::Words english;
  const std::string typed(93, 'z');
  CHECK(app::words_of_name(base::fail("name-long", ""), english, typed, "") == "This name is too long: at most 80 letters, this has 93.");
  CHECK(app::words_of_name(base::fail("name-taken", ""), english, "malee", "Malee").find("Malee") != std::string::npos);
}

TEST_CASE("app: people of an older record whose names look alike stay apart, and a name that fits several is told") {
  Office office;
  office.open();
  for (const char* name : {"Malee", "Malee ", "MALEE"}) {
    storage::Person person;
    person.id = std::string("id-") + name;
    person.name = name;
    done(office.data_folder->store().add_person(person));
  }
  CHECK(taken(office.data_folder->people()).size() == 3);
  CHECK(taken(office.data_folder->person_named("Malee "))->id == "id-Malee "); // exactly as it stands there
  CHECK(taken(office.data_folder->person_named("MALEE"))->id == "id-MALEE");
  CHECK(error_of(office.data_folder->person_named("malee")) == "name-twice");
  CHECK(error_of(office.data_folder->add_person("malee", "1234")) == "name-taken");
}

TEST_CASE("app: a station's name is read as a person's is") {
  Office office;
  office.open();
  done(office.data_folder->enrol({" Phuket\u200B  2 ", "", "12\uFEFF"}));
  const auto name = taken(office.data_folder->station());
  CHECK(name.station == "Phuket 2");
  CHECK(name.place == "12");
  CHECK(error_of(office.data_folder->enrol({"\u200B", "", ""})) == "station-name");
  CHECK(error_of(office.data_folder->enrol({"P", std::string(81, 'x'), ""})) == "station-name");
}
