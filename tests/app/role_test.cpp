// A test at the window: what it is sat for is decided before it begins, stands in its first line, and is checked when it is read back.
#include "engine/app/admission.h"
#include "engine/app/history.h"
#include "tests/app/fixture.h"

#include <fmt/format.h>

using namespace app_tests;
namespace assessment = firsthand::assessment;

namespace {

// A test of one question a form; whoever opens the right door passes.
class Quiz final : public Doors {
 public:
  Quiz() {
    test_.id = "quiz", test_.tries = 2, test_.wait = 7 * 86'400;
    test_.forms = {{"a"}, {"b"}, {"c"}};
  }
  const char* kind() const override { return "quiz"; }
  const model::Test* test(const session::Spec&) const override { return &test_; }
  session::Paper paper(const session::Spec&, std::size_t form, const simulation::Seed&) const override {
    if (form >= test_.forms.size()) return {};
    return {{test_.forms[form][0], "00000000", {}}};
  }
  std::optional<bool> passes(const session::Context& context) const override { return context.state.slots[0] == 2; }

 private:
  model::Test test_;
};

session::Catalogue two_kinds() {
  std::vector<std::unique_ptr<const session::Module>> modules;
  modules.push_back(std::make_unique<Doors>()), modules.push_back(std::make_unique<Quiz>());
  return session::Catalogue(std::move(modules));
}

void add_quiz(const Folder& folder) {
  folder.write("scenarios/courses/tour/course.yaml", "course: tour\nformat: 1\nlanguage: en\ntitle: Tour\nscenarios: [hall, quiz]\n"
                                                     "baseline: [test: quiz]\nfinal: [test: quiz]\n");
  std::string quiz = hall_yaml();
  quiz.replace(quiz.find("hall"), 4, "quiz");
  quiz = quiz.substr(0, quiz.find("steps:")) + "steps:\n  - {id: first, kind: quiz, title: First, prompt: \"Which?\"}\n";
  folder.write("scenarios/courses/tour/quiz/scenario.yaml", quiz);
}

// A final of the test and of a scene that stands in no list.
void add_parts(const Folder& folder) {
  add_quiz(folder);
  folder.write("scenarios/courses/tour/course.yaml",
               "course: tour\nformat: 1\nlanguage: en\ntitle: Tour\nscenarios: [hall, quiz]\n"
               "final:\n- test: quiz\n- {scenario: yard, tries: 1}\npass: {all-of: final, within: 30 d}\n");
  std::string yard = hall_yaml();
  folder.write("scenarios/courses/tour/yard/scenario.yaml", yard.replace(yard.find("hall"), 4, "yard"));
}

struct School : Office {
  explicit School(void (*add)(const Folder&) = add_quiz) : Office(two_kinds(), add) {
    open();
    dara = taken(data_folder->add_person("Dara", "")).id;
  }
  base::Result<std::unique_ptr<app::AttemptSession>> sit(const char* lesson = "quiz") {
    app::BeginOptions options;
    options.person = dara, options.mode = lesson == std::string("hall") ? session::Mode::practice : session::Mode::assessed;
    return data_folder->begin(lesson, options);
  }
  // To its end.
  std::string play(const char* lesson, const char* door) {
    auto session = taken(sit(lesson));
    while (!session->over()) {
      const std::string step = session->prepared().scenario.steps[session->attempt().step].id;
      REQUIRE(submit(*session, "do " + step + " open " + door).kind == app::Submitted::Kind::adopted);
      REQUIRE(submit(*session, "go on").kind == app::Submitted::Kind::adopted);
    }
    return session->id();
  }
  base::Json first_line(const std::string& attempt) {
    return taken(base::parse_json_line(taken(data_folder->store().entries_of(attempt)).front().entry.line));
  }
  std::string dara;
};

std::string form_for(const std::string& who, assessment::Role role, assessment::Try which = assessment::Try::first) {
  return assessment::form_name(assessment::form_for("quiz", who, 3, role, which));
}

constexpr std::int64_t in_days(int days) { return 1'767'225'600'000 + days * std::int64_t{86'400'000}; }

} // namespace

TEST_CASE("role: baseline, final and its second try stand in the first line, each with its form, and a lesson has none of them") {
  School school;
  const base::Json baseline = school.first_line(school.play("quiz", "left"));
  CHECK(baseline.at("role").text() == "baseline");
  CHECK(baseline.at("form").text() == form_for(school.dara, assessment::Role::baseline));
  CHECK_FALSE(baseline.find("try"));
  CHECK(error_of(school.sit()) == "test-lessons-first");
  CHECK_FALSE(school.first_line(school.play("hall", "left")).find("role"));
  const base::Json first = school.first_line(school.play("quiz", "left"));
  CHECK(first.at("role").text() == "final");
  CHECK(first.at("form").text() == form_for(school.dara, assessment::Role::final_test));
  CHECK(first.at("try").number() == 1);
  CHECK(error_of(school.sit()) == "test-wait");
  school.clock.set({in_days(-30)});
  CHECK(error_of(school.sit()) == "test-clock");
  school.clock.set({in_days(8)});
  const base::Json second = school.first_line(school.play("quiz", "left"));
  CHECK(second.at("try").number() == 2);
  CHECK(second.at("form").text() == form_for(school.dara, assessment::Role::final_test, assessment::Try::again));
  school.clock.set({in_days(40)});
  CHECK(error_of(school.sit()) == "test-tries");
}

