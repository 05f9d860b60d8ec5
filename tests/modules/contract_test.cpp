// What every kind of step owes the session, for all kinds of the catalogue and every step of the shipped lessons, at every
// state that a play reaches: what is offered is accepted, what is nearly that is refused and changes nothing, grades keep
// their bounds, and what was sealed computes again. Names no kind: a new one is held to it as soon as a lesson has it.
#include "tests/plays/workshop.h"

#include "engine/content/play_check.h"
#include "engine/session/record.h"

#include <set>

namespace {

using namespace firsthand;
using namespace play_tests;
using model::Symbol;
using session::Action;
using session::Leaving;

// All of an attempt that the next turn depends on.
bool same(const session::Attempt& a, const session::Attempt& b) {
  return a.states == b.states && a.world == b.world && a.turn == b.turn && a.step == b.step && a.grades == b.grades &&
         a.ending == b.ending && a.judgements == b.judgements && a.notes == b.notes && a.noted == b.noted;
}

// One word of an action changed, left out, or said twice. No word of these is an offer by chance: the id of a step is no
// entity, verb or value.
class NearMisses {
 public:
  NearMisses(const session::Prepared& p, const Action& offer, bool rows)
      : offer_(offer), rows_(rows), odd_(p.steps[0].id), some_(p.symbols.find("you")) {
    for (const auto& step : p.steps)
      if (step.id != offer.step && offer.step != 0) change([&](Action& a) { a.step = step.id; });
    if (offer.kind == Action::Kind::wait) change([](Action& a) { a.seconds += 1; }), change([](Action& a) { a.seconds = 0; });
    if (offer.kind == Action::Kind::task) change([&](Action& a) { a.by = odd_; }), change([&](Action& a) { a.by = 0; });
    if (offer.kind == Action::Kind::act || offer.kind == Action::Kind::task) words();
    if (offer.kind == Action::Kind::act) values();
  }
  const std::vector<Action>& all() const { return all_; }

 private:
  template<class Change> void change(Change how) {
    Action action = offer_;
    how(action);
    if (action != offer_) all_.push_back(action);
  }
  void words() {
    change([&](Action& a) { a.verb = odd_; });
    change([&](Action& a) { a.verb = 0; });
    change([&](Action& a) { a.entity = odd_; });
    change([&](Action& a) { a.entity = offer_.entity ? 0 : some_; });
    if (offer_.kind == Action::Kind::task) return;
    change([&](Action& a) { a.with = odd_; });
    change([&](Action& a) { a.with = offer_.with ? 0 : some_; });
  }
  void values() {
    change([&](Action& a) { a.values.emplace_back(odd_, odd_); });
    for (std::size_t i = 0; i < offer_.values.size(); ++i) {
      const auto at = static_cast<std::ptrdiff_t>(i);
      if (!rows_) change([&](Action& a) { a.values.erase(a.values.begin() + at); });
      if (!rows_) change([&](Action& a) { a.values.push_back(a.values[i]); });
      change([&](Action& a) { a.values[i].first = odd_; });
      change([&](Action& a) { a.values[i].second = odd_; });
    }
  }

  Action offer_;
  bool rows_; // see Module::answers_in_rows
  Symbol odd_, some_;
  std::vector<Action> all_;
};

class Holding {
 public:
  explicit Holding(const session::Prepared& p) : p_(p) {}

  void at(const session::Attempt& attempt) {
    if (attempt.ending != session::Ending::open || !seen_.insert(session::state_digest(p_, attempt).hex()).second) return;
    const auto& step = p_.steps[attempt.step];
    kinds.insert(step.module->kind());
    CAPTURE(p_.scenario.id);
    CAPTURE(p_.scenario.steps[attempt.step].id);
    const auto grade = step.module->grade(session::context_of(p_, attempt));
    CHECK((!grade || (*grade >= 0 && *grade <= 1000)));
    for (const Action& offer : session::offers(p_, attempt).actions) {
      accepted(attempt, offer);
      if (!tried_.insert(session::action_words(offer, p_.symbols)).second) continue; // near misses of an offer once are enough
      const NearMisses misses(p_, offer, step.module->answers_in_rows());
      for (const Action& near : misses.all())
        refused(attempt, near);
    }
    leaves(attempt);
  }

