// The columns of the table of questions, and cells that a spreadsheet does not take for a formula. Inside this room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace firsthand::exchange {

inline constexpr const char* csv_single[] = {"id",        "kind",  "competency", "twins",  "stem",  "key",
                                             "tolerance", "units", "why",        "source", "danger"};
inline constexpr const char* csv_numbered[] = {"option", "pair", "why", "source"}; // "option 1" …

bool is_csv_column(std::string_view heading); // capitals of A to Z make no difference
char small_letter(char c);
bool is_spreadsheets_own(std::string_view text);             // what it makes of a long number, or of a text that looks like a day
std::string csv_column(const char* name, std::size_t place); // "option 2"

// What begins as a formula does gets a ' before it, which is taken off again.
std::string guarded_cell(const std::string& text);
std::string_view unguarded_cell(std::string_view cell);
std::string csv_line(const std::vector<std::string>& cells, char separator); // with quotes where they are needed, CR LF at its end

} // namespace firsthand::exchange
