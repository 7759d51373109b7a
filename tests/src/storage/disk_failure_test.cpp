// What the store does while the disk fails under it, and once it works again.
#include "src/storage/store_calls.hpp"
#include "storage/files_store.hpp"
#include "storage/store_error.hpp"
#include "support/co_test.hpp"
#include "support/simulated_disk.hpp"

#include <memory>
#include <string>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

files_store_settings quiet()
{
    files_store_settings settings;
    settings.tick_every = {};
    settings.retry_every = {};
    return settings;
}

CO_TEST(FilesStoreOnAFailingDisk, ComesBackByItselfAfterTheDiskFailed)
{
    simulated_platter platter(1);
    files_store_settings settings = quiet();
    asio::any_io_executor const here = co_await asio::this_coro::executor;
    settings.io = here;
    files_store store(std::make_unique<simulated_disk>(platter), std::move(settings));
    std::vector<std::string> const slots(1, "slot");
    co_await send_event(store, "c", "k1", appending("a"));
    co_await send_event(store, "c", "k2", owing(slots, "k2"));
    auto const claimed = store.claim_outgoing(1);
    CO_ASSERT(claimed.size() == 1);

    platter.faults.failed_sync_one_in = 1;
    auto const failed = co_await send_event(store, "c", "k3", appending("b"));
    CO_ASSERT(failed.has_error());
    EXPECT_EQ(failed.error(), store_error::not_ready);
    EXPECT_FALSE(store.ready());
    store.tick();  // still failing
    EXPECT_FALSE(store.ready());
    auto const refused = co_await send_event(store, "c", "k4", appending("b"));
    EXPECT_TRUE(refused.has_error());
    EXPECT_TRUE(store.claim_outgoing(1).empty());

    platter.faults.failed_sync_one_in = 0;
    store.tick();
    EXPECT_TRUE(store.ready());
    EXPECT_TRUE(store.claim_outgoing(1).empty()) << "a message that is out stays out";
    auto const settled = co_await store.settle("c", claimed[0].id, "ts");
    EXPECT_TRUE(settled.has_value());
    auto const repeat = co_await send_event(store, "c", "k3", appending("b"));
    CO_ASSERT(repeat.has_value());
    EXPECT_EQ(*repeat, "did b");
    auto const seen = co_await look(store, "c");
    EXPECT_EQ(seen.state, "ab");
}

CO_TEST(FilesStoreOnAFailingDisk, OffersWhatWaitsOnceTheDiskWorksAgain)
{
    simulated_platter platter(1);
    files_store_settings settings = quiet();
    asio::any_io_executor const here = co_await asio::this_coro::executor;
    settings.io = here;
    files_store store(std::make_unique<simulated_disk>(platter), std::move(settings));
    std::vector<std::string> const slots(1, "slot");
    co_await send_event(store, "c", "k1", owing(slots, "k1"));
    auto const claimed = store.claim_outgoing(1);
    CO_ASSERT(claimed.size() == 1);
    std::size_t claimed_again = 0;
    store.on_outgoing([&store, &claimed_again] { claimed_again += store.claim_outgoing(1).size(); });

    platter.faults.failed_sync_one_in = 1;
    auto const failed = co_await store.record_attempt("c", claimed[0].id, 1);
    EXPECT_TRUE(failed.has_error());
    store.release("c", claimed[0].id, {});
    EXPECT_EQ(claimed_again, 0U);

    platter.faults.failed_sync_one_in = 0;
    store.tick();
    EXPECT_TRUE(store.ready());
    EXPECT_EQ(claimed_again, 1U);
}

}  // namespace
}  // namespace crossroads
