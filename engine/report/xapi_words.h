// The forms that xAPI wants: ids, durations, activities, scores. For xapi.cpp alone.
#pragma once

#include "engine/crypto/hash.h"
#include "engine/session/contract.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace firsthand::report::xapi {

using Statement = nlohmann::ordered_json;

constexpr const char* activity_base = "https://firsthand.invalid/activities";
constexpr const char* extension_base = "https://firsthand.invalid/extensions";

std::string uuid_of(const crypto::Hash& hash); // UUIDv8: the bits that the format fixes are set, the rest is the hash
std::string iso_duration(std::int64_t seconds);
// `name` in `language`; the last part of the id stands in for a name that is empty.
Statement activity(const std::string& id, const char* type, const std::string& name, const std::string& language);
const char* interaction_word(session::Interaction interaction);
std::string response_of(session::Interaction interaction, const session::Answer& answer); // "a[,]b", "left[.]right[,]…"
Statement score(std::int64_t per_mille);                                                  // of an answer; clamped to 0 to 1000
// Of a verdict: `scaled` is at least the mastery score exactly when passed, so a fatal error among full points is scaled below it;
// `raw` are the points. Without `cut` (older entries) a failure has no `scaled`.
Statement verdict_score(std::int64_t per_mille, bool passed, std::optional<std::int64_t> cut);

} // namespace firsthand::report::xapi
