// The stack of pages, and time. See shell.h; people.cpp and opening.cpp have the rest.
#include "engine/screens/shell/shell.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace firsthand::screens {

namespace {

// Pictures that the pages show beside those of the content. Read once: a frame waits for no file.
constexpr const char* own_pictures[] = {"mark", "sign-in"};

SharedBytes own_picture(const reading::FileSource& files, const std::string& name) {
  auto bytes = files.read("assets/pictures/" + name + ".svg", 4u << 20);
  return bytes ? std::make_shared<const std::string>(std::move(*bytes)) : nullptr;
}

} // namespace

Shell::Shell(ShellOptions options)
    : options_(std::move(options)), background_(options_.writing, options_.on_written), stack_{PageName::opening},
      languages_(content::languages(options_.content_library.files())), read_aloud_(options_.voice),
      playing_(*this, {options_.views, options_.channel, options_.chance}) {
  for (const char* name : own_pictures)
    pictures_[name] = own_picture(options_.content_library.files(), name);
  for (const PageKind& each : all_pages())
    pages_[each.name] = each.open(*this);
  open();
}

// What was begun is finished first. The record is closed where it was opened, on another thread: that writes, too.
Shell::~Shell() {
  playing_.put_away(); // before the data folders that it belongs to
  background_.end();
  if (!background_.in_background()) return;
  records::Writer last(nullptr);
  last.later([this] {
    demonstration_.reset();
    data_folder_.reset();
  });
}

// ---- pages

void Shell::go(PageName page) {
  at(page).enter([this, page] { show(page); });
}

void Shell::show(PageName page) {
  for (const PageName each : stack_)
    if (each != page) at(each).leave();
  stack_ = {page};
  arrive();
  at(page).shown();
}

void Shell::over(PageName page) {
  at(page).enter([this, page] {
    stack_.push_back(page);
    at(page).shown();
  });
}

void Shell::back() {
  if (stack_.size() < 2) return;
  const PageName below = stack_[stack_.size() - 2];
  at(below).enter([this, below] {
    at(page()).leave();
    stack_.pop_back();
    at(below).shown();
  });
}

std::string Shell::screen_name() const {
  return "page/" + std::to_string(static_cast<int>(page())) + "/" + std::to_string(pages_.at(page())->part());
}

Picture Shell::picture(std::string_view name) const {
  const auto found = pictures_.find(name);
  return found == pictures_.end() ? Picture{} : Picture{"assets/pictures/" + found->first + ".svg", found->second};
}

void Shell::later(std::function<std::function<void()>(app::DataFolder&)> work, Meanwhile meanwhile) {
  app::DataFolder* at = demonstration_ ? demonstration_.get() : data_folder_.get();
  if (!at) return background_.refuse();
  background_.on_writer(
      *at, [at, work = std::move(work)] { return work(*at); }, meanwhile);
}

// ---- time

void Shell::tick(std::int64_t now_ms) {
  if (now_ms_ == 0) last_act_ms_ = now_ms;
  now_ms_ = now_ms;
  background_.finish(now_ms);
  playing_.tick();
  at(page()).tick();
  lock_after_idling();
}

void Shell::lock_after_idling() {
  const bool someone = !person_.id.empty() || demonstration_;
  if (!someone || !data_folder_ || options_.idle_minutes <= 0 || now_ms_ - last_act_ms_ < options_.idle_minutes * std::int64_t{60'000})
    return;
  if (busy() || playing_.pending()) return; // first let it be saved
  switch_person();
  say([this] {
    return words_.plural("shell", "Locked after {n} minute without a key. The attempt is safe.",
                         "Locked after {n} minutes without a key. The attempt is safe.", options_.idle_minutes);
  });
}

std::optional<int> Shell::wake_after_ms() const {
  std::optional<int> ms = pages_.at(page())->wake_after_ms();
  const auto at_most = [&ms](std::int64_t wanted) { ms = static_cast<int>(std::clamp<std::int64_t>(wanted, 1, ms.value_or(3'600'000))); };
  if (busy() && !slow()) at_most(100);
  if ((!person_.id.empty() || demonstration_) && data_folder_ && options_.idle_minutes > 0)
    at_most(last_act_ms_ + options_.idle_minutes * std::int64_t{60'000} - now_ms_);
  return ms;
}

bool Shell::await_record(int most_ms) {
  for (int ms = 0; page() == PageName::opening && ms < most_ms; ++ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    background_.finish(now_ms_);
  }
  return page() != PageName::opening;
}

void Shell::await_writer() {
  for (app::DataFolder* each : {data_folder_.get(), demonstration_.get()})
    background_.await(each);
}

} // namespace firsthand::screens
