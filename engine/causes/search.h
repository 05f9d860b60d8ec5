// The search for the causes of one attempt. Private to this room.
#pragma once

#include "engine/causes/options.h"

namespace firsthand::causes {

constexpr int only_avoided = 2, not_foreseen = 4, merely_time = 8; // see Search::grade

class Search {
 public:
  Search(const session::Prepared& prepared, const Record& record, const Story& story, Bound bound)
      : prepared_(prepared), record_(record), story_(story), bound_(bound), options_(prepared, record, story),
        items_(prepared.scene.items(story.before.back().world)), judgements_(prepared.rule_set.judgements(story.before.back().judgements)) {
  }

  Causes run();

 private:
  // What is asked about; `index` into items_ or judgements_.
  struct Question {
    Mishap of;
    std::size_t index = 0;
    std::size_t last = 0; // acts[last] is the last one that could have been another
    bool twice = false;   // of a loss: it was out of reach before, and then lost for good by the learner's own deed in acts[last]
  };
  // How good a way out is: the smaller the better; what is none has no grade.
  struct WayOut {
    Option option;
    int grade = 0;
    std::optional<session::Action> look;
  };

  std::vector<Question> questions() const;
  Cause answer(const Question& question);
  std::optional<WayOut> best_change(const Question& question, bool& exhausted);
  bool by_the_good_way(const Question& question, const Way& way, bool even_avoided, Cause& cause);
  bool does(const Question& question, const Outcome& outcome, bool even_avoided) const;
  std::vector<session::Action> needed(const Question& question, std::size_t at, Way way, bool even_avoided);
  Part part_of(const Question& question, std::size_t at);
  bool by_the_mended_way(const Question& question, Cause& cause);
  void tell(const Question& question, const WayOut& way, Cause& cause);
  base::Seconds possible_from(const Question& question, const WayOut& way);
  void tell_until(const Question& question, const WayOut& way, Cause& cause);
  template<class Helps> void tell_end(std::size_t at, Helps helps_after, Cause& cause);
  const Option* same_before(std::size_t at, const session::Action& act);
  bool helps(const Question& question, const WayOut& way, const Outcome& outcome) const;

  bool is_loss(const Question& question) const { return question.of.kind == Mishap::Kind::loss; }
  bool averted(const Question& question, const Outcome& outcome) const;
  bool is_no_worse(const Question& question, const Outcome& outcome, bool as_grave) const;
  bool kept(const Question& question, const Outcome& outcome) const;
  bool is_settled(const Question& question, const WayOut& way) const;
  bool is_merely_time(const Question& question, const Option& option);
  int saved(const Question& question, const Option& option);
  bool is_beside_the_point(const Question& question, const Option& option, const Outcome& outcome) const;
  std::optional<int> grade(const Question& question, const Option& option, std::optional<session::Action>& look);
  bool speaks_for_it(const Question& question, const Outcome& outcome) const;
  bool could_be_foreseen(const Question& question, std::size_t at, std::optional<session::Action>& look);
  bool another_draw_averts(const Question& question);
  std::vector<Mishap> averts(const Outcome& outcome) const;
  Mishap mishap_of_rule(std::size_t index) const;
  Question question_of_loss(std::size_t index) const;
  std::size_t turn_of_deed(const model::Fact& lost, std::size_t turn) const;
  std::size_t turn_of_break(std::size_t index) const;
  std::optional<Written> written(const Question& question) const;
  const std::vector<OtherWorld>& worlds();
  model::Severity severity(std::size_t index) const { return prepared_.rule_set.doctrine().rules[judgements_[index].rule].severity; }

  const session::Prepared& prepared_;
  const Record& record_;
  const Story& story_;
  Bound bound_;
  Options options_;
  std::vector<simulation::ItemState> items_;
  std::vector<judging::Judgement> judgements_;
  std::optional<std::vector<OtherWorld>> worlds_;
  std::map<std::size_t, Way> mended_; // of items
};

} // namespace firsthand::causes
