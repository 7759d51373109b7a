#include "playground/composed_text.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads::playground {
namespace {

class ComposedText : public testing::Test {
protected:
    std::string text(std::string const& typed) const { return compose(in, typed).text; }

    workspace in = new_workspace(instant());
};

TEST_F(ComposedText, EscapesAndLinks)
{
    struct typed_text {
        std::string typed;
        std::string kept;
    };

    typed_text const cases[] = {
        {"plain", "plain"},
        {"a<b & c>d", "a&lt;b &amp; c&gt;d"},
        {"@ana", "<@U0PLAYANA>"},
        {"@Ana Duarte, look", "<@U0PLAYANA>, look"},
        {"ask @BEN.", "ask <@U0PLAYBEN>."},
        {"@anabel", "@anabel"},
        {"mail me@ana", "mail me@ana"},
        {"@crossroads start", "<@U0PLAYBOT> start"},
        {"@here and @nobody", "<!here> and @nobody"},
        {"#product or #prod", "<#C0PLAYPRO|product> or #prod"},
        {"see https://example.org/a?b=1&c=2.", "see <https://example.org/a?b=1&amp;c=2>."},
        {"http:// and https", "http:// and https"},
        {"<@U0PLAYANA>", "&lt;@U0PLAYANA&gt;"},
        {"caf\xC3\xA9@ana", "caf\xC3\xA9@ana"},
    };
    for (auto const& [typed, kept] : cases)
        EXPECT_EQ(text(typed), kept);
}

TEST_F(ComposedText, IsTypedBackForEditing)
{
    for (auto const* typed :
         {"a<b & c>d &amp;", "hi @Ana and @Crossroads", "#product https://example.org?a=1&b=2", "<", "<<>>",
          "1 > 2"})
        EXPECT_EQ(decompose(in, text(typed)), typed);
    EXPECT_EQ(decompose(in, "cut <@U0"), "cut <@U0");
}

TEST_F(ComposedText, SaysTheSameAsRichText)
{
    auto const elements = compose(in, "hi @ana #product https://a.b").blocks[0]["elements"][0]["elements"];

    ASSERT_EQ(elements.size(), 6U);
    EXPECT_EQ(elements[0], (json{{"type", "text"}, {"text", "hi "}}));
    EXPECT_EQ(elements[1], (json{{"type", "user"}, {"user_id", "U0PLAYANA"}}));
    EXPECT_EQ(elements[3], (json{{"type", "channel"}, {"channel_id", "C0PLAYPRO"}}));
    EXPECT_EQ(elements[5], (json{{"type", "link"}, {"url", "https://a.b"}}));
}

}  // namespace
}  // namespace crossroads::playground
