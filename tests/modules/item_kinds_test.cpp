// Number, copy, hotspot and phrase, each over one step: what answers are worth, what is refused, what is told of them.
#include "tests/modules/lesson.h"

#include "modules/copy/rules.h"
#include "modules/hotspot/rules.h"
#include "modules/number/rules.h"
#include "modules/phrase/rules.h"

#include <fmt/format.h>

#include <random>

namespace firsthand::modules::test::of_item_kinds {

namespace {

std::string step(const std::string& kind, const std::string& keys) {
  return "steps:\n  - id: ask\n    kind: " + kind + "\n    title: Asked\n    prompt: What is it?\n    why: So it is.\n" + keys;
}

session::PreparedPtr number_step(const std::string& keys) { return lesson(step("number", keys)); }

// "-3.5" and a unit as a play says them.
std::string answer(const std::string& number, const std::string& unit = "") {
  std::string line = "do ask answer";
  for (const char sign : number)
    line += fmt::format(" sign={}", sign);
  return unit.empty() ? line : line + " unit=" + unit;
}

std::string copy(const std::string& text) {
  std::string line = "do ask copy";
  for (const std::string& sign : session::signs_of(text))
    line += sign == " " ? " sign=\" \"" : sign == "\"" ? " sign=\"\\\"\"" : " sign=" + sign;
  return line;
}

std::optional<int> worth(const session::PreparedPtr& prepared, const std::string& line) {
  Game game(prepared);
  if (const std::string code = game.act(line); !code.empty()) return std::nullopt;
  return game.grade();
}

const std::string eleven = "    answer: 11 min\n    tolerance: 5 s\n    units: [s, min]\n";

} // namespace

TEST_CASE("number: an amount counts, in whatever unit it is written, as far as the tolerance goes") {
  const auto step = number_step(eleven);
  for (const auto& [number, unit, per_mille] : std::vector<std::tuple<const char*, const char*, int>>{{"11", "min", 1000},
                                                                                                      {"660", "s", 1000},
                                                                                                      {"655", "s", 1000},
                                                                                                      {"665", "s", 1000},
                                                                                                      {"665.001", "s", 0},
                                                                                                      {"654.999", "s", 0},
                                                                                                      {"11.08", "min", 1000},
                                                                                                      {"11.1", "min", 0},
                                                                                                      {"-11", "min", 0},
                                                                                                      {"11", "s", 0},
                                                                                                      {"999999999.999", "min", 0},
                                                                                                      {"-999999999", "min", 0}}) {
    CAPTURE(number);
    CHECK(worth(step, answer(number, unit)) == per_mille);
  }
}

TEST_CASE("number: any amount that can be written is as far off as it is") {
  std::mt19937 chance(7);
  const auto step = number_step("    answer: 250\n    tolerance: 3\n");
  for (int i = 0; i < 200; ++i) {
    const int thousandths = 240'000 + static_cast<int>(chance() % 20'000u);
    const std::string number = fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
    CAPTURE(number);
    CHECK(worth(step, answer(number)) == (std::abs(thousandths - 250'000) <= 3000 ? 1000 : 0));
  }
}

TEST_CASE("number: what is no number is refused, and nothing has changed") {
  Game game(number_step(eleven));
  for (const char* number : {"", "-", ".", "1.", ".5", "1-", "--1", "1.2.3", "1234567890", "1.2345"}) {
    CAPTURE(number);
    CHECK(game.act(answer(number, "min")) == "no-number");
  }
  CHECK(game.act(answer("11")) == "unit-missing");
  CHECK(game.act("do ask answer sign=1 unit=min unit=min") == "twice");
  CHECK(game.act("do ask answer sign=1 unit=sign") == "no-such-option");
  CHECK(number::written(game.spec<number::NumberSpec>(), game.state()).tries_used == 0);
}

TEST_CASE("number: a slip that was thought of has its own reason, every other one that of the question") {
  Game game(number_step(eleven + "    near: [{answer: -11 min, why: A wrong sign.}, {answer: 11 s, why: A wrong unit.}]\n    tries: 3\n"));
  const auto reason = [&] {
    const auto& spec = game.spec<number::NumberSpec>();
    return number::reason_of(spec, number::written(spec, game.state())).source;
  };
  CHECK(game.act(answer("-660", "s")) == "");
  CHECK(reason() == "A wrong sign.");
  CHECK(game.act(answer("11", "s")) == "");
  CHECK(reason() == "A wrong unit.");
  CHECK(game.act(answer("12", "min")) == "");
  CHECK(reason() == "So it is.");
  CHECK(game.texts() == Lines{"What is it?", "A wrong sign.", "A wrong unit.", "So it is."});
}

TEST_CASE("number: the right answer is told as somebody would write it") {
  for (const auto& [keys, words] : std::vector<std::pair<std::string, std::string>>{{eleven, "11 min"},
                                                                                    {"    answer: 90 s\n    units: [s, min]\n", "90 s"},
                                                                                    {"    answer: 90 s\n    units: [min]\n", "1.5 min"},
                                                                                    {"    answer: -0.25\n", "-0.25"},
                                                                                    {"    answer: 2 GB\n    units: [MB, GB]\n", "2 GB"}}) {
    Game game(number_step(keys));
    const auto& spec = game.spec<number::NumberSpec>();
    const number::Written right = number::right_of(spec);
    CHECK(right.number + (right.unit == number::no_unit ? "" : " " + spec.item.number.units[right.unit].id) == words);
    CHECK(worth(game.prepared, answer(right.number, right.unit == number::no_unit ? "" : spec.item.number.units[right.unit].id)) == 1000);
  }
}

TEST_CASE("copy: only the whole is right, blanks at the ends aside") {
  const auto step_of = [](const std::string& text) { return lesson(step("copy", "    answer: " + text + "\n")); };
  const auto seal = step_of("A 204 117");
  for (const auto& [text, per_mille] : std::vector<std::pair<const char*, int>>{{"A 204 117", 1000},
                                                                                {"  A 204 117 ", 1000},
                                                                                {"A 204 171", 0},
                                                                                {"a 204 117", 0},
                                                                                {"A204117", 0},
                                                                                {"A 204 11", 0},
                                                                                {"A 204 1177", 0}}) {
    CAPTURE(text);
    CHECK(worth(seal, copy(text)) == per_mille);
  }
  CHECK(Game(seal).act(copy("  ")) == "nothing-written");
  CHECK(Game(seal).act(copy(std::string(session::most_signs, 'a'))) == "");
  CHECK(Game(seal).act(copy(std::string(session::most_signs + 1, 'a'))) == "no-such-option");
  CHECK(worth(step_of("\"ปก-104 \\\"x=1\\\"\""), copy("ปก-104 \"x=1\"")) == 1000);
}

TEST_CASE("copy: any other text of the same signs is wrong, and the state keeps what was written") {
  std::mt19937 chance(11);
  const std::string text = "k7-41.w/2";
  Game game(lesson(step("copy", "    answer: " + text + "\n    tries: 9\n")));
  for (int i = 0; i < 8; ++i) {
    std::string other = text;
    std::swap(other[chance() % 4], other[4 + chance() % 4]);
    if (other == text) continue;
    CHECK(game.act(copy(other)) == "");
    CHECK(copy::copied(game.spec<copy::CopySpec>(), game.state()).text == other);
    CHECK(game.grade() == 0);
  }
}

TEST_CASE("copy: of what is typed only what can be an answer is kept") {
  Game game(lesson(step("copy", "    answer: A 1\n")));
  const auto& spec = game.spec<copy::CopySpec>();
  CHECK(copy::fitting(spec, "  A 1  ") == "A 1");
  CHECK(copy::fitting(spec, "A\t1\xC2\xA0") == "A1");
  CHECK(copy::fitting(spec, "\xFF") == "");
  CHECK(copy::fitting(spec, std::string(100, 'x')).size() == session::most_signs);
}

TEST_CASE("phrase: a row that is accepted is right, in its order and whole") {
  const auto prepared = lesson(step("phrase", "    phrases: [{id: a, text: Aa}, {id: b, text: Bb}, {id: c, text: Cc}]\n"
                                              "    accepted: [[a, b], [c]]\n"));
  for (const auto& [line, per_mille] : std::vector<std::pair<const char*, int>>{{"do ask say phrase=a phrase=b", 1000},
                                                                                {"do ask say phrase=c", 1000},
                                                                                {"do ask say phrase=b phrase=a", 0},
                                                                                {"do ask say phrase=a", 0},
                                                                                {"do ask say phrase=a phrase=b phrase=c", 0}})
    CHECK(worth(prepared, line) == per_mille);
  Game game(prepared);
  CHECK(game.acts({"do ask say", "do ask say phrase=a phrase=a", "do ask say phrase=ask"}) ==
        Lines{"nothing-said", "twice", "no-such-option"});
  CHECK(game.act("do ask say phrase=c phrase=a") == "");
  CHECK(phrase::said(game.spec<phrase::PhraseSpec>(), game.state()).phrases == std::vector<std::size_t>{2, 0});
  CHECK(game.module().right_answers(game.spec<phrase::PhraseSpec>()) == std::vector<session::Answer>{{{"a", ""}, {"b", ""}}, {{"c", ""}}});
}

TEST_CASE("hotspot: right places less wrong ones, and one only where one is meant") {
  const auto zones = [](int right) {
    std::string all = "    picture: pictures/thumb.svg\n    zones:\n";
    for (int i = 0; i < 4; ++i)
      all += fmt::format("      - {{id: z{}, label: Place {}, shape: {{x: {}, y: 1, w: 2, h: 2}}{}}}\n", i, i, i * 3,
                         i < right ? ", right: yes" : "");
    return lesson(step("hotspot", all));
  };
  const auto two = zones(2);
  for (const auto& [line, per_mille] : std::vector<std::pair<const char*, int>>{{"do ask mark zone=z0 zone=z1", 1000},
                                                                                {"do ask mark zone=z0", 500},
                                                                                {"do ask mark zone=z0 zone=z2", 0},
                                                                                {"do ask mark zone=z0 zone=z1 zone=z2", 500},
                                                                                {"do ask mark zone=z0 zone=z1 zone=z2 zone=z3", 0},
                                                                                {"do ask mark zone=z3", 0}})
    CHECK(worth(two, line) == per_mille);
  CHECK(Game(zones(1)).acts({"do ask mark zone=z0 zone=z1", "do ask mark", "do ask mark zone=z0 zone=z0"}) ==
        Lines{"one-place", "nothing-marked", "twice"});
}

} // namespace firsthand::modules::test::of_item_kinds
