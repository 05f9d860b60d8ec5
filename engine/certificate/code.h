// The receipt code of an attempt: sixteen signs that stand on paper and lead back to the entry that ended it. Short enough to be
// read aloud; its 80 bits are too many for another record to have them by chance.
//
//   the first 80 bits of SHA-256( hash of the entry, 32 raw bytes ), five at a time, each as a sign of code_signs, in fours
#pragma once

#include "engine/base/result.h"
#include "engine/crypto/hash.h"

#include <string>
#include <string_view>

namespace firsthand::certificate {

constexpr std::string_view code_signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // what looks alike is left out: 0 O 1 I

std::string code_of(const crypto::Hash& entry); // "K7QM 2XPD 94TR HV3B"

// As code_of writes it, from what somebody typed: small letters, blanks and hyphens of any kind do not matter. Errors: "code-sign" (a sign
// that no code has), "code-length".
base::Result<std::string> read_code(std::string_view typed);

} // namespace firsthand::certificate
