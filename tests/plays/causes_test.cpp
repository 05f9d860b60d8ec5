// Why things went wrong in the plays that ship.
#include "engine/causes/causes.h"
#include "engine/session/evidence.h"
#include "tests/plays/workshop.h"

using namespace play_tests;
namespace causes = firsthand::causes;

namespace {

causes::Record record_of(Workshop& workshop, const session::Prepared& prepared, const NamedPlay& named) {
  const session::Play play = read_play(prepared, named);
  causes::Record record;
  record.start.chance = play.chance;
  for (const session::Action& action : actions_of(play))
    record.acts.push_back({static_cast<int>(record.acts.size()) + 1, action});
  for (const NamedPlay& other : all_plays(workshop))
    if (other.scenario == named.scenario && other.name == prepared.scenario.exemplar + ".play")
      record.good_way = actions_of(read_play(prepared, other));
  return record;
}

std::size_t mishaps(const session::Prepared& prepared, const NamedPlay& named) {
  const session::Rehearsal rehearsal = session::rehearse(prepared, read_play(prepared, named));
  std::size_t count = 0;
  for (const auto& item : prepared.scene.items(rehearsal.attempt.world))
    count += session::fate_of(item) == session::Fate::saved ? 0 : 1;
  for (const auto& judgement : prepared.rule_set.judgements(rehearsal.attempt.judgements))
    count += judgement.verdict == firsthand::judging::Verdict::broken ? 1 : 0;
  return count;
}

} // namespace

TEST_CASE("plays: whatever was lost or broken in a play has a cause") {
  Workshop workshop;
  for (const NamedPlay& named : all_plays(workshop)) {
    CAPTURE(named.scenario);
    CAPTURE(named.name);
    const auto content = taken(workshop.content_library.load(named.scenario));
    if (!has_verdict(content->prepared())) continue;
    const causes::Record record = record_of(workshop, content->prepared(), named);
    const auto found = causes::causes_of(content->prepared(), record);
    REQUIRE(found);
    CHECK(found->all.size() == mishaps(content->prepared(), named));
    for (const causes::Cause& cause : found->all)
      CHECK_MESSAGE(cause.answer != causes::Answer::undecided, content->prepared().symbols.word(cause.of.item), cause.of.rule);
  }
}
