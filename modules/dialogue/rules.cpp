// The dialogue's rules half: passes a topic on as a command, counts, and lets nobody be trapped in a talk.
#include "modules/dialogue/rules.h"

#include <algorithm>

namespace firsthand::modules::dialogue {

namespace {

std::optional<std::size_t> topic_index(const DialogueSpec& spec, model::Symbol verb) {
  const auto found = std::find(spec.topic_symbols.begin(), spec.topic_symbols.end(), verb);
  if (found == spec.topic_symbols.end()) return std::nullopt;
  return static_cast<std::size_t>(found - spec.topic_symbols.begin());
}

simulation::Command command_of(const DialogueSpec& spec, model::Symbol topic) {
  simulation::Command command;
  command.verb = topic;
  command.entity = spec.person;
  return command;
}

class DialogueModule final : public session::Module {
 public:
  const char* kind() const override { return "dialogue"; }
  bool acts_in_scene() const override { return true; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<DialogueSpec>();
    spec->with = context.entity(fields, "with", {model::EntityKind::person});
    spec->person = symbols.intern(spec->with);
    spec->opening = fields.text("opening", reading::Need::required, 25);
    spec->topics = context.verbs(fields, "topics", spec->with, reading::Need::required);
    for (const model::Id& topic : spec->topics)
      spec->topic_symbols.push_back(symbols.intern(topic));
    spec->ask_at_least = fields.whole("ask-at-least", {0, 7}, 0);
    spec->picture = session::read_stage_picture(fields, context, reading::Need::optional);
    return spec;
  }

  session::StepState begin(const session::Context& context) const override {
    const auto& spec = static_cast<const DialogueSpec&>(context.spec);
    return {std::vector<std::int32_t>(spec.topics.size(), 0)};
  }

  std::optional<session::Refused> decide(const session::Context& context, const session::Action& action,
                                         session::Decision& decision) const override {
    const auto& spec = static_cast<const DialogueSpec&>(context.spec);
    const auto topic = topic_index(spec, action.verb);
    if (action.kind != session::Action::Kind::act || action.entity != spec.person || !topic) return session::Refused{"not-here"};
    if (!action.values.empty()) return session::Refused{"no-such-option"};
    decision.state.slots[*topic] += 1;
    decision.command = command_of(spec, action.verb);
    decision.command->with = action.with;
    return std::nullopt;
  }

  session::Offers offers(const session::Context& context) const override {
    const auto& spec = static_cast<const DialogueSpec&>(context.spec);
    session::Offers offers;
    for (const model::Symbol topic : spec.topic_symbols) {
      if (!context.scene.offered(context.world.seen, command_of(spec, topic))) continue;
      session::Action action;
      action.step = context.step;
      action.verb = topic;
      action.entity = spec.person;
      offers.actions.push_back(std::move(action));
    }
    return offers;
  }

  const char* wants() const override { return "more questions first"; }
  session::Leaving leaving(const session::Context& context) const override {
    const auto& spec = static_cast<const DialogueSpec&>(context.spec);
    const auto asked = std::count_if(context.state.slots.begin(), context.state.slots.end(), [](int n) { return n > 0; });
    if (asked >= spec.ask_at_least) return session::Leaving::may;
    return offers(context).actions.empty() ? session::Leaving::may : session::Leaving::not_yet;
  }

  std::vector<session::ListedAct> listed_acts(const session::Spec& base) const override {
    const auto& spec = static_cast<const DialogueSpec&>(base);
    std::vector<session::ListedAct> all;
    for (const model::Symbol topic : spec.topic_symbols)
      all.push_back({spec.person, topic});
    return all;
  }

  const session::StagePicture* picture(const session::Spec& spec) const override { return &static_cast<const DialogueSpec&>(spec).picture; }

  void texts(const session::Spec& spec, const std::function<void(const model::Text&)>& visit) const override {
    visit(static_cast<const DialogueSpec&>(spec).opening);
  }
};

} // namespace

int times_asked(const session::StepState& state, std::size_t topic) { return state.slots[topic]; }

std::unique_ptr<const session::Module> make_module() { return std::make_unique<DialogueModule>(); }

} // namespace firsthand::modules::dialogue
