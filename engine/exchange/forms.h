// One reader and one writer a form; exchange.cpp chooses. Inside this room only.
#pragma once

#include "engine/exchange/foreign.h"

namespace firsthand::exchange {

// `text` is UTF-8 with line feeds, without what hides or turns signs.
void read_gift(std::string_view text, Intake& intake);
void read_aiken(std::string_view text, Intake& intake);
void read_moodle_xml(std::string_view text, Intake& intake);
void read_csv(std::string_view bytes, const ReadOptions& options, Intake& intake); // as it was saved

// Nothing where the form has no place for the question.
struct Outgoing {
  const ForeignQuestion& question;
  Losses& losses;
  std::string& reason;
};
bool write_gift(const Outgoing& one, std::string& out); // appended
bool write_aiken(const Outgoing& one, std::string& out);
bool write_moodle_xml(const Outgoing& one, std::string& out);
FileWritten write_csv(const std::vector<model::Item>& items, const WriteOptions& options);

} // namespace firsthand::exchange
