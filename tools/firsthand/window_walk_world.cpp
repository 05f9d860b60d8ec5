// See window_walk_world.h.
#include "tools/firsthand/window_walk_world.h"

#include "engine/app/history.h"
#include "engine/base/json_line.h"
#include "engine/ledger/session_act.h"
#include "engine/platform/lock.h"
#include "engine/records/sealed_pins.h"
#include "engine/screens/play/words.h"
#include "engine/session/play.h"
#include "engine/ui/device.h"
#include "modules/catalogue.h"
#include "tools/firsthand/window_places.h"

#include <fmt/format.h>

#include <fstream>
#include <set>
#include <sstream>

namespace firsthand::tools {

namespace {

namespace fs = std::filesystem;

constexpr base::Moment walk_begins{1'796'020'331'000}, released{1'795'000'000'000};
constexpr std::int64_t to_buddhist_year_ms = 543LL * 31'556'952 * 1000;
constexpr int most_frames_until_idle = 900; // eighteen seconds of the window's time: what moves longer never stops
constexpr int frame_ms = 20;                // of a window whose time is fixed

app::Settings settings_of(const std::string& language, const std::string& theme, int text_percent) {
  app::Settings settings;
  settings.language = language, settings.text_percent = text_percent;
  settings.theme = theme == "dark" ? app::Theme::dark : app::Theme::light;
  settings.contrast = theme == "contrast" ? app::Contrast::high : app::Contrast::normal;
  return settings;
}

bool starts_something(const std::string& kind) { return kind == "begin" || kind == "branch" || kind == "turn"; }

base::Error bad_start(const Gesture& start) { return base::fail("walk-line", fmt::format("This is no start: {}", line_of(start))); }

} // namespace

bool asks_twice(const session::Prepared& prepared, const session::Action& action) {
  if (action.kind != session::Action::Kind::act) return false;
  for (const model::EntityUse& use : prepared.scenario.entities) {
    if (prepared.symbols.find(use.id) != action.entity) continue;
    for (const model::Verb& verb : prepared.scenario.model_of(use).verbs)
      if (prepared.symbols.find(verb.name) == action.verb) return screens::asks_twice(verb);
  }
  return false;
}

void DiskGate::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
}

void DiskGate::open() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = false;
  }
  changed_.notify_all();
}

void DiskGate::pass() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !closed_; });
}

// ---- making one

WalkWorld::WalkWorld(const WalkPlaces& places, const Gesture& start)
    : places_(places), kind_(start.what), clock_(walk_begins, 40, 420),
      entropy_(start.other), services_{&clock_, &entropy_, crypto::minimal_pin_cost, &places.modules, places.version, released} {
  std::istringstream words(start.other);
  char x = 0;
  int number = 0;
  words >> language_ >> theme_ >> text_percent_ >> size_.w >> x >> size_.h >> number;
  if (!words) kind_.clear();
  folder_ = places.scratch / fmt::format("walk-{}", number);
}

base::Result<std::unique_ptr<WalkWorld>> WalkWorld::open(const WalkPlaces& places, const Gesture& start) {
  std::unique_ptr<WalkWorld> world(new WalkWorld(places, start));
  if (world->kind_.empty()) return bad_start(start);
  FH_CHECK(world->prepare_folder());
  FH_CHECK(world->open_hands());
  world->shell().change_settings(settings_of(world->language_, world->theme_, world->text_percent_));
  if (!world->settle()) return base::fail("walk-line", "The first screen never comes to rest.");
  return world;
}

