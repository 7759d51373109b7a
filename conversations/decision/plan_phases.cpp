#include "decision/plan_phases.hpp"

#include <algorithm>

namespace crossroads {

namespace {

using work = std::vector<std::string>;

void append(work& to, work const& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

work without_first(work const& now)
{
    return now.size() > 1 ? work(now.begin() + 1, now.end()) : now;
}

std::vector<phase> scoping_phases(scope_plan const& plan, work const& first)
{
    return {
        {"1", first.empty() ? plan.now : first},
        {"2", {"Talk to real users and look at real numbers", "Answer the open questions again"}}};
}

std::vector<phase> six_weeks(scope_plan const& plan, work first)
{
    first.emplace_back("Write down today's baseline");
    if (!plan.now.empty()) {
        first.push_back(plan.now.front());
    }
    return {
        {"1-2", std::move(first)},
        {"3-4", without_first(plan.now)},
        {"5-6", {"Bring it to the next users", "Review the proof and assess again"}}};
}

std::vector<phase> eight_weeks(scope_plan const& plan, work first)
{
    append(first, {"Write down today's baseline", "Safety net: the main flow as checks, a rollback, alerts"});
    return {
        {"1-2", std::move(first)},
        {"3-6", plan.now},
        {"7-8", {"Roll out to everyone", "Review the proof and assess again"}}};
}

std::vector<phase> twelve_weeks(scope_plan const& plan, work first)
{
    append(
        first, {"Safety net: the main flow as checks, a rollback, alerts",
                "Target design and the boundary of the work"});
    auto const half = std::min<std::size_t>(plan.now.size(), 2);
    auto const middle = plan.now.begin() + static_cast<std::ptrdiff_t>(half);
    work slice{"First slice live with a few users"};
    append(slice, work(plan.now.begin(), middle));
    work rest{"The rest in batches"};
    append(rest, work(middle, plan.now.end()));
    return {
        {"1-2", std::move(first)},
        {"3-6", std::move(slice)},
        {"7-10", std::move(rest)},
        {"11-12", {"Switch everyone over", "Review the proof and assess again"}}};
}

}  // namespace

std::vector<phase> plan_phases(scope_plan const& plan, phase_material const& material)
{
    if (!material.builds) {
        return scoping_phases(plan, material.first_week);
    }
    if (plan.weeks <= 6) {
        return six_weeks(plan, material.first_week);
    }
    return plan.weeks <= 8 ? eight_weeks(plan, material.first_week) : twelve_weeks(plan, material.first_week);
}

}  // namespace crossroads
