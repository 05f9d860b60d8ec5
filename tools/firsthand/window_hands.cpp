// See window_hands.h.
#include "tools/firsthand/window_hands.h"

#include "engine/platform/platform.h"
#include "engine/reading/picture.h"
#include "modules/views.h"

#include <chrono>
#include <thread>

namespace firsthand::tools {

namespace {

constexpr int most_waits_ms = 20'000;

screens::ShellOptions hands_shell_options(const HandsOptions& options) {
  screens::ShellOptions shell{options.services, options.content_library, modules::make_views(), std::nullopt};
  shell.on_written = ui::Window::wake;
  if (options.screen == ui::Screen::real) shell.writing = screens::ShellOptions::Writing::in_background;
  shell.channel = options.channel;
  shell.chance = options.chance;
  shell.idle_minutes = 0;
  if (options.data) {
    shell.data_folder = app::DataFolderOptions{};
    shell.data_folder->data = *options.data;
    shell.data_folder->on_written = ui::Window::wake;
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
  hands->draw_ = [h = hands.get(), waits = !options.settling](ui::Frame& f) {
    if (waits) h->await_disk(f.now_ms());
    screens::draw_shell(f, *h->shell_);
    if (!(h->shell_->window_settings() == h->window_->settings())) h->window_->set_settings(h->shell_->window_settings());
  };
  std::function<void(ui::Did)> settling;
  if (options.settling)
    settling = [h = hands.get(), each = options.settling](ui::Did did) { each(*h->window_, h->draw_, *h->shell_, did); };
  hands->driver_ = std::make_unique<ui::Driver>(*hands->window_, hands->draw_, std::move(settling));
  hands->hands_ = std::make_unique<screens::Hands>(
      *hands->driver_, [h = hands.get()] { h->settle(); }, [h = hands.get()] { return h->turn(); }, options.pressing);
  hands->hands_->kinds = &hands->views_;
  (void)hands->shell_->await_record(most_waits_ms);
  hands->shell_->change_settings(options.settings);
  hands->settle();
  return hands;
}

WindowHands::WindowHands(const HandsOptions& options)
    : only_pressing_(options.only_pressing), views_(modules::make_views()),
      shell_(std::make_unique<screens::Shell>(hands_shell_options(options))) {}

// What a picture shows must not depend on how fast the disk is: no frame is drawn while something is being saved.
void WindowHands::await_disk(std::int64_t now_ms) {
  for (int ms = 0; ms < most_waits_ms && shell_->playing().pending(); ++ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    shell_->tick(now_ms);
  }
}

void WindowHands::settle() {
  const auto saving = [this] {
    return shell_->busy() || (shell_->playing().played().session && shell_->playing().played().session->pending());
  };
  driver_->settle();
  if (!saving()) return;
  for (int ms = 0; ms < most_waits_ms && saving(); ++ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    driver_->settle();
  }
  driver_->settle();
}

void WindowHands::rest() {
  driver_->move_to({0, 0}); // nothing is hovered
  settle();
}

std::optional<std::string> WindowHands::refusal_of(const session::Action& action) {
  const app::AttemptSession& session = *shell_->playing().played().session;
  session::Attempt copy = session.attempt();
  model::FactList unheard;
  const auto refused = session::advance(session.prepared(), copy, action, copy.turn, unheard);
  return refused ? std::optional(refused->code) : std::nullopt;
}

Performed WindowHands::perform(const session::Action& action) {
  const int before = turn();
  look_for_it(action);
  if (turn() > before) return shell_->playing().played().session->turns().back().action == action ? Performed::pressed : Performed::refused;
  if (only_pressing_) return Performed::refused;
  shell_->playing().submit(action, shell_->playing().drawn_now());
  settle();
  return turn() > before ? Performed::submitted : Performed::refused;
}

void WindowHands::look_for_it(const session::Action& action) {
  using Kind = session::Action::Kind;
  const int before = turn();
  if (action.kind == Kind::note) return write_note(action);
  if (action.kind == Kind::go_on) {
    if (const auto view = view_now()) view->before_going_on(*hands_);
    hands_->press_ending("/go-on");
    if (turn() == before) hands_->press_ending("/leave"); // it asked first
    return;
  }
  const session::Prepared& prepared = shell_->playing().played().session->prepared();
  if (const auto view = view_now()) view->press(*hands_, prepared, action);
}

std::unique_ptr<screens::StepView> WindowHands::view_now() const {
  const app::AttemptSession& session = *shell_->playing().played().session;
  return screens::open_view(views_, session.prepared().scenario.steps[session.attempt().step].kind);
}

std::optional<std::string> WindowHands::pose(const screens::Progress& progress) {
  const auto view = view_now();
  return view ? view->pose(*hands_, shell_->playing().played().session->prepared(), progress) : std::nullopt;
}

void WindowHands::write_note(const session::Action& action) {
  press("play/notebook");
  if (!press("play/write-note") || !type_into("play/note", action.text)) return;
  press("play/note/save");
  press("play/sheet/close");
}

} // namespace firsthand::tools
