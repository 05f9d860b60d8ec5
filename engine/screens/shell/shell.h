// The shell: shows one page at a time, over the open data folder. It keeps the stack of pages, who is signed in, the settings, the
// work on other threads and the lock after idling. What a page shows and does is the page's. Every turn of it can be tested without
// a window. Must not know any kind of step, nor how anything is drawn.
#pragma once

#include "engine/screens/play/playing.h"
#include "engine/screens/shared/opening.h"
#include "engine/screens/shell/background.h"
#include "engine/screens/shell/read_aloud.h"

#include <map>

namespace firsthand::screens {

struct ShellOptions {
  const records::Services& services; // these two outlive the shell
  content::ContentLibrary& content_library;
  StepViews views;
  std::optional<app::DataFolderOptions> data_folder; // nothing: a demonstration only
  // Renames a record that cannot be used, on the person's word, and says where it is now. Empty: not offered.
  std::function<base::Result<std::string>()> set_aside = nullptr;
  // Other places for the records, looked for when they cannot be opened; and moving there, with what can be read of the record.
  // Empty: not offered.
  std::function<std::vector<records::Place>()> places = nullptr;
  std::function<base::Result<records::Carried>(const std::filesystem::path& folder)> choose_place = nullptr;
  // Where people keep their files, sticks among them: there lists are looked for. Empty: nowhere.
  std::function<std::vector<std::filesystem::path>()> document_folders = nullptr;
  std::function<void()> on_written = nullptr; // called on the writer's thread: wake the window
  session::Channel channel = session::Channel::window;
  std::vector<simulation::FixedDraw> chance = {}; // rehearsals only
  bool author = false;                            // the window of who writes lessons: says so, and that nothing is kept
  platform::Voice* voice = nullptr;               // reads aloud; null: nothing does. Outlives the shell
  std::function<void(ui::Sound, int volume_percent)> sound = nullptr;
  int idle_minutes = 10; // until a person is signed out; 0: never
  using Writing = Background::Writing;
  Writing writing = Writing::at_once; // turns of an attempt are never written at once
};

class Shell final : public Context, private Opening {
 public:
  explicit Shell(ShellOptions options);
  ~Shell() override;
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  // ---- what is shown
  PageName page() const { return stack_.back(); }
  Page& at(PageName page) { return *pages_.at(page); }
  ui::Settings window_settings() const;
  bool busy() const { return background_.busy(); } // what is pressed now has to wait; see Background
  bool slow() const { return background_.slow(); }
  bool refused_busy() const { return background_.refused(); }
  std::string screen_name() const; // for what begins anew with another one; play tells its steps by itself

  // ---- time
  void tick(std::int64_t now_ms); // takes what was written; locks after idling
  void acted() { last_act_ms_ = now_ms_; }
  bool working() const { return background_.working() || playing_.pending(); } // something that was given away was not taken yet
  void await_writer();                                // until all of that is done: for who wants the same frames on every machine
  void await_keeper() { background_.await(nullptr); } // until what opens, moves or closes a record is done
  bool await_record(int most_ms);                     // before the first frame: so long it waits for the record to be open; false: longer
  std::optional<int> wake_after_ms() const;           // when tick wants to be called at the latest

  void change_text_size(int steps); // 0: back to 100 %
  bool help_open = false, is_full_screen = false;
  bool wants_full_screen_toggled = false, wants_close = false; // for who owns the window; it takes them back
  const ShellOptions& options() const { return options_; }

  ReadAloud& read_aloud() { return read_aloud_; }

