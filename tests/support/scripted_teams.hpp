#pragma once

#include "channel/form.hpp"
#include "support/local_server.hpp"
#include "support/teams_requests.hpp"
#include "support/teams_tokens.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossroads::testing {

/// Microsoft's side on loopback: the channel's keys, tokens for the bot, and a connector that keeps what it
/// accepts and answers as it is told.
class scripted_teams {
public:
    struct call {
        std::string method;
        std::string target;  // behind the service URL
        std::string authorization;
        nlohmann::json body;
        std::string id;  // under which it was accepted; empty: it was not
    };

    /// What to do with one call of the connector instead of accepting it; private messages and look-ups are
    /// spared.
    struct fault {
        unsigned status = 500;
        bool takes_effect = false;
        http_headers headers = {};
        std::string body = {};
    };

    scripted_teams() : server_([this](http_request request) { return handle(std::move(request)); }) {}

    std::string url(std::string const& path = "") const { return server_.url(path); }

    std::string service_url(std::string const& name = "emea") const { return server_.url("/" + name + "/"); }

    void next(fault instead)
    {
        std::lock_guard const lock(mutex_);
        faults_.push_back(std::move(instead));
    }

    /// From now on keys are those of this signer.
    void sign_with(teams_signer const& signer)
    {
        std::lock_guard const lock(mutex_);
        key_set_ = signer.key_set();
    }

    std::size_t key_fetches() const
    {
        std::lock_guard const lock(mutex_);
        return key_fetches_;
    }

    std::size_t tokens() const
    {
        std::lock_guard const lock(mutex_);
        return tokens_;
    }

    /// Whether a call that `wanted` accepts comes within twenty seconds.
    template <class Wanted>
    bool comes(Wanted const& wanted)
    {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(
            lock, std::chrono::seconds(20), [&] { return std::ranges::any_of(calls_, wanted); });
    }

    /// All calls of the connector, as soon as `enough` were accepted or ten seconds are over.
    std::vector<call> calls(std::size_t enough)
    {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(10), [&] { return accepted_ >= enough; });
        return calls_;
    }

private:
    using json = nlohmann::json;

    boost::asio::awaitable<http_response> handle(http_request request)
    {
        std::lock_guard const lock(mutex_);
        if (request.target == "/openid")
            co_return answer(
                200, {{"issuer", teams_issuer},
                      {"jwks_uri", server_.url("/keys")},
                      {"id_token_signing_alg_values_supported", {"RS256"}}});
        if (request.target == "/keys") {
            ++key_fetches_;
            co_return answer(200, json::parse(key_set_));
        }
        if (request.target.ends_with("/oauth2/v2.0/token"))
            co_return token(request);
        if (auto const members = request.target.find("/members/"); members != std::string::npos)
            co_return member(request.target.substr(members + std::string_view("/members/").size()));
        co_return connector(request);
    }

    http_response token(http_request const& request)
    {
        auto const fields = decode_form(request.body).value_or(form_fields{});
        if (find_field(fields, "client_secret") != "a-secret")
            return answer(401, {{"error_description", "AADSTS7000215: Invalid client secret provided."}});
        auto const value = "bot-token-" + std::to_string(++tokens_);
        return answer(200, {{"token_type", "Bearer"}, {"expires_in", 3599}, {"access_token", value}});
    }

    /// Whoever is asked for is there. Look-ups are no calls: when they come is not what the tests are about.
    static http_response member(std::string const& id)
    {
        json const found = {
            {"id", id}, {"name", "Somebody"}, {"tenantId", teams_tenant}, {"userRole", "user"}};
        return answer(200, found);
    }

    http_response connector(http_request const& request)
    {
        auto const authorization = find_header(request.headers, "authorization").value_or("");
        call made{
            request.method,
            request.target,
            std::string(authorization),
            json::parse(request.body, nullptr, false),
            {}};
        std::optional<fault> instead;
        bool const is_private = request.target.ends_with("?isTargetedActivity=true");
        if (!faults_.empty() && !is_private) {
            instead = std::move(faults_.front());
            faults_.pop_front();
        }
        if (!instead || instead->takes_effect)
            made.id = std::to_string(1'766'000 + ++accepted_);
        calls_.push_back(made);
        changed_.notify_all();
        if (!instead)
            return answer(request.method == "POST" ? 201 : 200, {{"id", made.id}});
        http_response response;
        response.status = instead->status;
        response.headers = instead->headers;
        response.body = instead->body;
        return response;
    }

    static http_response answer(unsigned status, json const& body)
    {
        http_response response;
        response.status = status;
        response.headers.emplace_back("Content-Type", "application/json");
        response.body = body.dump();
        return response;
    }

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::string key_set_ = known_teams_signer().key_set();
    std::size_t key_fetches_ = 0;
    std::size_t tokens_ = 0;
    std::size_t accepted_ = 0;
    std::vector<call> calls_;
    std::deque<fault> faults_;
    local_server server_;
};

}  // namespace crossroads::testing
