#include "conversations/guide/project_guide.hpp"
#include "decision/concreteness_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crossroads {
namespace {

using words = std::vector<std::string>;

TEST(Tokens, AreLowerCaseWordsAndTheMarksThatPartThem)
{
    struct {
        char const* text;
        words tokens;
    } const cases[] = {
        {"", {}},
        {"9 Clinics booked 1,200 visits.", {"9", "clinics", "booked", "1,200", "visits", "."}},
        {"40% of users, 4.5 a day", {"40%", "of", "users", ",", "4.5", "a", "day"}},
        {"24/7 and a/b", {"24/7", "and", "a", "/", "b"}},
        {"week's rota, managers’ rota", {"week", "rota", ",", "managers", "rota"}},
        {"don't / don’t", {"don't", "/", "don't"}},
        {"co-op – yes - no", {"co", "op", ",", "yes", ",", "no"}},
        {"a;b:c\nd!e?", {"a", ";", "b", ":", "c", "\n", "d", ".", "e", "."}},
        {"#1 in the market", {"#1", "in", "the", "market"}},
        {"<!channel> <@U012> <#C1|general> hello", {"hello"}},
        {"<https://example.com/a|our shop> https://example.com/b sells", {"sells"}},
        {"@everyone look, mail me@example.com", {"look", ",", "mail", "me"}},
        {"5 < 6 and 7 > 6", {"5", "6", "and", "7", "6"}},
        {"ÉTÉ Größe ΑΒΓ Привет", {"été", "größe", "αβγ", "привет"}},
        {"报表、导出。", {"报表", ",", "导出", "."}},
        {"a\xc2\xa0"
         "b\xe2\x80\x83"
         "c",
         {"a", "b", "c"}},
        {"one\xfftwo\xc3", {"one", "two"}},
        {"\xf0\x9f\x9a\x80 moon \xed\xa0\x80 \xc0\xaf", {"moon"}},
    };

    for (auto const& given : cases)
        EXPECT_EQ(tokens_of(given.text), given.tokens) << given.text;
}

TEST(Tokens, EndWithTheText)
{
    for (char const* const text : {"'s", "x's", "1,", "1%", "#", "#2", "<", "<a", "-", "@", "http://", "’"})
        for (std::string const& token : tokens_of(text))
            EXPECT_FALSE(token.empty()) << text;
}

TEST(Phrases, AreFoundWholeAndTheLongestFirst)
{
    words const phrases{"came back", "came back again", "use", "used"};
    words const tokens{"users", "came", "back", "again", ",", "came", "back", "used"};

    EXPECT_EQ(phrase_length_at(phrases, tokens, 0), 0U);
    EXPECT_EQ(phrase_length_at(phrases, tokens, 1), 3U);
    EXPECT_EQ(phrase_length_at(phrases, tokens, 5), 2U);
    EXPECT_EQ(phrase_length_at(phrases, tokens, 7), 1U);
    EXPECT_EQ(phrase_length_at(phrases, tokens, 8), 0U);
    EXPECT_EQ(count_phrases(phrases, tokens), 3U);
}

TEST(Phrases, EndAtABreak)
{
    words const phrases{"came back"};
    words const tokens{"came", ",", "back"};

    EXPECT_EQ(count_phrases(phrases, tokens), 0U);
}

TEST(Clauses, AreWhatStandsBetweenBreaks)
{
    words const tokens{",", "a", "b", ".", ";", "c"};

    auto const clauses = clauses_of(tokens);

    ASSERT_EQ(clauses.size(), 2U);
    EXPECT_EQ(words(clauses[0].begin(), clauses[0].end()), (words{"a", "b"}));
    EXPECT_EQ(words(clauses[1].begin(), clauses[1].end()), (words{"c"}));
}

// A phrase in another form than texts are read in would never be found.
TEST(WordLists, HoldPhrasesAsTextsAreRead)
{
    auto const lists = testing::project_guide().words;
    for (auto const& list :
         {lists.actors, lists.not_actors, lists.actions, lists.not_actions, lists.numbers, lists.frequency,
          lists.hype, lists.opinions, lists.nothing, lists.vague, lists.exceptions, lists.commands,
          lists.fillers, lists.stop}) {
        for (std::string const& phrase : list) {
            auto const tokens = tokens_of(phrase);
            EXPECT_LE(tokens.size(), 5U) << phrase;
            std::string read;
            for (std::string const& token : tokens)
                read += (read.empty() ? "" : " ") + token;
            EXPECT_EQ(read, phrase);
        }
    }
}

}  // namespace
}  // namespace crossroads
