// The plural rule of a PO header, evaluated by descent. Bounded in length and depth; a rule that is not well formed gives
// nothing, and the caller takes form 0.
#include "engine/reading/translation.h"

#include <array>

namespace firsthand::reading {
namespace {

constexpr std::size_t most_rule_bytes = 512;
constexpr int most_rule_depth = 40;

class PluralRule {
 public:
  PluralRule(std::string_view rule, std::int64_t n) : text_(rule), n_(n) {}

  std::optional<std::int64_t> value() {
    const std::int64_t result = choice();
    spaces();
    if (!good_ || at_ != text_.size()) return std::nullopt;
    return result;
  }

 private:
  struct Operator {
    std::string_view sign;
    int level;
  };
  // Longer signs first, so that "<=" is not read as "<".
  static constexpr std::array<Operator, 13> operators{{{"||", 0},
                                                       {"&&", 1},
                                                       {"==", 2},
                                                       {"!=", 2},
                                                       {"<=", 3},
                                                       {">=", 3},
                                                       {"<", 3},
                                                       {">", 3},
                                                       {"+", 4},
                                                       {"-", 4},
                                                       {"*", 5},
                                                       {"/", 5},
                                                       {"%", 5}}};

  void spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'))
      ++at_;
  }
  bool take(std::string_view sign) {
    spaces();
    if (!text_.substr(std::min(at_, text_.size())).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }
  std::int64_t fail() {
    good_ = false;
    at_ = text_.size();
    return 0;
  }

  std::int64_t choice() {
    if (++depth_ > most_rule_depth) return fail();
    const std::int64_t condition = binary(0);
    std::int64_t result = condition;
    if (take("?")) {
      const std::int64_t yes = choice();
      if (!take(":")) return fail();
      const std::int64_t no = choice();
      result = condition != 0 ? yes : no;
    }
    --depth_;
    return result;
  }

  std::string_view operator_at(int level) {
    spaces();
    for (const Operator& one : operators)
      if (text_.substr(std::min(at_, text_.size())).starts_with(one.sign)) return one.level == level ? one.sign : std::string_view();
    return {};
  }

  std::int64_t binary(int level) {
    if (level > 5) return unary();
    std::int64_t left = binary(level + 1);
    for (std::string_view sign = operator_at(level); good_ && !sign.empty(); sign = operator_at(level)) {
      at_ += sign.size();
      left = apply(sign, left, binary(level + 1));
    }
    return left;
  }

  std::int64_t apply(std::string_view sign, std::int64_t a, std::int64_t b) {
    if (sign == "||") return a != 0 || b != 0;
    if (sign == "&&") return a != 0 && b != 0;
    if (sign == "==") return a == b;
    if (sign == "!=") return a != b;
    if (sign == "<=") return a <= b;
    if (sign == ">=") return a >= b;
    if (sign == "<") return a < b;
    if (sign == ">") return a > b;
    constexpr std::int64_t most = 1'000'000'000'000;
    if (a > most || b > most || a < -most || b < -most) return fail();
    if (sign == "+") return a + b;
    if (sign == "-") return a - b;
    if (sign == "*") return a > 1'000'000 || b > 1'000'000 || a < -1'000'000 || b < -1'000'000 ? fail() : a * b;
    if (b == 0) return fail();
    return sign == "/" ? a / b : a % b;
  }

  std::int64_t unary() {
    if (++depth_ > most_rule_depth) return fail();
    const std::int64_t result = take("!") ? (unary() == 0 ? 1 : 0) : primary();
    --depth_;
    return result;
  }

  std::int64_t primary() {
    if (take("(")) {
      const std::int64_t inner = choice();
      return take(")") ? inner : fail();
    }
    if (take("n")) return n_;
    std::int64_t number = 0;
    const std::size_t from = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && at_ - from < 10)
      number = number * 10 + (text_[at_++] - '0');
    return at_ == from ? fail() : number;
  }

  std::string_view text_;
  std::int64_t n_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool good_ = true;
};

} // namespace

std::optional<std::int64_t> plural_form(std::string_view rule, std::int64_t n) {
  if (rule.size() > most_rule_bytes || n < 0 || n > 1'000'000'000'000) return std::nullopt;
  return PluralRule(rule, n).value();
}

} // namespace firsthand::reading
