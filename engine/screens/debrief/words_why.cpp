// Why it came to it, in words: the act, what followed, the loss; and from when on something else was possible. Pure.
#include "engine/screens/debrief/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

using report::ItemOutcome;
using report::JudgedRule;

bool turned_on_luck(const causes::Cause* cause) {
  return cause && (cause->answer == causes::Answer::chance || cause->answer == causes::Answer::unforeseen);
}

namespace {

constexpr std::size_t most_links = 2;

const ItemOutcome* lost_by(const Teller& t, const JudgedRule& judged) {
  const ItemOutcome* item = t.source.debrief.headline;
  const JudgedRule* main = explaining(t).main_rule();
  return item && main && &judged == explaining(t).told_rule() && explaining(t).explains(*main, *item) ? item : nullptr;
}

// Of what the act shows at once on the very thing no more is said than the act.
bool is_link(const report::Lane& lane, const report::Mark& mark, const JudgedRule& judged, const ItemOutcome& item) {
  if (lane.entity == 0 || mark.kind != report::Mark::Kind::event || !mark.text || mark.number) return false;
  if (lane.entity == judged.act.entity && mark.turn == judged.act.turn) return false;
  return mark.at >= judged.act.at && mark.at <= item.at && mark.turn >= judged.act.turn && mark.turn <= item.turn;
}

// What was seen of things between the act and the loss, as it was seen.
std::string what_followed(const Teller& t, const JudgedRule& judged, const ItemOutcome& item) {
  std::vector<std::pair<base::Seconds, std::string>> seen;
  for (const report::Lane& lane : t.source.debrief.lanes)
    for (const report::Mark& mark : lane.marks)
      if (is_link(lane, mark, judged, item)) seen.emplace_back(mark.at, t.say(*mark.text));
  std::stable_sort(seen.begin(), seen.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<std::string> links;
  for (auto& [at, words] : seen)
    if (links.size() < most_links && !words.empty()) links.push_back(std::move(words));
  return links.empty() ? std::string() : sentence(t.tr("Then: {what}", {{"what", joined(links, "; ")}}));
}

// It came about in the very act, as the learner's own doing.
bool came_in_the_act(const Teller& t, const JudgedRule& judged, const ItemOutcome& item) {
  if (item.turn != judged.act.turn || was_left_undone(judged)) return false;
  for (const report::Turn& turn : t.source.timeline.turns)
    for (const model::Fact& fact : turn.facts)
      if (turn.number == item.turn && fact.entity == item.entity && fact.name == item.item && fact.at == item.at &&
          fact.by == t.source.timeline.prepared.words.learner)
        return true;
  return false;
}

// Without the deed it would not have come to it: it was that.
bool did_it(const causes::Cause* cause, const JudgedRule& judged) {
  return cause && names_the_deed(*cause, judged) && cause->change == causes::Change::left_out;
}

enum class Led : std::uint8_t { no, to_it };

// Who did it, if somebody else did, and what was seen of it.
std::string deed_of_another(const Teller& t, const ItemOutcome& item) {
  const session::Prepared& prepared = t.source.timeline.prepared;
  if (item.by == 0 || item.by == prepared.words.learner) return {};
  for (const report::Turn& turn : t.source.timeline.turns)
    for (const model::Fact& fact : turn.facts) {
      if (turn.number != item.turn || fact.kind != model::FactKind::seen || fact.entity != item.entity || fact.at != item.at) continue;
      if (const model::Text* seen = report::cue_words(prepared, fact.entity, fact.name, fact.to))
        return sentence(t.tr("{who}: {what}", {{"who", t.name(item.by)}, {"what", t.say(*seen)}}));
    }
  return {};
}

// What was lost for good after it was out of reach was no loss until then.
std::string loss_words(const Teller& t, const ItemOutcome& item, Led led) {
  const std::string loss = headline_of_item(t, item);
  if (item.at == base::never) return sentence(loss);
  const bool twice = item.lost_at != base::never && !item.holding->sealed.empty();
  const content::Fill fill{{"time", t.clock(twice ? item.lost_at : item.at)}, {"loss", loss}};
  std::vector<std::string> all{deed_of_another(t, item)};
  if (twice) all.push_back(sentence(t.tr("At {time}: {loss}", {{"time", t.clock(item.at)}, {"loss", t.say(item.holding->sealed)}})));
  all.push_back(sentence(led == Led::to_it ? t.tr("So at {time}: {loss}", fill) : t.tr("At {time}: {loss}", fill)));
  std::erase(all, std::string());
  return joined(all, " ");
}

// Of what nobody took, and nothing happened to.
std::string without_that(const Teller& t, const ItemOutcome& item) {
  return item.at == base::never ? t.tr("Without that it would have been secured.") : std::string();
}

bool is_for_instead(const causes::Cause& cause) { return !causes::remedy_of(cause).empty(); }

// What decided it, where neither the deed says it nor what should have been done instead; of the latter, that nothing spoke for it.
std::string what_decided(const Teller& t, const causes::Cause* cause, const JudgedRule* told, const ItemOutcome& item) {
  if (!cause || cause->answer == causes::Answer::undecided) return {};
  if (is_for_instead(*cause))
    return cause->answer == causes::Answer::unforeseen ? t.tr("Nothing that could be seen by then spoke for it.") : std::string();
  if (told && did_it(cause, *told)) return without_that(t, item);
  if (told && cause->answer == causes::Answer::chance) return {}; // the rule that was broken tells it
  return told && names_the_deed(*cause, *told) ? std::string() : cause_words(t, cause);
}

// What was left undone is named, a deed told; what neither was, is told by the loss.
std::string told_deed(const Teller& t, const JudgedRule& judged) {
  if (was_left_undone(judged)) return fmt::format("“{}”: {}", t.say(judged.rule->title), what_was_done(t, judged));
  const causes::Cause* own = judged.act.text || judged.act.handed_in ? nullptr : explaining(t).of(judged);
  return own && (is_for_instead(*own) || own->answer == causes::Answer::undecided) ? std::string() : what_was_done(t, judged);
}

void tell_loss(const Teller& t, const JudgedRule& judged, const ItemOutcome& item, DebriefBlock& block, std::vector<std::string>& words) {
  const causes::Cause* cause = explaining(t).of(item);
  if (judged.act.text && !was_left_undone(judged)) words.push_back(what_followed(t, judged, item));
  if (words.front().empty()) block.lead.clear();
  words.push_back(loss_words(t, item, did_it(cause, judged) || came_in_the_act(t, judged, item) ? Led::to_it : Led::no));
  words.push_back(what_decided(t, cause, &judged, item));
}

} // namespace

DebriefBlock why_of_rule(const Teller& t, const JudgedRule& judged, Reason reason) {
  const bool all_is_well = t.source.debrief.ending == session::Ending::passed && !t.source.debrief.headline;
  DebriefBlock block{DebriefBlock::Kind::why, all_is_well ? t.tr("What could be better") : t.tr("Why"), when_and_what(t, judged), {}, {}};
  std::vector<std::string> words{told_deed(t, judged)};
  if (const ItemOutcome* item = lost_by(t, judged)) tell_loss(t, judged, *item, block, words);
  if (reason == Reason::with) words.push_back(t.say(judged.rule->why));
  block.words = joined(words, " ");
  return block;
}

// Nothing: why is not known, and does not come.
std::optional<DebriefBlock> why_without_rule(const Teller& t, const ItemOutcome& item) {
  const causes::Cause* cause = explaining(t).of(item);
  const std::string decided = what_decided(t, cause, nullptr, item);
  const bool known = cause && (!decided.empty() || is_for_instead(*cause));
  if (!known && !t.source.causes_come) return std::nullopt;
  DebriefBlock block{DebriefBlock::Kind::why, t.tr("Why"), {}, {}, {}};
  std::vector<std::string> words;
  if (turned_on_luck(cause))
    for (const DebriefLuck& luck : bad_luck(t))
      words.push_back(t.tr("{thing}: {outcome}.", {{"thing", luck.thing}, {"outcome", luck.words}}));
  words.push_back(loss_words(t, item, Led::no));
  words.push_back(known ? decided : t.tr("Which act decided it is being worked out."));
  block.words = joined(words, " ");
  return block;
}

// The act that was missing, since when and until when it would have done, and what ended that.
std::string possible_words(const Teller& t, const causes::Cause* cause) {
  if (!cause || !is_for_instead(*cause)) return {};
  if (cause->change == causes::Change::good_way) return until_words(t, *cause);
  const content::Fill fill{{"from", t.clock(cause->from)}, {"until", t.clock(cause->until)}, {"act", remedy_words(t, *cause)}};
  std::vector<std::string> all{cause->from == cause->until ? t.tr("It was possible at {until}: {act}.", fill)
                                                           : t.tr("It was possible from {from} to {until}: {act}.", fill),
                               then_words(t, *cause)};
  if (cause->look) all.push_back(t.tr("A look would have told: {act}.", {{"act", act_words(t, *cause->look)}}));
  return joined(all, " ");
}

} // namespace firsthand::screens::debrief
