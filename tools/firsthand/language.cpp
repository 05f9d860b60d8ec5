// See language.h.
#include "tools/firsthand/language.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

namespace firsthand::tools {

// "th_TH.UTF-8", "th.UTF-8", "C"
std::string language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    const std::string locale = value;
    return locale.substr(0, locale.find_first_of("_.@"));
  }
  return {};
}

std::vector<std::string> languages_of(const reading::FileSource& files) {
  std::vector<std::string> codes;
  for (const content::Language& each : content::languages(files))
    codes.push_back(each.code);
  return codes;
}

base::Result<content::Words> words_to_print(const reading::FileSource& files, const std::string& asked, const std::string& otherwise) {
  const std::string& wanted = asked.empty() ? otherwise : asked;
  const std::vector<std::string> codes = languages_of(files);
  if (std::find(codes.begin(), codes.end(), wanted) != codes.end()) return content::Words::load(files, wanted);
  if (asked.empty()) return content::Words();
  return base::fail("language-unknown", fmt::format("There is no language “{}” here. Known: {}.", asked, fmt::join(codes, ", ")));
}

} // namespace firsthand::tools
