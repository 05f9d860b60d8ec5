// What a test came to, in words. Never an item, never a key.
#include "engine/assessment/form.h"
#include "engine/assessment/refresher.h"
#include "engine/screens/test_result/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace firsthand::screens {

namespace {

class TestResultWording {
 public:
  explicit TestResultWording(const TestResultSource& source)
      : source_(source), result_(source.standing.result), role_(assessment::role_of(source.start.role)) {}
  TestResultState state();

 private:
  std::string tr(std::string_view english, const content::Fill& fill = {}) const { return source_.words.tr("test-result", english, fill); }
  bool is(assessment::Role role) const { return role_ == role; }
  bool decides() const { return is(assessment::Role::final_test) && source_.mode == session::Mode::assessed; }
  bool is_void() const { return source_.decided && source_.decided->is_void(); }
  // What was computed again is the first verdict; two people may have decided otherwise.
  bool passed() const { return source_.decided ? source_.decided->ending == session::Ending::passed : result_.passed(); }
  std::string verdict_words(bool passed) const;
  std::string name_of(const model::Id& competency) const;
  std::string sat() const;
  void put_verdict();
  void put_next_try();
  void put_left();
  void put_points();
  void put_parts();
  void put_minima();
  void put_dangers();
  void put_sure();
  void put_rows();
  void put_way();
  void put_practised();
  std::string calibration() const;

