#include "words/language.hpp"

#include "words/text.hpp"

#include <algorithm>

namespace crossroads {

namespace {

std::string_view english_name_of(language which)
{
    switch (which) {
    case language::english: return "english";
    case language::german: return "german";
    }
    return {};
}

}  // namespace

std::string_view tag_of(language which)
{
    switch (which) {
    case language::english: return "en";
    case language::german: return "de";
    }
    return {};
}

std::string_view own_name_of(language which)
{
    switch (which) {
    case language::english: return "English";
    case language::german: return "Deutsch";
    }
    return {};
}

std::optional<language> language_named(std::string_view name)
{
    auto const wanted = lower(trimmed(name));
    auto const found = std::ranges::find_if(all_languages, [&](language which) {
        return wanted == tag_of(which) || wanted == english_name_of(which) ||
               wanted == lower(own_name_of(which));
    });
    return found == all_languages.end() ? std::nullopt : std::optional{*found};
}

std::optional<language> language_of_locale(std::string_view locale)
{
    auto const tag = lower(locale.substr(0, locale.find_first_of("-_.@")));
    auto const found = std::ranges::find(all_languages, std::string_view{tag}, tag_of);
    return found == all_languages.end() ? std::nullopt : std::optional{*found};
}

std::string known_languages()
{
    std::string list;
    for (auto const which : all_languages)
        list.append(list.empty() ? "" : ", ")
            .append(lower(own_name_of(which)))
            .append(" (")
            .append(tag_of(which))
            .append(")");
    return list;
}

}  // namespace crossroads
