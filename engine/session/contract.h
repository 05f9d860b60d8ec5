// What a kind of step must answer: the rules half of a module. A module reads its parameters, decides on an action, offers
// what could be done, and grades. It never changes the world: it asks for a command, and the session applies it. It sees
// the truth (World) only to grade and to let nobody through who may not pass; its view sees Seen.
// A module keeps its running state in a few integers, so that every state can be copied, compared, digested and replayed.
#pragma once

#include "engine/assessment/pass.h"
#include "engine/judging/judging.h"
#include "engine/model/item.h"
#include "engine/reading/steps.h"
#include "engine/session/action.h"
#include "engine/session/noted.h"
#include "engine/simulation/simulation.h"

#include <memory>
#include <optional>
#include <span>

namespace firsthand::session {

// What the author wrote for one step, read and checked. Each module derives its own.
struct Spec {
  virtual ~Spec() = default;
};

// The step as it runs. The module alone knows what the numbers mean; the session copies, compares and digests them.
struct StepState {
  std::vector<std::int32_t> slots;
  friend bool operator==(const StepState&, const StepState&) = default;
};

enum class Mode : std::uint8_t { practice, assessed };

// What one attempt at a test asks. Chosen before it begins and sealed with its first entry; read from there, never chosen again.
struct PaperItem {
  std::string item, version;        // of a bank: "c06-bag", "1a2b3c4d"
  std::vector<std::string> options; // ids, as they are shown
  friend bool operator==(const PaperItem&, const PaperItem&) = default;
};
using Paper = std::vector<PaperItem>;

// How a test stands, or what it came to. Never which answer was right.
struct TestStanding {
  const model::Test* test = nullptr;
  std::size_t at = 0, of = 0, answered = 0; // the question that is open, of how many
  assessment::TestResult result;
  std::size_t sure = 0;                  // answers that somebody was sure of
  std::vector<model::Id> sure_and_wrong; // the competency of each answer that somebody was sure of and that has no points
  int certainty_points = 0;              // see assessment::certainty_points, of all answers
};

// All that a module may know when it is asked something.
struct Context {
  const model::Scenario& scenario;
  const model::Symbols& symbols;
  const simulation::Scene& scene;
  const simulation::World& world;
  const judging::Judgements& judgements;
  const Spec& spec;
  const StepState& state;
  Symbol step = 0;
  base::Seconds entered_at = 0;
  Mode mode = Mode::practice;
  std::span<const PaperItem> paper = {}; // of a test
  const NotedLines* noted = nullptr;     // of a step that reads the notebook
};

// A reason of a kind's own for refusing. What several kinds refuse with stands in engine/base/codes.def.
struct Refusal {
  const char* code;     // stable: plays expect it
  const char* sentence; // for a learner, in English
};

// Why an action is not accepted. Nothing changes, no time passes.
struct Refused {
  Refused(base::Code why) : code(why.text()) {}
  Refused(const Refusal& why) : code(why.code), sentence(why.sentence) {}
  std::string code;     // "not-offered", "step-not-open", "no-such-option" …
  std::string sentence; // of a kind's own reason; else content::Words knows it
};

// What follows from an action that is accepted.
struct Decision {
  StepState state;
  std::optional<simulation::Command> command; // applied by the session before `facts`
  std::vector<model::Fact> facts;             // answered, module facts; `at`, `by`, `batch` are filled by the session
};

enum class Leaving : std::uint8_t { not_yet, may, must }; // may: "go on" is accepted; must: the step ends at once

struct Offers {
  std::vector<Action> actions; // besides notes and "go on", which the session offers itself; of very many some
};

// What xAPI calls the interaction of a graded step.
enum class Interaction : std::uint8_t {
  other,
  true_false,
  choice,
  fill_in,
  long_fill_in,
  matching,
  performance,
  sequencing,
  likert,
  numeric
};

// Part of an answer, by ids as they stand in an `answered` fact: what was picked, and for what, where there are several places.
struct Pick {
  std::string to, from;
  friend bool operator==(const Pick&, const Pick&) = default;
};
using Answer = std::vector<Pick>;

// What was written into one place of a form, and what would have been right there as things stood. The content's texts.
struct Entry {
  const model::Text* place = nullptr;
  const model::Text* written = nullptr;
  std::vector<const model::Text*> right; // none: nothing that could be written there
};

// What `check` and `prove` ask of a step besides: what of it can ever come up, and what it gives away.
struct Advice { // a hint that names the act which it leads to
  model::Text hint;
  Action act;
};
struct OptionList { // one question of the step, as the author wrote it
  struct Option {
    model::Text text;
    bool right = false;
  };
  std::vector<Option> options;
};
struct ListedAct { // an act that the step lists, whether it is offered now or not
  Symbol entity = 0, verb = 0;
  friend auto operator<=>(const ListedAct&, const ListedAct&) = default;
};
struct Unanswerable { // a part of a step, as a finding names it: "box/state"
  std::string path;
  model::Where where;
};
struct StagePicture; // engine/session/stage_picture.h

class Module {
 public:
  virtual ~Module() = default;
  virtual const char* kind() const = 0; // as the author writes it
  // Can the learner act in the scene in it? What was to be done there is due when the last such step is left.
  virtual bool acts_in_scene() const { return false; }
  // Does the step ask for lines of the notebook? Then the attempt keeps them (Context::noted).
  virtual bool reads_notebook(const Spec&) const { return false; }
  virtual std::span<const Refusal> refusals() const { return {}; }
  virtual std::span<const Module* const> hosts() const { return {}; } // kinds that it lets ask; it refuses with theirs as well

