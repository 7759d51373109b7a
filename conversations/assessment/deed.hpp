#pragma once

#include <optional>
#include <string_view>

namespace crossroads {

/// What changes the course of an assessment, and is not everybody's (conversation design, section 6).
enum class deed {
    pause,
    resume,
    extend,
    invite,
    ask_someone,
    finish,
    cancel,
    hand_over,
    remove,  // deletes the assessment and its data
    settle,
    mark_concrete,
    decide_on_late_result,
    ask_for_second_opinion,
};

/// What somebody is to one assessment.
enum class role { anyone, participant, owner, admin };

/// The table of the design. What an owner may only request, they may not do.
bool may(role who, deed what);

/// Whether a deed is open to workspace admins as such.
bool is_open_to_admins(deed what);

std::string_view name_of(deed what);
std::optional<deed> deed_named(std::string_view name);

}  // namespace crossroads
