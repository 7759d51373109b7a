#pragma once

namespace crossroads::simulation {

/// A promise broken on purpose, for the control runs: each has to be noticed.
enum class sabotage {
    none,
    disk_does_not_sync,
    events_are_not_recognised,  // a repeat is taken for something new
    answers_before_durable,     // an event is acknowledged although it could not be stored
    attempts_are_not_recorded,  // a crash forgets that a message may have been sent
    look_ups_show_nothing,      // Slack hides what the bot wrote into a message
    attempts_are_sent_blindly,  // an unknown outcome is taken for "not sent"
    waiting_messages_are_forgotten,
    wake_ups_are_forgotten,  // what was put back is never claimed again
    channels_are_mixed_up,
};

}  // namespace crossroads::simulation
