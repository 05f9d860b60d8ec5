// Who is signed in, and how the pages speak and look to them. See shell.h.
#include "engine/screens/settings/draw.h"
#include "engine/screens/shell/shell.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

// ---- people

// Until their first page is shown the one before stays, in its own language and look.
struct Shell::Arriving {
  app::Settings wanted;
  content::Words words;
  bool keep = false; // they are not yet those of the person
};

void Shell::enter(const app::PersonCard& who, const app::Settings& theirs, const app::Settings& wanted,
                  std::optional<base::Moment> pin_reset) {
  person_ = {who.id, who.name, !who.warm_up_done};
  pin_reset_ = pin_reset, last_act_ms_ = now_ms_;
  problem.clear();
  with_words(wanted.language, [this, wanted, keep = !(wanted == theirs)](content::Words words) {
    arriving_ = std::make_shared<Arriving>(Arriving{wanted, std::move(words), keep});
    go(PageName::home);
  });
}

void Shell::arrive() {
  const std::shared_ptr<Arriving> who = std::exchange(arriving_, nullptr);
  if (!who) return;
  notice_.clear();
  apply(who->wanted, std::move(who->words));
  if (who->keep) keep_settings();
  at(PageName::sign_in).forget(); // what they typed
}

void Shell::start_demonstration() {
  if (busy()) return background_.refuse(); // what opens the record may be using the same clock
  leave_person();
  demonstration_ = app::DataFolder::demonstration(options_.services, options_.content_library, options_.on_written);
  last_act_ms_ = now_ms_;
  go(PageName::home);
}

void Shell::leave_person() {
  playing_.put_away();
  playing_.forget_shown();
  for (const auto& [name, page] : pages_)
    page->forget();
  demonstration_.reset();
  person_ = {}, pin_reset_.reset(), arriving_.reset();
  problem.clear();
  help_open = false;
}

void Shell::switch_person() {
  if (!data_folder_) return leave_person(), open();
  const auto front = [data_folder = data_folder_.get(), files = &options_.content_library.files(), now = words_.language()] {
    return front_of(*data_folder, *files, now);
  };
  background_.on_writer(*data_folder_,
                        packed(front,
                               [this](FrontRead read) {
                                 leave_person();
                                 take_front(std::move(read));
                                 show(PageName::sign_in);
                               }),
                        Meanwhile::hold);
}

// ---- settings

void Shell::apply(const app::Settings& settings, content::Words words) {
  const bool language = words_.language() != words.language();
  settings_ = settings;
  words_ = std::move(words);
  if (language && !notice_.empty() && notice_told_) notice_ = notice_told_(); // it goes on to be said, in this language
  if (language) at(page()).say();
  playing_.speak();
}

void Shell::with_words(const std::string& language, std::function<void(content::Words)> then) {
  if (words_.language() == language) return then(words_);
  background_.on_keeper(
      packed([files = &options_.content_library.files(), language] { return content::Words::load(*files, language); }, std::move(then)));
}

void Shell::look(const app::Settings& settings) {
  with_words(settings.language, [this, settings](content::Words words) { apply(settings, std::move(words)); });
}

void Shell::change_settings(const app::Settings& wanted) {
  problem.clear();
  if (wanted == settings_) return;
  with_words(wanted.language, [this, wanted](content::Words words) {
    apply(wanted, std::move(words));
    keep_settings();
  });
}

// Nothing of a demonstration is kept; and what is chosen by who signs in is theirs: see enter().
void Shell::keep_settings() {
  const bool somebody_signs_in = std::any_of(stack_.begin(), stack_.end(), [this](PageName each) { return at(each).keeps_choices(); });
  if (!data_folder_ || demonstration_ || somebody_signs_in) return;
  ask([settings = settings_, person = person_.id](app::DataFolder& data_folder) { return data_folder.set_settings(settings, person); },
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

std::vector<std::string> Shell::aids() const {
  std::vector<std::string> all;
  if (settings_.text_percent != 100) all.push_back("text-" + std::to_string(settings_.text_percent));
  if (settings_.contrast == app::Contrast::high)
    all.push_back("high-contrast");
  else if (settings_.theme == app::Theme::dark)
    all.push_back("dark");
  if (settings_.motion == app::Motion::reduced) all.push_back("less-motion");
  if (settings_.read_aloud == app::ReadAloud::focused) all.push_back("read-aloud");
  return all;
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

void Shell::sound(ui::Sound sound) {
  if (settings_.sound_percent > 0 && options_.sound) options_.sound(sound, settings_.sound_percent);
}

void Shell::say(Told told) {
  const std::string words = told();
  if (words.empty()) return;
  notice_ = words, notice_told_ = std::move(told);
}

} // namespace firsthand::screens
