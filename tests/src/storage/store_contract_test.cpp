// What every store promises (storage/store.hpp).
#include "src/storage/store_calls.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "storage/store_error.hpp"
#include "support/co_test.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>

#include <atomic>
#include <future>
#include <memory>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <vector>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

/// A store that can be closed and opened again on what it made durable.
class files_under_test {
public:
    files_under_test() { reopen(); }

    store& operator*() { return *store_; }

    void reopen()
    {
        store_.reset();
        store_ = std::make_unique<files_store>(
            open_posix_disk(directory_.path().string()), files_store_settings{});
    }

private:
    temporary_directory directory_;
    std::unique_ptr<store> store_;
};

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

CO_TEST(StoreContract, SendsTheMessagesOfAConversationInOrderOneAtATime)
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

CO_TEST(StoreContract, ServesConversationsInTurn)
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

CO_TEST(StoreContract, ReplacesAnEditThatWasNotTriedYet)
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

CO_TEST(StoreContract, TellsASenderThatItsEditWasReplacedBeforeItWasTried)
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

CO_TEST(StoreContract, SettlesAMessageOnceHoweverOftenItIsSaid)
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

CO_TEST(StoreContract, KeepsThePlatformsIdWhenAnEditHasNone)
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

CO_TEST(StoreContract, ListsDeadLettersAndGoesOn)
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

CO_TEST(StoreContract, SaysWhenThereIsSomethingToSend)
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

CO_TEST(StoreContract, HoldsAReleasedMessageBackThenSaysSo)
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

CO_TEST(StoreContract, SaysAfterAStartThatThereIsSomethingToSend)
{
    files_under_test opened;
    std::vector<std::string> const slots(1, "a");
    co_await send_event(*opened, "c", "k1", owing(slots, "k1"));
    opened.reopen();
    std::counting_semaphore<> told(0);
    (*opened).on_outgoing([&told] { told.release(); });

    EXPECT_TRUE(told.try_acquire_for(5s));
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
