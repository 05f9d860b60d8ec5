// Record lines, and an attempt computed again from them.
#include "tests/session/fixture.h"

#include "engine/ledger/ledger.h"
#include "engine/session/keyboard_time.h"
#include "engine/session/sum.h"

namespace firsthand::session::test {

namespace {

// Plays and writes the lines that would be sealed.
class Recorder {
 public:
  Recorder() {
    pins = pins_of(p, {});
    pins.attempt = "a-1";
    pins.person = "p-7";
    pins.start.seed.bytes[3] = 9;
    session_entry = {"en", p.shown_hash, {"large-text"}};
    model::FactList list;
    attempt = begin(p, pins.start, list);
    lines.push_back(begin_line(p, attempt, pins, session_entry, list.facts, {1000}));
  }
  void act(const char* words, const std::vector<std::string>& commitments = {}) {
    const auto action = parse_action(words, p.symbols);
    REQUIRE(action.ok());
    model::FactList list;
    REQUIRE_FALSE(advance(p, attempt, *action, attempt.turn, list));
    lines.push_back(turn_line(p, attempt, pins.attempt, *action, commitments, list.facts, {2000 + attempt.turn}));
  }
  Recorder& whole() {
    for (const char* words : {"do door pick option=right", "go on", "do table look jar", "do table open jar"})
      act(words);
    lines.push_back(session_entry_line(attempt, pins.attempt, {"th", p.shown_hash, {}}, {2500}));
    act("do table note text=\"secret words\"", {std::string(64, 'a')});
    for (const char* words : {"do table shut jar", "go on", "do late pick option=left", "go on", "do word pick option=right", "go on"})
      act(words);
    return *this;
  }
  std::vector<base::Json> reread() const { // as they come back from storage
    std::vector<base::Json> read;
    for (const base::Json& line : lines) {
      auto parsed = base::parse_json_line(line.line());
      REQUIRE(parsed.ok());
      CHECK(parsed->line() == line.line());
      read.push_back(parsed.value());
    }
    return read;
  }