TEST_CASE("role: an attempt at a part of a final names all of them; a scene is sealed as what it is sat for, and is no practice") {
  School school(add_parts);
  CHECK(error_of(school.sit("yard")) == "test-lessons-first");
  school.play("hall", "right");
  const base::Json quiz = school.first_line(school.play("quiz", "right"));
  CHECK(quiz.at("parts").line() == R"(["quiz","yard"])");
  CHECK(quiz.at("within").number() == 30 * 86'400);
  app::BeginOptions practice;
  practice.person = school.dara;
  CHECK(error_of(school.data_folder->begin("yard", practice)) == "language-draft");
  const std::string yard = school.play("yard", "right");
  CHECK(school.first_line(yard).at("role").text() == "final");
  CHECK(school.first_line(yard).at("try").number() == 1);
  CHECK_FALSE(school.first_line(yard).find("form"));
  CHECK(taken(school.data_folder->attempts(school.dara)).front().role == "final");
  CHECK_FALSE(taken(school.data_folder->history(yard)).difference);
  CHECK(error_of(school.sit("yard")) != "");
}

TEST_CASE("role: a test that is passed, or is under way, is not begun again; lists tell role, form, try and competencies") {
  School school;
  school.play("hall", "right");
  {
    const auto open = taken(school.sit());
    CHECK(error_of(school.sit()) == "test-under-way");
    CHECK(submit(*open, "do first open right").kind == app::Submitted::Kind::adopted);
    CHECK(submit(*open, "go on").kind == app::Submitted::Kind::adopted);
  }
  CHECK(error_of(school.sit()) == "test-passed");
  const app::AttemptCard card = taken(school.data_folder->attempts(school.dara)).front();
  CHECK(card.role == "final");
  CHECK(card.form == form_for(school.dara, assessment::Role::final_test));
  CHECK(card.nth_try == 1);
}

TEST_CASE("role: the form follows from the service number, where there is one") {
  School school;
  storage::RosterRow row;
  row.number = "0071", row.name = "Dara", row.person = school.dara;
  done(school.data_folder->import_roster({row}));
  const std::string attempt = school.play("quiz", "left");
  CHECK(school.first_line(attempt).at("form").text() == form_for("0071", assessment::Role::baseline));
  CHECK_FALSE(taken(school.data_folder->history(attempt)).difference);
}

// By the number alone the final would ask again what the baseline of the typed name asked.
TEST_CASE("role: whoever sat the baseline as a typed name and was joined to a number later is asked another form in the final") {
  for (std::size_t wanted = 0; wanted < 3; ++wanted) {
    School school;
    const std::string baseline = school.first_line(school.play("quiz", "left")).at("form").text();
    storage::RosterRow row;
    for (int i = 1; row.number.empty(); ++i)
      if (assessment::form_for("quiz", fmt::format("{:04}", i), 3, assessment::Role::final_test) == wanted)
        row.number = fmt::format("{:04}", i);
    row.name = "Dara", row.person = school.dara;
    done(school.data_folder->import_roster({row}));
    school.play("hall", "left");
    const std::string after = school.play("quiz", "left");
    CHECK(school.first_line(after).at("form").text() != baseline);
    CHECK_FALSE(taken(school.data_folder->history(after)).difference);
  }
}

TEST_CASE("role: a command or a rehearsal asks what its play was written for, and has no role") {
  School school;
  app::BeginOptions options;
  options.person = school.dara, options.mode = session::Mode::assessed, options.channel = session::Channel::command_line;
  CHECK_FALSE(school.first_line(taken(school.data_folder->begin("quiz", options))->id()).find("paper"));
}

// Sealed anew by hand: the chain does not tell it.
TEST_CASE("role: one that does not fit the paper is a difference when the record is computed again") {
  School school;
  const std::string attempt = school.play("quiz", "left");
  const storage::StoredEntry begun = taken(school.data_folder->store().entries_of(attempt)).front();
  const auto forged = [&](const char* from, const std::string& to, const std::string& var = R"("var":)") {
    School other;
    std::string line = begun.entry.line;
    const std::size_t at = line.find(from);
    REQUIRE(at != line.npos);
    line.replace(at, std::string_view(from).size(), to);
    line.replace(line.find(R"("var":)"), std::string_view(R"("var":)").size(), var);
    line.replace(line.find(attempt), attempt.size(), std::string(attempt.size(), 'f')); // both schools draw the same ids
    other.play("quiz", "left");                                                         // so that the content is kept there
    const auto row = taken(school.data_folder->store().attempt(attempt));
    storage::AppendRequest request;
    request.attempt = *row, request.attempt.id = std::string(attempt.size(), 'f');
    request.attempt.turn = 0, request.kind = "begin", request.line = line, request.at = begun.at;
    (void)taken(other.data_folder->store().append(request));
    const auto history = taken(other.data_folder->history(request.attempt.id));
    return history.difference ? history.difference->what : std::string();
  };
  CHECK(forged("begin", "begin") == "");
  CHECK(forged(R"("role":"baseline")", R"("role":"final")", R"("try":1,"var":)").starts_with("paper: form "));
  CHECK(forged(R"("role":"baseline")", R"("role":"nothing")").starts_with("paper: form "));
  CHECK(forged(R"("paper":[[")", R"("paper":[["z)").starts_with("paper: it is not form "));
  const std::string form = form_for(school.dara, assessment::Role::baseline);
  CHECK(forged(R"("shown":)", R"("seen":[")" + form + R"("],"shown":)").starts_with("paper: form ")); // another one was due then
}
