#pragma once

#include "channel/form.hpp"
#include "channel/http_message.hpp"
#include "playground/workspace.hpp"
#include "simulation/figures.hpp"
#include "simulation/trace.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::simulation {

inline constexpr std::size_t tenants = 2;

/// The word every text of this channel carries, and no text of another.
std::string mark_of(std::string_view channel);

/// A call that had its effect on what people see.
struct effect {
    std::string conversation;  // the store's key of the conversation it belongs to
    std::string message_id;    // of the message that the service was delivering; empty for immediate calls
    std::string method;
    std::string ts;
    std::string thread;
    std::string user;  // who sees it, if only one
    std::string text;
    std::string blocks;
};

/// Slack without faults: two of the playground's workspaces, whose people have the same ids, behind one Web
/// API. It keeps the effects in their order and watches that no text strays into another channel.
class fake_slack {
public:
    explicit fake_slack(instant now);

    /// Performs a call of the Web API, or takes the bytes of a file.
    http_response perform(http_call const& call, trace& notes, figures& counted);

    playground::workspace& space(std::size_t tenant) { return spaces_.at(tenant); }

    playground::app_settings const& settings() const { return settings_; }

    std::vector<effect> const& effects() const { return effects_; }

    /// The channels of a tenant that people use.
    static std::vector<std::string> channels_of(std::size_t tenant);

    /// Notes it when `text`, shown in `channel`, carries another channel's mark.
    static void watch(std::string_view channel, std::string_view text, trace& notes);

    bool shows_metadata = true;
    bool shows_history = true;  // false: the app lacks the scope to read channels

private:
    /// None: the window the call is for is closed.
    std::optional<std::size_t> tenant_of(http_call const& call, form_fields const& fields) const;
    void note_effect(
        playground::workspace const& space, http_call const& call, form_fields const& fields,
        nlohmann::json const& answer);
    void watch_call(http_call const& call, form_fields const& fields, trace& notes) const;

    playground::app_settings settings_;
    std::vector<playground::workspace> spaces_;
    std::vector<effect> effects_;
};

/// "chat.postMessage" in the call's address; "upload/…" where the bytes of a file go.
std::string method_of(http_call const& call);

/// The channel a call is for; of a call to a person or about a file, that of the message it is made for.
std::string channel_of(http_call const& call);

/// The store's key of the conversation a call belongs to.
std::string conversation_of(http_call const& call);

/// A call that shows people something.
bool shows_something(std::string_view method);

/// A published file as an effect's blocks have it.
std::string shown_file(std::string_view title, std::string_view bytes);

}  // namespace crossroads::simulation
