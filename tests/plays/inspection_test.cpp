// What an author is shown of an attempt of their own, over the shipped lessons: that it tells the truth, and why.
#include "engine/inspection/rows.h"
#include "tests/plays/workshop.h"

using namespace play_tests;
namespace inspection = firsthand::inspection;
namespace reading = firsthand::reading;

namespace {

constexpr const char* open_computer = "scenarios/courses/first-responder/open-laptop/scenario.yaml";

// The shipped content with words of one file replaced, as an author's editor does.
class Edited : public reading::FileSource {
 public:
  std::string path, from, to;
  std::optional<std::string> read(std::string_view wanted, std::size_t limit) const override {
    auto bytes = contents().files.read(wanted, limit);
    if (!bytes || wanted != path) return bytes;
    for (std::size_t at = bytes->find(from); at != std::string::npos; at = bytes->find(from, at + to.size()))
      bytes->replace(at, from.size(), to);
    return bytes;
  }
  std::vector<std::string> list(std::string_view folder) const override { return contents().files.list(folder); }
};

// A play of the open computer, as far as its acts are accepted, in a record of its own.
struct Watched {
  explicit Watched(const char* play, int acts = 1000) : data_folder(app::DataFolder::demonstration(workshop.services, content_library)) {
    const std::string folder = std::string(reading::folder_of(open_computer)) + "plays/";
    const NamedPlay named{open_computer, play, contents().files.read(folder + play + ".play", 1u << 20).value()};
    const session::Play read = read_play(taken(content_library.load(open_computer))->prepared(), named);
    session = taken(data_folder->begin(open_computer, rehearsal_of(read)));
    for (const session::Action& action : actions_of(read))
      if (acts-- > 0) (void)session->submit_and_wait(action, session->turn());
    past = inspection::past_of(*session);
  }
  inspection::Rows rows() const { return inspection::rows_of(past, past.moments.size() - 1); }
  std::string problem_of(const char* line) const { return inspection::typed_line(past, line).problem; }

  Workshop workshop;
  Edited files;
  content::ContentLibrary content_library{files, contents().modules};
  std::unique_ptr<app::DataFolder> data_folder;
  std::unique_ptr<app::AttemptSession> session;
  inspection::Past past;
};

const inspection::Value& value(const inspection::Rows& rows, std::string_view thing, std::string_view kind, std::string_view name) {
  static const inspection::Value none;
  for (const inspection::Thing& each : rows.things)
    for (const inspection::Value& one : each.values)
      if (each.id == thing && one.kind == kind && one.name == name) return one;
  FAIL_CHECK("no value " << thing << "." << name);
  return none;
}

const inspection::FactRow& fact(const inspection::Rows& rows, std::string_view what) {
  static const inspection::FactRow none;
  for (const inspection::TurnRow& turn : rows.turns)
    for (const inspection::FactRow& one : turn.facts)
      if (one.what == what) return one;
  FAIL_CHECK("no fact " << what);
  return none;
}

const inspection::Ruling& rule(const inspection::Rows& rows, std::string_view id, std::string_view about) {
  static const inspection::Ruling none;
  for (const inspection::Ruling& one : rows.rules)
    if (one.id == id && one.about == about) return one;
  FAIL_CHECK("no rule " << id);
  return none;
}

std::string digest(const app::AttemptSession& session) { return session::state_digest(session.prepared(), session.attempt()).hex(); }

} // namespace

