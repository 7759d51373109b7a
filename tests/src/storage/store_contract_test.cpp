// What every store promises about events (storage/store.hpp).
#include "src/storage/store_calls.hpp"
#include "src/storage/store_under_test.hpp"
#include "storage/store_error.hpp"
#include "support/co_test.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>

#include <atomic>
#include <future>
#include <stdexcept>
#include <string>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

CO_TEST(StoreContract, GivesTheFirstAcknowledgementToARepeatAndRunsNothing)
{
    files_under_test opened;
    auto const first = co_await send_event(*opened, "c", "k1", appending("a"));
    auto const repeat = co_await send_event(*opened, "c", "k1", appending("b"));

    CO_ASSERT(first && repeat);
    EXPECT_EQ(*first, "did a");
    EXPECT_EQ(*repeat, "did a");
    auto const seen = co_await look(*opened, "c");
    EXPECT_EQ(seen.state, "a");
}

CO_TEST(StoreContract, KnowsAnEventByAnyOfItsKeys)
{
    files_under_test opened;
    std::vector<std::string> both(1, "k1");
    both.emplace_back("k2");
    step first = appending("a");
    co_await (*opened).transact("c", std::move(both), std::move(first));
    auto const repeat = co_await send_event(*opened, "c", "k2", appending("b"));

    CO_ASSERT(repeat.has_value());
    EXPECT_EQ(*repeat, "did a");
}

CO_TEST(StoreContract, KeepsConversationsApart)
{
    files_under_test opened;
    co_await send_event(*opened, "c1", "k", appending("a"));
    co_await send_event(*opened, "c2", "k", appending("b"));

    auto const one = co_await look(*opened, "c1");
    auto const other = co_await look(*opened, "c2");
    EXPECT_EQ(one.state, "a");
    EXPECT_EQ(other.state, "b");
}

