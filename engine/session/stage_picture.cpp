// Reads the layers of a step's picture. Must not know what the things are.
#include "engine/session/stage_picture.h"

#include <algorithm>

namespace firsthand::session {

namespace {

// A name that is no cue is told and left out: nothing would ever be seen there.
std::vector<PicturePart> read_parts(const std::string& picture, const model::Id& of, const reading::ReadContext& context,
                                    reading::FindingCollector& findings) {
  std::vector<PicturePart> parts;
  const std::vector<model::Id> cues = context.cues_of(of);
  for (const reading::PictureMark& mark : context.marks(picture))
    if (std::find(cues.begin(), cues.end(), mark.name) != cues.end())
      parts.push_back({mark.name, mark.at});
    else if (!cues.empty())
      findings.unknown("F0834", mark.where, {{"part", mark.name}, {"thing", of}}, mark.name, cues);
  return parts;
}

std::vector<PictureCase> read_cases(reading::Fields& layer, const model::Id& of, const reading::ReadContext& context) {
  std::vector<PictureCase> cases;
  const model::Node* list = layer.any("is");
  if (!list) return cases;
  for (const model::Node& item : list->items)
    for (const model::Node::Pair& pair : item.pairs) {
      PictureCase one;
      layer.findings().mark_shown(pair.value);
      if (pair.key != "none") {
        model::Node name;
        name.where = pair.where;
        one.picture = context.picture(name, pair.key, layer.findings());
        one.parts = read_parts(one.picture, of, context, layer.findings());
      }
      one.when = context.seen_condition(pair.value, of, layer.findings());
      cases.push_back(std::move(one));
    }
  return cases;
}

StagePicture read_own(reading::Fields& fields, const reading::ReadContext& context, reading::Need need) {
  StagePicture stage;
  stage.base = context.picture(fields, "picture", need);
  for (reading::Fields& layer : fields.maps("layers", reading::Need::optional)) {
    PictureLayer one;
    one.of = context.entity(layer, "of");
    one.cases = read_cases(layer, one.of, context);
    one.beside = layer.needs_format_2("beside") && layer.yes_no("beside");
    layer.finish();
    stage.layers.push_back(std::move(one));
  }
  return stage;
}

const model::Step* find_step(const model::Scenario& scenario, const model::Id& id) {
  for (const model::Step& step : scenario.steps)
    if (step.id == id) return &step;
  return nullptr;
}

} // namespace

StagePicture read_stage_picture(reading::Fields& fields, const reading::ReadContext& context, reading::Need need) {
  if (!fields.has("shows")) return read_own(fields, context, need);
  std::vector<model::Id> steps;
  for (const model::Step& step : context.scenario().steps)
    if (step.params.find("picture")) steps.push_back(step.id);
  const model::Id shown = fields.word_of("shows", steps);
  const model::Step* step = find_step(context.scenario(), shown);
  if (!step || !step->params.find("picture")) return {};
  reading::Fields other(step->params, fields.findings(), "steps." + shown);
  return read_own(other, context, need);
}

} // namespace firsthand::session
