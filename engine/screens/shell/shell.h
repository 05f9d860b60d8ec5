// The shell: one object that owns the open data folder, who is signed in, which screen is shown and the attempt being played.
// Screens draw state and return intents; the shell turns intents into calls of `app`, and every turn of it can be tested
// without a window. Must not know any kind of step, nor how anything is drawn.
#pragma once

#include "engine/app/desk.h"
#include "engine/app/history.h"
#include "engine/app/home.h"
#include "engine/records/places.h"
#include "engine/screens/debrief/page.h"
#include "engine/screens/home/page.h"
#include "engine/screens/play/page.h"
#include "engine/screens/settings/page.h"
#include "engine/screens/sign_in/page.h"
#include "engine/screens/station/page.h"
#include "engine/screens/trouble/page.h"
#include "engine/screens/using_ui.h"
#include "engine/screens/warm_up/page.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace firsthand::screens {

struct ShellOptions {
  const records::Services& services; // these two outlive the shell
  content::Shelf& shelf;
  StepViews views;
  std::optional<app::DeskOptions> desk; // nothing: a demonstration only
  // Renames a record that cannot be used, on the person's word, and says where it is now. Empty: not offered.
  std::function<base::Result<std::string>()> set_aside = nullptr;
  // Other places for the records, looked for when they cannot be opened; and moving there, with what can be read of the record.
  // Empty: not offered.
  std::function<std::vector<records::Place>()> places = nullptr;
  std::function<base::Result<records::Carried>(const std::filesystem::path& folder)> choose_place = nullptr;
  std::function<void()> on_written = nullptr; // called on the writer's thread: wake the window
  session::Channel channel = session::Channel::window;
  std::vector<simulation::Pin> chance = {}; // rehearsals only
  int idle_minutes = 10;                    // until a person is signed out; 0: never
  // On the writer's thread while frames go on; or at once, for who has no frames. Turns of an attempt are never written at once.
  enum class Writing : std::uint8_t { at_once, aside } writing = Writing::at_once;
};

enum class ShellPage : std::uint8_t { opening, trouble, clock, station, sign_in, warm_up, home, play, debrief, settings };

// An attempt on the screen. Rebuilt parts are kept until the next turn.
struct Played {
  std::unique_ptr<app::Sitting> sitting;
  std::unique_ptr<report::Story> story;
  report::Notebook notebook;
  session::Offers offers;
  std::vector<PlayStep> steps;
  std::unique_ptr<StepView> view;
  std::size_t view_step = 0;
  int built_turn = -1;
  std::string built_language;
  PlayMemory memory;
  std::string refused;                    // words
  std::optional<session::Action> unsaved; // accepted, and could not be made durable
  std::string problem;                    // words, of `unsaved`
  std::vector<std::string> aids;          // as recorded
  bool telling = false;                   // language and aids are being recorded
  std::optional<session::Action> next;    // waits for that
  std::optional<DebriefState> debrief;
  DebriefMemory debrief_memory;
};

// What home shows; read once when home is entered, not in each frame.
struct HomeContents {
  std::string greeting;
  std::optional<HomeContinue> go_on;
  app::Home decided; // what the buttons do
  std::vector<HomeCourse> courses;
  std::vector<HomeRefresher> refreshers;
  std::vector<HomeAttempt> attempts;
  std::vector<std::string> notices;
  std::string looked_in; // folders of content
};

class Shell {
 public:
  explicit Shell(ShellOptions options);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  // ---- what is shown
  ShellPage page() const { return page_; }
  const content::Words& words() const { return words_; }
  const app::Settings& settings() const { return settings_; }
  ui::Settings window_settings() const;
  const std::string& person() const { return person_; } // id; "" nobody, or a demonstration
  const std::string& person_name() const { return person_name_; }
  bool in_demonstration() const { return demonstration_ != nullptr; }
  const std::vector<SignInPerson>& people() const { return people_; }
  const std::vector<content::Language>& languages() const { return languages_; }
  const HomeContents& home() const { return home_; }
  Played& played() { return played_; }
  const Played& played() const { return played_; }
  const std::optional<base::Error>& trouble() const { return trouble_; }
  const std::vector<records::Place>& places() const { return places_; } // that may be chosen instead
  bool can_move() const;
  int wait_seconds() const; // until the next PIN is looked at
  bool busy() const;        // something is read or written that the next screen needs: what is pressed now has to wait
  bool slow() const;        // and that for so long that it should be said, or something was refused meanwhile
  bool refused_busy() const { return refused_busy_; }
  std::string clock_words() const;   // while the clock is asked for
  std::string station_words() const; // this computer's name; empty: none
  std::string station_notice() const;

