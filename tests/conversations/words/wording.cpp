#include "conversations/words/wording.hpp"

#include "conversations/assessment/script.hpp"
#include "words/text.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace crossroads {

namespace {

using testing::HasSubstr;
using testing::Not;

/// Without what people typed, which stands in quotation marks or is the value of an input.
std::string own_words(std::string text)
{
    for (auto opening = text.find("“"); opening != std::string::npos; opening = text.find("“", opening)) {
        auto const closing = text.find("”", opening);
        if (closing == std::string::npos)
            break;
        text.replace(opening, closing - opening + std::string_view{"”"}.size(), "…");
    }
    return text;
}

bool holds_emoji(std::string const& text)
{
    // U+1F000 and up, and the dingbats U+2600 to U+27BF
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        auto const first = static_cast<unsigned char>(text[i]);
        auto const second = static_cast<unsigned char>(text[i + 1]);
        if (first == 0xF0U && second == 0x9FU)
            return true;
        if (first == 0xE2U && second >= 0x98U && second <= 0x9EU)
            return true;
    }
    return false;
}

void expect_good_tone(std::string const& text)
{
    auto const words = own_words(text);
    EXPECT_THAT(words, Not(HasSubstr("!")));
    EXPECT_FALSE(holds_emoji(words)) << words;
    auto const said = words_of(words);
    for (auto const* banned :
         {"oops", "great", "awesome", "perfect", "excellent", "congratulations", "thanks", "amazing",
          "brilliant", "fantastic", "sorry", "unfortunately", "invalid", "error", "please"})
        EXPECT_EQ(std::ranges::count(said, std::string{banned}), 0) << banned << " in: " << words;
    EXPECT_THAT(words, Not(HasSubstr("  "))) << words;
}

void expect_good_buttons(std::vector<button> const& buttons)
{
    EXPECT_LE(buttons.size(), 4U);
    EXPECT_LE(std::ranges::count(buttons, button::look::primary, &button::style), 1);
    for (auto const& one : buttons) {
        EXPECT_FALSE(one.label.empty());
        EXPECT_LE(length(one.label), 75U) << one.label;
        EXPECT_LE(length(one.spoken), 75U) << one.spoken;
        EXPECT_LE(one.token.size(), 200U);
        EXPECT_FALSE(one.token.empty());
    }
}

void expect_good_choices(choice_list const& list)
{
    EXPECT_FALSE(list.label.empty());
    EXPECT_LE(list.choices.size(), 10U);
    for (auto const& one : list.choices) {
        EXPECT_LE(length(one.label), 75U) << one.label;
        EXPECT_FALSE(one.id.empty());
    }
}

}  // namespace

void expect_good_wording(card const& said)
{
    EXPECT_FALSE(said.summary.empty());
    auto const last = said.summary.empty() ? '.' : said.summary.back();
    EXPECT_TRUE(last == '.' || last == '?' || last == ':' || static_cast<unsigned char>(last) >= 0x80U)
        << said.summary;
    EXPECT_FALSE(!said.summary.empty() && said.summary.front() >= 'a' && said.summary.front() <= 'z')
        << said.summary;
    EXPECT_FALSE(said.blocks.empty());
    expect_good_tone(said.summary);
    expect_good_tone(text_of(said));
    expect_good_buttons(buttons_of(said));
    for (auto const& one : said.blocks)
        if (auto const* list = std::get_if<choice_list>(&one))
            expect_good_choices(*list);
}

void expect_good_wording(form const& said)
{
    EXPECT_LE(length(said.title), 24U) << said.title;
    EXPECT_FALSE(said.title.empty());
    EXPECT_LE(length(said.submit), 24U);
    EXPECT_LE(length(said.close), 24U);
    EXPECT_FALSE(said.close.empty());
    EXPECT_TRUE(said.submit.empty() || !said.token.empty());
    auto without_values = said;
    for (auto& item : without_values.items)
        if (auto* typed = std::get_if<text_input>(&item)) {
            typed->value.clear();
            EXPECT_LE(length(typed->hint), 150U) << typed->hint;
            EXPECT_FALSE(typed->label.empty());
        } else if (auto const* list = std::get_if<choice_input>(&item)) {
            EXPECT_LE(length(list->hint), 150U) << list->hint;
            expect_good_choices(list->list);
        }
    expect_good_tone(text_of(without_values));
    expect_good_buttons(buttons_of(said));
}

}  // namespace crossroads
