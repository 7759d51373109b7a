#include "decision/flips.hpp"

#include "decision/evidence.hpp"
#include "words/catalogue.hpp"
#include "words/spoken.hpp"
#include "words/text.hpp"

#include <algorithm>
#include <bit>

namespace crossroads {

namespace {

constexpr std::size_t most_flips = 3;
constexpr std::size_t longest_view = 100;  // characters of an answer, so that its quotation marks stay whole

// How likely a change is to happen, the likeliest first.
enum class likelihood { open_or_disputed, usage, hurting, grades, change, keep, next, trivia };

struct candidate {
    std::size_t question = 0;
    team_answer changed;
    std::string words;
    likelihood likely = likelihood::trivia;
    std::optional<std::size_t> outcome;
};

class search {
public:
    search(situation& answers, team_record const& record, verdict const& found, what_if& tries)
        : answers_(answers),
          rules_(answers.rules()),
          record_(record),
          found_(found),
          tries_(tries),
          words_(words_in(rules_.source->shown_in).decision)
    {}

    std::vector<flip> run();

private:
    void try_question(std::size_t question);
    void try_text(std::size_t question);
    void try_choices(std::size_t question, likelihood likely);
    void try_ticks(std::size_t question, likelihood likely);
    void try_views(std::size_t question);
    void try_grades(std::size_t question, likelihood likely);
    void try_answer(std::size_t question, team_answer changed, likelihood likely, std::string words);
    bool open(std::size_t question);
    bool disputed(std::size_t question) const;
    likelihood usual_likelihood(compiled_question const& asked) const;
    std::vector<candidate> best_three();
    flip in_words(candidate const& one) const;

