// The scene's rules half: which acts belong to this picture, and when it is over.
#include "modules/scene/rules.h"

#include "modules/scene/rules_notes.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace firsthand::modules::scene {

namespace {

using session::Action;

template<class Range, class Value> bool contains(const Range& range, const Value& value) {
  return std::find(range.begin(), range.end(), value) != range.end();
}

bool is_outline(const std::vector<int>& shape) { return shape.empty() || (shape.size() % 2 == 0 && shape.size() >= 6); }

void read_area(Place& place, reading::Fields& fields, const reading::ReadContext& context) {
  const auto at = fields.wholes("at", {0, 4096});
  if (at.size() == 4)
    std::copy(at.begin(), at.end(), place.at.begin());
  else
    fields.findings().add("F0821", fields.where("at"));
  place.shape = fields.wholes("shape", {0, 4096}, reading::Need::optional);
  if (!is_outline(place.shape)) fields.findings().add("F0822", fields.where("shape"));
  if (!fields.has("shapes")) return;
  reading::Fields shapes = fields.map("shapes");
  for (const model::Node::Pair& pair : shapes.node().pairs) {
    model::Node name;
    name.where = pair.where;
    place.shapes.emplace_back(context.picture(name, pair.key, fields.findings()), shapes.wholes(pair.key, {0, 4096}));
    if (!is_outline(place.shapes.back().second)) fields.findings().add("F0822", pair.where);
  }
  shapes.finish();
}

std::vector<model::Symbol> all_verbs(const reading::ReadContext& context, const model::Id& entity, model::Symbols& symbols) {
  std::vector<model::Symbol> verbs;
  for (const model::Id& verb : context.verbs_of(entity))
    verbs.push_back(symbols.intern(verb));
  return verbs;
}

// `verbs: []`: it is there, and there is nothing to be done with it in this step.
bool has_no_verbs(reading::Fields& fields) {
  const model::Node* list = fields.any("verbs", reading::Need::optional);
  return list && list->kind == model::Node::Kind::list && list->items.empty();
}

Place read_place(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  Place place;
  place.entity = context.entity(fields, "entity");
  place.symbol = symbols.intern(place.entity);
  read_area(place, fields, context);
  if (!has_no_verbs(fields))
    for (const model::Id& verb : context.verbs(fields, "verbs", place.entity))
      place.verbs.push_back(symbols.intern(verb));
  if (!fields.has("verbs")) place.verbs = all_verbs(context, place.entity, symbols);
  fields.finish();
  return place;
}

// "VERB THING [with OTHER]" or "task PERSON VERB THING"; nothing if this scene lists no such act.
std::optional<Action> act_of(const SceneSpec& spec, const std::string& text, const reading::ReadContext& context, model::Symbols& symbols) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;)
    words.push_back(word);
  Action action;
  const bool task = words.size() == 4 && words[0] == "task";
  if (!task && words.size() != 2 && !(words.size() == 4 && words[2] == "with")) return std::nullopt;
  if (task) action.kind = Action::Kind::task, action.by = symbols.find(words[1]), words.erase(words.begin(), words.begin() + 2);
  action.verb = symbols.find(words[0]);
  action.entity = symbols.find(words[1]);
  const Place* place = spec.place(action.entity);
  if (task && place && contains(spec.helpers, action.by) && contains(context.verbs_of(words[1]), words[0]))
    action.verb = symbols.intern(words[0]);
  else if (task || !place || action.verb == 0 || !contains(place->verbs, action.verb))
    return std::nullopt;
  if (!task && words.size() == 4) action.with = symbols.intern(words[3]);
  return action;
}

// The act names a thing whose model could not be read: that is told where the model is named.
bool of_unread_model(const std::string& act, const model::Scenario& scenario) {
  std::istringstream words(act);
  return std::any_of(std::istream_iterator<std::string>(words), {}, [&](const std::string& word) {
    const model::EntityUse* use = scenario.entity(word);
    return use && scenario.model_of(*use).id.empty();
  });
}

