// A play through the window's own code: every action by pressing its controls, a picture of every screen on the way, and in the
// end the same facts as the play has without a window.
#include "tools/firsthand/window.h"
#include "tools/firsthand/window_hands.h"

#include "engine/content/play_check.h"
#include "engine/platform/paths.h"
#include "engine/reading/findings.h"

#include <fmt/format.h>

#include <climits>
#include <fstream>
#include <iostream>
#include <iterator>

namespace firsthand::tools {

namespace {

int fail_rehearsal(const std::string& words) {
  std::cerr << "firsthand: " << words << '\n';
  return 1;
}

// A file, or the name of one of the scenario's plays.
struct PlayFile {
  std::string path, bytes; // the path as it can be opened from here
};
std::optional<PlayFile> play_file(const content::ContentLibrary& content_library, const content::Content& content,
                                  const std::filesystem::path& named) {
  std::string name = platform::utf8_of(named);
  if (!name.ends_with(".play")) name += ".play";
  const std::string own = std::string(reading::folder_of(content.path())) + "plays/" + name;
  const reading::FileSource& files = content_library.files().seen_from(content.path());
  if (auto bytes = files.read(own, content::longest_play)) return PlayFile{files.place(own), std::move(*bytes)};
  std::ifstream in(named, std::ios::binary);
  if (!in) return std::nullopt;
  return PlayFile{platform::utf8_of(named), std::string(std::istreambuf_iterator<char>(in), {})};
}

int tell_findings(const model::Findings& findings, const PlayFile& play) {
  const std::vector<reading::UsedFile> files{{play.path, play.bytes}};
  for (const model::Finding& finding : findings)
    std::cerr << reading::render(finding, files);
  return reading::count(findings, model::Gravity::error) == 0 ? 0 : 1;
}

class RehearsalRun {
 public:
  RehearsalRun(WindowHands& hands, const RehearseOptions& options) : hands_(hands), options_(options) {}

  bool reach(const std::string& scenario);
  content::PlayCheck play(const PlayFile& play);
  void debrief();
  int report(const content::PlayCheck& check, const PlayFile& play) const;

 private:
  void picture(const std::string& name);
  void sign_in();
  void perform(const session::PlayLine& line);
  bool same_facts(const session::Rehearsal& straight) const;

