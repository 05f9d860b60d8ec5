// See names.h.
#include "engine/app/names.h"

#include "engine/base/utf8.h"
#include "engine/content/words.h"
#include "engine/text/names.h"

#include <fmt/format.h>

namespace firsthand::app {

namespace {

std::string sign_words(char32_t sign) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(sign)); }

} // namespace

base::Result<Name> read_name_or_nothing(std::string_view typed) {
  if (base::first_invalid_utf8(typed)) return base::fail("name-not-text", "This name is no text in UTF-8. Type it again.");
  const text::VisibleName name = text::visible_name(typed);
  if (name.unseen) return base::fail("name-unseen", "This name contains only signs that cannot be seen. Type it again.");
  if (name.letters > most_name_letters)
    return base::fail("name-long", fmt::format("This name is too long: at most {} letters, this has {}.", most_name_letters, name.letters));
  if (name.foreign)
    return base::fail("name-sign",
                      fmt::format("A name has letters, figures and punctuation. It cannot have the sign {}.", sign_words(name.foreign)));
  return Name{name.shown, name.key};
}

base::Result<Name> read_name(std::string_view typed) {
  FH_TRY(name, read_name_or_nothing(typed));
  if (name.shown.empty()) return base::fail("name-empty", "Enter a name.");
  return name;
}

std::string name_key(std::string_view name) { return base::first_invalid_utf8(name) ? std::string(name) : text::visible_name(name).key; }

std::string names_alike(std::string_view name, std::size_t people) {
  return fmt::format("{} people of this record have names that look like {}. Type the name exactly as it stands there.", people, name);
}

std::string words_of_name(const base::Error& error, const content::Words& words, std::string_view typed, std::string_view taken_by) {
  if (error.code == "name-taken")
    return words.tr("error", "This name is taken by {name}: sign in with that name, or add something to yours.",
                    {{"name", std::string(taken_by)}});
  if (base::first_invalid_utf8(typed)) return words.error(error);
  const text::VisibleName name = text::visible_name(typed);
  if (error.code == "name-long")
    return words.tr("error", "This name is too long: at most {most} letters, this has {letters}.",
                    {{"most", std::to_string(most_name_letters)}, {"letters", std::to_string(name.letters)}});
  if (error.code == "name-sign")
    return words.tr("error", "A name has letters, figures and punctuation. It cannot have the sign {sign}.",
                    {{"sign", sign_words(name.foreign)}});
  return words.error(error);
}

} // namespace firsthand::app
