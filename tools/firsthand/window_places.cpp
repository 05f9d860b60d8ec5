// See window_places.h.
#include "tools/firsthand/window_places.h"

#include "engine/platform/lock.h"
#include "engine/platform/paths.h"
#include "engine/storage/database.h"

namespace firsthand::tools {

void offer_places(screens::ShellOptions& options, std::shared_ptr<std::filesystem::path> data, records::Surroundings around,
                  std::function<std::vector<std::filesystem::path>()> drives) {
  options.set_aside = [&services = options.services, data]() -> base::Result<std::string> {
    FH_TRY(moved, storage::set_aside(platform::database_path(*data), records::stamp_of(services.clock->now())));
    return platform::utf8_of(moved);
  };
  options.places = [data, around, drives = std::move(drives)] {
    records::Surroundings now = around;
    now.drives = drives(); // a stick may have been put in meanwhile
    return records::places_instead_of(*data, now);
  };
  options.choose_place = [data, around](const std::filesystem::path& folder) -> base::Result<records::Carried> {
    FH_TRY(carried, records::move_to_place(*data, folder, around));
    *data = folder;
    return carried;
  };
}

} // namespace firsthand::tools
