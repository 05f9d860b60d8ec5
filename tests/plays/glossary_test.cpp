// The glossary of a shipped lesson grows with what was discovered: no word of it is explained before it was met.
#include "engine/report/glossary.h"
#include "engine/session/load.h"
#include "modules/catalogue.h"
#include "tests/plays/workshop.h"

#include <doctest/doctest.h>

namespace {

using namespace firsthand;

struct Met {
  session::Catalogue modules = modules::make_catalogue();
  session::PreparedPtr prepared;
  session::Attempt attempt;
  std::unique_ptr<report::AttemptTimeline> timeline;

  explicit Met(const char* lesson) {
    const content::DiskFiles files{{content::ContentRoot{FIRSTHAND_SOURCE, ""}}};
    const std::string path = std::string("scenarios/courses/first-responder/") + lesson + "/scenario.yaml";
    prepared = session::load(files, path, modules).prepared;
    REQUIRE(prepared);
    timeline = std::make_unique<report::AttemptTimeline>(report::AttemptTimeline{*prepared, {}});
    model::FactList facts;
    attempt = session::begin(*prepared, {}, facts);
    timeline->turns.push_back({0, facts.facts, {}});
  }
  void play(const char* line) {
    CAPTURE(std::string(line));
    const auto action = session::parse_action(line, prepared->symbols);
    REQUIRE(action.ok());
    model::FactList facts;
    REQUIRE_FALSE(session::advance(*prepared, attempt, *action, attempt.turn, facts));
    timeline->turns.push_back({attempt.turn, facts.facts, action->text});
  }
  std::string words() const {
    std::string all;
    for (const model::GlossaryTerm* each :
         report::words_met(*timeline, report::notebook_of(*timeline), session::offers(*prepared, attempt)))
      all += (all.empty() ? "" : ", ") + each->term.source;
    return all;
  }
};

} // namespace

TEST_CASE("glossary: a word is known once it stood on a screen, on a thing or on what can be done, and stays known") {
  Met met("one-phone");
  CHECK(met.words() == "Faraday bag"); // of the briefing
  met.play("go on");
  CHECK(met.words() == "Faraday bag");
  met.play("do authority choose option=take");
  met.play("go on");
  CHECK(met.words() == "AFU, BFU, Faraday bag"); // two pages that teach
  met.play("go on");
  CHECK(met.words() == "AFU, BFU, Faraday bag, Power bank"); // it can be joined
  met.play("do seat look phone");
  CHECK(met.words() == "AFU, BFU, Faraday bag, Power bank");
}

TEST_CASE("glossary: a word has to begin where a word of the text begins") {
  CHECK(report::has_word("two Lamps", "lamp"));
  CHECK(report::has_word("(lamp)", "Lamp"));
  CHECK_FALSE(report::has_word("clamp", "lamp"));
  CHECK_FALSE(report::has_word("", "lamp"));
}
