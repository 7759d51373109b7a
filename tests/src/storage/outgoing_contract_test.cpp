// What every store promises about the messages it owes (storage/store.hpp).
#include "src/storage/store_calls.hpp"
#include "src/storage/store_under_test.hpp"
#include "storage/store_error.hpp"
#include "support/co_test.hpp"

#include <atomic>
#include <semaphore>
#include <string>
#include <vector>

using namespace std::chrono_literals;

namespace crossroads {
namespace {

CO_TEST(OutgoingContract, SendsTheMessagesOfAConversationInOrderOneAtATime)
{
    files_under_test opened;
    std::vector<std::string> slots(1, "one");
    slots.emplace_back("two");
    co_await send_event(*opened, "c", "k1", owing(slots, "k1"));
    slots.assign(1, "three");
    co_await send_event(*opened, "c", "k2", owing(slots, "k2"));

    auto const out = (*opened).claim_outgoing(10);
    CO_ASSERT(out.size() == 1);
    EXPECT_TRUE((*opened).claim_outgoing(10).empty());
    (*opened).release("c", out[0].id, 0s);
    auto const bodies = co_await send_all(*opened);
    std::vector<std::string> expected(1, R"({"slot":"one","by":"k1"})");
    expected.emplace_back(R"({"slot":"two","by":"k1"})");
    expected.emplace_back(R"({"slot":"three","by":"k2"})");
    EXPECT_EQ(bodies, expected);
    EXPECT_EQ((*opened).pending(), 0U);
}

CO_TEST(OutgoingContract, ServesConversationsInTurn)
{
    files_under_test opened;
    std::vector<std::string> two_slots(2, "slot");
    std::vector<std::string> one_slot(1, "slot");
    co_await send_event(*opened, "a", "k", owing(two_slots, "a"));
    co_await send_event(*opened, "b", "k", owing(one_slot, "b"));
    auto const bodies = co_await send_all(*opened);

    std::vector<std::string> expected(1, R"({"slot":"slot","by":"a"})");
    expected.emplace_back(R"({"slot":"slot","by":"b"})");
    expected.emplace_back(R"({"slot":"slot","by":"a"})");
    EXPECT_EQ(bodies, expected);
}

struct edit_case {
    std::string name;
    std::vector<std::vector<std::string>> events;  // slots; '~': an edit
    std::size_t tried = 0;                         // messages with an attempt before the last event
    std::vector<std::string> left;                 // "slot by event"
};

CO_TEST(OutgoingContract, ReplacesAnEditThatWasNotTriedYet)
{
    std::vector<edit_case> cases;
    cases.push_back({"two edits", {{"~a"}, {"~a"}}, 0, {"a by 1"}});
    cases.push_back({"the place stays", {{"~a", "b"}, {"~a"}}, 0, {"a by 1", "b by 0"}});
    cases.push_back({"another slot", {{"~a"}, {"~b"}}, 0, {"a by 0", "b by 1"}});
    cases.push_back({"a post is never replaced", {{"a"}, {"~a"}, {"~a"}}, 0, {"a by 0", "a by 2"}});
    cases.push_back({"not behind a newer post", {{"~a", "a"}, {"~a"}}, 0, {"a by 0", "a by 0", "a by 1"}});
    cases.push_back({"not once it was tried", {{"~a"}, {"~a"}}, 1, {"a by 0", "a by 1"}});
    cases.push_back({"within one event", {{"~a", "~a"}}, 0, {"a by 0"}});
    for (auto const& row : cases) {
        files_under_test opened;
        for (std::size_t i = 0; i < row.events.size(); ++i) {
            if (i + 1 == row.events.size() && row.tried > 0) {
                auto const out = (*opened).claim_outgoing(1);
                co_await (*opened).record_attempt("c", out[0].id, 1);
                (*opened).release("c", out[0].id, 0s);
            }
            std::string const number = std::to_string(i);
            co_await send_event(*opened, "c", number, owing(row.events[i], number));
        }
        opened.reopen();  // the same replayed
        auto const bodies = co_await send_all(*opened);
        std::vector<std::string> expected;
        for (auto const& left : row.left)
            expected.push_back(R"({"slot":")" + left.substr(0, 1) + R"(","by":")" + left.substr(5) + R"("})");
        EXPECT_EQ(bodies, expected) << row.name;
    }
}

CO_TEST(OutgoingContract, TellsASenderThatItsEditWasReplacedBeforeItWasTried)
{
    files_under_test opened;
    std::vector<std::string> const slots(1, "~a");
    co_await send_event(*opened, "c", "k1", owing(slots, "k1"));
    auto const old = (*opened).claim_outgoing(1);
    CO_ASSERT(old.size() == 1);
    co_await send_event(*opened, "c", "k2", owing(slots, "k2"));

    auto const tried = co_await (*opened).record_attempt("c", old[0].id, 1);
    CO_ASSERT(tried.has_error());
    EXPECT_EQ(tried.error(), store_error::superseded);
    auto const fresh = (*opened).claim_outgoing(1);
    CO_ASSERT(fresh.size() == 1);
    EXPECT_EQ(fresh[0].body, R"({"slot":"a","by":"k2"})");
    (*opened).release("c", old[0].id, 0s);
    EXPECT_TRUE((*opened).claim_outgoing(1).empty());
}

CO_TEST(OutgoingContract, SettlesAMessageOnceHoweverOftenItIsSaid)
{
    files_under_test opened;
    std::vector<std::string> const slots(2, "a");
    co_await send_event(*opened, "c", "k1", owing(slots, "k1"));
    auto const out = (*opened).claim_outgoing(1);
    CO_ASSERT(out.size() == 1);
    auto const once = co_await (*opened).settle("c", out[0].id, "ts1");
    auto const twice = co_await (*opened).settle("c", out[0].id, "ts2");

    EXPECT_TRUE(once && twice);
    EXPECT_EQ((*opened).pending(), 1U);
    auto const seen = co_await look(*opened, "c");
    EXPECT_EQ(seen.sent.at("a"), "ts1");
}

CO_TEST(OutgoingContract, KeepsThePlatformsIdWhenAnEditHasNone)
{
    files_under_test opened;
    std::vector<std::string> slots(1, "a");
    slots.emplace_back("~a");
    co_await send_event(*opened, "c", "k1", owing(slots, "k1"));
    for (auto const* platform_id : {"ts1", ""}) {
        auto const out = (*opened).claim_outgoing(1);
        co_await (*opened).settle("c", out[0].id, platform_id);
    }
    auto const seen = co_await look(*opened, "c");
    EXPECT_EQ(seen.sent.at("a"), "ts1");
}

CO_TEST(OutgoingContract, ListsDeadLettersAndGoesOn)
{
    files_under_test opened;
    std::vector<std::string> slots(1, "a");
    slots.emplace_back("b");
    co_await send_event(*opened, "c", "k1", owing(slots, "k1"));
    auto const out = (*opened).claim_outgoing(1);
    CO_ASSERT(out.size() == 1);
    co_await (*opened).give_up("c", out[0].id, "is_archived");
    opened.reopen();

    auto const letters = (*opened).dead_letters();
    CO_ASSERT(letters.size() == 1);
    EXPECT_EQ(letters[0].conversation, "c");
    EXPECT_EQ(letters[0].id, out[0].id);
    EXPECT_EQ(letters[0].body, out[0].body);
    EXPECT_EQ(letters[0].reason, "is_archived");
    EXPECT_EQ(bodies_of((*opened).claim_outgoing(1)).at(0), R"({"slot":"b","by":"k1"})");
}

CO_TEST(OutgoingContract, SaysWhenThereIsSomethingToSend)
{
    files_under_test opened;
    std::atomic<int> told = 0;
    (*opened).on_outgoing([&told] { ++told; });
    std::vector<std::string> const slots(2, "a");

    co_await send_event(*opened, "c", "k1", appending("a"));
    EXPECT_EQ(told, 0);
    co_await send_event(*opened, "c", "k2", owing(slots, "k2"));
    EXPECT_GE(told, 1);
    auto const out = (*opened).claim_outgoing(1);
    CO_ASSERT(out.size() == 1);
    told = 0;
    co_await (*opened).settle("c", out[0].id, "ts");
    EXPECT_GE(told, 1);
}

CO_TEST(OutgoingContract, HoldsAReleasedMessageBackThenSaysSo)
{
    files_under_test opened;
    std::counting_semaphore<> told(0);
    (*opened).on_outgoing([&told] { told.release(); });
    std::vector<std::string> const slots(1, "a");
    co_await send_event(*opened, "c", "k1", owing(slots, "k1"));
    EXPECT_TRUE(told.try_acquire());
    auto const out = (*opened).claim_outgoing(1);
    CO_ASSERT(out.size() == 1);
    (*opened).release("c", out[0].id, 30ms);

    EXPECT_TRUE((*opened).claim_outgoing(1).empty());
    EXPECT_TRUE(told.try_acquire_for(5s));
    EXPECT_EQ((*opened).claim_outgoing(1).size(), 1U);
}

CO_TEST(OutgoingContract, SaysAfterAStartThatThereIsSomethingToSend)
{
    files_under_test opened;
    std::vector<std::string> const slots(1, "a");
    co_await send_event(*opened, "c", "k1", owing(slots, "k1"));
    opened.reopen();
    std::counting_semaphore<> told(0);
    (*opened).on_outgoing([&told] { told.release(); });

    EXPECT_TRUE(told.try_acquire_for(5s));
}

}  // namespace
}  // namespace crossroads
