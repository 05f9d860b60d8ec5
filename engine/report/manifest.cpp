// Writing a manifest, and reading one that somebody may have bent.
#include "engine/report/manifest.h"

#include <nlohmann/json.hpp>

namespace firsthand::report {

namespace {

using Tree = nlohmann::ordered_json;

Tree tree_of(const Exported& file) {
  Tree tree{{"name", file.name},       {"bytes", file.bytes},     {"sha256", file.sha256.hex()},
            {"entries", file.entries}, {"head", file.head.hex()}, {"made", base::iso_utc(file.made)}};
  if (file.told.attempts > 0) tree["attempts"] = file.told.attempts, tree["minutes"] = file.told.minutes;
  return tree;
}

Tree tree_of(const StationRecord& each) {
  return {{"id", each.id},
          {"origin", each.origin},
          {"since", base::iso_utc(each.since)},
          {"after_entry", each.after_entry},
          {"station", each.station},
          {"room", each.room},
          {"number", each.place}};
}

std::string text_in(const Tree& tree, const char* key) {
  const auto found = tree.is_object() ? tree.find(key) : tree.end();
  return tree.is_object() && found != tree.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> number_in(const Tree& tree, const char* key) {
  const auto found = tree.is_object() ? tree.find(key) : tree.end();
  if (!tree.is_object() || found == tree.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

std::optional<Exported> exported_from(const Tree& tree) {
  const auto hash = crypto::parse_hash(text_in(tree, "sha256")), head = crypto::parse_hash(text_in(tree, "head"));
  const auto bytes = number_in(tree, "bytes"), entries = number_in(tree, "entries");
  const auto made = base::parse_iso_utc(text_in(tree, "made"));
  if (!hash || !head || !bytes || !entries || !made || text_in(tree, "name").empty()) return std::nullopt;
  const Told told{number_in(tree, "attempts").value_or(0), number_in(tree, "minutes").value_or(0)}; // older ones do not say
  return Exported{text_in(tree, "name"), *bytes, *hash, *entries, *head, *made, told};
}

Tree array_in(const Tree& tree, const char* key) {
  const auto found = tree.find(key);
  return found != tree.end() && found->is_array() ? *found : Tree::array();
}

} // namespace

std::string manifest_of(const Records& records, const std::vector<Exported>& files, const std::string& program, base::Moment made) {
  Tree manifest{{"format", "firsthand-export-1"}, {"program", program},         {"made", base::iso_utc(made)}, {"chain", records.chain_id},
                {"head", records.head.hex()},     {"entries", records.entries}, {"complete", records.complete}};
  for (const Exported& file : files)
    manifest["files"].push_back(tree_of(file));
  for (const StationRecord& each : records.stations)
    manifest["workstations"].push_back(tree_of(each));
  const std::size_t told = 1000, all = records.incidents.size();  // a clock may be doubted at every start
  for (std::size_t i = all > told ? all - told : 0; i < all; ++i) // what happened and when; names in the details stay
    manifest["incidents"].push_back({{"kind", records.incidents[i].kind}, {"at", base::iso_utc(records.incidents[i].at)}});
  return manifest.dump(2, ' ', false, Tree::error_handler_t::replace) + "\n";
}

std::optional<SeenInManifest> seen_in_manifest(std::string_view bytes) {
  const Tree manifest = Tree::parse(bytes, nullptr, false);
  const auto head = crypto::parse_hash(text_in(manifest, "head"));
  const auto made = base::parse_iso_utc(text_in(manifest, "made"));
  const auto entries = number_in(manifest, "entries");
  const std::string chain = text_in(manifest, "chain");
  if (text_in(manifest, "format") != "firsthand-export-1" || chain.empty() || !head || !made || !entries) return std::nullopt;
  SeenInManifest seen{chain, *head, *entries, *made, {}, {}};
  for (const Tree& each : array_in(manifest, "workstations"))
    if (std::string id = text_in(each, "id"); !id.empty()) seen.workstations.push_back(std::move(id));
  for (const Tree& each : array_in(manifest, "files"))
    if (auto file = exported_from(each)) seen.files.push_back(std::move(*file));
  return seen;
}

} // namespace firsthand::report
