// The grammar of actions: what is written reads back as the same action, and what is not an action says why.
#include "tests/session/fixture.h"

namespace firsthand::session::test {

TEST_CASE("session: every form of action reads back exactly") {
  const model::Symbols& symbols = the_kitchen().symbols;
  for (const char* line : {"do table look jar", "do table open jar with bo", "do door pick option=left",
                           "do door pick option=left option=right", "do door pick jar with bo option=left", "task bo open jar", "wait 30 s",
                           "wait 1 min 30 s", "go on", "do table note", "do table note text=\"Cord \\\"red\\\", C:\\\\x\\nnext\""}) {
    CAPTURE(line);
    const auto action = parse_action(line, symbols);
    REQUIRE(action.ok());
    CHECK(action_words(*action, symbols) == line);
    CHECK(*parse_action(action_words(*action, symbols), symbols) == *action);
  }
}

TEST_CASE("session: spaces do not matter, typed text keeps them") {
  const model::Symbols& symbols = the_kitchen().symbols;
  CHECK(action_words(*parse_action("  do   table\tlook jar ", symbols), symbols) == "do table look jar");
  CHECK(parse_action("do table note text=\"a  b\"", symbols)->text == "a  b");
  CHECK(parse_action("do table note text=\"สวัสดี\"", symbols)->text == "สวัสดี");
}

TEST_CASE("session: values with odd characters are quoted") {
  model::Symbols symbols = the_kitchen().symbols;
  Action action;
  action.step = symbols.find("door");
  action.verb = symbols.find("pick");
  for (const char* odd : {"two words", "a\"b", "a=b", "back\\slash", "with"})
    action.values.emplace_back(symbols.find("option"), symbols.intern(odd));
  const auto again = parse_action(action_words(action, symbols), symbols);
  REQUIRE(again.ok());
  CHECK(*again == action);
}

TEST_CASE("session: what is not an action is refused with what was expected") {
  const auto code = [](const char* line) {
    const auto action = parse_action(line, the_kitchen().symbols);
    return action.ok() ? std::string("ok") : action.error().code;
  };
  for (const char* line : {"",
                           "jump",
                           "go",
                           "go home",
                           "go on now",
                           "wait",
                           "wait long",
                           "wait never",
                           "wait 30",
                           "do",
                           "do table",
                           "task bo",
                           "task bo open",
                           "do table look jar bo",
                           "do table look with",
                           "do table note hello",
                           "do table note text=\"open end",
                           "do table note text=\"a\\q\"",
                           "do table note text=\"a\"b",
                           "do table look jar with bo with bo",
                           "do door pick option=left jar"}) {
    CAPTURE(line);
    CHECK(code(line) == "grammar");
  }
  CHECK(code("do table loook jar") == "unknown-word");
  CHECK(parse_action("do table loook jar", the_kitchen().symbols).error().message.find("\"look\"") != std::string::npos);
  CHECK(code("do door pick option=nonsense") == "unknown-word");
}

} // namespace firsthand::session::test
