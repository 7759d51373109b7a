#pragma once

#include "decision/answers.hpp"
#include "guide/guide.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace crossroads {

enum class grade { sound, weak, failing, unknown };
enum class criterion_state { met, partly, not_met, unknown };
enum class confidence_level { low, medium, high };

/// An answer a conclusion rests on, in words a person can read.
struct evidence {
    std::string question;
    std::string says;

    friend bool operator==(evidence const&, evidence const&) = default;
};

struct judged_criterion {
    std::string id;
    std::string text;
    criterion_state state = criterion_state::unknown;
    std::vector<evidence> answers;

    friend bool operator==(judged_criterion const&, judged_criterion const&) = default;
};

struct judged_path {
    std::string id;
    std::string name;
    int met = 0;
    int partly = 0;
    int unknown = 0;
    bool defensible = false;
    bool possible = false;  // "never without" holds: may serve as the fallback
    std::vector<judged_criterion> criteria;

    friend bool operator==(judged_path const&, judged_path const&) = default;
};

struct confidence_reason {
    confidence_level level = confidence_level::medium;
    std::string reason;
    std::vector<std::string> questions;  // asked questions it rests on

    friend bool operator==(confidence_reason const&, confidence_reason const&) = default;
};

/// A finding that holds: an open scoping gate, or a contradiction.
struct raised_finding {
    std::string id;
    std::string text;
    std::vector<std::string> questions;  // asked questions it rests on

    friend bool operator==(raised_finding const&, raised_finding const&) = default;
};

struct view {
    std::string says;
    int people = 0;
    std::string outcome;  // what the result would be if everybody held it

    friend bool operator==(view const&, view const&) = default;
};

struct disagreement {
    std::string question;
    bool decisive = false;
    bool settled = false;
    std::string settled_by;
    std::string settled_reason;
    std::vector<view> views;

    friend bool operator==(disagreement const&, disagreement const&) = default;
};

/// One answer that would change the outcome. To apply it, settle `question` with `value`; where it is a
/// text, mark its budget question concrete as well.
struct flip {
    std::string change;  // in words
    std::string question;
    answer value;
    bool several = false;  // the question is a multi-select
    std::string outcome;

    friend bool operator==(flip const&, flip const&) = default;
};

struct deferral {
    std::string what;
    std::string until;

    friend bool operator==(deferral const&, deferral const&) = default;
};

struct phase {
    std::string weeks;  // "1-2"
    std::vector<std::string> work;

    friend bool operator==(phase const&, phase const&) = default;
};

struct scope_plan {
    int weeks = 0;
    std::string outcome_to_prove;
    std::string workflow;
    std::vector<std::string> keep;
    std::vector<std::string> keep_ids;  // beside `keep`: user_flow, ui, data_model, backend, auth, …
    std::vector<std::string> now;       // at most five
    std::vector<deferral> defer;        // at most five
    std::vector<phase> phases;
    std::vector<std::string> loop;

    friend bool operator==(scope_plan const&, scope_plan const&) = default;
};

/// The recommendation and all it rests on. Outcomes and directions are path ids or "scoping".
struct decision {
    std::string guide_id;
    std::string guide_version;
    std::string guide_sha256;
    std::string stage;  // "prototype", "mvp", "production"
    std::string stage_name;
    std::string stage_note;  // "not yet repeated", "moving into production", or empty
    std::string outcome;
    std::optional<std::string> direction;  // what the answers point to; none if nothing is defensible
    std::optional<std::string> runner_up;
    bool fallback = false;
    confidence_level confidence = confidence_level::high;
    std::vector<confidence_reason> because;
    std::vector<raised_finding> scoping;
    std::vector<judged_path> paths;  // cheapest first
    std::map<std::string, grade> areas;
    std::map<std::string, bool> budget;  // B1 … B7: concrete?
    std::vector<raised_finding> contradictions;
    std::vector<disagreement> disagreements;
    std::vector<flip> flips;  // at most three
    std::vector<std::string> asked;
    scope_plan plan;

    friend bool operator==(decision const&, decision const&) = default;
};

/// Decides. Pure and total for a sheet that check_sheet() accepts; the order of respondents and of
/// their answers makes no difference.
decision decide(guide const& rules, answer_sheet const& sheet);

/// One thing wrong with a sheet; the text names the respondent, the question and the option.
struct sheet_defect {
    std::string what;
};

/// Unknown questions and options, wrong types, an exclusive option beside another, a text over 3,000
/// characters, more than 500 respondents. Empty when fine. A multi-select with nothing ticked and a blank
/// text pass: they say nothing.
std::vector<sheet_defect> check_sheet(guide const& rules, answer_sheet const& sheet);

/// The same for one answer somebody is giving now, which must say something; none when fine. The
/// sentence, in this language, is fit to show to a person.
std::optional<std::string> check_answer(question const& asked, answer const& given, language in);

/// Question ids asked given the answers so far, in order: those no earlier answer rules out
/// (three-valued: unknown still asks), the closing vote last.
std::vector<std::string> asked_questions(guide const& rules, answer_sheet const& sheet);

}  // namespace crossroads