    situation& answers_;
    compiled_guide const& rules_;
    team_record const& record_;
    verdict const& found_;
    what_if& tries_;
    decision_words const& words_;
    std::vector<candidate> changing_;
};

likelihood search::usual_likelihood(compiled_question const& asked) const
{
    auto const& source = *asked.source;
    if (!source.area.empty()) {
        return likelihood::grades;
    }
    if (source.id == "usage") {
        return likelihood::usage;
    }
    if (source.id == "hurting") {
        return likelihood::hurting;
    }
    if (source.id == "change") {
        return likelihood::change;
    }
    if (source.id == "keep") {
        return likelihood::keep;
    }
    return source.id == "next" ? likelihood::next : likelihood::trivia;
}

bool search::open(std::size_t question)
{
    auto const& budget = rules_.questions[question].budget;
    return !answers_.known(question) || (budget && answers_.concrete(*budget) != truth::yes);
}

bool search::disputed(std::size_t question) const
{
    auto const& on_record = record_.questions[question];
    return on_record.voiced.size() > 1 && on_record.settled == nullptr;
}

void search::try_answer(std::size_t question, team_answer changed, likelihood likely, std::string words)
{
    if (likely == likelihood::trivia) {
        return;
    }
    auto const outcome = tries_.outcome_with(question, changed);
    if (outcome != found_.outcome) {
        changing_.push_back({question, changed, std::move(words), likely, outcome});
    }
}

void search::try_text(std::size_t question)
{
    if (rules_.questions[question].budget && open(question)) {
        try_answer(
            question, {true, 0, true}, likelihood::open_or_disputed,
            text_of(words_.if_concrete, {{"ask", rules_.questions[question].source->ask}}));
    }
}

void search::try_choices(std::size_t question, likelihood likely)
{
    auto const& asked = *rules_.questions[question].source;
    for (std::size_t position = 0; position < asked.options.size(); ++position) {
        auto const bit = option_bit(position);
        if (answers_.ticked(question) != bit) {
            try_answer(
                question, {true, bit, false}, likely,
                text_of(words_.if_answer, {{"ask", asked.ask}, {"option", asked.options[position].label}}));
        }
    }
}

void search::try_ticks(std::size_t question, likelihood likely)
{
    auto const& rules = rules_.questions[question];
    auto const& asked = *rules.source;
    auto const now = answers_.ticked(question);
    for (std::size_t position = 0; position < asked.options.size(); ++position) {
        auto const bit = option_bit(position);
        auto const& label = asked.options[position].label;
        if ((now & bit) != 0) {
            auto const without = (now & rules.exclusive) != 0 ? option_set{0} : now & ~bit;
            if ((bit & rules.exclusive) == 0) {
                try_answer(
                    question, {true, without, false}, likely,
                    text_of(words_.if_unticked, {{"option", label}, {"ask", asked.ask}}));
            }
            continue;
        }
        bool const alone = (bit & rules.exclusive) != 0;
        try_answer(
            question, {true, alone ? bit : (now & ~rules.exclusive) | bit, false}, likely,
            text_of(alone ? words_.if_answer : words_.if_ticked, {{"option", label}, {"ask", asked.ask}}));
    }
}

void search::try_views(std::size_t question)
{
    auto const& asked = *rules_.questions[question].source;
    for (auto const& held : record_.questions[question].voiced) {
        auto const said = held.ticked == 0 ? words_.nothing.text() : labels_of(asked, held.ticked);
        try_answer(
            question, {true, held.ticked, false}, likelihood::open_or_disputed,
            text_of(words_.if_settled, {{"answer", shorten(said, longest_view)}, {"ask", asked.ask}}));
    }
}

void search::try_grades(std::size_t question, likelihood likely)
{
    auto const& asked = *rules_.questions[question].source;
    auto const presets = rules_.source->presets.find(asked.id);
    if (presets == rules_.source->presets.end()) {
        return;
    }
    auto const area = rules_.area_position(asked.area);
    auto const& name = area ? rules_.grades[*area].source->name : asked.area;
    for (auto const& [graded, options] : presets->second) {
        auto const value = graded == "sound" ? grade::sound : grade::failing;
        try_answer(
            question, {true, bits_of(asked, selection{options}), false}, likely,
            text_of(
                words_.if_graded,
                {{"area", name}, {"grade", crossroads::in_words(value, rules_.source->shown_in)}}));
    }
}

void search::try_question(std::size_t question)
{
    auto const& rules = rules_.questions[question];
    auto const& asked = *rules.source;
    if (!answers_.asked(question) || asked.unscored) {
        return;
    }
    if (asked.type == question_type::text) {
        try_text(question);
        return;
    }
    if (disputed(question)) {
        try_views(question);
    }
    auto const likely = open(question) ? likelihood::open_or_disputed : usual_likelihood(rules);
    try_grades(question, likely);
    if (asked.type == question_type::single) {
        try_choices(question, likely);
    } else {
        try_ticks(question, likely);
    }
}

std::vector<candidate> search::best_three()
{
    auto const order = [](candidate const& one) { return std::pair(!one.outcome, one.likely); };
    std::ranges::stable_sort(changing_, {}, order);
    std::vector<candidate> best;
    auto const take_if = [&](auto const& fresh) {
        for (auto const& each : changing_) {
            bool const repeats = std::ranges::any_of(best, [&](candidate const& taken) {
                return taken.question == each.question && taken.outcome == each.outcome;
            });
            if (best.size() < most_flips && !repeats && fresh(each)) {
                best.push_back(each);
            }
        }
    };
    take_if([&best](candidate const& each) {
        return each.outcome.has_value() &&
               std::ranges::find(best, each.outcome, &candidate::outcome) == best.end();
    });
    take_if([](candidate const&) { return true; });
    std::ranges::stable_sort(best, {}, order);
    return best;
}

flip search::in_words(candidate const& one) const
{
    auto const& asked = *rules_.questions[one.question].source;
    flip found{one.words, asked.id, {}, asked.type == question_type::multi, outcome_id(rules_, one.outcome)};
    if (asked.type == question_type::text) {
        auto const& text = record_.questions[one.question].text;
        found.value = free_text{text.empty() ? words_.one_answer.text() : text};
        return found;
    }
    selection chosen;
    for (std::size_t position = 0; position < asked.options.size(); ++position) {
        if ((one.changed.ticked & option_bit(position)) != 0) {
            chosen.options.push_back(asked.options[position].id);
        }
    }
    found.value = std::move(chosen);
    return found;
}

std::vector<flip> search::run()
{
    for (std::size_t question = 0; question < rules_.questions.size(); ++question) {
        try_question(question);
    }
    std::vector<flip> found;
    for (auto const& each : best_three()) {
        found.push_back(in_words(each));
    }
    return found;
}

}  // namespace

std::vector<flip>
find_flips(situation& answers, team_record const& record, verdict const& found, what_if& tries)
{
    return search(answers, record, found, tries).run();
}

}  // namespace crossroads
