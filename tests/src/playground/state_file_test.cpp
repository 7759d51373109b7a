#include "playground/state_file.hpp"
#include "support/temporary_directory.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <system_error>

namespace crossroads {
namespace {

TEST(StateFile, HoldsWhatWasWrittenLast)
{
    temporary_directory const folder;
    state_file const file(folder.path() / "deep" / "playground.json");

    EXPECT_FALSE(file.read());
    file.replace("one");
    file.replace("two");

    EXPECT_EQ(file.read(), "two");
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "deep" / "playground.json.new"));
}

TEST(StateFile, IsForItsOwnerOnly)
{
    temporary_directory const folder;
    state_file const file(folder.path() / "playground.json");
    file.replace("secret");

    auto const allowed = std::filesystem::status(file.path()).permissions();

    EXPECT_EQ(allowed, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(StateFile, SaysWhichFileCannotBeWritten)
{
    temporary_directory const folder;
    std::filesystem::create_directories(folder.path() / "playground.json.new");
    state_file const file(folder.path() / "playground.json");

    EXPECT_THROW(file.replace("x"), std::system_error);
}

}  // namespace
}  // namespace crossroads
