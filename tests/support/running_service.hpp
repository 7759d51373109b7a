#pragma once

#include "app/service.hpp"
#include "channel/form.hpp"
#include "http/client.hpp"
#include "settings/guide_file.hpp"
#include "settings/settings.hpp"
#include "support/slack_requests.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace crossroads::testing {

/// The whole service in this process, on a free port of loopback; with the playground as its Slack unless
/// other settings are given.
class running_service {
public:
    explicit running_service(std::filesystem::path data, std::string guide_file = {})
        : running_service(with_playground(std::move(data)), std::move(guide_file))
    {}

    /// With other settings, on a free port all the same.
    explicit running_service(settings chosen, std::string guide_file = {})
    {
        chosen.listen_port = 0;
        auto loaded = read_guide_file(guide_file);
        service_ = std::make_unique<service>(
            context_.get_executor(), chosen, std::get<guide_source>(std::move(loaded)));
        client_settings to_loopback;
        to_loopback.allow_loopback = true;
        client_ = std::make_unique<http_client>(context_.get_executor(), to_loopback);
        for (int i = 0; i < 4; ++i)
            threads_.emplace_back([this] { context_.run(); });
        service_->start();
        wait_until_it_answers();
    }

    ~running_service() { stop(); }

    running_service(running_service const&) = delete;
    running_service& operator=(running_service const&) = delete;

    void stop()
    {
        if (!service_)
            return;
        boost::asio::co_spawn(boost::asio::make_strand(context_), service_->stop(), boost::asio::use_future)
            .get();
        client_.reset();
        work_.reset();
        threads_.clear();
        service_.reset();
    }

    http_response send(http_call call)
    {
        auto result =
            boost::asio::co_spawn(
                boost::asio::make_strand(context_), client_->send(std::move(call)), boost::asio::use_future)
                .get();
        if (auto const* failure = std::get_if<call_failure>(&result))
            throw std::runtime_error(failure->reason);
        return std::get<http_response>(std::move(result));
    }

    http_response get(std::string const& path)
    {
        http_call call;
        call.method = "GET";
        call.url = service_->url() + path;
        return send(std::move(call));
    }

    /// Delivers a webhook as Slack would, signed now.
    http_response webhook(std::string const& path, std::string content_type, std::string body)
    {
        auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        auto request = slack_request(std::move(content_type), std::move(body), now);
        return send({"POST", service_->url() + path, std::move(request.headers), std::move(request.body)});
    }

    http_response command(std::string const& user, std::string const& text)
    {
        form_fields const fields = {
            {"command", "/assess"},
            {"text", text},
            {"team_id", team()},
            {"channel_id", channel()},
            {"user_id", user},
            {"trigger_id", "trigger." + std::to_string(++triggers_)},
            {"response_url", service_->url() + "/playground/hooks/none"}};
        return webhook("/slack/commands", "application/x-www-form-urlencoded", encode_form(fields));
    }

    /// A method of the playground's Web API.
    nlohmann::json api(std::string const& method, form_fields const& fields)
    {
        http_call call;
        call.url = service_->url() + "/playground/api/" + method;
        call.headers = {
            {"Content-Type", "application/x-www-form-urlencoded"}, {"Authorization", "Bearer xoxb-test"}};
        call.body = encode_form(fields);
        return nlohmann::json::parse(send(std::move(call)).body);
    }

    /// What stands in the channel, newest first; looked at again and again until `enough` messages are there.
    nlohmann::json channel_messages(std::size_t enough)
    {
        auto const limit = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        nlohmann::json seen;
        do {
            seen = api("conversations.history", {{"channel", channel()}})["messages"];
        } while (seen.size() < enough && std::chrono::steady_clock::now() < limit);
        return seen;
    }

    std::string team() { return api("auth.test", {})["team_id"].get<std::string>(); }

    std::string channel() { return api("conversations.list", {})["channels"][0]["id"].get<std::string>(); }

    std::string url() const { return service_->url(); }

private:
    static settings with_playground(std::filesystem::path data)
    {
        settings chosen;
        chosen.data_dir = std::move(data);
        chosen.playground = true;
        chosen.slack_signing_secrets.emplace_back(slack_secret);
        chosen.slack_bot_token = "xoxb-test";
        return chosen;
    }

    void wait_until_it_answers()
    {
        auto const limit = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (std::chrono::steady_clock::now() < limit) {
            http_call call;
            call.method = "GET";
            call.url = service_->url() + "/readyz";
            auto const result = boost::asio::co_spawn(
                                    boost::asio::make_strand(context_), client_->send(std::move(call)),
                                    boost::asio::use_future)
                                    .get();
            auto const* response = std::get_if<http_response>(&result);
            if (response != nullptr && response->status == 200)
                return;
        }
        ADD_FAILURE() << "the service does not get ready";
    }

    boost::asio::io_context context_;
    std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> work_{
        context_.get_executor()};
    std::unique_ptr<service> service_;
    std::unique_ptr<http_client> client_;
    std::vector<std::jthread> threads_;
    int triggers_ = 0;
};

}  // namespace crossroads::testing
