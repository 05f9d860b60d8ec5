// The record opened for looking only: beside a running program, without its lock.
#pragma once

#include "engine/platform/lock.h"
#include "engine/records/services.h"
#include "engine/storage/database.h"

namespace firsthand::tools {

base::Result<storage::Database> open_for_reading(const records::Services& services, const std::filesystem::path& data);

} // namespace firsthand::tools
