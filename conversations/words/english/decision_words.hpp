#pragma once

#include "words/catalogue/decision_words.hpp"

namespace crossroads {

inline constexpr decision_words english_decision_words{
    .nobody_knows = "nobody knows yet",
    .not_asked = "not asked",
    .nothing_by_most = "nothing that more than half of you ticked",
    .nothing_ticked = "nothing ticked",
    .nothing = "nothing",
    .one_answer = "One concrete answer",
    .not_shown = "not shown: {options}",
    .not_ticked = "not ticked: {options}",
    .area_graded = "{area} {grade}: {says}",
    .fits_best = "No path has everything it needs; this one fits best. Not shown for it: {missing}",
    .hangs_on_unknown = "Whether any path can be defended hangs on answers nobody knows",
    .none_defensible = "No path can be defended on these answers",
    .decisive = "You see this differently, and it decides the result: {ask}",
    .may_contradict = "What nobody knows could contradict other answers",
    .contradictions = {"One contradiction in the answers", "{count} contradictions in the answers"},
    .contradictions_and_more =
        {"One contradiction in the answers, and what nobody knows could add more",
         "{count} contradictions in the answers, and what nobody knows could add more"},
    .not_enough = "Not enough answers: {known} of {count} questions have a known answer",
    .some_missing = "Some answers are missing: {known} of {count} questions have a known answer",
    .goal_split = "The team is split on what the next stage is for, but either answer leads here",
    .one_respondent = "One respondent",
    .nobody_technical = "Nobody answered the technical questions",
    .one_technical = "The technical answers come from one person",
    .not_concrete = "No concrete answer yet: {what}",
    .few_conditions = "Fewer than 3 of 5 conditions are met for: {path}",
    .cheaper_possible = "A cheaper path cannot be ruled out until more is known: {path}",
    .close_second = "Another path can be defended almost as well: {path}",
    .areas_unknown = "{count} technical areas are unknown",
    .no_weakness = "No weakness reported; have one area spot-checked",
    .prove_live_first = "No path can be defended yet: prove one workflow in live use first",
    .nothing_indispensable = "No path has what it cannot do without, so none can be recommended yet",
    .budget_proof = "what exactly has been proved: who did what, how often",
    .budget_workflow = "which workflow to protect first",
    .budget_keep = "what to keep",
    .budget_hurting = "which weaknesses already hurt",
    .budget_next = "what the next stage is for",
    .budget_path = "which path is the cheapest you can defend",
    .budget_defer = "what to defer",
    .if_concrete = "If there were one concrete answer to “{ask}”",
    .if_answer = "If the answer to “{ask}” were “{option}”",
    .if_unticked = "If “{option}” were no longer ticked under “{ask}”",
    .if_ticked = "If “{option}” were ticked too under “{ask}”",
    .if_settled = "If you settled on “{answer}” under “{ask}”",
    .if_graded = "If the area “{area}” came out {grade}",
};

}  // namespace crossroads
