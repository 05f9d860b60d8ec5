// The custody form's rules half: filling, striking out, signing, and what is found wanting when it is signed.
#include "modules/custody-form/rules.h"

#include "modules/custody-form/rules_read.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::custody_form {

namespace {

using session::Action;

constexpr session::Refusal already_filled{"already-filled", "This field is filled already. Strike it out first."};
constexpr session::Refusal already_signed{"already-signed", "This sheet is signed. It cannot be changed."};
constexpr session::Refusal fields_empty{"fields-empty", "Some fields are still empty."};
constexpr session::Refusal no_such_sheet{"no-such-sheet", "There is no such sheet here."};
constexpr session::Refusal nothing_to_strike{"nothing-to-strike", "There is nothing to strike out."};
constexpr std::array own_refusals{already_filled, already_signed, fields_empty, no_such_sheet, nothing_to_strike};

// Slots: per sheet "signed at + 1" and who had the thing then, then two per field: picked + 1, times struck.
std::size_t sheet_slot(const CustodySpec& spec, std::size_t sheet) {
  std::size_t slot = 0;
  for (std::size_t i = 0; i < sheet; ++i)
    slot += 2 + 2 * spec.sheets[i].fields.size();
  return slot;
}

std::size_t field_slot(const CustodySpec& spec, std::size_t sheet, std::size_t field) { return sheet_slot(spec, sheet) + 2 + 2 * field; }

struct Target { // where an action points
  std::size_t sheet = 0;
  std::optional<std::size_t> field, pick;
};

std::optional<session::Refused> find_target(const CustodySpec& spec, const Action& action, Target& target) {
  bool found = false;
  for (std::size_t i = 0; i < spec.sheets.size(); ++i)
    if (spec.sheets[i].symbol == action.entity) target.sheet = i, found = true;
  if (!found) return session::Refused{no_such_sheet};
  const Sheet& sheet = spec.sheets[target.sheet];
  for (const auto& [key, value] : action.values)
    for (std::size_t i = 0; key == spec.field && i < sheet.fields.size(); ++i)
      if (sheet.fields[i].symbol == value) target.field = i;
  for (const auto& [key, value] : action.values) {
    if (key != spec.pick || !target.field) continue;
    const auto& picks = sheet.fields[*target.field].picks;
    for (std::size_t i = 0; i < picks.size(); ++i)
      if (picks[i].symbol == value) target.pick = i;
  }
  return std::nullopt;
}

model::Fact fact_about(const Sheet& sheet, model::Symbol name, model::Symbol from, model::Symbol to) {
  model::Fact fact;
  fact.kind = model::FactKind::module;
  fact.entity = sheet.symbol;
  fact.name = name;
  fact.from = from;
  fact.to = to;
  return fact;
}

std::size_t values_of(const CustodySpec& spec, model::Symbol verb) { return verb == spec.fill ? 2 : verb == spec.strike ? 1 : 0; }

// The receiver, if they really have it; else whoever was seen to have it. A sheet tells nothing that nobody saw.
model::Symbol holder_of(const session::Context& context, const Sheet& sheet) {
  const model::Symbol holder = context.scene.custodian(context.world, sheet.symbol);
  return holder == sheet.to_symbol ? holder : context.scene.seen_custodian(context.world.seen, sheet.symbol);
}

bool is_flawed(const session::Context& context, const Pick& pick) {
  if (!pick.conditional) return pick.flaw != 0;
  return !context.scene.holds(context.world, pick.right) || !context.scene.seen_holds(context.world.seen, 0, pick.seen);
}

Action action_on(const session::Context& context, const Sheet& sheet, model::Symbol verb) {
  Action action;
  action.step = context.step;
  action.verb = verb;
  action.entity = sheet.symbol;
  return action;
}

class CustodyModule final : public session::Module {
 public:
  const char* kind() const override { return "custody-form"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    return read_form(fields, context, symbols);
  }

  session::StepState begin(const session::Context& context) const override {
    const auto& spec = static_cast<const CustodySpec&>(context.spec);
    return {std::vector<std::int32_t>(sheet_slot(spec, spec.sheets.size()), 0)};
  }

