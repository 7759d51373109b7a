#include "storage/ledger.hpp"

#include "channel/platform.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace crossroads {
namespace {

/// Replaces the edit that is last in line for the slot, if it is an edit nobody tried to send yet. The
/// place in the line stays; the id is new, so that a sender that holds the old one finds out.
bool replace_untried_edit(std::list<queued_message>& outgoing, queued_message& edit)
{
    auto const last =
        std::find_if(outgoing.rbegin(), outgoing.rend(), [&edit](queued_message const& waiting) {
            return waiting.slot == edit.slot;
        });
    if (last == outgoing.rend() || !last->edit || last->attempts > 0)
        return false;
    *last = std::move(edit);
    return true;
}

struct application {
    stored_conversation& into;
    std::uint64_t seq;
    std::chrono::seconds event_memory;

    bool operator()(event_record& what) const
    {
        forget_events_before(what.at - event_memory.count());
        for (auto const& id : what.events)
            into.events.push_back({id, what.at, what.acknowledgement});
        if (what.state)
            into.state = std::move(*what.state);
        std::size_t index = 0;
        for (auto& [slot, edit, body] : what.messages) {
            queued_message queued{fmt::format("{}.{}", seq, index++), std::move(slot), edit, std::move(body)};
            if (!edit || !replace_untried_edit(into.outgoing, queued))
                into.outgoing.push_back(std::move(queued));
        }
        return true;
    }

    bool operator()(attempt_record& what) const
    {
        auto const found = position(what.id);
        if (found == into.outgoing.end())
            return false;
        if (found->attempts == 0)
            found->first_attempt = what.at;
        found->attempts = what.count;
        return true;
    }

    bool operator()(sent_record& what) const
    {
        auto const found = position(what.id);
        if (found == into.outgoing.end())
            return false;
        into.outgoing.erase(found);
        if (!what.platform_id.empty())
            into.sent[std::move(what.slot)] = std::move(what.platform_id);
        return true;
    }

    bool operator()(gave_up_record& what) const
    {
        auto const found = position(what.id);
        if (found == into.outgoing.end())
            return false;
        into.given_up.push_back({what.id, std::move(found->body), std::move(what.reason), what.at});
        into.outgoing.erase(found);
        return true;
    }

    bool operator()(erased_record&) const
    {
        static auto const nothing = std::make_shared<opaque_text const>();
        into.state = {};
        into.sent.clear();
        into.outgoing.clear();
        into.given_up.clear();
        for (auto& known : into.events)  // the ids stay: a late repeat must not begin anew
            known.acknowledgement = nothing;
        return true;
    }

    std::list<queued_message>::iterator position(std::string const& id) const
    {
        return std::find_if(into.outgoing.begin(), into.outgoing.end(), [&id](queued_message const& waiting) {
            return waiting.id == id;
        });
    }

    void forget_events_before(std::int64_t time) const
    {
        auto const old =
            std::find_if(into.events.begin(), into.events.end(), [time](applied_event const& known) {
                return known.at >= time;
            });
        into.events.erase(into.events.begin(), old);
    }
};

}  // namespace

queued_message const* stored_conversation::find_outgoing(std::string_view id) const
{
    for (auto const& waiting : outgoing) {
        if (waiting.id == id)
            return &waiting;
    }
    return nullptr;
}

opaque_text const*
stored_conversation::find_acknowledgement(std::vector<event_id> const& ids, std::int64_t since) const
{
    // From the newest: what is repeated is mostly repeated soon.
    for (auto known = events.rbegin(); known != events.rend(); ++known) {
        if (known->at >= since && std::find(ids.begin(), ids.end(), known->id) != ids.end())
            return known->acknowledgement.get();
    }
    return nullptr;
}

bool ledger::apply(std::uint64_t seq, std::string const& conversation, record what)
{
    auto& found = conversations_[conversation];
    if (!found)
        found = std::make_shared<stored_conversation>();
    if (seq <= found->version)
        return true;
    found->version = seq;
    auto const before = found->outgoing.size();
    bool const applied = std::visit(application{*found, seq, event_memory_}, what);
    count_pending(conversation, before, found->outgoing.size());
    return applied;
}

void ledger::put(std::string const& conversation, stored_conversation part)
{
    auto& found = conversations_[conversation];
    if (!found)
        found = std::make_shared<stored_conversation>();
    found->version = part.version;
    if (!part.state.text.empty())
        found->state = std::move(part.state);
    found->sent.merge(part.sent);
    count_pending(conversation, 0, part.outgoing.size());
    found->outgoing.splice(found->outgoing.end(), part.outgoing);
    std::move(part.given_up.begin(), part.given_up.end(), std::back_inserter(found->given_up));
    std::move(part.events.begin(), part.events.end(), std::back_inserter(found->events));
}

std::size_t ledger::pending(std::string_view tenant) const
{
    auto const found = pending_by_tenant_.find(tenant);
    return found == pending_by_tenant_.end() ? 0 : found->second;
}

void ledger::count_pending(std::string const& conversation, std::size_t before, std::size_t after)
{
    if (before == after)
        return;
    pending_ += after - before;
    auto const tenant = tenant_of(conversation);
    auto found = pending_by_tenant_.find(tenant);
    if (found == pending_by_tenant_.end())
        found = pending_by_tenant_.emplace(tenant, 0).first;
    found->second += after - before;
    if (found->second == 0)
        pending_by_tenant_.erase(found);
}

std::shared_ptr<stored_conversation const> ledger::find(std::string const& conversation) const
{
    auto const found = conversations_.find(conversation);
    if (found == conversations_.end())
        return nullptr;
    return found->second;
}

std::vector<dead_letter> ledger::dead_letters() const
{
    std::vector<dead_letter> letters;
    for (auto const& [conversation, stored] : conversations_) {
        for (auto const& message : stored->given_up)
            letters.push_back({conversation, message.id, message.body.text, message.reason, message.at});
    }
    return letters;
}

}  // namespace crossroads
