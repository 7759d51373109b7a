#include "simulation/service_process.hpp"

#include "channel/form.hpp"
#include "simulation/fake_slack.hpp"
#include "slack/slack_platform.hpp"
#include "support/slack_requests.hpp"
#include "words/result_picture.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/strand.hpp>

#include <exception>
#include <utility>

namespace asio = boost::asio;

namespace crossroads::simulation {
namespace {

constexpr std::chrono::seconds call_limit{10};  // as the HTTP client's

std::chrono::sys_seconds now()
{
    return std::chrono::floor<std::chrono::seconds>(simulated_machine::now());
}

files_store_settings store_settings(asio::io_context& context, process_settings const& chosen)
{
    files_store_settings settings;
    settings.io = context.get_executor();
    settings.clock = [] { return now().time_since_epoch().count(); };
    settings.snapshot_bytes = chosen.snapshot_bytes;
    settings.low_space_bytes = 2'000;
    return settings;
}

disk_access access_of(process_settings const& chosen)
{
    return {false, chosen.slow_sync_one_in, random_source(chosen.seed ^ 0x736c6f77)};
}

/// What a picture would show: fonts have no part in what is simulated.
std::string numbers_of(result_picture const& shown)
{
    return shown.product + ": " + alt_text(shown);
}

/// The conversation a call for a delivery belongs to.
std::string conversation_of(http_call const& made)
{
    auto const channel = channel_of(made);
    auto const team = channel.starts_with("C0") ? "T0PLAY000" : "T1PLAY000";
    return conversation_key("slack", team, channel);
}

}  // namespace

service_process::service_process(
    simulated_platter& platter, guide_source const& guide, testimony& heard, outside_world outside,
    process_settings chosen)
    : outside_(std::move(outside)),
      settings_(chosen),
      heard_(heard),
      access_(access_of(chosen)),
      store_(std::make_unique<process_disk>(platter, access_), store_settings(context_, settings_)),
      watched_(store_, heard, chosen.broken),
      guides_(guide.rules),
      tasks_(context_.get_executor())
{
    wire();
}

void service_process::wire()
{
    slack::settings chosen;
    chosen.signing_secrets.emplace_back(testing::slack_secret);
    chosen.bot_token = "xoxb-simulated";
    chosen.api_url = "http://slack/playground/api/";
    slack_ = slack::make_platform(chosen);
    auto const executor = context_.get_executor();
    inbox_parts entrance{watched_, *slack_, guides_, counted_, &now, "/assess", {}};
    entrance.call_at_once = [this, executor](http_call made) {
        tasks_.spawn(asio::make_strand(asio::any_io_executor(executor)), call_at_once(std::move(made)));
    };
    entrance.draw = &numbers_of;
    inbox_ = std::make_unique<inbox>(std::move(entrance));
    auto send = [this](http_call made) { return call_for_delivery(std::move(made)); };
    delivery_parts parts{watched_, *slack_, std::move(send), tasks_, counted_, &now, {}};
    parts.report_failure =
        [this](std::string conversation, std::string id, std::string slot, std::string reason) {
            failure_report report{std::move(conversation), std::move(id), std::move(slot), std::move(reason)};
            return handle_failure(std::move(report));
        };
    deliveries_ = std::make_unique<deliveries>(executor, std::move(parts), settings_.sending);
    watched_.on_outgoing([this] { deliveries_->pump(); });
    deliveries_->pump();
}

service_process::~service_process()
{
    ended_ = true;
    access_.severed = true;
    deliveries_->stop();
    auto const died_at = simulated_machine::now();
    finish_what_is_under_way();
    simulated_machine::set(died_at);
}

/// Coroutines end by themselves: cut off from everything, each of them soon gets an error or its time-out.
void service_process::finish_what_is_under_way()
{
    while (requests_ > 0 || tasks_.size() > 0) {
        for (auto const& waiting : std::exchange(calls_, {}))
            if (auto const call = waiting.lock())
                call->complete(call_result(call_failure{true, "the process has ended"}));
        while (run_one()) {
        }
        if (auto const due = simulated_machine::next_timer())
            simulated_machine::set(std::max(simulated_machine::now(), *due));
    }
}

void service_process::receive(http_request request, std::function<void(http_response)> answered)
{
    ++requests_;
    asio::co_spawn(
        asio::make_strand(context_), handle(std::move(request)),
        [this, answered = std::move(answered)](std::exception_ptr const& escaped, http_response response) {
            --requests_;
            if (escaped)
                response.status = 500;
            if (!ended_)
                answered(std::move(response));
        });
}

void service_process::report_failure(failure_report const& report)
{
    ++requests_;
    asio::co_spawn(
        asio::make_strand(context_), handle_failure(report),
        [this](std::exception_ptr const& /*escaped*/) { --requests_; });
}

asio::awaitable<http_response> service_process::handle(http_request request)
{
    heard_.request = request;  // seen by the witness before anything else happens
    auto const body = request.body;
    auto response = co_await inbox_->receive(std::move(request));
    if (response.status == 503)
        heard_.not_heard(body);
    co_return response;
}

asio::awaitable<void> service_process::handle_failure(failure_report report)
{
    heard_.failure = report;
    co_await inbox_->report_failure(report.conversation, report.id, report.slot, report.reason);
}

asio::awaitable<call_result> service_process::call_for_delivery(http_call made)
{
    if (settings_.broken == sabotage::channels_are_mixed_up)
        if (auto const at = made.body.find("C0PLAYGEN"); at != std::string::npos)
            made.body[at + 1] = '1';
    auto id = heard_.message_in_flight(conversation_of(made));
    co_return co_await call(std::move(made), std::move(id));
}

asio::awaitable<void> service_process::call_at_once(http_call made)
{
    co_await call(std::move(made), {});
}

asio::awaitable<call_result> service_process::call(http_call made, std::string message_id)
{
    if (ended_)
        co_return call_failure{false, "the process has ended"};
    asio::any_io_executor const executor = co_await asio::this_coro::executor;
    auto const waiting = std::make_shared<pending_result<call_result>>(executor);
    calls_.emplace_back(waiting);
    // Weak: an answer that comes when the process is gone finds nobody.
    auto answer = [to = std::weak_ptr(waiting)](call_result result) {
        if (auto const still_waiting = to.lock())
            still_waiting->complete(std::move(result));
    };
    outside_(std::move(made), std::move(message_id), std::move(answer));
    auto const deadline = std::chrono::steady_clock::now() + call_limit;
    auto answered = co_await pending_result<call_result>::wait(waiting, deadline);
    if (!answered)
        co_return call_failure{true, "no answer in time"};
    co_return std::move(*answered);
}

bool service_process::idle() const
{
    return requests_ == 0 && tasks_.size() == 0 && store_.ready() && store_.pending() == 0;
}

std::string service_process::unfinished() const
{
    return std::to_string(requests_) + " requests, " + std::to_string(tasks_.size()) + " tasks, " +
           std::to_string(store_.pending()) + " messages, store " + (store_.ready() ? "ready" : "not ready");
}

}  // namespace crossroads::simulation
