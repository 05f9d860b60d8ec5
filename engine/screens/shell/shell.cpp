// People, settings and time. See shell.h.
#include "engine/app/names.h"
#include "engine/screens/shell/aside.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

Shell::Shell(ShellOptions options)
    : options_(std::move(options)), languages_(content::languages(options_.shelf.files())), archive_(options_.shelf) {
  open_records();
}

// What was begun is finished first. The record is closed where it was opened, on another thread: that writes, too.
Shell::~Shell() {
  played_ = {}; // before the desks that it belongs to
  keeper_.reset();
  if (options_.writing == ShellOptions::Writing::at_once) return;
  records::Writer last(nullptr);
  last.later([this] {
    errands_.clear(); // what they brought belongs to a desk as well
    demonstration_.reset();
    desk_.reset();
  });
}

ui::Settings Shell::window_settings() const {
  ui::Settings out;
  out.theme = settings_.contrast == app::Contrast::high ? Theme::high_contrast
              : settings_.theme == app::Theme::dark     ? Theme::dark
                                                        : Theme::light;
  out.text_percent = settings_.text_percent;
  out.motion = settings_.motion == app::Motion::reduced ? Motion::reduced : Motion::normal;
  out.language = settings_.language;
  return out;
}

std::string Shell::local(base::Moment at) const { return base::iso_local(at, options_.services.clock->offset_minutes()); }

Picture Shell::picture(std::string_view path) const {
  auto found = pictures_.find(path);
  if (found == pictures_.end()) {
    auto bytes = options_.shelf.files().read(path, 4u << 20);
    found = pictures_.emplace(path, bytes ? std::make_shared<const std::string>(std::move(*bytes)) : nullptr).first;
  }
  return {found->first, found->second};
}

// ---- the records

struct Shell::Opened {
  base::Result<std::unique_ptr<app::Desk>> desk;
  std::vector<records::Place> places; // that may be chosen instead
};

void Shell::open_records() { open(records::RolledBackRecord::refuse, nullptr); }

// The one before ends first: its lock. All of it on the keeper's thread, for opening and closing write.
void Shell::open(records::RolledBackRecord earlier, Told told) {
  if (busy()) return refuse_busy(); // the desk that is busy must not end
  if (!options_.desk) return start_demonstration();
  leave_person();
  if (page_ != ShellPage::trouble) page_ = ShellPage::opening;
  const auto before = std::make_shared<std::unique_ptr<app::Desk>>(std::move(desk_));
  app::DeskOptions wanted = *options_.desk;
  wanted.start.rolled_back = earlier;
  keeper_errand(packed(
      [this, before, wanted]() -> Opened {
        before->reset();
        Opened result{app::Desk::open(options_.services, options_.shelf, wanted), {}};
        if (!result.desk.ok() && options_.places && may_move(result.desk.error())) result.places = options_.places();
        return result;
      },
      [this, told](Opened result) { opened(std::move(result), told); }));
}

void Shell::opened(Opened result, const Told& told) {
  trouble_.reset(), places_.clear();
  if (!result.desk.ok()) {
    trouble_ = result.desk.error(), places_ = std::move(result.places);
    page_ = ShellPage::trouble;
    return;
  }
  desk_ = std::move(result.desk).value();
  if (options_.writing == ShellOptions::Writing::aside) desk_->never_reopen_here();
  page_ = ShellPage::sign_in;
  notice.clear();
  load_settings({});
  read_people();
  say([this, told] { return opened_notice(told); });
  ask_what_must_be_asked();
}

std::string Shell::opened_notice(const Told& told) const {
  if (!desk_) return {};
  if (desk_->report().newest_missing)
    return tr("The newest actions may be missing: the record was copied or cut off while in use. Look for firsthand.db-wal beside the "
              "original.");
  if (told) return told();
  if (desk_->report().synchronised)
    return tr("The records lie in a folder that is synchronised with other computers. Keep them on a stick or in another folder.");
  return desk_->left_behind() ? tr("The program was not closed the last time. Whatever was saved is there.") : std::string();
}

