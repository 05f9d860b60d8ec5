// The page home: the one next thing, the lessons, the search, the record. It is read once when it is entered, not in a frame.
#pragma once

#include "engine/app/history.h"
#include "engine/app/home.h"
#include "engine/app/own_notes.h"
#include "engine/reading/findings.h"
#include "engine/screens/home/state.h"
#include "engine/screens/page.h"

#include <map>

namespace firsthand::screens {

// What home shows, in words.
struct HomeContents {
  std::string greeting;
  std::optional<HomeContinue> go_on;
  std::vector<HomeCourse> courses;
  std::vector<HomeRow> rows;
  app::SearchIndex index;
  std::vector<HomeAttempt> attempts;
  std::vector<HomeCompetency> map;
  std::vector<HomeNotice> notices;
};

// What it is made from: read from the record and the content, and what follows from it.
struct HomeRead {
  const reading::Library* library = nullptr;
  base::Result<std::vector<app::AttemptCard>> attempts = std::vector<app::AttemptCard>();
  app::Home decided;
  std::optional<app::History> history;                                           // of the open attempt where the person stopped
  std::map<std::string, base::Result<content::ContentPtr>, std::less<>> lessons; // of the courses and of the attempts, by id
  std::map<std::string, SharedBytes, std::less<>> pictures;                      // by path
  std::vector<std::function<std::string(const reading::Translate&)>> findings;   // of the content, in words
  std::size_t more_findings = 0;
  std::vector<app::OwnNote> notes;
  app::SearchIndex index; // of the notes
  std::string looked_in;  // folders of content
};

struct HomeAsker {
  std::string person; // id
  session::Channel channel = session::Channel::window;
  base::Moment now;
  int offset_minutes = 0;
};
HomeRead read_home(app::DataFolder& data_folder, const HomeAsker& who);
HomeContents home_words(const HomeRead& read, Context& context);

class HomePage final : public Page {
 public:
  explicit HomePage(Context& context) : context_(context) {}
  void enter(const std::function<void()>& show) override;
  void shown() override;
  void say() override;
  void draw(Frame& f) override;
  int part() const override { return static_cast<int>(memory.page); }
  void forget() override { memory = {}, contents_ = {}, read_ = {}, warm_up_shown_ = false; }

  void press_large_card();
  void open_lesson(const std::string& lesson);   // start, go on or replay
  void open_attempt(const std::string& attempt); // of the record
  void open_note(const std::string& note);       // that was found: in the notebook of its attempt
  void warm_up();                                // begun, or gone on with
  const HomeContents& contents() const { return contents_; }
  const app::Home& decided() const { return read_.decided; }
  std::string stopped_at() const { return read_.decided.stopped ? read_.decided.stopped->id : std::string(); } // the attempt

  HomeMemory memory;

 private:
  HomeIntent drawn(Frame& f);
  Context& context_;
  HomeRead read_;
  HomeContents contents_;
  bool warm_up_shown_ = false; // since somebody signed in
};

} // namespace firsthand::screens
