#include "storage/backup.hpp"

#include "storage/storage_failure.hpp"

#include <boost/system/errc.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace crossroads {
namespace {

constexpr std::size_t piece_size = std::size_t{1024} * 1024;

// Beside a service that is just recovering from a failed disk, files of two moments may be met. What is
// really damaged is so each time.
constexpr int most_tries = 3;

template <class Read>
read_back try_again_when_damaged(Read read)
{
    for (int tries = 1;; ++tries) {
        try {
            return read();
        } catch (storage_failure const& failure) {
            if (failure.kind() != failure_kind::damaged || tries == most_tries)
                throw;
        }
    }
}

open_history open_some_files(disk& directory)
{
    auto files = open_files(directory);
    if (files.is_empty())
        throw storage_failure(failure_kind::not_data, no_data_there);
    return files;
}

read_back read_once(disk& directory)
{
    auto files = open_some_files(directory);
    read_back all;
    if (files.snapshot)
        all.files.push_back(files.snapshot->name);
    for (auto const& journal : files.journals)
        all.files.push_back(journal.name);
    all.end = read_history(files, all.contents);
    return all;
}

void copy_file(disk_reader& from, disk& to, std::string const& name)
{
    auto const copy = require(to.create(name), name);
    auto const piece = std::make_unique_for_overwrite<char[]>(piece_size);
    while (auto const size = require(from.read(piece.get(), piece_size), name))
        require(copy->append({piece.get(), size}), name);
    require(copy->sync(), name);
}

void remove_all(disk& directory)
{
    for (auto const& name : require(directory.list(), "the new directory"))
        require(directory.remove(name), name);
}

}  // namespace

read_back read_data(disk& directory)
{
    return try_again_when_damaged([&directory] { return read_once(directory); });
}

read_back back_up(disk& from, disk& to)
{
    return try_again_when_damaged([&from, &to] {
        remove_all(to);
        auto files = open_some_files(from);
        // In this order: a snapshot may hold what stands in the journals as they are now, not earlier.
        if (files.snapshot)
            copy_file(*files.snapshot->from, to, files.snapshot->name);
        for (auto const& journal : files.journals)
            copy_file(*journal.from, to, journal.name);
        require(to.sync_directory(), "the new directory");
        return read_once(to);
    });
}

void copy_if_there(disk& from, disk& to, std::string const& name)
{
    auto opened = from.open(name);
    if (!opened && opened.error() == boost::system::errc::no_such_file_or_directory)
        return;
    auto const reader = require(std::move(opened), name);
    copy_file(*reader, to, name);
    require(to.sync_directory(), "the new directory");
}

}  // namespace crossroads
