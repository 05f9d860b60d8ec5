// The room's door: questions and commands by symbols, answered from the compiled machine. No rule of time or order here.
#include "engine/simulation/compiler.h"
#include "engine/simulation/inspect.h"
#include "engine/simulation/offers.h"
#include "engine/simulation/run.h"

#include <algorithm>
#include <cassert>

namespace firsthand::simulation {

namespace {

const Member* member_by_symbol(const std::vector<std::pair<Symbol, Member>>& members, Symbol name, MemberKind kind) {
  for (const auto& [known, member] : members)
    if (known == name && member.kind == kind) return &member;
  return nullptr;
}

const Member* truth_of(const Machine& machine, Symbol entity, Symbol name, MemberKind kind) {
  const std::uint16_t index = machine.entity_index(entity);
  return index == 0 ? nullptr : member_by_symbol(machine.entities[index - 1u].by_symbol, name, kind);
}

const Member* seen_of(const Machine& machine, Symbol entity, Symbol name, MemberKind kind) {
  const std::uint16_t index = machine.entity_index(entity);
  return index == 0 ? nullptr : member_by_symbol(machine.entities[index - 1u].seen_by_symbol, name, kind);
}

std::uint16_t custody_of(const Machine& machine, Symbol entity) {
  const std::uint16_t index = machine.entity_index(entity);
  return index == 0 ? no_slot : machine.entities[index - 1u].custody;
}

std::shared_ptr<const CompiledGuard> compile_guard(const Machine& machine, const model::Condition& condition, std::uint16_t entity,
                                                   Reading reading) {
  auto code = std::make_shared<CompiledGuard>();
  code->entry = ConditionCompiler(machine, code->program).compile(condition, entity, reading);
  return code;
}

} // namespace

base::Code refusal_code(Refusal refusal) {
  switch (refusal) {
  case Refusal::none:
    break;
  case Refusal::unknown_verb:
    return "unknown-verb";
  case Refusal::unknown_entity:
    return "unknown-entity";
  case Refusal::not_offered:
    return "not-offered";
  case Refusal::needs_instrument:
    return "needs-instrument";
  case Refusal::not_a_task:
    return "not-a-task";
  case Refusal::busy:
    return "busy";
  case Refusal::bad_wait:
    return "bad-wait";
  case Refusal::hands_bound:
    return "hands-bound";
  }
  assert(false && "nothing was refused");
  return "not-offered";
}

base::Result<Scene> Scene::prepare(const model::Scenario& scenario, model::Symbols& symbols) {
  Compiler compiler(scenario, symbols);
  FH_TRY(machine, compiler.compile());
  Scene scene;
  scene.machine_ = std::move(machine);
  return scene;
}

World Scene::begin(const Seed& seed, const std::vector<FixedDraw>& fixed_draws, model::FactSink& sink) const {
  World world;
  world.seed = seed;
  Run(*machine_, world, sink).begin(fixed_draws);
  return world;
}

Refusal Scene::apply(World& world, const Command& command, model::FactSink& sink) const {
  const VerbCode* verb = nullptr;
  Scope scope;
  const Refusal refusal = check_command(*machine_, world.seen, command, verb, scope);
  if (refusal != Refusal::none) return refusal;
  Run run(*machine_, world, sink);
  if (!verb)
    run.wait(command.seconds);
  else
    run.act(*verb, scope, command.kind == Command::Kind::task ? command.by : machine_->learner_word);
  return Refusal::none;
}

void Scene::pass(World& world, base::Seconds seconds, model::FactSink& sink) const {
  Run(*machine_, world, sink).pass(std::max(seconds, 0));
}

std::vector<Offer> Scene::offers(const Seen& seen) const { return all_offers(*machine_, seen); }

bool Scene::offered(const Seen& seen, const Command& command) const {
  const VerbCode* verb = nullptr;
  Scope scope;
  return check_command(*machine_, seen, command, verb, scope) == Refusal::none;
}

Symbol Scene::seen_value(const Seen& seen, Symbol entity, Symbol cue) const {
  const Member* member = seen_of(*machine_, entity, cue, MemberKind::cue);
  if (!member || seen.cues[member->slot] == 0 || machine_->cues[member->slot].gauge != no_slot) return 0;
  return machine_->words[machine_->cues[member->slot].words + static_cast<std::uint32_t>(seen.cues[member->slot]) - 1];
}

std::optional<std::int32_t> Scene::seen_number(const Seen& seen, Symbol entity, Symbol cue) const {
  const Member* member = seen_of(*machine_, entity, cue, MemberKind::cue);
  if (!member || seen.cues[member->slot] == 0 || machine_->cues[member->slot].gauge == no_slot) return std::nullopt;
  return seen.cues[member->slot] - 1;
}

base::Seconds Scene::seen_at(const Seen& seen, Symbol entity, Symbol cue) const {
  const Member* member = seen_of(*machine_, entity, cue, MemberKind::cue);
  return member ? seen.seen_at[member->slot] : base::never;
}

Symbol Scene::seen_relation(const Seen& seen, Symbol entity, Symbol relation) const {
  const Member* member = seen_of(*machine_, entity, relation, MemberKind::seen_relation);
  if (!member || seen.relations[member->slot] == 0) return 0;
  return machine_->word_of_entity(seen.relations[member->slot]);
}

Symbol Scene::seen_custodian(const Seen& seen, Symbol entity) const {
  const std::uint16_t slot = custody_of(*machine_, entity), shown = slot == no_slot ? no_slot : machine_->relations[slot].seen;
  return shown == no_slot || seen.relations[shown] == 0 ? Symbol{0} : machine_->word_of_entity(seen.relations[shown]);
}

Guard Scene::guard(const model::Condition& condition) const { return Guard(compile_guard(*machine_, condition, 0, Reading::truth)); }

Guard Scene::seen_guard(Symbol entity, const model::Condition& condition) const {
  return Guard(compile_guard(*machine_, condition, machine_->entity_index(entity), Reading::seen));
}

bool Scene::holds(const World& world, const Guard& given) const {
  return !given.code_ || entry_holds(given.code_->program, given.code_->entry, world);
}

bool Scene::seen_holds(const Seen& seen, const Guard& given) const {
  return !given.code_ || entry_holds(given.code_->program, given.code_->entry, seen);
}

bool Scene::holds(const World& world, const model::Condition& condition) const { return holds(world, guard(condition)); }

bool Scene::seen_holds(const Seen& seen, Symbol entity, const model::Condition& condition) const {
  return seen_holds(seen, seen_guard(entity, condition));
}

Symbol Scene::value(const World& world, Symbol entity, Symbol variable) const {
  if (const Member* member = truth_of(*machine_, entity, variable, MemberKind::value))
    return machine_->word_of_value(member->slot, world.values[member->slot]);
  if (const Member* member = truth_of(*machine_, entity, variable, MemberKind::relation))
    return machine_->word_of_entity(world.relations[member->slot]);
  return 0;
}

std::int64_t Scene::gauge(const World& world, Symbol entity, Symbol gauge) const {
  const Member* member = truth_of(*machine_, entity, gauge, MemberKind::gauge);
  return member ? world.gauges[member->slot] / machine_->gauges[member->slot].shown_unit : 0;
}

std::vector<ItemState> Scene::items(const World& world) const {
  std::vector<ItemState> all;
  for (std::size_t i = 0; i < machine_->items.size(); ++i) {
    const ItemCode& code = machine_->items[i];
    if (code.quiet) continue;
    ItemState item{code.entity, code.item, code.kind, code.value};
    item.alive = (world.items[i] & 1) != 0;
    item.open = (world.items[i] & 2) != 0;
    item.secured = (world.items[i] & 4) != 0;
    item.key_secured = code.key != no_slot && (world.items[code.key] & 4) != 0;
    item.in_custody = code.custody != no_slot && world.relations[code.custody] != 0;
    all.push_back(item);
  }
  return all;
}

Symbol Scene::custodian(const World& world, Symbol entity) const {
  const std::uint16_t slot = custody_of(*machine_, entity), holder = slot == no_slot ? std::uint16_t{0} : world.relations[slot];
  return holder == 0 ? Symbol{0} : machine_->word_of_entity(holder);
}

// The earliest second in which something may happen by itself: a timer, or an amount that crosses a threshold.
base::Seconds Scene::next_due(const World& world) const {
  base::Seconds first = base::never;
  const auto consider = [&](base::Seconds due) {
    if (due != base::never && (first == base::never || due < first)) first = due;
  };
  for (const base::Seconds due : world.timers)
    consider(due);
  for (const std::uint16_t gauge : machine_->nodes.rates)
    consider(later(world.now, next_crossing(*machine_, world, gauge)));
  return first;
}

bool Scene::holds(const World& world, Symbol entity, const model::Condition& condition) const {
  return holds(world, Guard(compile_guard(*machine_, condition, machine_->entity_index(entity), Reading::truth)));
}

std::vector<GaugeState> Scene::gauges(const World& world) const { return gauge_states(*machine_, world); }
std::vector<TimerState> Scene::timers(const World& world) const { return timer_states(*machine_, world); }
std::vector<DrawState> Scene::draws(const World& world) const { return draw_states(*machine_, world); }

void Scene::digest(const World& world, crypto::Sha256& hash) const { digest_world(world, hash); }

std::vector<Scene::VerbEffect> Scene::verb_effects() const { return effects_of_verbs(*machine_); }

} // namespace firsthand::simulation
