// What the debrief says of causes: what was computed, in words, and nothing else.
#include "tests/screens/debrief_fixture.h"

using namespace firsthand;
using namespace firsthand::screens;

namespace {

// All that is said in the findings and on page one.
std::string all_words(const DebriefState& state) {
  std::string all;
  for (const DebriefBlock& block : state.blocks)
    all += block.lead + " " + block.words + "\n";
  for (const DebriefFinding& finding : state.findings) {
    all += finding.words + " | " + finding.deed + "\n";
    for (const DebriefDetail& detail : finding.details)
      all += detail.title + ": " + detail.words + "\n";
  }
  return all;
}

bool says(const DebriefState& state, const std::string& words) { return all_words(state).find(words) != std::string::npos; }

DebriefState state_with(const Run& run, const content::Words& words, const causes::Causes* causes, bool come = false) {
  DebriefSource source{run.timeline, run.debrief, words};
  source.causes = causes, source.causes_come = come;
  return debrief_state(source);
}

// The same attempt, with other causes found: what is said follows them.
causes::Causes with_answer(const Run& run, const std::function<void(causes::Cause&)>& change) {
  REQUIRE(run.causes);
  causes::Causes causes = *run.causes;
  for (causes::Cause& cause : causes.all)
    if (cause.of.kind == causes::Mishap::Kind::loss) change(cause);
  return causes;
}

// An act with words of its own.
session::Action a_look(const Run& run) {
  for (const auto& turn : run.rehearsal.turns)
    if (run.lesson.prepared->symbols.word(turn.action.verb) == "look") return turn.action;
  FAIL("nobody looked");
  return {};
}

std::string sentence_of(const DebriefFinding& finding) { return finding.words + "."; }

} // namespace

TEST_CASE("screens: of what was written wrong the debrief says what was written, and what the record shows") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const DebriefState state = Run(lesson, "careless").state(words);
  CHECK(says(state, ": you wrote “"));
  CHECK(says(state, "”, the record shows “"));
}

TEST_CASE("screens: each answer about a loss has its words") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const Run run(lesson, "unlucky");
  REQUIRE(run.causes);
  const auto state_of_answer = [&](causes::Answer answer, causes::Change change = causes::Change::left_out, bool ended = false) {
    const causes::Causes causes = with_answer(run, [&](causes::Cause& cause) {
      cause.answer = answer, cause.change = change, cause.at = 30, cause.until = 35, cause.from = 0, cause.look.reset();
      cause.act = a_look(run), cause.ended_by.reset();
      if (ended) cause.ended_by = cause.act;
    });
    return state_with(run, words, &causes);
  };
  const auto told = [&](causes::Answer answer, causes::Change change) { return all_words(state_of_answer(answer, change)); };
  using causes::Answer;
  using causes::Change;
  const auto has = [](const std::string& all, const char* part) { return all.find(part) != std::string::npos; };
  CHECK(
      has(told(Answer::this_act, Change::left_out), "Without this act it would not have come to this: 09:10:30, “Look closely” (Phone)."));
  CHECK(has(told(Answer::this_act, Change::earlier), "It was possible from 09:10:00 to 09:10:35: “Look closely” (Phone)."));
  CHECK(has(told(Answer::this_act, Change::another), "It was possible from 09:10:00 to 09:10:35: “Look closely” (Phone)."));
  CHECK(has(told(Answer::this_act, Change::good_way), "Until 09:10:35 this could still have been prevented."));
  const auto ended = [&](Change change) { return all_words(state_of_answer(Answer::this_act, change, true)); };
  for (const Change change : {Change::earlier, Change::another})
    CHECK(has(ended(change), "to 09:10:35: “Look closely” (Phone). Then you chose “Look closely” (Phone)."));
  CHECK(has(ended(Change::good_way), "Until 09:10:35 this could still have been prevented. Then came: “Look closely” (Phone)."));
  CHECK_FALSE(has(told(Answer::this_act, Change::another), "Then you")); // it was time that ended it
  CHECK_FALSE(has(told(Answer::this_act, Change::another), "Nothing that could be seen"));
  CHECK(has(told(Answer::unforeseen, Change::another), "Nothing that could be seen by then spoke for it."));
  CHECK(has(told(Answer::chance, Change::left_out), "It was chance."));
  CHECK_FALSE(has(told(Answer::chance, Change::left_out), "09:10:30, “"));
  for (const DebriefBlock& block : state_of_answer(Answer::undecided).blocks) // no known cause, no block
    CHECK(block.kind == DebriefBlock::Kind::well);
}

