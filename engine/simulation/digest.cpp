// A world as bytes: every field in the order of the struct, lists with their length before them, numbers big-endian and as
// wide as their type. The digest of a turn rests on this order: change it only with the number of the engine's rules.
#include "engine/simulation/offers.h"

#include <array>
#include <type_traits>

namespace firsthand::simulation {

namespace {

class DigestWriter {
 public:
  explicit DigestWriter(crypto::Sha256& hash) : hash_(hash) {}
  ~DigestWriter() { flush(); }
  DigestWriter(const DigestWriter&) = delete;
  DigestWriter& operator=(const DigestWriter&) = delete;

  template<class Number> void number(Number value) {
    const auto bits = static_cast<std::make_unsigned_t<Number>>(value);
    if (used_ + sizeof(Number) > bytes_.size()) flush();
    for (std::size_t i = sizeof(Number); i-- > 0;)
      bytes_[used_++] = static_cast<std::uint8_t>(std::uint64_t{bits} >> (8 * i));
  }
  template<class Number> void list(const std::vector<Number>& values) {
    number(static_cast<std::uint32_t>(values.size()));
    for (const Number value : values)
      number(value);
  }

 private:
  void flush() {
    hash_.add(crypto::Bytes(bytes_.data(), used_));
    used_ = 0;
  }
  crypto::Sha256& hash_;
  std::array<std::uint8_t, 512> bytes_;
  std::size_t used_ = 0;
};

} // namespace

void digest_world(const World& world, crypto::Sha256& hash) {
  DigestWriter writer(hash);
  writer.number(world.now);
  writer.list(world.values);
  writer.list(world.relations);
  writer.list(world.gauges);
  writer.list(world.timers);
  writer.list(world.origins);
  writer.list(world.truths);
  writer.list(world.items);
  writer.list(world.draws);
  writer.list(world.origin_at);
  writer.list(world.rates);
  writer.list(world.fixed_draws);
  writer.number(world.batch);
  for (const std::uint8_t byte : world.seed.bytes)
    writer.number(byte);
  writer.list(world.seen.cues);
  writer.list(world.seen.seen_at);
  writer.list(world.seen.relations);
  writer.list(world.seen.done);
}

} // namespace firsthand::simulation
