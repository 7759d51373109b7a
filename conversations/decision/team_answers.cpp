#include "decision/team_answers.hpp"

#include "decision/team_text.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace crossroads {

namespace {

struct known_answer {
    std::size_t respondent = 0;
    option_set ticked = 0;
    std::string const* text = nullptr;
    bool hat_matches = false;
};

enum class share { less_than_half, half, more_than_half };

share share_of(option_set bit, std::span<known_answer const> given)
{
    auto const ticks =
        std::ranges::count_if(given, [bit](auto const& each) { return (each.ticked & bit) != 0; });
    auto const twice = static_cast<std::size_t>(ticks) * 2;
    if (twice == given.size()) {
        return share::half;
    }
    return twice > given.size() ? share::more_than_half : share::less_than_half;
}

bool is_blank(std::string const& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::optional<known_answer> known(question const& asked, answer const& given)
{
    if (auto const* const chosen = std::get_if<selection>(&given)) {
        return known_answer{0, bits_of(asked, *chosen), nullptr, false};
    }
    if (auto const* const typed = std::get_if<free_text>(&given);
        typed != nullptr && !is_blank(typed->text)) {
        return known_answer{0, 0, &typed->text, false};
    }
    return std::nullopt;
}

std::vector<known_answer> known_answers(question const& asked, answer_sheet const& sheet)
{
    std::vector<known_answer> found;
    for (std::size_t person = 0; person < sheet.respondents.size(); ++person) {
        auto const& from = sheet.respondents[person];
        auto const given = from.answers.find(asked.id);
        if (given == from.answers.end()) {
            continue;
        }
        if (auto one = known(asked, given->second)) {
            one->respondent = person;
            one->hat_matches =
                !from.hat.empty() && std::ranges::find(asked.hats, from.hat) != asked.hats.end();
            found.push_back(*one);
        }
    }
    return found;
}

std::vector<voiced_answer> voiced_selections(std::span<known_answer const> given)
{
    std::vector<voiced_answer> voiced;
    for (auto const& each : given) {
        auto const same = std::ranges::find(voiced, each.ticked, &voiced_answer::ticked);
        if (same == voiced.end()) {
            voiced.push_back({each.ticked, {}, 1});
        } else {
            ++same->people;
        }
    }
    std::ranges::sort(voiced, [](voiced_answer const& one, voiced_answer const& other) {
        return one.people != other.people ? one.people > other.people : one.ticked < other.ticked;
    });
    return voiced;
}

// Exactly half: a warning counts as present, a claim as not shown, except where an unticked box is
// rarely a denial (model, section 2).
option_set shown_at_half(compiled_question const& asked)
{
    return asked.warnings | (asked.source->tie_counts_as_shown ? asked.claims : 0);
}

option_set team_ticks(
    compiled_question const& asked, std::span<known_answer const> experts,
    std::span<known_answer const> everybody)
{
    option_set ticked = 0;
    for (std::size_t position = 0; position < asked.source->options.size(); ++position) {
        auto const bit = option_bit(position);
        auto held = experts.empty() ? share::half : share_of(bit, experts);
        if (held == share::half) {
            held = share_of(bit, everybody);
        }
        if (held == share::more_than_half || (held == share::half && (shown_at_half(asked) & bit) != 0)) {
            ticked |= bit;
        }
    }
    return ticked;
}

std::optional<option_set> majority_choice(compiled_question const& asked, std::span<known_answer const> given)
{
    for (std::size_t position = 0; position < asked.source->options.size() && !given.empty(); ++position) {
        if (share_of(option_bit(position), given) == share::more_than_half) {
            return option_bit(position);
        }
    }
    return std::nullopt;
}

option_set most_cautious(compiled_question const& asked, option_set voiced)
{
    for (auto const position : asked.caution) {
        if ((voiced & option_bit(position)) != 0) {
            return option_bit(position);
        }
    }
    return 0;
}

class aggregation {
public:
    aggregation(compiled_guide const& rules, answer_sheet const& sheet, texts wanted)
        : rules_(rules), sheet_(sheet), wanted_(wanted), answered_(sheet.respondents.size(), false)
    {}

    team_record run();

private:
    void take_marks();
    void take_question(std::size_t position);
    void take_selection(std::size_t position, std::span<known_answer const> given);
    void take_text(std::size_t position, std::span<known_answer const> given);
    bool settle(std::size_t position);
    concrete_mark mark_on(compiled_question const& asked) const;

    compiled_guide const& rules_;
    answer_sheet const& sheet_;
    texts wanted_;
    std::vector<bool> answered_;
    team_record made_;
};

void aggregation::take_marks()
{
    for (auto const& [budget, concrete] : sheet_.concrete) {
        if (auto const position = budget_position(budget)) {
            made_.team.marks.at(*position) = concrete ? concrete_mark::concrete : concrete_mark::open;
        }
    }
}

concrete_mark aggregation::mark_on(compiled_question const& asked) const
{
    return asked.budget ? made_.team.marks.at(*asked.budget) : concrete_mark::none;
}

bool aggregation::settle(std::size_t position)
{
    auto const& asked = rules_.questions[position];
    auto const found = sheet_.settled.find(asked.source->id);
    if (found == sheet_.settled.end()) {
        return false;
    }
    auto& record = made_.questions[position];
    auto& team = made_.team.answers[position];
    record.settled = &found->second;
    auto const value = known(*asked.source, found->second.value);
    team.known = value.has_value();
    if (value) {
        team.ticked = value->ticked;
    }
    if (value && value->text != nullptr && wanted_ == texts::read) {
        auto const one = read_team_text(*rules_.source, *asked.source, {{*value->text, 1}}, mark_on(asked));
        record.text = one.text;
        team.concrete = one.concrete;
    }
    return true;
}

void aggregation::take_selection(std::size_t position, std::span<known_answer const> given)
{
    auto const& asked = rules_.questions[position];
    auto& record = made_.questions[position];
    record.voiced = voiced_selections(given);
    std::vector<known_answer> experts;
    std::ranges::copy_if(given, std::back_inserter(experts), &known_answer::hat_matches);
    for (auto const& each : experts.empty() ? given : std::span<known_answer const>(experts)) {
        record.counted.push_back(each.respondent);
    }
    if (settle(position) || given.empty()) {
        return;
    }
    auto& team = made_.team.answers[position];
    team.known = true;
    if (asked.source->type == question_type::multi) {
        team.ticked = team_ticks(asked, experts, given);
        return;
    }
    auto decided = majority_choice(asked, experts);
    decided = decided ? decided : majority_choice(asked, given);
    if (decided) {
        team.ticked = *decided;
        return;
    }
    option_set voiced = 0;
    for (auto const& each : record.voiced) {
        voiced |= each.ticked;
    }
    team.ticked = most_cautious(asked, voiced);
    if (asked.source->single_team_answer && !made_.team.split_question) {
        made_.team.split_question = position;
        made_.team.split_between = voiced;
    }
}

void aggregation::take_text(std::size_t position, std::span<known_answer const> given)
{
    auto const& asked = rules_.questions[position];
    auto& record = made_.questions[position];
    auto& team = made_.team.answers[position];
    given_texts together;
    for (auto const& each : given) {
        ++together[*each.text];
        record.counted.push_back(each.respondent);
    }
    team_text read;
    if (wanted_ == texts::read) {
        read = read_team_text(*rules_.source, *asked.source, together, mark_on(asked));
    }
    record.voiced = std::move(read.voiced);
    if (settle(position) || given.empty()) {
        return;
    }
    team.known = true;
    team.concrete = read.concrete;
    record.text = std::move(read.text);
}

void aggregation::take_question(std::size_t position)
{
    auto const& asked = *rules_.questions[position].source;
    auto const given = known_answers(asked, sheet_);
    for (auto const& each : given) {
        answered_[each.respondent] = true;
    }
    if (asked.type == question_type::text) {
        take_text(position, given);
    } else {
        take_selection(position, given);
    }
}

team_record aggregation::run()
{
    made_.team.answers.resize(rules_.questions.size());
    made_.questions.resize(rules_.questions.size());
    take_marks();
    for (std::size_t position = 0; position < rules_.questions.size(); ++position) {
        take_question(position);
    }
    made_.people = static_cast<int>(std::ranges::count(answered_, true));
    return std::move(made_);
}

}  // namespace

option_set bits_of(question const& asked, selection const& chosen)
{
    option_set bits = 0;
    for (std::size_t position = 0; position < asked.options.size(); ++position) {
        if (std::ranges::find(chosen.options, asked.options[position].id) != chosen.options.end()) {
            bits |= option_bit(position);
        }
    }
    return bits;
}

team_record aggregate(compiled_guide const& rules, answer_sheet const& sheet, texts wanted)
{
    return aggregation(rules, sheet, wanted).run();
}

}  // namespace crossroads
