#pragma once

#include "playground/person_actions.hpp"
#include "settings/guide_file.hpp"
#include "simulation/agenda.hpp"
#include "simulation/fake_slack.hpp"
#include "simulation/figures.hpp"
#include "simulation/sabotage.hpp"
#include "simulation/service_process.hpp"
#include "simulation/testimony.hpp"
#include "simulation/trace.hpp"
#include "simulation/weather.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace crossroads::simulation {

struct run_outcome {
    figures counted;
    std::vector<std::string> wrong;  // what broke a promise; empty: nothing
    std::uint64_t trace_hash = 0;
};

/// One run of the whole service by one seed: people in two tenants answer, and everything that can go wrong
/// between them, Slack, the service and its disk does. Then the faults end, all comes to rest, and what is
/// there is compared with a run of the same events without faults.
class simulated_run {
public:
    simulated_run(guide_source const& guide, std::uint64_t seed, sabotage broken, bool shown = false);

    run_outcome run();

private:
    using webhook_answered = std::function<void(playground::webhook_answer)>;

    // People.
    instant plan_people();
    void somebody_acts(std::size_t tenant);
    void send_interaction(std::size_t tenant, playground::interaction begun);

    // Slack to the service.
    struct slack_event {
        std::string body;
        instant made;
        int attempts = 0;
    };

    void send_new_events(std::size_t tenant);
    void send_event(std::shared_ptr<slack_event> event);
    void repeat_event_later(std::shared_ptr<slack_event> event);
    void send_webhook(http_call const& call, webhook_answered answered);

    // The service to Slack.
    void take_call(http_call call, std::function<void(call_result)> answer);

    struct travelling_call {
        http_call call;
        std::string message_id;
        std::function<void(call_result)> answer;
        int life = 0;  // of the service, when it was made
    };

    void perform(travelling_call const& made);
    void perform_without_answer(travelling_call made, std::optional<call_result> heard);
    void count(call_fault heard);
    std::optional<call_result> heard_instead(call_fault what);

    // Lives of the service.
    void plan_faults(instant last_action);
    void start_service();
    void end_service(bool power_cut);
    void calm_down();
    bool come_to_rest();
    std::optional<instant> next_look_for_wake_ups() const;
    void look_for_wake_ups();
    void run_service();
    void notice_failed_disk();

    // Checks at the end.
    void check_states();
    void check_wake_ups();
    void check_copies();
    void compare_with_a_run_without_faults();

    instant after(std::chrono::microseconds shortest, std::chrono::microseconds longest);
    std::uint64_t disk_bytes() const;

    guide_source const& guide_;
    std::uint64_t seed_;
    sabotage broken_;
    trace notes_;
    figures counted_;
    random_source random_;
    weather weather_;
    agenda agenda_;
    fake_slack slack_;
    testimony heard_;
    simulated_platter platter_;
    std::unique_ptr<service_process> service_;
    int lives_ = 0;
    instant died_;
    bool was_ready_ = true;
    std::set<std::string> with_excused_copies_;  // conversations where a post stands twice, and had to
    bool calm_ = false;
    bool takes_days_ =
        false;           // pauses of a day or two, so that deadlines and reminders come in the storm as well
    instant last_day_;   // until then conversations are woken after the last action
    instant last_look_;  // for conversations to be woken
    bool outage_ = false;
    std::uint64_t steps_until_kill_ = 0;       // 0: none planned
    std::map<std::string, int> lost_replies_;  // by message id
    std::set<std::string> tried_;              // messages, by id
};

}  // namespace crossroads::simulation
