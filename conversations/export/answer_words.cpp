#include "export/answer_words.hpp"

#include "export/utc_time.hpp"
#include "words/phrases.hpp"

namespace crossroads {

std::string answer_words(question const& asked, answer const& given, language in)
{
    auto const* typed = std::get_if<free_text>(&given);
    return typed == nullptr ? in_words(asked, given, in) : typed->text;
}

std::string when_given(assessment const& run, given_answer const& given)
{
    return run.names_shown ? utc_time(given.at) : utc_date(given.at);
}

}  // namespace crossroads
