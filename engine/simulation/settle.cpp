// After each change: derived values follow, reactions fire in declaration order until nothing moves, then losses are noted,
// timers armed and dropped, rates chosen, and what is seen at a glance is seen. A reaction whose condition failed again
// before its turn does not fire.
#include "engine/simulation/run.h"

#include <bit>

namespace firsthand::simulation {

namespace {
constexpr std::uint8_t item_alive = 1, item_open = 2, item_secured = 4;
}

Run::Run(const Machine& machine, World& world, model::FactSink& sink)
    : machine_(machine), world_(world), sink_(sink), node_words_(machine.nodes.words), event_words_(machine.event_words),
      item_words_(machine.item_words) {
  for (std::size_t i = 0; i < node_words_; ++i)
    dirty_[i] = 0;
  for (std::size_t i = 0; i < event_words_; ++i)
    pending_[i] = restarted_[i] = 0;
  for (std::size_t i = 0; i < item_words_; ++i)
    items_[i] = 0;
}

void Run::emit(model::FactKind kind, Symbol entity, Symbol name, Symbol from, Symbol to, std::int64_t amount) {
  model::Fact fact;
  fact.kind = kind;
  fact.batch = world_.batch;
  fact.at = world_.now;
  fact.entity = entity;
  fact.name = name;
  fact.from = from;
  fact.to = to;
  fact.by = cause_.by;
  fact.cause = cause_.name;
  fact.origin = cause_.origin;
  fact.origin_at = cause_.origin_at;
  fact.amount = amount;
  sink_.add(fact);
}

void Run::settle() {
  const Cause root = cause_;
  refresh();
  for (std::size_t word = 0; word < event_words_;) {
    if (pending_[word] == 0) {
      ++word;
      continue;
    }
    const auto bit = static_cast<std::size_t>(std::countr_zero(pending_[word]));
    pending_[word] &= pending_[word] - 1;
    if (++fired_ > most_firings_a_second) {
      drop_storm();
      break;
    }
    react(static_cast<std::uint16_t>(word * 64 + bit));
    cause_ = {root.by, root.name, root.origin, root.origin_at, root.head};
    word = 0;
  }
  note_items();
  cause_ = root;
  refresh_late();
}

void Run::react(std::uint16_t event) {
  const EventCode& code = machine_.events[event];
  if (code.trigger == model::Trigger::when && world_.truths[event] == 0) return;
  const ImmediateCause trigger = triggers_[event];
  cause_.by = trigger.by;
  cause_.name = trigger.name;
  if (fire(event)) refresh();
}

// The event fact names what triggered it; what the event does names the event.
bool Run::fire(std::uint16_t event) {
  const EventCode& code = machine_.events[event];
  const Scope scope = scope_of(code);
  if (!holds(code.only_if, scope)) return false;
  if (code.person != 0) cause_.by = code.person;
  if (code.draw != no_slot) {
    const std::uint32_t outcome = draw(code.draw);
    if (!machine_.odds[machine_.draws[code.draw].first + outcome].happens) return false;
  }
  emit(model::FactKind::event, code.entity, code.name);
  cause_.name = code.name;
  apply(code.effects, scope);
  if (code.effects.first_reveal == code.effects.last_reveal) return true;
  refresh();
  reveal_all(code.effects, scope);
  return true;
}

void Run::await(std::uint16_t event) {
  std::uint64_t& word = pending_[event / 64];
  const std::uint64_t bit = std::uint64_t{1} << (event % 64);
  if ((word & bit) != 0) return;
  word |= bit;
  triggers_[event] = {cause_.by, cause_.name};
}

// One sweep is enough: a derived value only marks nodes behind itself. Whatever a circle marks before itself is left, so
// that none can turn for ever.
void Run::refresh() {
  const std::size_t end = machine_.nodes.timers_at;
  for (std::size_t word = 0; word * 64 < end; ++word) {
    const std::size_t rest = end - word * 64;
    const std::uint64_t early = rest >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << rest) - 1;
    std::uint64_t ahead = early;
    while ((dirty_[word] & ahead) != 0) {
      const std::uint64_t marked = dirty_[word] & ahead;
      const std::uint64_t lowest = marked & (~marked + 1);
      ahead = early & ~(lowest | (lowest - 1));
      refresh_early(word * 64 + static_cast<std::size_t>(std::countr_zero(marked)));
    }
    dirty_[word] &= ~early;
  }
}

