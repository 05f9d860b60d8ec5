// Looking up the program's texts.
#include "engine/content/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace firsthand::content {

namespace {

constexpr std::size_t po_limit = 4u << 20;

std::optional<reading::Translation> read_po(const reading::FileSource& files, std::string_view language) {
  const auto bytes = files.read(fmt::format("assets/lang/{}.po", language), po_limit);
  if (!bytes || bytes->size() > po_limit) return std::nullopt;
  reading::Translation translation;
  model::Findings findings;
  translation.add_po(*bytes, 0, findings);
  return translation;
}

// By code: what happened, in words for a learner. A kind of step says its own reasons itself (session::Refusal).
constexpr std::pair<const char*, const char*> refusals[] = {
    {"attempt-over", "This attempt is over."},
    {"bad-wait", "You cannot wait that long here."},
    {"busy", "That person is busy with another task."},
    {"hands-bound", "Your hands keep another thing as it is. Let go of it first, or give that task to a colleague."},
    {"cannot-go-on", "Something is still to be done here."},
    {"certainty-missing", "Say how sure you are."},
    {"grammar", "This line cannot be read."},
    {"needs-instrument", "You need something to do that with."},
    {"no-such-option", "There is no such answer here."},
    {"no-tries-left", "No tries are left."},
    {"not-a-task", "This cannot be given as a task."},
    {"not-here", "That cannot be done in this step."},
    {"not-offered", "That cannot be done now."},
    {"note-not-text", "This note holds signs that cannot be kept."},
    {"note-too-long", "This note is too long."},
    {"pending", "The last action is still being saved."},
    {"session-clock", "This computer's clock was set back. Have it set right, then go on: nothing is lost."},
    {"session-over",
     "The time of the supervised session is over. Your test is handed in as it stands when a supervisor closes the session."},
    {"stale-turn", "That was meant for an earlier moment."},
    {"step-not-open", "That step is not open."},
    {"twice", "One of them is there twice."},
    {"unknown-entity", "There is no such thing here."},
    {"unknown-verb", "That cannot be done with it."},
    {"unknown-word", "The scenario does not know one of these words."},
};

// By code: what to do. The details stand in the error's own message.
constexpr std::pair<const char*, const char*> errors[] = {
    {"data-folder-in-use", "The data folder is in use by another program. Close it first."},
    {"data-folder-failed", "The data folder cannot be written. Check who may write there, or choose another."},
    {"data-folder-missing", "The data folder is not there. Connect its drive, or choose another."},
    {"data-folder-gone", "The drive with the record is gone. Nothing more was saved. Put it back and try again."},
    {"database-damaged", "The record is damaged. Nothing was changed. Set it aside and bring back a backup."},
    {"database-foreign", "The file in the data folder is not a Firsthand record. Choose another folder."},
    {"database-full", "The disk is full. Nothing was saved. Make room and try again."},
    {"database-io", "The record could not be read or written. Check the drive and try again."},
    {"database-locked", "Another program is using the record. Nothing was saved. Try again."},
    {"database-newer", "The record was written by a later version. Use that version."},
    {"database-read-only", "The record cannot be written. Nothing was saved. Check who may write there."},
    {"date-doubted", "That date cannot be right either. Look at the year."},
    {"decision-open", "Only a test that was handed in is decided upon."},
    {"decision-same", "That is what this result counts as already."},
    {"decision-session", "The supervised session of this test is not closed yet. Close it first."},
    {"decision-test", "Only a test that was sat to count is decided upon: before the lessons, after them, or later."},
    {"decision-two", "Two different people who may supervise decide, and neither of them about a result of their own."},
    {"decision-what", "That cannot be decided of this test."},
    {"decision-why", "That reason does not go with what the result is to count as."},
    {"head-moved", "Another window recorded something in between. Nothing was saved. Open the lesson again."},
    {"language-draft", "This language is a draft. It is for practice only."},
    {"list-file", "There is no such file, or it cannot be read. Choose it in the list, or drag it onto the window."},
    {"name-empty", "Enter a name."},
    {"name-not-text", "This name holds bytes that are no letters. Type it again."},
    {"name-unseen", "This name contains only signs that cannot be seen. Type it again."},
    {"pin-foreign", "This PIN was changed beside the program and opens nothing. The trainer gives a new one."},
    {"pin-form", "A PIN has 4 to 8 digits."},
    {"pin-memory", "There is not enough free memory to check the PIN. Close other programs."},
    {"place-not-writable", "Nothing can be written there. Choose another folder."},
    {"record-changed", "Another record stands where this one was. Put the right drive back and try again."},
    {"record-rolled-back", "What was recorded since then is not in it. Some computers forget everything at each restart. Choose a place "
                           "that lasts: a stick, or another folder."},
    {"rewind-assessed", "An assessment cannot be played again from a moment of it."},
    {"rewind-turn", "From that moment nothing can be played on."},
    {"scenario-not-usable", "This lesson has mistakes and cannot be played."},
    {"scenario-unknown", "There is no such lesson."},
    {"session-clock", "This computer's clock was set back while the supervised session runs. Have the clock set right; nothing is lost."},
    {"session-identity", "The supervisor says first how it was established who this is."},
    {"session-incident", "That cannot be noted: this person is not in the session."},
    {"session-list",
     "The list of people was changed beside the program. Nobody opens a session by it. Tell whoever is responsible for it."},
    {"session-none", "No supervised session is open."},
    {"session-open", "A supervised session was opened here and not closed. Close it first."},
    {"session-over",
     "This test was begun in a supervised session whose time is over. It is handed in as it stands when a supervisor closes "
     "that session."},
    {"session-people", "Enter the service numbers of those present, without your own."},
    {"session-pin", "This person has no PIN yet. Sign in once and choose one."},
    {"session-room", "Enter the room. It has at most 80 letters."},
    {"session-supervisor", "The list of people does not say that this person may supervise."},
    {"session-until", "That time has passed. Enter a later time of today."},
    {"station-name", "Enter the name of the station. Each name has at most 80 letters."},
    {"test-lessons-first", "The test comes after the lessons. Play each of them to its end first."},
    {"test-once", "The test before the lessons is sat once."},
    {"test-passed", "You have passed this test."},
    {"test-tries", "All tries at this test are used. Ask your trainer."},
    {"test-under-way", "This test was begun and is not handed in. Go on with it."},
    {"trainer-pin-foreign",
     "The trainer's PIN was changed beside the program and opens nothing. Tell whoever is responsible for this computer."},
    {"trainer-pin-missing", "There is no trainer's PIN yet. The trainer sets it first, where this computer is named."},
};

// The same, of errors whose own message says more: it is told in English, and elsewhere this.
constexpr std::pair<const char*, const char*> errors_in_short[] = {
    {"attempt-not-readable", "This attempt cannot be read: its lesson or its entries do not fit. The record itself is untouched."},
    {"attempt-unknown", "There is no such attempt in this record."},
    {"certificate-none", "There is nothing to print of this attempt."},
    {"chance-fixed", "Chance can be fixed in a rehearsal only."},
    {"code-length", "A code has sixteen signs."},
    {"code-sign", "A code has the digits 2 to 9 and the letters without I and O."},
    {"content-damaged", "A lesson that the record keeps is damaged. Copy the record from a backup."},
    {"content-mismatch", "A lesson does not fit what the record keeps of it. Tell whoever looks after this computer."},
    {"database-missing", "There is no record there yet."},
    {"database-misuse", "The program made a mistake with the record. Nothing was saved. Tell whoever looks after this computer."},
    {"database-older", "The record was written by an earlier version. Open it once with this one."},
    {"demonstration", "This is a demonstration: nothing is kept."},
    {"erase-unfinished", "The name is gone from the record, but traces may be left on the disk. Do it again."},
    {"export-ended", "The program was told to end. Nothing was exported."},
    {"export-ending", "That file name has an ending of another kind of export. Name another file."},
    {"export-failed", "The results could not be written there. Check the drive and who may write there."},
    {"export-not-ours",
     "A file of that name is there and is not ours. It was left as it is, and nothing was written. Choose another folder."},
    {"export-older", "An export of another record is there. It was left as it is, and nothing was written. Choose another folder."},
    {"export-target", "That is a file, not a folder. Choose a folder."},
    {"families-unreadable", "The list of controls cannot be read."},
    {"file-exists", "A file of that name is there already. It was left as it is."},
    {"font-none", "No font was given."},
    {"font-unreadable", "A font cannot be read. Copy the program again."},
    {"fonts-missing", "The program's fonts are not there. Copy the whole folder of the program again."},
    {"grammar", "This line cannot be read."},
    {"json-depth", "A line of the record cannot be read."},
    {"json-order", "A line of the record cannot be read."},
    {"json-size", "A line of the record cannot be read."},
    {"json-syntax", "A line of the record cannot be read."},
    {"kept-format", "A lesson that the record keeps was written by a later version. Use that version."},
    {"kept-missing", "The record does not keep the lesson of this attempt."},
    {"language-unknown", "That language is not here."},
    {"lock-failed", "The data folder cannot be locked. Check who may write there, or choose another."},
    {"lock-held", "Another program is using the data folder. Close it first."},
    {"name-long", "This name is too long."},
    {"name-sign", "A name has letters, figures and punctuation. This one has another sign."},
    {"name-taken", "This name is taken: sign in with it, or add something to yours."},
    {"name-twice", "Several people of this record have that name. Sign in from the list."},
    {"no-steps", "The lesson has no steps."},
    {"number-there", "This person has a service number already. Take that back first."},
    {"number-unknown", "Nobody in the list of people has that service number."},
    {"other-content", "The attempt was made with another state of the lesson."},
    {"pdf-failed", "The page could not be made. Make room on the drive and try again."},
    {"pending", "The last action is still being saved."},
    {"person-exists", "That person is there already."},
    {"person-unknown", "There is no such person in this data folder."},
    {"pin-cost", "The program made a mistake with the PIN. Tell whoever looks after this computer."},
    {"pin-differs", "The two PINs differ. Nothing was changed."},
    {"pin-record", "The stored PIN cannot be read. Set a new one."},
    {"pin-there", "This person has a PIN already. Sign in with it."},
    {"pin-wait", "There were too many wrong tries. Wait before the next one."},
    {"pin-wrong", "That is not the trainer's PIN. Nothing was changed."},
    {"record-damaged", "An entry of the record cannot be read. Nothing was changed. Bring back a backup."},
    {"record-incomplete", "The newest part of this record may be missing. Nothing was exported."},
    {"record-line", "A line of the record cannot be read."},
    {"record-not-empty", "This record has entries already. An image is sealed with an empty one."},
    {"rule-condition", "The lesson has a rule that cannot be judged."},
    {"rule-form", "The lesson has a rule that cannot be judged."},
    {"scene-too-large", "The lesson holds more than can be played."},
    {"screenshot-failed", "The picture could not be written. Check the drive and who may write there."},
    {"session-unfinished", "A test could not be handed in. Nothing was lost: close the session again."},
    {"set-aside-exists", "A record was set aside here a moment ago. Try again."},
    {"set-aside-failed", "The record could not be set aside. Check who may write there."},
    {"set-aside-missing", "There is no record to set aside."},
    {"step-not-read", "The lesson has a step that cannot be played."},
    {"test-clock", "This computer's clock stands before your last try. Have the clock set right."},
    {"test-wait", "The next try is not possible yet. Home says from when on it is."},
    {"text-not-sealed", "The program made a mistake with an entry. Nothing was saved. Tell whoever looks after this computer."},
    {"then-not-forward", "The lesson has a way that leads nowhere."},
    {"tour-stuck", "The tour does not get on."},
    {"turn-taken", "This was recorded already. Open the lesson again."},
    {"ui-ambiguous", "More than one control has that name."},
    {"ui-disabled", "That control cannot be pressed now."},
    {"ui-hidden", "That control cannot be seen."},
    {"ui-no-such-key", "There is no such key."},
    {"ui-not-found", "There is no such control."},
    {"unknown-draw", "Chance never gives that."},
    {"unknown-step-kind", "The lesson has a kind of step that this version does not know."},
    {"unknown-word", "One of these words is not known."},
    {"walk-line", "This line of a walk cannot be read."},
    {"window-failed", "The window cannot be opened."},
};

template<std::size_t Count> const char* entry_of(const std::pair<const char*, const char*> (&table)[Count], std::string_view code) {
  for (const auto& [name, text] : table)
    if (code == name) return text;
  return nullptr;
}

} // namespace

