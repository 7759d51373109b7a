#include "playground/webhook_sender.hpp"

#include <chrono>
#include <utility>
#include <variant>

namespace crossroads {
namespace {

client_settings slack_like()
{
    client_settings settings;
    settings.connect_limit = std::chrono::milliseconds(1000);
    settings.exchange_limit = std::chrono::milliseconds(3000);
    settings.allow_loopback = true;
    return settings;
}

}  // namespace

playground::instant playground_now()
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

webhook_sender::webhook_sender(boost::asio::any_io_executor executor)
    : client_(std::move(executor), slack_like())
{}

boost::asio::awaitable<playground::webhook_answer> webhook_sender::send(http_call call)
{
    auto result = co_await client_.send(std::move(call));
    if (auto* const response = std::get_if<http_response>(&result))
        co_return std::move(*response);
    bool const late = std::get<call_failure>(result).maybe_received;
    co_return late ? playground::webhook_failure::timed_out : playground::webhook_failure::not_reached;
}

}  // namespace crossroads
