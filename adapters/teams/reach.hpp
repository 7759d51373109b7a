#pragma once

#include "teams/activity.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace crossroads::teams {

/// What a person's client is set to.
struct client_settings {
    std::string locale;             // "de-DE"; empty: it does not say
    std::optional<int> utc_offset;  // seconds ahead of UTC; none: it does not say

    friend bool operator==(client_settings const&, client_settings const&) = default;
};

/// What it takes to post into a conversation, learnt from its activities and kept with it.
struct reach {
    std::string service_url;  // may change: the newest counts
    std::string bot;          // our own id there
    chat where = chat::personal;
    std::map<std::string, std::string> names;             // of people seen there, by id; for cards
    std::map<std::string, client_settings> clients = {};  // of the same people

    friend bool operator==(reach const&, reach const&) = default;
};

reach reach_of(activity const& said);

std::string write_reach(reach const& known);
std::optional<reach> read_reach(std::string_view json);

/// `news` over what was known: people beyond 200 are dropped, never one of the news.
reach merged(reach known, reach news);

}  // namespace crossroads::teams
