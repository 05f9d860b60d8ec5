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

void take_percent(const base::Json& json, const char* key, int least, int most, int& percent) {
  const std::int64_t wanted = json.at(key).number();
  if (json.at(key).is_number() && wanted >= least && wanted <= most) percent = static_cast<int>(wanted);
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
  take(&Settings::read_aloud), take(&Settings::voice_percent), take(&Settings::sound_percent);
  return own;
}

std::string settings_line(const Settings& settings) {
  base::Json::Object line;
  line["language"] = settings.language;
  line["text"] = settings.text_percent;
  line["theme"] = settings.theme == Theme::light ? "light" : "dark";
  line["contrast"] = settings.contrast == Contrast::normal ? "normal" : "high";
  line["motion"] = settings.motion == Motion::normal ? "normal" : "reduced";
  line["read-aloud"] = settings.read_aloud == ReadAloud::off ? "off" : "focused";
  line["voice"] = settings.voice_percent;
  line["sound"] = settings.sound_percent;
  return base::Json(std::move(line)).line();
}

Settings settings_from(std::string_view line, const Settings& standard) {
  Settings settings = standard;
  const auto json = base::parse_json_line(line, 4096, 2);
  if (!json.ok()) return settings;
  if (is_language(json->at("language").text())) settings.language = json->at("language").text();
  take_percent(*json, "text", 100, 200, settings.text_percent);
  take_word(*json, "theme", "light", "dark", settings.theme);
  take_word(*json, "contrast", "normal", "high", settings.contrast);
  take_word(*json, "motion", "normal", "reduced", settings.motion);
  take_word(*json, "read-aloud", "off", "focused", settings.read_aloud);
  take_percent(*json, "voice", 50, 250, settings.voice_percent);
  take_percent(*json, "sound", 0, 100, settings.sound_percent);
  return settings;
}

} // namespace firsthand::app
