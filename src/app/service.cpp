#include "app/service.hpp"

#include "app/store_metrics.hpp"
#include "net/open_files.hpp"
#include "net/tls.hpp"
#include "picture/draw_picture.hpp"
#include "runtime/random.hpp"
#include "slack/slack_platform.hpp"
#include "storage/posix_disk.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/strand.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

namespace asio = boost::asio;

namespace crossroads {
namespace {

constexpr std::chrono::seconds shutdown_grace{10};
constexpr std::string_view guide_key_prefix = "guide:";

/// A result without its picture is still a result.
std::string picture_or_nothing(result_picture const& shown)
{
    static std::mutex one_at_a_time;
    std::lock_guard const lock(one_at_a_time);
    try {
        return draw_picture(shown);
    } catch (std::runtime_error const& problem) {
        spdlog::error("{}", problem.what());
        return {};
    }
}

std::chrono::sys_seconds system_now()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

client_settings client_settings_of(settings const& read)
{
    client_settings chosen;
    chosen.extra_trust_file = read.ca_file;
    chosen.allow_loopback = read.allow_private_targets || read.playground;
    return chosen;
}

retention retention_of(settings const& read)
{
    return {static_cast<int>(read.keep_finished_days), static_cast<int>(read.keep_cancelled_days)};
}

asio::ip::tcp::endpoint endpoint_of(settings const& read)
{
    return {asio::ip::make_address(read.listen_address), read.listen_port};
}

// Connections may not take the descriptors that the journal, snapshots and outgoing calls need.
std::size_t affordable_connections(std::size_t wanted)
{
    constexpr std::size_t kept_for_the_rest = 512;
    auto const files = raise_open_file_limit();
    auto const affordable = std::max(files, 2 * kept_for_the_rest) - kept_for_the_rest;
    if (wanted <= affordable)
        return wanted;
    spdlog::warn("{} connections at once, not {}: {} files may be open", affordable, wanted, files);
    return affordable;
}

server_settings server_settings_of(settings const& read, counters& counted)
{
    server_settings chosen;
    chosen.admitted.connections = affordable_connections(read.connections);
    chosen.admitted.unlimited = read.trusted_proxies;
    chosen.on_refused = [&counted](admission::refusal why) {
        counted.count("crossroads_connections_refused_total", "limit", name_of(why));
    };
    chosen.on_accept_failed = [&counted] {
        counted.count("crossroads_connections_refused_total", "limit", "files");
    };
    if (!read.tls_cert.empty())
        chosen.tls = make_server_tls(read.tls_cert, read.tls_key);
    return chosen;
}

}  // namespace

std::string url_of(asio::ip::tcp::endpoint const& at, bool tls)
{
    auto const address = at.address();
    auto host = address.is_unspecified() ? std::string("127.0.0.1") : address.to_string();
    if (address.is_v6() && !address.is_unspecified())
        host = "[" + host + "]";
    return (tls ? "https://" : "http://") + host + ":" + std::to_string(at.port());
}

void give_playground_credentials(settings& read)
{
    if (read.slack_signing_secrets.empty())
        read.slack_signing_secrets.push_back(random_hex(16));
    if (read.slack_bot_token.empty())
        read.slack_bot_token = "xoxb-playground-" + random_hex(12);
}

service::service(asio::any_io_executor executor, settings read, guide_source guide)
    : executor_(std::move(executor)),
      settings_(std::move(read)),
      tasks_(executor_),
      client_(std::make_unique<http_client>(executor_, client_settings_of(settings_))),
      store_(std::make_unique<files_store>(
          open_posix_disk(settings_.data_dir.string()), files_store_settings{})),
      guides_(guide.rules)
{
    if (settings_.allow_private_targets)
        spdlog::warn("outgoing calls may go to private addresses: for tests only");
    if (auto const letters = store_->condition().dead_letters; letters > 0)
        spdlog::warn("{} messages were given up: crossroads letters list shows why", letters);
    load_earlier_guides();
    guide_text_ = std::move(guide.text);
    server_ = std::make_unique<http_server>(
        executor_, endpoint_of(settings_),
        [this](http_request request) { return routes_->handle(std::move(request)); },
        server_settings_of(settings_, counted_));
    open_playground();
    wire();
}

service::~service() = default;

void service::open_playground()
{
    if (!settings_.playground)
        return;
    give_playground_credentials(settings_);
    settings_.slack_api_url = url() + "/playground/api/";
    playground_settings chosen;
    chosen.signing_secret = settings_.slack_signing_secrets.front();
    chosen.bot_token = settings_.slack_bot_token;
    chosen.service_url = url();
    chosen.own_url = url();
    chosen.command = settings_.slack_command;
    chosen.state_file = settings_.data_dir / "playground.json";
    playground_ = std::make_unique<playground_server>(executor_, std::move(chosen));
}

/// What the inboxes of all platforms have in common.
inbox_parts service::parts_for(platform const& channel)
{
    return {
        *store_,
        channel,
        guides_,
        counted_,
        &system_now,
        settings_.slack_command,
        {},
        {},
        retention_of(settings_),
        &picture_or_nothing,
        settings_.spoken,
        settings_.window_days,
        settings_.second_opinion,
        nullptr};
}

void service::wire_slack()
{
    if (settings_.slack_bot_token.empty())
        return;
    slack::settings slack_settings;
    slack_settings.signing_secrets = settings_.slack_signing_secrets;
    slack_settings.bot_token = settings_.slack_bot_token;
    slack_settings.api_url = settings_.slack_api_url;
    slack_settings.command = settings_.slack_command;
    slack_settings.spoken = settings_.spoken;
    slack_ = slack::make_platform(slack_settings);
    auto parts = parts_for(*slack_);
    parts.call_at_once = [this](http_call call) { call_at_once(std::move(call)); };
    slack_inbox_ = std::make_unique<inbox>(std::move(parts));
}

/// The inbox of the platform a conversation is on.
inbox& service::inbox_of(std::string_view conversation)
{
    bool const is_in_teams = teams_ && conversation.starts_with("teams:");
    return is_in_teams || !slack_inbox_ ? teams_->events() : *slack_inbox_;
}

void service::wire()
{
    wire_slack();
    if (!settings_.teams_app_id.empty())
        teams_ = std::make_unique<teams_service>(
            teams_service_parts{executor_, settings_, *client_, tasks_, counted_, *store_, &system_now},
            [this](platform const& channel) { return parts_for(channel); });
    auto call = [this](http_call made) { return client_->send(std::move(made)); };
    delivery_parts parts{
        *store_, slack_ ? *slack_ : teams_->channel().wire, std::move(call), tasks_, counted_, &system_now,
        {}};
    if (teams_)
        parts.others.emplace("teams", teams_->channel());
    parts.report_failure =
        [this](std::string conversation, std::string id, std::string slot, std::string reason) {
            auto& events = inbox_of(conversation);
            return events.report_failure(
                std::move(conversation), std::move(id), std::move(slot), std::move(reason));
        };
    parts.report_profile = [this](std::string conversation, std::string id, profile_known known) {
        auto& events = inbox_of(conversation);
        return events.report_profile(std::move(conversation), std::move(id), std::move(known));
    };
    deliveries_ = std::make_unique<deliveries>(executor_, std::move(parts), delivery_settings{});
    auto wake = [this](std::string conversation, std::int64_t due) {
        auto& events = inbox_of(conversation);
        return events.wake(std::move(conversation), due);
    };
    wake_ups_ =
        std::make_unique<wake_ups>(executor_, wake_up_parts{*store_, counted_, &system_now, std::move(wake)});
    store_->on_outgoing([this] { deliveries_->pump(); });

    route_targets targets{{}, {}, *store_, counted_, {}, {}};
    if (slack_inbox_)
        targets.slack = [this](http_request request) { return slack_inbox_->receive(std::move(request)); };
    if (teams_)
        targets.teams = [this](http_request request) { return teams_->receive(std::move(request)); };
    targets.more_metrics = [this] { return prometheus_text(store_->condition()); };
    if (playground_)
        targets.playground = [this](http_request request) { return playground_->handle(std::move(request)); };
    routes_ = std::make_unique<routes>(std::move(targets));
}

void service::load_earlier_guides()
{
    for (auto const& text : store_->states(guide_key_prefix)) {
        auto loaded = read_guide_text(text);
        if (auto* earlier = std::get_if<guide>(&loaded))
            guides_.keep(std::move(*earlier));
        else
            spdlog::error("an earlier guide cannot be read any more; assessments pinned to it cannot go on");
    }
}

asio::awaitable<void> service::store_current_guide()
{
    auto const key = std::string(guide_key_prefix) + guides_.current()->sha256;
    std::vector<std::string> keys;
    keys.push_back("guide-stored:" + guides_.current()->sha256);
    auto const text = std::make_shared<std::string const>(guide_text_);
    step keep_text = [text](conversation_view const& view) {
        unit stored;
        stored.can_wait = false;  // assessments that start with it need it, also when the disk is low
        stored.remember = view.state.empty();
        if (view.state.empty())
            stored.state = *text;
        return stored;
    };
    auto const stored = co_await store_->transact(key, std::move(keys), std::move(keep_text));
    if (!stored)
        spdlog::error("the guide could not be stored: {}", stored.error().message());
}

void service::call_at_once(http_call call)
{
    // A trigger is good for three seconds: what would have to wait is too late anyway.
    constexpr std::size_t most_at_once = 256;
    if (calls_at_once_ >= most_at_once) {
        count_call_at_once("not_made");
        return;
    }
    ++calls_at_once_;
    tasks_.spawn(asio::make_strand(executor_), make_call(std::move(call)));
}

asio::awaitable<void> service::make_call(http_call call)
{
    auto const url = call.url;
    auto const result = co_await client_->send(std::move(call));
    --calls_at_once_;
    if (auto const* failure = std::get_if<call_failure>(&result)) {
        count_call_at_once("no_answer");
        spdlog::warn("{} gave no answer: {}", url, failure->reason);
        co_return;
    }
    // To the platform all of these are for one person: they are accepted without an id.
    outgoing_message shown;
    shown.content.who = message::audience::one_person;
    auto const outcome = slack_->interpret(shown, std::get<http_response>(result));
    if (std::holds_alternative<delivered>(outcome)) {
        count_call_at_once("accepted");
    } else if (auto const* unknown = std::get_if<outcome_unknown>(&outcome)) {
        count_call_at_once("unknown");
        spdlog::warn("what became of {} is unknown: {}", url, unknown->reason);
    } else {
        count_call_at_once("refused");
        if (auto const* refused = std::get_if<refused_for_good>(&outcome))
            spdlog::warn("{} was refused: {}", url, refused->reason);
    }
}

void service::count_call_at_once(std::string_view outcome)
{
    counted_.count("crossroads_immediate_calls_total", "outcome", outcome);
}

void service::start()
{
    tasks_.spawn(asio::make_strand(executor_), begin());
}

asio::awaitable<void> service::begin()
{
    co_await store_current_guide();
    server_->start();
    if (playground_)
        playground_->start();
    deliveries_->pump();
    tasks_.spawn(wake_ups_->own_strand(), wake_ups_->run());
    spdlog::info("listening on {}", url());
}

asio::awaitable<void> service::stop()
{
    if (playground_)
        co_await playground_->stop();
    co_await server_->stop(shutdown_grace);
    deliveries_->stop();
    wake_ups_->stop();
    co_await tasks_.stop(shutdown_grace);
    // Their idle connections would keep the threads busy until they are too old to be used again.
    client_.reset();
    playground_.reset();
    auto const stopped = co_await store_->stop(shutdown_grace);
    if (!stopped)
        spdlog::error("the last snapshot could not be written: {}", stopped.error().message());
}

std::string service::url() const
{
    return url_of(server_->endpoint(), !settings_.tls_cert.empty());
}

}  // namespace crossroads