  std::set<std::string> kinds;

 private:
  void accepted(const session::Attempt& attempt, const Action& offer) {
    session::Attempt next = attempt, again = attempt;
    model::FactList facts, same_facts;
    const auto refusal = session::advance(p_, next, offer, next.turn, facts);
    for (const model::Fact& fact : facts.facts)
      if (fact.kind == model::FactKind::answered) counted(*p_.steps[attempt.step].module, fact);
    CHECK_MESSAGE(!refusal, session::action_words(offer, p_.symbols), ": ", refusal ? refusal->code : "");
    CHECK(next.turn == attempt.turn + 1);
    session::advance(p_, again, offer, again.turn, same_facts);
    CHECK(same(next, again));
    CHECK(facts.facts.size() == same_facts.facts.size());
    session::Attempt stale = attempt;
    model::FactList none;
    CHECK(session::advance(p_, stale, offer, stale.turn + 1, none).has_value());
    CHECK((same(stale, attempt) && none.facts.empty()));
  }
  static void counted(const session::Module& kind, const model::Fact& fact) {
    const std::optional<int> right = kind.answered(fact);
    CHECK((!right || (*right >= 0 && *right <= 1000)));
    CHECK(kind.interaction() != session::Interaction::other);
  }
  void refused(const session::Attempt& attempt, const Action& near) {
    session::Attempt next = attempt;
    model::FactList facts;
    const auto refusal = session::advance(p_, next, near, next.turn, facts);
    CHECK_MESSAGE(refusal, session::action_words(near, p_.symbols), " is no offer");
    if (refusal) explained(*p_.steps[attempt.step].module, *refusal);
    CHECK_MESSAGE((same(next, attempt) && facts.facts.empty()), session::action_words(near, p_.symbols), " changed something");
  }
  // A code that all know, or one that the kind declares, with its sentence.
  static void explained(const session::Module& kind, const session::Refused& refusal) {
    const auto declares = [&](const session::Module& each) {
      const auto own = each.refusals();
      return std::any_of(own.begin(), own.end(),
                         [&](const session::Refusal& one) { return one.code == refusal.code && one.sentence == refusal.sentence; });
    };
    const auto hosted = kind.hosts();
    const bool declared = declares(kind) || std::any_of(hosted.begin(), hosted.end(), [&](const auto* each) { return declares(*each); });
    const bool common = std::find(std::begin(base::codes), std::end(base::codes), refusal.code) != std::end(base::codes);
    CHECK_MESSAGE((declared || (common && refusal.sentence.empty())), kind.kind(), " refuses with ", refusal.code);
  }
  // "Go on" is taken exactly where the kind says so.
  void leaves(const session::Attempt& attempt) {
    Action go_on;
    go_on.kind = Action::Kind::go_on;
    session::Attempt next = attempt;
    model::FactList facts;
    const Leaving leaving = session::leaving(p_, attempt);
    CHECK(leaving != Leaving::must);
    CHECK(session::advance(p_, next, go_on, next.turn, facts).has_value() == (leaving == Leaving::not_yet));
    CHECK((next.step > attempt.step) == (leaving == Leaving::may));
  }

