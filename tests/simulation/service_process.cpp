#include "simulation/service_process.hpp"

#include "channel/form.hpp"
#include "simulation/fake_slack.hpp"
#include "slack/slack_platform.hpp"
#include "support/slack_requests.hpp"
#include "words/result_picture.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/strand.hpp>

#include <algorithm>
#include <exception>
#include <limits>
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
    labelled_ = std::make_unique<labelled_platform>(*slack_);
    auto const executor = context_.get_executor();
    inbox_parts entrance{watched_, *slack_, guides_, counted_, &now, "/assess", {}};
    entrance.call_at_once = [this, executor](http_call made) {
        tasks_.spawn(asio::make_strand(asio::any_io_executor(executor)), call_at_once(std::move(made)));
    };
    entrance.draw = &numbers_of;
    inbox_ = std::make_unique<inbox>(std::move(entrance));
    auto send = [this](http_call made) { return call_for_delivery(std::move(made)); };
    delivery_parts parts{watched_, *labelled_, std::move(send), tasks_, counted_, &now, {}};
    parts.report_failure =
        [this](std::string conversation, std::string id, std::string slot, std::string reason) {
            failure_report report{std::move(conversation), std::move(id), std::move(slot), std::move(reason)};
            return handle_failure(std::move(report));
        };
    parts.report_profile = [this](std::string conversation, std::string id, profile_known known) {
        profile_report report{std::move(conversation), std::move(id), std::move(known)};
        return handle_profile(std::move(report));
    };
    deliveries_ = std::make_unique<deliveries>(executor, std::move(parts), settings_.sending);
    auto wake = [this](std::string conversation, std::int64_t due) {
        return handle_wake_up(std::move(conversation), due);
    };
    wake_ups_ =
        std::make_unique<wake_ups>(executor, wake_up_parts{watched_, counted_, &now, std::move(wake)});
    watched_.on_outgoing([this] { deliveries_->pump(); });
    deliveries_->pump();
}

service_process::~service_process()
{
    ended_ = true;
    access_.severed = true;
    deliveries_->stop();
    wake_ups_->stop();
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

void service_process::report_profile(profile_report const& report)
{
    ++requests_;
    auto learn = [](service_process* self, profile_report what) -> asio::awaitable<void> {
        self->heard_.profile = what;
        co_await self->inbox_->report_profile(what.conversation, what.id, what.known);
    };
    asio::co_spawn(
        asio::make_strand(context_), learn(this, report),
        [this](std::exception_ptr const& /*escaped*/) { --requests_; });
}

void service_process::wake(std::string const& conversation, std::int64_t due)
{
    ++requests_;
    asio::co_spawn(
        asio::make_strand(context_), handle_wake_up(conversation, due),
        [this](std::exception_ptr const& /*escaped*/, bool /*durable*/) { --requests_; });
}

void service_process::look_for_wake_ups()
{
    tasks_.spawn(wake_ups_->own_strand(), wake_ups_->wake_due());
}

std::optional<instant> service_process::next_wake_up() const
{
    std::optional<instant> next;
    for (auto const& one : watched_.wake_ups(std::numeric_limits<std::int64_t>::max()))
        if (auto const at = instant(std::chrono::seconds(one.at)); parse_conversation_key(one.conversation))
            next = std::min(next.value_or(at), at);
    return next;
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

asio::awaitable<bool> service_process::handle_profile(profile_report report)
{
    if (settings_.is_replay)
        co_return true;
    heard_.profile = report;
    co_return co_await inbox_->report_profile(report.conversation, report.id, report.known);
}

asio::awaitable<bool> service_process::handle_wake_up(std::string conversation, std::int64_t due)
{
    heard_.woken = due;
    co_return co_await inbox_->wake(std::move(conversation), due);
}

asio::awaitable<call_result> service_process::call_for_delivery(http_call made)
{
    if (settings_.broken == sabotage::channels_are_mixed_up)
        if (auto const at = made.body.find("C0PLAYGEN"); at != std::string::npos)
            made.body[at + 1] = '1';
    co_return co_await call(std::move(made));
}

asio::awaitable<void> service_process::call_at_once(http_call made)
{
    co_await call(std::move(made));
}

asio::awaitable<call_result> service_process::call(http_call made)
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
    outside_(std::move(made), std::move(answer));
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
