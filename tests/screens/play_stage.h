// The real lessons on a headless screen: loads a scenario, plays lines of its grammar, draws the play screen over the
// state that results, and keeps what the screen asked for.
#pragma once

#include "engine/content/content_library.h"
#include "engine/report/glossary.h"
#include "engine/screens/play/draw.h"
#include "engine/session/load.h"
#include "modules/briefing/view.h"
#include "modules/catalogue.h"
#include "modules/dialogue/view.h"
#include "modules/scene/view.h"
#include "tests/ui/fixture.h"

#include <map>

namespace firsthand::screens {

// The working tree as content, with words replaced where a test wants other ones.
class TreeFiles : public reading::FileSource {
 public:
  using Words = std::vector<std::pair<std::string, std::string>>;
  explicit TreeFiles(Words words = {}) : words_(std::move(words)) {}

  std::optional<std::string> read(std::string_view path, std::size_t) const override {
    const auto file = std::filesystem::path(FIRSTHAND_SOURCE) / path;
    if (!std::filesystem::is_regular_file(file)) return std::nullopt;
    std::string bytes = ui::read_bytes(file);
    if (path.ends_with(".yaml"))
      for (const auto& [from, to] : words_)
        replace(bytes, from, to);
    return bytes;
  }
  std::vector<std::string> list(std::string_view folder) const override {
    std::vector<std::string> names;
    const auto path = std::filesystem::path(FIRSTHAND_SOURCE) / folder;
    if (!std::filesystem::is_directory(path)) return names;
    for (const auto& each : std::filesystem::directory_iterator(path))
      names.push_back(each.path().filename().string() + (each.is_directory() ? "/" : ""));
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  static void replace(std::string& bytes, const std::string& from, const std::string& to) {
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
      bytes.replace(at, from.size(), to);
  }
  Words words_;
};

inline const session::Catalogue& all_modules() {
  static const session::Catalogue modules = modules::make_catalogue();
  return modules;
}

// What ships, read once for all tests: content is immutable.
struct ShippedContent {
  TreeFiles files;
  content::ContentLibrary library{files, all_modules()};
};
inline content::ContentLibrary& shipped_library() {
  static ShippedContent content;
  return content.library;
}

// In another language than the author's: what the lesson and the program say.
struct InLanguage {
  reading::Translation lesson;
  content::Words program;
};
inline const InLanguage& in_thai(const std::string& id) {
  static std::map<std::string, InLanguage> read;
  const auto known = read.find(id);
  if (known != read.end()) return known->second;
  const TreeFiles files;
  const session::Loaded loaded = session::load(files, "scenarios/courses/first-responder/" + id + "/scenario.yaml", all_modules());
  return read[id] = {reading::translation_of(loaded.content, "th"), content::Words::load(files, "th")};
}

inline session::PreparedPtr lesson(const std::string& id, const TreeFiles& files) {
  session::Loaded loaded = session::load(files, "scenarios/courses/first-responder/" + id + "/scenario.yaml", all_modules());
  for (const model::Finding& finding : loaded.content.findings)
    MESSAGE(finding.code << " line " << finding.where.line << " of file " << finding.where.file);
  REQUIRE_MESSAGE(loaded.prepared, (loaded.error ? loaded.error->message : std::string("not usable")));
  return loaded.prepared;
}

// As it is in the tree: read once, however often it is begun anew.
inline session::PreparedPtr lesson(const std::string& id) {
  static std::map<std::string, session::PreparedPtr> read;
  session::PreparedPtr& known = read[id];
  if (!known) known = lesson(id, TreeFiles());
  return known;
}

// Stands where another kind of step is on the screen.
class OtherStep final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame&, const ui::Rect&, const screens::StepScene& scene) override { return screens::StepIntent(scene); }
};

class PlayStage {
 public:
  explicit PlayStage(session::PreparedPtr lesson, session::Mode mode = session::Mode::practice,
                     std::vector<simulation::FixedDraw> chance = {{"bag.leak", "tight"}})
      : prepared_(std::move(lesson)) {
    model::FactList facts;
    session::Start start;
    start.mode = mode;
    start.chance = std::move(chance);
    attempt_ = session::begin(*prepared_, start, facts);
    timeline_.turns.push_back({0, facts.facts, {}});
    acts_.after_turn(*prepared_, attempt_, facts.facts);
  }

