#pragma once

#include "commands/exit_code.hpp"
#include "src/storage/store_calls.hpp"
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"
#include "support/temporary_directory.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace crossroads {

struct outcome {
    exit_code code = exit_code::done;
    std::string out;
    std::string errors;
};

template <class Asked>
outcome
run(exit_code (*command)(
        Asked const&, std::map<std::string, std::string> const&, std::ostream&, std::ostream&),
    Asked const& asked)
{
    std::ostringstream out;
    std::ostringstream errors;
    auto const code = command(asked, {}, out, errors);
    return {code, out.str(), errors.str()};
}

inline std::map<std::string, std::string> contents_of(std::filesystem::path const& directory)
{
    std::map<std::string, std::string> contents;
    for (auto const& entry : std::filesystem::directory_iterator(directory)) {
        std::ifstream file(entry.path(), std::ios::binary);
        contents[entry.path().filename().string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return contents;
}

/// A directory with a data directory in it, and a service's store on that until it is closed.
class data_directory {
public:
    data_directory() { open(); }

    void open()
    {
        files_store_settings settings;
        settings.tick_every = {};  // nothing is written that a test did not ask for
        store_ = std::make_unique<files_store>(open_posix_disk(path()), settings);
    }

    void close(bool with_snapshot = false)
    {
        if (with_snapshot)
            wait_for(store_->stop(std::chrono::seconds{10}));
        store_.reset();
    }

    std::string path(std::string const& name = "data") const { return (around_.path() / name).string(); }

    void event(std::string const& conversation, std::string const& text)
    {
        wait_for(send_event(*store_, conversation, text, appending(text)));
    }

    /// The id of a message that was given up.
    std::string letter(std::string const& conversation, std::string const& slot)
    {
        wait_for(
            send_event(*store_, conversation, "owes " + slot, owing(std::vector<std::string>{slot}, "k")));
        auto const out = store_->claim_outgoing(1);
        wait_for(store_->give_up(conversation, out.at(0).id, "is_archived"));
        return out.at(0).id;
    }

    std::string state(std::string const& conversation)
    {
        boost::asio::io_context context;
        auto seen = boost::asio::co_spawn(context, look(*store_, conversation), boost::asio::use_future);
        context.run();
        return seen.get().state;
    }

    files_store& store() { return *store_; }

private:
    template <class Call>
    static void wait_for(Call call)
    {
        boost::asio::io_context context;
        auto done = boost::asio::co_spawn(context, std::move(call), boost::asio::use_future);
        context.run();
        EXPECT_TRUE(done.get().has_value());
    }

    temporary_directory around_;
    std::unique_ptr<files_store> store_;
};

}  // namespace crossroads
