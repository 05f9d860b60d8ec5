// The scene's rules half: which acts belong to this picture, and when it is over.
#include "modules/scene/rules.h"

#include <algorithm>

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

Place read_place(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  Place place;
  place.entity = context.entity(fields, "entity");
  place.symbol = symbols.intern(place.entity);
  read_area(place, fields, context);
  for (const model::Id& verb : context.verbs(fields, "verbs", place.entity))
    place.verbs.push_back(symbols.intern(verb));
  if (!fields.has("verbs")) place.verbs = all_verbs(context, place.entity, symbols);
  fields.finish();
  return place;
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

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<SceneSpec>();
    spec->picture = session::read_stage_picture(fields, context, reading::Need::required);
    for (reading::Fields& place : fields.maps("places"))
      spec->places.push_back(read_place(place, context, symbols));
    spec->waits = fields.durations("waits", reading::Need::optional);
    for (const model::Id& helper : context.entity_list(fields, "tasks", {model::EntityKind::person}, reading::Need::optional))
      spec->helpers.push_back(symbols.intern(helper));
    spec->goal = fields.text("goal", reading::Need::required, 20);
    spec->hints = fields.texts("hints", reading::Need::optional, 25);
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
      if (!action.values.empty()) return session::Refused{"no-such-option"};
    }
    decision.command = command;
    return std::nullopt;
  }

  session::Offers offers(const session::Context& context) const override {
    const auto& spec = static_cast<const SceneSpec&>(context.spec);
    session::Offers offers;
    for (const simulation::Offer& offer : context.scene.offers(context.world.seen))
      add(context, spec, offer, offers);
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
      if (!contains(place->verbs, offer.verb)) return;
      action.step = context.step;
    }
    offers.actions.push_back(std::move(action));
  }
};

} // namespace

const Place* SceneSpec::place(model::Symbol entity) const {
  for (const Place& candidate : places)
    if (candidate.symbol == entity) return &candidate;
  return nullptr;
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<SceneModule>(); }

} // namespace firsthand::modules::scene
