// The trainer's PIN and the new PIN of whoever forgot theirs: who may, how fast, what is sealed, what is told.
#include "tests/app/fixture.h"

#include "engine/ledger/administrative.h"
#include "engine/records/attempt_numbers.h"
#include "engine/records/sealed_pins.h"
#include "engine/report/records.h"

#include <algorithm>
#include <fstream>

using namespace app_tests;
namespace ledger = firsthand::ledger;
using Answer = app::SignIn::Kind;

namespace {

std::vector<ledger::Administrative> acts_of(const Office& office) {
  auto database = looked_at(office);
  std::vector<ledger::Administrative> acts;
  done(database.all_entries([&](const storage::StoredEntry& entry) {
    if (const auto act = ledger::parse_administrative(entry.entry.line)) acts.push_back(*act);
    return storage::Visit::go_on;
  }));
  CHECK(taken(database.verify_chain()).whole());
  return acts;
}

records::SealedPins pins_of(const Office& office) {
  auto database = looked_at(office);
  return taken(records::sealed_pins(database));
}

std::string source_text(const std::string& path) {
  std::ifstream stream(std::string(FIRSTHAND_SOURCE "/") + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

storage::Person person_of(Office& office, const std::string& id) {
  for (const storage::Person& each : taken(office.data_folder->store().people()))
    if (each.id == id) return each;
  FAIL("nobody");
  return {};
}

} // namespace

TEST_CASE("app: two wrong tries are free, and the wait after the third doubles to five minutes, as the page of commands says") {
  Office office;
  office.clock = records::FixedClock({1'767'225'600'000});
  office.open();
  CHECK(taken(office.data_folder->set_trainer_pin("", "2468")).kind == Answer::welcome);
  for (const int wait : {0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
    const app::SignIn answer = taken(office.data_folder->trainer_signs_in("1111"));
    CHECK(answer.kind == Answer::wrong);
    CHECK(answer.wait_seconds == wait);
    office.clock.set({office.clock.now().milliseconds + wait * 1000});
  }
  CHECK(source_text("docs/commands.md")
            .find("Two wrong tries are free; after the third there is a wait of 2 seconds, then 4, 8 and so on up to five "
                  "minutes") != std::string::npos);
}

// In the program and on the pages for a station; who is trained is ผู้รับการฝึก.
TEST_CASE("app: Thai has one word for trainer") {
  for (const char* file : {"assets/lang/th.po", "docs/station/five-minutes.th.md"}) {
    const std::string text = source_text(file);
    CAPTURE(std::string(file));
    CHECK(text.find("ครูฝึก") != std::string::npos);
    for (const char* other : {"ผู้ฝึก", "ผู้สอน", "วิทยากร"})
      CHECK(text.find(other) == std::string::npos);
  }
}

TEST_CASE("app: whoever comes first sets the trainer's PIN; then only who knows it changes it, slowed down as others are") {
  Office office;
  office.clock = records::FixedClock({1'767'225'600'000});
  office.open();
  CHECK_FALSE(taken(office.data_folder->has_trainer_pin()));
  CHECK(error_of(office.data_folder->set_trainer_pin("", "12a4")) == "pin-form");
  CHECK(taken(office.data_folder->set_trainer_pin("", "2468")).kind == Answer::welcome);
  CHECK(taken(office.data_folder->has_trainer_pin()));
  CHECK(taken(office.data_folder->set_trainer_pin("1111", "9999")).kind == Answer::wrong);
  CHECK(taken(office.data_folder->set_trainer_pin("1111", "9999")).kind == Answer::wrong);
  CHECK(taken(office.data_folder->set_trainer_pin("1111", "9999")).wait_seconds == 2);
  CHECK(taken(office.data_folder->set_trainer_pin("2468", "9999")).kind == Answer::wait);
  office.open(); // closing the program does not help
  CHECK(taken(office.data_folder->set_trainer_pin("2468", "9999")).kind == Answer::wait);
  office.clock.set({office.clock.now().milliseconds + 3000});
  CHECK(taken(office.data_folder->set_trainer_pin("2468", "9999")).kind == Answer::welcome);
  office.clock.set({office.clock.now().milliseconds + 3000});
  CHECK(taken(office.data_folder->set_trainer_pin("2468", "1357")).kind == Answer::wrong);
  const auto acts = acts_of(office);
  REQUIRE(acts.size() == 2);
  CHECK(acts[0].what == "trainer-pin-set");
  CHECK(acts[1].what == "trainer-pin-changed");
}

TEST_CASE("app: a forgotten PIN is set anew by the trainer, sealed, told once, and the record stays together") {
  Office office;
  office.clock = records::FixedClock({1'767'225'600'000});
  office.open();
  const auto malee = taken(office.data_folder->add_person("Malee", "1234"));
  const auto anna = taken(office.data_folder->add_person("Anna", "4321"));
  app::BeginOptions options;
  options.person = malee.id;
  const std::string attempt = office.begin(options)->id();
  CHECK(error_of(office.data_folder->reset_pin(malee.id, "2468", "5555")) == "trainer-pin-missing");
  taken(office.data_folder->set_trainer_pin("", "2468"));
  for (int i = 0; i < 4; ++i)
    taken(office.data_folder->sign_in(malee.id, "0000")); // she has to wait; the new PIN ends that
  CHECK(taken(office.data_folder->reset_pin(malee.id, "1234", "5555")).kind == Answer::wrong);
  CHECK(error_of(office.data_folder->reset_pin(malee.id, "2468", "55")) == "pin-form");
  CHECK(error_of(office.data_folder->reset_pin("nobody", "2468", "5555")) == "person-unknown");
  CHECK(taken(office.data_folder->reset_pin(malee.id, "2468", "5555")).kind == Answer::welcome);
  CHECK(taken(office.data_folder->sign_in(malee.id, "1234")).kind == Answer::wrong);
  const auto first = taken(office.data_folder->sign_in(malee.id, "5555"));
  CHECK(first.kind == Answer::welcome);
  CHECK(first.pin_reset == base::Moment{1'767'225'600'000});
  CHECK_FALSE(taken(office.data_folder->sign_in(malee.id, "5555")).pin_reset);
  CHECK_FALSE(taken(office.data_folder->sign_in(anna.id, "4321")).pin_reset);
  const auto attempts = taken(office.data_folder->attempts(malee.id));
  REQUIRE(attempts.size() == 1); // the act is no attempt
  CHECK(attempts[0].id == attempt);
  const auto acts = acts_of(office);
  REQUIRE(acts.size() == 4);
  CHECK(acts[3].what == ledger::act::pin_reset);
  CHECK(acts[3].person == malee.id);
  CHECK(acts[3].turn == 1);
  const auto pins = pins_of(office);
  CHECK(pins.faults.empty());
  REQUIRE(pins.told.size() == 2); // that people came with a PIN is no act of the trainer
  CHECK(pins.told[1].find("Malee has a new PIN from the trainer (entry 5)") != std::string::npos);
  auto database = looked_at(office);
  int exported = 0;
  const auto records = taken(firsthand::report::read_records(database));
  done(records.attempts([&](const firsthand::report::AttemptRecord&) -> base::Result<void> {
    ++exported;
    return {};
  }));
  CHECK(exported == 1);
  CHECK(records.entries == 5); // two people, one attempt, two acts of the trainer
  CHECK(taken(records::number_gaps(database)).empty());
}

TEST_CASE("app: where a new PIN cannot be sealed, the old one stays") {
  Office office;
  bool full = false;
  office.adjust = [&full](storage::Options& how) {
    how.fails_at = [&full](storage::AppendStep step) { return full && step == storage::AppendStep::commit; };
  };
  office.open();
  const auto malee = taken(office.data_folder->add_person("Malee", "1234"));
  taken(office.data_folder->set_trainer_pin("", "2468"));
  full = true;
  CHECK(error_of(office.data_folder->reset_pin(malee.id, "2468", "5555")) == "database-full");
  full = false;
  CHECK(taken(office.data_folder->sign_in(malee.id, "1234")).kind == Answer::welcome);
}

TEST_CASE("app: whoever comes new is there with the PIN sealed, or not at all") {
  Office office;
  bool full = true;
  office.adjust = [&full](storage::Options& how) {
    how.fails_at = [&full](storage::AppendStep step) { return full && step == storage::AppendStep::commit; };
  };
  office.open();
  CHECK(error_of(office.data_folder->add_person("Malee", "1234")) == "database-full");
  CHECK(taken(office.data_folder->people()).empty());
  full = false;
  taken(office.data_folder->add_person("Malee", "1234"));
  CHECK(acts_of(office).size() == 1);
  CHECK(error_of(office.data_folder->set_trainer_pin("", "1")) == "pin-form");
  CHECK(acts_of(office).size() == 1);
}

// The same edits at each place where a PIN is kept: none opens anything, none gives anybody another, and all are named.
TEST_CASE("app: a PIN that was changed beside the program opens nothing and is named") {
  struct Edit {
    const char* what;
    std::function<std::string(const std::string& own, const std::string& others, const std::string& earlier)> kept;
  };
  const Edit edits[] = {
      {"wiped", [](auto&...) { return std::string(); }},
      {"another's", [](auto&, auto& others, auto&) { return others; }},
      {"the one before", [](auto&, auto&, auto& earlier) { return earlier; }},
      {"one sign", [](auto& own, auto&, auto&) { return own.substr(0, own.size() - 1) + (own.back() == '0' ? '1' : '0'); }},
      {"no record at all", [](auto&...) { return std::string("1234"); }},
  };
  for (const Edit& edit : edits) {
    CAPTURE(edit.what);
    for (const bool trainers : {false, true}) {
      CAPTURE(trainers);
      Office office;
      office.open();
      const auto malee = taken(office.data_folder->add_person("Malee", "1234"));
      const auto anna = taken(office.data_folder->add_person("Anna", "4321"));
      taken(office.data_folder->set_trainer_pin("", "2468"));
      records::Store& store = office.data_folder->store();
      const std::string before = trainers ? taken(store.setting("trainer-pin")).value_or("") : person_of(office, malee.id).pin;
      if (trainers)
        taken(office.data_folder->set_trainer_pin("2468", "1357"));
      else
        taken(office.data_folder->reset_pin(malee.id, "2468", "5555"));
      const std::string own = trainers ? taken(store.setting("trainer-pin")).value_or("") : person_of(office, malee.id).pin;
      CHECK(pins_of(office).faults.empty());
      const std::string kept = edit.kept(own, person_of(office, anna.id).pin, before);
      auto row = person_of(office, malee.id);
      row.pin = kept;
      trainers ? done(store.set_setting("trainer-pin", kept)) : done(store.update_person(row));
      const auto faults = pins_of(office).faults;
      REQUIRE(faults.size() == 1);
      CHECK(faults[0].find(trainers ? "of the trainer" : "of Malee") != std::string::npos);
      office.open();
      for (const char* pin : {"", "1234", "2468", "4321", "5555", "1357"})
        if (trainers) {
          CHECK(error_of(office.data_folder->set_trainer_pin(pin, "9999")) == "trainer-pin-foreign");
          CHECK(error_of(office.data_folder->reset_pin(anna.id, pin, "9999")) == "trainer-pin-foreign");
        } else {
          CHECK(error_of(office.data_folder->sign_in(malee.id, pin)) == "pin-foreign");
        }
      CHECK(taken(office.data_folder->sign_in(anna.id, "4321")).kind == Answer::welcome);
      if (trainers) continue;
      taken(office.data_folder->reset_pin(malee.id, "2468", "7777")); // the trainer mends it
      CHECK(taken(office.data_folder->sign_in(malee.id, "7777")).kind == Answer::welcome);
      CHECK(pins_of(office).faults.empty());
    }
  }
}

TEST_CASE("app: whoever is erased leaves a whole record, and the trainer's PIN as it was") {
  Office office;
  office.open();
  const auto malee = taken(office.data_folder->add_person("Malee", "1234"));
  taken(office.data_folder->set_trainer_pin("", "2468"));
  taken(office.data_folder->reset_pin(malee.id, "2468", "5555"));
  done(office.data_folder->erase_person(malee.id));
  CHECK(error_of(office.data_folder->sign_in(malee.id, "5555")) == "person-unknown");
  CHECK(error_of(office.data_folder->reset_pin(malee.id, "2468", "7777")) == "person-unknown");
  CHECK(acts_of(office).size() == 3); // and the chain is whole
  const auto pins = pins_of(office);
  CHECK(pins.faults.empty());
  for (const std::string& sentence : pins.told)
    CHECK(sentence.find("Malee") == std::string::npos);
  const auto again = taken(office.data_folder->add_person("Malee", "4321"));
  CHECK(taken(office.data_folder->sign_in(again.id, "4321")).kind == Answer::welcome);
  CHECK(taken(office.data_folder->set_trainer_pin("2468", "1357")).kind == Answer::welcome);
}

TEST_CASE("app: an act that was left out is named, one of a later version is told, and one that cannot be read is a fault") {
  Office office;
  office.open();
  taken(office.data_folder->set_trainer_pin("", "2468"));
  const std::string sealed = acts_of(office).at(0).pin;
  const auto append = [&office](int turn, const std::string& line) {
    storage::AppendRequest request;
    request.attempt.id = "administrative.trainer", request.attempt.turn = turn;
    request.attempt.mode = request.attempt.channel = request.kind = ledger::administrative_kind;
    request.line = line;
    taken(office.data_folder->store().append(std::move(request)));
  };
  append(3, ledger::administrative_line({"trainer-pin-changed", "", 3, sealed, "ws", {5}, {}}).line());
  CHECK(pins_of(office).faults.size() == 1);
  append(4, ledger::administrative_line({"station-closed", "", 4, sealed, "ws", {5}, {}}).line());
  CHECK(pins_of(office).faults.size() == 1);
  const auto told = pins_of(office).told; // beside what is told of the clock: these entries say 1970
  CHECK(std::any_of(told.begin(), told.end(), [](const std::string& sentence) {
    return sentence.find("station-closed: an act that this version does not know") != std::string::npos;
  }));
  append(5, R"({"k":"administrative"})");
  CHECK(pins_of(office).faults.size() == 2);
}

TEST_CASE("app: a line of such an act holds no secret, and one that is not as it must be is none") {
  const ledger::Administrative act{"pin-reset", "person", 2, "ab", "ws", {5}, std::nullopt};
  const std::string line = ledger::administrative_line(act).line();
  CHECK(line == R"({"at":5,"k":"administrative","pin":"ab","t":2,"what":"pin-reset","who":"person","ws":"ws"})");
  CHECK(ledger::is_administrative(line));
  CHECK(ledger::parse_administrative(line));
  for (const char* part : {"at", "pin", "t", "what", "who", "ws"}) { // each of another kind, and each away
    auto json = taken(base::parse_json_line(line));
    json[part] = json.at(part).is_number() ? base::Json("5") : base::Json(5);
    CHECK_FALSE(ledger::parse_administrative(json.line()));
    auto object = json.object();
    object.erase(part);
    CHECK_FALSE(ledger::parse_administrative(base::Json(object).line()));
  }
  for (const char* bad : {"", "{}", R"({"at":5,"k":"administrative","pin":"","t":0,"what":"pin-reset","who":"","ws":"ws"})",
                          R"({"at":5,"k":"administrative","pin":"","t":0,"what":"trainer-pin-set","who":"person","ws":"ws"})",
                          R"({"at":5,"k":"administrative","pin":"","t":-1,"what":"pin-reset","who":"person","ws":"ws"})",
                          R"({"at":5,"k":"begin","pin":"","t":0,"what":"pin-reset","who":"person","ws":"ws"})"})
    CHECK_FALSE(ledger::parse_administrative(bad));
  CHECK_FALSE(ledger::is_administrative(R"({"k":"turn","text":"\"k\":\"administrative\""})"));
}
