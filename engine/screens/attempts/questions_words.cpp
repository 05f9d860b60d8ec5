// What answers say of the questions, in words. Few people say little: see docs/station/statistics.md. Pure.
#include "engine/assessment/form.h"
#include "engine/screens/attempts/page.h"

#include <fmt/format.h>

#include <cmath>

namespace firsthand::screens {

namespace {

class QuestionsWording {
 public:
  explicit QuestionsWording(const content::Words& words) : words_(words) {}
  QuestionsForm form(const app::FormTold& told) const;
  std::string gain(const app::GainTold& told) const;
  std::string not_taken(const report::NotTaken& left_out) const;

 private:
  std::string tr(std::string_view english, const content::Fill& fill = {}) const { return words_.tr("questions", english, fill); }
  std::string role(const std::string& word) const;
  std::string people(const report::FormFigures& figures) const;
  std::string of_all(const report::FormFigures& figures) const;
  QuestionRow row(const report::FormFigures& form, const report::ItemFigures& item, const std::string& stem) const;
  void put_shown(QuestionRow& row, std::size_t times) const;
  const content::Words& words_;
};

std::string percent(double share) { return std::to_string(std::lround(share * 100)); }

std::string percents(const std::optional<report::Interval>& interval) {
  return interval ? fmt::format("[{}, {}]", percent(interval->low), percent(interval->high)) : std::string();
}

std::string QuestionsWording::role(const std::string& word) const {
  const auto role = assessment::role_of(word);
  if (role == assessment::Role::baseline) return tr("before the lessons");
  if (role == assessment::Role::final_test) return tr("after the lessons");
  if (role == assessment::Role::delayed) return tr("some time later");
  return role ? tr("practice") : tr("what for is not recorded");
}

std::string QuestionsWording::people(const report::FormFigures& figures) const {
  const std::string count = words_.plural("questions", "{n} person.", "{n} persons.", static_cast<std::int64_t>(figures.persons));
  if (figures.weight == report::Weight::counts) return count + " " + tr("Fewer than 10: read the counts, they say nothing of a question.");
  if (figures.weight == report::Weight::intervals) return count + " " + tr("Fewer than 50: read the intervals (95 %), nothing is judged.");
  return count + " " + tr("A question is marked only where its whole interval (95 %) says so.");
}

std::string QuestionsWording::of_all(const report::FormFigures& figures) const {
  if (figures.weight == report::Weight::counts) return {};
  return tr("Mean {mean} of {all} points, SD {sd}, α {alpha}, SEM {sem}.", {{"mean", report::in_figures(figures.mean)},
                                                                            {"all", std::to_string(figures.items.size())},
                                                                            {"sd", report::in_figures(figures.deviation)},
                                                                            {"alpha", report::in_figures(figures.alpha)},
                                                                            {"sem", report::in_figures(figures.error)}});
}

QuestionRow QuestionsWording::row(const report::FormFigures& form, const report::ItemFigures& item, const std::string& stem) const {
  QuestionRow row{stem.empty() ? item.name : stem, stem.empty() ? std::string() : item.name, {}, {}, -1, {}, {}};
  const content::Fill right{{"points", report::in_figures(item.points)},
                            {"all", std::to_string(form.persons)},
                            {"percent", percent(item.ease.value_or(0))},
                            {"interval", percents(item.ease_interval)}};
  row.right = tr("{points} of {all}", right);
  if (form.weight == report::Weight::counts || !item.ease) return row;
  row.per_mille = static_cast<int>(std::lround(*item.ease * 1000));
  row.right = tr("{points} of {all}: {percent} % {interval}", right);
  const std::string interval = item.discrimination_interval ? " " + report::in_figures(item.discrimination_interval) : std::string();
  row.apart = tr("tells apart {d}", {{"d", report::in_figures(item.discrimination)}}) + interval;
  row.discrimination = item.discrimination;
  if (item.hard) row.remarks.push_back(tr("hard"));
  if (item.weak) row.remarks.push_back(tr("tells too little apart"));
  return row;
}

// Whatever the answers say: who has seen it can tell others.
void QuestionsWording::put_shown(QuestionRow& row, std::size_t times) const {
  if (times > 0) row.remarks.push_back(tr("shown {n} times", {{"n", std::to_string(times)}}));
}

QuestionsForm QuestionsWording::form(const app::FormTold& told) const {
  const std::string which = told.form.empty() ? tr("form not recorded") : tr("form {form}", {{"form", told.form}});
  QuestionsForm shown{tr("{test}, {form}, {role}", {{"test", told.title}, {"form", which}, {"role", role(told.role)}}),
                      fmt::format("{} · {}", told.doctrine, told.language),
                      people(told.figures),
                      of_all(told.figures),
                      {}};
  for (std::size_t i = 0; i < told.figures.items.size(); ++i) {
    shown.rows.push_back(row(told.figures, told.figures.items[i], told.stems[i]));
    put_shown(shown.rows.back(), i < told.too_often.size() ? told.too_often[i] : 0);
  }
  return shown;
}

std::string QuestionsWording::gain(const app::GainTold& told) const {
  const auto pairs = static_cast<std::int64_t>(told.gain.pairs.size());
  const std::string both = words_.plural("questions", "{test}: {n} person sat it before and after the lessons.",
                                         "{test}: {n} persons sat it before and after the lessons.", pairs, {{"test", told.title}});
  if (!told.gain.gain) return both;
  const std::string of_it = tr("Of what was missing before, {gain} % was there after.", {{"gain", percent(*told.gain.gain)}});
  return both + " " + of_it +
         (told.gain.interval ? " " + tr("The interval (95 %) is {interval}.", {{"interval", percents(told.gain.interval)}})
                             : " " + tr("With so few this says little."));
}

std::string QuestionsWording::not_taken(const report::NotTaken& left_out) const {
  if (left_out.open + left_out.not_counted + left_out.again + left_out.voided == 0) return {};
  return tr(
      "Not in these figures: {open} not handed in, {not_counted} that do not count, {void} that two people decided to be void, {again} "
      "later ones of the same person.",
      {{"open", std::to_string(left_out.open)},
       {"not_counted", std::to_string(left_out.not_counted)},
       {"void", std::to_string(left_out.voided)},
       {"again", std::to_string(left_out.again)}});
}

} // namespace

QuestionsState questions_state(const app::QuestionsTold& told, const content::Words& words) {
  const QuestionsWording wording(words);
  QuestionsState state;
  for (const app::GainTold& each : told.gains)
    state.gains.push_back(wording.gain(each));
  for (const app::FormTold& each : told.forms)
    state.forms.push_back(wording.form(each));
  state.not_taken = wording.not_taken(told.not_taken);
  return state;
}

} // namespace firsthand::screens
