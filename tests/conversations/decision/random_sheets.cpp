#include "random_sheets.hpp"

#include "products.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace crossroads {

namespace {

// Not std::uniform_int_distribution: its numbers differ between standard libraries.
std::size_t below(std::mt19937& random, std::size_t limit)
{
    return limit == 0 ? 0 : random() % limit;
}

bool one_in(std::mt19937& random, std::size_t many)
{
    return below(random, many) == 0;
}

answer random_text(std::mt19937& random)
{
    static std::array<std::string, 8> const texts{
        "14 bakeries placed 230 orders in March and 11 ordered again",
        "Bakery staff reorder flour in two taps",
        "Bakery staff reorder their flour",
        "Shop owners see unpaid invoices",
        "People love it",
        "Everything is needed",
        "The recipe planner",
        "9 caf\xC3\xA9s paid twice \xF0\x9F\x8D\x9E \"quoted\" <!channel>"};
    return free_text{texts.at(below(random, texts.size()))};
}

answer random_ticks(question const& asked, std::mt19937& random)
{
    selection chosen;
    for (auto const& offered : asked.options) {
        if (!offered.exclusive && one_in(random, 3)) {
            chosen.options.push_back(offered.id);
        }
    }
    if (chosen.options.empty()) {
        chosen.options.push_back(asked.options[below(random, asked.options.size())].id);
    }
    return chosen;
}

answer random_answer(question const& asked, std::mt19937& random)
{
    if (one_in(random, 12)) {
        return do_not_know{};
    }
    switch (asked.type) {
    case question_type::text: return random_text(random);
    case question_type::single: return selection{{asked.options[below(random, asked.options.size())].id}};
    case question_type::multi: break;
    }
    return random_ticks(asked, random);
}

std::map<std::string, answer> any_answers(guide const& rules, std::mt19937& random)
{
    std::map<std::string, answer> made;
    for (auto const& asked : rules.questions) {
        if (!one_in(random, 15)) {
            made.emplace(asked.id, random_answer(asked, random));
        }
    }
    return made;
}

std::map<std::string, answer>
product_with_changes(guide const& rules, std::size_t product, std::mt19937& random)
{
    static std::vector<std::map<std::string, answer>> const products = [] {
        std::vector<std::map<std::string, answer>> made;
        for (auto const& each : all_products()) {
            made.push_back(solo(each).respondents.front().answers);
        }
        return made;
    }();
    auto made = products.at(product % products.size());
    for (auto changes = below(random, 5); changes > 0; --changes) {
        auto const& asked = rules.questions[below(random, rules.questions.size())];
        made[asked.id] = random_answer(asked, random);
    }
    return made;
}

answer_sheet sheet_of(guide const& rules, std::size_t people, std::mt19937& random)
{
    static std::array<std::string, 5> const hats{"", "product", "engineering", "commercial", "support"};
    answer_sheet made;
    made.product = "Flour Run";
    bool const coherent = one_in(random, 2);
    auto const product = below(random, 5);
    for (std::size_t person = 0; person < people; ++person) {
        respondent from{"p" + std::to_string(person), hats.at(below(random, hats.size())), {}};
        from.answers = coherent ? product_with_changes(rules, product, random) : any_answers(rules, random);
        made.respondents.push_back(std::move(from));
    }
    if (one_in(random, 10)) {
        auto const& asked = rules.questions[below(random, rules.questions.size())];
        made.settled.emplace(asked.id, settlement{random_answer(asked, random), "p0", "agreed"});
    }
    if (one_in(random, 10)) {
        made.concrete.emplace("B" + std::to_string(1 + below(random, 7)), one_in(random, 2));
    }
    return made;
}

void shuffle(auto& list, std::mt19937& random)
{
    for (auto left = list.size(); left > 1; --left) {
        std::swap(list[left - 1], list[below(random, left)]);
    }
}

}  // namespace

answer_sheet random_sheet(guide const& rules, std::mt19937& random)
{
    auto const people = one_in(random, 2) ? std::size_t{1} : 2 + below(random, 4);
    return sheet_of(rules, people, random);
}

answer_sheet random_solo_sheet(guide const& rules, std::mt19937& random)
{
    return sheet_of(rules, 1, random);
}

answer_sheet reordered(answer_sheet sheet, std::mt19937& random)
{
    shuffle(sheet.respondents, random);
    for (auto& from : sheet.respondents) {
        for (auto& [question_id, given] : from.answers) {
            if (auto* const chosen = std::get_if<selection>(&given)) {
                shuffle(chosen->options, random);
            }
        }
    }
    return sheet;
}

}  // namespace crossroads
