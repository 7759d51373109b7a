#include "channel/platform.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crossroads {
namespace {

TEST(ConversationKey, IsReadable)
{
    EXPECT_EQ(conversation_key("slack", "T1", "C42"), "slack:T1:C42");
}

TEST(ConversationKey, EncodesWhatCouldBeTakenForASeparatorOrAPath)
{
    EXPECT_EQ(conversation_key("slack", "T:1", "../C%"), "slack:T%3A1:..%2FC%25");
}

TEST(ConversationKey, GivesThePartsBack)
{
    std::string const odd("19:meeting_\xC3\xA9/\0x", 15);

    auto const address = parse_conversation_key(conversation_key("teams", "a b", odd));

    ASSERT_TRUE(address);
    EXPECT_EQ(address->platform, "teams");
    EXPECT_EQ(address->tenant, "a b");
    EXPECT_EQ(address->channel, odd);
}

TEST(ConversationKey, IsNeverTheSameForTwoPlaces)
{
    EXPECT_NE(conversation_key("slack", "T1:C", "1"), conversation_key("slack", "T1", "C:1"));
}

TEST(ConversationKey, SaysWhoseConversationItIs)
{
    EXPECT_EQ(tenant_of(conversation_key("slack", "T1", "C42")), "slack:T1");
    EXPECT_EQ(tenant_of(conversation_key("slack", "T:1", "C:42")), "slack:T%3A1");
    EXPECT_EQ(tenant_of("guide:0123"), "guide:0123");
    EXPECT_EQ(tenant_of("guide"), "guide");
}

TEST(ConversationKey, IsEmptyWithoutAllParts)
{
    EXPECT_EQ(conversation_key("slack", "", "C1"), "");
    EXPECT_EQ(conversation_key("slack", "T1", ""), "");
}

TEST(ConversationKey, IsEmptyWhenItWouldBeTooLong)
{
    EXPECT_EQ(conversation_key("slack", "T1", std::string(600, 'c')), "");
    EXPECT_EQ(conversation_key("slack", "T1", std::string(200, ':')), "");
    EXPECT_NE(conversation_key("slack", "T1", std::string(150, ':')), "");
}

class NoConversationKey : public testing::TestWithParam<char const*> {};

TEST_P(NoConversationKey, IsNotRead)
{
    EXPECT_FALSE(parse_conversation_key(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(
    ConversationKey, NoConversationKey,
    testing::Values(
        "", "slack", "slack:T1", "slack::C1", ":T1:C1", "slack:T1:", "slack:T1:C1:x", "slack:T1:%",
        "slack:T1:%4", "slack:T1:%zz", "slack:T1:%41", "slack:T1:%3a", "slack:T 1:C1", "slack:T1:C/1"));

}  // namespace
}  // namespace crossroads
