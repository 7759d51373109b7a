#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace crossroads::simulation {

/// What happened, counted; over one run or many.
struct figures {
    std::uint64_t seeds = 0, actions = 0, events = 0, applied = 0, duplicates = 0, retries = 0, late = 0;
    std::uint64_t unacknowledged = 0, power_cuts = 0, kills = 0, failed_disks = 0, failed_starts = 0;
    std::uint64_t outages = 0, rate_limits = 0, server_errors = 0, timeouts = 0, unreached = 0, bad_json = 0;
    std::uint64_t blocked = 0, lost_replies = 0, posts = 0, edits = 0, private_posts = 0, look_ups = 0;
    std::uint64_t excused_copies = 0, steps = 0;

    void add(figures const& other)
    {
        for (auto const& [name, member] : names())
            this->*member += other.*member;
    }

    std::string text() const
    {
        std::string all;
        for (auto const& [name, member] : names())
            all.append(all.empty() ? "" : ", ")
                .append(name)
                .append(" ")
                .append(std::to_string(this->*member));
        return all;
    }

private:
    using named = std::pair<char const*, std::uint64_t figures::*>;

    static std::array<named, 26> const& names()
    {
        static std::array<named, 26> const all{{
            {"seeds", &figures::seeds},
            {"people's actions", &figures::actions},
            {"events", &figures::events},
            {"applied", &figures::applied},
            {"duplicates", &figures::duplicates},
            {"retries by Slack", &figures::retries},
            {"late by minutes or hours", &figures::late},
            {"answered 503", &figures::unacknowledged},
            {"power cuts", &figures::power_cuts},
            {"kills", &figures::kills},
            {"disk failures", &figures::failed_disks},
            {"failed starts", &figures::failed_starts},
            {"outages", &figures::outages},
            {"429", &figures::rate_limits},
            {"5xx", &figures::server_errors},
            {"time-outs", &figures::timeouts},
            {"not reached", &figures::unreached},
            {"bad JSON", &figures::bad_json},
            {"token refused", &figures::blocked},
            {"lost replies", &figures::lost_replies},
            {"posts", &figures::posts},
            {"edits", &figures::edits},
            {"private posts", &figures::private_posts},
            {"look-ups", &figures::look_ups},
            {"excused copies", &figures::excused_copies},
            {"steps", &figures::steps},
        }};
        return all;
    }
};

}  // namespace crossroads::simulation
