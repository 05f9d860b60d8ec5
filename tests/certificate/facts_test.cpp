// What may stand on paper is what the record holds; who gets a page, and who does not.
#include "tests/certificate/fixture.h"
#include "tests/certificate/record.h"

using namespace certificate_tests;

namespace {

std::string why_none(const base::Result<Facts>& facts) {
  if (facts.ok()) return "a page";
  CHECK(facts.error().code == "certificate-none");
  return facts.error().message;
}

} // namespace

TEST_CASE("facts: what was passed is told as it was sealed") {
  Desk desk;
  desk.enrol(), desk.list();
  const std::string attempt = desk.sit(desk.assessed(), 3);
  const auto facts = desk.facts(attempt);
  REQUIRE(facts.ok());
  CHECK(facts->standing == Standing::passed);
  CHECK(facts->name == "Dara Phromma");
  CHECK(facts->number == "0071");
  CHECK(facts->rank == "Pol. Sgt.");
  CHECK(facts->unit == "Patrol");
  CHECK(facts->station == "Phuket 2, Room 3, 12");
  CHECK(facts->supervision == "none");
  CHECK(facts->per_mille == 750);
  CHECK(facts->cut == 600);
  CHECK(facts->right == 3);
  CHECK(facts->asked == 4);
  CHECK(facts->lesson == "exam");
  CHECK(facts->course_title == "Tour");
  CHECK(facts->lesson_title == "A small test");
  CHECK(facts->nth_attempt == 1);
  CHECK(facts->role == "final");
  CHECK(facts->form == "A");
  CHECK(facts->nth_try == 1);
  CHECK_FALSE(facts->before);
  CHECK(facts->program == "0.1.0");
  CHECK(facts->doctrine == "house");
  CHECK(facts->edition == "1");
  CHECK(facts->offset_known);
  CHECK(facts->offset_minutes == 420);
  const auto entries = desk.store().entries_of(attempt);
  REQUIRE(entries.ok());
  CHECK(facts->end == entries->back().entry.hash);
  CHECK(facts->code == certificate::code_of(entries->back().entry.hash));
  CHECK(facts->begun < facts->ended);
}

TEST_CASE("facts: competencies are told by what their questions were worth, and drafts are counted") {
  Desk desk;
  const auto facts = desk.facts(desk.sit(desk.assessed(), 3));
  REQUIRE(facts.ok());
  REQUIRE(facts->competencies.size() == 2);
  CHECK(facts->competencies[0].right == 2);
  CHECK(facts->competencies[0].asked == 2);
  CHECK(facts->competencies[1].right == 1);
  CHECK(facts->competencies[0].name != "custody"); // the word of the vocabulary, not its id
  CHECK(facts->drafts == 4);
  CHECK(facts->draft_lesson);
}

TEST_CASE("facts: there is no page of what two people decided to be void or not passed, and why is told; a pass by decision says so") {
  Desk desk;
  const std::string failed = desk.sit(desk.assessed(), 1), attempt = desk.sit(desk.assessed(), 3);
  desk.decide(attempt, "void");
  CHECK(has(why_none(desk.facts(attempt)), "Mali Srisuk and Somchai Dee decided that this result is void"));
  CHECK(has(why_none(desk.facts(attempt)), "The first verdict was: passed. A page that was written before does not hold any more."));
  CHECK(certificate::attempt_to_tell(desk.store(), desk.person(), "exam").error().code == "certificate-none");
  desk.decide(attempt, "failed");
  CHECK(has(why_none(desk.facts(attempt)), "decided that this result is not passed"));
  desk.decide(failed, "passed");
  const auto facts = desk.facts(failed);
  REQUIRE(facts.ok());
  REQUIRE(facts->decided);
  CHECK(facts->standing == Standing::passed);
  CHECK(facts->decided->verdict == "failed");
  const std::string said = on_one_line(text_on(pdf(*facts)));
  CHECK(has(said, "The first verdict was: not passed. Mali Srisuk and Somchai Dee decided on"));
  CHECK(has(said, "Why: A question was faulty."));
}

TEST_CASE("facts: a baseline that is void is not told beside the final") {
  Desk desk("", with_baseline);
  const std::string baseline = desk.sit(desk.assessed(), 2);
  const std::string final_test = desk.sit(desk.assessed(), 3); // begun before that was decided; after it there would be a baseline again
  desk.decide(baseline, "void");
  const auto facts = desk.facts(final_test);
  REQUIRE(facts.ok());
  CHECK_FALSE(facts->before);
}

