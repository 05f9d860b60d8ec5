// What was done well, in words: where nothing grave contradicts it. Pure.
#include "engine/screens/debrief/words.h"

#include <algorithm>

namespace firsthand::screens::debrief {

using report::ItemOutcome;
using report::JudgedRule;

namespace {

bool asks_for_a_deed(const JudgedRule& judged) { return judged.rule->on.has_value() && judged.act.turn >= 0; }

// Nobody is praised for a skill in which something grave went wrong, nor for guarding what was lost all the same, unless by chance.
bool spoilt(const Teller& t, const JudgedRule& kept) {
  const report::Debrief& debrief = t.source.debrief;
  const ItemOutcome* lost = debrief.headline;
  if (lost && kept.rule->harm == "destroys" && is_about(kept, lost->entity) && !turned_on_luck(explaining(t).of(*lost))) return true;
  return std::any_of(debrief.broken.begin(), debrief.broken.end(), [&](const JudgedRule& broken) {
    return broken.rule->severity != model::Severity::minor && broken.rule->competency == kept.rule->competency;
  });
}

// Things worth saying: deeds before mere abstaining, the grave before the small, each of another competency.
std::vector<const JudgedRule*> praised(const Teller& t, std::size_t most) {
  std::vector<const JudgedRule*> order;
  for (const JudgedRule& judged : t.source.debrief.kept)
    if (!judged.rule->well.empty() && came_up(t, judged) && !spoilt(t, judged)) order.push_back(&judged);
  std::stable_sort(order.begin(), order.end(),
                   [](const JudgedRule* a, const JudgedRule* b) { return asks_for_a_deed(*a) && !asks_for_a_deed(*b); });
  std::vector<const JudgedRule*> chosen;
  for (const JudgedRule* judged : order) {
    const auto same = [&](const JudgedRule* other) { return other->rule->competency == judged->rule->competency; };
    if (chosen.size() < most && std::none_of(chosen.begin(), chosen.end(), same)) chosen.push_back(judged);
  }
  return chosen;
}

} // namespace

// Who lost nothing and broke nothing hears more of what was good: there is nothing else to say.
void add_praise(const Teller& t, DebriefState& state) {
  const bool nothing_else = state.blocks.empty();
  std::size_t room =
      words_on_page_one(state) < limit_of_page_one ? static_cast<std::size_t>(limit_of_page_one - words_on_page_one(state)) : 0;
  int praises = 0;
  DebriefBlock block{DebriefBlock::Kind::well, t.tr("You did well"), {}, {}, {}};
  for (const JudgedRule* judged : praised(t, nothing_else ? 4 : 9)) {
    if (praises == 2 && !nothing_else) break;
    const std::string words = sentence(t.say(judged->rule->well));
    const auto needed = static_cast<std::size_t>(count_words(words)) + (block.words.empty() ? 3u : 0u);
    if (needed > room) continue;
    room -= needed;
    ++praises;
    block.words += (block.words.empty() ? "" : nothing_else ? "\n" : " ") + words;
  }
  if (block.words.empty()) return;
  const auto asked = std::find_if(state.blocks.begin(), state.blocks.end(),
                                  [](const DebriefBlock& each) { return each.kind == DebriefBlock::Kind::asked; });
  state.blocks.insert(asked, std::move(block));
}

} // namespace firsthand::screens::debrief
