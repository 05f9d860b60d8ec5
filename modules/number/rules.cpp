// The number's rules half: what was written as an amount, and how far it is from the right one.
#include "modules/number/rules.h"

#include "engine/assessment/mark.h"
#include "engine/reading/item_parts.h"
#include "engine/reading/signs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace firsthand::modules::number {

namespace {

using session::right_per_mille;

constexpr std::size_t unit_slot = session::own_slot; // counted from 1
constexpr std::string_view letters = "0123456789.-";
constexpr std::size_t most_whole = 9, most_part = 3; // figures before and behind the point
constexpr std::size_t longest = 1 + most_whole + 1 + most_part;
constexpr std::int64_t most_written = 1'000'000'000;
constexpr std::int64_t farthest = std::numeric_limits<std::int64_t>::max();

constexpr session::Refusal no_number{"no-number", "Write a number, such as 12 or -3.5."};
constexpr session::Refusal unit_missing{"unit-missing", "Say in which unit."};
constexpr std::array own_refusals{no_number, unit_missing};

bool is_figures(std::string_view text) { return text.find_first_not_of("0123456789") == text.npos; }

std::int64_t figures(std::string_view text) {
  std::int64_t value = 0;
  for (const char figure : text)
    value = value * 10 + (figure - '0');
  return value;
}

// "-3.5": -3500.
std::optional<std::int64_t> thousandths(std::string_view text) {
  const bool below = text.starts_with('-');
  if (below) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point), part = text.substr(std::min(point + 1, text.size()));
  if (whole.empty() || whole.size() > most_whole || part.size() > most_part || !is_figures(whole) || !is_figures(part)) return std::nullopt;
  if (part.empty() != (point == text.size())) return std::nullopt;
  const std::int64_t value = figures(whole) * 1000 + figures(fmt::format("{:0<3}", part));
  return below ? -value : value;
}

std::int64_t times(std::int64_t value, std::int64_t scale) {
  if (value > farthest / scale || value < -(farthest / scale)) return value < 0 ? -farthest : farthest;
  return value * scale / 1000;
}