TEST_CASE("facts: a date that somebody stated is told") {
  Desk desk;
  CHECK_FALSE(desk.facts(desk.sit(desk.practice(), 3))->clock_stated);
  app_tests::done(desk.folder().state_clock({1'798'000'000'000}, "Lt Mali"));
  const auto facts = desk.facts(desk.sit(desk.practice(), 3));
  REQUIRE(facts.ok());
  CHECK(facts->clock_stated);
  CHECK(facts->ended >= base::Moment{1'798'000'000'000});
}

TEST_CASE("facts: a baseline has no page, and the final tells what it came to") {
  Desk desk("", with_baseline);
  CHECK(has(why_none(desk.facts(desk.sit(desk.assessed(), 2))), "baseline"));
  const auto failed = desk.facts(desk.sit(desk.assessed(), 1));
  CHECK(has(why_none(failed), "not passed"));
  const auto facts = desk.facts(desk.sit(desk.assessed(), 3));
  REQUIRE(facts.ok());
  CHECK(facts->nth_try == 2);
  REQUIRE(facts->before);
  CHECK(facts->before->per_mille == 500);
  CHECK(facts->before->offset_minutes == 420);
  CHECK(facts->before->ended < facts->begun);
}

TEST_CASE("facts: a baseline in a draft language, or by somebody else, is not told") {
  Desk desk("", with_baseline);
  desk.sit(desk.practice(), 2);
  app::BeginOptions other = desk.assessed();
  other.person = app_tests::taken(desk.folder().add_person("Arun", "")).id;
  desk.sit(other, 1);
  const auto facts = desk.facts(desk.sit(desk.assessed(), 3));
  REQUIRE(facts.ok());
  CHECK_FALSE(facts->before);
}

TEST_CASE("facts: who practised gets a result, and who does not count gets nothing") {
  Desk desk;
  const auto practised = desk.facts(desk.sit(desk.practice(), 4));
  REQUIRE(practised.ok());
  CHECK(practised->standing == Standing::practised);
  CHECK(desk.facts(desk.sit(desk.practice(), 0))->standing == Standing::practised);

  CHECK(has(why_none(desk.facts(desk.sit(desk.assessed(), 1))), "not passed"));
  app::BeginOptions options = desk.assessed();
  options.person = "";
  CHECK(has(why_none(desk.facts(desk.sit(options, 4))), "does not count"));
  options = desk.assessed();
  options.channel = session::Channel::command_line;
  CHECK(has(why_none(desk.facts(desk.sit(options, 4))), "does not count"));
  CHECK(has(why_none(desk.facts(desk.sit(desk.assessed(), 4, false))), "not ended"));
  CHECK(desk.facts("nothing").error().code == "attempt-unknown");
}

TEST_CASE("facts: an attempt that was stopped has no verdict and no page, and an erased person has none either") {
  Desk desk;
  auto session = app_tests::taken(desk.folder().begin("exam", desk.practice()));
  app_tests::done(session->give_up_and_wait());
  CHECK(has(why_none(desk.facts(session->id())), "without a verdict"));
  const std::string attempt = desk.sit(desk.assessed(), 4);
  app_tests::done(desk.folder().erase_person(desk.person()));
  CHECK(has(why_none(desk.facts(attempt)), "erased"));
}

TEST_CASE("facts: each thing that an attempt rests on can take its page away") {
  const auto shown = [](const std::function<void(session::Pins&)>& change, const char* role = "final",
                        session::Ending ending = session::Ending::passed) {
    session::Pins pins;
    pins.person = "69b1", pins.start.mode = session::Mode::assessed;
    change(pins);
    const auto standing = certificate::standing_of(pins, role, ending);
    return !standing.ok() ? "none" : *standing == Standing::passed ? "passed" : "practised";
  };
  const std::string passed = "passed", practised = "practised", none = "none";
  CHECK(shown([](session::Pins&) {}) == passed);
  for (const char* role : {"", "delayed", "final"})
    CHECK(shown([](session::Pins&) {}, role) == passed);
  CHECK(shown([](session::Pins&) {}, "baseline") == none);
  CHECK(shown([](session::Pins&) {}, "practice") == practised);
  CHECK(shown([](session::Pins& p) { p.start.mode = session::Mode::practice; }) == practised);
  CHECK(shown([](session::Pins& p) { p.start.mode = session::Mode::practice; }, "baseline") == none);
  CHECK(shown([](session::Pins& p) { p.start.mode = session::Mode::practice; }, "", session::Ending::failed) == practised);
  CHECK(shown([](session::Pins& p) { p.person = ""; }) == none);
  CHECK(shown([](session::Pins& p) { p.parent = "another"; }) == none);
  CHECK(shown([](session::Pins& p) { p.channel = session::Channel::rehearsal; }) == none);
  CHECK(shown([](session::Pins& p) { p.channel = session::Channel::command_line; }) == none);
  CHECK(shown([](session::Pins& p) { p.variant = session::warm_up_variant; }) == none);
  CHECK(shown([](session::Pins& p) { p.start.chance.push_back({"bag.leak", "tight"}); }) == none);
  for (const session::Ending ending : {session::Ending::open, session::Ending::closed, session::Ending::failed})
    CHECK(shown([](session::Pins&) {}, "final", ending) == none);
}

