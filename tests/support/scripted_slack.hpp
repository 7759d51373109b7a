#pragma once

#include "channel/form.hpp"
#include "support/local_server.hpp"

#include <nlohmann/json.hpp>

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace crossroads {

/// A Slack that answers as it is told, for the faults that the playground does not produce. It keeps every
/// message it accepts, and shows them in conversations.history and conversations.replies.
class scripted_slack {
public:
    struct post {
        std::string id;  // of our metadata
        std::string text;
        std::string ts;
        std::string thread;
    };

    /// What to do with one call instead of accepting it.
    struct fault {
        http_response answer;
        bool takes_effect = false;  // the message arrives although the answer says nothing of it
    };

    scripted_slack() : server_([this](http_request request) { return handle(std::move(request)); }) {}

    std::string api_url() const { return server_.url("/api/"); }

    /// The next call of `method` meets this fault; several wait in a queue.
    void next(std::string const& method, fault instead)
    {
        std::lock_guard const lock(mutex_);
        faults_[method].push_back(std::move(instead));
    }

    std::vector<post> posts() const
    {
        std::lock_guard const lock(mutex_);
        return posts_;
    }

    std::size_t calls(std::string const& method) const
    {
        std::lock_guard const lock(mutex_);
        auto const found = calls_.find(method);
        return found == calls_.end() ? 0 : found->second;
    }

private:
    using json = nlohmann::json;

    boost::asio::awaitable<http_response> handle(http_request request)
    {
        auto const method = request.target.substr(std::string("/api/").size());
        auto const fields = decode_form(request.body).value_or(form_fields{});
        std::lock_guard const lock(mutex_);
        ++calls_[method];
        auto& waiting = faults_[method];
        if (!waiting.empty()) {
            auto const instead = std::move(waiting.front());
            waiting.pop_front();
            if (instead.takes_effect)
                accept(fields);
            co_return instead.answer;
        }
        if (method == "chat.postMessage")
            co_return answer(accept(fields));
        if (method == "conversations.history" || method == "conversations.replies")
            co_return answer(shown());
        co_return answer({{"ok", true}, {"ts", field(fields, "ts")}, {"channel", "C1"}});
    }

    static std::string field(form_fields const& fields, std::string_view name)
    {
        return std::string(find_field(fields, name).value_or(""));
    }

    json accept(form_fields const& fields)
    {
        auto const metadata = json::parse(field(fields, "metadata"), nullptr, false);
        std::string id;
        if (metadata.is_object() && metadata["event_payload"].contains("id"))
            id = metadata["event_payload"]["id"].get<std::string>();
        auto const ts = "1700000000." + std::to_string(100000 + posts_.size());
        posts_.push_back({id, field(fields, "text"), ts, field(fields, "thread_ts")});
        kept_metadata_.push_back(metadata);
        json message = {{"text", field(fields, "text")}, {"ts", ts}};
        if (!posts_.back().thread.empty())
            message["thread_ts"] = posts_.back().thread;
        return {{"ok", true}, {"ts", ts}, {"channel", "C1"}, {"message", message}};
    }

    json shown() const
    {
        auto messages = json::array();
        for (std::size_t i = 0; i < posts_.size(); ++i)
            messages.push_back(
                {{"text", posts_[i].text}, {"ts", posts_[i].ts}, {"metadata", kept_metadata_[i]}});
        return {{"ok", true}, {"messages", messages}, {"has_more", false}};
    }

    static http_response answer(json const& body)
    {
        return {200, {{"Content-Type", "application/json; charset=utf-8"}}, body.dump()};
    }

    mutable std::mutex mutex_;
    std::map<std::string, std::deque<fault>> faults_;
    std::map<std::string, std::size_t> calls_;
    std::vector<post> posts_;
    std::vector<json> kept_metadata_;
    local_server server_;  // last: its threads use the rest
};

}  // namespace crossroads
