#include "decision/budget_words.hpp"

#include "decision/compiled_guide.hpp"

#include <array>

namespace crossroads {

std::string_view budget_words(std::size_t budget)
{
    static constexpr std::array<std::string_view, budget_questions> words{
        "what exactly has been proved: who did what, how often",
        "which workflow to protect first",
        "what to keep",
        "which weaknesses already hurt",
        "what the next stage is for",
        "which path is the cheapest you can defend",
        "what to defer"};
    return words.at(budget);
}

bool is_secondary(std::size_t budget)
{
    return budget == 2 || budget == 3 || budget == 6;
}

}  // namespace crossroads
