// The sources of all doctrine as one page of Markdown, for people who want to look them up: docs/sources.md, `check --sources`. In English.
#pragma once

#include "engine/model/doctrine.h"

#include <span>

namespace firsthand::content {

std::string sources_page(std::span<const model::Doctrine> doctrines);

} // namespace firsthand::content
