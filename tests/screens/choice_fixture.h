// One step of a real lesson on a headless screen, drawn by its own view where the play screen would put it.
#pragma once

#include "engine/ui/widgets.h"
#include "modules/choice/view.h"
#include "modules/custody-form/view.h"
#include "modules/sequence/view.h"
#include "modules/views.h"
#include "tests/screens/debrief_fixture.h"

#include <fmt/format.h>

namespace firsthand::screens {

class StepStage {
 public:
  StepStage(const Lesson& lesson, std::unique_ptr<screens::StepView> view, session::Mode mode = session::Mode::practice,
            session::Paper paper = {})
      : lesson_(lesson), view_(std::move(view)) {
    model::FactList facts;
    session::Start start;
    start.mode = mode;
    start.paper = std::move(paper);
    start.chance = {{"bag.leak", "tight"}};
    attempt_ = session::begin(*lesson_.prepared, start, facts);
  }

  // At a moment that was reached without a screen.
  StepStage(const Lesson& lesson, std::unique_ptr<screens::StepView> view, session::Attempt attempt)
      : lesson_(lesson), view_(std::move(view)), attempt_(std::move(attempt)) {}

  base::Json draft() const {
    if (attempt_.ending != session::Ending::open) return {};
    return view_->draft(*lesson_.prepared->steps[attempt_.step].spec);
  }
  // As after the program ended and the step was opened again.
  void reopen(std::unique_ptr<screens::StepView> fresh) {
    const std::string kept = draft().line();
    view_ = std::move(fresh);
    view_->take_draft(*lesson_.prepared->steps[attempt_.step].spec, base::parse_json_line(kept).value());
  }

  void play(std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
      CAPTURE(line);
      const auto action = session::parse_action(line, lesson_.prepared->symbols);
      REQUIRE(action.ok());
      REQUIRE(submit(*action) == "");
    }
  }
  // Up to the step of that name, by the play's actions.
  void play_until(const std::string& play, const std::string& step) {
    const Run run(lesson_, play);
    for (const auto& turn : run.rehearsal.turns)
      if (lesson_.prepared->scenario.steps[attempt_.step].id != step) REQUIRE(submit(turn.action) == "");
    REQUIRE(lesson_.prepared->scenario.steps[attempt_.step].id == step);
  }

  std::string submit(const session::Action& action) {
    model::FactList facts;
    const auto no = session::advance(*lesson_.prepared, attempt_, action, attempt_.turn, facts);
    return no ? no->code : "";
  }

  void draw(ui::Frame& f) {
    f.fill(f.window(), ui::Colour::bg);
    const session::Prepared& prepared = *lesson_.prepared;
    if (attempt_.ending != session::Ending::open || gone_on) return;
    const session::Offers offers = session::offers(prepared, attempt_);
    const session::Prepared::Step& step = prepared.steps[attempt_.step];
    const screens::StepScene scene{.prepared = prepared,
                                   .spec = *step.spec,
                                   .state = attempt_.states[attempt_.step],
                                   .seen = attempt_.world.seen,
                                   .notebook = notebook_,
                                   .words = words_,
                                   .step = step.id,
                                   .now = attempt_.world.now,
                                   .leaving = session::leaving(prepared, attempt_),
                                   .offers = offers,
                                   .mode = attempt_.mode,
                                   .pending = pending,
                                   .refused = {},
                                   .picture = [this](std::string_view path) { return lesson_.picture(path); },
                                   .played_before = played_before,
                                   .order = order,
                                   .drawn = {"attempt", step.id, attempt_.turn},
                                   .trainee = trainee,
                                   .paper = session::context_of(prepared, attempt_).paper,
                                   .kinds = &views_};
    f.screen("step");
    f.moment(attempt_.turn);
    const bool narrow = f.text_percent() < 125 && f.width() < 1600;
    const int left = narrow ? f.px(200) : f.px(80), right = narrow ? f.px(312) : 0;
    const screens::StepIntent intent = view_->draw(f, {left, f.px(56), f.width() - left - right, f.height() - f.px(56)}, scene);
    if (intent.action) last = session::action_words(*intent.action, prepared.symbols), refused = submit(*intent.action);
    if (intent.go_on) gone_on = true;
  }

