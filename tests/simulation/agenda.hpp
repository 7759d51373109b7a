#pragma once

#include "simulation/simulated_machine.hpp"

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace crossroads::simulation {

/// What is going to happen outside of the service, by time; what comes at the same time, as it was noted.
class agenda {
public:
    void at(instant when, std::function<void()> what) { entries_.emplace(when, std::move(what)); }

    std::optional<instant> next() const
    {
        if (entries_.empty())
            return std::nullopt;
        return entries_.begin()->first;
    }

    void run_next()
    {
        auto const entry = entries_.extract(entries_.begin());
        entry.mapped()();
    }

private:
    std::multimap<instant, std::function<void()>> entries_;
};

}  // namespace crossroads::simulation
