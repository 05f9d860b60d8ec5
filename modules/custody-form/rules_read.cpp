// Sheets, fields and picks from the author's map, with a finding for a field that cannot be filled rightly.
#include "modules/custody-form/rules_read.h"

#include <algorithm>
#include <map>

namespace firsthand::modules::custody_form {

namespace {

// What the doctrine's rules look for on a form.
std::vector<model::Id> known_flaws(const model::Doctrine& doctrine) {
  std::vector<model::Id> known;
  for (const model::Rule& rule : doctrine.rules)
    for (const auto& pattern : {rule.never, rule.on})
      if (pattern && pattern->kind == model::FactKind::module && pattern->names == std::vector<model::Id>{"custody-form.gap"})
        known.insert(known.end(), pattern->to.begin(), pattern->to.end());
  return known;
}

// A flaw that no rule looks for costs nothing. A doctrine without any such rule does not judge forms.
void check_flaw(reading::Fields& fields, const reading::ReadContext& context, const model::Id& flaw) {
  const model::Doctrine& doctrine = context.scenario().doctrine;
  const std::vector<model::Id> known = known_flaws(doctrine);
  if (known.empty() || std::find(known.begin(), known.end(), flaw) != known.end()) return;
  fields.findings().unknown("F0832", fields.where("flaw"), {{"flaw", flaw}, {"doctrine", doctrine.id}}, flaw, known);
}

Pick read_pick(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  Pick pick;
  pick.id = fields.id("id");
  pick.symbol = symbols.intern(pick.id);
  pick.text = fields.text("text", reading::Need::required, 15);
  pick.conditional = fields.has("right") || fields.has("seen");
  if (fields.has("right")) pick.right = context.true_condition(fields, "right");
  if (fields.needs_format_2("seen")) pick.seen = context.seen_condition(fields, "seen", reading::Need::required);
  const model::Id flaw = fields.id("flaw", pick.conditional ? reading::Need::required : reading::Need::optional);
  if (!flaw.empty()) pick.flaw = symbols.intern(flaw), check_flaw(fields, context, flaw);
  fields.finish();
  return pick;
}

Field read_field(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  Field field;
  field.id = fields.id("id");
  field.symbol = symbols.intern(field.id);
  field.where = fields.where();
  field.label = fields.text("label");
  if (fields.has("given"))
    field.given = fields.text("given");
  else
    for (reading::Fields& pick : fields.maps("picks"))
      field.picks.push_back(read_pick(pick, context, symbols));
  const auto can_be_right = [](const Pick& pick) { return pick.conditional || pick.flaw == 0; };
  if (field.given.empty() && std::none_of(field.picks.begin(), field.picks.end(), can_be_right))
    fields.findings().add("F0831", fields.where(), {{"field", field.id}});
  fields.finish();
  return field;
}

std::vector<Note> read_notes(reading::Fields& fields, const reading::ReadContext& context) {
  std::map<std::size_t, model::Condition> seen;
  const auto more = [&](std::size_t index, reading::Fields& note) {
    note.needs_format_2("if");
    seen[index] = context.seen_condition(note, "if", reading::Need::required);
  };
  std::vector<Note> notes;
  for (model::Text& text : fields.texts("notes", reading::Need::optional, 0, more)) {
    const std::size_t index = notes.size();
    notes.push_back({std::move(text), seen[index]});
  }
  return notes;
}

// What nobody can have is handed to nobody.
void check_custody(reading::Fields& fields, const reading::ReadContext& context, const model::Id& exhibit) {
  const model::EntityUse* use = context.scenario().entity(exhibit);
  if (!use) return;
  const model::EntityModel& model = context.scenario().model_of(*use);
  const bool held = std::any_of(model.relations.begin(), model.relations.end(), [](const model::Relation& each) { return each.custody; });
  if (!held && !model.id.empty()) fields.findings().add("F0833", fields.where("for"), {{"exhibit", exhibit}, {"model", model.id}});
}

Sheet read_sheet(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  Sheet sheet;
  sheet.exhibit = context.entity(fields, "for", {model::EntityKind::exhibit});
  sheet.symbol = symbols.intern(sheet.exhibit);
  check_custody(fields, context, sheet.exhibit);
  sheet.notes = read_notes(fields, context);
  reading::Fields transfer = fields.map("transfer");
  sheet.from = context.entity(transfer, "from", {model::EntityKind::person});
  sheet.to = context.entity(transfer, "to", {model::EntityKind::person});
  sheet.from_symbol = symbols.intern(sheet.from);
  sheet.to_symbol = symbols.intern(sheet.to);
  transfer.finish();
  for (reading::Fields& field : fields.maps("fields"))
    sheet.fields.push_back(read_field(field, context, symbols));
  fields.finish();
  return sheet;
}

Form read_head(reading::Fields& fields) {
  Form form;
  reading::Fields head = fields.map("form");
  form.agency = head.text("agency");
  form.unit = head.text("unit");
  form.number = head.written("number");
  form.serial = head.written("serial");
  form.case_number = head.written("case");
  head.finish();
  return form;
}

} // namespace

std::shared_ptr<const session::Spec> read_form(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  auto spec = std::make_shared<CustodySpec>();
  spec->form = read_head(fields);
  for (reading::Fields& sheet : fields.maps("sheets"))
    spec->sheets.push_back(read_sheet(sheet, context, symbols));
  spec->fill = symbols.intern("fill");
  spec->strike = symbols.intern("strike");
  spec->sign = symbols.intern("sign");
  spec->field = symbols.intern("field");
  spec->pick = symbols.intern("pick");
  spec->filled = symbols.intern("custody-form.filled");
  spec->struck = symbols.intern("custody-form.struck");
  spec->gap = symbols.intern("custody-form.gap");
  spec->signed_fact = symbols.intern("custody-form.signed");
  spec->transferred = symbols.intern("custody-form.transferred");
  return spec;
}

} // namespace firsthand::modules::custody_form