void Run::refresh_early(std::size_t node) {
  const Nodes& nodes = machine_.nodes;
  if (node < nodes.items_at)
    derive(nodes.derived[node]);
  else if (node < nodes.whens_at)
    look_at_item(node - nodes.items_at);
  else
    look_at_when(nodes.whens[node - nodes.whens_at]);
}

void Run::derive(const DerivedCode& code) {
  std::uint8_t value = code.otherwise;
  for (std::uint32_t i = code.first; i < code.last; ++i) {
    if (!holds(machine_.cases[i].entry)) continue;
    value = static_cast<std::uint8_t>(machine_.cases[i].value);
    break;
  }
  set_value(code.slot, value);
}

void Run::look_at_when(std::uint16_t event) {
  const std::uint8_t truth = holds(machine_.events[event].entry) ? 1 : 0;
  if (truth == world_.truths[event]) return;
  world_.truths[event] = truth;
  if (truth != 0)
    await(event);
  else
    pending_[event / 64] &= ~(std::uint64_t{1} << (event % 64));
}

namespace {

std::uint8_t item_now(const Machine& machine, const World& world, std::size_t item) {
  const ItemCode& code = machine.items[item];
  const std::uint8_t before = world.items[item];
  const bool secured = (before & item_secured) != 0;
  const bool lives = (before & item_alive) != 0 && (secured || entry_holds(machine.program, code.lives, world));
  const bool open = lives && entry_holds(machine.program, code.open, world);
  return static_cast<std::uint8_t>((lives ? item_alive : 0) | (open ? item_open : 0) | (before & item_secured));
}

} // namespace

// Who made it change is known only now; whether it stays changed only when all stands still.
void Run::look_at_item(std::size_t item) {
  const std::uint64_t bit = std::uint64_t{1} << (item % 64);
  std::uint64_t& word = items_[item / 64];
  if (item_now(machine_, world_, item) == world_.items[item]) {
    word &= ~bit;
  } else if ((word & bit) == 0) {
    word |= bit;
    item_causes_[item] = {cause_.by, cause_.name};
  }
}

void Run::note_items() {
  for (std::size_t word = 0; word < item_words_; ++word)
    while (items_[word] != 0) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(items_[word]));
      items_[word] &= items_[word] - 1;
      note_item(word * 64 + bit);
    }
}

void Run::note_item(std::size_t item) {
  const ItemCode& code = machine_.items[item];
  const std::uint8_t before = world_.items[item], after = item_now(machine_, world_, item);
  world_.items[item] = after;
  if (code.quiet || before == after) return;
  cause_.by = item_causes_[item].by;
  cause_.name = item_causes_[item].name;
  const std::uint8_t gone = before & static_cast<std::uint8_t>(~after);
  if ((gone & item_alive) != 0)
    emit(model::FactKind::lost, code.entity, code.item, 0, 0, code.value);
  else if ((gone & item_open) != 0)
    emit(model::FactKind::sealed, code.entity, code.item);
  else
    emit(model::FactKind::opened, code.entity, code.item);
}

void Run::secure(std::uint16_t item) {
  const ItemCode& code = machine_.items[item];
  std::uint8_t& state = world_.items[item];
  if ((state & item_alive) == 0 || (state & item_secured) != 0) return;
  state |= item_secured;
  if (!code.quiet) emit(model::FactKind::secured, code.entity, code.item, 0, 0, code.value);
}

void Run::refresh_late() {
  const Nodes& nodes = machine_.nodes;
  for (std::size_t word = nodes.timers_at / 64; word < node_words_; ++word)
    while (dirty_[word] != 0) {
      const std::size_t node = word * 64 + static_cast<std::size_t>(std::countr_zero(dirty_[word]));
      dirty_[word] &= dirty_[word] - 1;
      if (node < nodes.rates_at)
        look_at_timer(nodes.timers[node - nodes.timers_at]);
      else if (node < nodes.glances_at)
        choose_rate(nodes.rates[node - nodes.rates_at]);
      else
        glance(nodes.glances[node - nodes.glances_at]);
    }
  for (std::size_t word = 0; word < event_words_; ++word)
    while (restarted_[word] != 0) {
      const auto event = static_cast<std::uint16_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(restarted_[word])));
      restarted_[word] &= restarted_[word] - 1;
      if (world_.truths[event] != 0) arm(event, delay_of(machine_.events[event]));
    }
}

} // namespace firsthand::simulation
