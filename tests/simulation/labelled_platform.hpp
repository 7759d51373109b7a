#pragma once

#include "channel/platform.hpp"

#include <string>
#include <utility>

namespace crossroads::simulation {

/// Which message a call is about: a conversation's key and the id of a message of ours. Empty for calls that
/// are made at once.
struct message_label {
    std::string conversation;
    std::string id;
};

inline constexpr std::string_view label_header = "X-Simulated-Message";

inline message_label label_of(http_call const& call)
{
    auto const label = find_header(call.headers, label_header).value_or("");
    auto const space = label.find(' ');
    if (space == std::string_view::npos)
        return {};
    return {std::string(label.substr(0, space)), std::string(label.substr(space + 1))};
}

/// A platform whose calls for a message of ours say which one: a workspace's token would say it, and a call
/// about a person or a file does not.
class labelled_platform final : public platform {
public:
    explicit labelled_platform(platform const& real) : real_(real) {}

    received receive(http_request const& request, std::chrono::sys_seconds now) const override
    {
        return real_.receive(request, now);
    }

    http_response acknowledge(reply const& said, reply_path const& to) const override
    {
        return real_.acknowledge(said, to);
    }

    std::optional<http_call> call_for(reply const& said, reply_path const& to) const override
    {
        return real_.call_for(said, to);
    }

    std::optional<http_call> render(outgoing_message const& out) const override
    {
        return labelled(real_.render(out), out);
    }

    delivery_outcome interpret(outgoing_message const& out, http_response const& response) const override
    {
        auto outcome = real_.interpret(out, response);
        if (auto* next = std::get_if<upload_goes_on>(&outcome))
            label(next->call, out);
        if (auto* refused = std::get_if<refused_for_good>(&outcome); refused && refused->clean_up)
            label(*refused->clean_up, out);
        return outcome;
    }

    std::optional<http_call>
    look_up(outgoing_message const& out, std::chrono::sys_seconds since) const override
    {
        return labelled(real_.look_up(out, since), out);
    }

    look_up_outcome found(outgoing_message const& out, http_response const& response) const override
    {
        return real_.found(out, response);
    }

private:
    static void label(http_call& call, outgoing_message const& out)
    {
        call.headers.emplace_back(label_header, out.conversation + " " + out.id);
    }

    static std::optional<http_call> labelled(std::optional<http_call> call, outgoing_message const& out)
    {
        if (call)
            label(*call, out);
        return call;
    }

    platform const& real_;
};

}  // namespace crossroads::simulation