  std::optional<session::Refused> decide(const session::Context& context, const Action& action,
                                         session::Decision& decision) const override {
    const auto& spec = static_cast<const CustodySpec&>(context.spec);
    Target target;
    if (action.kind != Action::Kind::act || action.with != 0) return session::Refused{"not-here"};
    if (auto refused = find_target(spec, action, target)) return refused;
    const SheetState sheet = sheet_state(spec, context.state, target.sheet);
    if (sheet.is_signed) return session::Refused{already_signed};
    if (action.values.size() > values_of(spec, action.verb)) return session::Refused{"no-such-option"};
    if (action.verb == spec.fill) return fill(spec, target, sheet, decision);
    if (action.verb == spec.strike) return strike(spec, target, sheet, decision);
    if (action.verb == spec.sign) return sign(context, spec, target, sheet, decision);
    return session::Refused{"not-here"};
  }

  session::Offers offers(const session::Context& context) const override {
    const auto& spec = static_cast<const CustodySpec&>(context.spec);
    session::Offers offers;
    for (std::size_t i = 0; i < spec.sheets.size(); ++i)
      offer_sheet(context, spec, i, offers);
    return offers;
  }

  session::Leaving leaving(const session::Context&) const override { return session::Leaving::may; }

  bool hands_in(const session::Spec& spec, const model::Fact& fact) const override {
    return fact.kind == model::FactKind::module && fact.name == static_cast<const CustodySpec&>(spec).signed_fact;
  }

  std::optional<session::Entry> entry(const session::Context& context, const model::Fact& fact) const override {
    const auto& spec = static_cast<const CustodySpec&>(context.spec);
    if (fact.kind != model::FactKind::module || fact.name != spec.gap) return std::nullopt;
    for (std::size_t i = 0; i < spec.sheets.size(); ++i)
      for (std::size_t field = 0; spec.sheets[i].symbol == fact.entity && field < spec.sheets[i].fields.size(); ++field)
        if (spec.sheets[i].fields[field].symbol == fact.from)
          return entry_in(context, spec.sheets[i].fields[field], sheet_state(spec, context.state, i).picked[field]);
    return std::nullopt;
  }

  std::vector<session::Unanswerable> unanswerable(const session::Context& context) const override {
    std::vector<session::Unanswerable> all;
    for (const Sheet& sheet : static_cast<const CustodySpec&>(context.spec).sheets)
      for (const Field& field : sheet.fields) {
        const auto wrong = [&](const Pick& pick) { return is_flawed(context, pick); };
        if (!field.picks.empty() && std::all_of(field.picks.begin(), field.picks.end(), wrong))
          all.push_back({sheet.exhibit + "/" + field.id, field.where});
      }
    return all;
  }

  std::vector<session::OptionList> option_lists(const session::Spec& base) const override {
    std::vector<session::OptionList> all;
    for (const Sheet& sheet : static_cast<const CustodySpec&>(base).sheets)
      for (const Field& field : sheet.fields) {
        session::OptionList list;
        for (const Pick& pick : field.picks)
          if (!pick.conditional) list.options.push_back({pick.text, pick.flaw == 0});
        if (list.options.size() == field.picks.size() && list.options.size() > 1) all.push_back(std::move(list));
      }
    return all;
  }

  // One sheet at a time, and of its fields the labels.
  void on_screen(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& sheets = static_cast<const CustodySpec&>(base).sheets;
    for (std::size_t i = 0; !sheets.empty() && i < sheets.front().fields.size(); ++i)
      visit(sheets.front().fields[i].label);
  }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const Form& form = static_cast<const CustodySpec&>(base).form;
    visit(form.agency);
    visit(form.unit);
    for (const Sheet& sheet : static_cast<const CustodySpec&>(base).sheets) {
      for (const Note& note : sheet.notes)
        visit(note.text);
      for (const Field& field : sheet.fields) {
        visit(field.label);
        if (!field.given.empty()) visit(field.given);
        for (const Pick& pick : field.picks)
          visit(pick.text);
      }
    }
  }

 private:
  static std::optional<session::Entry> entry_in(const session::Context& context, const Field& field, std::optional<std::size_t> picked) {
    if (!picked) return std::nullopt;
    session::Entry entry{&field.label, &field.picks[*picked].text, {}};
    for (const Pick& pick : field.picks)
      if (!is_flawed(context, pick)) entry.right.push_back(&pick.text);
    return entry;
  }

