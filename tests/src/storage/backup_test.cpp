#include "src/storage/data_lines.hpp"
#include "src/storage/store_calls.hpp"
#include "storage/backup.hpp"
#include "storage/files_store.hpp"
#include "storage/storage_failure.hpp"
#include "support/random_source.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

/// A disk as seen beside a service that never rests: something happens around each operation.
class disturbed_disk final : public disk {
public:
    disturbed_disk(disk& behind, std::function<void()> disturb)
        : behind_(behind), disturb_(std::move(disturb))
    {}

    result<std::vector<std::string>> list() override
    {
        disturb_();
        auto names = behind_.list();
        disturb_();
        return names;
    }

    result<std::unique_ptr<disk_file>> create(std::string const& name) override
    {
        ADD_FAILURE() << "creates " << name;
        return behind_.create(name);
    }

    result<std::unique_ptr<disk_reader>> open(std::string const& name) override
    {
        disturb_();
        auto opened = behind_.open(name);
        if (!opened)
            return opened;
        return std::unique_ptr<disk_reader>(std::make_unique<reader>(std::move(*opened), disturb_));
    }

    error_code rename(std::string const& from, std::string const& to) override
    {
        ADD_FAILURE() << "renames " << from;
        return behind_.rename(from, to);
    }

    error_code remove(std::string const& name) override
    {
        ADD_FAILURE() << "removes " << name;
        return behind_.remove(name);
    }

    error_code sync_directory() override { return behind_.sync_directory(); }

    result<disk_space> space() override { return behind_.space(); }

private:
    class reader final : public disk_reader {
    public:
        reader(std::unique_ptr<disk_reader> behind, std::function<void()> const& disturb)
            : behind_(std::move(behind)), disturb_(disturb)
        {}

        result<std::size_t> read(char* into, std::size_t size) override
        {
            disturb_();
            return behind_->read(into, std::min<std::size_t>(size, 1'000));
        }

    private:
        std::unique_ptr<disk_reader> behind_;
        std::function<void()> const& disturb_;
    };

    disk& behind_;
    std::function<void()> disturb_;
};

using states = std::map<std::string, std::string>;

/// A service that works on, seen from outside: what it has acknowledged.
class busy_service {
public:
    explicit busy_service(std::uint64_t seed) : random_(seed), platter_(seed)
    {
        store_ = std::make_unique<files_store>(std::make_unique<simulated_disk>(platter_), settings());
    }

    void work()
    {
        for (auto events = random_.below(3); events > 0; --events) {
            std::string const conversation = "c" + std::to_string(random_.below(4));
            std::string const text = std::to_string(++events_) + ",";
            run(send_event(*store_, conversation, text, appending(text)));
            acknowledged_[conversation] += text;
        }
        if (random_.one_in(4)) {
            context_.restart();
            store_->tick();
            context_.poll();
        }
    }

    simulated_platter& platter() { return platter_; }

    states const& acknowledged() const { return acknowledged_; }

    static states read(simulated_platter& platter)
    {
        asio::io_context context;
        files_store_settings settings;
        settings.io = context.get_executor();
        settings.tick_every = {};
        files_store const store(std::make_unique<simulated_disk>(platter), settings);
        states read;
        for (int i = 0; i < 4; ++i) {
            std::string const conversation = "c" + std::to_string(i);
            for (auto const& state : store.states(conversation))
                read[conversation] = state;
        }
        return read;
    }

private:
    files_store_settings settings()
    {
        files_store_settings settings;
        settings.io = context_.get_executor();
        settings.tick_every = {};
        settings.snapshot_bytes = 1'500;
        return settings;
    }

    template <class Call>
    void run(Call call)
    {
        context_.restart();
        auto done = asio::co_spawn(context_, std::move(call), asio::use_future);
        context_.poll();
        EXPECT_TRUE(done.get().has_value());
    }