  const session::Prepared& p_;
  std::set<std::string> seen_, tried_;
};

// Plays it, held at every turn, and gives its lines as they come back from a file.
std::vector<base::Json> played(const session::Prepared& p, const session::Play& play, Holding& holding, session::Attempt& attempt) {
  session::Start start;
  start.chance = play.chance;
  session::Pins pins = session::pins_of(p, start);
  pins.channel = session::Channel::rehearsal;
  model::FactList list;
  attempt = session::begin(p, start, list);
  std::vector<base::Json> lines{session::begin_line(p, attempt, pins, {"en", p.shown_hash, {}}, list.facts, {1})};
  holding.at(attempt);
  for (const Action& action : actions_of(play)) {
    list.facts.clear();
    if (session::advance(p, attempt, action, attempt.turn, list)) continue;
    lines.push_back(session::turn_line(p, attempt, "", action, {}, list.facts, {2}));
    holding.at(attempt);
  }
  for (base::Json& line : lines)
    line = taken(base::parse_json_line(line.line()));
  return lines;
}

// The shipped lessons, and those of tests/modules/lessons for kinds that none of them has.
struct Lessons {
  content::DiskFiles files{
      {content::ContentRoot{FIRSTHAND_SOURCE, ""}, content::ContentRoot{FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}}};
  const session::Catalogue& modules = contents().modules;
  content::ContentLibrary content_library{files, modules};
};

// Every finding and the first fault of every play.
std::string wrong_in(Lessons& lessons, const std::string& scenario) {
  std::string all;
  const auto loaded = session::load(lessons.files, scenario, lessons.modules);
  for (const auto& finding : loaded.content.findings)
    all += firsthand::reading::message_of(finding) + "\n";
  for (const NamedPlay& named : all_plays(lessons.content_library, lessons.files)) {
    if (named.scenario != scenario || !loaded.prepared) continue;
    for (const auto& finding : content::check_play(named.text, *loaded.prepared, {}).findings)
      all += named.name + ": " + firsthand::reading::message_of(finding) + "\n";
  }
  return all;
}

} // namespace

TEST_CASE("modules: the lessons of the tests are without a finding, and their plays lead to what they say") {
  Lessons lessons;
  for (const auto& course : lessons.content_library.library().courses())
    for (const auto& card : course.scenarios) {
      CAPTURE(card.path);
      CHECK(wrong_in(lessons, card.path) == "");
    }
}

TEST_CASE("modules: every kind keeps its contract at every state that the plays of all lessons reach") {
  Lessons lessons;
  std::map<std::string, std::unique_ptr<Holding>> holdings;
  std::vector<content::ContentPtr> contents; // what the holdings look at
  std::set<std::string> kinds;
  for (const NamedPlay& named : all_plays(lessons.content_library, lessons.files)) {
    CAPTURE(named.name);
    const auto content = taken(lessons.content_library.load(named.scenario));
    contents.push_back(content);
    const session::Prepared& p = content->prepared();
    auto& holding = holdings[named.scenario];
    if (!holding) holding = std::make_unique<Holding>(p);
    session::Attempt attempt;
    const auto lines = played(p, read_play(p, named), *holding, attempt);
    const auto replayed = session::replay(p, lines);
    REQUIRE_MESSAGE(replayed.ok(), replayed.error().message);
    CHECK_FALSE(replayed->difference);
    CHECK(same(replayed->attempt, attempt));
    CHECK(session::state_digest(p, replayed->attempt) == session::state_digest(p, attempt));
    kinds.insert(holding->kinds.begin(), holding->kinds.end());
  }
  std::set<std::string> all;
  for (const auto& module : lessons.modules.all())
    all.insert(module->kind());
  CHECK(kinds == all); // a kind that no lesson uses is held by nobody
}

TEST_CASE("modules: what a kind alone refuses with is its own, said in a sentence") {
  std::map<std::string, std::string> all;
  for (const auto& module : contents().modules.all())
    for (const session::Refusal& refusal : module->refusals()) {
      CAPTURE(refusal.code);
      CHECK(std::string_view(refusal.sentence).ends_with('.'));
      CHECK(std::find(std::begin(base::codes), std::end(base::codes), std::string_view(refusal.code)) == std::end(base::codes));
      CHECK(all.emplace(refusal.code, refusal.sentence).second);
    }
  CHECK(all["one-only"] == "Choose only one answer.");
}

TEST_CASE("modules: every step has texts, and none of them is empty") {
  Workshop workshop;
  for (const auto& course : workshop.content_library.library().courses())
    for (const auto& card : course.scenarios) {
      const auto content = taken(workshop.content_library.load(card.path));
      for (const auto& step : content->prepared().steps) {
        int texts = 0;
        step.module->texts(*step.spec, [&](const model::Text& text) {
          ++texts;
          CHECK_FALSE(text.empty());
        });
        CHECK(texts > 0);
      }
    }
}
