// Settings to a line and back.
#include "engine/app/settings.h"

#include "engine/base/json_line.h"

namespace firsthand::app {

namespace {

// One word or the other, or what it was.
template<class E> void take_word(const base::Json& json, const char* key, const char* first, const char* second, E& value) {
  const std::string& word = json.at(key).text();
  if (word == first) value = E{0};
  if (word == second) value = E{1};
}

bool is_language(std::string_view code) {
  return code.size() >= 2 && code.size() <= 16 &&
         code.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") == code.npos;
}

} // namespace

Settings with_changes(Settings own, const Settings& before, const Settings& after) {
  const auto take = [&](auto member) {
    if (before.*member != after.*member) own.*member = after.*member;
  };
  take(&Settings::language), take(&Settings::text_percent), take(&Settings::theme), take(&Settings::contrast), take(&Settings::motion);
  return own;
}

std::string settings_line(const Settings& settings) {
  base::Json::Object line;
  line["language"] = settings.language;
  line["text"] = settings.text_percent;
  line["theme"] = settings.theme == Theme::light ? "light" : "dark";
  line["contrast"] = settings.contrast == Contrast::normal ? "normal" : "high";
  line["motion"] = settings.motion == Motion::normal ? "normal" : "reduced";
  return base::Json(std::move(line)).line();
}

Settings settings_from(std::string_view line, const Settings& standard) {
  Settings settings = standard;
  const auto json = base::parse_json_line(line, 4096, 2);
  if (!json.ok()) return settings;
  if (is_language(json->at("language").text())) settings.language = json->at("language").text();
  const std::int64_t percent = json->at("text").number();
  if (percent >= 100 && percent <= 200) settings.text_percent = static_cast<int>(percent);
  take_word(*json, "theme", "light", "dark", settings.theme);
  take_word(*json, "contrast", "normal", "high", settings.contrast);
  take_word(*json, "motion", "normal", "reduced", settings.motion);
  return settings;
}

} // namespace firsthand::app
