// Bytes to text, and the form that was asked for.
#include "engine/exchange/exchange.h"

#include "engine/base/table_encoding.h"
#include "engine/base/utf8.h"
#include "engine/exchange/forms.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

// UTF-8, or UTF-16 with its mark. What else it could be cannot be known, and a wrong letter is worse than none.
std::optional<std::string> decoded(std::string_view bytes, Intake& intake) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    base::DecodedTable wide = base::decode_table(bytes);
    if (wide.fault) return intake.fault(wide.fault->line, "this UTF-16 text is cut or damaged; save it again as UTF-8"), std::nullopt;
    return std::move(wide.text);
  }
  if (const auto wrong = base::first_invalid_utf8(bytes)) {
    intake.fault(base::line_at(bytes, *wrong), "a letter here is not UTF-8; open the file in an editor and save it as UTF-8");
    return std::nullopt;
  }
  return with_line_feeds_only(bytes); // a mark at the beginning goes with what is unwanted
}

void read_text(Form form, std::string_view text, Intake& intake) {
  if (form == Form::gift) return read_gift(text, intake);
  if (form == Form::aiken) return read_aiken(text, intake);
  read_moodle_xml(text, intake);
}

constexpr const char* xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n";

bool write_one(Form form, const Outgoing& one, std::string& out) {
  if (form == Form::gift) return write_gift(one, out);
  if (form == Form::aiken) return write_aiken(one, out);
  return write_moodle_xml(one, out);
}

void write_item(Form form, const model::Item& item, const WriteOptions& options, FileWritten& file) {
  Losses losses;
  std::string reason;
  const auto question = foreign_of(item, options, losses, reason);
  if (!question || !write_one(form, {*question, losses, reason}, file.bytes)) {
    file.remarks.push_back({Remark::Kind::skipped, 0, 0, item.id, reason});
    return;
  }
  ++file.items;
  for (const std::string& what : losses.all)
    file.remarks.push_back({Remark::Kind::lost, 0, 0, item.id, what});
}

} // namespace

std::size_t count(const Remarks& remarks, Remark::Kind kind) {
  return static_cast<std::size_t>(std::count_if(remarks.begin(), remarks.end(), [kind](const Remark& one) { return one.kind == kind; }));
}

std::string told(const Remark& remark, std::string_view file) {
  std::string place(file);
  if (remark.line > 0) place += fmt::format(": line {}", remark.line);
  if (remark.column > 0) place += fmt::format(", column {}", remark.column);
  if (!remark.item.empty()) place += (remark.line > 0 ? ", " : ": ") + remark.item;
  const char* kind = remark.kind == Remark::Kind::skipped ? "not taken: " : remark.kind == Remark::Kind::lost ? "taken without " : "";
  return fmt::format("{}: {}{}", place, kind, remark.says);
}

ItemsRead read_items(Form form, std::string_view bytes, const ReadOptions& options) {
  Intake intake(options);
  if (bytes.size() > most_bytes)
    intake.fault(0, "larger than 1 MB; divide the file, or export it without pictures");
  else if (form == Form::csv)
    read_csv(bytes, options, intake);
  else if (const auto text = decoded(bytes, intake))
    read_text(form, *text, intake);
  return intake.finish();
}

FileWritten write_items(Form form, const std::vector<model::Item>& items, const WriteOptions& options) {
  FileWritten file;
  if (items.size() > most_items) {
    file.remarks.push_back({Remark::Kind::fault, 0, 0, "", fmt::format("more than {} questions; divide the bank", most_items)});
    return file;
  }
  if (form == Form::csv) return write_csv(items, options);
  if (form == Form::moodle_xml) file.bytes = xml_head;
  for (const model::Item& item : items)
    write_item(form, item, options, file);
  if (form == Form::moodle_xml) file.bytes += "</quiz>\n";
  return file;
}

std::string round_trip(Form form, const std::vector<model::Item>& items, const WriteOptions& options) {
  const FileWritten first = write_items(form, items, options);
  const ItemsRead read = read_items(form, first.bytes);
  for (const Remark& remark : read.remarks)
    if (remark.kind != Remark::Kind::lost) return told(remark, "read again");
  const std::string again = write_items(form, read.items, options).bytes;
  if (again == first.bytes) return "";
  const auto differs = std::mismatch(first.bytes.begin(), first.bytes.end(), again.begin(), again.end());
  const std::size_t at = static_cast<std::size_t>(differs.first - first.bytes.begin());
  const auto line_from = [&](const std::string& text) {
    const std::size_t begin = text.rfind('\n', at == 0 ? 0 : at - 1) + 1;
    return text.substr(std::min(begin, at), text.find('\n', at) - std::min(begin, at));
  };
  return fmt::format("line {}: \"{}\", then \"{}\"", base::line_at(first.bytes, at), line_from(first.bytes), line_from(again));
}

} // namespace firsthand::exchange
