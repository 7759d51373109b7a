#include "playground/kept_workspace.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <spdlog/spdlog.h>

#include <stdexcept>
#include <system_error>

namespace asio = boost::asio;

namespace crossroads {
namespace {

playground::workspace read_or_start(state_file const& file, playground::instant now)
{
    auto const content = file.read();
    if (!content)
        return playground::new_workspace(now);
    auto const state = playground::read_json(*content, playground::state_depth);
    auto kept = state ? playground::read_workspace(*state) : std::nullopt;
    if (!kept)
        throw std::runtime_error(
            file.path().string() + " is not a workspace of this version: move it away to start a new one");
    return *std::move(kept);
}

}  // namespace

kept_workspace::kept_workspace(state_file file, playground::instant now)
    : file_(std::move(file)), workspace_(read_or_start(file_, now))
{
    saved_revision_ = workspace_.revision;
    file_.replace(playground::write_json(playground::write_workspace(workspace_)));
}

asio::awaitable<bool> kept_workspace::saved()
{
    auto const revision = with([](playground::workspace const& in) { return in.revision; });
    // On the writer's only thread, so that who comes later finds its change written with the one before. The
    // caller's cancellation is kept out: half a write helps nobody.
    co_return co_await asio::co_spawn(
        writer_, save(revision),
        asio::bind_cancellation_slot(asio::cancellation_slot(), asio::use_awaitable));
}

asio::awaitable<bool> kept_workspace::save(std::uint64_t revision)
{
    if (saved_revision_ >= revision)
        co_return true;
    playground::json state;
    std::uint64_t written = 0;
    {
        std::lock_guard const lock(mutex_);
        state = playground::write_workspace(workspace_);
        written = workspace_.revision;
    }
    try {
        file_.replace(playground::write_json(state));
        saved_revision_ = written;
        co_return true;
    } catch (std::system_error const& error) {
        spdlog::error("the playground's state cannot be written: {}", error.what());
    }
    co_return false;
}

}  // namespace crossroads
