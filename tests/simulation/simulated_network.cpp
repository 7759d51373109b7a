// The side of a run where bytes travel: webhooks to the service, calls to Slack, and what becomes of them.
#include "playground/signature.hpp"
#include "playground/web_api.hpp"
#include "simulation/labelled_platform.hpp"
#include "simulation/simulated_run.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace crossroads::simulation {
namespace {

using namespace std::chrono_literals;
using playground::webhook_answer;
using playground::webhook_failure;

constexpr auto slack_waits = 3s;
constexpr std::array retry_waits{0ms, 60'000ms, 300'000ms, 3'600'000ms, 3'600'000ms, 3'600'000ms};
constexpr auto events_are_known = 72h;
constexpr auto longest_stall = 20s;  // a few slow syncs in a row hold everything up

http_request request_of(http_call const& call)
{
    return {
        "POST", call.url.substr(std::string("http://service").size()), call.headers, call.body, "10.0.0.1"};
}

bool is_acknowledged(webhook_answer const& answer)
{
    auto const* const response = std::get_if<http_response>(&answer);
    return response != nullptr && response->status >= 200 && response->status < 300;
}

std::string shown(webhook_answer const& answer)
{
    if (auto const* const response = std::get_if<http_response>(&answer))
        return std::to_string(response->status) + " " + response->body;
    return std::get<webhook_failure>(answer) == webhook_failure::timed_out ? "timed out" : "not reached";
}

http_response page(unsigned status)
{
    return {status, {{"Content-Type", "text/html"}}, "<html><body>Something went wrong</body></html>"};
}

http_response slack_says(std::string const& error)
{
    return {200, {{"Content-Type", "application/json"}}, R"({"ok":false,"error":")" + error + "\"}"};
}

}  // namespace

void simulated_run::send_interaction(std::size_t tenant, playground::interaction begun)
{
    ++counted_.interactions;
    auto const call = begun.call;
    auto const channel = begun.channel;
    send_webhook(call, [this, tenant, begun = std::move(begun), channel](webhook_answer const& answer) {
        if (auto const* const response = std::get_if<http_response>(&answer); response && !channel.empty())
            fake_slack::watch(channel, response->body, notes_);
        finish(slack_.space(tenant), slack_.settings(), begun, answer, simulated_machine::now());
        send_new_events(tenant);
    });
    if (!calm_ && weather_.random.below(100) < weather_.duplicate_percent) {
        ++counted_.duplicates;
        agenda_.at(after(0s, 100s), [this, call] { send_webhook(call, [](webhook_answer const&) {}); });
    }
}

/// Takes over what the workspace has queued: here Slack's own schedule counts, with its delays.
void simulated_run::send_new_events(std::size_t tenant)
{
    for (auto& queued : std::exchange(slack_.space(tenant).deliveries, {})) {
        ++counted_.events;
        auto event = std::make_shared<slack_event>();
        event->body = std::move(queued.body);
        event->made = simulated_machine::now();
        auto when = after(20ms, random_.one_in(4) ? 20s : 300ms);
        if (!calm_ && weather_.random.below(100) < weather_.late_percent) {
            ++counted_.late;
            when = after(1min, 4h);
        }
        agenda_.at(when, [this, event] { send_event(event); });
    }
}

void simulated_run::send_event(std::shared_ptr<slack_event> event)
{
    auto const now = simulated_machine::now();
    auto call =
        playground::signed_call(slack_.settings(), "/slack/events", "application/json", event->body, now);
    if (event->attempts > 0)
        call.headers.emplace_back("X-Slack-Retry-Num", std::to_string(event->attempts));
    send_webhook(call, [this, event](webhook_answer const& answer) {
        if (is_acknowledged(answer)) {
            repeat_event_later(event);
            return;
        }
        auto const retry = static_cast<std::size_t>(event->attempts++);
        if (retry >= retry_waits.size())
            return;
        ++counted_.retries;
        agenda_.at(simulated_machine::now() + retry_waits.at(retry), [this, event] { send_event(event); });
    });
}