  WindowHands& hands_;
  const RehearseOptions& options_;
  std::vector<std::string> wrong_;
  int pressed_ = 0, submitted_ = 0, pictures_ = 0, faults_ = 0;
};

void RehearsalRun::picture(const std::string& name) {
  hands_.rest();
  const auto faults = hands_.driver().layout_faults();
  faults_ += static_cast<int>(faults.size());
  for (const ui::LayoutFault& fault : faults)
    std::cerr << "layout " << name << ": " << fault.code << ' ' << fault.message << '\n';
  if (options_.screens.empty()) return;
  const auto file = options_.screens / fmt::format("{:03}-{}.png", ++pictures_, name);
  if (const auto saved = hands_.driver().save_png(file); !saved.ok()) wrong_.push_back(saved.error().message);
}

// A record of its own: rehearsals are nobody's training.
void RehearsalRun::sign_in() {
  screens::Shell& shell = hands_.shell();
  picture("sign-in");
  for (const screens::SignInPerson& person : screens::sign_in(shell).people()) {
    if (person.name != "Rehearsal") continue;
    hands_.press("sign-in/person/" + person.id);
    hands_.driver().type("2468");
    hands_.press("sign-in/go");
    return;
  }
  hands_.press("sign-in/new");
  (void)hands_.type_into("sign-in/new-name", "Rehearsal");
  (void)hands_.type_into("sign-in/new-pin", "2468");
  (void)hands_.type_into("sign-in/new-pin-again", "2468");
  picture("new-person");
  hands_.press("sign-in/create");
  picture("warm-up");
}

// To the first step of the scenario; false if there is no way.
bool RehearsalRun::reach(const std::string& scenario) {
  screens::Shell& shell = hands_.shell();
  if (shell.page() == screens::PageName::sign_in) sign_in();
  if (shell.page() == screens::PageName::play) { // a new person is warmed up first
    if (shell.playing().played().session->prepared().scenario.id == scenario) return true;
    hands_.leave_lesson();
  }
  if (shell.page() != screens::PageName::home) return false;
  picture("home");
  if (!screens::home(shell).decided().lesson(scenario).open.empty()) return false;
  if (!hands_.press("home/lesson/" + scenario)) screens::home(shell).open_lesson(options_.scenario); // named by path: home does not list it
  hands_.settle();
  return shell.page() == screens::PageName::play;
}

// As far as it can be played: what comes after a line that fails would only fail with it.
content::PlayCheck RehearsalRun::play(const PlayFile& play) {
  const app::AttemptSession& session = *hands_.shell().playing().played().session;
  content::PlayCheck check = content::check_play(play.bytes, session.prepared(), session.pins().start);
  const int end = check.findings.empty() || check.rehearsal->ok() ? INT_MAX : static_cast<int>(check.findings[0].where.line);
  picture("begin");
  for (const session::PlayLine& line : check.play.lines)
    if (line.number < end) perform(line);
  return check;
}

void RehearsalRun::perform(const session::PlayLine& line) {
  const auto* action = std::get_if<session::Action>(&line.content);
  if (!action || hands_.shell().page() != screens::PageName::play) return;
  if (hands_.refusal_of(*action)) return; // the check says whether that was expected
  const std::string words = session::action_words(*action, hands_.shell().playing().played().session->prepared().symbols);
  const Performed how = hands_.perform(*action);
  if (how == Performed::submitted) std::cerr << fmt::format("line {}: no control for \"{}\", handed to the shell\n", line.number, words);
  if (how == Performed::refused) wrong_.push_back(fmt::format("line {}: \"{}\" could not be done", line.number, words));
  ++(how == Performed::pressed ? pressed_ : submitted_);
  if (hands_.shell().page() == screens::PageName::play) picture(fmt::format("line-{}", line.number));
}

void RehearsalRun::debrief() {
  if (hands_.shell().page() != screens::PageName::debrief) return;
  picture("debrief-one");
  if (hands_.press("debrief/futures")) picture("debrief-futures"), hands_.press("debrief/first-page");
  if (hands_.press("debrief/everything")) picture("debrief-two");
}

bool RehearsalRun::same_facts(const session::Rehearsal& straight) const {
  session::Facts facts = straight.first_facts;
  for (const session::Rehearsal::Turn& turn : straight.turns)
    facts.insert(facts.end(), turn.facts.begin(), turn.facts.end());
  return facts == hands_.shell().playing().played().session->facts();
}

int RehearsalRun::report(const content::PlayCheck& check, const PlayFile& play) const {
  const app::AttemptSession& session = *hands_.shell().playing().played().session;
  std::vector<std::string> wrong = wrong_;
  wrong.insert(wrong.end(), hands_.lost_focus().begin(), hands_.lost_focus().end());
  if (!same_facts(*check.rehearsal)) wrong.push_back("the window's facts are not those of the play without a window");
  for (const std::string& each : wrong)
    std::cerr << each << '\n';
  const int failed = tell_findings(check.findings, play);
  std::cout << fmt::format("{}: {} actions pressed, {} handed over, {} pictures, {} layout faults; the attempt: {}\n",
                           platform::utf8_of(options_.play), pressed_, submitted_, pictures_, faults_,
                           session::ending_word(session.attempt().ending));
  return wrong.empty() && faults_ == 0 ? failed : 1;
}

} // namespace

int rehearse_in_window(const records::Services& services, content::ContentLibrary& content_library, const RehearseOptions& options) {
  const auto content = content_library.load(options.scenario);
  if (!content.ok()) return fail_rehearsal(content.error().message);
  const auto play = play_file(content_library, **content, options.play);
  if (!play) return fail_rehearsal(fmt::format("there is no play {}", platform::utf8_of(options.play)));
  const content::PlayCheck read = content::check_play(play->bytes, (*content)->prepared());
  if (!read.rehearsal) return tell_findings(read.findings, *play);
  if (!options.screens.empty()) std::filesystem::create_directories(options.screens);
  HandsOptions wanted{services, content_library, options.assets, options.data.empty() ? std::nullopt : std::optional(options.data)};
  wanted.chance = read.play.chance;
  wanted.settings = settings_of(options.look);
  wanted.size = {options.look.width, options.look.height};
  if (options.by_keyboard) wanted.pressing = screens::Pressing::by_keyboard, wanted.only_pressing = true;
  auto hands = WindowHands::open(std::move(wanted));
  if (!hands.ok()) return fail_rehearsal(hands.error().message);
  RehearsalRun run(**hands, options);
  const std::string scenario = (*content)->prepared().scenario.id;
  if (!run.reach(scenario))
    return fail_rehearsal("the exercise could not be begun; is there an unfinished rehearsal of it in this data folder?");
  const content::PlayCheck check = run.play(*play);
  run.debrief();
  return run.report(check, *play);
}

} // namespace firsthand::tools
