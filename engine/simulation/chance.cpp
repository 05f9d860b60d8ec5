// Chance from the seed alone: who draws, what is drawn and how often decide, never when or after what. The first eight bytes
// of a SHA-256, as a big-endian number, modulo the sum of the weights: the bias is below one in 2^32 for weights that fit
// 32 bits together.
#include "engine/simulation/run.h"

namespace firsthand::simulation {

namespace {

std::uint64_t keyed_number(const Seed& seed, const DrawCode& draw, std::uint64_t n) {
  const std::array<std::uint8_t, 1> separator{0};
  std::array<std::uint8_t, 8> count{};
  for (std::size_t i = 0; i < 8; ++i)
    count[i] = static_cast<std::uint8_t>(n >> (56 - 8 * i));
  const crypto::Hash hash =
      crypto::sha256("firsthand-draw-1\n", crypto::Bytes(seed.bytes), std::string_view(draw.entity_word), crypto::Bytes(separator),
                     std::string_view(draw.name_word), crypto::Bytes(separator), crypto::Bytes(count));
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i)
    number = number << 8 | hash.bytes[i];
  return number;
}

std::uint32_t outcome_by(const Machine& machine, const DrawCode& draw, std::uint64_t number) {
  std::uint64_t sum = 0;
  for (std::uint32_t i = draw.first; i < draw.last; ++i)
    sum += machine.odds[i].weight;
  std::uint64_t rest = sum == 0 ? 0 : number % sum;
  for (std::uint32_t i = draw.first; i < draw.last; ++i) {
    if (rest < machine.odds[i].weight) return i - draw.first;
    rest -= machine.odds[i].weight;
  }
  return 0;
}

} // namespace

std::uint32_t outcome_of(const Machine& machine, const World& world, std::size_t draw) {
  const DrawCode& code = machine.draws[draw];
  const std::uint8_t fixed = world.fixed_draws[draw];
  return fixed != 0 ? fixed - 1u : outcome_by(machine, code, keyed_number(world.seed, code, world.draws[draw]));
}

std::uint32_t Run::draw(std::uint16_t draw_slot) {
  const DrawCode& code = machine_.draws[draw_slot];
  const std::uint32_t outcome = outcome_of(machine_, world_, draw_slot);
  ++world_.draws[draw_slot];
  emit(model::FactKind::drawn, code.entity, code.name, 0, machine_.odds[code.first + outcome].outcome);
  return outcome;
}

} // namespace firsthand::simulation