  std::string last, refused; // the newest action asked for, in words, and why it was refused
  bool gone_on = false, pending = false, played_before = false;
  session::ShownOrder order; // as the author wrote it, unless a test shuffles
  std::string trainee;       // who is signed in
  const std::vector<std::int32_t>& slots() const { return attempt_.states[attempt_.step].slots; } // of the open step
  void speak(const char* language) { words_ = content::Words::load(lesson_.disk, language); }
  void note(std::string typed) {
    report::NotebookLine line;
    line.kind = report::NotebookLine::Kind::note;
    line.typed = std::move(typed);
    notebook_.lines.push_back(std::move(line));
  }
  void photo(const char* entity, const model::Text& text) {
    report::NotebookLine line;
    line.kind = report::NotebookLine::Kind::photo;
    line.entity = lesson_.prepared->symbols.find(entity);
    line.text = &text;
    notebook_.lines.push_back(std::move(line));
  }

 private:
  const Lesson& lesson_;
  std::unique_ptr<screens::StepView> view_;
  session::Attempt attempt_;
  report::Notebook notebook_;
  content::Words words_;
  StepViews views_ = modules::make_views(); // for a step that hosts others
};

inline session::ShownOrder order_of_seed(int number) {
  simulation::Seed seed;
  seed.bytes = crypto::sha256(std::to_string(number)).bytes;
  return session::ShownOrder(seed);
}

// Ids of the controls that begin so, from top to bottom.
inline std::vector<std::string> ids_from(const ui::Window& window, std::string_view start) {
  std::vector<std::pair<int, std::string>> found;
  for (const ui::Entry& each : window.registry().entries())
    if (each.id.starts_with(start)) found.emplace_back(each.rect.y, each.id.substr(start.size()));
  std::sort(found.begin(), found.end());
  std::vector<std::string> ids;
  for (auto& [y, id] : found)
    ids.push_back(std::move(id));
  return ids;
}

// What is marked and written on the screen. Left out is what waits for the next press: the row that is lifted, what has the focus.
inline std::string marked_on(const ui::Window& window) {
  std::string all;
  for (const ui::Entry& e : window.registry().entries()) {
    const bool of_the_next_press = e.id.starts_with("match/target/") || e.id == "sequence/up" || e.id == "sequence/down";
    if (!e.is_control() || of_the_next_press || e.id.ends_with("/bar")) continue;
    const bool chosen = e.chosen && (e.role == ui::Role::option || e.role == ui::Role::button);
    all += fmt::format("{}|{}|{}|{}|{}\n", e.id, e.label, e.value, e.enabled, chosen);
  }
  return all;
}

struct StepLook {
  const char* name;
  ui::Theme theme;
  int percent;
  ui::Size size;
  const char* language = "en";
};
inline const StepLook step_looks[] = {{"light-100", ui::Theme::light, 100, {1280, 720}},
                                      {"dark-150", ui::Theme::dark, 150, {1366, 768}},
                                      {"contrast-125", ui::Theme::high_contrast, 125, {1280, 720}},
                                      {"dark-200-wide", ui::Theme::dark, 200, {1920, 1080}},
                                      {"light-200", ui::Theme::light, 200, {1280, 720}},
                                      {"dark-100-wide", ui::Theme::dark, 100, {1920, 1080}}};

struct StepShown {
  StepShown(StepStage& on, const StepLook& look = step_looks[0])
      : window(ui::open_headless({look.theme, look.percent, ui::Motion::reduced, look.language}, look.size)),
        driver(*window, [&on](ui::Frame& f) { on.draw(f); }) {}
  std::string faults() const { return ui::describe(driver.layout_faults()); }
  std::string press(const char* id) { return ui::problem(driver.click(id)); }
  void save(const std::string& name) {
    const auto folder = std::filesystem::temp_directory_path() / "firsthand-screens";
    std::filesystem::create_directories(folder);
    CHECK_OK(driver.save_png(folder / (name + ".png")));
  }
  std::unique_ptr<ui::Window> window;
  ui::Driver driver;
};

} // namespace firsthand::screens
