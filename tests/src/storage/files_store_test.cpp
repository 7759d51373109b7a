#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "storage/store_error.hpp"
#include "support/co_test.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/use_future.hpp>

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace crossroads {
namespace {

unit changing(std::string state, std::string acknowledgement)
{
    unit changed;
    changed.state = std::move(state);
    changed.acknowledgement = std::move(acknowledgement);
    return changed;
}

step appends(std::string text)
{
    return [text](conversation_view const& seen) {
        return changing(std::string(seen.state) + text, "did " + text);
    };
}

std::unique_ptr<files_store> open(temporary_directory const& directory)
{
    return std::make_unique<files_store>(open_posix_disk(directory.path().string()), files_store_settings{});
}

CO_TEST(FilesStore, RemembersAcrossAStart)
{
    temporary_directory const directory;
    {
        auto const store = open(directory);
        step first = appends("a");
        std::vector<std::string> keys(1, "k1");
        auto const done = co_await store->transact("c", std::move(keys), std::move(first));
        CO_ASSERT(done.has_value());
        EXPECT_EQ(*done, "did a");
    }
    auto const store = open(directory);
    step second = appends("b");
    std::vector<std::string> keys(1, "k2");
    auto const done = co_await store->transact("c", std::move(keys), std::move(second));
    CO_ASSERT(done.has_value());
    step repeat = appends("never");
    std::vector<std::string> again(1, "k1");
    auto const repeated = co_await store->transact("c", std::move(again), std::move(repeat));
    CO_ASSERT(repeated.has_value());
    EXPECT_EQ(*repeated, "did a");
    std::string state;
    step look = [&state](conversation_view const& seen) {
        state = seen.state;
        unit nothing;
        nothing.remember = false;
        return nothing;
    };
    std::vector<std::string> none;
    co_await store->transact("c", std::move(none), std::move(look));
    EXPECT_EQ(state, "ab");
}

}  // namespace
}  // namespace crossroads
