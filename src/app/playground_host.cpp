#include "app/playground_host.hpp"

#include "app/service.hpp"

#include <boost/asio/ip/address.hpp>

#include <filesystem>
#include <stdexcept>
#include <utility>

namespace asio = boost::asio;

namespace crossroads {

playground_host::playground_host(asio::any_io_executor executor, settings const& read)
{
    if (read.slack_signing_secrets.empty() || read.slack_bot_token.empty())
        throw std::runtime_error("the workspace needs the service's CROSSROADS_SLACK_SIGNING_SECRET and "
                                 "CROSSROADS_SLACK_BOT_TOKEN");
    server_ = std::make_unique<http_server>(
        executor, asio::ip::tcp::endpoint{asio::ip::make_address(read.listen_address), read.listen_port},
        [this](http_request request) { return playground_->handle(std::move(request)); });
    playground_settings chosen;
    chosen.signing_secret = read.slack_signing_secrets.front();
    chosen.bot_token = read.slack_bot_token;
    chosen.service_url = read.service_url;
    chosen.own_url = url();
    chosen.command = read.slack_command;
    std::filesystem::create_directories(read.data_dir);
    chosen.state_file = read.data_dir / "playground.json";
    playground_ = std::make_unique<playground_server>(executor, std::move(chosen));
}

void playground_host::start()
{
    server_->start();
    playground_->start();
}

asio::awaitable<void> playground_host::stop()
{
    co_await playground_->stop();
    co_await server_->stop();
    playground_.reset();  // its idle connections would keep the threads busy
}

std::string playground_host::url() const
{
    return url_of(server_->endpoint(), false);
}

}  // namespace crossroads
