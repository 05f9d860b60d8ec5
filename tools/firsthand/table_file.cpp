#include "tools/firsthand/table_file.h"

#include "engine/platform/paths.h"
#include "tools/firsthand/command.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

namespace firsthand::tools {

int tell_faults(const std::vector<base::TableFault>& faults, const std::string& file) {
  for (const base::TableFault& fault : faults)
    std::cerr << "firsthand: " << base::told(fault, file) << "\n";
  if (faults.size() >= 20) std::cerr << fmt::format("firsthand: {}: there may be more\n", file);
  return failure;
}

std::optional<base::TableText> table_in(const std::string& name) {
  const std::filesystem::path file = platform::path_from(name);
  std::error_code ignored;
  const auto size = std::filesystem::file_size(file, ignored);
  std::ifstream stream(file, std::ios::binary);
  if (ignored || !stream) {
    std::cerr << fmt::format("firsthand: {}: there is no such file, or it cannot be read\n", name);
    return std::nullopt;
  }
  constexpr std::size_t too_many = base::TableLimits().bytes + 1; // enough to be refused
  std::string bytes(static_cast<std::size_t>(std::min<std::uintmax_t>(size, too_many)), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  base::TableReading reading = base::read_table(bytes);
  if (!reading.table)
    tell_faults(reading.faults, name);
  else if (reading.table->encoding() == base::TableEncoding::thai_windows)
    std::cerr << fmt::format("firsthand: {}: read as Thai Windows (code page 874)\n", name);
  return std::move(reading.table);
}

void tell_notes(const std::vector<std::string>& notes, const std::string& file) {
  for (const std::string& note : notes)
    std::cerr << fmt::format("firsthand: {}: {}\n", file, note);
}

} // namespace firsthand::tools
