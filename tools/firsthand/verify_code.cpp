// See verify_code.h.
#include "tools/firsthand/verify_code.h"

#include "tools/firsthand/doubts.h"
#include "tools/firsthand/reading.h"

#include "engine/certificate/code.h"
#include "engine/certificate/sheet.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct CodeFound {
  std::string code;
  std::optional<storage::StoredEntry> entry;
  std::string title; // of the lesson, as it was called when the attempt began
  std::optional<certificate::Facts> facts;
  std::string why_none; // no page is made of that attempt
  storage::ChainReport chain;
  Doubts doubts;

  bool holds() const { return entry && facts && chain.whole(); }
};

base::Result<void> find_entry(storage::Database& database, CodeFound& found) {
  return database.all_entries([&found](const storage::StoredEntry& each) {
    if (certificate::code_of(each.entry.hash) != found.code) return storage::Visit::go_on;
    found.entry = each;
    return storage::Visit::stop;
  });
}

base::Result<void> tell_attempt(storage::Database database, CodeFound& found) {
  FH_TRY(row, database.attempt(found.entry->attempt));
  if (row) found.title = row->title;
  const auto store = records::disk_store(std::move(database));
  const auto facts = certificate::recorded_facts(*store, found.entry->attempt);
  if (facts.ok() && facts->end == found.entry->entry.hash)
    found.facts = *facts;
  else
    found.why_none = facts.ok() ? "That entry is not the one that ended its attempt: no page has its code." : facts.error().message;
  return {};
}

base::Result<CodeFound> look_for(Workbench& bench, const Request& request, const std::string& typed) {
  CodeFound found;
  FH_TRY(code, certificate::read_code(typed));
  found.code = std::move(code);
  FH_TRY(database, open_for_reading(bench.services, data_of(request)));
  FH_TRY(chain, database.verify_chain());
  found.chain = std::move(chain);
  FH_TRY(doubts, doubts_about(database, request));
  found.doubts = std::move(doubts);
  FH_CHECK(find_entry(database, found));
  if (found.entry) FH_CHECK(tell_attempt(std::move(database), found));
  return found;
}

std::string day_of(const certificate::Facts& facts) { return base::iso_local(facts.ended, facts.offset_minutes).substr(0, 10); }

std::string standing_word(const certificate::Facts& facts) {
  if (facts.standing == certificate::Standing::practised) return "practised";
  return facts.session ? "passed supervised" : "passed unsupervised";
}

void print_facts(const CodeFound& found) {
  const certificate::Facts& facts = *found.facts;
  std::cout << fmt::format("{}{}: {} “{}” ({}) on {}\n", facts.name, facts.number.empty() ? "" : ", service number " + facts.number,
                           standing_word(facts), found.title, facts.lesson, day_of(facts));
  if (facts.standing == certificate::Standing::passed) std::cout << fmt::format("Score {} %\n", facts.per_mille / 10);
  if (facts.asked > 0) std::cout << fmt::format("{} of {} questions wholly right\n", facts.right, facts.asked);
  for (const certificate::SheetSection& each : certificate::sheet_of(facts, content::Words()).sections) // as on the page
    std::cout << fmt::format("{}: {}\n", each.heading, each.text);
}

void print_words(const CodeFound& found) {
  if (!found.entry) std::cout << fmt::format("{}: no entry of this record has that code\n", found.code);
  if (found.entry)
    std::cout << fmt::format("{}: entry {}, attempt {}, {}\n", found.code, found.entry->seq, found.entry->attempt,
                             found.entry->entry.hash.hex());
  if (found.facts) print_facts(found);
  if (!found.why_none.empty()) std::cout << found.why_none << "\n";
  for (const storage::Damage& damage : found.chain.damages)
    std::cout << fmt::format("damaged: {}\n", damage.message);
  for (const std::string& sentence : found.doubts.sentences())
    std::cout << sentence << "\n";
  std::cout << (found.chain.whole()
                    ? "What is here was not changed since it was sealed.\n"
                    : "This record was changed since it was sealed: the page is worth what another copy of the record says.\n");
}

void print_json(const CodeFound& found) {
  base::Json::Object line{{"code", found.code}, {"found", found.entry ? "yes" : "no"}, {"unchanged", found.chain.whole() ? "yes" : "no"}};
  if (found.entry) line["entry"] = found.entry->seq, line["attempt"] = found.entry->attempt, line["hash"] = found.entry->entry.hash.hex();
  if (const auto& facts = found.facts) {
    line["name"] = facts->name, line["number"] = facts->number, line["lesson"] = facts->lesson, line["ended"] = base::iso_utc(facts->ended);
    line["standing"] = standing_word(*facts);
    if (facts->standing == certificate::Standing::passed) line["score"] = facts->per_mille;
    if (facts->decided) line["decided"] = base::iso_utc(facts->decided->at), line["first-verdict"] = facts->decided->verdict;
  }
  if (!found.why_none.empty()) line["nothing"] = found.why_none;
  std::cout << base::Json(std::move(line)).line() << "\n";
}

} // namespace

int verify_code(const Request& request, const std::string& typed, Form form) {
  Workbench bench(request);
  const auto found = look_for(bench, request, typed);
  if (!found.ok()) return tell(found.error());
  form == Form::json ? print_json(*found) : print_words(*found);
  return found->holds() ? good : failure;
}

} // namespace firsthand::tools
