// What is exported of every play: it counts what the debrief counts, and every statement is one that xAPI allows.
#include "engine/content/titles.h"
#include "engine/records/publish.h"
#include "engine/report/debrief.h"
#include "tests/plays/workshop.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace play_tests;
namespace report = firsthand::report;
namespace storage = firsthand::storage;

namespace {

struct Counted {
  std::int64_t at_stake = 0, saved = 0, lost = 0;
};

// Every play twice: with its own chance as a rehearsal, and by a person at the window, so that it may count; those of a warm-up, too,
// which no export tells. What was played in the end is given by the attempt's id, as its debrief counts it.
std::map<std::string, Counted> play_all(Workshop& workshop) {
  std::map<std::string, Counted> counted;
  auto data_folder = workshop.open();
  int number = 0;
  for (const NamedPlay& named : all_plays(workshop)) {
    const std::string person = "p" + std::to_string(++number); // a first attempt each: of later ones less is told
    REQUIRE(data_folder->store().add_person({person, "Malee " + person, {}, {}, "{}", false, false}).ok());
    for (const bool at_the_window : {false, true}) {
      const auto content = taken(workshop.content_library.load(named.scenario));
      const session::Play play = read_play(content->prepared(), named);
      app::BeginOptions options = rehearsal_of(play);
      // Rehearsals are practice, of which no export tells how it went.
      if (at_the_window) options.channel = session::Channel::window, options.chance.clear(), options.person = person;
      if (at_the_window) options.mode = session::Mode::assessed;
      auto session = taken(data_folder->begin(named.scenario, options));
      for (const session::Action& action : actions_of(play))
        (void)session->submit_and_wait(action, session->turn());
      if (session->pins().variant == session::warm_up_variant) continue; // sealed, and in no export
      const report::AttemptTimeline timeline = session->timeline();
      const report::Debrief debrief = report::debrief_of(timeline, session->attempt());
      Counted& told = counted[session->id()] = {debrief.value_all, debrief.value_saved, 0};
      std::int64_t saved = 0, all = 0;
      for (const report::ItemOutcome& item : debrief.items) {
        all += item.holding->value;
        saved += item.fate == session::Fate::saved ? item.holding->value : 0; // as the debrief's own list has it
        told.lost += item.fate == session::Fate::lost ? item.holding->value : 0;
      }
      CHECK(all == debrief.value_all);
      CHECK(saved == debrief.value_saved);
    }
  }
  return counted;
}

struct Exported {
  explicit Exported(Workshop& workshop)
      : counted(play_all(workshop)), database(taken(storage::Database::open(workshop.data / "firsthand.db", read_only()))),
        records(taken(report::read_records(database))) {
    table = bytes_of(report::completion_table(records, {}).front());
    statements = nlohmann::json::parse(
        bytes_of(report::xapi_statements(records, workshop.modules, content::kept_titles(database, workshop.content_library)).front()));
  }
  static storage::Options read_only() {
    storage::Options options;
    options.mode = storage::OpenMode::read_only;
    return options;
  }
  static std::string bytes_of(const report::ExportFile& file) {
    std::string bytes;
    REQUIRE(file.write([&bytes](std::string_view part) { bytes += part; }).ok());
    return bytes;
  }

  std::map<std::string, Counted> counted;
  storage::Database database;
  report::Records records;
  std::string table;
  nlohmann::json statements;
};

// Rows of a table whose cells here hold no comma.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& csv) {
  std::vector<std::string> header;
  std::vector<std::map<std::string, std::string>> rows;
  std::istringstream lines(csv.substr(3));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line.substr(0, line.size() - 1) + ",");
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, ',');)
      row.push_back(cell);
    if (header.empty()) {
      header = row;
      continue;
    }
    REQUIRE(row.size() == header.size());
    rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i)
      rows.back()[header[i]] = row[i];
  }
  return rows;
}

// '0': a digit, 'x': a hex digit; every other sign stands for itself.
bool has_form(std::string_view text, std::string_view form) {
  if (text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9', hex = digit || (text[i] >= 'a' && text[i] <= 'f');
    if (form[i] == '0' ? !digit : form[i] == 'x' ? !hex : text[i] != form[i]) return false;
  }
  return true;
}

bool is_uuid(const std::string& text) { return has_form(text, "xxxxxxxx-xxxx-8xxx-xxxx-xxxxxxxxxxxx"); }
bool is_iri(const std::string& text) { return text.starts_with("http://") || text.starts_with("https://"); }

// PT1H2M3S, each part but the last may be missing
bool is_duration(std::string text) {
  if (!text.starts_with("PT")) return false;
  text = text.substr(2);
  for (const char unit : {'H', 'M', 'S'}) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
      ++digits;
    if (digits > 0 && digits < text.size() && text[digits] == unit)
      text = text.substr(digits + 1);
    else if (unit == 'S')
      return false;
  }
  return text.empty();
}

void check_activity(const nlohmann::json& activity) {
  CHECK(activity["objectType"] == "Activity");
  CHECK(is_iri(activity["id"]));
  CHECK(is_iri(activity["definition"]["type"]));
  REQUIRE(activity["definition"]["name"].size() == 1);
  for (const auto& [language, name] : activity["definition"]["name"].items()) {
    CHECK_FALSE(language.empty());
    CHECK_FALSE(name.get<std::string>().empty());
  }
}