TEST_CASE("inspection: what is true stands beside what was seen of it") {
  using inspection::Sight;
  const inspection::Rows rows = Watched("careless", 6).rows();
  CHECK(rows.head == "turn 6 of 6, 00:15, step table (4 of 7), open");
  CHECK(value(rows, "laptop", "state", "power").truth == "on");
  CHECK(value(rows, "laptop", "cue", "screen").truth == "desktop");
  CHECK(value(rows, "laptop", "cue", "screen").seen == "desktop (00:00)");
  CHECK(value(rows, "laptop", "cue", "screen").sight == Sight::same);
  const inspection::Value& charge = value(rows, "laptop", "cue", "charge");
  CHECK(charge.truth == "8");
  CHECK(charge.seen == "never looked");
  CHECK(charge.sight == Sight::unseen);
  CHECK(charge.why == "reads battery, readable if power: on [yes], lid: open [yes]");
  CHECK(value(rows, "laptop", "gauge", "battery").truth == "8.9 %");
  CHECK(value(rows, "phone", "relation", "in").seen == "bag");
  CHECK(value(rows, "phone", "derived", "online").why.ends_with("; else no"));
  CHECK(value(rows, "laptop", "evidence", "admin-session").truth == "open");
  CHECK(value(rows, "laptop", "verb", "carry").truth == "offered");
  CHECK(value(rows, "laptop", "verb", "hold-power").truth == "offered");
  CHECK(value(rows, "phone", "verb", "bag").truth == "not offered"); // it is in the bag
  CHECK(value(Watched("careless", 1).rows(), "phone", "verb", "bag").truth == "not in this step");
  CHECK(value(rows, "laptop", "verb", "plug-in").truth == "not offered");
  CHECK(value(rows, "laptop", "verb", "plug-in").why == "offered if whose: here [yes], mains: none [yes], with.place-seen: out [no]");
  CHECK(value(rows, "laptop", "state", "power").place == "library/devices/computer.yaml:8");
  // Carried away while its owner sits in a bag: dark, and nobody looked again at the light.
  CHECK(value(Watched("careless", 7).rows(), "laptop", "cue", "screen").seen == "dark (00:15)");
}

TEST_CASE("inspection: names stand in the language of the lesson") {
  Watched watched("careless", 1);
  CHECK(watched.rows().things[0].name == "Laptop");
  watched.past.language = "th";
  CHECK(watched.rows().things[0].name == "โน้ตบุ๊ก");
}

TEST_CASE("inspection: a seen thing that changed behind one's back is told apart") {
  const inspection::Rows rows = Watched("expert").rows();
  int unlike = 0;
  for (const inspection::Thing& thing : rows.things)
    for (const inspection::Value& one : thing.values)
      if (one.sight == inspection::Sight::unlike) {
        ++unlike;
        CHECK(one.seen.substr(0, one.seen.find(" (")) != one.truth);
      }
  CHECK(unlike > 0);
}

TEST_CASE("inspection: what nobody looked at is counted apart from what is not as it was seen") {
  inspection::Thing thing;
  CHECK(inspection::seen_words(thing) == "");
  thing.unseen = 3;
  CHECK(inspection::seen_words(thing) == ", 3 never looked at");
  thing.unlike = 1;
  CHECK(inspection::seen_words(thing) == ", 1 not as seen, 3 never looked at");
  for (const inspection::Thing& each : Watched("expert").rows().things) {
    const auto all = [&](inspection::Sight sight) {
      return std::count_if(each.values.begin(), each.values.end(), [&](const inspection::Value& one) { return one.sight == sight; });
    };
    CHECK(each.unlike == all(inspection::Sight::unlike));
    CHECK(each.unseen == all(inspection::Sight::unseen));
  }
}

TEST_CASE("inspection: why something was lost is told with its cause, what armed that, and where it stands") {
  const inspection::Rows rows = Watched("careless").rows();
  const inspection::FactRow& session_lost = fact(rows, "lost laptop.admin-session (30)");
  CHECK(session_lost.loss);
  CHECK(session_lost.at == "00:15");
  CHECK(session_lost.cause == "by event laptop.killed");
  CHECK(session_lost.place.starts_with("library/devices/laptop.yaml:"));
  CHECK(fact(rows, "lost laptop.key (30)").cause == "by event laptop.fade, armed at 00:15 by carry");
  CHECK(value(rows, "laptop", "evidence", "key").why.find("lives if memory: held [no]") != std::string::npos);
  CHECK(rows.turns.front().moment == 18);
  CHECK(rows.turns.back().act == "the beginning");
}

