#include "commands/stopped_store.hpp"

#include "app/logging.hpp"
#include "settings/settings.hpp"
#include "storage/history.hpp"
#include "storage/posix_disk.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <chrono>
#include <limits>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr std::chrono::minutes snapshot_limit{10};

/// A start would make the directory; here a wrong name is more likely.
void require_data(std::string const& data_dir)
{
    auto const directory = open_posix_disk_beside(data_dir);
    if (open_files(*directory).is_empty())
        throw storage_failure(failure_kind::not_data, no_data_there);
}

void log_warnings_only()
{
    settings quiet;
    quiet.log_level = "warn";
    set_up_logging(quiet);
}

}  // namespace

stopped_store::stopped_store(std::string const& data_dir)
{
    log_warnings_only();
    require_data(data_dir);
    files_store_settings settings;
    // The only snapshot is that of close(), which holds nothing that was changed meanwhile.
    settings.snapshot_bytes = std::numeric_limits<std::uint64_t>::max();
    settings.snapshot_every = std::chrono::seconds::max();
    store_ = std::make_unique<files_store>(open_posix_disk(data_dir), std::move(settings));
}

error_code stopped_store::run(asio::awaitable<result<void>> call)
{
    asio::io_context context;
    auto done = asio::co_spawn(context, std::move(call), asio::use_future);
    context.run();
    auto const outcome = done.get();
    return outcome ? error_code{} : outcome.error();
}

error_code stopped_store::close()
{
    auto const failed = run(store_->stop(snapshot_limit));
    store_.reset();
    return failed;
}

}  // namespace crossroads
