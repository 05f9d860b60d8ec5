// A record of our own: a small test of four questions, one person, and attempts at it as the window makes them.
#pragma once

#include "tests/app/fixture.h"

#include "modules/catalogue.h"

#include <fmt/format.h>

namespace certificate_tests {

inline std::string question(const char* id, const char* competency, const std::string& state) {
  return fmt::format("  - id: {0}\n    kind: one\n    competency: {1}\n{2}    stem: What of {0}?\n    options:\n"
                     "      - {{id: {0}-good, text: Look at it, right: yes, why: So., source: practice}}\n"
                     "      - {{id: {0}-bad, text: Leave it be, why: Not so., source: practice}}\n",
                     id, competency, state);
}

constexpr const char* reviewed = "    state: reviewed\n    author: Cy\n    reviewed-by: [Ann, Bo]\n";

constexpr const char* exam_yaml = "format: 1\nlanguage: en\ntitle: The exam\nsummary: Four questions.\nrole: Visitor\nminutes: 5\n"
                                  "starts: 2026-03-04 09:10 +07:00\ndoctrine: house\npeople:\n  - {id: you, model: visitor, name: You}\n"
                                  "steps:\n  - {id: paper, kind: test, title: The paper, test: check}\n";
// Of a course whose final has a second part.
constexpr const char* with_second = "final: [test: exam, test: second]\npass: {all-of: final, within: 30 d}\n";

// `state`: of its questions, as their file says it; nothing: drafts. `before`: a line of the course.
inline void write_exam(const app_tests::Folder& folder, const std::string& state, const std::string& before) {
  app_tests::write_hall(folder);
  folder.write("scenarios/banks/small/bank.yaml",
               "bank: small\nformat: 1\nlanguage: en\nuse: measure\ntitle: A small bank\nsummary: Four.\n");
  folder.write("scenarios/banks/small/items/all.yaml", "items:\n" + question("a", "custody", state) + question("b", "custody", state) +
                                                           question("c", "triage", state) + question("d", "triage", state));
  folder.write("scenarios/courses/tour/course.yaml",
               before == with_second
                   ? "course: tour\nformat: 1\nlanguage: en\ntitle: Tour\nscenarios: [exam, second]\n" + before
                   : "course: tour\nformat: 1\nlanguage: en\ntitle: Tour\nscenarios: [exam]\nfinal: [test: exam]\n" + before);
  folder.write("scenarios/courses/tour/tests/check.yaml",
               "test: check\ntitle: A small test\nbanks: [small]\nblueprint: {custody: 2, triage: 2}\ncut: 600\n");
  folder.write("scenarios/courses/tour/tests/check-forms.yaml", "forms:\n  - [a, b, c, d]\n");
  folder.write("scenarios/courses/tour/exam/scenario.yaml", std::string("scenario: exam\n") + exam_yaml);
  if (before == with_second) folder.write("scenarios/courses/tour/second/scenario.yaml", std::string("scenario: second\n") + exam_yaml);
}
constexpr const char* with_baseline = "baseline: [test: exam]\n";

class Desk {
 public:
  explicit Desk(const std::string& state = "", const std::string& before = "") {
    write_exam(content_, state, before);
    services_.entropy = &entropy_, services_.clock = &clock_, services_.modules = &modules_;
    services_.pin_cost = crypto::minimal_pin_cost, services_.version = "0.1.0";
    files_.emplace(std::vector<content::ContentRoot>{{content_.path, ""}});
    library_.emplace(*files_, modules_);
    open();
    person_ = app_tests::taken(folder_->add_person("Dara Phromma", "")).id;
  }

  app::DataFolder& folder() { return *folder_; }
  records::Store& store() { return folder_->store(); }
  const std::string& person() const { return person_; }
  const app_tests::fs::path& data() const { return data_.path; }
  const app_tests::fs::path& content() const { return content_.path; }
  content::ContentLibrary& library() { return *library_; }
  void enrol() { app_tests::done(folder_->enrol({"Phuket 2", "Room 3", "12"})); }
  // In the list of people, with a number.
  void list() {
    storage::RosterRow row;
    row.person = person_, row.number = "0071", row.name = "Dara Phromma", row.rank = "Pol. Sgt.", row.unit = "Patrol",
    row.since = "2026-01-01";
    app_tests::done(folder_->import_roster({row}));
  }