TEST_CASE("screens: a look that would have told is named") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const Run run(lesson, "unlucky");
  const causes::Causes causes = with_answer(run, [&](causes::Cause& cause) { cause.look = a_look(run); });
  CHECK(says(state_with(run, words, &causes), "A look would have told: “Look closely” (Phone)."));
  CHECK_FALSE(says(run.state(words), "A look would have told"));
}

TEST_CASE("screens: until causes are known the debrief claims none") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const Run run(lesson, "unlucky");
  CHECK(says(state_with(run, words, nullptr, true), "Which act decided it is being worked out."));
  CHECK_FALSE(says(state_with(run, words, nullptr), "worked out")); // nobody works at it
  for (const bool come : {true, false})
    for (const char* claim : {"was chance", "would have prevented", "happened by itself"})
      CHECK_FALSE(says(state_with(run, words, nullptr, come), claim));
}

TEST_CASE("screens: the rule that page one explains is one that the same act would have kept") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const Run run(lesson, "lid");
  REQUIRE(run.debrief.headline);
  REQUIRE(run.causes);
  CHECK(run.state(words).blocks[1].title == "Do instead");
  causes::Causes other = *run.causes; // and where it kept none, none is named as the reason
  for (causes::Cause& cause : other.all)
    cause.averts.clear(), cause.needs.clear(), cause.part = causes::Part::none;
  CHECK(state_with(run, words, &other).blocks[1].title == "One thing to do better");
}

TEST_CASE("screens: a deed that led to more is explained by the rule that says how") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  for (const auto& [play, rule] : {std::pair("bag-first", "Have the computer kept awake before you shield its phone."),
                                   std::pair("careless", "Follow every cord before you move anything.")}) {
    const DebriefState state = Run(lesson, play).state(words);
    CAPTURE(std::string(play));
    CHECK(state.blocks[2].words == rule);
    CHECK(sentence_of(state.findings[0]) == rule); // page two begins with the same
  }
  CHECK(Run(lesson, "bag-first").state(words).blocks[2].small[0] == "Dynamic lock, 2022-07-12"); // and by whose word
}

TEST_CASE("screens: what was out of reach before it was lost for good says both, and the deed that lost it is what page one is about") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const DebriefState state = Run(lesson, "locked-and-off").state(words);
  CHECK(state.findings[0].words == "Leave a locked, encrypted computer on");
  CHECK(says(state, "You held the power button. At 09:11:05: The computer is locked. So at 09:11:13: The open session is gone."));
  CHECK(state.futures.sentence == "One act decided it: you chose “Switch it off” (Laptop) at 09:11:05.");
}

TEST_CASE("screens: what was never found is told so, and is neither lost nor unsecured") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const DebriefState idle = Run(lesson, "idle").state(words), later = Run(lesson, "bag-first").state(words);
  CHECK(idle.not_found == "the seed words");
  CHECK(idle.not_secured == "the open session, the key of the disk, the files on the disk, the phone");
  const auto standing = [](const DebriefState& state) { return state.exhibits.back().standing.label; };
  CHECK(standing(idle) == "Not found");
  CHECK(later.not_found.empty()); // it was found, and left lying
  CHECK(later.not_secured == "the seed words");
}

