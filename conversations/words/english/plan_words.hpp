#pragma once

#include "words/catalogue/plan_words.hpp"

namespace crossroads {

inline constexpr plan_words english_plan_words{
    .title = "{weeks} week scope plan",
    .title_scoping = "{weeks} week scoping plan",
    .outcome = "The one outcome to prove",
    .agree_numbers = "Agree the numbers in square brackets once, before the first week.",
    .workflow = "The workflow",
    .keep = "Keep as it is",
    .now = "Now ({count})",
    .deferred = "Deliberately deferred",
    .until = "{what}: until {until}",
    .week = "*Week {weeks}*: {work}",
    .weeks = "*Weeks {weeks}*: {work}",
    .week_by_week = "Week by week",
    .loop = "Release and feedback loop",
    .not_a_backlog = "This is a stage plan, not a backlog. New ideas wait for the review in the last week.",
    .summary = "{title} for {product}: one outcome, {work}, {deferred} deferred.",
    .work = {"{count} piece of work", "{count} pieces of work"},
    .things = {"{count} thing", "{count} things"},
};

}  // namespace crossroads
