#pragma once

#include "app/routes.hpp"
#include "app/teams_service.hpp"
#include "channel/platform.hpp"
#include "http/client.hpp"
#include "http/server.hpp"
#include "net/task_group.hpp"
#include "playground/playground_server.hpp"
#include "runtime/counters.hpp"
#include "runtime/deliveries.hpp"
#include "runtime/guide_library.hpp"
#include "runtime/inbox.hpp"
#include "runtime/wake_ups.hpp"
#include "settings/guide_file.hpp"
#include "settings/settings.hpp"
#include "storage/files_store.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace crossroads {

/// "http://127.0.0.1:8080" for an endpoint that is listened on; 127.0.0.1 stands for every address.
std::string url_of(boost::asio::ip::tcp::endpoint const& at, bool tls);

/// The secret and the token that the playground and the service share, unless they were set.
void give_playground_credentials(settings& read);

/// The whole service, wired: construction opens the store and the port, start() begins to answer.
class service {
public:
    /// Throws when the port cannot be listened on or the store cannot be opened.
    service(boost::asio::any_io_executor executor, settings read, guide_source guide);
    ~service();

    void start();

    /// Accepts nothing new, finishes what is in hand (up to 10 s), takes a snapshot.
    boost::asio::awaitable<void> stop();

    /// "http://127.0.0.1:8080", with the port that was really taken.
    std::string url() const;

private:
    void load_earlier_guides();
    void open_playground();
    inbox_parts parts_for(platform const& channel);
    void wire_slack();
    void wire();
    inbox& inbox_of(std::string_view conversation);
    boost::asio::awaitable<void> begin();
    boost::asio::awaitable<void> store_current_guide();
    void call_at_once(http_call call);
    boost::asio::awaitable<void> make_call(http_call call);
    void count_call_at_once(std::string_view outcome);

    boost::asio::any_io_executor executor_;
    settings settings_;
    counters counted_;
    task_group tasks_;
    std::atomic<std::size_t> calls_at_once_ = 0;
    std::unique_ptr<http_client> client_;
    std::unique_ptr<files_store> store_;
    guide_library guides_;
    std::string guide_text_;
    std::unique_ptr<http_server> server_;
    std::unique_ptr<platform> slack_;  // null: not set up
    std::unique_ptr<playground_server> playground_;
    std::unique_ptr<inbox> slack_inbox_;
    std::unique_ptr<teams_service> teams_;  // null: not set up
    std::unique_ptr<deliveries> deliveries_;
    std::unique_ptr<wake_ups> wake_ups_;
    std::unique_ptr<routes> routes_;
};

}  // namespace crossroads
