#include "channel/text_length.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads {
namespace {

TEST(TextLength, CountsWhatTakesTwoUtf16UnitsTwice)
{
    EXPECT_EQ(text_length(""), 0U);
    EXPECT_EQ(text_length("a\xC3\xA9\xE6\xBC\xA2"), 3U);
    EXPECT_EQ(text_length("\xF0\x9F\x99\x82"), 2U);
}

TEST(TextLength, CountsEachByteThatIsNotUtf8)
{
    EXPECT_EQ(text_length("\xFF\xC3"), 2U);
}

TEST(Shortened, LeavesAloneWhatFits)
{
    EXPECT_EQ(shortened("exactly", 7), "exactly");
    EXPECT_EQ(shortened("", 0), "");
}

TEST(Shortened, EndsAfterAWord)
{
    EXPECT_EQ(shortened("one two three", 12), "one two\xE2\x80\xA6");
}

TEST(Shortened, CutsALongWordBetweenCharacters)
{
    EXPECT_EQ(shortened("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 3), "\xC3\xA9\xC3\xA9\xE2\x80\xA6");
    EXPECT_EQ(shortened("a\xF0\x9F\x99\x82", 2), "a\xE2\x80\xA6");
    EXPECT_EQ(shortened("abc", 0), "");
}

TEST(Utf8, AcceptsWhatUnicodeDoes)
{
    for (auto const* text :
         {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80",
          "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_utf8(text));
}

TEST(Utf8, RefusesWhatUnicodeDoes)
{
    for (auto const* text :
         {"\x80", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE6\xBC",
          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xFE"})
        EXPECT_FALSE(is_utf8(text)) << text;
}

TEST(CleanText, ReplacesNulAndWhatIsNotUtf8)
{
    EXPECT_EQ(
        clean_text(std::string("a\0b\xFF", 4)), "a\xEF\xBF\xBD"
                                                "b\xEF\xBF\xBD");
    EXPECT_EQ(clean_text("\xC3\xA9\n"), "\xC3\xA9\n");
}

}  // namespace
}  // namespace crossroads