  static std::optional<session::Refused> fill(const CustodySpec& spec, const Target& target, const SheetState& sheet,
                                              session::Decision& decision) {
    if (!target.field || !target.pick) return session::Refused{"no-such-option"};
    if (sheet.picked[*target.field]) return session::Refused{already_filled};
    const Sheet& paper = spec.sheets[target.sheet];
    const std::size_t slot = field_slot(spec, target.sheet, *target.field);
    decision.state.slots[slot] = static_cast<std::int32_t>(*target.pick) + 1;
    const Field& field = paper.fields[*target.field];
    decision.facts.push_back(fact_about(paper, spec.filled, field.symbol, field.picks[*target.pick].symbol));
    return std::nullopt;
  }

  static std::optional<session::Refused> strike(const CustodySpec& spec, const Target& target, const SheetState& sheet,
                                                session::Decision& decision) {
    if (!target.field || !sheet.picked[*target.field]) return session::Refused{nothing_to_strike};
    const std::size_t slot = field_slot(spec, target.sheet, *target.field);
    decision.state.slots[slot] = 0;
    decision.state.slots[slot + 1] += 1;
    const Sheet& paper = spec.sheets[target.sheet];
    decision.facts.push_back(fact_about(paper, spec.struck, paper.fields[*target.field].symbol, 0));
    return std::nullopt;
  }

  static std::optional<session::Refused> sign(const session::Context& context, const CustodySpec& spec, const Target& target,
                                              const SheetState& sheet, session::Decision& decision) {
    if (sheet.empty > 0) return session::Refused{fields_empty};
    const Sheet& paper = spec.sheets[target.sheet];
    const model::Symbol holder = holder_of(context, paper);
    decision.state.slots[sheet_slot(spec, target.sheet)] = context.world.now + 1;
    decision.state.slots[sheet_slot(spec, target.sheet) + 1] = static_cast<std::int32_t>(holder);
    std::int64_t gaps = 0;
    for (std::size_t i = 0; i < paper.fields.size(); ++i) {
      if (!sheet.picked[i]) continue;
      const Pick& pick = paper.fields[i].picks[*sheet.picked[i]];
      if (!is_flawed(context, pick)) continue;
      decision.facts.push_back(fact_about(paper, spec.gap, paper.fields[i].symbol, pick.flaw));
      ++gaps;
    }
    if (holder == paper.to_symbol) decision.facts.push_back(fact_about(paper, spec.transferred, paper.from_symbol, paper.to_symbol));
    decision.facts.push_back(fact_about(paper, spec.signed_fact, 0, holder));
    decision.facts.back().amount = gaps;
    return std::nullopt;
  }

  static void offer_sheet(const session::Context& context, const CustodySpec& spec, std::size_t index, session::Offers& offers) {
    const Sheet& paper = spec.sheets[index];
    const SheetState sheet = sheet_state(spec, context.state, index);
    if (sheet.is_signed) return;
    for (std::size_t i = 0; i < paper.fields.size(); ++i) {
      const Field& field = paper.fields[i];
      if (sheet.picked[i]) {
        Action action = action_on(context, paper, spec.strike);
        action.values = {{spec.field, field.symbol}};
        offers.actions.push_back(std::move(action));
        continue;
      }
      for (const Pick& pick : field.picks) {
        Action action = action_on(context, paper, spec.fill);
        action.values = {{spec.field, field.symbol}, {spec.pick, pick.symbol}};
        offers.actions.push_back(std::move(action));
      }
    }
    if (sheet.empty == 0) offers.actions.push_back(action_on(context, paper, spec.sign));
  }
};

} // namespace

SheetState sheet_state(const CustodySpec& spec, const session::StepState& state, std::size_t sheet) {
  SheetState result;
  const std::size_t start = sheet_slot(spec, sheet);
  result.is_signed = state.slots[start] > 0;
  if (result.is_signed) result.signed_at = state.slots[start] - 1;
  result.holder = static_cast<model::Symbol>(state.slots[start + 1]);
  for (std::size_t i = 0; i < spec.sheets[sheet].fields.size(); ++i) {
    const std::size_t slot = field_slot(spec, sheet, i);
    const std::int32_t picked = state.slots[slot];
    result.picked.push_back(picked > 0 ? std::optional<std::size_t>(static_cast<std::size_t>(picked - 1)) : std::nullopt);
    result.struck.push_back(state.slots[slot + 1]);
    if (picked == 0 && !spec.sheets[sheet].fields[i].picks.empty()) ++result.empty;
  }
  return result;
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<CustodyModule>(); }

} // namespace firsthand::modules::custody_form
