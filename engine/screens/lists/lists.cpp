// See page.h: what is asked of the record and of files, and what was pressed.
#include "engine/platform/paths.h"
#include "engine/screens/lists/draw.h"
#include "engine/screens/lists/page.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

namespace {

constexpr std::size_t most_files_shown = 8;

} // namespace

// What the record knows, and which files there are.
struct ListsPage::Read {
  base::Result<app::SignIn> trainer = app::SignIn{app::SignIn::Kind::welcome};
  base::Result<app::RosterFacts> facts = app::RosterFacts();
  base::Result<app::StationRegister> stations = app::StationRegister();
  std::vector<app::ListFile> files;

  void look(app::DataFolder& folder, const std::vector<std::filesystem::path>& folders) {
    facts = app::RosterFacts::read(folder.store(), folder.today());
    stations = folder.stations();
    files = app::list_files(folders, most_files_shown);
  }
};

void ListsPage::enter_pin() {
  if (memory.pin.empty() || wait_.seconds(context_.now_ms()) > 0) return;
  context_.ask([pin = memory.pin](app::DataFolder& folder) { return folder.trainer_signs_in(pin); },
               [this](const base::Result<app::SignIn>& answer) {
                 memory.pin.clear(); // it stood there until now
                 if (trainer_accepted(context_, answer, wait_, memory.problem)) choose();
               });
}

void ListsPage::choose() {
  context_.ask(
      [folders = context_.document_folders()](app::DataFolder& folder) {
        Read read;
        read.look(folder, folders);
        return read;
      },
      [this](Read read) {
        for (const base::Error* each :
             {read.facts.ok() ? nullptr : &read.facts.error(), read.stations.ok() ? nullptr : &read.stations.error()})
          if (each) return void(memory.problem = context_.words().error(*each));
        facts_ = std::move(read.facts).value(), stations_ = std::move(read.stations).value();
        found_ = std::move(read.files), reading_.reset();
        memory.problem.clear();
        opened(ListsPart::choose);
      });
}

void ListsPage::opened(ListsPart part) {
  memory.part = part, memory.opened = true;
  say();
}

// ---- a file

struct ListsPage::ReadFile {
  base::Result<void> there = {};
  base::TableReading reading;
};

void ListsPage::look_at(const std::string& path) {
  if (app::list_path(path).empty()) return;
  memory.path = path;
  context_.ask(
      [path](app::DataFolder&) {
        ReadFile found;
        const auto bytes = app::read_list_file(path);
        if (bytes.ok())
          found.reading = base::read_table(*bytes);
        else
          found.there = bytes.error();
        return found;
      },
      [this, path](ReadFile found) {
        memory.problem = found.there.ok() ? std::string() : context_.words().error(found.there.error());
        if (!found.there.ok()) return;
        file_ = platform::utf8_of(app::list_path(path).filename());
        reading_ = std::move(found.reading);
        keep_answers_for(path);
        opened(ListsPart::look);
      });
}

// Who corrects the sheet and reads it again is not asked anew what was answered of it, but for names: others may differ now.
void ListsPage::keep_answers_for(const std::string& path) {
  if (std::exchange(answered_for_, path) != path) {
    answers_ = app::RosterAnswers::read(facts_.remembered);
    station_width_ = stations_.width;
  }
  if (reading_->table) answers_.forget_what_is_not_in(*reading_->table);
  new_names_ = app::NewNames::asked_about;
}

void ListsPage::answer(const ListsAnswer& given) {
  if (given.question >= questions_.size()) return;
  const std::string& which = questions_[given.question].id;
  const bool people = memory.of == ListOf::people;
  const int longest = static_cast<int>(people ? people_plan_.longest : station_plan_.longest);
  if (which == "lists/width") (people ? answers_.width : station_width_) = given.chosen == 0 ? longest : 0;
  if (which == "lists/names") new_names_ = given.chosen == 0 ? app::NewNames::taken : app::NewNames::asked_about;
  if (which == "lists/heading" && asked_column_)
    answers_.mapping[*asked_column_] = questions_[given.question].answers[static_cast<std::size_t>(given.chosen)];
  plan_again();
}

