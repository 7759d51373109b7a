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
        std::string file_name;  // of a file shared there
        std::string bytes;
    };

    /// What to do with one call instead of accepting it.
    struct fault {
        http_response answer;
        bool takes_effect = false;  // the message arrives although the answer says nothing of it
    };

    scripted_slack() : server_([this](http_request request) { return handle(std::move(request)); })
    {
        upload_to(server_.url(""));
    }

    /// Where files are to be uploaded from now on: "https://files.slack.com".
    void upload_to(std::string host)
    {
        std::lock_guard const lock(mutex_);
        upload_host_ = std::move(host);
    }

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
        auto const method = method_of(request.target);
        auto const fields = decode_form(request.body).value_or(form_fields{});
        std::lock_guard const lock(mutex_);
        ++calls_[method];
        auto& waiting = faults_[method];
        if (!waiting.empty()) {
            auto const instead = std::move(waiting.front());
            waiting.pop_front();
            if (instead.takes_effect)
                method == "files.completeUploadExternal" ? share(fields) : accept(fields);
            co_return instead.answer;
        }
        if (method == "upload")
            co_return take_bytes(request);
        if (method == "files.getUploadURLExternal")
            co_return answer(announce(fields));
        if (method == "files.completeUploadExternal")
            co_return answer(share(fields));
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

    /// "chat.postMessage", or "upload" for the bytes of a file.
    static std::string method_of(std::string const& target)
    {
        return target.starts_with("/upload/") ? "upload" : target.substr(std::string("/api/").size());
    }

    json announce(form_fields const& fields)
    {
        auto const id = "F" + std::to_string(uploads_.size() + 1);
        uploads_[id].file_name = field(fields, "filename");
        return {{"ok", true}, {"file_id", id}, {"upload_url", upload_host_ + "/upload/" + id}};
    }

    http_response take_bytes(http_request const& request)
    {
        uploads_[request.target.substr(std::string("/upload/").size())].bytes = request.body;
        return {200, {{"Content-Type", "text/plain"}}, "OK - " + std::to_string(request.body.size())};
    }

    json share(form_fields const& fields)
    {
        auto const files = json::parse(field(fields, "files"), nullptr, false);
        auto shared = uploads_.at(files.at(0).at("id").get<std::string>());
        shared.text = field(fields, "initial_comment");
        shared.thread = field(fields, "thread_ts");
        shared.ts = next_ts();
        posts_.push_back(std::move(shared));
        kept_metadata_.emplace_back();
        return {{"ok", true}, {"files", files}};
    }

    std::string next_ts() const { return "1700000000." + std::to_string(100000 + posts_.size()); }

    json accept(form_fields const& fields)
    {
        auto const metadata = json::parse(field(fields, "metadata"), nullptr, false);
        std::string id;
        if (metadata.is_object() && metadata["event_payload"].contains("id"))
            id = metadata["event_payload"]["id"].get<std::string>();
        auto const ts = next_ts();
        posts_.push_back({id, field(fields, "text"), ts, field(fields, "thread_ts"), {}, {}});
        kept_metadata_.push_back(metadata);
        json message = {{"text", field(fields, "text")}, {"ts", ts}};
        if (!posts_.back().thread.empty())
            message["thread_ts"] = posts_.back().thread;
        return {{"ok", true}, {"ts", ts}, {"channel", "C1"}, {"message", message}};
    }

    json shown() const
    {
        auto messages = json::array();
        for (std::size_t i = 0; i < posts_.size(); ++i) {
            messages.push_back(
                {{"text", posts_[i].text}, {"ts", posts_[i].ts}, {"metadata", kept_metadata_[i]}});
            if (!posts_[i].file_name.empty())
                messages.back()["files"] = {{{"id", "F"}, {"name", posts_[i].file_name}}};
        }
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
    std::map<std::string, post> uploads_;  // by file id
    std::string upload_host_;
    local_server server_;  // last: its threads use the rest
};

}  // namespace crossroads
