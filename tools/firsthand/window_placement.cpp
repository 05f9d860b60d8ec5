// See window_placement.h.
#include "tools/firsthand/window_placement.h"

#include "engine/records/publish.h"

#include <fstream>

namespace firsthand::tools {

namespace {
constexpr const char* file_name = "window";
}

std::optional<ui::Placement> remembered_placement(const std::filesystem::path& memory) {
  if (memory.empty()) return std::nullopt;
  std::ifstream in(memory / file_name, std::ios::binary);
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  return ui::placement_from(line);
}

void remember_placement(const std::filesystem::path& memory, const ui::Placement& placement) {
  if (memory.empty() || remembered_placement(memory) == placement) return;
  std::error_code failed;
  std::filesystem::create_directories(memory, failed);
  (void)records::write_whole(memory / file_name, ui::placement_line(placement) + "\n"); // else it opens as it did this time
}

} // namespace firsthand::tools
