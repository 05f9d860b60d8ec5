// How the inspector says conditions, patterns, facts and amounts: in the words of the author's files.
#pragma once

#include "engine/inspection/past.h"

namespace firsthand::inspection {

// Where something stands in the author's files: "library/devices/x.yaml:12"; "" if it was not written.
std::string place_of(const Past& past, const model::Where& where);

// "power: on [no], lock: open [yes]". `entity`: whose paths these are; each test is asked of the truth at that moment.
std::string condition_words(const Past& past, const session::Attempt& at, model::Symbol entity, const model::Condition& condition);
// The same, asked of what was seen: for what is offered.
std::string seen_condition_words(const Past& past, const session::Attempt& at, model::Symbol entity, const model::Condition& condition);
std::string condition_words(const model::Condition& condition); // without the answers

std::string pattern_words(const model::FactPattern& pattern); // "changed power from on"
std::string patterns_words(const std::vector<model::FactPattern>& patterns, const char* between);

std::string fact_words(const model::Symbols& symbols, const model::Fact& fact); // "changed lamp.power: on -> asleep"
std::string time_words(base::Seconds at);                                       // "02:10"
// "02:10, in 40 s"; "02:10, now". No line breaks between a figure and its unit: a no-break space is there.
std::string until_words(base::Seconds now, base::Seconds at);
std::string amount_words(std::int64_t quanta, std::int64_t unit); // "37", "37.5"

} // namespace firsthand::inspection