TEST_CASE("inspection: a rule says what keeps it open, and which act broke it for want of what") {
  const Watched early("careless", 6);
  CHECK(rule(early.rows(), "call-the-examiner", "laptop").state == "open");
  CHECK(rule(early.rows(), "call-the-examiner", "laptop").why ==
        "waits since 00:00 for done tagged calls-specialist of any, until 10:00, in 9\u00A0min 45\u00A0s");
  CHECK(rule(early.rows(), "follow-the-cord", "cord").state == "not applicable");
  CHECK(rule(early.rows(), "follow-the-cord", "cord").why.find("has not happened: seen end") != std::string::npos);
  CHECK(rule(early.rows(), "no-guessing", "phone").why.starts_with("breaks by "));

  const Watched late("careless");
  CHECK(rule(late.rows(), "follow-the-cord", "cord").why ==
        "broken at 00:15 by begun laptop.carry by learner (turn 7: do table carry laptop); had not happened before: seen end");
  CHECK(rule(late.rows(), "ask-last-unlock", "phone").why ==
        "broken at 11:35: done tagged asks-unlock of any did not come after step-entered table: scene (turn 4: go on)");
  CHECK(rule(late.rows(), "no-guessing", "phone").why == "kept: it never happened");
  CHECK(rule(late.rows(), "isolate-in-time", "phone").state == "kept");
  // An earlier moment is told as it was then.
  CHECK(rule(inspection::rows_of(late.past, 6), "follow-the-cord", "cord").state == "not applicable");
}

TEST_CASE("inspection: what falls due comes first, with what armed it; chance with what it could have given") {
  const inspection::Rows rows = Watched("careless", 8).rows();
  REQUIRE(rows.timers.size() > 3);
  CHECK(rows.timers[0].event == "comes");
  CHECK(rows.timers[0].due == "06:00, in 4\u00A0min 25\u00A0s");
  bool arrives = false, unarmed = false;
  for (const inspection::Timer& timer : rows.timers) {
    if (timer.event == "arrives") arrives = timer.due == "09:35, in 8\u00A0min" && timer.armed_by == "call at 01:35" && !unarmed;
    unarmed = unarmed || timer.due.empty();
  }
  CHECK(arrives);
  CHECK(unarmed);
  REQUIRE(rows.draws.size() == 2);
  CHECK(rows.draws[0].thing == "bag");
  CHECK(rows.draws[0].when == "at the start, fixed");
  CHECK(rows.draws[0].given == "tight");
  CHECK(rows.draws[0].others == "seeps (7 %)");
  CHECK(rows.draws[0].next == "");
  CHECK(rows.draws[1].given == "");
  CHECK(rows.draws[1].next != "");
}

TEST_CASE("inspection: going back plays the acts again to the same state, chance as well") {
  Watched watched("careless", 9);
  const std::string then = session::state_digest(watched.past.prepared(), watched.past.moments[6].after).hex();
  inspection::Again again = taken(inspection::played_again(*watched.data_folder, watched.past, 6));
  CHECK(again.left_off == "");
  CHECK(again.played == 6);
  CHECK(digest(*again.session) == then);
  CHECK(again.session->id() != watched.session->id());
  CHECK(again.session->pins().start.seed == watched.session->pins().start.seed);
  const inspection::Past past = inspection::past_of(*again.session);
  for (std::size_t i = 0; i < past.moments.size(); ++i)
    CHECK(past.moments[i].facts == watched.past.moments[i].facts);
}

TEST_CASE("inspection: the play so far does the same, with what was drawn") {
  Workshop workshop;
  auto data_folder = app::DataFolder::demonstration(workshop.services, workshop.content_library);
  app::BeginOptions how;
  how.channel = session::Channel::rehearsal; // drawn from the seed, not fixed
  auto session = taken(data_folder->begin(open_computer, how));
  for (const char* line :
       {"go on", "do authority choose option=later sure=yes", "go on", "go on", "do table note text=\"ถุง \\\"A\\\"\"", "wait 30 s"})
    REQUIRE(session->submit_and_wait(taken(session::parse_action(line, session->prepared().symbols)), session->turn()).kind ==
            app::Submitted::Kind::adopted);
  const std::string text = inspection::play_so_far(inspection::past_of(*session), 1000);
  CHECK(text.starts_with("chance bag.leak "));
  const session::PlayReading play = session::parse_play(text, session->prepared());
  REQUIRE(play.faults.empty());
  const session::Rehearsal run = session::rehearse(session->prepared(), play.play);
  CHECK(run.ok());
  CHECK(run.attempt.world.values == session->attempt().world.values);
  CHECK(run.attempt.world.timers == session->attempt().world.timers);
}