void check_score(const nlohmann::json& score) {
  CHECK(score["raw"].get<int>() >= score["min"].get<int>());
  CHECK(score["raw"].get<int>() <= score["max"].get<int>());
  if (!score.contains("scaled")) return;
  CHECK(score["scaled"].get<double>() >= 0.0);
  CHECK(score["scaled"].get<double>() <= 1.0);
}

void check_result(const nlohmann::json& statement) {
  const std::string word = statement["verb"]["display"]["en"];
  if (!statement.contains("result")) {
    CHECK((word == "initialized" || word == "experienced" || word == "resumed" || word == "answered")); // of a baseline, passed over
    return;
  }
  const auto& result = statement["result"];
  if (result.contains("score")) check_score(result["score"]);
  if (result.contains("duration")) CHECK(is_duration(result["duration"]));
  if (result.contains("response")) CHECK(result["response"].is_string());
  if (word == "completed") CHECK((result["completion"] == true && !result.contains("score") && !result.contains("success")));
  if (word != "passed" && word != "failed") return;
  const double mastery = statement["context"]["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"];
  CHECK(result["success"] == (word == "passed"));
  CHECK((result["score"]["scaled"].get<double>() >= mastery) == (word == "passed"));
}

void check_context(const nlohmann::json& statement) {
  const auto& context = statement["context"];
  CHECK(is_uuid(context["registration"]));
  CHECK(context["platform"] == "Firsthand test"); // of the entry
  CHECK(context["language"] == "en");
  CHECK(context["contextActivities"]["grouping"][0]["id"] == "https://firsthand.invalid/activities/courses/first-responder");
  for (const auto& [relation, activities] : context["contextActivities"].items()) {
    REQUIRE(activities.is_array());
    for (const auto& activity : activities) {
      check_activity(activity);
      CHECK(activity["id"] != statement["object"]["id"]); // nothing is its own parent
    }
  }
}

void check_statement(const nlohmann::json& statement) {
  CHECK(is_uuid(statement["id"]));
  CHECK(has_form(statement["timestamp"].get<std::string>(), "0000-00-00T00:00:00.000Z"));
  CHECK(statement["actor"].size() == 2); // exactly one identifier
  CHECK(statement["actor"]["objectType"] == "Agent");
  CHECK(is_iri(statement["actor"]["account"]["homePage"]));
  CHECK_FALSE(statement["actor"]["account"]["name"].get<std::string>().empty());
  CHECK(is_iri(statement["verb"]["id"]));
  for (const char* of_the_server : {"stored", "authority", "version"})
    CHECK_FALSE(statement.contains(of_the_server));
  check_activity(statement["object"]);
  check_result(statement);
  check_context(statement);
}

} // namespace

TEST_CASE("plays: the table, the statements and the debrief count the same evidence") {
  Workshop workshop;
  const Exported exported(workshop);
  std::set<std::int64_t> kinds;
  std::map<bool, int> modes;
  for (const auto& row : rows_of(exported.table)) {
    CAPTURE(row.at("attempt"));
    const Counted& counted = exported.counted.at(row.at("attempt"));
    const bool practice = row.at("mode") == "practice";
    ++modes[practice];
    if (practice)
      for (const char* column : {"score_per_mille", "turns", "evidence_saved", "evidence_lost", "points_won", "broken_rules"})
        CHECK(row.at(column) == "");
    if (practice) continue;
    CHECK(row.at("evidence_saved") == std::to_string(counted.saved));
    CHECK(row.at("evidence_lost") == std::to_string(counted.lost));
    kinds.insert(counted.saved);
  }
  CHECK(kinds.size() > 2); // not all of them nothing, or everything
  CHECK(modes[true] > 10);
  CHECK(modes[false] > 10);
  std::size_t ended = 0;
  for (const auto& statement : exported.statements) {
    if (statement["verb"]["display"]["en"] != "terminated") continue;
    const std::string attempt = statement["context"]["extensions"]["https://firsthand.invalid/extensions/attempt"];
    const bool practice = statement["context"]["extensions"]["https://firsthand.invalid/extensions/mode"] == "practice";
    if (practice) CHECK_FALSE(statement["result"].contains("extensions"));
    if (practice) continue;
    ++ended;
    const auto& told = statement["result"]["extensions"];
    CHECK(told["https://firsthand.invalid/extensions/evidence-at-stake"] == exported.counted.at(attempt).at_stake);
    CHECK(told["https://firsthand.invalid/extensions/evidence-saved"] == exported.counted.at(attempt).saved);
    CHECK(told["https://firsthand.invalid/extensions/evidence-lost"] == exported.counted.at(attempt).lost);
  }
  CHECK(ended > 10);
}

TEST_CASE("plays: every statement of every play is one that xAPI allows, and says what things are called") {
  Workshop workshop;
  const Exported exported(workshop);
  std::set<std::string> ids, words, names;
  for (const auto& statement : exported.statements) {
    check_statement(statement);
    ids.insert(statement["id"]);
    words.insert(statement["verb"]["display"]["en"]);
    names.insert(statement["object"]["definition"]["name"].value("en", ""));
  }
  CHECK(ids.size() == exported.statements.size());
  for (const std::string word : {"initialized", "experienced", "answered", "passed", "failed", "completed", "terminated"})
    CHECK_MESSAGE(words.count(word) == 1, word);
  CHECK(names.count("One phone") == 1);
}
