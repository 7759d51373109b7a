#include "storage/outgoing_schedule.hpp"

#include "channel/platform.hpp"

namespace crossroads {

bool outgoing_schedule::update(std::string const& conversation, std::string_view head)
{
    if (head.empty()) {
        auto const gone = places_.find(conversation);
        if (gone != places_.end()) {
            end_claim(conversation, gone->second);
            places_.erase(gone);
        }
        return false;
    }
    auto& at = places_[conversation];
    if (at.head == head)
        return false;
    at.head = head;
    if (at.kind == place_kind::ready)
        return false;
    end_claim(conversation, at);
    make_ready(conversation, at);
    return true;
}

std::optional<std::pair<std::string, std::string>> outgoing_schedule::claim()
{
    // Once round, beginning after the tenant that had the last turn.
    auto next = tenants_.upper_bound(last_);
    for (std::size_t left = tenants_.size(); left > 0; --left) {
        if (next == tenants_.end())
            next = tenants_.begin();
        auto const whose = next++;
        if (whose->second.claimed >= claims_ - claimed_)
            continue;
        auto claimed = claim_of(whose->second);
        if (!claimed) {
            forget_if_idle(whose);
            continue;
        }
        last_ = whose->first;
        ++whose->second.claimed;
        ++claimed_;
        return claimed;
    }
    return std::nullopt;
}

std::optional<std::pair<std::string, std::string>> outgoing_schedule::claim_of(tenant& whose)
{
    while (!whose.ready.empty()) {
        std::string conversation = std::move(whose.ready.front());
        whose.ready.pop_front();
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
    end_claim(conversation, found->second);
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
    auto const whose = tenant_of(conversation);
    auto found = tenants_.find(whose);
    if (found == tenants_.end())
        found = tenants_.emplace(whose, tenant{}).first;
    found->second.ready.push_back(conversation);
}

void outgoing_schedule::end_claim(std::string const& conversation, place const& at)
{
    if (at.kind != place_kind::claimed)
        return;
    auto const whose = tenants_.find(tenant_of(conversation));
    --whose->second.claimed;
    --claimed_;
    forget_if_idle(whose);
}

void outgoing_schedule::forget_if_idle(tenants::iterator whose)
{
    if (whose->second.claimed == 0 && whose->second.ready.empty())
        tenants_.erase(whose);
}

}  // namespace crossroads
