#include "runtime/acknowledgement.hpp"

#include <gtest/gtest.h>

namespace crossroads {
namespace {

TEST(Acknowledgement, IsGivenAgainAsItWas)
{
    http_response const first{200, {{"Content-Type", "application/json"}}, R"({"response_action":"clear"})"};

    auto const again = read_acknowledgement(write_acknowledgement(first));

    ASSERT_TRUE(again);
    EXPECT_EQ(again->status, first.status);
    EXPECT_EQ(again->headers, first.headers);
    EXPECT_EQ(again->body, first.body);
}

TEST(Acknowledgement, OfAnEmptyAnswerIsShort)
{
    EXPECT_EQ(write_acknowledgement({200, {}, ""}), R"({"s":200})");
}

TEST(Acknowledgement, IsRefusedWhenItCannotBeRead)
{
    for (auto const* text : {"", "{}", "[]", R"({"s":"200"})", R"({"s":200,"b":1})", R"({"s":200,"h":{}})"})
        EXPECT_FALSE(read_acknowledgement(text)) << text;
}

}  // namespace
}  // namespace crossroads
