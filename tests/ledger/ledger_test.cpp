// The worked example of the header and of docs/record-format.md, and every way to tamper with a short chain.
#include "engine/ledger/ledger.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <vector>

namespace ledger = firsthand::ledger;
using ledger::Flaw;

namespace {

const ledger::Hash start = ledger::genesis("demo");

std::vector<ledger::Entry> chain_of(const std::vector<std::string>& lines) {
  std::vector<ledger::Entry> chain;
  auto head = start;
  for (const auto& line : lines)
    head = chain.emplace_back(ledger::seal(head, line)).hash;
  return chain;
}

std::vector<ledger::Entry> four_entries() { return chain_of({"one", "two", "three", "four"}); }

std::string file_text(const std::string& name) {
  std::ifstream file(std::string(FIRSTHAND_SOURCE) + "/" + name, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool breaks_at(const std::vector<ledger::Entry>& chain, std::size_t index, Flaw flaw) {
  const auto found = ledger::verify(chain, start);
  return found && found->index == index && found->flaw == flaw;
}

} // namespace

TEST_CASE("ledger: the worked example holds, in the header and in the document") {
  const auto chain = chain_of({R"({"do":"look","turn":1})", R"({"do":"seal","turn":2})"});
  CHECK(start.hex() == "5c52c5700d43a4dea20931dd2eee1ce1c3994a6e966e89dcf5899946cd896b79");
  for (const auto* name : {"engine/ledger/ledger.h", "docs/record-format.md"}) {
    const auto text = file_text(name);
    for (const auto& hash : {start, chain[0].hash, chain[1].hash})
      CHECK(text.find(hash.hex()) != std::string::npos);
    for (const auto& entry : chain)
      CHECK(text.find(entry.line) != std::string::npos);
  }
}

TEST_CASE("ledger: the hash is SHA-256 over label, previous hash and line, and nothing else") {
  const auto entry = ledger::seal(start, "line");
  CHECK(entry.hash == firsthand::crypto::sha256("firsthand-entry-1\n", firsthand::crypto::Bytes(start.bytes), "line"));
  CHECK(entry.previous == start);
  CHECK(entry.line == "line");
}

TEST_CASE("ledger: a whole chain verifies, and so does an empty one") {
  CHECK_FALSE(ledger::verify(four_entries(), start));
  CHECK_FALSE(ledger::verify({}, start));
}

TEST_CASE("ledger: every flipped byte of every line is found at its entry") {
  const auto whole = four_entries();
  for (std::size_t entry = 0; entry < whole.size(); ++entry)
    for (std::size_t byte = 0; byte < whole[entry].line.size(); ++byte) {
      auto chain = whole;
      chain[entry].line[byte] = static_cast<char>(chain[entry].line[byte] ^ 1);
      CHECK(breaks_at(chain, entry, Flaw::changed));
    }
}

TEST_CASE("ledger: a changed hash is found at its entry") {
  auto chain = four_entries();
  chain[1].hash.bytes[0] ^= 1;
  CHECK(breaks_at(chain, 1, Flaw::changed));
  chain = four_entries();
  chain[1].previous.bytes[0] ^= 1;
  CHECK(breaks_at(chain, 1, Flaw::changed));
}

TEST_CASE("ledger: a removed, moved or foreign entry does not follow") {
  auto chain = four_entries();
  chain.erase(chain.begin() + 1);
  CHECK(breaks_at(chain, 1, Flaw::unlinked));
  chain = four_entries();
  std::swap(chain[1], chain[2]);
  CHECK(breaks_at(chain, 1, Flaw::unlinked));
  chain = four_entries();
  chain.insert(chain.begin() + 2, ledger::seal(ledger::genesis("other"), "foreign"));
  CHECK(breaks_at(chain, 2, Flaw::unlinked));
  CHECK(ledger::verify(four_entries(), ledger::genesis("other"))->index == 0);
}

TEST_CASE("ledger: an entry sealed anew does not help, the next one shows it") {
  auto chain = four_entries();
  chain[1] = ledger::seal(chain[1].previous, "forged");
  CHECK(breaks_at(chain, 2, Flaw::unlinked));
}

TEST_CASE("ledger: a chain cut at its end verifies, and its head tells") {
  const auto whole = four_entries();
  ledger::Verifier verifier(start);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK_FALSE(verifier.check(whole[i].previous, whole[i].line, whole[i].hash));
  CHECK(verifier.head() != whole[3].hash);
  CHECK(verifier.head() == whole[2].hash);
}

TEST_CASE("ledger: a line is any bytes") {
  const std::string odd("a\0b\xff\n", 5);
  const auto chain = chain_of({odd, "", odd});
  CHECK(chain[0].line.size() == 5);
  CHECK_FALSE(ledger::verify(chain, start));
  CHECK(ledger::seal(start, odd).hash != ledger::seal(start, "a").hash);
}

TEST_CASE("ledger: a commitment depends on salt and text") {
  ledger::Salt salt{}, other{};
  other[15] = 1;
  CHECK(ledger::commit_text(salt, "text") == firsthand::crypto::sha256(std::string(16, '\0') + "text"));
  CHECK(ledger::commit_text(salt, "text") != ledger::commit_text(other, "text"));
  CHECK(ledger::commit_text(salt, "text") != ledger::commit_text(salt, "text "));
}
