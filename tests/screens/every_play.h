// Every moment of every play of both lessons, shown in windows of many looks: for what has to hold whatever somebody does.
#pragma once

#include "tests/screens/play_stage.h"

#include "engine/screens/play/news.h"
#include "engine/screens/play/stage_layers.h"
#include "engine/screens/play/words.h"
#include "engine/session/play.h"

#include <fmt/format.h>

#include <set>

namespace every_play {

using namespace firsthand;
using namespace firsthand::screens;

// other_pictures: where other things stand in the picture than ever before; told: there as well, and where somebody speaks.
enum class Moments : std::uint8_t { all, other_pictures, told };

struct Said {
  std::string who, words;
};

// What somebody said in the newest act, as it is shown; but for answers, which stand where they were asked for.
inline std::vector<Said> said_in(const StepScene& scene) {
  const News news = news_of(scene);
  std::vector<Said> said;
  for (const auto* some : {&news.events, &news.results})
    for (const report::NotebookLine* line : *some)
      if (line->cue != 0 && is_spoken(*line->text)) said.push_back({scene.prepared.symbols.word(line->entity), line_words(scene, *line)});
  return said;
}

// All that is seen in the scenes of every play of both lessons, each moment once, in each of several windows.
class EveryPlay {
 public:
  using Check = std::function<void(const ui::Registry&, PlayStage&, const Look&)>;

  EveryPlay(Moments moments, const std::vector<Look>& looks, Check check) : moments_(moments), looks_(looks), check_(std::move(check)) {
    for (const Look& look : looks_)
      windows_.push_back(ui::open_headless({look.theme, look.percent, ui::Motion::reduced, look.language}, look.size));
    for (const char* id : {"one-phone", "open-laptop"})
      for (const bool thai : {false, true})
        if (std::any_of(looks_.begin(), looks_.end(), [&](const Look& look) { return is_thai(look) == thai; })) through(id, thai);
  }
  int moments() const { return static_cast<int>(seen_.size()); }

 private:
  static bool is_thai(const Look& look) { return std::string_view(look.language) == "th"; }

  void through(const std::string& id, bool thai) {
    const session::PreparedPtr read = lesson(id);
    const auto folder = std::filesystem::path(FIRSTHAND_SOURCE) / "scenarios/courses/first-responder" / id / "plays";
    int turn = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      if (file.path().extension() != ".play" || (ui::few() && turn++ % 3 != 0)) continue;
      const session::PlayReading play = session::parse_play(ui::read_bytes(file.path()), *read);
      through(read, thai, play.play);
    }
  }

  void through(const session::PreparedPtr& read, bool thai, const session::Play& play) {
    PlayStage stage(read, session::Mode::practice, play.chance);
    if (thai) stage.speak(in_thai(read->scenario.id));
    std::string way = read->scenario.id + (thai ? " th" : "");
    for (const session::PlayLine& line : play.lines) {
      const auto* action = std::get_if<session::Action>(&line.content);
      if (!action || stage.attempt().ending != session::Ending::open) continue;
      way += "\n" + session::action_words(*action, stage.prepared().symbols);
      stage.submit(*action);
      if (stage.attempt().ending == session::Ending::open && in_a_scene(stage) && seen_.insert(moment_of(stage, way)).second)
        show(stage, thai);
    }
  }

  static bool in_a_scene(const PlayStage& stage) { return stage.prepared().scenario.steps[stage.attempt().step].kind == "scene"; }

  std::string moment_of(PlayStage& stage, const std::string& way) const {
    if (moments_ == Moments::all) return way;
    return stage.with_scene([&](const StepScene& scene) {
      std::string picture = way.substr(0, way.find('\n')) + " " + stage.step();
      for (const std::string& path : stage_layers(scene, *session_picture(stage)).paths)
        picture += " " + path;
      std::set<std::string> things;
      for (const session::Action& action : scene.offers.actions)
        things.insert(stage.prepared().symbols.word(action.entity));
      for (const std::string& thing : things)
        picture += " " + thing;
      if (moments_ == Moments::told)
        for (const Said& said : said_in(scene))
          picture += " " + said.who + ": " + said.words;
      return picture;
    });
  }

  static const session::StagePicture* session_picture(const PlayStage& stage) {
    const session::Prepared::Step& step = stage.prepared().steps[stage.attempt().step];
    return step.module->picture(*step.spec);
  }

  void show(PlayStage& stage, bool thai) {
    for (std::size_t i = 0; i < looks_.size(); ++i) {
      if (is_thai(looks_[i]) != thai) continue;
      CAPTURE(fmt::format("{}x{} {} {}", looks_[i].size.w, looks_[i].size.h, looks_[i].percent, looks_[i].language));
      windows_[i]->frame([&stage](ui::Frame& f) { stage.draw(f); });
      check_(windows_[i]->registry(), stage, looks_[i]);
    }
  }

  Moments moments_;
  std::vector<Look> looks_;
  std::vector<std::unique_ptr<ui::Window>> windows_;
  Check check_;
  std::set<std::string> seen_;
};

} // namespace every_play