  // ---- people
  void open_records();                                 // at the start, and "try again"
  void set_record_aside();                             // only on the person's word
  void use_place(const std::filesystem::path& folder); // the same
  void accept_earlier_copy();                          // the same
  void state_clock();                                  // with what stands in clock_memory
  void leave_clock();
  void show_station();
  void enrol(); // with what stands in station_memory
  void give_up_station();
  void leave_station();
  void set_trainer_pin(); // with what stands in station_memory
  bool has_trainer_pin() const { return trainer_pin_; }
  void pick(const std::string& person);
  void pick_nobody();
  void sign_in();       // with what stands in sign_in_memory
  void create_person(); // the same
  void show_reset();    // of a forgotten PIN, of the person that was picked
  void reset_pin();     // with what stands in sign_in_memory
  void start_demonstration();
  void switch_person();  // back to the names; an open attempt is safe
  void finish_warm_up(); // or skip it: it is shown once

  // ---- home
  void go_home();
  void remember_played(); // what its screen remembers, for when it is gone on with
  void show_warm_up();
  void show_settings();
  void leave_settings();
  void change_settings(const app::Settings& wanted); // at once, and kept
  void change_text_size(int steps);                  // 0: back to 100 %
  void press_large_card();
  void open_lesson(const std::string& lesson);   // start, go on or replay
  void open_attempt(const std::string& attempt); // of the record

  // ---- play
  // Pending until tick() hears of it. What was drawn for another attempt, step or turn than the present one is refused.
  void submit(const session::Action& action, const Drawn& drawn);
  void go_on(const Drawn& drawn);
  Drawn drawn_now() const; // only while an attempt is open
  void try_again();        // what could not be saved
  void leave_play();
  void rewind_to(int story_turn);
  void play_again();
  StepScene scene_now() const; // only while an attempt is open
  PlaySaved saved_now() const;

  // ---- time
  void tick(std::int64_t now_ms); // takes what the writer finished; locks after idling
  void acted() { last_act_ms_ = now_ms_; }
  bool working() const;                     // something that was given to the writer was not taken yet
  void await_writer();                      // until all of that is done: for who wants the same frames on every machine
  void await_keeper();                      // until what opens, moves or closes a record is done
  bool await_record(int most_ms);           // before the first frame: so long it waits for the record to be open; false: longer
  std::optional<int> wake_after_ms() const; // when tick wants to be called at the latest

  // ---- what outlives a frame
  SignInMemory sign_in_memory;
  HomeMemory home_memory;
  WarmUpMemory warm_up_memory;
  TroubleMemory trouble_memory;
  ClockMemory clock_memory;
  StationMemory station_memory;
  bool help_open = false, full_screen = false;
  bool wants_full_screen_toggled = false, wants_close = false; // for who owns the window; it takes them back
  std::string notice;                                          // on sign-in: what happened
  std::string problem;                                         // on home and settings: why the last request did not work
  std::string set_aside_to;                                    // after it: where the old record is now

  Picture picture(std::string_view path) const; // of the content root; cached
  const ShellOptions& options() const { return options_; }

