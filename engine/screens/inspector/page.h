// The author's inspector: what is true of the lesson that is being played, why, and ways to play on, back and again. Drawn in
// Dear ImGui's own widgets in the window's dock, beside the lesson, which goes on by itself: what is played here goes the way of
// every act, and the lesson shows it. Only a window of `--author` has one, on a record that is gone with it. Knows rows of words.
#pragma once

#include "engine/inspection/rows.h"
#include "engine/screens/play/playing.h"
#include "engine/ui/dock.h"

#include <array>
#include <optional>
#include <set>
#include <string>

namespace firsthand::inspector {

class Inspector {
 public:
  Inspector(screens::Context& context, content::ContentLibrary& content_library) : context_(context), content_library_(content_library) {}
  void draw(ui::Dock& dock);                        // one frame
  const std::string& said() const { return said_; } // what became of the last thing that was asked for

 private:
  using Line = std::array<char, 2048>;

  void follow(); // the attempt on the screen, as it is now
  void draw_bar(ui::Dock& dock);
  void draw_line(ui::Dock& dock);
  void draw_offers(ui::Dock& dock);
  void draw_said();
  void draw_moments(ui::Dock& dock);
  void draw_tabs(ui::Dock& dock);
  void draw_things(ui::Dock& dock, bool verbs);
  bool is_shown(const inspection::Thing& thing, const inspection::Value& value, bool verb) const;
  bool is_shown(const inspection::TurnRow& turn, const inspection::FactRow& fact) const;
  bool is_shown(const inspection::TurnRow& turn) const;
  void draw_thing(ui::Dock& dock, const inspection::Thing& thing, bool verbs);
  void draw_value(ui::Dock& dock, const inspection::Thing& thing, const inspection::Value& value);
  void draw_timers(ui::Dock& dock);
  void draw_draws(ui::Dock& dock);
  void draw_rules(ui::Dock& dock);
  void draw_facts(ui::Dock& dock);
  void draw_turn(ui::Dock& dock, const inspection::TurnRow& turn);
  bool passes(std::initializer_list<std::string_view> words) const;
  // Whether none of these rows is to be shown; says so, and by what they were left out.
  template<class Rows, class Shown> bool none_of(ui::Dock& dock, const Rows& rows, const Shown& shown);

  void play(const std::string& line);
  void go_back(std::size_t moment);
  void reload();
  enum class Files : std::uint8_t { as_read, anew };
  void again(std::size_t moment, Files files, const char* what);
  void take(const char* what, base::Result<inspection::Again> again);
  void look_at(std::size_t moment);
  void say(std::string words, bool bad);

  screens::Context& context_;
  content::ContentLibrary& content_library_;
  std::optional<inspection::Past> past_;
  std::size_t moment_ = 0; // that is looked at
  inspection::Rows rows_;
  std::vector<std::string> offers_;
  std::set<std::string> explained_; // values whose reason is shown
  Line line_{}, filter_{};
  std::string said_;
  bool said_bad_ = false;
};

} // namespace firsthand::inspector