CO_TEST(StoreContract, KeepsEverythingAcrossAStart)
{
    files_under_test opened;
    std::vector<std::string> slots(1, "one");
    slots.emplace_back("two");
    slots.emplace_back("three");
    co_await send_event(*opened, "c \xc3\xa9\n", "k1", appending("a"));
    co_await send_event(*opened, "c \xc3\xa9\n", "k2", owing(slots, "k2"));
    auto const first = (*opened).claim_outgoing(1);
    CO_ASSERT(first.size() == 1);
    co_await (*opened).record_attempt(first[0].conversation, first[0].id, 1'700);
    co_await (*opened).settle(first[0].conversation, first[0].id, "ts1");
    auto const second = (*opened).claim_outgoing(1);
    CO_ASSERT(second.size() == 1);
    co_await (*opened).record_attempt(second[0].conversation, second[0].id, 1'800);
    opened.reopen();

    auto const seen = co_await look(*opened, "c \xc3\xa9\n");
    EXPECT_EQ(seen.state, "a");
    EXPECT_EQ(seen.sent.at("one"), "ts1");
    auto const repeat = co_await send_event(*opened, "c \xc3\xa9\n", "k1", appending("b"));
    CO_ASSERT(repeat.has_value());
    EXPECT_EQ(*repeat, "did a");
    auto const again = (*opened).claim_outgoing(5);
    CO_ASSERT(again.size() == 1);
    EXPECT_EQ(again[0].body, second[0].body);
    EXPECT_EQ(again[0].id, second[0].id);
    EXPECT_EQ(again[0].attempts, 1);
    EXPECT_EQ(again[0].first_attempt, 1'800);
    EXPECT_EQ(again[0].sent.at("one"), "ts1");
    EXPECT_EQ((*opened).pending(), 2U);
}

/// What is known without a message: as good as sent, for every message after it and before.
step knowing(std::string slot, std::string platform_id)
{
    return [slot = std::move(slot), platform_id = std::move(platform_id)](conversation_view const& seen) {
        auto changed = changed_to(std::string(seen.state), "known");
        changed.sent.emplace(slot, platform_id);
        return changed;
    };
}

CO_TEST(StoreContract, KeepsPlatformIdsThatAStepKnowsWithoutAMessage)
{
    files_under_test opened;
    co_await send_event(*opened, "c", "k1", owing(std::vector<std::string>(1, "one"), "k1"));
    co_await send_event(*opened, "c", "k2", knowing("a \"slot\"\n", "id \xc3\xa9"));
    co_await send_event(*opened, "c", "k3", knowing("other", "old"));
    co_await send_event(*opened, "c", "k4", knowing("other", "new"));
    for (int starts = 0; starts < 3; ++starts) {
        auto const seen = co_await look(*opened, "c");
        EXPECT_EQ(seen.sent.at("a \"slot\"\n"), "id \xc3\xa9") << starts;
        EXPECT_EQ(seen.sent.at("other"), "new") << starts;
        opened.reopen();
    }
    auto const waiting = (*opened).claim_outgoing(1);
    CO_ASSERT(waiting.size() == 1);
    EXPECT_EQ(waiting[0].sent.at("other"), "new");
    auto const refused = co_await send_event(*opened, "c", "k5", knowing("\xff", "id"));
    EXPECT_FALSE(refused.has_value());
}

CO_TEST(StoreContract, StoresNothingOfAnEventThatChangedNothing)
{
    files_under_test opened;
    step nothing_happened = [](conversation_view const&) {
        unit changed = changed_to("never", "nothing");
        changed.remember = false;
        return changed;
    };
    auto const nothing = co_await send_event(*opened, "c", "k", std::move(nothing_happened));
    auto const later = co_await send_event(*opened, "c", "k", appending("a"));

    CO_ASSERT(nothing && later);
    EXPECT_EQ(*nothing, "nothing");
    EXPECT_EQ(*later, "did a");
    auto const seen = co_await look(*opened, "c");
    EXPECT_EQ(seen.state, "a");
}

CO_TEST(StoreContract, LetsOutWhatAStepThrowsAndChangesNothing)
{
    files_under_test opened;
    step throwing = [](conversation_view const&) -> unit { throw std::runtime_error("a bug"); };
    std::string caught;
    try {
        co_await send_event(*opened, "c", "k", std::move(throwing));
    } catch (std::runtime_error const& e) {
        caught = e.what();
    }
    EXPECT_EQ(caught, "a bug");

    auto const later = co_await send_event(*opened, "c", "k", appending("a"));
    CO_ASSERT(later.has_value());
    EXPECT_EQ(*later, "did a");
}

CO_TEST(StoreContract, AppliesAnEventWithoutKeysEachTime)
{
    files_under_test opened;
    for (int i = 0; i < 2; ++i) {
        std::vector<std::string> no_keys;
        step apply = appending("a");
        co_await (*opened).transact("c", std::move(no_keys), std::move(apply));
    }
    auto const seen = co_await look(*opened, "c");
    EXPECT_EQ(seen.state, "aa");
}

/// What is not text in every way it can come in.
CO_TEST(StoreContract, RefusesWhatIsNotTextAndChangesNothing)
{
    files_under_test opened;
    std::string const bad = "\xff";
    std::vector<step> steps;
    steps.push_back([bad](conversation_view const&) { return changed_to(bad, ""); });
    steps.push_back([bad](conversation_view const&) { return changed_to("", bad); });
    steps.push_back(owing(std::vector<std::string>(1, bad), ""));
    steps.push_back(owing(std::vector<std::string>(1, "slot"), bad));
    for (auto& apply : steps) {
        auto const refused = co_await send_event(*opened, "c", "k", apply);
        CO_ASSERT(refused.has_error());
        EXPECT_EQ(refused.error(), store_error::not_text);
    }
    auto const refused = co_await send_event(*opened, "c", bad, appending("a"));
    CO_ASSERT(refused.has_error());
    EXPECT_EQ(refused.error(), store_error::not_text);
    auto const seen = co_await look(*opened, "c");
    EXPECT_EQ(seen.state, "");
    EXPECT_EQ((*opened).pending(), 0U);
}

CO_TEST(StoreContract, RefusesWhatIsTooLargeAndChangesNothing)
{
    files_under_test opened;
    step large_state = [](conversation_view const&) {
        return changed_to(std::string(1024 * 1024 + 1, 'x'), "");
    };
    auto const state = co_await send_event(*opened, "c", "k", std::move(large_state));
    step escaped = [](conversation_view const&) { return changed_to(std::string(1024 * 1024, '\x01'), ""); };
    auto const line = co_await send_event(*opened, "c", "k", std::move(escaped));
    step fits = [](conversation_view const&) { return changed_to(std::string(1024 * 1024, 'x'), "fits"); };
    auto const fitting = co_await send_event(*opened, "c", "k", std::move(fits));
    auto const key = co_await send_event(*opened, std::string(171, '/'), "k", appending("a"));
    auto const no_key = co_await send_event(*opened, "", "k", appending("a"));

    CO_ASSERT(state.has_error() && line.has_error() && key.has_error() && no_key.has_error());
    EXPECT_EQ(state.error(), store_error::state_too_large);
    EXPECT_EQ(line.error(), store_error::unit_too_large);
    EXPECT_EQ(key.error(), store_error::bad_conversation);
    EXPECT_EQ(no_key.error(), store_error::bad_conversation);
    CO_ASSERT(fitting.has_value());
    EXPECT_EQ(*fitting, "fits");
}

CO_TEST(StoreContract, ForgetsAnErasedConversationButNotThatItsEventsWereApplied)
{
    files_under_test opened;
    std::vector<std::string> const slots(2, "a");
    co_await send_event(*opened, "c", "k1", appending("secret"));
    co_await send_event(*opened, "c", "k2", owing(slots, "k2"));
    auto const out = (*opened).claim_outgoing(1);
    CO_ASSERT(out.size() == 1);
    co_await (*opened).give_up("c", out[0].id, "why");
    auto const erased = co_await (*opened).erase("c");
    EXPECT_TRUE(erased.has_value());
    for (int start = 0; start < 2; ++start) {
        auto const seen = co_await look(*opened, "c");
        EXPECT_EQ(seen.state, "");
        EXPECT_EQ((*opened).pending(), 0U);
        EXPECT_TRUE((*opened).dead_letters().empty());
        auto const repeat = co_await send_event(*opened, "c", "k1", appending("again"));
        CO_ASSERT(repeat.has_value());
        EXPECT_EQ(*repeat, "");
        opened.reopen();
    }
}

/// Every event is sent by several clients at once, on four threads.
TEST(StoreContractUnderLoad, AppliesEachEventOnceAndTellsEveryClientTheSame)
{
    files_under_test opened;
    asio::thread_pool threads(4);
    std::vector<std::future<result<std::string>>> answers;
    std::atomic<int> runs = 0;
    constexpr int events = 60;
    constexpr int clients = 6;
    for (int event = 0; event < events; ++event) {
        for (int client = 0; client < clients; ++client) {
            step apply = [&runs, run = appending(std::to_string(event % 10))](conversation_view const& seen) {
                ++runs;
                return run(seen);
            };
            auto call = send_event(
                *opened, "c" + std::to_string(event % 5), "k" + std::to_string(event), std::move(apply));
            answers.push_back(asio::co_spawn(threads, std::move(call), asio::use_future));
        }
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        auto const answer = answers[i].get();
        ASSERT_TRUE(answer.has_value()) << answer.error().message();
        EXPECT_EQ(*answer, "did " + std::to_string(i / clients % 10));
    }
    EXPECT_EQ(runs, events);
    threads.join();
    for (int conversation = 0; conversation < 5; ++conversation) {
        asio::thread_pool one(1);
        auto const seen =
            asio::co_spawn(one, look(*opened, "c" + std::to_string(conversation)), asio::use_future).get();
        EXPECT_EQ(seen.state.size(), static_cast<std::size_t>(events / 5));
    }
}

}  // namespace
}  // namespace crossroads
