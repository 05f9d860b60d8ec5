// Words and numbers of statements.
#include "engine/report/xapi_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace firsthand::report::xapi {

namespace {
constexpr std::int64_t most_points = 1000;
double scaled(std::int64_t per_mille) { return static_cast<double>(per_mille) / static_cast<double>(most_points); }
} // namespace

std::string uuid_of(const crypto::Hash& hash) {
  std::array<std::uint8_t, 16> bytes{};
  std::copy_n(hash.bytes.begin(), bytes.size(), bytes.begin());
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x80);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  const std::string hex = crypto::to_hex(bytes);
  return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4), hex.substr(16, 4), hex.substr(20));
}

std::string iso_duration(std::int64_t seconds) {
  std::string out = "PT";
  if (seconds >= 3600) out += fmt::format("{}H", seconds / 3600);
  if (seconds % 3600 >= 60) out += fmt::format("{}M", seconds % 3600 / 60);
  return out + fmt::format("{}S", seconds % 60);
}

Statement activity(const std::string& id, const char* type, const std::string& name, const std::string& language) {
  const std::string shown = name.empty() ? id.substr(id.rfind('/') + 1) : name;
  return {
      {"objectType", "Activity"},
      {"id", id},
      {"definition",
       {{"name", {{language.empty() ? "und" : language, shown}}}, {"type", fmt::format("http://adlnet.gov/expapi/activities/{}", type)}}}};
}

const char* interaction_word(session::Interaction interaction) {
  constexpr std::array words{"other",    "true-false",  "choice",     "fill-in", "long-fill-in",
                             "matching", "performance", "sequencing", "likert",  "numeric"};
  return words.at(static_cast<std::size_t>(interaction));
}

namespace {

std::string part_of(session::Interaction interaction, const session::Pick& pick) {
  using session::Interaction;
  if (interaction == Interaction::true_false) return pick.to == "yes" ? "true" : "false";
  const bool pairs = interaction == Interaction::matching || interaction == Interaction::performance;
  return pairs ? fmt::format("{}[.]{}", pick.from, pick.to) : pick.to;
}

} // namespace

std::string response_of(session::Interaction interaction, const session::Answer& answer) {
  std::string words;
  for (const session::Pick& pick : answer)
    words += (words.empty() ? "" : "[,]") + part_of(interaction, pick);
  return words;
}

Statement score(std::int64_t per_mille) {
  const std::int64_t points = std::clamp<std::int64_t>(per_mille, 0, most_points);
  return {{"scaled", scaled(points)}, {"raw", points}, {"min", 0}, {"max", most_points}};
}

Statement verdict_score(std::int64_t per_mille, bool passed, std::optional<std::int64_t> cut) {
  Statement told = score(per_mille);
  if (passed) return told;
  if (!cut || *cut <= 0)
    told.erase("scaled"); // nothing is below that mastery score
  else
    told["scaled"] = scaled(std::min(told["raw"].get<std::int64_t>(), std::min(*cut, most_points) - 1));
  return told;
}

} // namespace firsthand::report::xapi