/// At once, some time later, or just before the service may forget that it knows the event.
void simulated_run::repeat_event_later(std::shared_ptr<slack_event> event)
{
    if (weather_.random.below(100) >= weather_.duplicate_percent)
        return;
    ++counted_.duplicates;
    auto when = after(0s, weather_.random.one_in(2) ? 2s : 7h);
    if (weather_.random.one_in(8)) {
        auto const edge = event->made + events_are_known - 2 * longest_stall;
        when = std::max(
            simulated_machine::now(), edge + std::chrono::milliseconds(weather_.random.below(10'000)));
    }
    agenda_.at(when, [this, event] {
        auto const now = simulated_machine::now();
        if (now > event->made + events_are_known - longest_stall)
            return;
        auto again =
            playground::signed_call(slack_.settings(), "/slack/events", "application/json", event->body, now);
        send_webhook(again, [](webhook_answer const&) {});
    });
}

/// `answered` is called once, after 3 s at the latest, whatever becomes of the request.
void simulated_run::send_webhook(http_call const& call, webhook_answered answered)
{
    auto const open = std::make_shared<bool>(true);
    auto conclude = [this, open, answered = std::move(answered)](webhook_answer const& answer) {
        if (!std::exchange(*open, false))
            return;
        notes_.note("webhook", shown(answer));
        answered(answer);
    };
    bool const bad = !calm_ && weather_.random.below(100) < weather_.bad_webhook_percent;
    auto const fate = bad ? weather_.random.below(3) : 3;
    counted_.lost_webhooks += bad ? 1U : 0U;
    agenda_.at(simulated_machine::now() + slack_waits, [conclude] { conclude(webhook_failure::timed_out); });
    agenda_.at(after(1ms, 150ms), [this, fate, conclude, request = request_of(call)] {
        if (!service_ || fate == 0) {
            conclude(webhook_failure::not_reached);
            return;
        }
        if (fate == 1)  // a proxy answers instead
            conclude(page(502));
        service_->receive(request, [this, fate, conclude](http_response const& response) {
            counted_.unacknowledged += response.status == 503 ? 1U : 0U;
            if (fate != 2)  // else the answer is lost
                agenda_.at(after(1ms, 50ms), [conclude, response] { conclude(response); });
        });
    });
}

void simulated_run::take_call(http_call call, std::function<void(call_result)> answer)
{
    auto message_id = label_of(call).id;
    auto const fate = calm_ ? call_fate{} : weather_.fate_of_call(outage_);
    count(fate.heard);
    bool const sends = shows_something(method_of(call)) && !message_id.empty();
    if (sends && !tried_.insert(message_id).second)
        ++counted_.repeated_calls;
    bool const killed_on_the_way = !calm_ && weather_.crashes > 0 && weather_.random.one_in(100);
    if (killed_on_the_way)
        steps_until_kill_ = 1;
    if (fate.heard != call_fault::none)
        notes_.note(
            "fault", method_of(call) + " " + message_id + " " + std::to_string(static_cast<int>(fate.heard)));
    auto const heard = heard_instead(fate.heard);
    travelling_call const made{std::move(call), std::move(message_id), answer, lives_};
    bool const slow = !calm_ && weather_.random.one_in(10);
    if (fate.heard == call_fault::none)
        agenda_.at(after(5ms, slow ? 4s : 300ms), [this, made] { perform(made); });
    else if (fate.takes_effect)
        perform_without_answer(made, heard);
    else if (heard)
        agenda_.at(after(1ms, 3s), [answer = std::move(answer), heard] { answer(*heard); });
}

void simulated_run::count(call_fault heard)
{
    switch (heard) {
    case call_fault::none: return;
    case call_fault::not_reached: ++counted_.unreached; return;
    case call_fault::rate_limited: ++counted_.rate_limits; return;
    case call_fault::token_refused: ++counted_.blocked; return;
    case call_fault::no_answer: ++counted_.timeouts; return;
    case call_fault::server_error:
    case call_fault::internal_error: ++counted_.server_errors; return;
    case call_fault::bad_json: ++counted_.bad_json; return;
    }
}

/// None: silence, until the service gives up.
std::optional<call_result> simulated_run::heard_instead(call_fault what)
{
    switch (what) {
    case call_fault::none:
    case call_fault::no_answer: return std::nullopt;
    case call_fault::not_reached: return call_failure{false, "connection refused"};
    case call_fault::rate_limited: {
        auto refusal = slack_says("ratelimited");
        refusal.status = 429;
        if (!weather_.random.one_in(5))
            refusal.headers.emplace_back("Retry-After", std::to_string(1 + weather_.random.below(40)));
        return refusal;
    }
    case call_fault::token_refused: return slack_says("token_revoked");
    case call_fault::server_error: return page(500 + static_cast<unsigned>(weather_.random.below(5)));
    case call_fault::bad_json: return page(200);
    case call_fault::internal_error:
        return slack_says(weather_.random.one_in(2) ? "internal_error" : "fatal_error");
    }
    return std::nullopt;
}

void simulated_run::perform(travelling_call const& made)
{
    // Slack drops what a dead process sent unless it takes it soon.
    bool const dropped = made.life != lives_ && simulated_machine::now() > died_ + 4s;
    if (dropped)
        return;
    auto const response = slack_.perform(made.call, notes_, counted_);
    for (std::size_t tenant = 0; tenant < tenants; ++tenant)
        send_new_events(tenant);
    // The service may be gone by the time the answer arrives: then the reply is lost, too.
    agenda_.at(after(1ms, 200ms), [this, made, response] {
        if (made.life != lives_)
            ++lost_replies_[made.message_id];
        made.answer(response);
    });
}

/// The call has its effect, and Slack's word of it is lost.
void simulated_run::perform_without_answer(travelling_call made, std::optional<call_result> heard)
{
    ++counted_.lost_replies;
    ++lost_replies_[made.message_id];
    // In silence it may even come after the service gave up, but before that looks what became of it.
    auto const effect_at = heard ? after(5ms, 300ms) : after(5ms, 13s);
    made.answer = [answer = std::move(made.answer), heard = std::move(heard)](call_result const&) {
        if (heard)
            answer(*heard);
    };
    agenda_.at(effect_at, [this, made = std::move(made)] { perform(made); });
}

}  // namespace crossroads::simulation
