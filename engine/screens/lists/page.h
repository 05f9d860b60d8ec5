// The trainer's page of lists: the list of people and the register of stations, from a file that a spreadsheet saved. What it would change
// is shown before it is done; nothing is written while a line is wrong.
#pragma once

#include "engine/app/list_files.h"
#include "engine/app/roster_answers.h"
#include "engine/app/roster_plan.h"
#include "engine/screens/lists/state.h"
#include "engine/screens/page.h"
#include "engine/screens/shared/closes_by_itself.h"
#include "engine/screens/shared/trainer_pin.h"

namespace firsthand::screens {

class ListsPage final : public Page {
 public:
  explicit ListsPage(Context& context) : context_(context) {}
  void shown() override { closes_.acted(context_.now_ms()); }
  void say() override;
  void draw(Frame& f) override;
  void tick() override;
  void leave() override { forget(); }
  void forget() override;
  int part() const override { return static_cast<int>(memory.part); }
  std::optional<int> wake_after_ms() const override;

  void enter_pin(); // with what stands in the memory
  void choose();    // among the files that are there now
  void look_at(const std::string& path);
  void answer(const ListsAnswer& given);
  void take_in();
  void join(const std::string& person);
  void back(); // one level up
  const std::vector<ListsFile>& files() const { return files_; }
  const std::vector<ListsChange>& changes() const { return changes_; }
  const std::vector<std::string>& faults() const { return faults_; }
  const std::vector<std::string>& notes() const { return notes_; }
  const std::vector<ListsQuestion>& questions() const { return questions_; }
  const std::vector<ListsJoin>& joins() const { return joins_; }
  const std::string& summary() const { return summary_; }
  const std::string& takes_away() const { return takes_away_; }
  bool may_take() const { return may_take_; }

  ListsMemory memory;

 private:
  struct Read;     // of the folder: what is known now
  struct ReadFile; // of a file
  ListsState state() const;
  void keep_answers_for(const std::string& path);
  void take(const ListsIntent& intent);
  void take_dropped(const Frame& f);
  void opened(ListsPart part);
  void plan_again(); // of what was read, with the answers given
  void plan_people();
  void plan_stations();
  void put_plan(const app::ListPlan& plan);
  void ask_for_heading(app::RosterColumn column);
  void ask_for_width(const app::ListPlan& plan, std::optional<int> width);
  void ask_for_names();
  void put_joins();
  std::string counts_of(const app::ListPlan& plan) const;
  std::string loss_of(const app::ListPlan& plan) const;
  void taken(const base::Result<void>& done);
  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return context_.words().tr("lists", source, fill); }

  Context& context_;
  PinWait wait_;
  std::vector<app::ListFile> found_;
  std::size_t people_known_ = 0;
  app::RosterFacts facts_;
  app::StationRegister stations_;
  std::optional<base::TableReading> reading_; // of the file that is looked at
  std::string answered_for_;                  // the file of which what was answered holds
  app::RosterAnswers answers_;
  app::NewNames new_names_ = app::NewNames::asked_about;
  std::optional<int> station_width_;
  std::optional<app::RosterColumn> asked_column_;
  app::RosterPlan people_plan_;
  app::StationPlan station_plan_;
  std::vector<app::MayBeJoined> may_be_joined_;

  std::vector<ListsFile> files_;
  std::vector<ListsChange> changes_;
  std::vector<std::string> faults_, notes_;
  std::vector<ListsQuestion> questions_;
  std::vector<ListsJoin> joins_;
  std::string known_, file_, summary_, more_, takes_away_;
  bool may_take_ = false;
  ClosesByItself closes_;
};

} // namespace firsthand::screens
