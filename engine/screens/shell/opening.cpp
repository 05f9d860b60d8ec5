// The record: opened, kept elsewhere, set aside, and what has to be asked before anybody works at it. See shared/opening.h.
#include "engine/platform/paths.h"
#include "engine/screens/shell/shell.h"

#include <algorithm>
#include <iterator>

namespace firsthand::screens {

struct Shell::Opened {
  base::Result<std::unique_ptr<app::DataFolder>> data_folder;
  std::vector<records::Place> places; // that may be chosen instead
  std::optional<FrontRead> front;
};

Shell::FrontRead Shell::front_of(app::DataFolder& data_folder, const reading::FileSource& files, const std::string& language_now) {
  FrontRead read{data_folder.people(), {}, {}, std::nullopt};
  const auto trainers = data_folder.has_trainer_pin();
  read.front.trainer_pin = !trainers.ok() || *trainers; // one that is not as it was sealed is told when it is used
  if (const auto name = data_folder.station(); name.ok()) read.front.station = app::words_of(*name);
  if (auto session = data_folder.unclosed_session(); session.ok()) read.front.session = std::move(session).value();
  if (auto settings = data_folder.settings({}); settings.ok()) read.settings = std::move(settings).value();
  if (read.settings.language != language_now) read.words = content::Words::load(files, read.settings.language);
  return read;
}

// What cannot be read now stays as it was known.
void Shell::take_front(FrontRead read) {
  apply(read.settings, read.words ? std::move(*read.words) : words_);
  take_people(std::move(read));
}

void Shell::take_people(FrontRead read) {
  if (!read.people.ok()) return say([this, error = read.people.error()] { return words_.error(error); });
  if (notice_ == words_.error(base::fail("data-folder-gone", ""))) notice_.clear();
  read.front.people = std::move(read.people).value();
  front_ = std::move(read.front);
}

void Shell::read_front(std::function<void()> then) {
  if (!data_folder_) return then();
  const auto front = [data_folder = data_folder_.get(), files = &options_.content_library.files(), now = words_.language()] {
    return front_of(*data_folder, *files, now);
  };
  background_.on_writer(*data_folder_,
                        packed(front,
                               [this, then = std::move(then)](FrontRead read) {
                                 take_people(std::move(read));
                                 then();
                               }),
                        Meanwhile::hold);
}

// The one before ends first: its lock. All of it on the keeper's thread, for opening and closing write.
void Shell::open(records::RolledBackRecord earlier, Told told) {
  if (busy()) return background_.refuse(); // the data folder that is busy must not end
  if (!options_.data_folder) return start_demonstration();
  leave_person();
  if (page() != PageName::trouble) show(PageName::opening);
  const auto before = std::make_shared<std::unique_ptr<app::DataFolder>>(std::move(data_folder_));
  app::DataFolderOptions wanted = *options_.data_folder;
  wanted.start.rolled_back = earlier;
  background_.on_keeper(packed(
      [this, before, wanted, now = words_.language()]() -> Opened {
        before->reset();
        Opened result{app::DataFolder::open(options_.services, options_.content_library, wanted), {}, {}};
        if (result.data_folder.ok())
          result.front = front_of(**result.data_folder, options_.content_library.files(), now);
        else if (options_.places && may_move(result.data_folder.error()))
          result.places = options_.places();
        return result;
      },
      [this, told](Opened result) { opened(std::move(result), told); }));
}

void Shell::opened(Opened result, const Told& told) {
  trouble_.reset(), places_.clear();
  if (!result.data_folder.ok()) {
    trouble_ = result.data_folder.error(), places_ = std::move(result.places);
    return go(PageName::trouble);
  }
  data_folder_ = std::move(result.data_folder).value();
  if (background_.in_background()) data_folder_->never_reopen_here();
  notice_.clear();
  take_front(std::move(*result.front));
  say([this, told] { return opened_notice(told); });
  ask_what_must_be_asked();
}

std::string Shell::opened_notice(const Told& told) const {
  if (!data_folder_) return {};
  if (data_folder_->report().newest_missing)
    return tr("The newest actions may be missing: the record was copied or cut off while in use. Look for firsthand.db-wal beside the "
              "original.");
  if (told) return told();
  if (data_folder_->report().synchronised)
    return tr("The records lie in a folder that is synchronised with other computers. Keep them on a stick or in another folder.");
  return data_folder_->left_behind() ? tr("The program was not closed the last time. Whatever was saved is there.") : std::string();
}

// Another place helps where this one cannot be used or does not last.
bool Shell::may_move(const base::Error& error) const {
  constexpr std::string_view codes[] = {"record-rolled-back", "data-folder-failed", "data-folder-missing", "data-folder-gone",
                                        "database-read-only", "database-full",      "database-io"};
  return options_.choose_place && std::find(std::begin(codes), std::end(codes), error.code) != std::end(codes);
}

void Shell::set_aside() {
  if (!options_.set_aside) return;
  background_.on_keeper(packed(options_.set_aside, [this](const base::Result<std::string>& moved) {
    if (!moved.ok()) {
      trouble_ = moved.error();
      return;
    }
    open(records::RolledBackRecord::refuse, [this, path = *moved] {
      return tr("The old record was kept as {path}. This one is new.", {{"path", path}});
    });
  }));
}

void Shell::use_place(const std::filesystem::path& folder, std::function<void(const base::Result<void>&)> told) {
  if (!options_.data_folder || !options_.choose_place) return;
  background_.on_keeper(packed(
      [choose = options_.choose_place, folder] { return choose(folder); },
      [this, folder, told = std::move(told)](const base::Result<records::Carried>& carried) {
        if (!carried.ok()) return told(carried.error());
        told({});
        options_.data_folder->data = folder;
        options_.data_folder->must_be_there = false; // chosen just now: it may begin here
        // What was taken along was asked about and answered.
        open(*carried == records::Carried::copy ? records::RolledBackRecord::accept : records::RolledBackRecord::refuse, [this, folder] {
          return tr("The records are now in {path}.", {{"path", platform::shown_path(folder)}});
        });
      }));
}

// ---- before anybody signs in: the clock, then a copy on another machine

void Shell::ask_what_must_be_asked() {
  if (!clock_settled_ && data_folder_->report().clock) return go(PageName::clock);
  if (!data_folder_->report().cloned || clone_told_) return show(PageName::sign_in);
  clone_told_ = true;
  go(PageName::station);
}

void Shell::clock_answered() {
  clock_settled_ = true;
  ask_what_must_be_asked();
}

} // namespace firsthand::screens
