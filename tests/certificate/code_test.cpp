// The code on paper: what it is made of, and what is taken for it when somebody types it.
#include "engine/certificate/code.h"

#include <doctest/doctest.h>

using namespace firsthand;
using certificate::code_of;
using certificate::read_code;

namespace {

std::string read_or_error(std::string_view typed) {
  const auto code = read_code(typed);
  return code.ok() ? *code : code.error().code;
}

} // namespace

// By hand: printf <hash> | xxd -r -p | sha256sum, and its first 80 bits five at a time.
TEST_CASE("code: sixteen signs of the SHA-256 of the entry's hash, in fours") {
  const auto entry = crypto::parse_hash("f1c5552b8e0a56924cd6e9129873933bcedb2edaf39657d10aecfcd9893b70c1");
  REQUIRE(entry);
  CHECK(code_of(*entry) == "5ES7 3JRN GB2G 9W7S");
  CHECK(code_of(crypto::Hash{}) != code_of(*entry));
}

TEST_CASE("code: every sign of the alphabet can be read back, and none that looks like another is in it") {
  CHECK(certificate::code_signs.size() == 32);
  for (const char alike : {'0', 'O', '1', 'I'})
    CHECK(certificate::code_signs.find(alike) == certificate::code_signs.npos);
  CHECK(read_or_error("23456789ABCDEFGH") == "2345 6789 ABCD EFGH");
  CHECK(read_or_error("JKLMNPQRSTUVWXYZ") == "JKLM NPQR STUV WXYZ");
}

TEST_CASE("code: small letters, blanks, hyphens and line ends do not matter") {
  for (const char* typed : {"k7qm2xpd94trhv3b", "K7QM-2XPD-94TR-HV3B", " K7QM  2XPD\n94TR\tHV3B ", "k7-qm2xpd94 trhv-3b",
                            "K7QM–2XPD—94TR\u00A0HV3B", "K7QM\u20112XPD\u200B94TR.HV3B"})
    CHECK(read_or_error(typed) == "K7QM 2XPD 94TR HV3B");
}

TEST_CASE("code: what no code holds is named, and so is one that is too short or too long") {
  for (const char* sign : {"0", "O", "1", "I", "i", "o", "ก", "!", "Ａ", "Ł"}) {
    const auto code = read_code(std::string(sign) + "7QM2XPD94TRHV3B");
    REQUIRE_FALSE(code.ok());
    CHECK(code.error().code == "code-sign");
    CHECK(code.error().message.find(sign) != std::string::npos);
  }
  CHECK(read_or_error("K7QM 2XPD 94TR HV3") == "code-length");
  CHECK(read_or_error("K7QM 2XPD 94TR HV3BB") == "code-length");
  CHECK(read_or_error("") == "code-length");
  CHECK(read_or_error("\xff") == "code-sign");
}
