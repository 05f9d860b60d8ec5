// See window_hands.h.
#include "tools/firsthand/window_hands.h"

#include "engine/platform/platform.h"
#include "engine/reading/picture.h"
#include "modules/views.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace firsthand::tools {

namespace {

constexpr int most_waits_ms = 20'000;
constexpr int most_pulls = 4;

screens::ShellOptions hands_shell_options(const HandsOptions& options) {
  screens::ShellOptions shell{options.services, options.shelf, modules::make_views(), std::nullopt};
  shell.on_written = ui::Window::wake;
  if (options.screen == ui::Screen::real) shell.writing = screens::ShellOptions::Writing::aside;
  shell.channel = options.channel;
  shell.chance = options.chance;
  shell.idle_minutes = 0;
  if (options.data) {
    shell.desk = app::DeskOptions{};
    shell.desk->data = *options.data;
    shell.desk->on_written = ui::Window::wake;
  }
  if (options.adjust) options.adjust(shell);
  return shell;
}

} // namespace

base::Result<std::unique_ptr<WindowHands>> WindowHands::open(HandsOptions options) {
  ui::WindowOptions wanted;
  wanted.title = "Firsthand";
  wanted.size = options.size;
  wanted.screen = options.screen;
  wanted.time = options.screen == ui::Screen::real ? ui::Time::running : ui::Time::fixed;
  wanted.paints_each = options.paints_each;
  wanted.assets = options.assets;
  wanted.font_folders = platform::font_folders();
  wanted.guard = reading::may_be_drawn;
  FH_TRY(window, ui::Window::open(wanted));
  std::unique_ptr<WindowHands> hands(new WindowHands(options));
  hands->window_ = std::move(window);
  hands->draw_ = [h = hands.get()](ui::Frame& f) {
    screens::draw_shell(f, *h->shell_);
    if (!(h->shell_->window_settings() == h->window_->settings())) h->window_->set_settings(h->shell_->window_settings());
  };
  std::function<void(ui::Did)> settling;
  if (options.settling)
    settling = [h = hands.get(), each = options.settling](ui::Did did) { each(*h->window_, h->draw_, *h->shell_, did); };
  hands->driver_ = std::make_unique<ui::Driver>(*hands->window_, hands->draw_, std::move(settling));
  (void)hands->shell_->await_record(most_waits_ms);
  hands->shell_->change_settings(options.settings);
  hands->settle();
  return hands;
}

WindowHands::WindowHands(const HandsOptions& options)
    : only_pressing_(options.only_pressing), shell_(std::make_unique<screens::Shell>(hands_shell_options(options))) {}

void WindowHands::settle() {
  driver_->settle();
  for (int ms = 0; ms < most_waits_ms && (shell_->busy() || (shell_->played().sitting && shell_->played().sitting->pending())); ++ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    driver_->settle();
  }
  driver_->settle();
}

bool WindowHands::press(const std::string& id) {
  base::Result<void> clicked = driver_->click(id);
  // A long page takes more than one pull at the wheel.
  for (int i = 0; i < most_pulls && !clicked.ok() && clicked.error().code == "ui-hidden"; ++i)
    clicked = driver_->click(id);
  if (clicked.ok()) settle();
  return clicked.ok();
}

// Where another thing lies in front of it the pointer hits that; the keyboard reaches everything.
bool WindowHands::press_by_keyboard(const std::string& id) {
  const std::size_t most = driver_->window().registry().focusable().size() + 1;
  for (std::size_t i = 0; i < most && driver_->focused() != id; ++i)
    (void)driver_->key("Tab");
  if (driver_->focused() != id || !driver_->key("Enter").ok()) return false;
  settle();
  return true;
}

void WindowHands::select(const std::string& id) {
  const auto chosen = [&] {
    const auto entry = driver_->find(id);
    return entry.ok() && entry->chosen;
  };
  if (!driver_->find(id).ok() || (press(id) && chosen())) return;
  if (press(id + "/name") && chosen()) return; // what stands behind another thing is pressed by its name
  press_by_keyboard(id);
}

void WindowHands::rest() {
  driver_->move_to({0, 0}); // nothing is hovered
  settle();
}

bool WindowHands::press_ending(const std::string& ending) {
  for (const ui::Entry& entry : driver_->window().registry().entries())
    if (entry.enabled && entry.id.ends_with(ending)) return press(std::string(entry.id));
  return false;
}

