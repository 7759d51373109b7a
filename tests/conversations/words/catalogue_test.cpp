#include "words/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <set>
#include <string>

namespace crossroads {
namespace {

constexpr std::size_t number_of_entries = sizeof(catalogue) / sizeof(wording);

/// All entries in their order, which is the same in every language.
auto entries_of(language which)
{
    static_assert(sizeof(catalogue) % sizeof(wording) == 0, "a catalogue holds nothing but wordings");
    return std::bit_cast<std::array<wording, number_of_entries>>(words_in(which));
}

std::set<std::string> places_in(std::string_view text)
{
    std::set<std::string> places;
    for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
        places.emplace(text.substr(open, text.find('}', open) - open + 1));
    return places;
}

TEST(Catalogue, HasManyEntries)
{
    EXPECT_GT(number_of_entries, 200U);
}

TEST(Catalogue, FillsTheSamePlacesInEveryLanguage)
{
    auto const english = entries_of(language::english);
    auto const german = entries_of(language::german);
    for (std::size_t i = 0; i < number_of_entries; ++i)
        EXPECT_EQ(places_in(english[i]), places_in(german[i])) << english[i].text() << "\n"
                                                               << german[i].text();
}

TEST(Catalogue, KeepsButtonsWithinOneAnothersLimits)
{
    static_assert(is_wording("Jetzt antworten", 24));
    static_assert(!is_wording("Mit allem, was da ist, fertig werden", 24));
    static_assert(is_wording("Frage {number} von {count}", 24));
}

TEST(Catalogue, TakesNoTextThatIsUnfit)
{
    static_assert(!is_wording("", 100));
    static_assert(!is_wording("Saved!", 100));
    static_assert(!is_wording("Saved \xF0\x9F\x98\x80", 100));
    static_assert(!is_wording("Saved {", 100));
    static_assert(!is_wording("Saved {}", 100));
    static_assert(!is_wording("Saved {Number}", 100));
    static_assert(!is_wording("*Saved", 100));
    static_assert(!is_wording("`Saved", 100));
    static_assert(is_wording("*Saved.* Type `{command}`", 100));
}

TEST(Catalogue, SaysTheSameThingInOtherWords)
{
    auto const english = entries_of(language::english);
    auto const german = entries_of(language::german);
    std::size_t same = 0;
    for (std::size_t i = 0; i < number_of_entries; ++i)
        same += english[i].text() == german[i].text() ? 1U : 0U;
    EXPECT_LT(same, number_of_entries / 20);
}

}  // namespace
}  // namespace crossroads
