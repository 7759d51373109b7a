#include "assessment/posting.hpp"

#include <algorithm>
#include <utility>

namespace crossroads {

std::string slot_of(assessment const& run, std::string_view name)
{
    return std::to_string(run.number) + "/" + std::string{name};
}

std::string start_slot(assessment const& run)
{
    return slot_of(run, "start");
}

std::string question_slot(assessment const& run, std::string_view question)
{
    return slot_of(run, "question/") + std::string{question};
}

std::string settle_slot(assessment const& run, std::string_view question)
{
    return slot_of(run, "settle/") + std::string{question};
}

assessment* run_of_slot(channel_state& state, std::string_view slot)
{
    auto const number = slot.substr(0, slot.find('/'));
    auto const found = std::ranges::find_if(
        state.assessments, [&](auto const& run) { return std::to_string(run.number) == number; });
    return found == state.assessments.end() ? nullptr : &*found;
}

namespace {

/// Of a channel without threads: the one that is open, or the newest when none is. None when several are.
assessment* run_of_the_only_thread(channel_state& state)
{
    assessment* open = nullptr;
    for (auto& run : state.assessments) {
        bool const is_open = run.state == run_state::open || run.state == run_state::paused;
        if (is_open && open != nullptr)
            return nullptr;
        if (is_open)
            open = &run;
    }
    if (open == nullptr && !state.assessments.empty())
        return &state.assessments.back();
    return open;
}

}  // namespace

assessment* run_of_thread(step& now)
{
    if (now.happened.one_thread)
        return run_of_the_only_thread(now.state);
    if (now.happened.thread.empty() || now.around.sent == nullptr)
        return nullptr;
    for (auto& run : now.state.assessments) {
        auto const headline = now.around.sent->find(start_slot(run));
        if (headline != now.around.sent->end() && headline->second == now.happened.thread)
            return &run;
        if (std::ranges::count(run.earlier_threads, now.happened.thread) > 0)
            return &run;
    }
    return nullptr;
}

void post_in_channel(step& now, assessment const& run, card content)
{
    now.messages.push_back({start_slot(run), message::audience::channel, {}, {}, false, std::move(content)});
}

void post_in_thread(step& now, assessment const& run, std::string slot, card content)
{
    now.messages.push_back(
        {std::move(slot), message::audience::thread, start_slot(run), {}, false, std::move(content)});
}

void post_in_thread_and_channel(step& now, assessment const& run, std::string slot, card content)
{
    now.messages.push_back(
        {std::move(slot),
         message::audience::thread_and_channel,
         start_slot(run),
         {},
         false,
         std::move(content)});
}

void post_file_in_thread(step& now, assessment const& run, std::string slot, card content, attached_file file)
{
    post_in_thread(now, run, std::move(slot), std::move(content));
    now.messages.back().file = std::move(file);
}

void edit_headline(step& now, assessment const& run, card content)
{
    now.messages.push_back({start_slot(run), message::audience::channel, {}, {}, true, std::move(content)});
}

void edit_in_thread(step& now, assessment const& run, std::string slot, card content)
{
    now.messages.push_back(
        {std::move(slot), message::audience::thread, start_slot(run), {}, true, std::move(content)});
}

void tell(step& now, assessment const& run, std::string user, std::string slot, card content)
{
    now.messages.push_back(
        {std::move(slot), message::audience::one_person, start_slot(run), std::move(user), false,
         std::move(content)});
}

void tell_directly(step& now, std::string user, std::string slot, card content)
{
    now.messages.push_back(
        {std::move(slot), message::audience::direct, {}, std::move(user), false, std::move(content)});
}

}  // namespace crossroads
