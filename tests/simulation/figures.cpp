#include "simulation/figures.hpp"

#include <array>

namespace crossroads::simulation {
namespace {

struct named {
    char const* group;
    char const* name;
    std::uint64_t figures::*member;
};

constexpr std::array all{
    named{"runs", "seeds", &figures::seeds},
    named{"runs", "lives of the service", &figures::lives},
    named{"runs", "simulated hours", &figures::hours},
    named{"runs", "steps", &figures::steps},
    named{"people", "actions", &figures::actions},
    named{"people", "interactions", &figures::interactions},
    named{"people", "events", &figures::events},
    named{"people", "applied", &figures::applied},
    named{"time", "wake-ups", &figures::wake_ups},
    named{"time", "profiles asked for", &figures::profiles},
    named{"webhooks", "duplicates", &figures::duplicates},
    named{"webhooks", "retries", &figures::retries},
    named{"webhooks", "late by minutes or hours", &figures::late},
    named{"webhooks", "lost or without their answer", &figures::lost_webhooks},
    named{"webhooks", "answered 503", &figures::unacknowledged},
    named{"crashes", "power cuts", &figures::power_cuts},
    named{"crashes", "kills", &figures::kills},
    named{"crashes", "starts without a disk", &figures::failed_starts},
    named{"crashes", "disk failures survived", &figures::failed_disks},
    named{"calls that failed", "outages", &figures::outages},
    named{"calls that failed", "not reached", &figures::unreached},
    named{"calls that failed", "429", &figures::rate_limits},
    named{"calls that failed", "token refused", &figures::blocked},
    named{"calls that failed", "time-outs", &figures::timeouts},
    named{"calls that failed", "5xx or internal error", &figures::server_errors},
    named{"calls that failed", "HTML", &figures::bad_json},
    named{"calls that failed", "done without a reply", &figures::lost_replies},
    named{"messages", "posts", &figures::posts},
    named{"messages", "files", &figures::files},
    named{"messages", "uploads", &figures::uploads},
    named{"messages", "edits", &figures::edits},
    named{"messages", "private posts", &figures::private_posts},
    named{"messages", "direct", &figures::directs},
    named{"messages", "retries", &figures::repeated_calls},
    named{"messages", "look-ups", &figures::look_ups},
    named{"messages", "excused copies", &figures::excused_copies},
};

}  // namespace

void figures::add(figures const& other)
{
    for (auto const& one : all)
        this->*one.member += other.*one.member;
}

std::string figures::text() const
{
    std::string text;
    std::string group;
    for (auto const& one : all) {
        if (group == one.group)
            text += ", ";
        else
            text += (text.empty() ? "" : "\n") + std::string(one.group) + ": ";
        group = one.group;
        text += std::string(one.name) + " " + std::to_string(this->*one.member);
    }
    return text;
}

std::vector<std::string> figures::never_happened() const
{
    std::vector<std::string> names;
    for (auto const& one : all)
        if (this->*one.member == 0)
            names.push_back(std::string(one.group) + ": " + one.name);
    return names;
}

}  // namespace crossroads::simulation
