// See doubts.h.
#include "tools/firsthand/doubts.h"

#include "engine/base/json_line.h"

#include <fmt/format.h>

namespace firsthand::tools {

namespace {

std::string sentence_of(storage::Completeness completeness) {
  switch (completeness) {
  case storage::Completeness::whole:
    return {};
  case storage::Completeness::newest_may_be_missing:
    return "The newest actions may be missing: the record was copied or cut off while in use. Look for firsthand.db-wal beside the "
           "original.";
  case storage::Completeness::not_known:
    return "Whether the newest actions are there cannot be known: an earlier version kept this record and did not mark it. Its "
           "firsthand.db-wal is here.";
  case storage::Completeness::not_known_without_log:
    return "Whether the newest actions are there cannot be known: an earlier version kept this record and did not mark it. They may be "
           "missing: look "
           "for firsthand.db-wal beside the original.";
  }
  return {};
}

// What was missing then is missing still.
std::vector<std::string> gone_on_sentences(const std::vector<storage::Incident>& incidents) {
  std::vector<std::string> all;
  for (const storage::Incident& each : incidents) {
    const auto detail = base::parse_json_line(each.detail);
    const std::int64_t entries = detail.ok() ? detail->at(each.kind == "log-missing" ? "entries" : "entries-now").number() : 0;
    if (each.kind == "log-missing")
      all.push_back(fmt::format("On {} somebody went on with the record after entry {}, though newer ones may have been missing.",
                                base::iso_utc(each.at), entries));
    if (each.kind == "rolled-back")
      all.push_back(fmt::format("On {} somebody went on with the record after entry {}, though an earlier copy of it was put back.",
                                base::iso_utc(each.at), entries));
  }
  return all;
}

} // namespace

bool Doubts::whole() const { return completeness == storage::Completeness::whole && !earlier && gone_on.empty(); }

bool Doubts::may_be_short() const {
  return completeness == storage::Completeness::newest_may_be_missing || completeness == storage::Completeness::not_known_without_log ||
         earlier.has_value();
}

std::vector<std::string> Doubts::sentences() const {
  std::vector<std::string> all;
  if (completeness != storage::Completeness::whole) all.push_back(sentence_of(completeness));
  if (marked_after && completeness == storage::Completeness::whole)
    all.push_back(fmt::format(
        "An earlier version kept this record up to entry {}. Whether something was missing when it was taken over cannot be known.",
        *marked_after));
  if (earlier) all.push_back(records::words_of(*earlier));
  all.insert(all.end(), gone_on.begin(), gone_on.end());
  return all;
}

base::Result<Doubts> doubts_about(storage::Database& database, const Request& request) {
  Doubts doubts;
  doubts.completeness = database.completeness();
  FH_TRY(marked_after, database.marked_after());
  doubts.marked_after = marked_after;
  FH_TRY(incidents, database.incidents());
  doubts.gone_on = gone_on_sentences(incidents);
  const app::DataFolderOptions options = data_folder_options(request);
  FH_TRY(earlier, records::earlier_copy(database, options.data, options.start));
  doubts.earlier = std::move(earlier);
  return doubts;
}

} // namespace firsthand::tools
