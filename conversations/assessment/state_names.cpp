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

}  // namespace crossroads
