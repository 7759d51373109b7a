#include "assessment/state_names.hpp"

namespace crossroads {

std::string_view name_of(run_state state)
{
    switch (state) {
    case run_state::open: return "open";
    case run_state::paused: return "paused";
    case run_state::finished: return "finished";
    case run_state::cancelled: return "cancelled";
    }
    return {};
}

std::optional<run_state> run_state_named(std::string_view name)
{
    for (auto const state : {run_state::open, run_state::paused, run_state::finished, run_state::cancelled})
        if (name_of(state) == name)
            return state;
    return std::nullopt;
}

std::string_view name_of(start_from how)
{
    switch (how) {
    case start_from::undecided: return "undecided";
    case start_from::last_answers: return "last_answers";
    case start_from::nothing: return "nothing";
    }
    return {};
}

std::optional<start_from> start_from_named(std::string_view name)
{
    for (auto const how : {start_from::undecided, start_from::last_answers, start_from::nothing})
        if (name_of(how) == name)
            return how;
    return std::nullopt;
}

std::string_view name_of(out_of_reach why)
{
    switch (why) {
    case out_of_reach::archived: return "archived";
    case out_of_reach::left: return "left";
    }
    return {};
}

std::optional<out_of_reach> out_of_reach_named(std::string_view name)
{
    for (auto const why : {out_of_reach::archived, out_of_reach::left})
        if (name_of(why) == name)
            return why;
    return std::nullopt;
}

std::string_view name_of(membership what)
{
    switch (what) {
    case membership::unknown: return "unknown";
    case membership::nobody: return "nobody";
    case membership::bot: return "bot";
    case membership::stranger: return "stranger";
    case membership::guest: return "guest";
    case membership::member: return "member";
    case membership::admin: return "admin";
    }
    return {};
}

std::optional<membership> membership_named(std::string_view name)
{
    for (auto const what :
         {membership::unknown, membership::nobody, membership::bot, membership::stranger, membership::guest,
          membership::member, membership::admin})
        if (name_of(what) == name)
            return what;
    return std::nullopt;
}

}  // namespace crossroads
