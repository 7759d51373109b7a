// Messages that were given up, and what an operator can do about them.
#include "src/storage/data_lines.hpp"
#include "src/storage/store_calls.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "storage/store_error.hpp"
#include "support/co_test.hpp"
#include "support/temporary_directory.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace crossroads {
namespace {

class reopened_store {
public:
    reopened_store() { reopen(); }

    files_store& operator*() { return *store_; }

    void reopen()
    {
        store_.reset();
        store_ = std::make_unique<files_store>(
            open_posix_disk(directory_.path().string()), files_store_settings{});
    }

private:
    temporary_directory directory_;
    std::unique_ptr<files_store> store_;
};

boost::asio::awaitable<void> owe(files_store& store, std::string key, std::string slot)
{
    std::vector<std::string> const slots(1, std::move(slot));
    step apply = owing(slots, key);
    co_await send_event(store, "c", std::move(key), std::move(apply));
}

boost::asio::awaitable<std::string> give_up_next(files_store& store)
{
    auto const out = store.claim_outgoing(1);
    if (out.empty())
        co_return "";
    co_await store.record_attempt("c", out[0].id, 1);
    co_await store.give_up("c", out[0].id, "is_archived");
    co_return out[0].id;
}

CO_TEST(DeadLetter, GoesBackToItsOldPlaceAndIsSent)
{
    reopened_store opened;
    co_await owe(*opened, "k1", "one");
    co_await owe(*opened, "k2", "two");
    co_await owe(*opened, "k3", "three");
    auto const first = co_await give_up_next(*opened);
    auto const second = co_await give_up_next(*opened);
    EXPECT_EQ((*opened).condition().dead_letters, 2U);
    opened.reopen();
    EXPECT_EQ((*opened).condition().dead_letters, 2U);

    auto const later = co_await (*opened).send_again("c", second);
    auto const earlier = co_await (*opened).send_again("c", first);
    EXPECT_TRUE(later.has_value());
    EXPECT_TRUE(earlier.has_value());
    opened.reopen();

    EXPECT_TRUE((*opened).dead_letters().empty());
    EXPECT_EQ((*opened).condition().dead_letters, 0U);
    EXPECT_EQ((*opened).pending(), 3U);
    auto const out = (*opened).claim_outgoing(1);
    CO_ASSERT(out.size() == 1);
    EXPECT_EQ(out[0].id, first);
    EXPECT_EQ(out[0].attempts, 0);
    (*opened).release("c", out[0].id, {});
    auto const bodies = co_await send_all(*opened);
    std::vector<std::string> expected(1, R"({"slot":"one","by":"k1"})");
    expected.emplace_back(R"({"slot":"two","by":"k2"})");
    expected.emplace_back(R"({"slot":"three","by":"k3"})");
    EXPECT_EQ(bodies, expected);
}

CO_TEST(DeadLetter, ThatIsDroppedIsGoneAndNothingIsSent)
{
    reopened_store opened;
    co_await owe(*opened, "k1", "one");
    auto const id = co_await give_up_next(*opened);

    auto const dropped = co_await (*opened).discard("c", id);
    EXPECT_TRUE(dropped.has_value());
    opened.reopen();

    EXPECT_TRUE((*opened).dead_letters().empty());
    EXPECT_EQ((*opened).pending(), 0U);
    auto const again = co_await (*opened).discard("c", id);
    CO_ASSERT(again.has_error());
    EXPECT_EQ(again.error(), store_error::not_given_up);
}

/// Its content is older than what stands in its place.
CO_TEST(DeadLetter, IsNotSentAgainOnceANewerMessageOfItsSlotWasSent)
{
    reopened_store opened;
    co_await owe(*opened, "k1", "~board");
    auto const id = co_await give_up_next(*opened);
    co_await owe(*opened, "k2", "~board");
    co_await owe(*opened, "k3", "other");
    co_await send_all(*opened);
    opened.reopen();

    auto const refused = co_await (*opened).send_again("c", id);
    CO_ASSERT(refused.has_error());
    EXPECT_EQ(refused.error(), store_error::out_of_place);
    EXPECT_EQ((*opened).dead_letters().size(), 1U);
    co_await (*opened).stop(std::chrono::seconds{10});
    opened.reopen();
    auto const still = co_await (*opened).send_again("c", id);
    EXPECT_TRUE(still.has_error());
}

CO_TEST(DeadLetter, WithoutAnIdOfItsOwnIsRefused)
{
    reopened_store opened;
    co_await owe(*opened, "k1", "one");
    auto const waiting = (*opened).claim_outgoing(1);
    CO_ASSERT(waiting.size() == 1);
    std::vector<std::string> wrong(1, waiting[0].id);
    wrong.emplace_back("77.0");
    wrong.emplace_back("");
    for (auto const& id : wrong) {
        auto const refused = co_await (*opened).send_again("c", id);
        CO_ASSERT(refused.has_error());
        EXPECT_EQ(refused.error(), store_error::not_given_up);
    }
    EXPECT_EQ((*opened).pending(), 1U);
}

/// Format 1 kept no slot: where such a message belongs is not known.
TEST(DeadLetterOfAnEarlierVersion, CanBeDroppedButNotSentAgain)
{
    ledger contents;
    stored_conversation part;
    part.version = 1;
    part.given_up.push_back({"1.0", "", false, false, *as_opaque("{}"), "is_archived", 1700});
    contents.put("c", std::move(part));
    ASSERT_EQ(contents.dead_letters().size(), 1U);
    EXPECT_EQ(contents.dead_letters()[0].slot, "");

    EXPECT_TRUE(contents.apply(2, "c", discarded_record{"1.0"}));

    EXPECT_TRUE(contents.dead_letters().empty());
    EXPECT_EQ(contents.dead_letter_count(), 0U);
}

}  // namespace
}  // namespace crossroads
