// Reads a bank: its head, its files of questions, and the library for the words, sources and positions that it names.
#include "engine/reading/bank.h"

#include "engine/reading/bank_of_test.h"

#include "engine/reading/findings.h"
#include "engine/reading/item.h"
#include "engine/reading/item_check.h"
#include "engine/reading/mending.h"
#include "engine/reading/provenance.h"
#include "engine/reading/shelf.h"
#include "engine/reading/translation_fit.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Id;
using model::Item;
using model::Node;

struct BankReader {
  Gather& gather;
  const Vocabulary& vocabulary;
  std::vector<model::Source> known_sources; // of the library
  std::string folder;                       // of the bank, with '/' at its end
  FindingCollector& findings;
  model::Bank bank;
  std::vector<model::Source> sources; // its own
  std::map<Id, model::Where> places;  // of the items
  bool looks_up_sources = true;       // no: the library is not at hand

  void read(const Node& root);
  void read_sources(Fields& fields);
  void read_items(const Node* list, const ItemContext& context);
  void read_files(const ItemContext& context);
};

void BankReader::read_sources(Fields& fields) {
  for (auto& [id, one] : fields.named("sources")) {
    sources.push_back(read_source(id, one));
    known_sources.push_back(sources.back());
  }
}

void BankReader::read_items(const Node* list, const ItemContext& context) {
  if (!list) return;
  if (list->kind != Node::Kind::list)
    return findings.add("F0203", list->where, {{"key", "items"}, {"wanted", "a list"}, {"found", "something else"}});
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Node& node = list->items[i];
    const Node* id = node.find("id");
    const bool named = id && is_word(id->text);
    Fields fields(node, findings, named ? id->text : fmt::format("{}", bank.items.size() + 1));
    Item item = read_item(fields, context);
    const auto [known, is_new] = places.emplace(item.id, fields.where("id"));
    const model::Where& first = known->second;
    if (!is_new && named)
      findings.add("F1301", fields.where("id"),
                   {{"id", item.id}, {"place", fmt::format("{}:{}", gather.used[first.file].path, first.line)}});
    bank.items.push_back(std::move(item));
  }
}

// items/*.yaml, each with a list `items`.
void BankReader::read_files(const ItemContext& context) {
  for (const std::string& name : gather.list(folder + "items")) {
    if (name.ends_with('/') || name.starts_with('.')) continue;
    const std::string path = folder + "items/" + name;
    const auto file = gather.open(path);
    if (!file) continue;
    if (!name.ends_with(".yaml") || !is_word(name.substr(0, name.size() - 5))) {
      findings.add("F0421", {*file, 1, 1}, {});
      continue;
    }
    const Node* root = gather.tree(path);
    if (!root) continue;
    Fields fields(*root, findings, "");
    read_items(fields.any("items"), context);
    fields.finish();
  }
}

void BankReader::read(const Node& root) {
  using model::BankUse;
  Fields fields(root, findings, "");
  bank.where = fields.where();
  bank.id = fields.id("bank");
  if (!bank.id.empty() && bank.id != name_of(folder.substr(0, folder.size() - 1)))
    findings.add("F0405", fields.where("bank"), {{"id", bank.id}});
  bank.format = fields.whole("format", {1, 1});
  bank.language = fields.id("language");
  bank.use = fields.choice<BankUse>("use", {{"practice", BankUse::practice}, {"measure", BankUse::measure}});
  bank.title = fields.text("title", Need::optional);
  if (!fields.has("title")) bank.title.source = bank.id;
  bank.summary = fields.text("summary", Need::optional);
  Fields defaults = fields.map("defaults", Need::optional);
  const ItemDefaults usual = read_defaults(defaults);
  read_sources(fields);
  const ItemContext context{gather, vocabulary, known_sources, folder, usual, looks_up_sources};
  read_items(fields.any("items", Need::optional), context);
  fields.finish();
  read_files(context);
  if (bank.items.empty() && !any_error(findings.all)) findings.add("F1314", bank.where, {});
}

// What the library has for banks. Its own findings are told where it is checked itself.
struct BankLibrary {
  Gather gather;
  Shelf shelf;
  std::vector<model::Doctrine> doctrines;

  explicit BankLibrary(const FileSource& files) : gather(files), shelf(gather) {
    for (const Id& id : shelf.doctrine_ids())
      if (auto doctrine = shelf.doctrine(id, {}, {})) doctrines.push_back(std::move(*doctrine));
  }
  std::vector<model::Source> sources() const {
    std::vector<model::Source> all;
    std::set<Id> seen;
    for (const model::Doctrine& doctrine : doctrines)
      for (const model::Source& source : doctrine.sources)
        if (seen.insert(source.id).second) all.push_back(source);
    if (seen.insert("practice").second) all.emplace_back().id = "practice"; // of the field, written nowhere
    return all;
  }
};

