#pragma once

#include "runtime/deliveries.hpp"
#include "runtime/inbox.hpp"
#include "runtime/wake_ups.hpp"
#include "settings/guide_file.hpp"
#include "simulation/labelled_platform.hpp"
#include "simulation/process_disk.hpp"
#include "simulation/sabotage.hpp"
#include "simulation/testimony.hpp"
#include "simulation/witness_store.hpp"
#include "storage/files_store.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace crossroads::simulation {

/// Makes a call for the service. `answer` may be called once, later, or never.
using outside_world = std::function<void(http_call call, std::function<void(call_result)> answer)>;

struct process_settings {
    std::uint64_t slow_sync_one_in = 0;
    std::uint64_t snapshot_bytes = 64 * 1024;
    std::uint64_t seed = 0;
    sabotage broken = sabotage::none;
    delivery_settings sending;
    bool is_replay = false;  // what the platform says of people is played like all else, not asked for
};

/// One life of the service: inbox, state machine, store and deliveries as app/service.cpp wires them, with
/// all work on one io_context that only runs when it is told to. Everything but the sockets.
class service_process {
public:
    /// Throws storage_failure, as a start of the service does.
    service_process(
        simulated_platter& platter, guide_source const& guide, testimony& heard, outside_world outside,
        process_settings chosen);

    /// A sudden end: nothing it still does reaches the disk or the outside.
    ~service_process();

    service_process(service_process const&) = delete;
    service_process& operator=(service_process const&) = delete;

    /// One webhook; `answered` is not called any more once the process has ended.
    void receive(http_request request, std::function<void(http_response)> answered);

    void report_failure(failure_report const& report);
    void report_profile(profile_report const& report);
    void wake(std::string const& conversation, std::int64_t due);

    /// Wakes the conversations whose time has come, as wake_ups::run() does every ten seconds.
    void look_for_wake_ups();

    /// When the next conversation wants to be woken; none: none does.
    std::optional<instant> next_wake_up() const;

    /// Does the next piece of ready work. False when there is none: then only time helps.
    bool run_one() { return context_.poll_one() > 0; }

    /// Nothing under way and nothing owed: without a new event nothing will happen.
    bool idle() const;

    /// What it still waits for, for people.
    std::string unfinished() const;

    store& conversations() { return watched_; }

private:
    struct waiting_call;

    void wire();
    boost::asio::awaitable<http_response> handle(http_request request);
    boost::asio::awaitable<void> handle_failure(failure_report report);
    boost::asio::awaitable<bool> handle_profile(profile_report report);
    boost::asio::awaitable<bool> handle_wake_up(std::string conversation, std::int64_t due);
    boost::asio::awaitable<call_result> call(http_call made);
    boost::asio::awaitable<call_result> call_for_delivery(http_call made);
    boost::asio::awaitable<void> call_at_once(http_call made);
    void finish_what_is_under_way();

    boost::asio::io_context context_{1};
    outside_world outside_;
    process_settings settings_;
    testimony& heard_;
    disk_access access_;
    files_store store_;
    witness_store watched_;
    guide_library guides_;
    counters counted_;
    task_group tasks_;
    std::unique_ptr<platform> slack_;
    std::unique_ptr<labelled_platform> labelled_;
    std::unique_ptr<inbox> inbox_;
    std::unique_ptr<deliveries> deliveries_;
    std::unique_ptr<wake_ups> wake_ups_;
    std::vector<std::weak_ptr<pending_result<call_result>>> calls_;
    int requests_ = 0;
    bool ended_ = false;
};

}  // namespace crossroads::simulation