WalkWorld::~WalkWorld() {
  gate_.open(); // the writer ends with the data folder
  hands_.reset();
  ledger_.reset();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

// What the computer is like before the program starts.
base::Result<void> WalkWorld::prepare_folder() {
  fs::remove_all(folder_);
  fs::create_directories(folder_ / "memory");
  data_ = std::make_shared<fs::path>(folder_ / "data");
  if (kind_ == "clock") clock_.set({walk_begins.milliseconds + to_buddhist_year_ms});
  if (kind_ == "damaged") {
    fs::create_directories(*data_);
    std::ofstream(platform::database_path(*data_), std::ios::binary) << "SQLite format 3" << std::string(4080, '#');
  }
  if (kind_ == "done") return pass_all_lessons();
  if (kind_ == "crowd") return let_many_in();
  return kind_ == "earlier" ? put_earlier_copy_back() : base::Result<void>();
}

app::DataFolderOptions WalkWorld::data_folder_options() const {
  app::DataFolderOptions options;
  options.data = *data_, options.start.memory = folder_ / "memory";
  return options;
}

// So many that they are searched.
base::Result<void> WalkWorld::let_many_in() {
  FH_TRY(data_folder, app::DataFolder::open(services_, places_.content_library, data_folder_options()));
  for (const char* first : {"Malee", "Dara", "มาลี", "ကျော်", "ស្រី", "Nguyễn"})
    for (int i = 0; i < 6; ++i) {
      FH_TRY(added, data_folder->add_person(fmt::format("{} {}", first, i), "1234"));
      if (i == 5) data_folder->note_arrival(added.id);
    }
  return {};
}

base::Result<void> WalkWorld::put_earlier_copy_back() {
  for (int i = 0; i < 3; ++i) { // the third start finds the copy of the first
    FH_TRY(data_folder, app::DataFolder::open(services_, places_.content_library, data_folder_options()));
    FH_TRY(added, data_folder->add_person(fmt::format("Learner {}", i), "1234"));
    data_folder.reset();
    const fs::path file = platform::database_path(*data_), copy = folder_ / "copy.db";
    if (i == 0) fs::copy_file(file, copy);
    if (i == 2) fs::remove(file), fs::rename(copy, file);
  }
  return {};
}

// By its best play, with whatever luck: not everybody passes so at once.
base::Result<bool> WalkWorld::pass_once(app::DataFolder& data_folder, const std::string& person, const std::string& lesson) {
  app::BeginOptions how;
  how.person = person;
  FH_TRY(session, data_folder.begin(lesson, how));
  const session::Prepared& prepared = session->prepared();
  const std::string* bytes =
      session->content().file(std::string(reading::folder_of(session->content().path())) + "plays/" + prepared.scenario.exemplar + ".play");
  if (!bytes) return false;
  const session::PlayReading reading = session::parse_play(*bytes, prepared);
  for (const session::PlayLine& line : reading.play.lines)
    if (const auto* action = std::get_if<session::Action>(&line.content); action && !session->over())
      (void)session->submit_and_wait(*action, session->turn());
  return session->attempt().ending == session::Ending::passed;
}

base::Result<void> WalkWorld::pass_all_lessons() {
  constexpr int most_tries = 12;
  constexpr std::int64_t year_ms = 365LL * 24 * 3600 * 1000;
  FH_TRY(data_folder, app::DataFolder::open(services_, places_.content_library, data_folder_options()));
  FH_TRY(person, data_folder->add_person("Malee Jaidee", "1234"));
  FH_CHECK(data_folder->set_warm_up_done(person.id));
  for (const reading::Course& course : places_.content_library.library().courses())
    for (const reading::ScenarioCard& card : course.scenarios)
      for (int i = 0; i < most_tries; ++i) {
        FH_TRY(passed, pass_once(*data_folder, person.id, card.id));
        if (passed) break;
      }
  clock_.set({walk_begins.milliseconds + year_ms});
  return {};
}

void WalkWorld::adjust(screens::ShellOptions& options) {
  options.writing = screens::ShellOptions::Writing::in_background;
  options.idle_minutes = 10;
  options.channel = session::Channel::window;
  options.on_written = nullptr; // frames come when the walk wants them: the same in every run
  app::DataFolderOptions& data_folder = *options.data_folder;
  data_folder.on_written = nullptr;
  data_folder.start.memory = folder_ / "memory";
  data_folder.must_be_there = kind_ == "gone" && !fs::exists(*data_);
  data_folder.adjust = [this](storage::Options& how) {
    how.fails_at = [this](storage::AppendStep step) {
      if (step == storage::AppendStep::begin) gate_.pass();
      return step == storage::AppendStep::write_entry && kind_ == "full" && ++entries_ % 7 == 0;
    };
  };
  records::Surroundings around{folder_, folder_ / "own", folder_ / "memory", {}};
  offer_places(options, data_, around, [stick = folder_ / "stick"] {
    fs::create_directories(stick);
    return std::vector{stick};
  });
}

base::Result<void> WalkWorld::open_hands() {
  HandsOptions wanted{services_, places_.content_library, places_.assets, *data_};
  wanted.size = size_;
  wanted.only_pressing = true;
  wanted.adjust = [this](screens::ShellOptions& options) { adjust(options); };
  wanted.settling = [this](ui::Window&, const ui::Draw&, screens::Shell&, ui::Did) {
    if (hands_) settle();
  };
  FH_TRY(hands, WindowHands::open(std::move(wanted)));
  hands_ = std::move(hands);
  closed_ = false;
  return {};
}

base::Result<void> WalkWorld::open_again() {
  gate_.open();
  hands_.reset();
  FH_CHECK(open_hands());
  settle();
  return {};
}

// ---- time

void WalkWorld::follow() {
  if (shell().wants_full_screen_toggled) {
    shell().wants_full_screen_toggled = false;
    shell().is_full_screen = !shell().is_full_screen;
    hands_->driver().window().toggle_full_screen();
  }
  if (shell().wants_close) shell().wants_close = false, closed_ = true;
}

void WalkWorld::pass(int ms) {
  now_ms_ += ms;
  hands_->driver().window().pass(ms);
}

// What was given to the writer is written before the next frame, however fast this machine is.
void WalkWorld::frame() {
  gate_.is_open() ? shell().await_writer() : shell().await_keeper(); // what opens a record is not held up
  more_ = hands_->frame();
  now_ms_ += frame_ms;
  follow();
}

bool WalkWorld::settle() {
  int quiet = 0;
  for (int i = 0; i < most_frames_until_idle; ++i) {
    const bool waits = ui::device::waiting() || shell().working();
    frame();
    const bool still = !more_ && !waits && !ui::device::waiting() && !(gate_.is_open() && shell().working());
    quiet = still ? quiet + 1 : 0;
    if (quiet == 2) return true;
  }
  return false;
}

// ---- what was sealed

SealedAct WalkWorld::act_of(const storage::StoredEntry& entry) {
  SealedAct act{entry.seq, entry.attempt, entry.kind, std::nullopt, false, {}};
  const auto line = base::parse_json_line(entry.entry.line);
  if (!line.ok()) return act;
  if (const base::Json* scenario = line->find("s"))
    if (auto content = places_.content_library.load(scenario->text()); content.ok()) content_ = *content;
  act.words = line->at("do").text();
  if (!content_ || act.words.empty()) return act;
  const auto action = session::parse_action(act.words, content_->prepared().symbols);
  if (!action.ok()) return act;
  act.action = *action;
  act.asks_twice = asks_twice(content_->prepared(), *action);
  return act;
}

std::vector<SealedAct> WalkWorld::sealed_on_disk() {
  std::vector<SealedAct> acts;
  const fs::path file = platform::database_path(*data_);
  if (ledger_ && ledger_->path() != file) ledger_.reset(), seq_ = 0;
  if (!ledger_) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return acts;
    storage::Options options;
    options.mode = storage::OpenMode::read_only, options.quick_check = storage::QuickCheck::skip;
    auto opened = storage::Database::open(file, options);
    if (!opened.ok()) return acts; // damaged or of another program: the screen says so
    ledger_ = std::move(opened).value();
  }
  const auto tip = ledger_->tip();
  if (!tip.ok() || tip->seq <= seq_) return acts;
  const auto newest = ledger_->newest_attempt({});
  if (newest.ok() && *newest)
    if (const auto entries = ledger_->entries_of((*newest)->id); entries.ok())
      for (const storage::StoredEntry& entry : *entries)
        if (entry.seq > seq_ && starts_something(entry.kind)) acts.push_back(act_of(entry));
  seq_ = tip->seq;
  return acts;
}

