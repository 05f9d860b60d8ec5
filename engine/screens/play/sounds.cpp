// See sounds.h. It reads what the notebook reads, and nothing else.
#include "engine/screens/play/sounds.h"

#include "engine/report/attempt_timeline.h"
#include "engine/screens/play/news.h"

#include <algorithm>
#include <array>

namespace firsthand::screens {

namespace {

using model::FactKind;
using ui::Sound;

// Who did something in this turn, the learner or somebody who was told to: what they found out is no event.
bool is_doer(const session::Prepared& prepared, std::span<const model::Fact> facts, model::Symbol by) {
  if (by == prepared.words.learner) return true;
  return by != 0 &&
         std::any_of(facts.begin(), facts.end(), [&](const model::Fact& each) { return each.kind == FactKind::done && each.by == by; });
}

Sound of_event(const session::Prepared& prepared, const model::Fact& fact) {
  const model::Text* words = fact.kind == FactKind::said ? report::said_by(prepared, fact.entity, fact.name, fact.to)
                                                         : report::cue_words(prepared, fact.entity, fact.name, fact.to);
  return words && is_spoken(*words) ? Sound::waits : Sound::came;
}

bool takes_photograph(const session::Prepared& prepared, const model::Fact& fact) {
  const model::Verb* verb = report::verb_of(prepared, fact.entity, fact.name);
  return verb && report::has_tag(*verb, "photographs");
}

std::optional<Sound> of_fact(const session::Prepared& prepared, std::span<const model::Fact> facts, const model::Fact& fact) {
  const bool by_learner = fact.by == prepared.words.learner;
  switch (fact.kind) {
  case FactKind::attempt_ended:
    return Sound::over;
  case FactKind::step_entered:
    return Sound::further;
  case FactKind::said:
  case FactKind::seen:
    if (is_doer(prepared, facts, fact.by)) return std::nullopt; // what was looked for and asked for
    return of_event(prepared, fact);
  case FactKind::failed:
  case FactKind::cut_short:
    return by_learner ? std::optional(Sound::refused) : std::nullopt;
  case FactKind::done:
    if (!by_learner) return std::nullopt;
    return takes_photograph(prepared, fact) ? Sound::picture : Sound::done;
  case FactKind::noted:
    return Sound::written;
  case FactKind::waited:
  case FactKind::answered:
    return Sound::done;
  default:
    return std::nullopt;
  }
}

constexpr std::array ranks{Sound::over,    Sound::further, Sound::waits,   Sound::came,
                           Sound::refused, Sound::picture, Sound::written, Sound::done};

} // namespace

std::optional<Sound> sound_of(const session::Prepared& prepared, std::span<const model::Fact> facts) {
  std::size_t best = ranks.size();
  for (const model::Fact& fact : facts)
    if (const auto sound = of_fact(prepared, facts, fact))
      best = std::min(best, static_cast<std::size_t>(std::find(ranks.begin(), ranks.end(), *sound) - ranks.begin()));
  return best < ranks.size() ? std::optional(ranks[best]) : std::nullopt;
}

} // namespace firsthand::screens
