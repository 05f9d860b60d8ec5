// The digest of an attempt's state: every number in a fixed order and width, on every machine the same bytes.
#include "engine/session/session.h"

namespace firsthand::session {
namespace {

void put_number(std::vector<std::uint8_t>& bytes, std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  for (unsigned i = 0; i < 8; ++i)
    bytes.push_back(static_cast<std::uint8_t>(bits >> (8 * i)));
}

// What the slots of a test belong to.
void put_paper(crypto::Sha256& hash, const Attempt& attempt) {
  if (!attempt.paper) return;
  for (const PaperItem& asked : *attempt.paper) {
    hash.add(asked.item).add("@").add(asked.version).add("\n");
    for (const std::string& option : asked.options)
      hash.add(option).add("\n");
  }
}

void put_noted(crypto::Sha256& hash, const Attempt& attempt) {
  std::vector<std::uint8_t> bytes;
  for (const NotedLine& line : attempt.noted)
    for (const Symbol word : {line.of, line.note, line.is})
      put_number(bytes, static_cast<std::int64_t>(word));
  hash.add(bytes);
}

} // namespace

crypto::Hash state_digest(const Prepared& prepared, const Attempt& attempt) {
  std::vector<std::uint8_t> bytes;
  for (const std::int64_t number : {static_cast<std::int64_t>(attempt.mode), static_cast<std::int64_t>(attempt.step),
                                    std::int64_t{attempt.entered_at}, static_cast<std::int64_t>(attempt.ending)})
    put_number(bytes, number);
  for (std::size_t i = 0; i < attempt.states.size(); ++i) {
    put_number(bytes, attempt.grades[i]);
    put_number(bytes, static_cast<std::int64_t>(attempt.states[i].slots.size()));
    for (const std::int32_t slot : attempt.states[i].slots)
      put_number(bytes, slot);
  }
  crypto::Sha256 hash;
  hash.add("firsthand-state-1\n").add(bytes);
  put_paper(hash, attempt);
  put_noted(hash, attempt); // nothing where no step reads the notebook
  simulation::World world = attempt.world;
  world.batch = 0; // how many changes there were is no part of what came of them
  prepared.scene.digest(world, hash);
  prepared.rule_set.digest(attempt.judgements, hash);
  return hash.finish();
}

} // namespace firsthand::session
