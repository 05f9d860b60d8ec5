// See window_places.h.
#include "tools/firsthand/window_places.h"

#include "engine/app/lock.h"
#include "engine/app/paths.h"
#include "engine/storage/database.h"

namespace firsthand::tools {

void offer_places(ui::ShellOptions& options, std::shared_ptr<std::filesystem::path> data, app::Surroundings around,
                  std::function<std::vector<std::filesystem::path>()> drives) {
  options.set_aside = [&services = options.services, data]() -> base::Result<std::string> {
    FH_TRY(moved, storage::set_aside(app::database_path(*data), app::stamp_of(services.clock->now())));
    return app::utf8_of(moved);
  };
  options.places = [data, around, drives = std::move(drives)] {
    app::Surroundings now = around;
    now.drives = drives(); // a stick may have been put in meanwhile
    return app::places_instead_of(*data, now);
  };
  options.choose_place = [data, around](const std::filesystem::path& folder) -> base::Result<app::Carried> {
    FH_TRY(carried, app::move_to_place(*data, folder, around));
    *data = folder;
    return carried;
  };
}

} // namespace firsthand::tools