 private:
  app::Desk* desk() const { return demonstration_ ? demonstration_.get() : desk_.get(); }
  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return words_.tr("shell", source, fill); }
  std::string local(base::Moment at) const; // 2026-11-22T14:02:11+07:00
  // `work` on the writer's thread, then what it gave in a tick of ours; see aside.h.
  enum class Meanwhile : std::uint8_t { hold, go_on };
  void errand(std::function<std::function<void()>()> work, Meanwhile meanwhile);
  void keeper_errand(std::function<std::function<void()>()> work);
  std::function<void()> begun(std::function<std::function<void()>()> work, Meanwhile meanwhile);
  void refuse_busy();
  template<class Work, class Then> void aside(Work work, Then then, Meanwhile meanwhile = Meanwhile::hold);
  void finish_errands();
  void signed_in(const app::PersonCard& person, const base::Result<app::SignIn>& result);
  void take_sitting(base::Result<std::unique_ptr<app::Sitting>> sitting, const std::vector<std::string>* aids_recorded);
  void submit_now(const session::Action& action, int turn);
  void take_language(const app::Submitted& submitted);

  struct Opened;
  using Told = std::function<std::string()>; // what is said, in the language of then
  void say(Told told);                       // as the notice; nothing is said where there are no words
  std::string opened_notice(const Told& told) const;
  Told notice_told_; // the notice, if it is shown
  void open(records::RolledBackRecord earlier, Told told);
  void opened(Opened result, const Told& told);
  bool may_move(const base::Error& error) const;
  void read_people();
  void keep_people(std::vector<app::PersonCard> cards);
  void read_when_back(const base::Error& error, void (Shell::*again)());
  void ask_what_must_be_asked();
  void clock_answered(const base::Result<void>& done);
  // Why a new PIN typed twice is not taken, in words; "" if it is. Two that are typed and not taken are emptied.
  std::string typed_twice(std::string& pin, std::string& again) const;
  bool trainer_accepted(const base::Result<app::SignIn>& answer, std::string& said); // said: why not
  std::string name_problem(const base::Error& error) const;                          // of the new name that was typed
  void enter(const std::string& id, const std::string& name, bool warm_up_done);
  void leave_person();
  void apply(const app::Settings& settings);
  void load_settings(const std::string& person);
  std::vector<std::string> aids() const;

  void read_home();
  void read_lessons();
  HomeLesson lesson_of(const reading::ScenarioCard& card, int number, const app::LessonProgress& progress);
  void put_state(HomeLesson& lesson, app::LessonState state) const; // its tag
  void read_large_card();
  HomeContinue continue_card(const app::AttemptCard& card);
  HomeContinue next_card(const reading::ScenarioCard& card, const app::LessonProgress& progress) const;
  void read_refreshers();
  void read_record(const std::vector<app::AttemptCard>& attempts);
  void read_notices();

  void begin(const std::string& lesson);
  void play(std::unique_ptr<app::Sitting> sitting);
  void rebuild();
  void take(const app::Submitted& submitted);
  void recall_photographs();
  void speak_the_language(); // of the settings, in the sitting
  void show_debrief();

  ShellOptions options_;
  ShellPage page_ = ShellPage::sign_in, before_settings_ = ShellPage::sign_in;
  std::unique_ptr<app::Desk> desk_, demonstration_;
  std::optional<base::Error> trouble_;
  std::vector<records::Place> places_;
  std::string station_;
  bool clone_told_ = false, clock_settled_ = false, trainer_pin_ = false;
  std::optional<base::Moment> pin_reset_at_; // by a trainer; told to whoever is signed in
  std::vector<SignInPerson> people_;
  std::vector<app::PersonCard> cards_;
  std::vector<content::Language> languages_;
  std::string person_, person_name_;
  app::Settings settings_, settings_when_picked_;
  content::Words words_;
  content::Archive archive_;
  HomeContents home_;
  Played played_;
  std::map<std::string, PlayMemory> memories_;       // of attempts that were left: what was typed, which photographs
  std::map<std::string, PlayMemory> shown_memories_; // the same of a demonstration, gone with it
  mutable std::map<std::string, SharedBytes, std::less<>> pictures_;
  bool leaving_ = false; // as soon as the pending action is saved
  struct Errand;
  std::vector<std::shared_ptr<Errand>> errands_; // in order
  bool refused_busy_ = false;                    // something was pressed meanwhile
  std::int64_t now_ms_ = 0, last_act_ms_ = 0;
  std::int64_t pin_wait_until_ms_ = 0;
  std::unique_ptr<records::Writer> keeper_; // opens, moves and closes records; last: its thread ends before what it works on
};

// One frame: draws the screen that the shell shows and turns its intent into the shell's calls.
void draw_shell(Frame& f, Shell& shell);

} // namespace firsthand::screens
