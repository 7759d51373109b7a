#include "decision/budget_words.hpp"

#include "decision/compiled_guide.hpp"
#include "words/catalogue.hpp"

#include <array>

namespace crossroads {

std::string_view budget_words(std::size_t budget, language in)
{
    auto const& words = words_in(in).decision;
    std::array<std::string_view, budget_questions> const all{
        words.budget_proof, words.budget_workflow, words.budget_keep, words.budget_hurting,
        words.budget_next,  words.budget_path,     words.budget_defer};
    return all.at(budget);
}

bool is_secondary(std::size_t budget)
{
    return budget == 2 || budget == 3 || budget == 6;
}

}  // namespace crossroads
