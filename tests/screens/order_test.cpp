// What can be chosen stands in one order: a view that was there all the time and one that is opened on the attempt as it is computed again
// show the same lists, after every act of every play. Else a number key or a letter would choose something else in a lesson that was left.
#include "engine/content/disk_files.h"
#include "engine/session/play.h"
#include "engine/session/record.h"
#include "modules/views.h"
#include "tests/screens/play_stage.h"

#include <map>
#include <set>

namespace order_tests {

using namespace firsthand;
using namespace firsthand::screens;

namespace {

// The shipped lessons, and those of tests/modules/lessons for kinds that none of them has.
struct OrderLessons {
  content::DiskFiles files{
      {content::ContentRoot{FIRSTHAND_SOURCE, ""}, content::ContentRoot{FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}}};
  content::ContentLibrary library{files, all_modules()};
};

// An attempt at one moment, and all that a screen may know of it.
struct Moment {
  session::Attempt attempt;
  session::ActOrder acts;
  report::AttemptTimeline timeline;
  explicit Moment(const session::Prepared& prepared) : timeline{prepared, {}} {}
  void turn(const std::vector<model::Fact>& facts, const std::optional<session::Action>& action) {
    timeline.turns.push_back({attempt.turn, facts, action ? action->text : "", std::nullopt, action});
    acts.after_turn(timeline.prepared, attempt, facts);
  }
};

// A view and the window that it is drawn in.
struct OrderScreen {
  std::unique_ptr<ui::Window> window = ui::open_headless({ui::Theme::light, 100, ui::Motion::reduced, "en"}, {1366, 768});
  std::unique_ptr<StepView> view;
  model::Symbol step = 0;

