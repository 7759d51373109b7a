#include "src/storage/data_lines.hpp"
#include "src/storage/store_calls.hpp"
#include "storage/backup.hpp"
#include "storage/files_store.hpp"
#include "storage/storage_failure.hpp"
#include "support/random_source.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

/// A disk on which something else happens before and after each operation.
class disturbed_disk final : public disk {
public:
    using disturbance = std::function<void()>;

    disturbed_disk(std::unique_ptr<disk> behind, disturbance disturb)
        : behind_(std::move(behind)), disturb_(std::move(disturb))
    {}

    result<std::vector<std::string>> list() override
    {
        disturb_();
        auto names = behind_->list();
        disturb_();
        return names;
    }

    result<std::unique_ptr<disk_file>> create(std::string const& name) override
    {
        auto made = behind_->create(name);
        disturb_();
        if (!made)
            return made;
        return std::unique_ptr<disk_file>(std::make_unique<file>(std::move(*made), disturb_));
    }

    result<std::unique_ptr<disk_reader>> open(std::string const& name) override
    {
        disturb_();
        auto opened = behind_->open(name);
        if (!opened)
            return opened;
        return std::unique_ptr<disk_reader>(std::make_unique<reader>(std::move(*opened), disturb_));
    }

    error_code rename(std::string const& from, std::string const& to) override
    {
        return disturbed(behind_->rename(from, to));
    }

    error_code remove(std::string const& name) override { return disturbed(behind_->remove(name)); }

    error_code sync_directory() override { return disturbed(behind_->sync_directory()); }

    result<disk_space> space() override { return behind_->space(); }

private:
    error_code disturbed(error_code done)
    {
        disturb_();
        return done;
    }

    class file final : public disk_file {
    public:
        file(std::unique_ptr<disk_file> behind, disturbance disturb)
            : behind_(std::move(behind)), disturb_(std::move(disturb))
        {}

        error_code append(std::string_view bytes) override
        {
            // Half of it is seen first.
            if (auto const failed = behind_->append(bytes.substr(0, bytes.size() / 2)))
                return failed;
            disturb_();
            auto const done = behind_->append(bytes.substr(bytes.size() / 2));
            disturb_();
            return done;
        }

        error_code sync() override
        {
            auto const done = behind_->sync();
            disturb_();
            return done;
        }

    private:
        std::unique_ptr<disk_file> behind_;
        disturbance disturb_;
    };

    class reader final : public disk_reader {
    public:
        reader(std::unique_ptr<disk_reader> behind, disturbance disturb)
            : behind_(std::move(behind)), disturb_(std::move(disturb))
        {}

        result<std::size_t> read(char* into, std::size_t size) override
        {
            disturb_();
            return behind_->read(into, std::min<std::size_t>(size, 2'000));
        }

    private:
        std::unique_ptr<disk_reader> behind_;
        disturbance disturb_;
    };

    std::unique_ptr<disk> behind_;
    disturbance disturb_;
};

using states = std::map<std::string, std::string>;

constexpr int conversations = 4;

/// The states on a disk, as a start finds them.
states read_states(simulated_platter& platter)
{
    asio::io_context context;
    files_store_settings settings;
    settings.io = context.get_executor();
    settings.tick_every = {};
    files_store const store(std::make_unique<simulated_disk>(platter), settings);
    states found;
    for (int i = 0; i < conversations; ++i) {
        std::string const conversation = "c" + std::to_string(i);
        for (auto& state : store.states(conversation))
            found[conversation] = std::move(state);
    }
    return found;
}

/// A service that works on, seen from outside: what it has acknowledged.
class busy_service {
public:
    busy_service(std::uint64_t seed, disturbed_disk::disturbance during_its_work)
        : random_(seed), platter_(seed), during_its_work_(std::move(during_its_work))
    {
        start();
    }

    explicit busy_service(std::uint64_t seed) : busy_service(seed, [] {}) {}

