#include "storage/ledger.hpp"

#include "channel/platform.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
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

/// Of two ids "<seq>.<n>".
bool is_older(std::string_view id, std::string_view than)
{
    auto const number = [](std::string_view text) {
        std::uint64_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    auto const place = [&number](std::string_view text) {
        auto const dot = text.find('.');
        bool const whole = dot != std::string_view::npos;
        return std::pair(number(text.substr(0, dot)), whole ? number(text.substr(dot + 1)) : 0);
    };
    return place(id) < place(than);
}

/// When it wants to be woken, 0: never. A state that says nothing is older than wake-ups: it is asked soon.
std::int64_t wake_time(stored_conversation const& stored)
{
    return stored.wake_at.value_or(stored.state.text.empty() ? 0 : 1);
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
        if (what.wake_at)
            into.wake_at = what.wake_at;
        for (auto& [slot, platform_id] : what.sent)
            into.sent[slot] = std::move(platform_id);
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
        for (auto& letter : into.given_up) {
            if (letter.slot == what.slot && is_older(letter.id, what.id))
                letter.overtaken = true;
        }
        if (!what.platform_id.empty())
            into.sent[std::move(what.slot)] = std::move(what.platform_id);
        return true;
    }

    bool operator()(gave_up_record& what) const
    {
        auto const found = position(what.id);
        if (found == into.outgoing.end())
            return false;
        into.given_up.push_back(
            {what.id, std::move(found->slot), found->edit, false, std::move(found->body),
             std::move(what.reason), what.at});
        into.outgoing.erase(found);
        return true;
    }

    bool operator()(sent_again_record& what) const
    {
        auto const found = given_up(what.id);
        if (found == into.given_up.end())
            return false;
        // Its old place: what came after it in the conversation still does.
        auto const later =
            std::find_if(into.outgoing.begin(), into.outgoing.end(), [&what](queued_message const& waiting) {
                return is_older(what.id, waiting.id);
            });
        into.outgoing.insert(
            later, {what.id, std::move(found->slot), found->edit, std::move(found->body), 0, 0});
        into.given_up.erase(found);
        return true;
    }

    bool operator()(discarded_record& what) const
    {
        auto const found = given_up(what.id);
        if (found == into.given_up.end())
            return false;
        into.given_up.erase(found);
        return true;
    }

    bool operator()(erased_record&) const
    {
        static auto const nothing = std::make_shared<opaque_text const>();
        into.state = {};
        into.wake_at = 0;
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

    std::vector<given_up_message>::iterator given_up(std::string const& id) const
    {
        return std::find_if(into.given_up.begin(), into.given_up.end(), [&id](given_up_message const& one) {
            return one.id == id;
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

given_up_message const* stored_conversation::find_given_up(std::string_view id) const
{
    for (auto const& letter : given_up) {
        if (letter.id == id)
            return &letter;
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
    newest_ = std::max(newest_, seq);
    auto const before = found->outgoing.size();
    auto const woken_before = wake_time(*found);
    given_up_ -= found->given_up.size();
    bool const applied = std::visit(application{*found, seq, event_memory_}, what);
    note_wake_up(conversation, woken_before, wake_time(*found));
    count_pending(conversation, before, found->outgoing.size());
    given_up_ += found->given_up.size();
    return applied;
}

void ledger::put(std::string const& conversation, stored_conversation part)
{
    auto& found = conversations_[conversation];
    if (!found)
        found = std::make_shared<stored_conversation>();
    found->version = part.version;
    newest_ = std::max(newest_, part.version);
    auto const woken_before = wake_time(*found);
    if (!part.state.text.empty())
        found->state = std::move(part.state);
    if (part.wake_at)
        found->wake_at = part.wake_at;
    note_wake_up(conversation, woken_before, wake_time(*found));
    found->sent.merge(part.sent);
    count_pending(conversation, 0, part.outgoing.size());
    given_up_ += part.given_up.size();
    found->outgoing.splice(found->outgoing.end(), part.outgoing);
    std::move(part.given_up.begin(), part.given_up.end(), std::back_inserter(found->given_up));
    std::move(part.events.begin(), part.events.end(), std::back_inserter(found->events));
}

std::size_t ledger::pending(std::string_view tenant) const
{
    auto const found = pending_by_tenant_.find(tenant);
    return found == pending_by_tenant_.end() ? 0 : found->second;
}

void ledger::note_wake_up(std::string const& conversation, std::int64_t before, std::int64_t after)
{
    if (before == after)
        return;
    wake_ups_.erase({before, conversation});
    if (after != 0)
        wake_ups_.emplace(after, conversation);
}

std::vector<wake_up> ledger::wake_ups(std::int64_t now) const
{
    std::vector<wake_up> due;
    for (auto const& [at, conversation] : wake_ups_) {
        if (at > now)
            break;
        due.push_back({conversation, at});
    }
    return due;
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

void ledger::forget(std::string const& conversation)
{
    auto const found = conversations_.find(conversation);
    if (found == conversations_.end())
        return;
    count_pending(conversation, found->second->outgoing.size(), 0);
    note_wake_up(conversation, wake_time(*found->second), 0);
    given_up_ -= found->second->given_up.size();
    conversations_.erase(found);
}

void ledger::assume_all_tried()
{
    for (auto& [conversation, stored] : conversations_) {
        for (auto& waiting : stored->outgoing) {
            if (waiting.attempts > 0)
                continue;
            waiting.attempts = 1;
            waiting.first_attempt = stored->events.empty() ? 0 : stored->events.front().at;
        }
    }
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
            letters.push_back(
                {conversation, message.id, message.slot, message.body.text, message.reason, message.at,
                 message.overtaken});
    }
    return letters;
}

}  // namespace crossroads
