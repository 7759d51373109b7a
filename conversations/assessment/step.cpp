#include "assessment/step.hpp"

#include <utility>

namespace crossroads {

guide const* rules_of(step& now, assessment const& run)
{
    auto const& current = now.around.current_guide;
    if (current != nullptr && current->sha256 == run.guide_sha256)
        return current.get();
    if (!now.around.guide_by_hash)
        return nullptr;
    auto pinned = now.around.guide_by_hash(run.guide_sha256);
    if (pinned == nullptr)
        return nullptr;
    return now.held.emplace_back(std::move(pinned)).get();
}

int record_change(step& now, assessment& run)
{
    now.changed = true;
    if (!now.happened.user.empty())
        run.time.active = now.happened.at;
    return ++run.revision;
}

}  // namespace crossroads