TEST_CASE("facts: a line that was changed is not printed") {
  Desk desk;
  const std::string attempt = desk.sit(desk.assessed(), 3);
  desk.close();
  const fs::path file = desk.data() / "firsthand.db";
  std::ifstream in(file, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  in.close();
  const std::string was = "\"sup\":\"none\"", is = "\"sup\":\"Lt X\"";
  REQUIRE(has(bytes, was));
  for (std::size_t at = bytes.find(was); at != bytes.npos; at = bytes.find(was, at))
    bytes.replace(at, was.size(), is);
  std::ofstream(file, std::ios::binary) << bytes;
  desk.open();
  CHECK(desk.facts(attempt).error().code == "record-damaged");
}

TEST_CASE("facts: questions that were reviewed are no drafts") {
  Desk desk(reviewed);
  const auto facts = desk.facts(desk.sit(desk.assessed(), 3));
  REQUIRE(facts.ok());
  CHECK(facts->asked == 4);
  CHECK(facts->drafts == 0);
}

TEST_CASE("facts: of several attempts the newest that was passed is told, else the newest that was practised") {
  Desk desk;
  const auto told = [&] { return certificate::attempt_to_tell(desk.store(), desk.person(), "exam"); };
  CHECK(told().error().code == "certificate-none");
  desk.sit(desk.assessed(), 1);
  CHECK(has(told().error().message, "not passed"));
  desk.sit(desk.practice(), 4);
  const std::string practised = desk.sit(desk.practice(), 2);
  CHECK(*told() == practised);
  const std::string passed = desk.sit(desk.assessed(), 4);
  CHECK(*told() == passed);
  CHECK(certificate::attempt_to_tell(desk.store(), desk.person(), "hall").error().code == "certificate-none");
}

TEST_CASE("facts: the page of a record holds what was sealed in it") {
  Desk desk;
  desk.enrol(), desk.list();
  const auto facts = desk.facts(desk.sit(desk.assessed(), 3));
  REQUIRE(facts.ok());
  const std::string said = on_one_line(text_on(pdf(*facts)));
  for (const std::string& part :
       {std::string("Dara Phromma"), std::string("0071"), std::string("75 %"), std::string("60 %"), std::string("3 of 4"),
        std::string("Passed unsupervised"), std::string("Provisional: nobody of the field has reviewed the questions."),
        facts->code.substr(0, 9), facts->end.hex(), std::string("Phuket 2, Room 3, 12")})
    CHECK_MESSAGE(has(said, part), part);
}

// For tests/certificate/commands.sh.
TEST_CASE("facts: a record to try the commands on") {
  const char* to = std::getenv("CERTIFICATE_RECORD");
  if (!to) return;
  const auto keep = [to](const fs::path& from, const char* name) {
    fs::copy(from, fs::path(to) / name, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  };
  Desk desk;
  desk.enrol(), desk.list();
  desk.sit(desk.practice(), 3);
  const std::string passed = desk.sit(desk.assessed(), 3);
  desk.close();
  keep(desk.data(), "data"), keep(desk.content(), "content");
  desk.open(), desk.decide(passed, "void"), desk.close();
  keep(desk.data(), "void");
  desk.open(), desk.decide(passed, "passed"), desk.close();
  keep(desk.data(), "again");
  Desk supervised;
  supervised.enrol(), supervised.list();
  supervised.sit_supervised(3, "device");
  supervised.close();
  keep(supervised.data(), "supervised");
}