// What could be broken is tried at every moment: the checker of claims does the same for every play and walk.
TEST_CASE("screens: a rule that could not be broken at any moment did not come up, and is no merit") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const DebriefState state = Run(lesson, "idle").state(words);
  const DebriefFinding& folded = state.findings.back();
  CHECK(folded.outcome.label == "Did not come up");
  const auto did_not = [&](const char* rule) {
    return std::any_of(folded.details.begin(), folded.details.end(), [&](const DebriefDetail& each) { return each.title == rule; });
  };
  CHECK(did_not("Leave a locked, encrypted computer on")); // it never was locked
  CHECK(did_not("Do not copy words that open a wallet"));  // they were not found
  CHECK_FALSE(did_not("Keep an open, encrypted computer running"));
  CHECK(says(state, "Keep an open, encrypted computer running | Laptop"));
  CHECK_FALSE(says(state, "Leave a locked, encrypted computer on | Laptop"));
}

TEST_CASE("screens: a rule that was broken after the loss does not tell of it") {
  const content::Words words;
  const Lesson lesson("one-phone");
  CHECK_FALSE(says(Run(lesson, "unshielded").state(words), "“Label what must be examined in time”: It was not done before"));
}

TEST_CASE("screens: what was lost by a rule's own breaking is explained by that rule") {
  const content::Words words;
  const Lesson lesson("one-phone");
  CHECK(Run(lesson, "leak-ignored").state(words).blocks[2].words == "Do not trust a bag that leaked.");
}

TEST_CASE("screens: what was left undone is explained by what would have done it, and that first as the exemplar does it") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const DebriefState state = Run(lesson, "scrolls").state(words);
  CHECK(says(state, "at 09:10:50 it would have prevented this: “Into Faraday bag” (Phone, Faraday bag 2)."));
  const Lesson laptop("open-laptop");
  CHECK_FALSE(says(Run(laptop, "locked-and-off").state(words), "“Switch it off” (Phone)"));
}

TEST_CASE("screens: what was not done by when it was due is told so") {
  const content::Words words;
  const Lesson lesson("open-laptop");
  const std::string idle = all_words(Run(lesson, "idle").state(words));
  const auto told = [&](const char* rule, const char* how) {
    const std::size_t at = idle.find(std::string(rule) + " | ");
    return at != std::string::npos && idle.substr(at, idle.find('\n', at) - at).ends_with(how);
  };
  CHECK(told("Have an open computer kept awake", "It was not done before the scene was over."));
  CHECK(told("Do not leave a device unattended", "It was not taken care of when the scene was over."));
  CHECK(told("Call the examiner early", "It was not done before the scene was over.")); // its time was not up
  CHECK(told("Record where it went, and sign", "It was not done by the end."));
  CHECK(says(Run(lesson, "bag-first").state(words),
             "Answer an order that would lose evidence | 09:19:00 Lieutenant. It was not done in time."));
}

TEST_CASE("screens: page one says what no points make up for") {
  const content::Words words;
  const Lesson phone("one-phone"), laptop("open-laptop");
  const auto line = [&](const Lesson& lesson, const char* play) { return Run(lesson, play).state(words).verdict.line; };
  CHECK(line(phone, "given-away-early").ends_with("No act of yours showed this: Mobile devices and networks."));
  CHECK(line(phone, "careless").ends_with("Points cannot make up for a fatal error."));
  CHECK(line(laptop, "careless").ends_with("for a fatal error: Keep an open, encrypted computer running.")); // page one explains another
  CHECK(line(phone, "late").ends_with("the pass mark is 70."));                                              // it was passed
  CHECK(line(laptop, "bag-first").find("by an error of your own: Do not let an open computer lock.") != std::string::npos);
}

TEST_CASE("screens: where the exemplar ends no better, that is said in its place") {
  const content::Words words;
  const Lesson lesson("one-phone");
  const Run run(lesson, "expert");
  DebriefSource source{run.timeline, run.debrief, words};
  source.why_no_exemplar = app::NoExemplar::no_better;
  const DebriefState state = debrief_state(source);
  CHECK_FALSE(state.best);
  const auto window = ui::open_headless({});
  DebriefMemory memory;
  memory.page = 2, memory.tab = DebriefTab::best;
  ui::Driver driver(*window, [&](ui::Frame& f) { draw_debrief(f, state, memory); });
  CHECK(driver.all_text().find("ends no better than your run") != std::string::npos);
  CHECK(ui::describe(driver.layout_faults()) == "");
}
