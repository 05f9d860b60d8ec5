// A bank as the command line names it, and the words that a bank of this content may use.
#pragma once

#include "tools/firsthand/command.h"

namespace firsthand::tools {

struct NamedBank {
  std::vector<model::Item> items;
  std::vector<std::string> positions; // "D14/A": those that the doctrine takes
};
std::optional<NamedBank> named_bank(const Request& request, const std::string& name,
                                    const std::string& doctrine); // nothing: it was told why

std::vector<model::Id> competencies_of(const reading::FileSource& files);

} // namespace firsthand::tools
