#include "assessment/step.hpp"

#include <algorithm>
#include <utility>

namespace crossroads {

namespace {

/// A guide in its own language, and through it in every other.
guide const* pinned_guide(step& now, std::string_view sha256)
{
    auto const& current = now.around.current_guide;
    if (current != nullptr && current->sha256 == sha256)
        return current.get();
    auto const held = std::ranges::find(now.held, sha256, [](auto const& one) { return one->sha256; });
    if (held != now.held.end())
        return held->get();
    if (!now.around.guide_by_hash)
        return nullptr;
    auto pinned = now.around.guide_by_hash(sha256);
    if (pinned == nullptr)
        return nullptr;
    return now.held.emplace_back(std::move(pinned)).get();
}

}  // namespace

guide const* rules_of(step& now, assessment const& run)
{
    auto const* pinned = pinned_guide(now, run.guide_sha256);
    return pinned == nullptr ? nullptr : &in_language(*pinned, channel_language(now));
}

language channel_language(step const& now)
{
    return now.state.spoken.value_or(now.around.spoken);
}

language language_of(step const& now, std::string_view user)
{
    auto const known = now.state.profiles.find(std::string{user});
    if (known != now.state.profiles.end() && known->second.speaks)
        return *known->second.speaks;
    return channel_language(now);
}

language reader_language(step const& now)
{
    return language_of(now, now.happened.user);
}

guide const& rules_in(step const& now, guide const& rules, language wanted)
{
    auto const& current = now.around.current_guide;
    if (current != nullptr && current->sha256 == rules.sha256)
        return in_language(*current, wanted);
    for (auto const& held : now.held)
        if (held->sha256 == rules.sha256)
            return in_language(*held, wanted);
    return rules;
}

guide const& rules_for(step const& now, guide const& rules, std::string_view user)
{
    return rules_in(now, rules, language_of(now, user));
}

guide const& theirs(step const& now, pinned_run with)
{
    return rules_for(now, with.rules, now.happened.user);
}

int record_change(step& now, assessment& run)
{
    now.changed = true;
    if (!now.happened.user.empty())
        run.time.active = now.happened.at;
    return ++run.revision;
}

}  // namespace crossroads