  // Reads the step's own keys from `fields` (id, kind, title, only-if, then, costs, points are the session's), adds
  // findings there, interns every word an action may use. Never null: after findings the result is not used.
  virtual std::shared_ptr<const Spec> read(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) const = 0;
  // Of a kind that is a test: its test, what a form of it asks, shuffled by the seed, and how it stands.
  virtual const model::Test* test(const Spec& spec) const {
    (void)spec;
    return nullptr;
  }
  virtual Paper paper(const Spec& spec, std::size_t form, const simulation::Seed& seed) const {
    (void)spec, (void)form, (void)seed;
    return {};
  }
  virtual std::optional<TestStanding> test_standing(const Context& context) const {
    (void)context;
    return std::nullopt;
  }
  // The act that hands the step in as it stands, whatever is not answered yet; nothing: no act does that.
  virtual std::optional<Action> handing_in(const Context& context) const {
    (void)context;
    return std::nullopt;
  }
  // A question of a bank as this kind asks it, one try; null if the kind does not ask such.
  virtual std::shared_ptr<const Spec> ask(const model::Item& item, const model::Doctrine& doctrine, model::Symbols& symbols) const {
    (void)item, (void)doctrine, (void)symbols;
    return nullptr;
  }

  virtual StepState begin(const Context& context) const = 0;
  virtual std::optional<Refused> decide(const Context& context, const Action& action, Decision& decision) const = 0;
  virtual Offers offers(const Context& context) const = 0;
  // An answer is a row of any length: what has one part less, or the same part twice, is an answer as well.
  virtual bool answers_in_rows() const { return false; }
  virtual Leaving leaving(const Context& context) const = 0;
  // For authors: what the step waits for while it may not be left, after "which wants".
  virtual const char* wants() const { return "something done first"; }
  virtual std::optional<int> grade(const Context& context) const {
    (void)context;
    return std::nullopt;
  } // per mille

  // Of a step that alone decides whether the attempt is passed: a test with a cut of its own. As it stands.
  virtual std::optional<bool> passes(const Context& context) const {
    (void)context;
    return std::nullopt;
  }
  // The ids of what is picked, in a question where single things are.
  virtual std::vector<model::Id> picked(const Spec& spec, const StepState& state) const {
    (void)spec, (void)state;
    return {};
  }

  // For reports. `answered`: how right the part of an answer is that this fact of kind `answered` tells, per mille; nothing
  // where a part is neither right nor wrong. `right_answers`: all of them, as long as they can be counted off.
  virtual Interaction interaction() const { return Interaction::other; }
  virtual std::optional<int> answered(const model::Fact& fact) const {
    (void)fact;
    return std::nullopt;
  }
  // Why that part of an answer is not right, in the author's words; null if it is right, or nobody says.
  virtual const model::Text* reason(const Spec& spec, const model::Fact& fact) const {
    (void)spec, (void)fact;
    return nullptr;
  }
  virtual std::vector<Answer> right_answers(const Spec& spec) const {
    (void)spec;
    return {};
  }

  // Does the fact say that what was written here was handed in? Who hands in nothing wrote nothing right.
  virtual bool hands_in(const Spec& spec, const model::Fact& fact) const {
    (void)spec, (void)fact;
    return false;
  }
  // What `fact` of this step finds fault with, if that is something written. `context`: just after that fact.
  virtual std::optional<Entry> entry(const Context& context, const model::Fact& fact) const {
    (void)context, (void)fact;
    return std::nullopt;
  }

  // Of a step that reads the notebook: which line of it the act reads out.
  virtual std::optional<NotedLine> read_out(const Spec& spec, const Action& action) const {
    (void)spec, (void)action;
    return std::nullopt;
  }

  virtual std::vector<ListedAct> listed_acts(const Spec&) const { return {}; }
  virtual std::vector<Advice> advice(const Spec&) const { return {}; }
  virtual std::vector<OptionList> option_lists(const Spec&) const { return {}; }
  virtual const StagePicture* picture(const Spec&) const { return nullptr; }
  // What must be answered here and now, and has no answer that would be right.
  virtual std::vector<Unanswerable> unanswerable(const Context&) const { return {}; }
  // The texts that stand on one screen before anything was done; else all that the step has.
  virtual void on_screen(const Spec& spec, const std::function<void(const model::Text&)>& visit) const { texts(spec, visit); }

  // Every text that a learner can read in this step, for word counts, fonts and translation.
  virtual void texts(const Spec& spec, const std::function<void(const model::Text&)>& visit) const = 0;
};

// The modules that a program has: an explicit list, made in modules/catalogue.cpp.
class Catalogue {
 public:
  explicit Catalogue(std::vector<std::unique_ptr<const Module>> modules) : modules_(std::move(modules)) {}
  const Module* find(std::string_view kind) const {
    for (const auto& module : modules_)
      if (kind == module->kind()) return module.get();
    return nullptr;
  }
  const std::vector<std::unique_ptr<const Module>>& all() const { return modules_; }

 private:
  std::vector<std::unique_ptr<const Module>> modules_;
};

} // namespace firsthand::session
