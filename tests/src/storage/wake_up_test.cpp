// When conversations want to be woken (storage/store.hpp): as durable as their states.
#include "src/storage/store_calls.hpp"
#include "src/storage/store_under_test.hpp"
#include "storage/conversation_text.hpp"
#include "support/co_test.hpp"

#include <limits>
#include <string>
#include <vector>

namespace crossroads {
namespace {

constexpr std::int64_t end_of_time = std::numeric_limits<std::int64_t>::max();

using wake_ups = std::vector<wake_up>;

/// Keeps a state and asks to be woken; none: says nothing about it.
step waking(std::optional<std::int64_t> at)
{
    return [at](conversation_view const&) {
        auto changed = changed_to("state", "done");
        changed.wake_at = at;
        return changed;
    };
}

CO_TEST(WakeUps, AreGivenOnceTheyAreDueTheLongestDueFirst)
{
    files_under_test opened;
    co_await send_event(*opened, "late", "k", waking(300));
    co_await send_event(*opened, "early", "k", waking(100));
    co_await send_event(*opened, "between", "k", waking(200));

    EXPECT_EQ((*opened).wake_ups(99), wake_ups{});
    wake_ups const due{{"early", 100}, {"between", 200}};
    EXPECT_EQ((*opened).wake_ups(200), due);
}

CO_TEST(WakeUps, FollowWhatTheConversationSaidLast)
{
    files_under_test opened;
    co_await send_event(*opened, "c", "k1", waking(100));
    co_await send_event(*opened, "c", "k2", waking(50));
    EXPECT_EQ((*opened).wake_ups(end_of_time), (wake_ups{{"c", 50}}));
    co_await send_event(*opened, "c", "k3", waking(std::nullopt));
    EXPECT_EQ((*opened).wake_ups(end_of_time), (wake_ups{{"c", 50}}));
    co_await send_event(*opened, "c", "k4", waking(0));
    EXPECT_EQ((*opened).wake_ups(end_of_time), wake_ups{});
}

CO_TEST(WakeUps, AreKeptAcrossAStartAndGoneWithTheirConversation)
{
    files_under_test opened;
    co_await send_event(*opened, "c", "k", waking(100));
    opened.reopen();
    EXPECT_EQ((*opened).wake_ups(end_of_time), (wake_ups{{"c", 100}}));

    co_await (*opened).erase("c");
    EXPECT_EQ((*opened).wake_ups(end_of_time), wake_ups{});
    opened.reopen();
    EXPECT_EQ((*opened).wake_ups(end_of_time), wake_ups{});
}

CO_TEST(WakeUps, AskAStateThatIsOlderThanTheySoon)
{
    files_under_test opened;
    co_await send_event(*opened, "c", "k", waking(std::nullopt));
    EXPECT_EQ((*opened).wake_ups(1), (wake_ups{{"c", 1}}));
}

TEST(WakeUps, AreInASnapshotAndItsOlderFormsStayReadable)
{
    struct row {
        char const* payload;
        std::optional<std::int64_t> expected;
    };

    for (auto const& [payload, expected] : std::vector<row>{
             {R"({"sv":1,"wake":100,"st":{"a":1}})", 100},
             {R"({"sv":1,"wake":0})", 0},
             {R"({"sv":1,"st":{"a":1}})", std::nullopt},
         }) {
        auto const read = read_conversation(payload);
        ASSERT_TRUE(read) << payload;
        EXPECT_EQ(read->wake_at, expected) << payload;
        std::string written;
        write_conversation(*read, 0, [&](std::string_view part) { written += part; });
        EXPECT_EQ(written, payload);
    }
    for (auto const* broken : {R"({"sv":1,"wake":-1})", R"({"sv":1,"wake":"x"})", R"({"sv":1,"wake":1.5})"})
        EXPECT_FALSE(read_conversation(broken)) << broken;
}

}  // namespace
}  // namespace crossroads
