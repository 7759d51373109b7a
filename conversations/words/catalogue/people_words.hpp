#pragma once

#include "words/wording.hpp"

namespace crossroads {

/// Who may do what, who is in, and what happens when somebody leaves.
struct people_words {
    wording can_pause;
    wording can_resume;
    wording can_extend;
    wording can_invite;
    wording can_ask_someone;
    wording can_finish;
    wording can_cancel;
    wording can_hand_over;
    wording can_remove;
    wording can_settle;
    wording can_mark_concrete;
    wording can_decide_on_late_result;
    wording the_owner_is;
    wording goes_on;
    wording being_asked;
    wording is_no_admin;
    wording not_told;
    wording takes_longer;
    wording gave_up;
    wording you_are_a_stranger;
    wording you_are_a_guest;
    wording can_add_you;
    wording kept_until_added;
    wording stranger_start;
    wording guest_start;
    wording gone_cannot_answer;
    wording app_cannot_answer;
    wording nobody_cannot_answer;
    wording gone_cannot_own;
    wording app_cannot_own;
    wording nobody_cannot_own;
    wording list_is_full;
    window_wording ask_title;
    window_wording ask_submit;
    wording ask_label;
    hint_wording ask_hint;
    wording ask_missing;
    wording how_to_ask;
    wording asked;
    wording asked_already;
    wording that_is_you;
    wording answered_already;
    wording handed_question;
    wording do_not_know_is_fine;
    wording owner_gone;
    wording heir;
    button_wording take_over;
    wording take_over_offer;
    wording hand_over_request;
    button_wording hand_over_button;
    wording hand_over_requested;
    wording hand_over_requested_already;
    wording welcome_back;
    wording welcome_back_paused;
    wording that_name;  // in place of a person, where it is said why they cannot
    wording remove_question;
    button_wording keep_it;
    button_wording remove_for_good;
    wording remove_request;
    button_wording remove_as_admin;
    wording remove_requested;
    wording remove_requested_already;
    wording nothing_removed;
    wording removed;
    wording removed_headline;
    wording removed_message;
};

}  // namespace crossroads