void read_hints(SceneSpec& spec, reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  std::vector<std::pair<std::size_t, Action>> acts;
  spec.hints = fields.texts("hints", reading::Need::optional, 25, [&](std::size_t index, reading::Fields& hint) {
    hint.needs_format_2("act");
    const std::string text = hint.plain("act");
    const auto act = act_of(spec, text, context, symbols);
    if (act)
      acts.emplace_back(index, *act);
    else if (hint.has("act") && !of_unread_model(text, context.scenario()))
      fields.findings().add("F0825", hint.where("act"), {{"act", text}});
  });
  for (auto& [index, act] : acts)
    if (index < spec.hints.size()) spec.advice.push_back({spec.hints[index], act});
}

// Answers need not be listed with the other verbs of who asks, and stand before them.
void place_answers(SceneSpec& spec, const NoteQuestion& question) {
  for (Place& place : spec.places) {
    if (place.symbol != question.by) continue;
    const auto add = [&](model::Symbol verb) {
      if (!contains(place.verbs, verb)) place.verbs.insert(place.verbs.begin(), verb);
    };
    add(question.none), add(question.other);
    for (const NoteAnswer& answer : question.answers)
      add(answer.verb);
  }
}

void read_notes(SceneSpec& spec, reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  std::vector<model::Id> placed;
  for (const Place& place : spec.places)
    placed.push_back(place.entity);
  spec.questions = read_questions(fields, context, symbols, placed);
  for (const NoteQuestion& question : spec.questions)
    place_answers(spec, question);
}

void read_end(SceneSpec& spec, reading::Fields& fields, const reading::ReadContext& context) {
  reading::Fields ends = fields.map("ends");
  spec.by_learner = ends.has("by");
  if (spec.by_learner) ends.word_of("by", {"learner"});
  spec.after = ends.duration("after", base::never);
  spec.has_ends_when = ends.has("when");
  if (spec.has_ends_when) spec.ends_when = context.true_condition(ends, "when");
  ends.finish();
  if (!spec.by_learner && spec.after == base::never) fields.findings().add("F0824", fields.where("ends"));
}

bool is_over(const session::Context& context, const SceneSpec& spec) {
  if (spec.after != base::never && context.world.now - context.entered_at >= spec.after) return true;
  return spec.has_ends_when && context.scene.holds(context.world, spec.ends_when);
}

