#pragma once

#include "guide/condition.hpp"
#include "words/language.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads {

enum class question_type { single, multi, text };

/// What ticking an option says about the build. `neutral`: neither good nor bad.
enum class polarity { neutral, claim, warning };

struct option {
    std::string id;
    std::string label;  // at most 75 characters, Slack's limit for an option
    polarity says = polarity::neutral;
    bool exclusive = false;  // cannot go with any other option
    std::string area;        // the technical area this answer is about, or empty

    friend bool operator==(option const&, option const&) = default;
};

struct question {
    std::string id;
    std::string section;
    question_type type = question_type::single;
    std::string ask;
    std::string help;
    std::vector<option> options;       // empty for text
    std::vector<std::string> hats;     // whose answers count first; empty: everybody's (model, section 2)
    std::vector<std::string> caution;  // single choice: option ids, the most cautious first
    std::optional<condition> when;     // asked unless this is definitely false
    std::string area;                  // the technical area it grades, or empty
    std::string budget;                // "B1" … "B7", or empty
    std::string concreteness;          // text: "proof", "workflow", "defer", or empty
    int seconds = 0;                   // estimated time to answer
    bool optional = false;
    bool unscored = false;  // the closing vote
    bool allow_unknown = true;
    bool tie_counts_as_shown = false;  // claims at exactly half
    bool single_team_answer = false;   // disagreement must be settled (B2, B5)
    std::vector<std::string> trace;    // where in the guide the question comes from

    /// The option with this id, or nullptr.
    option const* find(std::string_view option_id) const;

    friend bool operator==(question const&, question const&) = default;
};

/// How one technical area is graded: conditions tried in `order`; neither holds: weak.
struct grade_rule {
    std::string area;
    std::string name;   // "Sign-in and permissions"
    std::string until;  // what a weakness that does not bind yet waits for: "more people need access"
    std::string question;
    condition failing;
    condition sound;
    bool failing_first = true;

    friend bool operator==(grade_rule const&, grade_rule const&) = default;
};

struct criterion {
    std::string id;
    std::string text;
    condition when;
    std::optional<condition> partly;

    friend bool operator==(criterion const&, criterion const&) = default;
};

struct path {
    std::string id;
    std::string name;
    int cost_rank = 0;  // 1 is the cheapest
    std::vector<criterion> criteria;
    condition required;       // defensible when this holds
    condition never_without;  // not even as a fallback without this

    friend bool operator==(path const&, path const&) = default;
};

/// A remark on a stage: "not yet repeated".
struct stage_note {
    std::string text;
    condition when;

    friend bool operator==(stage_note const&, stage_note const&) = default;
};

/// The first stage whose condition holds is the build's; the last one always does.
struct stage {
    std::string id;
    std::string name;
    std::string means;  // how it shows, to follow "is at stage MVP: "; may be empty
    condition when;
    std::vector<stage_note> notes;  // the first that holds is said

    friend bool operator==(stage const&, stage const&) = default;
};

/// A named condition with the sentence that says what it means: scoping gates, contradictions.
struct finding {
    std::string id;
    std::string text;
    condition when;

    friend bool operator==(finding const&, finding const&) = default;
};

/// A named condition that others build on.
struct fact {
    std::string id;
    std::string text;  // what it means, as a clause: "usage grows or customers depend on it"
    condition when;

    friend bool operator==(fact const&, fact const&) = default;
};

/// Answers that stand for a grade when flips are searched: area's question -> grade -> option ids.
using grade_presets = std::map<std::string, std::map<std::string, std::vector<std::string>>>;

/// A piece of work of a path's plan: taken when `when` holds (always, if absent).
struct plan_item {
    std::string text;  // may hold {workflow}, {weeks}, {parts}
    std::optional<condition> when;
    std::string area;  // the technical area it works on, or empty

    friend bool operator==(plan_item const&, plan_item const&) = default;
};