void Shell::say(Told told) {
  const std::string words = told();
  if (words.empty()) return;
  notice = words, notice_told_ = std::move(told);
}

void Shell::set_record_aside() {
  if (!options_.set_aside) return;
  keeper_errand(packed(options_.set_aside, [this](const base::Result<std::string>& moved) {
    if (!moved.ok()) {
      trouble_ = moved.error();
      return;
    }
    set_aside_to = *moved;
    open(records::RolledBackRecord::refuse, [this, path = *moved] {
      return tr("The old record was kept as {path}. This one is new.", {{"path", path}});
    });
  }));
}

// What cannot be read now stays as it was known.
void Shell::read_people() {
  if (!desk_) return people_.clear(), cards_.clear();
  auto cards = desk_->people();
  if (!cards.ok()) {
    say([this, error = cards.error()] { return words_.error(error); });
    return read_when_back(cards.error(), &Shell::read_people);
  }
  if (notice == words_.error(base::fail("data-folder-gone", ""))) notice.clear();
  const auto trainers = desk_->has_trainer_pin();
  trainer_pin_ = !trainers.ok() || *trainers; // one that is not as it was sealed is told when it is used
  if (const auto name = desk_->station(); name.ok()) station_ = app::words_of(*name);
  keep_people(std::move(cards).value());
}

// Two that look the same stand in older records; they are told apart by when they came.
void Shell::keep_people(std::vector<app::PersonCard> cards) {
  cards_ = std::move(cards);
  people_.clear();
  const auto alike = [this](const app::PersonCard& one) {
    return std::count_if(cards_.begin(), cards_.end(), [&](const app::PersonCard& each) { return each.key == one.key; }) > 1;
  };
  for (const app::PersonCard& each : cards_)
    people_.push_back({each.id, alike(each)
                                    ? tr("{name} (since {date})", {{"name", each.name}, {"date", local(each.created).substr(0, 16)}})
                                    : each.name});
}

// A drive that was gone and is back is opened again by the writer's thread, for that writes; then it is read.
void Shell::read_when_back(const base::Error& error, void (Shell::*again)()) {
  if (error.code != "data-folder-gone" || options_.writing == ShellOptions::Writing::at_once || busy()) return;
  aside([desk = desk_.get()] { return desk->people(); },
        [this, again, page = page_](const base::Result<std::vector<app::PersonCard>>& back) {
          if (!back.ok() || page_ != page) return;
          problem.clear(), notice.clear();
          (this->*again)();
        });
}

// ---- signing in

int Shell::wait_seconds() const {
  return pin_wait_until_ms_ <= now_ms_ ? 0 : static_cast<int>((pin_wait_until_ms_ - now_ms_ + 999) / 1000);
}

void Shell::pick(const std::string& id) {
  if (sign_in_memory.person != id) settings_when_picked_ = settings_;
  sign_in_memory = {};
  sign_in_memory.person = id;
  pin_wait_until_ms_ = 0;
  const auto found = std::find_if(cards_.begin(), cards_.end(), [&](const app::PersonCard& card) { return card.id == id; });
  if (found == cards_.end()) return;
  sign_in_memory.page = SignInPage::pin;
  if (!found->has_pin) sign_in();
}

// What somebody chose beside their own name goes with them.
void Shell::pick_nobody() {
  const bool picked = !sign_in_memory.person.empty();
  sign_in_memory = {};
  if (picked) load_settings({});
}

void Shell::sign_in() {
  if (!desk_ || wait_seconds() > 0) return;
  const auto found =
      std::find_if(cards_.begin(), cards_.end(), [this](const app::PersonCard& card) { return card.id == sign_in_memory.person; });
  if (found == cards_.end()) return;
  aside([desk = desk_.get(), id = found->id, pin = std::exchange(sign_in_memory.pin, {})] { return desk->sign_in(id, pin); },
        [this, person = *found](const base::Result<app::SignIn>& result) { signed_in(person, result); });
}

