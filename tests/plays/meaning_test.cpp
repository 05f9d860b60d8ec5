// What `check` and `prove` ask of a lesson's meaning: a folder of wrong lessons (tests/plays/wrong), one for each question, and what the
// search of `prove` may say of a lesson.
#include "modules/catalogue.h"

#include "engine/base/json_line.h"
#include "engine/content/lint.h"
#include "engine/proving/search.h"
#include "engine/proving/table.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace firsthand;
namespace fs = std::filesystem;

namespace {

const fs::path wrong_folder = fs::path(FIRSTHAND_SOURCE) / "tests/plays/wrong";

struct Linted {
  session::Catalogue modules = modules::make_catalogue(); // the lessons refer to it
  content::LintResult lint;
};

void lint_path(Linted& linted, const fs::path& path, content::Asked asked = content::Asked::by_its_format) {
  const auto located = content::locate(path);
  REQUIRE(located);
  const content::DiskFiles files({{FIRSTHAND_SOURCE, "", "", true}, located->root});
  content::lint_content(files.view_of(located->root), linted.modules, *located, linted.lint, reading::as_written, "", asked);
}

std::string code_of(const content::LintFinding& finding) { return base::parse_json_line(finding.json)->at("code").text(); }

// Of a lesson checked alone, those of its doctrine among them.
std::set<std::string> codes_of(const std::string& lesson) {
  Linted linted;
  lint_path(linted, wrong_folder / "courses/wrong" / lesson);
  std::set<std::string> codes;
  for (const content::LintFinding& finding : linted.lint.findings)
    codes.insert(code_of(finding));
  return codes;
}

struct Searched {
  explicit Searched(const std::string& lesson, int acts = 3000) {
    lint_path(linted, wrong_folder / "courses/wrong" / lesson);
    REQUIRE(linted.lint.scenarios.size() == 1);
    const content::ScenarioLint& one = linted.lint.scenarios[0];
    REQUIRE(one.content->usable());
    const bool has_exemplar = !one.content->prepared().scenario.exemplar.empty();
    proof = proving::search(one.content->prepared(), one.acts, has_exemplar, {acts});
  }
  const session::Prepared& prepared() const { return linted.lint.scenarios[0].content->prepared(); }
  proving::Answer answer(proving::Claim::Kind kind, const char* about) const {
    const proving::Claim* claim = proof.claim(kind, about);
    REQUIRE(claim);
    return claim->answer;
  }
  Linted linted;
  proving::Proof proof;
};

} // namespace

TEST_CASE("meaning: each wrong lesson has its finding and no other, the sound one none") {
  int lessons = 0;
  for (const auto& entry : fs::directory_iterator(wrong_folder / "courses/wrong")) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() || name == "owes-a-play") continue;
    CAPTURE(name);
    ++lessons;
    std::set<std::string> expected;
    if (name != "sound") expected.insert("F" + name.substr(1, 4));
    if (!fs::exists(entry.path() / "proof.txt")) expected.insert("F1117"); // nobody has searched it
    std::string found, wanted;
    for (const std::string& code : codes_of(name))
      found += code + " ";
    for (const std::string& code : expected)
      wanted += code + " ";
    CHECK(found == wanted);
  }
  CHECK(lessons >= 20);
}

TEST_CASE("meaning: every finding about it has a wrong lesson, or the note of all of them") {
  for (const reading::FindingKind& kind : reading::finding_kinds()) {
    const std::string code = kind.code;
    if (!code.starts_with("F11") || code == "F1117") continue;
    bool has_lesson = false;
    for (const auto& entry : fs::directory_iterator(wrong_folder / "courses/wrong"))
      has_lesson = has_lesson || entry.path().filename().string().starts_with("f" + code.substr(1) + "-");
    CHECK_MESSAGE(has_lesson, code);
  }
}

TEST_CASE("meaning: what ships has no finding but notes of what it owes") {
  Linted linted;
  lint_path(linted, fs::path(FIRSTHAND_SOURCE) / "scenarios");
  for (const content::LintFinding& finding : linted.lint.findings)
    CHECK_MESSAGE(finding.gravity == model::Gravity::note, finding.text);
  CHECK(linted.lint.scenarios.size() >= 3);
}

TEST_CASE("meaning: what a lesson owes is told as a note") {
  Linted linted;
  lint_path(linted, wrong_folder / "courses/wrong/owes-a-play");
  std::size_t owed = 0;
  for (const content::LintFinding& finding : linted.lint.findings)
    owed += code_of(finding) == "F1103";
  CHECK(owed == 1);
  CHECK(linted.lint.count(model::Gravity::note) == linted.lint.findings.size());
}