// Nothing where it has more than three figures behind the point.
std::optional<std::string> in_unit(std::int64_t amount, std::int64_t scale) {
  if (std::abs(amount) > farthest / 1000 || amount * 1000 % scale != 0) return std::nullopt;
  const std::int64_t value = amount * 1000 / scale, size = std::abs(value);
  std::string text = fmt::format("{}{}.{:03}", value < 0 ? "-" : "", size / 1000, size % 1000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return size / 1000 < most_written ? std::optional(text) : std::nullopt;
}

std::int64_t scale_of(const model::Item& item, std::size_t unit) {
  return unit < item.number.units.size() ? item.number.units[unit].scale : 1000;
}

// In the unit in which it is shortest; empty if there is none.
Written as_written(const model::Item& item, std::int64_t amount) {
  Written best;
  const bool bare = item.number.units.empty();
  for (std::size_t unit = 0; unit < std::max<std::size_t>(1, item.number.units.size()); ++unit) {
    const auto text = in_unit(amount, scale_of(item, unit));
    if (!text || (!best.number.empty() && text->size() >= best.number.size())) continue;
    best.number = *text;
    best.unit = bare ? no_unit : unit;
  }
  return best;
}

class NumberModule final : public session::ItemQuestion {
 public:
  const char* kind() const override { return "number"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }
  bool answers_in_rows() const override { return true; }
  session::Interaction interaction() const override { return session::Interaction::fill_in; }

  std::vector<session::Answer> right_answers(const session::Spec& base) const override {
    const auto& spec = static_cast<const NumberSpec&>(base);
    const Written right = right_of(spec);
    session::Answer answer;
    for (std::string& sign : session::signs_of(right.number))
      answer.push_back({std::move(sign), {}});
    if (right.unit != no_unit) answer.push_back({spec.item.number.units[right.unit].id, "unit"});
    return {answer};
  }

 protected:
  model::ItemKind item_kind() const override { return model::ItemKind::number; }
  void read_parts(reading::Fields& fields, model::Item& item) const override {
    reading::read_number(fields, item);
    if (as_written(item, item.number.answer).number.empty()) fields.findings().add("F0862", fields.where("answer"));
  }
  std::shared_ptr<session::ItemSpec> make_spec() const override { return std::make_shared<NumberSpec>(); }

  void name(session::ItemSpec& base, model::Symbols& symbols) const override {
    auto& spec = static_cast<NumberSpec&>(base);
    spec.verb = symbols.intern("answer");
    spec.unit = symbols.intern("unit");
    session::name_signs(spec, session::signs_of(letters), symbols);
    for (const model::ItemUnit& unit : spec.item.number.units)
      spec.units.push_back(symbols.intern(unit.id));
    spec.slots.count = unit_slot + 1;
  }

  std::optional<session::Refused> take(const session::Context& context, const Values& values, Reply& reply) const override {
    const auto& spec = static_cast<const NumberSpec&>(context.spec);
    Values rest = values;
    Written now;
    if (auto refused = session::take_signs(spec, rest, now.number)) return refused;
    if (rest.size() > 1) return session::Refused{"twice"};
    for (const auto& [key, value] : rest) {
      now.unit = static_cast<std::size_t>(std::find(spec.units.begin(), spec.units.end(), value) - spec.units.begin());
      if (key != spec.unit || now.unit == spec.units.size()) return session::Refused{"no-such-option"};
    }
    const auto amount = amount_of(spec, now.number, now.unit);
    if (!amount) return session::Refused{no_number};
    if (now.unit == no_unit && !spec.units.empty()) return session::Refused{unit_missing};
    tell(context, spec, now, reply);
    reply.per_mille = assessment::mark(spec.item, {{}, amount, {}});
    return std::nullopt;
  }

  // The right one and one that is not.
  std::vector<Values> some_answers(const session::Context& context) const override {
    const auto& spec = static_cast<const NumberSpec&>(context.spec);
    const model::ItemNumber& number = spec.item.number;
    const std::int64_t step = scale_of(spec.item, 0);
    const std::int64_t wrong = number.answer + number.tolerance / step * step + step;
    return {values_for(spec, right_of(spec)), values_for(spec, as_written(spec.item, wrong))};
  }

 private:
  static Values values_for(const NumberSpec& spec, const Written& written) {
    Values values = session::signs_for(spec, written.number);
    if (written.unit != no_unit) values.emplace_back(spec.unit, spec.units[written.unit]);
    return values;
  }

  static void tell(const session::Context& context, const NumberSpec& spec, const Written& now, Reply& reply) {
    session::tell_signs(context, spec, now.number, reply.state, reply.facts);
    reply.state.slots[unit_slot] = now.unit == no_unit ? 0 : static_cast<std::int32_t>(now.unit) + 1;
    if (now.unit == no_unit) return;
    reply.facts.push_back(session::answered_fact(context, spec.units[now.unit], 0));
    reply.facts.back().from = spec.unit;
  }
};

} // namespace

std::optional<std::int64_t> amount_of(const NumberSpec& spec, std::string_view number, std::size_t unit) {
  const auto value = thousandths(number);
  if (!value) return std::nullopt;
  return times(*value, scale_of(spec.item, unit));
}

Written written(const NumberSpec& spec, const session::StepState& state) {
  Written now{session::given(spec, state), session::written_in(spec, state), no_unit};
  if (state.slots[unit_slot] > 0) now.unit = static_cast<std::size_t>(state.slots[unit_slot] - 1);
  return now;
}

std::string fitting(std::string_view typed) {
  std::string kept;
  for (const std::string& sign : session::signs_of(reading::in_plain_digits(typed).value_or(std::string(typed)))) {
    const std::string meant = sign == "," ? "." : sign == "−" || sign == "–" ? "-" : sign;
    if (meant.size() == 1 && letters.find(meant) != std::string_view::npos && kept.size() < longest) kept += meant;
  }
  return kept;
}

Written right_of(const NumberSpec& spec) { return as_written(spec.item, spec.item.number.answer); }

const model::Text& reason_of(const NumberSpec& spec, const Written& written) {
  const auto amount = amount_of(spec, written.number, written.unit);
  for (const model::ItemNear& near : spec.item.number.near)
    if (amount == near.amount && written.per_mille < right_per_mille) return near.why;
  return spec.item.why;
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<NumberModule>(); }

} // namespace firsthand::modules::number