TEST_CASE("inspection: new files are played to where they refuse, and that is told; what cannot be read changes nothing") {
  Watched watched("careless", 8);
  const std::size_t all = watched.past.moments.size() - 1;
  const auto reloaded = [&](const char* path, const char* from, const char* to) {
    watched.files.path = path, watched.files.from = from, watched.files.to = to;
    watched.content_library.forget();
    return inspection::played_again(*watched.data_folder, watched.past, all);
  };
  const char* laptop = "scenarios/library/devices/laptop.yaml";
  const auto longer = taken(reloaded(laptop, "takes: 20 s", "takes: 25 s"));
  CHECK(longer.left_off == "");
  CHECK(longer.played == 8);
  CHECK(longer.session->attempt().world.now != watched.session->attempt().world.now);
  const auto gone = taken(reloaded(open_computer, "plug-in, carry, close-lid, hold-power", "plug-in, close-lid, hold-power"));
  CHECK(gone.played == 6);
  CHECK(gone.all == 8);
  CHECK(gone.left_off.starts_with("do table carry laptop - refused: not-here."));
  const std::string before = digest(*watched.session);
  const auto broken = reloaded(laptop, "model: laptop", "model: [");
  REQUIRE_FALSE(broken.ok());
  CHECK_MESSAGE(broken.error().message.find("laptop.yaml") != std::string::npos, broken.error().message);
  CHECK(digest(*watched.session) == before);
  watched.session->submit_and_wait(taken(session::parse_action("wait 30 s", watched.past.prepared().symbols)), watched.session->turn());
  CHECK(digest(*watched.session) != before);
}

TEST_CASE("inspection: a line that is wrong is told with what and why") {
  const Watched watched("careless", 5);
  CHECK(watched.problem_of("do table carry laptop") == "");
  CHECK(watched.problem_of("do table cary laptop").find("carry") != std::string::npos);
  CHECK(watched.problem_of("wait a while").find("a duration such as 30 s") != std::string::npos);
  CHECK(watched.problem_of("").size() > 5);
  CHECK(watched.problem_of("expect seen laptop.screen = dark").size() > 5);
  const std::string refused = watched.problem_of("do table browse phone");
  CHECK(refused.starts_with("Refused: not-here. "));
  CHECK(refused.find("The step \"table\" is open") != std::string::npos);
  CHECK(refused.find("It offers: ") != std::string::npos);
  CHECK(Watched("careless", 1).problem_of("go on").starts_with("Refused: cannot-go-on. "));
  CHECK(watched.past.moments.back().after.turn == 5); // only tried
  const auto offered = inspection::offered_lines(watched.past);
  CHECK(std::find(offered.begin(), offered.end(), "do table carry laptop") != offered.end());
  CHECK(Watched("careless").problem_of("go on").find("The attempt is over: failed.") != std::string::npos);
}

TEST_CASE("inspection: an attempt of an author counts nowhere") {
  Watched watched("careless");
  auto again = taken(inspection::played_again(*watched.data_folder, watched.past, 3));
  for (const app::AttemptCard& card : taken(watched.data_folder->attempts(""))) {
    CHECK(card.channel == session::Channel::rehearsal);
    CHECK_FALSE(card.counts);
  }
  // Nobody who counts may choose the seed.
  app::BeginOptions how;
  how.seed = watched.past.start.seed;
  const auto honest = watched.data_folder->begin(open_computer, how);
  REQUIRE_FALSE(honest.ok());
  CHECK(honest.error().code == "chance-fixed");
}

TEST_CASE("inspection: a filter shows the rows that have all its words, in any case") {
  CHECK(inspection::passes("", {"laptop", "power"}));
  CHECK(inspection::passes("LAP pow", {"laptop", "power"}));
  CHECK(inspection::passes("  lap ", {"laptop"}));
  CHECK_FALSE(inspection::passes("lap lock", {"laptop", "power"}));
}