TEST_CASE("meaning: a lesson of format 1 is asked for no more than before, unless somebody asks, and then in notes") {
  Linted quiet, asked;
  lint_path(quiet, fs::path(FIRSTHAND_SOURCE) / "tests/plays/own-folder");
  CHECK(quiet.lint.findings.empty());
  CHECK(quiet.lint.scenarios.at(0).at_format_2 > 0);
  lint_path(asked, fs::path(FIRSTHAND_SOURCE) / "tests/plays/own-folder", content::Asked::everything);
  CHECK(asked.lint.findings.size() == static_cast<std::size_t>(quiet.lint.scenarios.at(0).at_format_2));
  CHECK(asked.lint.count(model::Gravity::note) == asked.lint.findings.size());
}

TEST_CASE("meaning: the table tells of each rule and play what was kept and broken") {
  Linted linted;
  lint_path(linted, wrong_folder / "courses/wrong/sound");
  const content::ScenarioLint& lesson = linted.lint.scenarios.at(0);
  REQUIRE(lesson.content->usable());
  const proving::Table table = proving::table_of(lesson.content->prepared(), lesson.acts);
  CHECK(table.plays == std::vector<std::string>{"expert", "careless"});
  std::map<std::string, std::string> rows;
  for (const proving::Row& row : table.rows)
    for (const proving::Mark& mark : row.plays)
      rows[lesson.content->prepared().scenario.doctrine.rules[row.rule].id] += mark.kept ? "k" : mark.broken ? "b" : "-";
  CHECK(rows == std::map<std::string, std::string>{{"tell-her", "kb"}, {"leave-shut", "kb"}});
}

TEST_CASE("proving: the proof beside a lesson is what the search finds today") {
  int proofs = 0;
  for (const auto& entry : fs::directory_iterator(wrong_folder / "courses/wrong")) {
    const std::string name = entry.path().filename().string();
    if (name != "f1112-never-comes-up" && name != "f1119-can-only-be-broken" && name != "f1120-no-way-to-the-end") continue;
    const Searched one(name);
    const std::string text = proving::proof_text(one.prepared(), one.proof);
    const fs::path path = entry.path() / "proof.txt";
    if (std::getenv("FIRSTHAND_BLESS")) std::ofstream(path, std::ios::binary) << text;
    std::ifstream in(path, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == text);
    ++proofs;
  }
  CHECK(proofs == 3);
}

TEST_CASE("proving: a small lesson is searched whole, and what it cannot do is impossible") {
  using Kind = proving::Claim::Kind;
  const Searched one("f1119-can-only-be-broken");
  CHECK(one.proof.whole);
  CHECK(one.answer(Kind::kept, "seal-it") == proving::Answer::impossible);
  CHECK(one.answer(Kind::broken, "seal-it") == proving::Answer::shown);
  CHECK(one.proof.faults.empty());
}

TEST_CASE("proving: what no play shows is found, with the acts that lead there; what was not decided is called so") {
  using Kind = proving::Claim::Kind;
  const Searched one("f1103-never-broken");
  const proving::Claim* found = one.proof.claim(Kind::broken, "leave-shut");
  REQUIRE(found);
  CHECK(found->answer == proving::Answer::shown);
  CHECK(found->play.name.empty());
  proving::Player player(one.prepared(), found->play.chance);
  player.follow(found->play.acts);
  CHECK(player.refused() == 0);
  bool broken = false;
  for (const auto& judged : one.prepared().rule_set.judgements(player.attempt().judgements))
    broken =
        broken || (one.prepared().scenario.doctrine.rules[judged.rule].id == "leave-shut" && judged.verdict == judging::Verdict::broken);
  CHECK(broken);
  CHECK(one.proof.claim(Kind::kept, "tell-her")->play.name == "expert");
  const Searched hasty("f1103-never-broken", 3);
  CHECK(hasty.answer(Kind::broken, "leave-shut") == proving::Answer::undecided);
}

TEST_CASE("proving: a state without a way to the end is told with the play that leads there") {
  const Searched one("f1120-no-way-to-the-end");
  REQUIRE(one.proof.faults.size() == 1);
  CHECK(one.proof.faults[0].kind == proving::Fault::Kind::stuck);
  CHECK(one.proof.faults[0].about == "room");
  const Searched form("f1107-no-right-answer");
  REQUIRE(form.proof.faults.size() == 1);
  CHECK(form.proof.faults[0].about == "form/crate/lid");
}

TEST_CASE("proving: the same search gives the same proof, and a proof is read back as it was written") {
  const Searched one("f1108-needs-luck"), again("f1108-needs-luck");
  const std::string text = proving::proof_text(one.prepared(), one.proof);
  CHECK(text == proving::proof_text(again.prepared(), again.proof));
  CHECK(one.proof.exemplar.size() == 2);
  const auto read = proving::read_proof(one.prepared(), text);
  REQUIRE(read);
  CHECK(proving::proof_text(one.prepared(), *read) == text);
  CHECK_FALSE(proving::read_proof(Searched("sound").prepared(), text)); // of other rules
  CHECK_FALSE(proving::read_proof(one.prepared(), text + "nonsense\n"));
}
