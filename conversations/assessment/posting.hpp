#pragma once

#include "assessment/step.hpp"

#include <string>
#include <string_view>

namespace crossroads {

// Where the messages of an assessment go. A slot begins with the number of its assessment: "1/start".

std::string slot_of(assessment const& run, std::string_view name);
std::string start_slot(assessment const& run);
std::string question_slot(assessment const& run, std::string_view question);
std::string settle_slot(assessment const& run, std::string_view question);

/// The assessment a slot belongs to, or nullptr.
assessment* run_of_slot(channel_state& state, std::string_view slot);

/// The assessment whose thread this is, or nullptr.
assessment* run_of_thread(step& now);

void post_in_channel(step& now, assessment const& run, card content);
void post_in_thread(step& now, assessment const& run, std::string slot, card content);
void post_in_thread_and_channel(step& now, assessment const& run, std::string slot, card content);

void post_file_in_thread(
    step& now, assessment const& run, std::string slot, card content, attached_file file);

/// Replaces a message of the channel or the thread in place.
void edit_headline(step& now, assessment const& run, card content);
void edit_in_thread(step& now, assessment const& run, std::string slot, card content);

/// For one person's eyes, in the thread; cannot be edited.
void tell(step& now, assessment const& run, std::string user, std::string slot, card content);

/// A direct message: it waits for a person who is not there, unlike tell().
void tell_directly(step& now, std::string user, std::string slot, card content);

}  // namespace crossroads