std::string filled(std::string text, const Fill& fill) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto fits = [&](const auto& pair) { return text.compare(at, pair.first.size() + 2, "{" + pair.first + "}") == 0; };
    const auto found = text[at] == '{' ? std::find_if(fill.begin(), fill.end(), fits) : fill.end();
    if (found == fill.end()) {
      out += text[at++];
    } else {
      out += found->second;
      at += found->first.size() + 2;
    }
  }
  return out;
}

std::vector<Language> languages(const reading::FileSource& files) {
  std::vector<Language> all{{"en", "English", true}};
  for (const std::string& name : files.list("assets/lang")) {
    if (!name.ends_with(".po")) continue;
    const std::string code = name.substr(0, name.size() - 3);
    const auto translation = code == "en" ? std::nullopt : read_po(files, code);
    if (!translation || translation->size() == 0) continue;
    const std::string own_name = translation->text("language.name", "English");
    all.push_back({code, own_name == "English" ? code : own_name, translation->status() == reading::TranslationStatus::reviewed});
  }
  return all;
}

Words Words::load(const reading::FileSource& files, std::string_view language) {
  Words words;
  if (language == "en") return words;
  if (auto translation = read_po(files, language)) {
    words.language_ = language;
    words.translation_ = std::move(*translation);
  }
  return words;
}

