// Questions in and out: the files that other programs and people have for questions, to plain items and back. What such a file has
// and we have not, or we have and it has not, is told for each question; nothing is dropped in silence. Knows no folder and no disk.
#pragma once

#include "engine/model/item.h"

namespace firsthand::exchange {

enum class Form : std::uint8_t { gift, aiken, moodle_xml, csv };

inline constexpr std::array<std::pair<const char*, Form>, 4> forms{
    {{"gift", Form::gift}, {"aiken", Form::aiken}, {"moodle-xml", Form::moodle_xml}, {"csv", Form::csv}}};

constexpr std::size_t most_bytes = 1'000'000, most_items = 500; // of one file

// fault: because of it nothing of the file is taken. skipped: this question is not. lost: the question is taken, but for this. note: to
// be looked at.
struct Remark {
  enum class Kind : std::uint8_t { fault, skipped, lost, note };
  Kind kind = Kind::lost;
  std::size_t line = 0, column = 0; // from 1; 0: the whole file, the whole line
  std::string item;                 // its id, or what its file calls it; may be empty
  std::string says;
};
using Remarks = std::vector<Remark>;

std::string told(const Remark& remark, std::string_view file); // "old.gift: line 12, c06-bag: not taken: an essay is …"
std::size_t count(const Remarks& remarks, Remark::Kind kind);

struct ReadOptions {
  std::vector<model::Id> competencies; // that are known; empty: any word is one
  model::Id competency;                // of what names none
};

struct ItemsRead {
  std::vector<model::Item> items; // none where there is any fault; all are drafts
  Remarks remarks;                // in the order of the file
};
ItemsRead read_items(Form form, std::string_view bytes, const ReadOptions& options = {});

struct WriteOptions {
  std::vector<std::string> positions; // "D14/A": those that the doctrine takes
  char separator = ',';               // of a table: what the spreadsheets of this computer take
};

struct FileWritten {
  std::string bytes;
  std::size_t items = 0;
  Remarks remarks;
};
FileWritten write_items(Form form, const std::vector<model::Item>& items, const WriteOptions& options = {});

std::string csv_template(char separator = ','); // a table with one row of each kind, to begin with

// "" where reading what was written and writing it again gives the same bytes; else the first line that differs.
std::string round_trip(Form form, const std::vector<model::Item>& items, const WriteOptions& options = {});

} // namespace firsthand::exchange
