// Is this the machine on which the record's identity began? Its fingerprint is kept as hashes that differ from record to record, so
// that a record tells nothing of the machine to whoever gets it.
#pragma once

#include "engine/platform/platform.h"

#include <string>
#include <string_view>

namespace firsthand::records {

// A line for storage. A stick is its own machine: what is recorded on it goes by its volume, whatever it is plugged into. A
// network folder has no fingerprint at all (""), for every machine may use it in turn.
std::string fingerprint_line(const platform::Drive& drive, const platform::MachineFingerprint& machine, std::string_view salt);
std::string fingerprint_line_here(const std::filesystem::path& data, std::string_view salt); // of this machine, now

enum class SameMachine : std::uint8_t { same, other, unknown };
// The strongest part that both know decides: the maker's id, else a common network card, else the installed system.
SameMachine same_machine(std::string_view kept, std::string_view now);

} // namespace firsthand::records
