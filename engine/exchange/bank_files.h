// A bank as the files of its folder, in the form that authors write: bank.yaml, and items/<competency>.yaml.
#pragma once

#include "engine/model/item.h"

namespace firsthand::exchange {

struct BankFile {
  std::string path; // within the bank's folder
  std::string bytes;
};
std::vector<BankFile> bank_files(const model::Bank& bank);

} // namespace firsthand::exchange
