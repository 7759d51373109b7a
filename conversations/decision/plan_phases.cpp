#include "decision/plan_phases.hpp"

#include "words/catalogue.hpp"

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

std::vector<phase> scoping_phases(scope_plan const& plan, work const& first, work_words const& words)
{
    return {
        {"1", first.empty() ? plan.now : first},
        {"2", {words.talk_to_users.text(), words.answer_again.text()}}};
}

std::vector<phase> six_weeks(scope_plan const& plan, work first, work_words const& words)
{
    first.push_back(words.baseline.text());
    if (!plan.now.empty()) {
        first.push_back(plan.now.front());
    }
    return {
        {"1-2", std::move(first)},
        {"3-4", without_first(plan.now)},
        {"5-6", {words.next_users.text(), words.review.text()}}};
}

std::vector<phase> eight_weeks(scope_plan const& plan, work first, work_words const& words)
{
    append(first, {words.baseline.text(), words.safety_net.text()});
    return {
        {"1-2", std::move(first)}, {"3-6", plan.now}, {"7-8", {words.roll_out.text(), words.review.text()}}};
}

std::vector<phase> twelve_weeks(scope_plan const& plan, work first, work_words const& words)
{
    append(first, {words.safety_net.text(), words.target_design.text()});
    auto const half = std::min<std::size_t>(plan.now.size(), 2);
    auto const middle = plan.now.begin() + static_cast<std::ptrdiff_t>(half);
    work slice{words.first_slice.text()};
    append(slice, work(plan.now.begin(), middle));
    work rest{words.the_rest.text()};
    append(rest, work(middle, plan.now.end()));
    return {
        {"1-2", std::move(first)},
        {"3-6", std::move(slice)},
        {"7-10", std::move(rest)},
        {"11-12", {words.switch_over.text(), words.review.text()}}};
}

}  // namespace

std::vector<phase> plan_phases(scope_plan const& plan, phase_material const& material, language in)
{
    auto const& words = words_in(in).work;
    if (!material.builds) {
        return scoping_phases(plan, material.first_week, words);
    }
    if (plan.weeks <= 6) {
        return six_weeks(plan, material.first_week, words);
    }
    return plan.weeks <= 8 ? eight_weeks(plan, material.first_week, words)
                           : twelve_weeks(plan, material.first_week, words);
}

}  // namespace crossroads
