// A bank of questions, fully read: bank.yaml, items/*.yaml beside it, pictures, translations. All findings come at once, those of
// single questions and those of the bank as a whole. Must not know what an answer is worth.
#pragma once

#include "engine/model/item.h"
#include "engine/reading/library.h"
#include "engine/reading/translation.h"

namespace firsthand::reading {

constexpr std::string_view banks_folder = "scenarios/banks/";

struct LoadedBank {
  model::Bank bank;
  model::Findings findings; // sorted
  std::vector<UsedFile> files;
  std::string path;                       // of bank.yaml
  std::vector<std::string> languages;     // that have a lang/*.po
  std::vector<model::Text> texts;         // all that is shown; each path once
  std::vector<model::Source> sources;     // of the bank and of the library's doctrine
  std::vector<model::Doctrine> doctrines; // the library's, for what is right by position
  std::vector<Dated> dates;               // for late_dates

  bool usable() const; // no finding is an error
  Translation translation(std::string_view language) const;
};

LoadedBank load_bank(const FileSource& files, const std::string& path);
std::string bank_path(std::string_view bank);                 // scenarios/banks/<bank>/bank.yaml
std::vector<std::string> bank_paths(const FileSource& files); // of all banks, by name

// 8 hex digits: what is asked and what is right. Reasons, sources, review and translations do not change it.
std::string item_version(const model::Item& item);

// A text that is practised, and where: "core-p/c01-lid", or the name of a lesson.
struct PractisedText {
  std::string text, place;
};
std::vector<PractisedText> practised_texts(const LoadedBank& bank); // none of a bank that measures
// Questions of a bank that measures which are practised too: who practised knows the answer.
model::Findings practised_findings(const LoadedBank& bank, std::span<const PractisedText> practised);

} // namespace firsthand::reading
