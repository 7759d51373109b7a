#include "storage/new_directory.hpp"
#include "storage/posix_disk.hpp"
#include "storage/storage_failure.hpp"
#include "support/temporary_directory.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace crossroads {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(fs::path const& directory)
{
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator(directory))
        names.push_back(entry.path().filename().string());
    return names;
}

void write_one_file(disk& into)
{
    auto const file = into.create("one.log");
    ASSERT_TRUE(file.has_value());
    EXPECT_FALSE((*file)->append("content"));
}

TEST(NewDirectory, HasItsNameOnlyOnceItIsPublished)
{
    temporary_directory const around;
    for (auto const* wanted : {"backup", "with_a_slash/", "empty_before"}) {
        auto const path = around.path() / wanted;
        if (std::string(wanted) == "empty_before")
            fs::create_directory(path);
        new_directory made(path);
        write_one_file(made.files());
        EXPECT_FALSE(fs::exists(path / "one.log")) << wanted;

        made.publish();

        EXPECT_EQ(names_in(path), std::vector<std::string>{"one.log"}) << wanted;
        EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all) << wanted;
    }
    EXPECT_EQ(names_in(around.path()).size(), 3U);
}

TEST(NewDirectory, LeavesNothingWhenItIsNotPublished)
{
    temporary_directory const around;
    {
        new_directory made(around.path() / "backup");
        write_one_file(made.files());
    }
    EXPECT_EQ(names_in(around.path()), std::vector<std::string>{});
}

TEST(NewDirectory, RefusesANameThatIsTaken)
{
    temporary_directory const around;
    fs::create_directory(around.path() / "full");
    std::ofstream(around.path() / "full" / "file") << "x";
    std::ofstream(around.path() / "file") << "x";
    fs::create_symlink("nowhere", around.path() / "link");
    for (auto const* taken : {"full", "file", "link", "missing/backup"})
        EXPECT_THROW(new_directory(around.path() / taken), storage_failure) << taken;
    EXPECT_EQ(names_in(around.path()).size(), 3U);
}

TEST(NewDirectory, DoesNotTakeTheNameOfWhatAppearedMeanwhile)
{
    temporary_directory const around;
    auto const path = around.path() / "backup";
    {
        new_directory made(path);
        write_one_file(made.files());
        fs::create_directory(path);
        std::ofstream(path / "file") << "x";
        EXPECT_THROW(made.publish(), storage_failure);
    }
    EXPECT_EQ(names_in(path), std::vector<std::string>{"file"});
    EXPECT_EQ(names_in(around.path()).size(), 1U);
}

TEST(PosixDirectory, IsLeftAsItIsByThoseWhoOnlyRead)
{
    temporary_directory const around;
    auto const path = around.path().string();
    open_posix_disk_beside(path);
    open_posix_disk_at_rest(path);
    EXPECT_EQ(names_in(around.path()), std::vector<std::string>{});
    EXPECT_THROW(open_posix_disk_beside(path + "/missing"), storage_failure);
    EXPECT_THROW(open_posix_disk_at_rest(path + "/missing"), storage_failure);
    EXPECT_FALSE(fs::exists(around.path() / "missing"));
}

TEST(PosixDirectory, IsNotAtRestWhileAnotherHasIt)
{
    temporary_directory const around;
    auto const path = around.path().string();
    {
        auto const service = open_posix_disk(path);
        EXPECT_TRUE(open_posix_disk_beside(path)->list().has_value());
        try {
            open_posix_disk_at_rest(path);
            ADD_FAILURE();
        } catch (storage_failure const& failure) {
            EXPECT_EQ(failure.kind(), failure_kind::in_use);
        }
    }
    auto const reader = open_posix_disk_at_rest(path);
    EXPECT_THROW(open_posix_disk(path), storage_failure);
}

}  // namespace
}  // namespace crossroads
