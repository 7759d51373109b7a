// Events made durable per second, and how long a start takes.
#include "storage/files_store.hpp"
#include "storage/posix_disk.hpp"

#include <benchmark/benchmark.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace asio = boost::asio;
using steady = std::chrono::steady_clock;

namespace crossroads {
namespace {

/// On the disk of the working directory: /tmp is memory on some machines.
class bench_directory {
public:
    bench_directory()
    {
        std::string pattern = (std::filesystem::current_path() / "journal_bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            throw std::runtime_error("cannot make a directory for the journal");
        path_ = pattern;
    }

    bench_directory(bench_directory const&) = delete;
    bench_directory& operator=(bench_directory const&) = delete;

    ~bench_directory() { std::filesystem::remove_all(path_); }

    std::string const& path() const { return path_; }

private:
    std::string path_;
};

std::string const state = R"({"pad":")" + std::string(588, 's') + R"("})";  // 600 bytes
std::string const body = R"({"pad":")" + std::string(288, 'b') + R"("})";   // 300 bytes

unit event(bool with_message)
{
    unit changed;
    changed.state = state;
    changed.acknowledgement = R"({"s":200,"b":""})";
    if (with_message)
        changed.messages.push_back({"1/card", true, body});
    return changed;
}

/// One client on its own conversation: the next event once the last is durable.
asio::awaitable<void> send_events(store& to, int client, int events, std::vector<double>& milliseconds)
{
    step apply = [](conversation_view const&) { return event(true); };
    std::string const conversation = "slack:T1:C" + std::to_string(client);
    for (int i = 0; i < events; ++i) {
        std::vector<std::string> keys(1, "T1:Ev" + std::to_string(client) + "." + std::to_string(i));
        auto const started = steady::now();
        auto const done = co_await to.transact(conversation, std::move(keys), apply);
        if (!done)
            throw std::runtime_error(done.error().message());
        milliseconds.push_back(std::chrono::duration<double, std::milli>(steady::now() - started).count());
    }
}

void durable_events(benchmark::State& run)
{
    auto const clients = static_cast<int>(run.range(0));
    int const events_each = std::max(20, std::min(2'000, 40'000 / clients));
    std::vector<double> all;
    for (auto _ : run) {
        bench_directory const directory;
        files_store store(open_posix_disk(directory.path()), {});
        asio::io_context context(2);
        std::vector<std::vector<double>> milliseconds(static_cast<std::size_t>(clients));
        for (int client = 0; client < clients; ++client) {
            auto call =
                send_events(store, client, events_each, milliseconds[static_cast<std::size_t>(client)]);
            asio::co_spawn(context, std::move(call), asio::detached);
        }
        auto const started = steady::now();
        {
            std::jthread const other([&context] { context.run(); });
            context.run();
        }
        run.SetIterationTime(std::chrono::duration<double>(steady::now() - started).count());
        for (auto const& of_client : milliseconds)
            all.insert(all.end(), of_client.begin(), of_client.end());
    }
    std::sort(all.begin(), all.end());
    run.SetItemsProcessed(static_cast<std::int64_t>(all.size()));
    run.counters["p50_ms"] = all[all.size() / 2];
    run.counters["p99_ms"] = all[all.size() * 99 / 100];
}

BENCHMARK(durable_events)
    ->Arg(1)
    ->Arg(8)
    ->Arg(64)
    ->Arg(512)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);

/// The peer of one client: as many bytes appended to a file and synced, one event after the other.
void peer_append_and_sync(benchmark::State& run)
{
    bench_directory const directory;
    int const file = ::open((directory.path() + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (file < 0)
        throw std::runtime_error("cannot make the peer's file");
    std::string const line = state + body + std::string(100, 'k') + "\n";
    for (auto _ : run)
        if (::write(file, line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
            ::fdatasync(file) != 0)
            run.SkipWithError("the peer's file could not be written");
    ::close(file);
    run.SetItemsProcessed(run.iterations());
}

BENCHMARK(peer_append_and_sync)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(2'000);

asio::awaitable<void> fill(store& to, int first, int end)
{
    step apply = [](conversation_view const&) { return event(false); };
    for (int i = first; i < end; ++i) {
        std::vector<std::string> keys(1, "T1:Ev" + std::to_string(i));
        co_await to.transact("slack:T1:C" + std::to_string(i), std::move(keys), apply);
    }
}

asio::awaitable<void> stop(files_store& stopped)
{
    co_await stopped.stop(std::chrono::minutes(1));
}

/// A start on so many conversations, from the journal or, after a clean stop, from the snapshot.
void start(benchmark::State& run)
{
    auto const conversations = static_cast<int>(run.range(0));
    bench_directory const directory;
    {
        files_store_settings settings;
        settings.snapshot_bytes = UINT64_MAX;
        files_store store(open_posix_disk(directory.path()), settings);
        asio::io_context context;
        constexpr int clients = 500;
        for (int client = 0; client < clients; ++client) {
            int const share = conversations / clients;
            asio::co_spawn(context, fill(store, client * share, (client + 1) * share), asio::detached);
        }
        context.run();
        if (run.range(1) != 0) {
            context.restart();
            asio::co_spawn(context, stop(store), asio::detached);
            context.run();
        }
    }
    for (auto _ : run) {
        files_store const store(open_posix_disk(directory.path()), {});
        benchmark::DoNotOptimize(store.ready());
    }
    run.SetItemsProcessed(run.iterations() * conversations);
}

BENCHMARK(start)
    ->ArgNames({"conversations", "snapshot"})
    ->Args({100'000, 0})
    ->Args({100'000, 1})
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);

}  // namespace
}  // namespace crossroads