    random_source random_;
    simulated_platter platter_;
    asio::io_context context_;
    std::unique_ptr<files_store> store_;
    states acknowledged_;
    int events_ = 0;
};

TEST(Backup, HoldsAllThatWasAcknowledgedWhateverTheServiceDoesMeanwhile)
{
    int replaced = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        busy_service service(seed);
        for (int i = 0; i < 20; ++i)
            service.work();
        auto const before = service.acknowledged();
        auto const first_files = service.platter().contents();
        simulated_disk seen(service.platter());
        disturbed_disk disturbed(seen, [&service] { service.work(); });
        simulated_platter copy(seed);
        simulated_disk to(copy);

        auto const copied = back_up(disturbed, to);

        EXPECT_GT(copied.end.last, 0U);
        if (!service.platter().contents().contains(first_files.begin()->first))
            ++replaced;
        copy.power_cycle();
        auto const read = busy_service::read(copy);
        for (auto const& [conversation, state] : before) {
            ASSERT_TRUE(read.contains(conversation)) << "seed " << seed;
            EXPECT_TRUE(read.at(conversation).starts_with(state)) << "seed " << seed << ", lost: " << state;
        }
        for (auto const& [conversation, state] : read)
            EXPECT_TRUE(service.acknowledged().at(conversation).starts_with(state)) << "seed " << seed;
    }
    EXPECT_GT(replaced, 100) << "the service hardly ever replaced a file";
}

/// The control run: were the service quiet, copying file by file would do.
TEST(Backup, WouldNotBeWholeIfTheFilesWereCopiedOneByOneByName)
{
    int broken = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        busy_service service(seed);
        for (int i = 0; i < 20; ++i)
            service.work();
        simulated_disk seen(service.platter());
        disturbed_disk disturbed(seen, [&service] { service.work(); });
        simulated_platter copy(seed);
        simulated_disk to(copy);
        try {
            for (auto const& name : *disturbed.list())
                copy_if_there(disturbed, to, name);
            read_data(to);
        } catch (storage_failure const&) {
            ++broken;
        }
    }
    EXPECT_GT(broken, 10);
}

TEST(Backup, RefusesWhatIsNoDataDirectory)
{
    auto from = platter_with({{"notes.txt", "hello"}, {"journal-1.log", "hello"}});
    simulated_disk directory(from);
    simulated_platter copy(1);
    simulated_disk to(copy);
    try {
        back_up(directory, to);
        ADD_FAILURE();
    } catch (storage_failure const& failure) {
        EXPECT_EQ(failure.kind(), failure_kind::not_data);
    }
}

TEST(Backup, RefusesDamagedFilesNamingFileAndLine)
{
    auto from = platter_with(
        {{journal_name(0), header(0) + event_line(1, 0) + torn(event_line(2, 1)) + event_line(3, 2)}});
    simulated_disk directory(from);
    simulated_platter copy(1);
    simulated_disk to(copy);
    try {
        back_up(directory, to);
        ADD_FAILURE();
    } catch (storage_failure const& failure) {
        EXPECT_EQ(failure.kind(), failure_kind::damaged);
        EXPECT_TRUE(std::string(failure.what()).starts_with(journal_name(0) + ":3: ")) << failure.what();
    }
}

TEST(Backup, SaysSoWhenTheDiskItWritesToIsFull)
{
    auto from = platter_with({{journal_name(0), header(0) + event_line(1, 0) + event_line(2, 1)}});
    simulated_disk directory(from);
    simulated_platter copy(1);
    copy.faults.capacity = 100;
    simulated_disk to(copy);
    try {
        back_up(directory, to);
        ADD_FAILURE();
    } catch (storage_failure const& failure) {
        EXPECT_EQ(failure.kind(), failure_kind::unusable);
        EXPECT_EQ(std::string(failure.what()).substr(0, journal_name(0).size()), journal_name(0));
    }
}

TEST(Backup, TakesATornTailAlong)
{
    auto from =
        platter_with({{journal_name(0), header(0) + event_line(1, 0) + event_line(2, 1).substr(0, 30)}});
    simulated_disk directory(from);
    simulated_platter copy(1);
    simulated_disk to(copy);

    auto const copied = back_up(directory, to);

    ASSERT_TRUE(copied.end.torn.has_value());
    EXPECT_EQ(copied.end.torn->first_line, 3U);
    EXPECT_EQ(copy.contents(), from.contents());
}

}  // namespace
}  // namespace crossroads
