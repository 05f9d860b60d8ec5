// A page: one screen, with what it shows, what it remembers, and what a press on it leads to. It is built over a Context, which is
// all that it can do outside of itself. Must not know the shell, nor any other page but by name.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/content/words.h"
#include "engine/platform/voice.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/frame.h"
#include "engine/ui/sounds.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::screens {

enum class PageName : std::uint8_t {
  opening,
  trouble,
  clock,
  station,
  sign_in,
  home,
  play,
  debrief,
  test_result,
  settings,
  attempts,
  lists,
  supervision,
  identity
};

class Page {
 public:
  virtual ~Page() = default;
  // Before it is shown: asks for what it needs, then calls `show`. Until then the page before stays on the screen.
  virtual void enter(const std::function<void()>& show) { show(); }
  virtual void shown() {}                              // it is the page on the screen now
  virtual void say() {}                                // puts what it shows into words again: the language is another one
  virtual void draw(Frame& f) = 0;                     // one frame, and what was pressed in it
  virtual void tick() {}                               // before each frame while it is shown
  virtual void leave() {}                              // another page is shown now
  virtual void forget() {}                             // who was signed in is not any more
  virtual bool keeps_choices() const { return false; } // settings that are changed now are of who is about to sign in
  virtual int part() const { return 0; }               // of the page: what was pressed on one part does not count on the next
  virtual std::optional<int> wake_after_ms() const { return std::nullopt; } // when it changes by itself
};

enum class Meanwhile : std::uint8_t { hold, go_on }; // what is pressed while something is written: waits, or does not

// Who is signed in; without an id nobody is, or it is a demonstration.
struct Person {
  std::string id, name;
  bool warm_up_due = false; // when they signed in
};

// What the computer shows before anybody is signed in.
struct Front {
  std::vector<app::PersonCard> people;
  bool trainer_pin = false;                // the trainer has one
  std::string station;                     // this computer's name, in words; "": none yet
  std::optional<app::SessionCard> session; // supervised, and nobody closed it
};

class Opening;
class Playing;

using Told = std::function<std::string()>; // what is said, in the language of the moment in which it is said

class Context {
 public:
  virtual ~Context() = default;

  // The one way to the data folder. `work` gets it on another thread than that of the frames; what it returns is given to `then`
  // in a later tick. So nothing of it can be called in a frame: there is nothing to call it on.
  template<class Work, class Then> void ask(Work work, Then then, Meanwhile meanwhile = Meanwhile::hold) {
    later(
        [work = std::move(work), then = std::move(then)](app::DataFolder& data_folder) -> std::function<void()> {
          auto result = std::make_shared<decltype(work(data_folder))>(work(data_folder));
          return [result, then] { then(std::move(*result)); };
        },
        meanwhile);
  }

  // ---- pages
  virtual void go(PageName page) = 0;
  virtual void over(PageName page) = 0; // until it goes back
  virtual void back() = 0;
  virtual bool shows(PageName page) const = 0;
  virtual void show_help() = 0;
  virtual void toggle_full_screen() = 0;
  virtual void close_window() = 0;

  // ---- words and looks
  virtual const content::Words& words() const = 0;
  virtual const std::vector<content::Language>& languages() const = 0;
  virtual const app::Settings& settings() const = 0;
  virtual void change_settings(const app::Settings& wanted) = 0; // at once, and kept
  virtual std::vector<std::string> aids() const = 0;             // of the settings, as they are recorded
  virtual bool full_screen() const = 0;
  virtual void look(const app::Settings& settings) = 0;                                      // the same, kept nowhere
  virtual platform::VoiceFor voice_here() = 0;                                               // that could read this language aloud
  virtual void sound(ui::Sound sound) = 0;                                                   // if the person wants sounds
  virtual Picture picture(std::string_view name) const = 0;                                  // of assets/pictures, without ".svg"
  virtual std::vector<std::filesystem::path> document_folders() const = 0;                   // where people keep their files
  virtual base::Moment now() const = 0;                                                      // what the clock says
  virtual std::int64_t now_ms() const = 0;                                                   // of the frame
  virtual int offset_minutes() const = 0;                                                    // of local time
  std::string local(base::Moment at) const { return base::iso_local(at, offset_minutes()); } // 2026-11-22T14:02:11+07:00
  std::string day(base::Moment at) const { return words().day(local(at).substr(0, 10)); }
  std::string day_and_time(base::Moment at) const { return day(at) + " " + local(at).substr(11, 5); }
  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return words().tr("shell", source, fill); }

  // ---- people
  virtual const Person& person() const = 0;
  virtual bool in_demonstration() const = 0;
  virtual bool is_authors() const = 0; // the window of who writes lessons: a demonstration, with the inspector beside it
  // `theirs`: the person's settings as they are kept; `wanted`: from now on.
  virtual void enter(const app::PersonCard& who, const app::Settings& theirs, const app::Settings& wanted,
                     std::optional<base::Moment> pin_reset) = 0;
  virtual void switch_person() = 0; // back to the names; an open attempt is safe
  virtual void start_demonstration() = 0;
  virtual std::optional<base::Moment> pin_reset() const = 0; // by a trainer; told to whoever is signed in
  virtual void read_front(std::function<void()> then) = 0;
  virtual Front& front() = 0;

  // ---- what more than one page works at
  virtual Opening& opening() = 0;  // the record: opened, moved, set aside
  virtual Playing& playing() = 0;  // the attempt on the screen
  std::string problem;             // why the last request did not work, in words
  virtual void say(Told told) = 0; // on the page of the names; nothing is said where there are no words
  virtual const std::string& notice() const = 0;

 protected:
  virtual void later(std::function<std::function<void()>(app::DataFolder&)> work, Meanwhile meanwhile) = 0;
};

// The pages that the program has: one line each, in pages.cpp.
struct PageKind {
  PageName name;
  std::unique_ptr<Page> (*open)(Context&);
};
std::vector<PageKind> all_pages();

} // namespace firsthand::screens
