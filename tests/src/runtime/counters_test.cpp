#include "runtime/counters.hpp"

#include <gtest/gtest.h>

namespace {

using crossroads::counters;

TEST(Counters, PrintsEachNameOnceWithItsSamples)
{
    counters counted;
    counted.count("crossroads_webhooks_total", "kind", "message");
    counted.count("crossroads_webhooks_total", "kind", "message");
    counted.count("crossroads_webhooks_total", "kind", "block_actions");

    EXPECT_EQ(
        counted.prometheus_text(), "# TYPE crossroads_webhooks_total counter\n"
                                   "crossroads_webhooks_total{kind=\"block_actions\"} 1\n"
                                   "crossroads_webhooks_total{kind=\"message\"} 2\n");
}

TEST(Counters, ReplacesWhatALabelMayNotHold)
{
    counters counted;
    counted.count("n", "kind", "unknown:\"\n\\x");

    EXPECT_EQ(counted.get("n", "unknown:___x"), 1U);
}

TEST(Counters, TellsAtMostTwoHundredValuesApart)
{
    counters counted;
    for (int i = 0; i < 1000; ++i)
        counted.count("n", "kind", "v" + std::to_string(i));

    EXPECT_EQ(counted.get("n", "other"), 800U);
    EXPECT_EQ(counted.get("n", "v0"), 1U);
}

}  // namespace