void Shell::signed_in(const app::PersonCard& person, const base::Result<app::SignIn>& result) {
  if (!result.ok()) {
    sign_in_memory.problem = words_.error(result.error());
    return;
  }
  if (result->kind == app::SignIn::Kind::welcome) {
    pin_reset_at_ = result->pin_reset;
    return enter(person.id, person.name, person.warm_up_done);
  }
  pin_wait_until_ms_ = now_ms_ + result->wait_seconds * std::int64_t{1000};
  sign_in_memory.problem = result->kind == app::SignIn::Kind::wrong ? tr("That is not the PIN of {name}.", {{"name", person.name}}) : "";
}

void Shell::create_person() {
  if (!desk_) return;
  SignInMemory& m = sign_in_memory;
  m.problem = typed_twice(m.new_pin, m.new_pin_again);
  if (!m.problem.empty()) return;
  aside(
      [desk = desk_.get(), name = m.new_name, pin = m.new_pin, settings = settings_]() -> base::Result<app::PersonCard> {
        FH_TRY(added, desk->add_person(name, pin));
        // A new person keeps the language and the look in which the name was entered.
        (void)desk->set_settings(settings, added.id);
        return added;
      },
      [this](const base::Result<app::PersonCard>& added) {
        if (!added.ok()) {
          sign_in_memory.problem = name_problem(added.error());
          return;
        }
        read_people();
        enter(added->id, added->name, added->warm_up_done);
      });
}

std::string Shell::name_problem(const base::Error& error) const {
  const std::string key = app::name_key(sign_in_memory.new_name);
  const auto taken = std::find_if(cards_.begin(), cards_.end(), [&](const app::PersonCard& each) { return each.key == key; });
  return app::words_of_name(error, words_, sign_in_memory.new_name, taken == cards_.end() ? "" : taken->name);
}

void Shell::enter(const std::string& id, const std::string& name, bool warm_up_done) {
  const app::Settings shown = settings_;
  const bool picked = sign_in_memory.person == id;
  person_ = id, person_name_ = name;
  sign_in_memory = {}, home_memory = {};
  notice.clear(), problem.clear();
  last_act_ms_ = now_ms_;
  load_settings(id);
  if (picked) change_settings(app::with_changes(settings_, settings_when_picked_, shown)); // chosen beside the own name
  if (warm_up_done) return go_home();
  warm_up_memory = {};
  page_ = ShellPage::warm_up;
}

void Shell::start_demonstration() {
  if (busy()) return refuse_busy(); // what opens the record may be using the same clock
  leave_person();
  demonstration_ = app::Desk::demonstration(options_.services, options_.shelf, options_.on_written);
  last_act_ms_ = now_ms_;
  go_home();
}

void Shell::leave_person() {
  remember_played();
  shown_memories_.clear();
  played_ = {}, home_ = {};
  demonstration_.reset();
  person_.clear(), person_name_.clear(), problem.clear(), pin_reset_at_.reset();
  sign_in_memory = {}, home_memory = {};
  help_open = false;
}

void Shell::switch_person() {
  leave_person();
  if (!desk_) return open_records();
  page_ = ShellPage::sign_in;
  load_settings({});
  read_people();
}

void Shell::show_warm_up() {
  warm_up_memory = {};
  page_ = ShellPage::warm_up;
}

void Shell::finish_warm_up() {
  if (!desk_ || person_.empty()) return go_home();
  aside([desk = desk_.get(), person = person_] { return desk->set_warm_up_done(person); },
        [this](const base::Result<void>& done) {
          read_people();
          go_home();
          if (!done.ok()) problem = words_.error(done.error());
        });
}

// ---- settings

