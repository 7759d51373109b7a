#pragma once

#include "playground/json_input.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace crossroads::playground {

using instant = std::chrono::sys_time<std::chrono::microseconds>;

/// A subcommand the composer proposes after the slash command.
struct command_hint {
    std::string usage;  // "start [product name]"
    std::string meaning;
};

/// What the operator decides; not part of the workspace, so a restart may change it.
struct app_settings {
    std::string signing_secret;
    std::string bot_token;
    std::string service_url;  // of the service under test, without a slash at the end
    std::string own_url;      // where the service reaches this workspace, likewise
    std::string command = "/assess";
    std::vector<command_hint> hints;
};

/// What a person may do in the workspace.
enum class role { member, admin, guest };

struct person {
    std::string id;
    std::string name;  // as in mentions: "Ana"
    std::string real_name;
    std::string title;
    std::string colour;  // of the avatar: "#1d6f5c"
    std::string time_zone;
    int seconds_from_utc = 0;
    role is = role::member;
};

struct message {
    std::string ts;
    std::string user;
    std::string text;  // as Slack keeps it: & < > escaped, mentions as <@U…>
    json blocks = json::array();
    json metadata;          // null unless set
    std::string thread_ts;  // the first message of its thread, for replies only
    bool broadcast = false;
    std::string subtype;
    std::string client_msg_id;  // messages of people have one
    std::string edited_by;
    std::string edited_ts;
    std::string only_for;            // ephemeral: the person who sees it
    std::vector<std::string> files;  // ids
    bool deleted = false;
    std::uint64_t revision = 0;
};

/// A file the app announced; it is shown in messages once it is uploaded and published.
struct uploaded_file {
    std::string id;
    std::string name;
    std::string title;
    std::string alt_text;
    std::size_t length = 0;  // as announced
    std::string secret;      // of its upload address, which works once
    std::string bytes;
    bool uploaded = false;
    bool published = false;
    std::int64_t created = 0;

    bool operator==(uploaded_file const&) const = default;
};

struct channel {
    std::string id;
    std::string name;
    std::string topic;
    std::int64_t created = 0;
    std::set<std::string> members;
    std::map<std::string, message> messages;  // by ts, deleted ones included
    std::uint64_t revision = 0;
};

/// An open modal of one person.
struct modal {
    std::string id;
    json view;    // what the app gave: type, title, blocks, callback_id …
    json values;  // state.values, as last seen
    std::string hash;
    std::string root_id;
    std::string previous_id;
};

struct modal_stack {
    std::vector<modal> open;  // the visible one last
    std::uint64_t revision = 0;
};

/// What a person's action entitles the app to: 3 s, once.
struct trigger {
    std::string person;
    instant made;
    bool used = false;
};

/// A response_url: 30 minutes, 5 uses.
struct reply_address {
    std::string person;
    std::string channel;
    std::string message_ts;  // of the message acted on; empty for commands
    std::string thread_ts;
    instant made;
    int uses = 0;
};

/// An event the service has not acknowledged yet.
struct event_delivery {
    std::string id;    // event_id
    std::string body;  // the same in every attempt
    int attempts = 0;
    instant due;
    std::string failure;  // of the last attempt: "http_timeout", "connection_failed", "http_error"
};

struct app_identity {
    std::string id;
    std::string name;
    std::string bot_id;
    std::string bot_user;
};

struct team_identity {
    std::string id;
    std::string name;
    std::string domain;
};

/// A small chat workspace with one app installed: all it knows, as a value.
struct workspace {
    team_identity team;
    app_identity app;
    std::vector<person> people;
    std::vector<channel> channels;
    std::map<std::string, modal_stack> modals;  // by person
    std::map<std::string, trigger> triggers;
    std::map<std::string, reply_address> reply_addresses;
    std::vector<event_delivery> deliveries;
    std::map<std::string, uploaded_file> files;  // by id
    std::int64_t last_ts = 0;                    // microseconds
    std::uint64_t ids_made = 0;                  // so that ids never repeat
    std::uint64_t revision = 0;                  // grows with every change
};

/// A team of five people, one of them an admin and one a guest, four channels and the app, which is in all
/// channels but #design.
workspace new_workspace(instant now);

/// Everything, for the state file; read_workspace() gives none if it cannot be what write_workspace() made.
json write_workspace(workspace const& all);
std::optional<workspace> read_workspace(json const& state);

person const* find_person(workspace const& in, std::string_view id);
channel* find_channel(workspace& in, std::string_view id);
channel const* find_channel(workspace const& in, std::string_view id);

/// None if there is none, it is deleted, or only one person sees it.
message* find_message(channel& in, std::string_view ts);
message const* find_message(channel const& in, std::string_view ts);

bool bot_is_member(workspace const& in, channel const& of);

/// Between the app and one person; nobody else sees it.
bool is_direct(channel const& one);

bool sees(person const& who, channel const& where);

/// The direct messages of the app and `who`, begun if there were none.
channel& direct_channel(workspace& in, person const& who, instant now);

/// Records that something changed; gives the new revision.
std::uint64_t mark_changed(workspace& in);

/// A ts no message of the workspace has: "1767326126.896109".
std::string next_ts(workspace& in, instant now);

/// Upper-case id that never repeats: "V0000001K".
std::string make_id(workspace& in, std::string_view prefix);

/// 24 hexadecimal digits that cannot be guessed without the signing secret.
std::string make_secret(workspace& in, app_settings const& settings);

/// Forgets triggers and response URLs that are long out of use.
void forget_expired(workspace& in, instant now);

}  // namespace crossroads::playground
