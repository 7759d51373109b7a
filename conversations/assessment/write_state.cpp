#include "assessment/assessment.hpp"
#include "assessment/state_names.hpp"

#include <nlohmann/json.hpp>

namespace crossroads {

namespace {

using nlohmann::json;

json written(answer const& value)
{
    if (auto const* ticked = std::get_if<selection>(&value))
        return ticked->options;
    if (auto const* typed = std::get_if<free_text>(&value))
        return typed->text;
    return {{"unknown", true}};
}

json written(given_answer const& given)
{
    json object{{"at", given.at}, {"revision", given.revision}};
    object["value"] = given.value ? written(*given.value) : json{};
    if (!given.message.empty())
        object["message"] = given.message;
    if (given.edited)
        object["edited"] = true;
    if (given.kept_as_said)
        object["kept_as_said"] = true;
    return object;
}

json written(participant const& one)
{
    json answers = json::object();
    for (auto const& [question, history] : one.answers) {
        auto& list = answers[question] = json::array();
        for (auto const& given : history)
            list.push_back(written(given));
    }
    return {
        {"user", one.user},
        {"hat", one.hat},
        {"hat_offered", one.hat_offered},
        {"joined", one.joined},
        {"answers", std::move(answers)},
        {"skipped", one.skipped},
        {"asked_for_detail", one.asked_for_detail},
        {"position", one.position},
        {"last_typed", one.last_typed}};
}

json written(settled_question const& one)
{
    return {
        {"question", one.question},
        {"value", written(one.value.value)},
        {"by", one.value.by},
        {"reason", one.value.reason},
        {"at", one.at},
        {"revision", one.revision}};
}

json written(marked_concrete const& one)
{
    return {{"budget", one.budget}, {"by", one.by}, {"at", one.at}, {"revision", one.revision}};
}

json written(late_result const& one)
{
    return {
        {"outcome", one.outcome},
        {"question", one.question},
        {"revision", one.revision},
        {"decided", one.decided}};
}

json written(shared_result const& one)
{
    json object{{"by", one.by}, {"at", one.at}};
    if (!one.refused.empty())
        object["refused"] = one.refused;
    return object;
}

json written(timing const& one)
{
    return {
        {"closes", one.closes},
        {"closes_by_utc", one.closes_by_utc},
        {"warned_of", one.warned_of},
        {"told_of", one.told_of},
        {"told_at", one.told_at},
        {"active", one.active},
        {"paused", one.paused},
        {"resumed", one.resumed},
        {"paused_by_itself", one.paused_by_itself}};
}

json written(reminders_of_person const& one)
{
    json object{{"times", one.times},           {"since", one.since}, {"last", one.last},
                {"not_before", one.not_before}, {"away", one.away},   {"stopped", one.stopped}};
    if (one.back != 0)
        object["back"] = one.back;
    return object;
}

json written(profile const& one)
{
    json object{{"at", one.at}, {"asked", one.asked}};
    if (one.utc_offset)
        object["utc_offset"] = *one.utc_offset;
    if (one.speaks)
        object["language"] = tag_of(*one.speaks);
    if (one.is != membership::unknown)
        object["is"] = name_of(one.is);
    if (one.gone_since != 0)
        object["gone_since"] = one.gone_since;
    return object;
}

json written(settlement const& one)
{
    return {{"value", written(one.value)}, {"by", one.by}, {"reason", one.reason}};
}

json written(window_request const& one)
{
    return {{"days", one.days}, {"date", one.date}};
}

json written(waiting_request const& one)
{
    json object{{"by", one.by}, {"run", one.run}, {"deed", name_of(one.wanted.what)}, {"at", one.at}};
    if (!one.wanted.user.empty())
        object["user"] = one.wanted.user;
    if (!one.wanted.question.empty())
        object["question"] = one.wanted.question;
    if (one.wanted.window != window_request{})
        object["window"] = written(one.wanted.window);
    if (one.wanted.insists != 0)
        object["insists"] = one.wanted.insists;
    if (one.wanted.confirmed)
        object["confirmed"] = true;
    if (one.told)
        object["told"] = true;
    return object;
}

json written(assessment const& run);
json written(offered_start const& one);

template <class Value>
json list_of(std::vector<Value> const& values)
{
    json list = json::array();
    for (auto const& value : values)
        list.push_back(written(value));
    return list;
}

/// Who is in and who is not, and what waits for the word of one of them.
void add_people_of(assessment const& run, json& object)
{
    if (!run.left_out.empty())
        object["left_out"] = run.left_out;
    if (!run.invited_by.empty())
        object["invited_by"] = run.invited_by;
    if (!run.handed_to.empty())
        object["handed_to"] = run.handed_to;
    if (!run.hand_over_asked.empty())
        object["hand_over_asked"] = run.hand_over_asked;
    if (!run.handed_over_by.empty())
        object["handed_over_by"] = run.handed_over_by;
    if (!run.ended_by.empty())
        object["ended_by"] = run.ended_by;
    for (auto const& [question, value] : run.proposed)
        object["proposed"][question] = written(value);
    if (!run.removal_asked_by.empty())
        object["removal_asked_by"] = run.removal_asked_by;
    if (run.owner_gone_told)
        object["owner_gone_told"] = true;
    if (run.take_over_offered)
        object["take_over_offered"] = true;
}

json written(assessment const& run)
{
    json stumbles = json::object();
    for (auto const& [user, what] : run.stumbles)
        stumbles[user] = {{"question", what.question}, {"times", what.times}};
    json object{
        {"number", run.number},
        {"key", run.key},
        {"product", run.product},
        {"guide", {{"id", run.guide_id}, {"version", run.guide_version}, {"sha256", run.guide_sha256}}},
        {"owner", run.owner},
        {"state", name_of(run.state)},
        {"names_shown", run.names_shown},
        {"open_to_all", run.open_to_all},
        {"invited", run.invited},
        {"started", run.started},
        {"ended", run.ended},
        {"revision", run.revision},
        {"people", list_of(run.people)},
        {"carded", run.carded},
        {"settled", list_of(run.settled)},
        {"concrete", list_of(run.concrete)},
        {"raised", run.raised},
        {"votes", run.votes},
        {"wants_to_join", run.wants_to_join},
        {"stumbles", std::move(stumbles)},
        {"owner_told_ready", run.owner_told_ready},
        {"pauses", run.pauses},
        {"outcome", run.outcome},
        {"result_revision", run.result_revision},
    };
    if (run.late)
        object["late"] = written(*run.late);
    if (run.follows != 0)
        object["follows"] = run.follows;
    if (run.updates_answers)
        object["updates_answers"] = true;
    if (!run.plan_votes.empty())
        object["plan_votes"] = run.plan_votes;
    if (run.time != timing{})
        object["time"] = written(run.time);
    for (auto const& [user, known] : run.reminders)
        object["reminders"][user] = written(known);
    if (!run.exported.empty())
        object["exported"] = run.exported;
    if (run.shared)
        object["shared"] = written(*run.shared);
    if (run.lost)
        object["lost"] = name_of(*run.lost);
    if (!run.earlier_threads.empty())
        object["earlier_threads"] = run.earlier_threads;
    add_people_of(run, object);
    return object;
}

json written(offered_start const& one)
{
    json object{
        {"key", one.key},
        {"by", one.by},
        {"product", one.wanted.product},
        {"guide", one.wanted.guide},
        {"names_shown", one.wanted.names_shown},
        {"open_to_all", one.wanted.open_to_all},
        {"invited", one.wanted.invited}};
    if (one.wanted.from != start_from::undecided)
        object["from"] = name_of(one.wanted.from);
    if (one.wanted.until)
        object["until"] = written(*one.wanted.until);
    return object;
}

}  // namespace

std::string write_state(channel_state const& state)
{
    json document{
        {"sv", state_version},
        {"assessments", list_of(state.assessments)},
        {"offered", list_of(state.offered)}};
    if (state.last_number > 0)
        document["last_number"] = state.last_number;
    for (auto const& [user, known] : state.profiles)
        document["profiles"][user] = written(known);
    if (state.spoken)
        document["language"] = tag_of(*state.spoken);
    if (!state.waiting.empty())
        document["waiting"] = list_of(state.waiting);
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace crossroads