std::string WindowHands::word(model::Symbol symbol) { return shell_->played().sitting->prepared().symbols.word(symbol); }

std::optional<std::string> WindowHands::refusal_of(const session::Action& action) {
  const app::Sitting& sitting = *shell_->played().sitting;
  session::Attempt copy = sitting.attempt();
  model::FactList unheard;
  const auto refused = session::advance(sitting.prepared(), copy, action, copy.turn, unheard);
  return refused ? std::optional(refused->code) : std::nullopt;
}

Performed WindowHands::perform(const session::Action& action) {
  const int before = turn();
  look_for_it(action);
  if (turn() > before) return shell_->played().sitting->turns().back().action == action ? Performed::pressed : Performed::refused;
  if (only_pressing_) return Performed::refused;
  shell_->submit(action, shell_->drawn_now());
  settle();
  return turn() > before ? Performed::submitted : Performed::refused;
}

// What asks twice takes a second press; whatever else acts at once.
void WindowHands::press_twice(const std::string& id, int before) {
  for (int i = 0; i < 2 && turn() == before && press(id); ++i) {
  }
}

void WindowHands::look_for_it(const session::Action& action) {
  using Kind = session::Action::Kind;
  const int before = turn();
  switch (action.kind) {
  case Kind::go_on:
    press_ending("/go-on");
    if (turn() == before) press_ending("/leave");
    return;
  case Kind::wait:
    return press_twice("scene/wait/" + std::to_string(action.seconds), before);
  case Kind::note:
    return write_note(action);
  case Kind::task:
    press_ending("/helper/" + word(action.by));
    return press_twice("scene/task/" + word(action.entity) + "/" + word(action.verb), before);
  case Kind::act:
    break;
  }
  if (driver_->find("choice/submit").ok()) return mark_answers(action);
  if (driver_->find("sequence/submit").ok()) return arrange(action);
  if (press("custody/sheet/" + word(action.entity)) || driver_->find("custody/sign").ok()) return fill_form(action);
  press_twice("dialogue/topic/" + word(action.verb), before);
  if (turn() > before) return;
  select("scene/place/" + word(action.entity));
  press_twice("scene/verb/" + word(action.entity) + "/" + word(action.verb), before);
  if (turn() == before && action.with != 0) press_twice("scene/with/" + word(action.with), before);
}

void WindowHands::write_note(const session::Action& action) {
  press("play/notebook"); // where it is a sheet
  if (!press("play/write-note") || !driver_->type_into("play/note", action.text).ok()) return;
  press("play/note/save");
  press("play/sheet/close");
}

void WindowHands::mark_answers(const session::Action& action) {
  for (const auto& [key, value] : action.values) {
    if (word(key) == "sure")
      press(word(value) == "yes" ? "choice/sure" : "choice/not-sure");
    else
      press("choice/option/" + word(value));
  }
  press("choice/submit");
}

// The rows from top to bottom, by id.
std::vector<std::string> WindowHands::rows() const {
  std::vector<std::pair<int, std::string>> found;
  for (const ui::Entry& entry : driver_->window().registry().entries())
    if (entry.id.starts_with("sequence/row/")) found.emplace_back(entry.rect.y, entry.id);
  std::sort(found.begin(), found.end());
  std::vector<std::string> ids;
  for (auto& [y, id] : found)
    ids.push_back(std::move(id));
  return ids;
}

// A row is pressed, then the row that stands where it shall be.
void WindowHands::arrange(const session::Action& action) {
  for (std::size_t place = 0; place < action.values.size(); ++place) {
    const std::string wanted = "sequence/row/" + word(action.values[place].second);
    const std::vector<std::string> now = rows();
    if (place >= now.size() || now[place] == wanted) continue;
    press(wanted);
    press(now[place]);
  }
  press("sequence/submit");
}

void WindowHands::fill_form(const session::Action& action) {
  std::string field, pick;
  for (const auto& [key, value] : action.values)
    (word(key) == "field" ? field : pick) = word(value);
  const std::string verb = word(action.verb);
  if (verb == "sign") press_twice("custody/sign", turn());
  if (verb == "strike" && press("custody/correct")) press("custody/strike/" + field);
  if (verb != "fill") return;
  if (!press("custody/empty/" + field)) press("custody/cell/" + field);
  press("custody/pick/" + pick);
}

} // namespace firsthand::tools