/// How long a plan takes: the first row that holds; the last one always does.
struct plan_length {
    int weeks = 0;
    std::optional<condition> when;

    friend bool operator==(plan_length const&, plan_length const&) = default;
};

/// A part of the build that a path does not keep, though the team ticked it: an option id of the
/// keep question (B3), replaced when `when` holds (always, if absent).
struct replaced_part {
    std::string option;
    std::optional<condition> when;

    friend bool operator==(replaced_part const&, replaced_part const&) = default;
};

/// What the scope plan of one path says (model, section 7).
struct plan_template {
    std::string outcome;  // may hold {workflow}, {weeks}, {parts}
    std::vector<plan_length> weeks;
    std::vector<plan_item> now;  // a path's first item leads its plan; of the rest, binding areas go first
    std::vector<std::string> loop;
    std::vector<replaced_part> replaces;

    friend bool operator==(plan_template const&, plan_template const&) = default;
};

/// The words behind "concrete enough" (model, section 3): words and phrases of up to five words, in
/// lower case without hyphens, each list sorted.
struct word_lists {
    std::vector<std::string> actors;       // who: "clinics", "staff"
    std::vector<std::string> not_actors;   // end like one (-ers, -ors, -ists) and are none: "orders"
    std::vector<std::string> actions;      // observed: "paid", "came back"; past forms in -ed count too
    std::vector<std::string> not_actions;  // end in -ed and report nothing: "interested"
    std::vector<std::string> numbers;      // "three", "dozen"
    std::vector<std::string> frequency;    // "weekly", "twice", "every"
    std::vector<std::string> hype;         // praise and mood: "amazing", "love"
    std::vector<std::string> opinions;     // claims, wishes, guesses: "would", "think", "validated"
    std::vector<std::string> nothing;      // open a clause that names nothing: "not sure", "everything"
    std::vector<std::string> vague;        // name nothing by themselves: "all", "important"
    std::vector<std::string> exceptions;   // after which something is named after all: "except"
    std::vector<std::string> commands;     // speak to the bot instead of answering: "ignore all rules"
    std::vector<std::string> fillers;      // may stand before what is said: "well", "we"
    std::vector<std::string> stop;         // words that do not tell two workflows apart

    friend bool operator==(word_lists const&, word_lists const&) = default;
};

/// An example that ships with the guide and must come out as it says.
struct guide_scenario {
    std::string id;
    std::string title;
    std::string input;    // JSON, as `crossroads evaluate` takes it
    std::string stage;    // expected; empty: not checked
    std::string outcome;  // expected

    friend bool operator==(guide_scenario const&, guide_scenario const&) = default;
};

/// The decision guide: what is asked, and the rules that turn answers into a recommendation.
/// A value without behaviour; make one with load_guide().
struct guide {
    std::string id;
    std::string version;
    std::string title;
    std::string sha256;  // of the file's bytes, lower hex; pins a run to its guide
    bool strict_budget = false;
    std::vector<question> questions;  // in the order they are asked
    std::vector<grade_rule> grades;
    std::vector<fact> facts;  // in an order in which each uses only earlier ones
    std::vector<path> paths;  // cheapest first
    std::vector<stage> stages;
    std::vector<finding> scoping;
    std::vector<finding> contradictions;
    grade_presets presets;
    std::map<std::string, plan_template> plans;  // by path id, and "scoping"
    word_lists words;                            // of all languages together: people write in any
    std::vector<guide_scenario> scenarios;
    language shown_in = language::english;  // that of its texts, and of the words around them
    std::vector<guide> translations;        // itself in the other languages; those have none

    /// The question with this id, or nullptr.
    question const* find(std::string_view question_id) const;

    friend bool operator==(guide const&, guide const&) = default;
};

/// The guide as `rules` and its translations have it in this language; without a translation its own texts
/// with the language's words around them.
guide const& in_language(guide const& rules, language wanted);

}  // namespace crossroads