void Shell::load_settings(const std::string& person) {
  if (!desk_) return apply(settings_);
  const auto settings = desk_->settings(person);
  apply(settings.ok() ? *settings : settings_);
}

void Shell::apply(const app::Settings& settings) {
  const bool language = settings.language != settings_.language || words_.language() != settings.language;
  settings_ = settings;
  if (language) words_ = content::Words::load(options_.shelf.files(), settings_.language);
  if (language && !notice.empty() && notice_told_) notice = notice_told_(); // it goes on to be said, in this language
  if (language && page_ == ShellPage::home) read_home();
  if (page_ == ShellPage::play || page_ == ShellPage::debrief) speak_the_language(), rebuild();
}

void Shell::change_settings(const app::Settings& wanted) {
  problem.clear();
  if (wanted == settings_) return;
  apply(wanted);
  if (!desk_ || demonstration_) return;                          // nothing of a demonstration is kept
  if (person_.empty() && !sign_in_memory.person.empty()) return; // chosen by who signs in, and theirs: see enter()
  aside([desk = desk_.get(), settings = settings_, person = person_] { return desk->set_settings(settings, person); },
        [this](const base::Result<void>& kept) {
          if (!kept.ok()) problem = words_.error(kept.error());
        },
        Meanwhile::go_on);
}

void Shell::change_text_size(int steps) {
  app::Settings wanted = settings_;
  wanted.text_percent = steps == 0 ? 100 : next_text_percent(settings_.text_percent, steps);
  change_settings(wanted);
}

void Shell::show_settings() {
  if (page_ == ShellPage::settings) return;
  before_settings_ = page_;
  page_ = ShellPage::settings;
}

void Shell::leave_settings() {
  problem.clear();
  if (before_settings_ == ShellPage::home) return go_home();
  page_ = before_settings_;
}

std::vector<std::string> Shell::aids() const {
  std::vector<std::string> all;
  if (settings_.text_percent != 100) all.push_back("text-" + std::to_string(settings_.text_percent));
  if (settings_.contrast == app::Contrast::high)
    all.push_back("high-contrast");
  else if (settings_.theme == app::Theme::dark)
    all.push_back("dark");
  if (settings_.motion == app::Motion::reduced) all.push_back("less-motion");
  return all;
}

// ---- time

void Shell::tick(std::int64_t now_ms) {
  if (now_ms_ == 0) last_act_ms_ = now_ms;
  now_ms_ = now_ms;
  finish_errands();
  if (played_.sitting)
    if (const auto submitted = played_.sitting->poll()) take(*submitted);
  const bool someone = !person_.empty() || demonstration_;
  if (!someone || !desk_ || options_.idle_minutes <= 0 || now_ms_ - last_act_ms_ < options_.idle_minutes * std::int64_t{60'000}) return;
  if (busy() || (played_.sitting && played_.sitting->pending())) return; // first let it be saved
  switch_person();
  say([this] {
    return words_.plural("shell", "Locked after {n} minute without a key. The attempt is safe.",
                         "Locked after {n} minutes without a key. The attempt is safe.", options_.idle_minutes);
  });
}

std::optional<int> Shell::wake_after_ms() const {
  std::optional<int> ms;
  if (busy() && !slow()) ms = 100;
  const auto at_most = [&ms](std::int64_t wanted) { ms = static_cast<int>(std::clamp<std::int64_t>(wanted, 1, ms.value_or(3'600'000))); };
  if ((page_ == ShellPage::sign_in || page_ == ShellPage::station) && wait_seconds() > 0)
    at_most(1000 - (1000 - (pin_wait_until_ms_ - now_ms_) % 1000) % 1000);
  if ((!person_.empty() || demonstration_) && desk_ && options_.idle_minutes > 0)
    at_most(last_act_ms_ + options_.idle_minutes * std::int64_t{60'000} - now_ms_);
  return ms;
}

} // namespace firsthand::screens