bool Words::reviewed() const { return language_ == "en" || translation_.status() == reading::TranslationStatus::reviewed; }

std::string Words::tr(std::string_view context, std::string_view source, const Fill& fill) const {
  std::string text = translation_.text(context, source);
  if (language_ != "en" && text == source) missing_.insert(fmt::format("{}|{}", context, source));
  return fill.empty() ? text : filled(std::move(text), fill);
}

std::string Words::plural(std::string_view context, std::string_view one, std::string_view many, std::int64_t n, const Fill& fill) const {
  std::string text = translation_.plural(context, one, many, n);
  if (language_ != "en" && (text == one || text == many)) missing_.insert(fmt::format("{}|{}", context, one));
  Fill with_number = fill;
  with_number.emplace_back("n", std::to_string(n));
  return filled(std::move(text), with_number);
}

namespace {
constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr int buddhist_era = 543;
} // namespace

std::string Words::day(std::string_view iso) const {
  const auto number = [iso](std::size_t from, std::size_t length) { return std::stoi(std::string(iso.substr(from, length))); };
  if (language_ == "en" || iso.size() != 10) return std::string(iso);
  const int year = number(0, 4) + (language_ == "th" ? buddhist_era : 0);
  const auto month = static_cast<std::size_t>(number(5, 2) - 1);
  return fmt::format("{} {} {}", number(8, 2), tr("month", months[std::min(month, months.size() - 1)]), year);
}

std::vector<std::string> error_codes() {
  std::vector<std::string> all;
  for (const auto& entry : errors)
    all.emplace_back(entry.first);
  for (const auto& entry : errors_in_short)
    all.emplace_back(entry.first);
  return all;
}

std::vector<std::string> refusal_codes() {
  std::vector<std::string> all;
  for (const auto& entry : refusals)
    all.emplace_back(entry.first);
  return all;
}

std::string Words::refusal(std::string_view code, std::string_view sentence) const {
  if (!sentence.empty()) return tr("refused", sentence);
  if (const char* text = entry_of(refusals, code)) return tr("refused", text);
  return tr("refused", "That was not accepted ({code}).", {{"code", std::string(code)}});
}

std::string Words::error(const base::Error& error) const {
  if (const char* text = entry_of(errors, error.code)) return tr("error", text);
  const char* text = language_ == "en" ? nullptr : entry_of(errors_in_short, error.code);
  return text ? tr("error", text) : error.message;
}

} // namespace firsthand::content