    /// Begins some events and gets on with some of the work, not all.
    void work()
    {
        for (auto events = random_.below(3); events > 0; --events) {
            std::string const conversation = "c" + std::to_string(random_.below(conversations));
            std::string const text = std::to_string(++events_) + ",";
            begun_[conversation] += text;
            asio::co_spawn(
                context_, send_event(*store_, conversation, text, appending(text)),
                [this, conversation,
                 text](std::exception_ptr const& escaped, result<std::string> const& done) {
                    EXPECT_FALSE(escaped);
                    EXPECT_TRUE(done.has_value());
                    acknowledged_[conversation] += text;
                });
        }
        context_.restart();
        if (random_.one_in(4))
            store_->tick();
        for (auto steps = random_.below(20); steps > 0 && context_.poll_one() > 0; --steps) {
        }
    }

    void finish_work()
    {
        context_.restart();
        while (context_.poll() > 0) {
        }
    }

    void start()
    {
        files_store_settings settings;
        settings.io = context_.get_executor();
        settings.tick_every = {};
        settings.snapshot_bytes = 1'500;
        auto own_disk = std::make_unique<simulated_disk>(platter_);
        store_.reset();
        store_ = std::make_unique<files_store>(
            std::make_unique<disturbed_disk>(std::move(own_disk), [this] { during_its_work_(); }), settings);
    }

    simulated_platter& platter() { return platter_; }

    states const& acknowledged() const { return acknowledged_; }

    states const& begun() const { return begun_; }

private:
    random_source random_;
    simulated_platter platter_;
    disturbed_disk::disturbance during_its_work_;
    asio::io_context context_;
    std::unique_ptr<files_store> store_;
    states begun_;
    states acknowledged_;
    int events_ = 0;
};

/// All that was acknowledged before, in its order, and nothing that was not begun.
void expect_whole(simulated_platter& copy, states const& acknowledged_before, states const& begun)
{
    copy.power_cycle();
    auto const found = read_states(copy);
    for (auto const& [conversation, state] : acknowledged_before) {
        ASSERT_TRUE(found.contains(conversation));
        EXPECT_TRUE(found.at(conversation).starts_with(state))
            << found.at(conversation) << " lacks " << state;
    }
    for (auto const& [conversation, state] : found)
        EXPECT_TRUE(begun.at(conversation).starts_with(state)) << state;
}

TEST(Backup, HoldsAllThatWasAcknowledgedWhateverTheServiceDoesMeanwhile)
{
    int replaced = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        busy_service service(seed);
        for (int i = 0; i < 30; ++i)
            service.work();
        auto const before = service.acknowledged();
        auto const first_files = service.platter().contents();
        disturbed_disk from(
            std::make_unique<simulated_disk>(service.platter()), [&service] { service.work(); });
        simulated_platter copy(seed);
        simulated_disk to(copy);

        auto const copied = back_up(from, to);

        EXPECT_GT(copied.end.last, 0U);
        if (!service.platter().contents().contains(first_files.begin()->first))
            ++replaced;
        service.finish_work();
        expect_whole(copy, before, service.begun());
    }
    EXPECT_GT(replaced, 50) << "the service hardly ever replaced a file";
}

/// Between any two operations of the service's own, those of its start included.
TEST(Backup, IsWholeAtEveryMomentOfTheServicesWork)
{
    int copies = 0;
    bool taking = true;
    busy_service* service = nullptr;
    auto const take_one = [&copies, &taking, &service] {
        if (service == nullptr || !taking)
            return;
        simulated_disk from(service->platter());
        simulated_platter copy(static_cast<std::uint64_t>(++copies));
        simulated_disk to(copy);
        back_up(from, to);
        expect_whole(copy, service->acknowledged(), service->begun());
    };
    busy_service working(7, take_one);
    service = &working;
    for (int life = 0; life < 3; ++life) {
        for (int i = 0; i < 15; ++i)
            working.work();
        working.finish_work();
        working.start();
    }
    taking = false;
    EXPECT_GT(copies, 100);
}

/// The control run: were the service quiet, copying file by file would do.
TEST(Backup, WouldNotBeWholeIfTheFilesWereCopiedOneByOneByName)
{
    int broken = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        busy_service service(seed);
        for (int i = 0; i < 30; ++i)
            service.work();
        disturbed_disk disturbed(
            std::make_unique<simulated_disk>(service.platter()), [&service] { service.work(); });
        simulated_platter copy(seed);
        simulated_disk to(copy);
        try {
            for (auto const& name : *disturbed.list())
                copy_if_there(disturbed, to, name);
            read_data(to);
        } catch (storage_failure const&) {
            ++broken;
        }
        service.finish_work();
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
