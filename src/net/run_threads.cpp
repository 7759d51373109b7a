#include "net/run_threads.hpp"

#include <spdlog/spdlog.h>

#include <exception>
#include <thread>
#include <vector>

namespace crossroads {
namespace {

void run_until_done(boost::asio::io_context& context)
{
    while (true) {
        try {
            context.run();
            return;
        } catch (std::exception const& e) {
            spdlog::error("a handler failed: {}", e.what());
        }
    }
}

}  // namespace

void run_threads(boost::asio::io_context& context, std::size_t threads)
{
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i)
        others.emplace_back([&context] { run_until_done(context); });
    run_until_done(context);
}

}  // namespace crossroads
