// Ids, competencies and bounds of what is taken, whatever the form.
#include "engine/exchange/foreign.h"
#include "engine/exchange/tags.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

// "Seal, whole?" gives seal-whole; "" where a name has no letter of A to Z.
std::string id_from(std::string_view name) {
  std::string id;
  for (const char c : name) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool kept = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    if (kept)
      id += small;
    else if (!id.empty() && id.back() != '-')
      id += '-';
    if (id.size() == 40) break;
  }
  while (id.ends_with('-'))
    id.pop_back();
  return is_id(id) ? id : is_id("q-" + id) ? "q-" + id : "";
}

// "$course$/top/Unit 1/custody": the last part. "top" is Moodle's word for none.
std::string_view last_part(std::string_view category) {
  const std::size_t slash = category.rfind('/');
  const std::string_view last = trimmed(slash == category.npos ? category : category.substr(slash + 1));
  return last == "top" ? "" : last;
}

} // namespace

void Intake::settle_id(model::Item& item, std::size_t line) {
  const auto taken = [&](const std::string& id) {
    return std::any_of(read_.items.begin(), read_.items.end(), [&](const model::Item& one) { return one.id == id; });
  };
  const std::string wanted = item.id;
  if (item.id.empty()) item.id = fmt::format("question-{}", read_.items.size() + 1);
  for (int i = 2; taken(item.id); ++i)
    item.id = fmt::format("{}-{}", wanted.empty() ? "question" : wanted.substr(0, 40), i);
  if (!wanted.empty() && item.id != wanted)
    read_.remarks.push_back({Remark::Kind::lost, line, 0, item.id, fmt::format("its id, for {} is another's already", wanted)});
}

void Intake::settle_competency(model::Item& item, const std::string& category, Losses& losses) const {
  const std::string word(last_part(category));
  const auto& known = options_.competencies;
  const bool is_known = known.empty() ? is_id(word) : std::find(known.begin(), known.end(), word) != known.end();
  item.competency = is_known ? word : options_.competency;
  if (!is_known && !word.empty()) losses.add(fmt::format("the category \"{}\", which is no competency", word));
  if (item.competency.empty()) losses.add("a competency: write one into the file, or import with --competency");
}

void Intake::take(ForeignQuestion question) {
  std::string reason;
  auto item = item_of(question, question.losses, reason);
  if (!item) return skip(question.line, question.name, reason);
  item->id = id_from(question.name);
  take_tags(question.tags, *item, question.losses);
  settle_competency(*item, question.category, question.losses);
  take(std::move(*item), question.line, question.losses);
}

void Intake::take(model::Item item, std::size_t line, const Losses& losses) {
  if (full()) return;
  item.where.line = static_cast<std::uint32_t>(line);
  settle_id(item, line);
  for (const std::string& what : losses.all)
    read_.remarks.push_back({Remark::Kind::lost, line, 0, item.id, what});
  read_.items.push_back(std::move(item));
  if (full()) fault(line, fmt::format("more than {} questions; divide the file", most_items));
}

void Intake::skip(std::size_t line, std::string name, std::string why) {
  read_.remarks.push_back({Remark::Kind::skipped, line, 0, std::move(name), std::move(why)});
}

void Intake::fault(std::size_t line, std::string says, std::size_t column) {
  read_.remarks.push_back({Remark::Kind::fault, line, column, "", std::move(says)});
}

void Intake::note(std::string says, std::size_t line, std::size_t column) {
  read_.remarks.push_back({Remark::Kind::note, line, column, "", std::move(says)});
}

ItemsRead Intake::finish() {
  if (count(read_.remarks, Remark::Kind::fault) > 0) {
    read_.items.clear();
    std::erase_if(read_.remarks, [](const Remark& remark) { return remark.kind != Remark::Kind::fault; });
  }
  return std::move(read_);
}

} // namespace firsthand::exchange
