#include "guide/guide.hpp"

#include <algorithm>

namespace crossroads {

option const* question::find(std::string_view option_id) const
{
    auto const found = std::ranges::find(options, option_id, &option::id);
    return found == options.end() ? nullptr : &*found;
}

question const* guide::find(std::string_view question_id) const
{
    auto const found = std::ranges::find(questions, question_id, &question::id);
    return found == questions.end() ? nullptr : &*found;
}

guide const& in_language(guide const& rules, language wanted)
{
    auto const found = std::ranges::find(rules.translations, wanted, &guide::shown_in);
    return found == rules.translations.end() ? rules : *found;
}

}  // namespace crossroads
