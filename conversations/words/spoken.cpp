#include "words/spoken.hpp"

#include "words/catalogue.hpp"

namespace crossroads {

std::string_view in_words(grade value, language in)
{
    auto const& words = words_in(in).phrases;
    switch (value) {
    case grade::sound: return words.grade_sound;
    case grade::weak: return words.grade_weak;
    case grade::failing: return words.grade_failing;
    case grade::unknown: return words.grade_unknown;
    }
    return {};
}

std::string_view in_words(confidence_level value, language in)
{
    auto const& words = words_in(in).phrases;
    switch (value) {
    case confidence_level::low: return words.confidence_low;
    case confidence_level::medium: return words.confidence_medium;
    case confidence_level::high: return words.confidence_high;
    }
    return {};
}

std::string_view in_words(criterion_state value, language in)
{
    auto const& words = words_in(in).phrases;
    switch (value) {
    case criterion_state::met: return words.met;
    case criterion_state::partly: return words.partly;
    case criterion_state::not_met: return words.not_met;
    case criterion_state::unknown: return words.unknown;
    }
    return {};
}

std::string
fit_in_words(std::size_t met, std::size_t conditions, std::size_t partly, std::size_t unknown, language in)
{
    auto const& words = words_in(in).phrases;
    auto line = text_of(words.fit, {{"met", met}, {"count", conditions}});
    if (partly > 0)
        line += text_of(words.fit_partly, {{"count", partly}});
    if (unknown > 0)
        line += text_of(words.fit_unknown, {{"count", unknown}});
    return line;
}

std::string within_a_sentence(std::string name, language in)
{
    switch (in) {
    case language::english:
        if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z')
            name.front() = static_cast<char>(name.front() - 'A' + 'a');
        return name;
    case language::german: return name;
    }
    return name;
}

std::string listed(std::vector<std::string> const& items, language in)
{
    std::string list;
    for (auto const& item : items) {
        if (&item == &items.back() && !list.empty())
            return text_of(words_in(in).phrases.last_and, {{"items", list}, {"last", item}});
        list.append(list.empty() ? "" : ", ").append(item);
    }
    return list;
}

std::string in_quotation_marks(std::string_view text, language in)
{
    return text_of(words_in(in).phrases.quoted, {{"text", text}});
}

std::string about_minutes(int seconds, language in)
{
    auto const& words = words_in(in).phrases;
    int const minutes = (seconds + 30) / 60;
    return minutes < 1 ? words.under_a_minute.text()
                       : count_of(words.minutes, static_cast<std::size_t>(minutes));
}

}  // namespace crossroads