std::vector<SealedAct> WalkWorld::sealed_in_memory() {
  std::vector<SealedAct> acts;
  const screens::Played& played = shell().playing().played();
  if (!shell().in_demonstration() || !played.session) return acts;
  const auto& turns = played.session->turns();
  const bool same = memory_attempt_ == played.session->id();
  const content::ContentPtr content = played.session->shared_content();
  for (std::size_t i = same ? memory_turns_ : turns.size() > 0 ? turns.size() - 1 : 0; i < turns.size(); ++i) {
    if (!same && turns[i].kind == "turn") continue; // it was resumed
    if (!starts_something(turns[i].kind)) continue;
    SealedAct act{0, played.session->id(), turns[i].kind, turns[i].action, false, {}};
    if (act.action)
      act.asks_twice = asks_twice(content->prepared(), *act.action),
      act.words = session::action_words(*act.action, content->prepared().symbols);
    acts.push_back(std::move(act));
  }
  memory_attempt_ = played.session->id(), memory_turns_ = turns.size();
  return acts;
}

std::vector<SealedAct> WalkWorld::sealed() {
  std::vector<SealedAct> acts = sealed_on_disk();
  for (SealedAct& act : sealed_in_memory())
    acts.push_back(std::move(act));
  return acts;
}

std::string WalkWorld::verify() {
  gate_.open();
  hands_.reset();
  ledger_.reset();
  const fs::path file = platform::database_path(*data_);
  if (kind_ == "damaged" || !fs::exists(file)) return {};
  storage::Options reading;
  reading.mode = storage::OpenMode::read_only;
  auto database = storage::Database::open(file, reading);
  if (!database.ok()) return database.error().message;
  const auto report = database->verify_chain();
  if (!report.ok()) return report.error().message;
  if (!report->whole()) return report->damages.front().message;
  const auto pins = records::sealed_pins(*database);
  if (!pins.ok()) return pins.error().message;
  if (!pins->faults.empty()) return pins->faults.front();
  std::set<std::string> attempts;
  const auto read = database->all_entries([&](const storage::StoredEntry& entry) {
    if (!ledger::is_of_no_attempt(entry.entry.line)) attempts.insert(entry.attempt);
    return storage::Visit::go_on;
  });
  if (!read.ok()) return read.error().message;
  const auto store = records::disk_store(std::move(database).value());
  content::ContentSnapshots snapshots(places_.content_library);
  for (const std::string& id : attempts) {
    const auto history = app::read_history(*store, snapshots, id);
    if (!history.ok()) return history.error().message;
    if (history->difference)
      return fmt::format("attempt {} cannot be computed again: turn {}: {}", id, history->difference->turn, history->difference->what);
  }
  return {};
}

} // namespace firsthand::tools