void read_bank_file(LoadedBank& loaded, Gather& gather, const BankLibrary& library) {
  const auto file = gather.open(loaded.path);
  if (!file) {
    gather.used.push_back({loaded.path, ""});
    return gather.findings.add("F0113", {}, {{"path", loaded.path}});
  }
  const Node* root = gather.tree(loaded.path);
  if (!root) return;
  gather.findings.remember_format(*file, newest_format); // a bank has everything from the beginning
  BankReader reader{gather, library.shelf.vocabulary(), loaded.sources, std::string(folder_of(loaded.path)), gather.findings, {}, {}, {}};
  reader.read(*root);
  loaded.bank = std::move(reader.bank);
  loaded.sources.insert(loaded.sources.begin(), reader.sources.begin(), reader.sources.end());
}

// Only what makes it unusable: the rest is told where the bank itself is checked.
void keep_errors(model::Findings& findings, std::size_t from) {
  const auto mild = [](const model::Finding& finding) { return gravity_of(finding) != model::Gravity::error; };
  findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(from), findings.end(), mild), findings.end());
}

// Its findings are not sorted.
LoadedBank read_bank(const FileSource& files, const std::string& path, std::vector<NearMiss>& misses) {
  LoadedBank loaded;
  loaded.path = path;
  BankLibrary library(files);
  loaded.doctrines = library.doctrines;
  loaded.sources = library.sources();
  Gather gather(files);
  read_bank_file(loaded, gather, library);
  const std::string folder(folder_of(path));
  loaded.languages = open_translations(gather, folder);
  loaded.texts = gather.finish_texts();
  if (!any_error(gather.findings.all)) tell_unused_translations(gather, folder, loaded.texts, loaded.bank.language);
  loaded.files = std::move(gather.used);
  for (const Item& item : loaded.bank.items)
    check_item(item, loaded.doctrines, loaded.bank.language, gather.findings);
  check_whole_bank(loaded.bank, gather.findings);
  check_reviewed_translations(loaded, gather.findings);
  loaded.dates = std::move(gather.findings.dates);
  loaded.findings = std::move(gather.findings.all);
  misses = std::move(gather.findings.misses);
  return loaded;
}

} // namespace

bool LoadedBank::usable() const { return !any_error(findings); }

Translation LoadedBank::translation(std::string_view language) const {
  Translation translation;
  model::Findings told; // load_bank has reported them
  for (std::size_t i = 0; i < files.size(); ++i)
    if (without_version(files[i].path).first == fmt::format("{}lang/{}.po", folder_of(path), language))
      translation.add_po(files[i].bytes, static_cast<std::uint16_t>(i), told);
  return translation;
}

LoadedBank load_bank(const FileSource& files, const std::string& path) {
  const FileSource& seen = files.seen_from(path);
  std::vector<NearMiss> misses;
  LoadedBank loaded = read_bank(seen, path, misses);
  if (!loaded.usable())
    loaded.findings = without_followers({loaded.findings, std::move(misses), loaded.files}, seen, [&](const FileSource& mended) {
      std::vector<NearMiss> none;
      LoadedBank then = read_bank(mended, path, none);
      return Told{std::move(then.findings), {}, std::move(then.files)};
    });
  sort_findings(loaded.findings);
  return loaded;
}

std::optional<model::Bank> read_bank_of_test(Gather& gather, const Vocabulary& vocabulary, const Id& id) {
  const std::string path = bank_path(id);
  const auto file = gather.open(path);
  const Node* root = file ? gather.tree(path) : nullptr;
  if (!root) return std::nullopt;
  gather.findings.remember_format(*file, newest_format);
  const std::size_t told = gather.findings.all.size();
  BankReader reader{gather, vocabulary, {}, std::string(folder_of(path)), gather.findings, {}, {}, {}};
  reader.looks_up_sources = false;
  reader.read(*root);
  keep_errors(gather.findings.all, told);
  open_translations(gather, std::string(folder_of(path)));
  return std::move(reader.bank);
}

std::string bank_path(std::string_view bank) { return fmt::format("{}{}/bank.yaml", banks_folder, bank); }

std::vector<std::string> bank_paths(const FileSource& files) {
  std::vector<std::string> all;
  for (const std::string& name : files.list(banks_folder.substr(0, banks_folder.size() - 1)))
    if (name.ends_with('/') && files.read(fmt::format("{}{}bank.yaml", banks_folder, name), 0))
      all.push_back(fmt::format("{}{}bank.yaml", banks_folder, name));
  return all;
}

} // namespace firsthand::reading