  // Controls in their order, with what they are called and which key chooses them. A scene is shown as a list: all of it at once.
  std::vector<std::string> choices(const Moment& at) {
    const session::Prepared& prepared = at.timeline.prepared;
    const session::Prepared::Step& open = prepared.steps[at.attempt.step];
    if (!view || step != open.id) view = open_view(views(), prepared.symbols.word(open.kind)), step = open.id;
    const report::Notebook notebook = report::notebook_of(at.timeline);
    const session::Offers offers = session::offers(prepared, at.attempt);
    static const content::Words words;
    StepScene scene{.prepared = prepared,
                    .spec = *open.spec,
                    .state = at.attempt.states[at.attempt.step],
                    .seen = at.attempt.world.seen,
                    .notebook = notebook,
                    .words = words,
                    .step = open.id,
                    .now = at.attempt.world.now,
                    .leaving = session::leaving(prepared, at.attempt),
                    .offers = offers,
                    .mode = at.attempt.mode,
                    .refused = {},
                    .picture = [](std::string_view) { return ui::SharedBytes(); },
                    .as_list = view->can_list(),
                    .order = session::ShownOrder(at.attempt.world.seed),
                    .acts = &at.acts,
                    .drawn = {"attempt", open.id, at.attempt.turn},
                    .paper = session::context_of(prepared, at.attempt).paper,
                    .kinds = &views()};
    window->frame([&](ui::Frame& f) { view->draw(f, f.window(), scene); });
    std::vector<std::string> all;
    for (const ui::Entry& entry : window->registry().entries())
      if (entry.focusable) all.push_back(std::string(1, entry.key == 0 ? ' ' : entry.key) + " " + entry.id + ": " + entry.label);
    return all;
  }
  static const StepViews& views() {
    static const StepViews all = modules::make_views();
    return all;
  }
};

// The attempt as it comes back from its lines.
Moment reopened(const session::Prepared& prepared, const std::vector<base::Json>& lines, const std::vector<session::Action>& acts) {
  Moment moment(prepared);
  std::size_t turns = 0;
  const auto replayed = session::replay(prepared, lines, nullptr, [&](const session::Attempt& now, const session::Facts& facts) {
    moment.attempt = now;
    moment.turn(facts, turns == 0 ? std::nullopt : std::optional(acts[turns - 1]));
    ++turns;
  });
  REQUIRE(replayed.ok());
  REQUIRE_FALSE(replayed->difference);
  return moment;
}

struct Counted {
  std::set<std::string> kinds; // of steps that were on the screen
  int turns = 0;
  int moments = 0, late = 0; // compared; late: with an act that came up after the step began
  int each = ui::thorough() ? 1 : ui::few() ? 9 : 3;
};

// Played without a break on one screen; after a third of the turns, of which each play has some, another one is opened on what was
// recorded.
void compare_at_every_act(const session::Prepared& prepared, const session::Play& play, OrderScreen& running, Counted& counted) {
  session::Start start;
  start.chance = play.chance;
  session::Pins pins = session::pins_of(prepared, start);
  pins.channel = session::Channel::rehearsal;
  Moment now(prepared);
  model::FactList list;
  now.attempt = session::begin(prepared, start, list);
  std::vector<base::Json> lines{session::begin_line(prepared, now.attempt, pins, {"en", prepared.shown_hash, {}}, list.facts, {1})};
  std::vector<session::Action> acts;
  now.turn(list.facts, std::nullopt);
  running.view = nullptr;
  OrderScreen other;
  const auto compare = [&] {
    if (now.attempt.ending != session::Ending::open) return;
    const auto choices = running.choices(now);
    counted.kinds.insert(prepared.symbols.word(prepared.steps[now.attempt.step].kind));
    if (counted.turns++ % counted.each != 0) return; // reading an attempt back takes most of the time
    other.view = nullptr;
    CHECK(choices == other.choices(reopened(prepared, lines, acts)));
    ++counted.moments, counted.late += now.acts.newest() > 0;
  };
  compare();
  for (const session::PlayLine& line : play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    list.facts.clear();
    if (!action || session::advance(prepared, now.attempt, *action, now.attempt.turn, list)) continue;
    CAPTURE(line.words);
    acts.push_back(*action);
    lines.push_back(session::turn_line(prepared, now.attempt, "", *action, {}, list.facts, {2}));
    now.turn(list.facts, *action);
    if (running.view->may_hold_unsent()) running.view = nullptr; // what the play answered was marked by no hand on that screen
    compare();
  }
}

} // namespace

TEST_CASE("order: what can be chosen stands where it stood, however often an attempt is left and gone on with, in every play") {
  OrderLessons lessons;
  OrderScreen running;
  Counted counted;
  std::set<std::string> kinds;
  for (const reading::Course& course : lessons.library.library().courses())
    for (const reading::ScenarioCard& card : course.scenarios) {
      const auto content = lessons.library.load(card.path);
      REQUIRE(content.ok());
      const session::Prepared& prepared = (*content)->prepared();
      for (const session::Prepared::Step& step : prepared.steps)
        kinds.insert(prepared.symbols.word(step.kind));
      const std::string folder = card.path.substr(0, card.path.rfind('/')) + "/plays/";
      for (const std::string& name : lessons.files.list(folder)) {
        CAPTURE(card.path);
        CAPTURE(name);
        compare_at_every_act(prepared, session::parse_play(*lessons.files.read(folder + name, 1u << 20), prepared).play, running, counted);
      }
    }
  CHECK(counted.kinds == kinds);
  CHECK(counted.moments > 390 / counted.each);
  CHECK(counted.late > 90 / counted.each); // else nothing could have been out of order
}

namespace {

// From the top: a number counts them.
std::vector<std::string> verbs_of_the_phone(Shown& shown) {
  CHECK(shown.press("scene/place/phone") == "");
  std::vector<std::string> ids;
  for (const ui::Entry& entry : shown.window->registry().entries())
    if (entry.id.starts_with("scene/verb/phone/")) ids.push_back(entry.id);
  return ids;
}

} // namespace

// In the lesson that ships: what came up later, and what was used and is not offered any more.
TEST_CASE("order: a number chooses the same verb after the lesson was left") {
  const char* const lines[] = {
      "go on", "do authority choose option=take", "go on", "go on", "do seat look phone", "do seat bag phone with bag2"};
  PlayStage stayed(lesson("one-phone")), left(lesson("one-phone"));
  Shown there(stayed); // its view is there from the first act
  for (const char* line : lines) {
    stayed.play({line});
    there.driver.settle();
    left.play({line});
  }
  Shown anew(left); // its view is made now, on the attempt as it is
  const std::vector<std::string> verbs = verbs_of_the_phone(there);
  CHECK(verbs.size() > 4);
  CHECK(verbs_of_the_phone(anew) == verbs);
}

// ---- where the right answer stands

namespace {

std::vector<std::string> ids_under(const model::Node* list) {
  std::vector<std::string> ids;
  for (const model::Node& entry : list ? list->items : std::vector<model::Node>()) {
    const model::Node* id = entry.find("id");
    ids.push_back(id ? id->text : entry.text);
  }
  return ids;
}

// A list out of which a question is answered, as the view names it, and what of it is right.
struct RightAnswer {
  std::string list;
  std::vector<std::string> entries;
  std::string right;
};

std::optional<RightAnswer> of_a_form(const model::Step& step, const std::map<std::string, std::string>& says, const std::string& exhibit) {
  const model::Node* sheets = step.params.find("sheets");
  for (std::size_t sheet = 0; sheets && sheet < sheets->items.size(); ++sheet) {
    const model::Node *of = sheets->items[sheet].find("for"), *fields = sheets->items[sheet].find("fields");
    for (const model::Node& field : of && of->text == exhibit && fields ? fields->items : std::vector<model::Node>())
      if (const model::Node* id = field.find("id"); id && says.contains("field") && id->text == says.at("field"))
        return RightAnswer{id->text + "/" + std::to_string(sheet), ids_under(field.find("picks")), says.at("pick")};
  }
  return std::nullopt;
}

// What a good play answers there. A sequence never begins right, and a scene has verbs in places of their own.
std::optional<RightAnswer> right_answer(const session::Prepared& prepared, const session::Action& action) {
  for (const model::Step& step : prepared.scenario.steps) {
    if (step.id != prepared.symbols.word(action.step)) continue;
    std::map<std::string, std::string> says;
    for (const auto& [key, value] : action.values)
      says[prepared.symbols.word(key)] = prepared.symbols.word(value);
    if (step.kind == "choice") return RightAnswer{"options", ids_under(step.params.find("options")), says["option"]};
    if (step.kind == "dialogue") return RightAnswer{"topics", ids_under(step.params.find("topics")), prepared.symbols.word(action.verb)};
    if (step.kind == "match") return RightAnswer{"targets", ids_under(step.params.find("targets")), says["target"]};
    if (step.kind == "custody-form") return of_a_form(step, says, prepared.symbols.word(action.entity));
  }
  return std::nullopt;
}

simulation::Seed order_seed(int number) {
  simulation::Seed seed;
  const crypto::Hash hash = crypto::sha256(std::to_string(number));
  std::copy_n(hash.bytes.begin(), seed.bytes.size(), seed.bytes.begin());
  return seed;
}

} // namespace

// Who presses the first of each list is right no more often than by chance.
TEST_CASE("order: the right answer of each question of both lessons stands first no more often than any other") {
  constexpr int seeds = 400;
  int questions = 0;
  for (const char* id : {"one-phone", "open-laptop"}) {
    PlayStage stage(lesson(id));
    const auto text = TreeFiles().read("scenarios/courses/first-responder/" + std::string(id) + "/plays/expert.play", 1u << 20);
    REQUIRE(text);
    for (const session::PlayLine& line : session::parse_play(*text, stage.prepared()).play.lines) {
      const auto* action = std::get_if<session::Action>(&line.content);
      const auto answer = action ? right_answer(stage.prepared(), *action) : std::nullopt;
      if (!answer || answer->entries.size() < 2) continue;
      CAPTURE(line.words);
      const auto right = std::find(answer->entries.begin(), answer->entries.end(), answer->right);
      REQUIRE(right != answer->entries.end());
      int first = 0;
      for (int seed = 0; seed < seeds; ++seed) {
        const auto order = session::ShownOrder(order_seed(seed))
                               .of(stage.prepared().symbols.word(action->step) + "/" + answer->list, answer->entries.size());
        first += order.front() == static_cast<std::size_t>(right - answer->entries.begin());
      }
      const int fair = seeds / static_cast<int>(answer->entries.size());
      CHECK(first > fair * 7 / 10);
      CHECK(first < fair * 13 / 10);
      ++questions;
    }
  }
  CHECK(questions >= 12);
}

// The lists are named to the shuffle as that test names them: what is on the screen stands in that order.
TEST_CASE("order: a choice stands on the screen in the order of its seed") {
  const session::PreparedPtr prepared = lesson("one-phone");
  const model::Step& step = prepared->scenario.steps[1];
  REQUIRE(step.kind == "choice");
  const std::vector<std::string> options = ids_under(step.params.find("options"));
  std::set<std::string> first;
  for (int number = 0; number < 12; ++number) {
    Moment moment(*prepared);
    session::Start start;
    start.seed = order_seed(number);
    model::FactList facts;
    moment.attempt = session::begin(*prepared, start, facts);
    moment.turn(facts.facts, std::nullopt);
    session::Action go_on;
    go_on.kind = session::Action::Kind::go_on;
    REQUIRE_FALSE(session::advance(*prepared, moment.attempt, go_on, moment.attempt.turn, facts));
    OrderScreen screen;
    std::vector<std::string> shown;
    for (const std::string& control : screen.choices(moment))
      if (const std::size_t at = control.find("choice/option/"); at != std::string::npos)
        shown.push_back(control.substr(at + 14, control.find(':') - at - 14));
    std::vector<std::string> expected;
    for (const std::size_t i : session::ShownOrder(start.seed).of(step.id + "/options", options.size()))
      expected.push_back(options[i]);
    CHECK(shown == expected);
    if (!shown.empty()) first.insert(shown.front());
  }
  CHECK(first.size() == options.size());
}

} // namespace order_tests