void ListsPage::take_in() {
  if (!may_take_) return;
  may_be_joined_ = people_plan_.may_be_joined;
  if (memory.of == ListOf::people)
    context_.ask(
        [rows = people_plan_.rows, line = answers_.line()](app::DataFolder& folder) {
          return folder.import_roster(rows, {{app::roster_answers_key, line}});
        },
        [this](const base::Result<void>& done) { taken(done); });
  else
    context_.ask([wanted = station_plan_.wanted](app::DataFolder& folder) { return folder.take_stations(wanted); },
                 [this](const base::Result<void>& done) { taken(done); });
}

void ListsPage::taken(const base::Result<void>& done) {
  memory.problem = done.ok() ? std::string() : context_.words().error(done.error());
  if (!done.ok()) return;
  answered_for_.clear();
  if (memory.of == ListOf::stations) may_be_joined_.clear();
  context_.read_front([this] { opened(ListsPart::done); });
}

void ListsPage::join(const std::string& person) {
  const auto one = std::find_if(may_be_joined_.begin(), may_be_joined_.end(), [&](const auto& each) { return each.person == person; });
  if (one == may_be_joined_.end()) return;
  context_.ask([person, number = one->number](app::DataFolder& folder) { return folder.join_number_now(person, number); },
               [this, person](const base::Result<void>& done) {
                 memory.problem = done.ok() ? std::string() : context_.words().error(done.error());
                 if (!done.ok()) return;
                 std::erase_if(may_be_joined_, [&](const auto& each) { return each.person == person; });
                 context_.read_front([this] { opened(ListsPart::done); });
               });
}

void ListsPage::back() {
  memory.problem.clear();
  if (memory.part == ListsPart::look || memory.part == ListsPart::done) return choose();
  context_.back();
}

// ---- a frame

std::optional<int> ListsPage::wake_after_ms() const {
  return closes_.wake_after_ms(context_.now_ms(), wait_.wake_after_ms(context_.now_ms()));
}

void ListsPage::tick() {
  if (closes_.is_due(context_.now_ms())) context_.back();
}

void ListsPage::forget() {
  memory = {};
  reading_.reset(), found_.clear(), may_be_joined_.clear(), answered_for_.clear();
  facts_ = {}, stations_ = {};
  wait_.end();
  plan_again(), joins_.clear();
  say();
}

ListsState ListsPage::state() const {
  return {.words = context_.words(),
          .trainer_pin = context_.front().trainer_pin,
          .wait_seconds = wait_.seconds(context_.now_ms()),
          .files = files_,
          .known = known_,
          .file = file_,
          .summary = summary_,
          .more = more_,
          .takes_away = takes_away_,
          .notes = notes_,
          .faults = faults_,
          .questions = questions_,
          .changes = changes_,
          .may_take = may_take_,
          .joins = joins_};
}

void ListsPage::take_dropped(const Frame& f) {
  const std::vector<std::string>& files = f.intents().dropped_files;
  if (!files.empty() && (memory.part == ListsPart::choose || memory.part == ListsPart::look)) look_at(std::string(files.front()));
}

void ListsPage::draw(Frame& f) {
  if (f.acted() || !f.intents().dropped_files.empty()) closes_.acted(context_.now_ms());
  take_dropped(f);
  take(draw_lists(f, state(), memory));
}

void ListsPage::take(const ListsIntent& intent) {
  if (intent.of && *intent.of != memory.of) memory.of = *intent.of, say();
  if (intent.finished)
    context_.back();
  else if (intent.back)
    back();
  else if (intent.enter)
    enter_pin();
  else if (intent.other)
    choose();
  else if (intent.file)
    look_at(*intent.file);
  else if (intent.look)
    look_at(std::string(memory.path));
  else if (intent.answer)
    answer(*intent.answer);
  else if (intent.take)
    take_in();
  else if (intent.join)
    join(*intent.join);
}

} // namespace firsthand::screens