  const TestResultSource& source_;
  const assessment::TestResult& result_;
  std::optional<assessment::Role> role_;
  TestResultState out_;
};

// Thousandths of points with one decimal; what was won never looks like more, what is needed never like less.
std::string points(int thousandths) { return fmt::format("{}.{}", thousandths / 1000, thousandths % 1000 / 100); }
std::string points_at_least(int thousandths) { return points((thousandths + 99) / 100 * 100); }

std::string TestResultWording::name_of(const model::Id& competency) const {
  const model::Test& test = *source_.standing.test;
  for (std::size_t i = 0; i < test.blueprint.size() && i < test.competency_names.size(); ++i)
    if (test.blueprint[i].competency == competency) return source_.say(test.competency_names[i]);
  return competency;
}

std::string TestResultWording::sat() const {
  if (is(assessment::Role::baseline)) return tr("Before the lessons");
  if (is(assessment::Role::delayed)) return tr("Some time after the course");
  if (!decides()) return role_ ? tr("Practice") : tr("What it was sat for is not recorded");
  const int tries = source_.standing.test->tries;
  const content::Fill of{{"n", std::to_string(source_.start.nth_try)}, {"all", std::to_string(tries)}};
  return tries > 0 ? tr("After the lessons, try {n} of {all}", of) : tr("After the lessons");
}

std::string TestResultWording::verdict_words(bool passed) const {
  if (decides()) return !passed ? tr("Not passed") : source_.supervised ? tr("Passed supervised") : tr("Passed unsupervised");
  if (is(assessment::Role::practice) || is(assessment::Role::final_test))
    return passed ? tr("Practised: this would pass") : tr("Practised, not yet");
  return tr("Handed in");
}

void TestResultWording::put_verdict() {
  out_.meaning = decides() && !is_void() ? (passed() ? Meaning::ok : Meaning::loss) : Meaning::quiet;
  out_.verdict = is_void() ? source_.words.tr("decision", "Void") : verdict_words(passed());
  if (source_.decided) out_.first = tr("First: {result}", {{"result", verdict_words(result_.passed())}});
  const content::Fill of{{"all", std::to_string(source_.standing.of)}};
  out_.line = source_.words.plural("test-result", "{n} of {all} questions answered.", "{n} of {all} questions answered.",
                                   static_cast<std::int64_t>(source_.standing.answered), of);
  if (is(assessment::Role::baseline) && !is_void())
    out_.line += " " + tr("It counts for nothing. What it showed is told beside the test after the lessons.");
}

// Of a final of several parts this is one: what the others are, as they stood when it was begun.
void TestResultWording::put_left() {
  if (!decides() || !source_.read.several || !passed()) return;
  const bool all = source_.read.left.empty();
  if (!all) out_.verdict = tr("This part is passed");
  std::string titles;
  for (const std::string& each : source_.read.left)
    titles += (titles.empty() ? "" : "; ") + each;
  out_.line += " " + (all ? tr("All parts of the final are passed.")
                          : tr("The course is passed when all parts of its final are. Still to do: {parts}.", {{"parts", titles}}));
}

// Only of the newest try: after that it is no news. Where one of them is void its try is given back, and home knows which is next.
void TestResultWording::put_next_try() {
  const model::Test& test = *source_.standing.test;
  const auto& decided = source_.read.decided;
  if (std::any_of(decided.begin(), decided.end(), [](const app::AttemptCard& each) { return each.is_void(); })) return;
  if (!decides() || passed() || test.tries == 0 || source_.start.nth_try < source_.read.newest_try) return;
  out_.line += " " + (source_.start.nth_try >= test.tries ? tr("All tries are used. Ask your trainer.")
                                                          : tr("The next try is possible from {when} on.", {{"when", source_.next_try}}));
}

void TestResultWording::put_points() {
  if (result_.of == 0) return;
  out_.bar.won = result_.won * 1000 / result_.of, out_.bar.cut = result_.cut;
  const std::string all = std::to_string(result_.of / assessment::whole_worth);
  out_.bar.won_words = tr("{n} of {all} points", {{"n", points(result_.won)}, {"all", all}});
  out_.bar.cut_words = tr("Needed: {n}", {{"n", points_at_least(result_.cut * (result_.of / 1000))}});
  if (!source_.read.before || is(assessment::Role::baseline)) return;
  out_.bar.before = source_.read.before->per_mille;
  out_.bar.before_words = tr("Before the lessons: {n}", {{"n", points(out_.bar.before * (result_.of / 1000))}});
}

void TestResultWording::put_parts() {
  const bool enough = std::int64_t{1000} * result_.won >= std::int64_t{result_.cut} * result_.of;
  const auto add = [this](std::string words, bool holds) {
    out_.parts.push_back({std::move(words), holds ? "check" : "cross", holds ? Meaning::ok : Meaning::loss});
  };
  add(enough ? tr("Enough points.") : tr("Too few points."), enough);
  put_minima();
  put_dangers();
}

void TestResultWording::put_minima() {
  for (const assessment::CompetencyResult& one : result_.competencies) {
    if (one.minimum == 0) continue;
    const content::Fill fill{
        {"competency", name_of(one.competency)}, {"right", std::to_string(one.right)}, {"minimum", std::to_string(one.minimum)}};
    out_.parts.push_back({tr("{competency}: {right} right, at least {minimum} needed.", fill), one.reached() ? "check" : "cross",
                          one.reached() ? Meaning::ok : Meaning::loss});
  }
}

void TestResultWording::put_dangers() {
  if (result_.most_dangers < 0) return;
  const int chosen = static_cast<int>(result_.dangers.size());
  const bool holds = chosen <= result_.most_dangers;
  std::string words = source_.words.plural("test-result", "{n} answer that would do lasting harm, at most {most} allowed.",
                                           "{n} answers that would do lasting harm, at most {most} allowed.", chosen,
                                           {{"most", std::to_string(result_.most_dangers)}});
  std::string of;
  for (const assessment::CompetencyResult& one : result_.competencies)
    if (std::find(result_.dangers.begin(), result_.dangers.end(), one.competency) != result_.dangers.end())
      of += (of.empty() ? "" : ", ") + name_of(one.competency);
  if (!of.empty()) words += " " + tr("It was about: {competencies}.", {{"competencies", of}});
  const char* icon = !holds ? "cross" : chosen > 0 ? "triangle" : "check";
  out_.parts.push_back({std::move(words), icon, !holds ? Meaning::loss : chosen > 0 ? Meaning::warn : Meaning::ok});
}

void TestResultWording::put_sure() {
  if (!source_.standing.test->certainty) return;
  std::map<model::Id, int> times;
  for (const model::Id& competency : source_.standing.sure_and_wrong)
    ++times[competency];
  for (const assessment::CompetencyResult& one : result_.competencies)
    if (const int n = times[one.competency]; n > 0)
      out_.sure.push_back(n == 1 ? name_of(one.competency)
                                 : tr("{competency}, {n} times", {{"competency", name_of(one.competency)}, {"n", std::to_string(n)}}));
  out_.sure_title = out_.sure.empty() ? "" : tr("Sure, and wrong");
  if (out_.sure.empty() && source_.standing.sure > 0) out_.sure_none = tr("Nothing that you were sure of was wrong.");
}

void TestResultWording::put_rows() {
  out_.rows_title = tr("Right, by competency");
  for (const assessment::CompetencyResult& one : result_.competencies) {
    const int asked = one.of / assessment::whole_worth;
    TestResultRow row{name_of(one.competency),
                      tr("{right} of {asked}", {{"right", std::to_string(one.right)}, {"asked", std::to_string(asked)}})};
    if (asked > 0 && one.right == asked) row.icon = "check", row.meaning = Meaning::ok;
    out_.rows.push_back(std::move(row));
  }
}

// Before the lessons the first of them, afterwards the one that teaches what went worst.
void TestResultWording::put_way() {
  const std::vector<TaughtLesson>& lessons = source_.read.lessons;
  const auto fresh = std::find_if(lessons.begin(), lessons.end(), [](const TaughtLesson& each) { return !each.played; });
  const TaughtLesson* lesson =
      is(assessment::Role::baseline) ? (fresh == lessons.end() ? nullptr : &*fresh) : lesson_for(source_.standing, lessons);
  if (!lesson) return;
  const std::string title = lesson->content->texts(source_.words.language()).of(lesson->content->prepared().scenario.title);
  out_.way = {lesson->id,
              is(assessment::Role::baseline) ? tr("Start: {lesson}", {{"lesson", title}}) : tr("Practise: {lesson}", {{"lesson", title}}),
              !(decides() && passed())};
}

// Who is sure and wrong loses more than who is sure and right wins.
std::string TestResultWording::calibration() const {
  if (!source_.standing.test->certainty || source_.standing.answered == 0) return {};
  const int points = source_.standing.certainty_points, most = static_cast<int>(source_.standing.of) * assessment::most_certainty_points;
  const content::Fill fill{{"points", (points < 0 ? "−" : "") + std::to_string(std::abs(points))}, {"most", std::to_string(most)}};
  return " " +
         tr("How well you judged yourself: {points} of {most}. Right: sure 3, fairly sure 2, a guess 1. Wrong: sure −6, fairly sure −2, a "
            "guess 0.",
            fill);
}

// Three questions of a day: how many were right, where somebody was sure and wrong, and that there are more tomorrow.
void TestResultWording::put_practised() {
  const auto right = [this] {
    int all = 0;
    for (const assessment::CompetencyResult& one : result_.competencies)
      all += one.right;
    return std::to_string(all);
  };
  out_.sat = tr("Practice");
  out_.verdict = tr("{n} of {all} right", {{"n", right()}, {"all", std::to_string(source_.standing.of)}});
  out_.line = tr("It counts nowhere.") + calibration();
  put_sure();
  for (const std::string& each : out_.sure)
    out_.parts.push_back({tr("Sure, and wrong: {competency}", {{"competency", each}}), "triangle", Meaning::warn});
  if (out_.parts.empty()) out_.parts.push_back({out_.sure_none, "check", Meaning::ok});
  out_.hidden =
      out_.sure.empty() ? tr("Tomorrow three more.") : tr("Tomorrow three more. What you were sure of and was wrong comes first.");
}

TestResultState TestResultWording::state() {
  out_.title = source_.title;
  out_.back = tr("Home"), out_.home = tr("Home");
  if (source_.standing.test->drawn > 0) {
    put_practised();
    return std::move(out_);
  }
  out_.sat = sat();
  put_verdict();
  put_way();
  out_.hidden = tr("Which answers were right is never told: the questions are asked again, of you and of others.");
  if (is(assessment::Role::baseline)) return std::move(out_);
  put_next_try();
  put_left();
  out_.provisional = tr("Provisional: nobody of the field has reviewed the questions or set what is needed.");
  put_points();
  if (!is(assessment::Role::delayed)) put_parts();
  put_sure();
  put_rows();
  return std::move(out_);
}

} // namespace

const TaughtLesson* lesson_for(const session::TestStanding& standing, const std::vector<TaughtLesson>& lessons) {
  const TaughtLesson* best = nullptr;
  std::pair<int, int> worst{1001, 0}; // how much was right of it, and how often somebody was sure and wrong
  for (const assessment::CompetencyResult& one : standing.result.competencies) {
    const auto teaches = [&](const TaughtLesson& each) {
      return std::find(each.competencies.begin(), each.competencies.end(), one.competency) != each.competencies.end();
    };
    const auto found = std::find_if(lessons.begin(), lessons.end(), teaches);
    if (found == lessons.end() || one.of == 0) continue;
    const auto sure = std::count(standing.sure_and_wrong.begin(), standing.sure_and_wrong.end(), one.competency);
    const std::pair<int, int> how{one.won * 1000 / one.of, -static_cast<int>(sure)};
    if (how < worst && how.first < 1000) worst = how, best = &*found;
  }
  return best;
}

TestResultState test_result_state(const TestResultSource& source) { return TestResultWording(source).state(); }

} // namespace firsthand::screens