  // In a session of the first of those who may supervise; something is noted in it, and it is closed.
  std::string sit_supervised(int right, const char* incident) {
    if (deciders_.empty()) deciders_.push_back(supervisor(0));
    const base::Moment until{clock_.now().milliseconds + 3'600'000};
    CHECK(app_tests::taken(folder_->open_session({deciders_[0], "1234", "exam", "Room 3", {person_}, until})).kind ==
          app::SignIn::Kind::welcome);
    app::BeginOptions options = assessed();
    options.identity = "card";
    const std::string attempt = sit(options, right);
    app_tests::done(folder_->mark_incident(deciders_[0], person_, incident));
    (void)app_tests::taken(folder_->close_session(deciders_[0]));
    return attempt;
  }
  // Two more who may supervise decide about it.
  void decide(const std::string& attempt, const char* to) {
    const char* const why = std::string_view(to) == "failed" ? "mistake" : "question"; // what fits it
    app::DecisionWanted wanted{attempt, to, why, {}};
    for (std::size_t i = 0; i < wanted.by.size(); ++i) {
      if (deciders_.size() <= i) deciders_.push_back(supervisor(i));
      wanted.by[i] = {deciders_[i], "1234"};
    }
    for (const app::SignIn& each : app_tests::taken(folder_->decide(wanted)))
      CHECK(each.kind == app::SignIn::Kind::welcome);
  }

  app::BeginOptions assessed() const {
    app::BeginOptions options;
    options.person = person_, options.mode = session::Mode::assessed;
    return options;
  }
  app::BeginOptions practice() const {
    app::BeginOptions options;
    options.person = person_;
    return options;
  }
  // Answers so many of four right and hands in. Gives the attempt's id.
  std::string sit(const app::BeginOptions& options, int right, bool hand_in = true, const char* lesson = "exam") {
    auto session = app_tests::taken(folder_->begin(lesson, options));
    for (const char* id : {"a", "b", "c", "d"})
      submit(*session, fmt::format("do paper choose {0} option={0}-{1}", id, right-- > 0 ? "good" : "bad"));
    if (hand_in) submit(*session, "do paper hand-in");
    return session->id();
  }
  base::Result<certificate::Facts> facts(const std::string& attempt, const std::string& language = "en") {
    content::ContentSnapshots snapshots(*library_);
    return certificate::facts_of(store(), snapshots, *library_, attempt, language);
  }
  void open() { folder_ = app_tests::taken(app::DataFolder::open(services_, *library_, {data_.path, {}, {}})); }
  void close() { folder_.reset(); }

 private:
  std::string supervisor(std::size_t i) {
    const std::string number = "009" + std::to_string(i);
    storage::RosterRow row;
    row.number = number, row.name = i == 0 ? "Mali Srisuk" : "Somchai Dee", row.since = "2026-01-01", row.supervises = "yes";
    app_tests::done(folder_->import_roster({row}));
    const std::string id = app_tests::taken(folder_->person_named(number))->id;
    app_tests::done(folder_->set_first_pin(id, "1234"));
    return id;
  }
  static void submit(app::AttemptSession& session, const std::string& words) {
    CAPTURE(words);
    CHECK(app_tests::submit(session, words).kind != app::Submitted::Kind::refused);
  }

  app_tests::Folder content_, data_;
  crypto::SeededEntropy entropy_{"certificate"};
  records::FixedClock clock_{{1'795'600'440'000}, 1000, 420};
  session::Catalogue modules_ = modules::make_catalogue();
  records::Services services_;
  std::optional<content::DiskFiles> files_;
  std::optional<content::ContentLibrary> library_;
  std::unique_ptr<app::DataFolder> folder_;
  std::string person_;
  std::vector<std::string> deciders_;
};

} // namespace certificate_tests
