#include "runtime/reach_book.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "support/co_test.hpp"
#include "support/temporary_directory.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>

namespace crossroads {
namespace {

std::unique_ptr<files_store> open_store(temporary_directory const& data)
{
    return std::make_unique<files_store>(open_posix_disk(data.path().string()), files_store_settings{});
}

CO_TEST(ReachBook, KnowsWhatItKeptAfterARestart)
{
    temporary_directory const data;
    std::string const conversation = "teams:tenant-one:19%3Avan";
    {
        auto const store = open_store(data);
        reach_book book(*store);
        EXPECT_EQ(book.find(conversation), "");
        auto const first = co_await book.keep(conversation, "there");
        auto const second = co_await book.keep(conversation, "elsewhere");
        EXPECT_TRUE(first.has_value() && second.has_value());
        EXPECT_EQ(book.find(conversation), "elsewhere");
        co_await store->stop(std::chrono::seconds(5));
    }
    auto const store = open_store(data);
    reach_book const book(*store);

    EXPECT_EQ(book.find(conversation), "elsewhere");
    EXPECT_EQ(book.find("teams:tenant-one:other"), "");
    co_await store->stop(std::chrono::seconds(5));
}

CO_TEST(ReachBook, AsksToBeWokenForNothing)
{
    temporary_directory const data;
    auto const store = open_store(data);
    reach_book book(*store);
    auto const kept = co_await book.keep("teams:tenant-one:19%3Avan", "there");

    EXPECT_TRUE(kept.has_value());
    EXPECT_TRUE(store->wake_ups(4'000'000'000).empty());
    co_await store->stop(std::chrono::seconds(5));
}

}  // namespace
}  // namespace crossroads