class SceneModule final : public session::Module {
 public:
  const char* kind() const override { return "scene"; }
  bool acts_in_scene() const override { return true; }
  std::span<const session::Refusal> refusals() const override { return note_refusals(); }
  bool reads_notebook(const session::Spec& spec) const override { return !static_cast<const SceneSpec&>(spec).questions.empty(); }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<SceneSpec>();
    spec->picture = session::read_stage_picture(fields, context, reading::Need::required);
    for (reading::Fields& place : fields.maps("places"))
      spec->places.push_back(read_place(place, context, symbols));
    spec->waits = fields.durations("waits", reading::Need::optional);
    for (const model::Id& helper : context.entity_list(fields, "tasks", {model::EntityKind::person}, reading::Need::optional))
      spec->helpers.push_back(symbols.intern(helper));
    read_notes(*spec, fields, context, symbols);
    spec->goal = fields.text("goal", reading::Need::required, 20);
    read_hints(*spec, fields, context, symbols);
    read_end(*spec, fields, context);
    return spec;
  }

  session::StepState begin(const session::Context&) const override { return {}; }

  std::optional<session::Refused> decide(const session::Context& context, const Action& action,
                                         session::Decision& decision) const override {
    const auto& spec = static_cast<const SceneSpec&>(context.spec);
    simulation::Command command;
    command.verb = action.verb;
    command.entity = action.entity;
    command.with = action.with;
    if (action.kind == Action::Kind::wait) {
      if (!contains(spec.waits, action.seconds)) return session::Refused{"bad-wait"};
      command.kind = simulation::Command::Kind::wait;
      command.seconds = action.seconds;
    } else if (action.kind == Action::Kind::task) {
      if (!contains(spec.helpers, action.by) || !spec.place(action.entity)) return session::Refused{"not-here"};
      command.kind = simulation::Command::Kind::task;
      command.by = action.by;
    } else {
      const Place* place = spec.place(action.entity);
      if (!place || !contains(place->verbs, action.verb)) return session::Refused{"not-here"};
      if (const NoteQuestion* question = spec.question(action.entity, action.verb)) {
        if (auto refused = refused_answer(*question, action, *context.noted)) return refused;
      } else if (!action.values.empty()) {
        return session::Refused{"no-such-option"};
      }
    }
    decision.command = command;
    return std::nullopt;
  }

  session::Offers offers(const session::Context& context) const override {
    const auto& spec = static_cast<const SceneSpec&>(context.spec);
    session::Offers offers;
    for (const simulation::Offer& offer : context.scene.offers(context.world.seen))
      add(context, spec, offer, offers);
    for (const NoteQuestion& question : spec.questions)
      add_answers(context, question, offers);
    for (const base::Seconds seconds : spec.waits) {
      Action action;
      action.kind = Action::Kind::wait;
      action.seconds = seconds;
      offers.actions.push_back(std::move(action));
    }
    return offers;
  }

  const char* wants() const override { return "its own end first"; }
  session::Leaving leaving(const session::Context& context) const override {
    const auto& spec = static_cast<const SceneSpec&>(context.spec);
    if (is_over(context, spec)) return session::Leaving::must;
    return spec.by_learner ? session::Leaving::may : session::Leaving::not_yet;
  }

  std::optional<session::NotedLine> read_out(const session::Spec& spec, const Action& action) const override {
    const NoteQuestion* question = static_cast<const SceneSpec&>(spec).question(action.entity, action.verb);
    return question && question->takes_line(action.verb) ? line_of(*question, action) : std::nullopt;
  }

  std::vector<session::ListedAct> listed_acts(const session::Spec& base) const override {
    std::vector<session::ListedAct> all;
    for (const Place& place : static_cast<const SceneSpec&>(base).places)
      for (const model::Symbol verb : place.verbs)
        all.push_back({place.symbol, verb});
    return all;
  }

  std::vector<session::Advice> advice(const session::Spec& spec) const override { return static_cast<const SceneSpec&>(spec).advice; }
  const session::StagePicture* picture(const session::Spec& spec) const override { return &static_cast<const SceneSpec&>(spec).picture; }

  void on_screen(const session::Spec& spec, const std::function<void(const model::Text&)>& visit) const override {
    visit(static_cast<const SceneSpec&>(spec).goal); // hints are asked for
  }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const SceneSpec&>(base);
    visit(spec.goal);
    for (const model::Text& hint : spec.hints)
      visit(hint);
  }

 private:
  static void add(const session::Context& context, const SceneSpec& spec, const simulation::Offer& offer, session::Offers& offers) {
    const Place* place = spec.place(offer.entity);
    if (!place) return;
    Action action;
    action.verb = offer.verb;
    action.entity = offer.entity;
    action.with = offer.with;
    if (offer.by != 0) {
      if (!contains(spec.helpers, offer.by)) return;
      action.kind = Action::Kind::task;
      action.by = offer.by;
    } else {
      const NoteQuestion* question = spec.question(offer.entity, offer.verb);
      if (!contains(place->verbs, offer.verb) || (question && question->takes_line(offer.verb))) return;
      action.step = context.step;
    }
    offers.actions.push_back(std::move(action));
  }

  static void add_answers(const session::Context& context, const NoteQuestion& question, session::Offers& offers) {
    for (session::Action& answer : answers_offered(question, context.step, *context.noted)) {
      simulation::Command command;
      command.verb = answer.verb;
      command.entity = answer.entity;
      if (context.scene.offered(context.world.seen, command)) offers.actions.push_back(std::move(answer));
    }
  }
};

} // namespace

const Place* SceneSpec::place(model::Symbol entity) const {
  for (const Place& candidate : places)
    if (candidate.symbol == entity) return &candidate;
  return nullptr;
}

const NoteQuestion* SceneSpec::question(model::Symbol person, model::Symbol verb) const {
  for (const NoteQuestion& each : questions)
    if (each.by == person && (each.none == verb || each.takes_line(verb))) return &each;
  return nullptr;
}

bool is_same(const model::Condition& a, const model::Condition& b) {
  return a.kind == b.kind && a.path == b.path && a.compare == b.compare && a.values == b.values && a.quanta == b.quanta &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), is_same);
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<SceneModule>(); }

} // namespace firsthand::modules::scene