  const Prepared& p = the_kitchen();
  Pins pins;
  SessionEntry session_entry;
  Attempt attempt;
  std::vector<base::Json> lines;
};

} // namespace

TEST_CASE("session: a whole attempt replays to the same state") {
  Recorder recorder;
  const auto replayed = replay(recorder.p, recorder.whole().reread());
  REQUIRE(replayed.ok());
  REQUIRE_FALSE(replayed->difference);
  CHECK(state_digest(recorder.p, replayed->attempt) == state_digest(recorder.p, recorder.attempt));
  CHECK(replayed->attempt.turn == recorder.attempt.turn);
  CHECK(replayed->attempt.notes == 1);
  CHECK(replayed->attempt.ending == Ending::passed);
  CHECK(replayed->facts.size() == recorder.lines.size());
}

TEST_CASE("session: every prefix of an attempt resumes to the state of that turn") {
  Recorder recorder;
  const std::vector<base::Json> lines = recorder.whole().reread();
  for (std::size_t n = 1; n <= lines.size(); ++n) {
    const auto replayed = replay(recorder.p, std::span(lines).first(n));
    REQUIRE(replayed.ok());
    CHECK_FALSE(replayed->difference);
    const std::string& digest = lines[n - 1].at("d").text();
    if (!digest.empty()) CHECK(state_digest(recorder.p, replayed->attempt).hex() == digest);
  }
}

TEST_CASE("session: typed text is not in the line, its commitment is") {
  Recorder recorder;
  recorder.whole();
  const std::string line = recorder.lines[6].line();
  CHECK(line.find("secret") == std::string::npos);
  CHECK(line.find("\"do\":\"do table note\"") != std::string::npos);
  CHECK(line.find(std::string(64, 'a')) != std::string::npos);
}

TEST_CASE("session: what was changed in a record is found at its turn") {
  Recorder recorder;
  const std::vector<base::Json> lines = recorder.whole().reread();
  const auto turn_that_differs = [&](std::size_t index, const char* key, base::Json value) {
    std::vector<base::Json> changed = lines;
    changed[index][key] = std::move(value);
    const auto replayed = replay(recorder.p, changed);
    REQUIRE(replayed.ok());
    return replayed->difference ? replayed->difference->turn : -1;
  };
  CHECK(turn_that_differs(4, "do", "do table look jar") == 4);
  CHECK(turn_that_differs(3, "d", std::string(64, '0')) == 3);
  CHECK(turn_that_differs(3, "f", base::Json::Array{}) == 3);
  CHECK(turn_that_differs(3, "do", "no words") == 3);
  CHECK(turn_that_differs(3, "t", 9) == 9);
  CHECK(turn_that_differs(0, "seed", std::string(64, '5')) >= 0);
  CHECK(turn_that_differs(3, "x", base::Json::Array{}) == -1); // commitments are the chain's business
  std::vector<base::Json> cut = lines;
  cut.erase(cut.begin() + 3);
  CHECK(replay(recorder.p, cut)->difference->what == "turn 3 is missing");
}

TEST_CASE("session: what an attempt came to stands in the line that ends it, and a changed sum is found there") {
  Recorder recorder;
  const std::vector<base::Json> lines = recorder.whole().reread();
  const base::Json& sum = lines.back().at(sum_key);
  CHECK(sum.line() == R"({"rules":[["look-first","kept","major",""],["keep-fresh","kept","fatal",""]]})");
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    CHECK_FALSE(lines[i].find(sum_key));
  const auto difference = [&](const std::function<void(base::Json&)>& change) {
    std::vector<base::Json> changed = lines;
    change(changed.back());
    const auto replayed = replay(recorder.p, changed);
    REQUIRE(replayed.ok());
    return replayed->difference ? replayed->difference->what.substr(0, 13) : std::string();
  };
  CHECK(difference([](base::Json& line) { line[sum_key]["rules"] = base::Json::Array{}; }) == "sum: recorded");
  CHECK(difference([](base::Json& line) { line[sum_key]["won"] = 24000; }) == "sum: recorded");
  KeyboardTime time; // one line is older than the line before it
  for (const base::Json& line : lines)
    time.entry({line.at("at").number()});
  CHECK(difference([&](base::Json& line) { line[sum_key][sum_time_key] = time.milliseconds(); }) == "");
  CHECK(difference([&](base::Json& line) { line[sum_key][sum_time_key] = time.milliseconds() + 1; }) == "sum: recorded");
  CHECK(difference([](base::Json& line) { // older than sums
          base::Json::Object parts = line.object();
          parts.erase(sum_key);
          line = base::Json(parts);
        }) == "");
}

TEST_CASE("session: a sum in a line that does not end anything is found") {
  Recorder recorder;
  std::vector<base::Json> lines = recorder.whole().reread();
  lines[2][sum_key] = lines.back().at(sum_key);
  CHECK(replay(recorder.p, lines)->difference->turn == 2);
}

TEST_CASE("session: pins and session entry read back, and lies are refused") {
  Recorder recorder;
  const base::Json line = recorder.reread()[0];
  const auto pins = pins_from(line);
  REQUIRE(pins.ok());
  CHECK(pins->attempt == "a-1");
  CHECK(pins->person == "p-7");
  CHECK(pins->doctrine == "dairy");
  CHECK(pins->rules_hash == recorder.p.rules_hash);
  CHECK(pins->start.seed.bytes == recorder.pins.start.seed.bytes);
  CHECK(pins->rules == engine_rules);
  CHECK(session_entry_from(line)->aids == std::vector<std::string>{"large-text"});
  const auto with = [&](const char* key, base::Json value) {
    base::Json changed = line;
    changed[key] = std::move(value);
    return pins_from(changed).ok();
  };
  CHECK_FALSE(with("mode", "holiday"));
  CHECK_FALSE(with("ch", "dream"));
  CHECK_FALSE(with("rules", "short"));
  const base::Json::Array chance{base::Json::Array{"bo.mood", "cross"}};
  CHECK_FALSE(with("pins", chance)); // in a window nobody chooses chance
  base::Json rehearsal = line;
  rehearsal["pins"] = chance;
  rehearsal["ch"] = "rehearsal";
  CHECK(pins_from(rehearsal)->start.chance[0].outcome == "cross");
}

TEST_CASE("session: other content is not replayed") {
  Recorder recorder;
  std::vector<base::Json> lines = recorder.reread();
  lines[0]["rules"] = crypto::sha256("others").hex();
  CHECK(replay(recorder.p, lines).error().code == "other-content");
  CHECK(replay(recorder.p, std::span<const base::Json>{}).error().code == "record-line");
  lines = recorder.reread();
  lines[0]["k"] = "turn";
  CHECK(replay(recorder.p, lines).error().code == "record-line");
}

TEST_CASE("session: a branch goes on from another attempt's turn and replays with it") {
  Recorder recorder;
  for (const char* words : {"do door pick option=right", "go on", "do table look jar"})
    recorder.act(words);
  model::FactList list;
  Attempt other = branch(recorder.attempt, list);
  CHECK(other.turn == 0);
  Pins pins = recorder.pins;
  pins.attempt = "a-2";
  pins.parent = "a-1";
  pins.parent_turn = 3;
  std::vector<base::Json> lines{begin_line(recorder.p, other, pins, recorder.session_entry, list.facts, {5000})};
  CHECK(lines[0].at("k").text() == "branch");
  list.facts.clear();
  const auto action = parse_action("do table open jar", recorder.p.symbols);
  REQUIRE_FALSE(advance(recorder.p, other, *action, 0, list));
  lines.push_back(turn_line(recorder.p, other, "a-2", *action, {}, list.facts, {5001}));
  const auto replayed = replay(recorder.p, lines, &recorder.attempt);
  REQUIRE(replayed.ok());
  CHECK_FALSE(replayed->difference);
  CHECK(state_digest(recorder.p, replayed->attempt) == state_digest(recorder.p, other));
  CHECK(replay(recorder.p, lines).error().code == "record-line"); // not without its parent
}

TEST_CASE("session: an end line closes, and replays") {
  Recorder recorder;
  model::FactList list;
  close(recorder.p, recorder.attempt, list);
  recorder.lines.push_back(end_line(recorder.p, recorder.attempt, "a-1", "given-up", list.facts, {3000}));
  const auto replayed = replay(recorder.p, recorder.reread());
  REQUIRE(replayed.ok());
  CHECK_FALSE(replayed->difference);
  CHECK(replayed->attempt.ending == Ending::closed);
}

TEST_CASE("session: facts read back from JSON, also into a table of their own") {
  Recorder recorder;
  recorder.whole();
  model::Symbols others;
  int count = 0;
  for (const base::Json& line : recorder.lines)
    for (const base::Json& json : line.at("f").array()) {
      const auto fact = fact_from(json, recorder.p.symbols);
      REQUIRE(fact.ok());
      CHECK(fact_json(*fact, recorder.p.symbols).line() == json.line());
      const auto elsewhere = fact_from(json, others, nullptr);
      REQUIRE(elsewhere.ok());
      CHECK(fact_json(*elsewhere, others).line() == json.line());
      ++count;
    }
  CHECK(count > 20);
  base::Json bad;
  bad["k"] = "dreamt";
  CHECK(fact_from(bad, recorder.p.symbols).error().code == "record-line");
  bad["k"] = "done";
  bad["b"] = 70000;
  CHECK(fact_from(bad, recorder.p.symbols).error().code == "record-line");
  bad["b"] = 1;
  bad["n"] = "never-heard";
  CHECK(fact_from(bad, recorder.p.symbols).error().code == "unknown-word");
}

TEST_CASE("session: the same seed and actions give the same facts and digests; another seed may not") {
  const auto lines_of = [](std::uint8_t seed) {
    Start start;
    start.seed.bytes[0] = seed;
    Game game(the_kitchen(), start);
    game.acts({"do door pick option=left", "go on", "do table open jar", "wait 30 s"});
    return game.facts.empty() ? std::string() : game.digest() + game.facts[1];
  };
  CHECK(lines_of(1) == lines_of(1));
  std::set<std::string> moods;
  for (std::uint8_t seed = 0; seed < 12; ++seed)
    moods.insert(lines_of(seed).substr(64));
  CHECK(moods == std::set<std::string>{"drawn bo mood calm @0", "drawn bo mood cross @0"});
}

TEST_CASE("record: an attempt counts if somebody signed in began it at the window, anew, with chance left alone, and not to warm up") {
  const Origin right{.signed_in = true};
  CHECK(counts(right));
  const auto but = [&](auto change) {
    Origin other = right;
    change(other);
    return other;
  };
  CHECK_FALSE(counts(but([](Origin& o) { o.signed_in = false; })));
  CHECK_FALSE(counts(but([](Origin& o) { o.branch = true; })));
  CHECK_FALSE(counts(but([](Origin& o) { o.chance_fixed = true; })));
  CHECK_FALSE(counts(but([](Origin& o) { o.warm_up = true; })));
  CHECK_FALSE(counts(but([](Origin& o) { o.channel = Channel::command_line; })));
  CHECK_FALSE(counts(but([](Origin& o) { o.channel = Channel::rehearsal; })));
}

} // namespace firsthand::session::test