  void play(std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
      CAPTURE(line);
      const auto action = session::parse_action(line, prepared_->symbols);
      REQUIRE_MESSAGE(action.ok(), (action.ok() ? std::string() : action.error().message));
      submit(*action);
      REQUIRE_MESSAGE(refused_.empty(), refused_);
    }
  }

  void submit(const session::Action& action) {
    model::FactList facts;
    const auto refused = session::advance(*prepared_, attempt_, action, attempt_.turn, facts);
    refused_ = refused ? refused->code : "";
    if (refused) return;
    timeline_.turns.push_back({attempt_.turn, facts.facts, action.text, std::nullopt, action});
    acts_.after_turn(*prepared_, attempt_, facts.facts);
  }

  // Draws one frame, and takes what it asks for as the shell would.
  void draw(ui::Frame& f) {
    REQUIRE(attempt_.ending == session::Ending::open);
    const screens::PlayIntent intent = draw_now(f);
    if (intent.back) went_back = true;
    if (intent.try_again) tried_again = true;
    if (intent.supervise) asked_for_session = true;
    if (intent.action) take(*intent.action);
    if (intent.go_on) {
      session::Action go_on;
      go_on.kind = session::Action::Kind::go_on;
      take(go_on);
    }
  }

  const std::string& step() const { return prepared_->scenario.steps[attempt_.step].id; }
  const session::Attempt& attempt() const { return attempt_; }
  const report::AttemptTimeline& timeline() const { return timeline_; }
  const session::Prepared& prepared() const { return *prepared_; }
  std::string last() const { return actions.empty() ? std::string() : session::action_words(actions.back(), prepared_->symbols); }

  // What the screen is drawn from, now.
  template<class Use> auto with_scene(const Use& use) {
    const report::Notebook notebook = report::notebook_of(timeline_);
    const session::Offers offers = session::offers(*prepared_, attempt_);
    const screens::StepScene scene{.prepared = *prepared_,
                                   .spec = *prepared_->steps[attempt_.step].spec,
                                   .state = attempt_.states[attempt_.step],
                                   .seen = attempt_.world.seen,
                                   .notebook = notebook,
                                   .words = words_,
                                   .step = prepared_->steps[attempt_.step].id,
                                   .now = attempt_.world.now,
                                   .leaving = session::leaving(*prepared_, attempt_),
                                   .offers = offers,
                                   .mode = attempt_.mode,
                                   .pending = pending,
                                   .refused = refused_words,
                                   .picture = [this](std::string_view path) { return picture(path); },
                                   .content = [this](const model::Text& text) -> const std::string& { return translation_.of(text); },
                                   .acts = &acts_,
                                   .drawn = {"attempt", prepared_->steps[attempt_.step].id, attempt_.turn}};
    return use(scene);
  }

  void speak(const InLanguage& language) { translation_ = language.lesson, words_ = language.program; }

  screens::PlayMemory memory;
  screens::PlaySaved saved{screens::PlaySaved::Kind::saved, "14:02:11", 0, {}};
  std::string refused_words, session, session_in_short; // of a session that somebody supervises
  bool pending = false, demonstration = false, went_back = false, tried_again = false, asked_for_session = false;
  std::vector<session::Action> actions; // accepted or not

 private:
  void take(const session::Action& action) {
    actions.push_back(action);
    submit(action);
  }

  screens::StepView& view() {
    if (view_step_ != step() || !view_) view_ = open_view(), view_step_ = step();
    return *view_;
  }

  std::unique_ptr<screens::StepView> open_view() const {
    const std::string& kind = prepared_->scenario.steps[attempt_.step].kind;
    if (kind == "scene") return modules::scene::open_view();
    if (kind == "dialogue") return modules::dialogue::open_view();
    if (kind == "briefing") return modules::briefing::open_view();
    return std::make_unique<OtherStep>();
  }

  ui::SharedBytes picture(std::string_view path) {
    auto found = pictures_.find(std::string(path));
    if (found == pictures_.end()) {
      auto bytes = std::make_shared<const std::string>(ui::read_bytes(std::filesystem::path(FIRSTHAND_SOURCE) / path));
      found = pictures_.emplace(path, bytes->empty() ? nullptr : std::move(bytes)).first;
    }
    return found->second;
  }

  screens::PlayIntent draw_now(ui::Frame& f) {
    return with_scene([&](const screens::StepScene& scene) {
      const auto words = report::words_met(timeline_, scene.notebook, scene.offers);
      return screens::draw_play(f,
                                {scene, screens::play_steps(timeline_, attempt_), saved, demonstration, false, words, session,
                                 ui::Meaning::accent, session_in_short},
                                memory, view());
    });
  }

  session::PreparedPtr prepared_;
  session::Attempt attempt_;
  session::ActOrder acts_;
  report::AttemptTimeline timeline_{*prepared_, {}};
  std::string refused_;
  content::Words words_;
  reading::Translation translation_; // translates nothing, unless told
  std::unique_ptr<screens::StepView> view_;
  std::string view_step_;
  std::map<std::string, ui::SharedBytes> pictures_;
};

struct Look {
  ui::Theme theme = ui::Theme::light;
  int percent = 100;
  const char* language = "en";
  ui::Size size{1280, 720};
};

// A stage, its window and its driver in one.
struct Shown {
  Shown(PlayStage& on, Look look = {})
      : stage(on), window(ui::open_headless({look.theme, look.percent, ui::Motion::reduced, look.language}, look.size)),
        driver(*window, [this](ui::Frame& f) { stage.draw(f); }) {}
  std::string faults() const { return ui::describe(driver.layout_faults()); }
  std::string press(const char* id) { return ui::problem(driver.click(id)); }
  void save(const std::string& name) {
    const char* folder = std::getenv("FIRSTHAND_SCREENS");
    if (!folder) return;
    std::filesystem::create_directories(folder);
    CHECK_OK(driver.save_png(std::filesystem::path(folder) / (name + ".png")));
  }
  PlayStage& stage;
  std::unique_ptr<ui::Window> window;
  ui::Driver driver;
};

} // namespace firsthand::screens
