#include "storage/outgoing_schedule.hpp"

namespace crossroads {

bool outgoing_schedule::update(std::string const& conversation, std::string_view head)
{
    if (head.empty()) {
        places_.erase(conversation);
        return false;
    }
    auto const [found, added] = places_.try_emplace(conversation);
    auto& at = found->second;
    if (at.head == head)
        return false;
    at.head = head;
    if (!added && at.kind == place_kind::ready)
        return false;
    make_ready(conversation, at);
    return true;
}

std::optional<std::pair<std::string, std::string>> outgoing_schedule::claim()
{
    while (!ready_.empty()) {
        std::string conversation = std::move(ready_.front());
        ready_.pop_front();
        auto const found = places_.find(conversation);
        if (found == places_.end() || found->second.kind != place_kind::ready)
            continue;
        found->second.kind = place_kind::claimed;
        return std::pair(std::move(conversation), found->second.head);
    }
    return std::nullopt;
}

void outgoing_schedule::release(std::string const& conversation, std::string_view id, time_point until)
{
    auto const found = places_.find(conversation);
    if (found == places_.end() || found->second.kind != place_kind::claimed || found->second.head != id)
        return;
    found->second.kind = place_kind::waiting;
    found->second.until = until;
    waiting_.emplace(until, conversation);
}

bool outgoing_schedule::wake(time_point now)
{
    bool woken = false;
    while (!waiting_.empty() && waiting_.begin()->first <= now) {
        auto const first = waiting_.extract(waiting_.begin());
        auto const found = places_.find(first.mapped());
        bool const waits = found != places_.end() && found->second.kind == place_kind::waiting &&
                           found->second.until == first.key();
        if (waits) {
            make_ready(first.mapped(), found->second);
            woken = true;
        }
    }
    return woken;
}

std::optional<outgoing_schedule::time_point> outgoing_schedule::next_wake() const
{
    if (waiting_.empty())
        return std::nullopt;
    return waiting_.begin()->first;
}

std::vector<std::string> outgoing_schedule::conversations() const
{
    std::vector<std::string> all;
    all.reserve(places_.size());
    for (auto const& [conversation, at] : places_)
        all.push_back(conversation);
    return all;
}

void outgoing_schedule::make_ready(std::string const& conversation, place& at)
{
    at.kind = place_kind::ready;
    ready_.push_back(conversation);
}

}  // namespace crossroads