  // ---- what the pages are built over
  void go(PageName page) override;
  void over(PageName page) override;
  void back() override;
  bool shows(PageName page) const override { return page == this->page(); }
  void show_help() override { help_open = true; }
  void toggle_full_screen() override { wants_full_screen_toggled = true; }
  void close_window() override { wants_close = true; }
  const content::Words& words() const override { return words_; }
  const std::vector<content::Language>& languages() const override { return languages_; }
  const app::Settings& settings() const override { return settings_; }
  void change_settings(const app::Settings& wanted) override;
  void look(const app::Settings& settings) override;
  std::vector<std::string> aids() const override;
  bool full_screen() const override { return is_full_screen; }
  platform::VoiceFor voice_here() override { return read_aloud_.voice_for(settings_.language); }
  void sound(ui::Sound sound) override;
  Picture picture(std::string_view name) const override;
  std::vector<std::filesystem::path> document_folders() const override {
    return options_.document_folders ? options_.document_folders() : std::vector<std::filesystem::path>();
  }
  base::Moment now() const override { return options_.services.clock->now(); }
  std::int64_t now_ms() const override { return now_ms_; }
  int offset_minutes() const override { return options_.services.clock->offset_minutes(); }
  const Person& person() const override { return person_; }
  bool in_demonstration() const override { return demonstration_ != nullptr; }
  bool is_authors() const override { return options_.author; }
  void enter(const app::PersonCard& who, const app::Settings& theirs, const app::Settings& wanted,
             std::optional<base::Moment> pin_reset) override;
  void switch_person() override;
  void start_demonstration() override;
  std::optional<base::Moment> pin_reset() const override { return pin_reset_; }
  void read_front(std::function<void()> then) override;
  Front& front() override { return front_; }
  Opening& opening() override { return *this; }
  Playing& playing() override { return playing_; }
  void say(Told told) override;
  const std::string& notice() const override { return notice_; }

 private:
  // The record (shell/opening.cpp)
  struct Opened;
  struct FrontRead {
    base::Result<std::vector<app::PersonCard>> people;
    Front front;                         // but for the people
    app::Settings settings;              // of the workstation
    std::optional<content::Words> words; // in their language, if it is another one than now
  };
  const std::optional<base::Error>& trouble() const override { return trouble_; }
  const std::vector<records::Place>& places() const override { return places_; }
  bool can_move() const override { return trouble_ && may_move(*trouble_); }
  bool can_set_aside() const override { return options_.set_aside != nullptr; }
  const records::StartReport& report() const override { return data_folder_->report(); }
  bool is_open() const override { return data_folder_ != nullptr; }
  void open() override { open(records::RolledBackRecord::refuse, nullptr); }
  void set_aside() override;
  void accept_earlier_copy() override { open(records::RolledBackRecord::accept, nullptr); }
  void use_place(const std::filesystem::path& folder, std::function<void(const base::Result<void>&)> told) override;
  void believe_clock(base::Moment stated) override { data_folder_->believe_clock(stated); }
  void clock_answered() override;
  void open(records::RolledBackRecord earlier, Told told);
  void opened(Opened result, const Told& told);
  bool may_move(const base::Error& error) const;
  std::string opened_notice(const Told& told) const;
  void ask_what_must_be_asked();
  static FrontRead front_of(app::DataFolder& data_folder, const reading::FileSource& files, const std::string& language_now);
  void take_front(FrontRead read);
  void take_people(FrontRead read);

  // Pages
  void show(PageName page);
  void arrive();
  void later(std::function<std::function<void()>(app::DataFolder&)> work, Meanwhile meanwhile) override;

  // People and settings
  struct Arriving; // somebody, until their first page is shown
  void leave_person();
  void lock_after_idling();
  void apply(const app::Settings& settings, content::Words words);
  void with_words(const std::string& language, std::function<void(content::Words)> then);
  void keep_settings();

  ShellOptions options_;
  Background background_;
  std::map<PageName, std::unique_ptr<Page>> pages_;
  std::vector<PageName> stack_; // the last one is shown; those below are gone back to
  std::unique_ptr<app::DataFolder> data_folder_, demonstration_;
  std::optional<base::Error> trouble_;
  std::vector<records::Place> places_;
  bool clone_told_ = false, clock_settled_ = false;
  Front front_;
  Person person_;
  std::shared_ptr<Arriving> arriving_;
  std::optional<base::Moment> pin_reset_;
  std::vector<content::Language> languages_;
  app::Settings settings_;
  content::Words words_;
  std::map<std::string, SharedBytes, std::less<>> pictures_;
  std::string notice_;
  Told notice_told_; // the notice, if it is shown
  std::int64_t now_ms_ = 0, last_act_ms_ = 0;
  ReadAloud read_aloud_;
  Playing playing_; // last: it works at the data folders
};

// One frame: the page that is shown, and what lies over every page.
void draw_shell(Frame& f, Shell& shell);

} // namespace firsthand::screens
