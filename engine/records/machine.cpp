// A fingerprint to a line, and two lines compared.
#include "engine/records/machine.h"

#include "engine/base/json_line.h"
#include "engine/crypto/hash.h"

#include <algorithm>

namespace firsthand::records {

namespace {

std::string hashed(std::string_view salt, std::string_view kind, std::string_view mark) {
  return crypto::sha256(std::string(salt) + "\n" + std::string(kind) + "\n" + std::string(mark)).hex().substr(0, 32);
}

base::Json read_fingerprint(std::string_view line) {
  auto json = base::parse_json_line(line, 8192, 3);
  return json.ok() ? std::move(json).value() : base::Json();
}

SameMachine same_if(bool equal) { return equal ? SameMachine::same : SameMachine::other; }

} // namespace

std::string fingerprint_line(const platform::Drive& drive, const platform::MachineFingerprint& machine, std::string_view salt) {
  base::Json::Object line;
  if (drive.kind == platform::DriveKind::network) return {};
  if (drive.kind == platform::DriveKind::removable) {
    if (!drive.serial.empty()) line["volume"] = hashed(salt, "volume", drive.serial);
  } else {
    if (!machine.firmware.empty()) line["firmware"] = hashed(salt, "firmware", machine.firmware);
    if (!machine.system.empty()) line["system"] = hashed(salt, "system", machine.system);
    base::Json::Array network;
    for (const std::string& card : machine.network)
      network.push_back(hashed(salt, "network", card));
    if (!network.empty()) line["network"] = std::move(network);
  }
  return line.empty() ? std::string() : base::Json(std::move(line)).line();
}

std::string fingerprint_line_here(const std::filesystem::path& data, std::string_view salt) {
  return fingerprint_line(platform::drive_of(data), platform::machine_fingerprint(), salt);
}

SameMachine same_machine(std::string_view kept, std::string_view now) {
  const base::Json before = read_fingerprint(kept), here = read_fingerprint(now);
  if (before.object().empty() || here.object().empty()) return SameMachine::unknown;
  if (before.find("volume") || here.find("volume")) return same_if(before.at("volume").text() == here.at("volume").text());
  if (before.find("firmware") && here.find("firmware")) return same_if(before.at("firmware").text() == here.at("firmware").text());
  const base::Json::Array &cards = before.at("network").array(), &others = here.at("network").array();
  const auto is_here = [&others](const base::Json& card) {
    return std::any_of(others.begin(), others.end(), [&card](const base::Json& other) { return other.text() == card.text(); });
  };
  if (!cards.empty() && !others.empty()) return same_if(std::any_of(cards.begin(), cards.end(), is_here));
  if (before.find("system") && here.find("system")) return same_if(before.at("system").text() == here.at("system").text());
  return SameMachine::unknown;
}

} // namespace firsthand::records
